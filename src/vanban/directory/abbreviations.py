"""Abbreviations that mean one thing before one word and another before the next: "TT. Tỉnh ủy", "TT Y tế"."""

from __future__ import annotations

import csv
import functools
import io
from importlib.resources import files

from vanban.notation.folding import match_key
from vanban.notation.organ import organ_key


@functools.cache
def _meanings() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    text = files("vanban.directory").joinpath("data/abbreviations.csv").read_text("utf-8")
    known: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for row in csv.DictReader(io.StringIO(text)):
        following = tuple(organ_key(word) for word in row["followed_by"].split(";") if word)
        known.setdefault(match_key(row["short"]), []).append((following, tuple(row["meaning"].split(";"))))
    return known


def spell_out(key: str) -> tuple[str, tuple[str, ...]]:
    """The key with its first word written out by the word that follows, and, where it stands alone, its meanings.

    >>> spell_out("tt tỉnh uỷ"), spell_out("tt y tế"), spell_out("ct")
    (('thường trực tỉnh uỷ', ()), ('trung tâm y tế', ()), ('ct', ('Chủ tịch', 'Chỉ thị')))
    """
    short, _, rest = key.partition(" ")
    for following, meanings in _meanings().get(short, ()):
        if not following and not rest:
            return key, meanings
        if any(f"{rest} ".startswith(f"{word} ") for word in following):
            return f"{match_key(meanings[0])} {rest}", ()
    return key, ()
