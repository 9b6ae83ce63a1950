"""Whole evaluations of papers written here: figures, files that cannot be read, gains and losses."""

from __future__ import annotations

import functools
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from evaluation.conftest import LABEL, LETTER, Paper
from vanban.batch import read_files
from vanban.errors import UnreadableError, UsageError
from vanban.evaluation import Report, compare, evaluate
from vanban.evaluation.comparison import read_report
from vanban.evaluation.report import FieldScore


def scores(report: Report) -> dict[str, FieldScore]:
    return {score.field: score for score in report.whole.fields}


def test_letter_is_wholly_right(paper: Paper, tmp_path: Path) -> None:
    report = evaluate(paper(), tmp_path)
    assert (report.measured, report.absent, report.unread, report.misses) == (["a"], [], [], [])
    assert (report.whole.documents, report.whole.strict.headings, report.whole.strict.all) == (1, 1, 1)
    assert {score.tolerant.f1 for score in report.whole.fields} <= {1.0, None}
    assert [group.name for group in report.by_format + report.by_type] == ["txt", "Công văn"]


def test_wrong_label_shows_in_both_places(paper: Paper, tmp_path: Path) -> None:
    report = evaluate(paper(date="2025-02-04", issuer="Sở Y tế", priority="Khẩn"), tmp_path)
    found = scores(report)
    assert found["date"].tolerant.right == 0
    assert (found["issuer"].tolerant.f1, found["issuer"].strict.f1) == (1.0, 0.0)
    assert (found["priority"].tolerant.recall, found["priority"].tolerant.precision) == (0.0, None)
    assert [(miss.field, miss.outcome, miss.label, miss.given) for miss in report.misses] == [
        ("date", "wrong", "2025-02-04", "2025-02-03"),
        ("issuer", "near", "Sở Y tế", "SỞ Y TẾ"),
        ("priority", "missed", "Khẩn", None),
    ]
    assert (report.whole.tolerant.headings, report.whole.tolerant.all) == (0, 0)


def test_unreadable_file_is_named_and_has_missed_everything(paper: Paper, tmp_path: Path) -> None:
    paper()
    report = evaluate(paper("b.docx", text="", format="docx"), tmp_path)
    assert [one.id for one in report.unread] == ["b"]
    assert str(tmp_path / "b.docx") in report.unread[0].reason
    assert (scores(report)["date"].labelled, scores(report)["date"].given) == (2, 1)
    assert (scores(report)["duty.action"].labelled, scores(report)["duty.action"].given) == (2, 1)
    assert scores(report)["documents"].tolerant.recall == 0.5


def test_unforeseen_error_stops_nothing(paper: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(path: str, *_: Any, **__: Any) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("vanban.pipeline.parse", crash)
    (unread,) = evaluate(paper(), tmp_path).unread
    assert "IndexError" in unread.reason
    assert unread.reason.endswith(".")


def test_absent_file_is_named_and_not_counted(paper: Paper, tmp_path: Path) -> None:
    paper()
    report = evaluate(paper("c.txt", text=None), tmp_path)
    assert (report.measured, report.absent) == (["a"], ["c"])
    assert report.whole.documents == 1


def test_document_that_was_not_found_is_missed(tmp_path: Path, paper: Paper) -> None:
    labels = paper()
    record = json.loads(labels.read_text(encoding="utf-8"))
    record["documents"].append({**LABEL, "number": "27", "notation": "KH-UBND", "duties": None})
    labels.write_text(json.dumps(record), encoding="utf-8")
    found = scores(evaluate(labels, tmp_path))
    assert (found["documents"].labelled, found["documents"].given) == (2, 1)
    assert (found["code.number"].labelled, found["code.number"].given) == (2, 1)
    assert found["duty.action"].labelled == 1


def test_scans_are_taken_or_left_out(paper: Paper, tmp_path: Path) -> None:
    paper()
    labels = paper("b.txt", format="pdf-scan")
    paper("c.txt", format=None)
    assert evaluate(labels, tmp_path, scans=True).measured == ["b"]
    assert evaluate(labels, tmp_path, scans=False).measured == ["a", "c"]
    assert evaluate(labels, tmp_path, only={"c"}).by_format[0].name == "txt"


def test_folder_of_records_and_one_file_of_it(tmp_path: Path) -> None:
    for name in ("x.txt", "y.txt"):
        (tmp_path / name).write_text(LETTER, encoding="utf-8")
        record = {"file": name, "documents": [{"subject": "trực cấp cứu"}]}
        (tmp_path / f"{name}.expect.json").write_text(json.dumps(record), encoding="utf-8")
    assert evaluate(tmp_path, tmp_path).measured == ["x.txt", "y.txt"]
    assert evaluate(tmp_path, tmp_path / "y.txt").measured == ["y.txt"]
    assert [score.field for score in evaluate(tmp_path, tmp_path).whole.fields] == ["documents", "subject"]


def test_executor_gives_the_same(paper: Paper, tmp_path: Path) -> None:
    paper()
    labels = paper("b.txt", subject="khác")
    with ProcessPoolExecutor(1) as pool:
        room = functools.partial(read_files, executor=pool)
        assert evaluate(labels, tmp_path, room=room) == evaluate(labels, tmp_path)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "không có nhãn nào; hãy nêu tệp .jsonl"),
        ('{"file": "a.txt", "documents": []}\n{"file": 3}', "dòng 2: nhãn sai mẫu ("),
        ("{", "dòng 1: nhãn sai mẫu ("),
    ],
)
def test_labels_that_cannot_be_used(content: str, sentence: str, tmp_path: Path) -> None:
    labels = tmp_path / "l.jsonl"
    labels.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableError) as told:
        evaluate(labels, tmp_path)
    assert sentence in str(told.value)
    assert "; hãy " in str(told.value)


def test_places_that_are_not_there(paper: Paper, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="không có tệp nhãn này; hãy kiểm tra"):
        evaluate(tmp_path / "nope.jsonl", tmp_path)
    with pytest.raises(UnreadableError, match="không có thư mục này; hãy nêu"):
        evaluate(paper(), tmp_path / "nope")
    (tmp_path / "z.txt").write_text(LETTER, encoding="utf-8")
    with pytest.raises(UnreadableError, match="tệp này không có nhãn; hãy"):
        evaluate(tmp_path / "labels.jsonl", tmp_path / "z.txt")


def test_gains_and_losses(paper: Paper, tmp_path: Path) -> None:
    labels = paper(place="Huế", recipients=["Như trên"])
    before = evaluate(labels, tmp_path)
    labels.unlink()
    now = evaluate(paper(date="2025-02-04", recipients=["Như trên", "Sở Nội vụ"]), tmp_path)
    told = compare(now, before)
    gains = {change.field: change.gain for change in told.changes if change.gain}
    assert gains == {"place": 1.0, "date": -1.0, "to_places": pytest.approx(-0.3333, abs=1e-4)}
    assert [(miss.field, miss.label) for miss in told.won] == [("place", "Huế")]
    assert [(miss.field, miss.label) for miss in told.lost] == [("date", "2025-02-04"), ("to_places", "Sở Nội vụ")]


def test_only_files_of_both_are_compared_by_item(paper: Paper, tmp_path: Path) -> None:
    labels = paper()
    before = evaluate(labels, tmp_path)
    told = compare(evaluate(paper("b.txt", place="Huế"), tmp_path), before)
    assert (told.won, told.lost, told.only_before, told.only_now) == ([], [], [], ["b"])


def test_earlier_result_must_be_one(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    with pytest.raises(UsageError, match="không mở được"):
        read_report(path)
    path.write_text("{}")
    with pytest.raises(UsageError, match="không phải kết quả của “vanban eval”; hãy dùng"):
        read_report(path)
