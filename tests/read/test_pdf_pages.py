"""Columns and paragraphs of a PDF that go over the end of a page."""

from __future__ import annotations

from read.printing import Piece, print_pdf
from vanban.model.text import Text
from vanban.read import read_text

# Letters of this font are all of one width: blanks that stand one under the other would be a white band.
BODY: list[Piece] = [
    (85, 80 + 18 * row, 13, "Triển-khai-thực-hiện-theo-đúng-quy-định-của-pháp-luật") for row in range(30)
]
END: list[Piece] = [(90, 740, 12, "**Nơi nhận:"), (372, 740, 13, "**KT. GIÁM ĐỐC"), (91, 756, 11, "- Như trên;")]
REST: list[Piece] = [
    (91, 60, 11, "- Sở Y tế (để phối hợp);"), (368, 60, 13, "**PHÓ GIÁM ĐỐC"), (91, 75, 11, "- Lưu: VT, KT."),
    (356, 140, 13, "**Ông Văn Hoài"),
]  # fmt: skip
HEAD: list[Piece] = [
    (91, 60, 12, "UBND TỈNH MẪU"), (300, 60, 12, "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), (91, 76, 12, "**SỞ Y TẾ"),
    (340, 76, 12, "**Độc lập - Tự do - Hạnh phúc"),
]  # fmt: skip


def show(text: Text, page: int) -> list[tuple[int, str]]:
    return [(line.column, text.text[line.start : line.end]) for line in text.lines if line.page == page and line.column]


def test_recipients_and_signature_over_the_end_of_a_page() -> None:
    text = read_text(print_pdf([[*BODY, *END], REST]), "a.pdf")
    columns = [(line.page, line.column, text.text[line.start : line.end]) for line in text.lines if line.column]
    assert columns == [
        (1, 1, "Nơi nhận:"), (1, 1, "- Như trên;"), (2, 1, "- Sở Y tế (để phối hợp);"), (2, 1, "- Lưu: VT, KT."),
        (1, 2, "KT. GIÁM ĐỐC"), (2, 2, "PHÓ GIÁM ĐỐC"), (2, 2, "Ông Văn Hoài"),
    ]  # fmt: skip


def test_the_heading_of_another_document_does_not_go_on_an_end() -> None:
    text = read_text(print_pdf([[*BODY, *END], HEAD]), "a.pdf")
    assert show(text, 1)[-1] == (2, "KT. GIÁM ĐỐC")
    assert show(text, 2)[0] == (1, "UBND TỈNH MẪU")


def test_a_plain_page_after_an_end_stays_plain() -> None:
    text = read_text(print_pdf([[*BODY, *END], BODY]), "a.pdf")
    assert show(text, 1)[-1] == (2, "KT. GIÁM ĐỐC")
    assert show(text, 2) == []
