"""A paper as .docx in one of the forms: heading and signature in borderless tables of two columns, the page number
centred in the top margin but not on page 1, rules that are drawn and as long as the text over them asks.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from vanban.write.forms import PAGE, PARTY, STATE, Form
from vanban.write.letter_styles import OPEN_STYLE, add_styles
from vanban.write.metrics import measure_text
from vanban.write.paper import Paper, Role
from vanban.write.placeholder import PLACEHOLDER, clean_text

if TYPE_CHECKING:
    from docx.blkcntnr import BlockItemContainer
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph

_RULE_SHARE = 0.4  # of the text over it: one third to one half
_ROLES: dict[Role, str] = {
    "ground": "Căn cứ",
    "text": "Nội dung",
    "heading": "Heading 1",
    "item": "Khoản",
}


def render_paper(paper: Paper) -> bytes:
    """The .docx; the same paper gives the same bytes."""
    import docx

    form = PARTY if paper.system == "party" else STATE
    word = docx.Document()
    add_styles(word, form.styles)
    _set_page(word, form)
    _set_properties(word, paper)
    _write_heading(word, paper, form)
    _write_title(word, paper, form)
    _write_body(word, paper, form)
    _write_end(word, paper, form)
    buffer = io.BytesIO()
    word.save(buffer)
    return _freeze(buffer.getvalue())


def _set_page(word: WordDocument, form: Form) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    section = word.sections[0]
    section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
    top, bottom, left, right = (Mm(margin) for margin in form.margins)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = top, bottom, left, right
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    place = section.header.paragraphs[0]
    place.style = word.styles["Số trang"]
    for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("result", "2"), ("end", "")):
        run = place.add_run(text if kind == "result" else "")
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif not kind:
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = text
            run._r.append(code)


def _set_properties(word: WordDocument, paper: Paper) -> None:
    """Title and language; no author and no time, which the draft does not know."""
    properties = word.core_properties
    properties.title = clean_text(f"{paper.title.capitalize()} {paper.subject}")[:250]
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.language = "vi-VN"
    for child in list(properties._element):
        if child.tag.endswith(("}created", "}modified", "}lastPrinted")):
            properties._element.remove(child)


def _write_heading(word: WordDocument, paper: Paper, form: Form) -> None:
    table = _borderless(word, 2, form.heading_columns)
    left, right = table.cell(0, 0), table.cell(0, 1)
    if paper.parent:
        _write(left, paper.parent, "Cơ quan chủ quản")
    for line in paper.issuer:
        _write(left, line, "Cơ quan ban hành")
    if form.under_issuer:
        _write(left, form.under_issuer, "Cơ quan chủ quản")
    else:
        _rule_under(left, paper.issuer, form.heading_columns[0], size=12)
    for line, style in form.motto:
        _write(right, line, style)
    last, style = form.motto[-1]
    size = next(letter.size for letter in form.styles if letter.name == style)
    _rule(right, measure_text(last, size, bold=True), form.heading_columns[1])
    _write(table.cell(1, 0), paper.number, "Số, ký hiệu")
    _write(table.cell(1, 1), paper.place_date, "Địa danh, thời gian")


def _write_title(word: WordDocument, paper: Paper, form: Form) -> None:
    _write(word, paper.title, "Tên loại")
    _write(word, paper.subject, "Trích yếu")
    if form.under_title:
        _write(word, form.under_title, "Trích yếu")
    else:
        _rule_under(word, [paper.subject], form.text_width, size=14)


def _write_body(word: WordDocument, paper: Paper, form: Form) -> None:
    last = len(paper.body) - 1
    for i, block in enumerate(paper.body):
        text = f"{block.text.rstrip(' .;,/')}{form.end_mark}" if i == last else block.text
        text = f"{form.ground_mark}{text}" if block.role == "ground" else text
        written = _write(word, text, _ROLES[block.role])
        if i == last:
            written.paragraph_format.keep_with_next = True


def _write_end(word: WordDocument, paper: Paper, form: Form) -> None:
    """Recipients and signature on one level, *ô số 9b, 7a*; the row is not parted by a page."""
    gap = _write(word, "", "Nội dung")
    gap.paragraph_format.keep_with_next = True
    table = _borderless(word, 1, form.signature_columns)
    left, right = table.cell(0, 0), table.cell(0, 1)
    _write(left, "Nơi nhận:", "Nơi nhận")
    last = len(paper.recipients) - 1
    for i, entry in enumerate(paper.recipients):
        _write(left, f"- {entry}{'.' if i == last else ';'}", "Danh sách nơi nhận")
    for i, line in enumerate(paper.signature):
        _write(right, line, "Chức vụ" if i else "Quyền hạn")
    _write(right, paper.signer, "Họ tên người ký")


def _write(place: WordDocument | BlockItemContainer, text: str, style: str) -> Paragraph:
    """One paragraph, open places marked; the empty paragraph that a cell begins with is used first."""
    empty = place.paragraphs[0] if len(place.paragraphs) == 1 and _is_cell(place) else None
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


def _rule_under(place: WordDocument | BlockItemContainer, lines: list[str], width: float, *, size: float) -> None:
    """The rule under bold lines: one third to one half of the longest as it is printed (II.2.b, II.5.b)."""
    length = max(measure_text(line, size, bold=True) for line in lines)
    _rule(place, min(length, width) * _RULE_SHARE, width)


def _rule(place: WordDocument | BlockItemContainer, length: float, width: float) -> None:
    """A drawn line of `length` mm in the middle of `width`: a low empty paragraph; its style draws the border."""
    from docx.shared import Mm

    paragraph = _write(place, "", "Đường kẻ")
    side = (width - min(length, width)) / 2
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(side)


def _borderless(word: WordDocument, rows: int, widths: tuple[int, int]) -> WordTable:
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


def _freeze(archive: bytes) -> bytes:
    """The same package with fixed times, so that a draft can be compared with its last version."""
    frozen = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(frozen, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(re.sub(r"\\", "/", name), (1980, 1, 1, 0, 0, 0))
            new.writestr(entry, old.read(name), zipfile.ZIP_DEFLATED)
    return frozen.getvalue()
