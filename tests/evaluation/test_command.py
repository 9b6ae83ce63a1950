"""`vanban eval` as a command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.conftest import Paper
from vanban.cli.evaluation_words import FIELD_NAMES
from vanban.cli.main import run
from vanban.evaluation.figures import FIELDS

Capture = pytest.CaptureFixture[str]


def test_fields_have_names() -> None:
    assert list(FIELD_NAMES) == list(FIELDS)


def test_table(paper: Paper, tmp_path: Path, capsys: Capture) -> None:
    labels = paper(date="2025-02-04")
    assert run(["eval", str(labels), str(tmp_path), "--show", "date"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert captured.out.startswith("1 tệp, 1 văn bản; 0 tệp không đọc được\n")
    assert "\nVăn bản đúng toàn bộ: thể thức 0/1, cả nhiệm vụ 0/1" in captured.out
    assert captured.out.endswith(
        "Chưa đúng (1)\n\na [1] Ngày ban hành (date): sai\n    nhãn: 2025-02-04\n    đọc: 2025-02-03\n"
    )


def test_against_an_earlier_result(paper: Paper, tmp_path: Path, capsys: Capture) -> None:
    labels = paper(date="2025-02-04")
    earlier = tmp_path / "trước.json"
    assert run(["eval", str(labels), str(tmp_path), "-o", str(earlier)]) == 0
    assert json.loads(earlier.read_text(encoding="utf-8"))["whole"]["documents"] == 1
    labels.unlink()
    assert run(["eval", str(paper()), str(tmp_path), "--against", str(earlier), "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "\nWon (1)\n\na [1] date: wrong\n    gold: 2025-02-04\n" in out
    assert "\nLost (0)\n\nNone.\n" in out
    assert run(["eval", str(labels), str(tmp_path), "--against", str(earlier), "-f", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["against"]["won"][0]["field"] == "date"
    assert run(["eval", str(labels), str(tmp_path), "--against", str(earlier), "-o", str(earlier)]) == 2


def test_unreadable_and_absent_files_are_told(paper: Paper, tmp_path: Path, capsys: Capture) -> None:
    paper()
    paper("c.txt", text=None)
    labels = paper("b.docx", text="", format="docx")
    assert run(["eval", str(labels), str(tmp_path)]) == 1
    captured = capsys.readouterr()
    assert captured.out.startswith("2 tệp, 2 văn bản; 1 tệp không đọc được\n")
    first, second = captured.err.splitlines()
    assert first.startswith(f"Lỗi: {tmp_path / 'b.docx'}: ")
    assert second == f"Lỗi: 1 tệp có nhãn mà không thấy trong {tmp_path} (c); hãy bổ sung tệp hoặc bỏ nhãn."


def test_nothing_to_measure(paper: Paper, tmp_path: Path, capsys: Capture) -> None:
    assert run(["eval", str(paper()), str(tmp_path), "--scans", "-o", str(tmp_path / "x.json")]) == 1
    assert "không có tệp nào để đo; hãy" in capsys.readouterr().err
    assert not (tmp_path / "x.json").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["eval"], "còn thiếu NHÃN; hãy xem “vanban eval --help”."),
        (["eval", "a", "b", "--show", "nope"], "“nope” không dùng được cho --show; hãy chọn một trong: documents, "),
        (["eval", "a", "b", "--against", "không-có.json"], "không-có.json: không mở được ("),
    ],
)
def test_wrong_use_is_one_sentence(arguments: list[str], sentence: str, capsys: Capture) -> None:
    assert run(arguments) == 2
    err = capsys.readouterr().err
    assert sentence in err
    assert err.count("\n") == 1
