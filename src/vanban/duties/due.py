"""The deadline of a duty as a record: the phrase, the day, how it was computed."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from vanban.model.document import Deadline, Document, TableCell
from vanban.model.text import Span
from vanban.notation.deadline import find_deadlines, parse_due_cell
from vanban.notation.found_deadline import FoundDeadline
from vanban.notation.passage import Passage, clean


def find_due(passage: Passage, start: int, end: int, issued: dt.date | None) -> Deadline | None:
    """The deadline in `passage.text[start:end]`: the first with a day, else a recurrence, else one that cannot be
    computed; the end of a year gives way to any nearer day."""
    found = find_deadlines(passage.text[start:end], issued)
    recurrent = [one for one in found if one.recurrence]
    yearly = [one for one in recurrent if one.rrule == "FREQ=YEARLY"]
    # "Hằng năm, báo cáo … trước ngày 15/12": the day comes every year, and is none of the year of issue.
    dated = [one for one in found if one.date and not (_year_guessed(one) and yearly and yearly[0].start < one.start)]
    # "định kỳ 6 tháng (trước 15/6 và 15/12)": the days are those of each period.
    dated = [
        one
        for one in dated
        if not (
            _year_guessed(one)
            and any(_goes_on(passage.text, start + each.end, start + one.start) for each in recurrent)
        )
    ]
    dated.sort(key=lambda one: one.way in ("year-end", "year-before"))
    candidates = dated or recurrent or found
    if not candidates:
        return None
    chosen = candidates[0]
    text = passage.text[start + chosen.start : start + chosen.end]
    deadline = _record(chosen, text, passage.span(start + chosen.start, start + chosen.end))
    if chosen.date and recurrent:
        return msgspec.structs.replace(deadline, recurrence=recurrent[0].recurrence, rrule=recurrent[0].rrule)
    return deadline


def _goes_on(text: str, start: int, end: int) -> bool:
    return start <= end and re.fullmatch(r"\s*[(,:]?\s*", text[start:end]) is not None


def _year_guessed(found: FoundDeadline) -> bool:
    return found.way == "year-of-issue"


_OPENS = re.compile(
    r"\W*(?:(?:Đồng thời|Riêng|Ngoài ra)\W+)?(?:Trước|Chậm nhất|Muộn nhất|Đến|Hết|Trong|Định kỳ|Hằng|Hàng|Từ nay|"
    r"Tối thiểu|Ít nhất|Mỗi (?:ngày|tuần|tháng|quý|năm))\b",
    re.IGNORECASE,
)


def find_due_ahead(passage: Passage, start: int, end: int, issued: dt.date | None) -> Deadline | None:
    """The deadline that opens a sentence, before the one who is to act ("Trước ngày 25/6/2023, Sở Y tế …")."""
    return find_due(passage, start, end, issued) if _OPENS.match(passage.text, start, end) else None


_ELSEWHERE = re.compile(
    r"(?:theo|trong|đúng) (?:thời gian|thời hạn|tiến độ)[^.;:]{0,40}?\b(?:tại|"
    r"ở) (?P<place>(?:khoản|mục|điểm|Điều) (?P<label>\w{1,4}))"
)


def find_due_elsewhere(
    document: Document, passage: Passage, start: int, end: int, issued: dt.date | None
) -> Deadline | None:
    """The deadline that a sentence names by its place ("theo thời gian nêu tại khoản 1"): the one day there."""
    match = _ELSEWHERE.search(passage.text, start, end)
    if match is None:
        return None
    label = match["label"]
    named = [node for node in document.body if node.path.split("/")[0].removeprefix("Điều ") == label]
    days = {
        found.date: found
        for node in named
        for found in find_deadlines(document.text[slice(*node.span)].replace("\n", " "), issued)
        if found.date
    }
    if len(days) != 1:
        return None
    date = next(iter(days))
    return Deadline(
        text=match.group(),
        date=date.isoformat() if date else None,
        recurrence=None,
        rrule=None,
        basis=f"theo {match['place']} của văn bản",
        span=passage.span(match.start(), match.end()),
        explanation=f"Theo thời hạn nêu tại {match['place']} của văn bản.",
    )


def read_due(passage: Passage, issued: dt.date | None) -> Deadline | None:
    """The deadline that a cell or a line "Thời gian: …" holds."""
    found = parse_due_cell(passage.text, issued)
    return _record(found, passage.text, passage.span()) if found else None


def read_due_cell(document: Document, cell: TableCell | None, issued: dt.date | None) -> Deadline | None:
    """The deadline in a cell of a table."""
    if cell is None or cell.span is None:
        return None
    passage = clean(document.text, cell.span, document.outside)
    if re.fullmatch(r"\d{1,2}", passage.text) and "tháng" in cell.head.lower():  # "6" under "Tháng trình"
        found = parse_due_cell(f"tháng {passage.text}", issued)
        return _record(found, passage.text, passage.span()) if found else None
    return read_due(passage, issued)


def _record(found: FoundDeadline, text: str, span: Span) -> Deadline:
    return Deadline(
        text=text,
        date=found.date.isoformat() if found.date else None,
        recurrence=found.recurrence,
        rrule=found.rrule,
        basis=found.basis,
        span=span,
        explanation=found.explanation,
        warning=found.warning,
    )
