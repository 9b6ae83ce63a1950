"""Paper, margins and page numbers (*khổ giấy, lề trang, số trang*): NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.form.repair import NumberPages, SetPage
from vanban.form.rule import ERROR, GUIDE, INFO, PARTY, WARNING, Remark, Rule, state
from vanban.form.sheet import Sheet
from vanban.model.layout import PageNumber, Section

_A4 = (210.0, 297.0)
_SLACK = 1.0  # mm; Word rounds centimetres and inches
_ONE_PAGE = 5200
"""Characters that no page of 14 points holds: a longer text surely has two pages."""
_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_PARTY_MARGINS = {"top": 20.0, "bottom": 20.0, "left": 30.0, "right": 15.0}


def check_paper(sheet: Sheet) -> Iterator[Remark]:
    """Khổ giấy A4.

    Văn bản trình bày trên khổ A4 (210 mm x 297 mm). Tệp tạo từ mẫu của Word tiếng Anh thường còn khổ Letter.

    Đúng: 210 mm x 297 mm
    Sai: 216 mm x 279 mm (Letter)
    """
    for section in sheet.sections:
        short, long = sorted((section.width, section.height))
        if abs(short - _A4[0]) > _SLACK or abs(long - _A4[1]) > _SLACK:
            width, height = (_A4[1], _A4[0]) if section.landscape else _A4
            message = f"Khổ giấy {section.width:g} x {section.height:g} mm, phải là A4 (210 x 297 mm)."
            yield Remark(message, None, (SetPage(section.index, width=width, height=height),))


def check_orientation(sheet: Sheet) -> Iterator[Remark]:
    """Trình bày theo chiều dài của khổ giấy.

    Chỉ trang có bảng, biểu không làm thành phụ lục riêng mới trình bày theo chiều rộng.

    Đúng: trang dọc; trang ngang có bảng nhiều cột
    Sai: trang ngang mà không có bảng
    """
    for section in sheet.sections:
        if section.landscape and not section.has_table:
            yield Remark("Trang để ngang mà không có bảng, biểu; hãy trình bày theo chiều dài của khổ A4.")


def _check_margin(sheet: Sheet, side: str, lowest: float, highest: float) -> Iterator[Remark]:
    for section in sheet.sections:
        # On a page that lies on its side the margins lie with it.
        value = float(getattr(section, side))
        if not section.landscape and not lowest - _SLACK / 2 <= value <= highest + _SLACK / 2:
            nearest = lowest if value < lowest else highest
            message = f"Lề {_SIDES[side]} {value:g} mm, phải từ {lowest:g} đến {highest:g} mm."
            yield Remark(message, None, (SetPage(section.index, **{side: nearest}),))


def check_top_margin(sheet: Sheet) -> Iterator[Remark]:
    """Lề trên 20 - 25 mm.

    Khoảng cách từ mép trên của trang đến vùng trình bày.

    Đúng: 20 mm
    Sai: 25,4 mm trở lên hoặc dưới 20 mm
    """
    yield from _check_margin(sheet, "top", 20, 25)


def check_bottom_margin(sheet: Sheet) -> Iterator[Remark]:
    """Lề dưới 20 - 25 mm.

    Khoảng cách từ mép dưới của trang đến vùng trình bày.

    Đúng: 20 mm
    Sai: 15 mm
    """
    yield from _check_margin(sheet, "bottom", 20, 25)


def check_left_margin(sheet: Sheet) -> Iterator[Remark]:
    """Lề trái 30 - 35 mm.

    Lề trái rộng hơn để đóng tập, lưu hồ sơ.

    Đúng: 30 mm
    Sai: 25,4 mm
    """
    yield from _check_margin(sheet, "left", 30, 35)


def check_right_margin(sheet: Sheet) -> Iterator[Remark]:
    """Lề phải 15 - 20 mm.

    Khoảng cách từ mép phải của trang đến vùng trình bày.

    Đúng: 15 mm hoặc 20 mm
    Sai: 25,4 mm
    """
    yield from _check_margin(sheet, "right", 15, 20)


def check_party_margins(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản của Đảng: lề trên 20, dưới 20, trái 30, phải 15 mm.

    Theo các mẫu đang dùng từ ngày 27/5/2026; văn bản trước đó có thể theo Hướng dẫn 36-HD/VPTW.

    Đúng: trên 20 mm, dưới 20 mm, trái 30 mm, phải 15 mm
    Sai: trái 25,4 mm, phải 25,4 mm
    """
    for section in sheet.sections:
        for side, asked in _PARTY_MARGINS.items():
            value = float(getattr(section, side))
            if not section.landscape and abs(value - asked) > _SLACK:
                message = f"Lề {_SIDES[side]} {value:g} mm, mẫu của Đảng là {asked:g} mm."
                yield Remark(message, None, (SetPage(section.index, **{side: asked}),))


def _has_text_of_pages(sheet: Sheet) -> bool:
    return len(sheet.text) > _ONE_PAGE


def _numbers(sheet: Sheet) -> list[tuple[Section, PageNumber]]:
    return [(section, number) for section in sheet.sections for number in section.numbers if number.form != "first"]


def _renumber(section: Section) -> tuple[NumberPages, ...]:
    """Safe where running head and foot hold nothing but the number."""
    if section.headed or not all(number.alone for number in section.numbers):
        return ()
    return (NumberPages(section.index),)


def check_page_number(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản nhiều trang phải đánh số trang.

    Số trang đánh từ số 1, liên tục đến hết văn bản.

    Đúng: trang thứ hai có số 2 ở giữa lề trên
    Sai: văn bản ba trang không có số trang
    """
    if sheet.first and sheet.sections and _has_text_of_pages(sheet) and not any(s.numbers for s in sheet.sections):
        repairs = tuple(one for section in sheet.sections[:1] for one in _renumber(section))
        yield Remark("Văn bản có nhiều trang mà không đánh số trang.", None, repairs)


def check_page_number_place(sheet: Sheet) -> Iterator[Remark]:
    """Số trang đặt ở phần lề trên.

    Số trang canh giữa theo chiều ngang trong phần lề trên, không đặt ở chân trang.

    Đúng: số trang ở giữa lề trên
    Sai: số trang ở chân trang
    """
    for section in sheet.sections:
        if any(number.place == "footer" and number.form != "first" for number in section.numbers):
            yield Remark("Số trang đặt ở chân trang, phải đặt ở giữa phần lề trên.", None, _renumber(section))


def check_page_number_alignment(sheet: Sheet) -> Iterator[Remark]:
    """Số trang canh giữa.

    Số trang canh giữa theo chiều ngang trong phần lề trên.

    Đúng: canh giữa
    Sai: canh phải
    """
    for section, number in _numbers(sheet):
        if number.place == "header" and number.alignment != "center":
            yield Remark("Số trang không canh giữa theo chiều ngang.", None, _renumber(section))


def check_first_page_number(sheet: Sheet) -> Iterator[Remark]:
    """Không hiển thị số trang thứ nhất.

    Trang thứ nhất được tính là trang 1 nhưng không in số.

    Đúng: trang thứ nhất không có số
    Sai: trang thứ nhất in số 1
    """
    for section in sheet.sections[:1] if sheet.first else ():
        shown = [number for number in section.numbers if number.place == "header"]
        plain = any(number.form == "default" for number in shown) and not section.title_page
        if plain or (section.title_page and any(number.form == "first" for number in shown)):
            yield Remark("Trang thứ nhất hiển thị số trang; hãy chọn Different First Page.", None, _renumber(section))


def check_page_number_letters(sheet: Sheet) -> Iterator[Remark]:
    """Số trang cỡ chữ 13 - 14, kiểu chữ đứng.

    Số trang cùng phông chữ với văn bản, cỡ 13 đến 14, kiểu chữ đứng.

    Đúng: cỡ 14, chữ đứng
    Sai: cỡ 11, hoặc chữ nghiêng
    """
    for section, number in _numbers(sheet):
        size = number.letters.size or 10.0
        if number.place == "header" and (not 13 <= size <= 14 or number.letters.italic):
            style = "chữ nghiêng" if number.letters.italic else "chữ đứng"
            message = f"Số trang cỡ {size:g}, {style}; phải cỡ 13 đến 14, kiểu chữ đứng."
            yield Remark(message, None, _renumber(section))


def check_page_number_form(sheet: Sheet) -> Iterator[Remark]:
    """Số trang bằng chữ số Ả Rập, không thêm chữ.

    Chỉ in con số: không ghi “Trang”, không thêm gạch ngang, không dùng chữ số La Mã.

    Đúng: 2
    Sai: Trang 2/5; - 2 -; II
    """
    for section, number in _numbers(sheet):
        if section.number_format not in (None, "decimal", "numberInDash") and sheet.first:
            yield Remark("Số trang không dùng chữ số Ả Rập.")
        elif section.number_format == "numberInDash" or number.words.strip(" -–—/|"):
            yield Remark("Số trang có thêm chữ hoặc gạch ngang; chỉ ghi con số.")


RULES = (
    Rule("VB101", check_paper, ERROR, {**state("Mục I.1", normative=True), "party": GUIDE}, layout=True),
    Rule("VB102", check_orientation, WARNING, state("Mục I.2"), layout=True),
    Rule("VB103", check_top_margin, ERROR, state("Mục I.3"), layout=True),
    Rule("VB104", check_bottom_margin, ERROR, state("Mục I.3"), layout=True),
    Rule("VB105", check_left_margin, ERROR, state("Mục I.3"), layout=True),
    Rule("VB106", check_right_margin, ERROR, state("Mục I.3"), layout=True),
    Rule("VB107", check_party_margins, INFO, PARTY, layout=True),
    Rule("VB108", check_page_number, WARNING, {**state("Mục I.7", normative=True), "party": GUIDE}, layout=True),
    Rule("VB109", check_page_number_place, ERROR, state("Mục I.7"), layout=True),
    Rule("VB110", check_page_number_alignment, ERROR, state("Mục I.7"), layout=True),
    Rule("VB111", check_first_page_number, ERROR, state("Mục I.7"), layout=True),
    Rule("VB112", check_page_number_letters, WARNING, state("Mục I.7"), layout=True),
    Rule("VB113", check_page_number_form, WARNING, state("Mục I.7"), layout=True),
)
