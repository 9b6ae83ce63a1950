"""Writes docs/accuracy.md from the labelled files beside the project: `python docs/make_accuracy.py [OUT]`.

Runs ../shared/bench/score.py over the labelled documents: those the rules were written on, those held back, and scans.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT.parent / "shared" / "bench"
HEAD = """# Accuracy on labelled documents

Made by `make accuracy`: `vanban parse` of real correspondence against its labels, compared by its `score.py`.
gold: labelled values; found: values given; right: those that agree. P: precision, R: recall.
The rules were written with the files marked "dev" at hand: on documents that are new to it vanban does worse.
"""


def score(*options: str) -> str:
    """The table of score.py."""
    done = subprocess.run(
        [
            *(sys.executable, str(BENCH / "score.py"), str(BENCH / "labels.jsonl"), str(BENCH / "files"), *options),
            *("--vanban", f"{sys.executable} -m vanban parse --format json"),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def tabulate(told: str) -> str:
    """The rows of the table as Markdown; the line that counts files below it."""
    rows = [line.split() for line in told.splitlines() if line and not line.startswith(("  failed", "files"))]
    rows = [row for row in rows if len(row) == 7]
    counted = next((line for line in told.splitlines() if line.startswith("files")), "")
    body = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([body[0], "|---|" + "--:|" * 6, *body[1:], "", counted])


def main() -> None:
    out = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "docs" / "accuracy.md")
    parts = [HEAD]
    records = [json.loads(line) for line in (BENCH / "labels.jsonl").read_text(encoding="utf-8").splitlines() if line]
    for title, scans, split in (
        ("Files with text, dev", False, "dev"),
        ("Files with text, held", False, "held"),
        ("Scans", True, None),
    ):
        chosen = [
            record["id"]
            for record in records
            if (record["format"] == "pdf-scan") == scans and split in (None, record["split"])
        ]
        if chosen:
            parts.append(f"## {title}\n\n{tabulate(score('--only', ','.join(chosen)))}\n")
    out.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
