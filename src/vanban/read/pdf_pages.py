"""The pages of a PDF (*trang PDF*), loaded one at a time, in memory that does not grow with their number."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as pdfium

from vanban.errors import UnreadableError

_STRETCH = 50
"""Pages before the file is opened anew: pdfium keeps what it has decoded of every page until the document is closed,
520 MiB for 500 pages with pictures; by stretches it is 220, in the same time."""


class PdfPages:
    """The pages of one file; each is closed before the next is loaded."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises `UnreadableError` for a file that is broken or under a password."""
        self._data = data
        self._name = name
        self._loaded: set[int] = set()
        self.document = _open(data, name)

    def __len__(self) -> int:
        """The number of pages."""
        return len(self.document)

    def load(self, index: int) -> pypdfium2.PdfPage:
        """A page by its index; what was drawn into it is kept until another is loaded."""
        if len(self._loaded) == _STRETCH and index not in self._loaded:
            self.document.close()
            self.document = _open(self._data, self._name)
            self._loaded = set()
        self._loaded.add(index)
        return self.document[index]

    def close(self) -> None:
        """Let go of everything."""
        self.document.close()


def _open(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise UnreadableError(f"{name}: PDF có mật khẩu; hãy gỡ mật khẩu rồi gửi lại.") from error
        raise UnreadableError(f"{name}: tệp PDF hỏng; hãy tải lại, hoặc mở và in lại thành PDF.") from error
