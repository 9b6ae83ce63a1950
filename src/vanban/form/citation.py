"""Citations and capitals (*viện dẫn, viết hoa*): NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6 and Phụ lục II."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.form.passages import find_grounds
from vanban.form.rule import INFO, PARTY, WARNING, Remark, Rule, capitals, state
from vanban.form.sheet import Sheet, replace_words, trim
from vanban.model.text import Span
from vanban.notation.code import find_codes
from vanban.notation.folding import fold

_LOWER = "a-zđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_AFTER_WORD = rf"(?<=[{_LOWER},;(] )"
_SMALL_PARTS = re.compile(rf"{_AFTER_WORD}(?P<word>Khoản|Điểm)(?= (?:\d{{1,2}}\b|[a-zđ]\b))")
_ARTICLES = re.compile(
    r"(?:\b[Kk]hoản \d+,? |\btại |\btheo |\bcủa |\bĐiều \d+ và |\bđến |\bnêu ở )(?P<word>điều)(?= \d+\b(?!\s*%))"
)
_CHAPTERS = re.compile(
    r"(?:\bđiểm [a-zđ\d.]+,? |\bkhoản \d+,? |\bĐiều \d+,? |\btại |\bthuộc |\btheo )(?P<word>tiểu mục|mục|chương|phần)"
    r"(?= (?:[IVX]+|\d{1,2})\b(?!\s*%))"
)
_TYPES = re.compile(
    rf"(?<=[{_LOWER}] )(?<!các )(?<!những )(?P<word>quyết định|nghị quyết|chỉ thị|kế hoạch|công văn|thông báo|nghị định"
    r"|thông tư|tờ trình|báo cáo|kết luận|chương trình|hướng dẫn|công điện)(?= số \d+[/\-])"
)
_COMMITTEES = re.compile(r"(?<![\w-])(?P<word>ủy|uỷ|hội)(?= (?:ban|đồng) nhân dân\b)")
_ALL_CAPITALS = re.compile(r"\b(?:Ủy|Uỷ) Ban Nhân Dân\b|\bHội Đồng Nhân Dân\b")
_DEPARTMENTS = re.compile(
    r"(?<!trụ )(?<!cơ )(?<!các )(?<!liên )(?<!hữu )(?<!hai )(?<!ba )(?<!những )(?<![\w-])(?P<word>sở)"
    r"(?= (?:Nội vụ|Tài chính|Xây dựng|Y tế|Tư pháp|Công Thương|Khoa học và|Giáo dục và|Nông nghiệp và|Văn hóa, Thể)\b)"
)
_PROVINCE = re.compile(
    rf"(?:(?<=[{_LOWER}] )|(?<=UBND )|(?<=HĐND ))(?P<word>Tỉnh)"
    rf"(?= (?!Ủy|Uỷ|Đoàn|Đội)[A-ZĐ][{_LOWER}]+ [A-ZĐ][{_LOWER}])"
)
_WEEKDAYS = re.compile(
    r"(?:(?:\bsáng|\bchiều|\btối)(?: ngày)? thứ (?P<word>hai|ba|tư|năm|sáu|bảy)\b)"
    r"|(?:\bthứ (?P<other>hai|ba|tư|năm|sáu|bảy)(?= (?:hằng|hàng) tuần\b))"
)
_NEW_YEAR = re.compile(r"(?<=ết )(?P<word>nguyên đán|Nguyên Đán|nguyên Đán)\b")
_BY_NAME = re.compile(r"can cu (?:luat|bo luat|phap lenh|hien phap)\b")
_LAW_NUMBER = re.compile(r"\b(?:Luật|Bộ luật|Pháp lệnh)\b[^;.\n]{0,120}?\bsố\s+\d+/\d{4}/(?:QH|UBTVQH|PL)\w*")
_PARTY_DATE = re.compile(r"\bsố \d+[a-zA-Z]?-[A-ZĐ][A-Za-zĐđ]*/[A-ZĐ]\w*(?P<gap> )(?=ngày \d)")


def _passages(sheet: Sheet) -> Iterator[Span]:
    """The parts of the body with what is attached, each paragraph once."""
    for node in sheet.outline.body:
        yield trim(sheet.text, node.span)


def _find(sheet: Sheet, pattern: re.Pattern[str], message: str, *, group: str = "word") -> Iterator[Remark]:
    """A remark for each place, mended by a capital, or by a small letter where there is one."""
    for start, end in _passages(sheet):
        for found in pattern.finditer(sheet.text, start, end):
            used = group if found.groupdict().get(group) is not None else "other"
            span = found.span(used)
            words = found[used]
            new = words[0].lower() + words[1:] if words[0].isupper() else words[0].upper() + words[1:]
            around = (max(start, span[0] - 12), min(end, span[1] + 18))
            yield Remark(
                message.format(new=new, old=words), _whole_words(sheet, around), replace_words(sheet, span, new)
            )


def _whole_words(sheet: Sheet, span: Span) -> Span:
    """The span drawn in to whole words of one line."""
    start, end = span
    text = sheet.text
    while start > 0 and not text[start - 1].isspace() and start < end:
        start += 1
    while end < len(text) and not text[end].isspace() and end > start:
        end -= 1
    return trim(text, (start, end))


def check_small_parts(sheet: Sheet) -> Iterator[Remark]:
    """Viện dẫn khoản, điểm viết thường.

    Khi viện dẫn chỉ viết hoa chữ cái đầu của phần, chương, mục, tiểu mục, điều; khoản, điểm viết thường.

    Đúng: theo điểm a khoản 2 Điều 103
    Sai: theo Điểm a Khoản 2 Điều 103
    """
    yield from _find(sheet, _SMALL_PARTS, "Viện dẫn phải viết thường “{new}”.")


def check_articles(sheet: Sheet) -> Iterator[Remark]:
    """Viện dẫn điều viết hoa.

    Khi viện dẫn điều của một văn bản cụ thể thì viết hoa chữ cái đầu.

    Đúng: khoản 2 Điều 103
    Sai: khoản 2 điều 103
    """
    yield from _find(sheet, _ARTICLES, "Viện dẫn phải viết hoa “{new}”.")


def check_chapters(sheet: Sheet) -> Iterator[Remark]:
    """Viện dẫn phần, chương, mục, tiểu mục viết hoa.

    Khi viện dẫn phần, chương, mục, tiểu mục của một văn bản cụ thể thì viết hoa chữ cái đầu.

    Đúng: tại Mục III Kế hoạch số 15/KH-UBND
    Sai: tại mục III Kế hoạch số 15/KH-UBND
    """
    yield from _find(sheet, _CHAPTERS, "Viện dẫn phải viết hoa “{new}”.")


def check_types(sheet: Sheet) -> Iterator[Remark]:
    """Tên loại của một văn bản cụ thể viết hoa.

    Viết hoa chữ cái đầu của tên loại khi nói đến một văn bản cụ thể.

    Đúng: thực hiện Kế hoạch số 15/KH-UBND
    Sai: thực hiện kế hoạch số 15/KH-UBND
    """
    yield from _find(sheet, _TYPES, "Tên loại của văn bản cụ thể phải viết hoa: “{new}”.")


def check_committees(sheet: Sheet) -> Iterator[Remark]:
    """“Ủy ban nhân dân”, “Hội đồng nhân dân” viết hoa chữ cái đầu.

    Viết hoa chữ cái đầu của từ, cụm từ chỉ loại hình cơ quan, tổ chức.

    Đúng: Ủy ban nhân dân tỉnh; Hội đồng nhân dân xã
    Sai: ủy ban nhân dân tỉnh
    """
    yield from _find(sheet, _COMMITTEES, "Tên cơ quan phải viết hoa chữ cái đầu: “{new}”.")


def check_committee_capitals(sheet: Sheet) -> Iterator[Remark]:
    """Không viết hoa mọi chữ của “Ủy ban nhân dân”, “Hội đồng nhân dân”.

    Chỉ viết hoa chữ cái đầu của cụm từ chỉ loại hình cơ quan.

    Đúng: Ủy ban nhân dân tỉnh
    Sai: Ủy Ban Nhân Dân tỉnh
    """
    for start, end in _passages(sheet):
        for found in _ALL_CAPITALS.finditer(sheet.text, start, end):
            new = found[0][0] + found[0][1:].lower()
            yield Remark(f"Viết “{new}”.", found.span(), replace_words(sheet, found.span(), new))


def check_departments(sheet: Sheet) -> Iterator[Remark]:
    """Tên sở viết hoa chữ cái đầu.

    Viết hoa chữ cái đầu của từ chỉ loại hình cơ quan và của cụm từ chỉ lĩnh vực.

    Đúng: Sở Tài chính
    Sai: sở Tài chính
    """
    yield from _find(sheet, _DEPARTMENTS, "Tên cơ quan phải viết hoa chữ cái đầu: “{new}”.")


def check_province(sheet: Sheet) -> Iterator[Remark]:
    """“tỉnh” trước tên riêng viết thường.

    Danh từ chung chỉ đơn vị hành chính viết thường, chỉ viết hoa tên riêng; viết hoa khi đi với chữ số, tên người, sự
    kiện lịch sử.

    Đúng: Ủy ban nhân dân tỉnh Hải Lăng
    Sai: Ủy ban nhân dân Tỉnh Hải Lăng
    """
    yield from _find(sheet, _PROVINCE, "Danh từ chung chỉ đơn vị hành chính viết thường: “{new}”.")


def check_weekdays(sheet: Sheet) -> Iterator[Remark]:
    """Tên ngày trong tuần viết hoa.

    Viết hoa chữ cái đầu của âm tiết chỉ ngày khi không dùng chữ số.

    Đúng: sáng thứ Hai; thứ Sáu hằng tuần
    Sai: sáng thứ hai; thứ sáu hằng tuần
    """
    yield from _find(sheet, _WEEKDAYS, "Tên ngày trong tuần viết hoa: “thứ {new}”.")


def check_new_year(sheet: Sheet) -> Iterator[Remark]:
    """Tên ngày tết viết hoa chữ cái đầu.

    Viết hoa chữ cái đầu của âm tiết thứ nhất tạo thành tên gọi.

    Đúng: tết Nguyên đán
    Sai: tết nguyên đán; tết Nguyên Đán
    """
    for start, end in _passages(sheet):
        for found in _NEW_YEAR.finditer(sheet.text, start, end):
            repairs = replace_words(sheet, found.span("word"), "Nguyên đán")
            yield Remark("Viết “Nguyên đán”.", found.span(), repairs)


def check_whole_ground(sheet: Sheet) -> Iterator[Remark]:
    """Căn cứ ghi đủ ngày, tháng, năm và cơ quan ban hành.

    Căn cứ ghi đầy đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày tháng năm và trích yếu; riêng Luật, Pháp lệnh không
    ghi số, ký hiệu, cơ quan ban hành.

    Đúng: Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
    Sai: Căn cứ Nghị định số 30/2020/NĐ-CP;
    """
    for node in find_grounds(sheet):
        plain = fold(node.text)
        if not plain.startswith("can cu") or _BY_NAME.match(plain):
            continue
        if len(find_codes(node.text)) == 1 and not re.search(r"\bngay\b|\[can bo sung", plain):
            yield Remark("Căn cứ thiếu thời gian ban hành của văn bản viện dẫn.", trim(sheet.text, node.span))


def check_law_number(sheet: Sheet) -> Iterator[Remark]:
    """Căn cứ Luật, Pháp lệnh không ghi số, ký hiệu.

    Đối với Luật và Pháp lệnh chỉ ghi tên loại và tên của Luật, Pháp lệnh.

    Đúng: Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
    Sai: Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
    """
    for node in find_grounds(sheet):
        if _BY_NAME.match(fold(node.text)) and _LAW_NUMBER.search(node.text):
            yield Remark("Căn cứ Luật, Pháp lệnh không ghi số, ký hiệu.", trim(sheet.text, node.span))


def check_party_date(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản của Đảng: có dấu phẩy giữa số, ký hiệu và ngày của văn bản viện dẫn.

    Viện dẫn ghi tên loại, số, ký hiệu, dấu phẩy, rồi đến ngày.

    Đúng: Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của …
    Sai: Nghị quyết số 12-NQ/ĐU ngày 05/9/2026 của …
    """
    for start, end in _passages(sheet):
        for found in _PARTY_DATE.finditer(sheet.text, start, end):
            repairs = replace_words(sheet, found.span("gap"), ", ")
            yield Remark("Giữa số, ký hiệu và ngày có dấu phẩy.", found.span(), repairs)


_CITED = capitals("Mục V.7")

RULES = (
    Rule("VB901", check_small_parts, WARNING, _CITED),
    Rule("VB902", check_articles, WARNING, _CITED),
    Rule("VB903", check_chapters, WARNING, _CITED),
    Rule("VB904", check_types, WARNING, capitals("Mục V.6")),
    Rule("VB905", check_whole_ground, WARNING, state("Mục II.6.a")),
    Rule("VB906", check_law_number, INFO, state("Mục II.6.a")),
    Rule("VB911", check_committees, WARNING, capitals("Mục IV.1.a")),
    Rule("VB912", check_committee_capitals, WARNING, capitals("Mục IV.1.a")),
    Rule("VB913", check_departments, WARNING, capitals("Mục IV.1.a")),
    Rule("VB914", check_province, INFO, capitals("Mục III.1.a")),
    Rule("VB915", check_weekdays, INFO, capitals("Mục V.8.c")),
    Rule("VB916", check_new_year, INFO, capitals("Mục V.8.b")),
    Rule("VB921", check_party_date, INFO, PARTY),
)
