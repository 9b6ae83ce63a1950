"""Set words of official papers, *cụm từ cố định*: titles, posts, names of organs and provinces, words of sentences."""

from __future__ import annotations

import functools
from importlib.resources import files


@functools.cache
def set_words() -> tuple[str, ...]:
    """The phrases of `data/set_words.txt`, the longest first."""
    rows = files("vanban.lexicon").joinpath("data/set_words.txt").read_text("utf-8").splitlines()
    phrases = {row.strip() for row in rows if row.strip() and not row.startswith("#")}
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))
