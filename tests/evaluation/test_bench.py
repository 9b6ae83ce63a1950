"""The figures agree with those of the reference on real files, where these lie beside the project."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from vanban.evaluation import evaluate

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT.parent / "shared" / "bench"
FEW = 3

pytestmark = pytest.mark.skipif(not (BENCH / "score.py").exists(), reason="needs ../shared/bench")


def choose() -> list[str]:
    """A few small text files with duties."""
    lines = (BENCH / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    records = [record for record in map(json.loads, filter(None, lines)) if record["format"] in ("txt", "docx")]
    with_duties = [record for record in records if any(document["duties"] for document in record["documents"])]
    there = [record for record in with_duties if (BENCH / "files" / record["file"]).exists()]
    return [one["id"] for one in sorted(there, key=lambda one: -sum(len(d["duties"] or []) for d in one["documents"]))][
        3 : 3 + FEW
    ]


def test_tolerant_figures_are_those_of_the_reference(tmp_path: Path) -> None:
    chosen = choose()
    out = tmp_path / "score.json"
    subprocess.run(
        [
            *(sys.executable, str(BENCH / "score.py"), str(BENCH / "labels.jsonl"), str(BENCH / "files")),
            *("--only", ",".join(chosen), "--json", str(out)),
            *("--vanban", f"{sys.executable} -m vanban parse --format json"),
        ],
        check=True,
        capture_output=True,
    )
    expected = {field: round(f1, 3) for field, f1 in json.loads(out.read_text()).items() if f1}
    report = evaluate(BENCH / "labels.jsonl", BENCH / "files", only=set(chosen))
    found = {score.field: score.tolerant.f1 for score in report.whole.fields if score.tolerant.f1}
    assert found == pytest.approx(expected, abs=0.0006)
    assert len(found) > 10
