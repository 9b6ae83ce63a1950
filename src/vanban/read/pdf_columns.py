"""Two columns side by side (*hai cột*): the heading, and Nơi nhận beside the signature.

A column is told by a white band that goes down through several rows. Wide blanks of a justified line make no band:
the next line has words there. A few words that stand in every heading or close help where the band is narrow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from vanban.read.pdf_rows import Row, group_rows
from vanban.read.pdf_words import Word

_MOTTO = re.compile(r"^(?:C[ỘO]NG|Độc|ĐẢNG)$")
_HEADING = re.compile(r"C[ỘO]NG\s*H(?:ÒA|OÀ)|ĐẢNG\s+C[ỘO]NG\s+SẢN|Độc\s+lập")
_CLOSE = re.compile(r"Nơi\s+nhận|^(?:TM|KT|TL|TUQ|T/M|K/T|T/L|T\.M|K\.T)\b")
_RECIPIENTS = re.compile(r"\W*Nơi\s+nhận")
_ADDRESS = re.compile(r"^\W*(?:Đồng\s+)?kính\s+gửi", re.IGNORECASE)
_BAND = 5.0
"""The narrowest band between columns, in points: a blank at size 14 has 3.5."""


class Zone(NamedTuple):
    """Rows `first` to `last` (included) that hold two columns, parted at `x`."""

    first: int
    last: int
    x: float


class _Band(NamedTuple):
    left: float
    right: float


def find_zones(rows: Sequence[Row], page: int, height: float) -> list[Zone]:
    """The two-column zones of a page from top to bottom; every other row is one line."""
    zones: list[Zone] = []
    index = 0
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


def split_zone(rows: Sequence[Row], zone: Zone) -> tuple[list[Row], list[Row]]:
    """The rows of the left and of the right column: each is grouped anew, their heights need not agree."""
    words = [word for row in rows[zone.first : zone.last + 1] for word in row.words]
    left: list[Word] = [word for word in words if (word.x0 + word.x1) / 2 < zone.x]
    right = [word for word in words if (word.x0 + word.x1) / 2 >= zone.x]
    return group_rows(left), group_rows(right)


def _find_bands(rows: Sequence[Row], index: int) -> list[_Band]:
    """White bands inside a row that may part columns, the likeliest first."""
    row = rows[index]
    if _ADDRESS.match(row.text):
        return []
    bands = []
    reach = row.words[0].x1
    for word in row.words[1:]:
        gap = word.x0 - reach
        if _MOTTO.match(word.text) and gap > 2.0:
            return [_Band(reach, word.x0)]
        if gap > max(word.size, 10.0):
            bands.append(_Band(reach, word.x0))
        reach = max(reach, word.x1)
    if not bands and _RECIPIENTS.match(row.text):
        # The lines of both columns may lie on different heights, so that no row has both.
        beside = _find_beside(rows, index)
        if beside:
            bands.append(_Band(row.x1, min(other.x0 for other in beside)))
    return sorted(bands, key=lambda band: band.left - band.right)


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
    narrowest = 2.0 if right and _MOTTO.match(right[0].text) else _BAND
    return _Sides(left, right, best) if best.right - best.left >= narrowest else None


def _grow(rows: Sequence[Row], seed: int, band: _Band, page: int, height: float, floor: int) -> Zone | None:
    sides = _part(rows[seed], band)
    if sides is None or not sides.left:
        return None
    both = int(bool(sides.right))
    lefts = [_bound(sides.left)]
    # Where the first row has no right side, the column is known by the rows that made the band.
    rights = [_bound(sides.right)] if sides.right else [_bound(row.words) for row in _find_beside(rows, seed)]
    last = seed
    is_close = bool(_CLOSE.search(rows[seed].text))
    for index in range(seed + 1, len(rows)):
        row = rows[index]
        sides = None if _ADDRESS.match(row.text) else _part(row, band)
        if sides is None:
            break
        is_close = is_close or bool(_CLOSE.search(row.text))
        if sides.left and sides.right:
            if row.top - rows[last].bottom > 60:
                break
            both += 1
        elif not _continues(row, lefts if sides.left else rights, bool(sides.right), is_close):
            break
        if sides.left:
            lefts.append(_bound(sides.left))
        if sides.right:
            rights.append(_bound(sides.right))
        band, last = sides.band, index
    first = seed
    for index in range(seed - 1, floor - 1, -1):
        row = rows[index]
        sides = _part(row, band)
        if sides is None or (sides.left and sides.right) or not _precedes(row, rows[first], sides, lefts, rights):
            break
        band, first = sides.band, index
    text = "\n".join(row.text for row in rows[first : last + 1])
    is_heading = bool(_HEADING.search(text))
    is_top = page == 1 and rows[first].top < 0.35 * height
    named = is_heading or is_close or bool(_CLOSE.search(text))
    capitals = all(side.isupper() for side in _first_texts(rows[seed], band))
    is_wide = band.right - band.left >= 10.0
    if named or (both >= 2 and is_wide and (is_top or capitals)):
        return Zone(first, last, (band.left + band.right) / 2)
    return None


class _Bound(NamedTuple):
    x0: float
    x1: float
    top: float
    bottom: float


def _bound(words: Sequence[Word]) -> _Bound:
    return _Bound(
        min(word.x0 for word in words),
        max(word.x1 for word in words),
        min(word.top for word in words),
        max(word.bottom for word in words),
    )


def _is_aligned(row: Row, side: Sequence[_Bound]) -> bool:
    """True where the row has the middle of a line of the column, or begins where one begins."""
    return any(abs(row.middle - (line.x0 + line.x1) / 2) < 25 or abs(row.x0 - line.x0) < 12 for line in side)


def _continues(row: Row, side: Sequence[_Bound], is_right: bool, is_close: bool) -> bool:
    """True where a row with words on one side alone belongs to the column above it.

    Between post and name of a signer there is room for the stamp; elsewhere the next line follows at once.
    """
    gap = row.top - max(line.bottom for line in side)
    farthest = 150.0 if is_right and is_close else 14.0
    return gap < farthest and _is_aligned(row, side)


def _precedes(row: Row, below: Row, sides: _Sides, lefts: list[_Bound], rights: list[_Bound]) -> bool:
    """True for a line above the first row with both sides: "TM. …" over "Nơi nhận:", or the reverse.

    The last line of a paragraph begins at the left margin as the list of recipients does: it is no part of it.
    """
    if below.top - row.bottom > 25 or _ADDRESS.match(row.text):
        return False
    if sides.left:
        return bool(_RECIPIENTS.match(row.text)) or (
            row.text.isupper() and abs(row.middle - (lefts[0].x0 + lefts[0].x1) / 2) < 25
        )
    return abs(row.middle - (rights[0].x0 + rights[0].x1) / 2) < 25


def _first_texts(row: Row, band: _Band) -> tuple[str, str]:
    middle = (band.left + band.right) / 2
    left = " ".join(word.text for word in row.words if word.x1 <= middle)
    right = " ".join(word.text for word in row.words if word.x0 >= middle)
    return left, right
