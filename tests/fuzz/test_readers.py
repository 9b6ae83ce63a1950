"""The start of what `make fuzz` does for longer: seeds and a few changes of each, always the same ones."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from fuzz.mutation import mutate
from fuzz.readers import check, run_by_chance
from fuzz.seeds import WORDS, make_seeds


@pytest.mark.parametrize("kind", sorted(WORDS))
def test_changed_files_are_read_or_refused(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # LibreOffice and Tesseract take a second a file
    chance = random.Random(3)
    seeds = make_seeds(kind)[:3]
    for data in seeds:
        check(data, kind)
    for number in range(15):
        check(mutate(seeds[number % len(seeds)], WORDS[kind], chance), kind)


def test_what_breaks_a_reader_is_kept_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(path: str, data: bytes, **_: object) -> None:
        raise IndexError(data)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("vanban.pipeline.parse", break_down)
    assert run_by_chance("txt", 0.2, seed=1) == 1
    (kept,) = (tmp_path / ".fuzz").iterdir()
    with pytest.raises(IndexError):
        check(kept.read_bytes(), "txt")
