"""Classes of organs, *nhóm cơ quan*: which kinds of organs the words of a class take in ("các sở, ban, ngành")."""

from __future__ import annotations

import csv
import functools
import io
import re
from importlib.resources import files
from typing import NamedTuple


class Class(NamedTuple):
    """A row of `data/classes.csv`: kinds of organs as the directory has them, how names of those begin that it does
    not know, and the words of a class that take them in."""

    kinds: frozenset[str]
    names: re.Pattern[str] | None
    words: re.Pattern[str]


@functools.cache
def load_classes() -> tuple[Class, ...]:
    """The classes of `data/classes.csv`."""
    text = files("vanban.lexicon").joinpath("data/classes.csv").read_text("utf-8")
    return tuple(
        Class(
            frozenset(row["kinds"].split(";")),
            re.compile(row["names"]) if row["names"] else None,
            re.compile(row["words"]),
        )
        for row in csv.DictReader(io.StringIO(text))
    )
