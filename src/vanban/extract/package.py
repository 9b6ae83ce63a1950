"""What the head of an edXML package says beside the documents inside it: proposed where they say nothing, told where
they say otherwise. Nothing of a document is changed."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from vanban.extract.head import read_head
from vanban.model.document import Document, Head
from vanban.model.text import Problem, Span, Text
from vanban.notation.folding import fold

_ABOUT = re.compile(r"^(?:v\s?/\s?v|ve viec)\s*:?\s*")
_ALIKE = 0.6  # likeness of two subjects from which on they are the same in other words
_BUSINESS = {"recall": "thu hồi", "update": "cập nhật", "replace": "thay thế"}


class _Pair(NamedTuple):
    """One value in the head and in the document: its Vietnamese name, both as printed, whether they are one."""

    name: str
    path: str
    theirs: str
    ours: str | None
    agree: bool


def tie_heads(documents: Sequence[Document], heads: Sequence[tuple[str, Text]]) -> list[Document]:
    """The documents, those that a package's head speaks of with the head beside them and with what it adds or denies.

    `heads` are names of packages with their heads as read. A package without a readable letter gives a document of
    what its head says.
    """
    tied = list(documents)
    for name, text in heads:
        head = read_head(text, name)
        told = [problem for problem in text.problems if problem.severity != "info"]
        letters = [
            place
            for place, document in enumerate(tied)
            if (document.source or "").startswith(f"{name}/") and (document.issuer or document.code)
        ]
        if letters:
            # Of several papers the head speaks of the one that agrees with it most; the letter comes first.
            place = max(letters, key=lambda place: sum(pair.agree for pair in _compare(tied[place], head)))
            tied[place] = _tie(tied[place], head, told)
        elif head.text:
            tied.append(_make_document(head, told))
    return tied


def _tie(document: Document, head: Head, told: Sequence[Problem]) -> Document:
    problems = [*document.problems, *told, *_tell_business(head)]
    pairs = list(_compare(document, head))
    codes = [pair for pair in pairs if pair.path == "code.number" and pair.ours is not None]
    if codes and not any(pair.agree for pair in pairs if pair.ours is not None):
        sentence = (
            f"Đầu gói edXML nói về văn bản số {head.code.text if head.code else ''}, không phải văn bản này; "
            "hãy hỏi lại nơi gửi."
        )
        problems.append(Problem("head-other", sentence))
    else:
        problems += (_tell(document, pair) for pair in pairs if not pair.agree)
    return msgspec.structs.replace(document, head=head, problems=problems)


def _tell(document: Document, pair: _Pair) -> Problem:
    if pair.ours is None:
        sentence = f"{pair.name}: văn bản không ghi hoặc không đọc được, đầu gói edXML ghi “{pair.theirs}”; "
        return Problem("head-proposes", sentence + "hãy đối chiếu bản giấy rồi nhập.")
    sentence = f"{pair.name}: văn bản ghi “{pair.ours}”, đầu gói edXML ghi “{pair.theirs}”; hãy hỏi lại nơi gửi."
    return Problem("head-differs", sentence, span=_find_span(document, pair.path))


def _find_span(document: Document, path: str) -> Span | None:
    if path == "signers":
        return document.signers[0].span if document.signers else None
    evidence = document.evidence.get(path) or document.evidence.get(path.partition(".")[0])
    return evidence.span if evidence else None


def _compare(document: Document, head: Head) -> Iterator[_Pair]:
    """The values that the head has, each beside the document's."""
    code, theirs = document.code, head.code
    if theirs and theirs.number:
        ours = code.number if code else None
        yield _Pair("Số", "code.number", theirs.number, ours, (ours or "").lstrip("0") == theirs.number.lstrip("0"))
    if theirs and theirs.notation:
        ours = code.notation if code else None
        yield _Pair("Ký hiệu", "code.notation", theirs.notation, ours, _strip(ours) == _strip(theirs.notation))
    issued = document.promulgation.date if document.promulgation else None
    if head.promulgation and head.promulgation.date:
        said = head.promulgation.date
        yield _Pair("Ngày ban hành", "promulgation.date", _day(said), _day(issued) if issued else None, issued == said)
    if head.subject:
        agree = document.subject is not None and _is_alike(document.subject, head.subject)
        yield _Pair("Trích yếu", "subject", head.subject, document.subject, agree)
    if head.issuer and head.issuer.name:
        issuer = document.issuer
        names = [name for name in (issuer.name, issuer.full_name) if name] if issuer else []
        said = _strip(head.issuer.name)
        agree = any(_strip(name) in said or said in _strip(name) for name in names)
        yield _Pair("Cơ quan ban hành", "issuer.name", head.issuer.name, names[0] if names else None, agree)
    for signer in head.signers[:1]:
        known = [own.full_name for own in document.signers if own.full_name]
        agree = any(_strip(signer.full_name) == _strip(name) for name in known)
        yield _Pair("Người ký", "signers", signer.full_name or "", known[0] if known else None, agree)


def _strip(said: str | None) -> str:
    """What is compared: letters and figures without marks, many programs write heads without any."""
    return re.sub(r"[\W_]+", "", fold(said or ""))


def _is_alike(ours: str, theirs: str) -> bool:
    one, other = (_strip(_ABOUT.sub("", fold(said)))[:600] for said in (ours, theirs))
    return one in other or other in one or difflib.SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def _tell_business(head: Head) -> Iterator[Problem]:
    said = _BUSINESS.get(head.business or "")
    if said:
        sentence = f"Gói edXML này {said} văn bản đã gửi trước đó; hãy xử lý văn bản cũ theo yêu cầu của nơi gửi."
        yield Problem(f"head-{head.business}", sentence)


def _make_document(head: Head, told: Sequence[Problem]) -> Document:
    """A document of what the head alone says; its text is the head's."""
    sentence = "Gói edXML không có văn bản đọc được, các mục lấy từ đầu gói; hãy yêu cầu gửi lại văn bản."
    missing = Problem("head-only", sentence)
    code = head.code.text if head.code else "không số"
    return Document(
        id=f"{code}@{head.source}",
        text=head.text,
        document_type=head.document_type,
        code=head.code,
        promulgation=head.promulgation,
        issuer=head.issuer,
        subject=head.subject,
        priority=head.priority,
        addressees=head.addressees,
        to_places=head.to_places,
        signers=head.signers,
        evidence=head.evidence,
        problems=[missing, *told, *_tell_business(head)],
        source=head.source,
        head=head,
    )
