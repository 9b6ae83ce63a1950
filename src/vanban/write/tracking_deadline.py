"""The day on which a duty is due: what the document says, or what follows from the day of receipt; never a guess."""

from __future__ import annotations

import re
from datetime import date

from vanban.model.document import Duty
from vanban.notation.deadline import find_deadlines

_RECEIPT = re.compile(
    r"(?:kể\s+từ|tính\s+từ|bắt\s+đầu\s+từ|từ|sau)\s+(?:ngày\s+|khi\s+|lúc\s+|thời\s+điểm\s+)?(?:được\s+)?(?:tiếp\s+)?nhận\b[^,.;:)]*",
    re.IGNORECASE,
)


def due_date(duty: Duty, received: date | None = None) -> date | None:
    """The last day of the duty, *thời hạn*; None where the document gives none.

    "10 ngày kể từ ngày nhận được văn bản" counts from `received` where that is given.
    """
    return find_due(duty, received)[0]


def find_due(duty: Duty, received: date | None = None) -> tuple[date | None, str | None]:
    """The last day and how it was computed, None where it stands as it is."""
    deadline = duty.deadline
    if deadline is None:
        return None, None
    if deadline.date:
        return parse_iso(deadline.date), deadline.basis
    if received is None or not _RECEIPT.search(deadline.text):
        return None, None
    counted = _RECEIPT.sub(f"kể từ ngày {received:%d/%m/%Y}", deadline.text)
    found = next((each for each in find_deadlines(counted) if each.date), None)
    return (found.date, f"{deadline.text}; nhận ngày {received:%d/%m/%Y}") if found else (None, None)


def parse_iso(text: str) -> date | None:
    """A date as ISO 8601; None for what is no day ("2021-10")."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
