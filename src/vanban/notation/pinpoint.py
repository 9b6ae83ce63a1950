"""Places inside a document, *dẫn chiếu*: "khoản 3, Mục IV" is the path "IV.3", "điểm b khoản 2 Điều 5" is "Điều 5.2.b".

Forms read: components in either order, with or without commas, lists that share what follows ("khoản 1, 2 và điểm a
khoản 3 Điều 5"), "Phụ lục II". Refused: a kind without a number ("các khoản chi").
"""

from __future__ import annotations

import re

import msgspec


class FoundPinpoint(msgspec.Struct, frozen=True):
    """A place at `text[start:end]` and its path from the outermost part to the innermost."""

    start: int
    end: int
    path: str


_RANKS = {"phụ lục": 0, "phần": 1, "chương": 2, "mục": 3, "tiểu mục": 4, "điều": 5, "khoản": 6, "điểm": 7, "tiết": 8}
_NUMBER = r"(?:[IVXL]+|\d+(?:\.\d+)*[a-zđ]?|[a-zđ]\d?(?![\w]))"
_ONE = rf"(?:[Pp]hụ lục|[Pp]hần|[Cc]hương|[Tt]iểu mục|[Mm]ục|[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Tt]iết)\s+(?:số\s+)?{_NUMBER}"
_CHAIN = re.compile(rf"(?<![\w]){_ONE}(?:(?:\s*,\s*|\s+và\s+|\s+của\s+|\s+|\s*;\s*)(?:{_ONE}|{_NUMBER}(?=\s*(?:,|và|của|[Kk]hoản|[Đđ]iều|[Mm]ục|[Pp]hần|[Cc]hương|[Pp]hụ)))(?![\w]))*")
_COMPONENT = re.compile(rf"(?:(?P<kind>[Pp]hụ lục|[Pp]hần|[Cc]hương|[Tt]iểu mục|[Mm]ục|[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Tt]iết)\s+(?:số\s+)?)?(?P<number>{_NUMBER})")


def find_pinpoints(text: str) -> list[FoundPinpoint]:
    """All places in `text`; a list gives one for each of its members, all with the span of the chain.

    >>> [found.path for found in find_pinpoints("tại khoản 3, Mục IV của Kế hoạch")]
    ['IV.3']
    >>> [found.path for found in find_pinpoints("khoản 1, 2 và điểm a khoản 3 Điều 5")]
    ['Điều 5.1', 'Điều 5.2', 'Điều 5.3.a']
    """
    found = []
    for chain in _CHAIN.finditer(text):
        for path in _paths(chain.group()):
            found.append(FoundPinpoint(chain.start(), chain.end(), path))
    return found


def _paths(chain: str) -> list[str]:
    """Paths of a chain that runs from inner to outer; inner places wait for the outer one that closes them."""
    parts: list[tuple[str, str]] = []
    kind = ""
    for match in _COMPONENT.finditer(chain):
        kind = (match["kind"] or kind).lower()
        parts.append((kind, match["number"]))
    paths: list[dict[str, str]] = []
    waiting: list[dict[str, str]] = []
    last_rank = 99
    for kind, number in parts:
        rank = _RANKS[kind]
        if waiting and rank < last_rank:
            for place in waiting:
                if all(_RANKS[other] > rank for other in place):
                    place.setdefault(kind, number)
        else:
            if waiting and rank > last_rank:
                paths += waiting
                # from outer to inner ("Điều 5 khoản 2") or a new chain that goes inner to outer again
                fresh = {kind: number}
                waiting = [*waiting, fresh] if rank > last_rank else [fresh]
                paths = [place for place in paths if place not in waiting]
                last_rank = rank
                continue
            waiting.append({kind: number})
        last_rank = rank
    return [_join(place) for place in [*paths, *waiting]]


def _join(place: dict[str, str]) -> str:
    names = []
    for kind in sorted(place, key=lambda name: _RANKS[name]):
        number = place[kind]
        if kind in ("điều", "chương", "phần", "phụ lục"):
            names.append(f"{kind.capitalize()} {number}")
        elif kind == "mục" and number.isdigit() and "chương" in place:
            names.append(f"Mục {number}")
        else:
            names.append(number)
    return ".".join(names)
