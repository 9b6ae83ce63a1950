"""A chain of documents against itself: duties that nobody passed on, deadlines later than the upper document's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.crosscheck.proof import day, name_document, prove_duty, prove_span
from vanban.model.document import Document, Duty, Reference
from vanban.model.dossier import Dossier, Finding, Handover
from vanban.notation.folding import fold
from vanban.notation.organ import names_same_organ

_LOWER = ("implements", "basis", "forwards")
_TYPES = ("Kế hoạch", "Công văn", "Chỉ thị", "Quyết định", "Chương trình", "Hướng dẫn", "Thông báo")
_COVERED = 0.5
_COMMITTEE = re.compile(r"^(?:dang uy|dang doan|ban can su dang|giam doc|chu tich|thu truong|truong|chanh)\s+")
_REPORT = re.compile(r"\b(?:bao cao|gui|tong hop)\b[^.;]{0,120}$")


def find_later_deadlines(dossier: Dossier) -> Iterator[Finding]:
    """`deadline-later`: the lower document gives more time than the upper one for what it hands on.

    A deadline for the report is not held against one for the work.
    """
    duties = _duties(dossier)
    for handover in dossier.handovers:
        (document, duty), (upper_document, upper) = duties[handover.duty], duties[handover.upper]
        late, due = duty.deadline, upper.deadline
        if not late or not due or not late.date or not due.date or late.date <= due.date:
            continue
        if _is_for_report(document, duty) != _is_for_report(upper_document, upper):
            continue
        message = (
            f"Thời hạn {day(late.date)} muộn hơn thời hạn {day(due.date)} của {name_document(upper_document)} "
            f"cho cùng nhiệm vụ ({', '.join(handover.assignees)})."
        )
        yield Finding("deadline-later", message, [prove_duty(document, duty), prove_duty(upper_document, upper)])


def find_uncovered(dossier: Dossier) -> Iterator[Finding]:
    """`duty-uncovered`: a duty of the upper document that the lower one should hand on and does not.

    Held against it are a plan or letter of the very organ that the duty is laid on, and a letter that hands on a place
    of the upper document but leaves out an organ that is named there. What another organ does is not known here.
    """
    handed = {handover.upper for handover in dossier.handovers}
    by_id = {document.id: document for document in dossier.documents}
    for document in dossier.documents:
        if not document.duties or (document.document_type and document.document_type.name not in _TYPES):
            continue
        for reference in document.references:
            upper = by_id.get(reference.target or "")
            if upper is None or upper.id == document.id or reference.relation not in _LOWER:
                continue
            yield from _left_by_place(document, upper, dossier.handovers, handed)
            if reference.relation != "forwards":
                yield from _left_by_issuer(document, upper, reference, handed)


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
    issuer = document.issuer
    own = [name for name in (issuer.full_name, issuer.name, issuer.parent) if name] if issuer else []
    said = fold(duty.text)
    if any(party.kind == "group" for party in [*duty.assignees, *upper.assignees]):
        return True
    for party in upper.assignees:
        name = _COMMITTEE.sub("", fold(party.name))
        if name in said or any(names_same_organ(party.name, one) for one in own):
            return True
    return False


def _left_by_issuer(document: Document, upper: Document, reference: Reference, handed: set[str]) -> Iterator[Finding]:
    issuer = document.issuer.full_name or document.issuer.name if document.issuer else None
    if issuer is None or reference.span is None:
        return
    cited = reference.mentions[-1].span if reference.mentions else reference.span
    said = set(re.findall(r"\w+", fold(document.text)))
    texts = [_words(duty.text) for duty in document.duties] + [_words(line) for line in document.text.split("\n")]
    for other in upper.duties:
        mine = [party for party in other.assignees if party.kind != "group" and names_same_organ(party.name, issuer)]
        if not mine or other.id in handed:
            continue
        words = _words(other.action)
        if len(words) < 4 or len(words & said) >= 0.9 * len(words):
            continue
        if max((len(words & text) for text in texts), default=0) >= _COVERED * len(words):
            continue
        message = (
            f"{name_document(upper)} giao {mine[0].name} nhiệm vụ này nhưng {name_document(document)} không nêu lại."
        )
        yield Finding("duty-uncovered", message, [prove_duty(upper, other), prove_span(document, cited)])


def _is_for_report(document: Document, duty: Duty) -> bool:
    """Whether a deadline is that of a report: the clause before it reports or sends."""
    span = duty.deadline.span if duty.deadline else None
    if span is None or duty.span is None:
        return False
    return _REPORT.search(fold(document.text[duty.span[0] : span[0]]).replace("\n", " ")) is not None


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", fold(text)) if len(word) > 1}


def _duties(dossier: Dossier) -> dict[str, tuple[Document, Duty]]:
    return {duty.id: (document, duty) for document in dossier.documents for duty in document.duties}
