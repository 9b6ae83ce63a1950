"""A list as plain text: a ruled table where the line is long enough, else one block a row."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from vanban.write.listing import Listing


def render_table(listing: Listing, width: int | None = None) -> str:
    """The list for a line of `width` characters; None is as long as it takes."""
    title = "\n".join(listing.head()) + "\n\n"
    if not listing.cells:
        return title + listing.empty + "\n"
    sizes = [column.width for column in listing.columns]
    names = [column.name for column in listing.columns]
    if width is not None and width < sum(sizes) + 3 * len(sizes) + 1:
        return title + "\n".join(_block(names, row, max(width, 40)) for row in listing.cells)
    rule = "+" + "+".join("-" * (size + 2) for size in sizes) + "+"
    lines = [rule, *_ruled(names, sizes), rule.replace("-", "=")]
    for row in listing.cells:
        lines += [*_ruled(row, sizes), rule]
    return title + "\n".join(lines) + "\n"


def _ruled(row: Sequence[str], sizes: Sequence[int]) -> list[str]:
    columns = [_wrap(text, size) for text, size in zip(row, sizes, strict=True)]
    height = max(len(column) for column in columns)
    return [
        "| "
        + " | ".join(
            (column[line] if line < len(column) else "").ljust(size)
            for column, size in zip(columns, sizes, strict=True)
        )
        + " |"
        for line in range(height)
    ]


def _block(names: Sequence[str], row: Sequence[str], width: int) -> str:
    lines = _wrap(f"{row[0]}. {row[1]}", width)
    for name, text in list(zip(names, row, strict=True))[2:]:
        if text:
            first = f"   {name.split(' (')[0]}: "
            lines += textwrap.wrap(" ".join(text.split()), width, initial_indent=first, subsequent_indent="      ")
    return "\n".join(lines) + "\n"


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), width, break_on_hyphens=False) or [""]
