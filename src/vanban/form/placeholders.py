"""What a draft has left open (*chỗ để trống, chưa điền*): Điều 8 and 18 of NĐ 30/2020/NĐ-CP ask for whole papers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.form.passages import body_span
from vanban.form.rule import ERROR, GUIDE, INFO, NORMATIVE, WARNING, Remark, Rule
from vanban.form.sheet import Form, Sheet, find_zones
from vanban.notation.folding import fold

_OPEN = re.compile(r"\[(?:CẦN BỔ SUNG|Cần bổ sung)[^\[\]]*\]")
_TEMPLATE = re.compile(
    r"\{\{[^{}\n]{0,60}\}\}|«[A-Za-z_][\w ]{0,40}»|<<[^<>\n]{1,60}>>|\b(?:TODO|Lorem ipsum)\b"
    r"|\[\s*(?:…|\.{2,}|x{2,}|X{2,})\s*\]"
    r"|(?<!\w)(?:xxx+|XXX+|yyy+)(?!\w)",
)
_DOTS = re.compile(r"[.…]{6,}|…{2,}|_{8,}")
_BLANK_NUMBER = re.compile(r"^so\s*[:.]?\s*[.…_\s]*[/-]")
_BLANK_DAY = re.compile(
    r"ngay\s*(?:[.…_]*\s*)thang|ngay\s*[\d]+\s*thang\s*[.…_]*\s*nam|thang\s*\d*\s*nam\s*(?:20)?[.…_ ]*$"
)
_DRAFT = re.compile(r"^\W*du thao(?:\s+(?:lan\s+)?(?:so\s+)?\d+)?\W*$")


def check_open(sheet: Sheet) -> Iterator[Remark]:
    """Không còn chỗ “[CẦN BỔ SUNG: …]”.

    Dự thảo do vanban soạn đánh dấu những gì hồ sơ không cho biết; phải điền hết trước khi trình ký.

    Đúng: Số: 15/KH-SNV
    Sai: Số: [CẦN BỔ SUNG: số]/KH-SNV
    """
    for found in _OPEN.finditer(sheet.text):
        yield Remark("Còn chỗ chưa điền.", found.span())


def check_template(sheet: Sheet) -> Iterator[Remark]:
    """Không còn ký hiệu của mẫu.

    Các dấu {{ }}, « », [...], xxx là chỗ của mẫu chưa thay bằng nội dung.

    Đúng: Kính gửi: Sở Nội vụ
    Sai: Kính gửi: {{ noi_nhan }}
    """
    for found in _TEMPLATE.finditer(sheet.text):
        yield Remark("Còn ký hiệu của mẫu chưa thay.", found.span())


def check_dots(sheet: Sheet) -> Iterator[Remark]:
    """Không còn dòng chấm để trống trong nội dung.

    Dòng chấm trong nội dung là chỗ chưa điền; trong phụ lục, biểu mẫu thì được.

    Đúng: họp lúc 08 giờ 00
    Sai: họp lúc ……… giờ
    """
    span = body_span(sheet)
    ends = [zone.span[0] for zone in find_zones(sheet, "recipients")]
    for line in sheet.outline.lines if span and sheet.headed else ():
        if span and span[0] <= line.start < min([span[1], *ends]) and line.cell is None:
            found = _DOTS.search(sheet.text, line.start, line.end)
            if found and re.search(r"\w{2}", sheet.text[line.start : line.end]):
                yield Remark("Nội dung còn chỗ để trống.", found.span())


def check_number(sheet: Sheet) -> Iterator[Remark]:
    """Số văn bản đã ghi.

    Dự thảo để trống số; văn bản phát hành phải có số.

    Đúng: Số: 15/KH-SNV
    Sai: Số:      /KH-SNV
    """
    for zone in find_zones(sheet, "number")[:1]:
        blank = sheet.document.code is not None and sheet.document.code.number is None
        if blank and _BLANK_NUMBER.match(" ".join(fold(sheet.text[slice(*zone.span)]).split())):
            yield Remark("Số văn bản để trống.", zone.span)


def check_date(sheet: Sheet) -> Iterator[Remark]:
    """Ngày, tháng ban hành đã ghi.

    Dự thảo để trống ngày, tháng; văn bản phát hành phải có đủ.

    Đúng: Hải Lăng, ngày 05 tháng 01 năm 2026
    Sai: Hải Lăng, ngày      tháng      năm 2026
    """
    for zone in find_zones(sheet, "place_date")[:1]:
        dated = sheet.document.promulgation is not None and sheet.document.promulgation.date is not None
        if not dated and _BLANK_DAY.search(" ".join(fold(sheet.text[slice(*zone.span)]).split())):
            yield Remark("Ngày, tháng ban hành để trống.", zone.span)


def check_draft(sheet: Sheet) -> Iterator[Remark]:
    """Không còn chữ “DỰ THẢO”.

    Văn bản trình ký, phát hành không ghi “DỰ THẢO”.

    Đúng: phần đầu không có chữ “DỰ THẢO”
    Sai: DỰ THẢO dưới số, ký hiệu
    """
    for line in sheet.outline.lines:
        words = sheet.text[line.start : line.end]
        if line.start < 1500 and len(words) < 40 and _DRAFT.match(" ".join(fold(words).split())):
            yield Remark("Văn bản còn ghi “DỰ THẢO”.", (line.start, line.end))
            return


_ALL: dict[Form, str] = {"state": "Nghị định 30/2020/NĐ-CP, Điều 8", "party": GUIDE, "normative": NORMATIVE}

RULES = (
    Rule("VB951", check_open, ERROR, _ALL),
    Rule("VB952", check_template, ERROR, _ALL),
    Rule("VB953", check_dots, WARNING, _ALL),
    Rule("VB954", check_number, INFO, _ALL),
    Rule("VB955", check_date, INFO, _ALL),
    Rule("VB956", check_draft, INFO, _ALL),
)
