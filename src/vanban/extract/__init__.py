"""Outline to document: typed fields with their evidence; what was not found is a problem. No other document is
looked at."""

from __future__ import annotations

import hashlib

import msgspec

from vanban.extract.citations import read_references
from vanban.extract.evidence import Evident, collect_evidence
from vanban.extract.heading import (
    read_code,
    read_document_type,
    read_issuer,
    read_priority,
    read_promulgation,
    read_subject,
    read_system,
)
from vanban.extract.package import tie_heads
from vanban.extract.parties import read_addressees, read_archive, read_recipients
from vanban.extract.proposals import propose_numbers
from vanban.extract.scanned import doubt_date, doubt_number, doubt_scanned, is_scanned, match_symbol
from vanban.extract.secrecy import read_secrecy
from vanban.extract.signers import read_signers
from vanban.model.document import Document
from vanban.model.outline import Outline
from vanban.model.text import Problem
from vanban.notation.folding import fold

__all__ = ["extract_document", "propose_numbers", "tie_attached", "tie_heads"]


def extract_document(outline: Outline, source: str | None = None) -> Document:
    """The document that an outline holds, without duties and with its citations unresolved."""
    code = doubt_number(outline, read_code(outline))
    promulgation = doubt_date(outline, read_promulgation(outline))
    document_type = read_document_type(outline, code.value)
    code = match_symbol(outline, code, document_type)
    system = read_system(outline, code.value)
    issuer = read_issuer(outline, system)
    subject = read_subject(outline)
    priority, secrecy = read_priority(outline), read_secrecy(outline)
    document = Document(
        id=_identify(outline, code, promulgation, issuer),
        text=outline.text,
        document_type=document_type.value,
        system=system,
        code=code.value,
        promulgation=promulgation.value,
        issuer=issuer.value,
        subject=subject.value,
        priority=priority.value,
        secrecy=secrecy.value,
        addressees=read_addressees(outline),
        to_places=read_recipients(outline),
        archive=read_archive(outline),
        signers=read_signers(outline),
        references=read_references(
            outline,
            code.value,
            kind=document_type.value.name if document_type.value else None,
            date=promulgation.value.date if promulgation.value else None,
        ),
        body=list(outline.body),
        evidence=collect_evidence(
            outline,
            **{
                name: doubt_scanned(outline, name, value)
                for name, value in (
                    ("document_type", document_type),
                    ("code", code),
                    ("promulgation", promulgation),
                    ("issuer", issuer),
                    ("subject", subject),
                    ("priority", priority),
                    ("secrecy", secrecy),
                )
            },
        ),
        outside=list(outline.outside),
        source=source,
    )
    return _with_problems(document, outline)


def tie_attached(documents: list[Document]) -> list[Document]:
    """Documents of one file in order: what is issued under another ("Ban hành kèm theo") names the one before it."""
    tied: list[Document] = []
    for document in documents:
        attached = document.code is None and document.promulgation is None and bool(tied)
        issuing = next((other for other in reversed(tied) if other.code is not None), None) if attached else None
        tied.append(msgspec.structs.replace(document, issued_by=issuing.id) if issuing else document)
    return tied


def _identify(outline: Outline, code: Evident, promulgation: Evident, issuer: Evident) -> str:
    """A name that a second parse gives again: code, date and issuer, else a hash of the text."""
    if code.value is None or code.value.number is None:
        return "vb-" + hashlib.sha256(outline.text.encode()).hexdigest()[:16]
    date = promulgation.value.date if promulgation.value else None
    # The line above tells "SỞ Y TẾ" of one province from that of another: their numbers run apart.
    name = fold(f"{issuer.value.name or ''} {issuer.value.parent or ''}") if issuer.value else ""
    return "@".join(part for part in (code.value.text, date, "-".join(name.split())) if part)


def _with_problems(document: Document, outline: Outline) -> Document:
    problems = list(outline.problems)

    def missing(code: str, sentence: str) -> None:
        problems.append(Problem(code, sentence))

    if document.code is None:
        if not outline.issued_under:
            missing("code-missing", "Không tìm thấy số, ký hiệu của văn bản.")
    elif document.code.number is None:
        span = _span(document, "code")
        scanned = span is not None and is_scanned(outline, span)
        sentence = (
            "Số của văn bản không đọc được trên bản quét (viết tay hoặc mờ); hãy nhập số từ bản giấy."
            if scanned
            else "Số của văn bản để trống."
        )
        problems.append(Problem("number-unreadable" if scanned else "number-blank", sentence, span=span))
    if not (document.promulgation and document.promulgation.date) and not outline.issued_under:
        problems.append(
            Problem(
                "date-missing",
                "Ngày ban hành để trống hoặc không đọc được.",
                span=_span(document, "promulgation.place"),
            )
        )
    if document.issuer is None and not outline.issued_under:
        missing("issuer-missing", "Không tìm thấy tên cơ quan ban hành.")
    if document.subject is None:
        missing("subject-missing", "Không tìm thấy trích yếu nội dung.")
    if not document.signers and not outline.issued_under:
        missing("signer-missing", "Không tìm thấy người ký.")
    for signer in document.signers:
        if signer.full_name is None:
            problems.append(Problem("signer-name-missing", "Phần ký không ghi họ tên người ký.", span=signer.span))
    return msgspec.structs.replace(document, problems=problems)


def _span(document: Document, path: str) -> tuple[int, int] | None:
    evidence = document.evidence.get(path)
    return evidence.span if evidence else None
