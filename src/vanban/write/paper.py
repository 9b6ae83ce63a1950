"""A paper to be laid out, *văn bản*: what it says, part by part, before any look is given to it."""

from __future__ import annotations

from typing import Literal

import msgspec

Role = Literal["ground", "text", "heading", "item"]


class Block(msgspec.Struct, frozen=True):
    """A paragraph: a ground (*căn cứ*), running text, the title of a part ("I. …") or an item (*khoản*)."""

    role: Role
    text: str


class Paper(msgspec.Struct, frozen=True):
    """A paper with a type of its own (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4), in the order in which it is read.

    `parent` is the organ above the issuer, None where none is printed. `issuer` and `signature` are printed lines;
    `recipients` stand without dash and closing mark, the "Lưu" line last. The end mark "./." belongs to the form,
    which `system` decides.
    """

    system: Literal["state", "party"]
    parent: str | None
    issuer: list[str]
    number: str
    place_date: str
    title: str
    subject: str
    body: list[Block]
    recipients: list[str]
    signature: list[str]
    signer: str
