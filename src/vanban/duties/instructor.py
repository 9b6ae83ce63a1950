"""Who orders: the one whose opinion the letter relays, the body that the introduction names, else the issuer."""

from __future__ import annotations

import re

from vanban.model.document import Document, Node, Party
from vanban.notation.folding import fold, match_key
from vanban.notation.organ import party_kind
from vanban.notation.parties import parse_parties
from vanban.notation.passage import Passage, clean

_RELAY_START = re.compile(
    r"(?:đồng chí\s+|Đồng chí\s+)?(?P<who>(?:Phó Thủ tướng|Thủ tướng|Phó Chủ tịch|Chủ tịch|"
    r"Bộ trưởng|Thứ trưởng|Giám đốc|Phó Giám đốc|Bí thư|Phó Bí thư|Thường trực|Chánh|Tổng Bí thư|"
    r"Lãnh đạo)[^,;.:]{3,140}?)\s+(?:đã\s+)?(?:có (?:ý kiến|chỉ đạo)|kết luận|chỉ đạo|yêu cầu|"
    r"giao|thống nhất)"
)
_DECREES = re.compile(
    r"\s+(?:đề ra|ban hành|xây dựng|yêu cầu|chỉ đạo|kết luận|hướng dẫn|thông báo|giao|điện|"
    r"triển khai|quyết định|đề nghị|quy định|lãnh đạo)\b"
)
_SIGNED_BODY = re.compile(
    r"^(?:ban thuong vu|ban chap hanh|ban thuong truc|thuong truc|bo chinh tri|ban bi thu|uy ban)"
)


def find_instructors(document: Document) -> tuple[Party, ...]:
    """Those who order what the document demands, as the text names them."""
    intro = _introduction(document)
    for node, passage in intro:
        for match in _RELAY_START.finditer(passage.text):
            who = match["who"].strip()
            if len(who.split()) < 3 or re.search(r"\b(?:của|tại) (?:cuộc họp|Hội nghị)", who):
                continue
            start, end = match.start("who"), match.start("who") + len(who)
            return (Party(who, kind=_person_kind(who), span=passage.span(start, end)),)
        del node
    concluding = _concluding(document)
    if concluding is not None:
        return (concluding,)
    for _, passage in reversed(intro):
        party = _deciding_body(passage, document)
        if party is not None:
            return (party,)
    return _issuer(document)


_CONCLUDES = re.compile(
    r"(?:Thông báo )?[Kk]ết luận(?:,? chỉ đạo)? của (?:đồng chí )?(?P<who>(?:Phó )?(?:Chủ tịch|Giám đốc|Bí thư|"
    r"Bộ trưởng|Thứ trưởng|Cục trưởng|Hiệu trưởng|Chánh)[^,;.:]{3,100}?)(?= tại\b| về\b| trong\b|$)"
)


def _concluding(document: Document) -> Party | None:
    """Whose conclusions the subject says the paper gives ("Kết luận của Chủ tịch UBND quận tại …")."""
    match = _CONCLUDES.match(document.subject or "")
    evidence = document.evidence.get("subject")
    if match is None or evidence is None or evidence.span is None:
        return None
    who = match["who"].strip()
    start = document.text.find(who, *evidence.span)
    return Party(who, kind=_person_kind(who), span=(start, start + len(who))) if start >= 0 else None


def _introduction(document: Document) -> list[tuple[Node, Passage]]:
    """The paragraphs before the first part of the body."""
    found = []
    for node in document.body[:6]:
        if node.kind not in ("paragraph", "bullet"):
            break
        found.append((node, clean(document.text, node.span, document.outside)))
    return found


def _person_kind(name: str) -> str:
    """A post with a person's name behind it is a person, else an office."""
    words = name.split()
    named = (
        len(words) > 3
        and all(word[:1].isupper() for word in words[-2:])
        and not re.search(r"(?:Chính phủ|Nhân dân|Trung ương)$", name)
    )
    return "person" if named else "office"


def _deciding_body(passage: Passage, document: Document) -> Party | None:
    """ "…, Ban Thường vụ Tỉnh ủy đề ra kế hoạch …": the body that the introduction says decides."""
    text = passage.text
    for match in re.finditer(r"(?:^|[,.;]\s+)(?=[A-ZĐỦ])", text):
        found = parse_parties(text, match.end(), first=False, limit=160)
        if found is None or len(found.parties) != 1:
            continue
        party = found.parties[0]
        if _DECREES.match(text, party.end) and party.kind != "group":
            return Party(party.name, kind=party_kind(party.name), span=passage.span(party.start, party.end))
    return None


def _issuer(document: Document) -> tuple[Party, ...]:
    for signer in document.signers:
        for line in signer.on_behalf_of:
            if (
                _SIGNED_BODY.match(fold(line))
                and document.issuer
                and match_key(line) not in match_key(document.issuer.name or "")
            ):
                return (Party(line, kind="organ", span=signer.span),)
    if document.issuer is None or document.issuer.name is None:
        return ()
    evidence = document.evidence.get("issuer.name")
    return (
        Party(
            document.issuer.full_name or document.issuer.name,
            kind=party_kind(document.issuer.name),
            span=evidence.span if evidence else None,
        ),
    )


def find_transmitter(document: Document, instructors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The office that only passes on another's order: the issuer, where the one who orders is named in the text."""
    issuer = _issuer(document)
    if not issuer or not instructors or instructors[0].span == issuer[0].span:
        return ()
    name = match_key(issuer[0].name)
    notice = document.document_type is not None and document.document_type.name == "Thông báo"
    return issuer if name.startswith(("văn phòng", "ban ") if notice else "văn phòng") else ()
