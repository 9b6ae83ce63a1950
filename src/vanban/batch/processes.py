"""Processes on one machine behind an `Executor` (*tiến trình*): each call within a time, each death told.

`concurrent.futures.ProcessPoolExecutor` cannot end one call, and breaks as a whole when one process dies.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any, NamedTuple, ParamSpec, TypeVar

from vanban.batch.worker import PART, STARTED, read_message, write_message

_P = ParamSpec("_P")
_T = TypeVar("_T")

WORKER = "VANBAN_WORKER"
"""Set in the environment of a worker: it has one processor, and starts no threads for OCR."""
PASSWORD = "VANBAN_PASSWORD"


class SlowError(Exception):
    """The call took longer than allowed and was ended; `part` is the part that it was at, None for a call of one."""

    def __init__(self, part: int | None = None) -> None:
        super().__init__(part)
        self.part = part


class LostError(Exception):
    """The process ended in the middle of the call: killed, out of memory, a crash of a library."""


class _Call(NamedTuple):
    future: Future[Any]
    message: bytes


class ProcessExecutor(Executor):
    """Runs calls in `workers` processes of their own, at most `seconds` each.

    Of a call that gives an iterator each part has that time of its own, and the future a list.
    A future raises `SlowError` where its call was ended after that time and `LostError` where its process died; the
    others are done all the same, in a new process. Functions and arguments go by pickle, as everywhere.
    """

    def __init__(self, workers: int, seconds: float | None = None) -> None:
        """Nothing starts before the first call."""
        self._limit = workers
        self._seconds = seconds
        self._calls: queue.SimpleQueue[_Call | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._running: set[_Worker] = set()
        self._lock = threading.Lock()
        self._closed = False
        self._cancelled = False

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Queue one call."""
        future: Future[_T] = Future()
        message = pickle.dumps((fn, args, kwargs))
        with self._lock:
            if self._closed:
                raise RuntimeError("cannot submit after shutdown")
            self._calls.put(_Call(future, message))
            if len(self._threads) < self._limit:
                thread = threading.Thread(target=self._serve, daemon=True)
                self._threads.append(thread)
                thread.start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes; with `cancel_futures` without waiting for what they are at."""
        with self._lock:
            self._closed = True
            if cancel_futures:
                self._cancelled = True
                with contextlib.suppress(queue.Empty):
                    while True:
                        call = self._calls.get_nowait()
                        if call is not None:
                            call.future.cancel()
                for worker in self._running:
                    worker.end()
            for _ in self._threads:
                self._calls.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def _serve(self) -> None:
        """One thread for each process: hands it calls and waits for its answers."""
        worker: _Worker | None = None
        while (call := self._calls.get()) is not None:
            if not call.future.set_running_or_notify_cancel():
                continue
            try:
                if worker is None or not worker.lives():
                    self._drop(worker)
                    worker = self._start()
                succeeded, value = worker.answer(call.message, self._seconds)
            except BaseException as error:
                self._drop(worker)  # first: whoever hears of it finds nothing left behind
                worker, succeeded, value = None, False, error
            if succeeded:
                call.future.set_result(value)
            else:
                call.future.set_exception(value)
        self._drop(worker)

    def _start(self) -> _Worker:
        with self._lock:
            if self._cancelled:
                raise LostError
            worker = _Worker()
            self._running.add(worker)
        return worker

    def _drop(self, worker: _Worker | None) -> None:
        if worker is None:
            return
        with self._lock:
            self._running.discard(worker)
        worker.end()
        worker.close()


class _Worker:
    """One process, and a folder of its own for its temporary files: they go when it goes, however it goes."""

    def __init__(self) -> None:
        self._folder = tempfile.mkdtemp(prefix="vanban-")
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "TMPDIR": self._folder,
            WORKER: "1",
        }
        environment.pop(PASSWORD, None)  # it comes with the call that needs it
        # -P: a module of the folder in which the user stands must not take the place of one of ours.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", "from vanban.batch.worker import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )
        self._is_late = False

    def lives(self) -> bool:
        return self._process.poll() is None and not self._is_late

    def answer(self, message: bytes, seconds: float | None) -> tuple[bool, Any]:
        """What the call gave: (True, result) or (False, exception)."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        parts = 0
        watch = _Watch(seconds, self._end_late)
        try:
            write_message(self._process.stdin, message)
            answer = read_message(self._process.stdout)  # loading what the call names is not its time
            while answer in (STARTED, PART):
                watch.restart()
                parts += answer == PART
                answer = read_message(self._process.stdout)
        except (OSError, ValueError):
            answer = None
        finally:
            watch.stop()
        if answer is not None:
            succeeded, value = pickle.loads(answer)
            return succeeded, value
        if self._is_late:
            raise SlowError(parts - 1 if parts else None)
        raise LostError

    def _end_late(self) -> None:
        self._is_late = True
        self.end()

    def end(self) -> None:
        """End the process with the programs it called, which run in sessions of their own."""
        children = _list_children(self._process.pid) if self._process.poll() is None else []
        self._process.kill()
        for child in children:
            with contextlib.suppress(OSError):
                os.killpg(child, signal.SIGKILL)
        self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def close(self) -> None:
        """Let go of the pipes of a process that is gone."""
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if stream:
                    stream.close()


class _Watch:
    """Calls `end` once `seconds` have gone since it was last restarted."""

    def __init__(self, seconds: float | None, end: Callable[[], None]) -> None:
        self._seconds = seconds
        self._end = end
        self._timer: threading.Timer | None = None

    def restart(self) -> None:
        self.stop()
        if self._seconds:
            self._timer = threading.Timer(self._seconds, self._end)
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        if self._timer:
            self._timer.cancel()


def _list_children(process: int) -> list[int]:
    """The programs that a process started, where the system tells (Linux)."""
    found: list[int] = []
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        with contextlib.suppress(OSError, ValueError):
            found += map(int, path.read_text().split())
    return found
