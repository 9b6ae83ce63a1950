"""What a first look at a page left unread (*phần chưa nhận dạng*): small pieces of ink, set on a sheet of their own.

Tesseract takes a name below a seal, "Kính gửi:" alone on its line, or a stamp in a frame for pictures. Set one under
the other on a white sheet they are lines of text, and one more call reads them all.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from vanban.lexicon.words import secrecy_marks, urgency_marks
from vanban.notation.folding import fold
from vanban.read.ocr_ink import erase, find_frames, find_strokes
from vanban.read.ocr_words import CROWDED, MARK, Seen, join_level
from vanban.read.syllables import is_syllable

_CELL = 4
"""Pixels a cell: pieces are sought on a coarse grid."""
_REACH = 4
"""Cells between words of one line."""
_LOWEST, _HIGHEST, _NARROWEST = 14, 400, 20
"""In pixels at 200 dots an inch: lower is dust and rules, higher are pictures."""
_CROWDED = 72
"""Higher than a line: a seal or a signature, with a name or a post that it runs through."""
_INSET = 0.14
_SMALLEST_SEAL, _OVAL, _CORNER = 150, 0.12, 0.12
"""Pixels; of the larger side, how far a seal may be from round; of a side, the corner that a circle leaves free."""
_DARK = 140
_FRAME_SIGNS = " .,:;'`|[](){}\"-_—~"
_FULLEST = 0.08
"""A page of which more is unread is a picture or hand-written."""
_MOST_PIECES = 60
_MARGIN, _BLANK = 6, 30
_BETWEEN = 24


Box = tuple[int, int, int, int]


class Piece(NamedTuple):
    """A piece of ink: where it stands on the page, its top on the sheet of pieces, its kind as that of its part."""

    left: int
    top: int
    right: int
    bottom: int
    sheet_top: int
    kind: str


class Part(NamedTuple):
    """A part of a picture that may be text, cut out; `kind` is "frame" for what stood in one, "red" for red ink,
    "signature" for the block beside Nơi nhận."""

    left: int
    top: int
    image: Any
    kind: str = ""


def find_parts(grey: Any) -> list[Part]:
    """What stands apart on a page of which the rest is erased, from top to bottom."""
    boxes = _join_boxes(box for box in _find_boxes(grey) if _may_be_text(*box))
    boxes.sort(key=lambda box: (box[1], box[0]))
    return [Part(box[0], box[1], grey.crop(box)) for box in boxes[:_MOST_PIECES]]


def _join_boxes(boxes: Iterable[Box]) -> list[Box]:
    """Boxes of one line as one: blanks of a justified line part what is looked for on a grid."""
    joined: list[Box] = []
    for box in sorted(boxes):
        middle = (box[1] + box[3]) / 2
        for number, other in enumerate(joined):
            is_line = max(box[3] - box[1], other[3] - other[1]) - 2 * _MARGIN <= _CROWDED
            if is_line and other[1] < middle < other[3] and box[0] - other[2] < _BLANK:
                joined[number] = (other[0], min(other[1], box[1]), max(other[2], box[2]), max(other[3], box[3]))
                break
        else:
            joined.append(box)
    return joined


def find_marks(red: Any) -> list[Part]:
    """Stamps on the red layer of a page: what is framed, without its frame, and what is not; no round seals."""
    frames = find_frames(find_strokes(red), red.width)
    parts = cut_frames(red, frames) + find_parts(erase(red, frames))
    return [part._replace(kind="red") for part in parts if not _is_seal(part.image)]


def _is_seal(image: Any) -> bool:
    """True for what is as wide as high and has nothing in its corners: a round seal that touches no red name."""
    width, height = image.size
    if min(width, height) < _SMALLEST_SEAL or abs(width - height) > _OVAL * max(width, height):
        return False
    corner = round(_CORNER * min(width, height))
    places = itertools.product((0, width - corner), (0, height - corner))
    return all(image.crop((x, y, x + corner, y + corner)).getextrema()[0] > _DARK for x, y in places)


def cut_frames(grey: Any, frames: Sequence[Box]) -> list[Part]:
    """The insides of frames: Tesseract reads nothing that has a line around it, and frames are drawn double."""
    parts = []
    for left, top, right, bottom in frames:
        inset = max(round(_INSET * (bottom - top)), 3)
        box = (left + inset, top + inset, right - inset, bottom - inset)
        parts.append(Part(box[0], box[1], grey.crop(box), "frame"))
    return parts


def compose_sheet(parts: Sequence[Part]) -> tuple[Any, list[Piece]]:
    """The parts one under the other on one sheet, and where each comes from."""
    from PIL import Image

    pieces: list[Piece] = []
    top = _BETWEEN
    for left, upper, image, kind in parts:
        pieces.append(Piece(left, upper, left + image.width, upper + image.height, top, kind))
        top += image.height + _BETWEEN
    sheet = Image.new("L", (max(part.image.width for part in parts) + 2 * _BETWEEN, top), 255)
    for part, piece in zip(parts, pieces, strict=True):
        sheet.paste(part.image, (_BETWEEN, piece.sheet_top))
    return sheet, pieces


def _may_be_text(left: int, top: int, right: int, bottom: int) -> bool:
    return _LOWEST <= bottom - top - 2 * _MARGIN <= _HIGHEST and right - left - 2 * _MARGIN >= _NARROWEST


def _find_boxes(grey: Any) -> list[Box]:
    """Boxes in pixels around cells of ink that lie near one another, wider across than down."""
    small = grey.reduce(_CELL).point(lambda level: 255 if level < 190 else 0)
    width, height, data = small.width, small.height, small.tobytes()
    dark = {place for place, level in enumerate(data) if level}
    if len(dark) > _FULLEST * width * height:
        return []
    boxes = []
    while dark:
        stack = [dark.pop()]
        left, top, right, bottom = width, height, 0, 0
        while stack:
            y, x = divmod(stack.pop(), width)
            left, top, right, bottom = min(left, x), min(top, y), max(right, x), max(bottom, y)
            for row in (y - 1, y, y + 1):
                for column in range(max(x - _REACH, 0), min(x + _REACH + 1, width)):
                    place = row * width + column
                    if place in dark:
                        dark.remove(place)
                        stack.append(place)
        boxes.append(
            (
                max(left * _CELL - _MARGIN, 0),
                max(top * _CELL - _MARGIN, 0),
                min((right + 1) * _CELL + _MARGIN, grey.width),
                min((bottom + 1) * _CELL + _MARGIN, grey.height),
            )
        )
    return boxes


def place_back(seen: Sequence[Seen], pieces: Sequence[Piece]) -> list[Seen]:
    """Words of the sheet of pieces at their places on the page; a piece of a line's height is one line.

    Of red ink only marks of urgency and secrecy are given, and names (signers' names are stamped in red too): the rest
    is seals.
    """
    placed: list[Seen] = []
    for number, piece in enumerate(pieces):
        height = piece.bottom - piece.top
        lowest, highest = piece.sheet_top - _BETWEEN / 2, piece.sheet_top + height + _BETWEEN / 2
        inner = [word for word in seen if lowest <= (word.top + word.bottom) / 2 < highest]
        is_crowded = height - 2 * _MARGIN > _CROWDED or piece.kind == "signature"
        name = CROWDED if is_crowded else ""
        if is_crowded and piece.kind != "signature":
            by_line = {word.line: [other for other in inner if other.line == word.line] for word in inner}
            inner = [word for line in join_level(by_line.values()) for word in line]
        if piece.kind in ("frame", "red"):
            inner = [word._replace(text=word.text.strip(_FRAME_SIGNS)) for word in inner]
            inner = [word for word in inner if word.text]
            said = fold(" ".join(word.text for word in inner))
            is_mark = said in urgency_marks() or said in secrecy_marks()
            if piece.kind == "red" and not is_mark:
                inner = _keep_names(inner)
            is_crowded, name = False, MARK if is_mark else ""
        right, down = piece.left - _BETWEEN, piece.top - piece.sheet_top
        for word in inner:
            line = (f"{number} {word.line[0]} {word.line[1]}", word.line[2]) if is_crowded else (str(number), "")
            placed.append(
                word._replace(
                    left=word.left + right,
                    right=word.right + right,
                    top=word.top + down,
                    bottom=word.bottom + down,
                    line=(name, *line),
                )
            )
    return placed


def _keep_names(words: Sequence[Seen]) -> list[Seen]:
    """Lines of two to five syllables that begin with a capital, read without a doubt."""
    kept = []
    for number in dict.fromkeys(word.line for word in words):
        line = [word for word in words if word.line == number]
        is_sure = all(word.confidence > 0.7 and word.text.istitle() and is_syllable(word.text) for word in line)
        if is_sure and 2 <= len(line) <= 5:
            kept += line
    return kept


def bound_marks(seen: Sequence[Seen]) -> list[Box]:
    """Strokes around every mark of urgency or secrecy, as a frame would draw them: a mark is no part of a line."""
    strokes = []
    for number in {word.line for word in seen if word.line[0] == MARK}:
        mark = [word for word in seen if word.line == number]
        left, top = min(word.left for word in mark) - _MARGIN, min(word.top for word in mark) - _MARGIN
        right, bottom = max(word.right for word in mark) + _MARGIN, max(word.bottom for word in mark) + _MARGIN
        strokes += [(left, top, right, top + 1), (left, bottom, right, bottom + 1)]
        strokes += [(left, top, left + 1, bottom), (right, top, right + 1, bottom)]
    return strokes
