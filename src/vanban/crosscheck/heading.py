"""What heading and signature say: grounds of a later day, a deputy's mark over the chief's title."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.crosscheck.proof import day, prove_span, prove_words
from vanban.model.dossier import Dossier, Finding
from vanban.notation.folding import match_key

_SURE = 0.8


def find_later_grounds(dossier: Dossier) -> Iterator[Finding]:
    """`basis-later`: a ground, *căn cứ*, dated after the document that rests on it."""
    for document in dossier.documents:
        issued = document.promulgation.date if document.promulgation else None
        proof = document.evidence.get("promulgation.date")
        if issued is None or proof is None or proof.confidence < _SURE:
            continue
        for reference in document.references:
            if reference.relation == "basis" and reference.date and reference.date > issued and reference.span:
                message = f"Căn cứ đề ngày {day(reference.date)}, sau ngày ban hành văn bản {day(issued)}."
                places = [prove_span(document, reference.span), prove_words(document, proof.span)]
                yield Finding("basis-later", message, places)


def find_chiefs_by_proxy(dossier: Dossier) -> Iterator[Finding]:
    """`chief-by-proxy`: "KT." (a deputy signs for the chief) over the chief's own title (NĐ 30/2020, Điều 13)."""
    for document in dossier.documents:
        for signer in document.signers:
            marks = (signer.competence or "").upper().replace("/", "").split()
            if "KT." not in marks and "KT" not in marks:
                continue
            chief = signer.on_behalf_of[-1] if signer.on_behalf_of else None
            if chief and signer.position and match_key(chief) == match_key(signer.position) and signer.span:
                message = f"Ký thay (KT.) nhưng chức vụ ghi lại là của người đứng đầu: {signer.position}."
                yield Finding("chief-by-proxy", message, [prove_words(document, signer.span)])
