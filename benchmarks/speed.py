"""Speed as ratios within one run, so that the machine does not matter: `python benchmarks/speed.py [--profile OUT]`.

help   `vanban --help` against a click program without commands, each a process of its own
pdf    the whole parse against pdfium's bare text, and against pdfplumber's
docx   the whole parse against unzip and lxml's parse of its parts, and against python-docx's bare text

Exit status 1 where a target is missed.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import pstats
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
BARE = "import click\n@click.command()\ndef main():\n    'Bare.'\nmain()"
HELP = "from vanban.cli.main import main; main()"
ROUNDS = 9


def time_process(code: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, "--help"], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def time_call(function: Callable[[], Any]) -> float:
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def medians(*functions: Callable[[], float]) -> list[float]:
    """The median of each; they take turns, so that a slow moment of the machine meets all."""
    for function in functions:
        function()
    taken = [[function() for function in functions] for _ in range(ROUNDS)]
    return [statistics.median(column) for column in zip(*taken, strict=True)]


def pdf_text(data: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def plumber_text(data: bytes) -> str:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def docx_trees(data: bytes) -> list[Any]:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith((".xml", ".rels"))]


def docx_text(data: bytes) -> str:
    """Paragraphs and cells as python-docx gives them."""
    import docx

    found = []
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        rows = getattr(block, "rows", None)
        if rows is None:
            found.append(block.text)
        else:
            found += [cell.text for row in rows for cell in row.cells]
    return "\n".join(found)


def compare(files: list[Path], *readers: Callable[[bytes], Any]) -> list[float]:
    """Median time of the parse of all files, then that of each reader."""
    from vanban import parse

    contents = [(str(file), file.read_bytes()) for file in files]
    whole = [lambda: [parse(name, data) for name, data in contents]]
    bare = [lambda reader=reader: [reader(data) for _, data in contents] for reader in readers]
    return medians(*(lambda function=function: time_call(function) for function in [*whole, *bare]))


def readable(files: Iterable[Path]) -> list[Path]:
    """Those that are read as they are: no scans, nothing broken or secret."""
    from vanban import VanbanError, parse

    found = []
    for file in sorted(files):
        try:
            if parse(file).source.reader in ("docx", "pdf"):
                found.append(file)
        except VanbanError as error:
            print(error, file=sys.stderr)
    return found


def measure(folder: Path) -> list[tuple[str, float, float, float]]:
    """What is compared, both times in seconds, and the largest ratio that is allowed."""
    helped, bare = medians(lambda: time_process(HELP), lambda: time_process(BARE))
    pdfs, words = readable(folder.glob("*.pdf")), readable(folder.glob("*.docx"))
    pdf, pdfium, plumber = compare(pdfs, pdf_text, plumber_text)
    docx, tree, python_docx = compare(words, docx_trees, docx_text)
    return [
        ("vanban --help / bare click program", helped, bare, 2),
        (f"parse of {len(pdfs)} PDF / pdfium's bare text", pdf, pdfium, 6),
        (f"parse of {len(pdfs)} PDF / pdfplumber's bare text", pdf, plumber, 1),
        (f"parse of {len(words)} .docx / unzip and lxml parse", docx, tree, 10),
        (f"parse of {len(words)} .docx / python-docx's bare text", docx, python_docx, 1),
    ]


def profile(folder: Path, suffix: str) -> str:
    """Where the parse of the files spends its time."""
    from vanban import parse

    contents = [(str(file), file.read_bytes()) for file in readable(folder.glob(f"*.{suffix}"))]
    for name, data in contents:
        parse(name, data)
    watch = cProfile.Profile()
    watch.enable()
    for name, data in contents * 5:
        parse(name, data)
    watch.disable()
    out = io.StringIO()
    pstats.Stats(watch, stream=out).strip_dirs().sort_stats("tottime").print_stats(25)
    pstats.Stats(watch, stream=out).strip_dirs().sort_stats("cumulative").print_stats(45)
    return out.getvalue()


def main() -> int:
    arguments = argparse.ArgumentParser(description="Speed as ratios within one run.")
    arguments.add_argument("folder", nargs="?", type=Path, default=ROOT / "samples", help="documents to read")
    arguments.add_argument("--profile", type=Path, help="write the hot spots of the parse to this file")
    given = arguments.parse_args()
    if given.profile:
        parts = [f"## {suffix}\n\n```\n{profile(given.folder, suffix)}```\n" for suffix in ("pdf", "docx")]
        given.profile.write_text("\n".join(parts), encoding="utf-8")
    rows = measure(given.folder)
    print(f"{'':55} {'ms':>8} {'against':>8} {'ratio':>7} {'at most':>8}")
    for what, ours, theirs, most in rows:
        print(
            f"{what:55} {ours * 1e3:8.1f} {theirs * 1e3:8.1f} {ours / theirs:7.2f} {most:8}"
            f"{'' if ours / theirs <= most else '  missed'}"
        )
    return int(any(ours / theirs > most for _, ours, theirs, most in rows))


if __name__ == "__main__":
    sys.exit(main())
