"""Writes the table of docs/formats.md from the labelled files beside the project: `python docs/make_formats.py [OUT]`.

Reads every file of ../shared/bench as `vanban parse` does, one after the other, and sets what was read beside what an
independent program gives: python-docx, pdftotext, antiword, or the bytes of a plain text themselves. A reference that
is not installed leaves its columns empty.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from vanban.errors import UnreadableError
from vanban.model.text import Text
from vanban.normalise import normalise_text
from vanban.read import read_text
from vanban.read.syllables import measure_text

ROOT = Path(__file__).resolve().parents[1]
FILES = ROOT.parent / "shared" / "bench" / "files"
BEGIN, END = "<!-- measured:begin -->", "<!-- measured:end -->"
SCANS_BEGIN, SCANS_END = "<!-- scans:begin -->", "<!-- scans:end -->"
_PAGE = 2000
"""Characters that count as a page where the format has none."""
_NAMES = {
    "text": "txt", "docx": "docx", "doc": "doc through LibreOffice", "pdf": "PDF with a text layer",
    "pdf+ocr": "PDF through OCR",
}  # fmt: skip


class Measured(NamedTuple):
    """One file: who read it, its pages, its text, that of the reference, the seconds that reading took."""

    reader: str
    pages: float
    text: str
    reference: str | None
    seconds: float


def main() -> None:
    out = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "docs" / "formats.md")
    before = out.read_text(encoding="utf-8")
    head, _, rest = before.partition(BEGIN)
    _, _, tail = rest.partition(END)
    text = f"{head}{BEGIN}\n{render(list(measure()))}{END}{tail}"
    out.write_text(_put_scans(text), encoding="utf-8")


def _put_scans(text: str) -> str:
    """The text with the table of letters wrong on scans of the samples made anew."""
    sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "samples")]
    import make_samples

    from read.test_scan_errors import measure_sample

    lines = ["| sample | letters | wrong | wrong outside of seal and signature |", "|---|--:|--:|--:|"]
    totals = [0, 0, 0, 0]
    for sample in make_samples.SAMPLES:
        counts = measure_sample(sample.stem[:2])
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
        lines.append(_row(sample.stem, counts))
    lines.append(_row("all", totals))
    head, _, rest = text.partition(SCANS_BEGIN)
    table = "\n".join(lines)
    return f"{head}{SCANS_BEGIN}\n{table}\n{SCANS_END}{rest.partition(SCANS_END)[2]}"


def _row(name: str, counts: Sequence[int]) -> str:
    wrong, letters, wrong_outside, letters_outside = counts
    return f"| {name} | {letters:,} | {100 * wrong / letters:.2f} % | {100 * wrong_outside / letters_outside:.2f} % |"


def measure() -> Iterator[Measured]:
    """Every file of the bench that can be read; each reader is warmed first."""
    warm: set[str] = set()
    failed = 0
    for path in sorted(FILES.iterdir()):
        data = path.read_bytes()
        if path.suffix not in warm:
            warm.add(path.suffix)
            _read(data, path.name)
        begin = time.perf_counter()
        text = _read(data, path.name)
        seconds = time.perf_counter() - begin
        if text is None:
            failed += 1
            continue
        pages = text.pages or max(len(text.text) / _PAGE, 1.0)
        yield Measured(text.reader, pages, normalise_text(text).text, _refer(path, data, text.reader), seconds)
    if failed:
        print(f"{failed} files could not be read", file=sys.stderr)


def _read(data: bytes, name: str) -> Text | None:
    try:
        return read_text(data, name)
    except UnreadableError as error:
        print(error, file=sys.stderr)
        return None


def _refer(path: Path, data: bytes, reader: str) -> str | None:
    """The text that another program reads, None where there is none for this kind or it is not installed."""
    if reader == "text":
        return data.decode("utf-8", errors="replace")
    if reader == "docx":
        return "\n".join(_read_by_docx(data))
    command = {"pdf": ["pdftotext", str(path), "-"], "doc": ["antiword", "-m", "UTF-8.txt", str(path)]}.get(reader)
    if command is None or shutil.which(command[0]) is None:
        return None
    done = subprocess.run(command, capture_output=True, check=False)
    return done.stdout.decode("utf-8", errors="replace") if done.returncode == 0 and done.stdout.strip() else None


def _read_by_docx(data: bytes) -> Iterator[str]:
    from docx import Document

    document = Document(io.BytesIO(data))
    blocks = list(document.iter_inner_content())
    while blocks:
        block = blocks.pop(0)
        if hasattr(block, "rows"):
            cells = {id(cell._tc): cell for row in block.rows for cell in row.cells}
            blocks = [inner for cell in cells.values() for inner in cell.iter_inner_content()] + blocks
        else:
            yield block.text


def render(measured: Sequence[Measured]) -> str:
    lines = [
        "| format | files | pages | characters | of the reference | its words found | seconds a page |",
        "|---|---|---|---|---|---|---|",
    ]
    for reader, name in _NAMES.items():
        group = [one for one in measured if one.reader == reader]
        if not group:
            continue
        pages = sum(one.pages for one in group)
        # Other programs leave TCVN3 and VNI as they are: what they give then is no reference.
        known = [one for one in group if one.reference is not None and measure_text(one.reference).is_vietnamese]
        seconds = sum(one.seconds for one in group) / pages
        cells = [name, str(len(group)), f"{pages:.0f}", f"{sum(_count(one.text) for one in group):,}"]
        if known:
            share = _count(*(one.text for one in known)) / max(_count(*(one.reference or "" for one in known)), 1)
            named = f"{_tell_reference(reader)}, {len(known)} files"
            cells += [f"{100 * share:.1f} % ({named})", f"{100 * _find(known):.2f} %"]
        else:
            cells += ["–", "–"]
        lines.append("| " + " | ".join([*cells, f"{seconds:.3f}"]) + " |")
    return "\n".join(lines) + "\n"


def _tell_reference(reader: str) -> str:
    return {"text": "the bytes", "docx": "python-docx", "pdf": "pdftotext", "doc": "antiword"}[reader]


def _count(*texts: str) -> int:
    """Characters that print."""
    return sum(len(re.sub(r"\s+", "", text)) for text in texts)


def _find(known: Sequence[Measured]) -> float:
    """The share of the reference's words that were read too, each as often as it stands there."""
    found = total = 0
    for one in known:
        theirs = Counter(_split(one.reference or ""))
        found += (theirs & Counter(_split(one.text))).total()
        total += theirs.total()
    return found / max(total, 1)


def _split(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).replace("\u00d0", "Đ"))


if __name__ == "__main__":
    main()
