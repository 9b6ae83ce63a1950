"""What a file says and where: the `Text` that readers give and the later stages count in."""

from __future__ import annotations

import msgspec

Span = tuple[int, int]
"""Half-open range of code points, `text[start:end]`."""

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points; the origin is the page's top left corner."""


class Problem(msgspec.Struct, frozen=True, gc=False):
    """Something the reader could not be sure of or found missing; `message` is a Vietnamese sentence."""

    code: str
    message: str
    severity: str = "warning"
    span: Span | None = None


class Cell(msgspec.Struct, frozen=True, gc=False):
    """The place of a line in a table: `table` counts from 0 in the file, `row` and `column` from 0 in the grid.

    A merged cell stands once, at its first place, with the rows and columns that it covers.
    """

    table: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line of the text, `text[start:end]`, without its line break.

    A line is a visual line in PDF, a paragraph or a part of one between line breaks in .docx, a line in .txt.
    `paragraph` is the same number for lines that the file itself says are one paragraph (.docx), else None.
    `part` is "body", "header", "footer" (running heads, page numbers), "box" (text box, stamp) or "note".
    `column` is 1 (left) or 2 (right) where the page sets two columns side by side, else 0.
    `centred`, `bold`, `italic` are None where the format does not tell. `size` is in points.
    `confidence`, 0 to 1, is how sure OCR was of the words of the line; None for what was not read off a picture.
    """

    start: int
    end: int
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


class Text(msgspec.Struct, frozen=True, gc=False):
    """A file as read: every character of `text` but the line breaks lies on one of `lines`, in order.

    `reader` names who read it ("text", "docx", "pdf"); `pages` is None where the format has none.
    """

    text: str
    lines: tuple[Line, ...]
    media_type: str
    reader: str
    pages: int | None = None
    problems: tuple[Problem, ...] = ()
