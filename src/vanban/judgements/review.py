"""Judgements held against a dossier: whether each finds what it is about, so that none is lost in silence."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from vanban.directory import Directory
from vanban.directory.setting import list_parties
from vanban.judgements.index import Judgements
from vanban.model.document import Document
from vanban.model.dossier import Dossier
from vanban.model.judgement import Judgement
from vanban.notation.code import code_key
from vanban.notation.organ import organ_key


class Review(msgspec.Struct, frozen=True):
    """A judgement of a dossier with its number in the file; `fault` is what it does not find, None where it holds."""

    number: int
    judgement: Judgement
    fault: str | None = None


def review_judgements(dossier: Dossier, directory: Directory, findings: Collection[str]) -> list[Review]:
    """What becomes of each judgement of a dossier; `findings` are the ids of all its findings, settled ones too.

    Told are: a document, citation, name, duty or finding that is not there, an organ that the directory does not know,
    and a line that a later one takes back.
    """
    known = _Known(dossier, directory, findings)
    last: dict[tuple[str, str | None, str], int] = {}
    for number, judgement in enumerate(dossier.judgements):
        if judgement.is_:
            last[(judgement.judgement, judgement.document, judgement.name)] = number
    reviews = []
    for number, one in enumerate(dossier.judgements):
        fault = known.find_fault(one)
        later = last.get((one.judgement, one.document, one.name), number)
        if fault is None and one.is_ and later > number and one.judgement != "duty":
            fault = f"bị dòng xác nhận thứ {later + 1} thay thế"
        reviews.append(Review(number + 1, one, fault))
    return reviews


class _Known:
    """What there is in a dossier that a judgement can be about."""

    def __init__(self, dossier: Dossier, directory: Directory, findings: Collection[str]) -> None:
        self._directory = directory
        self._findings = findings
        self._documents = {document.id: document for document in dossier.documents}
        self._duties = {duty.id for document in dossier.documents for duty in document.duties}
        self._index = Judgements(dossier.judgements, dossier.documents)

    def find_fault(self, judgement: Judgement) -> str | None:
        said = judgement.is_ or judgement.is_not or ""
        document = self._index.find_document(judgement.document) if judgement.document else None
        if judgement.document and document is None:
            return f"không có văn bản “{judgement.document}” trong hồ sơ, hoặc có nhiều văn bản như vậy"
        if judgement.judgement == "finding":
            return None if judgement.name in self._findings else "không còn điểm chưa thống nhất này"
        if judgement.judgement == "duty":
            missing = next((duty for duty in (judgement.name, said) if duty not in self._duties), None)
            return f"không có nhiệm vụ “{missing}” trong hồ sơ" if missing else None
        if judgement.judgement == "citation":
            return self._fault_of_citation(judgement, document or "", said)
        papers = [self._documents[document]] if document else list(self._documents.values())
        if not any(_names(paper, judgement.name) for paper in papers):
            return f"không văn bản nào ghi tên “{judgement.name}”"
        if judgement.is_ and self._directory.find(said) is None:
            return f"danh bạ không có cơ quan “{said}”"
        return None

    def _fault_of_citation(self, judgement: Judgement, document: str, said: str) -> str | None:
        keys = {
            code_key(name)
            for reference in self._documents[document].references
            for name in (reference.text, reference.code.text if reference.code else "")
            if name
        }
        if code_key(judgement.name) not in keys:
            return f"văn bản không viện dẫn “{judgement.name}”"
        if self._index.find_document(said) is None:
            return f"không có văn bản “{said}” trong hồ sơ, hoặc có nhiều văn bản như vậy"
        return None


def _names(document: Document, name: str) -> bool:
    key = organ_key(name)
    issuer = document.issuer
    own = [issuer.full_name, issuer.name] if issuer else []
    return any(organ_key(one) == key for one in own if one) or any(
        organ_key(party.name) == key for party in list_parties(document)
    )
