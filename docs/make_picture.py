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
WIDTH, DUTIES = 100, 2
FONTS = "'DejaVu Sans Mono', 'Cascadia Mono', Consolas, Menlo, monospace"  # all with Vietnamese letters
STYLES = {"head": "bold", "field": "bold cyan", "duty": "bold", "proof": "bright_black", "problem": "yellow"}


def picture_lines() -> list[tuple[str, str]]:
    """Role and text of the summary's lines, up to the second duty."""
    lines = summarise(parse(SAMPLE, (ROOT / SAMPLE).read_bytes()), "vi", WIDTH)
    beginnings = [at for at, (_, text) in enumerate(lines) if re.match(r"\s+\d+\. ", text)]
    return [*lines[: beginnings[DUTIES]], ("proof", "   …")]


def draw() -> str:
    """The picture as SVG, without the fonts that rich would load from the network."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    for role, text in picture_lines():
        console.print(Text(text, style=STYLES.get(role, "")), soft_wrap=True)
    svg = console.export_svg(title=f"vanban parse {SAMPLE}", unique_id="vanban")
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family: Fira Code, monospace", f"font-family: {FONTS}", svg)


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "docs" / "parse.svg").write_text(draw(), encoding="utf-8")
