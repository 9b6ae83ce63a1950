"""Which document a citation means: number, symbol, date and issuer together decide; what stays open says so.

Two documents with one number stay apart by day and by place. A document whose number cannot be read is found by its
symbol, day, issuer and subject. A citation whose document is not at hand waits for it, and all citations of it wait
for the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from vanban.judgements import Judgements
from vanban.judgements.index import tell_author
from vanban.link.waiting import Waiting
from vanban.model.document import Code, Document, Duty, Reference
from vanban.model.dossier import Link
from vanban.model.text import Span
from vanban.notation.code import code_key
from vanban.notation.folding import fold, match_key
from vanban.notation.organ import names_same_organ, organ_key
from vanban.notation.territory import Territory, are_other_names, find_territories

INVERSES = {
    "basis": "is_basis_of",
    "implements": "implemented_by",
    "forwards": "forwarded_by",
    "responds_to": "answered_by",
    "amends": "amended_by",
    "replaces": "replaced_by",
    "repeals": "repealed_by",
    "attached_to": "has_attached",
    "repeats": "repeated_by",
    "corrects": "corrected_by",
    "cites": "cited_by",
}
"""What the cited document is to the one that cites it."""

_SAID_OF_ITSELF = ("thu tuong", "bo chinh tri", "ban bi thu", "ban thuong vu", "bo truong", "chu tich", "truong ban")
"""Offices and committees that sign for the organ that the heading prints."""
_EMPTY = {"uỷ", "ban", "nhân", "dân", "hội", "đồng", "tỉnh", "thành", "phố", "sở", "bộ", "và", "của", "văn", "phòng"}
_SAME_SUBJECT = 0.75


def link_documents(
    documents: list[Document], judgements: Judgements | None = None
) -> tuple[list[Document], list[Link]]:
    """The documents with the targets of their citations, and for each citation why it is resolved or not.

    What a person decided of a citation (`judgements`) goes before what number, day and issuer tell.
    """
    judged = judgements or Judgements()
    index = _Index(documents)
    waiting = Waiting()
    linked: list[Document] = []
    links: list[Link] = []
    for document in documents:
        references = []
        for number, reference in enumerate(document.references):
            status, target, reason = _judge(document, reference, index, judged)
            awaits = waiting.name(reference, _home(document)) if target is None else None
            inverse = INVERSES.get(reference.relation, "cited_by")
            if inverse == "answered_by" and document.document_type and document.document_type.name == "Báo cáo":
                inverse = "closed_by"
            links.append(Link(document.id, number, status, target, reason, reference.relation, inverse, awaits))
            references.append(msgspec.structs.replace(reference, target=target, awaits=awaits))
        linked.append(msgspec.structs.replace(document, references=references, duties=_aim(document, references)))
    return linked, links


def _aim(document: Document, references: list[Reference]) -> list[Duty]:
    """The duties of a document, the citations in them with the targets of its `references`: known by their places."""
    found: dict[Span | None, str | None] = {}
    for one in references:
        found |= dict.fromkeys([mention.span for mention in one.mentions], one.target)
        found |= dict.fromkeys([point.span for point in one.pinpoints if point.span], one.target)
    duties = []
    for duty in document.duties:
        cited = [msgspec.structs.replace(one, target=found.get(one.span, one.target)) for one in duty.references]
        duties.append(msgspec.structs.replace(duty, references=cited) if cited != duty.references else duty)
    return duties


class _Index:
    """The documents of a dossier by their codes, by their symbols where the number is blank, laws by their names."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.by_code: dict[str, list[Document]] = {}
        self.by_symbol: dict[tuple[str, ...], list[Document]] = {}
        self.by_name: dict[str, list[Document]] = {}
        for document in documents:
            code, kind = document.code, document.document_type
            if code is not None and code.number is not None:
                self.by_code.setdefault(code_key(code.text), []).append(document)
            elif code is not None and code.notation is not None:
                for key in _blank_keys(code, _date(document), document.subject):
                    self.by_symbol.setdefault(key, []).append(document)
            if kind is not None and document.subject:
                self.by_name.setdefault(match_key(f"{kind.name} {document.subject}"), []).append(document)


_Answer = tuple[str, str | None, str]


def _judge(document: Document, reference: Reference, index: _Index, judgements: Judgements) -> _Answer:
    chosen, refused = judgements.citation(document.id, reference)
    target = judgements.find_document(chosen.is_ or "") if chosen else None
    if chosen and target and target != document.id:
        return "resolved", target, f"Theo xác nhận{tell_author(chosen)}."
    return _resolve(document, reference, index, {*refused, document.id})


def _resolve(document: Document, reference: Reference, index: _Index, refused: set[str]) -> _Answer:
    if reference.code is None:
        return _resolve_law(reference, index, refused)
    named = [other for other in index.by_code.get(code_key(reference.code.text), []) if other.id not in refused]
    unique = {other.id: other for other in named if _fits(document, reference, other)}
    if len(unique) == 1:
        return "resolved", next(iter(unique)), "Trùng số, ký hiệu; ngày và cơ quan ban hành không trái nhau."
    if unique:
        return "ambiguous", None, f"Nhiều văn bản cùng số, ký hiệu: {', '.join(sorted(unique))}."
    if named:
        return "unknown", None, "Có văn bản cùng số, ký hiệu nhưng khác ngày hoặc cơ quan ban hành."
    return _resolve_unnumbered(document, reference, index, refused)


def _resolve_unnumbered(document: Document, reference: Reference, index: _Index, refused: set[str]) -> _Answer:
    """A document of the dossier whose number is blank or cannot be read, by all the rest that the citation says."""
    keys = _blank_keys(reference.code, reference.date, reference.title) if reference.code else []
    near = {other.id: other for key in keys for other in index.by_symbol.get(key, ()) if other.id not in refused}
    blank = [
        other
        for other in near.values()
        if _fits(document, reference, other) and _may_be_cited(other, reference) and not _cites(other, document)
    ]
    alike = {other.id for other in blank if _is_about(reference, other)}
    if len(alike) == 1:
        return "resolved", next(iter(alike)), "Trùng ký hiệu, trích yếu; văn bản không đọc được số."
    sent = {other.id for other in blank if reference.date == _date(other) and _is_sent_to(other, document)}
    if not alike and len(sent) == len(blank) == 1:
        reason = "Trùng ký hiệu, ngày, cơ quan ban hành, và gửi chính cơ quan viện dẫn; văn bản không đọc được số."
        return "resolved", next(iter(sent)), reason
    same_day = sorted({other.id for other in blank if reference.date and reference.date == _date(other)} | alike)
    if same_day:
        reason = f"Có thể là {', '.join(same_day)}: trùng ký hiệu và ngày, nhưng văn bản không đọc được số."
        return "ambiguous", None, reason
    return "unknown", None, "Văn bản được viện dẫn không có trong hồ sơ."


def _blank_keys(code: Code, date: str | None, subject: str | None) -> list[tuple[str, ...]]:
    """Under what a document without a number is looked up: its symbol with its day, and with how its subject begins."""
    symbol = match_key(code.notation or "")
    begins = tuple(_subject_words(subject or "")[:2])
    return [(symbol, *key) for key in ((date,) if date else (), begins) if key]


def _may_be_cited(document: Document, reference: Reference) -> bool:
    """Whether a document without a number is one that was issued: a scan's number that cannot be read, or the day that
    the citation gives; a draft has neither."""
    unreadable = any(problem.code == "number-unreadable" for problem in document.problems)
    return unreadable or (reference.date is not None and reference.date == _date(document))


def _is_sent_to(document: Document, citing: Document) -> bool:
    """Whether a document is addressed to the organ that cites it, or to the one that this belongs to."""
    issuer = citing.issuer
    own = [name for name in (issuer.full_name, issuer.name, issuer.parent) if name] if issuer else []
    named = [name for party in document.addressees for name in (party.name, party.full_name) if name]
    return any(names_same_organ(one, other) for one in own for other in named)


def _cites(document: Document, other: Document) -> bool:
    """Whether a document cites another by its number, and so came after it."""
    own = code_key(other.code.text) if other.code is not None and other.code.number is not None else None
    return own is not None and any(one.code and code_key(one.code.text) == own for one in document.references)


def _resolve_law(reference: Reference, index: _Index, refused: set[str]) -> _Answer:
    key = match_key(f"{reference.document_type} {reference.title}")
    found = {
        other.id: other
        for other in (index.by_name.get(key, []) if reference.title else [])
        if other.id not in refused and not (reference.date and _date(other) and reference.date != _date(other))
    }
    if len(found) == 1:
        return "resolved", next(iter(found)), "Trùng tên loại và tên văn bản."
    return "unknown", None, "Viện dẫn không ghi số, ký hiệu."


def _fits(citing: Document, reference: Reference, document: Document) -> bool:
    """Nothing that the citation says, or leaves to be understood, speaks against the document."""
    date = _date(document)
    if reference.date and date and reference.date != date:
        return False
    if not reference.date and date and (own := _date(citing)) and date > own:
        return False  # nobody cites what is yet to be written
    if _elsewhere(citing, reference, document):
        return False
    if not reference.issuer or document.issuer is None or document.issuer.name is None:
        return True
    if fold(reference.issuer).startswith(_SAID_OF_ITSELF):
        return True
    said = set(organ_key(reference.issuer).split()) - _EMPTY
    printed = set(organ_key(f"{document.issuer.full_name or document.issuer.name}").split())
    return not said or bool(said & printed) or bool(find_territories(reference.issuer))


def _elsewhere(citing: Document, reference: Reference, document: Document) -> bool:
    """Whether the citation means an organ of another place: one that it names, else the place of the citing paper."""
    theirs = _home(document)
    if not theirs:
        return False
    place = document.promulgation.place if document.promulgation else None
    names = {territory.name for territory in theirs} | ({match_key(place)} if place else set())
    said = find_territories(reference.issuer or "")
    home = _home(citing)
    if said:
        wanted = said[0]
        if wanted.level != theirs[0].level:
            return True
        if not wanted.name:
            wanted = next((own for own in home if own.level == wanted.level), wanted)
        return bool(wanted.name) and all(are_other_names(wanted.name, name) for name in names)
    # A citation without place speaks of one's own province; a full date and symbol that agree are no proof.
    provinces = [own.name for own in home if own.level in ("tỉnh", "thành phố") and own.name]
    return bool(provinces) and all(are_other_names(province, name) for province in provinces for name in names if name)


def _home(document: Document) -> tuple[Territory, ...]:
    """The territories that a document's heading names, the narrowest first."""
    if document.issuer is None:
        return ()
    names = (document.issuer.full_name, document.issuer.name, document.issuer.parent)
    return tuple(dict.fromkeys(one for name in names if name for one in find_territories(name)))


def _is_about(reference: Reference, document: Document) -> bool:
    """Whether the title that a citation gives is the subject of a document, by shared words."""
    if not reference.title or not document.subject:
        return False
    subject = _subject_words(document.subject)
    # A title runs on into the sentence now and then; as much of it is compared as the subject is long.
    printed, said = set(subject), set(_subject_words(reference.title)[: len(subject) + 1])
    shared = len(said & printed)
    return len(said) >= 4 and shared >= _SAME_SUBJECT * len(said) and shared >= _SAME_SUBJECT * len(printed)


def _subject_words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", fold(text)) if word not in ("ve", "viec")]


def _date(document: Document) -> str | None:
    return document.promulgation.date if document.promulgation else None
