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
from vanban.write.placeholder import clean_text

_COMMITTEE = re.compile(r"Ủy ban nhân dân (?P<unit>(?:[Tt]ỉnh|[Tt]hành phố) (?P<place>[^,;()]+))$")
_PARTY_COMMITTEE = re.compile(r"(?:Tỉnh|Thành) ủy (?P<place>[^,;()]+)$")
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


def find_parent(dossier: Dossier, organ: str, spelled: Iterable[str]) -> str | None:
    """The organ above a provincial organ as its heading prints it, "UBND TỈNH AN GIANG", or None without proof."""
    if not _OF_PROVINCE.match(organ):
        return None
    unit = find_unit(dossier, spelled)
    return f"UBND {unit.upper()}" if unit else None


def find_unit(dossier: Dossier, spelled: Iterable[str]) -> str | None:
    """The province that the dossier proves, "tỉnh An Giang", or None."""
    units = _find_units(dossier, tuple(spelled))
    return units[0][0] if len(units) == 1 else None


def find_committee(dossier: Dossier, spelled: Iterable[str]) -> str | None:
    """The provincial Party committee that the dossier proves, "Tỉnh ủy An Giang", or None."""
    found = {
        match_key(match.group()): match.group()
        for name in _issuer_names(dossier.documents, tuple(spelled))
        if (match := _PARTY_COMMITTEE.search(name))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def find_place(dossier: Dossier, organ: str, spelled: Iterable[str]) -> str | None:
    """The place of issue, *địa danh*: the unit that the organ's own name holds, else the proven province."""
    own = _OWN_PLACE.search(organ)
    if own and own["place"][0].isupper():
        return _name_seat(own["place"])
    if not _OF_PROVINCE.match(organ):
        return None
    units = _find_units(dossier, tuple(spelled))
    if units:
        return _name_seat(units[0][1]) if len(units) == 1 else None
    seats = {
        match["place"]
        for name in _issuer_names(dossier.documents, tuple(spelled))
        if (match := _PARTY_COMMITTEE.search(name))
    }
    return seats.pop() if len(seats) == 1 else None


def _name_seat(place: str) -> str:
    """A city that bears a person's name keeps its common noun (NĐ 30, Phụ lục I, II.4.a)."""
    return "Thành phố Hồ Chí Minh" if match_key(place) == match_key("Hồ Chí Minh") else place.strip()


def _find_units(dossier: Dossier, spelled: tuple[str, ...]) -> list[tuple[str, str]]:
    """Provinces whose committee is named, with the bare name; headings weigh more than mentions."""
    headings = _match_units(_issuer_names(dossier.documents, spelled))
    return headings or _match_units(_party_names(dossier.documents, spelled))


def _match_units(names: Iterable[str]) -> list[tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for name in names:
        match = _COMMITTEE.search(name)
        if match:
            found.setdefault(match_key(match["place"]), (match["unit"], match["place"]))
    return list(found.values())


def _issuer_names(documents: Iterable[Document], spelled: tuple[str, ...]) -> list[str]:
    return [
        write_ordinary(clean_text(name), spelled)
        for document in documents
        if document.issuer
        for name in (
            document.issuer.name,
            document.issuer.parent,
            document.issuer.full_name,
            _join_split(document.issuer),
        )
        if name
    ]


def _join_split(issuer: Issuer) -> str:
    """A committee and its unit on two lines, taken for parent and organ: "ỦY BAN NHÂN DÂN" / "TỈNH AN GIANG"."""
    halves = issuer.parent and match_key(write_ordinary(issuer.parent)) == match_key("Ủy ban nhân dân")
    return f"{issuer.parent} {issuer.name}" if halves else ""


def _party_names(documents: Iterable[Document], spelled: tuple[str, ...]) -> list[str]:
    parties = [
        party
        for document in documents
        for party in (
            *document.addressees,
            *document.to_places,
            *(each for duty in document.duties for each in (*duty.assignees, *duty.instructed_by, *duty.report_to)),
        )
    ]
    names = [name for party in parties for name in (party.name, party.full_name) if name]
    return [write_ordinary(clean_text(name), spelled) for name in names]
