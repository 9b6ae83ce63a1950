"""The table of days off, against the announcements and against another's table; what recurs and when it is due."""

from __future__ import annotations

import datetime as dt

import holidays
import pytest

from vanban.lexicon.holidays import is_announced, is_working_day, load_entries, tell_holiday
from vanban.notation.deadline import find_deadlines
from vanban.notation.occurrences import list_occurrences, read_repetitions

# The weekdays off and the Saturdays worked, year by year, as they were announced.
ANNOUNCED = {
    2021: (
        "01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03", "",
    ),
    2022: ("01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02", ""),
    2023: ("01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04", ""),
    2024: ("01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03", "05-04"),
    2025: ("01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02", "04-26"),
    2026: (
        "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24", "01-10 08-22",
    ),
}  # fmt: skip
# The exchange of Công văn 12729/VPCP-KGVX, which the other table does not have.
DIFFERENCES = {dt.date(2026, 1, 2), dt.date(2026, 1, 10)}


def days_of(year: int) -> list[dt.date]:
    return [
        dt.date(year, 1, 1) + dt.timedelta(days=n)
        for n in range(366)
        if (dt.date(year, 1, 1) + dt.timedelta(days=n)).year == year
    ]


@pytest.mark.parametrize("year", ANNOUNCED)
def test_days_off_are_those_announced(year: int) -> None:
    off, worked = (set(days.split()) for days in ANNOUNCED[year])
    assert {f"{day:%m-%d}" for day in days_of(year) if day.weekday() < 5 and not is_working_day(day)} == off
    assert {f"{day:%m-%d}" for day in days_of(year) if day.weekday() >= 5 and is_working_day(day)} == worked
    assert is_announced(year)


def test_table_agrees_with_another() -> None:
    theirs = holidays.country_holidays("VN", years=range(2021, 2028))
    different = {
        day for year in range(2021, 2028) for day in days_of(year) if is_working_day(day) != theirs.is_working_day(day)
    }
    assert different <= DIFFERENCES


def test_each_entry_says_by_what() -> None:
    entries = load_entries()
    assert {entry.first.year for entry in entries} == set(range(2021, 2028))
    assert all(entry.source and entry.name and entry.first <= entry.last for entry in entries)
    assert {entry.kind for entry in entries} == {"nghỉ lễ", "nghỉ bù", "hoán đổi", "làm bù"}
    assert [entry.first for entry in entries] == sorted(entry.first for entry in entries)
    assert {entry.first.year for entry in entries if not entry.announced} == {2027}


@pytest.mark.parametrize(
    ("day", "working", "name"),
    [
        ("2019-09-02", False, "Quốc khánh"),
        ("2019-11-25", True, None),
        ("2020-11-24", True, None),
        ("2030-11-25", True, None),
        ("2031-11-24", False, "Ngày Văn hóa Việt Nam"),
        ("2026-11-24", False, "Ngày Văn hóa Việt Nam"),
        ("2027-02-09", False, "nghỉ bù, Tết Nguyên đán"),
    ],
)
def test_what_a_day_is(day: str, working: bool, name: str | None) -> None:
    date = dt.date.fromisoformat(day)
    assert (is_working_day(date), tell_holiday(date)) == (working, name)


@pytest.mark.parametrize(
    ("text", "issued", "explanation"),
    [
        (
            "trong 03 ngày làm việc kể từ ngày ký",
            dt.date(2026, 8, 28),
            "03 ngày làm việc kể từ ngày ký, ban hành văn bản, 28/8/2026, không tính ngày này (BLDS 2015, Điều 147); "
            "không tính thứ Bảy, Chủ nhật; trừ 31/8/2026 (hoán đổi, Quốc khánh), 01/9/2026, 02/9/2026 (Quốc khánh).",
        ),
        (
            "trong 10 ngày kể từ ngày ký",
            dt.date(2025, 10, 1),
            "10 ngày kể từ ngày ký, ban hành văn bản, 01/10/2025, không tính ngày này (BLDS 2015, Điều 147); ngày cuối "
            "11/10/2025 là ngày nghỉ (thứ Bảy), nên kết thúc vào ngày làm việc tiếp theo, 13/10/2025 "
            "(Điều 148 khoản 5).",
        ),
        ("trong tháng 6/2026", dt.date(2026, 1, 5), "Ngày cuối của tháng nêu ra."),
        (
            "trong 10 ngày kể từ ngày nhận",
            dt.date(2026, 1, 5),
            "Tính từ ngày nhận văn bản; chưa biết ngày nhận nên chưa có ngày đến hạn.",
        ),
    ],
)
def test_explanation_tells_how(text: str, issued: dt.date, explanation: str) -> None:
    (found,) = find_deadlines(text, issued)
    assert found.explanation == explanation


def test_basis_is_short_and_names_the_day_from_which_it_counts() -> None:
    (found,) = find_deadlines("trong 5 ngày làm việc kể từ ngày ký", dt.date(2021, 10, 19))
    assert (found.date, found.basis) == (dt.date(2021, 10, 26), "05 ngày làm việc kể từ 2021-10-19")


@pytest.mark.parametrize("text", ["trước năm 0001", "trước tháng 1/0001", "trong quý I/0000", "trong năm 9999"])
def test_years_that_are_none_give_no_deadline(text: str) -> None:
    assert find_deadlines(text, dt.date(2026, 1, 5)) == []


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("định kỳ hằng quý", "2026-12-31 2027-03-31 2027-06-30"),
        ("báo cáo định kỳ hằng tháng", "2026-11-30 2026-12-31 2027-01-31"),
        ("trước ngày 15 hằng tháng", "2026-12-15 2027-01-15 2027-02-15"),
        ("trước ngày 30 hằng tháng", "2026-11-30 2026-12-30 2027-01-30 2027-02-28"),
        ("hằng quý (trước ngày 15 của tháng kế tiếp", "2027-01-15 2027-04-15 2027-07-15"),
        ("trước ngày 20 của tháng cuối quý", "2026-12-20 2027-03-20"),
        ("định kỳ trước ngày 01/6 và 15/11 hằng năm", "2027-06-01 2027-11-15 2028-06-01"),
        ("6 tháng, năm", "2026-12-31 2027-06-30"),
        ("hằng năm", "2026-12-31 2027-12-31"),
        ("Tháng 10 hằng năm", "2027-10-31 2028-10-31"),
        ("trước 16 giờ ngày thứ Sáu hằng tuần", "2026-11-27 2026-12-04"),
        ("hằng tuần", ""),
        ("ít nhất 02 lần/tuần", ""),
        ("hằng ngày", ""),
        ("02 tháng/lần", ""),
        ("thường xuyên", ""),
        ("trước ngày 31/2 hằng năm", ""),
    ],
)
def test_next_days_of_what_recurs(phrase: str, days: str) -> None:
    wanted = [dt.date.fromisoformat(day) for day in days.split()]
    assert list_occurrences(phrase, dt.date(2026, 11, 24), max(len(wanted), 1)) == wanted


def test_rules_say_the_same_days() -> None:
    """The rule in RFC 5545 against the day-by-day question, where a month lacks the day."""
    (each,) = read_repetitions("trước ngày 30 hằng tháng")
    assert each.rule() == "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"
