"""The tracking list as .xlsx, ready for work and for print."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence

import xlsxwriter

from vanban.write.tracking.columns import COLUMNS

_COLOURS = (("quá hạn", "#fecaca"), ("trong hạn", "#dcfce7"), ("không hạn", "#f3f4f6"))
_STATUS = next(index for index, (name, _) in enumerate(COLUMNS) if name == "Trạng thái")
_LINE = 15  # points, of a line in 11 point type
_LONGEST = 32_767
"""Characters that a cell of Excel can hold."""


def render_xlsx(head: Sequence[str], cells: Sequence[Sequence[str]]) -> bytes:
    """One sheet: frozen head, filters, A4 landscape one page wide, the head again on every page, colour by status.

    Every cell but the number of the row is written as text, so nothing in it can act as a formula or a link.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("Danh mục theo dõi")
    edge = {"font_name": "Times New Roman", "font_size": 11, "border": 1, "valign": "top", "text_wrap": True}
    title = book.add_format({"font_name": "Times New Roman", "font_size": 14, "bold": True, "align": "center"})
    line = book.add_format({"font_name": "Times New Roman", "font_size": 11, "italic": True, "align": "center"})
    heading = book.add_format({**edge, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#dbeafe"})
    plain, number = book.add_format(edge), book.add_format({**edge, "align": "center"})
    colours = [(mark, book.add_format({**edge, "bg_color": colour})) for mark, colour in _COLOURS]

    last = len(COLUMNS) - 1
    for row, text in enumerate(head):
        sheet.merge_range(row, 0, row, last, "", title if row == 0 else line)
        sheet.write_string(row, 0, fit_cell(text), title if row == 0 else line)
    top = len(head)
    for column, (name, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(top, column, name, heading)
    sheet.set_row(top, 2 * _LINE)
    for row, texts in enumerate(cells, start=top + 1):
        style = next((style for mark, style in colours if mark in texts[_STATUS]), plain)
        sheet.set_row(row, height_of(texts))
        sheet.write_number(row, 0, int(texts[0]), number)
        for column, text in enumerate(texts[1:], start=1):
            sheet.write_string(row, column, fit_cell(text), style if column == _STATUS else plain)
    bottom = top + max(len(cells), 1)
    sheet.autofilter(top, 0, bottom, last)
    sheet.freeze_panes(top + 1, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    sheet.print_area(0, 0, bottom, last)
    sheet.set_footer("&C&P/&N")
    book.close()
    return buffer.getvalue()


def height_of(texts: Sequence[str]) -> float:
    """The height of a row in points: LibreOffice does not find it itself for wrapped text, and Excel ends at 409."""
    lines = max(len(textwrap.wrap(text, width)) for text, (_, width) in zip(texts, COLUMNS, strict=True))
    return float(min(_LINE * max(lines, 1) + 3, 409))


def fit_cell(text: str) -> str:
    """The text, cut where it is longer than Excel allows."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
