"""The blocks of a .docx in document order (*đoạn, bảng, khung*), as lines with what is known of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import msgspec
from lxml import etree

from vanban.model.text import Cell
from vanban.read.docx_fonts import LegacyFonts
from vanban.read.docx_inline import (
    MC,
    Fields,
    Piece,
    choose_alternate,
    read_paragraph,
    summarise,
)
from vanban.read.docx_numbering import Counters
from vanban.read.docx_parts import R, W
from vanban.read.docx_styles import Setting, Style, Styles, find_child, read_setting
from vanban.read.docx_tables import has_text, is_bordered, read_grid
from vanban.read.draft import Draft
from vanban.read.layout import choose_column, is_layout_table, split_by_blanks

Insert = Callable[[str], Sequence[Draft]]
"""The lines of the file that a `w:altChunk` names by its relation id."""
Watch = Callable[[int, etree._Element, list[tuple[int, list[Piece]]]], None]
"""Told of each paragraph: its number, its element, its lines with the length of the automatic number before them."""

# Parts of the file that have relations of their own: an id there means something else than in the document.
_APART = frozenset(("header", "footer", "note"))
# Wrappers whose content is printed as if they were not there.
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


_P_TAG, _P_PR_TAG, _TBL_TAG = f"{W}p", f"{W}pPr", f"{W}tbl"


class Place(NamedTuple):
    """Where blocks stand: the part of the file, the data cell, the column of a layout table."""

    part: str = "body"
    cell: Cell | None = None
    column: int = 0


_OUTERMOST = Place()


class Walker:
    """Goes through blocks once, in order; holds the numbers that count along: paragraphs, tables, lists, fields."""

    def __init__(
        self, styles: Styles, counters: Counters, fonts: LegacyFonts, insert: Insert, watch: Watch | None = None
    ) -> None:
        self._styles = styles
        self._watch = watch
        self._counters = counters
        self._fonts = fonts
        self._insert = insert
        self._paragraph = 0
        self._table = 0
        self._carried: list[Piece] = []

    def walk(self, blocks: etree._Element, place: Place, fields: Fields) -> Iterator[Draft]:
        """The lines of all blocks below an element (body, cell, header, text box, note)."""
        stack = list(reversed(blocks))
        while stack:
            element = stack.pop()
            tag = element.tag
            if tag == _P_TAG:
                yield from self._walk_paragraph(element, place, fields)
            elif tag == _TBL_TAG:
                yield from self._walk_table(element, place, fields)
            elif tag in _WRAPPERS:
                stack.extend(reversed(element))
            elif tag == f"{MC}AlternateContent":
                stack.extend(reversed(list(choose_alternate(element))))
            elif tag == f"{W}altChunk" and place.part not in _APART:
                yield from self._walk_chunk(element.get(f"{R}id", ""), place)

    def _walk_chunk(self, identifier: str, place: Place) -> Iterator[Draft]:
        """The lines of a file that is printed here; its paragraphs and tables count on from those before."""
        paragraph, table = self._paragraph, self._table
        for draft in self._insert(identifier):
            number = None if draft.paragraph is None else paragraph + draft.paragraph
            cell = place.cell
            if cell is None and draft.cell is not None:
                cell = msgspec.structs.replace(draft.cell, table=table + draft.cell.table)
                self._table = max(self._table, cell.table + 1)
            self._paragraph = max(self._paragraph, (number or 0) + 1)
            part = draft.part if place.part == "body" else place.part
            yield draft._replace(paragraph=number, cell=cell, part=part, column=place.column or draft.column)

    def _walk_paragraph(self, element: etree._Element, place: Place, fields: Fields) -> Iterator[Draft]:
        setting = read_setting(find_child(element, _P_PR_TAG))
        style = self._styles.default
        if setting.style:
            style = self._styles.by_id.get(setting.style, style)
        pieces, boxes = read_paragraph(element, style, self._styles, fields, self._fonts)
        if self._carried:
            pieces, self._carried = self._carried + pieces, []
        if setting.is_deleted:
            self._carried = pieces
        else:
            label = self._count(setting, style)
            centred = (setting.alignment or style.alignment) == "center"
            number = self._paragraph
            self._paragraph += 1
            if self._watch is not None:
                self._watch(number, element, _label_lines(label, pieces))
            for line in _split_lines(pieces):
                content = label + "".join(piece.text for piece in line)
                label = ""
                # Empty paragraphs part the blocks of the body; in cells and headers they only make room.
                if not content.strip() and (place != _OUTERMOST or len(pieces) > 0):
                    continue
                bold, italic, size = summarise(line)
                for start, end, column in split_by_blanks(content):
                    yield Draft(
                        content=content[start:end],
                        paragraph=number,
                        cell=place.cell,
                        part=place.part,
                        column=column or place.column,
                        bold=bold,
                        italic=italic,
                        centred=centred,
                        size=size,
                    )
        for box in boxes:
            inner = place if place.part != "body" else Place(part="box", column=place.column)
            yield from self.walk(box, inner, Fields())

    def _count(self, setting: Setting, style: Style) -> str:
        number, level = setting.number, setting.level
        if number is None:
            number, by_style = style.numbering
            if number is not None and level is None:
                level = by_style if by_style is not None else self._counters.find_level(number, setting.style)
        if number is None or number == "0":
            return ""
        return self._counters.count(number, level or 0)

    def _walk_table(self, table: etree._Element, place: Place, fields: Fields) -> Iterator[Draft]:
        cells = read_grid(table)
        filled = [cell for cell in cells if has_text(cell.element)]
        places = {(cell.row, cell.column) for cell in filled}
        contents = ("".join(text.text or "" for text in cell.element.iter(f"{W}t")) for cell in filled)
        is_layout = is_layout_table(places, contents, is_bordered(table, cells, self._styles))
        number = self._table
        self._table += not is_layout
        width = max((cell.column + cell.column_span for cell in cells), default=0)
        for cell in cells:
            if not is_layout:
                spot = Cell(number, cell.row, cell.column, cell.row_span, cell.column_span)
                inner = place._replace(cell=spot)
            elif places and cell.column_span < width:
                inner = place._replace(column=choose_column(places, (cell.row, cell.column)))
            else:  # a row over the whole width belongs to neither side
                inner = place
            yield from self.walk(cell.element, inner, fields)


def _label_lines(label: str, pieces: list[Piece]) -> list[tuple[int, list[Piece]]]:
    """The lines of a paragraph; the automatic number stands before the first."""
    return [(0 if place else len(label), line) for place, line in enumerate(_split_lines(pieces))]


def _split_lines(pieces: list[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in pieces:
        if piece.text == "\n":
            yield line
            line = []
        else:
            line.append(piece)
    yield line
