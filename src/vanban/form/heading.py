"""The pieces of the heading (*quốc hiệu, tiêu ngữ, tên cơ quan, tên loại, trích yếu*): NĐ 30/2020/NĐ-CP, Phụ lục I,
Phần I, Mục II.1, II.2, II.5."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.form.letters import subject_rows
from vanban.form.rule import ERROR, INFO, PARTY, WARNING, Remark, Rule, state
from vanban.form.sheet import (
    Sheet,
    find_lines,
    find_zones,
    is_blank_heading,
    is_loose,
    replace_words,
    share_of,
    split_rows,
)
from vanban.model.text import Span
from vanban.notation.folding import fold, match_key, unify_marks

_MOTTO = re.compile("CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM")
_SLOGAN = "Độc lập - Tự do - Hạnh phúc"
_HEADING = 1500
_PARTY_MOTTO = "ĐẢNG CỘNG SẢN VIỆT NAM"
_UNDERSCORES = re.compile(r"_{4,}|-{5,}|—{2,}|─{2,}")
_NO_SENDING = {
    "nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "kế hoạch", "chương trình", "phương án", "đề án",
}  # fmt: skip
_NO_LETTER = re.compile(r"^\W*(?:v\s*/\s*v|ve viec)\b")


def motto_rows(sheet: Sheet) -> list[Span]:
    """The lines of the motto, a broken one in its pieces."""
    return [row for zone in find_zones(sheet, "motto") for row in split_rows(sheet, zone.span)]


def _state_motto(sheet: Sheet, opening: str) -> list[Span]:
    """The line that opens so, with the rest of it where a narrow column has broken it."""
    rows = motto_rows(sheet)
    for place, row in enumerate(rows):
        if fold(sheet.text[slice(*row)]).startswith(opening):
            end = row[1]
            for below in rows[place + 1 :]:
                if fold(sheet.text[slice(*below)]).startswith("doc lap") or below[0] - end > 2:
                    break
                end = below[1]
            return [(row[0], end)]
    return []


def _own_motto(sheet: Sheet) -> bool:
    """Whether the paper has a motto that is not the State's: unions and mass organisations."""
    return bool(motto_rows(sheet)) and not _state_motto(sheet, "cong hoa")


def check_motto(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản có Quốc hiệu.

    Quốc hiệu ở phía trên cùng, bên phải trang đầu tiên của văn bản.

    Đúng: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Sai: văn bản bắt đầu bằng tên cơ quan rồi đến tên loại
    """
    if sheet.headed and not is_loose(sheet) and not _state_motto(sheet, "cong hoa") and not _own_motto(sheet):
        yield Remark("Không thấy Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”.")


def check_motto_words(sheet: Sheet) -> Iterator[Remark]:
    """Quốc hiệu ghi đúng chữ, in hoa.

    Quốc hiệu ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” bằng chữ in hoa.

    Đúng: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Sai: Cộng hòa xã hội chủ nghĩa Việt Nam
    """
    for span in _state_motto(sheet, "cong hoa"):
        words = " ".join(sheet.text[slice(*span)].split()).rstrip(" _-*")
        # In a text that was read off a picture a letter is sooner misread than miswritten.
        sure = sheet.looks is not None or _MOTTO.fullmatch(words.upper())
        if sure and not _MOTTO.fullmatch(words):
            repairs = replace_words(sheet, span, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") if "\n" not in words else ()
            yield Remark("Quốc hiệu phải ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”, chữ in hoa.", span, repairs)


def check_slogan(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản có Tiêu ngữ.

    Tiêu ngữ canh giữa dưới Quốc hiệu.

    Đúng: Độc lập - Tự do - Hạnh phúc
    Sai: có Quốc hiệu mà không có Tiêu ngữ
    """
    if sheet.headed and _state_motto(sheet, "cong hoa") and not _state_motto(sheet, "doc lap"):
        yield Remark("Không thấy Tiêu ngữ “Độc lập - Tự do - Hạnh phúc” dưới Quốc hiệu.")


def check_slogan_words(sheet: Sheet) -> Iterator[Remark]:
    """Tiêu ngữ ghi đúng chữ, gạch nối có cách chữ.

    Chữ cái đầu của các cụm từ viết hoa, giữa các cụm từ có gạch nối (-), có cách chữ.

    Đúng: Độc lập - Tự do - Hạnh phúc
    Sai: Độc lập-Tự do-Hạnh phúc; Độc Lập - Tự Do - Hạnh Phúc; Độc lập – Tự do – Hạnh phúc
    """
    for span in _state_motto(sheet, "doc lap"):
        words = " ".join(sheet.text[slice(*span)].split()).rstrip(" _*").rstrip("-").rstrip()
        same = words == _SLOGAN or (not sheet.spaced and words.replace(" ", "") == _SLOGAN.replace(" ", ""))
        if not same and fold(words).replace(" ", "").startswith("doclap-tudo-hanhphuc"):
            yield Remark(f"Tiêu ngữ phải ghi “{_SLOGAN}”.", span, replace_words(sheet, span, _SLOGAN))


def check_motto_rule(sheet: Sheet) -> Iterator[Remark]:
    """Dưới Tiêu ngữ có đường kẻ.

    Dưới Tiêu ngữ có đường kẻ ngang, nét liền, dài bằng dòng chữ; dưới tên cơ quan ban hành có đường kẻ bằng 1/3 đến
    1/2 dòng chữ.

    Đúng: đường kẻ vẽ (Shape) hoặc đường viền đoạn dưới Tiêu ngữ
    Sai: phần đầu văn bản không có đường kẻ nào
    """
    rows = _state_motto(sheet, "doc lap")
    if not rows or sheet.looks is None:
        return
    end = max([zone.span[1] for zone in sheet.outline.zones if zone.kind in ("place_date", "title")] + [rows[0][1]])
    numbers = [look.paragraph for _, look in find_lines(sheet, (0, end)) if look and look.paragraph is not None]
    last = max(numbers, default=0)
    inside = (look for number, look in sheet.paragraphs.items() if min(numbers, default=0) <= number <= last + 3)
    drawn = any(look.drawn for look in inside)
    if not drawn and not _UNDERSCORES.search(sheet.text[: end + 80]) and not share_of(sheet, rows[0], "underline"):
        yield Remark("Không thấy đường kẻ ngang dưới Tiêu ngữ.", rows[0])


def check_underlined(sheet: Sheet) -> Iterator[Remark]:
    """Đường kẻ dưới Tiêu ngữ là đường kẻ, không phải chữ gạch chân.

    Đường kẻ vẽ bằng Shape hoặc đường viền, không dùng lệnh gạch chân (Underline).

    Đúng: đường kẻ vẽ dưới dòng chữ
    Sai: Tiêu ngữ gạch chân
    """
    for span in _state_motto(sheet, "doc lap"):
        if (share_of(sheet, span, "underline") or 0) > 0.5:
            yield Remark("Tiêu ngữ gạch chân; hãy thay bằng đường kẻ nét liền dưới dòng chữ.", span)


def check_issuer(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản có tên cơ quan ban hành.

    Tên chính thức, đầy đủ của cơ quan, tổ chức hoặc chức danh nhà nước của người có thẩm quyền ban hành.

    Đúng: SỞ NỘI VỤ
    Sai: phần đầu không ghi tên cơ quan
    """
    if sheet.headed and not is_blank_heading(sheet) and sheet.document.issuer is None:
        yield Remark("Không thấy tên cơ quan ban hành văn bản.")


def check_issuer_capitals(sheet: Sheet) -> Iterator[Remark]:
    """Tên cơ quan ban hành in hoa.

    Tên cơ quan, tổ chức ban hành và tên cơ quan chủ quản trực tiếp trình bày bằng chữ in hoa.

    Đúng: UBND TỈNH HẢI LĂNG / SỞ NỘI VỤ
    Sai: Sở Nội vụ
    """
    for zone in find_zones(sheet, "issuer"):
        for row in split_rows(sheet, zone.span):
            words = sheet.text[slice(*row)]
            letters = [letter for letter in words if letter.isalpha()]
            small = sum(letter.islower() for letter in letters)
            if len(letters) > 3 and small > len(letters) / 2 and row not in _party_rows(sheet):
                yield Remark("Tên cơ quan trong phần đầu phải in hoa.", row, replace_words(sheet, row, words.upper()))


def _party_rows(sheet: Sheet) -> list[Span]:
    """The Party's heading line, in capitals or not; small letters hide it from the reading of the heading."""
    rows = list(split_rows(sheet, (0, min(len(sheet.text), _HEADING))))
    return [row for row in rows if match_key(sheet.text[slice(*row)]).startswith(match_key(_PARTY_MOTTO))][:1]


def check_party_motto(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản của Đảng có tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”.

    Tiêu đề ở góc phải, dòng đầu, trang đầu, chữ in hoa, đậm.

    Đúng: ĐẢNG CỘNG SẢN VIỆT NAM
    Sai: Quốc hiệu của Nhà nước trên văn bản có số, ký hiệu của Đảng
    """
    if not sheet.headed or is_blank_heading(sheet):
        return
    if not _party_rows(sheet):
        yield Remark("Không thấy tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”.")


def check_party_motto_words(sheet: Sheet) -> Iterator[Remark]:
    """Tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM” in hoa.

    Tiêu đề văn bản của Đảng trình bày bằng chữ in hoa.

    Đúng: ĐẢNG CỘNG SẢN VIỆT NAM
    Sai: Đảng Cộng sản Việt Nam
    """
    for row in _party_rows(sheet):
        words = sheet.text[slice(*row)]
        if match_key(words) == match_key(_PARTY_MOTTO) and not words.isupper():
            repairs = replace_words(sheet, row, _PARTY_MOTTO)
            yield Remark("Tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM” phải in hoa.", row, repairs)


def check_party_motto_style(sheet: Sheet) -> Iterator[Remark]:
    """Tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM” in đậm.

    Tiêu đề văn bản của Đảng trình bày kiểu chữ đứng, đậm.

    Đúng: chữ đậm
    Sai: chữ thường không đậm
    """
    for row in _party_rows(sheet):
        bold = share_of(sheet, row, "bold")
        if match_key(sheet.text[slice(*row)]) == match_key(_PARTY_MOTTO) and bold is not None and bold < 0.8:
            yield Remark("Tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM” phải in đậm.", row)


def check_party_star(sheet: Sheet) -> Iterator[Remark]:
    """Dưới tên cơ quan ban hành văn bản của Đảng có dấu sao (*).

    Dấu sao ngăn cách tên cơ quan ban hành với số, ký hiệu.

    Đúng: ĐẢNG ỦY PHƯỜNG PHỐ NGHĨA / * / Số 63-CV/ĐU
    Sai: không có dấu sao
    """
    for zone in find_zones(sheet, "number")[:1] if sheet.headed else ():
        if sheet.document.issuer and "*" not in sheet.text[: zone.span[1] + 40]:
            yield Remark("Không thấy dấu sao (*) dưới tên cơ quan ban hành.", zone.span)


def check_title_capitals(sheet: Sheet) -> Iterator[Remark]:
    """Tên loại văn bản in hoa.

    Tên loại văn bản canh giữa, trình bày bằng chữ in hoa.

    Đúng: KẾ HOẠCH
    Sai: Kế hoạch
    """
    for zone in find_zones(sheet, "title")[:1] if not is_loose(sheet) else ():
        words = sheet.text[slice(*zone.span)].strip()
        if "\n" not in words and words != words.upper():
            yield Remark("Tên loại văn bản phải in hoa.", zone.span, replace_words(sheet, zone.span, words.upper()))


def check_subject(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản có trích yếu nội dung.

    Trích yếu là một câu ngắn gọn hoặc một cụm từ phản ánh khái quát nội dung chủ yếu; công văn ghi dưới số, ký hiệu,
    sau chữ “V/v”.

    Đúng: V/v nâng bậc lương năm 2026
    Sai: công văn không có dòng “V/v …”
    """
    named = sheet.document.document_type is not None and sheet.document.code is not None
    if sheet.headed and named and sheet.document.subject is None and sheet.kind not in ("giấy mời", "thư mời"):
        yield Remark("Không thấy trích yếu nội dung văn bản.")


def check_subject_opening(sheet: Sheet) -> Iterator[Remark]:
    """Trích yếu công văn bắt đầu bằng “V/v”.

    Dưới số, ký hiệu của công văn ghi “V/v” rồi đến trích yếu, không có dấu hai chấm.

    Đúng: V/v nâng bậc lương năm 2026
    Sai: V/v: nâng bậc lương năm 2026; Về việc nâng bậc lương năm 2026
    """
    for row in subject_rows(sheet, letter=True)[:1] if sheet.kind == "công văn" else ():
        words = sheet.text[slice(*row)]
        opening = _NO_LETTER.match(fold(words))
        colon = re.match(r"\s*:", words[opening.end() :]) if opening else None
        if opening is None:
            continue
        if not words.startswith("V/v") or colon:
            span = (row[0], row[0] + opening.end() + (colon.end() if colon else 0))
            yield Remark(
                "Trích yếu công văn bắt đầu bằng “V/v”, không dấu hai chấm.", row, replace_words(sheet, span, "V/v")
            )


def check_subject_end(sheet: Sheet) -> Iterator[Remark]:
    """Trích yếu không kết thúc bằng dấu câu.

    Trích yếu là một cụm từ, không có dấu chấm ở cuối.

    Đúng: Về công tác phòng, chống lụt bão
    Sai: Về công tác phòng, chống lụt bão.
    """
    rows = subject_rows(sheet, letter=True) + subject_rows(sheet, letter=False)
    for row in rows[-1:]:
        words = sheet.text[slice(*row)]
        found = re.search(r"(?<=\w\w)\s*[.;:,]$", words)
        if found:
            span = (row[0] + found.start(), row[1])
            yield Remark("Trích yếu không kết thúc bằng dấu câu.", row, replace_words(sheet, span, ""))


def check_subject_case(sheet: Sheet) -> Iterator[Remark]:
    """Trích yếu in thường.

    Chỉ tên loại in hoa; trích yếu bên dưới trình bày bằng chữ in thường.

    Đúng: Về công tác phòng, chống lụt bão
    Sai: VỀ CÔNG TÁC PHÒNG, CHỐNG LỤT BÃO
    """
    rows = subject_rows(sheet, letter=True) + subject_rows(sheet, letter=False)
    words = " ".join(sheet.text[slice(*row)] for row in rows)
    if len(words.split()) > 4 and words.isupper():
        yield Remark("Trích yếu phải trình bày bằng chữ in thường.", (rows[0][0], rows[-1][1]))


def check_sending(sheet: Sheet) -> Iterator[Remark]:
    """“Kính gửi” chỉ dùng cho công văn, tờ trình, báo cáo.

    Văn bản khác ghi nơi nhận ở cuối, không có “Kính gửi”. Giấy mời, công điện, phiếu theo mẫu riêng.

    Đúng: Kính gửi trên công văn
    Sai: Kính gửi trên kế hoạch, quyết định
    """
    for zone in find_zones(sheet, "addressees")[:1]:
        head = fold(sheet.text[max(0, zone.span[0] - 60) : zone.span[1]])
        if sheet.kind in _NO_SENDING and "kinh gui" in head:
            yield Remark(f"{sheet.kind.capitalize()} không ghi “Kính gửi”; nơi nhận ghi ở cuối văn bản.", zone.span)


def check_mixed_motto(sheet: Sheet) -> Iterator[Remark]:
    """Không ghi số, ký hiệu kiểu của Đảng dưới Quốc hiệu.

    Văn bản của cơ quan nhà nước ghi “Số: 12/KH-UBND”; kiểu “Số 12-KH/ĐU” là của văn bản Đảng.

    Đúng: Số: 12/KH-UBND
    Sai: Số 12-KH/UBND dưới Quốc hiệu
    """
    code = sheet.document.code
    place = sheet.document.evidence.get("code")
    if code is None or place is None or not _state_motto(sheet, "cong hoa"):
        return
    if re.fullmatch(r"\d+\s?-\s?[A-ZĐ][A-Za-zĐđ]{0,3}\s?/\s?\S+", unify_marks(code.text)):
        yield Remark("Số, ký hiệu viết theo kiểu của Đảng trên văn bản có Quốc hiệu.", place.span)


RULES = (
    Rule("VB301", check_motto, ERROR, state("Mục II.1.a", normative=True)),
    Rule("VB302", check_motto_words, ERROR, state("Mục II.1.a", normative=True)),
    Rule("VB303", check_slogan, ERROR, state("Mục II.1.b", normative=True)),
    Rule("VB304", check_slogan_words, WARNING, state("Mục II.1.b", normative=True)),
    Rule("VB305", check_motto_rule, WARNING, state("Mục II.1.b"), layout=True),
    Rule("VB306", check_underlined, WARNING, state("Mục II.1.b"), layout=True),
    Rule("VB307", check_issuer, ERROR, {**state("Mục II.2.a"), **PARTY}),
    Rule("VB308", check_issuer_capitals, ERROR, {**state("Mục II.2.b"), **PARTY}),
    Rule("VB309", check_title_capitals, ERROR, {**state("Mục II.5.b"), **PARTY}),
    Rule("VB310", check_subject, WARNING, {**state("Mục II.5"), **PARTY}),
    Rule("VB311", check_subject_opening, WARNING, state("Mục II.5.b")),
    Rule("VB312", check_subject_end, INFO, {**state("Mục II.5.a"), **PARTY}),
    # Portals set subjects in capitals that are none in the paper.
    Rule("VB313", check_subject_case, WARNING, state("Mục II.5.b"), layout=True),
    Rule("VB314", check_sending, WARNING, state("Mục II.9.b")),
    Rule("VB315", check_mixed_motto, WARNING, state("Mục II.3.c")),
    Rule("VB321", check_party_motto, ERROR, PARTY),
    Rule("VB322", check_party_motto_words, ERROR, PARTY),
    Rule("VB323", check_party_motto_style, WARNING, PARTY, layout=True),
    Rule("VB324", check_party_star, INFO, PARTY),
)
