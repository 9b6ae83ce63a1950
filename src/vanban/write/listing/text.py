"""A list as CSV, Markdown and HTML."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Sequence

from vanban.write.listing import Listing

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings that a spreadsheet takes for a formula."""


def render_csv(listing: Listing) -> bytes:
    """CSV in UTF-8 with a mark at its beginning, so that Excel reads the letters; no cell can act as a formula."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([column.name for column in listing.columns])
    writer.writerows([[disarm(text) for text in row] for row in listing.cells])
    return buffer.getvalue().encode("utf-8-sig", "replace")


def disarm(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would compute it.

    >>> disarm("=1+1"), disarm("Sở Y tế")
    ("'=1+1", 'Sở Y tế')
    """
    return "'" + text if text.startswith(RISKY) else text


def render_markdown(listing: Listing) -> bytes:
    """A Markdown table."""
    over = [_escape(line) for line in [*listing.above, *listing.below]]
    lines = [f"# {_escape(listing.title)}", "", *(f"{line}  " for line in over), ""]
    lines.append("| " + " | ".join(_escape(column.name) for column in listing.columns) + " |")
    lines.append("|" + "---|" * len(listing.columns))
    lines += ["| " + " | ".join(_escape(text) for text in row) + " |" for row in listing.cells]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def render_html(listing: Listing) -> bytes:
    """A page of its own, for A4 landscape; it loads nothing."""
    title = html.escape(listing.title)
    names = "".join(f'<th scope="col">{html.escape(column.name)}</th>' for column in listing.columns)
    body = "\n".join(f"<tr>{_cells(listing, row)}</tr>" for row in listing.cells)
    above = "".join(f"<p><strong>{html.escape(line)}</strong></p>" for line in listing.above)
    below = "".join(f"<p>{html.escape(line)}</p>" for line in listing.below)
    page = f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
@page {{ size: A4 landscape; margin: 12mm; }}
body {{ font: 13px/1.4 "Times New Roman", "Liberation Serif", serif; }}
h1, p {{ text-align: center; margin: 4px; }} h1 {{ font-size: 17px; }}
table {{ border-collapse: collapse; width: 100%; margin-top: 10px; }} thead {{ display: table-header-group; }}
th, td {{ border: 1px solid #444; padding: 3px 5px; vertical-align: top; text-align: left; }}
th {{ background: #e5e7eb; }}
tr {{ break-inside: avoid; }}
</style></head><body>
{above}<h1>{title}</h1>{below}
<table><thead><tr>{names}</tr></thead><tbody>
{body}
</tbody></table></body></html>
"""
    return page.encode("utf-8", "replace")


def _cells(listing: Listing, row: Sequence[str]) -> str:
    cells = []
    for number, text in enumerate(row):
        colour = listing.colours.get(text) if number == listing.coloured else None
        ground = f' style="background: {colour}"' if colour else ""
        cells.append(f"<td{ground}>{html.escape(text)}</td>")
    return "".join(cells)


def _escape(text: str) -> str:
    plain = " ".join(text.split()).replace("\\", "\\\\").replace("&", "&amp;")
    for character in "|*_`[]<>":
        plain = plain.replace(character, f"&#{ord(character)};" if character in "<>" else f"\\{character}")
    return plain
