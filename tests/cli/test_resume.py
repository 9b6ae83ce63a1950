"""Runs that are stopped and go on: what was done is not done again, and the end is the same."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import vanban
from cli import conftest
from vanban.cli.main import run

Letter = Callable[..., str]
Capture = pytest.CaptureFixture[str]
TEXT = "{}/UBND | Sở Y tế | họp | Chủ tịch UBND tỉnh"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, pipeline: None) -> list[str]:
    """The names of the files that were read."""
    names: list[str] = []

    def parse(path: str, *arguments: Any, **named: Any) -> Any:
        names.append(Path(path).name)
        if "stop" in Path(path).read_text(encoding="utf-8"):
            raise KeyboardInterrupt
        return conftest.parse(path, *arguments, **named)

    monkeypatch.setattr(sys.modules["vanban.pipeline"], "parse", parse)
    return names


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "x.jsonl"


def partial(output: Path) -> Path:
    return output.with_name("x.jsonl.partial")


@pytest.fixture
def stopped(letter: Letter, read: list[str], output: Path) -> list[str]:
    """Four files, of which the third stopped the run."""
    paths = [letter(f"{number}.txt", TEXT.format(number)) for number in (1, 2, 3, 4)]
    whole = Path(paths[2]).read_text(encoding="utf-8")
    Path(paths[2]).write_text("stop", encoding="utf-8")
    assert run(["parse", *paths, "-o", str(output)]) == 130
    Path(paths[2]).write_text(whole, encoding="utf-8")
    read.clear()
    return paths


def test_stopped_run_keeps_what_is_done_and_says_where(stopped: list[str], output: Path, capsys: Capture) -> None:
    assert [path.name for path in output.parent.iterdir()] == ["x.jsonl.partial"]
    Path(stopped[3]).write_text("stop", encoding="utf-8")
    assert run(["parse", *stopped, "-o", str(output), "--resume"]) == 130
    err = capsys.readouterr().err
    assert f"Phần đã đọc còn ở {partial(output)}; hãy chạy lại lệnh với --resume để làm tiếp.\n" in err
    assert len(partial(output).read_text(encoding="utf-8").splitlines()) == 4


def test_run_that_goes_on_ends_like_one_that_was_not_stopped(
    stopped: list[str], output: Path, read: list[str], tmp_path: Path
) -> None:
    assert run(["parse", *stopped, "-o", str(output), "--resume"]) == 0
    assert read == ["3.txt", "4.txt"]
    whole = tmp_path / "whole.jsonl"
    assert run(["parse", *stopped, "-o", str(whole)]) == 0
    assert output.read_bytes() == whole.read_bytes()
    assert [path.name for path in output.parent.iterdir()] == ["x.jsonl"]


def test_file_that_has_changed_is_read_again(stopped: list[str], output: Path, read: list[str]) -> None:
    Path(stopped[0]).write_text(TEXT.format(100), encoding="utf-8")
    assert run(["parse", *stopped, "-o", str(output), "--resume"]) == 0
    assert read == ["1.txt", "3.txt", "4.txt"]
    lines = output.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["documents"][0]["id"] for line in lines] == ["100/UBND", "2/UBND", "3/UBND", "4/UBND"]


def test_other_files_and_another_order_count(stopped: list[str], output: Path, read: list[str]) -> None:
    assert run(["parse", stopped[3], stopped[1], "-o", str(output), "--resume"]) == 0
    assert read == ["4.txt"]
    lines = output.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["documents"][0]["id"] for line in lines] == ["4/UBND", "2/UBND"]


def test_line_that_was_cut_off_is_read_again(stopped: list[str], output: Path, read: list[str]) -> None:
    partial(output).write_bytes(partial(output).read_bytes()[:-5])
    assert run(["parse", *stopped, "-o", str(output), "--resume"]) == 0
    assert read == ["2.txt", "3.txt", "4.txt"]
    assert len(output.read_text(encoding="utf-8").splitlines()) == 4


@pytest.mark.parametrize("found", [b"", b"{}\n", b"\0\xff", b'{"vanban": "0.0.0"}\n{"source": 1}\n'])
def test_what_another_version_left_is_not_used(
    found: bytes, stopped: list[str], output: Path, read: list[str], capsys: Capture
) -> None:
    partial(output).write_bytes(found)
    capsys.readouterr()
    assert run(["parse", *stopped, "-o", str(output), "--resume"]) == 0
    assert len(read) == 4
    assert ("đọc lại từ đầu" in capsys.readouterr().err) == bool(found)


def test_results_of_another_version_are_not_mixed_in(
    stopped: list[str], output: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vanban, "__version__", "9.9.9")
    assert run(["parse", *stopped, "-o", str(output), "--resume"]) == 0
    assert len(read) == 4


def test_another_directory_of_organs_reads_anew(
    letter: Letter, output: Path, read: list[str], tmp_path: Path, capsys: Capture
) -> None:
    directory = tmp_path / "danh-ba.yaml"
    directory.write_text("organs: []\n", encoding="utf-8")
    paths = [letter(f"{number}.txt", TEXT.format(number)) for number in (1, 2)]
    whole = Path(paths[1]).read_text(encoding="utf-8")
    Path(paths[1]).write_text("stop", encoding="utf-8")
    named = ["-o", str(output), "--directory", str(directory)]
    assert run(["parse", *paths, *named]) == 130
    read.clear()
    assert run(["parse", *paths, *named, "--resume"]) == 130
    assert read == ["2.txt"]
    Path(paths[1]).write_text(whole, encoding="utf-8")
    directory.write_text("organs:\n  - {id: to-so-hoa, name: Tổ Số hóa}\n", encoding="utf-8")
    read.clear()
    capsys.readouterr()
    assert run(["parse", *paths, *named, "--resume"]) == 0
    assert read == ["1.txt", "2.txt"]
    assert "với danh bạ khác" in capsys.readouterr().err


def test_what_is_done_is_not_written_over_by_mistake(stopped: list[str], output: Path, capsys: Capture) -> None:
    capsys.readouterr()
    before = partial(output).read_bytes()
    assert run(["parse", *stopped, "-o", str(output)]) == 2
    assert capsys.readouterr().err == (
        f"Lỗi: {partial(output)}: còn phần đã đọc của lần chạy bị dừng; hãy thêm --resume để làm tiếp, hoặc xóa tệp "
        "này để đọc lại từ đầu.\n"
    )
    assert partial(output).read_bytes() == before


def test_second_run_waits_for_the_first(stopped: list[str], output: Path, capsys: Capture) -> None:
    fcntl = pytest.importorskip("fcntl")
    with partial(output).open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert run(["parse", *stopped, "-o", str(output), "--resume"]) == 1
    assert "một lần chạy khác đang ghi" in capsys.readouterr().err
    assert partial(output).exists()


def test_what_was_wrong_with_files_is_said_again(letter: Letter, read: list[str], output: Path) -> None:
    doubtful, stop = letter("1.txt", TEXT.format("1?")), letter("2.txt", "stop")
    assert run(["parse", doubtful, stop, "-o", str(output), "--strict"]) == 130
    Path(stop).write_text(TEXT.format(2), encoding="utf-8")
    assert run(["parse", doubtful, stop, "-o", str(output), "--strict", "--resume"]) == 3


def test_nothing_read_leaves_nothing(letter: Letter, read: list[str], output: Path, capsys: Capture) -> None:
    assert run(["parse", letter("1.txt", "stop"), "-o", str(output)]) == 130
    assert run(["parse", "không-có.txt", "-o", str(output)]) == 1
    assert list(output.parent.iterdir()) == []
    assert "--resume" not in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["-f", "jsonl"], ["-o", "x.json"], ["-f", "jsonl", "-o", os.devnull]])
def test_only_lines_in_a_file_can_go_on(arguments: list[str], letter: Letter, capsys: Capture) -> None:
    assert run(["parse", letter(), "--resume", *arguments]) == 2
    assert "--resume chỉ dùng khi ghi jsonl ra tệp; hãy thêm" in capsys.readouterr().err


def test_lines_reach_a_device(letter: Letter, read: list[str]) -> None:
    assert run(["parse", letter(), "-f", "jsonl", "-o", os.devnull]) == 0


@pytest.mark.parametrize("death", [signal.SIGKILL, signal.SIGINT])
def test_killed_program_goes_on(death: signal.Signals, letter: Letter, output: Path) -> None:
    papers = [
        letter(f"{number:03}.txt", f"Số: {number}/SYT-NVY\nSở Y tế yêu cầu các xã báo cáo.") for number in range(80)
    ]
    command = [sys.executable, "-m", "vanban", "parse", *papers, "--jobs", "2", "-o", str(output)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as killed:
        while killed.poll() is None and not (partial(output).exists() and partial(output).stat().st_size > 100):
            time.sleep(0.005)
        killed.send_signal(death)
    done = subprocess.run([*command, "--resume"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    lines = output.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["source"]["path"] for line in lines] == papers
    assert [path.name for path in output.parent.iterdir()] == ["x.jsonl"]
