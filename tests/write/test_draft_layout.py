"""The look of a draft in the file itself, against the letter table of NĐ 30/2020/NĐ-CP (Phụ lục I, Mục V)."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from test_draft_dossier import make_dossier, make_duty, make_plan, with_duties

from vanban.errors import UsageError
from vanban.model.dossier import Dossier
from vanban.notation.capitals import write_ordinary
from vanban.write.drafts import draft
from vanban.write.drafts.word.metrics import measure_text

Word = Any


@pytest.fixture(scope="module")
def word() -> Word:
    return docx.Document(io.BytesIO(draft("ke-hoach-trien-khai", make_dossier(), "Sở Y tế", {})))


def paragraphs(word: Word) -> list[Paragraph]:
    return [Paragraph(element, word) for element in word.element.body.iter(qn("w:p"))]


def find(word: Word, text: str) -> Paragraph:
    return next(paragraph for paragraph in paragraphs(word) if paragraph.text.startswith(text))


def test_page_is_a4_with_margins_in_range(word: Word) -> None:
    section = word.sections[0]
    assert [round(x.mm) for x in (section.page_width, section.page_height)] == [210, 297]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(x.mm) for x in margins] == [25, 20, 35, 20]


def test_page_number_is_centred_in_the_top_margin_and_hidden_on_page_one(word: Word) -> None:
    section = word.sections[0]
    assert section.different_first_page_header_footer
    place = section.header.paragraphs[0]
    assert "PAGE" in "".join(node.text for node in place._p.iter(qn("w:instrText")))
    assert (place.style.font.size.pt, place.style.paragraph_format.alignment) == (14, ALIGN.CENTER)
    assert not list(section.first_page_header._element.iter(qn("w:instrText")))
    assert section.header_distance < section.top_margin


@pytest.mark.parametrize(
    ("text", "size", "bold", "italic", "alignment"),
    [
        ("CỘNG HÒA XÃ HỘI", 12, True, False, ALIGN.CENTER),
        ("Độc lập - Tự do", 13, True, False, ALIGN.CENTER),
        ("UBND TỈNH BÌNH SƠN", 12, False, False, ALIGN.CENTER),
        ("SỞ Y TẾ", 12, True, False, ALIGN.CENTER),
        ("Số: ", 13, False, False, ALIGN.CENTER),
        ("Bình Sơn, ngày", 13, False, True, ALIGN.CENTER),
        ("KẾ HOẠCH", 14, True, False, ALIGN.CENTER),
        ("Triển khai thực hiện", 14, True, False, ALIGN.CENTER),
        ("Căn cứ Kế hoạch", 14, False, True, ALIGN.JUSTIFY),
        ("Kế hoạch triển khai", 14, False, False, ALIGN.JUSTIFY),
        ("MỤC ĐÍCH", 14, True, False, ALIGN.JUSTIFY),
        ("Bố trí", 14, False, False, ALIGN.JUSTIFY),
        ("Nơi nhận:", 12, True, True, ALIGN.LEFT),
        ("- Tỉnh ủy", 11, False, False, ALIGN.LEFT),
        ("- Lưu: VT", 11, False, False, ALIGN.LEFT),
        ("[CẦN BỔ SUNG: quyền hạn", 14, True, False, ALIGN.CENTER),
        ("[CẦN BỔ SUNG: họ và tên", 14, True, False, ALIGN.CENTER),
    ],
)
def test_letters(word: Word, text: str, size: float, bold: bool, italic: bool, alignment: ALIGN) -> None:
    style = find(word, text).style
    assert style is not None and style.font.name == "Times New Roman"
    assert (style.font.size.pt, style.font.bold, style.font.italic) == (size, bold, italic)
    assert style.paragraph_format.alignment == alignment


def test_body_paragraphs(word: Word) -> None:
    for text in ("Căn cứ Kế hoạch", "Kế hoạch triển khai", "MỤC ĐÍCH", "Bố trí", "TỔ CHỨC"):
        layout = find(word, text).style.paragraph_format  # type: ignore[union-attr]
        assert round(layout.first_line_indent.mm, 1) == 12.7
        assert layout.space_before.pt >= 6 and 1 <= layout.line_spacing <= 1.5


def test_fonts_come_from_styles_and_no_theme_font_is_left(word: Word) -> None:
    for element in (word.styles.element, word.element):
        for fonts in element.iter(qn("w:rFonts")):
            assert not [key for key in fonts.attrib if key.endswith("Theme")]
    assert not list(word.element.body.iter(qn("w:sz")))
    assert {lang.get(qn("w:val")) for lang in word.styles.element.iter(qn("w:lang"))} == {"vi-VN"}


def test_tables_are_borderless_fit_the_text_and_stay_whole(word: Word) -> None:
    assert len(word.tables) == 2
    for table in word.tables:
        assert round(sum(cell.width.mm for cell in table.rows[0].cells)) == 155
        assert not list(table._tbl.iter(qn("w:tblBorders")))
        assert table.style.name == "Normal Table"
        for row in table.rows:
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None
    assert measure_text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True) < word.tables[0].cell(0, 1).width.mm


def test_rules_are_drawn_and_as_long_as_the_text_asks(word: Word) -> None:
    rules = [paragraph for paragraph in paragraphs(word) if paragraph.style.name == "Đường kẻ"]  # type: ignore[union-attr]
    assert len(rules) == 3
    assert list(rules[0].style.element.iter(qn("w:pBdr")))  # type: ignore[union-attr]
    lengths = [
        width - rule.paragraph_format.left_indent.mm - rule.paragraph_format.right_indent.mm
        for rule, width in zip(rules, (65, 90, 155), strict=True)
    ]
    issuer = measure_text("SỞ Y TẾ", 12, bold=True)
    assert issuer / 3 <= lengths[0] <= issuer / 2
    assert abs(lengths[1] - measure_text("Độc lập - Tự do - Hạnh phúc", 13, bold=True)) < 0.5
    assert 155 / 3 <= lengths[2] <= 155 / 2
    assert not [p for p in paragraphs(word) if "___" in p.text]


def test_end_of_the_body_stays_with_the_signature(word: Word) -> None:
    assert find(word, "Nơi nhận báo cáo").paragraph_format.keep_with_next


def test_open_places_are_marked_by_a_style(word: Word) -> None:
    marked = [run.text for p in paragraphs(word) for run in p.runs if run.style and run.style.name == "Cần bổ sung"]
    assert marked and all(text.startswith("[CẦN BỔ SUNG: ") and text.endswith("]") for text in marked)


def test_properties_name_no_author_and_no_time(word: Word) -> None:
    assert word.core_properties.title.startswith("Kế hoạch Triển khai thực hiện Kế hoạch số 12-KH/TU")
    assert (word.core_properties.author, word.core_properties.comments) == ("", "")
    assert "created" not in {child.tag.rpartition("}")[2] for child in word.core_properties._element}


@pytest.mark.parametrize(
    ("printed", "ordinary"),
    [
        ("UBND TỈNH BÌNH SƠN", "Ủy ban nhân dân tỉnh Bình Sơn"),
        ("UỶ BAN NHÂN DÂN QUẬN 1", "Ủy ban nhân dân Quận 1"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ PHÚ MỸ", "Ủy ban nhân dân thành phố Phú Mỹ"),
        ("ĐẢNG ỦY XÃ MINH TÂN", "Đảng ủy xã Minh Tân"),
        ("BAN THƯỜNG VỤ TỈNH ỦY BÌNH SƠN", "Ban Thường vụ Tỉnh ủy Bình Sơn"),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội"),
        ("ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH BÌNH SƠN", "Đài Phát thanh và Truyền hình Bình Sơn"),
        ("TRƯỜNG THPT NGUYỄN TRÃI", "Trường THPT Nguyễn Trãi"),
        ("CỤC THUẾ TỈNH BÌNH SƠN", "Cục Thuế tỉnh Bình Sơn"),
        ("Văn phòng UBND tỉnh Bình Sơn", "Văn phòng Ủy ban nhân dân tỉnh Bình Sơn"),
    ],
)
def test_names_in_ordinary_case(printed: str, ordinary: str) -> None:
    assert write_ordinary(printed) == ordinary


def test_papers_decide_how_an_unknown_name_is_written() -> None:
    assert write_ordinary("SỞ BẢO TỒN SÔNG NƯỚC") == "Sở Bảo tồn sông nước"
    assert write_ordinary("SỞ BẢO TỒN SÔNG NƯỚC", ["Sở Bảo tồn Sông nước"]) == "Sở Bảo tồn Sông nước"


def test_form_of_the_party() -> None:
    duties = [make_duty("q", "theo dõi tình hình", ["Ban Tuyên giáo Tỉnh ủy"], "IV/1")]
    dossier = Dossier(documents=[with_duties(make_plan(), duties)], links=[])
    party = docx.Document(io.BytesIO(draft("ke-hoach-trien-khai", dossier, "Ban Tuyên giáo Tỉnh ủy", {})))
    section = party.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(x.mm) for x in margins] == [20, 20, 30, 15]
    sizes = [("ĐẢNG CỘNG SẢN", 15, True), ("BAN TUYÊN GIÁO", 14, True), ("KẾ HOẠCH", 16, True), ("- Căn cứ", 14, False)]
    for text, size, bold in sizes:
        style = find(party, text).style
        assert style is not None and (style.font.size.pt, style.font.bold, style.font.italic) == (size, bold, False)
    assert round(find(party, "Theo dõi").style.paragraph_format.first_line_indent.mm) == 10  # type: ignore[union-attr]
    assert find(party, "Nơi nhận:").style.font.underline  # type: ignore[union-attr]


def party_draft(**settings: str) -> Word:
    duties = [make_duty("q", "theo dõi tình hình", ["Ban Tuyên giáo Tỉnh ủy"], "IV/1")]
    dossier = Dossier(documents=[with_duties(make_plan(), duties)], links=[])
    given = {key.replace("_", ".", 1): value for key, value in settings.items()}
    return docx.Document(io.BytesIO(draft("cong-van-trien-khai", dossier, "Ban Tuyên giáo Tỉnh ủy", given)))


def test_what_is_not_certain_in_the_form_of_the_party_is_a_setting() -> None:
    usual = party_draft()
    assert find(usual, "V/v triển khai").style.font.size.pt == 12  # type: ignore[union-attr]
    assert find(usual, "Theo dõi").style.paragraph_format.line_spacing.pt == 18  # type: ignore[union-attr]
    other = party_draft(party_matter="về việc", party_lines="19", party_motto="14", party_tone="uỷ")
    assert find(other, "về việc triển khai").text.endswith("Tỉnh uỷ Bình Sơn")
    assert find(other, "TỈNH UỶ BÌNH SƠN")
    assert find(other, "Theo dõi").style.paragraph_format.line_spacing.pt == 19  # type: ignore[union-attr]
    assert find(other, "ĐẢNG CỘNG SẢN").style.font.size.pt == 14  # type: ignore[union-attr]
    with pytest.raises(UsageError, match=r"party\.lines không hợp lệ; hãy xem"):
        party_draft(party_lines="mười tám")


def letter_draft(to: str) -> Word:
    return docx.Document(io.BytesIO(draft("cong-van-trien-khai", make_dossier(), "Sở Y tế", {"to": to})))


def test_a_letter_has_its_subject_under_the_number_and_no_title() -> None:
    word = letter_draft("Phòng Nghiệp vụ")
    cell = word.tables[0].cell(1, 0)
    assert [paragraph.style.name for paragraph in cell.paragraphs] == ["Số, ký hiệu", "Trích yếu công văn"]
    matter = cell.paragraphs[1].style
    assert (matter.font.size.pt, matter.font.bold, matter.font.italic) == (12, False, False)
    assert matter.paragraph_format.space_before.pt == 6
    assert not [p for p in paragraphs(word) if p.style.name in ("Tên loại", "Trích yếu")]  # type: ignore[union-attr]


def test_one_addressee_stands_on_the_line_several_stand_under_the_colon() -> None:
    assert find(letter_draft("Phòng Nghiệp vụ"), "Kính gửi: Phòng Nghiệp vụ").style.font.size.pt == 14  # type: ignore[union-attr]
    word = letter_draft("Phòng Nghiệp vụ; Trung tâm Y tế")
    head, first, last = (find(word, text) for text in ("Kính gửi:", "- Phòng Nghiệp vụ;", "- Trung tâm Y tế."))
    assert head.text == "Kính gửi:" and first.text.endswith(";")
    dash = first.paragraph_format.left_indent.mm + first.paragraph_format.first_line_indent.mm
    colon = head.paragraph_format.left_indent.mm + measure_text("Kính gửi", 14)
    assert abs(dash - colon) < 0.5
    assert last.paragraph_format.left_indent == first.paragraph_format.left_indent


def test_parts_and_khoan_are_counted_by_word(word: Word) -> None:
    for text, level in (("MỤC ĐÍCH", 0), ("Mục đích:", 1), ("TỔ CHỨC", 0), ("Bố trí", 1)):
        number = find(word, text)._p.pPr.numPr
        assert (number.numId.val, number.ilvl.val) == (901, level)
