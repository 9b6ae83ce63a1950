"""TCVN3 and VNI: the tables both ways, fonts by their name, plain text by what it reads like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from read.packing import pack_docx
from read.printing import print_pdf
from vanban.lexicon.legacy_fonts import decode_legacy, encode_legacy, find_font_code, is_capital_font
from vanban.read import read_text

SMALL = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
LETTER = (
    "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc\n"
    "Kính gửi: Sở Nông nghiệp và Môi trường, Sở Y tế, ủy ban nhân dân các huyện\n"
    "Đề nghị các cơ quan, đơn vị báo cáo kết quả thực hiện trước ngày 15/12/2009 để tổng hợp."
)


@given(st.text(st.sampled_from(SMALL + " 0123456789,.;:-/")))
def test_small_letters_survive_both_codes(text: str) -> None:
    for code in ("tcvn3", "vni"):
        assert decode_legacy(encode_legacy(text, code), code) == text


@given(st.text(st.sampled_from(SMALL)))
def test_capitals_come_back_from_vni_and_from_a_font_of_capitals(text: str) -> None:
    shouted = text.upper()
    assert decode_legacy(encode_legacy(shouted, "vni"), "vni") == shouted
    assert decode_legacy(encode_legacy(shouted, "tcvn3"), "tcvn3", capitals=True) == shouted


@pytest.mark.parametrize("code", ["tcvn3", "vni"])
def test_no_two_letters_share_a_code(code: str) -> None:
    coded = [encode_legacy(letter, code) for letter in SMALL]
    assert len(set(coded)) == len(coded)


@pytest.mark.parametrize(
    ("font", "code", "capitals"),
    [
        (".VnTime", "tcvn3", False),
        (".VnTimeH", "tcvn3", True),
        ("VnTimeHBold", "tcvn3", True),
        (".VnArial NarrowH", "tcvn3", True),
        (".VnSouthern", "tcvn3", False),
        ("VNI-Times", "vni", False),
        ("Times New Roman", None, False),
        ("Vnitalic Sans", None, False),
    ],
)
def test_fonts_by_name(font: str, code: str | None, capitals: bool) -> None:
    found = find_font_code(font)
    assert (found.name if found else None) == code
    assert found is None or is_capital_font(font, found) == capitals


def run(text: str, font: str, more: str = "") -> str:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    return f'<w:r><w:rPr>{fonts}{more}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read_runs(*runs: str) -> str:
    return read_text(pack_docx(f"<w:p>{''.join(runs)}</w:p>"), "a.docx").text


def test_runs_of_a_docx_are_decoded_by_their_font() -> None:
    plain, capital = encode_legacy("Căn cứ Nghị định của ", "tcvn3"), encode_legacy("chính phủ", "tcvn3")
    assert read_runs(run(plain, ".VnTime"), run(capital, ".VnTimeH")) == "Căn cứ Nghị định của CHÍNH PHỦ"
    assert read_runs(run(plain, ".VnTime", "<w:caps/>")) == "CĂN CỨ NGHỊ ĐỊNH CỦA "


def test_a_font_that_libreoffice_has_put_in_place_of() -> None:
    assert read_runs(run("Ch¬ng tr×nh", ".VnTime;Courier New")) == "Chơng trình"


def test_a_soft_hyphen_is_the_letter_that_tcvn3_has_there() -> None:
    hyphen = run("tr", ".VnTime").replace("</w:r>", "<w:softHyphen/><w:t>íc</w:t></w:r>")
    assert read_runs(hyphen) == "trước"
    assert read_runs(hyphen.replace(".VnTime", "Arial").replace("íc", "ước")) == "trước"
    assert read_runs(hyphen.replace("íc", "ước")) == "trước"


def test_a_mark_of_vni_may_stand_in_the_next_run() -> None:
    assert read_runs(run("Co", "VNI-Times"), run("äng hoøa", "VNI-Times")) == "Cộng hòa"


def test_text_that_is_unicode_under_a_legacy_font_stays() -> None:
    told = "Ủy ban nhân dân thành phố hoà nhập"
    assert read_runs(run(told, "VNI-Times"), run(" toà án", "VNI-Times")) == f"{told} toà án"
    assert read_runs(run("µ §", "Symbol")) == "µ §"


def test_fonts_of_a_pdf() -> None:
    coded = encode_legacy("Thủ tướng Chính phủ", "tcvn3").replace("\xad", "−")
    page = [(80.0, 100.0, 13.0, coded), (80.0, 130.0, 13.0, f"**{encode_legacy('quyết định', 'tcvn3')}")]
    text = read_text(print_pdf([page], fonts=("ABCDEF+.VnTime", ".VnTimeH")), "a.pdf").text
    assert text == "Thủ tướng Chính phủ\nQUYẾT ĐỊNH"


@pytest.mark.parametrize("code", ["tcvn3", "vni"])
def test_plain_text_by_what_it_reads_like(code: str) -> None:
    coded = encode_legacy(LETTER, code)
    assert read_text(coded.encode("cp1252"), "a.txt").text == LETTER
    assert read_text(coded.encode("utf-8"), "a.txt").text == LETTER


def test_capitals_of_plain_tcvn3_come_from_the_letters_around() -> None:
    coded = encode_legacy(f"CỘNG HÒA XÃ HỘI\nQUYẾT ĐỊNH\n{LETTER}", "tcvn3")
    assert read_text(coded.encode("cp1252"), "a.txt").text.startswith("CỘNG HÒA XÃ HỘI\nQUYẾT ĐỊNH\nCộng")


@pytest.mark.parametrize("text", [LETTER, "Hoà, toà, quả, uỷ: à la carte — déjà vu, Ñandú", "Ngày 5 tháng 6 năm 2009"])
def test_other_text_stays(text: str) -> None:
    assert read_text(text.encode(), "a.txt").text == text
    assert read_text(text.encode("utf-16-le"), "a.txt").text == text
