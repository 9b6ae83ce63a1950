"""Deadlines against the calendar: before the document's own day, or on a day on which offices do not work."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from vanban.crosscheck.proof import day, prove_duty, prove_words
from vanban.lexicon.holidays import name_day_off
from vanban.model.document import Document, Duty
from vanban.model.dossier import Dossier, Finding

_EXACT = re.compile(r"\d{1,2}\s?[/.\-]\s?\d{1,2}|\d{1,2}\s+tháng\s+\d{1,2}", re.IGNORECASE)
_SURE = 0.8


def find_past_deadlines(dossier: Dossier) -> Iterator[Finding]:
    """`deadline-past`: a day that lies before the day of the document that sets it."""
    for document, duty, date in _exact_days(dossier):
        issued = document.promulgation.date if document.promulgation else None
        proof = document.evidence.get("promulgation.date")
        if issued is None or proof is None or proof.confidence < _SURE or date >= issued:
            continue
        message = f"Thời hạn {day(date)} trước ngày ban hành văn bản {day(issued)}."
        yield Finding("deadline-past", message, [prove_duty(document, duty), prove_words(document, proof.span)])


def find_days_off(dossier: Dossier) -> Iterator[Finding]:
    """`deadline-day-off`: a day on which State offices do not work (Bộ luật Lao động 2019, Điều 111, 112)."""
    for document, duty, date in _exact_days(dossier):
        off = name_day_off(dt.date.fromisoformat(date))
        if off is not None:
            message = f"Thời hạn {day(date)} là {off}."
            yield Finding("deadline-day-off", message, [prove_duty(document, duty)], severity="info")


def _exact_days(dossier: Dossier) -> Iterator[tuple[Document, Duty, str]]:
    """Duties with a deadline that names its day; neither a month's last nor one that was counted."""
    for document in dossier.documents:
        for duty in document.duties:
            due = duty.deadline
            if due is not None and due.date and due.basis is None and not due.recurrence and _EXACT.search(due.text):
                yield document, duty, due.date
