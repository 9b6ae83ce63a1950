"""Which report answers a duty, *báo cáo kết quả thực hiện*, and by which sentence; nothing is guessed.

A report counts where it cites the document that gives the duty (or the one that this is attached to), comes from the
assignee, and is of no earlier day. It closes the duty where one of its sentences says, with most of the duty's words,
that this was done ("đã" and the duty's verb), or where the duty is to report and the report is its result. Otherwise it
is only told.
Refused: sentences that say that something is not done yet ("chưa", "đang", "sẽ", "tiếp tục"), duties that recur, duties
of a class (closed for one organ alone, when the list is of that organ), reports after the day of the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from vanban.directory import Enquiry
from vanban.model.document import Document, Duty, Node, Party, Reference
from vanban.model.dossier import Answer, Dossier
from vanban.model.text import Span
from vanban.notation.folding import fold
from vanban.notation.organ import names_same_organ
from vanban.write.tracking.due import parse_iso

_CITING = ("responds_to", "implements", "basis", "cites")
# Behind it the verb of the duty: "đã xây dựng kế hoạch tổ chức diễn tập" is no exercise that was held.
_DONE = (
    r"\b(?:da|hoan thanh)(?:\s+(?:hoan thanh|xong|viec|cong tac|tien hanh|chu dong|to chuc|thuc hien|kip thoi"
    r"|khan truong)){0,3}\s+"
)
_SAID = re.compile(r"\b(?:đã|hoàn thành)\b", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:chưa|đang|sẽ|tiếp tục|dự kiến|không thể|không kịp|không hoàn thành|đề nghị|kiến nghị|xin gia hạn"
    r"|chậm tiến độ|còn lại|phấn đấu|một phần|bước đầu|cơ bản)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.;\n](?:[^.;]|[.;](?=\S))*[.;]?")
_LABEL = re.compile(r"^\s*(?:[-+•*]|(?:\d{1,2}|[a-zđ]|[IVX]{1,4})(?:\.\d{1,2})*[.)])\s+")
_EMPTY = frozenset(
    ["va", "cua", "cac", "cho", "tren", "trong", "theo", "tai", "voi", "de", "duoc", "nhung", "ve", "den"]
)
_SHARE = 0.6
_FEWEST = 4
_REPORTS = re.compile(r"bao cao\b")
_RESULT = re.compile(r"\bket qua\b")


class _Said(NamedTuple):
    """A sentence of a report that says that something was done: its place, folded, its words."""

    span: Span
    folded: str
    words: frozenset[str]


class _Report(NamedTuple):
    """A report with its day, the citation of the document that it answers, and what it says to be done."""

    document: Document
    day: date
    reference: Reference
    said: Sequence[_Said]


class Answers:
    """The reports of a dossier until a day, by the document that they cite."""

    def __init__(self, dossier: Dossier, day: date, enquiry: Enquiry | None = None) -> None:
        """`enquiry` is the organ of the list, None for a list of all."""
        self._enquiry = enquiry
        self._reports: dict[str, list[_Report]] = {}
        for document in dossier.documents:
            written = _day(document)
            if document.document_type is None or document.document_type.name != "Báo cáo":
                continue
            if written is None or written > day:
                continue
            said = list(_list_said(document))
            for reference in document.references:
                if reference.target and reference.relation in _CITING:
                    report = _Report(document, written, reference, said)
                    self._reports.setdefault(reference.target, []).append(report)

    def find(self, duty: Duty, document: Document) -> Answer | None:
        """The report that answers a duty of `document`: the first that closes it, else the last that came."""
        ordered = _day(document)
        known = self._reports.get(document.id, []) + self._reports.get(document.issued_by or "", [])
        known = [report for report in known if ordered is None or report.day >= ordered]
        if not known or (duty.deadline and duty.deadline.recurrence):
            return None
        owing = [None] if self._enquiry else list(duty.assignees)
        if not owing or any(party and party.kind == "group" for party in owing):
            return None
        answers = [self._of(party, duty, document, known) for party in owing]
        given = [answer for answer in answers if answer]
        if not given:
            return None
        # Of several assignees all must have said so.
        last = max(given, key=lambda answer: answer.date)
        closed = len(given) == len(owing) and all(answer.closes for answer in given)
        return (
            last
            if last.closes == closed
            else Answer(last.document, last.label, last.date, last.text, last.span, closed)
        )

    def _of(self, party: Party | None, duty: Duty, document: Document, known: Sequence[_Report]) -> Answer | None:
        own = [report for report in known if self._is_from(report.document, party, document)]
        found = None
        for report in sorted(own, key=lambda each: each.day):
            span = _find_proof(report, duty, document)
            place = span or _sentence_at(report.document, report.reference.span)
            text = " ".join(report.document.text[slice(*place)].split())
            label, day = _label(report.document), report.day.isoformat()
            found = Answer(report.document.id, label, day, text, place, span is not None)
            if found.closes:
                return found
        return found

    def _is_from(self, report: Document, party: Party | None, document: Document) -> bool:
        issuer = report.issuer
        if issuer is None:
            return False
        names = [name for name in (issuer.full_name, issuer.name) if name]
        if party is None:
            as_party = Party(names[0], full_name=issuer.full_name, organ_id=issuer.organ_id) if names else None
            return bool(self._enquiry and as_party and self._enquiry.names(as_party, report))
        if party.organ_id and issuer.organ_id:
            return issuer.organ_id in {party.organ_id, *(step.organ_id for step in party.successors)}
        if not any(names_same_organ(one, name) for one in (party.full_name, party.name) if one for name in names):
            return False
        # "Phòng Kinh tế" of two communes: one without a place of its own is that of the organ that gives the duty.
        above = document.issuer
        given = [name for name in (above.full_name, above.name) if name] if above else []
        return not issuer.parent or any(names_same_organ(issuer.parent, name) for name in given)


def _find_proof(report: _Report, duty: Duty, document: Document) -> Span | None:
    """The sentence of a report that says that a duty is done."""
    # The day is no part of what is to be done.
    wanted = _words(duty.action) - _words(duty.deadline.text if duty.deadline else "")
    verb = r"\s+".join(map(re.escape, fold(duty.action).split()[:2]))
    done = re.compile(_DONE + verb + r"\b")
    places = [point.span for point in report.reference.pinpoints if point.span and point.path == duty.path]
    best: tuple[float, Span] | None = None
    for said in report.said if verb else ():
        named = any(said.span[0] <= place[0] < said.span[1] for place in places)
        share = len(wanted & said.words) / len(wanted) if len(wanted) >= _FEWEST else 0.0
        if (named or share >= _SHARE) and (best is None or share > best[0]) and done.search(said.folded):
            best = (share, said.span)
    if best:
        return best[1]
    alone = sum(_is_to_report(each) for each in document.duties if each.assignees == duty.assignees) == 1
    is_result = _RESULT.search(fold(report.document.subject or "")) and report.reference.relation != "cites"
    if _is_to_report(duty) and alone and is_result:
        return _sentence_at(report.document, report.reference.span)
    return None


def _is_to_report(duty: Duty) -> bool:
    return _REPORTS.match(fold(duty.action)) is not None


def _list_said(document: Document) -> Iterator[_Said]:
    for span in _sentences(document):
        printed = document.text[slice(*span)]
        # Folded, "đã" cannot be told from other words.
        if _SAID.search(printed) and not _OPEN.search(printed):
            folded = fold(printed)
            yield _Said(span, folded, _words(folded))


def _sentences(document: Document) -> Iterator[Span]:
    """The sentences of the body, without their labels."""
    for node in _walk(document.body):
        if not node.children:
            yield from _split(document.text, node.span)


def _walk(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node.children)


def _split(text: str, span: Span) -> Iterator[Span]:
    label = _LABEL.match(text[slice(*span)])
    start = span[0] + (label.end() if label else 0)
    for match in _SENTENCE.finditer(text, start, span[1]):
        found = match.group()
        begins = match.start() + len(found) - len(found.lstrip())
        yield (begins, match.start() + len(found.rstrip()))


def _sentence_at(document: Document, span: Span | None) -> Span:
    """The sentence in which something stands, its own place where none is found."""
    if span is None:
        return (0, 0)
    return next((each for each in _sentences(document) if each[0] <= span[0] < each[1]), span)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(text))) - _EMPTY


def _label(document: Document) -> str:
    code = document.code.text if document.code else document.subject or ""
    return f"Báo cáo {code}".strip()


def _day(document: Document) -> date | None:
    written = document.promulgation.date if document.promulgation else None
    return parse_iso(written) if written else None
