"""The day on which a duty is due: what the document says, or what follows from the day of receipt; never a guess."""

from __future__ import annotations

from datetime import date

import msgspec

from vanban.model.document import Document, Duty
from vanban.notation.arrival import find_arrival
from vanban.notation.deadline import parse_due_cell
from vanban.notation.occurrences import list_occurrences


def due_date(duty: Duty) -> date | None:
    """The last day of the duty, *thời hạn*; None where it has none."""
    return parse_iso(duty.deadline.date) if duty.deadline and duty.deadline.date else None


def count_from_receipt(duty: Duty, received: date | None) -> Duty:
    """The duty with its last day where that counts from the day of receipt ("10 ngày kể từ ngày nhận được văn bản")
    and this is known; else the duty itself."""
    deadline = duty.deadline
    if deadline is None or deadline.date or received is None:
        return duty
    found = parse_due_cell(deadline.text, received=received)
    if found is None or found.date is None:
        return duty
    counted = msgspec.structs.replace(
        deadline,
        date=found.date.isoformat(),
        basis=found.basis,
        explanation=found.explanation,
        warning=found.warning,
    )
    return msgspec.structs.replace(duty, deadline=counted)


def find_receipt(document: Document, received: date | None) -> date | None:
    """The day on which a document came: the one that is given, else that of its stamp "ĐẾN"."""
    if received is not None:
        return received
    arrival = find_arrival(document.text)
    return arrival.date if arrival else None


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
