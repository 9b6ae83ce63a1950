"""The stamp of arrival, *dấu “ĐẾN”* (NĐ 30/2020, Phụ lục IV, Mục V): number, day, to whom the paper was passed on.

Forms read: "ĐẾN / Số: 215 / Ngày: 05/3/2026 / Chuyển: Phòng Kinh tế", "CÔNG VĂN ĐẾN  Số đến: 215  Ngày đến: 05-3-2026",
days as "05 tháng 3 năm 2026"; what is left blank ("Số: ......") stays open.
Refused: "đến" in a sentence, a stamp without both labels, the number of the paper itself ("Số: 12/KH-UBND").
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from vanban.notation.date import make_date

_BLANK = r"[\s.…_,]*+"
_STAMP = re.compile(
    r"(?<!\w)(?:(?:CÔNG VĂN|VĂN BẢN)\s+)?ĐẾN\s*:?\s*"
    rf"Số(?:\s+đến)?\s*:?{_BLANK}(?:(?P<number>\d{{1,6}}[a-zA-Z]?)(?![\w/\-]){_BLANK})?"
    rf"Ngày(?:\s+đến)?\s*:?{_BLANK}"
    r"(?:(?P<day>\d{1,2})(?:\s?[/.\-]\s?|\s+tháng\s+)(?P<month>\d{1,2})(?:\s?[/.\-]\s?|\s+năm\s+)(?P<year>\d{4}))?"
    rf"(?:{_BLANK}Chuyển(?:\s+cho)?[^\S\n]*:?[^\S\n]*(?P<to>[^\n]*))?"
)
_FOLLOWING = re.compile(r"\s*(?:Số và ký hiệu HS|Lưu hồ sơ số)\b.*$")


class Arrival(msgspec.Struct, frozen=True):
    """What a stamp of arrival says, at `text[start:end]`; what is blank is None."""

    start: int
    end: int
    number: str | None = None
    date: dt.date | None = None
    forwarded_to: str | None = None


def find_arrival(text: str) -> Arrival | None:
    """The first stamp of arrival.

    >>> found = find_arrival("ĐẾN\\nSố: 215\\nNgày: 05/3/2026\\nChuyển: Phòng Kinh tế\\n")
    >>> found.number, str(found.date), found.forwarded_to
    ('215', '2026-03-05', 'Phòng Kinh tế')
    >>> find_arrival("báo cáo đến ngày 05/3/2026") is None
    True
    """
    match = _STAMP.search(text) if "ĐẾN" in text else None
    if match is None:
        return None
    date = make_date(match["day"], match["month"], match["year"]) if match["day"] else None
    to = _FOLLOWING.sub("", match["to"] or "").strip(" .…_")
    return Arrival(match.start(), match.end(), match["number"], date, to or None)
