"""The samples are as their sources make them, and every expectation stands in its document."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
sys.path.insert(0, str(SAMPLES))

import make_samples  # noqa: E402


@pytest.mark.parametrize("sample", make_samples.SAMPLES, ids=lambda sample: sample.stem)
def test_expectations_stand_in_the_document(sample):
    assert list(make_samples.find_slips(sample)) == []


@pytest.mark.parametrize("sample", make_samples.SAMPLES, ids=lambda sample: sample.stem)
def test_files_are_fresh(sample):
    file = SAMPLES / f"{sample.stem}.{sample.suffix}"
    told = (SAMPLES / f"{sample.stem}.expect.json").read_text(encoding="utf-8")
    assert told == make_samples.render_expectation(sample), "run samples/make_samples.py"
    if sample.suffix == "pdf":
        assert file.read_bytes().startswith(b"%PDF")
    else:
        assert file.read_bytes() == make_samples.render_sample(sample), "run samples/make_samples.py"


def test_nothing_else_lies_there():
    kept = {path.name for path in SAMPLES.iterdir() if path.suffix in (".docx", ".pdf", ".txt", ".json")}
    made = {name for s in make_samples.SAMPLES for name in (f"{s.stem}.{s.suffix}", f"{s.stem}.expect.json")}
    assert kept == made
    assert all(json.loads((SAMPLES / name).read_text())["documents"] for name in kept if name.endswith(".json"))
