"""The state of duties at a day, *tình trạng thực hiện*, as the tracking list tells it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from vanban.notation.date import render_date
from vanban.write.drafts.brief import Brief
from vanban.write.drafts.words import Source, Words
from vanban.write.tracking.due import due_date, parse_iso
from vanban.write.tracking.rows import track
from vanban.write.tracking.status import OVERDUE


class State(NamedTuple):
    """The status in the official frame, the day on which the duty is due, what its document does not say."""

    status: str
    due: dt.date | None
    missing: tuple[str, ...]
    key: str
    document: str

    @property
    def overdue(self) -> bool:
        """Whether the day has passed and the dossier holds no report."""
        return self.status == OVERDUE

    def words(self, text: str) -> Words:
        """Words that rest on the state."""
        return Words(text, (Source("state", self.key, self.document, self.status),))

    def count_late(self, day: dt.date) -> Words:
        """How long the duty is overdue: "12 ngày"."""
        return self.words(f"{(day - self.due).days} ngày" if self.due else "")


def find_states(brief: Brief) -> dict[str, State]:
    """The state of each duty of the dossier by its id."""
    rows = track(brief.dossier, as_of=brief.day, directory=brief.directory)
    return {
        row.duty.id: State(
            status=row.status,
            due=(parse_iso(row.sharper) if row.sharper else None) or due_date(row.duty),
            missing=tuple(missing.ro for missing in row.missing),
            key=row.duty.id,
            document=row.document,
        )
        for row in rows
    }


def day_words(brief: Brief) -> Words:
    """The day at which the state is told, "ngày 05 tháng 01 năm 2026"."""
    return Words(render_date(brief.day), (Source("setting", "as-of", text=brief.day.isoformat()),))
