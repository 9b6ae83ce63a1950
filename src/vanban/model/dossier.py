"""Several documents read together, and the file that a parse gives."""

from __future__ import annotations

import msgspec

from vanban.model.document import Document, Duty, Party
from vanban.model.judgement import Judgement
from vanban.model.text import Problem, Span

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
    """A citation resolved or not: `status` is "resolved", "ambiguous" or "unknown", `reason` says why in Vietnamese.

    `relation` is what the citing document is to the cited one, `inverse` what the cited one is to it ("responds_to",
    "answered_by"). `awaits` names the document that an unresolved citation waits for.
    """

    document: str
    reference: int
    status: str
    target: str | None
    reason: str
    relation: str = "cites"
    inverse: str = "cited_by"
    awaits: str | None = None


class Handover(msgspec.Struct, frozen=True):
    """A duty that another document hands on, *giao lại nhiệm vụ*: `duty` of `document` hands on `upper` of
    `upper_document` to `assignees`.

    `by` says how it is known: "pinpoint" (the place is named), "document" (the whole document is to be carried out),
    "action" (the organ gives its own part the same action) or "judgement" (a person decided it). `deadline` is the
    sharper of the two dates, ISO 8601.
    """

    duty: str
    document: str
    upper: str
    upper_document: str
    assignees: list[str]
    by: str
    deadline: str | None = None


class Place(msgspec.Struct, frozen=True):
    """A sentence of a document that proves a finding: `text` is the sentence, `span` its place in the document."""

    document: str
    label: str
    text: str
    span: Span | None = None
    source: str | None = None


class Finding(msgspec.Struct, frozen=True):
    """What does not agree in a dossier, *điểm chưa thống nhất*: a stable code, a Vietnamese sentence, its places.

    `id` is a hash of code, documents and sentences: the same in the next run, so that a person can settle it.
    """

    code: str
    message: str
    places: list[Place]
    severity: str = "warning"
    id: str = ""


class Dossier(msgspec.Struct, frozen=True):
    """Documents that were linked with one another (*hồ sơ*): references have targets, duties say what they hand on;
    `judgements` are the decisions of people that it was linked by."""

    documents: list[Document]
    links: list[Link]
    handovers: list[Handover] = []
    judgements: list[Judgement] = []


class Missing(msgspec.Struct, frozen=True):
    """One of the six "rõ" (người, việc, thời gian, trách nhiệm, sản phẩm, thẩm quyền) that a duty lacks, and the
    question to send back."""

    ro: str
    question: str


class Answer(msgspec.Struct, frozen=True):
    """A report that answers a duty, *báo cáo kết quả*: its document and day; `text` is the sentence that says so, at
    `span` of that document. `closes` is false where it does not tell that this duty is done."""

    document: str
    label: str
    date: str
    text: str
    span: Span
    closes: bool = True


class TrackingRow(msgspec.Struct, frozen=True, rename={"for_": "for"}):
    """A row of the tracking list, *danh mục theo dõi nhiệm vụ*.

    `for_` (printed as "for") holds the organs that the row concerns; `concern` is "direct", "class" (as member of
    a class of organs) or "handed_on" (through another document's duty, whose id stands in `handed_on_by`).
    `why` says by what the organ belongs to the class, or that it took the place of the one that is named.
    `sharper` is an earlier day than the duty's own that a document above or below sets for the same work, ISO 8601,
    `sharper_in` that document's name; the status is counted by it. `answer` is the report of the assignee that cites
    the document. `next_dates` are the next days of what recurs, counted from the day of the list.
    """

    stt: int
    duty: Duty
    document: str
    for_: list[Party]
    concern: str
    status: str
    missing: list[Missing]
    handed_on_by: list[str] = msgspec.field(default_factory=list)
    why: str = ""
    sharper: str | None = None
    sharper_in: str = ""
    answer: Answer | None = None
    next_dates: list[str] = msgspec.field(default_factory=list)
