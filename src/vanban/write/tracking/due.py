"""The day on which a duty is due: what the document says, or what follows from the day of receipt; never a guess."""

from __future__ import annotations

from datetime import date

from vanban.model.document import Deadline, Duty
from vanban.notation.deadline import parse_due_cell
from vanban.notation.occurrences import list_occurrences


def due_date(duty: Duty, received: date | None = None) -> date | None:
    """The last day of the duty, *thời hạn*; None where the document gives none.

    "10 ngày kể từ ngày nhận được văn bản" counts from `received` where that is given.
    """
    counted = count_from_receipt(duty, received)
    return parse_iso(counted.date) if counted and counted.date else None


def count_from_receipt(duty: Duty, received: date | None) -> Deadline | None:
    """The deadline of a duty, counted from the day of receipt where it waits for that."""
    deadline = duty.deadline
    if deadline is None or deadline.date or received is None:
        return deadline
    found = parse_due_cell(deadline.text, received=received)
    if found is None or found.date is None:
        return deadline
    return Deadline(
        text=deadline.text,
        date=found.date.isoformat(),
        recurrence=deadline.recurrence,
        rrule=deadline.rrule,
        basis=found.basis,
        span=deadline.span,
        explanation=found.explanation,
        warning=found.warning,
    )


def list_next(duty: Duty, day: date) -> list[date]:
    """The next days on which what recurs is due, from `day` on; none where the document leaves them open."""
    deadline = duty.deadline
    return list_occurrences(deadline.recurrence, day) if deadline and deadline.recurrence else []


def parse_iso(text: str) -> date | None:
    """A date as ISO 8601; None for what is no day ("2021-10")."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
