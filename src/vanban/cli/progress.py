"""A progress bar on a terminal and none in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence


def follow(names: Sequence[str], title: str) -> Iterator[str]:
    """The names, one by one, with a bar on standard error where that is a terminal and there is more than one."""
    if len(names) < 2 or not sys.stderr.isatty():
        yield from names
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(names, description=title, console=Console(stderr=True), transient=True)
