"""The tracking list as JSON, CSV, Markdown and HTML."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Sequence

import msgspec

from vanban.model.dossier import TrackingRow
from vanban.write.tracking.columns import COLUMNS

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings that a spreadsheet takes for a formula."""


def render_json(rows: Sequence[TrackingRow]) -> bytes:
    """The rows themselves, with the whole duty and what it lacks."""
    return msgspec.json.format(msgspec.json.encode(list(rows)), indent=2) + b"\n"


def render_csv(cells: Sequence[Sequence[str]]) -> bytes:
    """CSV in UTF-8 with a mark at its beginning, so that Excel reads the letters; no cell can act as a formula."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([name for name, _ in COLUMNS])
    writer.writerows([[disarm(text) for text in row] for row in cells])
    return buffer.getvalue().encode("utf-8-sig", "replace")


def disarm(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would compute it.

    >>> disarm("=1+1"), disarm("Sở Y tế")
    ("'=1+1", 'Sở Y tế')
    """
    return "'" + text if text.startswith(RISKY) else text


def render_markdown(head: Sequence[str], cells: Sequence[Sequence[str]]) -> bytes:
    """A Markdown table."""
    lines = [f"# {head[0]}", "", *(f"{line}  " for line in head[1:]), ""]
    lines.append("| " + " | ".join(name for name, _ in COLUMNS) + " |")
    lines.append("|" + "---|" * len(COLUMNS))
    lines += ["| " + " | ".join(_escape(text) for text in row) + " |" for row in cells]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def render_html(head: Sequence[str], cells: Sequence[Sequence[str]]) -> bytes:
    """A page of its own, for A4 landscape."""
    title = html.escape(head[0])
    names = "".join(f'<th scope="col">{html.escape(name)}</th>' for name, _ in COLUMNS)
    body = "\n".join("<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in row) + "</tr>" for row in cells)
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in head[1:])
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
<h1>{title}</h1>{lines}
<table><thead><tr>{names}</tr></thead><tbody>
{body}
</tbody></table></body></html>
"""
    return page.encode("utf-8", "replace")


def _escape(text: str) -> str:
    plain = " ".join(text.split()).replace("\\", "\\\\")
    for character in "|*_`[]<>":
        plain = plain.replace(character, f"&#{ord(character)};" if character in "<>" else f"\\{character}")
    return plain
