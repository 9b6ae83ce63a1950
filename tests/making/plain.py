"""Sheets as plain text: as a person pastes them, and as a crawler leaves them."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Literal

from making.sheet import Block, Sheet, Table, flatten, strip_marks

Order = Literal["columns", "rows"]


def printed_lines(sheet: Sheet) -> list[str]:
    """Every printed line of one sheet, appendices included, in the order of reading, each once."""
    return [line for part in _parts(sheet, "rows") for line in part]


def render_text(sheets: Sequence[Sheet], *, order: Order = "columns") -> str:
    """Plain text, one sheet under the other; `order` says how the heading's two columns were pasted:
    the left one first ("columns") or row by row ("rows")."""
    pasted = []
    for sheet in flatten(list(sheets)):
        parts = ["\n".join(part) for part in _parts(sheet, order) if part]
        pasted.append("\n\n".join(parts))
    return "\n\n\n\n".join(pasted) + "\n"


def _parts(sheet: Sheet, order: Order) -> list[list[str]]:
    """The sheet's lines, grouped as paragraphs stand apart."""
    issuer = _lines(sheet.issuer_parent) + _lines(sheet.issuer) + _lines(sheet.mark_under_issuer)
    number = _lines(sheet.number) + list(sheet.marks)
    under = [sheet.subject] if sheet.is_letter and sheet.subject else []
    motto, date = list(sheet.motto_lines), _lines(sheet.place_date)
    parts = [issuer, number, motto, date, under] if order == "columns" else [issuer, motto, number + under, date]
    if sheet.type_title is not None:
        parts.append([sheet.type_title, *_lines(sheet.subject), *_lines(sheet.note)])
    if len(sheet.addressees) == 1:
        parts.append([f"{sheet.addressee_head} {sheet.addressees[0]}"])
    elif sheet.addressees:
        parts.append([sheet.addressee_head, *(f"- {entry}" for entry in sheet.addressees)])
    parts.append(_lines(sheet.office))
    parts.extend([ground] for ground in sheet.grounds)
    parts.extend(_block_lines(block) for block in sheet.body)
    if sheet.recipients:
        parts.append([sheet.recipients_head, *(f"- {entry}" for entry in sheet.recipients)])
    parts.append(list(sheet.signature))
    parts.append(_lines(sheet.signer))
    parts.extend(_block_lines(block) for appendix in sheet.appendices for block in appendix)
    return parts


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _block_lines(block: Block) -> list[str]:
    if isinstance(block, Table):
        rows: dict[int, list[str]] = {}
        for r, _, cell in block.cells():
            rows.setdefault(r, []).append(strip_marks(cell.text).replace("\n", " "))
        return ["\t".join(row) for row in rows.values()]
    return [strip_marks(block.text)]


def render_crawled(sheets: Sequence[Sheet], *, width: int = 80) -> str:
    """Text as law portals give it to a crawler: lines wrapped hard, `**` marks, lone "|" lines between the cells
    of the heading, of the signature and of tables."""
    return "\n".join(line for sheet in flatten(list(sheets)) for line in _crawl(sheet, width)) + "\n"


def _crawl(sheet: Sheet, width: int) -> list[str]:
    def wrap(text: str, columns: int = width) -> list[str]:
        return textwrap.wrap(text, columns, break_long_words=False, break_on_hyphens=False)

    found: list[str] = []
    if sheet.issuer:
        issuer = sheet.issuer.replace("\n", " ")
        motto = sheet.motto_lines
        found += wrap(sheet.issuer_parent.replace("\n", " "), 18)
        found += [*wrap(f"**{issuer}**", 22), "-------", "|", *wrap(f"**{motto[0]}**", 20), *motto[1:]]
        found += ["---------------", "|", "|", *_lines(sheet.number), *sheet.marks]
        found += wrap(f"*{sheet.subject}*", 48) if sheet.is_letter and sheet.subject else []
        found += ["|", *wrap(f"*{sheet.place_date}*", 24), "|", ""]
    if sheet.type_title is not None:
        found += [f"**{sheet.type_title}**", *wrap(" ".join(_lines(sheet.subject)).upper()), *wrap(sheet.note)]
    if sheet.addressees:
        found += ["|", f"**{sheet.addressee_head}**", "|"]
        found += [line for entry in sheet.addressees for line in wrap(f"- {entry}", 60)] + ["|"]
    found += wrap(sheet.office)
    for ground in sheet.grounds:
        found += wrap(f"*{ground}*")
    for block in (*sheet.body, *(block for appendix in sheet.appendices for block in appendix)):
        found += _crawl_block(block, width)
    if sheet.recipients:
        found += ["|", *wrap(f"*{sheet.recipients_head}*", 8)]
        found += [line for entry in sheet.recipients for line in wrap(f"- {entry}", 60)]
    if sheet.signer:
        found += ["|", *wrap(f"**{sheet.signature[0]}**", 20), *sheet.signature[1:], f"**{sheet.signer}**", "|"]
    return found


def _crawl_block(block: Block, width: int) -> list[str]:
    if isinstance(block, Table):
        found = []
        for _, _, cell in block.cells():
            found += [*textwrap.wrap(cell.text.replace("\n", " "), 40, break_on_hyphens=False), "|"]
        return found
    text = block.text
    if block.style in ("heading", "centred"):
        text = f"**{strip_marks(text)}**"
    elif block.style == "italic":
        text = f"*{text}*"
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
