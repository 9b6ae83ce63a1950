"""docs/accuracy.md: figures are made, the diary is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.conftest import Paper
from vanban.evaluation import evaluate

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_diary_is_kept(paper: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(DOCS))
    from make_accuracy import keep_diary, render

    report = evaluate(paper(), tmp_path)
    page = render([("Files with text, dev", report)], "Errors that remain: none.")
    assert "| date | 1 | 1 | 1 | 1.000 | 1.000 | 1.000 | 1.000 | – |" in page
    assert render([("Files with text, dev", report)], keep_diary(page)) == page
    assert keep_diary("a page without marks") == ""


def test_page_has_a_diary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(DOCS))
    from make_accuracy import keep_diary

    assert len(keep_diary((DOCS / "accuracy.md").read_text(encoding="utf-8"))) > 1000
