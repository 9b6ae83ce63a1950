"""Web pages (*trang HTML*), as portals of documents show them or Word saves them: blocks as lines, tables as cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from vanban.errors import UnreadableError
from vanban.lexicon.legacy_fonts import find_font_code
from vanban.model.text import Cell, Text
from vanban.read.docx_numbering import format_number
from vanban.read.draft import Draft, join_drafts
from vanban.read.layout import choose_column, is_layout_table, split_by_blanks
from vanban.read.plain import decode_bytes
from vanban.read.syllables import decode_text

_LARGEST = 24 * 1024 * 1024
_DROPPED = frozenset((
    "script", "style", "noscript", "template", "head", "title", "meta", "link", "nav", "button", "select", "input",
    "textarea", "iframe", "object", "svg", "canvas", "audio", "video", "map", "xml",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p",
    "pre", "section", "summary", "ul",
))  # fmt: skip
_BOLD, _ITALIC = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "th")), frozenset(("i", "em"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_FONT = re.compile(r"font-family\s*:\s*['\"]?([^;,'\"]+)", re.IGNORECASE)
_BORDER = re.compile(r"border(?:-[a-z]+)?\s*:[^;]*(?:solid|double|dotted|dashed)", re.IGNORECASE)
_RULE = re.compile(r"([^{}]{1,400})\{[^{}]{0,2000}?font-family\s*:\s*['\"]?([^;,'\"{}]+)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_LISTED = re.compile(r"[-–—•+*·]|\(?\w{1,3}[.)]\s")
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_DEEPEST = 260


class _Spot(NamedTuple):
    """Where text stands: the data cell, the column of a layout table, its look."""

    cell: Cell | None = None
    column: int = 0
    bold: bool = False
    italic: bool = False
    centred: bool = False
    font: str = ""


def is_page(data: bytes) -> bool:
    """True for bytes that begin as a web page does, or Word's own XML in a web page."""
    head = decode_head(data).lstrip("\ufeff \t\r\n").lower()
    head = re.sub(r"^(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)+", "", head, flags=re.DOTALL)
    return head.startswith(("<!doctype html", "<html", "<head", "<body"))


def decode_head(data: bytes) -> str:
    """The first signs of a file, whatever its code."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data[:2048].decode("utf-16", errors="replace")
    return data[:2048].decode("latin-1")


def read_html(data: bytes, name: str) -> Text:
    """Read the text blocks and tables of a web page; scripts, styles, menus' buttons and hidden parts are dropped.

    Nothing is fetched. A table without borders and of few rows that sets a heading gives columns, others give cells.
    """
    if len(data) > _LARGEST:
        raise UnreadableError(f"{name}: trang HTML quá lớn (hơn 24 MB); hãy lưu riêng phần văn bản rồi gửi lại.")
    from lxml import etree
    from lxml import html as lxml_html

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", decode_bytes(data, name))
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"{name}: trang HTML rỗng hoặc hỏng; hãy lưu lại trang từ trình duyệt.") from error
    walker = _Walker(_find_fonts(root))
    try:
        walker.walk(root, _Spot(), 0)
    except RecursionError as error:
        raise UnreadableError(f"{name}: trang HTML lồng quá sâu; hãy chép phần văn bản sang tệp .docx.") from error
    walker.end_line(_Spot())
    content, lines = join_drafts(walker.drafts)
    if not content.strip():
        raise UnreadableError(f"{name}: trang HTML không có chữ nào; hãy lưu lại trang từ trình duyệt.")
    return Text(text=content, lines=lines, media_type="text/html", reader="html")


class _Walker:
    """Goes through the elements once; holds the line that is being put together, its label and the number of tables."""

    def __init__(self, fonts: Mapping[str, str]) -> None:
        self._fonts = fonts
        self._label = ""
        self.drafts: list[Draft] = []
        self._line: list[tuple[str, _Spot]] = []
        self._paragraph = 0
        self._tables = 0

    def walk(self, element: Any, spot: _Spot, depth: int) -> None:
        """The text of an element and of what follows each of its children."""
        tag = element.tag if isinstance(element.tag, str) else ""
        tag = tag.lower().rpartition(":")[2] if ":" in tag else tag.lower()
        if not tag or tag in _DROPPED or depth > _DEEPEST or _HIDDEN.search(element.get("style") or ""):
            return
        if tag == "br":
            self.end_line(spot, keeps=True)
            return
        if tag == "img":
            self._drop_blanks_after(element)
            return
        if tag == "table":
            self.end_line(spot)
            self._walk_table(element, spot, depth)
            return
        inner = self._look(element, tag, spot)
        is_block = tag in _BLOCKS
        if is_block:
            self.end_line(spot)
        self._add(element.text, inner, tag == "pre")
        number = _read_number(element.get("start"), 1) - 1
        for child in element:
            if child.tag == "li":
                number += 1
                self._label = _label_item(element, number)
            self.walk(child, inner, depth + 1)
            self._add(child.tail, inner, tag == "pre")
        if is_block:
            self.end_line(inner)

    def _drop_blanks_after(self, image: Any) -> None:
        """A rule or seal that floats over the page may be anchored inside a word ("T<img>\nỈNH"): no blank there."""
        if image.tail and self._line and self._line[-1][0][-1:].isalpha():
            image.tail = image.tail.lstrip()

    def _add(self, text: str | None, spot: _Spot, keeps_lines: bool) -> None:
        if not text:
            return
        decoded = decode_text(text, spot.font)
        if not keeps_lines:
            shown = _BLANKS.sub(_shorten, decoded)
            after_blank = bool(self._line) and self._line[-1][0].endswith(" ")
            self._line.append((shown.lstrip(" ") if after_blank else shown, spot))
            return
        for number, row in enumerate(re.split(r"\r\n?|\n", decoded)):
            if number:
                self.end_line(spot, keeps=True)
            self._line.append((row, spot))

    def end_line(self, spot: _Spot, keeps: bool = False) -> None:
        """Close the line; `keeps` where the next one belongs to the same paragraph."""
        content = "".join(text for text, _ in self._line)
        spots = [place for text, place in self._line if text.strip()]
        self._line = []
        stripped = content.strip(" \t")
        if stripped:
            if not _LISTED.match(stripped):
                stripped = self._label + stripped
            self._label = ""
            first = spots[0] if spots else spot
            for start, end, column in split_by_blanks(stripped):
                self.drafts.append(
                    Draft(
                        content=stripped[start:end],
                        paragraph=self._paragraph,
                        cell=first.cell,
                        column=column or first.column,
                        bold=all(place.bold for place in spots),
                        italic=all(place.italic for place in spots),
                        centred=first.centred,
                    )
                )
        if not keeps:
            self._paragraph += 1

    def _look(self, element: Any, tag: str, spot: _Spot) -> _Spot:
        style = element.get("style") or ""
        font = _FONT.search(style)
        face = font[1] if font else element.get("face") or self._find_font(tag, element.get("class") or "")
        named = (face or "").partition(",")[0].strip()
        return spot._replace(
            bold=spot.bold or tag in _BOLD or bool(re.search(r"font-weight\s*:\s*(?:bold|[6-9]00)", style)),
            italic=spot.italic or tag in _ITALIC or bool(re.search(r"font-style\s*:\s*italic", style)),
            centred=bool(_CENTRED.search(style)) or (element.get("align") or "").lower() == "center" or spot.centred,
            font=spot.font if not named else named if find_font_code(named) else "",
        )

    def _find_font(self, tag: str, names: str) -> str | None:
        selectors = [f"{form}.{name}" for name in names.lower().split() for form in (tag, "")]
        return next((self._fonts[selector] for selector in (*selectors, tag) if selector in self._fonts), None)

    def _walk_table(self, table: Any, spot: _Spot, depth: int) -> None:
        cells = list(_find_cells(table))
        filled = [cell for cell in cells if "".join(cell.element.itertext()).strip()]
        places = {(cell.row, cell.column) for cell in filled}
        contents = ["".join(cell.element.itertext()) for cell in filled]
        is_layout = bool(places) and is_layout_table(places, contents, _is_bordered(table))
        number = self._tables
        self._tables += not is_layout
        for cell in filled:
            if is_layout:
                inner = spot._replace(column=choose_column(places, (cell.row, cell.column)))
            elif spot.cell is None:
                inner = spot._replace(cell=Cell(number, cell.row, cell.column, cell.row_span, cell.column_span))
            else:
                inner = spot  # a table in a cell of data is that cell's text
            inner = self._look(cell.element, "td", inner)
            self._add(cell.element.text, inner, False)
            for child in cell.element:
                self.walk(child, inner, depth + 1)
                self._add(child.tail, inner, False)
            self.end_line(inner)


class _GridCell(NamedTuple):
    element: Any
    row: int
    column: int
    row_span: int
    column_span: int


def _find_cells(table: Any) -> Iterator[_GridCell]:
    """The cells of a table at their places; those that spans cover are passed over."""
    taken: set[tuple[int, int]] = set()
    rows = [
        row
        for part in table
        if isinstance(part.tag, str)
        for row in ((part,) if part.tag == "tr" else part if part.tag in ("thead", "tbody", "tfoot") else ())
        if row.tag == "tr"
    ]
    for number, row in enumerate(rows):
        column = 0
        for element in row:
            if element.tag not in ("td", "th"):
                continue
            while (number, column) in taken:
                column += 1
            across, down = _read_span(element, "colspan"), _read_span(element, "rowspan")
            taken |= {(number + below, column + beside) for below in range(down) for beside in range(across)}
            yield _GridCell(element, number, column, down, across)
            column += across


def _read_number(value: str | None, default: int) -> int:
    return int(value) if value and value.isdecimal() and value.isascii() and len(value) < 4 else default


def _read_span(element: Any, attribute: str) -> int:
    return min(max(_read_number(element.get(attribute), 1), 1), 63)


def _is_bordered(table: Any) -> bool:
    if (table.get("border") or "0").strip() not in ("", "0", "0px"):
        return True
    styles = (element.get("style") or "" for element in (table, *table.iter("td")))
    return any(_BORDER.search(style) for style in styles)


def _shorten(blanks: re.Match[str]) -> str:
    """One blank; a tab inside a line stays, as some writers part two columns by it."""
    return "\t" if set(blanks.group()) == {"\t"} else " "


def _label_item(parent: Any, number: int) -> str:
    """What a browser prints before an item of a list (*đánh số tự động*)."""
    if parent.tag != "ol":
        return "- "
    return f"{format_number(number, _FORMS.get(parent.get('type') or '1', 'decimal'))}. "


def _find_fonts(root: Any) -> dict[str, str]:
    """Selector → font, of the page's own style sheets: Word and others name the font of old papers there alone."""
    return {
        selector.strip().lower(): font.strip()
        for sheet in root.iter("style")
        for selectors, font in _RULE.findall(sheet.text or "")
        for selector in selectors.split(",")
    }
