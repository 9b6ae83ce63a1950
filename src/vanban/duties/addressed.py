"""Words that stand for the addressees: "quý cơ quan", "các đơn vị" in a letter or telegram."""

from __future__ import annotations

import re

from vanban.model.document import Document, Party
from vanban.notation.parties import parse_parties

_ADDRESSED = re.compile(
    r"(?:[Qq]uý (?:cơ quan|đơn vị|[Ss]ở|[Bb]an|[Bb]ộ|[Cc]ục|[Tt]ỉnh|[Cc]ông ty|[Ủủ]y ban)[\w, ]{0,30}|"
    r"(?:[Tt]hủ trưởng )?[Cc]ác (?:cơ quan, )?đơn vị|(?:[Cc]ác |[Qq]uý )?[Đđ]ồng chí|[Qq]uý vị)"
)
_LETTERS = frozenset({"Công văn", "Công điện", "Giấy mời"})


def resolve_addressed(document: Document, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The addressees, each on its own, where `parties` only stand for them; else `parties` as they are."""
    stand = document.addressees and (stand_for_addressees(parties) or _by_their_post(document, parties))
    return _each(document) if stand else parties


def _by_their_post(document: Document, parties: tuple[Party, ...]) -> bool:
    """Whether a bare post is that of all addressees ("các đồng chí Chánh án" of the courts under Kính gửi)."""
    if len(parties) != 1 or parties[0].kind != "office":
        return False
    return all(party.name.startswith(parties[0].name + " ") for party in document.addressees)


def stand_for_addressees(parties: tuple[Party, ...]) -> bool:
    """Whether parties name nobody and only stand for those whom the paper goes to ("các đơn vị")."""
    return len(parties) == 1 and _ADDRESSED.fullmatch(parties[0].name) is not None


def addressed_by(document: Document) -> tuple[Party, ...]:
    """The addressees of a letter, whom it asks where it names nobody ("đề nghị nghiên cứu, góp ý …")."""
    name = document.document_type.name if document.document_type else ""
    return _each(document) if name in _LETTERS else ()


def _each(document: Document) -> tuple[Party, ...]:
    found: list[Party] = []
    for party in document.addressees:
        listed = parse_parties(party.name)
        if listed is None:
            found.append(party)
        else:
            found += [Party(one.name, kind=one.kind, span=party.span) for one in listed.parties]
    return tuple(found)
