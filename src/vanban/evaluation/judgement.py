"""One document against its label: a verdict for each value that is labelled or given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from vanban.evaluation.labels import DocumentLabel, SignerLabel
from vanban.evaluation.likeness import is_close, is_same, pair_up, plain_form, print_form, share_words
from vanban.model.document import Code, Document, Issuer, Party, Promulgation

Value = TypeVar("Value")

SINGLE = frozenset(
    ("document_type", "code.number", "code.notation", "date", "place", "issuer", "issuer.parent", "subject", "priority",
     "signer.position", "signer.competence", "duty.deadline", "duty.recurrence")
)  # fmt: skip
"""Fields with one value or none; the others are lists."""

NOTHING = Document(id="", text="")
"""What is compared where a labelled document was not found."""


class Verdict(msgspec.Struct, frozen=True, gc=False):
    """What became of a value: "right", "near" (tolerant only), "wrong", "missed", "extra", or "blank" where neither
    label nor document has one. `confidence` is that of the value given, where the document says it."""

    field: str
    outcome: str
    label: str | None = None
    given: str | None = None
    confidence: float | None = None
    about: str | None = None


def judge_heading(label: DocumentLabel, document: Document) -> Iterator[Verdict]:
    """The verdicts on all fields but the duties."""
    code = document.code or Code(None, None, "")
    issued = document.promulgation or Promulgation()
    issuer = document.issuer or Issuer()
    kind = document.document_type.name if document.document_type else None
    singles: tuple[tuple[str, str | UnsetType | None, str | None, Callable[[str, str], bool], str], ...] = (
        ("document_type", label.document_type, kind, is_same, "document_type"),
        ("code.number", label.number, code.number, is_same, "code"),
        ("code.notation", label.notation, code.notation, is_same, "code"),
        ("date", label.date, issued.date, is_same, "promulgation.date"),
        ("place", label.place, issued.place, is_same, "promulgation.place"),
        ("issuer", label.issuer, issuer.name, is_close(0.8), "issuer.name"),
        ("issuer.parent", label.issuer_parent, issuer.parent, is_close(0.8), "issuer.parent"),
        ("subject", label.subject, document.subject, is_close(0.9), "subject"),
        ("priority", label.priority, document.priority, is_same, "priority"),
    )  # fmt: skip
    for field, wanted, given, agrees, path in singles:
        if wanted is not UNSET:
            evidence = document.evidence.get(path)
            yield judge_one(field, wanted, given, agrees, confidence=evidence.confidence if evidence else None)
    if label.addressees is not UNSET:
        yield from judge_names("addressees", label.addressees or [], list_names(document.addressees), 0.8)
    if label.recipients is not UNSET:
        wanted_places = [_without_purpose(name) for name in label.recipients or []]
        given_places = [_without_purpose(name) for name in list_names(document.to_places)]
        yield from judge_names("to_places", wanted_places, given_places, 0.8)
    if label.signers is not UNSET:
        yield from _judge_signers(label.signers or [], document)
    if label.references is not UNSET:
        yield from _judge_references(label.references or [], document)


def judge_one(
    field: str,
    label: str | None,
    given: str | None,
    agrees: Callable[[str, str], bool],
    *,
    confidence: float | None = None,
    about: str | None = None,
) -> Verdict:
    """The verdict on a field with one value or none."""
    if label and given:
        outcome = rate(label, given, agrees(label, given))
    else:
        outcome = "missed" if label else "extra" if given else "blank"
    return Verdict(field, outcome, label or None, given or None, confidence if given else None, about)


def judge_names(
    field: str, labels: Sequence[str], given: Sequence[str], least: float, about: str | None = None
) -> Iterator[Verdict]:
    """The verdicts on a list of names, matched by the words that they share."""
    pairs = pair_up(labels, given, share_words, least)
    for i, j in pairs:
        yield Verdict(field, rate(labels[i], given[j], True), labels[i], given[j], about=about)
    for name in leave_out(labels, [i for i, _ in pairs]):
        yield Verdict(field, "missed", label=name, about=about)
    for name in leave_out(given, [j for _, j in pairs]):
        yield Verdict(field, "extra", given=name, about=about)


def rate(label: str, given: str, agrees: bool) -> str:
    """ "right" for the same letters, "near" for what agrees else, "wrong" for what does not."""
    if not agrees:
        return "wrong"
    return "right" if print_form(label) == print_form(given) else "near"


def list_names(parties: Sequence[Party]) -> list[str]:
    """The names of parties."""
    return [party.name for party in parties if party.name]


def leave_out(values: Sequence[Value], places: Sequence[int]) -> list[Value]:
    """The values that stand at none of the places."""
    return [value for place, value in enumerate(values) if place not in places]


def _without_purpose(name: str) -> str:
    """A recipient without the purpose in brackets, which is not compared."""
    return re.sub(r"\s*\([^()]*\)\s*$", "", name) or name


def _judge_signers(labels: Sequence[SignerLabel], document: Document) -> Iterator[Verdict]:
    if any(not label.full_name for label in labels):
        return
    wanted = [label.full_name or "" for label in labels]
    given = [signer.full_name or "" for signer in document.signers]
    pairs = pair_up(wanted, given, share_words, 0.99)
    for i, j in pairs:
        label, signer = labels[i], document.signers[j]
        yield Verdict("signer.name", rate(wanted[i], given[j], True), wanted[i], given[j])
        if label.position is not UNSET:
            yield judge_one("signer.position", label.position, signer.position, is_close(0.9), about=wanted[i])
        if label.competence is not UNSET:
            yield judge_one("signer.competence", label.competence, signer.competence, _same_marks, about=wanted[i])
    for name in leave_out(wanted, [i for i, _ in pairs]):
        yield Verdict("signer.name", "missed", label=name)
    for name in leave_out(given, [j for _, j in pairs]):
        yield Verdict("signer.name", "extra", given=name)


def _same_marks(label: str, given: str) -> bool:
    """ "T/M" and "TM." are the same mark."""
    return re.sub(r"\W", "", plain_form(label)) == re.sub(r"\W", "", plain_form(given))


def _judge_references(labels: Sequence[str], document: Document) -> Iterator[Verdict]:
    """Codes, each once; blanks inside a code do not count."""
    wanted = {plain_form(code).replace(" ", ""): code for code in labels if plain_form(code)}
    codes = [reference.code.text for reference in document.references if reference.code]
    given = {plain_form(code).replace(" ", ""): code for code in codes if plain_form(code)}
    for key, label in wanted.items():
        if key in given:
            yield Verdict("references", rate(label, given[key], True), label, given[key])
        else:
            yield Verdict("references", "missed", label=label)
    for key, code in given.items():
        if key not in wanted:
            yield Verdict("references", "extra", given=code)
