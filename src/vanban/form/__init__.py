"""The check of form, *kiểm tra thể thức*: each paper of a file against the rules for its kind, a function a rule.

A rule speaks only of what was found for certain: where a piece of the heading was not read, rules about its words and
letters are silent, and the one rule that asks for it speaks. Rules on the layout need a .docx.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vanban.errors import UsageError
from vanban.form import (
    addressees,
    annex,
    body,
    citation,
    code,
    date,
    heading,
    letters,
    numbering,
    page,
    placeholders,
    recipients,
    signature,
    typeface,
)
from vanban.form.mend import mend_docx
from vanban.form.repair import Repair
from vanban.form.rule import Remark, Rule
from vanban.form.sheet import Form, Sheet, find_lines, find_paragraph, make_sheets
from vanban.model.form import CheckedDocument, FormFinding, FormReport
from vanban.notation.folding import fold

RULES: tuple[Rule, ...] = (
    *page.RULES,
    *typeface.RULES,
    *letters.RULES,
    *heading.RULES,
    *code.RULES,
    *date.RULES,
    *addressees.RULES,
    *recipients.RULES,
    *signature.RULES,
    *body.RULES,
    *numbering.RULES,
    *annex.RULES,
    *citation.RULES,
    *placeholders.RULES,
)
FORMS: tuple[Form, ...] = ("state", "party", "normative")
_LONGEST = 160
_HEADING = 1500
_FREE = {"phiếu trình", "lịch"}
"""Kinds for which each organ has a form of its own: only what is left open in them is told."""
_SLIP = re.compile(r"^\W*phieu giai quyet van ban den\b", re.MULTILINE)
"""The slip of Phụ lục IV, which is a form to be filled by hand."""

__all__ = [
    "FORMS", "RULES", "Form", "Found", "Rule", "check_sheets", "choose_rules", "make_sheets", "mend_docx",
    "report_form",
]  # fmt: skip


class Found(NamedTuple):
    """A finding with the changes to the file that mend it."""

    finding: FormFinding
    repairs: tuple[Repair, ...]


def choose_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> list[Rule]:
    """The rules whose codes begin with one of `select` (all without any), without those that begin with one of
    `ignore`. Raises `UsageError` for a code that no rule has."""
    chosen, left = tuple(one.upper() for one in select), tuple(one.upper() for one in ignore)
    for prefix in (*chosen, *left):
        if not any(rule.code.startswith(prefix) for rule in RULES):
            raise UsageError(f"Không có quy tắc “{prefix}”; hãy xem các mã bằng lệnh vanban check --list.")
    return [
        rule
        for rule in RULES
        if (not chosen or rule.code.startswith(chosen)) and not (left and rule.code.startswith(left))
    ]


def check_sheets(sheets: Sequence[Sheet], rules: Sequence[Rule] = RULES) -> list[Found]:
    """What the rules find on the sheets of one file, sheet by sheet in the order of the text."""
    found: list[Found] = []
    for sheet in sheets:
        here = [
            Found(_make_finding(sheet, rule, remark), remark.repairs)
            for rule in rules
            if sheet.form in rule.articles and (sheet.looks is not None or not rule.layout)
            if not sheet.apart or set(FORMS) <= set(rule.articles)
            if not _is_free(sheet) or rule in placeholders.RULES
            for remark in rule.check(sheet)
        ]
        here.sort(key=lambda one: (one.finding.span or (0, 0), one.finding.code))
        found += here
    return _once(found)


def _is_free(sheet: Sheet) -> bool:
    return sheet.kind in _FREE or _SLIP.search(fold(sheet.text[:_HEADING])) is not None


def _once(found: Iterable[Found]) -> list[Found]:
    """A breach of the paper that several documents of a file lie on is told once."""
    kept: dict[object, Found] = {}
    for one in found:
        place = one.finding.document if one.finding.span else ""
        kept.setdefault((one.finding.code, one.finding.message, one.finding.span, place), one)
    return list(kept.values())


def _make_finding(sheet: Sheet, rule: Rule, remark: Remark) -> FormFinding:
    line = next((line for line, _ in find_lines(sheet, remark.span)), None) if remark.span else None
    paragraph = find_paragraph(sheet, remark.span) if remark.span else None
    words = " ".join(sheet.text[slice(*remark.span)].split()) if remark.span else ""
    return FormFinding(
        code=rule.code,
        title=rule.title,
        message=remark.message,
        severity=rule.severity,
        article=rule.articles[sheet.form],
        document=sheet.document.id,
        text=words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…",
        span=remark.span,
        page=line.page if line else None,
        paragraph=paragraph[0] + 1 if paragraph else None,
        cell=line.cell if line else None,
        fixable=bool(remark.repairs),
    )


def report_form(
    path: str, sheets: Sequence[Sheet], rules: Sequence[Rule], found: Sequence[Found], problems: list[str]
) -> FormReport:
    """What is said of one file: its papers, the findings, and the rules that had no layout to look at."""
    forms = {sheet.form for sheet in sheets if sheet.looks is None}
    left_out = [rule.code for rule in rules if rule.layout and forms & set(rule.articles)]
    documents = [CheckedDocument(sheet.document.id, _label(sheet), sheet.form) for sheet in sheets]
    return FormReport(path, documents, [one.finding for one in found], left_out, problems)


def _label(sheet: Sheet) -> str:
    """How a paper is called: type and number, else what it is about."""
    kind = sheet.document.document_type.name if sheet.document.document_type else "Văn bản"
    code = sheet.document.code
    if code is not None and code.number is not None:
        return f"{kind} số {code.text}"
    return " ".join(f"{kind} {sheet.document.subject or ''}".split())[:80]
