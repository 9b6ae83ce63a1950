"""Many files give the same outcomes in the same order, whoever reads them; a bad one stops nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from vanban.batch import Job, Outcome, ProcessExecutor, open_room, read_files
from vanban.batch.files import place_error

PAPER = """SỞ Y TẾ
Số: {number}/SYT-NVY
Hải Lăng, ngày 03 tháng 02 năm 2025
Kính gửi: Các bệnh viện.
Sở Y tế yêu cầu Bệnh viện Đa khoa tỉnh lập danh sách trực gửi về Sở trước ngày 10/02/2025.
"""


@pytest.fixture
def papers(tmp_path: Path) -> list[Job]:
    jobs = [Job(str(tmp_path / "không có.txt"))]
    for number in range(20):
        path = tmp_path / f"{number:02}.txt"
        path.write_text(PAPER.format(number=number + 1), encoding="utf-8")
        jobs.append(Job(str(path)))
    empty = tmp_path / "rỗng.txt"
    empty.write_bytes(b"")
    return [*jobs, Job(str(empty)), Job("-", PAPER.format(number=99).encode())]


def test_outcomes_are_the_same_in_one_process_and_in_two(papers: list[Job]) -> None:
    with open_room(1, files=len(papers)) as room:
        alone = list(room(papers))
    with open_room(2, files=len(papers)) as room:
        assert list(room(papers)) == alone
    with ThreadPoolExecutor(2) as threads:
        assert list(read_files(papers, threads, size=4)) == alone
    assert [outcome.path for outcome in alone] == [job.path for job in papers]
    assert alone[0].reason.endswith("không có tệp này; hãy kiểm tra lại đường dẫn.")
    assert "tệp rỗng" in alone[-2].reason
    codes = [outcome.file().documents[0].code for outcome in alone if outcome.line]
    assert [code and code.number for code in codes] == [*map(str, range(1, 21)), "99"]


def work(jobs: Sequence[Job]) -> list[Outcome]:
    """Stands in for a reader: by its name a file hangs, kills its process, or is read."""
    for job in jobs:
        if "treo" in job.path:
            time.sleep(3600)
        if "chết" in job.path:
            os.kill(os.getpid(), 9)
    return [Outcome(job.path, line=str(len(jobs)).encode()) for job in jobs]


def test_files_that_hang_or_kill_their_process_are_told_and_the_others_are_read() -> None:
    names = ["1.txt", "treo.pdf", "2.txt", "chết.pdf", "3.txt", "4.txt"]
    executor = ProcessExecutor(2, seconds=2)
    try:
        found = list(read_files(map(Job, names), executor, seconds=2, work=work))
    finally:
        executor.shutdown(cancel_futures=True)
    assert [outcome.path for outcome in found] == names
    assert [outcome.path for outcome in found if outcome.line] == ["1.txt", "2.txt", "3.txt", "4.txt"]
    assert found[1].reason == (
        "treo.pdf: đọc quá 2 giây nên đã dừng; hãy chia nhỏ tệp, hoặc cho thêm thời gian bằng --timeout."
    )
    assert found[3].reason.startswith("chết.pdf: tiến trình đọc tệp này bị dừng đột ngột")
    assert found[3].reason.endswith("; hãy đọc riêng tệp này, hoặc chia nhỏ tệp.")


def test_short_files_go_together_and_one_that_kills_its_process_takes_none_along() -> None:
    names = [f"{number}.txt" for number in range(60)]
    names[50] = "chết.txt"
    executor = ProcessExecutor(2, seconds=60)
    try:
        found = list(read_files(map(Job, names), executor, work=work))
    finally:
        executor.shutdown(cancel_futures=True)
    assert [outcome.path for outcome in found] == names
    assert [outcome.path for outcome in found if not outcome.line] == ["chết.txt"]
    together = [outcome.line.decode() for outcome in found if outcome.line]
    assert together[:8] == ["1"] * 8  # the first ones alone: few files are shared out evenly
    assert together[8:24] == ["2"] * 16
    assert together[49] == together[50] == "1"  # those beside it are read again, on their own


def work_each(jobs: Sequence[Job]) -> Iterator[Outcome]:
    """Notes every file that it begins beside it, and hangs at some."""
    for job in jobs:
        with open(f"{job.path}.begun", "a", encoding="utf-8") as note:
            note.write("+")
        if "treo" in job.path:
            time.sleep(3600)
        yield Outcome(job.path, line=b"+")


def test_short_file_that_hangs_has_its_time_once(tmp_path: Path) -> None:
    names = [f"{number:02}.txt" for number in range(16)]
    names[13] = "treo.txt"
    jobs = [Job(str(tmp_path / name)) for name in names]
    executor = ProcessExecutor(1, seconds=2)
    try:
        found = list(read_files(jobs, executor, seconds=2, work=work_each, size=8))
    finally:
        executor.shutdown(cancel_futures=True)
    assert [outcome.path for outcome in found] == [job.path for job in jobs]
    assert [Path(outcome.path).name for outcome in found if not outcome.line] == ["treo.txt"]
    assert "đọc quá 2 giây" in found[13].reason
    begun = {name: (tmp_path / f"{name}.begun").read_text(encoding="utf-8") for name in names}
    assert begun["treo.txt"] == "+"  # the others of its call are begun again, each on its own
    assert [begun[name] for name in names[:8]] == ["+"] * 8
    assert [begun[name] for name in names[8:13]] == ["++"] * 5
    assert [begun[name] for name in names[14:]] == ["+"] * 2


def test_long_files_go_alone() -> None:
    jobs = [Job(f"{number}.pdf", b"x" * (100_000 if number % 2 else 10)) for number in range(40)]
    with ThreadPoolExecutor(1) as threads:
        found = list(read_files(jobs, threads, work=work))
    assert [outcome.path for outcome in found] == [job.path for job in jobs]
    assert {outcome.line for outcome in found} == {b"1"}


def test_file_that_hangs_in_this_very_process_is_ended_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(path: str, *_: Any, **__: Any) -> None:
        try:
            time.sleep(3600)
        except Exception:  # readers catch what is wrong with a file; time must pass through
            pytest.fail("the reader swallowed its end")

    monkeypatch.setattr("vanban.pipeline.parse", hang)
    (outcome,) = read_files([Job("treo.pdf")], seconds=0.2)
    assert outcome.reason.startswith("treo.pdf: đọc quá 0.2 giây nên đã dừng; hãy ")


def test_unforeseen_error_is_told_by_its_place_and_not_by_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(path: str, *_: Any, **__: Any) -> None:
        raise ValueError("invalid literal for int(): 'nội dung mật'")

    monkeypatch.setattr("vanban.pipeline.parse", crash)
    (outcome,) = read_files([Job("a.txt")])
    assert outcome.fault.startswith("ValueError, test_files.py:")
    assert "mật" not in outcome.fault


def test_debugging_shows_the_way_to_an_error_and_not_its_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VANBAN_DEBUG", "1")
    place_error(ValueError("nội dung mật"))
    err = capsys.readouterr().err
    assert err.startswith("Traceback")
    assert "mật" not in err


def test_memory_that_runs_out_is_the_file_s_own_affair(monkeypatch: pytest.MonkeyPatch) -> None:
    def burst(path: str, *_: Any, **__: Any) -> None:
        raise MemoryError

    monkeypatch.setattr("vanban.pipeline.parse", burst)
    (outcome,) = read_files([Job("a.txt")])
    assert "hết bộ nhớ" in outcome.reason


def test_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    Path(path).write_text(PAPER, encoding="utf-8")
    (outcome,) = read_files([Job(path)])
    assert outcome.reason.endswith("tên tệp không phải UTF-8; hãy đổi tên tệp.")


def test_job_shows_neither_bytes_nor_password() -> None:
    assert repr(Job("a.pdf", "nội dung".encode(), password="bí mật")) == "Job('a.pdf')"
