"""Which of several records existed at a date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Protocol, TypeVar

_SLACK = timedelta(days=92)
"""Days that are estimated may be off by a quarter of a year: provinces did not act on one day."""


class Dated(Protocol):
    """A record with its days."""

    @property
    def valid_from(self) -> str | None:
        """The first day."""

    @property
    def valid_to(self) -> str | None:
        """The last day."""


_Record = TypeVar("_Record", bound=Dated)


def is_begun(record: Dated, day: str | None) -> bool:
    """Whether a record had begun at a day; an estimated day is taken with its slack."""
    if day is None or record.valid_from is None or record.valid_from <= day:
        return True
    if getattr(record, "certainty", "") != "estimated":
        return False
    return (date.fromisoformat(record.valid_from) - _SLACK).isoformat() <= day


def is_ended(record: Dated, day: str | None) -> bool:
    """Whether a record had ended at a day."""
    return day is not None and record.valid_to is not None and record.valid_to < day


def is_long_ended(record: Dated, day: str) -> bool:
    """Whether a record had surely ended at a day: an estimated day is given its slack."""
    slack = _SLACK if getattr(record, "certainty", "") == "estimated" else timedelta()
    return is_ended(record, (date.fromisoformat(day) - slack).isoformat())


def list_turns(records: Iterable[Dated]) -> tuple[str, ...]:
    """The days on which an answer of this module can change, in order: between two of them it is the same."""
    turns: set[str] = set()
    for record in records:
        slack = _SLACK if getattr(record, "certainty", "") == "estimated" else timedelta()
        if record.valid_from is not None:
            turns |= {record.valid_from, (date.fromisoformat(record.valid_from) - slack).isoformat()}
        if record.valid_to is not None:
            last = date.fromisoformat(record.valid_to) + timedelta(days=1)
            turns |= {last.isoformat(), (last + slack).isoformat()}
    return tuple(sorted(turns))


def pick_valid(records: Sequence[_Record], day: str | None) -> list[_Record]:
    """The records that existed at a day; else the one that ended last before it, for papers speak of what was."""
    begun = [record for record in records if is_begun(record, day)]
    lasting = [record for record in begun if not is_ended(record, day)]
    sure = [record for record in lasting if record.valid_from is None or day is None or record.valid_from <= day]
    if sure or lasting or not begun:
        return sure or lasting
    last = max(record.valid_to or "" for record in begun)
    return [record for record in begun if record.valid_to == last]
