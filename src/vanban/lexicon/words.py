"""Words that carry the form of a document: heads of organ names, marks of urgency and secrecy, openings."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files
from typing import Any


@functools.cache
def load_words() -> dict[str, Any]:
    """The file `data/words.toml`: folded words by their role."""
    return tomllib.loads(files("vanban.lexicon").joinpath("data/words.toml").read_text("utf-8"))


@functools.cache
def urgency_marks() -> dict[str, str]:
    """Folded mark of urgency, *độ khẩn*, to its name."""
    return dict(load_words()["urgency"])


@functools.cache
def secrecy_marks() -> dict[str, str]:
    """Folded mark of secrecy, *độ mật*, to its name."""
    return dict(load_words()["secrecy"])


@functools.cache
def secrecy_labels() -> tuple[str, ...]:
    """Folded words that may stand before a mark of secrecy, the longest first."""
    return tuple(sorted(load_words()["secrecy_labels"], key=len, reverse=True))


@functools.cache
def name_halves() -> tuple[str, ...]:
    """What stands behind "và" inside one organ's name, as written: "Môi trường"."""
    return tuple(load_words()["name_halves"])


@functools.cache
def empty_words() -> frozenset[str]:
    """Folded words that tell no action from another: particles, and those of a deadline."""
    return frozenset(load_words()["empty_words"])
