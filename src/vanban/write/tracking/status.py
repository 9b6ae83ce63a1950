"""The state of a duty by the official frame, *trạng thái* (1270/BC-TCTTTg): done or not, in time or late."""

from __future__ import annotations

from datetime import date

DONE = "hoàn thành (đúng hạn)"
DONE_LATE = "hoàn thành (quá hạn)"
IN_TIME = "chưa hoàn thành (trong hạn)"
OVERDUE = "chưa hoàn thành (quá hạn)"
NO_DEADLINE = "chưa hoàn thành (không hạn)"

SOON = 3
"""Days before the last one within which offices say "sắp đến hạn"."""

COLOURS = {
    DONE: "#bbf7d0",
    DONE_LATE: "#fed7aa",
    IN_TIME: "#e0f2fe",
    OVERDUE: "#fecaca",
    NO_DEADLINE: "#f3f4f6",
    "Đúng tiến độ": "#e0f2fe",
    "Sắp đến hạn": "#fef08a",
    "Quá hạn": "#fecaca",
}
"""Grounds of cells by what they say."""


def tell_status(day: date, due: date | None, done: date | None) -> str:
    """The state at `day` of what is due on `due` and was reported done on `done`; what has no last day is never late.

    >>> tell_status(date(2026, 3, 1), date(2026, 2, 28), None), tell_status(date(2026, 3, 1), None, date(2026, 2, 1))
    ('chưa hoàn thành (quá hạn)', 'hoàn thành (đúng hạn)')
    """
    if done is not None:
        return DONE_LATE if due is not None and done > due else DONE
    if due is None:
        return NO_DEADLINE
    return OVERDUE if due < day else IN_TIME


def tell_progress(day: date, due: date | None, done: date | None) -> str:
    """The same in the words of an office's report, *mức độ hoàn thành*; "" for what has no last day and is not done.

    >>> tell_progress(date(2026, 3, 1), date(2026, 3, 4), None), tell_progress(date(2026, 3, 1), date(2026, 3, 5), None)
    ('Sắp đến hạn', 'Đúng tiến độ')
    """
    if due is None:
        return "Đúng tiến độ" if done else ""
    if (done or day) > due:
        return "Quá hạn"
    return "Sắp đến hạn" if done is None and (due - day).days <= SOON else "Đúng tiến độ"
