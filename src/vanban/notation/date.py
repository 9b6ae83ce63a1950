"""Dates of documents and citations: find them in text, give ISO 8601.

Forms read: "ngày 19 tháng 10 năm 2021", "ngày22tháng 7 năm2024", "ngày 2 4 tháng 12 năm 2025" (a blank inside the
day), "28/7/2023", "20-9-2021", "22/ 12/ 2011", "29.7.2021". Blank days and months ("ngày   tháng 5 năm 2026") are
found without a date. Refused: days that do not exist, years outside 1945-2099.
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


_WORDS = re.compile(
    r"[Nn]g[àa]y\s*(?P<day>\d(?:\s?\d)?|[.…_\s]{0,12})\s*(?:t|)h[áa]ng\s*(?P<month>\d(?:\s?\d)?|[.…_\s]{0,12})"
    r"\s*[,.]?\s*n[ăa]m\s*(?P<year>\d\s?\d\s?\d\s?\d|\d{0,3}[.…_\s]{0,12})"
)
_FIGURES = re.compile(r"(?<![\d/.\-])(?P<day>\d{1,2})\s?[/.\-]\s?(?P<month>\d{1,2})\s?[/.\-]\s?(?P<year>\d{4})(?![\d])")


def make_date(day: str, month: str, year: str) -> dt.date | None:
    """The date of three figures, None where there is no such day or the year is not of our time."""
    digits = ["".join(part.split()) for part in (day, month, year)]
    if not all(part.isdigit() for part in digits):
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
    found = []
    for pattern in (_WORDS, _FIGURES):
        for match in pattern.finditer(text):
            year = "".join(match["year"].split())
            month = "".join(match["month"].split())
            found.append(
                FoundDate(
                    match.start(),
                    match.end() - (len(match.group()) - len(match.group().rstrip())),
                    make_date(match["day"], match["month"], match["year"]),
                    int(year) if year.isdigit() and len(year) == 4 else None,
                    int(month) if month.isdigit() and 1 <= int(month) <= 12 else None,
                )
            )
    return sorted(found, key=lambda date: date.start)


def render_date(date: dt.date) -> str:
    """"ngày 05 tháng 01 năm 2020": a leading zero for days below 10 and months 1 and 2 (NĐ 30 Phụ lục I, II.4)."""
    month = f"{date.month:02d}" if date.month < 3 else str(date.month)
    return f"ngày {date.day:02d} tháng {month} năm {date.year}"
