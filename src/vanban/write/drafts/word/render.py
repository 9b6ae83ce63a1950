"""A paper as .docx in one of the forms: heading and signature in borderless tables of two columns, the page number
centred in the top margin but not on page 1, rules that are drawn and as long as the text over them asks.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.write.drafts.labels import label_blocks
from vanban.write.drafts.paper import Paper, Role
from vanban.write.drafts.placeholder import clean_text
from vanban.write.drafts.word.blank import make_blank
from vanban.write.drafts.word.forms import STATE, Form, PartyChoice, load_choice, make_party
from vanban.write.drafts.word.markup import Layout, Markup, write_table
from vanban.write.drafts.word.metrics import measure_text
from vanban.write.drafts.word.numbering import LEVELS

STYLES: dict[Role, str] = {
    "ground": "Căn cứ",
    "text": "Nội dung",
    "heading": "Heading 1",
    "title": "Khoản có tiêu đề",
    "item": "Khoản",
    "point": "Điểm",
    "dash": "Gạch đầu dòng",
}
_SEND_INDENT = 30  # mm, of "Kính gửi:" over several names


def find_form(paper: Paper, choice: PartyChoice | None = None) -> Form:
    """The form of the paper's system; `choice` decides what is open in the Party's."""
    return make_party(choice or load_choice()) if paper.system == "party" else STATE


def render_paper(paper: Paper, choice: PartyChoice | None = None) -> bytes:
    """The .docx; the same paper gives the same bytes."""
    form = find_form(paper, choice)
    blank = make_blank(form, form.find_style(STYLES["item"]).first_line)
    markup = Markup(blank.styles)
    body = [_write_heading(paper, form, markup)]
    if not paper.is_letter:
        body += _write_title(paper, form, markup)
    if paper.addressees:
        body += _write_addressees(paper, markup)
    body += _write_body(paper, form, markup)
    if paper.signature:
        body += _write_end(paper, form, markup)
    kind = paper.title.text.capitalize() or "Công văn"
    return blank.fill("".join(body), clean_text(f"{kind} {paper.subject.text}")[:250])


def _write_heading(paper: Paper, form: Form, markup: Markup) -> str:
    left = [markup.paragraph(paper.parent.text, "Cơ quan chủ quản")] if paper.parent else []
    left += [markup.paragraph(line.text, "Cơ quan ban hành") for line in paper.issuer]
    if form.under_issuer:
        left.append(markup.paragraph(form.under_issuer, "Cơ quan chủ quản"))
    else:
        left.append(markup.rule_under([line.text for line in paper.issuer], form.heading_columns[0], size=12))
    right = [markup.paragraph(motto, style) for motto, style in form.motto]
    last, style = form.motto[-1]
    length = measure_text(last, form.find_style(style).size, bold=True)
    right.append(markup.rule(length, form.heading_columns[1]))
    number = [markup.paragraph(paper.number.text, "Số, ký hiệu")]
    if paper.is_letter:
        number.append(markup.paragraph(f"{form.matter} {paper.subject.text}", "Trích yếu công văn"))
    if paper.mark:
        number.append(markup.paragraph(paper.mark.text, "Độ mật"))
    place = markup.paragraph(paper.place_date.text, "Địa danh, thời gian")
    return write_table([("".join(left), "".join(right)), ("".join(number), place)], form.heading_columns)


def _write_title(paper: Paper, form: Form, markup: Markup) -> Iterator[str]:
    yield markup.paragraph(paper.title.text, "Tên loại")
    # A slip names the document that it goes with; that is no subject of its own (Phụ lục IV, Mẫu VII).
    yield markup.paragraph(paper.subject.text, "Trích yếu" if paper.signature else "Văn bản đến")
    if form.under_title:
        yield markup.paragraph(form.under_title, "Trích yếu")
    else:
        yield markup.rule_under([paper.subject.text], form.text_width, size=14)


def _write_addressees(paper: Paper, markup: Markup) -> Iterator[str]:
    """One addressee stands on the line of "Kính gửi:", several each on its own, dashes under the colon (II.9.d)."""
    names = [name.text for name in paper.addressees]
    if len(names) == 1:
        yield markup.paragraph(f"{paper.opening}: {names[0]}", "Kính gửi")
        return
    yield markup.paragraph(f"{paper.opening}:", "Danh sách kính gửi", Layout(left=_SEND_INDENT, before=18))
    dash = measure_text("- ", 14)
    under = _SEND_INDENT + measure_text(paper.opening, 14) + dash
    last = len(names) - 1
    for i, name in enumerate(names):
        layout = Layout(left=under, first=-dash, after=12 if i == last else None)
        yield markup.paragraph(f"- {name}{'.' if i == last else ';'}", "Danh sách kính gửi", layout)


def _write_body(paper: Paper, form: Form, markup: Markup) -> Iterator[str]:
    last = len(paper.body) - 1 if paper.signature else -1
    labels = label_blocks(paper.body, form.part, form.ground_mark)
    for i, (block, label) in enumerate(zip(paper.body, labels, strict=True)):
        text = close_body(block.words.text, form) if i == last else block.words.text
        # Letters of points are typed: Word counts a, b, c, d, e and knows no đ.
        text = f"{label} {text}" if label and block.role in ("point", "ground") else text
        yield markup.paragraph(text, STYLES[block.role], Layout(number=LEVELS.get(block.role), keep=i == last))


def close_body(text: str, form: Form) -> str:
    """The last sentence with the mark that ends the text, "./." of the State."""
    return f"{text.rstrip(' .;,/')}{form.end_mark}"


def _write_end(paper: Paper, form: Form, markup: Markup) -> Iterator[str]:
    """Recipients and signature on one level, *ô số 9b, 7a*; the row is not parted by a page."""
    yield markup.paragraph("", "Nội dung", Layout(keep=True))
    last = len(paper.recipients) - 1
    left = [markup.paragraph("Nơi nhận:", "Nơi nhận")]
    left += [
        markup.paragraph(f"- {entry.text}{'.' if i == last else ';'}", "Danh sách nơi nhận")
        for i, entry in enumerate(paper.recipients)
    ]
    right = [markup.paragraph(line.text, "Chức vụ" if i else "Quyền hạn") for i, line in enumerate(paper.signature)]
    right.append(markup.paragraph(paper.signer.text, "Họ tên người ký"))
    yield write_table([("".join(left), "".join(right))], form.signature_columns)
