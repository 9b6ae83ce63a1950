"""Recipients at the end (*Nơi nhận*): NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.9, ô số 9b."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.form.addressees import remark_ends
from vanban.form.rule import ERROR, INFO, PARTY, WARNING, Remark, Rule, state
from vanban.form.sheet import Sheet, find_zones, is_blank_heading, replace_words, split_rows, trim, walk_nodes
from vanban.form.typeface import check_sizes, check_style
from vanban.model.text import Span
from vanban.notation.folding import fold

_HEAD = re.compile(r"noi\s+nhan(?P<gap>\s*)(?P<colon>:?)")
_DASH = re.compile(r"^[-–—+•*~]")
_NESTED = re.compile(r"^\+")
_KEEP = re.compile(r"^\W*luu\b")
_WITHOUT = {"biên bản", "hợp đồng", "bản ghi nhớ", "bản thỏa thuận", "giấy giới thiệu", "giấy nghỉ phép", "thư công"}
_AS_ABOVE = re.compile(r"^\W*nhu\s+(?:tren|kinh gui)\b")
_AS_ARTICLE = re.compile(r"^\W*nhu\s+dieu\s+(?P<number>\d+)")


def _head(sheet: Sheet) -> Span | None:
    """The line "Nơi nhận:"."""
    for zone in find_zones(sheet, "recipients")[:1]:
        rows = split_rows(sheet, zone.span)
        return rows[0] if rows else None
    return None


def _entries(sheet: Sheet) -> list[Span]:
    """The entries of the list, nested lists left to the entry that opens them."""
    zones = find_zones(sheet, "recipients")[:1]
    found = [trim(sheet.text, part) for zone in zones for part in zone.parts]
    return [entry for entry in found if re.search(r"\w", sheet.text[slice(*entry)])]


def _keeping(sheet: Sheet) -> Span | None:
    """The entry "Lưu: …"."""
    return next((entry for entry in _entries(sheet) if _KEEP.match(fold(sheet.text[slice(*entry)]))), None)


def check_recipients(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản có “Nơi nhận”.

    Nơi nhận ghi ở cuối văn bản, ngang hàng với quyền hạn, chức vụ của người ký, sát lề trái.

    Đúng: Nơi nhận: / - Như trên; / - Lưu: VT, NV.
    Sai: cuối văn bản chỉ có chữ ký
    """
    complete = sheet.headed and not is_blank_heading(sheet) and sheet.document.signers
    if complete and not find_zones(sheet, "recipients") and sheet.kind not in _WITHOUT:
        yield Remark("Không thấy “Nơi nhận”.")


def check_head(sheet: Sheet) -> Iterator[Remark]:
    """Sau từ “Nơi nhận” có dấu hai chấm.

    Từ “Nơi nhận” trình bày trên một dòng riêng, sau có dấu hai chấm (:).

    Đúng: Nơi nhận:
    Sai: Nơi nhận
    """
    row = _head(sheet)
    found = _HEAD.match(fold(sheet.text[slice(*row)])) if row else None
    if row and found and not found["colon"]:
        span = (row[0] + found.start("gap"), row[0] + found.end("colon"))
        yield Remark("Sau từ “Nơi nhận” phải có dấu hai chấm.", row, replace_words(sheet, span, ":"))


def check_own_line(sheet: Sheet) -> Iterator[Remark]:
    """Từ “Nơi nhận” trình bày trên một dòng riêng.

    Danh sách nơi nhận bắt đầu từ dòng dưới.

    Đúng: Nơi nhận: / - Như trên;
    Sai: Nơi nhận: Như trên;
    """
    row = _head(sheet)
    found = _HEAD.match(fold(sheet.text[slice(*row)])) if row else None
    # "Nơi nhận:  KT. BỘ TRƯỞNG" is two columns on one row.
    if row and found and re.match(r"\s*(?:[-–]|Như\b)", sheet.text[row[0] + found.end() : row[1]]):
        yield Remark("“Nơi nhận:” phải ở một dòng riêng.", row)


def check_dashes(sheet: Sheet) -> Iterator[Remark]:
    """Mỗi nơi nhận có gạch đầu dòng.

    Đầu mỗi dòng có gạch đầu dòng (-) sát lề trái.

    Đúng: - Lưu: VT, NV.
    Sai: Lưu: VT, NV.
    """
    entries = _entries(sheet)
    bare = [entry for entry in entries if not _DASH.match(sheet.text[slice(*entry)])]
    if bare and find_zones(sheet, "recipients")[0].span[0] < bare[0][0]:
        head = _head(sheet)
        if head is None or bare[0][0] >= head[1]:
            yield Remark("Mỗi dòng nơi nhận phải có gạch đầu dòng (-).", bare[0])


def check_ends(sheet: Sheet) -> Iterator[Remark]:
    """Cuối mỗi dòng nơi nhận có dấu chấm phẩy.

    Cuối dòng có dấu chấm phẩy (;), trừ dòng “Lưu” ở cuối cùng.

    Đúng: - Như trên;
    Sai: - Như trên.
    """
    entries = _entries(sheet)
    # "- VPUB: + LĐVP;": the list in an entry closes it, its opening line need not.
    plain = [one for one in entries[:-1] if not sheet.text[slice(*one)].endswith(":")]
    yield from remark_ends(sheet, [one for one in plain if not _NESTED.match(sheet.text[slice(*one)])], ";")


def check_last_end(sheet: Sheet) -> Iterator[Remark]:
    """Dòng cuối của nơi nhận kết thúc bằng dấu chấm.

    Dòng cuối cùng là dòng “Lưu”, cuối cùng là dấu chấm (.).

    Đúng: - Lưu: VT, NV.
    Sai: - Lưu: VT, NV
    """
    yield from remark_ends(sheet, _entries(sheet)[-1:], ".")


def check_kept(sheet: Sheet) -> Iterator[Remark]:
    """Nơi nhận có dòng “Lưu”.

    Dòng cuối cùng gồm chữ “Lưu”, sau có dấu hai chấm, chữ viết tắt “VT”, chữ viết tắt tên đơn vị soạn thảo.

    Đúng: - Lưu: VT, NV.
    Sai: nơi nhận không có dòng “Lưu”
    """
    entries = _entries(sheet)
    if entries and _keeping(sheet) is None:
        yield Remark("Nơi nhận không có dòng “Lưu”.", entries[-1])


def check_kept_last(sheet: Sheet) -> Iterator[Remark]:
    """Dòng “Lưu” là dòng cuối của nơi nhận.

    Sau dòng “Lưu” không còn nơi nhận nào khác.

    Đúng: - Như trên; / - Lưu: VT, NV.
    Sai: - Lưu: VT, NV; / - Như trên.
    """
    entry, entries = _keeping(sheet), _entries(sheet)
    if entry and entry != entries[-1] and _DASH.match(sheet.text[slice(*entries[-1])]):
        yield Remark("Dòng “Lưu” phải ở cuối cùng.", entry)


def check_kept_colon(sheet: Sheet) -> Iterator[Remark]:
    """Sau chữ “Lưu” có dấu hai chấm.

    Chữ “Lưu”, sau có dấu hai chấm (:), tiếp theo là “VT”.

    Đúng: - Lưu: VT, NV.
    Sai: - Lưu VT, NV.
    """
    entry = _keeping(sheet)
    found = re.match(r"\W*lưu(?P<rest>\s*\S)", sheet.text[slice(*entry)], re.IGNORECASE) if entry else None
    if entry and found and not found["rest"].strip().startswith(":"):
        place = entry[0] + found.start("rest")
        end = place + 1 if sheet.text[place : place + 1] in ",;." else place
        yield Remark("Sau chữ “Lưu” phải có dấu hai chấm.", entry, replace_words(sheet, (place, end), ":"))


def check_kept_office(sheet: Sheet) -> Iterator[Remark]:
    """Dòng “Lưu” có chữ “VT”.

    Bản gốc lưu tại Văn thư cơ quan, ghi bằng chữ viết tắt “VT”.

    Đúng: - Lưu: VT, NV.
    Sai: - Lưu: Văn thư; - Lưu: NV.
    """
    entry = _keeping(sheet)
    if entry and not re.search(r"\bVT", sheet.text[slice(*entry)]):
        words = sheet.text[slice(*entry)]
        if "[CẦN BỔ SUNG" not in words:
            yield Remark("Dòng “Lưu” phải có chữ viết tắt “VT”.", entry)


def check_kept_unit(sheet: Sheet) -> Iterator[Remark]:
    """Dòng “Lưu” có đơn vị soạn thảo.

    Sau “VT” và dấu phẩy ghi chữ viết tắt tên đơn vị hoặc bộ phận soạn thảo và số lượng bản lưu.

    Đúng: - Lưu: VT, NV.
    Sai: - Lưu: VT.
    """
    entry = _keeping(sheet)
    if entry and re.search(r":\s*VT\s*\.?$", sheet.text[slice(*entry)]):
        yield Remark("Dòng “Lưu” thiếu chữ viết tắt đơn vị soạn thảo.", entry)


def check_as_above(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản có “Kính gửi” thì nơi nhận bắt đầu bằng “Như trên”.

    Đối với công văn, tờ trình, báo cáo có “Kính gửi”, dưới từ “Nơi nhận” là “Như trên”, rồi đến các nơi nhận khác.

    Đúng: - Như trên; / - Lưu: VT, NV.
    Sai: - Sở Nội vụ; / - Lưu: VT, NV. (dưới công văn có “Kính gửi”)
    """
    entries = _entries(sheet)
    sent = sheet.document.addressees and "kinh gui" in " ".join(fold(sheet.text[:4000]).split())
    if not entries or not sent or sheet.kind not in ("công văn", "tờ trình", "báo cáo"):
        return
    # In a list whose entries the reading may have joined, the words anywhere are enough.
    if not any(re.search(r"nhu\s+(?:tren|kinh gui)", fold(sheet.text[slice(*entry)])) for entry in entries):
        yield Remark("Nơi nhận của văn bản có “Kính gửi” phải bắt đầu bằng “Như trên”.", entries[0])


def check_as_above_where(sheet: Sheet) -> Iterator[Remark]:
    """“Như trên” chỉ dùng khi có “Kính gửi”.

    Văn bản không có “Kính gửi” thì liệt kê nơi nhận; quyết định, nghị quyết ghi “Như Điều …”.

    Đúng: - Như Điều 3;
    Sai: - Như trên; (dưới quyết định)
    """
    for entry in _entries(sheet):
        plain = fold(sheet.text[slice(*entry)])
        sent = sheet.document.addressees or re.search(r"kinh\s+(?:gui|trinh|moi)", fold(sheet.text[: entry[0]]))
        if _AS_ABOVE.match(plain) and not sent:
            yield Remark("Ghi “Như trên” mà văn bản không có “Kính gửi”.", entry)


def check_as_article(sheet: Sheet) -> Iterator[Remark]:
    """“Như Điều …” chỉ đến điều có trong văn bản.

    Số điều ghi ở nơi nhận phải là điều nêu đối tượng thi hành trong chính văn bản.

    Đúng: - Như Điều 3; (văn bản có Điều 3)
    Sai: - Như Điều 4; (văn bản chỉ có ba điều)
    """
    articles = {node.label for node in walk_nodes(sheet.outline.body) if node.kind == "article"}
    for entry in _entries(sheet):
        found = _AS_ARTICLE.match(fold(sheet.text[slice(*entry)]))
        if found and articles and found["number"] not in articles:
            yield Remark(f"Văn bản không có Điều {found['number']}.", entry)


def check_head_size(sheet: Sheet) -> Iterator[Remark]:
    """Từ “Nơi nhận” cỡ chữ 12.

    Từ “Nơi nhận” in thường, cỡ chữ 12.

    Đúng: cỡ 12
    Sai: cỡ 14
    """
    yield from check_sizes(sheet, _head_word(sheet), "“Nơi nhận”", 12, 12)


def check_head_style(sheet: Sheet) -> Iterator[Remark]:
    """Từ “Nơi nhận” kiểu chữ nghiêng, đậm.

    Từ “Nơi nhận” trình bày kiểu chữ nghiêng, đậm.

    Đúng: Nơi nhận: (nghiêng, đậm)
    Sai: Nơi nhận: (đứng)
    """
    yield from check_style(sheet, _head_word(sheet), "“Nơi nhận”", bold=True, italic=True)


def _head_word(sheet: Sheet) -> list[Span]:
    row = _head(sheet)
    found = _HEAD.match(fold(sheet.text[slice(*row)])) if row else None
    return [(row[0], row[0] + found.end())] if row and found else []


def _listed(sheet: Sheet) -> list[Span]:
    """The entries below the row of "Nơi nhận:"."""
    head = _head(sheet)
    return [entry for entry in _entries(sheet) if head is not None and entry[0] >= head[1]]


def check_list_size(sheet: Sheet) -> Iterator[Remark]:
    """Danh sách nơi nhận cỡ chữ 11.

    Tên cơ quan, tổ chức, đơn vị, cá nhân nhận văn bản in thường, cỡ chữ 11.

    Đúng: cỡ 11
    Sai: cỡ 14
    """
    yield from check_sizes(sheet, _listed(sheet), "Nơi nhận", 11, 11)


def check_list_style(sheet: Sheet) -> Iterator[Remark]:
    """Danh sách nơi nhận kiểu chữ đứng, không đậm.

    Chỉ từ “Nơi nhận” in nghiêng, đậm; danh sách bên dưới chữ đứng.

    Đúng: - Như trên; (đứng)
    Sai: - Như trên; (nghiêng)
    """
    yield from check_style(sheet, _listed(sheet), "Danh sách nơi nhận", bold=False, italic=False)


def check_party_kept(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản của Đảng: dòng “Lưu” không có dấu hai chấm, không ghi “VT”.

    Dòng cuối ghi “Lưu” và nơi lưu.

    Đúng: - Lưu Văn phòng Đảng ủy.
    Sai: - Lưu: VT.
    """
    entry = _keeping(sheet)
    if entry and re.match(r"\W*lưu\s*:", sheet.text[slice(*entry)], re.IGNORECASE):
        yield Remark("Văn bản của Đảng ghi “Lưu” và nơi lưu, không có dấu hai chấm.", entry)


def check_party_head(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản của Đảng: từ “Nơi nhận” kiểu chữ đứng.

    Từ “Nơi nhận” trong văn bản của Đảng trình bày kiểu chữ đứng, gạch chân.

    Đúng: Nơi nhận: (đứng, gạch chân)
    Sai: Nơi nhận: (nghiêng, đậm như văn bản của cơ quan nhà nước)
    """
    yield from check_style(sheet, _head_word(sheet), "“Nơi nhận” trong văn bản của Đảng", italic=False)


_PLACE = "Mục II.9.d"

RULES = (
    Rule("VB621", check_recipients, ERROR, {**state("Mục II.9"), **PARTY}),
    Rule("VB622", check_head, WARNING, {**state(_PLACE), **PARTY}),
    Rule("VB623", check_own_line, WARNING, state(_PLACE)),
    Rule("VB624", check_dashes, WARNING, {**state(_PLACE), **PARTY}),
    Rule("VB625", check_ends, WARNING, state(_PLACE)),
    Rule("VB626", check_last_end, WARNING, {**state(_PLACE), **PARTY}),
    Rule("VB627", check_kept, ERROR, {**state(_PLACE), **PARTY}),
    Rule("VB628", check_kept_last, WARNING, state(_PLACE)),
    Rule("VB629", check_kept_colon, WARNING, state(_PLACE)),
    Rule("VB630", check_kept_office, WARNING, state(_PLACE)),
    Rule("VB631", check_kept_unit, INFO, state(_PLACE)),
    Rule("VB632", check_as_above, WARNING, state("Mục II.9.b")),
    Rule("VB633", check_as_above_where, WARNING, state("Mục II.9.c")),
    Rule("VB634", check_as_article, ERROR, state("Mục II.9.c")),
    Rule("VB635", check_head_size, ERROR, state(_PLACE), layout=True),
    Rule("VB636", check_head_style, ERROR, state(_PLACE), layout=True),
    Rule("VB637", check_list_size, ERROR, state(_PLACE), layout=True),
    Rule("VB638", check_list_style, WARNING, state(_PLACE), layout=True),
    Rule("VB641", check_party_kept, INFO, PARTY),
    Rule("VB642", check_party_head, INFO, PARTY, layout=True),
)
