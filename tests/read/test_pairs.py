"""The same document in two forms gives the same fields and duties: what a file is kept as is not what it says.

Every sample is compared with itself as .docx. What needs LibreOffice or Tesseract is done for some samples alone, as
it takes seconds, and skipped with the name of the program where that is absent.
"""

from __future__ import annotations

import functools
import sys
from pathlib import Path
from typing import Any

import pytest

from labelled import details, header
from making.forms import FORMS
from making.sheet import Table, flatten
from vanban import parse
from vanban.model.document import Document

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "samples"))

import make_samples

SHEETS = {sample.stem[:2]: sample.sheets for sample in make_samples.SAMPLES}
# Plain text loses which cells of a table are merged.
WITHOUT_TABLES = [
    number
    for number, sheets in SHEETS.items()
    if not any(isinstance(block, Table) for sheet in flatten(list(sheets)) for block in sheet.body)
]
PLAIN = ["txt", "txt-rows", "txt-utf16", "txt-utf16-unmarked", "txt-1258", "txt-nfd", "txt-tcvn3", "txt-vni"]
RICH = ["md", "html", "xlsx", "docx-tcvn3", "docx-vni", "docx-nfd"]
CONTAINERS = ["eml", "zip", "edxml"]
OFFICE = [
    ("doc", "04"), ("doc", "01"), ("doc-tcvn3", "08"), ("rtf", "02"), ("odt", "14"), ("html-office", "12"),
    ("pdf", "01"), ("pdf", "02"), ("pdf", "04"), ("pdf", "08"), ("pdf", "19"),
]  # fmt: skip
READERS = {"scan": "a.pdf"}

Facts = list[tuple[dict[str, Any], list[tuple[Any, Any]]]]


def smooth(value: Any) -> Any:
    """Values without what differs by form and not by sense: blanks at line ends, marks of emphasis, where the tone
    of "Ủy" stands (TCVN3 cannot set it on a capital)."""
    if isinstance(value, str):
        return " ".join(value.replace("*", "").replace("Uỷ", "Ủy").split())
    if isinstance(value, list):
        return [smooth(item) for item in value]
    if isinstance(value, dict):
        return {key: smooth(item) for key, item in value.items()}
    return value


def tell(documents: list[Document]) -> Facts:
    return [
        (smooth(header(document)), [(smooth(duty.action), smooth(details(duty))) for duty in document.duties])
        for document in documents
    ]


def read(form: str, number: str) -> Facts:
    name = READERS.get(form, f"a.{form.partition('-')[0]}")
    return tell(parse(name, FORMS[form](SHEETS[number])).documents)


@functools.cache
def read_docx(number: str) -> Facts:
    return read("docx", number)


@pytest.mark.parametrize("form", PLAIN)
@pytest.mark.parametrize("number", WITHOUT_TABLES)
def test_plain_text(form: str, number: str) -> None:
    assert read(form, number) == read_docx(number)


@pytest.mark.parametrize("form", RICH)
@pytest.mark.parametrize("number", SHEETS)
def test_text_with_tables_and_look(form: str, number: str) -> None:
    assert read(form, number) == read_docx(number)


@pytest.mark.parametrize("form", CONTAINERS)
@pytest.mark.parametrize("number", ["01", "04"])
def test_files_that_carry_it(form: str, number: str) -> None:
    assert read(form, number) == read_docx(number)


@pytest.mark.parametrize(("form", "number"), OFFICE)
def test_forms_of_office_programs(form: str, number: str) -> None:
    assert read(form, number) == read_docx(number)


@pytest.mark.parametrize("number", ["09"])
def test_scan(number: str) -> None:
    """A letter read off its picture."""
    assert read("scan", number) == read_docx(number)
