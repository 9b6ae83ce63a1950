"""Plain text and Markdown."""

from __future__ import annotations

import pytest

from vanban.errors import UnreadableError
from vanban.model.text import Text
from vanban.read import read_text


def show(text: Text) -> list[str]:
    return [text.text[line.start : line.end] for line in text.lines]


@pytest.mark.parametrize(
    "data",
    [
        "Số: 5/QĐ-UBND\nĐiều 1.".encode(),
        "Số: 5/QĐ-UBND\r\nĐiều 1.".encode(),
        b"\xef\xbb\xbf" + "Số: 5/QĐ-UBND\r\nĐiều 1.".encode(),
        b"\xff\xfe" + "Số: 5/QĐ-UBND\nĐiều 1.".encode("utf-16-le"),
        b"\xfe\xff" + "Số: 5/QĐ-UBND\nĐiều 1.".encode("utf-16-be"),
    ],
)
def test_encodings_give_the_same_lines(data: bytes) -> None:
    text = read_text(data, "a.txt")
    assert show(text) == ["Số: 5/QĐ-UBND", "Điều 1."]
    assert text.reader == "text"
    assert text.pages is None


def test_windows_1258_is_read_where_it_gives_vietnamese() -> None:
    # cp1258 writes tones as marks of their own: "Kế hoạch" is K ê ´ … there.
    assert read_text("Kê\u0301 hoa\u0323ch cu\u0309a tỉnh".replace("ỉ", "i\u0309").encode("cp1258"), "a.txt").text == (
        "Kê\u0301 hoa\u0323ch cu\u0309a ti\u0309nh"
    )


def test_empty_lines_are_lines_and_a_last_line_end_opens_none() -> None:
    assert show(read_text("Điều 1.\n\nĐiều 2.\n".encode(), "a.txt")) == ["Điều 1.", "", "Điều 2."]


def test_page_break_line_is_a_footer_and_a_form_feed_ends_a_line() -> None:
    text = read_text("Trang một\n--- PAGE BREAK ---\nTrang hai\fTrang ba".encode(), "a.txt")
    assert [(show(text)[place], line.part) for place, line in enumerate(text.lines)] == [
        ("Trang một", "body"),
        ("--- PAGE BREAK ---", "footer"),
        ("Trang hai", "body"),
        ("Trang ba", "body"),
    ]


def test_markdown_table_gives_a_line_a_cell() -> None:
    source = "Phân công:\n| TT | Nhiệm vụ |\n|---|:---:|\n| 1 | Rà soát **hồ sơ**<br>báo cáo |\n| 2 | |\nHết."
    text = read_text(source.encode(), "a.md")
    cells = [
        (show(text)[place], line.cell and (line.cell.table, line.cell.row, line.cell.column))
        for place, line in enumerate(text.lines)
    ]
    assert cells == [
        ("Phân công:", None),
        ("TT", (0, 0, 0)),
        ("Nhiệm vụ", (0, 0, 1)),
        ("1", (0, 1, 0)),
        ("Rà soát **hồ sơ**", (0, 1, 1)),
        ("báo cáo", (0, 1, 1)),
        ("2", (0, 2, 0)),
        ("Hết.", None),
    ]
    assert text.text == source


def test_markdown_heading_table_gives_columns() -> None:
    source = "| UBND XÃ AN BÌNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|---|---|\n| Số: 3/TB-UBND | An Bình, ngày 3 |"
    assert [(line.column, line.cell) for line in read_text(source.encode(), "a.md").lines] == [
        (1, None),
        (2, None),
        (1, None),
        (2, None),
    ]


@pytest.mark.parametrize("source", ["Nơi nhận:\n|\n|\nNhư trên", "| a |\n| b |", "| a | b |\nchữ", "a | b\nc | d"])
def test_lone_bars_are_no_table(source: str) -> None:
    text = read_text(source.encode(), "a.txt")
    assert show(text) == source.split("\n")
    assert all(line.cell is None for line in text.lines)


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x00\x01\x02" * 50, b"\xff\xfe\x00\xd8" * 40])
def test_binary_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="không phải văn bản"):
        read_text(data, "a.txt")


def test_blank_file_is_refused() -> None:
    with pytest.raises(UnreadableError, match="chỉ có khoảng trắng"):
        read_text(b" \n\n", "a.txt")
