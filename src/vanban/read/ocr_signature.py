"""The signature block of a scanned page (*khối chữ ký*): a second look where seal and pen hide post and name.

Tesseract takes the block for a picture as soon as a seal lies in it. Cut out and read as words that stand anywhere, the
posts above the seal and the name below it come out; red names (stamped like seals) stand in the red layer alone.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence
from typing import Any, NamedTuple

from vanban.notation.folding import fold
from vanban.notation.person import begins_post, names_collective, parse_person, surnames
from vanban.read.ocr_rest import Part
from vanban.read.ocr_words import Seen, join_level
from vanban.read.pdf_words import Word
from vanban.read.syllables import is_syllable

_LEFT = 0.42
"""Of the page's width: the recipients end before it, posts and names are set in the middle of what is right of it."""
_ABOVE, _BELOW = 16.0, 250.0
"""In points from "Nơi nhận": a signature is some seven centimetres high, its first line as high as the recipients'."""
_SURE, _DOUBTFUL = 0.7, 0.3
_CLEAR = 0.8
_SIGNS = " .,:;'`|\"*_-~^°•ˆ˜¬“”‘’"


class Block(NamedTuple):
    """Where the signature stands, in points."""

    left: float
    top: float
    right: float
    bottom: float


def find_block(
    words: Sequence[Word], width: float, height: float, halves: Sequence[tuple[float, float, float, float]] = ()
) -> Block | None:
    """The place right of "Nơi nhận"; None where the page has none, or where only posts and a name stand there.

    `halves` are the right halves of the page that a white corridor parts from the left ones, in points.
    """
    top = None
    for first, second in itertools.pairwise(words):
        if first.text == "Nơi" and second.text.startswith("nhận") and first.x0 < _LEFT * width:
            top = first.top
    if top is None:
        return None
    left = next((half[0] for half in halves if half[1] - _ABOVE < top < half[3]), _LEFT * width)
    block = Block(left, max(top - _ABOVE, 0.0), width, min(top + _BELOW, height))
    lines = _part_lines(words, block)
    named = [line for line in lines if _is_name([word.text for word in line], _least(line))]
    posts = [line for line in lines if _is_post([word.text for word in line]) and _least(line) >= _SURE]
    return None if named and posts and len(named) + len(posts) == len(lines) else block


def _part_lines(words: Sequence[Word], block: Block) -> list[list[Word]]:
    """The words inside the block, those of one line together."""
    lines: dict[tuple[float, float], list[Word]] = {}
    for word in words:
        if word.x0 >= block.left and block.top < word.top < block.bottom:
            lines.setdefault((word.top, word.bottom), []).append(word)
    return list(lines.values())


def _least(line: Sequence[Word]) -> float:
    return min(1.0 if word.confidence is None else word.confidence for word in line)


def cut_block(block: Block, scale: float, grey: Any, red: Any | None) -> list[Part]:
    """The block without coloured ink, and its red ink alone where there is any."""
    box = tuple(round(side / scale) for side in block)
    parts = [Part(box[0], box[1], grey.crop(box), "signature")]
    if red is not None:
        parts.append(Part(box[0], box[1], red.crop(box), "signature"))
    return parts


def keep_signature(seen: Sequence[Seen]) -> list[Seen]:
    """Lines that are marks and posts in capitals or a person's name; every other line of the block is seal and pen.

    Of several names the surest is kept, of one that is read twice (through the colours and in red) one reading.
    """
    names: list[list[Seen]] = []
    posts: list[list[Seen]] = []
    for line in _join_lines(seen):
        tokens = [word.text for word in line]
        if _is_name(tokens, min(word.confidence for word in line)):
            names.append(line)
        elif _is_post(tokens) and all(word.confidence > _DOUBTFUL for word in line[1:]):
            posts.append(_complete(line, posts[-1] if posts else []))
    best = max(names, key=lambda line: sum(word.confidence for word in line) / len(line), default=[])
    return [*(word for line in posts for word in line if not best or word.bottom <= best[0].bottom), *best]


def _join_lines(seen: Sequence[Seen]) -> list[list[Seen]]:
    """The lines as they were read, those of one height that lie a blank apart joined: looking for single words
    Tesseract parts a line. Signs alone go."""
    lines: dict[tuple[str, ...], list[Seen]] = {}
    for word in seen:
        bare = word._replace(text=word.text.strip(_SIGNS.replace(".", "")))
        if word.confidence > 0.0 and any(map(str.isalpha, bare.text)):
            lines.setdefault(word.line, []).append(bare)
    return join_level(lines.values())


def _complete(line: list[Seen], above: Sequence[Seen]) -> list[Seen]:
    """ "PHÓ GIÁM Đ" and "THỔ GIÁM ĐỐC" under "KT. GIÁM ĐỐC" whole again: a deputy's post repeats the one above it."""
    if len(line) > 2 and fold(line[0].text) in ("ho", "o") and _names_post(" ".join(word.text for word in line[1:])):
        line = [line[0]._replace(text="PHÓ", confidence=min(line[0].confidence, 0.5)), *line[1:]]
    post = [word.text for word in above[-len(line) + 1 :]] if above and len(line) > 2 else []
    read = [word.text for word in line]
    if not post or len(post) != len(line) - 1 or read[1:-1] != post[:-1] or read == [word.text for word in above]:
        return line
    if fold(read[0]) == "pho" and post[-1].startswith(read[-1]):
        return [*line[:-1], line[-1]._replace(text=post[-1], confidence=min(line[-1].confidence, 0.5))]
    if read[-1] == post[-1] and len(read[0]) <= 3 and read[0].isalpha() and len(above) <= len(line):
        return [line[0]._replace(text="PHÓ", confidence=min(line[0].confidence, 0.5)), *line[1:]]
    return line


def _is_name(tokens: Sequence[str], sure: float) -> bool:
    """Two to five syllables with capitals, a surname first (its tone may be misread), read without a doubt."""
    bare = [token.strip(_SIGNS) for token in tokens]
    shaped = 2 <= len(bare) <= 5 and all(token.istitle() and is_syllable(token) for token in bare)
    return shaped and sure >= _SURE and fold(bare[0]) in _surnames() and parse_person(" ".join(bare)) is not None


@functools.cache
def _surnames() -> frozenset[str]:
    return frozenset(map(fold, surnames()))


def _is_post(tokens: Sequence[str]) -> bool:
    """A post or a collective in capitals, behind a mark or what a hand wrote for one ("KT." where it was forgotten)."""
    text = " ".join(tokens).replace(".", ". ")
    if len(text) < 5 or not text.isupper():
        return False
    first, _, rest = text.partition(" ")
    return _names_post(text) or (len(first) <= 5 and " " in rest.strip() and _names_post(rest.strip()))


def _names_post(text: str) -> bool:
    return begins_post(text) or names_collective(text)


def put_signature(words: Sequence[Word], read: Sequence[Word], block: Block) -> list[Word]:
    """The page's words with the lines of the second look, without what stood in their place.

    A line that the first look read longer stays. Above a name what is left and is no line of text is seal and pen.
    """
    gone: set[Word] = set()
    passed: set[Word] = set()
    lines = _part_lines(words, block)
    named = [word for line in lines if _is_name([word.text for word in line], _least(line)) for word in line]
    lowest = max((word.top for word in [*named, *read] if word.text.istitle()), default=block.top)
    for line in lines:
        middle = (line[0].top + line[0].bottom) / 2
        over = [word for word in read if word.top < middle < word.bottom]
        tokens = [word.text for word in line]
        if len("".join(tokens)) > len("".join(word.text for word in over)) and _is_post(tokens):
            passed.update(over)
            continue
        told = [word for word in line if len(word.text) > 1 and is_syllable(word.text.strip(_SIGNS))]
        # Capitals that name no post are letters of the seal unless they are clear.
        is_text = len(told) > 1 and _least(told) > (_CLEAR if "".join(tokens).isupper() else 0.5)
        if over or (middle < lowest and not is_text):
            gone.update(line)
    kept = [word for word in words if word not in gone]
    return [*kept, *(word for word in read if word not in passed)]
