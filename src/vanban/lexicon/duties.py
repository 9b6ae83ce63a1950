"""Words of sentences that look like a duty and are none: staff, those who are served, people as such, rights."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files


@functools.cache
def duty_words() -> dict[str, list[str]]:
    """The lists of `data/duties.toml`."""
    return tomllib.loads(files("vanban.lexicon").joinpath("data/duties.toml").read_text("utf-8"))
