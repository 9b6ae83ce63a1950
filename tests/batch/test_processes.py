"""Processes that hang, die and go on: calls of the standard library stand in for readers."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from vanban.batch import LostError, ProcessExecutor, SlowError
from vanban.batch.processes import PASSWORD, WORKER
from vanban.errors import UnreadableError


@contextlib.contextmanager
def processes(count: int, seconds: float | None = None) -> Iterator[ProcessExecutor]:
    executor = ProcessExecutor(count, seconds)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def test_calls_run_in_processes_of_their_own() -> None:
    with processes(2) as executor:
        found = {executor.submit(os.getpid).result() for _ in range(3)}
        assert os.getpid() not in found
        assert [future.result() for future in [executor.submit(pow, number, 2) for number in range(20)]] == [
            number**2 for number in range(20)
        ]


def test_what_a_call_raises_comes_back() -> None:
    with processes(1) as executor:
        with pytest.raises(ZeroDivisionError):
            executor.submit(divmod, 1, 0).result()
        assert executor.submit(abs, -1).result() == 1


def test_call_that_hangs_is_ended_and_the_others_are_done() -> None:
    with processes(1, seconds=1) as executor:
        hanging = executor.submit(time.sleep, 3600)
        after = executor.submit(abs, -1)
        with pytest.raises(SlowError):
            hanging.result()
        assert after.result() == 1


@pytest.mark.parametrize("death", [signal.SIGKILL, signal.SIGSEGV])
def test_process_that_dies_is_told_and_the_others_are_done(death: signal.Signals) -> None:
    with processes(1) as executor:
        dying = executor.submit(signal.raise_signal, death)
        after = executor.submit(abs, -1)
        with pytest.raises(LostError):
            dying.result()
        assert after.result() == 1


def test_programs_that_a_hanging_call_started_go_with_it(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    script = f"import os, time; open({str(told)!r}, 'w').write(str(os.getpid())); time.sleep(3600)"
    with processes(1, seconds=3) as executor, pytest.raises(SlowError):
        executor.submit(start_and_wait, script).result()
    for _ in range(100):
        if not is_alive(int(told.read_text())):
            return
        time.sleep(0.1)
    pytest.fail("the program outlived its call")


def start_and_wait(script: str) -> None:
    import sys

    from vanban.read.programs import run_program

    run_program([sys.executable, "-c", script], seconds=3600)


def is_alive(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_temporary_files_go_with_the_process() -> None:
    import tempfile

    with processes(1, seconds=1) as executor:
        folder = Path(executor.submit(tempfile.gettempdir).result())
        assert folder.is_dir()
        with pytest.raises(SlowError):
            executor.submit(time.sleep, 3600).result()
        assert not folder.exists()


def test_shutdown_ends_what_runs_and_cancels_what_waits() -> None:
    executor = ProcessExecutor(1)
    running, waiting = executor.submit(time.sleep, 3600), executor.submit(abs, -1)
    executor.submit(abs, -1).cancel()
    while not running.running():
        time.sleep(0.01)
    executor.shutdown(cancel_futures=True)
    with pytest.raises(LostError):
        running.result()
    with pytest.raises(CancelledError):
        waiting.result()
    with pytest.raises(RuntimeError):
        executor.submit(abs, -1)


def test_password_is_not_left_in_the_environment_of_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD, "bí mật")
    with processes(1) as executor:
        assert executor.submit(os.getenv, PASSWORD).result() is None
        assert executor.submit(os.getenv, WORKER).result() == "1"


class OddError(Exception):
    """An exception that cannot be made again from what it was made of."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__("text of a document")


def raise_odd() -> None:
    raise OddError(1, 2)


def test_exception_that_does_not_survive_the_way_is_named() -> None:
    with processes(1) as executor, pytest.raises(RuntimeError, match=r"^OddError$"):
        executor.submit(raise_odd).result()


def test_errors_of_vanban_keep_their_sentence() -> None:
    from vanban.pipeline import load_bytes

    with processes(1) as executor, pytest.raises(UnreadableError, match="không có tệp này"):
        executor.submit(load_bytes, "không có.txt").result()
