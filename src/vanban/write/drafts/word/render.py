"""A paper as .docx in one of the forms: heading and signature in borderless tables of two columns, the page number
centred in the top margin but not on page 1, rules that are drawn and as long as the text over them asks.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from vanban.write.drafts.labels import label_blocks
from vanban.write.drafts.paper import Paper, Role
from vanban.write.drafts.placeholder import clean_text
from vanban.write.drafts.word.forms import PAGE, STATE, Form, PartyChoice, load_choice, make_party
from vanban.write.drafts.word.letter_styles import add_styles
from vanban.write.drafts.word.metrics import measure_text
from vanban.write.drafts.word.numbering import add_lists, number_paragraph
from vanban.write.drafts.word.pieces import borderless_table, draw_rule, rule_under, write_paragraph
from vanban.write.drafts.words import Words

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

STYLES: dict[Role, str] = {
    "ground": "Căn cứ",
    "text": "Nội dung",
    "heading": "Heading 1",
    "title": "Khoản có tiêu đề",
    "item": "Khoản",
    "point": "Điểm",
    "dash": "Gạch đầu dòng",
}


def find_form(paper: Paper, choice: PartyChoice | None = None) -> Form:
    """The form of the paper's system; `choice` decides what is open in the Party's."""
    return make_party(choice or load_choice()) if paper.system == "party" else STATE


def render_paper(paper: Paper, choice: PartyChoice | None = None) -> bytes:
    """The .docx; the same paper gives the same bytes."""
    import docx

    form = find_form(paper, choice)
    word = docx.Document()
    add_styles(word, form.styles)
    body = next(letter for letter in form.styles if letter.name == STYLES["item"])
    add_lists(word, form.part, body.first_line)
    _set_page(word, form)
    _set_properties(word, paper)
    _write_heading(word, paper, form)
    if paper.is_letter:
        _write_addressees(word, paper)
    else:
        _write_title(word, paper, form)
        if paper.addressees:
            _write_addressees(word, paper)
    _write_body(word, paper, form)
    if paper.signature:
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
    kind = paper.title.text.capitalize() or "Công văn"
    properties.title = clean_text(f"{kind} {paper.subject.text}")[:250]
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.language = "vi-VN"
    for child in list(properties._element):
        if child.tag.endswith(("}created", "}modified", "}lastPrinted")):
            properties._element.remove(child)


def _write_heading(word: WordDocument, paper: Paper, form: Form) -> None:
    table = borderless_table(word, 2, form.heading_columns)
    (left, right), (number, place) = (row.cells for row in table.rows)
    if paper.parent:
        write_paragraph(left, paper.parent.text, "Cơ quan chủ quản")
    for line in paper.issuer:
        write_paragraph(left, line.text, "Cơ quan ban hành")
    if form.under_issuer:
        write_paragraph(left, form.under_issuer, "Cơ quan chủ quản")
    else:
        rule_under(left, [line.text for line in paper.issuer], form.heading_columns[0], size=12)
    for motto, style in form.motto:
        write_paragraph(right, motto, style)
    last, style = form.motto[-1]
    size = next(letter.size for letter in form.styles if letter.name == style)
    draw_rule(right, measure_text(last, size, bold=True), form.heading_columns[1])
    write_paragraph(number, paper.number.text, "Số, ký hiệu")
    if paper.is_letter:
        write_paragraph(number, name_matter(paper, form).text, "Trích yếu công văn")
    write_paragraph(place, paper.place_date.text, "Địa danh, thời gian")


def name_matter(paper: Paper, form: Form) -> Words:
    """The subject of a letter as it stands under the number: "V/v …"."""
    return Words(f"{form.matter} {paper.subject.text}", paper.subject.sources)


def _write_title(word: WordDocument, paper: Paper, form: Form) -> None:
    write_paragraph(word, paper.title.text, "Tên loại")
    # A slip names the document that it goes with; that is no subject of its own (Phụ lục IV, Mẫu VII).
    write_paragraph(word, paper.subject.text, "Trích yếu" if paper.signature else "Văn bản đến")
    if form.under_title:
        write_paragraph(word, form.under_title, "Trích yếu")
    else:
        rule_under(word, [paper.subject.text], form.text_width, size=14)


def _write_addressees(word: WordDocument, paper: Paper) -> None:
    """One addressee stands on the line of "Kính gửi:", several each on its own, dashes under the colon (II.9.d)."""
    from docx.shared import Mm

    names = [name.text for name in paper.addressees]
    if len(names) == 1:
        write_paragraph(word, f"{paper.opening}: {names[0]}", "Kính gửi")
        return
    indent = 30
    first = write_paragraph(word, f"{paper.opening}:", "Danh sách kính gửi")
    first.paragraph_format.left_indent, first.paragraph_format.space_before = Mm(indent), Mm(6)
    dash = measure_text("- ", 14)
    under = indent + measure_text(paper.opening, 14) + dash
    for i, name in enumerate(names):
        line = write_paragraph(word, f"- {name}{'.' if i == len(names) - 1 else ';'}", "Danh sách kính gửi")
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Mm(under), Mm(-dash)
    line.paragraph_format.space_after = Mm(4)


def _write_body(word: WordDocument, paper: Paper, form: Form) -> None:
    last = len(paper.body) - 1 if paper.signature else -1
    labels = label_blocks(paper.body, form.part, form.ground_mark)
    for i, (block, label) in enumerate(zip(paper.body, labels, strict=True)):
        text = close_body(block.words.text, form) if i == last else block.words.text
        # Letters of points are typed: Word counts a, b, c, d, e and knows no đ.
        text = f"{label} {text}" if label and block.role in ("point", "ground") else text
        written = write_paragraph(word, text, STYLES[block.role])
        number_paragraph(written, block.role)
        if i == last:
            written.paragraph_format.keep_with_next = True


def close_body(text: str, form: Form) -> str:
    """The last sentence with the mark that ends the text, "./." of the State."""
    return f"{text.rstrip(' .;,/')}{form.end_mark}"


def _write_end(word: WordDocument, paper: Paper, form: Form) -> None:
    """Recipients and signature on one level, *ô số 9b, 7a*; the row is not parted by a page."""
    gap = write_paragraph(word, "", "Nội dung")
    gap.paragraph_format.keep_with_next = True
    table = borderless_table(word, 1, form.signature_columns)
    left, right = table.rows[0].cells
    write_paragraph(left, "Nơi nhận:", "Nơi nhận")
    last = len(paper.recipients) - 1
    for i, entry in enumerate(paper.recipients):
        write_paragraph(left, f"- {entry.text}{'.' if i == last else ';'}", "Danh sách nơi nhận")
    for i, line in enumerate(paper.signature):
        write_paragraph(right, line.text, "Chức vụ" if i else "Quyền hạn")
    write_paragraph(right, paper.signer.text, "Họ tên người ký")


def _freeze(archive: bytes) -> bytes:
    """The same package with fixed times, so that a draft can be compared with its last version."""
    frozen = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(frozen, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(re.sub(r"\\", "/", name), (1980, 1, 1, 0, 0, 0))
            new.writestr(entry, old.read(name), zipfile.ZIP_DEFLATED)
    return frozen.getvalue()
