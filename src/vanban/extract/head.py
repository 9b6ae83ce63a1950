"""The head of an edXML package (*phần đầu gói tin edXML*, QCVN 102:2016): its values, and what it says of a letter.

Forms read: lines "Code/CodeNumber: 12" with the State's names, days as 2023/06/12, 2023-06-12 and 12/06/2023.
Refused: values that are no number, symbol or day; they stay in the head's text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from vanban.lexicon.words import urgency_marks
from vanban.model.document import Code, DocumentType, Evidence, Head, Issuer, Party, Promulgation, Signer
from vanban.model.text import Span, Text
from vanban.notation.code import render_code
from vanban.notation.date import make_date
from vanban.notation.folding import fold

_BUSINESS = {"0": "new", "1": "recall", "2": "update", "3": "replace"}
_YEAR_FIRST = re.compile(r"(\d{4})\s?[/-]\s?(\d{1,2})\s?[/-]\s?(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?(\d{4})(?!\d)")


class _Value(NamedTuple):
    """A value of the head and where it stands in the head's text."""

    text: str
    span: Span


_Group = dict[str, _Value]
_NONE = _Value("", (0, 0))


def read_head(text: Text, source: str) -> Head:
    """The values of a head that `read` gives as lines; `source` is the package's name."""
    groups = list(_group_values(text))
    first = dict(reversed(groups))  # of several the first
    evidence: dict[str, Evidence] = {}

    def take(path: str, field: str) -> str | None:
        name, _, leaf = path.partition("/")
        value = first.get(name, {}).get(leaf)
        if value is None:
            return None
        evidence[field] = Evidence(value.span)
        return value.text

    def each(name: str) -> list[_Group]:
        return [group for known, group in groups if known == name]

    date = _read_day(take("PromulgationInfo/PromulgationDate", "promulgation.date"))
    place = take("PromulgationInfo/Place", "promulgation.place")
    parent, identifier = take("From/OrganizationInCharge", "issuer.parent"), take("From/OrganId", "issuer.organ_id")
    issuer = take("From/OrganName", "issuer.name")
    kind = take("DocumentType/TypeName", "document_type")
    due = take("DueDate/", "due_date") or take("ResponseDate/", "due_date")
    business = take("BussinessDocType/", "business") or take("BusinessDocType/", "business")
    return Head(
        text=text.text,
        source=source,
        document_type=DocumentType(kind) if kind else None,
        code=_read_code(take("Code/CodeNumber", "code.number"), take("Code/CodeNotation", "code.notation")),
        promulgation=Promulgation(place, date) if place or date else None,
        issuer=Issuer(issuer, parent, None, identifier) if issuer else None,
        subject=take("Subject/", "subject"),
        # Figures are left alone: what each means is not settled between the versions of the standard.
        priority=urgency_marks().get(fold(take("OtherInfo/Priority", "priority") or "")),
        addressees=[party for group in each("To") if (party := _read_organ(group))],
        to_places=[Party(value.text, span=value.span) for group in each("ToPlaces") for value in group.values()],
        signers=[_read_signer(group) for group in each("SignerInfo") if "FullName" in group],
        due_date=_read_day(due),
        responds_to=[code for group in each("ResponseFor") if (code := _read_answered(group))],
        business=_BUSINESS.get(business or ""),
        evidence=evidence,
    )


def _group_values(text: Text) -> Iterator[tuple[str, _Group]]:
    """The groups of the head in order, each with its values by the last of their names; a name that comes again
    begins another group ("To" for each receiver)."""
    known, group = "", _Group()
    for line in text.lines:
        path, found, _ = text.text[line.start : line.end].partition(": ")
        start = line.start + len(path) + 2
        name, _, leaf = path.partition("/")
        leaf = leaf.rpartition("/")[2]
        if not found:
            continue
        if name != known or leaf in group:
            if group:
                yield known, group
            known, group = name, {}
        group[leaf] = _Value(text.text[start : line.end], (start, line.end))
    if group:
        yield known, group


def _read_code(number: str | None, notation: str | None) -> Code | None:
    if not notation:
        return Code(number, None, number) if number else None
    return Code(number, notation, render_code(number, notation, party=_is_party(notation)))


def _is_party(notation: str) -> bool:
    """True for "KH/TU", which the Party prints after a hyphen; the State's "KH-UBND" comes after a slash."""
    return "/" in notation and "-" not in notation.partition("/")[0]


def _read_answered(group: _Group) -> Code | None:
    said = group.get("Code") or group.get("CodeNumber")
    if said is None:
        return None
    if "CodeNotation" in group:
        return _read_code(said.text, group["CodeNotation"].text)
    number, _, notation = said.text.partition("/")
    return Code(number.strip() or None, notation.strip() or None, said.text)


def _read_organ(group: _Group) -> Party | None:
    name = group.get("OrganName") or group.get("OrganId")
    if name is None:
        return None
    return Party(name.text, None, group.get("OrganId", _NONE).text or None, span=name.span)


def _read_signer(group: _Group) -> Signer:
    name, position, competence = (group.get(leaf, _NONE) for leaf in ("FullName", "Position", "Competence"))
    return Signer(name.text, position.text or None, competence.text or None, span=name.span)


def _read_day(said: str | None) -> str | None:
    """ISO 8601 of a day as packages write it, None for what is no day.

    >>> _read_day("2023/06/12"), _read_day("12/06/2023 08:00"), _read_day("2023/13/40"), _read_day(None)
    ('2023-06-12', '2023-06-12', None, None)
    """
    day: dt.date | None = None
    if found := _YEAR_FIRST.match(said or ""):
        day = make_date(found[3], found[2], found[1])
    elif found := _DAY_FIRST.match(said or ""):
        day = make_date(found[1], found[2], found[3])
    return day.isoformat() if day else None
