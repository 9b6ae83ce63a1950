"""Days on which State offices work, *ngày làm việc*: no Saturday or Sunday, no holiday of `data/holidays.csv`, and the
Saturdays worked in exchange.

Bộ luật Lao động 2019, Điều 111 khoản 3 (what falls on a weekly day off is made good on the next working day), Điều 112
(eleven days a year), and from 01/7/2026 Nghị quyết 28/2026/QH16 (24/11, Ngày Văn hóa Việt Nam). The days of Tết, the
second day of Quốc khánh and the exchanges (*hoán đổi*) are announced each year and cannot be computed: a row of the
table is "announced" or, computed before that, "estimated", and names its source.
"""

from __future__ import annotations

import csv
import datetime as dt
import functools
import io
from importlib.resources import files
from typing import NamedTuple

_WEEKEND = ("thứ Bảy", "Chủ nhật")
_FIXED = {
    (1, 1): "Tết Dương lịch",
    (4, 30): "Ngày Chiến thắng",
    (5, 1): "Ngày Quốc tế lao động",
    (9, 2): "Quốc khánh",
    (11, 24): "Ngày Văn hóa Việt Nam",
}
"""Days that the law names, for years without rows of their own."""
_CULTURE_SINCE = 2026
_MADE_UP = "làm bù"


class Entry(NamedTuple):
    """A row of the table: days from `first` to `last`, of the kind "nghỉ lễ", "nghỉ bù", "hoán đổi" (a day off in
    exchange) or "làm bù" (the day worked for it); `announced` or only estimated, by which source."""

    first: dt.date
    last: dt.date
    kind: str
    name: str
    announced: bool
    source: str


@functools.cache
def load_entries() -> tuple[Entry, ...]:
    """The rows of `data/holidays.csv`."""
    text = files("vanban.lexicon").joinpath("data/holidays.csv").read_text("utf-8")
    return tuple(
        Entry(
            dt.date.fromisoformat(row["from"]),
            dt.date.fromisoformat(row["to"]),
            row["kind"],
            row["name"],
            row["status"] == "announced",
            row["source"],
        )
        for row in csv.DictReader(io.StringIO(text))
    )


@functools.cache
def _by_day() -> dict[dt.date, Entry]:
    return {
        entry.first + dt.timedelta(days=number): entry
        for entry in load_entries()
        for number in range((entry.last - entry.first).days + 1)
    }


@functools.cache
def _years() -> dict[int, bool]:
    """Years of the table, and whether all their rows are announced."""
    known: dict[int, bool] = {}
    for entry in load_entries():
        known[entry.first.year] = known.get(entry.first.year, True) and entry.announced
    return known


def is_announced(year: int) -> bool:
    """Whether the days off of a year were announced as the table has them.

    >>> is_announced(2026), is_announced(2027), is_announced(2031)
    (True, False, False)
    """
    return _years().get(year, False)


def is_working_day(day: dt.date) -> bool:
    """Whether State offices work on a day; estimated holidays are days off.

    >>> is_working_day(dt.date(2026, 1, 2)), is_working_day(dt.date(2026, 1, 10)), is_working_day(dt.date(2027, 2, 5))
    (False, True, False)
    """
    entry = _by_day().get(day)
    if entry is not None:
        return entry.kind == _MADE_UP
    return day.weekday() < 5 and not _is_fixed(day)


def tell_holiday(day: dt.date) -> str | None:
    """The holiday for which a day is off, or why a Saturday is worked; None for any other day.

    >>> tell_holiday(dt.date(2026, 8, 31)), tell_holiday(dt.date(2026, 8, 22)), tell_holiday(dt.date(2026, 8, 23))
    ('hoán đổi, Quốc khánh', 'làm bù ngày 31/8/2026', None)
    """
    entry = _by_day().get(day)
    if entry is not None:
        return entry.name if entry.kind in ("nghỉ lễ", _MADE_UP) else f"{entry.kind}, {entry.name}"
    return _FIXED[day.month, day.day] if _is_fixed(day) else None


def name_day_off(day: dt.date) -> str | None:
    """What kind of day off a day is, in Vietnamese; None for a working day. Estimated holidays count as none.

    >>> name_day_off(dt.date(2026, 11, 24)), name_day_off(dt.date(2025, 11, 29)), name_day_off(dt.date(2026, 1, 10))
    ('ngày nghỉ lễ', 'thứ Bảy', None)
    """
    entry = _by_day().get(day)
    if entry is not None and entry.kind == _MADE_UP:
        return None
    if (entry is not None and entry.announced) or (entry is None and _is_fixed(day)):
        return "ngày nghỉ lễ"
    return _WEEKEND[day.weekday() - 5] if day.weekday() >= 5 else None


def _is_fixed(day: dt.date) -> bool:
    return (
        day.year not in _years()
        and (day.month, day.day) in _FIXED
        and ((day.month, day.day) != (11, 24) or day.year >= _CULTURE_SINCE)
    )
