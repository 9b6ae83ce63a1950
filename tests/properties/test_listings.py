"""Whatever organs are called, their sheets and files have names that Excel and file systems take; cells stay text."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import docx
import icalendar
import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.model.document import Code, Deadline, Document, Duty, Party
from vanban.model.dossier import Dossier
from vanban.write.listing import Column, Listing, clean
from vanban.write.listing.sheet import name_sheets, render_xlsx
from vanban.write.listing.text import render_csv, render_html
from vanban.write.listing.word import render_docx
from vanban.write.tracking import track
from vanban.write.tracking.calendar import name_files, render_ics

TEXTS = st.text(st.characters(codec="utf-8"), max_size=80).map(clean)
RISKY = ("=", "+", "-", "@", "\t", "\r")


@given(st.lists(TEXTS, max_size=12))
def test_names_of_sheets_are_valid_and_apart(names: list[str]) -> None:
    made = name_sheets(names)
    assert len(made) == len(names)
    assert len({name.lower() for name in made}) == len(made)
    for name in made:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\]", name)
        assert not name.startswith("'") and not name.endswith("'")


@given(st.lists(TEXTS, max_size=12))
def test_names_of_files_are_plain_and_apart(names: list[str]) -> None:
    made = name_files(names)
    assert len(set(made)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9-]{1,90}\.ics", name) for name in made)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_cells_are_what_was_given_in_every_format(rows: list[tuple[str, str]]) -> None:
    listing = Listing(
        "Danh mục",
        [Column("A", 10), Column("B", 20)],
        rows,
        sheet="Tất cả",
        shares=[(a, [n]) for n, (a, _) in enumerate(rows)],
    )
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(listing)))
    assert len(book.sheetnames) == 1 + len(rows)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    read = list(csv.reader(io.StringIO(render_csv(listing).decode("utf-8-sig"), newline="")))
    assert len(read) == len(rows) + 1
    assert not any(cell.startswith(RISKY) for row in read for cell in row)
    table = docx.Document(io.BytesIO(render_docx(listing))).tables[0]
    assert len(table.rows) == len(rows) + 1
    assert render_html(listing).count(b"<tr>") == len(rows) + 1


@given(TEXTS)
def test_calendar_keeps_its_lines(text: str) -> None:
    duty = Duty("nv-1", text or "x", text, [Party(text or "x")], deadline=Deadline("x", "2026-03-04"))
    dossier = Dossier([Document("A", "", code=Code("1", "KH", "1/KH"), duties=[duty])], [])
    data = render_ics(track(dossier, as_of=date(2026, 3, 1)), dossier, date(2026, 3, 1), name=text)
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert event.decoded("DTSTART") == date(2026, 3, 4)
    assert len(event.walk("VALARM")) == 3
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
