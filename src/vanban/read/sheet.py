"""Spreadsheets (*bảng tính .xlsx*), as offices keep lists of tasks: each sheet a table, its cells as lines."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from vanban.errors import UnreadableError
from vanban.model.text import Cell, Text
from vanban.read.archive import open_archive, read_member
from vanban.read.docx_parts import DoctypeError, is_bomb, parse_xml
from vanban.read.draft import Draft, join_drafts

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LARGEST_PART = 48 * 1024 * 1024
_MOST_SHEETS = 50
_MOST_CELLS = 400_000
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_DATE_CODES = frozenset((14, 15, 16, 17, 22, 27, 30, 36, 50, 57))
_DATE_WORD = re.compile(r"[dy]|mmm", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_FIRST_DAY, _FIRST_DAY_1904 = date(1899, 12, 30), date(1904, 1, 1)


class _Book(NamedTuple):
    """What cells refer to: shared texts, which styles are dates, the day that counts as 0."""

    texts: list[str]
    dates: frozenset[int]
    first_day: date


def read_sheet(data: bytes, name: str) -> Text:
    """Read the values of all visible sheets, dates as ngày/tháng/năm; formulas by the result that was saved.

    A sheet is a table; rows above it that fill one cell alone (the title) are lines without a cell.
    """
    from lxml import etree

    try:
        with open_archive(data, name) as archive:
            members = {member.filename.lstrip("/"): member for member in archive.infolist()}

            def load(path: str) -> Any:
                if path not in members:
                    return None
                content = read_member(archive, members[path], name, _LARGEST_PART)
                if is_bomb(content, members[path].compress_size):
                    raise UnreadableError(f"{name}: bảng tính giải nén ra quá lớn; hãy chia nhỏ bảng rồi gửi lại.")
                return parse_xml(content)

            drafts = list(_draft_book(load))
    except (etree.XMLSyntaxError, DoctypeError) as error:
        raise UnreadableError(f"{name}: tệp bảng tính hỏng; hãy mở bằng Excel và lưu lại thành .xlsx.") from error
    text, lines = join_drafts(drafts)
    if not text.strip():
        raise UnreadableError(f"{name}: bảng tính không có ô nào có chữ; hãy kiểm tra lại tệp.")
    return Text(text=text, lines=lines, media_type=_MEDIA_TYPE, reader="xlsx")


def _draft_book(load: Any) -> Iterator[Draft]:
    root = load("xl/workbook.xml")
    if root is None:
        return
    relations = load("xl/_rels/workbook.xml.rels")
    targets = {
        relation.get("Id", ""): posixpath.normpath(posixpath.join("/xl", relation.get("Target", ""))).lstrip("/")
        for relation in (relations if relations is not None else ())
    }
    properties = root.find("{*}workbookPr")
    is_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    book = _Book(
        _read_texts(load("xl/sharedStrings.xml")),
        _find_dates(load("xl/styles.xml")),
        _FIRST_DAY_1904 if is_1904 else _FIRST_DAY,
    )
    table = paragraph = 0
    shown = [sheet for sheet in root.iterfind("{*}sheets/{*}sheet") if sheet.get("state") in (None, "visible")]
    for sheet in shown[:_MOST_SHEETS]:
        identifier = next((value for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")
        part = load(targets.get(str(identifier), ""))
        if part is not None:
            drafts = list(_draft_sheet(part, book, table, paragraph))
            table += any(draft.cell for draft in drafts)
            paragraph += len(drafts)
            yield from drafts


def _read_texts(root: Any) -> list[str]:
    return [] if root is None else [_join(item) for item in root.iterfind("{*}si")]


def _join(item: Any) -> str:
    """The runs of a text; readings of Japanese signs (`rPh`) are not part of it."""
    return "".join(piece.text or "" for piece in item.iterfind(".//{*}t") if not piece.getparent().tag.endswith("}rPh"))


def _find_dates(root: Any) -> frozenset[int]:
    """The numbers of the cell styles that show a date."""
    if root is None:
        return frozenset()
    codes = {
        int(form.get("numFmtId", "0") or 0): form.get("formatCode", "")
        for form in root.iterfind("{*}numFmts/{*}numFmt")
        if form.get("numFmtId", "").isdigit()
    }
    found = set()
    for number, style in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        identifier = style.get("numFmtId", "0")
        code = int(identifier) if identifier.isdigit() else 0
        if code in _DATE_CODES or _DATE_WORD.search(_QUOTED.sub("", codes.get(code, ""))):
            found.add(number)
    return frozenset(found)


def _draft_sheet(root: Any, book: _Book, table: int, first_paragraph: int) -> Iterator[Draft]:
    """The cells of a sheet; a row outside the table is a paragraph."""
    rows: dict[int, dict[int, str]] = {}
    count = 0
    for row_number, row in enumerate(root.iterfind("{*}sheetData/{*}row")):
        values: dict[int, str] = {}
        for place, cell in enumerate(row.iterfind("{*}c")):
            value = _read_value(cell, book).strip()
            found = _PLACE.fullmatch(cell.get("r", ""))
            if value:
                values[_number_column(found[1]) if found else place] = value
                count += 1
        number = row.get("r", "")
        if values and row.get("hidden") not in ("1", "true"):
            rows[int(number) - 1 if number.isdigit() else row_number] = values
        if count > _MOST_CELLS:
            break
    spans = _read_merges(root)
    # Titles above a table and signatures below stand alone in their row, or are merged over it.
    wide = [number for number, values in rows.items() if len(values) > 1]
    first, last = (wide[0], wide[-1]) if wide else (0, -1)
    left = min((column for number in wide for column in rows[number]), default=0)
    for shown, (number, values) in enumerate(sorted(rows.items())):
        for column, value in sorted(values.items()):
            down, across = spans.get((number, column), (1, 1))
            cell = Cell(table, shown, column - left, down, across) if first <= number <= last else None
            for line in value.splitlines():
                if line.strip():
                    yield Draft(content=line, cell=cell, paragraph=None if cell else first_paragraph + shown)


def _read_merges(root: Any) -> Mapping[tuple[int, int], tuple[int, int]]:
    """Rows and columns that merged cells cover, by their first place."""
    spans = {}
    for merge in root.iterfind("{*}mergeCells/{*}mergeCell"):
        found = re.fullmatch(_PLACE.pattern + ":" + _PLACE.pattern, merge.get("ref", ""))
        if found:
            left, right, top, bottom = _number_column(found[1]), _number_column(found[3]), int(found[2]), int(found[4])
            spans[top - 1, left] = (min(max(bottom - top + 1, 1), 10_000), min(max(right - left + 1, 1), 200))
    return spans


def _number_column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _read_value(cell: Any, book: _Book) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find("{*}is")
        return "" if inline is None else _join(inline)
    value = cell.findtext("{*}v") or ""
    if kind == "s":
        return book.texts[int(value)] if value.isdigit() and int(value) < len(book.texts) else ""
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    if kind in ("str", "e", "d"):
        return value
    style = cell.get("s", "0")
    try:
        number = float(value)
        if style.isdigit() and int(style) in book.dates and 0 < number < 3_000_000:
            return (book.first_day + timedelta(days=int(number))).strftime("%d/%m/%Y")
        return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)
    except (ValueError, OverflowError):
        return value
