"""What a rule asks to have changed in the file, *sửa lỗi thể thức*: data alone, carried out by `mend.py`."""

from __future__ import annotations

import msgspec

from vanban.model.layout import Address


class ReplaceWords(msgspec.Struct, frozen=True):
    """In one paragraph, words that stand there once become others."""

    address: Address
    old: str
    new: str


class SetLetters(msgspec.Struct, frozen=True):
    """The letters of words that stand once in a paragraph; None leaves what is there."""

    address: Address
    words: str
    size: float | None = None
    font: str | None = None


class SetPage(msgspec.Struct, frozen=True):
    """Paper and margins of a section in millimetres; None leaves what is there."""

    section: int
    width: float | None = None
    height: float | None = None
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None


class NumberPages(msgspec.Struct, frozen=True):
    """The page number of a section centred in the top margin, from the second page on, in `size` points."""

    section: int
    size: float = 14.0


Repair = ReplaceWords | SetLetters | SetPage | NumberPages
