"""A picture of a graph in the dot language: few boxes, short names, colours for relations, columns by tier.

What a box can say itself is no arrow: a document names who issued it and when, and lists its duties with who leads
them and until when. Arrows run from upper to lower, whichever way the relation is told.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from vanban.graph.nodes import Graph
from vanban.graph.tiers import TITLES, find_tier
from vanban.graph.words import KINDS, name_relation, shorten_organ

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_SHAPES = {"organ": "box", "office": "box", "person": "ellipse", "document": "note", "duty": "box"}
_SAID = {"leads": "", "coordinates": "phối hợp ", "reports_to": "báo cáo "}
"""Relations of a duty that its line says, with the word before the organ."""
_ROWS = 16
_FEW = 4
"""So many documents that are alike are drawn as one box."""
_GREY = "#4b5563"


class Box(msgspec.Struct):
    """A node as it is drawn: its name, a small line below, and lines for the duties of a document."""

    kind: str
    title: str
    small: str = ""
    rows: list[tuple[str, str, str]] = msgspec.field(default_factory=list)
    waiting: bool = False
    tier: int = 2


class Arrow(msgspec.Struct, frozen=True):
    """Parallel edges of one relation, drawn once; the ends may be lines of boxes."""

    source: str
    target: str
    relation: str


def to_dot(graph: Graph) -> bytes:
    """The dot language of Graphviz, as a person wants to look at it; every relation has its colour in the legend."""
    boxes, arrows, tips = group_leaves(*fold_graph(graph))
    lines = ["digraph vanban {", "  rankdir=LR; ranksep=0.9; nodesep=0.12; splines=true; outputorder=edgesfirst;"]
    lines.append('  graph [fontname="DejaVu Sans", fontsize=11, labelloc=b, labeljust=l];')
    lines.append('  node [fontname="DejaVu Sans", fontsize=10, style=filled, color="#9ca3af", margin="0.1,0.05"];')
    lines.append('  edge [fontname="DejaVu Sans", fontsize=8, arrowsize=0.6];')
    lines.append(f"  label={_legend(arrows, boxes)};")
    for node, box in boxes.items():
        lines.append(f"  {quote_dot(node)} [{_draw_box(box)}];")
    lines += _draw_tiers(boxes)
    for arrow, count in arrows.items():
        lines.append(f"  {_draw_arrow(arrow, count, tips[arrow])}")
    return ("\n".join([*lines, "}"]) + "\n").encode()


def fold_graph(graph: Graph) -> tuple[dict[str, Box], Counter[Arrow], dict[Arrow, str]]:
    """The boxes and arrows of a picture, arrows with how many edges they stand for and the first sentence of each."""
    boxes: dict[str, Box] = {}
    for node, data in graph.nodes(data=True):
        title = shorten_organ(data["label"]) if data["kind"] in ("organ", "office") else data["label"]
        boxes[node] = Box(kind=data["kind"], title=title)
        if names := data.get("names"):
            boxes[node].tier = find_tier(names[0])
            boxes[node].title = names[0] if data.get("unit_of") else title
        if data["kind"] == "document":
            boxes[node].waiting = data.get("source") is None
            issuer = shorten_organ(data.get("issuer") or "")
            boxes[node].small = ", ".join(part for part in (issuer, _write_day(data.get("date"))) if part)
        elif data["kind"] == "duty":
            boxes[node].small = _write_day(data.get("deadline"))
    homes = _fold_duties(graph, boxes)
    units = _fold_units(graph, boxes)
    classes = _fold_members(graph, boxes)
    arrows: Counter[Arrow] = Counter()
    tips: dict[Arrow, str] = {}
    joined: set[str] = set()
    folded: set[str] = set()
    for source, target, data in graph.edges(data=True):
        relation = data["relation"]
        member = relation == "member_of" and target in classes
        if relation == "issues" or (source in homes and relation in _SAID) or target in units or member:
            folded |= {source, target}
            continue
        if relation == "assigns" and target in homes:
            continue
        arrow = Arrow(homes.get(source, source), homes.get(target, target), relation)
        arrows[arrow] += 1
        tips.setdefault(arrow, data["text"])
        joined |= {_node(arrow.source), _node(arrow.target)}
    gone = {
        *homes,
        *units,
        *(node for node in folded - joined if boxes[node].kind == "organ" and not boxes[node].small),
    }
    return {node: box for node, box in boxes.items() if node not in gone}, arrows, tips


def group_leaves(
    boxes: dict[str, Box], arrows: Counter[Arrow], tips: dict[Arrow, str]
) -> tuple[dict[str, Box], Counter[Arrow], dict[Arrow, str]]:
    """Documents of one type that hang on one thing by one relation, and on which nothing hangs, as one box of lines."""
    ends = Counter(_node(end) for arrow in arrows for end in (arrow.source, arrow.target))
    likes: dict[tuple[str, str, str], list[str]] = {}
    for arrow in arrows:
        node = _node(arrow.source)
        box = boxes.get(node)
        if box and box.kind == "document" and not box.waiting and ends[node] == 1 and len(box.rows) <= 1:
            likes.setdefault((arrow.target, arrow.relation, box.title.rpartition(" ")[0]), []).append(node)
    homes: dict[str, str] = {}
    grouped: dict[str, Box] = {}
    for (target, relation, kind), nodes in likes.items():
        if len(nodes) < _FEW or not kind:
            continue
        name = f"{relation} {kind} {target}".replace("\n", " ")
        rows: list[tuple[str, str, str]] = []
        for node in nodes:
            box = boxes[node]
            said = "; ".join(filter(None, [box.small, *(row[2] for row in box.rows)]))
            rows.append((f"r{len(rows)}", box.title.rpartition(" ")[2], said))
            homes[node] = name
        grouped[name] = Box(kind="document", title=f"{len(nodes)} {kind.lower()}", rows=rows)
    for (tier, _), nodes in _list_alone(boxes, ends).items():
        rows = [(f"r{n}", boxes[node].title, boxes[node].small) for n, node in enumerate(nodes)]
        name = f"alone {tier} {nodes[0]}"
        homes |= dict.fromkeys(nodes, name)
        grouped[name] = Box(kind="organ", title=f"{len(nodes)} cơ quan chỉ giao đơn vị mình", rows=rows, tier=tier)
    kept = {node: box for node, box in boxes.items() if node not in homes}
    joined: Counter[Arrow] = Counter()
    told: dict[Arrow, str] = {}
    for arrow, count in arrows.items():
        moved = msgspec.structs.replace(arrow, source=homes.get(_node(arrow.source), arrow.source))
        joined[moved] = 1 if moved != arrow else count
        told.setdefault(moved, tips[arrow])
    return {**kept, **grouped}, joined, told


def _list_alone(boxes: dict[str, Box], ends: Counter[str]) -> dict[tuple[int, str], list[str]]:
    """Organs that give duties to the same units of their own alone, where they are more than a few."""
    alone: dict[tuple[int, str], list[str]] = {}
    for node, box in boxes.items():
        if box.kind == "organ" and box.small and not ends[node]:
            alone.setdefault((box.tier, box.small), []).append(node)
    return {key: nodes for key, nodes in alone.items() if len(nodes) >= _FEW}


def _fold_units(graph: Graph, boxes: dict[str, Box]) -> set[str]:
    """Write units that only their own organ instructs into its box; gives their nodes."""
    units = set()
    for node, data in graph.nodes(data=True):
        home = data.get("unit_of")
        around = [*graph.predecessors(node), *graph.successors(node)]
        if home in boxes and around and all(other == home for other in around):
            boxes[home].small = ", ".join(filter(None, [boxes[home].small, data["names"][0]]))
            units.add(node)
    return units


def _fold_members(graph: Graph, boxes: dict[str, Box]) -> set[str]:
    """Write the members of a class into its box, the first few by name; gives the classes."""
    members: dict[str, list[str]] = {}
    for member, group, data in graph.edges(data=True):
        if data["relation"] == "member_of" and graph.nodes[group].get("class"):
            members.setdefault(group, []).append(boxes[member].title)
    for group, titles in members.items():
        more = f" và {len(titles) - _FEW} cơ quan khác" if len(titles) > _FEW else ""
        boxes[group].small = f"gồm {', '.join(titles[:_FEW])}{more}"
    return set(members)


def _fold_duties(graph: Graph, boxes: dict[str, Box]) -> dict[str, str]:
    """Write the duties of a document into its box; gives for each duty its line."""
    homes: dict[str, str] = {}
    for document, duty, data in graph.edges(data=True):
        if data["relation"] != "assigns":
            continue
        said: list[str] = []
        for relation, before in _SAID.items():
            names = [
                boxes[organ].title
                for _, organ, edge in graph.out_edges(duty, data=True)
                if edge["relation"] == relation
            ]
            if names:
                said.append(before + ", ".join(dict.fromkeys(names)))
        box = boxes[document]
        until = f"hạn {boxes[duty].small}" if boxes[duty].small else ""
        box.rows.append((f"r{len(box.rows)}", boxes[duty].title, "; ".join(filter(None, [*said, until]))))
        homes[duty] = f"{document}\n{box.rows[-1][0]}" if len(box.rows) <= _ROWS else f"{document}\nmore"
    return homes


def _node(end: str) -> str:
    return end.partition("\n")[0]


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
    for port, title, small in box.rows[:_ROWS]:
        said = f'<BR ALIGN="LEFT"/><FONT POINT-SIZE="8" COLOR="{_GREY}">{_lines(small, 62)}</FONT>' if small else ""
        rows.append(f'<TR><TD PORT="{port}" BALIGN="LEFT" ALIGN="LEFT">{_lines(title, 52)}{said}</TD></TR>')
    if len(box.rows) > _ROWS:
        more = f"… và {len(box.rows) - _ROWS} nhiệm vụ khác"
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


def _write_day(day: Any) -> str:
    """ "2026-03-02" as 02/3/2026; other words stay.

    >>> _write_day("2026-03-02"), _write_day(None)
    ('02/3/2026', '')
    """
    if not isinstance(day, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return str(day or "")
    year, month, number = day.split("-")
    return f"{number}/{month.lstrip('0') if int(month) > 2 else month}/{year}"


def _lines(text: str, width: int) -> str:
    """Text for an HTML-like label, wrapped."""
    wrapped = [""]
    for word in _CONTROL.sub("", text).split():
        if wrapped[-1] and len(wrapped[-1]) + len(word) >= width:
            wrapped.append("")
        wrapped[-1] = f"{wrapped[-1]} {word}".strip()
    return "<BR/>".join(html.escape(line[:200]) for line in wrapped) or " "


def quote_dot(text: str) -> str:
    r"""A string of the dot language; backslashes and quotes lose their power, a line break becomes \n.

    >>> quote_dot('a "b" \\N')
    '"a \\"b\\" \\\\N"'
    """
    escaped = _CONTROL.sub("", text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\r", " ").replace("\n", "\\n") + '"'
