"""The lines of a file as rows that can be told apart: cleaned, folded, and cut where two columns share a line."""

from __future__ import annotations

import re

import msgspec

from vanban.model.text import Line, Text
from vanban.notation.date import find_dates
from vanban.notation.folding import fold
from vanban.notation.passage import Passage, clean

# Rules and separators: "-------", "***", "- * -", "-0-", "===", "____", "|", "> " of quoted text, a rule of dots.
_RULE = re.compile(r"^[\s|>*_=\-–—~.…•·]*$|^-\s?[0oO*]\s?-$")
_GAP = re.compile(r"(?:\s{3,}|\t+|\s+[—|]\s+)")
_SECOND_COLUMN = re.compile(r"(?:cong hoa xa hoi|doc lap\s?-|dang cong san viet nam|hanh phuc)")
_AUTHORITY = re.compile(r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\.?\s+[A-ZĐ]")


class Row(msgspec.Struct, frozen=True):
    """One line, or one of two columns of it: `text` cleaned, `key` folded to the same length.

    `gap` says that a blank line or a rule stands before it.
    """

    start: int
    end: int
    text: str
    key: str
    passage: Passage
    line: Line
    gap: bool
    bold: bool

    @property
    def upper(self) -> bool:
        """Whether it is set in capitals (at least three in four of its letters)."""
        letters = [character for character in self.text if character.isalpha()]
        capitals = sum(1 for character in letters if character.isupper())
        return len(letters) >= 2 and capitals >= 0.75 * len(letters)


def make_rows(text: Text) -> list[Row]:
    """The rows of all lines in order, without rules, blank lines and what stands outside the reading."""
    rows: list[Row] = []
    gap = False
    emphasis = False
    position = 0
    for line in text.lines:
        if "\n\n" in text.text[position : line.start] or not text.text[line.start : line.end].strip():
            gap = True
        position = line.end
        raw = text.text[line.start : line.end]
        marks = raw.count("**")
        bold = line.bold if line.bold is not None else (emphasis or raw.lstrip("| ").startswith("**"))
        emphasis = emphasis ^ (marks % 2 == 1)
        if line.part in ("header", "footer", "note"):
            continue
        if _RULE.match(raw):
            gap = True
            continue
        for start, end in _columns(text, line):
            passage = clean(text.text, (start, end))
            if not passage:
                continue
            row = Row(start, end, passage.text, fold(passage.text), passage, line, gap, bold)
            if rows and not gap and _is_broken(rows[-1], row):
                rows[-1] = _merged(text, rows[-1], row)
            else:
                rows.append(row)
            gap = False
    return rows


def _is_broken(first: Row, second: Row) -> bool:
    """Whether a narrow column broke "Kính gửi", "Nơi nhận" or a mark of authority from what follows it."""
    if first.key in ("kinh", "noi"):
        return second.key.startswith({"kinh": "gui", "noi": "nhan"}[first.key])
    return bool(re.fullmatch(r"(?:TM|KT|TL|TUQ)\.|[TK]/[MTL]", first.text)) and second.upper


def _merged(text: Text, first: Row, second: Row) -> Row:
    passage = clean(text.text, (first.start, second.end))
    return msgspec.structs.replace(first, end=second.end, text=passage.text, key=fold(passage.text), passage=passage)


def _columns(text: Text, line: Line) -> list[tuple[int, int]]:
    """One stretch, or two where the heading's or the signature's columns share a line of plain text."""
    raw = text.text[line.start : line.end]
    if line.box is not None or line.column or line.cell or len(raw) > 200:
        return [(line.start, line.end)]
    folded = fold(raw)
    cut = 0
    second = _SECOND_COLUMN.search(folded)
    if second and second.start() > 3 and raw[: second.start()].strip(" *|—-_"):
        cut = second.start()
    elif folded.lstrip(" |*").startswith(("so:", "so ", "v/v")) and (dates := find_dates(raw)):
        place = re.search(r"[^\W\d_][\w.]*(?:\s[^\W\d_][\w.]*){0,4}\s*,?\s*$", raw[: dates[0].start])
        gaps = list(_GAP.finditer(raw, 0, dates[0].start))
        cut = gaps[-1].end() if gaps else (place.start() if place else 0)
        if place and not gaps:
            cut = _after_symbol(raw, place.start())
    elif folded.lstrip(" |*").startswith("noi nhan"):
        gaps = [gap for gap in _GAP.finditer(raw) if _AUTHORITY.match(raw, gap.end()) or raw[gap.end() :].isupper()]
        cut = gaps[0].end() if gaps else 0
    elif len(raw.strip()) < 160:
        gaps = [gap for gap in re.finditer(r"\s{4,}|\t+", raw) if raw[: gap.start()].strip(" |*") and raw[gap.end() :].strip()]
        if len(gaps) == 1 and _two_columns(raw[: gaps[0].start()], raw[gaps[0].end() :]):
            cut = gaps[0].end()
    return [(line.start, line.start + cut), (line.start + cut, line.end)] if cut else [(line.start, line.end)]


def _after_symbol(raw: str, start: int) -> int:
    """Start of the place name that follows a symbol: "Số: 12/LĐTBXH-BHXH Hà Nội, ngày …" cuts before "Hà"."""
    words = list(re.finditer(r"\S+", raw[start:]))
    for word in words:
        token = word.group()
        if token[0].isupper() and not token.strip(",.").isupper() and "/" not in token:
            return start + word.start()
    return start


def _two_columns(left: str, right: str) -> bool:
    """Whether two stretches with a wide blank between are columns: a capital, a dash entry or a post each."""
    first, second = left.strip(" |*"), right.strip(" |*")
    if not first or not second or len(first) > 70 or len(second) > 70:
        return False
    if first.startswith(("-", "+")) and (second.isupper() or second.istitle()):
        return True
    return bool(first.isupper() and second.isupper()) or bool(re.search(r"ng[àa]y.{0,8}th[áa]ng", second))
