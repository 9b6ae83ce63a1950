"""A paper to be laid out, *văn bản*: what it says, part by part, before any look is given to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from vanban.write.drafts.words import NOTHING, Words, rewrite

System = Literal["state", "party"]
Role = Literal["ground", "text", "heading", "title", "item", "point", "dash"]


class Block(msgspec.Struct, frozen=True):
    """A paragraph: a ground (*căn cứ*), running text, the title of a part ("I."), an item with a title of its own or
    without (*khoản*, "1."), a point (*điểm*, "a)") or a dash. Labels are counted by the layout."""

    role: Role
    words: Words


class Paper(msgspec.Struct, frozen=True):
    """A paper in the order in which it is read (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4 and 1.5).

    Without `title` it is a letter (*công văn*), whose subject stands under the number. `parent` is the organ above
    the issuer, `number` the line of number and symbol, empty where none is printed. `issuer` and `signature` are
    printed lines; `addressees` and `recipients` stand without dash and closing mark, the "Lưu" line last. A slip has
    no signature and no recipients, and no end mark. `opening` is "Kính gửi", or "Kính trình" of the Party;
    `mark` is the mark of secrecy (*dấu chỉ độ mật*).
    """

    system: System
    parent: Words
    issuer: list[Words]
    number: Words
    place_date: Words
    title: Words
    subject: Words
    body: list[Block]
    addressees: list[Words] = msgspec.field(default_factory=list)
    opening: str = "Kính gửi"
    recipients: list[Words] = msgspec.field(default_factory=list)
    signature: list[Words] = msgspec.field(default_factory=list)
    signer: Words = NOTHING
    mark: Words = NOTHING

    @property
    def is_letter(self) -> bool:
        """Whether the paper is a công văn."""
        return not self.title


def list_parts(paper: Paper) -> Iterator[tuple[str, Words]]:
    """Everything that a paper says, with the name of its part, in reading order."""
    singles = (("parent", paper.parent), *(("issuer", line) for line in paper.issuer), ("number", paper.number))
    yield from singles
    yield from (
        ("mark", paper.mark),
        ("place_date", paper.place_date),
        ("title", paper.title),
        ("subject", paper.subject),
    )
    yield from (("addressees", line) for line in paper.addressees)
    yield from (("body", block.words) for block in paper.body)
    yield from (("recipients", line) for line in paper.recipients)
    yield from (("signature", line) for line in paper.signature)
    yield "signer", paper.signer


def rewrite_paper(paper: Paper, how: Callable[[str], str]) -> Paper:
    """The same paper with all its words written otherwise."""

    def each(lines: list[Words]) -> list[Words]:
        return [rewrite(line, how) for line in lines]

    return msgspec.structs.replace(
        paper,
        parent=rewrite(paper.parent, how),
        issuer=each(paper.issuer),
        number=rewrite(paper.number, how),
        place_date=rewrite(paper.place_date, how),
        title=rewrite(paper.title, how),
        subject=rewrite(paper.subject, how),
        body=[Block(block.role, rewrite(block.words, how)) for block in paper.body],
        addressees=each(paper.addressees),
        recipients=each(paper.recipients),
        signature=each(paper.signature),
        signer=rewrite(paper.signer, how),
        mark=rewrite(paper.mark, how),
    )
