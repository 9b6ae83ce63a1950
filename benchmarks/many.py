"""Many files, and a long one: `python benchmarks/many.py [--files N] [--rounds N]`.

jobs    short files through the command line with `--jobs 2` against one job, as a ratio within one run
memory  the peak of a process that parses a text PDF of 500 pages: one long plan, and short papers one after another

Exit status 1 where a target is missed.
"""

from __future__ import annotations

import argparse
import io
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = 500
MOST_MEMORY = 250  # MiB
MOST_TIME = 0.6
MEASURE = (
    "import resource, sys; from vanban import parse; file = parse(sys.argv[1]); "
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file.source.pages)"
)


def write_short(folder: Path, count: int) -> None:
    """Copies of the text samples, each with another number so that none is like another."""
    papers = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]
    papers = [text for text in papers if len(text) < 6_000]
    for number in range(count):
        text = papers[number % len(papers)].replace("Số: ", f"Số: {number}", 1)
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")


def time_parse(folder: Path, jobs: int) -> tuple[float, float]:
    """Seconds of the command over the whole folder: by the clock, and of processors."""
    command = [sys.executable, "-m", "vanban", "parse", str(folder), "--jobs", str(jobs), "--format", "jsonl"]
    start, spent = time.perf_counter(), count_processors()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start, count_processors() - spent


def count_processors() -> float:
    """Seconds of processors that ended child processes took, with what they started."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def print_plan() -> bytes:
    """One plan of 500 pages, with a task on every fourth line."""
    sys.path.insert(0, str(ROOT / "tests"))
    from read.printing import Piece, print_pdf

    head: list[Piece] = [
        (60, 40, 12, "ỦY BAN NHÂN DÂN TỈNH HẢI LĂNG"), (60, 60, 12, "Số: 12/KH-UBND"),
        (300, 40, 12, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), (300, 60, 12, "Độc lập - Tự do - Hạnh phúc"),
        (300, 80, 12, "Hải Lăng, ngày 03 tháng 02 năm 2025"), (250, 120, 14, "**KẾ HOẠCH"),
    ]  # fmt: skip
    task = "{}. Giao Sở Y tế chủ trì, phối hợp Sở Tài chính báo cáo trước ngày 10/12/2025."
    other = "Các sở, ban, ngành, đoàn thể và địa phương tổ chức thực hiện nội dung này"
    lines = [other if number % 4 else task.format(number // 4 + 1) for number in range(PAGES * 40)]
    pages = [
        [(60.0, 150.0 + 15 * row, 11.0, line) for row, line in enumerate(lines[page * 40 : page * 40 + 40])]
        for page in range(PAGES)
    ]
    return print_pdf([[*head, *pages[0]], *pages[1:]])


def bind_samples() -> bytes:
    """The samples' pages as LibreOffice set them, again and again up to 500."""
    import pypdfium2

    bound = pypdfium2.PdfDocument.new()
    sources = [pypdfium2.PdfDocument(path) for path in sorted((ROOT / "samples").glob("*.pdf"))]
    sources = [source for source in sources if source[0].get_textpage().count_chars() > 200]
    while len(bound) < PAGES:
        for source in sources:
            bound.import_pages(source)
    for number in range(len(bound) - 1, PAGES - 1, -1):
        del bound[number]
    out = io.BytesIO()
    bound.save(out)
    return out.getvalue()


def measure_memory(make: Callable[[], bytes], folder: Path) -> float:
    """MiB at the peak of a process that parses what `make` gives."""
    path = folder / "long.pdf"
    path.write_bytes(make())
    told = subprocess.run([sys.executable, "-c", MEASURE, str(path)], check=True, stdout=subprocess.PIPE, text=True)
    peak, pages = map(int, told.stdout.split())
    assert pages == PAGES
    return peak / (1024 if sys.platform != "darwin" else 1024 * 1024)


def main() -> int:
    arguments = argparse.ArgumentParser(description="Many files, and a long one.")
    arguments.add_argument("--files", type=int, default=2000)
    arguments.add_argument("--rounds", type=int, default=3)
    given = arguments.parse_args()
    missed = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for what, make in (("one plan", print_plan), ("many papers", bind_samples)):
            peak = measure_memory(make, folder)
            missed |= peak > MOST_MEMORY
            print(f"peak memory, text PDF of {PAGES} pages, {what}: {peak:.0f} MiB, at most {MOST_MEMORY}")
        papers = folder / "papers"
        papers.mkdir()
        write_short(papers, given.files)
        # What else runs on the machine makes a measurement longer, never shorter.
        taken = [(*time_parse(papers, 1), *time_parse(papers, 2)) for _ in range(given.rounds)]
        one, one_spent, two, two_spent = map(min, zip(*taken, strict=True))
        missed |= two / one > MOST_TIME
        ratio = f"ratio {two / one:.2f}, at most {MOST_TIME}"
        print(f"{given.files} short files: {one:.1f} s, --jobs 2: {two:.1f} s, {ratio}")
        print(f"  of processors: {one_spent:.1f} s and {two_spent:.1f} s")
    print("missed" if missed else "all within their bounds")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
