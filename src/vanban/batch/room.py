"""Where files are read (*nơi đọc*): in this process, in several on this machine, or on a cluster."""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Callable, Iterable, Iterator

from vanban.batch.files import LONGEST, Job, Outcome, read_files
from vanban.batch.processes import WORKER, ProcessExecutor

_WORTH = 8
"""Files for which a process of their own is worth its start of a quarter of a second."""

Room = Callable[[Iterable[Job]], Iterator[Outcome]]
"""Reads files and gives what became of them, in their order."""


@contextlib.contextmanager
def open_room(
    jobs: int | None = None, *, files: int, seconds: float | None = LONGEST, dask: str | None = None
) -> Iterator[Room]:
    """A function that reads `files` files and gives their outcomes in order; what it started ends with it.

    `jobs` is the number of processes, None for what `count_processes` says, 1 for this very process, which then reads
    one page of a scan at a time. `dask` is the address of a Dask scheduler, and then `jobs` says nothing.
    """
    if dask is not None:
        from vanban.batch.cluster import open_cluster

        with open_cluster(dask, seconds) as room:
            yield room
        return
    count = count_processes(files) if jobs is None else jobs
    with _bound_pages(jobs == 1), open_processes(count, seconds) as executor:
        yield functools.partial(read_files, executor=executor, seconds=seconds)


@contextlib.contextmanager
def _bound_pages(is_one: bool) -> Iterator[None]:
    """Who asks for one job gets one processor busy: pages of scans are not read side by side, as in a worker."""
    before = os.environ.get(WORKER)
    if is_one:
        os.environ[WORKER] = "1"
    try:
        yield
    finally:
        if is_one and before is None:
            os.environ.pop(WORKER, None)


@contextlib.contextmanager
def open_processes(count: int, seconds: float | None = LONGEST) -> Iterator[ProcessExecutor | None]:
    """An executor of `count` processes, None for one: that is this very process. At the end they are ended."""
    if count == 1:
        yield None
        return
    executor = ProcessExecutor(count, seconds)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def count_processes(files: int) -> int:
    """As many processes as there are processors, and no more than their start is worth.

    >>> count_processes(1)
    1
    """
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(processors, files // _WORTH))
