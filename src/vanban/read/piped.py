"""Tables of crawled text: each cell on lines of its own, a lone bar between cells, two bars between rows."""

from __future__ import annotations

import re
import unicodedata

import msgspec

from vanban.model.text import Cell, Line
from vanban.notation.folding import fold

_HEAD_WORDS = re.compile(
    r"^(?:s?tt$|so tt|noi dung|(?:ten )?nhiem vu|cong viec|hoat dong|co quan|don vi|thoi (?:gian|han)|tien do"
    r"|san pham|ket qua|ghi chu|chu tri|phoi hop|dau moi|ten |nguoi |trach nhiem|phan cong)"
)
_ENDING = re.compile(r"^(?:noi nhan|tm\.|kt\.|t/m)")
_LONGEST_HEAD = 90


def mark_piped_tables(text: str, lines: list[Line], first_table: int) -> list[Line]:
    """`lines` with cells where they stand in an assignment table of crawled text; other lines as they are.

    A table begins at a row of three cells or more of which two are heads of columns ("Nội dung", "Cơ quan chủ trì").
    """
    cells, closes = _split_at_bars(text, lines)
    marked = list(lines)
    table = first_table
    index = 0
    while index < len(cells):
        width = _head_width(text, lines, cells, closes, index)
        if not width:
            index += 1
            continue
        divided = _divided_head(text, lines, cells, closes, index, width)
        if divided is not None:
            parts = divided[1]
            _mark_head(lines, cells, index, width, divided, table, marked)
            index += width + parts
            index = _mark_table(text, lines, cells, closes, index, width + parts - 1, table, marked, first=2)
        else:
            index = _mark_table(text, lines, cells, closes, index, width, table, marked)
        table += 1
    return marked


def _split_at_bars(text: str, lines: list[Line]) -> tuple[list[list[int]], list[bool]]:
    """The contents between lone bars as lists of line numbers, and whether a second bar closes the row after each."""
    cells: list[list[int]] = [[]]
    closes: list[bool] = [False]
    for number, line in enumerate(lines):
        content = text[line.start : line.end].strip()
        if content == "|":
            if cells[-1]:
                cells.append([])
                closes.append(False)
            elif len(closes) > 1:
                closes[-2] = True
        elif content and line.cell is None and line.part == "body":
            cells[-1].append(number)
    return cells, closes


def _content(text: str, lines: list[Line], cell: list[int]) -> str:
    joined = " ".join(text[lines[number].start : lines[number].end] for number in cell)
    return " ".join(fold(unicodedata.normalize("NFC", joined)).replace("*", " ").split())


def _head_width(text: str, lines: list[Line], cells: list[list[int]], closes: list[bool], index: int) -> int:
    """The number of columns of the head that begins at cell `index`, 0 where none does."""
    width = 0
    heads = 0
    while index + width < len(cells) and width < 12:
        content = _content(text, lines, cells[index + width])
        if not content or len(content) > _LONGEST_HEAD:
            return 0
        heads += bool(_HEAD_WORDS.match(content))
        width += 1
        if closes[index + width - 1]:
            return width if width >= 3 and heads >= 2 else 0
    return 0


_PARTS = re.compile(r"^(?:bat dau|ket thuc|hoan thanh|tu|den|chu tri|phoi hop|thuc hien)$")
_DIVIDED = re.compile(r"^(?:thoi gian|tien do|co quan|don vi|to chuc|phan cong|trach nhiem)")


def _divided_head(
    text: str, lines: list[Line], cells: list[list[int]], closes: list[bool], index: int, width: int
) -> tuple[int, int] | None:
    """Which column a second row of the head divides and into how many ("Thời gian": "Bắt đầu", "Kết thúc")."""
    below = index + width
    parts = next((count for count in (2, 3) if below + count <= len(cells) and closes[below + count - 1]), 0)
    names = [_content(text, lines, cell) for cell in cells[below : below + parts]]
    if not parts or any(closes[below : below + parts - 1]) or not all(map(_PARTS.match, names)):
        return None
    timed = names[0] in ("bat dau", "tu")
    heads = [_content(text, lines, cell) for cell in cells[index : index + width]]
    for column in range(width - 1, -1, -1):
        if _DIVIDED.match(heads[column]) and heads[column].startswith(("thoi gian", "tien do")) == timed:
            return column, parts
    return None


def _mark_head(
    lines: list[Line],
    cells: list[list[int]],
    index: int,
    width: int,
    divided: tuple[int, int],
    table: int,
    marked: list[Line],
) -> None:
    """The two rows of a head as cells: those of the first reach over both rows, but for the one that is divided."""
    column, parts = divided
    for place in range(width + parts):
        if place < width:
            shift = parts - 1 if place > column else 0
            spot = Cell(table, 0, place + shift, *((1, parts) if place == column else (2, 1)))
        else:
            spot = Cell(table, 1, column + place - width, 1, 1)
        for number in cells[index + place]:
            marked[number] = msgspec.structs.replace(lines[number], cell=spot, column=0)


def _mark_table(
    text: str,
    lines: list[Line],
    cells: list[list[int]],
    closes: list[bool],
    index: int,
    width: int,
    table: int,
    marked: list[Line],
    first: int = 0,
) -> int:
    row, column = first, 0
    begun: list[list[int]] = []
    while index < len(cells) and cells[index]:
        if _ENDING.match(_content(text, lines, cells[index])):
            break
        begun.append(cells[index])
        column += 1
        index += 1
        if closes[index - 1] or column == width:
            for place, cell in enumerate(begun):
                # A row of fewer cells is a group head: its last cell reaches to the edge.
                span = width - place if place + 1 == len(begun) else 1
                for number in cell:
                    spot = Cell(table, row, place, 1, span)
                    marked[number] = msgspec.structs.replace(lines[number], cell=spot, column=0)
            row, column, begun = row + 1, 0, []
    return index
