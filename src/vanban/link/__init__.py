"""Citations to documents, duties to the duties that they hand on; only where one candidate remains."""

from __future__ import annotations

import msgspec

from vanban.link.documents import link_documents
from vanban.model.document import Document, Duty
from vanban.notation.folding import fold
from vanban.notation.organ import names_same_organ

__all__ = ["link_documents", "link_duties"]

_CARRY_OUT = ("thuc hien", "trien khai", "to chuc")


def link_duties(documents: list[Document]) -> list[Document]:
    """The documents, each duty with the ids of the other documents' duties that it hands on to its assignees.

    By an explicit place ("khoản 3, Mục IV của Kế hoạch nêu trên": the duties under IV.3), or, where the duty is to
    carry out a whole document, by all of that document's duties of the same organ.
    """
    by_id = {document.id: document for document in documents}
    linked = []
    for document in documents:
        duties = [msgspec.structs.replace(duty, inherits=_handed_on(duty, document, by_id)) for duty in document.duties]
        linked.append(msgspec.structs.replace(document, duties=duties))
    return linked


def _handed_on(duty: Duty, document: Document, by_id: dict[str, Document]) -> list[str]:
    found: list[str] = []
    for reference in duty.references:
        target = by_id.get(reference.target or "")
        if target is None or target.id == document.id:
            continue
        if reference.path is None and not any(word in fold(duty.action) for word in _CARRY_OUT):
            continue
        for other in target.duties:
            inside = (
                reference.path is None or other.path == reference.path or other.path.startswith(f"{reference.path}.")
            )
            shared = any(
                names_same_organ(mine.name, theirs.name) for mine in duty.assignees for theirs in other.assignees
            )
            if inside and shared and other.id not in found:
                found.append(other.id)
    return found
