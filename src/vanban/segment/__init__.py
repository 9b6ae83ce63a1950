"""Text to outlines: a file cut into its documents, each into zones, its body into a tree."""

from __future__ import annotations

import re

import msgspec

from vanban.model.document import Node
from vanban.model.outline import Outline, Zone
from vanban.model.text import Line, Span, Text
from vanban.segment.ending import read_ending
from vanban.segment.heading import read_heading
from vanban.segment.paragraphs import make_paragraphs
from vanban.segment.rows import Row, make_rows
from vanban.segment.split import split_documents
from vanban.segment.tree import build_tree

__all__ = ["segment_text"]

_APPENDIX = re.compile(r"^(?:phu luc|danh muc|bieu|mau so|mau|bang|danh sach|phan cong|noi dung|lich|chuong trinh)\b")


def segment_text(text: Text) -> list[Outline]:
    """The documents of a file in order; a file without any recognisable heading is one document."""
    rows = make_rows(text)
    # Running heads, notes, and the stamps of a page.
    outside = tuple(
        (line.start, line.end)
        for line in text.lines
        if line.part in ("header", "footer", "note") or (line.part == "box" and line.page is not None)
    )
    outlines = []
    parts = split_documents(rows)
    for number, (first, last, attached) in enumerate(parts):
        start = 0 if number == 0 else rows[first].start
        end = rows[parts[number + 1][0]].start if number + 1 < len(parts) else len(text.text)
        outlines.append(_outline(text, rows[first:last], (start, end), outside, attached))
    return outlines


def _outline(text: Text, rows: list[Row], span: Span, outside: tuple[Span, ...], attached: bool) -> Outline:
    heading = read_heading(rows, attached=attached)
    rest = rows[heading.length :]
    ending = read_ending(rest)
    # Stamps on a page stand between the lines of the text and belong to none of them.
    said = [row for row in rest[: ending.body_end] if row.line.part != "box" or row.line.page is None]
    body = build_tree(make_paragraphs(text.text, said, outside))
    after = [row for row in rest[ending.after :] if row.line.part != "box" or row.line.page is None]
    body += _appendices(text, after, outside)
    shift = span[0]
    lines = tuple(_moved(line, shift) for line in text.lines if span[0] <= line.start and line.end <= span[1])
    return Outline(
        text=text.text[span[0] : span[1]],
        lines=lines,
        zones=tuple(_moved_zone(zone, shift) for zone in (*heading.zones, *ending.zones)),
        body=tuple(_moved_node(node, shift) for node in body),
        outside=tuple((left - shift, right - shift) for left, right in outside if span[0] <= left and right <= span[1]),
        problems=text.problems,
        issued_under=attached,
        reader=text.reader,
    )


def _appendices(text: Text, rows: list[Row], outside: tuple[Span, ...]) -> tuple[Node, ...]:
    """What follows the signature: appendices (*phụ lục*), each a root of the tree with its own paragraphs."""
    starts = [
        index
        for index, row in enumerate(rows)
        if (re.match(r"^phu luc\b", row.key) and len(row.text) < 60) or index == 0
    ]
    nodes: list[Node] = []
    for number, start in enumerate(starts):
        group = rows[start : starts[number + 1] if number + 1 < len(starts) else len(rows)]
        has_table = any(row.line.cell is not None for row in group)
        if not has_table and len(group) < 4 and not _APPENDIX.match(group[0].key):
            continue
        label = group[0].text if _APPENDIX.match(group[0].key) and len(group[0].text) < 80 else "Phụ lục"
        paragraphs = make_paragraphs(text.text, group, outside)
        children = list(build_tree(paragraphs, prefix=label))
        if children:
            node = Node("appendix", label, label, None, "", (group[0].start, group[-1].end), children)
            nodes.append(node)
    return tuple(nodes)


def _moved(line: Line, shift: int) -> Line:
    return msgspec.structs.replace(line, start=line.start - shift, end=line.end - shift) if shift else line


def _moved_zone(zone: Zone, shift: int) -> Zone:
    parts = tuple((start - shift, end - shift) for start, end in zone.parts)
    return Zone(zone.kind, (zone.span[0] - shift, zone.span[1] - shift), parts)


def _moved_node(node: Node, shift: int) -> Node:
    if not shift:
        return node
    cells = [
        msgspec.structs.replace(cell, span=(cell.span[0] - shift, cell.span[1] - shift) if cell.span else None)
        for cell in node.cells
    ]
    return msgspec.structs.replace(
        node,
        span=(node.span[0] - shift, node.span[1] - shift),
        children=[_moved_node(child, shift) for child in node.children],
        cells=cells,
    )
