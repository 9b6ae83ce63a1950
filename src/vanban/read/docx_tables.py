"""The grid of a table in .docx (*bảng*): which cells stand where, merged ones once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from vanban.read.docx_inline import MC, choose_alternate
from vanban.read.docx_parts import W
from vanban.read.docx_styles import Styles, get_value, has_visible_border, read_int

_MOST_COLUMNS = 63  # Word's own limit
_CHUNK = f"{W}altChunk"
_SIDES = ("top", "left", "start", "bottom", "right", "end")


class GridCell(NamedTuple):
    """A `w:tc` at its place in the grid with the rows and columns that it covers."""

    element: etree._Element
    row: int
    column: int
    row_span: int
    column_span: int


def read_grid(table: etree._Element) -> list[GridCell]:
    """The cells in file order; a cell that goes on a vertical merge counts to the first and is not given."""
    cells: list[GridCell] = []
    above: dict[int, int] = {}  # grid column: index in `cells` of the merge that is open there
    for row, element in enumerate(_iterate_rows(table)):
        column = min(read_int(get_value(element.find(f"{W}trPr/{W}gridBefore"))) or 0, _MOST_COLUMNS)
        open_merges: dict[int, int] = {}
        for cell in iterate_children(element, f"{W}tc"):
            span = min(max(read_int(get_value(cell.find(f"{W}tcPr/{W}gridSpan"))) or 1, 1), _MOST_COLUMNS)
            if cell.find(f"{W}tcPr/{W}cellDel") is not None:
                continue
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merge is not None and merge.get(f"{W}val") != "restart" and column in above
            if goes_on:
                index = above[column]
                cells[index] = cells[index]._replace(row_span=row - cells[index].row + 1)
                # Word hides what a continued cell holds; text that is there all the same is not lost.
                if has_text(cell):
                    cells.append(GridCell(cell, row, column, 1, span))
                open_merges[column] = index
            else:
                if merge is not None:
                    open_merges[column] = len(cells)
                cells.append(GridCell(cell, row, column, 1, span))
            column += span
        above = open_merges
    return cells


def _iterate_rows(table: etree._Element) -> Iterator[etree._Element]:
    for row in iterate_children(table, f"{W}tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            yield row


def iterate_children(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The children with a tag, also those wrapped in content controls, custom XML or alternate content."""
    stack = list(reversed(element))
    while stack:
        child = stack.pop()
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"):
            stack.extend(reversed(child))
        elif child.tag == f"{MC}AlternateContent":
            stack.extend(reversed(list(choose_alternate(child))))


def has_text(element: etree._Element) -> bool:
    """True where any `w:t` below holds more than blanks, or a file is printed there (`w:altChunk`)."""
    return any(text.tag == _CHUNK or (text.text or "").strip() for text in element.iter(f"{W}t", _CHUNK))


def is_bordered(table: etree._Element, cells: list[GridCell], styles: Styles) -> bool:
    """True where most cells show a border on two sides or more: one alone is the rule under an issuer's name."""
    properties = table.find(f"{W}tblPr")
    default = False
    if properties is not None:
        borders = properties.find(f"{W}tblBorders")
        named = styles.by_id.get(get_value(properties.find(f"{W}tblStyle")) or "")
        default = has_visible_border(borders) if borders is not None else bool(named and named.bordered)
    shown = sum(_shows_border(cell.element, default) for cell in cells)
    return shown * 2 > len(cells)


def _shows_border(cell: etree._Element, default: bool) -> bool:
    own = cell.find(f"{W}tcPr/{W}tcBorders")
    if own is None:
        return default
    said = {
        side.tag.removeprefix(W): side.get(f"{W}val") not in ("none", "nil", None)
        for side in own
        if isinstance(side.tag, str)
    }
    return sum(said.get(side, default and side not in ("start", "end")) for side in _SIDES) >= 2
