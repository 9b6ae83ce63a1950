"""Words and rules of a PDF page (*từ, đường kẻ*) from pdfium: where they stand and what they look like.

pdfium is asked as little as will do, because each question through ctypes costs as much as reading some characters:
the text of the page at once, boxes for the first and last character of a word, looks once a text object.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from typing import Any, NamedTuple

import msgspec
import pypdfium2.raw as pdfium

from vanban.lexicon.legacy_fonts import decode_font, find_font_code, is_unicode
from vanban.model.text import Box
from vanban.read.pdf_calls import (
    Item,
    Numbers,
    get_font,
    get_font_flags,
    get_font_name,
    get_font_size,
    get_loose_box,
    get_matrix,
    get_render_mode,
    get_text_object,
    point_to,
)
from vanban.read.pdf_frame import Frame, read_frame
from vanban.read.pdf_rules import read_rules

_HYPHENS = "\x02\ufffe"
"""What pdfium gives for a hyphen at a line end; it joins the two halves without a blank."""
_WORD = re.compile(rf"[^\s{_HYPHENS}\x00]+[{_HYPHENS}]?|[{_HYPHENS}]")
_BOLD_NAME = re.compile(r"bold|black|heavy|[-,]b(?:$|[^a-z])", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_FLAG_ITALIC = 1 << 6


class Word(msgspec.Struct, frozen=True, gc=False):
    """Characters between blanks. Boxes are the font's: all words of a line in one font have the same height.

    `confidence` (0 to 1) is set where a program read the word off a picture.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    confidence: float | None = None


class Page(NamedTuple):
    """One page: its words in the order of the file, thin rules (boxes), the share that pictures cover, its drawings."""

    number: int
    width: float
    height: float
    words: list[Word]
    rules: list[Box]
    pictured: float
    drawings: int


class _Font(NamedTuple):
    bold: bool
    italic: bool
    legacy: str


class _Look(NamedTuple):
    """`quarter` is the direction of the text in quarter turns against the clock: 0 runs to the right, 1 up.

    `legacy` is the name of a font from before Unicode, "" for any other.
    """

    size: float
    bold: bool
    italic: bool
    legacy: str
    quarter: int


_NO_LOOK = _Look(0.0, False, False, "", 0)

_Found = tuple[str, float, float, float, float, _Look]
"""A word before the sheet is turned: its characters, left, bottom, right and top as stored, its look."""


def read_page(page: Any, number: int) -> Page:
    """Read one open page; what is strange on it (no size, odd fonts) gives fewer words, not an error.

    The sheet is turned so that most of its text runs from left to right, whatever rotation the page states.
    """
    frame = read_frame(page)
    found, looks = _find_words(page)
    if any(look.legacy for look in looks):
        found = _decode_words(found)
    if found:
        frame = frame._replace(rotation=_choose_quarter(found, looks))
    rules, pictured, drawings = read_rules(page, frame)
    sheet = frame.width * frame.height
    turned = frame.rotation in (1, 3)
    return Page(
        number=number,
        width=frame.height if turned else frame.width,
        height=frame.width if turned else frame.height,
        words=_turn_words(found, frame),
        rules=rules,
        pictured=min(pictured / sheet, 1.0) if sheet > 0 else 0.0,
        drawings=drawings,
    )


def _choose_quarter(found: list[_Found], looks: set[_Look]) -> int:
    """The direction of most words."""
    quarters = {look.quarter for look in looks}
    if len(quarters) > 1:
        return Counter(look.quarter for *_, look in found).most_common(1)[0][0]
    return quarters.pop()


def _turn_words(found: list[_Found], frame: Frame) -> list[Word]:
    words: list[Word] = []
    margin, above = frame.left, frame.height + frame.bottom
    for text, left, bottom, right, top, (size, bold, italic, _, _) in found:
        if frame.rotation:
            x0, y0, x1, y1 = frame.turn(left, bottom, right, top)
        else:  # nearly every sheet: not worth a call a word
            x0, y0, x1, y1 = left - margin, above - top, right - margin, above - bottom
        # Inside a drawn form (a stamp) the text's own matrix does not tell its size on the page; the box does.
        height = y1 - y0
        if not 0.6 * size < height < 2 * size:
            size = round(1.1 * height, 1)
        words.append(Word(text, x0, y0, x1, y1, size, bold, italic))
    return words


def _find_words(page: Any) -> tuple[list[_Found], set[_Look]]:
    """The words of a page as stored, and all looks that they have."""
    handle = pdfium.FPDFText_LoadPage(page)
    if not handle:
        return [], set()
    try:
        text = _read_characters(handle)
        words: list[_Found] = []
        looks = _Looks()
        boxes = Numbers(8)  # of the first and the last character: left, top, right, bottom
        first, last, read_boxes = boxes.places[0], boxes.places[4], boxes.read
        characters = point_to(handle)
        has_hyphens = any(sign in text for sign in _HYPHENS)
        spans = [found.span() for found in _WORD.finditer(text)]
        spans.reverse()
        while spans:
            start, end = spans.pop()
            if not get_loose_box(characters, start, first) or not get_loose_box(characters, end - 1, last):
                continue
            look = looks[get_text_object(characters, start)]
            left, top, right, bottom, last_left, last_top, last_right, last_bottom = read_boxes()
            if (last_top < bottom or last_bottom > top) and look.quarter == 0 and end - start > 1:
                # Two lines that the file sets without a blank between: part them where the height changes.
                middle = _find_jump(handle, start, end, bottom, top)
                spans += [(middle, end), (start, middle)]
                continue
            word = text[start:end]
            if has_hyphens and word[-1] in _HYPHENS:
                # In TCVN3 fonts the letter "ư" has the code of the soft hyphen: pdfium takes it for a hyphen too.
                word = word[:-1] + ("\xad" if look.legacy else "-")
            # min and max would cost a call each.
            words.append(
                (
                    word,
                    left if left < last_left else last_left,
                    bottom if bottom < last_bottom else last_bottom,
                    right if right > last_right else last_right,
                    top if top > last_top else last_top,
                    look,
                )
            )
        return words, set(looks.values())
    finally:
        pdfium.FPDFText_ClosePage(handle)


def _find_jump(handle: Any, start: int, end: int, bottom: float, top: float) -> int:
    """The first character of a word that lies above or below its first one; at least one stays before it."""
    box = pdfium.FS_RECTF()
    for index in range(start + 1, end):
        if pdfium.FPDFText_GetLooseCharBox(handle, index, box) and (box.top < bottom or box.bottom > top):
            return index
    return end - 1


def _read_characters(handle: Any) -> str:
    """The characters of the page, one for each index that pdfium counts in."""
    count = pdfium.FPDFText_CountChars(handle)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(buffer)[: max(written - 1, 0) * 2].decode("utf-16-le", errors="replace")
    if len(text) == count:
        return text
    # Characters without a code or beyond U+FFFF shift the text against the indices: ask one by one.
    codes = (pdfium.FPDFText_GetUnicode(handle, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\x00" for code in codes)


class _Looks(dict[int | None, _Look]):
    """The looks of a page's text objects by their addresses, each read when first asked for.

    A page has thousands of text objects and a handful of looks.
    """

    def __init__(self) -> None:
        super().__init__()
        self._fonts: dict[int | None, _Font] = {}
        self._known: dict[tuple[tuple[float, ...], int | None, int], _Look] = {}
        self._item = Item()
        numbers = Numbers(7)
        self._size, self._matrix, *_ = numbers.places
        self._read = numbers.read

    def __missing__(self, address: int | None) -> _Look:
        """What pdfium says of one text object; nothing of a character that it made up itself."""
        item = self._item
        item.value = address
        if not address or not get_font_size(item, self._size) or not get_matrix(item, self._matrix):
            look = _NO_LOOK
        else:
            key = (self._read()[:5], get_font(item), get_render_mode(item))
            look = self._known.get(key) or self._make(*key)
        self[address] = look
        return look

    def _make(self, numbers: tuple[float, ...], handle: int | None, mode: int) -> _Look:
        font = self._fonts.get(handle)
        if font is None:
            font = self._fonts[handle] = _read_font(handle)
        size, a, b, c, d = numbers
        scale = (c * c + d * d) ** 0.5 or 1.0
        slanted = abs(c) > 0.1 * abs(d) and abs(b) < 0.01 * abs(a)
        quarter = (1 if b > 0 else 3) if abs(b) > abs(a) else (2 if a < 0 else 0)
        # Text that is filled and stroked is how programs without a bold font print bold.
        bold = font.bold or mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        look = _Look(round(abs(size * scale), 1), bold, font.italic or slanted, font.legacy, quarter)
        self._known[numbers, handle, mode] = look
        return look


def _read_font(handle: int | None) -> _Font:
    if not handle:
        return _Font(False, False, "")
    buffer = ctypes.create_string_buffer(256)
    font = Item(handle)
    get_font_name(font, buffer, ctypes.c_size_t(len(buffer)))
    name = buffer.value.decode("utf-8", errors="replace")
    flags = get_font_flags(font)
    flags = flags if flags > 0 else 0
    bold = bool(_BOLD_NAME.search(name)) or bool(flags & _FORCE_BOLD)
    italic = bool(_ITALIC_NAME.search(name)) or bool(flags & _FLAG_ITALIC)
    name = name.rpartition("+")[2]
    return _Font(bold, italic, name if find_font_code(name) else "")


def _decode_words(found: list[_Found]) -> list[_Found]:
    """Words under fonts from before Unicode as printed; a font whose words are Unicode all the same is left alone."""
    samples: dict[str, str] = {}
    for text, *_, look in found:
        if look.legacy:
            samples[look.legacy] = f"{samples.get(look.legacy, '')} {text}"
    decoded = {font for font, sample in samples.items() if not is_unicode(sample)}
    if not decoded:
        return found
    return [
        (decode_font(word[0], word[-1].legacy), *word[1:]) if word[-1].legacy in decoded else word for word in found
    ]
