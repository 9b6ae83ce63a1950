"""Reads a file into a `Text` (*văn bản đã đọc*): every character keeps its place, nothing is interpreted or reordered.

The format is told by the first bytes, never by the name: offices send `.doc` that is RTF and `.docx` that is OLE.
"""

from __future__ import annotations

from collections.abc import Callable

from vanban.errors import UnreadableError
from vanban.model.text import Text
from vanban.read.signature import find_obstacle

_Reader = Callable[[bytes, str], Text]


def _read_docx(data: bytes, name: str) -> Text:
    from vanban.read.docx import read_docx  # lxml and zipfile cost 20 ms: only where a .docx comes

    return read_docx(data, name)


def _read_pdf(data: bytes, name: str) -> Text:
    from vanban.read.pdf import read_pdf  # pypdfium2 costs 60 ms

    return read_pdf(data, name)


def _read_plain(data: bytes, name: str) -> Text:
    from vanban.read.plain import read_plain

    return read_plain(data, name)


def _is_zip(data: bytes) -> bool:
    return data[:4] in (b"PK\x03\x04", b"PK\x05\x06")


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def _is_anything(data: bytes) -> bool:
    return bool(data)


# The first that knows the bytes reads them; plain text comes last because it says itself what is not text.
READERS: tuple[tuple[Callable[[bytes], bool], _Reader], ...] = (
    (_is_zip, _read_docx),
    (_is_pdf, _read_pdf),
    (_is_anything, _read_plain),
)


def read_text(data: bytes, name: str) -> Text:
    """Read the bytes of one file; `name` serves the messages alone.

    Reads .docx (and .docm, .dotx), PDF with a text layer, plain text and Markdown.
    Raises `UnreadableError` for what is empty, broken, encrypted, a picture, a scan, or of another format.

    >>> read_text("Số: 12/QĐ-UBND".encode(), "a.txt").text
    'Số: 12/QĐ-UBND'
    >>> read_text(b"", "a.txt")
    Traceback (most recent call last):
    vanban.errors.UnreadableError: a.txt: tệp rỗng, không có byte nào; hãy chép hoặc tải lại tệp.
    """
    obstacle = find_obstacle(data)
    if obstacle:
        raise UnreadableError(f"{name}: {obstacle}")
    for knows, read in READERS:
        if knows(data):
            return read(data, name)
    raise AssertionError("unreachable: the last reader takes anything")
