"""Columns of a scanned page (*cột trên trang quét*) set one under the other before it is read.

Tesseract takes what stands on one height for one line: of heading and end it mixes the halves and loses lines that lie
between those beside them, and in rows of a table it judges the blanks between words by those between cells.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from vanban.read.ocr_ink import Stroke
from vanban.read.ocr_words import Seen

_CELL = 8
"""Pixels a cell: white is sought on a coarse grid."""
_INK, _FEWEST = 0.75, 3
"""Of the paper's level, and pixels of a cell so dark: with fewer it is white."""
_FIRST, _LAST = 0.3, 0.68
"""Of the page's width: where the white between two halves may stand."""
_WIDEST_BLANK, _FEWEST_ROWS = 4, 9
"""Cells: a blank between words is narrower, two lines are higher."""
_INKED = 5
"""Rows of cells with ink that two lines have at least."""
_NARROWEST, _FIRST_NARROWEST, _LOWEST = 90, 170, 30
"""Pixels: a narrower column of a table, and a first one of more, hold numbers alone: these are not seen but with what
stands beside them."""
_ALONG, _NEAR = 0.8, 12
_DARK = 140
_MARGIN = 24

Box = tuple[int, int, int, int]


class Sheet(NamedTuple):
    """A page whose columns stand under it, each by its box on the page and its top on the sheet."""

    image: Any
    columns: tuple[tuple[Box, int], ...]


def part_columns(grey: Any, halves: Sequence[Box], cells: Sequence[Box]) -> Sheet:
    """The page with these boxes cut out of it and set under it, as high as their ink is; halves of tables stay."""
    from PIL import Image, ImageDraw

    boxes = [box for box in halves if not any(_meet(box, cell) for cell in cells)]
    boxes = [inner for box in [*boxes, *cells] if (inner := _trim(grey, box)) is not None]
    if not boxes:
        return Sheet(grey, ())
    height = grey.height + sum(bottom - top + _MARGIN for _, top, _, bottom in boxes) + _MARGIN
    sheet = Image.new("L", (grey.width, height), 255)
    sheet.paste(grey)
    draw = ImageDraw.Draw(sheet)
    columns = []
    lowest = grey.height + _MARGIN
    for box in boxes:
        left, top, right, bottom = box
        draw.rectangle((left, top, right - 1, bottom - 1), fill=255)
        sheet.paste(grey.crop(box), (_MARGIN, lowest))
        columns.append((box, lowest))
        lowest += bottom - top + _MARGIN
    return Sheet(sheet, tuple(columns))


def _trim(grey: Any, box: Box) -> Box | None:
    """The box without the white above and below its ink, None where it holds none."""
    inked = grey.crop(box).point(lambda level: 255 if level < _DARK else 0).getbbox()
    if inked is None:
        return None
    return box[0], max(box[1] + inked[1] - 4, box[1]), box[2], min(box[1] + inked[3] + 4, box[3])


def _meet(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def put_back(seen: Sequence[Seen], sheet: Sheet) -> list[Seen]:
    """Words of the sheet at their places on the page."""
    placed = []
    for word in seen:
        middle = (word.top + word.bottom) / 2
        for number, (box, lowest) in enumerate(sheet.columns):
            if lowest - _MARGIN / 2 <= middle < lowest + box[3] - box[1] + _MARGIN / 2:
                right, down = box[0] - _MARGIN, box[1] - lowest
                word = word._replace(
                    left=word.left + right,
                    right=word.right + right,
                    top=word.top + down,
                    bottom=word.bottom + down,
                    line=(f"column {number} {word.line[0]}", *word.line[1:]),
                )
                break
        placed.append(word)
    return placed


def find_halves(grey: Any) -> list[Box]:
    """The right halves of heading and end: what stands right of a white corridor that is two lines high at least."""
    counts = grey.histogram()
    paper = max(range(128, 256), key=lambda level: counts[level])
    dark = grey.point(lambda level: 255 if level < _INK * paper else 0).reduce(_CELL)
    small = dark.point(lambda mean: 255 if mean * _CELL * _CELL >= _FEWEST * 255 else 0)
    width, height, data = small.width, small.height, small.tobytes()
    rows = [data[start : start + width] for start in range(0, len(data), width)]
    # Where ink begins and ends in each row: a row without any begins behind its end.
    begins = [row.find(b"\xff") if any(row) else width for row in rows]
    ends = [row.rfind(b"\xff") for row in rows]
    columns = _widen(small).tobytes()
    found: list[tuple[int, int, int, int]] = []
    for column in range(int(_FIRST * width), int(_LAST * width)):
        corridor = columns[column * height : (column + 1) * height]
        for run in re.finditer(rb"\x00{%d,}" % _FEWEST_ROWS, corridor):
            start, end = run.span()
            left = [number for number in range(start, end) if begins[number] < column]
            right = _keep_whole([number for number in range(start, end) if ends[number] >= column], start, end)
            if min(len(left), len(right)) < _INKED:
                continue
            top, bottom = right[0], right[-1] + 1
            beside = sum(top <= number < bottom for number in left)
            if beside >= _INKED:
                found.append((beside + len(right), column, top, bottom))
    halves: list[Box] = []
    for _, column, top, bottom in sorted(found, reverse=True):
        box = ((column + 1) * _CELL, max(top - 1, 0) * _CELL, grey.width, min((bottom + 1) * _CELL, grey.height))
        if all(box[3] <= other[1] or other[3] <= box[1] for other in halves):
            halves.append(box)
    return halves


def _widen(small: Any) -> Any:
    """The cells transposed, each dark where it or one of the next ones in its row is: a blank between words is none."""
    from PIL import Image, ImageChops

    wide = small
    for step in range(1, _WIDEST_BLANK):
        beside = Image.new("L", small.size, 0)
        beside.paste(small, (-step, 0))
        wide = ImageChops.lighter(wide, beside)
    return wide.transpose(Image.Transpose.TRANSPOSE)


def _keep_whole(rows: list[int], start: int, end: int) -> list[int]:
    """Rows of ink without those of a line that goes on over the end of the corridor: it crosses there."""
    lines: list[list[int]] = []
    for row in rows:
        if not lines or row != lines[-1][-1] + 1:
            lines.append([])
        lines[-1].append(row)
    if lines and start and lines[0][0] == start:
        lines.pop(0)
    if lines and lines[-1][-1] == end - 1:
        lines.pop()
    return [row for line in lines for row in line]


def find_cells(strokes: Sequence[Stroke]) -> list[Box]:
    """The columns of ruled tables, each as high as the rules beside it are the next ones."""
    down = sorted(stroke for stroke in strokes if stroke[3] - stroke[1] > stroke[2] - stroke[0])
    levels = sorted({level for stroke in down for level in (stroke[1], stroke[3])})
    columns: dict[tuple[int, int], Box] = {}
    cells: list[Box] = []
    for top, bottom in itertools.pairwise(levels):
        beside = list(_walk(down, top, bottom))
        if len(beside) > 2 and beside[1][0] - beside[0][2] < _FIRST_NARROWEST:
            del beside[1]
        narrow = [other for one, other in itertools.pairwise(beside) if other[0] - one[2] < _NARROWEST]
        beside = [rule for rule in beside if rule not in narrow or rule is beside[-1]]
        going = {}
        for one, other in itertools.pairwise(beside):
            key = (one[0], other[0])
            before = columns.pop(key, None)
            going[key] = (one[2], before[1] if before else top, other[0], bottom)
        cells += columns.values()
        columns = going
    cells += columns.values()
    across = [stroke for stroke in strokes if stroke not in down]
    return [cell for cell in cells if cell[3] - cell[1] >= _LOWEST and any(_rules(stroke, cell) for stroke in across)]


def _rules(stroke: Stroke, cell: Box) -> bool:
    """True for a rule along the cell: what upright strokes alone enclose is a seal or a pen's loop."""
    width = min(stroke[2], cell[2]) - max(stroke[0], cell[0])
    return width >= _ALONG * (cell[2] - cell[0]) and cell[1] - _NEAR <= stroke[1] <= cell[3] + _NEAR


def _walk(down: Sequence[Stroke], top: int, bottom: int) -> Iterator[Stroke]:
    """The rules that run over a level, from left to right."""
    middle = (top + bottom) / 2
    yield from (stroke for stroke in down if stroke[1] <= middle < stroke[3])
