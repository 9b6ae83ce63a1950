"""A line before its place in the text is known (*dòng*), and how lines become one `Text`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vanban.model.text import Box, Cell, Line, Text


class Draft(NamedTuple):
    """The characters of a line with what a reader knows of it; the fields are those of `Line`."""

    content: str
    page: int | None = None
    box: Box | None = None
    paragraph: int | None = None
    cell: Cell | None = None
    part: str = "body"
    column: int = 0
    bold: bool | None = None
    italic: bool | None = None
    centred: bool | None = None
    size: float | None = None
    confidence: float | None = None


def join_drafts(drafts: Iterable[Draft]) -> tuple[str, tuple[Line, ...]]:
    """Put the lines one under the other: the text and the lines that cover it.

    >>> join_drafts([Draft("Số: 1"), Draft("V/v")])[0]
    'Số: 1\\nV/v'
    """
    contents: list[str] = []
    lines: list[Line] = []
    position = 0
    for draft in drafts:
        end = position + len(draft.content)
        contents.append(draft.content)
        lines.append(Line(position, end, *draft[1:]))
        position = end + 1
    return "\n".join(contents), tuple(lines)


def split_text(text: Text) -> list[Draft]:
    """The lines of a text as they were before they were put together: the way back of `join_drafts`.

    >>> text = Text("Số: 1\\nV/v", (Line(0, 5), Line(6, 9)), "text/plain", "text")
    >>> [draft.content for draft in split_text(text)]
    ['Số: 1', 'V/v']
    """
    return [
        Draft(text.text[line.start : line.end], *(getattr(line, name) for name in Draft._fields[1:]))
        for line in text.lines
    ]
