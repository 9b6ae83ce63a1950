"""The formats of the tracking list, listed in `FORMATS`; each writer is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from vanban.errors import UsageError
from vanban.model.dossier import Dossier, TrackingRow
from vanban.notation.folding import match_key
from vanban.write.listing import Listing, clean
from vanban.write.tracking.cells import Entry
from vanban.write.tracking.forms import FULL, Form, tell_day
from vanban.write.tracking.status import COLOURS


class TrackingList(msgspec.Struct, frozen=True):
    """The rows of a list and what it was drawn up from; `width` is the length of a line on the terminal."""

    rows: Sequence[TrackingRow]
    dossier: Dossier
    as_of: date
    organ: str | None = None
    width: int | None = None
    form: Form = FULL


def list_cells(tracking: TrackingList) -> list[list[str]]:
    """The cells of each row, in the order of the form's columns."""
    documents = {duty.id: document for document in reversed(tracking.dossier.documents) for duty in document.duties}
    tellers = [tell for _, _, tell in tracking.form.columns]
    entries = (Entry(row, documents[row.duty.id], documents, tracking.as_of) for row in tracking.rows)
    return [[clean(tell(entry)) for tell in tellers] for entry in entries]


def lay_out(tracking: TrackingList, *, shared: bool = False) -> Listing:
    """The list as it is printed; `shared` asks for a part for each assignee where it is of all organs."""
    form = tracking.form
    below = [clean(f"của {tracking.organ}")] if tracking.organ else []
    return Listing(
        title=form.title,
        columns=form.heads(),
        cells=list_cells(tracking),
        below=[*below, tell_day(form, len(tracking.rows), tracking.as_of)],
        sheet="Danh mục theo dõi",
        shares=_share(tracking.rows) if shared and not tracking.organ else (),
        coloured=form.status,
        colours=COLOURS,
        numbered=form.numbered,
        empty="Không có nhiệm vụ nào.",
    )


def share_rows(rows: Sequence[TrackingRow]) -> dict[str, tuple[str, list[int]]]:
    """Which rows each assignee has, under its id in the directory or its name: the name as printed first, and the
    numbers of the rows."""
    shares: dict[str, tuple[str, list[int]]] = {}
    for number, row in enumerate(rows):
        keys = {party.organ_id or match_key(party.name): party.name for party in row.duty.assignees}
        for key, name in keys.items():
            shares.setdefault(key, (clean(name), []))[1].append(number)
    return shares


def _share(rows: Sequence[TrackingRow]) -> list[tuple[str, list[int]]]:
    return list(share_rows(rows).values())


def to_table(tracking: TrackingList) -> bytes:
    """Plain text."""
    from vanban.write.listing.table import render_table

    return render_table(lay_out(tracking), tracking.width).encode("utf-8", "replace")


def to_json(tracking: TrackingList) -> bytes:
    """The rows of the contract, with the whole duty and what it lacks; the same in every form."""
    return msgspec.json.format(msgspec.json.encode(list(tracking.rows)), indent=2) + b"\n"


def to_csv(tracking: TrackingList) -> bytes:
    """CSV."""
    from vanban.write.listing.text import render_csv

    return render_csv(lay_out(tracking))


def to_xlsx(tracking: TrackingList) -> bytes:
    """A workbook with a sheet of all and one for each assignee."""
    from vanban.write.listing.sheet import render_xlsx

    return render_xlsx(lay_out(tracking, shared=True))


def to_docx(tracking: TrackingList) -> bytes:
    """A Word document."""
    from vanban.write.listing.word import render_docx

    return render_docx(lay_out(tracking))


def to_md(tracking: TrackingList) -> bytes:
    """Markdown."""
    from vanban.write.listing.text import render_markdown

    return render_markdown(lay_out(tracking))


def to_ics(tracking: TrackingList) -> bytes:
    """A calendar of the list."""
    from vanban.write.tracking.calendar import render_ics

    return render_ics(tracking.rows, tracking.dossier, tracking.as_of, name=tracking.organ)


def to_html(tracking: TrackingList) -> bytes:
    """A page."""
    from vanban.write.listing.text import render_html

    return render_html(lay_out(tracking))


def split_ics(tracking: TrackingList) -> dict[str, bytes]:
    """A calendar for each assignee, under the name of its file; those without any day have none."""
    from vanban.write.tracking.calendar import name_files, render_ics

    shares = list(share_rows(tracking.rows).values())
    calendars = {}
    for file, (name, numbers) in zip(name_files([name for name, _ in shares]), shares, strict=True):
        rows = [tracking.rows[number] for number in numbers]
        data = render_ics(rows, tracking.dossier, tracking.as_of, name=name)
        if b"BEGIN:VEVENT" in data:
            calendars[file] = data
    return calendars


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
