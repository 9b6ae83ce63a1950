"""Several documents read together, and the file that a parse gives."""

from __future__ import annotations

import msgspec

from vanban.model.document import Document, Duty, Party
from vanban.model.text import Problem

SCHEMA_VERSION = "1.0"


class Source(msgspec.Struct, frozen=True):
    """The file: path as given, SHA-256 of its bytes, media type, number of pages, the reader that read it."""

    path: str
    sha256: str
    media_type: str
    pages: int | None
    reader: str


class ParsedFile(msgspec.Struct, frozen=True):
    """What `parse` gives: one file and the documents in it, in order; `problems` are of the files inside it."""

    source: Source
    documents: list[Document]
    problems: list[Problem] = []
    schema_version: str = SCHEMA_VERSION


class Link(msgspec.Struct, frozen=True):
    """A citation resolved or not: `status` is "resolved", "ambiguous" or "unknown", `reason` says why in Vietnamese."""

    document: str
    reference: int
    status: str
    target: str | None
    reason: str


class Dossier(msgspec.Struct, frozen=True):
    """Documents that were linked with one another (*hồ sơ*): references have targets, duties say what they hand on."""

    documents: list[Document]
    links: list[Link]


class Missing(msgspec.Struct, frozen=True):
    """One of the six "rõ" (người, việc, thời gian, trách nhiệm, sản phẩm, thẩm quyền) that a duty lacks, and the
    question to send back."""

    ro: str
    question: str


class TrackingRow(msgspec.Struct, frozen=True, rename={"for_": "for"}):
    """A row of the tracking list, *danh mục theo dõi nhiệm vụ*.

    `for_` (printed as "for") holds the organs that the row concerns; `concern` is "direct", "class" (as member of
    a class of organs) or "handed_on" (through another document's duty, whose id stands in `handed_on_by`).
    """

    stt: int
    duty: Duty
    document: str
    for_: list[Party]
    concern: str
    status: str
    missing: list[Missing]
    handed_on_by: list[str] = msgspec.field(default_factory=list)
