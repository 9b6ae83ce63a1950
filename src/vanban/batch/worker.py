"""The process behind `ProcessExecutor` (*tiến trình đọc*): takes calls from its standard input, answers on its output.

Nothing is imported here that the calls themselves do not name.
"""

from __future__ import annotations

import functools
import os
import pickle
import queue
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator
from typing import IO, BinaryIO, TypeVar

_T = TypeVar("_T")

STARTED = b""
PART = b"."
"""Said before each part of a call that gives an iterator: a part has the time of a call."""
HEAD = 8
"""Bytes that say how long the message after them is."""


def write_message(stream: IO[bytes], message: bytes) -> None:
    """One message with its length before it."""
    stream.write(len(message).to_bytes(HEAD, "big"))
    stream.write(message)
    stream.flush()


def read_message(stream: IO[bytes]) -> bytes | None:
    """The next message; None where the stream ends, also in the middle of one."""
    head = stream.read(HEAD)
    if len(head) < HEAD:
        return None
    size = int.from_bytes(head, "big")
    message = stream.read(size)
    return message if len(message) == size else None


def answer_call(message: bytes, tell: Callable[[bytes], None] = lambda _: None) -> bytes:
    """Run the call that the message holds; (True, its result) or (False, what it raised), pickled.

    `STARTED` is told when everything that the call names is loaded: from there on its time counts. An iterator becomes
    a list, and `PART` is told before each item.
    """
    try:
        try:
            function, arguments, named = pickle.loads(message)
        finally:
            tell(STARTED)
        result = function(*arguments, **named)
        if isinstance(result, Iterator):
            result = list(_tell_parts(result, tell))
        return pickle.dumps((True, result))
    except BaseException as error:
        try:
            answer = pickle.dumps((False, error))
            pickle.loads(answer)
        except Exception:  # an exception of a library that does not survive the way
            answer = pickle.dumps((False, RuntimeError(type(error).__name__)))
        return answer


def _tell_parts(parts: Iterator[_T], tell: Callable[[bytes], None]) -> Iterator[_T]:
    tell(PART)
    for part in parts:
        yield part
        tell(PART)


def main() -> None:
    """Answer calls until the caller closes the pipe or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the caller decides
    calls, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # What a library prints must not mix with the answers, and may hold the text of a document.
    with open(os.devnull, "r+b") as nothing:
        for number in (0, 1) if os.environ.get("VANBAN_DEBUG") else (0, 1, 2):
            os.dup2(nothing.fileno(), number)
    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(calls, waiting), daemon=True).start()
    while True:
        write_message(answers, answer_call(waiting.get(), functools.partial(write_message, answers)))


def _listen(calls: BinaryIO, waiting: queue.SimpleQueue[bytes]) -> None:
    """Listens beside the work, so that a worker whose caller was killed ends in the middle of a file too."""
    while (message := read_message(calls)) is not None:
        waiting.put(message)
    shutil.rmtree(tempfile.gettempdir(), ignore_errors=True)  # a folder of this process alone, see `ProcessExecutor`
    os._exit(0)
