"""Text to text: composed characters (NFC) everywhere, what OCR misread put right, each line where it was."""

from __future__ import annotations

import re
import unicodedata

import msgspec

from vanban.model.text import Line, Text
from vanban.normalise.scanned import mend_scanned

__all__ = ["normalise_text"]

# U+00D0 (Eth) is typed for Đ in old fonts; zero-width characters only hide in words.
_TABLE = str.maketrans({"\u00d0": "Đ", "\u200b": None, "\u200c": None, "\u200d": None, "\ufeff": None, "\u2060": None})
_REPLACED = re.compile(f"[{''.join(map(chr, _TABLE))}]")


def normalise_text(text: Text) -> Text:
    """NFC, Đ for U+00D0, no zero-width characters; of OCR also numbers, symbols and dates (`notation.misread`).

    A line is the unit of the way back: what a line says changes only within the line, which keeps its page, box,
    paragraph and cell.
    """
    return mend_scanned(_compose(text))


def _compose(text: Text) -> Text:
    if unicodedata.is_normalized("NFC", text.text) and not _REPLACED.search(text.text):
        return text
    pieces: list[str] = []
    lines: list[Line] = []
    length = position = 0
    for line in text.lines:
        between = _plain(text.text[position : line.start])
        inside = _plain(text.text[line.start : line.end])
        pieces += (between, inside)
        start = length + len(between)
        length = start + len(inside)
        lines.append(msgspec.structs.replace(line, start=start, end=length))
        position = line.end
    pieces.append(_plain(text.text[position:]))
    return msgspec.structs.replace(text, text="".join(pieces), lines=tuple(lines))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(_TABLE) if _REPLACED.search(text) else text)
