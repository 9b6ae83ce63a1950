"""Citations of other documents (*văn bản viện dẫn*): all mentions of one document in one record, not its own code."""

from __future__ import annotations

import re

import msgspec

from vanban.extract.relations import Citing, find_relation, is_reminder, repeats
from vanban.extract.scanned import is_near, is_scanned, read_surely
from vanban.model.document import Code, Mention, Pinpoint, Reference
from vanban.model.outline import Outline
from vanban.model.text import Span
from vanban.notation.citation import FoundCitation, find_citations
from vanban.notation.folding import fold, match_key
from vanban.notation.passage import Passage, clean
from vanban.notation.pinpoint import find_pinpoints
from vanban.notation.territory import are_apart

# The number of a copy that was made of this document: "Số: 15/SY-SXD" (NĐ 30 Phụ lục III).
_COPY = re.compile(r"(?:SY|SL|TrS)-")
_REACH = 200
"""Letters between a place and the document that it is in: "Điều 5 Quy chế … ban hành kèm theo Quyết định số …"."""


def read_references(
    outline: Outline, own: Code | None, *, kind: str | None = None, date: str | None = None
) -> list[Reference]:
    """Documents that the text cites, in the order in which they first stand; anaphora join what they repeat.

    `own`, `kind` and `date` are code, type and ISO date of the document itself. One number with two dates is two
    documents.
    """
    found: list[_Growing] = []
    by_key: dict[str, list[_Growing]] = {}
    short: dict[str, _Growing] = {}
    citing = Citing(own, fold(kind or ""), fold(_about(outline)))
    for passage in _passages(outline):
        for citation in find_citations(passage.text, short, own_type=kind):
            if citation.code is not None and _COPY.match(citation.code.notation):
                continue
            if citation.code is not None and own is not None and _is_own(citation, passage.text, own, date):
                continue
            if citation.anaphor:
                repeated = short.get(citation.short_name) if citation.short_name else _repeated(citation, found)
                if repeated is None:
                    continue
                growing = repeated
            else:
                key = citation.code.text if citation.code else f"{citation.document_type} {citation.title}"
                same = by_key.setdefault(match_key(key), [])
                relation = find_relation(citation, passage, citing)
                known = next((one for one in reversed(same) if one.may_be(citation)), None)
                if known is None:
                    growing = _Growing(citation, passage, relation)
                    same.append(growing)
                    found.append(growing)
                else:
                    growing = known
                    growing.learn(citation)
                    # what a ground says of it wins over a mere mention, and over the title
                    if growing.relation == "cites" or (growing.relation == "implements" and relation == "basis"):
                        growing.relation = relation
                if citation.short_name:
                    short[citation.short_name] = growing
            growing.mention(citation, passage)
        _attach_pinpoints(passage, found)
    _mark_repeated(found, citing)
    references = [growing.freeze() for growing in found]
    misread = {number for number, one in enumerate(references) if _is_misread(one, references, outline)}
    return [one for number, one in enumerate(references) if number not in misread]


def _is_misread(one: Reference, references: list[Reference], outline: Outline) -> bool:
    """Whether a citation of a scan is another one of the same number, cut or misread: "886/STTTT" beside
    "886/STTTT-BCVT", "01/BC-HHDN-KS5" beside "01/BC-HHDN-K5"; what is cited more often, or was read surer, stays."""
    code = one.code
    if code is None or code.notation is None or one.span is None or not is_scanned(outline, one.span):
        return False
    for other in references:
        if other is one or other.code is None or other.code.notation is None or other.code.number != code.number:
            continue
        if one.date and other.date and one.date != other.date:
            continue
        if other.code.notation != code.notation and other.code.notation.startswith(code.notation.rstrip("-")):
            return True
        # "15/NQ-CP" is no "15/NĐ-CP", nor one year the other
        kind, _, organ = code.notation.partition("-")
        like = other.code.notation.startswith(f"{kind}-") and is_near(organ, other.code.notation[len(kind) + 1 :])
        if like and _weight(one, outline) < _weight(other, outline):
            return True
    return False


def _weight(one: Reference, outline: Outline) -> tuple[int, float, int]:
    assert one.span is not None
    return len(one.mentions), read_surely(outline, one.span) or 0.0, -one.span[0]


def _about(outline: Outline) -> str:
    """What the heading says that the document is about, with "(Lần 2)" beside it."""
    return " ".join(
        " ".join(outline.text[slice(*zone.span)].split()) for zone in outline.zones if zone.kind == "subject"
    )


def _mark_repeated(found: list[_Growing], citing: Citing) -> None:
    """A reminder repeats the first letter of its own office that it cites."""
    if is_reminder(citing):
        for growing in found:
            if growing.relation in ("cites", "forwards", "implements") and repeats(growing.first, citing):
                growing.relation = "repeats"
                return


def _is_own(citation: FoundCitation, text: str, own: Code, date: str | None) -> bool:
    """Whether a code is the document's own: the same, or where its number stands blank one with its symbol that
    neither a type nor "số" introduces, as a stamp sets it down between the lines. Of another year it is another's."""
    code = citation.code
    if code is None or (date and citation.date and citation.date.year != int(date[:4])):
        return False
    if own.number is None and own.notation is not None and citation.document_type is None:
        stamped = re.search(r"s[ốo]\s*:?\s*$|[,;]\s*$|\bvà\s+$", text[: code.start], re.IGNORECASE) is None
        return stamped and match_key(code.notation) == match_key(own.notation)
    return match_key(code.text) == match_key(own.text)


class _Growing:
    """A reference while its mentions are still being found."""

    def __init__(self, citation: FoundCitation, passage: Passage, relation: str) -> None:
        self.first = citation
        self.relation = relation
        self.text = passage.text[citation.start : citation.end]
        self.span = passage.span(citation.start, citation.end)
        self.code_span = passage.span(citation.code.start, citation.code.end) if citation.code else None
        self.mentions: list[Mention] = []
        self.pinpoints: list[Pinpoint] = []
        self.last: tuple[Passage, int, int] | None = None

    def may_be(self, citation: FoundCitation) -> bool:
        """Whether a citation with the same code means this document: neither its day nor its place is another."""
        first = self.first
        if first.date and citation.date and first.date != citation.date:
            return False
        return not are_apart(first.issuer, citation.issuer)

    def learn(self, citation: FoundCitation) -> None:
        first = self.first
        self.first = msgspec.structs.replace(
            first,
            document_type=first.document_type or citation.document_type,
            date=first.date or citation.date,
            issuer=first.issuer or citation.issuer,
            title=first.title or citation.title,
        )

    def mention(self, citation: FoundCitation, passage: Passage) -> None:
        text = passage.text[citation.start : citation.end]
        self.mentions.append(Mention(text, passage.span(citation.start, citation.end), citation.anaphor))

    def freeze(self) -> Reference:
        first = self.first
        return Reference(
            text=self.text,
            document_type=first.document_type,
            code=Code(first.code.number, first.code.notation, first.code.text) if first.code else None,
            date=first.date.isoformat() if first.date else None,
            issuer=first.issuer,
            title=first.title,
            relation=self.relation,
            pinpoints=self.pinpoints,
            span=self.span,
            mentions=self.mentions,
        )


def _passages(outline: Outline) -> list[Passage]:
    """What is read for citations: subject and body in paragraphs, in order; neither the number nor recipients."""
    skipped = [
        zone.span
        for zone in outline.zones
        if zone.kind in ("number", "issuer", "motto", "place_date", "signature", "recipients")
    ]
    outside = sorted([*skipped, *outline.outside])
    ends = [match.start() for match in re.finditer(r"\n\s*\n", outline.text)] + [len(outline.text)]
    # Pieces of the heading are passages of their own: a title does not run on into the addressees.
    ends += [place for zone in outline.zones if zone.kind in ("title", "subject", "addressees") for place in zone.span]
    ends.sort()
    passages = []
    start = 0
    for end in ends:
        if end > start and (passage := clean(outline.text, (start, end), outside)):
            passages.append(passage)
        start = end
    return passages


def _repeated(citation: FoundCitation, found: list[_Growing]) -> _Growing | None:
    """The reference that an anaphor repeats: the last of its type; "văn bản" is any."""
    for growing in reversed(found):
        if citation.document_type == "Văn bản" or growing.first.document_type == citation.document_type:
            return growing
    return None


def _attach_pinpoints(passage: Passage, found: list[_Growing]) -> None:
    """Places go to the citation that follows them in the sentence ("khoản 3, Mục IV của Kế hoạch nêu trên")."""
    places = [(mention.span, growing) for growing in found for mention in growing.mentions]
    for point in find_pinpoints(passage.text):
        span: Span = passage.span(point.start, point.end)
        behind = [(start, growing) for (start, _), growing in places if 0 <= start - span[1] <= _REACH]
        if not behind:
            continue
        start, growing = min(behind, key=lambda pair: pair[0])
        between = passage.text[point.end : point.end + start - span[1]]
        near = start - span[1] <= 60 or "kèm theo" in between
        if near and not re.search(r"[.;]", between):
            growing.pinpoints.append(Pinpoint(passage.text[point.start : point.end], point.path, span))
