"""The day on which a duty is due: what the document says, or what follows from the day of receipt; never a guess."""

from __future__ import annotations

import re
from datetime import date, timedelta

from vanban.model.document import Document, Duty

_FROM_RECEIPT = re.compile(
    r"(?P<number>\d{1,3})\s*(?:\([^)]*\)\s*)?ngày(?P<working>\s+làm\s+việc)?\b.{0,20}?\b(?:kể\s+từ|từ|sau)\s+"
    r"(?:khi|ngày)\s+(?:được\s+)?(?:nhận|tiếp\s+nhận)",
    re.IGNORECASE,
)


def due_date(duty: Duty, document: Document, received: date | None = None) -> date | None:
    """The last day of the duty, *thời hạn*; None where the document gives none.

    "10 ngày kể từ ngày nhận được văn bản" counts from `received` where that is given. Working days are not counted
    here: which days are off is for the deadline's own notation to know.
    """
    deadline = duty.deadline
    if deadline is None:
        return None
    if deadline.date:
        return parse_iso(deadline.date)
    found = _FROM_RECEIPT.search(deadline.text)
    if received and found and not found["working"]:
        return received + timedelta(days=int(found["number"]))
    return None


def parse_iso(text: str) -> date | None:
    """A date as ISO 8601; None for what is no day ("2021-10")."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
