"""Pages whose text layer is of no use (*trang quét*): none, a stamp alone, letters of another language's OCR."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from vanban.read.pdf_margins import Margins, is_stamp
from vanban.read.pdf_words import Page, Word
from vanban.read.syllables import measure_text

_PICTURED = 0.5
"""The share of a page that a picture covers where the page is a scan; scanners leave a border."""
_OUTLINED = 300
"""A page without text and with so many paths has its letters drawn as outlines."""
_FEWEST_CHARACTERS = 50
_LONGEST_STAMP = 400
"""Stamps of signatures and copies hold 40 to 300 characters: on a scan they are its only text, and no use."""
_COPY = re.compile(r"SAO\s+Y|SAO\s+LỤC|\d\d[.:/]\d\d[.:/]\d{4},? \d\d:\d\d", re.IGNORECASE)


_ENOUGH = 20
"""Fewer words say too little of the language of a page."""
_STRANGE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")


_SAMPLE = 1200
"""Characters that tell whether a font's codes say what it prints."""


def find_scanned(pages: Sequence[Page], margins: Sequence[Margins]) -> list[int]:
    """The numbers of the pages whose text cannot be read without OCR."""
    return [page.number for page, margin in zip(pages, margins, strict=True) if _is_scanned(page, margin)]


def _is_scanned(page: Page, margin: Margins) -> bool:
    text = unicodedata.normalize("NFC", "\n".join(row.text for row in margin.rows))
    if page.pictured < _PICTURED and page.drawings < _OUTLINED:
        return (not text and page.pictured > 0) or _is_broken(text)
    if len(text) < _FEWEST_CHARACTERS:
        return True
    if len(text) < _LONGEST_STAMP and (is_stamp(text) or bool(_COPY.search(text))):
        return True
    measure = measure_text(text)
    return measure.words >= _ENOUGH and not measure.is_vietnamese


def _is_broken(text: str) -> bool:
    """True for letters without sense on a page that is no picture: its fonts do not say what they print."""
    if len(text) < _FEWEST_CHARACTERS:
        return False
    if len(_STRANGE.findall(text)) * 10 > len(text):
        return True
    measure = measure_text(text[:_SAMPLE])
    # Another language has a third of its words in common with ours, tables of numbers have few words.
    return measure.words >= 2 * _ENOUGH and measure.possible < 0.15


def keep_stamps(page: Page, margin: Margins) -> tuple[Word, ...]:
    """The words of a scanned page that programs printed over the picture: signature stamps, copies, number and day.

    A whole text layer that is of no use is not kept.
    """
    words = page.words
    if len(" ".join(word.text for word in words)) < _LONGEST_STAMP:
        return tuple(words)
    return tuple(word for row in margin.boxes for word in row.words)


def choose_page(layer: Page, read: Page) -> Page:
    """What OCR read, or the page as it was where its text layer has more that is Vietnamese."""
    before = measure_text(" ".join(word.text for word in layer.words))
    after = measure_text(" ".join(word.text for word in read.words))
    return read if after.possible * after.words >= before.possible * before.words else layer
