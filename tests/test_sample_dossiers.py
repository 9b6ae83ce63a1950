"""The dossiers of samples/ answer each question as is written beside them in hoi-dap.toml."""

from __future__ import annotations

import shlex
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from vanban.cli.main import run

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
sys.path.insert(0, str(SAMPLES))

import make_samples  # noqa: E402

QUERIES = [
    pytest.param(query, id=f"{path.parent.name} {number}")
    for path in sorted(SAMPLES.glob("ho-so-*/hoi-dap.toml"))
    for number, query in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["query"], start=1)
]


@pytest.mark.parametrize("query", QUERIES)
def test_answer_is_as_written(
    query: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(SAMPLES)
    assert query["question"]
    assert run(shlex.split(query["command"])) == 0
    told = capsys.readouterr().out
    missing = [answer for answer in query.get("answer", []) if answer not in told]
    assert missing == [], told
    assert [answer for answer in query.get("never", []) if answer in told] == []
    assert query.get("answer") or query.get("never")


def test_there_are_dossiers_of_each_kind() -> None:
    assert len(QUERIES) >= 13
    assert {path.name for path in SAMPLES.glob("ho-so-*")} == {"ho-so-chay-rung", "ho-so-hop-nhat", "ho-so-trung-so"}


def test_papers_are_as_their_sources_make_them() -> None:
    for name, data in make_samples.render_dossiers().items():
        assert (SAMPLES / name).read_bytes() == data, "run python samples/make_samples.py"
