"""How names of parties begin and what is done by them: heads of organs, offices and classes; verbs of duties."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable
from importlib.resources import files


@functools.cache
def party_words() -> dict[str, list[str]]:
    """The lists of `data/parties.toml`."""
    return tomllib.loads(files("vanban.lexicon").joinpath("data/parties.toml").read_text("utf-8"))


def _read_lines(name: str) -> list[str]:
    """The entries of a list of words, one a line; "#" begins a remark."""
    lines = files("vanban.lexicon").joinpath(f"data/{name}").read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


@functools.cache
def action_words() -> tuple[str, ...]:
    """Words with which an action begins, *động từ chỉ việc*, the longest first."""
    return _longest_first(line.lstrip("=") for line in _read_lines("verbs.txt"))


@functools.cache
def opening_words() -> tuple[str, ...]:
    """Words with which an action begins where it opens an item, besides `action_words`; the longest first."""
    return _longest_first(_read_lines("openings.txt"))


@functools.cache
def naming_words() -> frozenset[str]:
    """Action words that names hold too ("cơ quan quản lý")."""
    return frozenset(line[1:] for line in _read_lines("verbs.txt") if line.startswith("="))


@functools.cache
def compounds() -> tuple[str, ...]:
    """Words that end like an action and are none ("chương trình"), in lower case, the longest first."""
    return _longest_first(_read_lines("compounds.txt"))
