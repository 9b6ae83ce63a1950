"""A chain of documents against itself: duties that nobody passed on, deadlines later than the upper document's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.crosscheck.proof import day, name_document, prove_duty, prove_span
from vanban.model.document import Document, Duty, Party, Reference
from vanban.model.dossier import Dossier, Finding, Handover
from vanban.notation.folding import fold
from vanban.notation.identity import is_issuer
from vanban.notation.organ import names_same_organ
from vanban.notation.wording import action_words

_LOWER = ("implements", "basis", "forwards")
_TYPES = ("Kế hoạch", "Công văn", "Chỉ thị", "Quyết định", "Chương trình", "Hướng dẫn", "Thông báo")
_COVERED = 0.5
_SCATTERED = 0.9
_SAME_SUBJECT = 0.6
_SHORTEST = 4
_PLANNING = re.compile(
    r"\b(?:xay dung|ban hanh|lap|de xuat|tham muu)\b[^.;]{0,40}\b(?:ke hoach|chuong trinh|van ban)\b"
)
_COMMITTEE = re.compile(r"^(?:dang uy|dang doan|ban can su dang|giam doc|chu tich|thu truong|truong|chanh)\s+")
_Lower = tuple[Document, Reference]
_REPORT = re.compile(r"\b(?:bao cao|gui|tong hop)\b[^.;]{0,120}$")


def find_later_deadlines(dossier: Dossier) -> Iterator[Finding]:
    """`deadline-later`: the lower document gives more time than the upper one for what it hands on.

    A deadline for a report, or for a plan, is not held against one for the work.
    """
    duties = _duties(dossier)
    for handover in dossier.handovers:
        (document, duty), (upper_document, upper) = duties[handover.duty], duties[handover.upper]
        late, due = duty.deadline, upper.deadline
        if not late or not due or not late.date or not due.date or late.date <= due.date:
            continue
        if _PLANNING.search(fold(duty.action)):
            continue  # the day by which a plan is to be made is not that of the work
        if _is_for_report(document, duty) != _is_for_report(upper_document, upper):
            continue
        message = (
            f"Thời hạn {day(late.date)} muộn hơn thời hạn {day(due.date)} của {name_document(upper_document)} "
            f"cho cùng nhiệm vụ ({', '.join(handover.assignees)})."
        )
        yield Finding("deadline-later", message, [prove_duty(document, duty), prove_duty(upper_document, upper)])


def find_uncovered(dossier: Dossier) -> Iterator[Finding]:
    """`duty-uncovered`: a duty of the upper document that the lower one should hand on and does not.

    Held against it are the papers of the very organ that the duty is laid on, where one of them is about the upper
    document as a whole, and a letter that hands on a place of the upper document but leaves out an organ that is named
    there. What another organ does is not known here.
    """
    handed = {handover.upper for handover in dossier.handovers}
    by_id = {document.id: document for document in dossier.documents}
    lower: dict[str, list[_Lower]] = {}
    for document in dossier.documents:
        if not document.duties or (document.document_type and document.document_type.name not in _TYPES):
            continue
        for reference in document.references:
            upper = by_id.get(reference.target or "")
            if upper is None or upper.id == document.id or reference.relation not in _LOWER:
                continue
            yield from _left_by_place(document, upper, dossier.handovers, handed)
            if reference.relation != "forwards":
                lower.setdefault(upper.id, []).append((document, reference))
    actions = {duty.id: action_words(duty.action) for document in dossier.documents for duty in document.duties}
    for upper_id, papers in lower.items():
        yield from _left_by_issuer(by_id[upper_id], papers, handed, actions)


def _left_by_place(
    document: Document, upper: Document, handovers: list[Handover], handed: set[str]
) -> Iterator[Finding]:
    for duty in document.duties:
        for reference in duty.references:
            if reference.target != upper.id or reference.path is None:
                continue
            if not any(one.duty == duty.id and one.by == "pinpoint" for one in handovers):
                continue
            for other in upper.duties:
                inside = other.path == reference.path or other.path.startswith(f"{reference.path}.")
                if inside and other.id not in handed and not _is_met(other, duty, document):
                    message = (
                        f"Nhiệm vụ tại {reference.text} của {name_document(upper)} giao "
                        f"{', '.join(party.name for party in other.assignees)} nhưng {name_document(document)} "
                        "không giao lại."
                    )
                    yield Finding("duty-uncovered", message, [prove_duty(upper, other), prove_duty(document, duty)])


def _is_met(upper: Duty, duty: Duty, document: Document) -> bool:
    """Whether the sentence that hands on reaches an assignee of the upper duty all the same: by the organ in which a
    Party committee sits, by a class, or because the duty is the issuer's own."""
    said = fold(duty.text)
    if any(party.kind == "group" for party in [*duty.assignees, *upper.assignees]):
        return True
    for party in upper.assignees:
        name = _COMMITTEE.sub("", fold(party.name))
        if name in said or is_issuer(party, document.issuer) or _is_above(party, document):
            return True
    return False


def _left_by_issuer(
    upper: Document, papers: list[_Lower], handed: set[str], actions: dict[str, set[str]]
) -> Iterator[Finding]:
    for duty in upper.duties:
        words = actions[duty.id]
        # "tiếp tục thực hiện điểm a …" is carried out by whoever says what stands at that place.
        meant = [words, *(actions[one] for one in duty.inherits if len(actions.get(one, ())) >= _SHORTEST)]
        if duty.id in handed or len(words) < _SHORTEST:
            continue
        for party in duty.assignees:
            own = [(d, r) for d, r in papers if party.kind != "group" and is_issuer(party, d.issuer)]
            whole = [(document, reference) for document, reference in own if _is_about(document, reference, upper)]
            if not whole or any(_says(document, each) for document, _ in own for each in meant):
                continue
            document, reference = whole[0]
            cited = reference.mentions[-1].span if reference.mentions else reference.span
            message = (
                f"{name_document(upper)} giao {party.name} nhiệm vụ này nhưng {name_document(document)} không nêu lại."
            )
            if cited is not None:
                yield Finding("duty-uncovered", message, [prove_duty(upper, duty), prove_span(document, cited)])
            break


def _is_above(party: Party, document: Document) -> bool:
    """Whether a party is the organ that the line over the issuer names."""
    parent = document.issuer.parent if document.issuer else None
    return parent is not None and names_same_organ(party.name, parent)


def _is_about(document: Document, reference: Reference, upper: Document) -> bool:
    """Whether a paper carries out the upper document as a whole: its subject cites it, or is the same."""
    place = document.evidence.get("subject")
    if place and any(place.span[0] <= one.span[0] < place.span[1] for one in reference.mentions):
        return True
    mine, theirs = action_words(document.subject or ""), action_words(upper.subject or "")
    return bool(theirs) and len(mine & theirs) >= _SAME_SUBJECT * len(mine | theirs)


def _says(document: Document, words: set[str]) -> bool:
    """Whether a paragraph or a duty says at least half of an action, or the whole paper nearly all."""
    texts = [duty.text for duty in document.duties] + document.text.split("\n")
    if len(words & action_words(document.text)) >= _SCATTERED * len(words):
        return True
    return any(len(words & action_words(text)) >= _COVERED * len(words) for text in texts)


def _is_for_report(document: Document, duty: Duty) -> bool:
    """Whether a deadline is that of a report: the clause before it reports or sends."""
    span = duty.deadline.span if duty.deadline else None
    if span is None or duty.span is None:
        return False
    return _REPORT.search(fold(document.text[duty.span[0] : span[0]]).replace("\n", " ")) is not None


def _duties(dossier: Dossier) -> dict[str, tuple[Document, Duty]]:
    return {duty.id: (document, duty) for document in dossier.documents for duty in document.duties}
