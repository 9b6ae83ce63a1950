"""The cases of `tests/cases/*.toml`: one file a notion, each case a text that we wrote, what it must give, and why.

A case holds `name`, `text`, `why`, and `expect` or `refuse` or both. What `expect` means depends on the file:

- dates, codes, pinpoints: what is found, in order ("blank" is a date that stands open); `heading = true` reads a code
  as the line of a heading and expects [number, notation], "" for what stands open, [] for no code at all.
- persons: the name, "" for none. citations: tables of what each citation says; a key left out is not compared.
- deadlines: tables with date, recurrence, rrule, basis, way or warning; `issued` is the date of the document,
  `received` the day on which it came.
- headings: fields of the first document, "" for one that must be empty, signers as "marks | post | name"; `file` names
  what the text is ("case.html"). splitting: one table a document.
- signers: tables of name, position, competence. recipients, addressees: names in order.
- duties (duties-order, duties-heading, …): tables of assignees, action_starts, coordinators, deadline, recurrence,
  report_to for each duty, in order.

`refuse` lists what must stand in none of the values found.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vanban.model.document import Document, Duty, Party
from vanban.notation.citation import find_citations
from vanban.notation.code import find_codes, parse_heading_code
from vanban.notation.date import find_dates
from vanban.notation.deadline import find_deadlines, parse_due_cell
from vanban.notation.person import parse_person
from vanban.notation.pinpoint import find_pinpoints
from vanban.pipeline import parse

Case = dict[str, Any]
HERE = Path(__file__).parent


def load_cases() -> list[tuple[str, Case]]:
    return [
        (path.stem, case)
        for path in sorted(HERE.glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


CASES = load_cases()


def read(case: Case) -> list[Document]:
    return parse(case.get("file", "case.txt"), case["text"].encode()).documents


def fields(document: Document) -> dict[str, Any]:
    code, promulgation, issuer = document.code, document.promulgation, document.issuer
    return {
        "type": document.document_type.name if document.document_type else "",
        "number": code.number if code else "",
        "notation": code.notation if code else "",
        "date": promulgation.date if promulgation else "",
        "place": promulgation.place if promulgation else "",
        "issuer": issuer.name if issuer else "",
        "parent": issuer.parent if issuer else "",
        "subject": document.subject,
        "priority": document.priority,
        "secrecy": document.secrecy,
        "system": document.system,
        "addressees": [party.name for party in document.addressees],
        "references": [one.code.text for one in document.references if one.code],
        "signers": [
            f"{one.competence or ''} | {one.position or ''} | {one.full_name or ''}".strip() for one in document.signers
        ],
        "recipients": [party.name for party in document.to_places],
    }


def pick(found: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    return {key: ("" if found[key] is None else found[key]) for key in wanted}


def check_dates(case: Case) -> list[str]:
    found = [date.date.isoformat() if date.date else "blank" for date in find_dates(case["text"])]
    assert found == case.get("expect", found)
    return found


def check_codes(case: Case) -> list[str]:
    if case.get("heading"):
        code = parse_heading_code(case["text"])
        found = [code.number or "", code.notation] if code else []
    else:
        found = [code.text for code in find_codes(case["text"])]
    assert found == case.get("expect", found)
    return found


def check_pinpoints(case: Case) -> list[str]:
    found = [point.path for point in find_pinpoints(case["text"])]
    assert found == case.get("expect", found)
    return found


def check_persons(case: Case) -> list[str]:
    found = parse_person(case["text"]) or ""
    assert found == case.get("expect", found)
    return [found]


def check_citations(case: Case) -> list[str]:
    found = [
        {
            "type": one.document_type or "",
            "code": one.code.text if one.code else "",
            "date": one.date.isoformat() if one.date else "",
            "issuer": one.issuer or "",
            "title": one.title or "",
            "anaphor": one.anaphor,
            "short": one.short_name or "",
        }
        for one in find_citations(case["text"])
    ]
    if "expect" in case:
        assert [pick(one, wanted) for one, wanted in zip(found, case["expect"], strict=True)] == case["expect"]
    return [str(one["code"] or one["title"] or one["type"]) for one in found]


def check_deadlines(case: Case) -> list[str]:
    issued = dt.date.fromisoformat(case["issued"]) if "issued" in case else None
    received = dt.date.fromisoformat(case["received"]) if "received" in case else None
    single = parse_due_cell(case["text"], issued, received) if case.get("cell") else None
    deadlines = ([single] if single else []) if case.get("cell") else find_deadlines(case["text"], issued, received)
    found = [
        {
            "date": one.date.isoformat() if one.date else "",
            "recurrence": one.recurrence or "",
            "rrule": one.rrule or "",
            "basis": one.basis or "",
            "way": one.way,
            "warning": one.warning is not None,
        }
        for one in deadlines
    ]
    if "expect" in case:
        assert len(found) == len(case["expect"]), found
        assert [pick(one, wanted) for one, wanted in zip(found, case["expect"], strict=True)] == case["expect"]
    assert all(one.explanation for one in deadlines)
    return [str(one["date"] or one["recurrence"]) for one in found]


def check_headings(case: Case) -> list[str]:
    found = fields(read(case)[0])
    assert pick(found, case["expect"]) == case["expect"]
    return [str(value) for value in found.values()]


def check_splitting(case: Case) -> list[str]:
    found = [fields(document) for document in read(case)]
    assert len(found) == len(case["expect"]), [(one["type"], one["subject"]) for one in found]
    assert [pick(one, wanted) for one, wanted in zip(found, case["expect"], strict=True)] == case["expect"]
    return [str(value) for one in found for value in one.values()]


def check_signers(case: Case) -> list[str]:
    found = [
        {"name": signer.full_name or "", "position": signer.position or "", "competence": signer.competence or ""}
        for signer in read(case)[0].signers
    ]
    assert found == case["expect"]
    return [value for one in found for value in one.values()]


def check_recipients(case: Case) -> list[str]:
    document = read(case)[0]
    found = [party.name for party in document.to_places]
    assert found == case["expect"]
    if "purposes" in case:
        assert [party.purpose or "" for party in document.to_places] == case["purposes"]
    if "archive" in case:
        assert document.archive is not None
        assert [document.archive.units, document.archive.drafters] == case["archive"]
    return found


def check_addressees(case: Case) -> list[str]:
    found = [party.name for party in read(case)[0].addressees]
    assert found == case["expect"]
    return found


def check_duties(case: Case) -> list[str]:
    duties = [duty for document in read(case) for duty in document.duties]
    found = [describe(duty) for duty in duties]
    if "expect" in case:
        assert len(found) == len(case["expect"]), found
        for duty, wanted in zip(found, case["expect"], strict=True):
            starts = wanted.get("action_starts", "")
            assert duty["action"].startswith(starts)
            rest = {key: value for key, value in wanted.items() if key != "action_starts"}
            assert pick(duty, rest) == rest
    return [f"{', '.join(duty['assignees'])}: {duty['action']}" for duty in found]


def describe(duty: Duty) -> dict[str, Any]:
    def names(parties: list[Party]) -> list[str]:
        return [party.name for party in parties]

    return {
        "assignees": names(duty.assignees),
        "action": duty.action,
        "coordinators": names(duty.coordinators),
        "deadline": duty.deadline.date if duty.deadline else "",
        "recurrence": duty.deadline.recurrence if duty.deadline else "",
        "report_to": names(duty.report_to),
    }


CHECKS: dict[str, Callable[[Case], list[str]]] = {
    "addressees": check_addressees,
    "citations": check_citations,
    "codes": check_codes,
    "dates": check_dates,
    "deadlines": check_deadlines,
    "duties": check_duties,
    "headings": check_headings,
    "persons": check_persons,
    "pinpoints": check_pinpoints,
    "recipients": check_recipients,
    "signers": check_signers,
    "splitting": check_splitting,
}


@pytest.mark.parametrize(("notion", "case"), CASES, ids=[f"{notion}: {case['name']}" for notion, case in CASES])
def test_case(notion: str, case: Case) -> None:
    found = CHECKS[notion.partition("-")[0]](case)
    for refused in case.get("refuse", []):
        assert not any(refused in value for value in found), found


def test_every_case_says_what_and_why() -> None:
    names = [(notion, case["name"]) for notion, case in CASES]
    assert len(names) == len(set(names))
    for notion, case in CASES:
        assert case["why"].strip(), (notion, case["name"])
        assert "expect" in case or case.get("refuse"), (notion, case["name"])
