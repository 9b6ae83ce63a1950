"""One task in words: the action as its source has it, its place there, and what the action does not say itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from vanban.notation.date import find_dates, render_date
from vanban.notation.folding import match_key
from vanban.write.drafts.grounds import cite_in_short, lower_first, name_place, name_type
from vanban.write.drafts.placeholder import clean_text
from vanban.write.drafts.tasks import Task
from vanban.write.drafts.words import NOTHING, Words, duty_words, say

# The mark of who typed the paper stands after its last sentence: "… Tỉnh ủy. thuv".
_TYPIST = re.compile(r"(?<=[./])\s+[a-z]{1,8}$")


def describe_task(task: Task, open_deadline: Words = NOTHING) -> Words:
    """The paragraph of a task: its sentence with the citation in brackets, then what the action leaves unsaid.

    It stays one paragraph: a reader, and the parser, takes sentences that name nobody else for the same duty.
    `open_deadline` stands for a deadline that is not known, where the paper has to name one (NĐ 30, Điều 23.2).
    """
    return say("{} ({}).{}", _describe_action(task), cite_task(task), _describe_rest(task, open_deadline))


def cite_task(task: Task) -> Words:
    """The place of a task in its document: "điểm 3.1 Mục IV Kế hoạch số 12-KH/TU"."""
    place = duty_words(task.document, task.duty, name_place(task.duty.path))
    cited = cite_in_short(task.document)
    return say("{} {}", place, cited) if place else cited


def _describe_action(task: Task) -> Words:
    duty, document = task.duty, task.document
    action = _settle(clean_text(duty.action) or clean_text(duty.text), task)
    action = _TYPIST.sub("", action).rstrip(" .;,/")
    condition = clean_text(duty.condition or "").rstrip(" ,.")
    if condition and not _says(action, condition):
        action = f"{condition}, {lower_first(action)}"
    return duty_words(document, duty, f"{action[:1].upper()}{action[1:]}")


def quote_action(task: Task) -> Words:
    """The action alone, without a full stop."""
    return _describe_action(task)


def name_deadline(task: Task) -> Words:
    """The deadline as it is put into words, empty where the duty has none."""
    return duty_words(task.document, task.duty, lower_first(_name_deadline("", task)))


def _describe_rest(task: Task, open_deadline: Words) -> Words:
    duty, document = task.duty, task.document
    action = _describe_action(task).text
    more = (
        ("Phối hợp với", ", ".join(_unsaid(action, [party.name for party in duty.coordinators]))),
        ("Thời hạn:", _name_deadline(action, task) or ("" if duty.deadline else open_deadline.text)),
        ("Sản phẩm:", "".join(_unsaid(action, [duty.deliverable or ""]))),
        ("Báo cáo kết quả về", ", ".join(_unsaid(action, [party.name for party in duty.report_to]))),
    )
    said = "".join(f" {opening} {text}." for opening, text in more if text)
    return Words(said, (*duty_words(document, duty, "").sources, *open_deadline.sources))


def _settle(text: str, task: Task) -> str:
    """What points to a document from where it stood names it: "Kế hoạch này" of the source would be the draft, and
    "Kế hoạch nêu trên" nothing."""
    kind = re.escape(name_type(task.document))
    own = cite_in_short(task.document).text
    text = re.sub(rf"\b{kind}\s+này\b", lambda _: own, text, flags=re.IGNORECASE)
    for said, named in _list_anaphors(task):
        text = text.replace(said, named)
    return text


def _list_anaphors(task: Task) -> Iterator[tuple[str, str]]:
    """What points back inside the task's sentence, with the document that it stands for."""
    start, end = task.duty.span or (0, 0)
    for reference in task.document.references:
        if reference.code and reference.document_type:
            named = f"{reference.document_type} số {clean_text(reference.code.text)}"
            inside = (one for one in reference.mentions if one.anaphor and start <= one.span[0] < end)
            yield from ((clean_text(mention.text), named) for mention in inside)


def _unsaid(action: str, names: list[str]) -> list[str]:
    cleaned = [clean_text(name).rstrip(" .;,") for name in names]
    return [name for name in cleaned if name and not _says(action, name)]


def _says(action: str, phrase: str) -> bool:
    return f" {match_key(phrase)} " in f" {match_key(action)} "


def _name_deadline(action: str, task: Task) -> str:
    """The deadline where the action leaves it out, or has it without a date that was computed from its source."""
    deadline = task.duty.deadline
    if deadline is None:
        return ""
    text = _settle(clean_text(deadline.text).rstrip(" .;,"), task)
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
