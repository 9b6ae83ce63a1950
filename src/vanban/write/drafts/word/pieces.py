"""Pieces of a Word file: a paragraph in a style with its open places marked, a drawn rule, a table without borders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.write.drafts.placeholder import PLACEHOLDER, clean_text
from vanban.write.drafts.word.letter_styles import OPEN_STYLE
from vanban.write.drafts.word.metrics import measure_text

if TYPE_CHECKING:
    from docx.blkcntnr import BlockItemContainer
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph

    Place = WordDocument | BlockItemContainer

_RULE_SHARE = 0.4  # of the text over it: one third to one half


def write_paragraph(place: Place, text: str, style: str) -> Paragraph:
    """One paragraph, open places marked; the empty paragraph that a cell begins with is used first."""
    empty = place.paragraphs[0] if _is_cell(place) and len(place.paragraphs) == 1 else None
    fresh = empty is not None and not empty.text and empty.style is not None and empty.style.name == "Normal"
    paragraph = empty if fresh and empty is not None else place.add_paragraph()
    paragraph.style = style
    position = 0
    plain = clean_text(text)
    for match in PLACEHOLDER.finditer(plain):
        if match.start() > position:
            paragraph.add_run(plain[position : match.start()])
        paragraph.add_run(match.group(), style=OPEN_STYLE)
        position = match.end()
    if position < len(plain):
        paragraph.add_run(plain[position:])
    return paragraph


def _is_cell(place: object) -> bool:
    from docx.table import _Cell

    return isinstance(place, _Cell)


def rule_under(place: Place, lines: list[str], width: float, *, size: float) -> None:
    """The rule under bold lines: one third to one half of the longest as it is printed (II.2.b, II.5.b)."""
    length = max(measure_text(line, size, bold=True) for line in lines)
    draw_rule(place, min(length, width) * _RULE_SHARE, width)


def draw_rule(place: Place, length: float, width: float) -> None:
    """A drawn line of `length` mm in the middle of `width`: a low empty paragraph; its style draws the border."""
    from docx.shared import Mm

    paragraph = write_paragraph(place, "", "Đường kẻ")
    side = (width - min(length, width)) / 2
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(side)


def borderless_table(word: WordDocument, rows: int, widths: tuple[int, int]) -> WordTable:
    """A table without borders and without padding, so that its text stands on the margins; rows stay whole."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    table: WordTable = word.add_table(rows, 2)
    table.style, table.autofit, table.alignment = word.styles["Normal Table"], False, WD_TABLE_ALIGNMENT.CENTER
    padding = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        padding.append(edge)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is None:
        table._tbl.tblPr.append(padding)
    else:
        look.addprevious(padding)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    return table
