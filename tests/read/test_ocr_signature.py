"""The signature block of a scan: posts and name kept, seal and pen left out; the second of two scanned letters."""

from __future__ import annotations

import pytest

from read.printing import print_pdf
from vanban.model.text import Line
from vanban.pipeline import parse
from vanban.read.ocr_repair import repair_text
from vanban.read.ocr_signature import Block, find_block, keep_signature, put_signature
from vanban.read.ocr_words import Seen
from vanban.read.pdf_words import Word

BLOCK = Block(250.0, 500.0, 595.0, 766.0)


def seen(line: int, left: int, top: int, text: str, confidence: float = 0.95) -> Seen:
    width = 12 * len(text)
    return Seen(text, left, top, left + width, top + 26, confidence, ("", "1", str(line)))


def word(x: float, top: float, text: str, confidence: float = 0.95) -> Word:
    return Word(text, x, top, x + 6.0 * len(text), top + 13.0, 13.0, False, False, confidence)


def told(words: list[Seen]) -> str:
    return " ".join(word.text for word in words)


def test_seal_and_pen_are_left_out() -> None:
    block = [
        seen(1, 900, 100, "KT."), seen(1, 945, 100, "GIÁM"), seen(1, 1000, 100, "ĐỐC"), seen(1, 1050, 100, "ˆ", 0.05),
        seen(2, 880, 130, "PHÓ"), seen(2, 930, 130, "GIÁM"), seen(2, 990, 130, "ĐỐC"),
        seen(3, 800, 200, "XHCN", 0.4), seen(4, 860, 240, "SỞ"), seen(5, 990, 260, "Zz2", 0.1),
        seen(6, 930, 420, "Đỗ"), seen(6, 965, 420, "Văn"), seen(6, 1010, 420, "Thạch"),
        seen(7, 930, 600, "Bộ"), seen(7, 965, 600, "Hậu"), seen(7, 1010, 600, "Cần"),
    ]  # fmt: skip
    assert told(keep_signature(block)) == "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Đỗ Văn Thạch"


def test_a_name_in_two_pieces_is_one_line_and_a_doubtful_one_is_none() -> None:
    pieces = [seen(1, 900, 300, "Lệ", 0.8), seen(2, 930, 301, "Hoài"), seen(2, 985, 301, "Thủy")]
    assert told(keep_signature(pieces)) == "Lệ Hoài Thủy"  # the tone of the surname is put right by the repair
    doubtful = [seen(1, 900, 300, "Lê", 0.3), seen(1, 930, 301, "Hoài"), seen(1, 985, 301, "Thủy")]
    assert keep_signature(doubtful) == []


def test_a_name_stamped_in_red_is_given_once() -> None:
    twice = [
        seen(1, 900, 300, "Võ", 0.8),
        seen(1, 930, 300, "Nam", 0.8),
        seen(2, 901, 300, "Võ"),
        seen(2, 931, 300, "Nam"),
    ]
    assert [word.confidence for word in keep_signature(twice)] == [0.95, 0.95]


def test_a_deputy_post_that_a_seal_cut_repeats_the_post_above() -> None:
    cut = [
        seen(1, 900, 100, "KT."), seen(1, 945, 100, "GIÁM"), seen(1, 1000, 100, "ĐỐC"),
        seen(2, 880, 130, "PHÓ"), seen(2, 930, 130, "GIÁM"), seen(2, 990, 130, "Đ"),
    ]  # fmt: skip
    assert told(keep_signature(cut)) == "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC"


def test_a_deputy_post_without_its_first_letters() -> None:
    cut = [seen(1, 880, 130, "HỒ"), seen(1, 930, 130, "GIÁM"), seen(1, 990, 130, "ĐỐC")]
    assert told(keep_signature(cut)) == "PHÓ GIÁM ĐỐC"
    assert told(keep_signature([seen(1, 880, 130, "PHÓ")])) == ""


def test_the_block_begins_where_the_page_is_parted() -> None:
    recipients = [word(85, 510, "Nơi"), word(110, 510, "nhận:"), word(230, 525, "b/c);"), word(350, 510, "CHỦ", 0.3)]
    whole, parted = find_block(recipients, 595.0, 842.0), find_block(recipients, 595.0, 842.0, [(320, 500, 595, 700)])
    assert whole is not None and parted is not None
    assert (round(whole.left), parted.left) == (250, 320)


def test_a_block_is_looked_at_again_only_where_it_is_not_clear() -> None:
    recipients = [word(85, 510, "Nơi"), word(110, 510, "nhận:")]
    post = [word(350, 510, "GIÁM"), word(390, 510, "ĐỐC")]
    name = [word(350, 610, "Đỗ"), word(370, 610, "Văn"), word(395, 610, "Thạch")]
    assert find_block([*recipients, *post, *name], 595.0, 842.0) is None
    assert find_block([*recipients, *post], 595.0, 842.0) is not None
    assert find_block([*recipients, *post, *name, word(300, 560, "Zz2", 0.2)], 595.0, 842.0) is not None
    assert find_block([*post, *name], 595.0, 842.0) is None


def test_the_longer_reading_of_a_post_stays_and_noise_goes() -> None:
    first = [word(350, 510, "TL."), word(375, 510, "GIÁM"), word(410, 510, "ĐỐC"), word(300, 560, "Ái", 0.6)]
    second = [word(375, 510, "GIÁM"), word(410, 510, "ĐỐC"), word(350, 610, "Đỗ"), word(370, 610, "Nam")]
    put = put_signature(first, second, BLOCK)
    assert [word.text for word in put] == ["TL.", "GIÁM", "ĐỐC", "Đỗ", "Nam"]


@pytest.mark.parametrize(
    ("read", "repaired"),
    [("V^T. GIÁM ĐỐC", "KT.  GIÁM ĐỐC"), ("VT GIÁM ĐỐC", "KT GIÁM ĐỐC"), ("KT. GIÁM ĐỐC", "KT. GIÁM ĐỐC")],
)
def test_a_hand_written_mark_above_a_deputy(read: str, repaired: str) -> None:
    text = f"{read}\nPHÓ GIÁM ĐỐC"
    spans = [(0, len(read)), (len(read) + 1, len(text))]
    lines = [Line(start, end, column=2, confidence=0.8) for start, end in spans]
    assert repair_text(text, lines)[0] == f"{repaired}\nPHÓ GIÁM ĐỐC"


@pytest.mark.parametrize(
    ("rows", "repaired"),
    [
        (["Giao việc sau:", "1 Rà soát hồ sơ;", "2. Báo cáo."], "1.Rà soát hồ sơ;"),
        (["Giao việc sau:", "1 Rà soát hồ sơ;", "nộp lại.", "3. Báo cáo."], "1 Rà soát hồ sơ;"),
        (["họp tại Phòng", "1 Nhà khách tỉnh.", "2. Báo cáo."], "1 Nhà khách tỉnh."),
    ],
    ids=["next is two", "next is three", "inside a sentence"],
)
def test_a_number_without_its_point(rows: list[str], repaired: str) -> None:
    text = "\n".join(rows)
    starts = [text.index(row) for row in rows]
    lines = [Line(start, start + len(row), confidence=0.8) for start, row in zip(starts, rows, strict=True)]
    assert repair_text(text, lines)[0].split("\n")[1] == repaired


def test_the_heading_of_a_second_letter_keeps_its_left_column() -> None:
    def letter(number: str, subject: list[str]) -> list[tuple[float, float, float, str]]:
        left = ["UBND TỈNH HẢI LĂNG", "SỞ Y TẾ", f"Số: {number}/SYT-NVY", *subject]
        right = [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "",
            "Hải Lăng, ngày 02 tháng 3 năm 2024",
        ]
        pieces = [(60.0, 60.0 + 16 * row, 10.0, line) for row, line in enumerate(left)]
        pieces += [(300.0, 60.0 + 16 * row, 10.0, line) for row, line in enumerate(right) if line]
        body = ["Kính gửi: Các bệnh viện trong tỉnh.", "Đề nghị các bệnh viện báo cáo trước ngày 15/3/2024."]
        pieces += [(85.0, 220.0 + 20 * row, 12.0, line) for row, line in enumerate(body)]
        pieces += [
            (60.0, 300.0, 10.0, "Nơi nhận:"),
            (60.0, 316.0, 10.0, "- Như trên;"),
            (60.0, 332.0, 10.0, "- Lưu: VT."),
        ]
        return [*pieces, (380.0, 300.0, 12.0, "GIÁM ĐỐC"), (380.0, 400.0, 12.0, "Đỗ Văn Thạch")]

    data = print_pdf([letter("15", ["V/v báo cáo"]), letter("16", ["V/v đánh giá kết quả", "giảm tải bệnh viện"])])
    first, second = parse("a.pdf", data).documents
    assert second.code is not None and second.code.text == "16/SYT-NVY"
    assert second.issuer is not None and (second.issuer.name, second.issuer.parent) == ("SỞ Y TẾ", "UBND TỈNH HẢI LĂNG")
    assert second.subject == "đánh giá kết quả giảm tải bệnh viện"
    assert [signer.full_name for signer in first.signers] == ["Đỗ Văn Thạch"]
