"""Files through the pipeline, by whatever runs calls: the same outcomes in the same order."""

from __future__ import annotations

import contextlib
import itertools
import os
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future
from typing import NamedTuple

import msgspec

from vanban.batch.clock import limit_time
from vanban.batch.processes import LostError, ProcessExecutor, SlowError
from vanban.errors import VanbanError
from vanban.model.dossier import ParsedFile

LONGEST = 900.0
"""Seconds for one file: a scan of 500 pages, the largest that is read, takes ten minutes."""
_FEW, _LIGHT, _ALONE = 8, 64 * 1024, 8
"""Handing a short file over costs a tenth of its reading: `_FEW` files of `_LIGHT` bytes together go in one call, once
`_ALONE` calls have gone out with one file, and as many with two, and so on: few files are shared out evenly."""
_AHEAD = 64  # calls that wait for an earlier, slow one; what they gave is kept meanwhile


class Job(NamedTuple):
    """A file to read: its path, or its bytes and then the path only names it; `directory` is a site's file.

    `task` is what is made of it, a record that becomes JSON; without one the file is parsed.
    """

    path: str
    data: bytes | None = None
    allow_secret: bool = False
    password: str | None = None
    directory: str | None = None
    task: Callable[[Job], msgspec.Struct] | None = None

    def __repr__(self) -> str:
        """Without bytes and password: a cluster logs the arguments of what fails."""
        return f"Job({self.path!r})"


class Outcome(NamedTuple):
    """What became of a file: `line`, the `ParsedFile` (or what the job's task made) as JSON, or `reason`, one sentence
    why it cannot be read.

    `fault` is the place in the program where an error came up that nobody foresaw.
    """

    path: str
    line: bytes = b""
    reason: str = ""
    fault: str = ""

    def file(self) -> ParsedFile:
        """The parsed file again."""
        return msgspec.json.decode(self.line, type=ParsedFile)


_Work = Callable[[Sequence[Job]], Iterable[Outcome]]
_Call = tuple[list[Job], Future[Iterable[Outcome]]]


def read_here(jobs: Sequence[Job], seconds: float | None = None) -> list[Outcome]:
    """Read files in this process, one after the other; what runs longer than `seconds` is ended where it can be."""
    return [_read_one(job, seconds) for job in jobs]


def read_each(jobs: Sequence[Job]) -> Iterator[Outcome]:
    """Read files one after the other, for an executor that ends each in its time."""
    return (_read_one(job, None) for job in jobs)


def read_files(
    jobs: Iterable[Job],
    executor: Executor | None = None,
    *,
    seconds: float | None = LONGEST,
    work: _Work | None = None,
    size: int | None = None,
) -> Iterator[Outcome]:
    """Read files and give their outcomes in the order of `jobs`, each as soon as those before it are done.

    Without an `executor` in this process. With one, `work` is called there with `size` files at a time, or with a few
    where they are short; an executor that can end a call does so after its own time, and its `SlowError` and
    `LostError` become outcomes. Of several files in a call the one that was late is not tried again; the others, and
    all where one was lost, are read each on its own.
    """
    if executor is None:
        for job in jobs:
            yield from read_here([job], seconds)
        return
    work = work or (read_each if isinstance(executor, ProcessExecutor) else read_here)
    left = _divide(jobs, size)
    pending: deque[_Call] = deque()
    try:
        while True:
            for few in itertools.islice(left, max(_AHEAD - len(pending), 0)):
                pending.append((few, executor.submit(work, few)))
            if not pending:
                return
            few, future = pending.popleft()
            broken = _break_off(future) if len(few) > 1 else None
            if broken is not None:
                pending.extendleft(
                    reversed([_read_again(job, executor, work, place, broken) for place, job in enumerate(few)])
                )
                continue
            yield from _take(few, future, seconds)
    finally:
        for _, future in pending:
            future.cancel()


def _divide(jobs: Iterable[Job], size: int | None) -> Iterator[list[Job]]:
    """The files of one call each: `size` of them, or as many as go together."""
    few: list[Job] = []
    weight = calls = 0
    for job in jobs:
        own = 0 if size else _weigh(job)
        most = size or min(_FEW, 1 + calls // _ALONE)
        if few and (len(few) >= most or weight + own > _LIGHT):
            yield few
            few, weight, calls = [], 0, calls + 1
        few.append(job)
        weight += own
    if few:
        yield few


def _weigh(job: Job) -> int:
    if job.data is not None:
        return len(job.data)
    with contextlib.suppress(OSError, ValueError):  # its reader says what is wrong with it
        return os.stat(job.path).st_size
    return 0


def _break_off(future: Future[Iterable[Outcome]]) -> SlowError | LostError | None:
    """What ended a call for its time, or with its process; waits for its end."""
    with contextlib.suppress(CancelledError):
        error = future.exception()
        return error if isinstance(error, (SlowError, LostError)) else None
    return None


def _read_again(job: Job, executor: Executor, work: _Work, place: int, broken: SlowError | LostError) -> _Call:
    """A file of a call that broke off on its own; not the one that had its time."""
    if isinstance(broken, SlowError) and broken.part == place:
        late: Future[Iterable[Outcome]] = Future()
        late.set_exception(broken)
        return [job], late
    return [job], executor.submit(work, [job])


def _take(jobs: Sequence[Job], future: Future[Iterable[Outcome]], seconds: float | None) -> list[Outcome]:
    try:
        return list(future.result())
    except SlowError:
        return [Outcome(job.path, reason=tell_slow(job.path, seconds)) for job in jobs]
    except (Exception, CancelledError):  # LostError, or what a cluster raises when it loses a machine
        return [Outcome(job.path, reason=tell_lost(job.path)) for job in jobs]


def _parse(job: Job) -> ParsedFile:
    from vanban.directory import load_directory
    from vanban.pipeline import parse  # loads all readers, which the caller of a worker does not need

    directory = load_directory(job.directory)
    return parse(job.path, job.data, allow_secret=job.allow_secret, password=job.password, directory=directory)


def _read_one(job: Job, seconds: float | None) -> Outcome:
    try:
        job.path.encode()
    except UnicodeEncodeError:  # JSON has no form for it
        name = os.fsencode(job.path).decode("utf-8", "replace")
        return Outcome(job.path, reason=f"{name}: tên tệp không phải UTF-8; hãy đổi tên tệp.")
    try:
        with limit_time(seconds):
            return Outcome(job.path, line=msgspec.json.encode((job.task or _parse)(job)) + b"\n")
    except VanbanError as error:
        return Outcome(job.path, reason=str(error))
    except SlowError:
        return Outcome(job.path, reason=tell_slow(job.path, seconds))
    except MemoryError:
        return Outcome(job.path, reason=tell_lost(job.path))
    except Exception as error:  # one bad file must not stop the others
        return Outcome(job.path, fault=place_error(error))


def tell_slow(path: str, seconds: float | None) -> str:
    """The sentence for a file that took too long."""
    taken = f"{seconds or 0:g} giây"
    return f"{path}: đọc quá {taken} nên đã dừng; hãy chia nhỏ tệp, hoặc cho thêm thời gian bằng --timeout."


def tell_lost(path: str) -> str:
    """The sentence for a file whose reading died."""
    return (
        f"{path}: tiến trình đọc tệp này bị dừng đột ngột, thường do hết bộ nhớ; hãy đọc riêng tệp này, "
        "hoặc chia nhỏ tệp."
    )


def place_error(error: BaseException) -> str:
    """An unforeseen error by its kind and place; what it says may repeat the text of a secret document.

    With VANBAN_DEBUG the calls that led there go to standard error, without what they were given.
    """
    if os.environ.get("VANBAN_DEBUG"):
        calls = "".join(traceback.format_tb(error.__traceback__))
        print(f"Traceback (most recent call last):\n{calls}{type(error).__name__}", file=sys.stderr)
    frames = traceback.extract_tb(error.__traceback__)
    place = f", {os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
