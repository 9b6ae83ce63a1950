"""A ruled list, *bảng, danh mục, sổ*: what stands over it, its columns, its cells; its formats are the modules here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

# What neither XML nor a terminal takes; tab and line breaks stay.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


class Column(msgspec.Struct, frozen=True):
    """The head of a column and its width in characters."""

    name: str
    width: int


class Listing(msgspec.Struct, frozen=True):
    """A list as it is printed: `above`, `title` and `below` stand over its head.

    `sheet` names it in a workbook; `shares` are further sheets with some of the rows: names, which are made fit, and
    numbers of rows. `colours` gives the words of the column `coloured` their ground. `numbered` puts a row "(1)", "(2)"
    … under the head, as in the registers of NĐ 30/2020; `empty` is said where there is no row.
    """

    title: str
    columns: Sequence[Column]
    cells: Sequence[Sequence[str]]
    above: Sequence[str] = ()
    below: Sequence[str] = ()
    sheet: str = "Danh mục"
    shares: Sequence[tuple[str, Sequence[int]]] = ()
    coloured: int | None = None
    colours: Mapping[str, str] = {}
    numbered: bool = False
    empty: str = "Không có dòng nào."

    def head(self) -> list[str]:
        """The lines over the table."""
        return [*self.above, self.title, *self.below]


def clean(text: str) -> str:
    """The text without characters that files do not take."""
    return _CONTROL.sub("", text)
