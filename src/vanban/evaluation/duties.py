"""The duties of a document against those labelled: found ones first, then what is said of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import UNSET

from vanban.evaluation.judgement import Verdict, judge_names, judge_one, leave_out, list_names
from vanban.evaluation.labels import DutyLabel
from vanban.evaluation.likeness import cover_words, is_same, pair_up, print_form, share_words
from vanban.model.document import Deadline, Duty

_FOUND = 0.8
"""The share of the label's words that must stand in the duty's sentence."""


def judge_duties(labels: Sequence[DutyLabel], duties: Sequence[Duty]) -> Iterator[Verdict]:
    """A duty is found where the labelled action stands in it; the rest is compared on duties that were found."""
    pairs = pair_up(labels, duties, _liken, _FOUND)
    for i, j in pairs:
        label, duty = labels[i], duties[j]
        literal = any(print_form(label.action) in print_form(text) for text in (duty.action, duty.text))
        yield Verdict("duty.action", "right" if literal else "near", label.action, duty.action, duty.confidence)
        yield from _judge_details(label, duty)
    for label in leave_out(labels, [i for i, _ in pairs]):
        yield Verdict("duty.action", "missed", label=label.action)
    for duty in leave_out(duties, [j for _, j in pairs]):
        yield Verdict("duty.action", "extra", given=duty.action or duty.text, confidence=duty.confidence)


def _liken(label: DutyLabel, duty: Duty) -> float:
    """The share of the action that was found; among equals the duty that begins alike and has the same assignee."""
    share = cover_words(label.action, f"{duty.action} {duty.text}")
    if share < _FOUND:
        return share
    wanted = [] if label.assignees is UNSET else label.assignees
    likest = max((share_words(name, given) for name in wanted for given in list_names(duty.assignees)), default=0.0)
    return share + 0.01 * share_words(label.action, duty.action) + 0.02 * likest


def _judge_details(label: DutyLabel, duty: Duty) -> Iterator[Verdict]:
    about = label.action
    due = duty.deadline or Deadline("")
    if label.assignees is not UNSET:
        yield from judge_names("duty.assignees", label.assignees, list_names(duty.assignees), 0.75, about)
    if label.coordinators is not UNSET:
        yield from judge_names("duty.coordinators", label.coordinators, list_names(duty.coordinators), 0.75, about)
    if label.deadline is not UNSET:
        yield judge_one("duty.deadline", label.deadline, due.date, is_same, about=about)
    if label.recurrence is not UNSET:  # that there is one is what counts; its words are cut in many ways
        yield judge_one("duty.recurrence", label.recurrence, due.recurrence, lambda *_: True, about=about)
    if label.report_to is not UNSET:
        wanted = [label.report_to] if label.report_to else []
        yield from judge_names("duty.report_to", wanted, list_names(duty.report_to), 0.7, about)
