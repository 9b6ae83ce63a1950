"""A progress bar on a terminal and none in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")


def follow(things: Iterable[_T], total: int, title: str, *, shown: bool = True) -> Iterator[_T]:
    """The things, one by one, with a bar on standard error where that is a terminal and there is more than one."""
    if total < 2 or not shown or not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(things, total=total, description=title, console=Console(stderr=True), transient=True)
