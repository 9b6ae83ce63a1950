"""What a first look at a page left unread (*phần chưa nhận dạng*): small pieces of ink, set on a sheet of their own.

Tesseract takes a name below a seal, "Kính gửi:" alone on its line, or a stamp in a frame for pictures. Set one under
the other on a white sheet they are lines of text, and one more call reads them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from vanban.read.ocr_words import CROWDED, Seen

_CELL = 4
"""Pixels a cell: pieces are sought on a coarse grid."""
_REACH = 4
"""Cells between words of one line."""
_LOWEST, _HIGHEST, _NARROWEST = 14, 400, 20
"""In pixels at 200 dots an inch: lower is dust and rules, higher are pictures."""
_CROWDED = 72
"""Higher than a line: a seal or a signature, with a name or a post that it runs through."""
_FULLEST = 0.08
"""A page of which more is unread is a picture or hand-written."""
_MOST_PIECES = 60
_MARGIN = 6
_BETWEEN = 24


class Piece(NamedTuple):
    """A piece of ink: where it stands on the page and its top on the sheet of pieces."""

    left: int
    top: int
    right: int
    bottom: int
    sheet_top: int


def collect_pieces(grey: Any) -> tuple[Any, list[Piece]]:
    """The sheet of all pieces that may be text, and where each comes from; no pieces, no sheet."""
    from PIL import Image

    boxes = [box for box in _find_boxes(grey) if _may_be_text(*box)]
    boxes.sort(key=lambda box: (box[1], box[0]))
    pieces: list[Piece] = []
    top = _BETWEEN
    for left, upper, right, lower in boxes[:_MOST_PIECES]:
        pieces.append(Piece(left, upper, right, lower, top))
        top += lower - upper + _BETWEEN
    if not pieces:
        return None, []
    sheet = Image.new("L", (max(piece.right - piece.left for piece in pieces) + 2 * _BETWEEN, top), 255)
    for piece in pieces:
        sheet.paste(grey.crop(piece[:4]), (_BETWEEN, piece.sheet_top))
    return sheet, pieces


def _may_be_text(left: int, top: int, right: int, bottom: int) -> bool:
    return _LOWEST <= bottom - top - 2 * _MARGIN <= _HIGHEST and right - left - 2 * _MARGIN >= _NARROWEST


def _find_boxes(grey: Any) -> list[tuple[int, int, int, int]]:
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
    """Words of the sheet of pieces at their places on the page; a piece of a line's height is one line."""
    placed = []
    for word in seen:
        middle = (word.top + word.bottom) / 2
        for number, piece in enumerate(pieces):
            if piece.sheet_top - _BETWEEN / 2 <= middle < piece.sheet_top + piece.bottom - piece.top + _BETWEEN / 2:
                right, down = piece.left - _BETWEEN, piece.top - piece.sheet_top
                is_crowded = piece.bottom - piece.top - 2 * _MARGIN > _CROWDED
                line = (CROWDED, f"{number} {word.line[0]} {word.line[1]}", word.line[2]) if is_crowded else ("", str(number), "")
                placed.append(
                    word._replace(
                        left=word.left + right,
                        right=word.right + right,
                        top=word.top + down,
                        bottom=word.bottom + down,
                        line=line,
                    )
                )
                break
    return placed
