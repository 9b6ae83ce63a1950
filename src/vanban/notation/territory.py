"""The territory in an organ's name, *địa danh trong tên cơ quan*: "Sở Y tế tỉnh Bình Sơn" is of tỉnh Bình Sơn.

Forms read: tỉnh, thành phố, huyện, quận, thị xã, xã, phường, thị trấn, đặc khu with the name behind; "Tỉnh ủy X",
"Thành ủy X". An organ without one ("Bộ Y tế", "Bảo hiểm xã hội Việt Nam") has none.
"""

from __future__ import annotations

import functools
import re

import msgspec

from vanban.notation.organ import organ_key

_LEVELS = r"tỉnh|thành phố|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|đặc khu"
_PARTY = {
    "tỉnh uỷ": "tỉnh", "thành uỷ": "thành phố", "huyện uỷ": "huyện", "quận uỷ": "quận", "thị uỷ": "thị xã",
    "tỉnh đoàn": "tỉnh", "thành đoàn": "thành phố",
}  # fmt: skip
_PLACE = re.compile(
    rf"\b(?P<level>{'|'.join(_PARTY)}|{_LEVELS})\b(?P<name>(?: (?!(?:{_LEVELS}|và|các|của|về|tại)\b)\w+){{0,4}})"
)


class Territory(msgspec.Struct, frozen=True):
    """A level of administration and the folded name of the unit, "" where only the level is said."""

    level: str
    name: str


@functools.lru_cache(maxsize=16384)
def find_territories(organ: str) -> tuple[Territory, ...]:
    """The territories in an organ's name, in the order in which they stand: the narrowest first.

    >>> find_territories("UBND xã Nậm Khê, tỉnh Bình Sơn")
    (Territory(level='xã', name='nậm khê'), Territory(level='tỉnh', name='bình sơn'))
    >>> find_territories("Bộ Y tế")
    ()
    """
    key = organ_key(organ)
    return tuple(
        Territory(_PARTY.get(match["level"], match["level"]), match["name"].strip()) for match in _PLACE.finditer(key)
    )


def are_apart(left: str | None, right: str | None) -> bool:
    """Whether two names are of organs of different places: another level, or the same with another name.

    >>> are_apart("UBND tỉnh Bình Sơn", "UBND tỉnh Hải Lăng"), are_apart("UBND tỉnh", "UBND tỉnh Hải Lăng")
    (True, False)
    >>> are_apart("UBND xã Nậm Khê", "UBND tỉnh"), are_apart("Bộ Y tế", None)
    (True, False)
    """
    first, second = find_territories(left or ""), find_territories(right or "")
    if not first or not second:
        return False
    if first[0].level != second[0].level:
        return True
    return are_other_names(first[0].name, second[0].name)


def are_other_names(left: str, right: str) -> bool:
    """Whether two folded names of units are of two units; a name that only says more is the same."""
    return bool(left and right) and not (f"{left} ".startswith(f"{right} ") or f"{right} ".startswith(f"{left} "))
