"""Files that a PDF carries (*tệp đính kèm trong PDF*): taken out within bounds; portfolios, which are nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from vanban.errors import UnreadableError

_MOST = 200
_LARGEST = 100 * 1024 * 1024
_LARGEST_TOTAL = 300 * 1024 * 1024
_COLLECTION = re.compile(rb"/Collection\s*(?:<<|\d+\s+\d+\s+R)")


def list_embedded(data: bytes, name: str) -> list[tuple[str, bytes]]:
    """The files that a PDF carries, by their names in it; [] where there are none or the PDF cannot be opened.

    What is wrong with a PDF is said by the reader of its pages.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return []
    try:
        return list(_take(document, name))
    finally:
        document.close()


def is_portfolio(data: bytes) -> bool:
    """True for a PDF that is a set of files under one cover (ISO 32000-1, 12.3.5): its own page says nothing."""
    return bool(_COLLECTION.search(data))


def _take(document: pypdfium2.PdfDocument, name: str) -> Iterator[tuple[str, bytes]]:
    weight = 0
    for index in range(min(document.count_attachments(), _MOST)):
        try:
            attachment = document.get_attachment(index)
            title = str(attachment.get_name())
            size = pdfium.c_ulong()
            pdfium.FPDFAttachment_GetFile(attachment, None, 0, size)
            weight += size.value
            if size.value > _LARGEST or weight > _LARGEST_TOTAL:
                raise UnreadableError(
                    f"{name}: tệp đính kèm trong PDF quá lớn; hãy mở PDF, lưu riêng các tệp đính kèm rồi đọc từng tệp."
                )
            content = bytes(attachment.get_data()) if size.value else b""
        except (pypdfium2.PdfiumError, ValueError, UnicodeError):
            continue
        if content:
            yield " ".join(title.replace("/", "_").split()) or f"tep-{index + 1}", content


def refuse_form(document: pypdfium2.PdfDocument, name: str) -> None:
    """Stop at a form of Adobe's (XFA, to be drawn by its own program): its pages hold "Please wait …" and no more."""
    if document.get_formtype() == pdfium.FORMTYPE_XFA_FULL:
        raise UnreadableError(
            f"{name}: PDF là biểu mẫu động của Adobe (XFA), trang không chứa nội dung; "
            "hãy mở bằng Adobe Reader, in thành PDF rồi gửi lại."
        )
