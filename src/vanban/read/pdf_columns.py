"""Two columns side by side (*hai cột*): the heading, and Nơi nhận beside the signature.

A column is told by a white band that goes down through several rows. Wide blanks of a justified line make no band:
the next line has words there. A few words that stand in every heading or close help where the band is narrow.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from vanban.read.pdf_rows import Row, group_rows
from vanban.read.pdf_words import Word

_MOTTO = re.compile(r"^(?:C[ỘO]NG|Độc|ĐẢNG)$")
_HEADING = re.compile(r"C[ỘO]NG\s*H(?:ÒA|OÀ)|ĐẢNG\s+C[ỘO]NG\s+SẢN|Độc\s+lập")
_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|T/M|K/T|T/L|T\.M|K\.T)\b")
_RECIPIENTS = re.compile(r"\W*Nơi\s+nhận")
_ADDRESS = re.compile(r"^\W*(?:Đồng\s+)?kính\s+gửi", re.IGNORECASE)
_BAND = 5.0
"""The narrowest band between columns, in points: a blank at size 14 has 3.5."""

_MOST_BANDS = 3
"""Wider whites come first; a row with many is a table without rules, whose lines stay whole."""


def _compose(text: str) -> str:
    """Programs print decomposed letters too: the words to look for are composed (NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


class _Band(NamedTuple):
    left: float
    right: float


class Zone(NamedTuple):
    """Rows `first` to `last` (included) that hold two columns, parted by a white band; `closes` for the end of a
    document: Nơi nhận and signature."""

    first: int
    last: int
    band: _Band
    closes: bool

    @property
    def x(self) -> float:
        """The middle of the band."""
        return (self.band.left + self.band.right) / 2


def find_zones(rows: Sequence[Row], page: int, height: float, before: Zone | None = None) -> list[Zone]:
    """The two-column zones of a page from top to bottom; every other row is one line.

    `before` is the zone at the foot of the page before, where one stands there: it may go on.
    """
    going_on = None if before is None else go_on(rows, before)
    zones: list[Zone] = [going_on] if going_on else []
    index = going_on.last + 1 if going_on else 0
    while index < len(rows):
        zone = None
        for band in _find_bands(rows, index):
            zone = _grow(rows, index, band, page, height, zones[-1].last + 1 if zones else 0)
            if zone is not None:
                break
        if zone is None:
            index += 1
        else:
            zones.append(zone)
            index = zone.last + 1
    return zones


def go_on(rows: Sequence[Row], before: Zone) -> Zone | None:
    """The rows at the head of a page that go on Nơi nhận and signature of the page before, None where none do."""
    band, last, is_signed = before.band, -1, False
    for index, row in enumerate(rows):
        sides = _part(row, band)
        if sides is None or (index and row.top - rows[index - 1].bottom > 150):
            break
        if _HEADING.search(_compose(row.text)):
            return None  # another document begins here
        band, last, is_signed = sides.band, index, is_signed or bool(sides.right)
    return Zone(0, last, band, closes=True) if is_signed else None


def split_zone(rows: Sequence[Row], zone: Zone) -> tuple[list[Row], list[Row]]:
    """The rows of the left and of the right column: each is grouped anew, their heights need not agree."""
    words = [word for row in rows[zone.first : zone.last + 1] for word in row.words]
    left: list[Word] = [word for word in words if (word.x0 + word.x1) / 2 < zone.x]
    right = [word for word in words if (word.x0 + word.x1) / 2 >= zone.x]
    return group_rows(left), group_rows(right)


def _find_bands(rows: Sequence[Row], index: int) -> list[_Band]:
    """White bands inside a row that may part columns, the likeliest first."""
    row = rows[index]
    if _ADDRESS.match(_compose(row.text)):
        return []
    bands = []
    reach = row.words[0].x1
    for word in row.words[1:]:
        gap = word.x0 - reach
        if gap > 2.0:
            if word.text.startswith(("C", "Đ")) and _MOTTO.match(_compose(word.text)):
                return [_Band(reach, word.x0)]
            if gap > 10.0 and gap > word.size:
                bands.append(_Band(reach, word.x0))
        if word.x1 > reach:
            reach = word.x1
    if not bands and _RECIPIENTS.match(_compose(row.text)):
        # The lines of both columns may lie on different heights, so that no row has both.
        beside = _find_beside(rows, index)
        if beside:
            bands.append(_Band(row.x1, min(other.x0 for other in beside)))
    return sorted(bands, key=lambda band: band.left - band.right)[:_MOST_BANDS]


def _find_beside(rows: Sequence[Row], index: int) -> list[Row]:
    """Rows in capitals right of "Nơi nhận:", from the one above it to some below: the post of the signer."""
    row = rows[index]
    return [
        other
        for other in rows[max(index - 3, 0) : index + 8]
        if other.x0 > row.x1 + 2 * _BAND and other.text.isupper() and abs(other.top - row.top) < 100
    ]


class _Sides(NamedTuple):
    left: list[Word]
    right: list[Word]
    band: _Band


def _part(row: Row, band: _Band) -> _Sides | None:
    """Words left and right of the widest white inside the band; None where words fill it."""
    best = _Band(band.left, band.left)
    reach = band.left
    for word in row.words:
        white = _Band(reach, min(word.x0, band.right))
        if white.right - white.left > best.right - best.left:
            best = white
        reach = max(reach, word.x1)
    if band.right - reach > best.right - best.left:
        best = _Band(reach, band.right)
    middle = (best.left + best.right) / 2
    left = [word for word in row.words if word.x1 <= middle]
    right = [word for word in row.words if word.x1 > middle]
    narrowest = 2.0 if right and _MOTTO.match(_compose(right[0].text)) else _BAND
    return _Sides(left, right, best) if best.right - best.left >= narrowest else None


class _Side(NamedTuple):
    """The words that one row has in one column."""

    text: str
    x0: float
    x1: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def _make_side(words: Sequence[Word]) -> _Side:
    return _Side(
        _compose(" ".join(word.text for word in words)),
        min(word.x0 for word in words),
        max(word.x1 for word in words),
        max(word.bottom for word in words),
    )


def _grow(rows: Sequence[Row], seed: int, band: _Band, page: int, height: float, floor: int) -> Zone | None:
    """Let a zone grow from a row up and down as long as the band stays white; None where it is no zone after all."""
    sides = _part(rows[seed], band)
    if sides is None or not sides.left:
        return None
    lefts = [_make_side(sides.left)]
    # Where the first row has no right side, the column is known by the rows that made the band.
    rights = [_make_side(sides.right)] if sides.right else [_make_side(row.words) for row in _find_beside(rows, seed)]
    capitals = bool(sides.right) and lefts[0].text.isupper() and rights[0].text.isupper()
    both = int(bool(sides.right))
    first = last = seed
    for index in range(seed - 1, floor - 1, -1):
        above = _part(rows[index], band)
        if above is None or not _precedes(rows[index], rows[first], above, lefts[0], rights[0]):
            break
        lefts += [_make_side(above.left)] if above.left else []
        rights += [_make_side(above.right)] if above.right else []
        band, first = above.band, index
    for index in range(seed + 1, len(rows)):
        row = rows[index]
        below = None if _ADDRESS.match(_compose(row.text)) else _part(row, band)
        if below is None:
            break
        if below.left and below.right:
            if row.top - rows[last].bottom > 60:
                break
            both += 1
        elif not _continues(row, lefts if below.left else rights, bool(below.right) and _is_close(lefts, rights)):
            break
        lefts += [_make_side(below.left)] if below.left else []
        rights += [_make_side(below.right)] if below.right else []
        band, last = below.band, index
    is_known = _is_close(lefts, rights) or any(_HEADING.match(side.text) for side in rights)
    is_shaped = both >= 2 and band.right - band.left >= 10.0
    is_top = page == 1 and rows[first].top < 0.35 * height
    if not (is_known or (is_shaped and (is_top or capitals))):
        return None
    return Zone(first, last, band, _is_close(lefts, rights))


def _is_close(lefts: Sequence[_Side], rights: Sequence[_Side]) -> bool:
    """True for Nơi nhận and signature, or two signatures."""
    return any(_RECIPIENTS.match(side.text) for side in lefts) or any(
        _AUTHORITY.match(side.text) for side in (*lefts, *rights)
    )


def _is_aligned(row: Row, column: Sequence[_Side]) -> bool:
    """True where the row has the middle of a line of the column, or begins where one begins.

    On a scan the words at the ends of a line may be lost (below a seal), and its middle with them.
    """
    apart = 70 if row.words[0].confidence is not None else 25
    return any(abs(row.middle - side.middle) < apart or abs(row.x0 - side.x0) < apart - 13 for side in column)


def _continues(row: Row, column: Sequence[_Side], may_skip: bool) -> bool:
    """True where a row with words on one side alone belongs to the column above it.

    Between post and name of a signer there is room for the stamp; elsewhere the next line follows at once.
    """
    gap = row.top - max(side.bottom for side in column)
    return gap < (150.0 if may_skip else 14.0) and _is_aligned(row, column)


def _precedes(row: Row, below: Row, sides: _Sides, left: _Side, right: _Side) -> bool:
    """True for a line above the first row with both sides: "TM. …" over "Nơi nhận:", or the reverse.

    The last line of a paragraph begins at the left margin as the list of recipients does: it is no part of it.
    """
    if below.top - row.bottom > 25 or _ADDRESS.match(_compose(row.text)) or (sides.left and sides.right):
        return False
    if sides.left:
        return bool(_RECIPIENTS.match(_compose(row.text))) or (
            row.text.isupper() and abs(row.middle - left.middle) < 25
        )
    return abs(row.middle - right.middle) < 25
