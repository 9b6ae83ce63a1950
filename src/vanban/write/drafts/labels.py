"""Labels of the parts of a paper, *số thứ tự*: "I." or "I-" before a part, "1." before a khoản, "a)" before a điểm.

They are counted here, once for all ways of writing; khoản start anew in each part, điểm in each khoản. Points take the
letters of the decree, which has đ and no f (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6).
"""

from __future__ import annotations

from collections.abc import Iterable

from vanban.write.drafts.paper import Block

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_NUMERALS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def label_blocks(body: Iterable[Block], part: str, ground: str) -> list[str]:
    """The label of each block, "" where it has none; `part` is the form's pattern of a part's label ("%1."),
    `ground` its mark before a ground."""
    labels: list[str] = []
    parts = items = points = 0
    for block in body:
        label = ""
        if block.role == "heading":
            parts, items, points = parts + 1, 0, 0
            label = part.replace("%1", _write_roman(parts))
        elif block.role in ("item", "title"):
            items, points = items + 1, 0
            label = f"{items}."
        elif block.role == "point":
            label = f"{letter(points)})"
            points += 1
        elif block.role == "dash":
            label = "-"
        elif block.role == "ground":
            label = ground.strip()
        labels.append(label)
    return labels


def letter(index: int) -> str:
    """The letter of a point from 0 on; after the last they are doubled.

    >>> [letter(index) for index in (0, 4, 5, 24)]
    ['a', 'đ', 'e', 'bb']
    """
    return _LETTERS[index % len(_LETTERS)] * (1 + index // len(_LETTERS))


def _write_roman(number: int) -> str:
    """
    >>> [_write_roman(number) for number in (1, 4, 9, 14)]
    ['I', 'IV', 'IX', 'XIV']
    """
    text = ""
    for value, numeral in _NUMERALS:
        text += numeral * (number // value)
        number %= value
    return text
