"""Addressees (*Kính gửi*): NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.9, ô số 9a."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vanban.form.rule import ERROR, INFO, PARTY, WARNING, Remark, Rule, state
from vanban.form.sheet import Sheet, find_lines, find_zones, is_blank_heading, replace_words, split_rows, trim
from vanban.form.typeface import check_sizes, check_style
from vanban.model.text import Span
from vanban.notation.folding import fold

_SEND = re.compile(r"kinh\s+(?:gui|trinh)\b")
_DASH = re.compile(r"^[-–—•+*]")
_REACH = 80


def _head(sheet: Sheet) -> tuple[Span, Span] | None:
    """The words "Kính gửi" and the whole line in which they stand."""
    for zone in find_zones(sheet, "addressees")[:1]:
        start = max(0, zone.span[0] - _REACH)
        found = list(_SEND.finditer(fold(sheet.text[start : zone.span[0] + 20])))
        if found:
            span = (start + found[-1].start(), start + found[-1].end())
            line = next((line for line, _ in find_lines(sheet, span)), None)
            return (span, trim(sheet.text, (line.start, line.end))) if line else None
    return None


def _entries(sheet: Sheet) -> list[Span]:
    """The entries of the list; pieces that stand on one row are what somebody wrote there."""
    zones = find_zones(sheet, "addressees")[:1]
    return [trim(sheet.text, part) for zone in zones for part in zone.parts] if _head(sheet) else []


def _rows(sheet: Sheet) -> list[Span]:
    """The rows of the list below the row of "Kính gửi"."""
    head = _head(sheet)
    zones = find_zones(sheet, "addressees")[:1] if head else []
    rows = [row for zone in zones for row in split_rows(sheet, zone.span)]
    return [row for row in rows if head and row[0] >= head[1][1]]


def check_colon(sheet: Sheet) -> Iterator[Remark]:
    """Sau từ “Kính gửi” có dấu hai chấm.

    Sau từ “Kính gửi” có dấu hai chấm (:), rồi đến tên cơ quan, tổ chức, cá nhân nhận văn bản.

    Đúng: Kính gửi: Sở Nội vụ
    Sai: Kính gửi Sở Nội vụ
    """
    head = _head(sheet)
    if head and not re.match(r"\s*:", sheet.text[head[0][1] : head[0][1] + 3]):
        yield Remark(
            "Sau từ “Kính gửi” phải có dấu hai chấm.", head[1], replace_words(sheet, (head[0][1], head[0][1]), ":")
        )


def check_sent(sheet: Sheet) -> Iterator[Remark]:
    """Công văn có “Kính gửi”.

    Phần thứ nhất của nơi nhận công văn gồm từ “Kính gửi”, sau đó là tên cơ quan, đơn vị, cá nhân giải quyết công việc.

    Đúng: Kính gửi: Sở Nội vụ
    Sai: công văn không có “Kính gửi”
    """
    said = "kinh gui" in " ".join(fold(sheet.text[:3000]).split())
    if sheet.headed and sheet.kind == "công văn" and not (said or sheet.document.addressees or is_blank_heading(sheet)):
        yield Remark("Công văn không có “Kính gửi”.")


def check_one(sheet: Sheet) -> Iterator[Remark]:
    """Một nơi nhận: ghi cùng dòng với “Kính gửi”.

    Văn bản gửi cho một cơ quan, tổ chức hoặc một cá nhân thì “Kính gửi” và tên nơi nhận trình bày trên cùng một dòng.

    Đúng: Kính gửi: Sở Nội vụ
    Sai: “Kính gửi:” một dòng, “- Sở Nội vụ.” dòng dưới
    """
    head, entries = _head(sheet), _entries(sheet)
    if not head or len(entries) != 1 or len(_rows(sheet)) != 1 or entries[0][0] < head[1][1]:
        return
    if not re.search(r"[,;]|\bvà\b|\bcác\b", sheet.text[slice(*entries[0])], re.IGNORECASE):
        yield Remark("Gửi một nơi thì ghi cùng dòng với “Kính gửi:”.", entries[0])


def check_one_end(sheet: Sheet) -> Iterator[Remark]:
    """Một nơi nhận: cuối dòng không có dấu chấm phẩy, dấu phẩy.

    Dấu chấm phẩy chỉ dùng để ngăn cách khi gửi nhiều nơi.

    Đúng: Kính gửi: Sở Nội vụ
    Sai: Kính gửi: Sở Nội vụ;
    """
    entries = _entries(sheet)
    if len(entries) == 1 and not _rows(sheet) and sheet.text[slice(*entries[0])].endswith((";", ",")):
        end = (entries[0][1] - 1, entries[0][1])
        yield Remark("Cuối dòng “Kính gửi” có dấu thừa.", entries[0], replace_words(sheet, end, ""))


def check_many(sheet: Sheet) -> Iterator[Remark]:
    """Nhiều nơi nhận: mỗi nơi một dòng.

    Gửi hai nơi trở lên thì xuống dòng, tên mỗi cơ quan hoặc mỗi nhóm cơ quan trình bày trên một dòng riêng.

    Đúng: Kính gửi: / - Sở Nội vụ; / - Sở Tài chính.
    Sai: Kính gửi: Sở Nội vụ; Sở Tài chính
    """
    head = _head(sheet)
    if head and not _rows(sheet) and re.search(r";\s*\S", sheet.text[head[0][1] : head[1][1]]):
        yield Remark("Gửi nhiều nơi thì mỗi nơi nhận một dòng riêng dưới “Kính gửi:”.", head[1])


def check_dashes(sheet: Sheet) -> Iterator[Remark]:
    """Nhiều nơi nhận: đầu dòng có gạch đầu dòng.

    Mỗi nơi nhận có gạch đầu dòng (-), các gạch thẳng hàng với nhau dưới dấu hai chấm.

    Đúng: - Sở Nội vụ;
    Sai: Sở Nội vụ;
    """
    entries = [entry for entry in _entries(sheet) if (head := _head(sheet)) and entry[0] >= head[1][1]]
    bare = [entry for entry in entries if not _DASH.match(sheet.text[entry[0] : entry[1]])]
    if len(entries) > 1 and bare:
        yield Remark("Mỗi nơi nhận dưới “Kính gửi:” phải có gạch đầu dòng.", bare[0])


def check_ends(sheet: Sheet) -> Iterator[Remark]:
    """Nhiều nơi nhận: cuối dòng có dấu chấm phẩy, dòng cuối có dấu chấm.

    Cuối mỗi dòng có dấu chấm phẩy (;), cuối dòng cuối cùng có dấu chấm (.).

    Đúng: - Sở Nội vụ; / - Sở Tài chính.
    Sai: - Sở Nội vụ, / - Sở Tài chính
    """
    entries = [entry for entry in _entries(sheet) if (head := _head(sheet)) and entry[0] >= head[1][1]]
    if len(entries) > 1:
        yield from remark_ends(sheet, entries[:-1], ";")
        yield from remark_ends(sheet, entries[-1:], ".")


def remark_ends(sheet: Sheet, entries: Sequence[Span], asked: str) -> Iterator[Remark]:
    """One remark where entries of a list do not end in the mark that is asked for."""
    wrong: list[tuple[Span, Span]] = []
    for entry in entries:
        words = sheet.text[slice(*entry)]
        found = re.search(r"[\s.;:,/]*$", words)
        end = found.group() if found else ""
        if end.strip() != asked:
            wrong.append((entry, (entry[1] - len(end), entry[1])))
    if wrong:
        name = "dấu chấm" if asked == "." else "dấu chấm phẩy"
        # Dots to write on are no mark to be replaced.
        sure = [span for _, span in wrong if ".." not in sheet.text[slice(*span)]]
        repairs = tuple(repair for span in sure for repair in replace_words(sheet, span, asked))
        places = f" ({len(wrong)} dòng)" if len(wrong) > 1 else ""
        yield Remark(f"Cuối dòng phải có {name} ({asked}){places}.", wrong[0][0], repairs)


def _head_words(sheet: Sheet) -> list[Span]:
    head = _head(sheet)
    return [head[1], *_entries(sheet)] if head else []


def check_size(sheet: Sheet) -> Iterator[Remark]:
    """“Kính gửi” và nơi nhận trực tiếp cỡ chữ 13 - 14.

    Từ “Kính gửi” và tên cơ quan, tổ chức, cá nhân nhận văn bản in thường, cỡ chữ từ 13 đến 14.

    Đúng: cỡ 14
    Sai: cỡ 12
    """
    yield from check_sizes(sheet, _head_words(sheet)[:1], "“Kính gửi”", 13, 14)


def check_letters(sheet: Sheet) -> Iterator[Remark]:
    """“Kính gửi” kiểu chữ đứng.

    Từ “Kính gửi” và tên nơi nhận trình bày kiểu chữ đứng.

    Đúng: Kính gửi: Sở Nội vụ (đứng)
    Sai: Kính gửi: Sở Nội vụ (nghiêng)
    """
    yield from check_style(sheet, _head_words(sheet)[:1], "“Kính gửi”", italic=False)


def check_submission(sheet: Sheet) -> Iterator[Remark]:
    """Tờ trình của Đảng ghi “Kính trình”.

    Tờ trình của cấp ủy, cơ quan Đảng ghi “Kính trình”; công văn ghi “Kính gửi”.

    Đúng: Kính trình: Ban Thường vụ Tỉnh ủy
    Sai: Kính gửi: Ban Thường vụ Tỉnh ủy (trên tờ trình)
    """
    head = _head(sheet)
    if head and sheet.kind == "tờ trình" and "gui" in fold(sheet.text[slice(*head[0])]):
        yield Remark("Tờ trình của Đảng ghi “Kính trình”, không ghi “Kính gửi”.", head[1])


_PLACE = "Mục II.9.d"

RULES = (
    Rule("VB601", check_sent, ERROR, state("Mục II.9.b")),
    Rule("VB602", check_colon, WARNING, {**state(_PLACE), **PARTY}),
    Rule("VB603", check_one, WARNING, state(_PLACE)),
    Rule("VB604", check_one_end, WARNING, state(_PLACE)),
    Rule("VB605", check_many, WARNING, state(_PLACE)),
    Rule("VB606", check_dashes, WARNING, state(_PLACE)),
    Rule("VB607", check_ends, WARNING, state(_PLACE)),
    Rule("VB608", check_size, ERROR, state(_PLACE), layout=True),
    Rule("VB609", check_letters, WARNING, state(_PLACE), layout=True),
    Rule("VB610", check_submission, INFO, PARTY),
)
