"""One task in words: the action as its source has it, its place there, and what the action does not say itself."""

from __future__ import annotations

import datetime as dt
import re

from vanban.model.document import Deadline, Document, Duty
from vanban.notation.date import find_dates, render_date
from vanban.notation.folding import match_key
from vanban.write.grounds import cite_in_short, cite_place, lower_first, name_type
from vanban.write.placeholder import clean_text

# The mark of who typed the paper stands after its last sentence: "… Tỉnh ủy. thuv".
_TYPIST = re.compile(r"(?<=[./])\s+[a-z]{1,8}$")


def describe_task(duty: Duty, document: Document) -> str:
    """The paragraph of a task: its sentence with the citation in brackets, then what the action leaves unsaid.

    It stays one paragraph: a reader, and the parser, takes sentences that name nobody else for the same duty.
    """
    action = _settle(clean_text(duty.action) or clean_text(duty.text), document)
    action = _TYPIST.sub("", action).rstrip(" .;,/")
    condition = clean_text(duty.condition or "").rstrip(" ,.")
    if condition and not _says(action, condition):
        action = f"{condition}, {lower_first(action)}"
    more = (
        ("Phối hợp với ", ", ".join(_unsaid(action, [party.name for party in duty.coordinators]))),
        ("Thời hạn: ", _name_deadline(action, duty.deadline)),
        ("Sản phẩm: ", "".join(_unsaid(action, [duty.deliverable or ""]))),
        ("Báo cáo kết quả về ", ", ".join(_unsaid(action, [party.name for party in duty.report_to]))),
    )
    sentences = [f"{action[:1].upper()}{action[1:]} ({cite_place(document, duty.path)})."]
    return " ".join([*sentences, *(f"{opening}{text}." for opening, text in more if text)])


def _settle(action: str, document: Document) -> str:
    """A "Kế hoạch này" of the source means the source; in the draft it would mean the draft."""
    kind = re.escape(name_type(document))
    return re.sub(rf"\b{kind}\s+này\b", lambda _: cite_in_short(document), action, flags=re.IGNORECASE)


def _unsaid(action: str, names: list[str]) -> list[str]:
    cleaned = [clean_text(name).rstrip(" .;,") for name in names]
    return [name for name in cleaned if name and not _says(action, name)]


def _says(action: str, phrase: str) -> bool:
    return f" {match_key(phrase)} " in f" {match_key(action)} "


def _name_deadline(action: str, deadline: Deadline | None) -> str:
    """The deadline where the action leaves it out, or has it without a date that was computed from its source."""
    if deadline is None:
        return ""
    text = clean_text(deadline.text).rstrip(" .;,")
    recurrence = clean_text(deadline.recurrence or "")
    said = _says(action, text)
    date = _read_iso(deadline.date)
    if date and not any(found.date for found in find_dates(text)):
        return render_date(date) if said or not text else f"{render_date(date)} ({text})"
    parts = [part for part in dict.fromkeys((text, recurrence)) if part and not _says(action, part)]
    return "; ".join(part for part in parts if part == text or not _says(text, part))


def _read_iso(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text or "")
    except ValueError:
        return None
