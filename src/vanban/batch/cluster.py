"""Files on a Dask cluster (*cụm máy*): needs the extra `cluster`, and the same vanban on every machine."""

from __future__ import annotations

import contextlib
import functools
import logging
import socket
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import vanban
from vanban.batch.files import Job, Outcome, read_files
from vanban.batch.processes import ProcessExecutor
from vanban.errors import UsageError, VanbanError

if TYPE_CHECKING:
    import distributed

_SIZE = 50
"""Files a task: each task starts a process of its own."""
_CONNECT = 15  # seconds


@contextlib.contextmanager
def open_cluster(address: str, seconds: float | None) -> Iterator[Callable[[Iterable[Job]], Iterator[Outcome]]]:
    """The cluster whose scheduler has this address ("tcp://may-chu:8786"), as a function that reads files.

    The bytes of files are sent, for other machines do not see this one's folders: documents and passwords cross the
    network as the cluster is set up to carry them. Raises `VanbanError` where the scheduler cannot be reached or its
    machines have another vanban, whose results would differ.
    """
    try:
        import distributed
    except ImportError as error:
        raise UsageError("--dask cần gói distributed chưa được cài; hãy chạy pip install 'vanban[cluster]'.") from error
    for name in ("distributed", "tornado", "asyncio"):  # their logs would stand among our messages
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        # A client that finds nobody prints tracebacks when it is dropped: it is made where somebody answers.
        place = distributed.comm.get_address_host_port(address, strict=True)
        socket.create_connection(place, timeout=_CONNECT).close()
        client = distributed.Client(address, timeout=_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise VanbanError(
            f"{address}: không kết nối được với cụm Dask; hãy kiểm tra địa chỉ (thường là tcp://MÁY:8786) và xem "
            "dask scheduler có đang chạy không."
        ) from error
    with client:
        _check_versions(client, address)
        executor = client.get_executor(pure=False)
        work = functools.partial(_read_apart, seconds=seconds)

        def room(jobs: Iterable[Job]) -> Iterator[Outcome]:
            return read_files(map(_load, jobs), executor, seconds=seconds, work=work, size=_SIZE)

        try:
            yield room
        finally:
            executor.shutdown(wait=False)


def tell_version() -> str:
    """The version on the machine where it is called."""
    return vanban.__version__


def _check_versions(client: distributed.Client, address: str) -> None:
    try:
        found = set(client.run(tell_version).values())
    except Exception as error:  # the module is not there, or another one
        raise UsageError(
            f"{address}: các máy của cụm chưa có vanban; hãy cài vanban {vanban.__version__} trên từng máy."
        ) from error
    if found != {vanban.__version__}:
        told = ", ".join(sorted(found)) or "không máy nào"
        raise UsageError(
            f"{address}: các máy của cụm có phiên bản khác ({told}); hãy cài vanban {vanban.__version__} trên từng máy."
        )


def _load(job: Job) -> Job:
    if job.data is not None:
        return job
    from vanban.pipeline import load_bytes

    try:
        return job._replace(data=load_bytes(job.path))
    except VanbanError:
        return job  # its reader says the same on any machine


def _read_apart(jobs: Sequence[Job], seconds: float | None) -> list[Outcome]:
    """Read in a process beside Dask's own: its workers run several threads, which pdfium does not bear."""
    executor = ProcessExecutor(1, seconds)
    try:
        return list(read_files(jobs, executor, seconds=seconds))
    finally:
        executor.shutdown(cancel_futures=True)
