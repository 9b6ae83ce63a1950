"""Days off of State offices, *ngày nghỉ*: Saturdays, Sundays, and the holidays of `data/holidays.toml`."""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Iterator
from importlib.resources import files

_WEEKEND = ("thứ Bảy", "Chủ nhật")


class Calendar:
    """Holidays and the Saturdays on which offices work; `estimated` are years whose list is not announced yet."""

    def __init__(self, text: str) -> None:
        """`text` is the data file."""
        data = tomllib.loads(text)
        self.fixed = frozenset(data["fixed"])
        self.off: dict[dt.date, str] = {}
        self.working: set[dt.date] = set()
        self.estimated: set[int] = set()
        for year in data["year"]:
            self.off.update((day, year["source"]) for entry in year["off"] for day in _days(entry))
            self.working.update(day for entry in year.get("working", ()) for day in _days(entry))
            if year["status"] != "announced":
                self.estimated.add(year["year"])
        self.years = {year["year"] for year in data["year"]}


@functools.cache
def calendar() -> Calendar:
    """The calendar of the data file."""
    return Calendar(files("vanban.lexicon").joinpath("data/holidays.toml").read_text("utf-8"))


def name_day_off(day: dt.date) -> str | None:
    """What kind of day off a day is, in Vietnamese; None for a working day. Estimated holidays count as none.

    >>> name_day_off(dt.date(2026, 11, 24)), name_day_off(dt.date(2025, 11, 29)), name_day_off(dt.date(2026, 1, 10))
    ('ngày nghỉ lễ', 'thứ Bảy', None)
    """
    known = calendar()
    if day in known.working:
        return None
    holiday = day in known.off if day.year in known.years else f"{day:%m-%d}" in known.fixed
    if holiday and (day.year not in known.estimated or f"{day:%m-%d}" in known.fixed):
        return "ngày nghỉ lễ"
    return _WEEKEND[day.weekday() - 5] if day.weekday() >= 5 else None


def _days(entry: str) -> Iterator[dt.date]:
    """One day, or the days from one to another: "2026-08-31..2026-09-02"."""
    first, _, last = entry.partition("..")
    day, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    while day <= end:
        yield day
        day += dt.timedelta(days=1)
