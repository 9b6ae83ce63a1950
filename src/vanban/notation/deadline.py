"""Deadlines, *thời hạn*: find them in a sentence, compute the day, say how.

Forms read: "trước ngày 28/7/2023", "trước 14 giờ, ngày 11 tháng 01 năm 2026", "chậm nhất đến ngày 20/11" (the year of
the document), "trong tháng 12/2025" (its last day), "Quý IV/2025", "trong năm 2026", "trong thời hạn 10 ngày kể từ
ngày ký" and all else that is counted (`notation.period`), "trong 02 tháng cuối năm", "6 tháng đầu năm 2026";
recurrences, without a day ("định kỳ hằng quý"). A day that is written out stays, also where it is a day off.
Refused: dates of citations ("Kế hoạch số … ngày …"), "trước khi", the day on which the law changed ("hồ sơ nộp trước
01/7/2025").
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable

import msgspec

from vanban.notation.date import make_date
from vanban.notation.found_deadline import FoundDeadline
from vanban.notation.period import find_periods
from vanban.notation.recurrence import find_recurrences, make_rule

_LEAD = (
    r"(?:chậm nhất(?: là)?(?: vào| đến| trước| trong)?|muộn nhất(?: là)?(?: vào| đến| trước)?|trước|đến hết|hết|đến"
    r"|xong trước|hạn cuối(?: là)?|hạn chót(?: là)?|"
    r"không quá|thời hạn(?: hoàn thành| báo cáo| gửi| thực hiện)?(?: là)?\s?:?|thời gian(?: hoàn thành| thực hiện"
    r"| báo cáo| gửi)?\s?:?|hoàn thành(?: vào)?|xong(?: vào)?|hạn(?: báo cáo| gửi| nộp| hoàn thành)?\s?:?|"
    r"kết thúc|dự kiến|vào|trong|hạn cuối cùng|về trước|gửi về trước)"
)
_HOUR = r"(?:\s*(?:lúc\s*)?\d{1,2}\s*(?:giờ|h|g|:)\s*\d{0,2}(?:\s*phút)?\s*,?)?"
_HALF = r"(?:\s*(?:hết\s+)?(?:thứ\s+\w+|cuối giờ(?: làm việc)?|sáng|chiều|đêm|tối)\s*,?)?"
_DAY = re.compile(
    rf"(?<!\w)(?P<lead>{_LEAD}){_HOUR}{_HALF}\s*(?:ngày\s*)?(?P<day>\d{{1,2}})\s?(?:[/.\-]\s?"
    rf"|\s*tháng\s*)(?P<month>\d{{1,2}})(?:\s?(?:[/.\-]\s?|\s*năm\s*)(?P<year>\d{{4}}))?(?![\d/%])",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_MONTH = re.compile(
    rf"(?<!\w)(?:(?P<lead>{_LEAD})\s+)?(?P<part>(?:nửa )?(?:đầu|giữa|cuối)\s+)?tháng\s*(?P<month>\d{{1,2}})\s*(?:/"
    rf"|\s+năm\s+|-|\.)\s*(?P<year>(?:19|20)\d{{2}})(?!\d)",
    re.IGNORECASE,
)
_MONTH_BARE = re.compile(
    r"(?<!\w)(?:trong|hết|cuối|hoàn thành|xong)\s+tháng\s*(?P<month>\d{1,2})(?!\s*[/.\-]?\s?\d|\s*năm)(?:\s+này)?",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    rf"(?<!\w)(?:(?P<lead>{_LEAD})\s+)?(?:đầu |cuối )?qu[ýí]\s*(?P<quarter>IV|I{{1,3}}|[1-4])\s*(?:[/,\-]|\s*năm"
    rf"|\s+)\s*(?P<year>(?:19|20)\d{{2}})(?!\d)",
    re.IGNORECASE,
)
# "hoàn thành Quý IV", "xong trong quý III": of the year of issue, and still to come.
_QUARTER_BARE = re.compile(
    r"(?<!\w)(?:(?:hoàn thành|xong|chậm nhất|muộn nhất)(?: là)?(?: trong| vào| hết| đến hết)?|trong|đến hết|hết)\s+"
    r"qu[ýí]\s*(?P<quarter>IV|I{1,3}|[1-4])(?!\s*[/,\-–]?\s*(?:\d|năm|I|và))",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?<!\w)(?P<lead>(?:hoàn thành |xong |thực hiện |kết thúc |chậm nhất |ngay |từ )?(?:trong|hết|đến hết|cuối|vào"
    r"|trước)\s+)(?:(?:các )?tháng cuối )?năm\s+(?P<year>(?:19|20)\d{2})(?!\d|\s?[-–]\s?\d)",
    re.IGNORECASE,
)
_HALVES = re.compile(
    r"(?<!\w)(?P<lead>trong|hoàn thành|xong trong|hoàn thành trong|đến hết)\s+(?:0?(?P<count>[1-9]|1[0-2])"
    r"|các)\s+tháng\s+(?P<part>đầu|cuối)\s+năm(?:\s+(?P<year>(?:19|20)\d{2}))?(?!\s*\d)",
    re.IGNORECASE,
)
# What was handed in, issued or begun before a day: the law changes on it, nobody is asked to do anything by it.
_HAPPENED = re.compile(
    r"(?:nộp|tiếp nhận|phát sinh|ban hành|ký|ký kết|cấp|hiệu lực|thành lập|áp dụng|sử dụng|hưởng|tuyển dụng|bổ nhiệm"
    r"|nghỉ việc|xảy ra|có)\s+$"
)
# "đã chỉ ra trong năm 2023", "tạm dừng đóng đến tháng 6/2020": it happened, or says how long a state lasts.
_DONE = re.compile(
    r"(?:\bdự kiến (?!hoàn thành|trình|ban hành|tổ chức|báo cáo|khởi công|xong)[^\W\d]+[^,;.:]{0,25}|"
    r"\bbắt đầu\b[^,;.]{0,30}|"
    r"\bđã\b(?! được giao)[^,;.:]{0,30}|(?:tạm dừng|tạm hoãn|kéo dài|từ nay|có hiệu lực|miễn|"
    r"giảm)\b[^,;.:]{0,40}\(?)$"
)
_CITED = re.compile(r"(?:số\s+[\w/\-.]+|[A-ZĐ]{2,}[\w\-]*)\s*,?\s*$")
# Behind a day: "… và 15 tháng 11 hằng năm".
_YEARLY = re.compile(
    r"(?:\s*(?:,|và)\s*(?:trước\s+)?(?:ngày\s+)?\d{1,2}\s?(?:[/.]|"
    r"\s*tháng\s*)\s?\d{1,2}){0,4}\s*(?:hằng|hàng|mỗi)\s+năm"
)
_NEXT_YEAR = re.compile(r"\s*(?:của )?năm (?:sau|kế tiếp|tiếp theo|liền kề|học)")
_OPEN_ENDED = re.compile(r"^\s*(?:và|;)\s+(?:các|những)?\s*năm\s+tiếp theo|^\s+trở đi|^\s+có hiệu lực")


def find_deadlines(text: str, issued: dt.date | None = None, received: dt.date | None = None) -> list[FoundDeadline]:
    """All deadlines in order; `issued` is the date of the document, for years left out and days counted from it,
    `received` the day on which it came, for days counted from receipt.

    >>> found = find_deadlines("báo cáo trước ngày 15/11; hoàn thành trong Quý I/2026", dt.date(2025, 10, 1))
    >>> [str(deadline.date) for deadline in found]
    ['2025-11-15', '2026-03-31']
    """
    found: list[FoundDeadline] = []
    lowered = text.lower()

    def scan(pattern: re.Pattern[str], word: str) -> Iterable[re.Match[str]]:
        """Its matches; a look for the word that each of them holds costs a hundredth of the search."""
        return pattern.finditer(text) if word in lowered else ()

    for start, end in find_recurrences(text):
        phrase = text[start:end].strip()
        found.append(_recurring(start, end, phrase))
    has_figures = _FIGURE.search(text) is not None
    for match in _DAY.finditer(text) if has_figures else ():
        if _refused(text, match):
            continue
        year = match["year"] or (str(issued.year) if issued else "")
        date = make_date(match["day"], match["month"], year)
        if date is None:
            continue
        if _YEARLY.match(text, match.end()) or _NEXT_YEAR.match(text, match.end()):
            continue
        if issued and date < issued and _HAPPENED.search(text[max(0, match.start() - 24) : match.start()]):
            continue
        found.append(_dated(match, date, year))
    for match in scan(_MONTH, "tháng"):
        if not _refused(text, match) and not (match["lead"] is None and not _stands_alone(text, match)):
            found += _last_day(match, int(match["year"]), int(match["month"]), "month")
    for match in scan(_MONTH_BARE, "tháng"):
        if issued:
            found += _last_day(match, issued.year, int(match["month"]), "month")
    for match in scan(_QUARTER, "qu"):
        if not _refused(text, match):
            found += _last_day(match, int(match["year"]), 3 * _quarter(match["quarter"]), "quarter")
    for match in scan(_QUARTER_BARE, "qu"):
        month = 3 * _quarter(match["quarter"])
        if issued and month >= issued.month and not _refused(text, match):
            found += _last_day(match, issued.year, month, "quarter")
    for match in scan(_YEAR, "năm"):
        told = issued and match["lead"].strip().lower().endswith("vào") and int(match["year"]) < issued.year
        if not told and not _refused(text, match):
            before = match["lead"].strip().lower().endswith("trước")
            found.append(_end_of_year(match.start(), match.end(), int(match["year"]) - before, before=before))
    for match in scan(_HALVES, "tháng"):
        half = _half(match, issued)
        if half and not (issued and half.date and half.date < issued):
            found.append(half)
    found += find_periods(text, issued, received)
    found.sort(key=lambda deadline: (deadline.start, -deadline.end))
    kept: list[FoundDeadline] = []
    for deadline in found:
        if not kept or deadline.start >= kept[-1].end:
            kept.append(deadline)
    return kept


def parse_due_cell(text: str, issued: dt.date | None = None, received: dt.date | None = None) -> FoundDeadline | None:
    """A deadline that stands alone, in a table's column or after "Thời gian:"; a bare year is its last day.

    >>> parse_due_cell("Năm 2026").date, parse_due_cell("Thường xuyên").recurrence
    (datetime.date(2026, 12, 31), 'Thường xuyên')
    """
    text = text.strip(" .;")
    if re.search(r"(?:và|,)\s+(?:các|những)\s+năm\s+tiếp theo|trở đi", text, re.IGNORECASE):
        return None
    span = re.fullmatch(
        r"(?:giai đoạn\s+|cả )?(?:từ năm\s+|từ\s+|năm\s+)?(?:\d{4}|tháng\s*\d{1,2}/\d{4})?\s*(?:[-–]"
        r"|đến(?: năm)?)?\s*(?:năm\s*)?((?:19|20)\d{2})",
        text,
        re.IGNORECASE,
    )
    if span:
        return _end_of_year(0, len(text), int(span.group(1)))
    if re.fullmatch(
        r"(?:(?:tổ chức )?thực hiện )?thường xuyên.*|"
        r"hằng năm.*|hàng năm.*|định kỳ.*|hằng (?:tháng|quý).*|hàng (?:tháng|quý).*",
        text,
        re.IGNORECASE | re.DOTALL,
    ) and not re.search(r"(?<!từ năm )(?<!từ tháng \d/)(?<!từ tháng \d\d/)\d{4}", text):
        return _recurring(0, len(text), text)
    bare = _BARE_DAY.fullmatch(text)
    year = (bare["year"] or (str(issued.year) if issued else "")) if bare else ""
    if bare and (date := make_date(bare["day"], bare["month"], year)):
        return _dated(bare, date, year)
    month = re.fullmatch(
        r"(?:tháng\s*)?(?:\d{1,2}\s*[-–,]\s*)?(?:tháng\s*)?(\d{1,2})\s*[/\-.]\s*((?:19|20)\d{2})", text, re.IGNORECASE
    )
    if month and 1 <= int(month.group(1)) <= 12:
        return _end_of_month(0, len(text), int(month.group(2)), int(month.group(1)), "month")
    short = _SHORT_PERIOD.fullmatch(text)
    if (
        short
        and 1 <= (month_number := 3 * _quarter(short["quarter"]) if short["quarter"] else int(short["month"])) <= 12
    ):
        return _end_of_month(0, len(text), int(short["year"]), month_number, "quarter" if short["quarter"] else "month")
    bare_period = _BARE_PERIOD.fullmatch(text)
    if bare_period and issued:
        return _in_year_of(bare_period, len(text), issued)
    found = find_deadlines(text, issued, received)
    dated = [deadline for deadline in found if deadline.date]
    if not dated and len(found) == 1 and found[0].recurrence and len(text) < 40:
        return _recurring(0, len(text), text)
    return dated[0] if dated else (found[0] if found else None)


_BARE_DAY = re.compile(
    # "05/9 - 15/10/2025": the day on which it ends
    r"(?:(?:từ\s+)?(?:ngày\s+)?\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?\s*(?:[-–]|đến(?: hết)?)\s*)?"
    r"(?:(?:sáng|chiều)\s+)?(?:ngày\s*)?(?P<day>\d{1,2})[/.\-](?P<month>\d{1,2})(?:[/.\-](?P<year>\d{4}))?",
    re.IGNORECASE,
)
# "Q4/2021", "T8-T12/2021".
_SHORT_PERIOD = re.compile(
    r"(?:Q(?:[1-4]\s*[-–,]\s*Q?)?(?P<quarter>[1-4]|IV|I{1,3})|T(?:\d{1,2}\s*[-–,]\s*T?)?(?P<month>\d{1,2}))\s*[/.]\s*"
    r"(?P<year>(?:19|20)\d{2})"
)
# "Quý II", "Tháng 6" in a column or behind a label: of the year for which the document plans.
_BARE_PERIOD = re.compile(
    r"(?:trong |hết |cuối )?(?:qu[ýí]\s*(?:(?:IV|I{1,3}|[1-4])\s*(?:,|-|–|và)\s*(?:qu[ýí]\s*)?){0,3}"
    r"(?P<quarter>IV|I{1,3}|[1-4])|tháng\s*(?:\d{1,2}\s*(?:,|-|–|và)\s*(?:tháng\s*)?){0,3}(?P<month>\d{1,2}))",
    re.IGNORECASE,
)


def _in_year_of(match: re.Match[str], end: int, issued: dt.date) -> FoundDeadline | None:
    """The last day of a quarter or month without its year: the first to come from the day of issue on."""
    quarter = match["quarter"]
    month = int(match["month"]) if quarter is None else 3 * _quarter(quarter)
    if not 1 <= month <= 12:
        return None
    year = issued.year if month >= issued.month else issued.year + 1
    found = _end_of_month(0, end, year, month, "quarter" if quarter else "month")
    return msgspec.structs.replace(found, basis=f"năm {year}, tính từ ngày ban hành văn bản")


def _quarter(printed: str) -> int:
    return {"I": 1, "II": 2, "III": 3, "IV": 4}.get(printed.upper()) or int(printed)


def _refused(text: str, match: re.Match[str]) -> bool:
    """A date of a citation or of an event rather than a deadline."""
    if _DONE.search(text[max(0, match.start() - 40) : match.start()]):
        return True
    lead = (match.groupdict().get("lead") or "").lower().strip(" :")
    if lead in ("vào", "trong", "dự kiến", "kết thúc", "đến") and match.re is _DAY:
        before = text[max(0, match.start() - 30) : match.start()]
        if lead == "trong" and re.match(r"trong\s+(?:ngày|đêm|tối|sáng|chiều)", match.group(), re.IGNORECASE):
            return False
        if lead != "đến" or not re.search(r"(?:hoàn thành|hạn|gia hạn|nhất)\W*(?:[\w\s]{0,20})$", before):
            return True
    if lead == "hết" and re.search(r"\bđến $", text[max(0, match.start() - 5) : match.start()]):
        return True
    if _OPEN_ENDED.match(text[match.end() : match.end() + 60]):
        return True
    if re.search(
        r"(?:\btừ (?:ngày )?[\d/.\-]{4,12}|\btừ tháng \d{1,2}(?:/\d{4})?)\s*$",
        text[max(0, match.start() - 24) : match.start()],
    ):
        return True
    if lead in ("thời gian", "hoàn thành", "thời hạn", "xong", "xong trước", "hạn") or not lead:
        return False
    return bool(_CITED.search(text[max(0, match.start() - 30) : match.start()])) and lead not in (
        "trước",
        "chậm nhất",
        "đến hết",
    )


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 8) : match.start()].rstrip()
    return (not before and match.start() < 8) or before.endswith((":", "(", ";"))


def _last_day(match: re.Match[str], year: int, month: int, unit: str) -> list[FoundDeadline]:
    if not 1 <= month <= 12:
        return []
    before = (match.groupdict().get("lead") or "").lower().strip() in ("trước", "xong trước", "chậm nhất trước")
    if before:
        month -= 3 if unit == "quarter" else 1
        year, month = (year, month) if month > 0 else (year - 1, month + 12)
    return [_end_of_month(match.start(), match.end(), year, month, unit, before=before)]


def _end_of_month(start: int, end: int, year: int, month: int, unit: str, *, before: bool = False) -> FoundDeadline:
    """The last day of a month, or of the quarter that it closes (`unit` "month" or "quarter")."""
    date = dt.date(year, month, calendar.monthrange(year, month)[1])
    basis = f"ngày cuối của {'quý' if unit == 'quarter' else 'tháng'}"
    return FoundDeadline(start, end, date, basis=basis, way=f"{unit}-{'before' if before else 'end'}")


def _end_of_year(start: int, end: int, year: int, *, before: bool = False) -> FoundDeadline:
    way = "year-before" if before else "year-end"
    return FoundDeadline(start, end, dt.date(year, 12, 31), basis="ngày cuối của năm", way=way)


def _dated(match: re.Match[str], date: dt.date, year: str) -> FoundDeadline:
    """A day that is written out; without its year it is of the document's."""
    if match["year"]:
        return FoundDeadline(match.start(), match.end(), date)
    basis = f"năm ban hành văn bản ({year})"
    return FoundDeadline(match.start(), match.end(), date, basis=basis, way="year-of-issue")


def _recurring(start: int, end: int, phrase: str) -> FoundDeadline:
    return FoundDeadline(start, end, None, phrase, make_rule(phrase), way="recurring")


def _half(match: re.Match[str], issued: dt.date | None) -> FoundDeadline | None:
    """The first or last months of a year: "trong 02 tháng cuối năm", "6 tháng đầu năm 2026"."""
    year = int(match["year"]) if match["year"] else issued.year if issued else None
    if year is None or (match["part"].lower() == "đầu" and match["count"] is None):
        return None
    month = 12 if match["part"].lower() == "cuối" else int(match["count"])
    date = dt.date(year, month, calendar.monthrange(year, month)[1])
    return FoundDeadline(match.start(), match.end(), date, basis="ngày cuối của các tháng nêu ra", way="months-of-year")
