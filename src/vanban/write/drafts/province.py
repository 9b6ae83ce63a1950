"""What a dossier proves about an organ's place in the State: whose organ it is and where it sits.

Proof is a name in full, "UBND TỈNH AN GIANG" over a heading or among the parties; "UBND tỉnh" alone proves nothing,
and two provinces prove none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vanban.model.document import Document, Issuer
from vanban.model.dossier import Dossier
from vanban.notation.capitals import write_ordinary
from vanban.notation.folding import match_key
from vanban.write.drafts.placeholder import clean_text
from vanban.write.drafts.words import NOTHING, Words, field_words, party_words, rewrite, say

_COMMITTEE = re.compile(r"Ủy ban nhân dân (?P<unit>(?:[Tt]ỉnh|[Tt]hành phố) (?P<place>[^,;()]+))$")
_PARTY_COMMITTEE = re.compile(r"(?P<unit>(?:Tỉnh|Thành) ủy (?P<place>[^,;()]+))$")
_OF_PROVINCE = re.compile(
    r"(?:Sở|Ban Dân tộc|Ban Quản lý (?:[Kk]hu|[Cc]ác [Kk]hu)|Thanh tra tỉnh|Thanh tra thành phố|"
    r"Văn phòng (?:UBND|Ủy ban nhân dân) (?:tỉnh|thành phố)|Đài Phát thanh và Truyền hình|"
    r"(?:.* )?Tỉnh [ủu][ỷy])"
)
_OWN_MASTER = re.compile(
    r"(?:(?:Tỉnh|Thành) [ủu][ỷy]|UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Bộ|Chính phủ|Thanh tra Chính phủ)\b"
)
_OWN_PLACE = re.compile(
    r"\b(?i:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh|thành phố)\s+(?!Ủy|Uỷ)(?P<place>[^\W\d_a-zđ]\D*)$"
)


def has_parent(organ: str) -> bool:
    """Whether the organ prints the organ above it: committees and ministries do not (NĐ 30, Phụ lục I, II.2)."""
    return not _OWN_MASTER.match(organ)


def find_parent(dossier: Dossier, organ: str, spelled: Iterable[str]) -> Words:
    """The organ above a provincial organ as its heading prints it, "UBND TỈNH AN GIANG"; empty without proof."""
    unit = find_unit(dossier, spelled) if _OF_PROVINCE.match(organ) else NOTHING
    return rewrite(say("UBND {}", unit), str.upper) if unit else NOTHING


def find_unit(dossier: Dossier, spelled: Iterable[str]) -> Words:
    """The province that the dossier proves, "tỉnh An Giang"; empty without proof."""
    units = _find_units(dossier, tuple(spelled))
    return units[0][0] if len(units) == 1 else NOTHING


def find_committee(dossier: Dossier, spelled: Iterable[str]) -> Words:
    """The provincial Party committee that the dossier proves, "Tỉnh ủy An Giang"; empty without proof."""
    found = _find_committees(dossier, tuple(spelled))
    return found[0][0] if len(found) == 1 else NOTHING


def find_place(dossier: Dossier, name: Words, spelled: Iterable[str]) -> Words:
    """The place of issue, *địa danh*: the unit that the organ's own name holds, else the proven province."""
    own = _OWN_PLACE.search(name.text)
    if own and own["place"][0].isupper():
        return Words(_name_seat(own["place"]), name.sources)
    if not _OF_PROVINCE.match(name.text):
        return NOTHING
    places = _find_units(dossier, tuple(spelled)) or _find_committees(dossier, tuple(spelled))
    return rewrite(places[0][1], _name_seat) if len(places) == 1 else NOTHING


def _name_seat(place: str) -> str:
    """A city that bears a person's name keeps its common noun (NĐ 30, Phụ lục I, II.4.a)."""
    return "Thành phố Hồ Chí Minh" if match_key(place) == match_key("Hồ Chí Minh") else place.strip()


def _find_units(dossier: Dossier, spelled: tuple[str, ...]) -> list[tuple[Words, Words]]:
    """Provinces whose committee is named, with the bare name; headings weigh more than mentions."""
    headings = _match(_COMMITTEE, _issuer_names(dossier.documents, spelled))
    return headings or _match(_COMMITTEE, _party_names(dossier.documents, spelled))


def _find_committees(dossier: Dossier, spelled: tuple[str, ...]) -> list[tuple[Words, Words]]:
    return _match(_PARTY_COMMITTEE, _issuer_names(dossier.documents, spelled))


def _match(pattern: re.Pattern[str], names: Iterable[Words]) -> list[tuple[Words, Words]]:
    found: dict[str, tuple[Words, Words]] = {}
    for name in names:
        match = pattern.search(name.text)
        if match:
            unit, place = Words(match["unit"], name.sources), Words(match["place"], name.sources)
            found.setdefault(match_key(match["place"]), (unit, place))
    return list(found.values())


def _issuer_names(documents: Iterable[Document], spelled: tuple[str, ...]) -> list[Words]:
    return [
        field_words(document, [key], write_ordinary(clean_text(name), spelled))
        for document in documents
        if (issuer := document.issuer)
        for key, name in (
            ("issuer.name", issuer.name),
            ("issuer.parent", issuer.parent),
            ("issuer.full_name", issuer.full_name),
            ("issuer.name", _join_split(issuer)),
        )
        if name
    ]


def _join_split(issuer: Issuer) -> str:
    """A committee and its unit on two lines, taken for parent and organ: "ỦY BAN NHÂN DÂN" / "TỈNH AN GIANG"."""
    halves = issuer.parent and match_key(write_ordinary(issuer.parent)) == match_key("Ủy ban nhân dân")
    return f"{issuer.parent} {issuer.name}" if halves else ""


def _party_names(documents: Iterable[Document], spelled: tuple[str, ...]) -> list[Words]:
    parties = [
        (document, party, key)
        for document in documents
        for key, listed in (
            ("addressees", document.addressees),
            ("to_places", document.to_places),
            *((duty.id, [*duty.assignees, *duty.instructed_by, *duty.report_to]) for duty in document.duties),
        )
        for party in listed
    ]
    return [
        rewrite(Words(name, party_words(document, party, key).sources), lambda name: write_ordinary(name, spelled))
        for document, party, key in parties
        for name in (clean_text(party.name), clean_text(party.full_name or ""))
        if name
    ]
