"""The lines of pages in reading order (*thứ tự đọc*): tables cell by cell, left column before the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.read.draft import Draft
from vanban.read.pdf_cells import OpenTable, draft_layout, draft_table, fill_cells, is_layout
from vanban.read.pdf_columns import Zone, find_zones, go_on, split_zone
from vanban.read.pdf_margins import Margins
from vanban.read.pdf_rows import Area, Row, draft_row, find_centred, find_titles, group_rows, measure_areas
from vanban.read.pdf_tables import Grid, find_grids, has_same_columns
from vanban.read.pdf_words import Page, Word


def draft_pages(pages: Sequence[Page], margins: Sequence[Margins]) -> Iterator[Draft]:
    """All lines in reading order; a table or the two columns of the end at the head of a page may go on those at the
    foot of the page before."""
    tables = 0
    open_table: OpenTable | None = None
    before: Zone | None = None
    right: list[Draft] = []  # the right column of the page before, where the left one goes on
    for place, (page, margin) in enumerate(zip(pages, margins, strict=True)):
        yield from (draft_row(row, page.number, None, part="header") for row in margin.header)
        areas = measure_areas(margin.rows, page.width)
        blocks, rest = _part_tables(margin.rows, find_grids(page.rules))
        for above, grid, inner in blocks:
            if above:
                zones = find_zones(above, page.number, page.height, before)
                yield from _draft_flow(above, zones, page, areas, right)
                open_table = None
            else:
                yield from right
            before, right = None, []
            if len(grid.cells) == 1:
                yield from _draft_frame(inner, page, grid, areas)
                continue
            cells = fill_cells(inner, grid)
            if is_layout(cells):
                yield from draft_layout(cells, page.number)
                continue
            if open_table is None or not has_same_columns(open_table.grid, grid):
                open_table = OpenTable(tables, grid, 0, ())
                tables += 1
            drafts, open_table = draft_table(cells, grid, page.number, open_table)
            yield from drafts
        zones = find_zones(rest, page.number, page.height, before)
        drafts = list(_draft_flow(rest, zones, page, areas, right))
        open_table = None if rest else open_table
        before = zones[-1] if zones and zones[-1].closes and zones[-1].last == len(rest) - 1 else None
        right = []
        if before and place + 1 < len(margins) and go_on(margins[place + 1].rows, before):
            while drafts and drafts[-1].column == 2:
                right.insert(0, drafts.pop())
        yield from drafts
        yield from (draft_row(row, page.number, None, part="box") for row in margin.boxes)
        yield from (draft_row(row, page.number, None, part="footer") for row in margin.footer)


_Block = tuple[list[Row], Grid, list[Word]]
"""The rows above a table, its grid, the words in it."""


def _part_tables(rows: list[Row], grids: Sequence[Grid]) -> tuple[list[_Block], list[Row]]:
    """Every table that holds words with the rows that stand above it, and the rows below the last."""
    blocks: list[_Block] = []
    words = [word for row in rows for word in row.words]
    for grid in grids:
        left, top, right, bottom = grid.box
        inner: list[Word] = []
        outer: list[Word] = []
        for word in words:
            is_inside = left <= (word.x0 + word.x1) / 2 <= right and top <= (word.top + word.bottom) / 2 <= bottom
            (inner if is_inside else outer).append(word)
        if not inner:
            continue
        above = [word for word in outer if word.bottom + word.top < 2 * grid.ys[0]]
        words = [word for word in outer if word.bottom + word.top >= 2 * grid.ys[0]]
        blocks.append((group_rows(above), grid, inner))
    return blocks, group_rows(words) if blocks else rows


def _draft_flow(
    rows: Sequence[Row], zones: Sequence[Zone], page: Page, areas: Sequence[Area], right: Sequence[Draft] = ()
) -> Iterator[Draft]:
    """Lines outside of tables: zones of two columns left before right, every other row as it stands.

    `right` are lines of the page before that come after the left column of the first zone.
    """
    index = 0
    if not zones or zones[0].first:
        yield from right
        right = ()
    for zone in zones:
        yield from _draft_rows(rows[index : zone.first], page, areas)
        for column, side in enumerate(split_zone(rows, zone), start=1):
            for row, centred in zip(side, find_centred(side), strict=True):
                yield draft_row(row, page.number, centred, column=column)
            yield from right
            right = ()
        index = zone.last + 1
    yield from _draft_rows(rows[index:], page, areas)


def _draft_rows(rows: Sequence[Row], page: Page, areas: Sequence[Area]) -> Iterator[Draft]:
    for row, centred in zip(rows, find_titles(rows, areas), strict=True):
        yield draft_row(row, page.number, centred)


def _draft_frame(words: Sequence[Word], page: Page, grid: Grid, areas: Sequence[Area]) -> Iterator[Draft]:
    """A frame of one cell: a small one is a stamp (HỎA TỐC), a large one a border around the text."""
    left, top, right, bottom = grid.box
    if right - left < 0.5 * page.width and bottom - top < 0.1 * page.height:
        yield from (draft_row(row, page.number, None, part="box") for row in group_rows(words))
    else:
        rows = group_rows(words)
        yield from _draft_flow(rows, find_zones(rows, page.number, page.height), page, areas)
