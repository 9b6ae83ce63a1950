"""A list as .docx, A4 landscape."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from vanban.write.listing import Listing

_FONT = "Times New Roman"
_PAGE_WIDTH, _PAGE_HEIGHT, _MARGIN = 297, 210, 12
_SIZE, _SMALL, _MANY = 9, 6, 14
"""Points of type in the table, and where there are more columns than so many."""
_EDGES = '<w:left w:w="50" w:type="dxa"/><w:right w:w="50" w:type="dxa"/>'
_TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""


def render_docx(listing: Listing) -> bytes:
    """A heading and one table whose head stands on every page; grounds of cells by status."""
    document = docx.Document()
    _set_page(document)
    for line in listing.above:
        _add_line(document, line, size=12, bold=True)
    _add_line(document, listing.title, size=14, bold=True)
    for line in listing.below:
        _add_line(document, line, size=12, italic=True)
    # python-docx makes a table cell by cell, which takes a second for two hundred rows.
    document.element.body.insert(len(document.paragraphs), parse_xml("".join(_write_table(listing))))
    document.core_properties.title = listing.title.capitalize()
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


def _add_line(document: Any, text: str, *, size: int, bold: bool = False, italic: bool = False) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(4)
    run = paragraph.add_run(text)
    run.font.name, run.font.size, run.bold, run.italic = _FONT, Pt(size), bold, italic


def _write_table(listing: Listing) -> Iterator[str]:
    """The table in WordprocessingML; LibreOffice goes by the widths of the grid, Word by those of the cells."""
    total = sum(column.width for column in listing.columns)
    room = (_PAGE_WIDTH - 2 * _MARGIN) * _TWIPS
    widths = [round(room * column.width / total) for column in listing.columns]
    size = _SIZE if len(listing.columns) <= _MANY else _SMALL
    yield f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
    yield f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_EDGES}</w:tblCellMar></w:tblPr><w:tblGrid>'
    yield "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>"
    heads = [[column.name for column in listing.columns]]
    if listing.numbered:
        heads.append([f"({number})" for number in range(1, len(listing.columns) + 1)])
    for head in heads:
        yield "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        yield "".join(_write_cell(text, width, size, head=True) for text, width in zip(head, widths, strict=True))
        yield "</w:tr>"
    for texts in listing.cells:
        yield "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        for number, (text, width) in enumerate(zip(texts, widths, strict=True)):
            colour = listing.colours.get(text) if number == listing.coloured else None
            yield _write_cell(text, width, size, centred=number == 0 and text.isdecimal(), colour=colour)
        yield "</w:tr>"
    yield "</w:tbl>"


def _write_cell(
    text: str, width: int, size: int, *, head: bool = False, centred: bool = False, colour: str | None = None
) -> str:
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour.lstrip("#")}"/>' if colour else ""
    align = '<w:pPr><w:jc w:val="center"/></w:pPr>' if head or centred else ""
    bold = "<w:b/>" if head else ""
    look = f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>{bold}<w:sz w:val="{2 * size}"/>'
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(text).replace("\t", " ").splitlines())
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{ground}</w:tcPr><w:p>{align}<w:r><w:rPr>{look}</w:rPr>'
        f'<w:t xml:space="preserve">{lines}</w:t></w:r></w:p></w:tc>'
    )
