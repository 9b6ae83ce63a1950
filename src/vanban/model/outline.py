"""What `segment` gives: one document of a file cut into zones, with its body as a tree."""

from __future__ import annotations

import msgspec

from vanban.model.document import Node
from vanban.model.text import Line, Problem, Span


class Zone(msgspec.Struct, frozen=True, gc=False):
    """A stretch with one role; `parts` are the entries or lines in it (recipients, signature lines, issuer lines).

    Kinds: issuer, motto, number, place_date, mark, title, subject, addressees, recipients, signature, arrival.
    """

    kind: str
    span: Span
    parts: tuple[Span, ...] = ()


class Outline(msgspec.Struct, frozen=True, gc=False):
    """One document: its own text (a stretch of the file's), its lines, zones and body.

    `issued_under` says that it stands without a heading of its own behind a document that issues it.
    """

    text: str
    lines: tuple[Line, ...]
    zones: tuple[Zone, ...]
    body: tuple[Node, ...]
    outside: tuple[Span, ...]
    problems: tuple[Problem, ...] = ()
    issued_under: bool = False
    reader: str = "text"
