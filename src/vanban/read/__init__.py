"""Reads a file into a `Text` (*văn bản đã đọc*): every character keeps its place, nothing is interpreted or reordered.

The format is told by the bytes, never by the name: offices send `.doc` that is RTF and `.docx` that is OLE.
"""

from __future__ import annotations

from collections.abc import Callable

from vanban.errors import UnreadableError
from vanban.model.text import Text
from vanban.read.signature import OLE, find_obstacle, is_mail, is_package, name_archive, name_picture

_Reader = Callable[[bytes, str], Text]


def _read_picture(data: bytes, name: str) -> Text:
    from vanban.read.picture import read_picture  # every reader loads what it needs when a file of its kind comes

    return read_picture(data, name)


def _read_compound(data: bytes, name: str) -> Text:
    from vanban.read.office import read_compound

    return read_compound(data, name)


def _read_rich(data: bytes, name: str) -> Text:
    from vanban.read.office import read_rich

    return read_rich(data, name)


def _read_zip(data: bytes, name: str) -> Text:
    kind = _name_zip(data)
    if kind == "xlsx":
        from vanban.read.sheet import read_sheet

        return read_sheet(data, name)
    if kind == "odt":
        from vanban.read.office import read_open_document

        return read_open_document(data, name)
    from vanban.read.docx import read_docx  # lxml and zipfile cost 20 ms

    return read_docx(data, name)


def _read_pdf(data: bytes, name: str) -> Text:
    from vanban.read.pdf import read_pdf  # pypdfium2 costs 60 ms

    return read_pdf(data, name)


def _read_html(data: bytes, name: str) -> Text:
    from vanban.read.html import read_html

    return read_html(data, name)


def _read_package(data: bytes, name: str) -> Text:
    from vanban.read.exchange import read_package

    return read_package(data, name)


def _read_word_xml(data: bytes, name: str) -> Text:
    from vanban.read.office import read_word_xml

    return read_word_xml(data, name)


def _read_mail(data: bytes, name: str) -> Text:
    from vanban.read.mail import read_mail

    return read_mail(data, name)


def _read_plain(data: bytes, name: str) -> Text:
    from vanban.read.plain import read_plain

    return read_plain(data, name)


def _is_picture(data: bytes) -> bool:
    return name_picture(data) is not None


def _is_compound(data: bytes) -> bool:
    return data.startswith(OLE)


def _is_rich(data: bytes) -> bool:
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def _is_zip(data: bytes) -> bool:
    return data[:4] in (b"PK\x03\x04", b"PK\x05\x06")


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def _is_word_xml(data: bytes) -> bool:
    return b"schemas.microsoft.com/office/word/2003/wordml" in data[:4096] or b"Word.Document" in data[:512]


def _is_html(data: bytes) -> bool:
    from vanban.read.html import is_page

    return is_page(data)


def _is_anything(data: bytes) -> bool:
    return bool(data)


# The first that knows the bytes reads them; plain text comes last because it says itself what is not text.
READERS: tuple[tuple[Callable[[bytes], bool], _Reader], ...] = (
    (_is_picture, _read_picture),
    (_is_compound, _read_compound),
    (_is_rich, _read_rich),
    (_is_zip, _read_zip),
    (_is_pdf, _read_pdf),
    (is_package, _read_package),
    (_is_html, _read_html),
    (_is_word_xml, _read_word_xml),
    (is_mail, _read_mail),
    (_is_anything, _read_plain),
)


def read_text(data: bytes, name: str) -> Text:
    """Read the bytes of one file; `name` serves the messages, and tells a picture from one under a wrong name.

    Reads .docx (.docm, .dotx), .doc, .rtf, .odt, PDF with a text layer and without, PNG, JPEG, TIFF, .xlsx, .xls,
    HTML, e-mails, edXML, plain text and Markdown. Of e-mails, edXML and zips `read_members` gives the files inside.
    Raises `UnreadableError` for what is empty, broken, encrypted or of another format, or needs a program that is
    not installed.

    >>> read_text("Số: 12/QĐ-UBND".encode(), "a.txt").text
    'Số: 12/QĐ-UBND'
    >>> read_text(b"", "a.txt")
    Traceback (most recent call last):
    vanban.errors.UnreadableError: a.txt: tệp rỗng, không có byte nào; hãy chép hoặc tải lại tệp.
    """
    obstacle = find_obstacle(data, name)
    if obstacle:
        raise UnreadableError(f"{name}: {obstacle}")
    for knows, read in READERS:
        if knows(data):
            return read(data, name)
    raise AssertionError("unreachable: the last reader takes anything")


def read_members(data: bytes, name: str) -> list[tuple[str, bytes]]:
    """The files inside a zip, an e-mail, a PDF or an edXML package, by their names in it; [] for any other file.

    Only one level is opened: call it again on a member to go deeper, with a bound of your own.

    >>> read_members("Số: 12/QĐ-UBND".encode(), "a.txt")
    []
    """
    if _is_zip(data) and _name_zip(data) == "zip":
        from vanban.read.archive import unpack

        return unpack(data, name)
    if _is_pdf(data):
        from vanban.read.pdf_files import list_embedded

        return list_embedded(data, name)
    if is_package(data):
        from vanban.read.exchange import list_files

        return list_files(data, name)
    if is_mail(data):
        from vanban.read.mail import list_attachments

        return list_attachments(data, name)
    return []


def has_own_text(data: bytes) -> bool:
    """Whether a file says something besides the files that it carries: a PDF does, and the head of a package.

    The letter of an e-mail is only what goes around its papers; so is the cover of a PDF portfolio.
    """
    if _is_zip(data):
        return False
    if _is_pdf(data):
        from vanban.read.pdf_files import is_portfolio

        return not is_portfolio(data)
    return is_package(data)


def is_docx(data: bytes) -> bool:
    """True for a zip that is a Word document."""
    return _is_zip(data) and _name_zip(data) == "docx"


def _name_zip(data: bytes) -> str:
    from vanban.read.archive import list_names

    return name_archive(list_names(data))
