"""Dates of documents and citations: find them in text, give ISO 8601, write them as the State does.

Forms read: "ngày 19 tháng 10 năm 2021", "ngày22tháng 7 năm2024", "ngày 2 4 tháng 12 năm 2025" (a blank inside the
day), "ngày 12 háng 01 năm 2026" (a letter lost), "ngày 8 thaùng5 naêm 1999" (a font converted by half), "28/7/2023",
"20-9-2021", "22/ 12/ 2011", "29.7.2021", "ngày 15/8/98" (two figures of the year only after "ngày"). Blank days and
months ("ngày   tháng 5 năm 2026", "ngày … tháng … năm 20…") are found without a date.
Refused: days that do not exist, years outside 1945-2099, figures inside codes ("12/2025/QĐ-UBND").
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec


class FoundDate(msgspec.Struct, frozen=True):
    """A date in text: `text[start:end]`; `date` is None where day or month stand blank; `year` where it is known."""

    start: int
    end: int
    date: dt.date | None
    year: int | None = None
    month: int | None = None


_BLANK = r"[.…_\s]{0,14}"
_WORDS = re.compile(
    rf"ng(?:[àaáâ]|aø)y\s*+:?\s*+(?P<day>\d(?:\s?\d)?(?!\d)|{_BLANK})\s*+t?h(?:[áaảàâ]"
    rf"|aù)ng\s*+(?P<month>\d(?:\s?\d)?(?!\d)|{_BLANK})"
    rf"\s*+[,.]?\s*+n(?:[ăaâ]|aê)m\s*(?P<year>\d\s?\d\s?\d\s?\d(?!\d)|\d{{0,3}}{_BLANK})",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"(?<![\d/.\-])(?P<day>\d{1,2})\s?[/.\-]\s?(?P<month>\d{1,2})\s?[/.\-]\s?(?P<year>\d{4})(?![\d])(?!\s?/\s?[A-ZĐ])"
)
_SHORT_YEAR = re.compile(
    r"ng[àa]y\s+(?P<day>\d{1,2})\s?[/-]\s?(?P<month>\d{1,2})\s?[/-]\s?(?P<year>\d{2})(?![\d/-])", re.IGNORECASE
)


def make_date(day: str, month: str, year: str) -> dt.date | None:
    """The date of three figures, None where there is no such day or the year is not of our time."""
    digits = ["".join(part.split()) for part in (day, month, year)]
    if not all(part.isdecimal() for part in digits):
        return None
    try:
        date = dt.date(int(digits[2]), int(digits[1]), int(digits[0]))
    except ValueError:
        return None
    return date if 1945 <= date.year <= 2099 else None


def find_dates(text: str) -> list[FoundDate]:
    """All dates in words or figures, in order.

    >>> [str(found.date) for found in find_dates("ngày 05 tháng 01 năm 2020; trước 28/7/2023; ngày 31/02/2024")]
    ['2020-01-05', '2023-07-28', 'None']
    """
    found = [_found(match, match["year"]) for pattern in (_WORDS, _FIGURES) for match in pattern.finditer(text)]
    for match in _SHORT_YEAR.finditer(text):
        century = "19" if int(match["year"]) >= 45 else "20"
        found.append(_found(match, century + match["year"]))
    return sorted(found, key=lambda date: date.start)


def _found(match: re.Match[str], printed: str) -> FoundDate:
    year = "".join(printed.split())
    month = "".join(match["month"].split())
    return FoundDate(
        match.start(),
        match.end() - (len(match.group()) - len(match.group().rstrip())),
        make_date(match["day"], match["month"], printed),
        int(year) if year.isdecimal() and len(year) == 4 else None,
        int(month) if month.isdecimal() and 1 <= int(month) <= 12 else None,
    )


def parse_date(text: str) -> dt.date | None:
    """The date that `text` begins with, the inverse of `render_date`.

    >>> parse_date("ngày 05 tháng 01 năm 2020")
    datetime.date(2020, 1, 5)
    """
    found = find_dates(text.strip())
    return found[0].date if found and found[0].start == 0 else None


def render_date(date: dt.date) -> str:
    """ "ngày 05 tháng 01 năm 2020": a leading zero for days below 10 and months 1 and 2 (NĐ 30 Phụ lục I, II.4)."""
    month = f"{date.month:02d}" if date.month < 3 else str(date.month)
    return f"ngày {date.day:02d} tháng {month} năm {date.year}"
