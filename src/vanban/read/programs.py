"""Other programs (*chương trình ngoài*) that readers call: found, run within a time, ended with all they started."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from vanban.errors import UnreadableError


def find_program(*names: str) -> str | None:
    """The path of the first of these programs that is installed."""
    return next((path for path in map(shutil.which, names) if path), None)


def run_program(
    arguments: Sequence[str],
    *,
    seconds: float,
    data: bytes | None = None,
    environment: Mapping[str, str] | None = None,
) -> bytes | None:
    """What a program writes to its standard output, None where it fails; what it writes to the other is dropped.

    Raises `TimeoutError` once `seconds` are over; the program is then ended together with its children.
    """
    try:
        process = subprocess.Popen(
            arguments,
            stdin=subprocess.PIPE if data is not None else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **environment} if environment else None,
            start_new_session=True,
        )
    except OSError:
        return None
    try:
        output, _ = process.communicate(data, timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise TimeoutError(f"{arguments[0]}: {seconds:.0f} s") from error
    finally:
        _end_group(process)
    return output if process.returncode == 0 else None


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """soffice is a script that starts the real program: all of the group must go, also after a success."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.communicate(timeout=5)


@contextlib.contextmanager
def open_folder(name: str) -> Iterator[Path]:
    """A folder of one's own for a while; it goes with all that is in it, whatever happens."""
    import tempfile

    try:
        folder = tempfile.mkdtemp(prefix="vanban-")
    except OSError as error:
        raise UnreadableError(
            f"{name}: không tạo được thư mục tạm ({error.strerror}); hãy kiểm tra chỗ trống của đĩa."
        ) from error
    try:
        yield Path(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
