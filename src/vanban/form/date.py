"""Place and date of issue (*địa danh và thời gian ban hành*): NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.4."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from vanban.form.rule import ERROR, INFO, PARTY, WARNING, Remark, Rule, state
from vanban.form.sheet import Sheet, find_zones, is_blank_heading, replace_words, split_rows
from vanban.model.text import Span
from vanban.notation.folding import fold

_DATE = re.compile(
    r"(?P<word>ngày)(?P<a>\s*)(?P<day>\d{1,2})\s*(?P<m>tháng)\s*(?P<month>\d{1,2})\s*(?P<y>năm)\s*(?P<year>\d{4})",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\b\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{4}\b")
_COMMA = re.compile(r"^(?P<place>[^\d,]{2,60}?)(?P<comma>\s*,?\s*)(?=ngày\b)", re.IGNORECASE)
_CITY = re.compile(r"^(?:TP|Tp|tp|T\.P|TX|Tx)\b\.?|^(?:HN|HCM|TPHCM|TP\.HCM)\b")


def _row(sheet: Sheet) -> Span | None:
    """The line of place and date; None where it is broken over lines."""
    for zone in find_zones(sheet, "place_date")[:1]:
        rows = split_rows(sheet, zone.span)
        return rows[0] if len(rows) == 1 else None
    return None


def _date(sheet: Sheet) -> tuple[Span, re.Match[str]] | None:
    row = _row(sheet)
    found = _DATE.search(sheet.text[slice(*row)]) if row else None
    return (row, found) if row and found else None


def check_place_date(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản có địa danh và thời gian ban hành.

    Địa danh và thời gian ban hành cùng một dòng với số, ký hiệu, dưới Quốc hiệu và Tiêu ngữ; dự thảo để trống ngày,
    tháng nhưng vẫn có dòng này.

    Đúng: Hải Lăng, ngày 05 tháng 01 năm 2026; Hải Lăng, ngày … tháng … năm 2026
    Sai: phần đầu không có dòng địa danh, ngày tháng
    """
    found = find_zones(sheet, "place_date") or sheet.document.promulgation is not None
    if sheet.headed and not is_blank_heading(sheet) and not found:
        yield Remark("Không thấy địa danh và thời gian ban hành văn bản.")


def check_day_zero(sheet: Sheet) -> Iterator[Remark]:
    """Ngày nhỏ hơn 10 ghi thêm số 0 phía trước.

    Số thể hiện ngày nhỏ hơn 10 phải ghi thêm số 0 phía trước.

    Đúng: ngày 05 tháng 6 năm 2026
    Sai: ngày 5 tháng 6 năm 2026
    """
    for row, found in filter(None, [_date(sheet)]):
        if len(found["day"]) == 1:
            span = (row[0] + found.start("day"), row[0] + found.end("day"))
            repairs = replace_words(sheet, span, f"0{found['day']}")
            yield Remark(f"Ngày {found['day']} phải ghi 0{found['day']}.", row, repairs)


def check_month_zero(sheet: Sheet) -> Iterator[Remark]:
    """Tháng 1, tháng 2 ghi thêm số 0 phía trước.

    Số thể hiện tháng 1, tháng 2 phải ghi thêm số 0 phía trước.

    Đúng: ngày 15 tháng 02 năm 2026
    Sai: ngày 15 tháng 2 năm 2026
    """
    for row, found in filter(None, [_date(sheet)]):
        if found["month"] in ("1", "2"):
            span = (row[0] + found.start("month"), row[0] + found.end("month"))
            repairs = replace_words(sheet, span, f"0{found['month']}")
            yield Remark(f"Tháng {found['month']} phải ghi 0{found['month']}.", row, repairs)


def check_month_without_zero(sheet: Sheet) -> Iterator[Remark]:
    """Tháng 3 đến tháng 9 không ghi thêm số 0.

    Chỉ ngày nhỏ hơn 10 và tháng 1, 2 ghi thêm số 0 phía trước.

    Đúng: ngày 29 tháng 6 năm 2026
    Sai: ngày 29 tháng 06 năm 2026
    """
    for row, found in filter(None, [_date(sheet)]):
        if re.fullmatch("0[3-9]", found["month"]):
            span = (row[0] + found.start("month"), row[0] + found.end("month"))
            repairs = replace_words(sheet, span, found["month"][1:])
            yield Remark(f"Tháng {found['month'][1:]} không ghi số 0 phía trước.", row, repairs)


def check_date_form(sheet: Sheet) -> Iterator[Remark]:
    """Thời gian ban hành viết đầy đủ ngày, tháng, năm.

    Viết đủ các từ “ngày … tháng … năm …”, không dùng dấu gạch chéo.

    Đúng: Hải Lăng, ngày 05 tháng 01 năm 2026
    Sai: Hải Lăng, 05/01/2026
    """
    row = _row(sheet)
    words = sheet.text[slice(*row)] if row else ""
    if row and _SHORT.search(words) and not _DATE.search(words):
        yield Remark("Thời gian ban hành phải viết đầy đủ “ngày … tháng … năm …”.", row)


def check_date_real(sheet: Sheet) -> Iterator[Remark]:
    """Ngày ban hành là ngày có thật.

    Ngày, tháng, năm ban hành phải có trong lịch.

    Đúng: ngày 30 tháng 4 năm 2026
    Sai: ngày 31 tháng 4 năm 2026
    """
    for row, found in filter(None, [_date(sheet)]):
        try:
            dt.date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            yield Remark("Ngày ban hành không có trong lịch.", row)


def check_comma(sheet: Sheet) -> Iterator[Remark]:
    """Sau địa danh có dấu phẩy.

    Sau địa danh có dấu phẩy (,), rồi đến ngày, tháng, năm.

    Đúng: Hải Lăng, ngày 05 tháng 01 năm 2026
    Sai: Hải Lăng ngày 05 tháng 01 năm 2026
    """
    row = _row(sheet)
    found = _COMMA.match(sheet.text[slice(*row)]) if row else None
    if row and found and "," not in found["comma"] and found["place"].strip(" .…_[]"):
        span = (row[0] + found.start("comma"), row[0] + found.end("comma"))
        yield Remark("Sau địa danh phải có dấu phẩy.", row, replace_words(sheet, span, ", "))


def check_day_word(sheet: Sheet) -> Iterator[Remark]:
    """Các từ “ngày”, “tháng”, “năm” in thường.

    Sau dấu phẩy các từ “ngày”, “tháng”, “năm” viết thường.

    Đúng: Hải Lăng, ngày 05 tháng 01 năm 2026
    Sai: Hải Lăng, Ngày 05 Tháng 01 Năm 2026
    """
    for row, found in filter(None, [_date(sheet)]):
        if found.start() and not all(found[key].islower() for key in ("word", "m", "y")):
            words = found[0]
            span = (row[0] + found.start(), row[0] + found.end())
            yield Remark("Các từ “ngày”, “tháng”, “năm” viết thường.", row, replace_words(sheet, span, words.lower()))


def check_place_capital(sheet: Sheet) -> Iterator[Remark]:
    """Chữ cái đầu của địa danh viết hoa.

    Các chữ cái đầu của địa danh phải viết hoa, không in hoa cả chữ.

    Đúng: Hải Lăng, ngày 05 tháng 01 năm 2026
    Sai: hải lăng, ngày 05 tháng 01 năm 2026; HẢI LĂNG, ngày 05 tháng 01 năm 2026
    """
    row = _row(sheet)
    found = _COMMA.match(sheet.text[slice(*row)]) if row else None
    place = found["place"].strip(" .…_[]") if found else ""
    letters = [letter for letter in place if letter.isalpha()]
    if not row or len(letters) < 3 or "[" in sheet.text[slice(*row)]:
        return
    if place[0].islower() or (place.isupper() and not _CITY.match(place)):
        yield Remark("Các chữ cái đầu của địa danh viết hoa, các chữ khác viết thường.", row)


def check_place_name(sheet: Sheet) -> Iterator[Remark]:
    """Địa danh ghi tên chính thức, không viết tắt.

    Địa danh là tên gọi chính thức của đơn vị hành chính nơi cơ quan đóng trụ sở.

    Đúng: Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026
    Sai: TP. HCM, ngày 29 tháng 6 năm 2026
    """
    row = _row(sheet)
    found = _COMMA.match(sheet.text[slice(*row)]) if row else None
    if row and found and _CITY.match(found["place"].strip()):
        yield Remark("Địa danh viết tắt; phải ghi tên gọi chính thức.", row)


def check_place(sheet: Sheet) -> Iterator[Remark]:
    """Trước ngày ban hành có địa danh.

    Dòng thời gian ban hành bắt đầu bằng địa danh.

    Đúng: Hải Lăng, ngày 05 tháng 01 năm 2026
    Sai: Ngày 05 tháng 01 năm 2026
    """
    row = _row(sheet)
    if row and fold(sheet.text[slice(*row)]).startswith("ngay"):
        yield Remark("Thiếu địa danh trước ngày, tháng, năm ban hành.", row)


_ALL = {**state("Mục II.4.b", normative=True), **PARTY}
_PLACE = {**state("Mục II.4.c", normative=True), **PARTY}

RULES = (
    Rule("VB501", check_place_date, ERROR, {**state("Mục II.4", normative=True), **PARTY}),
    Rule("VB502", check_day_zero, ERROR, _ALL),
    Rule("VB503", check_month_zero, ERROR, _ALL),
    Rule("VB504", check_month_without_zero, WARNING, state("Mục II.4.b")),
    Rule("VB505", check_date_form, ERROR, _ALL),
    Rule("VB506", check_date_real, ERROR, _ALL),
    Rule("VB507", check_comma, WARNING, _PLACE),
    Rule("VB508", check_day_word, WARNING, _PLACE),
    Rule("VB509", check_place_capital, WARNING, _PLACE),
    Rule("VB510", check_place_name, INFO, state("Mục II.4.a")),
    Rule("VB511", check_place, WARNING, _PLACE),
)
