"""A large dossier, as ratios within one run: `python benchmarks/dossier.py [--sizes N …] [--write FOLDER]`.

link   linking N parsed documents (citations, places, organs, duties handed on) against loading them from the JSON
       lines that hold them; and the time for one document of the largest dossier against that of the smallest
graph  making the graph, and what chains need of it, for each document
chain  the slowest of some questions about chains, once the graph stands

The dossier is generated: all papers of samples/, those that cite one another among them, are parsed once and copied
with other numbers, ids and days of the same length, so that every place stays where it is; every paper that carries out
another also cites one plan that all share. Times are of the processor. Exit status 1 where a target is missed.
`--write` leaves dossier.md and dossier.svg in a folder.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import hashlib
import itertools
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "samples"), str(ROOT / "tests")]

import make_samples  # noqa: E402

from making import render_text  # noqa: E402
from vanban import assemble, parse  # noqa: E402
from vanban.graph import Chains, build_graph  # noqa: E402
from vanban.model.document import Document  # noqa: E402

SIZES = (2_500, 5_000, 10_000, 20_000, 40_000)
MOST_LINK, MOST_GROWTH, MOST_CHAIN = 1.5, 1.5, 0.05
SHARED = "Thực hiện Kế hoạch số 112/KH-UBND của Ủy ban nhân dân tỉnh Bình Sơn; "
"""What is put before the first citation of each paper; the plan with this number is in the dossier once."""
QUESTIONS = (
    ("Ủy ban nhân dân tỉnh Bình Sơn", "Chi cục Kiểm lâm"),
    ("Ủy ban nhân dân tỉnh Bình Sơn", None),
    ("Tỉnh ủy", "Sở Y tế"),
    (None, "Hạt Kiểm lâm khu vực Đông Sơn"),
    (None, None),
)

Taken = TypeVar("Taken")


class Row(NamedTuple):
    """What was measured of one size; seconds, but for counts."""

    size: int
    load: float
    link: float
    resolved: int
    handed_on: int
    graph: float
    prepare: float
    chain: float


def make_unit() -> tuple[str, str]:
    """The papers of the samples as JSON lines, each with a number of five figures; and the plan that all share."""
    dossier = [data.decode() for data in make_samples.render_dossier().values()]
    shared = encode(parse("chung.txt", dossier[0].encode()).documents)
    texts = [render_text(sample.sheets) for sample in make_samples.SAMPLES] + dossier
    codes = [document.code for text in texts for document in parse("a.txt", text.encode()).documents]
    for place, code in enumerate(code for code in codes if code is not None and code.number is not None):
        longer = f"{10_000 + place}{code.text[len(code.number or '') :]}"
        texts = [re.sub(rf"\b{re.escape(code.text)}", longer, text) for text in texts]
    cites = re.compile(r"(?=\b(?:Thực hiện|Căn cứ) (?:Kế hoạch|Công văn|Chỉ thị)\b)")
    texts = [cites.sub(SHARED, text, count=1) for text in texts]
    return encode(d for n, text in enumerate(texts) for d in parse(f"{n}.txt", text.encode()).documents), shared


def encode(documents: Iterable[Document]) -> str:
    """One document a line."""
    return "".join(f"{msgspec.json.encode(document).decode()}\n" for document in documents)


def write_dossier(unit: str, shared: str, size: int) -> bytes:
    """`size` documents as JSON lines: the unit again and again, with other numbers, ids and later days."""
    numbers = sorted(set(re.findall(r'"number":"(1\d{4})"', unit)))
    marks = re.compile("|".join([*numbers, r"nv-[0-9a-f]{16}", r"\d{4}-\d\d-\d\d"]))
    lines = [shared]
    for copy in itertools.count(1):
        lines += marks.sub(lambda found, copy=copy: copy_mark(found.group(), copy), unit).splitlines(keepends=True)
        if len(lines) >= size:
            return "".join(lines[:size]).encode()
    raise AssertionError


def copy_mark(mark: str, copy: int) -> str:
    """A number, the id of a duty or a day as it stands in a copy."""
    if mark.startswith("nv-"):
        return "nv-" + hashlib.sha256(f"{copy}{mark}".encode()).hexdigest()[:16]
    if "-" in mark:
        return (dt.date.fromisoformat(mark) + dt.timedelta(days=copy % 28)).isoformat()
    return f"{(int(mark) - 10_000) * 2_000 + copy:05}"


def seconds(function: Callable[[], Taken], rounds: int = 1) -> tuple[float, Taken]:
    """The least processor time of some rounds, and the result."""
    least = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        result = function()
        least = min(least, time.process_time() - start)
    return least, result


def measure(unit: str, shared: str, size: int) -> Row:
    """All figures of one size."""
    data = write_dossier(unit, shared, size)
    load, documents = seconds(lambda: msgspec.json.Decoder(Document).decode_lines(data), 3)
    link, dossier = seconds(lambda: assemble(documents), 3)
    making, graph = seconds(lambda: build_graph(dossier))
    prepare, chains = seconds(lambda: Chains(graph))
    gc.collect()  # what loading left behind is no part of a question
    asked = [seconds(lambda q=question: chains.find(*q)) for question in QUESTIONS]
    assert all(found for _, found in asked)
    resolved = sum(one.status == "resolved" for one in dossier.links)
    chain = max(taken for taken, _ in asked)
    return Row(size, load, link, resolved, len(dossier.handovers), making, prepare, chain)


def write_table(rows: list[Row]) -> str:
    """The figures as a Markdown table."""
    head = ("documents", "load, s", "link, s", "link / load", "citations resolved", "duties handed on", "graph, s",
            "slowest chain, ms")  # fmt: skip
    cells = [
        (f"{r.size:,}", f"{r.load:.2f}", f"{r.link:.2f}", f"{r.link / r.load:.2f}", f"{r.resolved:,}",
         f"{r.handed_on:,}", f"{r.graph + r.prepare:.1f}", f"{r.chain * 1000:.1f}")
        for r in rows
    ]  # fmt: skip
    lines = [head, ("---:",) * len(head), *cells]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def write_plot(rows: list[Row]) -> str:
    """The times of loading and linking over the number of documents, as SVG."""
    width, height, edge = 560, 300, 46
    most, largest = max(max(r.load, r.link) for r in rows), max(r.size for r in rows)

    def place(size: float, taken: float) -> str:
        x = edge + size / largest * (width - 2 * edge)
        return f"{x:.0f},{height - edge - taken / most * (height - 2 * edge):.0f}"

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" '
        'font-size="12"><rect width="100%" height="100%" fill="#fff"/>',
        f'<path d="M{place(0, most)} L{place(0, 0)} L{place(largest, 0)}" fill="none" stroke="#6b7280"/>',
        f'<text x="{edge}" y="26" fill="#374151">seconds</text>',
    ]
    for row in rows[2:]:
        x, y = place(row.size, 0).split(",")
        parts.append(f'<text x="{x}" y="{int(y) + 18}" text-anchor="middle" fill="#374151">{row.size:,}</text>')
    for name, colour in (("load", "#9ca3af"), ("link", "#2563eb")):
        points = [place(row.size, getattr(row, name)) for row in rows]
        x, y = points[-1].split(",")
        parts.append(f'<polyline points="{" ".join(points)}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{p.split(",")[0]}" cy="{p.split(",")[1]}" r="3" fill="{colour}"/>' for p in points]
        last = getattr(rows[-1], name)
        parts.append(f'<text x="{int(x) + 6}" y="{int(y) + 4}" fill="{colour}">{name} {last:.1f}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def main() -> int:
    arguments = argparse.ArgumentParser(description="A large dossier, as ratios within one run.")
    arguments.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    arguments.add_argument("--write", type=Path, metavar="FOLDER", help="leave dossier.md and dossier.svg there")
    given = arguments.parse_args()
    unit, shared = make_unit()
    rows = [measure(unit, shared, size) for size in given.sizes]
    growth = (rows[-1].link / rows[-1].size) / (rows[0].link / rows[0].size)
    asked = [row for row in rows if row.size <= 10_000]
    told = [
        ("link / load at most", max(row.link / row.load for row in rows), MOST_LINK),
        (f"a document of {rows[-1].size:,} / one of {rows[0].size:,}", growth, MOST_GROWTH),
        ("slowest chain up to 10,000, s", max((row.chain for row in asked), default=0.0), MOST_CHAIN),
    ]
    table = write_table(rows)
    print(table)
    for what, measured, most in told:
        print(f"{what}: {measured:.3f}, at most {most}{'  missed' if measured > most else ''}")
    if given.write:
        head = "# Linking a large dossier\n\nMade by `python benchmarks/dossier.py --write benchmarks`.\n\n"
        tail = "\n".join(f"- {what}: {measured:.3f}, at most {most}" for what, measured, most in told)
        page = f"{head}{table}\n{tail}\n\n![loading and linking](dossier.svg)\n"
        (given.write / "dossier.md").write_text(page, encoding="utf-8")
        (given.write / "dossier.svg").write_text(write_plot(rows), encoding="utf-8")
    return int(any(measured > most for _, measured, most in told))


if __name__ == "__main__":
    sys.exit(main())
