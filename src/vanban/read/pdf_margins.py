"""What is on a PDF page and not of its text (*đầu trang, chân trang, dấu ký số*): running heads, stamps."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from vanban.read.pdf_rows import Row, group_rows
from vanban.read.pdf_words import Page, Word

_NUMBER = re.compile(r"[-–—\s]*(?:Trang|Page)?\s*\d{1,4}(?:\s*/\s*\d{1,4})?[-–—.\s]*", re.IGNORECASE)
_SIGNED = re.compile(
    r"Ký bởi|Người ký|Thời gian ký|Ngày ký|Chữ ký số|Ký ngày|Signed by|Signature|Digitally", re.IGNORECASE
)
_MAIL = re.compile(r"\S+@\S+\.\w")
_MOMENT = re.compile(r"\d\d[.:/]\d\d[.:/]\d{4} \d\d:\d\d|\+07[:']00")
_get_size, _get_text = attrgetter("size"), attrgetter("text")
_TOP, _BOTTOM = 0.09, 0.91
_EDGE = 0.02
"""No printer reaches so near to the edge of the sheet: what lies there is no text."""
_LARGEST_STAMP = 0.75
"""Signature stamps are set in 4 to 10 points, the text around them in 13 or 14."""
_USUAL_SIZE = 13.0
"""NĐ 30/2020 sets text in 13 or 14; a scan has no text but its stamp, which must not be taken for the measure."""
_SMALLEST_TEXT = 4.0
"""What is smaller cannot be read on paper: leavings of a stamp or of a drawing."""


class Margins(NamedTuple):
    """A page's words sorted: running heads, signature stamps, the text, running feet."""

    header: list[Row]
    boxes: list[Row]
    rows: list[Row]
    footer: list[Row]


def part_margins(pages: Sequence[Page]) -> list[Margins]:
    """Take running heads and feet off every page, and stamps; a head must come again on other pages."""
    largest = max(_LARGEST_STAMP * max(_measure_text(pages), _USUAL_SIZE), _SMALLEST_TEXT)
    stamped = [_take_stamps(page.words, largest) for page in pages]
    rows = [group_rows(words) for _, words in stamped]
    repeated = _find_repeated(pages, rows)
    margins = []
    for page, page_rows, (boxes, _) in zip(pages, rows, stamped, strict=True):
        first, last = 0, len(page_rows)
        while first < last and _is_head(page_rows[first], page, repeated):
            first += 1
        while last > first and _is_foot(page_rows[last - 1], page, repeated):
            last -= 1
        margins.append(Margins(page_rows[:first], boxes, page_rows[first:last], page_rows[last:]))
    return margins


def _key(row: Row) -> str:
    return re.sub(r"\d+", "#", row.text) + f"@{round(row.x0 / 8)}"


def _find_repeated(pages: Sequence[Page], rows: Sequence[Sequence[Row]]) -> set[str]:
    counts: Counter[str] = Counter()
    for page, page_rows in zip(pages, rows, strict=True):
        counts.update(
            {_key(row) for row in page_rows if row.bottom < _TOP * page.height or row.top > _BOTTOM * page.height}
        )
    # Two documents in one file both begin with the motto: twice is not yet a running head, unless that is all pages.
    return {key for key, count in counts.items() if count >= 3 or (count == 2 and len(pages) == 2)}


def _is_head(row: Row, page: Page, repeated: set[str]) -> bool:
    if row.bottom >= _TOP * page.height:
        return False
    is_edge = row.bottom < _EDGE * page.height
    return is_edge or bool(_NUMBER.fullmatch(row.text)) or (_key(row) in repeated and not _is_heading(row))


def _is_foot(row: Row, page: Page, repeated: set[str]) -> bool:
    if row.top <= _BOTTOM * page.height:
        return False
    is_edge = row.top > (1 - _EDGE) * page.height
    return is_edge or bool(_NUMBER.fullmatch(row.text)) or _key(row) in repeated


def _is_heading(row: Row) -> bool:
    return bool(re.search(r"C[ỘO]NG\s+H|Độc\s+lập", row.text))


def _measure_text(pages: Sequence[Page]) -> float:
    """The size of most characters of the file."""
    sizes: defaultdict[float, int] = defaultdict(int)
    for page in pages:
        for size, words in itertools.groupby(page.words, _get_size):
            sizes[size] += sum(map(len, map(_get_text, words)))
    return max(sizes, key=sizes.__getitem__, default=0.0)


def _take_stamps(words: Sequence[Word], largest: float) -> tuple[list[Row], list[Word]]:
    """The lines of signature stamps, and the words that are left; stamps are found among the small words alone."""
    small = [word for word in words if word.size <= largest]
    if not small or not (
        any(word.size < _SMALLEST_TEXT for word in small) or is_stamp(" ".join(word.text for word in small))
    ):
        return [], list(words)
    rows = [row for near in group_rows(small) for row in _split_far(near)]
    boxes: list[Row] = []
    for block in _gather_blocks(rows):
        # The dash of a list is as low as leavings are; it says nothing, but it belongs to its line.
        tiny = all(row.words[0].size < _SMALLEST_TEXT and re.search(r"\w", row.text) for row in block)
        if tiny or is_stamp("\n".join(row.text for row in block)):
            boxes += block
    taken = {id(word) for row in boxes for word in row.words}
    return boxes, [word for word in words if id(word) not in taken]


def _gather_blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """Small lines that stand close over one another: a stamp's name is set over its address and its time."""
    blocks: list[list[Row]] = []
    for row in rows:
        touched = [block for block in blocks if any(_touches(row, other) for other in block)]
        blocks = [block for block in blocks if block not in touched]
        blocks.append([other for block in touched for other in block] + [row])
    return blocks


def is_stamp(text: str) -> bool:
    """True for words of a signature, or an address with a moment: an address alone may stand in small print."""
    composed = unicodedata.normalize("NFC", text)
    return bool(_SIGNED.search(composed) or (_MAIL.search(composed) and _MOMENT.search(composed)))


def _split_far(row: Row) -> list[Row]:
    """Parts of a row that stand far from one another: a stamp beside small text."""
    parts: list[list[Word]] = [[row.words[0]]]
    for word in row.words[1:]:
        if word.x0 - parts[-1][-1].x1 > 2 * word.size:
            parts.append([])
        parts[-1].append(word)
    return [
        Row(" ".join(word.text for word in part), tuple(part), part[0].x0, row.top, part[-1].x1, row.bottom)
        for part in parts
    ]


def _touches(row: Row, other: Row) -> bool:
    size, known = row.words[0].size, other.words[0].size
    gap = max(row.top - other.bottom, other.top - row.bottom)
    return gap < 0.6 * known and (abs(size - known) < 1.0 or size < 7) and row.x0 < other.x1 and other.x0 < row.x1
