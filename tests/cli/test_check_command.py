"""`vanban check` from the command line: formats, exit status, `--fix`."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from form.faults import text
from form.papers import make_paper, plant
from vanban.cli.main import run
from vanban.form import RULES

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "cong-van.docx"
    path.write_bytes(plant(make_paper("letter"), text("Bình Sơn, ngày", "Bình Sơn, ngày 5 tháng 02 năm 2026")))
    return path


def test_text_names_code_place_words_and_article(faulty: Path, capsys: Capture) -> None:
    assert run(["check", str(faulty)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == str(faulty)
    assert lines[1] == "  VB502 lỗi: Ngày 5 phải ghi 05. [sửa được]"
    assert lines[2].startswith("      đoạn ") and lines[2].endswith("“Bình Sơn, ngày 5 tháng 02 năm 2026”")
    assert lines[3] == "      Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.4.b"


def test_strict_tells_by_the_exit_status(faulty: Path, tmp_path: Path, capsys: Capture) -> None:
    right = tmp_path / "dung.docx"
    right.write_bytes(make_paper("letter"))
    assert run(["check", str(faulty), "--strict"]) == 3
    assert run(["check", str(right), "--strict"]) == 0
    assert "Không thấy lỗi thể thức." in capsys.readouterr().out


def test_file_that_cannot_be_read_does_not_stop_the_others(faulty: Path, capsys: Capture) -> None:
    assert run(["check", "khong-co.docx", str(faulty), "--lang", "en"]) == 1
    captured = capsys.readouterr()
    assert "VB502 error" in captured.out
    assert captured.err.startswith("Error: khong-co.docx: ")


def test_json_holds_the_findings(faulty: Path, capsys: Capture) -> None:
    assert run(["check", str(faulty), "--format", "json"]) == 0
    (report,) = json.loads(capsys.readouterr().out)
    (finding,) = report["findings"]
    assert (finding["code"], finding["text"]) == ("VB502", "Bình Sơn, ngày 5 tháng 02 năm 2026")
    assert report["documents"][0]["form"] == "state"


def test_sarif_has_the_shape_that_the_standard_asks(faulty: Path, capsys: Capture) -> None:
    assert run(["check", str(faulty), "--format", "sarif"]) == 0
    log = json.loads(capsys.readouterr().out)
    assert (log["version"], set(log)) == ("2.1.0", {"$schema", "version", "runs"})
    (made,) = log["runs"]
    rules = made["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    assert all(rule["shortDescription"]["text"] for rule in rules)
    assert {rule["defaultConfiguration"]["level"] for rule in rules} == {"error", "warning", "note"}
    (result,) = made["results"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "VB502"
    assert result["level"] == "error"
    assert result["message"]["text"].startswith("Ngày 5 phải ghi 05.")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].startswith("file:///")
    assert place["region"]["snippet"]["text"] == "Bình Sơn, ngày 5 tháng 02 năm 2026"
    assert place["region"]["charLength"] == len("Bình Sơn, ngày 5 tháng 02 năm 2026")


def test_fix_writes_a_mended_copy(faulty: Path, tmp_path: Path, capsys: Capture) -> None:
    before, target = faulty.read_bytes(), tmp_path / "da-sua.docx"
    assert run(["check", str(faulty), "--fix", "-o", str(target), "--strict"]) == 0
    captured = capsys.readouterr()
    assert captured.err == f"Đã ghi bản sửa: {target}\n"
    assert "Không thấy lỗi thể thức." in captured.out
    assert faulty.read_bytes() == before
    assert any("ngày 05 tháng 02" in cell.text for cell in docx.Document(str(target)).tables[0]._cells)


def test_fix_of_several_files_goes_into_a_folder(faulty: Path, tmp_path: Path) -> None:
    other = tmp_path / "dung.docx"
    other.write_bytes(make_paper("letter"))
    folder = tmp_path / "da-sua"
    assert run(["check", str(faulty), str(other), "--fix", "-o", str(folder)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["cong-van.docx", "dung.docx"]


@pytest.mark.parametrize("arguments", [["--fix"], ["--fix", "-o", "SAME"]])
def test_fix_never_touches_the_file_itself(arguments: list[str], faulty: Path, capsys: Capture) -> None:
    before = faulty.read_bytes()
    given = [str(faulty) if argument == "SAME" else argument for argument in arguments]
    assert run(["check", str(faulty), *given]) == 2
    assert faulty.read_bytes() == before
    assert capsys.readouterr().err.startswith("Lỗi: ")


def test_list_names_every_rule(capsys: Capture) -> None:
    assert run(["check", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in RULES]
    assert run(["check", "--list", "--select", "VB5"]) == 0
    assert all(line.startswith("VB5") for line in capsys.readouterr().out.splitlines())


def test_unknown_code_is_one_sentence(faulty: Path, capsys: Capture) -> None:
    assert run(["check", str(faulty), "--select", "VB999"]) == 2
    assert capsys.readouterr().err == ("Lỗi: Không có quy tắc “VB999”; hãy xem các mã bằng lệnh vanban check --list.\n")


def test_copies_of_one_name_do_not_overwrite_each_other(faulty: Path, tmp_path: Path, capsys: Capture) -> None:
    other = tmp_path / "khac" / faulty.name
    other.parent.mkdir()
    other.write_bytes(make_paper("letter"))
    folder = tmp_path / "da-sua"
    assert run(["check", str(faulty), str(other), "--fix", "-o", str(folder)]) == 2
    assert capsys.readouterr().err.startswith(f"Lỗi: {other}: có hai tệp cùng tên")
    assert not folder.exists()


def test_processes_side_by_side_find_the_same(tmp_path: Path, capsys: Capture) -> None:
    for number in range(3):
        data = plant(make_paper("letter"), text("Số: 15", f"Số: {number + 1}/SNV-VP"))
        (tmp_path / f"{number}.docx").write_bytes(data)
    assert run(["check", str(tmp_path), "--jobs", "1", "--format", "json"]) == 0
    alone = capsys.readouterr().out
    assert run(["check", str(tmp_path), "--jobs", "2", "--format", "json"]) == 0
    assert capsys.readouterr().out == alone
    assert [[one["text"] for one in report["findings"]] for report in json.loads(alone)] == [
        ["1/SNV-VP"], ["2/SNV-VP"], ["3/SNV-VP"]
    ]  # fmt: skip
