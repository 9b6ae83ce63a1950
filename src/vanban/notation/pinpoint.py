"""Places inside a document, *dẫn chiếu*: "khoản 3, Mục IV" is the path "IV.3", "điểm b khoản 2 Điều 5" is "Điều 5.2.b".

Forms read: components from inner to outer or from outer to inner, with or without commas; lists that share what
follows ("khoản 1, 2 và điểm a khoản 3 Điều 5"); ranges ("từ Điều 5 đến Điều 8" is four places, letters run as in
decrees: a, b, c, d, đ, e, g …); rows of tables ("số thứ tự 5 Phụ lục II" is "Phụ lục II.dòng 5"); "gạch đầu dòng thứ
hai khoản 1" is "1.-2"; "Phụ lục II".
Refused: a kind without a number ("các khoản chi"), a range over more than sixty members (its ends are given).
"""

from __future__ import annotations

import itertools
import re

import msgspec


class FoundPinpoint(msgspec.Struct, frozen=True):
    """A place at `text[start:end]` and its path from the outermost part to the innermost."""

    start: int
    end: int
    path: str


_RANKS = {
    "phụ lục": 0,
    "phần": 1,
    "chương": 2,
    "mục": 3,
    "tiểu mục": 4,
    "điều": 5,
    "khoản": 6,
    "điểm": 7,
    "tiết": 8,
    "gạch đầu dòng": 9,
    "dòng": 9,
}
_NUMBER = r"(?:[IVXL]+|\d+(?:\.\d+)*[a-zđ]?|[a-zđ]\d?(?![\w]))"
_KIND = r"(?:[Pp]hụ lục|[Pp]hần|[Cc]hương|[Tt]iểu mục|[Mm]ục|[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Tt]iết)"
_DASH = r"[Gg]ạch đầu dòng (?:thứ )?(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,2})"
_ROW = r"(?:(?:[Ss]ố thứ tự|STT|[Dd]òng(?: thứ| số)?)\s+\d{1,3})"
_ONE = rf"(?:{_KIND}\s+(?:số\s+)?{_NUMBER}|{_DASH}|{_ROW})"
_JOIN = r"(?:\s*,\s*|\s+và\s+|\s+đến\s+|\s+của\s+|\s+|\s*;\s*)"
_SHARED = rf"{_NUMBER}(?=\s*(?:,|và|đến|của|[Kk]hoản|[Đđ]iều|[Mm]ục|[Pp]hần|[Cc]hương|[Pp]hụ))"
# Two letters tell most words from a kind at once.
_CHAIN = re.compile(rf"(?<!\w)(?=[PpCcTtMmĐđKkGgSsDd][hiụạốTò]){_ONE}(?![\w])(?:{_JOIN}(?:{_ONE}|{_SHARED})(?![\w]))*")
_COMPONENT = re.compile(
    rf"(?P<to>\bđến\s+)?(?:(?P<dash>{_DASH})|(?P<row>{_ROW})|(?:(?P<kind>{_KIND})\s+(?:số\s+)?)?(?P<number>{_NUMBER}))"
)
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_LONGEST_RANGE = 60


def find_pinpoints(text: str) -> list[FoundPinpoint]:
    """All places in `text`; a list gives one for each of its members, all with the span of the chain.

    >>> [found.path for found in find_pinpoints("tại khoản 3, Mục IV của Kế hoạch")]
    ['IV.3']
    >>> [found.path for found in find_pinpoints("khoản 1, 2 và điểm a khoản 3 Điều 5")]
    ['Điều 5.1', 'Điều 5.2', 'Điều 5.3.a']
    """
    found = []
    for chain in _CHAIN.finditer(text):
        ranged = re.search(r"\btừ\s+$", text[max(0, chain.start() - 6) : chain.start()], re.IGNORECASE) is not None
        for path in _paths(_components(chain.group(), ranged)):
            found.append(FoundPinpoint(chain.start(), chain.end(), path))
    return found


def _components(chain: str, ranged: bool) -> list[tuple[str, str]]:
    """Kinds and numbers of a chain, with what a range ("từ … đến …", "1 đến 3") leaves out put in."""
    parts: list[tuple[str, str]] = []
    kind = ""
    for match in _COMPONENT.finditer(chain):
        if match["dash"]:
            word = match["dash"].split()[-1].lower().replace("bốn", "tư")
            parts.append(("gạch đầu dòng", "-" + (word if word.isdigit() else str(_ORDINALS.index(word) + 1))))
            continue
        if match["row"]:
            parts.append(("dòng", f"dòng {match['row'].split()[-1]}"))
            continue
        kind = (match["kind"] or kind).lower()
        number = match["number"]
        if match["to"] and parts and parts[-1][0] == kind and (ranged or match["kind"] is None):
            parts += [(kind, between) for between in _between(parts[-1][1], number)]
        parts.append((kind, number))
    return parts


def _between(first: str, last: str) -> list[str]:
    """The members of a range between its ends: figures, letters, Roman numerals."""
    if first.isdigit() and last.isdigit() and int(last) - int(first) <= _LONGEST_RANGE:
        return [str(number) for number in range(int(first) + 1, int(last))]
    if first in _LETTERS and last in _LETTERS:
        return list(_LETTERS[_LETTERS.index(first) + 1 : _LETTERS.index(last)])
    romans = [_roman(number) for number in range(1, 40)]
    if first in romans and last in romans:
        return romans[romans.index(first) + 1 : romans.index(last)]
    return []


def _roman(number: int) -> str:
    return "X" * (number // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]


def _paths(parts: list[tuple[str, str]]) -> list[str]:
    """Paths of a chain that runs from inner to outer; inner places wait for the outer one that closes them."""
    ranks = [_RANKS[kind] for kind, _ in parts]
    if len(parts) > 1 and all(left < right for left, right in itertools.pairwise(ranks)):
        return [_join(dict(parts))]  # from outer to inner: "Điều 5 khoản 2"
    paths: list[dict[str, str]] = []
    waiting: list[dict[str, str]] = []
    last_rank = 99
    for (kind, number), rank in zip(parts, ranks, strict=True):
        if waiting and rank < last_rank:
            for place in waiting:
                if all(_RANKS[other] > rank for other in place):
                    place.setdefault(kind, number)
        elif waiting and rank > last_rank:
            # a new chain that goes from inner to outer again, or another member that waits with the others
            paths += waiting
            waiting = [*waiting, {kind: number}]
            paths = [place for place in paths if place not in waiting]
        else:
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
