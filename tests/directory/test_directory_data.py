"""The built-in directory: whole, dated, with a source for each record; its counts are those of the decrees."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from vanban.directory import load_directory
from vanban.directory.load import read_built_in
from vanban.directory.validity import is_begun, is_ended

ORGANS = read_built_in().organs
TERRITORIES = [organ for organ in ORGANS if organ.level == "territory"]
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def names_at(day: str, kind: str | None = None) -> set[str]:
    return {
        organ.name
        for organ in TERRITORIES
        if is_begun(organ, day) and not is_ended(organ, day) and kind in (None, organ.kind)
    }


@pytest.mark.parametrize(
    ("day", "all_of_them", "cities"),
    [("2021-10-12", 63, 5), ("2025-06-30", 63, 6), ("2025-07-01", 34, 6), ("2026-04-29", 34, 6), ("2026-04-30", 34, 7)],
)
def test_provinces_and_cities_at_a_day(day: str, all_of_them: int, cities: int) -> None:
    assert (len(names_at(day)), len(names_at(day, "city"))) == (all_of_them, cities)


def test_cities_by_their_names() -> None:
    assert names_at("2026-05-01", "city") == {
        "Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ", "Đồng Nai",
    }  # fmt: skip


def test_ministries_before_and_after_march_2025() -> None:
    ministries = [organ for organ in ORGANS if organ.kind == "ministry"]
    before, after = (
        {organ.id for organ in ministries if is_begun(organ, day) and not is_ended(organ, day)}
        for day in ("2025-02-28", "2025-03-01")
    )
    assert (len(before), len(after)) == (18, 14)
    assert after - before == {"bo-nnmt", "bo-dttg"}


@pytest.mark.parametrize("organ", ORGANS, ids=lambda organ: f"{organ.level}-{organ.id}")
def test_record_is_whole(organ: object) -> None:
    assert organ.source  # type: ignore[attr-defined]
    assert organ.certainty in ("announced", "estimated")  # type: ignore[attr-defined]
    days = [organ.valid_from, organ.valid_to]  # type: ignore[attr-defined]
    assert all(day is None or DAY.fullmatch(day) for day in days)
    assert None in days or days == sorted(days)


def test_successors_are_records_and_begin_where_the_others_end() -> None:
    known = load_directory().organs
    assert len(known) == len(ORGANS)
    for organ in ORGANS:
        for name in organ.successors:
            following = known.get(f"{organ.level}/{name}") or known[f"/{name}"]
            day = (date.fromisoformat(organ.valid_to or "") + timedelta(days=1)).isoformat()
            assert not is_ended(following, max(day, following.valid_from or day)), organ.id


def test_sources_say_which_decrees_were_not_read() -> None:
    unread = [organ for organ in ORGANS if "chưa đối chiếu văn bản" in (organ.source or "")]
    page = (Path(__file__).resolve().parents[2] / "docs" / "directory.md").read_text(encoding="utf-8")
    assert f"{len(unread)} of the {len(ORGANS)} records" in page
    assert all("chưa đối chiếu" not in (organ.source or "") for organ in ORGANS if "176/2025" in (organ.source or ""))
