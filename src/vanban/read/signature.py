"""What a file is by its first bytes (*chữ ký tệp*): who reads it, or in one sentence why nobody does."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_SECTOR = 512
_FIB = b"\xec\xa5"  # the first word of the stream WordDocument (MS-DOC 2.5.2)
PICTURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
_PACKAGE_HEAD = re.compile(rb"<(?:\w+:)?edXML\b|<(?:\w+:)?edXMLEnvelope\b", re.IGNORECASE)
_MAIL_HEADS = re.compile(rb"^(?:\xef\xbb\xbf)?(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}")
_MAIL_HEAD = re.compile(rb"^(?:from|to|subject|date|message-id|mime-version|received|delivered-to):", re.I | re.M)
_PICTURE_SUFFIXES = frozenset((".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".tif", ".tiff", ".bmp", ".gif", ".webp", ""))

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"GIF8", "tệp là ảnh GIF, không phải văn bản; hãy lưu thành PNG rồi đọc lại, hoặc gửi bản Word hay PDF."),
    (b"Rar!\x1a\x07", "tệp là tệp nén RAR; hãy giải nén rồi đọc từng tệp bên trong."),
    (b"7z\xbc\xaf\x27\x1c", "tệp là tệp nén 7z; hãy giải nén rồi đọc từng tệp bên trong."),
    (b"\x1f\x8b", "tệp là tệp nén gzip; hãy giải nén rồi đọc từng tệp bên trong."),
)


def find_obstacle(data: bytes, name: str) -> str | None:
    """The sentence that says why bytes of this kind cannot be read, or None where a reader may try.

    A picture under the name of a document is refused: the office has sent something else than it meant to.
    """
    if not data:
        return "tệp rỗng, không có byte nào; hãy chép hoặc tải lại tệp."
    picture = name_picture(data)
    suffix = posixpath.splitext(name)[1].lower()
    if picture and suffix not in _PICTURE_SUFFIXES:
        return (
            f"tệp là ảnh {picture}, không phải văn bản {suffix}; hãy xin lại tệp đúng, "
            "hoặc đổi đuôi tệp theo đúng loại ảnh để nhận dạng chữ (OCR)."
        )
    return next((sentence for signature, sentence in _SIGNATURES if data.startswith(signature)), None)


def name_picture(data: bytes) -> str | None:
    """The kind of picture that the bytes are, None where they are none that is read."""
    return next((kind for signature, kind in PICTURES if data.startswith(signature)), None)


def is_locked_office(data: bytes) -> bool:
    """Whether an OLE file is a Word or Excel file under a password, as far as its bytes show."""
    return _ENCRYPTED_STREAM in data or _is_locked_word(data)


def _is_locked_word(data: bytes) -> bool:
    """The flag of encryption in the head of a Word file; streams begin at sectors."""
    position = data.find(_FIB, _SECTOR)
    while 0 <= position < 8 * 1024 * 1024:
        if position % _SECTOR == 0:
            return len(data) > position + 12 and bool(data[position + 11] & 0x01)
        position = data.find(_FIB, position + 1)
    return False


def is_package(data: bytes) -> bool:
    """True for XML whose first elements are those of edXML, whatever its namespace."""
    return data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and bool(_PACKAGE_HEAD.search(data[:4096]))


def is_mail(data: bytes) -> bool:
    """True for bytes that begin with the heads of an e-mail, two of them known ones; web archives (.mht) too."""
    heads = _MAIL_HEADS.match(data[:8192])
    return heads is not None and len(_MAIL_HEAD.findall(heads[0])) >= 2


def name_archive(names: Collection[str]) -> str:
    """What a zip is by the names of its members: "docx", "xlsx", "odt", "pptx" or "zip"."""
    if "word/document.xml" in names or any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if any(name.startswith("ppt/") for name in names):
        return "pptx"
    if "content.xml" in names and ("mimetype" in names or "META-INF/manifest.xml" in names):
        return "odt"
    return "docx" if "[Content_Types].xml" in names else "zip"
