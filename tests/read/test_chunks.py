"""Files that a .docx prints in its text (`w:altChunk`): each in its place, whatever its kind, within bounds."""

from __future__ import annotations

import shutil

import pytest

from read.packing import make_paragraph, make_table, pack_docx
from vanban.model.text import Text
from vanban.read import read_text

TABLE = "<table border='1'><tr><td>TT</td><td>Việc</td></tr></table>"
PAGE = f"<html><body><p><b>Điều 2.</b> Giao Sở Y tế.</p>{TABLE}</body></html>"
RICH = rb"{\rtf1\ansi \u272?i\u7873?u 2. Giao S\u7903? Y t\u7871?.\par}"
WORD = pack_docx(make_paragraph("Điều 2. Giao Sở Y tế."))


def read_with(content: bytes, body: str = '<w:altChunk r:id="c1"/>') -> Text:
    around = make_paragraph("Điều 1.") + body + make_paragraph("Điều 3.")
    return read_text(pack_docx(around, chunks={"c1": content}), "a.docx")


def show(text: Text) -> list[str]:
    return [text.text[line.start : line.end] for line in text.lines]


@pytest.mark.parametrize(
    "content",
    [
        WORD,
        "Điều 2. Giao Sở Y tế.".encode(),
        "<html><body>Điều 2. Giao Sở Y tế.</body></html>".encode(),
        b"MIME-Version: 1.0\nFrom: <Saved by Word>\nContent-Type: text/html; charset=utf-8\n\n"
        + "<html><body>Điều 2. Giao Sở Y tế.</body></html>".encode(),
        pytest.param(RICH, marks=pytest.mark.skipif(shutil.which("soffice") is None, reason="soffice")),
    ],
    ids=["docx", "text", "html", "mht", "rtf"],
)
def test_a_chunk_is_read_in_its_place(content: bytes) -> None:
    text = read_with(content)
    assert [line for line in show(text) if line] == ["Điều 1.", "Điều 2. Giao Sở Y tế.", "Điều 3."]
    paragraphs = [line.paragraph for line in text.lines if line.paragraph is not None]
    assert paragraphs == sorted(paragraphs)
    assert len({line.paragraph for line in text.lines if line.paragraph in (0, paragraphs[-1])}) == 2
    assert text.problems == ()


def test_its_tables_count_on_and_its_look_stays() -> None:
    table = make_table([["TT", "Việc", "Cơ quan"], ["1", "Rà soát", "Sở Y tế"]])
    text = read_with(PAGE.encode(), table + '<w:altChunk r:id="c1"/>' + table)
    seen = [(line.cell.table, text.text[line.start : line.end]) for line in text.lines if line.cell]
    assert [number for number, content in seen if content == "TT"] == [0, 1, 2]
    assert "Điều 2. Giao Sở Y tế." in show(text)


def test_a_chunk_in_a_cell_belongs_to_the_cell() -> None:
    row = [["1", "<w:altChunk r:id='c1'/><w:p/>", "Sở Y tế"], ["2", "Báo cáo", "Sở Nội vụ"]]
    text = read_with("Rà soát".encode(), make_table(row))
    cell = next(line.cell for line in text.lines if text.text[line.start : line.end] == "Rà soát")
    assert cell is not None and (cell.row, cell.column) == (0, 1)


def test_what_cannot_be_read_is_told_and_the_rest_is_read() -> None:
    text = read_with(b"%PDF-1.7 hong")
    assert show(text) == ["Điều 1.", "Điều 3."]
    (problem,) = text.problems
    assert problem.code == "chunk-unreadable"
    assert "PDF hỏng" in problem.message and problem.message.endswith("hãy mở bằng Word rồi lưu lại.")


@pytest.mark.parametrize("body", ['<w:altChunk r:id="c9"/>', "<w:altChunk/>"])
def test_a_chunk_that_is_not_there_is_ignored(body: str) -> None:
    assert show(read_with(WORD, body)) == ["Điều 1.", "Điều 3."]


def test_documents_in_documents_end() -> None:
    inner = make_paragraph("trong cùng")
    data = pack_docx(inner)
    for depth in range(5):
        data = pack_docx(make_paragraph(f"tầng {depth}") + '<w:altChunk r:id="c1"/>', chunks={"c1": data})
    text = read_text(data, "a.docx")
    assert show(text) == ["tầng 4", "tầng 3", "tầng 2"]
    assert [problem.code for problem in text.problems] == ["chunk-unreadable"]
    assert "lồng quá sâu" in text.problems[0].message


def test_a_chunk_that_is_named_endlessly_ends() -> None:
    long = ("Điều 2. " + "rà soát " * 2000).encode()
    text = read_with(long, '<w:altChunk r:id="c1"/>' * 1000)
    assert len(text.text) < 4_100_000
    assert [problem.code for problem in text.problems] == ["chunk-unreadable"]
