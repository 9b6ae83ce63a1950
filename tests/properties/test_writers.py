"""Whatever was read can be tracked, drawn and drafted: lists and graphs in every format, a draft or a sentence."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from hypothesis import given, settings

from properties.papers import SAMPLES, broken_samples, papers
from vanban import VanbanError, assemble, parse
from vanban.graph import FORMATS as GRAPH_FORMATS
from vanban.graph import build_graph, export_graph, find_chains
from vanban.model.dossier import Dossier
from vanban.model.schema import tracking_schema
from vanban.write.drafts import KINDS, draft
from vanban.write.tracking import track
from vanban.write.tracking.formats import FORMATS as LIST_FORMATS
from vanban.write.tracking.formats import TrackingList, write_tracking

TODAY = date(2025, 11, 1)
CHECKER = jsonschema.Draft202012Validator(tracking_schema())
FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".docx", ".pdf"))
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def dossier_of(text: str) -> Dossier | None:
    try:
        return assemble(parse("a.txt", text.encode("utf-8", "surrogatepass"), allow_secret=True).documents)
    except VanbanError:
        return None


def check(dossier: Dossier) -> None:
    rows = track(dossier, as_of=TODAY)
    duties = [duty.id for document in dossier.documents for duty in document.duties]
    assert [row.stt for row in rows] == list(range(1, len(rows) + 1))
    assert {row.duty.id for row in rows} == set(duties)
    for name, _ in LIST_FORMATS:
        data = write_tracking(TrackingList(rows, dossier, TODAY), name)
        if name == "json":
            CHECKER.validate(json.loads(data))
        elif name == "csv":
            cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]
            assert [cell for cell in cells if cell.startswith(FORMULA)] == []
        elif name == "xlsx":
            sheet = openpyxl.load_workbook(io.BytesIO(data)).active
            assert [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
        elif name == "docx":
            assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist()
    graph = build_graph(dossier)
    known = {document.id for document in dossier.documents}
    assert all(data["document"] in known for _, _, data in graph.edges(data=True))
    for name, _ in GRAPH_FORMATS:
        # Graphviz draws SVG, rdflib writes Turtle; they are not everywhere.
        if name != "svg" and (name != "ttl" or find_spec("rdflib")):
            assert export_graph(graph, name)
    find_chains(graph, None, None)
    for organ in sorted({party.name for row in rows for party in row.duty.assignees})[:3]:
        assert {row.concern for row in track(dossier, organ=organ, as_of=TODAY)} <= {"direct", "class", "handed_on"}
        for kind in KINDS:
            try:
                assert draft(kind.name, dossier, organ, {}, day=TODAY).startswith(b"PK")
            except VanbanError as error:
                assert str(error).endswith((".", "…"))


@settings(max_examples=25)
@given(papers())
def test_any_paper_can_be_written_about(text: str) -> None:
    dossier = dossier_of(text)
    if dossier is not None:
        check(dossier)


@settings(max_examples=25)
@given(broken_samples())
def test_broken_paper_can_be_written_about(text: str) -> None:
    dossier = dossier_of(text)
    if dossier is not None:
        check(dossier)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:2])
def test_sample_can_be_written_about(path: Path) -> None:
    check(assemble(parse(path).documents))


def test_all_samples_together() -> None:
    check(assemble([document for path in FILES for document in parse(path).documents]))
