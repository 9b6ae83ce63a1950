"""What a made document says: a `Sheet` holds the parts of one document, blocks hold its body.

Texts may carry `**bold**` marks: the .docx sets them bold, plain text drops them, crawled text keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

STATE_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY_MOTTO = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
YOUTH_MOTTO = ("ĐOÀN TNCS HỒ CHÍ MINH",)

System = Literal["state", "party", "union"]
Style = Literal["plain", "heading", "centred", "italic"]
_STYLE_MARKS: dict[str, Style] = {"# ": "heading", "^ ": "centred", "~ ": "italic"}


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; `style` is a hint: heading (bold), centred (bold), italic or plain."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True)
class Cell:
    """A cell that covers several rows or columns; the places that it covers stand as None in the rows."""

    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class Table:
    """A table with borders: `heads` rows of head, `widths` in millimetres or shares of the line."""

    rows: tuple[tuple[str | Cell | None, ...], ...]
    heads: int = 1
    widths: tuple[float, ...] = ()

    def cells(self) -> Iterator[tuple[int, int, Cell]]:
        """Row, column and cell, each merged cell once at its first place."""
        for r, row in enumerate(self.rows):
            for c, cell in enumerate(row):
                if cell is not None:
                    yield r, c, Cell(cell) if isinstance(cell, str) else cell


Block = Paragraph | Table


@dataclass(frozen=True)
class Sheet:
    """One document, part by part, as NĐ 30/2020 (or the Party's guide) names them.

    `issuer` and `issuer_parent` may hold line breaks. `subject` of a letter begins with "V/v". `addressee_head`
    is "Kính gửi:" or, in a telegram (*công điện*), "CHỦ TỊCH … điện:". `office` is the centred line above the
    grounds (*căn cứ*) of a decision. `note` is the bracket under a title ("(Ban hành kèm theo …)").
    `recipients` and `addressees` stand without dash, with their punctuation, the "Lưu" line last.
    `attached` follows on a page of its own; a sheet without a heading (issuer "") starts with its title.
    """

    issuer: str = ""
    issuer_parent: str = ""
    system: System = "state"
    motto: tuple[str, ...] | None = None
    issuer_mark: str | None = None
    number: str = ""
    place_date: str = ""
    marks: tuple[str, ...] = ()
    type_title: str | None = None
    subject: str = ""
    note: str = ""
    addressee_head: str = "Kính gửi:"
    addressees: tuple[str, ...] = ()
    office: str = ""
    grounds: tuple[str, ...] = ()
    body: tuple[Block, ...] = ()
    recipients_head: str = "Nơi nhận:"
    recipients: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    signer: str = ""
    appendices: tuple[tuple[Block, ...], ...] = field(default=())
    attached: Sheet | None = None

    @property
    def motto_lines(self) -> tuple[str, ...]:
        """The motto (*quốc hiệu, tiêu ngữ*): as given, else the one of the system."""
        if self.motto is not None:
            return self.motto
        if not self.issuer:
            return ()
        return PARTY_MOTTO if self.system == "party" else STATE_MOTTO

    @property
    def mark_under_issuer(self) -> str:
        """The "*" of the Party, else nothing."""
        if self.issuer_mark is not None:
            return self.issuer_mark
        return "*" if self.system == "party" and self.issuer else ""

    @property
    def is_letter(self) -> bool:
        """A letter (*công văn*) has no title of type; its subject stands under the number."""
        return self.type_title is None


def blocks(text: str) -> tuple[Paragraph, ...]:
    """Paragraphs out of a text, one a line: "# " begins a heading, "^ " a centred line, "~ " an italic one.

    >>> blocks("# I. MỤC ĐÍCH\\nMột câu.")
    (Paragraph(text='I. MỤC ĐÍCH', style='heading'), Paragraph(text='Một câu.', style='plain'))
    """
    found = []
    for line in text.strip().splitlines():
        line = line.strip()
        if line:
            style = _STYLE_MARKS.get(line[:2], "plain")
            found.append(Paragraph(line[2:] if style != "plain" else line, style))
    return tuple(found)


def strip_marks(text: str) -> str:
    """Text without `**` marks.

    >>> strip_marks("**1. Sở Nội vụ** chủ trì")
    '1. Sở Nội vụ chủ trì'
    """
    return re.sub(r"\*\*(.+?)\*\*", r"\1", text)


def split_bold(text: str) -> list[tuple[str, bool]]:
    """Runs of a text and whether `**` marks make them bold.

    >>> split_bold("**1.** Sở Y tế")
    [('1.', True), (' Sở Y tế', False)]
    """
    parts = re.split(r"\*\*(.+?)\*\*", text)
    return [(part, i % 2 == 1) for i, part in enumerate(parts) if part]


def flatten(sheets: tuple[Sheet, ...] | list[Sheet]) -> list[Sheet]:
    """Sheets in order, each followed by what is attached to it."""
    found: list[Sheet] = []
    for sheet in sheets:
        found.append(sheet)
        if sheet.attached is not None:
            found.extend(flatten([sheet.attached]))
    return found
