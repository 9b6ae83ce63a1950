"""`vanban track`: forms, calendars of all organs into a folder or a zip, and what cannot go well told beforehand."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import icalendar
import pytest

from vanban.cli.main import run

FOREST = str(Path(__file__).resolve().parents[2] / "samples" / "ho-so-chay-rung")
ORGANS = {
    "chi-cuc-kiem-lam.ics", "hat-kiem-lam-khu-vuc-dong-son.ics", "hat-kiem-lam-khu-vuc-tay-son.ics",
    "phong-kinh-te.ics", "so-nong-nghiep-va-moi-truong.ics", "uy-ban-nhan-dan-cac-xa.ics",
}  # fmt: skip


def test_calendars_of_all_organs_go_into_a_zip(tmp_path: Path) -> None:
    output = tmp_path / "lich.zip"
    assert run(["track", FOREST, "--as-of", "2026-03-05", "-o", str(output)]) == 0
    with zipfile.ZipFile(output) as package:
        assert set(package.namelist()) == ORGANS
        calendar = icalendar.Calendar.from_ical(package.read("chi-cuc-kiem-lam.ics"))
    assert len(calendar.walk("VEVENT")) == 2
    first = output.read_bytes()
    assert run(["track", FOREST, "--as-of", "2026-03-05", "-o", str(output)]) == 0
    assert output.read_bytes() == first


@pytest.mark.parametrize("there", [True, False])
def test_calendars_of_all_organs_go_into_a_folder(tmp_path: Path, there: bool) -> None:
    output = tmp_path / "lich"
    if there:
        output.mkdir()
    assert run(["track", FOREST, "--as-of", "2026-03-05", "-o", f"{output}/"]) == 0
    assert {path.name for path in output.iterdir()} == ORGANS


@pytest.mark.parametrize("more", [["--for", "Sở Y tế"], ["--format", "xlsx"]])
def test_folder_is_for_calendars_of_all_alone(
    more: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["track", FOREST, "-o", f"{tmp_path}/", *more]) == 2
    assert "hãy dùng --format ics và bỏ --for" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_form_chooses_the_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["track", FOREST, "--as-of", "2026-03-05", "--form", "phan-cong", "--format", "csv"]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out.lstrip("\ufeff"))))
    assert rows[0] == ["TT", "Đơn vị thực hiện", "Nội dung nhiệm vụ", "Số liệu cần chuẩn bị", "Thời hạn"]
    assert len(rows) == 13
    assert run(["track", FOREST, "--form", "dài"]) == 2
