"""Font, size and style of the heading (*phông chữ, cỡ chữ, kiểu chữ của phần đầu*): NĐ 30/2020/NĐ-CP, Phụ lục I,
Phần I, Mục II and V. What stands under "Nơi nhận", the signature and the body have files of their own."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.form.rule import ERROR, INFO, PARTY, WARNING, Remark, Rule, Severity, state
from vanban.form.sheet import Sheet, find_zones, is_loose, measure_size, set_letters, split_rows
from vanban.form.typeface import check_sizes, check_style
from vanban.model.text import Span
from vanban.notation.folding import fold


def _motto(sheet: Sheet, second: bool) -> list[Span]:
    rows = [row for zone in find_zones(sheet, "motto") for row in split_rows(sheet, zone.span)]
    return [row for row in rows if fold(sheet.text[slice(*row)]).startswith("doc lap" if second else "cong hoa")]


def check_motto_size(sheet: Sheet) -> Iterator[Remark]:
    """Quốc hiệu cỡ chữ 12 - 13.

    Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” in hoa, cỡ chữ từ 12 đến 13.

    Đúng: cỡ 12, Tiêu ngữ cỡ 13
    Sai: cỡ 14
    """
    yield from check_sizes(sheet, _motto(sheet, False), "Quốc hiệu", 12, 13)


def check_motto_style(sheet: Sheet) -> Iterator[Remark]:
    """Quốc hiệu kiểu chữ đứng, đậm.

    Quốc hiệu trình bày kiểu chữ đứng, đậm.

    Đúng: chữ đứng, đậm
    Sai: chữ thường không đậm
    """
    yield from check_style(sheet, _motto(sheet, False), "Quốc hiệu", bold=True, italic=False)


def check_slogan_size(sheet: Sheet) -> Iterator[Remark]:
    """Tiêu ngữ cỡ chữ 13 - 14.

    Tiêu ngữ “Độc lập - Tự do - Hạnh phúc” cỡ chữ từ 13 đến 14.

    Đúng: cỡ 13
    Sai: cỡ 12
    """
    yield from check_sizes(sheet, _motto(sheet, True), "Tiêu ngữ", 13, 14)


def check_slogan_style(sheet: Sheet) -> Iterator[Remark]:
    """Tiêu ngữ kiểu chữ đứng, đậm.

    Tiêu ngữ trình bày kiểu chữ đứng, đậm.

    Đúng: chữ đứng, đậm
    Sai: chữ nghiêng
    """
    yield from check_style(sheet, _motto(sheet, True), "Tiêu ngữ", bold=True, italic=False)


def check_even_sizes(sheet: Sheet) -> Iterator[Remark]:
    """Cỡ chữ Quốc hiệu và Tiêu ngữ tăng, giảm thống nhất.

    Quốc hiệu cỡ 12 thì Tiêu ngữ và địa danh, ngày tháng cỡ 13; Quốc hiệu cỡ 13 thì Tiêu ngữ và địa danh, ngày tháng
    cỡ 14.

    Đúng: Quốc hiệu 12, Tiêu ngữ 13
    Sai: Quốc hiệu 13, Tiêu ngữ 13
    """
    for first, second in zip(_motto(sheet, False), _motto(sheet, True), strict=False):
        upper, lower = measure_size(sheet, first), measure_size(sheet, second)
        if upper in (12, 13) and lower in (13, 14) and lower != upper + 1:
            message = f"Quốc hiệu cỡ {upper:g} thì Tiêu ngữ cỡ {upper + 1:g}; ở đây Tiêu ngữ cỡ {lower:g}."
            yield Remark(message, second, set_letters(sheet, second, size=upper + 1))


def _issuer(sheet: Sheet) -> list[Span]:
    evidence = sheet.document.evidence.get("issuer.name") or sheet.document.evidence.get("issuer")
    return split_rows(sheet, evidence.span) if evidence and sheet.headed else []


def _parent(sheet: Sheet) -> list[Span]:
    evidence = sheet.document.evidence.get("issuer.parent")
    return split_rows(sheet, evidence.span) if evidence else []


def check_issuer_size(sheet: Sheet) -> Iterator[Remark]:
    """Tên cơ quan ban hành cỡ chữ 12 - 13.

    Tên cơ quan, tổ chức ban hành văn bản in hoa, cỡ chữ từ 12 đến 13.

    Đúng: cỡ 12
    Sai: cỡ 14
    """
    yield from check_sizes(sheet, _issuer(sheet), "Tên cơ quan ban hành", 12, 13)


def check_issuer_style(sheet: Sheet) -> Iterator[Remark]:
    """Tên cơ quan ban hành kiểu chữ đứng, đậm.

    Tên cơ quan, tổ chức ban hành văn bản trình bày kiểu chữ đứng, đậm.

    Đúng: SỞ NỘI VỤ (đậm)
    Sai: SỞ NỘI VỤ (không đậm)
    """
    yield from check_style(sheet, _issuer(sheet), "Tên cơ quan ban hành", bold=True, italic=False)


def check_parent_size(sheet: Sheet) -> Iterator[Remark]:
    """Tên cơ quan chủ quản cỡ chữ 12 - 13.

    Tên cơ quan, tổ chức chủ quản trực tiếp in hoa, cỡ chữ từ 12 đến 13.

    Đúng: cỡ 12
    Sai: cỡ 14
    """
    yield from check_sizes(sheet, _parent(sheet), "Tên cơ quan chủ quản", 12, 13)


def check_parent_style(sheet: Sheet) -> Iterator[Remark]:
    """Tên cơ quan chủ quản kiểu chữ đứng, không đậm.

    Chỉ tên cơ quan ban hành in đậm; tên cơ quan chủ quản trực tiếp ở trên in chữ đứng, không đậm.

    Đúng: UBND TỈNH HẢI LĂNG (không đậm)
    Sai: UBND TỈNH HẢI LĂNG (đậm)
    """
    yield from check_style(sheet, _parent(sheet), "Tên cơ quan chủ quản", bold=False, italic=False)


def _zone_rows(sheet: Sheet, kind: str) -> list[Span]:
    if is_loose(sheet):
        return []
    return [row for zone in find_zones(sheet, kind)[:1] for row in split_rows(sheet, zone.span)]


def check_number_size(sheet: Sheet) -> Iterator[Remark]:
    """Số, ký hiệu cỡ chữ 13.

    Từ “Số”, số và ký hiệu của văn bản cỡ chữ 13.

    Đúng: cỡ 13
    Sai: cỡ 14
    """
    yield from check_sizes(sheet, _zone_rows(sheet, "number"), "Số, ký hiệu", 13, 13)


def check_number_style(sheet: Sheet) -> Iterator[Remark]:
    """Số, ký hiệu kiểu chữ đứng, không đậm.

    Số, ký hiệu của văn bản trình bày kiểu chữ đứng.

    Đúng: Số: 15/QĐ-SNV (đứng)
    Sai: Số: 15/QĐ-SNV (nghiêng hoặc đậm)
    """
    yield from check_style(sheet, _zone_rows(sheet, "number"), "Số, ký hiệu", bold=False, italic=False)


def check_date_size(sheet: Sheet) -> Iterator[Remark]:
    """Địa danh và thời gian ban hành cỡ chữ 13 - 14.

    Địa danh và ngày, tháng, năm ban hành in thường, cỡ chữ từ 13 đến 14.

    Đúng: cỡ 13
    Sai: cỡ 12
    """
    yield from check_sizes(sheet, _zone_rows(sheet, "place_date"), "Địa danh, ngày tháng", 13, 14)


def check_date_style(sheet: Sheet) -> Iterator[Remark]:
    """Địa danh và thời gian ban hành kiểu chữ nghiêng.

    Địa danh và ngày, tháng, năm ban hành trình bày kiểu chữ nghiêng, không đậm.

    Đúng: Hải Lăng, ngày 05 tháng 01 năm 2026 (nghiêng)
    Sai: Hải Lăng, ngày 05 tháng 01 năm 2026 (đứng)
    """
    yield from check_style(sheet, _zone_rows(sheet, "place_date"), "Địa danh, ngày tháng", bold=False, italic=True)


def check_title_size(sheet: Sheet) -> Iterator[Remark]:
    """Tên loại văn bản cỡ chữ 13 - 14.

    Tên loại văn bản in hoa, cỡ chữ từ 13 đến 14.

    Đúng: cỡ 14
    Sai: cỡ 16
    """
    yield from check_sizes(sheet, _zone_rows(sheet, "title"), "Tên loại văn bản", 13, 14)


def check_title_style(sheet: Sheet) -> Iterator[Remark]:
    """Tên loại văn bản kiểu chữ đứng, đậm.

    Tên loại văn bản trình bày kiểu chữ đứng, đậm.

    Đúng: KẾ HOẠCH (đứng, đậm)
    Sai: KẾ HOẠCH (không đậm)
    """
    yield from check_style(sheet, _zone_rows(sheet, "title"), "Tên loại văn bản", bold=True, italic=False)


def subject_rows(sheet: Sheet, *, letter: bool) -> list[Span]:
    """The lines of the subject of a letter, or of a paper with a type of its own."""
    is_letter = not find_zones(sheet, "title")
    zones = find_zones(sheet, "subject")[:1] if is_letter == letter and not is_loose(sheet) else []
    spans = [(min([zone.span[0], *(part[0] for part in zone.parts)]), zone.span[1]) for zone in zones]
    return [row for span in spans for row in split_rows(sheet, span)]


def check_subject_size(sheet: Sheet) -> Iterator[Remark]:
    """Trích yếu của văn bản có tên loại cỡ chữ 13 - 14.

    Trích yếu đặt ngay dưới tên loại, in thường, cỡ chữ từ 13 đến 14.

    Đúng: cỡ 14
    Sai: cỡ 12
    """
    yield from check_sizes(sheet, subject_rows(sheet, letter=False), "Trích yếu", 13, 14)


def check_subject_style(sheet: Sheet) -> Iterator[Remark]:
    """Trích yếu của văn bản có tên loại kiểu chữ đứng, đậm.

    Trích yếu nội dung văn bản dưới tên loại trình bày kiểu chữ đứng, đậm.

    Đúng: Về công tác phòng, chống lụt bão (đậm)
    Sai: Về công tác phòng, chống lụt bão (nghiêng)
    """
    yield from check_style(sheet, subject_rows(sheet, letter=False), "Trích yếu", bold=True, italic=False)


def check_letter_subject_size(sheet: Sheet) -> Iterator[Remark]:
    """Trích yếu công văn cỡ chữ 12 - 13.

    Trích yếu công văn, sau chữ “V/v”, in thường, cỡ chữ từ 12 đến 13.

    Đúng: cỡ 12
    Sai: cỡ 14
    """
    yield from check_sizes(sheet, subject_rows(sheet, letter=True), "Trích yếu công văn", 12, 13)


def check_letter_subject_style(sheet: Sheet) -> Iterator[Remark]:
    """Trích yếu công văn kiểu chữ đứng, không đậm.

    Trích yếu công văn trình bày kiểu chữ đứng.

    Đúng: V/v nâng bậc lương năm 2026 (đứng)
    Sai: V/v nâng bậc lương năm 2026 (nghiêng hoặc đậm)
    """
    yield from check_style(sheet, subject_rows(sheet, letter=True), "Trích yếu công văn", bold=False, italic=False)


def check_party_issuer_style(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản của Đảng: tên cơ quan ban hành in đậm.

    Tên cơ quan cấp trên in chữ đứng, tên cơ quan ban hành văn bản in chữ đứng, đậm.

    Đúng: ĐẢNG ỦY PHƯỜNG PHỐ NGHĨA (đậm)
    Sai: ĐẢNG ỦY PHƯỜNG PHỐ NGHĨA (không đậm)
    """
    yield from check_style(sheet, _issuer(sheet), "Tên cơ quan ban hành", bold=True, italic=False)


def check_party_date_style(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản của Đảng: địa danh và ngày, tháng, năm kiểu chữ nghiêng.

    Địa danh và ngày, tháng, năm ban hành in thường, kiểu chữ nghiêng.

    Đúng: Phố Nghĩa, ngày 20 tháng 10 năm 2026 (nghiêng)
    Sai: Phố Nghĩa, ngày 20 tháng 10 năm 2026 (đứng)
    """
    yield from check_style(sheet, _zone_rows(sheet, "place_date"), "Địa danh, ngày tháng", italic=True)


def check_party_title_style(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản của Đảng: tên loại văn bản in đậm.

    Tên loại văn bản in hoa, kiểu chữ đứng, đậm.

    Đúng: KẾ HOẠCH (đậm)
    Sai: KẾ HOẠCH (không đậm)
    """
    yield from check_style(sheet, _zone_rows(sheet, "title"), "Tên loại văn bản", bold=True, italic=False)


def _rule(code: str, check: object, severity: Severity, place: str) -> Rule:
    return Rule(code, check, severity, state(place), layout=True)  # type: ignore[arg-type]


RULES = (
    _rule("VB203", check_motto_size, ERROR, "Mục II.1.a và Mục V"),
    _rule("VB204", check_motto_style, ERROR, "Mục II.1.a và Mục V"),
    _rule("VB205", check_slogan_size, ERROR, "Mục II.1.b và Mục V"),
    _rule("VB206", check_slogan_style, ERROR, "Mục II.1.b và Mục V"),
    _rule("VB207", check_even_sizes, WARNING, "Mục V, ghi chú"),
    _rule("VB208", check_issuer_size, ERROR, "Mục II.2.b và Mục V"),
    _rule("VB209", check_issuer_style, ERROR, "Mục II.2.b và Mục V"),
    _rule("VB210", check_parent_size, ERROR, "Mục II.2.b và Mục V"),
    _rule("VB211", check_parent_style, ERROR, "Mục II.2.b và Mục V"),
    _rule("VB212", check_number_size, ERROR, "Mục II.3.c và Mục V"),
    _rule("VB213", check_number_style, ERROR, "Mục II.3.c và Mục V"),
    _rule("VB214", check_date_size, ERROR, "Mục II.4.c và Mục V"),
    _rule("VB215", check_date_style, ERROR, "Mục II.4.c và Mục V"),
    _rule("VB216", check_title_size, ERROR, "Mục II.5.b và Mục V"),
    _rule("VB217", check_title_style, ERROR, "Mục II.5.b và Mục V"),
    _rule("VB218", check_subject_size, ERROR, "Mục II.5.b và Mục V"),
    _rule("VB219", check_subject_style, ERROR, "Mục II.5.b và Mục V"),
    _rule("VB220", check_letter_subject_size, ERROR, "Mục II.5.b và Mục V"),
    _rule("VB221", check_letter_subject_style, ERROR, "Mục II.5.b và Mục V"),
    Rule("VB231", check_party_issuer_style, INFO, PARTY, layout=True),
    Rule("VB232", check_party_date_style, INFO, PARTY, layout=True),
    Rule("VB233", check_party_title_style, INFO, PARTY, layout=True),
)
