"""Phrases of repetition, *định kỳ*, and their rule in RFC 5545.

Forms read: "định kỳ hằng quý", "trước ngày 15 hằng tháng", "định kỳ trước ngày 01/6 và 15/11 hằng năm", "trước 16 giờ
ngày thứ Sáu hằng tuần", "6 tháng, năm", "Tháng 12 hằng năm", "hằng ngày", "03 tháng/lần".
Refused (no rule): "thường xuyên".
"""

from __future__ import annotations

import re

PERIOD = r"(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|quí|năm)"
_DAY = r"\d{1,2}(?:/\d{1,2}|\s+tháng\s+\d{1,2})?"
_QUARTERS = (
    r"(?:(?:trước|vào|chậm nhất(?: là)?)\s+)?"
    r"ngày\s+\d{1,2}\s+(?:của\s+)?tháng\s+(?:(?:cuối|đầu)\s+(?:của\s+)?(?:mỗi\s+)?qu[ýí]|kế tiếp|tiếp theo)"
)
# "3 giờ/lần", "ít nhất 02 lần/tuần", "mỗi quý một lần", "30 ngày một lần", "02 buổi/ngày".
_COUNT = r"(?:\d{1,2}|một|hai|ba)"
_UNIT = r"(?:giờ|ngày|tuần|tháng|quý|năm)"
_TIMES = (
    rf"(?:(?:ít nhất|tối thiểu)\s+)?"
    rf"(?:{_COUNT}\s+(?:lần|cuộc|buổi|đợt|tin|bài|lượt|phiên|kỳ)\s?(?:/|trong|mỗi|một)\s?(?:{_COUNT}\s)?{_UNIT}(?!\s+\d)"
    rf"|(?:mỗi\s+|{_COUNT}\s+){_UNIT}"
    rf"(?:\s*/\s*(?:{_COUNT}\s+)?|\s+(?:ít nhất\s+|tối thiểu\s+)?{_COUNT}\s+)(?:lần|buổi))"
)
RECURRENT = re.compile(
    r"(?<!\w)(?:(?:thực hiện\s+)?(?:báo cáo\s+)?định kỳ(?:\s+(?:hằng|hàng|mỗi|theo)\s+\w+(?:\s*,\s*(?:hằng "
    r"|hàng )?(?:tháng|quý|năm|6 tháng))*"
    r"|\s+(?:\d+|sáu|ba|một)\s+(?:tháng|năm|tuần|ngày|quý)(?:/lần|"
    r"\s*(?:,|và)\s*(?:hằng |cả |một |0?1 )?năm|\s+một lần)?|\s+(?:tháng|quý"
    r"|năm)(?:\s*,\s*\w+)*)?|"
    r"(?:(?:trước|vào|chậm nhất(?: là)?)\s+)?(?:\d+\s*giờ\s*(?:\d+\s*)?)?(?:ngày\s+"
    rf"(?:{_DAY}(?:\s*(?:,|và)\s*(?:ngày\s+)?{_DAY})*"
    rf"|thứ\s\w+|cuối)(?:\s+của)?\s+)?{PERIOD}|{_QUARTERS}|6 tháng\s*(?:,|và|và cả)\s*(?:hằng |cả |0?1 |"
    rf"một )?năm|\d{{1,2}} tháng/lần|{_TIMES}|theo (?:từng )?(?:tuần|tháng|quý)(?=\W*$|[,;.]))",
    re.IGNORECASE,
)
_WEEKDAYS = {
    "hai": "MO",
    "ba": "TU",
    "tư": "WE",
    "năm": "TH",
    "sáu": "FR",
    "bảy": "SA",
    "2": "MO",
    "3": "TU",
    "4": "WE",
    "5": "TH",
    "6": "FR",
    "7": "SA",
}


# "kế hoạch hoạt động hàng năm", "dự toán ngân sách hằng năm", "công việc hằng ngày": which of them, not when.
_BARE_PERIOD = re.compile(PERIOD, re.IGNORECASE)
_PLANNED = re.compile(
    r"(?:(?<!xây dựng )(?<!lập )(?<!ban hành )\b(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|ngân sách)"
    r"(?:\s(?!(?:trước|vào|báo|gửi|trình|xong)\b)[^\W\d]+){0,9}|"
    r"\b(?:công việc|hoạt động))\s$",
    re.IGNORECASE,
)


def find_recurrences(text: str) -> list[tuple[int, int]]:
    """Places of phrases of repetition in order; "định kỳ" and the days that follow it are one phrase."""
    joined: list[tuple[int, int]] = []
    for match in RECURRENT.finditer(text):
        if text.startswith((" và 5 năm", ", 5 năm"), match.end()):
            continue  # a plan of a year and one of five
        told = match.group().lower().startswith("định kỳ") and text.startswith(" của ", match.end())
        if told or text.startswith(", từng ", match.end()):
            continue  # "đánh giá định kỳ hằng năm của cấp trên", "theo từng tháng, từng dự án": which, not when
        if _BARE_PERIOD.fullmatch(match.group()) and _PLANNED.search(text[max(0, match.start() - 80) : match.start()]):
            continue
        if joined and not text[joined[-1][1] : match.start()].strip(" ,("):
            joined[-1] = (joined[-1][0], match.end())
        else:
            joined.append((match.start(), match.end()))
    return joined


def make_rule(phrase: str) -> str | None:
    """RFC 5545 rule of a phrase of repetition, None where it names no period.

    >>> make_rule("định kỳ hằng quý"), make_rule("trước ngày 10/12 hằng năm"), make_rule("thường xuyên")
    ('FREQ=MONTHLY;INTERVAL=3', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10', None)
    """
    lowered = phrase.lower()
    every = re.search(r"(\d{1,2}) tháng/lần", lowered)
    if every:
        return f"FREQ=MONTHLY;INTERVAL={int(every.group(1))}"
    if re.search(r"6 tháng", lowered):
        return "FREQ=MONTHLY;INTERVAL=6"
    quarter = re.search(r"ngày\s+(\d{1,2})\s+(?:của\s+)?tháng\s+(cuối|đầu)\s", lowered)
    if quarter:
        months = "3,6,9,12" if quarter.group(2) == "cuối" else "1,4,7,10"
        return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={int(quarter.group(1))}"
    if re.search(r"qu[ýí]", lowered):
        return "FREQ=MONTHLY;INTERVAL=3"
    if re.search(r"(?:hằng|hàng|mỗi|định kỳ)\s+năm", lowered):
        return "FREQ=YEARLY" + _days_of_year(lowered)
    if re.search(r"tuần", lowered):
        weekday = re.search(r"thứ\s(\w+)", lowered)
        day = _WEEKDAYS.get(weekday.group(1)) if weekday else None
        return "FREQ=WEEKLY" + (f";BYDAY={day}" if day else "")
    if re.search(r"tháng", lowered):
        days = [int(day) for day in re.findall(r"(?:ngày|,|và)\s+(\d{1,2})(?![/\d])(?! giờ| tháng)", lowered)]
        return "FREQ=MONTHLY" + (f";BYMONTHDAY={','.join(str(day) for day in days)}" if days else "")
    if re.search(r"(?:hằng|hàng|mỗi)\s+ngày", lowered):
        return "FREQ=DAILY"
    return "FREQ=YEARLY" if re.search(r"năm", lowered) else None


def _days_of_year(phrase: str) -> str:
    """Months and days of a yearly phrase; days are given only where all months share one."""
    pairs = [(int(day), int(month)) for day, month in re.findall(r"(\d{1,2})(?:/|\s+tháng\s+)(\d{1,2})(?!/)", phrase)]
    months = [month for _, month in pairs] or [int(month) for month in re.findall(r"tháng\s+(\d{1,2})", phrase)]
    rule = f";BYMONTH={','.join(str(month) for month in months)}" if months else ""
    days = {day for day, _ in pairs}
    return rule + (f";BYMONTHDAY={days.pop()}" if len(days) == 1 else "")
