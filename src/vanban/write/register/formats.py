"""The formats of a register, listed in `FORMATS`; each writer is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from vanban.errors import UsageError
from vanban.write.listing import Listing


def to_xlsx(listing: Listing) -> bytes:
    """A workbook."""
    from vanban.write.listing.sheet import render_xlsx

    return render_xlsx(listing)


def to_docx(listing: Listing) -> bytes:
    """A Word document."""
    from vanban.write.listing.word import render_docx

    return render_docx(listing)


def to_csv(listing: Listing) -> bytes:
    """CSV."""
    from vanban.write.listing.text import render_csv

    return render_csv(listing)


FORMATS: tuple[tuple[str, Callable[[Listing], bytes]], ...] = (
    ("csv", to_csv),
    ("xlsx", to_xlsx),
    ("docx", to_docx),
)
"""Name of a format and the function that gives it."""


def write_register(listing: Listing, name: str) -> bytes:
    """The register in one of `FORMATS`; `UsageError` for a name that is not there."""
    for known, write in FORMATS:
        if known == name:
            return write(listing)
    names = ", ".join(known for known, _ in FORMATS)
    raise UsageError(f"không có định dạng “{name}”; hãy chọn một trong: {names}.")
