"""The tracking list as plain text: a ruled table where the line is long enough, else one block a duty."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from vanban.write.tracking.columns import COLUMNS

FULL_WIDTH = sum(width for _, width in COLUMNS) + 3 * len(COLUMNS) + 1


def render_table(head: Sequence[str], cells: Sequence[Sequence[str]], width: int | None = None) -> str:
    """The list for a line of `width` characters; None is as long as it takes."""
    title = "\n".join(head) + "\n\n"
    if not cells:
        return title + "Không có nhiệm vụ nào.\n"
    if width is not None and width < FULL_WIDTH:
        return title + "\n".join(_block(row, max(width, 40)) for row in cells)
    rule = "+" + "+".join("-" * (size + 2) for _, size in COLUMNS) + "+"
    lines = [rule, *_ruled([name for name, _ in COLUMNS]), rule.replace("-", "=")]
    for row in cells:
        lines += [*_ruled(row), rule]
    return title + "\n".join(lines) + "\n"


def _ruled(row: Sequence[str]) -> list[str]:
    columns = [_wrap(text, size) for text, (_, size) in zip(row, COLUMNS, strict=True)]
    height = max(len(column) for column in columns)
    return [
        "| "
        + " | ".join(
            (column[line] if line < len(column) else "").ljust(size)
            for column, (_, size) in zip(columns, COLUMNS, strict=True)
        )
        + " |"
        for line in range(height)
    ]


def _block(row: Sequence[str], width: int) -> str:
    lines = _wrap(f"{row[0]}. {row[1]}", width)
    for (name, _), text in list(zip(COLUMNS, row, strict=True))[2:]:
        if text:
            first = f"   {name.split(' (')[0]}: "
            lines += textwrap.wrap(" ".join(text.split()), width, initial_indent=first, subsequent_indent="      ")
    return "\n".join(lines) + "\n"


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), width, break_on_hyphens=False) or [""]
