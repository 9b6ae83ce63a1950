"""A time for what runs in this very process (*giới hạn thời gian*): without a worker only Python code can be ended."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

from vanban.batch.processes import SlowError


class _Late(BaseException):
    """Not an `Exception`: readers that catch what is wrong with a file must let it through."""


@contextlib.contextmanager
def limit_time(seconds: float | None) -> Iterator[None]:
    """Raise `SlowError` in the body after `seconds`; no limit outside the main thread and where there are no alarms."""
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise _Late

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except _Late as error:
        raise SlowError from error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
