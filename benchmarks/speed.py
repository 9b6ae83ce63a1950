"""Speed as ratios within one run, so that the machine does not matter:
`python benchmarks/speed.py [FOLDER …] [--profile OUT]`, `python benchmarks/speed.py --ocr` for scans alone.

help   `vanban --help` against a click program without commands, `vanban parse` of one short file against bare Python,
       each a process of its own
pdf    reading and the whole parse against pdfium's bare text, the whole parse against pdfplumber's
docx   reading and the whole parse against unzip and lxml's parse of its parts, the whole parse against python-docx's
       bare text
txt    the whole parse of all files against a minute, on one core
ocr    scans made of samples (LibreOffice and Tesseract needed): reading against the program tesseract run once on each
       page as it was prepared, times of all processors; `vanban parse --jobs 2` against `--jobs 1`, by the clock

Folders: the samples, and the real papers of ../shared/bench where they are, unless others are named. Scans are left
out. Times are of the processor, the least of some rounds for each file: other work on the machine does not count.
Exit status 1 where a target is missed.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import os
import pstats
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
BARE = "import click\n@click.command()\ndef main():\n    'Bare.'\nmain()"
VANBAN = "from vanban.cli.main import main; main()"
SHORT = ROOT / "samples" / "13-cong-van-don-doc-lan-2.txt"
BENCH = ROOT.parent / "shared" / "bench" / "files"
ROUNDS = 9
LONGEST = 2.0
"""Seconds of rounds for one reader of one file: the slowest need no ten rounds."""

Row = tuple[str, float, float, float]
"""What is compared, both times in seconds, the largest ratio that is allowed."""


def time_process(code: str, *arguments: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def least(*functions: Callable[[], Any]) -> list[float]:
    """The least processor time of each, after a first round that loads what they need; they take turns."""
    taken: list[list[float]] = [[] for _ in functions]
    for number in range(ROUNDS + 1):
        for function, known in zip(functions, taken, strict=True):
            if sum(known) > LONGEST:
                continue
            start = time.process_time()
            function()
            if number:
                known.append(time.process_time() - start)
    return [min(known) for known in taken]


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
    """Time of reading all files, of their whole parse, then of each reader."""
    from vanban import parse
    from vanban.read import read_text

    sums = [0.0] * (len(readers) + 2)
    for file in files:
        name, data = str(file), file.read_bytes()
        bare = [lambda reader=reader, data=data: reader(data) for reader in readers]
        times = least(lambda: read_text(data, name), lambda: parse(name, data), *bare)  # noqa: B023
        sums = [known + taken for known, taken in zip(sums, times, strict=True)]
    return sums


def readable(files: Iterable[Path]) -> list[Path]:
    """Those that are read as they are: no scans, nothing broken or secret."""
    from vanban import VanbanError, parse

    found = []
    for file in sorted(files):
        try:
            if file.suffix == ".pdf" and len(pdf_text(file.read_bytes())) < 500:
                continue
            if parse(file).source.reader in ("docx", "pdf", "text"):
                found.append(file)
        except VanbanError as error:
            print(error, file=sys.stderr)
    return found


def measure_start() -> list[Row]:
    """Programs from nothing to their end."""

    def median(code: str, *arguments: str) -> float:
        return statistics.median(time_process(code, *arguments) for _ in range(ROUNDS))

    python, bare = median("pass"), median(BARE, "--help")
    helped, parsed = median(VANBAN, "--help"), median(VANBAN, "parse", str(SHORT))
    return [
        ("vanban --help / bare click program", helped, bare, 2),
        ("vanban parse of a short text / python -c pass", parsed, python, float("inf")),
    ]


def measure(folder: Path) -> Iterator[Row]:
    """The rows of one folder; formats that it does not hold have none."""
    pdfs, words = readable(folder.glob("*.pdf")), readable(folder.glob("*.docx"))
    if pdfs:
        read, parsed, pdfium, plumber = compare(pdfs, pdf_text, plumber_text)
        yield f"read {len(pdfs)} PDF / pdfium's bare text", read, pdfium, 2
        yield f"parse {len(pdfs)} PDF / pdfium's bare text", parsed, pdfium, 4
        yield f"parse {len(pdfs)} PDF / pdfplumber's bare text", parsed, plumber, 1
    if words:
        read, parsed, tree, python_docx = compare(words, docx_trees, docx_text)
        yield f"read {len(words)} .docx / unzip and lxml parse", read, tree, 3
        yield f"parse {len(words)} .docx / unzip and lxml parse", parsed, tree, 6
        yield f"parse {len(words)} .docx / python-docx's bare text", parsed, python_docx, 1
    texts = readable(folder.glob("*.txt"))
    if texts:
        read, parsed = compare(texts)
        yield f"parse {len(texts)} .txt / read them", parsed, read, float("inf")
        yield f"parse {len(texts)} .txt / a minute", parsed, 60, 1


SCANNED = ("02", "06", "09", "13", "16", "17")


def make_scans() -> list[bytes]:
    """Samples printed, sealed, signed, turned by one degree and scanned at 200 dots an inch, with grain and dust."""
    sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "samples")]
    import make_samples

    from making.forms import FORMS
    from making.scan import find_signatures, scan_pdf
    from making.sheet import flatten
    from vanban.read import read_text

    scans = []
    for sample in make_samples.SAMPLES:
        if sample.stem[:2] in SCANNED:
            pdf = FORMS["pdf"](sample.sheets)
            signed = [(sheet.signature[0], sheet.signer) for sheet in flatten(list(sample.sheets)) if sheet.signature]
            places = find_signatures(read_text(pdf, "a.pdf"), signed)
            scans.append(scan_pdf(pdf, places, seed=int(sample.stem[:2])))
    return scans


def count_seconds() -> float:
    """Processor time of this process and of all that it started and saw end."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, kinds))


def prepare_pages(scans: list[bytes]) -> list[bytes]:
    """The pictures that Tesseract is given of whole pages."""
    from vanban.read import ocr, read_text

    pages: list[bytes] = []
    recognise = ocr.recognise

    def keep(grey: Any, *given: Any, layout: int = 3, **named: Any) -> str:
        if layout == 3:
            stream = io.BytesIO()
            grey.save(stream, "PPM")
            pages.append(stream.getvalue())
        return recognise(grey, *given, layout=layout, **named)

    ocr.recognise = keep
    try:
        for scan in scans:
            read_text(scan, "a.pdf")
    finally:
        ocr.recognise = recognise
    return pages


def measure_scans() -> Iterator[Row]:
    """Reading of scans against Tesseract alone, two jobs against one."""
    from vanban.read import read_text

    scans = make_scans()
    pages = prepare_pages(scans)
    command = ["tesseract", "stdin", "stdout", "-l", "vie", "--dpi", "200", "tsv"]
    alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    ours, theirs = [], []
    for _ in range(3):
        start = count_seconds()
        for scan in scans:
            read_text(scan, "a.pdf")
        ours.append(count_seconds() - start)
        start = count_seconds()
        for page in pages:
            subprocess.run(command, input=page, env=alone, check=True, capture_output=True)
        theirs.append(count_seconds() - start)
    yield f"read {len(scans)} scans / tesseract on their {len(pages)} pages", min(ours), min(theirs), 1.15
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{number}.pdf") for number in range(len(scans))]
        for file, scan in zip(files, scans, strict=True):
            file.write_bytes(scan)
        taken = []
        for jobs in ("2", "1"):
            start = time.perf_counter()
            parse = [sys.executable, "-c", VANBAN, "parse", "--jobs", jobs, "--format", "jsonl", *map(str, files)]
            subprocess.run(parse, check=True, capture_output=True)
            taken.append(time.perf_counter() - start)
    yield f"vanban parse --jobs 2 / --jobs 1 of {len(scans)} scans", *taken, 0.6


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
    arguments.add_argument("folders", nargs="*", type=Path, help="folders of documents; the samples and the bench")
    arguments.add_argument("--profile", type=Path, help="write the hot spots of the parse to this file")
    arguments.add_argument("--ocr", action="store_true", help="scans alone")
    given = arguments.parse_args()
    folders = given.folders or [ROOT / "samples", *([BENCH] if BENCH.is_dir() else [])]
    if given.profile:
        parts = [
            f"## {folder.name}, {suffix}\n\n```\n{profile(folder, suffix)}```\n"
            for folder in folders
            for suffix in ("pdf", "docx", "txt")
        ]
        given.profile.write_text("\n".join(parts), encoding="utf-8")
    missed = False
    groups: list[tuple[str, Iterable[Row]]] = []
    if not given.ocr:
        groups = [("", measure_start()), *((str(folder), measure(folder)) for folder in folders)]
    if shutil.which("tesseract") and shutil.which("soffice"):
        groups.append(("scans", measure_scans()))
    for title, rows in groups:
        print(f"{title:55} {'ms':>8} {'against':>8} {'ratio':>7} {'at most':>8}")
        for what, ours, theirs, most in rows:
            misses = ours / theirs > most
            missed = missed or misses
            print(
                f"{what:55} {ours * 1e3:8.1f} {theirs * 1e3:8.1f} {ours / theirs:7.2f} "
                f"{'' if most == float('inf') else most:>8}{'  missed' if misses else ''}",
                flush=True,
            )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
