"""The tracking list as .docx, A4 landscape."""

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

from vanban.write.tracking.columns import COLUMNS

_FONT = "Times New Roman"
_PAGE_WIDTH, _PAGE_HEIGHT, _MARGIN = 297, 210, 12


def render_docx(head: Sequence[str], cells: Sequence[Sequence[str]]) -> bytes:
    """A heading and one table whose first row stands on every page."""
    document = docx.Document()
    _set_page(document)
    for number, line in enumerate(head):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(4)
        _write(paragraph, line, size=14 if number == 0 else 12, bold=number == 0, italic=number > 0)
    table = document.add_table(rows=1, cols=len(COLUMNS))
    table.style = "Table Grid"
    table.autofit = False
    total = sum(width for _, width in COLUMNS)
    widths = [Mm((_PAGE_WIDTH - 2 * _MARGIN) * width / total) for _, width in COLUMNS]
    # LibreOffice goes by the grid, Word by the cells.
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    _fill(table.rows[0], [name for name, _ in COLUMNS], widths, bold=True)
    _mark_row(table.rows[0], "w:tblHeader")
    for texts in cells:
        row = table.add_row()
        _fill(row, texts, widths, bold=False)
        _mark_row(row, "w:cantSplit")
    document.core_properties.title = head[0].capitalize()
    document.core_properties.author = ""
    document.core_properties.comments = ""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(_PAGE_WIDTH), Mm(_PAGE_HEIGHT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(10)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(0)


def _fill(row: Any, texts: Sequence[str], widths: Sequence[Any], *, bold: bool) -> None:
    for column, (cell, text, width) in enumerate(zip(row.cells, texts, widths, strict=True)):
        cell.width = width
        paragraph = cell.paragraphs[0]
        if bold or column == 0:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _write(paragraph, text, size=9, bold=bold, italic=False)


def _write(paragraph: Any, text: str, *, size: int, bold: bool, italic: bool) -> None:
    run = paragraph.add_run(text)
    run.font.name, run.font.size, run.bold, run.italic = _FONT, Pt(size), bold, italic


def _mark_row(row: Any, name: str) -> None:
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
