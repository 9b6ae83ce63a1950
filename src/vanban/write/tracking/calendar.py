"""The tracking list as a calendar, *lịch nhắc việc* (iCalendar, RFC 5545): a whole-day event for each last day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from vanban.model.document import Document
from vanban.model.dossier import Dossier, TrackingRow
from vanban.notation.folding import fold
from vanban.notation.occurrences import list_occurrences, read_repetitions
from vanban.write.tracking.due import parse_iso

_ALARMS = (7, 3, 1)
"""Days before the last one on which the calendar reminds."""
_LONGEST_NAME = 80


class _Event(NamedTuple):
    begin: date
    rule: str | None
    mark: str


def render_ics(
    rows: Sequence[TrackingRow],
    dossier: Dossier,
    as_of: date,
    *,
    name: str | None = None,
) -> bytes:
    """The calendar of `name`: each duty on its last day, what recurs on all its days, with reminders 7, 3 and 1 days
    before. What has no day and what is done stays out. UIDs are those of the duties: the next list replaces the events.
    """
    documents = {duty.id: document for document in dossier.documents for duty in document.duties}
    title = f"Nhiệm vụ - {name}" if name else "Nhiệm vụ"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//vanban//theo doi nhiem vu//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_escape(title)}",
        f"X-WR-CALNAME:{_escape(title)}",
    ]
    for row in rows:
        if row.answer and row.answer.closes:
            continue
        for event in _list_events(row, documents[row.duty.id], as_of):
            lines += _write_event(row, event, as_of)
    return "".join(_fold(line) for line in [*lines, "END:VCALENDAR"]).encode("utf-8", "replace")


def name_files(organs: Sequence[str]) -> list[str]:
    """A file name for each organ's calendar, without marks, blanks and what file systems do not take; none twice.

    >>> name_files(["Sở Y tế", "Sở Y Tế", "../x", ""])
    ['so-y-te.ics', 'so-y-te-2.ics', 'x.ics', 'lich.ics']
    """
    known: set[str] = set()
    names = []
    for organ in organs:
        plain = re.sub(r"[^a-z0-9]+", "-", fold(organ)).strip("-")[:_LONGEST_NAME].strip("-") or "lich"
        number, chosen = 1, plain
        while chosen in known:
            number += 1
            chosen = f"{plain}-{number}"
        known.add(chosen)
        names.append(f"{chosen}.ics")
    return names


def _list_events(row: TrackingRow, document: Document, as_of: date) -> Iterator[_Event]:
    deadline = row.duty.deadline
    if deadline is None:
        return
    day = parse_iso(row.sharper or deadline.date or "")
    if day:
        yield _Event(day, None, "")
    if not deadline.recurrence:
        return
    issued = parse_iso(document.promulgation.date) if document.promulgation and document.promulgation.date else None
    after = day + timedelta(days=1) if day else issued or as_of
    for number, repetition in enumerate(read_repetitions(deadline.recurrence), start=1):
        first = next(iter(list_occurrences(deadline.recurrence, after, 1, only=repetition)), None)
        if first:
            yield _Event(first, repetition.rule(), f"-ky{number}")


def _write_event(row: TrackingRow, event: _Event, as_of: date) -> list[str]:
    duty = row.duty
    who = "; ".join(party.name for party in duty.assignees)
    summary = _escape(duty.action or duty.text)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{duty.id}{event.mark}@vanban",
        f"DTSTAMP:{as_of:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{event.begin:%Y%m%d}",
        f"DTEND;VALUE=DATE:{_following(event.begin):%Y%m%d}",
        *([f"RRULE:{event.rule}"] if event.rule else []),
        f"SUMMARY:{summary}",
        f"DESCRIPTION:{_escape(f'{row.document}. Chủ trì: {who}. {duty.text}')}",
        "TRANSP:TRANSPARENT",
    ]
    for days in _ALARMS:
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:Còn {days} ngày: {summary}",
            f"TRIGGER:-P{days}D",
            "END:VALARM",
        ]
    return [*lines, "END:VEVENT"]


def _following(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _escape(text: str) -> str:
    plain = "".join(character for character in " ".join(text.split()) if character.isprintable())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _fold(line: str) -> str:
    """Lines of at most 75 octets, never cut inside a letter."""
    pieces, size, limit = [""], 0, 75
    for character in line:
        width = len(character.encode("utf-8", "replace"))
        if size + width > limit:
            pieces.append("")
            size, limit = 0, 74
        pieces[-1] += character
        size += width
    return "\r\n ".join(pieces) + "\r\n"
