"""Fonts, sizes and styles (*phông chữ, cỡ chữ, kiểu chữ*): how a place is held against what is asked of it, and the two
rules on all of a paper. NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.form.rule import ERROR, GUIDE, WARNING, Remark, Rule, state
from vanban.form.sheet import Sheet, find_letters, find_lines, measure_size, set_letters, share_of, trim
from vanban.lexicon.legacy_fonts import find_font_code
from vanban.model.text import Span

_FONT = "Times New Roman"
_SIGNS = ("symbol", "wingdings", "webdings", "mt extra", "cambria math", "segoe ui symbol")
"""Fonts of signs and formulas: bullets, boxes, arrows."""
MOST, LEAST = 0.8, 0.2
"""From which share on a place counts as bold, and up to which as not: a run of blanks or a mark decides nothing."""


def describe(name: str, size: float, lowest: float, highest: float) -> str:
    """The sentence for a size out of range."""
    asked = f"{lowest:g}" if lowest == highest else f"từ {lowest:g} đến {highest:g}"
    return f"{name} cỡ chữ {size:g}, phải {asked}."


def count_lines(spans: Sequence[Span]) -> str:
    """How many places a remark is about, where it is more than one."""
    return f" ({len(spans)} dòng)" if len(spans) > 1 else ""


def check_sizes(sheet: Sheet, spans: Sequence[Span], name: str, lowest: float, highest: float) -> Iterator[Remark]:
    """A remark for each size that is too small or too large, at the first place that has it; mended to the nearest."""
    wrong: dict[float, list[Span]] = {}
    for span in spans:
        size = measure_size(sheet, span)
        if size is not None and not lowest <= size <= highest:
            wrong.setdefault(size, []).append(span)
    for size, places in wrong.items():
        asked = lowest if size < lowest else highest
        repairs = tuple(repair for place in places for repair in set_letters(sheet, place, size=asked))
        yield Remark(describe(name + count_lines(places), size, lowest, highest), places[0], repairs)


def check_style(
    sheet: Sheet, spans: Sequence[Span], name: str, *, bold: bool | None = None, italic: bool | None = None
) -> Iterator[Remark]:
    """A remark for each way in which places are not as bold or as italic as asked, at the first; None asks nothing."""
    wrong: dict[str, list[Span]] = {}
    for span in spans:
        said = []
        for attribute, asked, yes, no in (
            (share_of(sheet, span, "bold"), bold, "đậm", "không đậm"),
            (share_of(sheet, span, "italic"), italic, "nghiêng", "đứng"),
        ):
            if attribute is None or asked is None:
                continue
            if (asked and attribute < MOST) or (not asked and attribute > LEAST):
                said.append(yes if asked else no)
        if said:
            wrong.setdefault(", ".join(said), []).append(span)
    for words, places in wrong.items():
        yield Remark(f"{name}{count_lines(places)} phải trình bày kiểu chữ {words}.", places[0])


def find_font(sheet: Sheet) -> Iterator[Remark]:
    """Phông chữ Times New Roman.

    Toàn văn bản dùng phông Times New Roman, bộ mã Unicode theo TCVN 6909:2001.

    Đúng: Times New Roman
    Sai: Arial, Calibri, .VnTime
    """
    wrong: dict[str, list[Span]] = {}
    for line, _ in find_lines(sheet, (0, len(sheet.text))):
        span = trim(sheet.text, (line.start, line.end))
        fonts = {
            letters.font
            for letters, _ in find_letters(sheet, span)
            if letters.font and not _is_right(letters.font) and not letters.font.lower().startswith(_SIGNS)
        }
        for font in fonts:
            wrong.setdefault(font, []).append(span)
    for font, spans in sorted(wrong.items()):
        if find_font_code(font):  # in another font its bytes would be other letters
            message = f"Phông chữ {font}{count_lines(spans)} không theo Unicode; hãy chuyển mã sang {_FONT}."
            yield Remark(message, spans[0])
            continue
        repairs = tuple(repair for span in spans for repair in set_letters(sheet, span, font=_FONT))
        yield Remark(f"Phông chữ {font}{count_lines(spans)}, phải là {_FONT}.", spans[0], repairs)


def _is_right(font: str) -> bool:
    """Times New Roman under whatever name: "TimesNewRomanPS-BoldMT" is what a PDF calls it."""
    return font.lower().replace(" ", "").startswith("timesnewroman")


def find_colour(sheet: Sheet) -> Iterator[Remark]:
    """Chữ màu đen.

    Toàn văn bản in màu đen; chữ màu thường là chỗ còn sửa hoặc đường dẫn chép từ trang mạng.

    Đúng: chữ đen
    Sai: chữ đỏ đánh dấu chỗ cần sửa
    """
    for line, _ in find_lines(sheet, (0, len(sheet.text))):
        span = trim(sheet.text, (line.start, line.end))
        for letters, count in find_letters(sheet, span):
            if letters.colour and count > 1 and not _is_dark(letters.colour):
                yield Remark("Văn bản có chữ màu, phải dùng chữ màu đen.", span)
                return


def _is_dark(colour: str) -> bool:
    """Black, or what a printer makes of nearly black; white marks nothing that is seen."""
    try:
        red, green, blue = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    except ValueError:
        return True
    return max(red, green, blue) < 0x60 or min(red, green, blue) > 0xF0


RULES = (
    Rule("VB201", find_font, ERROR, {**state("Mục I.4", normative=True), "party": GUIDE}, layout=True),
    Rule("VB202", find_colour, WARNING, state("Mục I.4", normative=True), layout=True),
)
