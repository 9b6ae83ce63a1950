"""How a file says that its text is to look, *kỹ thuật trình bày*: paper, letters and paragraphs, all inheritance
resolved. Lengths are in millimetres, sizes and spaces in points; None where the file does not say."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Letters(msgspec.Struct, frozen=True, gc=False):
    """The letters of a run, *phông chữ, cỡ chữ, kiểu chữ*: `colour` as "RRGGBB", None for the automatic one."""

    font: str | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str | None = None


class Run(msgspec.Struct, frozen=True, gc=False):
    """A stretch of one line, `line[start:end]`, in letters of one look."""

    start: int
    end: int
    letters: Letters


class LineLook(msgspec.Struct, frozen=True, gc=False):
    """One line of the text as read: its runs, and its paragraph, None where another file was inserted."""

    paragraph: int | None
    runs: tuple[Run, ...] = ()


class Address(msgspec.Struct, frozen=True, gc=False):
    """Where a paragraph stands in the file: the path of the part, and which of its `w:p` it is, from 0."""

    part: str
    index: int


class ParagraphLook(msgspec.Struct, frozen=True, gc=False):
    """A paragraph: `alignment` is "left", "center", "right" or "both"; `spacing` counts lines, below 0 points at least
    or exactly. `drawn` tells a rule under it, or a drawing in it; `empty` that it prints no letter; `label` counts the
    characters of its automatic number."""

    address: Address | None
    alignment: str = "left"
    first_line: float = 0.0
    left: float = 0.0
    before: float = 0.0
    after: float = 0.0
    spacing: float = 1.0
    drawn: bool = False
    empty: bool = False
    in_table: bool = False
    label: int = 0


class PageNumber(msgspec.Struct, frozen=True, gc=False):
    """A page number: `place` is "header" or "footer", `form` "default", "first" or "even"; `words` what stands beside
    it in its paragraph; `alone` says that nothing else stands in that part."""

    place: str
    form: str
    address: Address
    alignment: str
    letters: Letters
    words: str = ""
    alone: bool = True


class Section(msgspec.Struct, frozen=True, gc=False):
    """A section, *phân đoạn trang*: `first` and `last` are the numbers of its paragraphs, `index` its place among the
    `w:sectPr` of the document; `headed` says that a running head of its own is printed."""

    index: int
    first: int
    last: int
    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    landscape: bool
    title_page: bool
    number_format: str | None
    numbers: tuple[PageNumber, ...]
    headed: bool = False
    has_table: bool = False


class Layout(msgspec.Struct, frozen=True, gc=False):
    """The layout of one file: `lines` stand beside those of its `Text`, one for one; paragraphs by their numbers."""

    lines: tuple[LineLook, ...]
    paragraphs: Mapping[int, ParagraphLook]
    sections: tuple[Section, ...]
