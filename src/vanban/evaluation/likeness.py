"""When two values count as the same: letter for letter (strict), or as a reader would say so (tolerant)."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from vanban.notation.folding import match_key

Label = TypeVar("Label")
Given = TypeVar("Given")

# Longer names before the names inside them; keys as `match_key` writes them.
_SHORT = tuple(
    (match_key(long), short)
    for long, short in (
        ("Ủy ban nhân dân", "ubnd"),
        ("Hội đồng nhân dân", "hđnd"),
        ("thành phố", "tp"),
        ("Ủy ban", "ub"),
    )
)


def print_form(text: str) -> str:
    """The text as printed: NFC, single blanks; what the strict match compares.

    >>> print_form("Sở  Y tế\\n") == "Sở Y tế"
    True
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


@functools.lru_cache(maxsize=65536)
def plain_form(text: str) -> str:
    """Without case, punctuation, tone placement, and with UBND and Ủy ban nhân dân alike.

    >>> plain_form("UỶ BAN NHÂN DÂN TỈNH HOÀ BÌNH,") == plain_form("UBND tỉnh Hòa Bình")
    True
    """
    key = match_key(text)
    for long, short in _SHORT:
        key = key.replace(long, short)
    return " ".join(re.findall(r"[\w/]+", key))


@functools.lru_cache(maxsize=65536)
def _bag(text: str) -> Counter[str]:
    return Counter(plain_form(text).replace("/", " ").split())


def share_words(label: str | None, given: str | None) -> float:
    """F1 of the words that two texts share, however they are ordered.

    >>> share_words("Sở Y tế", "Sở Y tế tỉnh")
    0.8571428571428571
    """
    wanted, said = _bag(label or ""), _bag(given or "")
    if not wanted or not said:
        return float(wanted == said)
    both = (wanted & said).total()
    if not both:
        return 0.0
    # From precision and recall: in floats 3 of 3 against 3 of 5 stays just below 0.75, as in the reference's figures.
    precision, recall = both / said.total(), both / wanted.total()
    return 2 * precision * recall / (precision + recall)


def cover_words(label: str, given: str) -> float:
    """The share of the label's words that stand in what was given.

    >>> cover_words("lập danh sách", "Sở Y tế lập danh sách trực")
    1.0
    """
    wanted = _bag(label)
    return (wanted & _bag(given)).total() / wanted.total() if wanted else 1.0


def is_same(label: str, given: str) -> bool:
    """The same in plain form."""
    return plain_form(label) == plain_form(given)


def is_close(least: float) -> Callable[[str, str], bool]:
    """A test whether two texts share at least so many of their words."""
    return lambda label, given: share_words(label, given) >= least


def pair_up(
    labels: Sequence[Label], given: Sequence[Given], likeness: Callable[[Label, Given], float], least: float
) -> list[tuple[int, int]]:
    """Pairs of places, the likest first, each place once; no pair is less alike than `least`."""
    scored = [
        (score, i, j)
        for i, label in enumerate(labels)
        for j, one in enumerate(given)
        if (score := likeness(label, one)) >= least
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scored, reverse=True):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return list(pairs.items())
