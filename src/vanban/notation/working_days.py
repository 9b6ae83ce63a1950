"""Counting in days on which offices work, *ngày làm việc*, and what is to be said of it.

Bộ luật Dân sự 2015: the day of the event is not counted (Điều 147), a period that ends on a day off ends with the next
working day (Điều 148 khoản 5).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from vanban.lexicon.holidays import is_announced, is_working_day, tell_holiday


def count_working_days(start: dt.date, count: int) -> dt.date:
    """The last of `count` working days after `start`.

    >>> count_working_days(dt.date(2026, 8, 20), 3), count_working_days(dt.date(2026, 8, 28), 1)
    (datetime.date(2026, 8, 24), datetime.date(2026, 9, 3))
    """
    day = start
    while count > 0:
        day += dt.timedelta(days=1)
        count -= is_working_day(day)
    return day


def end_on_working_day(day: dt.date) -> dt.date:
    """The day itself, or the next working day where it is a day off.

    >>> end_on_working_day(dt.date(2025, 10, 11)), end_on_working_day(dt.date(2025, 10, 14))
    (datetime.date(2025, 10, 13), datetime.date(2025, 10, 14))
    """
    while not is_working_day(day):
        day += dt.timedelta(days=1)
    return day


def name_day(day: dt.date) -> str:
    """What a day off is: its holiday or the day of the week."""
    weekend = ("thứ Bảy", "Chủ nhật")[day.weekday() - 5] if day.weekday() >= 5 else "ngày nghỉ"
    return tell_holiday(day) or weekend


def tell_exceptions(start: dt.date, end: dt.date) -> str:
    """What the working days after `start` to `end` leave out beside weekends, and the Saturdays worked among them.

    >>> tell_exceptions(dt.date(2026, 8, 21), dt.date(2026, 9, 1))
    '; trừ 31/8/2026 (hoán đổi, Quốc khánh), 01/9/2026 (Quốc khánh); tính cả 22/8/2026 (làm bù ngày 31/8/2026)'
    """
    days = [start + dt.timedelta(days=number) for number in range(1, (end - start).days + 1)]
    off = [day for day in days if day.weekday() < 5 and not is_working_day(day)]
    worked = [day for day in days if day.weekday() >= 5 and is_working_day(day)]
    left_out = f"; trừ {_list_days(off)}" if off else ""
    return left_out + (f"; tính cả {_list_days(worked)}" if worked else "")


def _list_days(days: Sequence[dt.date]) -> str:
    return ", ".join(_named(days))


def _named(days: Sequence[dt.date]) -> Iterator[str]:
    """The days; the holiday behind the last of those that have it in common."""
    for number, day in enumerate(days):
        name = tell_holiday(day)
        following = tell_holiday(days[number + 1]) if number + 1 < len(days) else None
        yield show_day(day) + (f" ({name})" if name != following else "")


def warn_of_calendar(first: dt.date, last: dt.date) -> str | None:
    """The sentence that the days off of a year between two days are not announced; None where they are.

    >>> warn_of_calendar(dt.date(2026, 12, 25), dt.date(2027, 1, 8))
    'Lịch nghỉ lễ, Tết năm 2027 chưa được công bố đầy đủ; ngày tính ra có thể thay đổi, hãy đối chiếu khi có thông báo.'
    """
    unknown = [str(year) for year in range(first.year, last.year + 1) if not is_announced(year)]
    if not unknown:
        return None
    return (
        f"Lịch nghỉ lễ, Tết năm {', '.join(unknown)} chưa được công bố đầy đủ; ngày tính ra có thể thay đổi, "
        "hãy đối chiếu khi có thông báo."
    )


def show_day(day: dt.date) -> str:
    """A day as offices write it: two figures for days under 10, months 1 and 2 (NĐ 30/2020, Phụ lục I, II.4).

    >>> show_day(dt.date(2026, 9, 2)), show_day(dt.date(2026, 2, 14))
    ('02/9/2026', '14/02/2026')
    """
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"
