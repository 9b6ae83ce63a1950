"""A list as .xlsx, ready for work and for print."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import xlsxwriter

from vanban.write.listing import Listing

_FONT = "Times New Roman"
_LINE = 15  # points, of a line in 11 point type
_LONGEST = 32_767
"""Characters that a cell of Excel can hold."""
_TALLEST = 409
"""Points that a row of Excel can have."""
_LETTER = 0.9
"""Of the width of a figure, what a letter and the end of its line take."""
_NAME = 31
"""Characters that the name of a sheet can have."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")


def render_xlsx(listing: Listing) -> bytes:
    """A sheet of the whole list and one for each share of it: frozen head, filters, A4 landscape one page wide, the
    head again on every page, colours by status.

    Every cell but numbers in the first column is written as text, so nothing in it can act as a formula or a link.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": listing.title, "author": "", "comments": ""})
    look = _Look(book, listing)
    names = name_sheets([listing.sheet, *(name for name, _ in listing.shares)])
    shares: list[Sequence[Sequence[str]]] = [listing.cells]
    shares += [[listing.cells[number] for number in numbers] for _, numbers in listing.shares]
    for name, below, cells in zip(names, ["", *(name for name, _ in listing.shares)], shares, strict=True):
        _fill(book.add_worksheet(name), look, listing, cells, below)
    book.close()
    return buffer.getvalue()


class _Look:
    """The formats of a workbook."""

    def __init__(self, book: Any, listing: Listing) -> None:
        edge = {"font_name": _FONT, "font_size": 11, "border": 1, "valign": "top", "text_wrap": True}
        over = {"font_name": _FONT, "align": "center", "text_wrap": True, "valign": "vcenter"}
        self.title = book.add_format({**over, "font_size": 14, "bold": True})
        self.line = book.add_format({**over, "font_size": 11, "italic": True})
        self.above = book.add_format({**over, "font_size": 12, "bold": True})
        self.heading = book.add_format(
            {**edge, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#dbeafe"}
        )
        self.plain = book.add_format(edge)
        self.number = book.add_format({**edge, "align": "center"})
        self.colours = {word: book.add_format({**edge, "bg_color": colour}) for word, colour in listing.colours.items()}


def _fill(sheet: Any, look: _Look, listing: Listing, cells: Sequence[Sequence[str]], share: str) -> None:
    last = len(listing.columns) - 1
    lines = [(line, look.above) for line in listing.above]
    lines += [(listing.title, look.title), *((line, look.line) for line in listing.below)]
    lines += [(share, look.above)] if share else []
    for row, (text, style) in enumerate(lines):
        sheet.merge_range(row, 0, row, last, "", style)
        sheet.write_string(row, 0, fit_cell(text), style)
    head = top = len(lines)
    widths = [column.width for column in listing.columns]
    for number, column in enumerate(listing.columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(head, number, column.name, look.heading)
        if listing.numbered:
            sheet.write_string(head + 1, number, f"({number + 1})", look.number)
    sheet.set_row(head, height_of([column.name for column in listing.columns], widths))
    top += listing.numbered
    _write_rows(sheet, look, listing, cells, top + 1, widths)
    bottom = top + max(len(cells), 1)
    sheet.autofilter(top, 0, bottom, last)
    sheet.freeze_panes(top + 1, min(2, last))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head, top)
    sheet.print_area(0, 0, bottom, last)
    sheet.set_footer("&C&P/&N")


def _write_rows(
    sheet: Any, look: _Look, listing: Listing, cells: Iterable[Sequence[str]], top: int, widths: Sequence[int]
) -> None:
    write, coloured, plain = sheet.write_string, listing.coloured, look.plain
    for row, texts in enumerate(cells, start=top):
        sheet.set_row(row, height_of(texts, widths))
        for column, text in enumerate(texts):
            style = plain
            if column == 0 and text.isdecimal():
                sheet.write_number(row, 0, int(text), look.number)
                continue
            if column == coloured:
                style = look.colours.get(text, plain)
            write(row, column, text if len(text) <= _LONGEST else fit_cell(text), style)


def height_of(texts: Sequence[str], widths: Sequence[int]) -> float:
    """The height of a row in points: LibreOffice does not find it itself for wrapped text, and Excel ends at 409.

    Widths count the figure 0, letters are narrower; what they leave is less at the ends of lines.

    >>> height_of(["1", "xây dựng kế hoạch"], [5, 20]), height_of(["1", "xây dựng kế hoạch phòng, chống"], [5, 20])
    (18.0, 33.0)
    """
    lines = 1
    for text, width in zip(texts, widths, strict=True):
        if len(text) * _LETTER > width:
            lines = max(lines, math.ceil(len(text) * _LETTER / width) + text.count("\n"))
        elif "\n" in text:
            lines = max(lines, text.count("\n") + 1)
    return float(min(_LINE * lines + 3, _TALLEST))


def fit_cell(text: str) -> str:
    """The text, cut where it is longer than Excel allows."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def name_sheets(names: Iterable[str]) -> list[str]:
    """Names that a workbook takes, in the same order: no `[]:*?/\\`, no apostrophe at either end, at most 31
    characters, none twice whatever its letters' case.

    >>> name_sheets(["Sở Y tế", "SỞ Y TẾ", "Phòng: A/B", ""])
    ['Sở Y tế', 'SỞ Y TẾ (2)', 'Phòng A B', 'Trang']
    """
    return list(_name_apart(names))


def _name_apart(names: Iterable[str]) -> Iterator[str]:
    known = {"history"}  # Excel keeps it for itself
    for name in names:
        plain = " ".join(_FORBIDDEN.sub(" ", name).split()).strip("'") or "Trang"
        number, chosen = 1, _shorten(plain, _NAME)
        while chosen.lower() in known:
            number += 1
            mark = f" ({number})"
            chosen = _shorten(plain, _NAME - len(mark)) + mark
        known.add(chosen.lower())
        yield chosen


def _shorten(name: str, length: int) -> str:
    """The name, cut at a word where it is too long; lengths are those of UTF-16, in which Excel counts."""
    if len(name.encode("utf-16-le")) // 2 <= length:
        return name
    while len(name.encode("utf-16-le")) // 2 > length - 1:
        name = name.rsplit(" ", 1)[0] if " " in name else name[:-1]
    return name.rstrip(" ,;-'") + "…"
