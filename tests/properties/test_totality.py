"""Any bytes give a result or a sentence; what is given stands where it says, is the same twice and fits the schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from properties.papers import SAMPLES, broken_files, broken_samples, papers
from properties.places import misplaced
from vanban import VanbanError, assemble, parse
from vanban.model.dossier import ParsedFile
from vanban.model.schema import document_schema

CHECKER = jsonschema.Draft202012Validator(document_schema())
FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".docx", ".pdf"))


def read(data: bytes, name: str) -> ParsedFile | None:
    """The result, or None where the file was refused with a sentence."""
    try:
        return parse(name, data, allow_secret=True)
    except VanbanError as error:
        assert str(error).startswith(name)
        assert "\n" not in str(error)
        assert str(error).endswith(".")
        return None


def check(parsed: ParsedFile) -> None:
    printed = msgspec.json.encode(parsed)
    CHECKER.validate(json.loads(printed))
    assert msgspec.json.decode(printed, type=ParsedFile) == parsed
    assert [wrong for document in parsed.documents for wrong in misplaced(document)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:2])
def test_samples_stand_where_they_say(path: Path) -> None:
    check(parse(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:2])
def test_samples_are_the_same_twice(path: Path) -> None:
    first, second = parse(path), parse(path)
    assert first == second
    assert assemble(first.documents).documents == first.documents
    ids = [duty.id for document in first.documents for duty in document.duties]
    assert len(ids) == len(set(ids))


def test_duty_ids_do_not_hang_on_the_place_of_the_file(tmp_path: Path) -> None:
    for path in FILES:
        moved = parse(tmp_path / f"elsewhere{path.suffix}", path.read_bytes())
        assert [d.id for document in moved.documents for d in document.duties] == [
            d.id for document in parse(path).documents for d in document.duties
        ]


@given(papers())
def test_any_paper_is_read(text: str) -> None:
    parsed = read(text.encode("utf-8", "surrogatepass"), "a.txt")
    if parsed is not None:
        check(parsed)
        assert parse("a.txt", text.encode("utf-8", "surrogatepass"), allow_secret=True) == parsed


@given(broken_samples())
def test_broken_paper_is_read(text: str) -> None:
    parsed = read(text.encode(), "a.txt")
    if parsed is not None:
        check(parsed)


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    parsed = read(text.encode("utf-8", "surrogatepass"), "a.md")
    if parsed is not None:
        check(parsed)


@pytest.mark.parametrize("suffix", ["txt", "docx", "pdf"])
@given(data=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(suffix: str, data: bytes) -> None:
    parsed = read(data, f"a.{suffix}")
    if parsed is not None:
        check(parsed)


@pytest.mark.parametrize("suffix", ["txt", "docx", "pdf"])
@settings(max_examples=30)
@given(data=st.data())
def test_broken_files_are_read_or_refused(suffix: str, data: st.DataObject) -> None:
    parsed = read(data.draw(broken_files(suffix)), f"a.{suffix}")
    if parsed is not None:
        check(parsed)
