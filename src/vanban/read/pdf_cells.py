"""The lines of a ruled table (*ô bảng*) in a PDF: words into cells, tables that go on over a page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from vanban.model.text import Cell
from vanban.read.draft import Draft
from vanban.read.layout import choose_column, is_layout_table
from vanban.read.pdf_rows import Area, Row, draft_row, group_rows
from vanban.read.pdf_tables import Grid, GridBox
from vanban.read.pdf_words import Word

_HEAD_ROWS = 3
"""Heads of tables that are repeated on every page have up to three rows."""


class Filled(NamedTuple):
    """A cell with the rows of words in it."""

    place: GridBox
    rows: list[Row]


class OpenTable(NamedTuple):
    """A table that the next page may continue: its number, grid, the rows so far, the texts of its first rows."""

    number: int
    grid: Grid
    rows: int
    head: tuple[tuple[str, ...], ...]


def fill_cells(words: Sequence[Word], grid: Grid) -> list[Filled]:
    """The cells with text, in row order."""
    index_of = {
        (row, column): index
        for index, cell in enumerate(grid.cells)
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    contents: dict[int, list[Word]] = {}
    for word in words:
        column = bisect_right(grid.xs, (word.x0 + word.x1) / 2) - 1
        row = bisect_right(grid.ys, (word.top + word.bottom) / 2) - 1
        place = min(max(row, 0), len(grid.ys) - 2), min(max(column, 0), len(grid.xs) - 2)
        contents.setdefault(index_of[place], []).append(word)
    return [Filled(grid.cells[index], group_rows(contents[index])) for index in sorted(contents)]


def is_layout(cells: Sequence[Filled]) -> bool:
    """True for a heading, or Nơi nhận and signature, in a frame."""
    filled = {(cell.place.row, cell.place.column) for cell in cells}
    return is_layout_table(filled, (row.text for cell in cells for row in cell.rows), bordered=True)


def draft_layout(cells: Sequence[Filled], page: int) -> list[Draft]:
    """Lines with their column, and no cell."""
    filled = {(cell.place.row, cell.place.column) for cell in cells}
    return [
        draft_row(row, page, _is_centred(cell, row), column=choose_column(filled, (cell.place.row, cell.place.column)))
        for cell in cells
        for row in cell.rows
    ]


def draft_table(cells: Sequence[Filled], grid: Grid, page: int, table: OpenTable) -> tuple[list[Draft], OpenTable]:
    """The lines of one page of a table, and the table as it stands after.

    A head that is printed again on the next page is a running head: part "header", no cell. A row that was cut by
    the page's end goes on in the first row after it, where the column "TT" is empty: both halves have one number.
    """
    texts = [_read_row(cells, row) for row in range(len(grid.ys) - 1)]
    repeated = 0
    for known, here in zip(table.head, texts, strict=False):
        if known != here or not here:
            break
        repeated += 1
    shift = table.rows - repeated
    if table.rows and repeated < len(texts) and not any(text.startswith("0 ") for text in texts[repeated]):
        shift -= 1
    drafts = []
    for cell in cells:
        is_head = cell.place.row < repeated
        place = cell.place
        spot = Cell(table.number, place.row + shift, place.column, place.row_span, place.column_span)
        drafts += [
            draft_row(
                row, page, _is_centred(cell, row), part="header" if is_head else "body", cell=None if is_head else spot
            )
            for row in cell.rows
        ]
    head = table.head or tuple(texts[:_HEAD_ROWS])
    return drafts, OpenTable(table.number, grid, shift + len(texts), head)


def _read_row(cells: Sequence[Filled], row: int) -> tuple[str, ...]:
    """Column and text of the cells that begin in a row; without blanks, which pdfium sets differently by page."""
    return tuple(
        f"{cell.place.column} " + "".join(words.text.replace(" ", "") for words in cell.rows)
        for cell in cells
        if cell.place.row == row
    )


def _is_centred(cell: Filled, row: Row) -> bool:
    return Area(cell.place.box[0], cell.place.box[2]).holds_centred(row)
