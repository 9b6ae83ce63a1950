"""A picture of a graph in the dot language: few boxes, short names, colours for relations, columns by tier.

Arrows run from upper to lower, whichever way the relation is told; parts that do not hang together stand side by side.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator

from vanban.graph.boxes import MOST_ROWS, Arrow, Box, fold_graph, group_leaves
from vanban.graph.nodes import Graph
from vanban.graph.tiers import TITLES
from vanban.graph.words import KINDS, name_relation

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_SHAPES = {"organ": "box", "office": "box", "person": "ellipse", "document": "note", "duty": "box"}
_ROOM = 12
"""Letters for which a cell has a blank to spare."""
_COLUMNS = 2
_GREY = "#4b5563"


def to_dot(graph: Graph) -> bytes:
    """The dot language of Graphviz, as a person wants to look at it; every relation has its colour in the legend."""
    boxes, arrows, tips = group_leaves(*fold_graph(graph))
    lines = ["digraph vanban {", "  rankdir=LR; ranksep=0.9; nodesep=0.12; splines=true; outputorder=edgesfirst;"]
    tiers = list(_draw_tiers(boxes))
    if not tiers:
        # What does not hang together stands side by side, so that many papers do not make one long column.
        lines.append(f"  pack=20; packmode=array{_COLUMNS};")
    lines.append('  graph [fontname="DejaVu Sans", fontsize=11, labelloc=b, labeljust=l];')
    lines.append('  node [fontname="DejaVu Sans", fontsize=10, style=filled, color="#9ca3af", margin="0.1,0.05"];')
    lines.append('  edge [fontname="DejaVu Sans", fontsize=8, arrowsize=0.6];')
    lines.append(f"  label={_legend(arrows, boxes)};")
    for node, box in boxes.items():
        lines.append(f"  {quote_dot(node)} [{_draw_box(box)}];")
    lines += tiers
    for arrow, count in arrows.items():
        lines.append(f"  {_draw_arrow(arrow, count, tips[arrow])}")
    return ("\n".join([*lines, "}"]) + "\n").encode()


def _draw_box(box: Box) -> str:
    colour = "#ffffff" if box.waiting else KINDS.get(box.kind, ("", "#ffffff"))[1]
    style = ', style="filled,dashed"' if box.waiting else ""
    if box.rows:
        return f"label={_table(box)}, shape=plain"
    title = _lines(box.title, 30)
    if box.small:
        small = f'<FONT POINT-SIZE="8" COLOR="{_GREY}">{_lines(box.small, 38)}</FONT>'
        title = f"<B>{title}</B><BR/>{small}"
    return f'label=<{title}>, shape={_SHAPES.get(box.kind, "box")}, fillcolor="{colour}"{style}'


def _table(box: Box) -> str:
    """The box of a document with its duties, one a line."""
    head = f"<B>{_lines(box.title, 44)}</B>"
    head += f'<BR/><FONT POINT-SIZE="8" COLOR="{_GREY}">{_lines(box.small, 56)}</FONT>' if box.small else ""
    rows = [f'<TR><TD BGCOLOR="{KINDS[box.kind][1]}" BALIGN="LEFT" ALIGN="LEFT">{head}</TD></TR>']
    for port, title, small in box.rows[:MOST_ROWS]:
        said = f'<FONT POINT-SIZE="8" COLOR="{_GREY}">{_lines(small, 62, _ROOM)}</FONT>' if small else ""
        between = " " if box.short else '<BR ALIGN="LEFT"/>'
        text = between.join(filter(None, [_lines(title, 52, _ROOM), said]))
        rows.append(f'<TR><TD PORT="{port}" BALIGN="LEFT" ALIGN="LEFT">{text}</TD></TR>')
    if len(box.rows) > MOST_ROWS:
        more = box.more or f"… và {len(box.rows) - MOST_ROWS} khác"
        rows.append(f'<TR><TD PORT="more" ALIGN="LEFT"><FONT COLOR="{_GREY}">{more}</FONT></TD></TR>')
    return (
        '<<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="4" COLOR="#9ca3af" BGCOLOR="#ffffff">'
        + "".join(rows)
        + "</TABLE>>"
    )


def _draw_arrow(arrow: Arrow, count: int, tip: str) -> str:
    relation = name_relation(arrow.relation)
    ends = (arrow.target, arrow.source) if relation.upward else (arrow.source, arrow.target)
    source, target = (":".join(quote_dot(part) for part in end.split("\n")) for end in ends)
    name = f"{relation.name} ({count})" if count > 1 else relation.name
    traits = [f'color="{relation.colour}"', f"tooltip={quote_dot(f'{name}: {tip}')}"]
    traits += ["dir=back"] if relation.upward else []
    traits += ["style=dashed"] if relation.dashed else []
    traits += [f"penwidth={min(1 + count / 4, 3):.1f}"] if count > 1 else []
    # Answers stand behind what carries out.
    traits += ["minlen=2"] if arrow.relation == "responds_to" else []
    return f"{source} -> {target} [{', '.join(traits)}];"


def _draw_tiers(boxes: dict[str, Box]) -> Iterator[str]:
    """Columns by tier, where there are organs alone."""
    if any(box.kind in ("document", "duty") for box in boxes.values()):
        return
    tiers: dict[int, list[str]] = {}
    for node, box in boxes.items():
        tiers.setdefault(box.tier, []).append(node)
    names = [f"tier {tier}" for tier in sorted(tiers)]
    for tier, name in zip(sorted(tiers), names, strict=True):
        yield f'  {quote_dot(name)} [label=<<B>{TITLES[tier]}</B>>, shape=plain, style="", fontcolor="{_GREY}"];'
        yield f"  {{rank=same; {'; '.join(quote_dot(node) for node in [name, *tiers[tier]])}}}"
    if len(names) > 1:
        yield f"  {' -> '.join(map(quote_dot, names))} [style=invis, weight=20];"


def _legend(arrows: Counter[Arrow], boxes: dict[str, Box]) -> str:
    """The relations that are drawn, each in its colour."""
    cells = []
    for name in dict.fromkeys(arrow.relation for arrow in arrows):
        relation = name_relation(name)
        line = "– –" if relation.dashed else "——"
        arrow = f"◂{line}" if relation.upward else f"{line}▸"
        cells.append(f'<TD><FONT COLOR="{relation.colour}">{arrow}</FONT> {relation.name}</TD>')
    if any(box.waiting for box in boxes.values()):
        cells.append("<TD>┌┄┐ chưa có trong hồ sơ</TD>")
    return f'<<TABLE BORDER="0" CELLSPACING="8"><TR>{"".join(cells) or "<TD> </TD>"}</TR></TABLE>>'


def _lines(text: str, width: int, room: int = 0) -> str:
    """Text for an HTML-like label, wrapped; a blank for each `room` letters, for browsers set letters wider."""
    wrapped = [""]
    for word in _CONTROL.sub("", text).split():
        if wrapped[-1] and len(wrapped[-1]) + len(word) >= width:
            wrapped.append("")
        wrapped[-1] = f"{wrapped[-1]} {word}".strip()
    blanks = ["&#160;" * (len(line) // room) if room else "" for line in wrapped]
    return "<BR/>".join(html.escape(line[:200]) + blank for line, blank in zip(wrapped, blanks, strict=True)) or " "


def quote_dot(text: str) -> str:
    r"""A string of the dot language; backslashes and quotes lose their power, a line break becomes \n.

    >>> quote_dot('a "b" \\N')
    '"a \\"b\\" \\\\N"'
    """
    escaped = _CONTROL.sub("", text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\r", " ").replace("\n", "\\n") + '"'
