"""Draws docs/parse.svg from what `vanban parse` says of a sample: `python docs/make_picture.py [OUT]`."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from vanban import parse
from vanban.cli.summary import summarise

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = "samples/02-cong-van-ky-nang-so.docx"
WIDTH, LINES = 100, 32
STYLES = {"head": "bold", "field": "bold cyan", "duty": "bold", "proof": "bright_black", "problem": "yellow"}


def picture_lines() -> list[tuple[str, str]]:
    """Role and text of the first lines of the summary."""
    lines = summarise(parse(SAMPLE, (ROOT / SAMPLE).read_bytes()), "vi", WIDTH)
    return [*lines[:LINES], ("proof", "…")]


def draw() -> str:
    """The picture as SVG, without the fonts that rich would load from the network."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    for role, text in picture_lines():
        console.print(Text(text, style=STYLES.get(role, "")), soft_wrap=True)
    svg = console.export_svg(title=f"vanban parse {SAMPLE}", unique_id="vanban")
    return re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "docs" / "parse.svg").write_text(draw(), encoding="utf-8")
