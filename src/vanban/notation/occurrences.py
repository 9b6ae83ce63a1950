"""The days on which what recurs is due, *các kỳ tới*: of a phrase of repetition, from a day on.

Forms read: "hằng quý" (the last day of each quarter), "trước ngày 15 hằng tháng", "trước ngày 15 của tháng kế tiếp"
behind a quarter, "01/6 và 15/11 hằng năm", "6 tháng, năm" (30/6 and 31/12), "thứ Sáu hằng tuần".
Refused (no days): what names no day and has no last one ("hằng tuần", "02 lần/tuần", "03 giờ/lần", "thường xuyên"),
every day, and counts of months with no beginning ("02 tháng/lần").
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import NamedTuple

from vanban.notation.recurrence import make_rule

_PAIR = re.compile(r"(\d{1,2})(?:/|\s+tháng\s+)(\d{1,2})(?![/\d])")
_NEXT_MONTH = re.compile(r"ngày\s+(\d{1,2})\s+(?:của\s+)?tháng\s+(?:kế tiếp|tiếp theo)")
_QUARTER_ENDS, _AFTER_QUARTERS, _HALF_ENDS = (3, 6, 9, 12), (1, 4, 7, 10), (6, 12)
_ALL_MONTHS = tuple(range(1, 13))
_LAST = 31
"""As a day of a month: its last."""
_FURTHEST = 366 * 4 + 1
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Repetition(NamedTuple):
    """The same day of some months, or of each week: `weekday` counts from Monday."""

    months: tuple[int, ...] = ()
    day: int = _LAST
    weekday: int | None = None

    def falls_on(self, date: dt.date) -> bool:
        """Whether a day is one of it; a day that a month lacks is its last."""
        if self.weekday is not None:
            return date.weekday() == self.weekday
        last = calendar.monthrange(date.year, date.month)[1]
        return date.month in self.months and date.day == min(self.day, last)

    def rule(self) -> str:
        """The same in RFC 5545.

        >>> Repetition((6, 12)).rule(), Repetition(tuple(range(1, 13)), 15).rule(), Repetition(weekday=4).rule()
        ('FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1', 'FREQ=MONTHLY;BYMONTHDAY=15', 'FREQ=WEEKLY;BYDAY=FR')
        """
        if self.weekday is not None:
            return f"FREQ=WEEKLY;BYDAY={_WEEKDAYS[self.weekday]}"
        months = "" if self.months == _ALL_MONTHS else f";BYMONTH={','.join(map(str, self.months))}"
        frequency = "YEARLY" if months else "MONTHLY"
        if self.day >= _LAST:
            days = "-1"
        elif self.day > 28 and (not months or 2 in self.months):
            days = ",".join(map(str, range(28, self.day + 1))) + ";BYSETPOS=-1"
        else:
            days = str(self.day)
        return f"FREQ={frequency}{months};BYMONTHDAY={days}"


def read_repetitions(phrase: str) -> list[Repetition]:
    """What a phrase of repetition says of its days; nothing where it leaves them open.

    >>> [each.rule() for each in read_repetitions("trước ngày 01/6 và 15/11 hằng năm")]
    ['FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1', 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15']
    """
    lowered = phrase.lower()
    rule = dict(part.split("=") for part in (make_rule(phrase) or "FREQ=").split(";"))
    pairs = [(int(day), int(month)) for day, month in _PAIR.findall(lowered)]
    if pairs:
        fits = all(1 <= month <= 12 and 1 <= day <= calendar.monthrange(2024, month)[1] for day, month in pairs)
        return [Repetition((month,), day) for day, month in pairs] if fits else []
    months = tuple(int(month) for month in rule.get("BYMONTH", "").split(",") if month)
    days = [int(day) for day in rule.get("BYMONTHDAY", "").split(",") if day] or [_LAST]
    if rule["FREQ"] == "YEARLY":
        return [Repetition(months or (12,), day) for day in days]
    if rule["FREQ"] == "WEEKLY" and "BYDAY" in rule:
        return [Repetition(weekday=_WEEKDAYS.index(rule["BYDAY"]))]
    if rule["FREQ"] != "MONTHLY":
        return []
    interval = rule.get("INTERVAL")
    following = _NEXT_MONTH.search(lowered)
    if interval == "3" and not re.search(r"tháng/lần", lowered):
        return [Repetition(_AFTER_QUARTERS, int(following[1])) if following else Repetition(_QUARTER_ENDS)]
    if interval == "6" and not re.search(r"tháng/lần", lowered):
        return [Repetition(_HALF_ENDS)]
    if interval is None:
        return [Repetition(_ALL_MONTHS, int(following[1]) if following else day) for day in days]
    return []


def list_occurrences(phrase: str, after: dt.date, count: int = 3, *, only: Repetition | None = None) -> list[dt.date]:
    """The next days of a phrase of repetition, none of them before `after`; of one of its repetitions with `only`.

    >>> [str(day) for day in list_occurrences("định kỳ hằng quý", dt.date(2026, 11, 24), 2)]
    ['2026-12-31', '2027-03-31']
    """
    repetitions = [only] if only else read_repetitions(phrase)
    days: list[dt.date] = []
    for number in range(_FURTHEST if repetitions else 0):
        if len(days) == count or (dt.date.max - after).days < number:
            break
        day = after + dt.timedelta(days=number)
        if any(each.falls_on(day) for each in repetitions):
            days.append(day)
    return days
