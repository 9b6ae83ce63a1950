"""Plain text and Markdown (*văn bản thuần*): .txt, .md, text pasted or crawled from the web."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from vanban.errors import UnreadableError
from vanban.lexicon.legacy_fonts import decode_legacy
from vanban.model.text import Cell, Line, Text
from vanban.read.layout import choose_column, is_layout_table, split_by_blanks
from vanban.read.piped import mark_piped_tables
from vanban.read.syllables import find_legacy_code

_PAGE_BREAK = re.compile(r"[-–—=*\s]*PAGE BREAK[-–—=*\s]*", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"\s*(?:[-–]\s*)?\d{1,3}(?:\s*[-–])?\s*")
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*")
_RULE = re.compile(r"[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*")
_SEPARATOR = re.compile(r"(?<!\\)\|")
_CELL_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
# Letters that cp1258 gives for Vietnamese text: bytes of another kind give none, or mostly other signs.
_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u0300\u0301\u0303\u0309\u0323àáèéìíòóùúýÀÁÈÉÌÍÒÓÙÚÝ]")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_STRANGE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd\u0080-\u009f]")

Physical = tuple[int, int]
"""Start and end of a physical line in the text."""


def read_plain(data: bytes, name: str) -> Text:
    """Read UTF-8 or UTF-16 with or without its mark (BOM), Windows-1258, TCVN3 or VNI where it gives Vietnamese.

    Line ends become "\\n"; a form feed ends a line too. Every physical line, also an empty one, is a `Line`,
    but the cells of a Markdown table are lines of their own: the bars and the rule under the head lie between them.
    Two columns of a heading that blanks keep apart are two lines. Marks of emphasis stay.
    A line "--- PAGE BREAK ---" is a footer.

    >>> read_plain("Số: 1\\r\\nV/v".encode(), "a.txt").text
    'Số: 1\\nV/v'
    """
    text = _open_legacy(decode_bytes(data, name)).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableError(f"{name}: tệp chỉ có khoảng trắng, không có chữ nào; hãy chép hoặc tải lại tệp.")
    lines = list(_find_lines(text))
    tables = sum(1 for _ in {line.cell.table for line in lines if line.cell})
    return Text(text=text, lines=tuple(mark_piped_tables(text, lines, tables)), media_type="text/plain", reader="text")


def decode_bytes(data: bytes, name: str) -> str:
    """The text of bytes: by their mark, else UTF-8, UTF-16 by its shape, Windows-1258 or the legacy fonts' 8 bits."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            break
    else:
        text = _decode_unmarked(data)
    strange = len(_STRANGE.findall(text))
    if strange * 100 > len(text) or "\x00" in text:
        raise UnreadableError(
            f"{name}: tệp không phải văn bản (nhị phân hoặc bảng mã lạ); "
            "hãy mở bằng chương trình đã tạo ra nó rồi lưu thành .docx, PDF hoặc .txt mã UTF-8."
        )
    return text


def _open_legacy(text: str) -> str:
    """Text in the codes of TCVN3 or VNI as Unicode, where all of it reads so and not otherwise."""
    code = find_legacy_code(text)
    if code is None:
        return text
    decoded = decode_legacy(text, code)
    if code != "tcvn3":
        return decoded
    # TCVN3 has no capitals with a tone: without the font, the letters around them say what they were.
    lines = (line.upper() if _is_shouted(line) else line for line in decoded.splitlines(keepends=True))
    return _LETTERS.sub(lambda found: found[0].upper() if _is_shouted(found[0]) else found[0], "".join(lines))


def _is_shouted(text: str) -> bool:
    """True for two plain capitals or more and no plain small letter: "CộNG", "HòA Xã HộI"."""
    plain = [letter for letter in text if letter.isascii() and letter.isalnum()]
    return len(plain) > 1 and all(letter.isupper() for letter in plain)


def _decode_unmarked(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if b"\x00" in data:
        sample = data[:4096]
        evens, odds = sample[::2].count(0), sample[1::2].count(0)
        # A third of Vietnamese text in UTF-16 and more is ASCII: every other byte is zero there.
        if len(data) % 2 == 0 and max(evens, odds) * 6 > len(sample) and min(evens, odds) == 0:
            return data.decode("utf-16-le" if odds else "utf-16-be", errors="replace")
    else:
        legacy = data.decode("cp1252", errors="replace")
        if find_legacy_code(legacy):
            return legacy
        text = data.decode("cp1258", errors="replace")
        foreign = [letter for letter in text if letter > "\x7f"]
        if len(_VIETNAMESE.findall(text)) * 10 >= len(foreign) * 8:
            return text
    # Not Windows-1258 either: UTF-8 with a few broken bytes is still read, the rest is refused by its strange signs.
    return data.decode("utf-8", errors="replace")


def _find_lines(text: str) -> Iterator[Line]:
    physical = _split_physical(text)
    table = 0
    index = 0
    while index < len(physical):
        stop = _find_table_end(text, physical, index)
        if stop > index:
            lines, is_data = _read_table(text, physical[index:stop], table)
            yield from lines
            table += is_data
            index = stop
            continue
        start, end = physical[index]
        furniture = _PAGE_BREAK.fullmatch(text, start, end) or _is_page_number(text, start, end)
        part = "footer" if furniture else "body"
        for left, right, column in split_by_blanks(text[start:end]):
            yield Line(start + left, start + right, part=part, column=column)
        index += 1


def _is_page_number(text: str, start: int, end: int) -> bool:
    """A number alone on its line that cuts a sentence in two: "… tại các" / "2" / "tuyến đường …"."""
    if end - start > 12 or not _PAGE_NUMBER.fullmatch(text, start, end):
        return False
    before, after = text[max(0, start - 200) : start].rstrip(), text[end : end + 200].lstrip()
    return bool(after) and after[0].islower() and bool(before) and (before[-1].isalnum() or before[-1] == ",")


def _split_physical(text: str) -> list[Physical]:
    bounds = [-1, *(found.start() for found in re.finditer(r"[\n\f]", text)), len(text)]
    physical = [(bounds[place] + 1, bounds[place + 1]) for place in range(len(bounds) - 1)]
    if text.endswith("\n"):
        physical.pop()  # the last line end closes a line, it does not open one
    return physical


def _find_table_end(text: str, physical: list[Physical], first: int) -> int:
    """The physical line after the table that begins at `first`, or `first` where none does.

    A table is at least two rows, one of them the rule under the head, or three without it, of the same number of
    cells: crawled text has lone bars and rows of one cell between the cells of a heading, and those are no table.
    Cells copied from a sheet stand between tabs: three rows or more of three cells or more.
    """
    columns = 0
    has_rule = False
    index = first
    if "\t" in text[slice(*physical[first])]:
        while index < len(physical) and text.count("\t", *physical[index]) >= 2:
            count = text.count("\t", *physical[index])
            if columns and count != columns:
                break
            columns = count
            index += 1
        return index if index - first >= 3 else first
    while index < len(physical):
        start, end = physical[index]
        if not _ROW.fullmatch(text, start, end):
            break
        count = len(_SEPARATOR.findall(text, start, end)) - 1
        if count < 2 or (columns and count != columns):
            break
        columns = count
        has_rule = has_rule or bool(_RULE.fullmatch(text, start, end))
        index += 1
    return index if index - first >= (2 if has_rule else 3) else first


def _read_table(text: str, rows: list[Physical], table: int) -> tuple[list[Line], bool]:
    pieces = [
        (row, column, start, end)
        for row, bounds in enumerate(bounds for bounds in rows if not _RULE.fullmatch(text, *bounds))
        for column, cell in enumerate(_split_cells(text, *bounds))
        for start, end in _split_cell_lines(text, *cell)
    ]
    filled = {(row, column) for row, column, _, _ in pieces}
    contents = [text[start:end] for _, _, start, end in pieces]
    if is_layout_table(filled, contents, bordered=True):
        columns = {place: choose_column(filled, place) for place in filled}
        return [Line(start, end, column=columns[row, column]) for row, column, start, end in pieces], False
    return [Line(start, end, cell=Cell(table, row, column)) for row, column, start, end in pieces], True


def _split_cells(text: str, start: int, end: int) -> Iterator[Physical]:
    bars = [found.start() for found in _SEPARATOR.finditer(text, start, end)]
    if not _ROW.fullmatch(text, start, end):
        bars = [start - 1, *(start + found.start() for found in re.finditer(r"\t", text[start:end])), end]
    for left, right in itertools.pairwise(bars):
        yield left + 1, right


def _split_cell_lines(text: str, start: int, end: int) -> Iterator[Physical]:
    """The lines of a cell (`<br>` divides them), without the blanks around; an empty cell has none."""
    bounds = [start]
    for found in _CELL_BREAK.finditer(text, start, end):
        bounds += [found.start(), found.end()]
    bounds.append(end)
    for left, right in zip(bounds[::2], bounds[1::2], strict=True):
        content = text[left:right]
        if content.strip():
            yield left + len(content) - len(content.lstrip()), right - len(content) + len(content.rstrip())
