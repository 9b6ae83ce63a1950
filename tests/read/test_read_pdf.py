"""PDF pages, every word at a place in sight."""

from __future__ import annotations

import unicodedata

import pytest

from read.printing import Piece, print_pdf
from vanban.model.text import Cell, Text
from vanban.pipeline import parse
from vanban.read import read_text


def show(text: Text) -> list[str]:
    return [text.text[line.start : line.end] for line in text.lines]


def read_pages(*pages: list[Piece], **options: object) -> Text:
    return read_text(print_pdf(pages, **options), "a.pdf")  # type: ignore[arg-type]


HEADING: list[Piece] = [
    (70, 50, 12, "**UBND TỈNH MẪU"),
    (90, 66, 12, "**SỞ NỘI VỤ"),
    (85, 86, 12, "Số: 15/SNV-VP"),
    (75, 102, 12, "V/v tiếp công dân"),
    (260, 50, 12, "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (290, 68, 12, "**Độc lập - Tự do - Hạnh phúc"),
    (300, 90, 12, "Mẫu, ngày 5 tháng 6 năm 2025"),
]
BODY: list[Piece] = [
    (85, 200, 14, "Giao các cơ quan, đơn vị rà soát toàn bộ hồ sơ và báo cáo kết"),
    (85, 218, 14, "quả về Sở Nội vụ trước ngày 30/6/2025 để tổng hợp, xem xét"),
    (85, 236, 14, "và trình Ủy ban nhân dân tỉnh theo đúng quy định./."),
]
CLOSE: list[Piece] = [
    (85, 270, 12, "**Nơi nhận:"),
    (85, 284, 11, "- Như trên;"),
    (85, 298, 11, "- Lưu: VT."),
    (380, 264, 14, "**KT. GIÁM ĐỐC"),
    (370, 282, 14, "**PHÓ GIÁM ĐỐC"),
    (375, 380, 14, "**Lê Văn Mẫu"),
]


def test_heading_and_close_are_read_column_by_column() -> None:
    text = read_pages([*HEADING, *BODY, *CLOSE])
    assert [(line.column, content) for line, content in zip(text.lines, show(text), strict=True)] == [
        (1, "UBND TỈNH MẪU"),
        (1, "SỞ NỘI VỤ"),
        (1, "Số: 15/SNV-VP"),
        (1, "V/v tiếp công dân"),
        (2, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (2, "Độc lập - Tự do - Hạnh phúc"),
        (2, "Mẫu, ngày 5 tháng 6 năm 2025"),
        *((0, piece[3]) for piece in BODY),
        (1, "Nơi nhận:"),
        (1, "- Như trên;"),
        (1, "- Lưu: VT."),
        (2, "KT. GIÁM ĐỐC"),
        (2, "PHÓ GIÁM ĐỐC"),
        (2, "Lê Văn Mẫu"),
    ]
    assert (text.reader, text.pages) == ("pdf", 1)


def test_close_whose_columns_share_no_row() -> None:
    close: list[Piece] = [(380, 260, 12, "GIÁM ĐỐC"), (85, 275, 12, "Nơi nhận:"), (85, 290, 12, "- Như trên;")]
    text = read_pages([*BODY, *close, (370, 350, 12, "Lê Văn Mẫu")])
    assert show(text)[3:] == ["Nơi nhận:", "- Như trên;", "GIÁM ĐỐC", "Lê Văn Mẫu"]


def test_decomposed_letters_are_known_and_kept() -> None:
    close = [(x, top, size, unicodedata.normalize("NFD", content)) for x, top, size, content in CLOSE]
    text = read_pages([*BODY, *close])
    assert show(text)[3] == unicodedata.normalize("NFD", "Nơi nhận:")
    assert [line.column for line in text.lines[3:]] == [1, 1, 1, 2, 2, 2]


def test_wide_blanks_of_justified_lines_do_not_split() -> None:
    page: list[Piece] = [
        (85, 400, 14, "Thực hiện"),
        (175, 400, 14, "Quyết định số 15/QĐ-UBND của Ủy ban"),
        (85, 418, 14, "nhân dân tỉnh về việc tiếp công dân, Sở Nội vụ yêu cầu"),
        (85, 436, 14, "các đơn vị triển"),
        (215, 436, 14, "khai các nội dung sau đây đúng hạn:"),
    ]
    text = read_pages(page)
    assert show(text)[0] == "Thực hiện Quyết định số 15/QĐ-UBND của Ủy ban"
    assert {line.column for line in text.lines} == {0}


def test_box_size_and_bold() -> None:
    line = read_pages([(100, 50, 12, "**Điều 1."), (100, 90, 14, "Điều 2.")]).lines[0]
    assert line.bold is True
    assert line.size == 12
    assert line.page == 1
    assert line.box is not None
    assert line.box[0] == 100
    assert 45 < line.box[1] < 55
    assert line.box[2] == 100 + 7 * 6


def test_page_numbers_and_running_heads_are_no_body() -> None:
    pages: list[list[Piece]] = [
        [(295, 30, 12, str(number)), (85, 45, 10, "CÔNG BÁO MẪU"), (85, 100, 14, f"Nội dung trang {number}")]
        for number in (1, 2, 3)
    ]
    text = read_pages(*pages)
    assert [content for line, content in zip(text.lines, show(text), strict=True) if line.part == "body"] == [
        "Nội dung trang 1",
        "Nội dung trang 2",
        "Nội dung trang 3",
    ]
    assert [line.part for line in text.lines[:2]] == ["header", "header"]


def test_signature_stamp_is_a_box() -> None:
    stamp: list[Piece] = [
        (400, 20, 6, "Ký bởi: Sở Nội vụ"),
        (400, 27, 6, "tỉnh Mẫu"),
        (400, 34, 6, "Thời gian ký: 05/06/2025 10:00:00"),
    ]
    text = read_pages([*stamp, *HEADING, *BODY])
    boxes = [content for line, content in zip(text.lines, show(text), strict=True) if line.part == "box"]
    assert boxes == ["Ký bởi: Sở Nội vụ", "tỉnh Mẫu", "Thời gian ký: 05/06/2025 10:00:00"]
    assert show(text)[0] == "UBND TỈNH MẪU"


def test_small_print_with_an_address_is_text() -> None:
    small: list[Piece] = [(85, 300, 10, "Liên hệ: vanphong@mau.vn, điện thoại 0900.000.000")]
    text = read_pages([*BODY, *small])
    assert {line.part for line in text.lines} == {"body"}


def test_number_in_an_annotation_is_read_at_its_place() -> None:
    page: list[Piece] = [(85, 100, 14, "Số:"), (160, 100, 14, "/QĐ-UBND"), *BODY]
    text = read_pages(page, annotations=[[(115, 100, 13, "934")]])
    assert show(text)[0] == "Số: 934 /QĐ-UBND"


def make_grid(xs: list[float], ys: list[float]) -> list[tuple[float, float, float, float]]:
    return [(xs[0], y, xs[-1], y) for y in ys] + [(x, ys[0], x, ys[-1]) for x in xs]


def test_ruled_table_gives_cells_in_row_order() -> None:
    page: list[Piece] = [
        (85, 80, 14, "Phân công nhiệm vụ"),
        (90, 105, 12, "TT"),
        (130, 105, 12, "Nhiệm vụ"),
        (330, 105, 12, "Chủ trì"),
        (90, 130, 12, "1"),
        (130, 130, 12, "Rà soát"),
        (130, 146, 12, "hồ sơ"),
        (330, 130, 12, "Sở Y tế"),
        (85, 200, 14, "Hết."),
    ]
    text = read_pages(page, rules=[make_grid([85, 125, 325, 500], [100, 125, 165])])
    assert [(content, line.cell) for line, content in zip(text.lines, show(text), strict=True)] == [
        ("Phân công nhiệm vụ", None),
        ("TT", Cell(0, 0, 0)),
        ("Nhiệm vụ", Cell(0, 0, 1)),
        ("Chủ trì", Cell(0, 0, 2)),
        ("1", Cell(0, 1, 0)),
        ("Rà soát", Cell(0, 1, 1)),
        ("hồ sơ", Cell(0, 1, 1)),
        ("Sở Y tế", Cell(0, 1, 2)),
        ("Hết.", None),
    ]


def test_cells_without_a_rule_between_are_one() -> None:
    rules = [(85, 100, 500, 100), (85, 125, 500, 125), (85, 150, 500, 150), (85, 100, 85, 150), (500, 100, 500, 150)]
    page: list[Piece] = [(90, 105, 12, "I. Nhóm một"), (90, 130, 12, "1"), (300, 130, 12, "Sở Y tế")]
    text = read_pages(page, rules=[[*rules, (200, 125, 200, 150)]])
    assert [line.cell for line in text.lines] == [Cell(0, 0, 0, 1, 2), Cell(0, 1, 0), Cell(0, 1, 1)]


def test_table_goes_on_over_the_page() -> None:
    head: list[Piece] = [(90, 105, 12, "TT"), (130, 105, 12, "Nhiệm vụ"), (330, 105, 12, "Chủ trì")]
    first: list[Piece] = [*head, (90, 130, 12, "1"), (130, 130, 12, "Rà soát toàn"), (330, 130, 12, "Sở Y tế")]
    second: list[Piece] = [*head, (130, 130, 12, "bộ hồ sơ"), (90, 155, 12, "2"), (130, 155, 12, "Tổng hợp")]
    xs: list[float] = [85, 125, 325, 500]
    text = read_pages(first, second, rules=[make_grid(xs, [100, 125, 150]), make_grid(xs, [100, 125, 150, 175])])
    assert [(content, line.part, line.cell) for line, content in zip(text.lines, show(text), strict=True)][3:] == [
        ("1", "body", Cell(0, 1, 0)),
        ("Rà soát toàn", "body", Cell(0, 1, 1)),
        ("Sở Y tế", "body", Cell(0, 1, 2)),
        ("TT", "header", None),
        ("Nhiệm vụ", "header", None),
        ("Chủ trì", "header", None),
        ("bộ hồ sơ", "body", Cell(0, 1, 1)),
        ("2", "body", Cell(0, 2, 0)),
        ("Tổng hợp", "body", Cell(0, 2, 1)),
    ]


def test_small_frame_is_a_stamp() -> None:
    text = read_pages([(100, 130, 12, "**HỎA TỐC"), *BODY], rules=[make_grid([90, 180], [125, 150])])
    assert [(show(text)[0], text.lines[0].part)] == [("HỎA TỐC", "box")]


def test_centred_lines() -> None:
    title: Piece = (297.5 - 9 * 3.5, 150, 14, "**KẾ HOẠCH")
    wide: list[Piece] = [(85, 200 + 18 * row, 14, "c" * 61) for row in range(4)]
    text = read_pages([title, *wide])
    assert [line.centred for line in text.lines] == [True, False, False, False, False]


def test_text_drawn_twice_stands_once() -> None:
    assert show(read_pages([(100, 50, 12, "Điều 1."), (100.4, 50, 12, "Điều 1.")])) == ["Điều 1."]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_turned_page_is_read_as_its_text_runs(rotation: int) -> None:
    text = read_pages([(100, 50, 12, "Điều 1."), (100, 70, 12, "Điều 2.")], rotation=rotation)
    assert show(text) == ["Điều 1.", "Điều 2."]


def test_text_that_runs_up_the_page() -> None:
    text = read_pages([(50, 700, 12, "^Điều 1. Phạm vi"), (70, 700, 12, "^Điều 2.")])
    assert show(text) == ["Điều 1. Phạm vi", "Điều 2."]


def test_a_page_without_text_among_others_is_a_problem() -> None:
    drawn = [(85.0, 100.0 + row, 500.0, 100.0 + row) for row in range(400)]
    text = read_pages(BODY, [], rules=[[], drawn])
    assert [problem.code for problem in text.problems] == ["scanned-page"]
    assert "Trang 2" in text.problems[0].message
    assert len(text.lines) == 3


def test_pages_beyond_a_stretch_are_read_like_the_first() -> None:
    words = ("Sở Y tế", "Sở Nội vụ", "Sở Tài chính", "Sở Xây dựng")
    pages = [[f"{page}.{row} Giao {words[row % 4]} chủ trì" for row in range(1, 9)] for page in range(1, 121)]
    text = read_text(
        print_pdf([[(100, 50 + 20 * row, 12, line) for row, line in enumerate(page)] for page in pages]), "a.pdf"
    )
    assert text.pages == 120
    assert text.text.split("\n") == [line for page in pages for line in page]
    assert [line.page for line in text.lines] == [page for page in range(1, 121) for _ in range(8)]


def test_bold_title_over_a_line_that_starts_further_left() -> None:
    """A title is not joined with what follows where it ends early and bold: "6. Về chấm điểm" / "Giao Phòng …:"."""
    pieces: list[Piece] = [
        *HEADING,
        *BODY,
        (85, 290, 14, "**6. Về chấm điểm thi đua"),
        (60, 308, 14, "Giao Phòng Tổng hợp:"),
        (85, 326, 14, "- Lập danh sách các chỉ số."),
    ]
    duties = parse("a.pdf", print_pdf([pieces])).documents[0].duties
    assert [duty.assignees[0].name for duty in duties if "Lập danh sách" in duty.action] == ["Phòng Tổng hợp"]
