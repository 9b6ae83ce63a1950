"""Labels at the head of a paragraph: Phần, Chương, Mục, Điều, La Mã, Ả Rập, chữ, gạch đầu dòng."""

from __future__ import annotations

import re

import msgspec


class Label(msgspec.Struct, frozen=True):
    """A label `text[:end]`: `printed` without its punctuation, `rank` orders the kinds from outer to inner.

    `strong` says that it can hardly stand in the middle of a sentence.
    """

    kind: str
    printed: str
    end: int
    rank: int
    strong: bool


_Form = tuple[str, int, bool, re.Pattern[str]]
"""Kind, rank, whether it is strong, how it is printed."""

# Those that begin with a capital letter; the others never do.
_CAPITALS: tuple[_Form, ...] = (
    (
        "part",
        0,
        True,
        re.compile(r"(?:PHẦN|Phần)\s+(?:thứ\s+)?(?P<l>[IVXL]+|nhất|hai|ba|bốn|năm|THỨ\s+\w+|\d+)\b\s*[.:]?\s*"),
    ),
    ("chapter", 2, True, re.compile(r"(?:CHƯƠNG|Chương)\s+(?P<l>[IVXL]+|\d+)\b\s*[.:\-]?\s*")),
    (
        "section",
        3,
        True,
        re.compile(r"(?:MỤC|Mục|TIỂU MỤC|Tiểu mục)\s+(?P<l>[IVXL]+|\d+)\b\s*(?:[.:]\s*|(?=$)|(?=[A-ZĐÂÊÔƠƯĂ]{2}))"),
    ),
    (
        "article",
        4,
        True,
        re.compile(r"(?:ĐIỀU|Điều)\s+(?P<l>\d+[a-zđ]?)\s*(?:[.:\-]\s*|(?=$)|(?=\s[A-ZĐÂÊÔƠƯĂÁÀẢÃẠ]))"),
    ),
    (
        "capital",
        5,
        False,
        re.compile(
            r"(?P<l>[A-HĐ])\s?[.\-/]\s+(?=["
            r"A-ZĐÂÊÔƠƯĂÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ]{2})"
        ),
    ),
    (
        "roman",
        6,
        True,
        re.compile(
            r"(?P<l>(?:XX|XIX|XVIII|XVII|XVI|XV|XIV|XIII|XII|XI|X|IX|VIII|VII|VI|V|IV|III|II|"
            r"I))\s?(?:[.)/]\s*-?\s*|-\s*|\s(?=[A-ZĐ]{2,}\s))(?=[^\W\d]|[\"“(]|$)"
        ),
    ),
)
_OTHERS: tuple[_Form, ...] = (
    (
        "arabic",
        8,
        True,
        re.compile(
            r"(?P<l>\d{1,2}(?:\.\d{1,2}){1,4})\s?[.)\-:]?\s+(?=\S)|(?P<m>\d{1,3})\s?(?:[.)]\s*|/\s+|-\s+|"
            r":\s+)(?=[^\W\d]|[\"“(]|$)"
        ),
    ),
    ("numbered", 12, True, re.compile(r"\((?P<l>\d{1,2})\)\s*[.:]?\s*(?=\S)")),
    ("letter", 13, True, re.compile(r"(?P<l>[a-zđ]\d?)(?:\s?[).]\s*(?=[^\W\d]|[\"“(]|$)|[-/]\s+(?=[A-ZĐỦ]))")),
    ("small_roman", 14, True, re.compile(r"\(?(?P<l>x?(?:ix|iv|v?i{1,3}|v|x))\)\s*(?=\S)")),
    ("bullet", 16, True, re.compile(r"(?P<l>[-–—])\s*(?=[^\W\d]|[\"“(\d])")),
    ("bullet", 17, True, re.compile(r"(?P<l>[+])\s*(?=[^\W\d]|[\"“(\d])")),
    ("bullet", 18, True, re.compile(r"(?P<l>[*•●▪◦✓✔o·~])\s+(?=[^\W\d]|[\"“(\d])")),
)


def parse_label(text: str) -> Label | None:
    """The label that `text` begins with, or None.

    >>> label = parse_label("3.1. Chỉ đạo Sở Y tế")
    >>> label.kind, label.printed, label.rank
    ('arabic', '3.1', 9)
    """
    head = text[:24]
    for kind, rank, strong, pattern in _CAPITALS if text[:1].isupper() else _OTHERS:
        match = pattern.match(head)
        if match is None:
            continue
        printed = match["l"] or match.groupdict().get("m") or ""
        if kind == "arabic" and printed.isdigit() and len(printed) == 3:
            continue
        end = match.end()
        if pattern.match(text) is None:
            continue
        depth = printed.count(".") if kind == "arabic" else 0
        return Label(kind, printed, end, rank + depth, strong)
    return None
