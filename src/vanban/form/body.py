"""The body (*nội dung văn bản*): NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6. Its numbering has a file of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vanban.form.passages import LONG, body_lines, find_grounds, last_words
from vanban.form.rule import ERROR, INFO, PARTY, WARNING, Remark, Rule, state
from vanban.form.sheet import Sheet, measure_size, replace_words, set_letters, share_of, trim
from vanban.form.typeface import check_sizes, check_style, describe
from vanban.model.layout import ParagraphLook
from vanban.model.text import Span

_INDENTS = (10.0, 12.7)
_WITHOUT_END = {"biên bản", "hợp đồng", "bản ghi nhớ", "bản thỏa thuận", "giấy giới thiệu", "giấy nghỉ phép", "lịch"}
_END = re.compile(r"[\s.;,/]*$")
_MOST_ITALIC = 0.7


def check_end(sheet: Sheet) -> Iterator[Remark]:
    """Nội dung văn bản kết thúc bằng “./.”.

    Hết nội dung, trước phần ký, ghi dấu “./.” như các mẫu ở Phụ lục III.

    Đúng: … chịu trách nhiệm thi hành Quyết định này./.
    Sai: … chịu trách nhiệm thi hành Quyết định này.
    """
    span = last_words(sheet)
    words = sheet.text[slice(*span)] if span else ""
    # "(… gửi kèm theo)" may stand below the end.
    if span and sheet.headed and sheet.kind not in _WITHOUT_END and not words.endswith(")"):
        found = _END.search(words)
        mark = "".join(found.group().split()) if found else ""
        # Dots to write on are told by another rule.
        if found and found.start() > 3 and mark != "./." and ".." not in mark:
            end = (span[0] + found.start(), span[1])
            yield Remark("Nội dung văn bản phải kết thúc bằng “./.”.", span, replace_words(sheet, end, "./."))


def check_end_tight(sheet: Sheet) -> Iterator[Remark]:
    """Dấu “./.” viết liền sau chữ cuối.

    Không cách chữ trước và trong dấu “./.”.

    Đúng: … để thực hiện./.
    Sai: … để thực hiện ./ .
    """
    span = last_words(sheet)
    found = _END.search(sheet.text[slice(*span)]) if span else None
    if span and found and sheet.spaced and "".join(found.group().split()) == "./." and found.group() != "./.":
        end = (span[0] + found.start(), span[1])
        yield Remark("Dấu “./.” phải viết liền.", span, replace_words(sheet, end, "./."))


def check_party_end(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản của Đảng kết thúc bằng dấu chấm.

    Hết nội dung ghi dấu chấm (.), không ghi “./.”.

    Đúng: … nghiêm túc thực hiện Kế hoạch này.
    Sai: … nghiêm túc thực hiện Kế hoạch này./.
    """
    span = last_words(sheet)
    found = _END.search(sheet.text[slice(*span)]) if span else None
    if span and found and "/" in found.group():
        end = (span[0] + found.start(), span[1])
        yield Remark("Văn bản của Đảng kết thúc bằng dấu chấm (.).", span, replace_words(sheet, end, "."))


def check_grounds_ends(sheet: Sheet) -> Iterator[Remark]:
    """Sau mỗi căn cứ có dấu chấm phẩy, căn cứ cuối có dấu chấm.

    Sau mỗi căn cứ phải xuống dòng, cuối dòng có dấu chấm phẩy (;), dòng cuối cùng kết thúc bằng dấu chấm (.).

    Đúng: Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025; / Theo đề nghị của Giám đốc Sở Nội vụ.
    Sai: Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025.
    """
    grounds = find_grounds(sheet)
    for place, node in enumerate(grounds):
        span = trim(sheet.text, node.span)
        asked = "." if place == len(grounds) - 1 else ";"
        words = sheet.text[slice(*span)]
        found = re.search(r"[\s.;,]*$", words)
        if found and found.group().strip() != asked and not words.endswith(":"):
            name = "dấu chấm (.)" if asked == "." else "dấu chấm phẩy (;)"
            repairs = replace_words(sheet, (span[0] + found.start(), span[1]), asked)
            yield Remark(f"Cuối căn cứ phải có {name}.", span, repairs)


def check_grounds_style(sheet: Sheet) -> Iterator[Remark]:
    """Căn cứ ban hành kiểu chữ nghiêng.

    Căn cứ ban hành văn bản in thường, kiểu chữ nghiêng, cỡ chữ từ 13 đến 14.

    Đúng: Căn cứ Luật Tổ chức chính quyền địa phương … (nghiêng)
    Sai: Căn cứ Luật Tổ chức chính quyền địa phương … (đứng)
    """
    yield from check_style(sheet, [node.span for node in find_grounds(sheet)], "Căn cứ ban hành", italic=True)


def _spans(sheet: Sheet) -> list[Span]:
    return [trim(sheet.text, (line.start, line.end)) for line, _ in body_lines(sheet)]


def check_size(sheet: Sheet) -> Iterator[Remark]:
    """Nội dung văn bản cỡ chữ 13 - 14.

    Phần lời văn in thường, cỡ chữ từ 13 đến 14.

    Đúng: cỡ 14
    Sai: cỡ 12
    """
    sizes: dict[float, list[Span]] = {}
    for span in _spans(sheet):
        size = measure_size(sheet, span)
        if size is not None and span[1] - span[0] > 3:
            sizes.setdefault(size, []).append(span)
    right = [size for size in sizes if 13 <= size <= 14]
    usual = max(right, key=lambda size: len(sizes[size]), default=None)
    for size, spans in sorted((size, spans) for size, spans in sizes.items() if size not in right):
        asked = usual or (13.0 if size < 13 else 14.0)
        repairs = tuple(repair for span in spans for repair in set_letters(sheet, span, size=asked))
        places = f" ({len(spans)} đoạn)" if len(spans) > 1 else ""
        yield Remark(describe(f"Nội dung văn bản{places}", size, 13, 14), spans[0], repairs)


def check_party_size(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản của Đảng: nội dung cỡ chữ 14 - 15.

    Phần lời văn cỡ chữ 14; văn bản theo Hướng dẫn 36-HD/VPTW có thể cỡ 15.

    Đúng: cỡ 14
    Sai: cỡ 12
    """
    spans = [span for span in _spans(sheet) if span[1] - span[0] > LONG // 2]
    yield from check_sizes(sheet, spans, "Nội dung văn bản", 14, 15)


def check_one_size(sheet: Sheet) -> Iterator[Remark]:
    """Lời văn cùng một cỡ chữ.

    Điều, khoản, điểm có cỡ chữ bằng cỡ chữ của phần lời văn; các đoạn không lúc 13 lúc 14.

    Đúng: toàn bộ lời văn cỡ 14
    Sai: đoạn cỡ 14, đoạn cỡ 13
    """
    sizes: dict[float, list[Span]] = {}
    for span in _spans(sheet):
        size = measure_size(sheet, span)
        if size is not None and 13 <= size <= 14 and span[1] - span[0] > LONG:
            sizes.setdefault(size, []).append(span)
    if len(sizes) > 1:
        usual = max(sizes, key=lambda size: len(sizes[size]))
        other = next(size for size in sizes if size != usual)
        yield Remark(f"Lời văn cỡ {usual:g} nhưng có đoạn cỡ {other:g}.", sizes[other][0])


def check_upright(sheet: Sheet) -> Iterator[Remark]:
    """Nội dung văn bản kiểu chữ đứng.

    Phần lời văn trình bày kiểu chữ đứng; chỉ căn cứ in nghiêng.

    Đúng: lời văn chữ đứng
    Sai: cả đoạn dài in nghiêng
    """
    grounds = [node.span for node in find_grounds(sheet)]
    spans = [span for span in _spans(sheet) if not any(one[0] <= span[0] < one[1] for one in grounds)]
    long = [span for span in spans if span[1] - span[0] > LONG]
    slanted = [span for span in long if (share_of(sheet, span, "italic") or 0) > _MOST_ITALIC]
    # A quoted or bracketed paragraph may be slanted, a body is not.
    if len(slanted) > 1 and len(slanted) > len(long) / 3:
        yield Remark(f"Nội dung văn bản in nghiêng ({len(slanted)} đoạn), phải là chữ đứng.", slanted[0])


def _long_paragraphs(sheet: Sheet) -> list[tuple[Span, ParagraphLook]]:
    """The paragraphs of the body that take more than a line, with their looks; those in tables left out."""
    found: dict[int, tuple[Span, ParagraphLook]] = {}
    for line, place in body_lines(sheet) if sheet.looks else ():
        number = sheet.looks[place].paragraph if sheet.looks else None
        look = sheet.paragraphs.get(number) if number is not None else None
        if number is None or look is None or look.in_table:
            continue
        start = found[number][0][0] if number in found else line.start
        found[number] = ((start, line.end), look)
    return [(span, look) for span, look in found.values() if span[1] - span[0] > LONG]


def _report(
    sheet: Sheet, wrong: Callable[[Span, ParagraphLook], bool], message: str, *, most: float = 0.2
) -> Iterator[Remark]:
    """One remark where more than a share of the long paragraphs is wrong: a single one is an exception made on purpose
    more often than a slip."""
    paragraphs = _long_paragraphs(sheet)
    bad = [span for span, look in paragraphs if wrong(span, look)]
    if bad and len(bad) > most * len(paragraphs):
        yield Remark(f"{message} ({len(bad)}/{len(paragraphs)} đoạn).", bad[0])


def check_justified(sheet: Sheet) -> Iterator[Remark]:
    """Nội dung văn bản canh đều cả hai lề.

    Phần lời văn được canh đều cả hai lề (Justify).

    Đúng: canh đều hai lề
    Sai: canh trái
    """
    yield from _report(sheet, lambda _, look: look.alignment in ("left", "right"), "Lời văn không canh đều cả hai lề")


def check_indent(sheet: Sheet) -> Iterator[Remark]:
    """Chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.

    Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.

    Đúng: First line 1 cm hoặc 1,27 cm
    Sai: không lùi đầu dòng; lùi 2 cm
    """

    def is_wrong(span: Span, look: ParagraphLook) -> bool:
        offset = look.first_line + look.left
        typed = sheet.text[span[0]].isspace()
        return not look.label and not typed and all(abs(offset - asked) > 0.6 for asked in _INDENTS)

    yield from _report(sheet, is_wrong, "Chữ đầu dòng không lùi vào 1 cm hoặc 1,27 cm", most=0.5)


def check_paragraph_space(sheet: Sheet) -> Iterator[Remark]:
    """Khoảng cách giữa các đoạn văn tối thiểu 6pt.

    Khoảng cách sau đoạn trên và trước đoạn dưới cộng lại từ 6pt trở lên.

    Đúng: Before 6pt, After 0pt
    Sai: Before 0pt, After 0pt
    """
    yield from _report(
        sheet, lambda _, look: look.before + look.after < 5.9, "Khoảng cách giữa các đoạn văn dưới 6pt", most=0.5
    )


def check_line_space(sheet: Sheet) -> Iterator[Remark]:
    """Khoảng cách giữa các dòng từ dòng đơn đến 1,5 dòng.

    Tối thiểu là dòng đơn, tối đa là 1,5 lines.

    Đúng: Single; Exactly 18pt
    Sai: Double
    """

    def is_wrong(_: Span, look: ParagraphLook) -> bool:
        return not 0.95 <= look.spacing <= 1.55 if look.spacing > 0 else not 13.5 <= -look.spacing <= 25

    yield from _report(sheet, is_wrong, "Khoảng cách dòng không từ dòng đơn đến 1,5 dòng")


def check_empty_lines(sheet: Sheet) -> Iterator[Remark]:
    """Không dùng dòng trống để cách đoạn.

    Khoảng cách giữa các đoạn đặt bằng Spacing (từ 6pt), không chèn dòng trống.

    Đúng: Before 6pt
    Sai: mỗi đoạn cách nhau một dòng trống
    """
    lines = body_lines(sheet)
    if sheet.looks is None or len(lines) < 4:
        return
    places = [place for _, place in lines]
    between = [place for place in range(places[0], places[-1]) if not _says(sheet, place) and _says(sheet, place - 1)]
    if len(between) > len(places) / 3:
        line = sheet.outline.lines[between[0] - 1]
        message = f"Các đoạn cách nhau bằng dòng trống ({len(between)} dòng); hãy đặt khoảng cách đoạn."
        yield Remark(message, trim(sheet.text, (line.start, line.end)))


def _says(sheet: Sheet, place: int) -> bool:
    line = sheet.outline.lines[place]
    return bool(sheet.text[line.start : line.end].strip())


_WORDS = "Mục II.6.e"

RULES = (
    Rule("VB801", check_end, WARNING, {"state": "Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục II, các mẫu"}),
    Rule("VB802", check_end_tight, INFO, {"state": "Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục II, các mẫu"}),
    Rule("VB803", check_grounds_ends, WARNING, state("Mục II.6.a")),
    Rule("VB804", check_grounds_style, ERROR, state("Mục II.6.a"), layout=True),
    Rule("VB805", check_size, ERROR, state(_WORDS), layout=True),
    Rule("VB806", check_one_size, WARNING, state("Mục II.6.đ"), layout=True),
    Rule("VB807", check_upright, WARNING, state(_WORDS), layout=True),
    Rule("VB808", check_justified, WARNING, state(_WORDS), layout=True),
    Rule("VB809", check_indent, INFO, state(_WORDS), layout=True),
    Rule("VB810", check_paragraph_space, INFO, state(_WORDS), layout=True),
    Rule("VB811", check_line_space, WARNING, state(_WORDS), layout=True),
    Rule("VB812", check_empty_lines, INFO, state(_WORDS), layout=True),
    Rule("VB821", check_party_end, INFO, PARTY),
    Rule("VB822", check_party_size, INFO, PARTY, layout=True),
)
