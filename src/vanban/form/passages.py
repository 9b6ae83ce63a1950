"""What the body of a paper is made of for the rules on it: its lines, its end, its grounds (*căn cứ*)."""

from __future__ import annotations

import re

from vanban.form.sheet import Sheet, find_zones, trim
from vanban.model.document import Node
from vanban.model.text import Line, Span
from vanban.notation.folding import fold

LONG = 150
"""Characters of a paragraph that surely takes two lines."""
_GROUND = re.compile(r"^(?:can cu|theo de nghi|xet de nghi)\b")
_OFFICE_LINE = 3


def main_nodes(sheet: Sheet) -> list[Node]:
    """The parts of the body without the appendices behind the signature."""
    return [node for node in sheet.outline.body if node.kind != "appendix"]


def body_span(sheet: Sheet) -> Span | None:
    """From the first word of the body to its last before recipients and signature."""
    nodes = main_nodes(sheet)
    return (nodes[0].span[0], max(node.span[1] for node in nodes)) if nodes else None


def body_lines(sheet: Sheet) -> list[tuple[Line, int]]:
    """The lines of the body outside of tables, with their places among all lines."""
    span = body_span(sheet)
    return [
        (line, place)
        for place, line in enumerate(sheet.outline.lines)
        if span
        and span[0] <= line.start < span[1]
        and line.cell is None
        and line.part == "body"
        and not line.column
        and sheet.text[line.start : line.end].strip()
    ]


def last_words(sheet: Sheet) -> Span | None:
    """The last line of the body where a list of recipients or a signature follows; None where it ends in a table."""
    ends = [zone.span[0] for kind in ("recipients", "signature") for zone in find_zones(sheet, kind)]
    lines = [line for line, _ in body_lines(sheet) if line.end <= min(ends, default=-1)]
    last = lines[-1] if lines else None
    if last is None or re.search(r"\w", _between(sheet, last.end, min(ends))):
        return None
    return trim(sheet.text, (last.start, last.end))


def _between(sheet: Sheet, start: int, end: int) -> str:
    """What stands between the last line of the body and the end zone, stamps and running heads left out."""
    inside = (line for line in sheet.outline.lines if start < line.start < end and line.part == "body")
    return "".join(sheet.text[line.start : line.end] for line in inside if line.cell is not None)


def find_grounds(sheet: Sheet) -> list[Node]:
    """The grounds at the head of the body, each a paragraph of its own, where at least two stand there and none of
    them runs on into what the paper says ("Căn cứ …, Sở Y tế đề nghị")."""
    nodes = main_nodes(sheet)
    start = next((i for i, node in enumerate(nodes[: _OFFICE_LINE + 1]) if _is_ground(node)), len(nodes))
    grounds = []
    for node in nodes[start:]:
        if not _is_ground(node):
            break
        grounds.append(node)
    cited = sum(fold(node.text).startswith("can cu") for node in grounds)
    return grounds if cited and len(grounds) > 1 else []


def _is_ground(node: Node) -> bool:
    plain = fold(node.text)
    alone = node.kind == "paragraph" and not node.children and len(plain) < 700
    return alone and bool(_GROUND.match(plain)) and not plain.rstrip().endswith(":")
