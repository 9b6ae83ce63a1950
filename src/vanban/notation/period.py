"""Periods that are counted, *thời hạn tính bằng ngày, tuần, tháng*: from signing, from receipt, from a day named.

Forms read: "trong thời hạn 10 ngày kể từ ngày ký", "05 ngày làm việc kể từ ngày nhận được Công văn này", "trong 15 ngày
kể từ ngày Kế hoạch được ban hành", "15 ngày, bắt đầu từ ngày 20/5/2025", "chậm nhất sau hai tuần kể từ ngày ký", "trong
nửa tháng kể từ …" (15 days).
Counted by Bộ luật Dân sự 2015: the day of the event is not counted (Điều 147), weeks and months end on the day that
corresponds, months without it on their last day (Điều 148 khoản 2, 3), what ends on a day off ends with the next
working day (Điều 148 khoản 5); working days go by the table of `lexicon.holidays`.
Refused (found, without a date): a receipt whose day is not known, the receipt of something else ("nhận đủ hồ sơ"),
events ("kể từ khi dự án hoàn thành"), the issue of another paper ("ngày Nghị định … được ban hành"), hours, periods
counted back ("05 ngày trước ngày họp").
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from vanban.notation.date import make_date
from vanban.notation.found_deadline import FoundDeadline
from vanban.notation.working_days import (
    count_working_days,
    end_on_working_day,
    name_day,
    show_day,
    tell_exceptions,
    warn_of_calendar,
)

_ONES = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_TEENS = ("mười một", "mười hai", "mười ba", "mười bốn", "mười lăm")
_NUMERALS = {word: number for number, word in enumerate((*_ONES, *_TEENS), 1)} | {"hai mươi": 20, "ba mươi": 30}
_COUNT = rf"\d{{1,3}}|nửa|(?:hai|ba) mươi|{'|'.join((*_TEENS, *_ONES))}"
_UNIT = r"ngày làm việc|ngày|tháng|tuần|giờ"
_ORIGIN = r"\s+(?:[^,.;:)]|(?<=\d)\.(?=\d)){0,85}"
_FROM = rf"(?:kể từ|tính từ|bắt đầu từ){_ORIGIN}"
_LED = re.compile(
    r"(?<!\w)(?:trong (?:thời hạn|thời gian|vòng|khoảng thời gian)|chậm nhất(?: là)?(?: trong| sau)?(?: thời hạn)?"
    r"|trong|sau|không quá|tối đa|thời hạn)\s*+(?:(?:tối đa|không quá"
    rf"|là)\s*+)?(?P<count>{_COUNT})\s*+(?:\([^)]{{1,20}}\)\s*)?(?P<unit>{_UNIT})(?!\w)"
    rf"(?:\s*+,?\s*+(?P<from>(?:kể từ|tính từ|bắt đầu từ|từ|sau){_ORIGIN}))?",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"(?<!\w)(?P<count>{_COUNT})\s*+(?:\([^)]{{1,20}}\)\s*)?(?P<unit>{_UNIT})(?!\w)\s*+,?\s*+(?P<from>{_FROM})",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"(?<!\w)(?:(?:chậm nhất|muộn nhất|ít nhất|tối thiểu)(?: là)?(?: trong)?\s+)\d{1,3}\s*(?:\([^)]{1,20}\)\s*)?"
    r"(?:ngày làm việc|ngày|tuần|tháng)\s+(?:trước|tính đến)\s+(?:ngày|khi|thời điểm)\b[^,.;:)]{0,60}",
    re.IGNORECASE,
)
_DAY = r"(?:ngày\s+)?(\d{1,2})(?:\s?[/.\-]\s?|\s+tháng\s+)(\d{1,2})(?:\s?[/.\-]\s?|\s+năm\s+)(\d{4})(?!\d)"
_NAMED = re.compile(rf"^(?:(?:kể|tính|bắt đầu)\s+)?(?:từ|sau)\s+{_DAY}", re.IGNORECASE)
_UNTIL = re.compile(rf"\bđến\s+(?:hết\s+)?{_DAY}", re.IGNORECASE)
_PAPER = (
    r"(?:công văn|văn bản|kế hoạch|chỉ thị|quyết định|thông báo|công điện|hướng dẫn|nghị quyết|chương trình|kết luận"
    r"|quy chế|quy định|phương án|đề án)"
)
_THIS = r"(?:\s+(?:này|nêu trên|trên))?"
_EVENT = r"(?:(?:ngày|khi|lúc|thời điểm)\s+)?"
_BEGINS = r"^(?:(?:kể|tính|bắt đầu)\s+)?(?:từ|sau)\s+"
_RECEIVED = re.compile(
    rf"{_BEGINS}{_EVENT}(?:các (?:cơ quan|đơn vị|địa phương) )?(?:được\s+)?(?:tiếp\s+)?nhận(?:\s+được)?"
    rf"(?:\s+{_PAPER}{_THIS})?\s*$",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    rf"{_BEGINS}{_EVENT}(?:(?:ký|phát hành|ký ban hành|ban hành)(?:\s+(?:ban hành\s+)?{_PAPER}{_THIS})?"
    rf"|{_PAPER}{_THIS}\s+(?:được\s+)?(?:ký|ban hành|phát hành|ký ban hành)"
    rf"|{_PAPER} này có hiệu lực(?:\s+thi hành)?)\s*$",
    re.IGNORECASE,
)
# What follows the origin and is no part of it: "kể từ ngày ký và gửi về Sở Y tế …".
_GOES_ON = re.compile(
    r"\s+(?:và|để|phải|các|có trách nhiệm|đối với|theo|tại|UBND|Sở|Ủy ban)\b.*$|\s+\(.*$", re.IGNORECASE | re.DOTALL
)
_COUNTED = ("kể từ", "tính từ", "bắt đầu từ", "trong thời hạn", "trong vòng")
_FIGURE = re.compile(r"\d")
_STATED = re.compile(r"trong (?:thời hạn|vòng)", re.IGNORECASE)


class _Origin(NamedTuple):
    """From when a period counts: the day with its words, or the way in which it stays open; `ends` is its last day
    where that is named too."""

    day: dt.date | None = None
    words: str = ""
    way: str = "counted"
    ends: bool = False


def find_periods(text: str, issued: dt.date | None, received: dt.date | None) -> Iterator[FoundDeadline]:
    """Counted periods; `issued` is the day of the document, `received` that of its receipt where it is known."""
    # A look for the words that each of them holds costs a hundredth of the search.
    lowered = text.lower()
    counted = any(word in lowered for word in _COUNTED)
    if not counted and not _FIGURE.search(text):
        return
    if "nhất" in lowered or "tối thiểu" in lowered:
        for match in _BACK.finditer(text):
            yield FoundDeadline(match.start(), match.end(), way="counted-back")
    for match in _ALONE.finditer(text) if counted else ():
        origin = _find_origin(match["from"], issued, received)
        if origin.way != "event-unknown":
            yield _count(match, origin)
    for match in _LED.finditer(text):
        if match["from"]:
            yield _count(match, _find_origin(match["from"], issued, received))
        elif _STATED.match(match.group()):
            yield FoundDeadline(match.start(), match.end(), way="origin-unknown")


def _find_origin(phrase: str, issued: dt.date | None, received: dt.date | None) -> _Origin:
    until = _UNTIL.search(phrase)
    if until and (day := make_date(*until.groups())):
        return _Origin(day, ends=True)
    named = _NAMED.match(phrase)
    if named and (day := make_date(*named.groups())):
        return _Origin(day, "ngày")
    for words in (phrase, _GOES_ON.sub("", phrase)):
        if _RECEIVED.match(words):
            return _Origin(received, "ngày nhận văn bản,") if received else _Origin(way="receipt-unknown")
        if _ISSUED.match(words) and issued:
            return _Origin(issued, "ngày ký, ban hành văn bản,")
    return _Origin(way="event-unknown")


def _count(match: re.Match[str], origin: _Origin) -> FoundDeadline:
    start, end = match.span()
    unit = match["unit"].lower()
    if origin.ends:
        return FoundDeadline(start, end, origin.day)
    if origin.day is None:
        return FoundDeadline(start, end, way=origin.way)
    if unit == "giờ":
        return FoundDeadline(start, end, way="hours")
    printed = match["count"].lower()
    count = 0 if printed == "nửa" else int(printed) if printed.isdecimal() else _NUMERALS[printed]
    if printed == "nửa":
        if unit != "tháng":
            return FoundDeadline(start, end, way="event-unknown")
        count, unit = 15, "ngày"
    words = f"{count:02} {unit} kể từ {origin.words} {show_day(origin.day)}, không tính ngày này (BLDS 2015, Điều 147)"
    basis = f"{count:02} {unit} kể từ {origin.day.isoformat()}"
    if unit == "ngày làm việc":
        last = count_working_days(origin.day, count)
        told = f"{words}; không tính thứ Bảy, Chủ nhật{tell_exceptions(origin.day, last)}."
        warning = warn_of_calendar(origin.day, last)
        return FoundDeadline(start, end, last, basis=basis, way="working-days", told=told, warning=warning)
    last = _add(origin.day, count, unit)
    day = end_on_working_day(last)
    warning = warn_of_calendar(last, day)
    if day == last:
        return FoundDeadline(start, end, day, basis=basis, way="counted", told=f"{words}.", warning=warning)
    told = (
        f"{words}; ngày cuối {show_day(last)} là ngày nghỉ ({name_day(last)}), nên kết thúc vào ngày làm việc tiếp "
        f"theo, {show_day(day)} (Điều 148 khoản 5)."
    )
    basis += f"; ngày cuối {show_day(last)} là ngày nghỉ, lấy ngày làm việc tiếp theo"
    return FoundDeadline(start, end, day, basis=basis, way="counted-rolled", told=told, warning=warning)


def _add(start: dt.date, count: int, unit: str) -> dt.date:
    if unit == "ngày":
        return start + dt.timedelta(days=count)
    if unit == "tuần":
        return start + dt.timedelta(weeks=count)
    month = start.month - 1 + count
    year, month = start.year + month // 12, month % 12 + 1
    return dt.date(year, month, min(start.day, calendar.monthrange(year, month)[1]))
