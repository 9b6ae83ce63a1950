"""What real files show (fonts, columns, line ends, page ends, names), each as the smallest file that shows it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from read.packing import make_paragraph, make_table, pack_docx
from read.printing import Piece, Rule, print_pdf
from vanban import parse
from vanban.cli.input import find_files
from vanban.errors import UnreadableError
from vanban.model.document import Document
from vanban.read import read_text

LEFT: list[Piece] = [(70, 50, 12, "**UBND TỈNH MẪU"), (90, 66, 12, "**SỞ NỘI VỤ"), (85, 92, 12, "Số: 15/SNV-VP")]
RIGHT: list[Piece] = [
    (260, 50, 12, "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), (290, 68, 12, "**Độc lập - Tự do - Hạnh phúc"),
    (300, 92, 12, "Mẫu, ngày 5 tháng 6 năm 2025"),
]  # fmt: skip
SUBJECT: list[Piece] = [(75, 108, 12, "V/v tiếp công dân")]
SEND: list[Piece] = [(200, 160, 14, "Kính gửi: Sở Y tế.")]


def read(*pages: list[Piece], rules: list[list[Rule]] | None = None) -> Document:
    return parse("a.pdf", print_pdf(pages, rules or ())).documents[0]


def say(document: Document) -> dict[str, object]:
    code, issued, issuer = document.code, document.promulgation, document.issuer
    return {
        "number": code and code.number,
        "notation": code and code.notation,
        "date": issued and issued.date,
        "place": issued and issued.place,
        "issuer": issuer and issuer.name,
        "parent": issuer and issuer.parent,
        "subject": document.subject,
        "addressees": [party.name for party in document.addressees],
    }


HEADING = {
    "number": "15", "notation": "SNV-VP", "date": "2025-06-05", "place": "Mẫu", "issuer": "SỞ NỘI VỤ",
    "parent": "UBND TỈNH MẪU", "subject": "tiếp công dân", "addressees": ["Sở Y tế"],
}  # fmt: skip


def test_the_right_column_wraps() -> None:
    wrapped: list[Piece] = [
        (300, 50, 12, "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT"), (380, 64, 12, "**NAM"),
        (300, 80, 12, "**Độc lập - Tự do - Hạnh phúc"), (310, 100, 12, "Mẫu, ngày 5 tháng 6 năm 2025"),
    ]  # fmt: skip
    assert say(read([*LEFT, *wrapped, *SUBJECT, *SEND])) == HEADING


def test_the_subject_stands_on_the_heights_of_place_and_date() -> None:
    left: list[Piece] = [*LEFT[:2], (85, 84, 12, "Số: 15/SNV-VP"), (60, 98, 12, "V/v tiếp"), (60, 112, 12, "công dân")]
    right: list[Piece] = [*RIGHT[:2], (300, 105, 12, "Mẫu, ngày 5 tháng 6 năm 2025")]
    assert say(read([*left, *right, *SEND])) == HEADING


@pytest.mark.parametrize(
    ("rows", "notation"),
    [
        (["căn cứ Quyết định số 2764/QĐ-", "TTg ngày 1/6/2025 của Thủ tướng Chính phủ, rà soát hồ sơ."], "QĐ-TTg"),
        (["căn cứ Công văn số 2764/BNV-", "CCHC ngày 1/6/2025 của Bộ Nội vụ, rà soát hồ sơ."], "BNV-CCHC"),
        (["căn cứ Quyết định số 2764/QĐ\u2013TTg ngày", "1/6/2025 của Thủ tướng Chính phủ, rà soát hồ sơ."], "QĐ-TTg"),
        (["căn cứ Công văn số 2764 /BNV -", "CCHC ngày 1/6/2025 của Bộ Nội vụ, rà soát hồ sơ."], "BNV-CCHC"),
    ],
)
def test_a_symbol_broken_over_a_line_end(rows: list[str], notation: str) -> None:
    body: list[Piece] = [(120, 200, 14, f"Sở Nội vụ đề nghị Sở Y tế {rows[0]}"), (85, 218, 14, rows[1])]
    (reference,) = read([*LEFT, *RIGHT, *SUBJECT, *SEND, *body]).references
    assert reference.code is not None
    assert (reference.code.number, reference.code.notation, reference.date) == ("2764", notation, "2025-06-01")


def test_a_word_broken_at_its_own_hyphen() -> None:
    row = "Đề nghị Sở Y tế tổng kết công tác phòng, chống dịch Covid-"
    body: list[Piece] = [(120, 200, 14, row), (85, 218, 14, "19.")]
    (duty,) = read([*LEFT, *RIGHT, *SUBJECT, *SEND, *body]).duties
    assert duty.action == "tổng kết công tác phòng, chống dịch Covid-19."


def test_page_number_and_running_head_between_the_halves_of_a_sentence() -> None:
    row = "Đề nghị Sở Y tế rà soát hồ sơ, báo cáo kết quả về"
    first: list[Piece] = [*LEFT, *RIGHT, *SUBJECT, *SEND, (120, 740, 14, row)]
    heads: list[Piece] = [(85, 44, 10, "BẢN TIN MẪU")]
    second: list[Piece] = [*heads, (295, 30, 12, "2"), (85, 80, 14, "Sở Nội vụ trước ngày 30/6/2025.")]
    third: list[Piece] = [*heads, (295, 30, 12, "3"), (85, 80, 14, "Trân trọng./.")]
    (duty,) = read([*heads, *first], second, third).duties
    assert duty.action == "rà soát hồ sơ, báo cáo kết quả về Sở Nội vụ trước ngày 30/6/2025."


def test_a_table_over_a_page_end_with_its_head_again() -> None:
    xs = [80, 120, 300, 420, 540]
    heads = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"]

    def draw(top: float, rows: list[list[str]]) -> tuple[list[Piece], list[Rule]]:
        pieces: list[Piece] = [
            (xs[column] + 4, top + 24 * number + 6, 11, text)
            for number, row in enumerate(rows)
            for column, text in enumerate(row)
        ]
        bottom = top + 24 * len(rows)
        lines: list[Rule] = [(xs[0], top + 24 * number, xs[-1], top + 24 * number) for number in range(len(rows) + 1)]
        return pieces, [*lines, *((x, top, x, bottom) for x in xs)]

    above, rules = draw(700, [heads, ["1", "Rà soát hồ sơ", "Sở Y tế", "30/6/2025"]])
    below, more = draw(60, [heads, ["2", "Lập danh sách", "Sở Tài chính", "31/7/2025"]])
    title: list[Piece] = [(260, 140, 14, "**KẾ HOẠCH"), (230, 160, 14, "**Rà soát hồ sơ năm 2025")]
    document = read([*LEFT, *RIGHT, *title, *above], [(295, 30, 12, "2"), *below], rules=[rules, more])
    said = [(duty.action, duty.assignees[0].name, duty.deadline and duty.deadline.date) for duty in document.duties]
    assert said == [
        ("Rà soát hồ sơ", "Sở Y tế", "2025-06-30"),
        ("Lập danh sách", "Sở Tài chính", "2025-07-31"),
    ]


def test_a_title_of_two_lines_over_an_indented_paragraph() -> None:
    body: list[Piece] = [
        (120, 200, 14, "Điều khoản đã nêu tại Công văn này là căn cứ để các sở thực hiện."),
        (120, 220, 14, "1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức"),
        (85, 238, 14, "chính trị - xã hội"),
        (120, 258, 14, "Vận động đoàn viên, hội viên tiếp công dân theo đúng quy định."),
    ]
    (duty,) = read([*LEFT, *RIGHT, *SUBJECT, *SEND, *body]).duties
    assert duty.action == "Vận động đoàn viên, hội viên tiếp công dân theo đúng quy định."


def test_a_dash_at_a_line_end_is_no_bullet() -> None:
    body: list[Piece] = [
        (120, 200, 14, "Đề nghị Sở Y tế xây dựng kế hoạch tiếp công dân giai đoạn 2024"),
        (85, 218, 14, "- 2026, trình Ủy ban nhân dân tỉnh trước ngày 30/6/2025, đồng thời"),
        (85, 236, 14, "gửi Sở Nội vụ."),
    ]
    (duty,) = read([*LEFT, *RIGHT, *SUBJECT, *SEND, *body]).duties
    assert duty.action.startswith("xây dựng kế hoạch tiếp công dân giai đoạn 2024 - 2026, trình")


def make_letter(number: str) -> str:
    """The body of a .docx letter; `number` is its line "Số: …" as XML or text."""
    left = make_paragraph("UBND TỈNH MẪU") + make_paragraph("SỞ NỘI VỤ", run="<w:b/>")
    line = number if number.startswith("<") else make_paragraph(number)
    right = make_paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + make_paragraph("Độc lập - Tự do - Hạnh phúc")
    heading = make_table(
        [[left, right], [line + make_paragraph("V/v tiếp công dân"), make_paragraph("Mẫu, ngày 5 tháng 6 năm 2025")]],
        bordered=False,
    )
    return heading + make_paragraph("Kính gửi: Sở Y tế.") + make_paragraph("Đề nghị Sở Y tế rà soát hồ sơ.")


def runs(*texts: str) -> str:
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts) + "</w:p>"


@pytest.mark.parametrize(
    "number",
    [
        "Số: 15/SNV-VP", runs("Số: ", "1", "5", "/SN", "V", "-VP"), "Số: 15 /SNV - VP", "Số:\u00a015/SNV\u2013VP",
        "Số: 1 5 /SNV-VP", "Số: 15/SNV- VP",
    ],
)  # fmt: skip
def test_a_number_in_runs_with_blanks_and_other_dashes(number: str) -> None:
    assert say(parse("a.docx", pack_docx(make_letter(number))).documents[0]) == HEADING


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_that_look_alike(form: str) -> None:
    """NFD, U+00D0 for Đ, NBSP, both places of a tone."""
    body = make_letter("Số: 15/SNV-VP").replace("Độc", "\u00d0ộc").replace("Kính gửi", "Kính\u00a0gửi")
    body = body.replace("HÒA", "HOÀ").replace("Đề nghị", "\u00d0ề\u00a0nghị")
    document = parse("a.docx", pack_docx(unicodedata.normalize(form, body))).documents[0]
    assert say(document) == HEADING
    assert [(duty.assignees[0].name, duty.action) for duty in document.duties] == [("Sở Y tế", "rà soát hồ sơ.")]


@pytest.mark.parametrize("name", ["a.DOCX", "A.PDF", "b.Doc", "c.EML"])
def test_endings_in_capitals_are_found_in_a_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert find_files([str(tmp_path)], "vi") == ([str(tmp_path / name)], [])


GARBAGE = "CQNG HOA xA HQI CHU NGHiA VIeT NAM DQc lap Tir do Hanh phuc Can cu Luat To chirc chinh quyen dia phirong"


def test_a_layer_of_another_languages_ocr_goes_to_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vanban.read.ocr.find_program", lambda *names: None)
    page: list[Piece] = [(60, 100 + 20 * row, 8, GARBAGE) for row in range(20)]
    # Letters drawn as paths stand for the scan below the layer.
    outlines: list[Rule] = [(85, 100 + row, 500, 100 + row) for row in range(400)]
    with pytest.raises(UnreadableError, match="tesseract-ocr-vie"):
        read_text(print_pdf([page], [outlines]), "a.pdf")
