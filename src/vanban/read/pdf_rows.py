"""Visual rows of a PDF page (*dòng trên trang*): words that stand beside one another, and the lines they make."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from vanban.model.text import Box, Cell
from vanban.read.draft import Draft
from vanban.read.pdf_words import Word

_SAME = 1.5
"""A word nearer than this to the same word, in points, is the same one drawn again."""

_get_left = attrgetter("x0")


class Row(NamedTuple):
    """Words on one height, from left to right, and their text with a blank between them."""

    text: str
    words: tuple[Word, ...]
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def make_row(words: Iterable[Word]) -> Row:
    """Order the words; a word that is drawn twice on one spot (a program's bold) stands once."""
    kept: list[Word] = []
    reach = -math.inf
    for word in sorted(words, key=_get_left):
        left = word.x0
        if left >= reach or not any(_is_same(word, other) for other in kept[-2:]):
            kept.append(word)
            reach = left + _SAME
    return Row(
        " ".join([word.text for word in kept]),
        tuple(kept),
        kept[0].x0,
        min([word.top for word in kept]),
        max([word.x1 for word in kept]),
        max([word.bottom for word in kept]),
    )


def _is_same(word: Word, other: Word) -> bool:
    return word.text == other.text and word.x0 < other.x0 + _SAME and abs(word.top - other.top) < _SAME


def group_rows(words: Sequence[Word]) -> list[Row]:
    """Words whose middles lie within two fifths of a height are one row; small raised signs join their line."""
    rows: list[Row] = []
    current: list[Word] = []
    middle = height = top = bottom = 0.0
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        if not current or word.top != top or word.bottom != bottom:  # most words are as high as the one before
            top, bottom = word.top, word.bottom
            own_middle, own_height = (top + bottom) / 2, bottom - top
            apart = own_middle - middle
            if current and apart > 0.4 * height and apart > 0.4 * own_height:
                rows.append(make_row(current))
                current = []
            if not current or own_height > height:
                middle, height = own_middle, own_height
        current.append(word)
    if current:
        rows.append(make_row(current))
    return rows


class Area(NamedTuple):
    """The width that lines are centred in: the text area of a page, a column, a cell."""

    left: float
    right: float

    def holds_centred(self, row: Row) -> bool:
        """True where the row's middle is the area's and it keeps clear of both edges."""
        width = self.right - self.left
        # A title may nearly fill the line; a paragraph of one line is clear on both sides too, but seldom evenly.
        clear = max((0.02 if _is_bold(row) else 0.06) * width, 6.0)
        is_clear = row.x0 - self.left > clear and self.right - row.x1 > clear
        return is_clear and abs(row.middle - (self.left + self.right) / 2) < max(0.02 * width, 4.0)


def measure_areas(rows: Sequence[Row], width: float) -> list[Area]:
    """What lines across a page may be centred in: the reach of all rows, and the edges of most full lines.

    Heading tables reach beyond the margins; a page of tables or of a few lines has no full ones.
    """
    if not rows:
        return []
    areas = [Area(min(row.x0 for row in rows), max(row.x1 for row in rows))]
    full = [row for row in rows if row.x1 - row.x0 > 0.6 * width]
    if len(full) >= 3:
        lefts, rights = sorted(row.x0 for row in full), sorted(row.x1 for row in full)
        areas.append(Area(lefts[len(full) // 4], rights[len(full) // 2]))
    return areas


def find_titles(rows: Sequence[Row], areas: Sequence[Area]) -> list[bool]:
    """Which rows are centred in one of the areas; rows that begin alike are paragraphs, whatever their middle.

    Bold lines are titles more often than not: they may begin as a few paragraphs do, by chance.
    """
    starts = Counter(round(row.x0) for row in rows)
    return [
        any(area.holds_centred(row) for area in areas)
        and sum(starts[round(row.x0) + step] for step in (-1, 0, 1)) < (5 if _is_bold(row) else 3)
        for row in rows
    ]


def _is_bold(row: Row) -> bool:
    return row.words[0].bold and all(word.bold for word in row.words)


def find_centred(rows: Sequence[Row]) -> list[bool]:
    """Which lines of a column are centred: their middles agree better than their beginnings do."""
    middle, middles_apart = _measure_spread([row.middle for row in rows])
    _, starts_apart = _measure_spread([row.x0 for row in rows])
    is_list = len(rows) > 1 and starts_apart < 3.0 and starts_apart <= middles_apart
    return [not is_list and abs(row.middle - middle) < 10.0 for row in rows]


def _measure_spread(values: Sequence[float]) -> tuple[float, float]:
    """The median and the median distance from it: one stray line does not count."""
    if not values:
        return 0.0, 0.0
    middle = statistics.median(values)
    return middle, statistics.median(abs(value - middle) for value in values)


def draft_row(
    row: Row,
    page: int,
    centred: bool | None,
    part: str = "body",
    column: int = 0,
    cell: Cell | None = None,
) -> Draft:
    """The line that a row prints; bold and italic where every word is, unknown where a program read the words."""
    sizes = {word.size for word in row.words}
    if len(sizes) == 1:
        (size,) = sizes
    else:
        lengths = dict.fromkeys([word.size for word in row.words], 0)
        for word in row.words:
            lengths[word.size] += len(word.text)
        size = max(lengths, key=lengths.__getitem__)
    box: Box = (round(row.x0, 1), round(row.top, 1), round(row.x1, 1), round(row.bottom, 1))
    known = [word.confidence for word in row.words if word.confidence is not None]
    return Draft(
        content=row.text,
        page=page,
        box=box,
        cell=cell,
        part=part,
        column=column,
        bold=None if known else _is_bold(row),
        italic=None if known else row.words[0].italic and all(word.italic for word in row.words),
        centred=centred,
        size=size,
        confidence=round(statistics.fmean(known), 2) if known else None,
    )
