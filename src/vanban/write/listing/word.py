"""A list as .docx, A4 landscape."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from vanban.write.listing import Listing

_FONT = "Times New Roman"
_PAGE_WIDTH, _PAGE_HEIGHT, _MARGIN = 297, 210, 12
_SIZE, _SMALL, _MANY = 9, 6, 14
"""Points of type in the table, and where there are more columns than so many."""


def render_docx(listing: Listing) -> bytes:
    """A heading and one table whose first row stands on every page."""
    document = docx.Document()
    _set_page(document)
    for line in listing.above:
        _write(_add_line(document), line, size=12, bold=True, italic=False)
    _write(_add_line(document), listing.title, size=14, bold=True, italic=False)
    for line in listing.below:
        _write(_add_line(document), line, size=12, bold=False, italic=True)
    heads = [[column.name for column in listing.columns]]
    if listing.numbered:
        heads.append([f"({number})" for number in range(1, len(listing.columns) + 1)])
    table = document.add_table(rows=len(heads) + len(listing.cells), cols=len(listing.columns))
    table.style = "Table Grid"
    table.autofit = False
    total = sum(column.width for column in listing.columns)
    widths = [Mm((_PAGE_WIDTH - 2 * _MARGIN) * column.width / total) for column in listing.columns]
    # LibreOffice goes by the grid, Word by the cells.
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    rows, size = list(table.rows), _SIZE if len(listing.columns) <= _MANY else _SMALL
    for row, head in zip(rows, heads, strict=False):
        _fill(row, head, widths, size, bold=True)
        _mark_row(row, "w:tblHeader")
    for row, texts in zip(rows[len(heads) :], listing.cells, strict=True):
        _fill(row, texts, widths, size, bold=False)
        _mark_row(row, "w:cantSplit")
    document.core_properties.title = listing.title.capitalize()
    document.core_properties.author = ""
    document.core_properties.comments = ""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _add_line(document: Any) -> Any:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(4)
    return paragraph


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(_PAGE_WIDTH), Mm(_PAGE_HEIGHT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(10)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(0)


def _fill(row: Any, texts: Sequence[str], widths: Sequence[Any], size: int, *, bold: bool) -> None:
    for column, (cell, text, width) in enumerate(zip(row.cells, texts, widths, strict=True)):
        cell.width = width
        paragraph = cell.paragraphs[0]
        if bold or column == 0:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _write(paragraph, text, size=size, bold=bold, italic=False)


def _write(paragraph: Any, text: str, *, size: int, bold: bool, italic: bool) -> None:
    run = paragraph.add_run(text)
    run.font.name, run.font.size, run.bold, run.italic = _FONT, Pt(size), bold, italic


def _mark_row(row: Any, name: str) -> None:
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
