"""Signature (*quyền hạn, chức vụ, họ tên người ký*): NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7; Điều 13."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.form.rule import ERROR, INFO, PARTY, WARNING, Remark, Rule, state
from vanban.form.sheet import Sheet, find_zones, is_blank_heading, replace_words, split_rows, trim
from vanban.form.typeface import check_sizes, check_style
from vanban.model.document import Signer
from vanban.model.text import Span
from vanban.notation.folding import match_key
from vanban.notation.person import begins_post, parse_person

_MARK = re.compile(
    r"^(?P<mark>T\s?[/.]\s?M|K\s?[/.]\s?T|T\s?[/.]\s?L|T\.?U\.?Q|TM|KT|TL|Q)(?P<end>\s?[.:,]?)(?=\s*[A-ZĐÂÊÔƠƯĂỦỤ])"
)
_TITLE = re.compile(
    r"^(?:(?:GS|PGS|TS|TSKH|ThS|Ths|BS|BSCK\s?I{0,2}|CN|KS|LS|NGND|NGƯT|TTND|TTƯT|Tiến sĩ|Thạc sĩ|Giáo sư|Bác sĩ)"
    r"\s*[.,]\s*|(?:Tiến sĩ|Thạc sĩ|Giáo sư|Phó Giáo sư|Bác sĩ|Kỹ sư|Cử nhân)\s+)+"
)
_WITHOUT = {"biên bản", "hợp đồng", "bản ghi nhớ", "bản thỏa thuận", "lịch"}


def _parts(sheet: Sheet) -> list[list[Span]]:
    """The printed lines of each signature."""
    return [
        [row for part in zone.parts for row in split_rows(sheet, part)] or [trim(sheet.text, zone.span)]
        for zone in find_zones(sheet, "signature")
    ]


def _names(sheet: Sheet) -> list[Span]:
    """The line with the name in each signature."""
    found = []
    for rows in _parts(sheet):
        words = sheet.text[slice(*rows[-1])]
        if len(rows) > 1 and parse_person(_TITLE.sub("", words)) and not begins_post(words):
            found.append(rows[-1])
    return found


def _posts(sheet: Sheet) -> list[Span]:
    names = _names(sheet)
    return [row for rows in _parts(sheet) for row in rows if row not in names]


def _names_chief(signer: Signer) -> bool:
    """Whether the post below the mark is that of the head above it."""
    if not signer.on_behalf_of or not signer.position:
        return False
    return match_key(signer.on_behalf_of[-1]) == match_key(signer.position)


def check_signer(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản có quyền hạn, chức vụ, họ tên người ký.

    Cuối văn bản ghi quyền hạn, chức vụ và họ tên của người có thẩm quyền ký.

    Đúng: GIÁM ĐỐC / Nguyễn Văn A
    Sai: cuối văn bản không có phần ký
    """
    lists = find_zones(sheet, "recipients")
    # A draft that leaves signer and post open says so itself.
    left_open = lists and "[CẦN BỔ SUNG" in sheet.text[lists[0].span[0] :]
    unsigned = lists and not find_zones(sheet, "signature") and not left_open
    if unsigned and sheet.headed and not is_blank_heading(sheet) and sheet.kind not in _WITHOUT:
        yield Remark("Không thấy quyền hạn, chức vụ, họ tên người ký.")


def check_mark(sheet: Sheet) -> Iterator[Remark]:
    """Chữ viết tắt quyền hạn ghi “TM.”, “Q.”, “KT.”, “TL.”, “TUQ.”.

    Sau chữ viết tắt có dấu chấm; không dùng dấu gạch chéo.

    Đúng: KT. GIÁM ĐỐC
    Sai: KT GIÁM ĐỐC; K/T GIÁM ĐỐC
    """
    for row in _posts(sheet):
        found = _MARK.match(sheet.text[slice(*row)])
        if found and (found["end"].strip() != "." or re.search(r"[/.\s]", found["mark"])):
            mark = re.sub(r"[/.\s]", "", found["mark"]).upper() + "."
            after = "" if sheet.text[row[0] + found.end() : row[0] + found.end() + 1].isspace() else " "
            span = (row[0], row[0] + found.end())
            yield Remark(f"Quyền hạn người ký phải ghi “{mark}”.", row, replace_words(sheet, span, mark + after))


def check_mark_space(sheet: Sheet) -> Iterator[Remark]:
    """Sau chữ viết tắt quyền hạn có cách chữ.

    Giữa chữ viết tắt quyền hạn và chức vụ hoặc tên cơ quan cách một chữ.

    Đúng: KT. GIÁM ĐỐC
    Sai: KT.GIÁM ĐỐC
    """
    for row in _posts(sheet):
        found = re.match(r"(?:TM|KT|TL|TUQ|Q)\.(?=[A-ZĐÂÊÔƠƯĂỦỤ]{2})", sheet.text[slice(*row)])
        if found and not _MARK.match(sheet.text[row[0] + found.end() : row[1]]):
            place = row[0] + found.end()
            yield Remark("Sau chữ viết tắt quyền hạn phải cách chữ.", row, replace_words(sheet, (place, place), " "))


def check_chief_by_proxy(sheet: Sheet) -> Iterator[Remark]:
    """Ký thay (KT.) thì chức vụ ghi dưới là của cấp phó.

    Dòng trên ghi “KT.” và chức vụ người đứng đầu, dòng dưới ghi chức vụ của cấp phó ký thay.

    Đúng: KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC
    Sai: KT. GIÁM ĐỐC / GIÁM ĐỐC
    """
    for signer in sheet.document.signers:
        marks = (signer.competence or "").split()
        if "KT." in marks and signer.span and _names_chief(signer):
            yield Remark("Ký thay (KT.) mà chức vụ ghi dưới là của người đứng đầu.", signer.span)


def check_deputy(sheet: Sheet) -> Iterator[Remark]:
    """Cấp phó ký thì ghi “KT.” và chức vụ người đứng đầu.

    Cấp phó ký thay người đứng đầu, kể cả khi được giao phụ trách, phải ghi “KT.” vào trước chức vụ của người đứng đầu.

    Đúng: KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC
    Sai: PHÓ GIÁM ĐỐC
    """
    for signer in sheet.document.signers:
        if signer.competence is None and signer.position and signer.position.upper().startswith("PHÓ ") and signer.span:
            above = [row for row in _posts(sheet) if signer.span[0] <= row[0] < signer.span[1]]
            if len(above) == 1 and sheet.kind not in _WITHOUT:
                yield Remark("Cấp phó ký mà không ghi “KT.” và chức vụ người đứng đầu.", signer.span)


def check_proxy_post(sheet: Sheet) -> Iterator[Remark]:
    """Người ký thay (KT.) là cấp phó; người ký thừa lệnh ghi “TL.”.

    Trưởng đơn vị thuộc cơ quan ký thay mặt thủ trưởng theo thừa lệnh, ghi “TL.”; “KT.” chỉ dùng cho cấp phó.

    Đúng: TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG
    Sai: KT. CHỦ TỊCH / CHÁNH VĂN PHÒNG
    """
    for signer in sheet.document.signers:
        marks = (signer.competence or "").split()
        if marks[-1:] == ["KT."] and signer.position and signer.span and begins_post(signer.position):
            unit = re.match(r"(?:CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|CHÁNH THANH TRA)\b", signer.position.upper())
            if unit and not _names_chief(signer):
                yield Remark("Người ký không phải cấp phó: ký thừa lệnh thì ghi “TL.”.", signer.span)


def check_order_post(sheet: Sheet) -> Iterator[Remark]:
    """Ký thừa lệnh (TL.) thì chức vụ ghi dưới là của người được giao ký.

    Dòng trên ghi “TL.” và chức vụ người đứng đầu, dòng dưới ghi chức vụ của trưởng đơn vị ký thừa lệnh.

    Đúng: TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG
    Sai: TL. CHỦ TỊCH / CHỦ TỊCH
    """
    for signer in sheet.document.signers:
        marks = (signer.competence or "").split()
        if marks[-1:] in (["TL."], ["TUQ."]) and signer.span and _names_chief(signer):
            yield Remark("Ký thừa lệnh, thừa ủy quyền mà ghi lại chức vụ của người đứng đầu.", signer.span)


def check_post_capitals(sheet: Sheet) -> Iterator[Remark]:
    """Quyền hạn, chức vụ của người ký in hoa.

    Quyền hạn và chức vụ của người ký trình bày bằng chữ in hoa.

    Đúng: KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC
    Sai: KT. Giám đốc / Phó Giám đốc
    """
    for row in _posts(sheet):
        words = sheet.text[slice(*row)]
        letters = [letter for letter in words if letter.isalpha()]
        small = sum(letter.islower() for letter in letters)
        if small > len(letters) / 2 and (begins_post(words) or _MARK.match(words)) and len(words) < 80:
            yield Remark("Quyền hạn, chức vụ của người ký phải in hoa.", row, replace_words(sheet, row, words.upper()))


def check_name_case(sheet: Sheet) -> Iterator[Remark]:
    """Họ tên người ký in thường.

    Họ và tên người ký trình bày bằng chữ in thường, đậm; chỉ viết hoa chữ cái đầu mỗi âm tiết.

    Đúng: Nguyễn Văn A
    Sai: NGUYỄN VĂN A
    """
    for row in _names(sheet):
        words = sheet.text[slice(*row)]
        if words.isupper() and len(words.split()) > 1:
            repairs = replace_words(sheet, row, " ".join(word.capitalize() for word in words.split()))
            yield Remark("Họ tên người ký phải trình bày bằng chữ in thường.", row, repairs)


def check_name_title(sheet: Sheet) -> Iterator[Remark]:
    """Trước họ tên người ký không ghi học hàm, học vị.

    Không ghi học hàm, học vị và danh hiệu danh dự; văn bản của đơn vị vũ trang, tổ chức sự nghiệp giáo dục, y tế, khoa
    học theo quy định của người đứng đầu ngành.

    Đúng: Nguyễn Văn A
    Sai: TS. Nguyễn Văn A
    """
    for row in _names(sheet):
        if _TITLE.match(sheet.text[slice(*row)]):
            yield Remark("Trước họ tên người ký không ghi học hàm, học vị.", row)


def check_post_size(sheet: Sheet) -> Iterator[Remark]:
    """Quyền hạn, chức vụ của người ký cỡ chữ 13 - 14.

    Quyền hạn, chức vụ của người ký in hoa, cỡ chữ từ 13 đến 14.

    Đúng: cỡ 14
    Sai: cỡ 12
    """
    yield from check_sizes(sheet, _posts(sheet), "Quyền hạn, chức vụ", 13, 14)


def check_post_style(sheet: Sheet) -> Iterator[Remark]:
    """Quyền hạn, chức vụ của người ký kiểu chữ đứng, đậm.

    Quyền hạn, chức vụ của người ký trình bày kiểu chữ đứng, đậm.

    Đúng: GIÁM ĐỐC (đậm)
    Sai: GIÁM ĐỐC (không đậm)
    """
    yield from check_style(sheet, _posts(sheet), "Quyền hạn, chức vụ", bold=True, italic=False)


def check_name_size(sheet: Sheet) -> Iterator[Remark]:
    """Họ tên người ký cỡ chữ 13 - 14.

    Họ và tên người ký in thường, cỡ chữ từ 13 đến 14.

    Đúng: cỡ 14
    Sai: cỡ 12
    """
    yield from check_sizes(sheet, _names(sheet), "Họ tên người ký", 13, 14)


def check_name_style(sheet: Sheet) -> Iterator[Remark]:
    """Họ tên người ký kiểu chữ đứng, đậm.

    Họ và tên người ký trình bày kiểu chữ đứng, đậm.

    Đúng: Nguyễn Văn A (đậm)
    Sai: Nguyễn Văn A (không đậm)
    """
    yield from check_style(sheet, _names(sheet), "Họ tên người ký", bold=True, italic=False)


def check_party_mark(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản của Đảng ghi “T/M”, “K/T”, “T/L”.

    Chữ viết tắt quyền hạn trong văn bản của Đảng có dấu gạch chéo, không có dấu chấm.

    Đúng: T/M BAN THƯỜNG VỤ
    Sai: TM. BAN THƯỜNG VỤ
    """
    for row in _posts(sheet):
        found = re.match(r"(TM|KT|TL)\s?\.?\s*(?=[A-ZĐÂÊÔƠƯĂỦỤ]{2})", sheet.text[slice(*row)])
        if found:
            mark = f"{found[1][0]}/{found[1][1]}"
            repairs = replace_words(sheet, (row[0], row[0] + found.end()), f"{mark} ")
            yield Remark(f"Văn bản của Đảng ghi “{mark}”.", row, repairs)


def check_party_proxy(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản của Đảng: cấp phó trong tập thể cấp ủy ký thay mặt (T/M), không ghi “K/T BÍ THƯ”.

    Cơ quan lãnh đạo tập thể: phó bí thư ký thay mặt tập thể; “K/T” chỉ dùng ở cơ quan có thủ trưởng.

    Đúng: T/M BAN THƯỜNG VỤ / PHÓ BÍ THƯ
    Sai: K/T BÍ THƯ / PHÓ BÍ THƯ
    """
    for row in _posts(sheet):
        if re.match(r"K\s?[/.]\s?T\.?\s+BÍ THƯ\b", sheet.text[slice(*row)]):
            yield Remark("Tập thể cấp ủy không ký thay (K/T) bí thư; ghi “T/M” và tên tập thể.", row)


def check_party_post_style(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản của Đảng: dòng “T/M …” in đậm.

    Quyền hạn ký (T/M, K/T, T/L và tên tập thể hoặc chức vụ người đứng đầu) in hoa, kiểu chữ đứng, đậm.

    Đúng: T/M BAN THƯỜNG VỤ (đậm)
    Sai: T/M BAN THƯỜNG VỤ (không đậm)
    """
    marked = [row for row in _posts(sheet) if re.match(r"[TK]\s?/\s?[MTL]\b", sheet.text[slice(*row)])]
    yield from check_style(sheet, marked, "Quyền hạn ký", bold=True, italic=False)


_STATE = "Mục II.7"

RULES = (
    Rule("VB701", check_signer, ERROR, {**state(_STATE), **PARTY}),
    Rule("VB702", check_mark, ERROR, state("Mục II.7.b")),
    Rule("VB703", check_mark_space, INFO, state("Mục II.7.b")),
    Rule("VB704", check_deputy, ERROR, state("Mục II.7.b")),
    Rule("VB705", check_chief_by_proxy, ERROR, state("Mục II.7.b")),
    Rule("VB706", check_proxy_post, WARNING, state("Mục II.7.b")),
    Rule("VB707", check_order_post, ERROR, state("Mục II.7.b")),
    Rule("VB708", check_post_capitals, WARNING, state("Mục II.7.đ")),
    Rule("VB709", check_name_case, WARNING, {**state("Mục II.7.đ"), **PARTY}),
    Rule("VB710", check_name_title, INFO, state("Mục II.7.c")),
    Rule("VB711", check_post_size, ERROR, state("Mục II.7.đ và Mục V"), layout=True),
    Rule("VB712", check_post_style, ERROR, state("Mục II.7.đ và Mục V"), layout=True),
    Rule("VB713", check_name_size, ERROR, state("Mục II.7.đ và Mục V"), layout=True),
    Rule("VB714", check_name_style, ERROR, {**state("Mục II.7.đ và Mục V"), **PARTY}, layout=True),
    Rule("VB721", check_party_mark, WARNING, PARTY),
    Rule("VB722", check_party_proxy, WARNING, PARTY),
    Rule("VB723", check_party_post_style, INFO, PARTY, layout=True),
)
