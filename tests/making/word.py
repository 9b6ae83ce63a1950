"""Sheets as a .docx laid out after NĐ 30/2020/NĐ-CP, Phụ lục I: A4, Times New Roman, two-column heading."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph as WordParagraph

from making.sheet import Block, Paragraph, Sheet, Table, flatten, split_bold

LINE_WIDTH = 160  # A4 without the margins of 30 and 20 mm
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def render_docx(sheets: Sequence[Sheet]) -> bytes:
    """One .docx: each sheet in a section of its own, on a new page, with its own page numbers."""
    word = Document()
    _set_font(word)
    for i, sheet in enumerate(flatten(list(sheets))):
        section = word.sections[0] if i == 0 else word.add_section(WD_SECTION.NEW_PAGE)
        _set_page(section, first=i == 0, party=sheet.system == "party")
        _write_sheet(word, sheet)
    word.core_properties.author = "vanban"
    word.core_properties.created = word.core_properties.modified = datetime(2026, 1, 1)
    buffer = io.BytesIO()
    word.save(buffer)
    return _freeze(buffer.getvalue())


def _freeze(archive: bytes) -> bytes:
    """The same package with fixed times, so that the same sheets give the same bytes."""
    frozen = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(frozen, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return frozen.getvalue()


def _set_font(word: WordDocument) -> None:
    style = word.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(kind), "Times New Roman")
    style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)


def _set_page(section: Section, *, first: bool, party: bool) -> None:
    """A4 portrait; the page number stands centred in the top margin, not on the first page."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.left_margin, section.right_margin, section.header_distance = Mm(30), Mm(15 if party else 20), Mm(10)
    section.different_first_page_header_footer = True
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:start"), "1")
    section._sectPr.append(numbering)
    if first:
        place = section.header.paragraphs[0]
        place.alignment = ALIGN.CENTER
        page_field = OxmlElement("w:fldSimple")
        page_field.set(qn("w:instr"), "PAGE")
        place._p.append(page_field)


def _write_sheet(word: WordDocument, sheet: Sheet) -> None:
    if sheet.issuer:
        _write_heading(word, sheet)
    if sheet.type_title is not None:
        _add(word, sheet.type_title, bold=True, align=ALIGN.CENTER, before=14)
        title = sheet.subject.split("\n") if sheet.subject else []
        for line in title:
            _add(word, line, bold=True, align=ALIGN.CENTER)
        for line in sheet.note.split("\n") if sheet.note else []:
            _add(word, line, italic=True, align=ALIGN.CENTER)
        _add_rule(word, 60)
    _write_addressees(word, sheet)
    if sheet.office:
        _add(word, sheet.office, bold=True, align=ALIGN.CENTER, before=6, after=6)
    for ground in sheet.grounds:
        _write_block(word, Paragraph(ground, "plain" if sheet.system == "party" else "italic"))
    for block in sheet.body:
        _write_block(word, block)
    if sheet.signer or sheet.recipients:
        _write_end(word, sheet)
    for appendix in sheet.appendices:
        word.add_page_break()
        for block in appendix:
            _write_block(word, block)


def _write_heading(word: WordDocument, sheet: Sheet) -> None:
    table = _borderless(word, 2, (68, 98))
    left, right, below_left, below_right = (table.cell(r, c) for r in (0, 1) for c in (0, 1))
    party = sheet.system == "party"
    for line in sheet.issuer_parent.split("\n") if sheet.issuer_parent else []:
        _fill(left, line, 14 if party else 12)
    for line in sheet.issuer.split("\n"):
        _fill(left, line, 14 if party else 12, bold=True)
    if sheet.mark_under_issuer:
        _fill(left, sheet.mark_under_issuer, 14)
    else:
        _add_rule(left, 22)
    for i, line in enumerate(sheet.motto_lines):
        _fill(right, line, (15 if party else 12) if i == 0 else 13, bold=True)
    _add_rule(right, 52 if len(sheet.motto_lines) > 1 else 60)
    _fill(below_left, sheet.number, 13)
    if sheet.is_letter and sheet.subject:
        _fill(below_left, sheet.subject, 12, italic=party, before=6)
    for mark in sheet.marks:
        _box(_fill(below_left, mark, 13, bold=True, before=8))
    _fill(below_right, sheet.place_date, 13, italic=True)


def _write_addressees(word: WordDocument, sheet: Sheet) -> None:
    telegram = not sheet.addressee_head.startswith("Kính")
    if len(sheet.addressees) == 1:
        _add(word, f"{sheet.addressee_head} {sheet.addressees[0]}", align=ALIGN.CENTER, before=12, after=10)
    elif sheet.addressees:
        _add(word, sheet.addressee_head, bold=telegram, before=12, indent=12 if telegram else 25)
        for i, entry in enumerate(sheet.addressees):
            last = i == len(sheet.addressees) - 1
            _add(word, f"- {entry}", indent=25 if telegram else 45, after=10 if last else 0)


def _write_end(word: WordDocument, sheet: Sheet) -> None:
    _add(word, "", after=0)
    table = _borderless(word, 1, (LINE_WIDTH / 2 - 2, LINE_WIDTH / 2 + 2))
    left, right = table.cell(0, 0), table.cell(0, 1)
    if sheet.recipients:
        party = sheet.system == "party"
        points, marked = (14, False) if party else (12, True)
        head = _fill(left, sheet.recipients_head, points, bold=marked, italic=marked, align=ALIGN.LEFT)
        for run in head.runs if party else ():
            run.underline = True
        for entry in sheet.recipients:
            _fill(left, f"- {entry}", 12 if party else 11, align=ALIGN.LEFT)
    for i, line in enumerate(sheet.signature):
        _fill(right, line, 14, bold=sheet.system != "party" or i == 0)
    if sheet.signer:
        _fill(right, sheet.signer, 14, bold=True, before=64)


def _write_block(word: WordDocument, block: Block) -> None:
    if isinstance(block, Table):
        _write_table(word, block)
    elif block.style == "centred":
        _add(word, block.text, bold=True, align=ALIGN.CENTER, before=6, after=2)
    else:
        bold, italic = block.style == "heading", block.style == "italic"
        made = _add(word, block.text, bold=bold, italic=italic, align=ALIGN.JUSTIFY, before=3, after=3)
        made.paragraph_format.first_line_indent = Mm(12.7)
        made.paragraph_format.line_spacing = 1.08
        made.paragraph_format.keep_with_next = bold


def _write_table(word: WordDocument, block: Table) -> None:
    columns = len(block.rows[0])
    table = word.add_table(len(block.rows), columns)
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    shares = block.widths or (1.0,) * columns
    widths = [Mm(LINE_WIDTH * share / sum(shares)) for share in shares]
    _set_widths(table, widths)
    for r in range(block.heads):
        head = OxmlElement("w:tblHeader")
        table.rows[r]._tr.get_or_add_trPr().append(head)
    for r, c, cell in block.cells():
        place = table.cell(r, c)
        if cell.rows > 1 or cell.columns > 1:
            place = place.merge(table.cell(r + cell.rows - 1, c + cell.columns - 1))
        head = r < block.heads
        for line in cell.text.split("\n"):
            align = ALIGN.CENTER if head or (c == 0 and cell.columns == 1) else ALIGN.LEFT
            _fill(place, line, 12, bold=head or cell.columns == columns, align=align)


def _borderless(word: WordDocument, rows: int, widths: tuple[float, float]) -> WordTable:
    table = word.add_table(rows, 2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    borders = OxmlElement("w:tblBorders")
    for side in _BORDERS:
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:val"), "none")
        borders.append(edge)
    table._tbl.tblPr.append(borders)
    _set_widths(table, [Mm(width) for width in widths])
    return table


def _set_widths(table: WordTable, widths: Sequence[int]) -> None:
    """Both the grid and the cells: Word follows the cells, LibreOffice the grid."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _fill(
    cell: WordCell,
    text: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    align: ALIGN = ALIGN.CENTER,
    before: float = 0,
) -> WordParagraph:
    """One more paragraph in a cell; the first one uses the empty paragraph that a cell begins with."""
    fresh = len(cell.paragraphs) == 1 and not cell.paragraphs[0].text
    place = cell.paragraphs[0] if fresh else cell.add_paragraph()
    return _run(place, text, size=size, bold=bold, italic=italic, align=align, before=before)


def _add(
    word: WordDocument,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    align: ALIGN = ALIGN.LEFT,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
) -> WordParagraph:
    made = _run(word.add_paragraph(), text, size=14, bold=bold, italic=italic, align=align, before=before)
    made.paragraph_format.space_after = Pt(after)
    if indent:
        made.paragraph_format.left_indent = Mm(indent)
    return made


def _run(
    place: WordParagraph, text: str, *, size: float, bold: bool, italic: bool, align: ALIGN, before: float
) -> WordParagraph:
    place.alignment = align
    place.paragraph_format.space_before = Pt(before)
    for part, marked in split_bold(text):
        run = place.add_run(part)
        run.font.size, run.bold, run.italic = Pt(size), bold or marked, italic
    return place


def _add_rule(place: WordDocument | WordCell, length: float) -> None:
    """A drawn line under issuer, motto or title: the lower border of an empty, indented, low paragraph."""
    width = LINE_WIDTH if isinstance(place, WordDocument) else (float(place.width or 0) / 36000 or 80) - 4
    made = place.add_paragraph()
    made.paragraph_format.left_indent = made.paragraph_format.right_indent = Mm(max(0.0, (width - length) / 2))
    made.paragraph_format.line_spacing = Pt(3)
    made.paragraph_format.space_after = Pt(6)
    _border(made, ("bottom",))


def _box(place: WordParagraph) -> None:
    """The frame of a mark of urgency, *dấu chỉ độ khẩn*."""
    place.paragraph_format.left_indent = place.paragraph_format.right_indent = Mm(16)
    _border(place, ("top", "left", "bottom", "right"))


def _border(place: WordParagraph, sides: tuple[str, ...]) -> None:
    borders = OxmlElement("w:pBdr")
    for side in sides:
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    properties = place._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
