"""Duties that hand on duties of another document, *giao lại nhiệm vụ*: which, to whom, and until when.

A duty hands on those of the place that it names ("khoản 3, Mục IV của Kế hoạch nêu trên"); where the whole document is
to be carried out ("các nội dung theo Kế hoạch số …"), those of the same organ, of a class that it belongs to, or of
the organ that hands them on; and, where an organ gives its own units the action that a document which it cites gave
it, that one. What stays doubtful is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from vanban.judgements import Judgements
from vanban.model.document import Document, Duty, DutyReference, Party
from vanban.model.dossier import Handover
from vanban.notation.folding import fold
from vanban.notation.identity import is_issuer, is_same_organ
from vanban.notation.organ import is_member
from vanban.notation.wording import action_words

_CARRY_OUT = ("thuc hien", "trien khai", "to chuc")
_PASSES_ON = ("implements", "basis", "forwards", "responds_to", "cites", "attached_to")
_SAME_ACTION = 0.8
_SHORTEST_ACTION = 6


def link_duties(
    documents: list[Document], judgements: Judgements | None = None
) -> tuple[list[Document], list[Handover]]:
    """The documents, each duty with the ids of the other documents' duties that it hands on; and each handing-on.

    What a person decided (`judgements`) is added, and what he refused is left out.
    """
    judged = judgements or Judgements()
    duties_by_id = {duty.id: (one, duty) for one in documents for duty in one.duties} if judged.given else {}
    by_id = {document.id: document for document in documents}
    attached: dict[str, list[Document]] = {}
    for document in documents:
        if document.issued_by:
            attached.setdefault(document.issued_by, []).append(document)
    linked, handovers = [], []
    for document in documents:
        own = list(_own(document, by_id, attached)) if document.duties else []
        duties = []
        for duty in document.duties:
            found = list(_handed_on(duty, document, by_id, attached, own))
            wanted, refused = judged.duty(duty.id)
            if wanted or refused:
                found = [one for one in found if one.upper not in wanted | refused]
                uppers = [duties_by_id[upper] for upper in sorted(wanted) if upper in duties_by_id]
                found += [_make(duty, document, upper, of, duty.assignees, "judgement") for of, upper in uppers]
            handovers += found
            duties.append(msgspec.structs.replace(duty, inherits=list(dict.fromkeys(one.upper for one in found))))
        linked.append(msgspec.structs.replace(document, duties=duties))
    return linked, handovers


class _Own(NamedTuple):
    """A duty that another document lays on the issuer of the one at hand, with the words of its action."""

    document: Document
    duty: Duty
    words: set[str]


def _own(document: Document, by_id: dict[str, Document], attached: dict[str, list[Document]]) -> Iterator[_Own]:
    for upper_document in _cited(document, by_id, attached):
        for upper in upper_document.duties:
            if _is_laid_on(upper, document, classes=True):
                words = action_words(upper.action)
                if len(words) >= _SHORTEST_ACTION:
                    yield _Own(upper_document, upper, words)


def _handed_on(
    duty: Duty, document: Document, by_id: dict[str, Document], attached: dict[str, list[Document]], own: list[_Own]
) -> Iterator[Handover]:
    seen: set[str] = set()
    for reference in duty.references:
        target = by_id.get(reference.target or "")
        if target is None or target.id == document.id:
            continue
        by = "pinpoint" if reference.path is not None else "document"
        if by == "document" and not any(word in fold(duty.action) for word in _CARRY_OUT):
            continue
        for upper_document in (target, *attached.get(target.id, ())):
            if upper_document.id == document.id:
                continue
            for upper in upper_document.duties:
                if upper.id in seen or not _is_inside(upper, reference):
                    continue
                if parties := _shared(duty, upper, document, by):
                    seen.add(upper.id)
                    yield _make(duty, document, upper, upper_document, parties, by)
    mine = action_words(duty.action) if own and duty.assignees else set()
    for upper_document, upper, theirs in own:
        if upper.id not in seen and _is_same_action(mine, theirs):
            seen.add(upper.id)
            yield _make(duty, document, upper, upper_document, duty.assignees, "action")


def _is_inside(upper: Duty, reference: DutyReference) -> bool:
    path = reference.path
    return path is None or upper.path == path or upper.path.startswith(f"{path}.")


def _shared(duty: Duty, upper: Duty, document: Document, by: str) -> list[Party]:
    """The assignees of the lower duty to whom the upper one comes: named there, or of a class named there; all of
    them where it is laid on the organ that hands it on."""
    named = [one for one in duty.assignees if any(is_same_organ(one, other) for other in upper.assignees)]
    if named:
        return named
    classes = [other.name for other in upper.assignees if other.kind == "group"]
    members = [one for one in duty.assignees if one.kind != "group" and any(is_member(one.name, c) for c in classes)]
    laid = _is_laid_on(upper, document, classes=by == "pinpoint")
    return members or (list(duty.assignees) if laid else [])


def _is_laid_on(upper: Duty, document: Document, *, classes: bool) -> bool:
    """Whether a duty is laid on the organ that issues `document`, by name or by a class that it belongs to: "các cơ
    quan" takes in whoever writes, which says enough only where the place or the action is the same."""
    issuer = document.issuer
    if issuer is None or not (name := issuer.full_name or issuer.name):
        return False
    groups = [party.name for party in upper.assignees if party.kind == "group"] if classes else []
    named = any(party.kind != "group" and is_issuer(party, issuer) for party in upper.assignees)
    return named or any(is_member(name, one) for one in groups)


def _cited(document: Document, by_id: dict[str, Document], attached: dict[str, list[Document]]) -> Iterator[Document]:
    for reference in document.references:
        target = by_id.get(reference.target or "")
        if target is not None and target.id != document.id and reference.relation in _PASSES_ON:
            yield target
            yield from (other for other in attached.get(target.id, ()) if other.id != document.id)


def _is_same_action(mine: set[str], theirs: set[str]) -> bool:
    """Whether an organ gives its own the action that was laid on it: most words of either stand in the other."""
    if len(mine) < _SHORTEST_ACTION:
        return False
    return len(mine & theirs) >= _SAME_ACTION * min(len(mine), len(theirs))


def _make(
    duty: Duty, document: Document, upper: Duty, upper_document: Document, parties: list[Party], by: str
) -> Handover:
    dates = [one.deadline.date for one in (duty, upper) if one.deadline and one.deadline.date]
    names = [party.name for party in parties]
    return Handover(duty.id, document.id, upper.id, upper_document.id, names, by, min(dates, default=None))
