"""Pages without a text layer (*trang quét*): pictures, letters drawn as outlines, scans with a stamp alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from vanban.read.pdf_margins import Margins, is_stamp
from vanban.read.pdf_words import Page

_PICTURED = 0.5
"""The share of a page that a picture covers where the page is a scan; scanners leave a border."""
_OUTLINED = 300
"""A page without text and with so many paths has its letters drawn as outlines."""
_FEWEST_CHARACTERS = 50
_LONGEST_STAMP = 400
"""Stamps of signatures and copies hold 40 to 300 characters: on a scan they are its only text, and no use."""
_COPY = re.compile(r"SAO\s+Y|SAO\s+LỤC|\d\d[.:/]\d\d[.:/]\d{4},? \d\d:\d\d", re.IGNORECASE)


def find_scanned(pages: Sequence[Page], margins: Sequence[Margins]) -> list[int]:
    """The numbers of the pages whose text cannot be read without OCR."""
    return [page.number for page, margin in zip(pages, margins, strict=True) if _is_scanned(page, margin)]


def _is_scanned(page: Page, margin: Margins) -> bool:
    if page.pictured < _PICTURED and page.drawings < _OUTLINED:
        return False
    text = unicodedata.normalize("NFC", "\n".join(row.text for row in margin.rows))
    if len(text) < _FEWEST_CHARACTERS:
        return True
    return len(text) < _LONGEST_STAMP and (is_stamp(text) or bool(_COPY.search(text)))
