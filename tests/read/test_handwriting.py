"""Figures by hand: the net on drawn strokes, blanks found between print, what is believed and what is put in doubt."""

from __future__ import annotations

import shutil
from typing import Any

import pytest
from PIL import Image

from making.scan import BLUE, find_font, press_seal, save_pages, scan_page, sign, stamp, write_figures
from vanban.errors import SecretError
from vanban.extract import propose_numbers
from vanban.model.document import Code, Document, Promulgation, Reference
from vanban.model.text import Problem
from vanban.pipeline import parse
from vanban.read import handwriting
from vanban.read.digits import read_digits
from vanban.read.handwriting import Inked, read_handwriting
from vanban.read.pdf_words import Word

WIDTH, HEIGHT = 595.0, 842.0
SCALE = 0.36

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract")
needs_font = pytest.mark.skipif(find_font(36) is None, reason="fc-match")


def word(x: float, x1: float, text: str, confidence: float = 0.9) -> Word:
    return Word(text, x, 100.0, x1, 113.0, 13.0, False, False, confidence)


def line(*pieces: tuple[float, float, str, float]) -> list[Word]:
    return [word(x, x1, text, confidence) for x, x1, text, confidence in pieces]


def told(words: list[Word]) -> list[tuple[str, float]]:
    return [(word.text, word.confidence or 0.0) for word in words]


def look_for(monkeypatch: pytest.MonkeyPatch, *seen: tuple[str, float]) -> None:
    """The net says these things, look by look."""
    looks = iter(seen)
    monkeypatch.setattr(handwriting, "_look", lambda *_: next(looks))


def read(words: list[Word]) -> list[Word]:
    return read_handwriting(words, WIDTH, HEIGHT, SCALE, Inked(Image.new("L", (1654, 2339), 255), 0.0))


def test_blank_paper_says_nothing() -> None:
    assert not any(map(str.isdigit, read_digits([[0.0] * 60] * 32)[0].text))


NUMBER = [(85.0, 103.0, "Số:", 0.95), (104.0, 130.0, "4O8Z", 0.4), (132.0, 190.0, "/SYT-NVY", 0.93)]


def test_a_number_on_which_two_looks_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    look_for(monkeypatch, ("2082", 0.9), ("2082", 0.7))
    assert told(read(line(*NUMBER))) == [("Số:", 0.85), ("2082", 0.85), ("/SYT-NVY", 0.85)]


def test_a_number_that_the_net_confirms_stays_as_it_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    look_for(monkeypatch, ("96", 0.6))
    printed = [(85.0, 103.0, "Số:", 0.93), (107.0, 170.0, "96/KH-UBND", 0.87)]
    assert told(read(line(*printed))) == [("Số:", 0.93), ("96/KH-UBND", 0.87)]


def test_a_number_on_which_they_do_not_is_not_believed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    look_for(monkeypatch, ("2082", 0.9), ("2032", 0.9), ("2832", 0.9))
    assert told(read(line(*NUMBER))) == [("Số:", 0.3), ("4O8Z", 0.3), ("/SYT-NVY", 0.3)]


@pytest.mark.parametrize(
    ("seen", "sure"), [(("123", 0.9), 0.95), (("128", 0.9), 0.3), (("128", 0.3), 0.95), (("23", 0.9), 0.95)]
)
def test_a_clear_number_stays_unless_the_net_is_sure_of_another(
    seen: tuple[str, float], sure: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_for(monkeypatch, seen)
    printed = [(85.0, 103.0, "Số:", 0.95), (104.0, 124.0, "123", 0.95), (132.0, 190.0, "/SYT-NVY", 0.95)]
    assert told(read(line(*printed)))[1] == ("123", sure)


@pytest.mark.parametrize(
    ("third", "number"), [(("05", 0.9), "05"), (("05", 0.4), "4O8Z"), (("051", 0.9), "051"), (("08", 0.9), "4O8Z")]
)
def test_a_third_look_decides_where_it_is_sure(
    third: tuple[str, float], number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_for(monkeypatch, ("051", 0.6), ("05", 0.9), third)
    assert told(read(line(*NUMBER)))[1][0] == number


DATE = [
    (300.0, 335.0, "Hải", 0.95), (338.0, 365.0, "Lăng,", 0.95), (368.0, 393.0, "ngày", 0.95), (395.0, 409.0, "ÒŸ", 0.2),
    (411.0, 441.0, "tháng", 0.95), (444.0, 451.0, "3", 0.95), (454.0, 477.0, "năm", 0.95), (480.0, 506.0, "2024", 0.95),
]  # fmt: skip


def test_a_day_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    look_for(monkeypatch, ("28", 0.8), ("28", 0.6))
    assert " ".join(text for text, _ in told(read(line(*DATE)))) == "Hải Lăng, ngày 28 tháng 3 năm 2024"


def test_a_day_that_was_read_apart_too_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    look_for(monkeypatch, ("28", 0.8), ("28", 0.6))
    apart = Word("28", 396.0, 101.0, 408.0, 114.5, 13.5, False, False, 0.8)
    assert " ".join(text for text, _ in told(read([*line(*DATE), apart]))) == "Hải Lăng, ngày 28 tháng 3 năm 2024"


def test_a_day_that_is_none_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    look_for(monkeypatch, ("88", 0.95), ("88", 0.95), ("88", 0.95))
    assert " ".join(text for text, _ in told(read(line(*DATE)))) == "Hải Lăng, ngày ÒŸ tháng 3 năm 2024"


def test_dates_of_running_text_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    look_for(monkeypatch)
    body = [(x - 200.0, x1 - 200.0, text, sure) for x, x1, text, sure in DATE]
    assert told(read(line(*body))) == told(line(*body))


def letter(number: str, day: str, *, mark: str = "", arrival: bool = False) -> Any:
    """A letter of which the number and the day are left blank for a pen."""
    from PIL import ImageDraw

    page = Image.new("RGB", (1654, 2339), "white")
    draw, font = ImageDraw.Draw(page), find_font(34)
    left = ["UBND TỈNH HẢI LĂNG", "SỞ Y TẾ"]
    right = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    for row, (one, other) in enumerate(zip(left, right, strict=True)):
        draw.text((180, 180 + 52 * row), one, fill="black", font=font)
        draw.text((800, 180 + 52 * row), other, fill="black", font=font)
    for x, y, text in (
        (180, 310, "Số:"), (350, 310, "/SYT-NVY"), (180, 362, "V/v báo cáo kết quả"),
        (800, 310, "Hải Lăng, ngày"), (1110, 310, "tháng 3 năm 2024"),
        (300, 520, "Kính gửi: Các bệnh viện trong tỉnh."),
        (300, 620, "Đề nghị các bệnh viện báo cáo trước ngày 15/3/2024."),
        (180, 760, "Nơi nhận:"), (180, 812, "- Như trên;"), (180, 864, "- Lưu: VT."),
        (1050, 760, "GIÁM ĐỐC"), (1020, 1060, "Đỗ Văn Thạch"),
    ):  # fmt: skip
        draw.text((x, y), text, fill="black", font=font)
    if number:
        page = write_figures(page, 245, 342, number)
    page = write_figures(page, 1050, 342, day, ink=BLUE)
    page = sign(press_seal(page, 1010, 930), 1000, 960)
    if mark:
        page = stamp(page, 180, 430, [mark])
    if arrival:
        page = stamp(page, 1180, 380, ["ĐẾN", "Số: 512", "Ngày: 19/3/2024"])
    return scan_page(page, noise=60)


@needs_tesseract
@needs_font
def test_a_letter_with_number_and_day_by_hand_under_seal_and_stamp() -> None:
    (document,) = parse("a.pdf", save_pages([letter("372", "25", arrival=True)])).documents
    assert document.code is not None and document.code.notation == "SYT-NVY"
    assert document.code.number in ("372", None)  # never another, never that of the stamp
    assert document.promulgation is not None and document.promulgation.place == "Hải Lăng"
    assert document.promulgation.date in ("2024-03-25", None)
    assert document.document_type is not None and document.document_type.name == "Công văn"
    assert [signer.full_name for signer in document.signers] == ["Đỗ Văn Thạch"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("cv 372-SYT.pdf", "tên tệp gợi ý số 372"), ("372.pdf", ""), ("2243_SYT 15_SYT.pdf", ""), ("a.pdf", "")],
)
def test_the_name_of_a_file_proposes_a_number(name: str, said: str) -> None:
    unread = Document(
        id="vb-1",
        text="",
        code=Code(None, "SYT-NVY", "/SYT-NVY"),
        problems=[Problem("number-unreadable", "Số không đọc được.")],
    )
    (document,) = propose_numbers([unread], name)
    assert document.code == unread.code
    assert [problem.message for problem in document.problems] == [
        f"Số không đọc được ({said})." if said else "Số không đọc được."
    ]


def test_another_document_of_the_file_proposes_a_number() -> None:
    unread = Document(
        id="vb-1",
        text="",
        code=Code(None, "SYT-NVY", "/SYT-NVY"),
        promulgation=Promulgation("Hải Lăng", "2024-03-02"),
        problems=[Problem("number-unreadable", "Số không đọc được.")],
    )

    def citing(*dates: str) -> Document:
        codes = [Code(f"2{number}", "SYT-NVY", f"2{number}/SYT-NVY") for number in range(len(dates))]
        found = [Reference(text=code.text, code=code, date=date) for code, date in zip(codes, dates, strict=True)]
        return Document(id="vb-2", text="", references=found)

    told = [propose_numbers([unread, other], "a.pdf")[0].problems[0].message for other in (
        citing("2024-03-02", "2023-01-01"), citing("2023-01-01"), citing("2024-03-02", "2024-03-02"), citing(),
    )]  # fmt: skip
    assert told == ["Số không đọc được (một văn bản khác trong tệp dẫn số 20/SYT-NVY).", *3 * ["Số không đọc được."]]


@needs_tesseract
@needs_font
def test_a_secret_mark_on_a_scan_is_found_and_refused() -> None:
    with pytest.raises(SecretError):
        parse("a.pdf", save_pages([letter("372", "25", mark="MẬT")]))
    (document,) = parse("a.pdf", save_pages([letter("372", "25", mark="HỎA TỐC")])).documents
    assert document.priority == "Hỏa tốc"
