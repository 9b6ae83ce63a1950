"""Every sample gives what the record beside it says: heading fields, duties, and what they were read from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from labelled import differences, expected_header, header, says
from vanban import assemble, parse
from vanban.model.document import Document

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
RECORDS = {
    path.name.removesuffix(".expect.json"): json.loads(path.read_text()) for path in SAMPLES.glob("*.expect.json")
}


@pytest.fixture(scope="module", params=sorted(RECORDS))
def sample(request: pytest.FixtureRequest) -> tuple[list[dict[str, Any]], list[Document]]:
    """What must be read, and what is read."""
    record = RECORDS[request.param]
    return record["documents"], parse(SAMPLES / record["file"]).documents


def test_header_is_as_expected(sample: tuple[list[dict[str, Any]], list[Document]]) -> None:
    expected, read = sample
    assert [header(document) for document in read] == [expected_header(label) for label in expected]


def test_duties_are_as_expected_and_no_others(sample: tuple[list[dict[str, Any]], list[Document]]) -> None:
    for label, document in zip(*sample, strict=True):
        if label["duties"] is None:
            continue
        missed = [
            d["action"] for d in label["duties"] if not any(says(duty.text, d["action"]) for duty in document.duties)
        ]
        assert missed == []
        assert [duty.action for duty in document.duties[len(label["duties"]) :]] == []
        read = zip(document.duties, label["duties"], strict=True)
        assert {d["action"]: wrong for duty, d in read if (wrong := differences(duty, d))} == {}


def test_there_are_at_least_fifteen() -> None:
    assert len(RECORDS) >= 15
    assert {Path(record["file"]).suffix for record in RECORDS.values()} == {".txt", ".docx", ".pdf"}


def test_plan_in_another_file_is_found() -> None:
    """The letter 02 hands on the plan 03, as the seed's letter does."""
    letter, plan = assemble([parse(SAMPLES / RECORDS[stem]["file"]).documents[0] for stem in pair()]).documents
    targets = {reference.code.text: reference.target for reference in letter.references if reference.code}
    assert targets["27-KH/TU"] == plan.id


def pair() -> list[str]:
    return [stem for stem in sorted(RECORDS) if stem.startswith(("02-", "03-"))]
