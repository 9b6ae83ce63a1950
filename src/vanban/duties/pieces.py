"""Pieces of the body as passages, and parties found in them as records with their place."""

from __future__ import annotations

import re

import msgspec

from vanban.duties.assignee import Assigned
from vanban.duties.details import find_coordinators
from vanban.model.document import Document, Node, Party, TableCell
from vanban.notation.parties import parse_names
from vanban.notation.party_heads import begins_party
from vanban.notation.party_names import FoundParty
from vanban.notation.passage import Passage, clean

_LABEL = re.compile(
    r"^(?:\s*(?:Điều\s+\d+[a-zđ]?\s*[.:]|[IVX]{1,5}\s?[.)/-]|\d{1,2}(?:\.\d{1,2})*(?![\d%])\s?[.)/:-]?|[a-zđ]\d?(?:\s?[).]|[-/](?=\s))|\(\d+\)|"
    r"\([ivx]+\)|[-–+*•●~])\s*)?"
)


def node_passage(document: Document, node: Node) -> Passage:
    """What a node says itself, without its children."""
    end = node.children[0].span[0] if node.children else node.span[1]
    return clean(document.text, (node.span[0], max(end, node.span[0])), document.outside)


def after_label(text: str, start: int = 0) -> int:
    """Where the text goes on after a label at `start` ("3. ", "a) ", "- ")."""
    match = _LABEL.match(text[start:])
    return start + (match.end() if match else 0)


def shift_parties(parties: list[FoundParty] | tuple[FoundParty, ...], offset: int) -> tuple[FoundParty, ...]:
    """Parties found in a stretch of a text, as they stand in the text."""
    return tuple(
        msgspec.structs.replace(party, start=party.start + offset, end=party.end + offset) for party in parties
    )


def make_parties(found: list[FoundParty] | tuple[FoundParty, ...], passage: Passage) -> tuple[Party, ...]:
    """The records of parties found in a passage."""
    return tuple(Party(name=party.name, kind=party.kind, span=passage.span(party.start, party.end)) for party in found)


def list_parties(passage: Passage) -> tuple[Party, ...]:
    """The parties that a passage lists; a name of no known form is one party."""
    found = parse_names(passage.text)
    if found is not None:
        rest = passage.part(found.end + 1, len(passage.text)) if passage.text.startswith(";", found.end) else None
        return make_parties(found.parties, passage) + (list_parties(rest) if rest else ())
    names = [name for name in re.split(r"\s*[;,]\s*", passage.text) if name]
    return tuple(Party(name=name.strip(" ."), kind="organ", span=passage.span()) for name in names[:1])


def cell_parties(document: Document, cell: TableCell) -> tuple[Party, ...]:
    """The parties in a cell of a table; a dash within it begins another."""
    if cell.span is None or not re.search(r"\w", cell.text):
        return ()
    passage = clean(document.text, cell.span, document.outside)
    found: list[Party] = []
    dashed = re.match(r"[-–+•]", passage.text) is not None
    start = after_label(passage.text) if dashed else 0
    # "Đ/c Hà - Phó phòng": a post behind a name is no party of its own.
    # "Phòng Tài chính - Kế hoạch": half a name is none either, but an abbreviation may be.
    cuts = [
        cut
        for cut in re.finditer(r"\s+[-–+]\s+(?=[A-ZĐ])", passage.text)
        if (begins_party(passage.text, cut.end(), first=False) or re.match(r"[A-ZĐ]{3}", passage.text[cut.end() :]))
        and (dashed or not re.match(r"Phó|Trưởng|Giám đốc|Chủ tịch|Bí thư", passage.text[cut.end() :]))
    ]
    for cut in [*cuts, None]:
        end = cut.start() if cut else len(passage.text)
        part = passage.part(start, end)
        found += list_parties(part) if part else ()
        start = cut.end() if cut else end
    return tuple(found)


_SHARED = re.compile(r"\(\s*(?P<leads>chủ trì)?(?:phối hợp)?(?: thực hiện)?\s*\)\W*", re.IGNORECASE)


def divide_cell(document: Document, cell: TableCell) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who acts and who helps by one cell: "UBND xã A (chủ trì), Hội B (phối hợp)", "Sở A chủ trì, Sở B phối hợp"."""
    if cell.span is None or "phối hợp" not in cell.text.lower():
        return cell_parties(document, cell), ()
    passage = clean(document.text, cell.span, document.outside)
    acting: list[Party] = []
    helping: list[Party] = []
    start = 0
    for mark in _SHARED.finditer(passage.text):
        part = passage.part(start, mark.start())
        (acting if mark["leads"] else helping).extend(list_parties(part) if part else ())
        start = mark.end()
    if acting and start:
        return tuple(acting), tuple(helping)
    together = make_parties(find_coordinators(passage.text), passage)
    names = {party.name for party in together}
    return tuple(party for party in cell_parties(document, cell) if party.name not in names), together


def same_parties(one: Assigned, other: Assigned | None) -> bool:
    """Whether two assignments are to the same."""
    return other is not None and [party.name for party in one.parties] == [party.name for party in other.parties]


def shift_assigned(assigned: Assigned, offset: int) -> Assigned:
    """An assignment found in a stretch of a text, as it stands in the text."""
    return msgspec.structs.replace(
        assigned,
        parties=shift_parties(assigned.parties, offset),
        action=assigned.action + offset,
        start=assigned.start + offset,
    )
