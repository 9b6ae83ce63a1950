"""Speed of writing as ratios within one run: `python benchmarks/drafting.py`.

draft  a draft of each kind from a dossier, composed and laid out, against python-docx writing a file of the same
       paragraphs, tables and words

Times are of the processor, the least of some rounds after a first one, which makes the blank of the form. Exit status 1
where the target is missed.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
from pathlib import Path
from typing import Any

from speed import least

ROOT = Path(__file__).resolve().parents[1]
FILES = ("02-cong-van-ky-nang-so.docx", "03-ke-hoach-tinh-uy-ky-nang-so.docx")
WRITERS = ("Sở Khoa học và Công nghệ", "Ban Tuyên giáo và Dân vận Tỉnh ủy")
DAY = dt.date(2027, 6, 1)
MOST = 2.0


def read_blocks(data: bytes) -> list[Any]:
    """Paragraphs as lists of runs, tables as tuples of rows of cells of lines."""
    import docx

    blocks: list[Any] = []
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        rows = getattr(block, "rows", None)
        if rows is None:
            blocks.append([run.text for run in block.runs])
        else:
            blocks.append(tuple([[p.text for p in cell.paragraphs] for cell in row.cells] for row in rows))
    return blocks


def write_plain(blocks: list[Any]) -> bytes:
    """The blocks as a new file, as a program that knows its text writes it with python-docx."""
    import docx

    word = docx.Document()
    for block in blocks:
        if isinstance(block, tuple):
            table = word.add_table(len(block), len(block[0]))
            for row, texts in zip(table.rows, block, strict=True):
                for cell, lines in zip(row.cells, texts, strict=True):
                    cell.paragraphs[0].text = lines[0] if lines else ""
                    for line in lines[1:]:
                        cell.add_paragraph(line)
        else:
            paragraph = word.add_paragraph()
            for text in block:
                paragraph.add_run(text)
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def main() -> int:
    from vanban import assemble, parse
    from vanban.write.drafts import KINDS, draft

    dossier = assemble([d for name in FILES for d in parse(ROOT / "samples" / name).documents])
    missed = False
    print(f"{'draft / python-docx writing the same text':55} {'ms':>8} {'against':>8} {'ratio':>7} {'at most':>8}")
    for organ in WRITERS:
        for kind in KINDS:
            data = draft(kind.name, dossier, organ, {}, day=DAY)
            blocks = read_blocks(data)
            ours, theirs = least(
                lambda kind=kind, organ=organ: draft(kind.name, dossier, organ, {}, day=DAY),
                lambda blocks=blocks: write_plain(blocks),
            )
            misses = ours / theirs > MOST
            missed = missed or misses
            print(
                f"{kind.name + ', ' + organ:55} {ours * 1e3:8.1f} {theirs * 1e3:8.1f} {ours / theirs:7.2f} {MOST:8}"
                f"{'  missed' if misses else ''}",
                flush=True,
            )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
