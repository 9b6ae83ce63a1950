"""The document that a slip goes with, *văn bản đến*."""

from __future__ import annotations

from vanban.errors import UsageError
from vanban.model.document import Document
from vanban.notation.folding import match_key
from vanban.write.drafts.brief import Brief
from vanban.write.drafts.placeholder import clean_text
from vanban.write.drafts.tasks import issued_by
from vanban.write.drafts.words import name_document


def find_incoming(brief: Brief) -> Document:
    """The document that the setting `document` names by its code, else the latest that the writer did not issue.

    A letter that forwards a plan is later than the plan. Raises `UsageError` where none is left.
    """
    documents = brief.dossier.documents
    wanted = clean_text(brief.settings.get("document", ""))
    if wanted:
        for document in documents:
            if match_key(name_document(document)) == match_key(wanted):
                return document
        known = ", ".join(name_document(document) for document in documents)
        raise UsageError(f"Hồ sơ không có văn bản “{wanted}”; hãy chọn một trong các văn bản: {known}.")
    enquiry = brief.enquire()
    came = [document for document in documents if not issued_by(document, enquiry)]
    if not came:
        raise UsageError(f"Hồ sơ không có văn bản nào gửi đến “{brief.organ}”; hãy thêm văn bản đến vào hồ sơ.")
    return max(came, key=_day)


def _day(document: Document) -> str:
    return (document.promulgation.date if document.promulgation else None) or ""
