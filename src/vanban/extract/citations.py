"""Citations of other documents (*văn bản viện dẫn*): all mentions of one document in one record, not its own code."""

from __future__ import annotations

import re

import msgspec

from vanban.model.document import Code, Mention, Pinpoint, Reference
from vanban.model.outline import Outline
from vanban.model.text import Span
from vanban.notation.citation import FoundCitation, find_citations
from vanban.notation.folding import fold, match_key
from vanban.notation.passage import Passage, clean
from vanban.notation.pinpoint import find_pinpoints

# What a citation is for, by the words before it or around it.
_RELATIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("corrects", re.compile(r"dinh chinh")),
    (
        "repeats",
        re.compile(
            r"(?:lan (?:2|3|hai|ba)\b|tiep theo (?:cong van|van ban|cong dien|thong bao|ke hoach)|don doc|nhac lai)"
        ),
    ),
    ("replaces", re.compile(r"thay the(?: cho)?\b[^.;]{0,60}$")),
    ("repeals", re.compile(r"(?:bai bo|het hieu luc)\b[^.;]{0,80}$")),
    ("amends", re.compile(r"(?:sua doi|bo sung)[^.;]{0,80}$")),
    ("attached_to", re.compile(r"(?:ban hanh kem theo|kem theo)\s*$")),
    ("basis", re.compile(r"(?:^|[\"“(\s-])can cu\b[^.;]{0,160}$")),
    (
        "responds_to",
        re.compile(
            r"(?:tra loi|phuc dap|theo de nghi|xet de nghi|xet (?:bao cao|de nghi|noi dung)|theo noi dung|tiep nhan"
            r"|ve viec tra loi)\b[^.;]{0,120}$"
        ),
    ),
    ("forwards", re.compile(r"(?:gui kem|sao gui|chuyen|gui den|da nhan|nhan duoc)\b[^.;]{0,40}$")),
    ("implements", re.compile(r"(?:thuc hien|trien khai|thi hanh|chap hanh|quan triet)\b[^.;]{0,60}$")),
)
# The number of a copy that was made of this document: "Số: 15/SY-SXD" (NĐ 30 Phụ lục III).
_COPY = re.compile(r"(?:SY|SL|TrS)-")
_ATTACHED_AFTER = re.compile(
    r"^[^.;]{0,260}\((?:dinh kem|kem theo|gui kem|sao gui kem)|^[^.;]{0,120}(?:dinh kem|gui kem|kem theo van ban"
    r"|kem theo cong van)"
)


def read_references(outline: Outline, own: Code | None) -> list[Reference]:
    """Documents that the text cites, in the order in which they first stand; anaphora join what they repeat."""
    found: list[_Growing] = []
    by_key: dict[str, _Growing] = {}
    short: dict[str, _Growing] = {}
    for passage in _passages(outline):
        for citation in find_citations(passage.text, short):
            if citation.code is not None and _COPY.match(citation.code.notation):
                continue
            if citation.code is not None and own is not None and _is_own(citation, passage.text, own):
                continue
            if citation.anaphor:
                growing = short.get(citation.short_name) if citation.short_name else _repeated(citation, found)
                if growing is None:
                    continue
            else:
                key = (
                    match_key(citation.code.text)
                    if citation.code
                    else match_key(f"{citation.document_type} {citation.title}")
                )
                growing = by_key.get(key)
                if growing is None:
                    growing = by_key[key] = _Growing(citation, passage, _relation(citation, passage))
                    found.append(growing)
                else:
                    growing.learn(citation)
                    # what a ground says of it wins over a mere mention, and over the title
                    relation = _relation(citation, passage)
                    if growing.relation == "cites" or (growing.relation == "implements" and relation == "basis"):
                        growing.relation = relation
                if citation.short_name:
                    short[citation.short_name] = growing
            growing.mention(citation, passage)
        _attach_pinpoints(passage, found)
    return [growing.freeze() for growing in found]


def _is_own(citation: FoundCitation, text: str, own: Code) -> bool:
    """Whether a code is the document's own: the same, or where its number stands blank one with its symbol that
    neither a type nor "số" introduces, as a stamp sets it down between the lines."""
    code = citation.code
    if code is None:
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


def _relation(citation: FoundCitation, passage: Passage) -> str:
    before = fold(passage.text[max(0, citation.start - 180) : citation.start])
    after = fold(passage.text[citation.end : citation.end + 280])
    for name, pattern in _RELATIONS:
        if pattern.search(before):
            if name == "repeats" and not re.search(r"lan (?:2|3|hai|ba)|don doc|nhac|tiep theo", before):
                continue
            if name in ("implements", "responds_to") and _ATTACHED_AFTER.match(after):
                return "forwards"
            return name
    if _ATTACHED_AFTER.match(after):
        return "forwards"
    return "cites"


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
        behind = [(start, growing) for (start, _), growing in places if 0 <= start - span[1] <= 60]
        if not behind:
            continue
        start, growing = min(behind, key=lambda pair: pair[0])
        between = passage.text[point.end : point.end + start - span[1]]
        if not re.search(r"[.;]", between):
            growing.pinpoints.append(Pinpoint(passage.text[point.start : point.end], point.path, span))
