"""The tracking list as iCalendar to-dos (RFC 5545): one for each duty that has a day or a rule of repetition."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from vanban.model.dossier import Dossier, TrackingRow
from vanban.write.tracking.due import due_date, parse_iso


def render_ics(rows: Sequence[TrackingRow], dossier: Dossier, as_of: date, received: date | None = None) -> bytes:
    """VEVENT of a whole day on the last day of each duty; a duty without a day has none to show and stays out."""
    documents = {duty.id: document for document in dossier.documents for duty in document.duties}
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//vanban//theo doi nhiem vu//VI", "CALSCALE:GREGORIAN"]
    for row in rows:
        duty, document = row.duty, documents[row.duty.id]
        day = parse_iso(row.sharper) if row.sharper else due_date(duty, received)
        rule = duty.deadline.rrule if duty.deadline else None
        issued = parse_iso(document.promulgation.date) if document.promulgation and document.promulgation.date else None
        begin = day or (issued if rule else None)
        if begin is None:
            continue
        who = "; ".join(party.name for party in duty.assignees)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{duty.id}@vanban",
            f"DTSTAMP:{as_of:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{begin:%Y%m%d}",
            f"DTEND;VALUE=DATE:{begin + timedelta(days=1):%Y%m%d}",
            *([f"RRULE:{rule.removeprefix('RRULE:')}"] if rule and "\n" not in rule else []),
            f"SUMMARY:{_escape(duty.action or duty.text)}",
            f"DESCRIPTION:{_escape(f'{row.document}. Chủ trì: {who}. {duty.text}')}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "".join(_fold(line) for line in [*lines, "END:VCALENDAR"]).encode("utf-8", "replace")


def _escape(text: str) -> str:
    plain = " ".join(text.split())
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
