"""The formats of the tracking list, listed in `FORMATS`; each writer is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from vanban.errors import UsageError
from vanban.model.dossier import Dossier, TrackingRow
from vanban.write.listing import text
from vanban.write.listing.table import render_table
from vanban.write.tracking.columns import head_lines, list_cells


class TrackingList(msgspec.Struct, frozen=True):
    """The rows of a list and what it was drawn up from; `width` is the length of a line on the terminal."""

    rows: Sequence[TrackingRow]
    dossier: Dossier
    as_of: date
    organ: str | None = None
    received: date | None = None
    width: int | None = None

    def head(self) -> list[str]:
        """The lines over the list."""
        return head_lines(self.rows, self.organ, self.as_of)

    def cells(self) -> list[list[str]]:
        """The cells of each row."""
        return list_cells(self.rows, self.dossier, self.received, self.as_of)


def to_table(tracking: TrackingList) -> bytes:
    """Plain text."""
    return render_table(tracking.head(), tracking.cells(), tracking.width).encode("utf-8", "replace")


def to_json(tracking: TrackingList) -> bytes:
    """The rows of the contract."""
    return text.render_json(tracking.rows)


def to_csv(tracking: TrackingList) -> bytes:
    """CSV."""
    return text.render_csv(tracking.cells())


def to_xlsx(tracking: TrackingList) -> bytes:
    """A workbook."""
    from vanban.write.listing.sheet import render_xlsx

    return render_xlsx(tracking.head(), tracking.cells())


def to_docx(tracking: TrackingList) -> bytes:
    """A Word document."""
    from vanban.write.listing.word import render_docx

    return render_docx(tracking.head(), tracking.cells())


def to_md(tracking: TrackingList) -> bytes:
    """Markdown."""
    return text.render_markdown(tracking.head(), tracking.cells())


def to_ics(tracking: TrackingList) -> bytes:
    """A calendar."""
    from vanban.write.tracking.calendar import render_ics

    return render_ics(tracking.rows, tracking.dossier, tracking.as_of, tracking.received)


def to_html(tracking: TrackingList) -> bytes:
    """A page."""
    return text.render_html(tracking.head(), tracking.cells())


FORMATS: tuple[tuple[str, Callable[[TrackingList], bytes]], ...] = (
    ("table", to_table),
    ("json", to_json),
    ("csv", to_csv),
    ("xlsx", to_xlsx),
    ("docx", to_docx),
    ("md", to_md),
    ("ics", to_ics),
    ("html", to_html),
)
"""Name of a format and the function that gives it."""


def write_tracking(tracking: TrackingList, name: str) -> bytes:
    """The list in one of `FORMATS`; `UsageError` for a name that is not there."""
    for known, write in FORMATS:
        if known == name:
            return write(tracking)
    names = ", ".join(known for known, _ in FORMATS)
    raise UsageError(f"không có định dạng “{name}”; hãy chọn một trong: {names}.")
