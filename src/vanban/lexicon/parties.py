"""How names of parties begin and what is done by them: heads of organs, offices and classes; verbs of duties."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files


@functools.cache
def party_words() -> dict[str, list[str]]:
    """The lists of `data/parties.toml`."""
    return tomllib.loads(files("vanban.lexicon").joinpath("data/parties.toml").read_text("utf-8"))


@functools.cache
def action_words() -> tuple[str, ...]:
    """Words with which an action begins, *động từ chỉ việc*, the longest first."""
    lines = files("vanban.lexicon").joinpath("data/verbs.txt").read_text("utf-8").splitlines()
    words = {line.strip().lstrip("=") for line in lines if line.strip() and not line.startswith("#")}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@functools.cache
def naming_words() -> frozenset[str]:
    """Action words that names hold too ("cơ quan quản lý")."""
    lines = files("vanban.lexicon").joinpath("data/verbs.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip()[1:] for line in lines if line.startswith("="))


@functools.cache
def compounds() -> tuple[str, ...]:
    """Words that end like an action and are none ("chương trình"), in lower case, the longest first."""
    lines = files("vanban.lexicon").joinpath("data/compounds.txt").read_text("utf-8").splitlines()
    words = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
