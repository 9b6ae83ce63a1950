"""Tables that only place text on the page (*bảng trình bày*): the heading, and Nơi nhận beside the signature.

Such a table holds no data. Its lines get `column` 1 or 2 and no `cell`; the lines of a data table get a `cell`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

MOST_ROWS = 6
"""Headings have up to four rows (issuer, number, V/v, urgency), two more are left for empty ones."""

MOST_ENTRIES = 30
"""Rows of a table that opens with "Nơi nhận:": some set each recipient in a row."""

_RECIPIENTS = re.compile(r"\W*Nơi\s+nhận\b", re.IGNORECASE)
# Words of the national motto, the Party's heading and the list of recipients: only layout tables hold them in
# a few rows, even where a copy has drawn borders around them.
_LAYOUT_WORDS = re.compile(
    r"C[ỘO]NG\s+H(?:ÒA|OÀ)\s+X[ÃA]|ĐẢNG\s+CỘNG\s+SẢN|Độc\s+lập\s*[-–]|Nơi\s+nhận\s*:?", re.IGNORECASE
)

_GAP = re.compile(r"(?:\t|[ \u00a0]{3,})[ \u00a0\t]*")
_MOTTO = re.compile(r"C[ỘO]NG\s+H(?:ÒA|OÀ)\s+X[ÃA]|ĐẢNG\s+CỘNG\s+SẢN|Độc\s+lập\s*[-–]", re.IGNORECASE)
_PLACE_DATE = re.compile(r"[^,\d]{2,40},\s*ngày\b")
_LONGEST_HEADING = 300
"""Blanks included; longer lines are paragraphs or dot leaders."""


def split_by_blanks(content: str) -> list[tuple[int, int, int]]:
    """Start, end and column of the halves of a line that sets two columns by blanks or tabs, else the whole line.

    Only what stands in a heading or close is parted: before the motto, a date beside "Số", a post beside "Nơi nhận".

    >>> split_by_blanks("SỞ Y TẾ      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    [(0, 7, 1), (13, 47, 2)]
    >>> split_by_blanks("Giao Sở Y tế      chủ trì")
    [(0, 25, 0)]
    """
    has_gap = "   " in content or "\t" in content or "\u00a0" in content
    for gap in _GAP.finditer(content) if has_gap and len(content) < _LONGEST_HEADING else ():
        left = unicodedata.normalize("NFC", content[: gap.start()]).strip()
        right = unicodedata.normalize("NFC", content[gap.end() :]).strip()
        is_parted = bool(_MOTTO.match(right))
        is_parted = is_parted or (left.startswith("Số") and bool(_PLACE_DATE.match(right)))
        is_parted = is_parted or (left.startswith("Nơi nhận") and right.isupper())
        if left and is_parted:
            return [(0, gap.start(), 1), (gap.end(), len(content), 2)]
    return [(0, len(content), 0)]


def is_layout_table(filled: Collection[tuple[int, int]], contents: Iterable[str], bordered: bool) -> bool:
    """True for a table of few rows, each with text in two cells at most, borderless or with words of a heading.

    `filled` holds row and column of the cells with text. A borderless table with more columns or rows is data;
    so is a bordered one of two columns ("TT", "Nhiệm vụ").
    """
    rows = [row for row, _ in filled]
    contents = [unicodedata.normalize("NFC", content) for content in contents]
    most = MOST_ENTRIES if contents and _RECIPIENTS.match(contents[0]) else MOST_ROWS
    if len(set(rows)) > most or any(rows.count(row) > 2 for row in set(rows)):
        return False
    return not bordered or any(map(_LAYOUT_WORDS.search, contents))


def choose_column(filled: Collection[tuple[int, int]], place: tuple[int, int]) -> int:
    """1 for a cell on the left, 2 on the right, 0 where all text of the table stands in one column."""
    first = min(column for _, column in filled)
    if all(column == first for _, column in filled):
        return 0
    return 1 if place[1] == first or any(row == place[0] and column > place[1] for row, column in filled) else 2
