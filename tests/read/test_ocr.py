"""OCR: colours of ink, pages set straight, rules and frames, what is text of what was read, repairs, whole files."""

from __future__ import annotations

import io
import shutil
from typing import Any

import pytest
from PIL import Image, ImageDraw

from making.scan import find_font
from read.printing import print_pdf
from vanban.errors import UnreadableError
from vanban.model.text import Text
from vanban.read import read_text
from vanban.read.ocr_ink import find_frames, find_strokes, part_inks, straighten
from vanban.read.ocr_repair import repair_line
from vanban.read.ocr_words import make_words, read_table
from vanban.read.pdf import join_numbers
from vanban.read.syllables import is_syllable, measure_text

SIZE = (1654, 2339)  # A4 at 200 dots an inch


def draw_page() -> tuple[Any, Any]:
    page = Image.new("RGB", SIZE, "white")
    return page, ImageDraw.Draw(page)


def test_red_and_blue_ink_goes_and_black_stays() -> None:
    page, draw = draw_page()
    draw.rectangle((100, 100, 300, 200), fill=(210, 40, 50))
    draw.rectangle((100, 300, 300, 400), fill=(40, 60, 190))
    draw.rectangle((100, 500, 900, 900), fill=(20, 20, 25))
    grey = part_inks(page).grey
    assert [grey.getpixel((200, y)) > 200 for y in (150, 350, 600)] == [True, True, False]


def test_a_page_in_blue_print_stays() -> None:
    page, draw = draw_page()
    draw.rectangle((100, 300, 900, 900), fill=(40, 60, 150))
    assert part_inks(page).grey.getpixel((200, 600)) < 140


@pytest.mark.parametrize("turned", [0.0, 1.0, -2.3])
def test_a_page_is_set_straight(turned: float) -> None:
    page, draw = draw_page()
    for row in range(300, 2000, 40):
        draw.rectangle((200, row, 1400, row + 14), fill="black")
    angle = straighten(page.convert("L").rotate(turned, fillcolor=255)).angle
    assert abs(angle + turned) <= 0.21


def test_rules_and_frames() -> None:
    page, draw = draw_page()
    for y in range(800, 1001, 50):
        draw.line((300, y, 1300, y), fill="black", width=3)
    for x in (300, 700, 1300):
        draw.line((x, 800, x, 1000), fill="black", width=3)
    draw.rectangle((200, 300, 480, 380), outline="black", width=4)
    strokes = find_strokes(page.convert("L"))
    assert len([stroke for stroke in strokes if stroke[2] - stroke[0] > 900]) == 5
    assert len([stroke for stroke in strokes if stroke[3] - stroke[1] > 150]) == 3
    ((left, top, right, bottom),) = find_frames(strokes, SIZE[0])
    assert abs(left - 200) + abs(top - 300) + abs(right - 480) + abs(bottom - 380) < 24


HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def table(*rows: tuple[int, int, int, int, int, float, str]) -> str:
    return HEAD + "\n".join(f"5\t1\t1\t1\t{row[0]}\t1\t" + "\t".join(map(str, row[1:])) for row in rows)


def test_words_of_one_line_stand_on_one_height() -> None:
    rows = [(1, 100, 100, 50, 26, 96, "Căn"), (1, 160, 106, 30, 20, 95, "cứ"), (1, 200, 104, 80, 28, 94, "ngày")]
    words = make_words(read_table(table(*rows)), 0.36)
    assert [word.text for word in words] == ["Căn", "cứ", "ngày"]
    assert len({(word.top, word.bottom, word.size) for word in words}) == 1
    assert words[0].confidence == pytest.approx(0.96)


def test_what_seals_and_dust_look_like_is_left_out() -> None:
    rows = [
        (1, 100, 100, 50, 26, 96, "Điều"), (1, 160, 100, 20, 26, 90, "1."), (1, 190, 120, 9, 3, 12, "¬"),
        (2, 100, 200, 50, 26, 21, "¡_Ÿ"), (2, 160, 200, 50, 26, 15, "xÉ{"),
        (3, 100, 300, 50, 26, 30, "Số:{/8†/SYT-NVY"),
    ]  # fmt: skip
    words = make_words(read_table(table(*rows)), 0.36)
    assert [word.text for word in words] == ["Điều", "1.", "Số:{/8†/SYT-NVY"]


def test_loose_marks_and_points_apart_are_dust() -> None:
    rows = [
        (1, 60, 120, 5, 5, 90, "."), (1, 100, 100, 50, 26, 96, "Kế"), (1, 160, 100, 60, 26, 96, "hoạch"),
        (1, 226, 120, 5, 5, 90, "."), (1, 300, 110, 12, 4, 90, "-"),
        (2, 100, 200, 12, 4, 90, "-"), (2, 120, 200, 50, 26, 96, "Như"), (2, 180, 200, 60, 26, 96, "trên;ˆ"),
        (2, 290, 200, 8, 8, 60, "ˆ"),
    ]  # fmt: skip
    words = make_words(read_table(table(*rows)), 0.36)
    assert [word.text for word in words] == ["Kế", "hoạch", ".", "-", "Như", "trên;"]


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        ("Mới nhận:", "Nơi nhận:"),
        ("mỹ nhận:", "Nơi nhận:"),
        ("Bên nhận:", "Bên nhận:"),
        ("Nơi nhậm:", "Nơi nhận:"),
        ("Kinh gửi:", "Kính gửi:"),
        ("với nhân:", "với nhân:"),
    ],
)
def test_words_that_tell_columns_are_mended(read: str, mended: str) -> None:
    first, second = read.split()
    words = make_words(read_table(table((1, 100, 100, 50, 26, 90, first), (1, 160, 100, 60, 26, 90, second))), 0.36)
    assert " ".join(word.text for word in words) == mended


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        ("HI. PHÂN", "III. PHÂN"), ("H. NỘI", "II. NỘI"), ("IIIL KẾT", "III. KẾT"), ("1I. YÊU", "II. YÊU"),
        ("1. YÊU", "1. YÊU"), ("H. nội", "H. nội"), ("Lư: VT,", "Lưu: VT,"), ("Lưu: VT,", "Lưu: VT,"),
    ],
)  # fmt: skip
def test_numbers_of_headings_and_the_last_recipient_are_mended(read: str, mended: str) -> None:
    first, second = read.split()
    words = make_words(read_table(table((1, 100, 100, 40, 26, 90, first), (1, 150, 100, 60, 26, 90, second))), 0.36)
    assert " ".join(word.text for word in words) == mended


def test_a_number_far_from_its_symbol_is_one_line() -> None:
    rows = [(1, 100, 100, 40, 26, 90, "Số:"), (1, 290, 100, 160, 26, 90, "/SYT-NVY")]
    words = make_words(read_table(table(*rows)), 0.36)
    assert len({(word.top, word.bottom) for word in words}) == 1


def test_a_broken_table_gives_what_it_has() -> None:
    assert read_table("") == []
    assert read_table(HEAD + "5\t1\tx\n5\t1\t1\t1\t1\t1\ta\tb\tc\td\te\tchữ") == []


@pytest.mark.parametrize(
    ("read", "repaired"),
    [
        ("GIÁM ĐÓC SỞ Y TẺ TỈNH KIÊN GIANG", "GIÁM ĐỐC SỞ Y TẾ TỈNH KIÊN GIANG"),
        ("CHU TỊCH UBND TINH QUẢNG NGAI", "CHỦ TỊCH UBND TỈNH QUẢNG NGAI"),
        ("CỘNG HOÀ XÃ HỌI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("QUYÉT ĐỊNH:", "QUYẾT ĐỊNH:"),
        ("chuyên đổi sô quốc gia", "chuyển đổi số quốc gia"),
        ("chuyên đề, một số kết quả bắt đầu từ ngày 5", "chuyên đề, một số kết quả bắt đầu từ ngày 5"),
        ("- Thanh tra tính; Công TTĐT", "- Thanh tra tỉnh; Cổng TTĐT"),
        ("Số: 0Đ/1O2-SYT", "Số: 0Đ/1O2-SYT"),
        ("THÔNG TU LỊCH", "THÔNG TƯ LỊCH"),
        ("UBND Thành phó triên khai Điêu 3", "UBND Thành phố triển khai Điều 3"),
        ("QUYẾT ĐỊNH,", "QUYẾT ĐỊNH "),
        ("Trần Sỹ Lực.", "Trần Sỹ Lực "),
    ],
)
def test_repairs_are_of_set_words_and_impossible_syllables(read: str, repaired: str) -> None:
    assert repair_line(read) == repaired
    assert len(repaired) == len(read)


def test_syllables() -> None:
    told = "nghiêng khuya quyển giếng gìn huỳnh oanh xoong yêu ươm thuở quỳnh Đắk uỷ thuỷ hoà hòa mía của giữa"
    assert [word for word in told.split() if not is_syllable(word)] == ["Đắk"]
    assert not any(map(is_syllable, ["ngia", "kông", "bàc", "nghiã", "tớch", "CQNG", "HOIA", "ww"]))
    garbage = "CQNG HOA xA HQI CHU NGHiA VIeT NAM DQc lap Tir do Hanh phuc Can cu Luat To chirc chinh quyen dia phirong"
    assert not measure_text(garbage).is_vietnamese


def test_page_numbers() -> None:
    assert join_numbers([1]) == "1"
    assert join_numbers([1, 2, 4, 5, 6]) == "1, 2, 4-6"


needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract")
needs_font = pytest.mark.skipif(find_font(36) is None, reason="fc-match")

LEFT = ["ỦY BAN NHÂN DÂN", "TỈNH HẢI LĂNG", "Số: 15/UBND-VX", "V/v báo cáo kết quả"]
RIGHT = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "", "Hải Lăng, ngày 03 tháng 02 năm 2025"]
BODY = ["Kính gửi: Các sở, ban, ngành cấp tỉnh.", "Đề nghị các đơn vị báo cáo trước ngày 10/02/2025."]


def scan(turned: float = 0.0, seal: bool = True, mark: bool = False) -> Any:
    """A page as a scanner gives it."""
    page, draw = draw_page()
    font = find_font(34)
    if seal:  # below the text: ink of a stamp does not cover black
        draw.ellipse((900, 650, 1200, 950), outline=(200, 30, 40), width=8)
    for row, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        draw.text((180, 180 + 52 * row), left, fill="black", font=font)
        draw.text((800, 180 + 52 * row), right, fill="black", font=font)
    for row, line in enumerate(BODY):
        draw.text((300, 620 + 60 * row), line, fill="black", font=font)
    if mark:
        draw.rectangle((180, 480, 460, 560), outline="black", width=4)
        draw.text((210, 496), "HỎA TỐC", fill="black", font=font)
    return page.rotate(turned, Image.Resampling.BICUBIC, fillcolor="white")


def save(page: Any, form: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    page.save(stream, form, **options)
    return stream.getvalue()


def show(text: Text) -> list[tuple[int, str]]:
    return [(line.column, text.text[line.start : line.end]) for line in text.lines]


@needs_tesseract
@needs_font
@pytest.mark.parametrize("turned", [0.0, 1.0])
def test_a_scan_with_a_seal(turned: float) -> None:
    text = read_text(save(scan(turned), "PDF", resolution=200), "a.pdf")
    assert (text.reader, text.pages, text.problems[0].code) == ("pdf+ocr", 1, "ocr-pages")
    shown = show(text)
    assert [line for column, line in shown if column == 1] == LEFT
    assert [line for column, line in shown if column == 2] == [line for line in RIGHT if line]
    assert [line for column, line in shown if column == 0] == BODY
    first = text.lines[0]
    assert first.confidence is not None and first.confidence > 0.8
    assert first.page == 1 and first.box is not None and 50 < first.box[0] < 90
    assert (first.bold, first.italic) == (None, None)


@needs_tesseract
@needs_font
@pytest.mark.parametrize("angle", [90, 180])
def test_a_sheet_that_was_fed_the_wrong_way_round(angle: int) -> None:
    text = read_text(save(scan().rotate(angle, expand=True), "PNG", dpi=(200, 200)), "a.png")
    assert BODY[0] in text.text


@needs_tesseract
@needs_font
def test_a_mark_in_a_frame_is_read_apart() -> None:
    text = read_text(save(scan(mark=True), "PNG", dpi=(200, 200)), "a.png")
    assert (text.reader, text.media_type) == ("image+ocr", "image/png")
    assert ("box", "HỎA TỐC") in [(line.part, text.text[line.start : line.end]) for line in text.lines]


@needs_tesseract
@needs_font
def test_a_tiff_of_two_pages_and_a_photo_without_a_measure() -> None:
    page = scan(seal=False).convert("L")
    text = read_text(save(page, "TIFF", save_all=True, append_images=[page]), "a.tif")
    assert text.pages == 2
    assert {line.page for line in text.lines} == {1, 2}
    photo = read_text(save(scan().resize((2480, 3508)), "JPEG"), "a.JPG")
    assert BODY[0] in photo.text


@needs_tesseract
@needs_font
def test_only_pages_without_a_usable_layer_are_recognised() -> None:
    import pypdfium2

    letter = print_pdf([[(85, 100, 13, "Điều 1. Trang này có lớp chữ.")]])
    joined = pypdfium2.PdfDocument(letter)
    joined.import_pages(pypdfium2.PdfDocument(save(scan(), "PDF", resolution=200)))
    stream = io.BytesIO()
    joined.save(stream)
    text = read_text(stream.getvalue(), "a.pdf")
    assert (text.reader, text.pages) == ("pdf+ocr", 2)
    assert "Trang 2 " in text.problems[0].message
    assert [line.confidence is None for line in text.lines if line.page == 1] == [True]


@needs_tesseract
def test_an_empty_picture_is_refused() -> None:
    with pytest.raises(UnreadableError, match="không thấy chữ"):
        read_text(save(Image.new("L", SIZE, 255), "PNG"), "a.png")


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.txt"])
def test_a_picture_under_the_name_of_a_document_is_refused(name: str) -> None:
    with pytest.raises(UnreadableError, match="tệp là ảnh PNG"):
        read_text(save(Image.new("L", (9, 9), 255), "PNG"), name)


def test_without_tesseract_the_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vanban.read.ocr.find_program", lambda *names: None)
    page, draw = draw_page()
    draw.rectangle((100, 300, 900, 900), fill="black")
    for data, name in ((save(page, "PNG"), "a.png"), (save(page, "PDF", resolution=200), "a.pdf")):
        with pytest.raises(UnreadableError, match="tesseract-ocr-vie"):
            read_text(data, name)


def test_a_program_that_hangs_is_ended() -> None:
    from vanban.read.programs import run_program

    with pytest.raises(TimeoutError):
        run_program(["sh", "-c", "sleep 60 & sleep 60"], seconds=0.2)
    assert run_program(["sh", "-c", "cat; exit 3"], seconds=5, data=b"a") is None
    assert run_program(["/no/such/program"], seconds=5) is None
