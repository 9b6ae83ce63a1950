"""What a picture shows of a graph: boxes and arrows, few enough to be looked at.

What a box can say itself is no arrow: a document names who issued it and when, and lists its duties with who leads
them and until when, by organ where they are many; papers that are alike are one box of lines; units and members stand
in the boxes of their organs and classes.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import msgspec

from vanban.graph.nodes import Graph
from vanban.graph.tiers import find_tier
from vanban.graph.words import shorten_organ

MOST_ROWS = 16
_SAID = {"leads": "", "coordinates": "phối hợp ", "reports_to": "báo cáo "}
"""Relations of a duty that its line says, with the word before the organ."""
_FEW = 4
"""So many documents that are alike are drawn as one box."""


class Box(msgspec.Struct):
    """A node as it is drawn: its name, a small line below, and lines for the duties of a document."""

    kind: str
    title: str
    small: str = ""
    rows: list[tuple[str, str, str]] = msgspec.field(default_factory=list)
    waiting: bool = False
    tier: int = 2
    short: bool = False
    """Whether a line and what is said of it are one."""
    more: str = ""
    """What stands for the lines that are too many."""


class Arrow(msgspec.Struct, frozen=True):
    """Parallel edges of one relation, drawn once; the ends may be lines of boxes."""

    source: str
    target: str
    relation: str


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
            boxes[node].small = ", ".join(part for part in (issuer, write_day(data.get("date"))) if part)
        elif data["kind"] == "duty":
            boxes[node].small = write_day(data.get("deadline"))
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
        joined |= {node_of(arrow.source), node_of(arrow.target)}
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
    ends = Counter(node_of(end) for arrow in arrows for end in (arrow.source, arrow.target))
    likes: dict[tuple[str, str, str], list[str]] = {}
    for arrow in arrows:
        node = node_of(arrow.source)
        box = boxes.get(node)
        if box and box.kind == "document" and not box.waiting and ends[node] == 1 and len(box.rows) <= 1:
            likes.setdefault((arrow.target, arrow.relation, box.title.rpartition(" ")[0]), []).append(node)
    homes: dict[str, str] = {}
    grouped: dict[str, Box] = {}
    for (target, relation, kind), nodes in likes.items():
        if len(nodes) < _FEW or not kind:
            continue
        name = f"{relation} {kind} {target}".replace("\n", " ")
        said = {node: "; ".join(row[2] for row in boxes[node].rows) for node in nodes}
        # What all of them say stands at the head.
        shared = next(iter(said.values())) if len(set(said.values())) == 1 else ""
        rows: list[tuple[str, str, str]] = []
        for node in nodes:
            own = "; ".join(filter(None, [boxes[node].small, "" if shared else said[node]]))
            rows.append((f"r{len(rows)}", boxes[node].title.rpartition(" ")[2], own))
            homes[node] = name
        title = f"{len(nodes)} {kind.lower()}"
        grouped[name] = Box(
            kind="document",
            title=title,
            small=shared,
            rows=rows,
            short=not any(map(len, said.values())) or bool(shared),
        )
    for (tier, _), nodes in _list_alone(boxes, ends).items():
        rows = [(f"r{n}", boxes[node].title, boxes[node].small) for n, node in enumerate(nodes)]
        name = f"alone {tier} {nodes[0]}"
        homes |= dict.fromkeys(nodes, name)
        grouped[name] = Box(kind="organ", title=f"{len(nodes)} cơ quan chỉ giao đơn vị mình", rows=rows, tier=tier)
    kept = {node: box for node, box in boxes.items() if node not in homes}
    joined: Counter[Arrow] = Counter()
    told: dict[Arrow, str] = {}
    for arrow, count in arrows.items():
        moved = msgspec.structs.replace(arrow, source=homes.get(node_of(arrow.source), arrow.source))
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
    """Write the duties of a document into its box, one a line, or one for all that the same organs lead where they are
    more than fit; gives for each duty its line."""
    assigned: dict[str, list[str]] = {}
    for document, duty, data in graph.edges(data=True):
        if data["relation"] == "assigns":
            assigned.setdefault(document, []).append(duty)
    homes: dict[str, str] = {}
    for document, duties in assigned.items():
        likes: dict[str, list[str]] = {}
        for duty in duties:
            key = _name_ends(graph, boxes, duty, "leads") if len(duties) > MOST_ROWS else duty
            likes.setdefault(key, []).append(duty)
        box = boxes[document]
        for key, own in likes.items():
            box.rows.append((f"r{len(box.rows)}", *_tell_duties(graph, boxes, key, own)))
            port = box.rows[-1][0] if len(box.rows) <= MOST_ROWS else "more"
            homes |= dict.fromkeys(own, f"{document}\n{port}")
        box.more = f"… và {len(likes) - MOST_ROWS} {'cơ quan' if len(duties) > len(likes) else 'nhiệm vụ'} khác"
    return homes


def _tell_duties(graph: Graph, boxes: dict[str, Box], organs: str, duties: list[str]) -> tuple[str, str]:
    """The line of one duty: its action, who has to do with it, until when; or that of the duties of `organs`."""
    if len(duties) == 1:
        (duty,) = duties
        said = [
            before + names for relation, before in _SAID.items() if (names := _name_ends(graph, boxes, duty, relation))
        ]
        until = f"hạn {boxes[duty].small}" if boxes[duty].small else ""
        return boxes[duty].title, "; ".join(filter(None, [*said, until]))
    days = [day for duty in duties if re.match(r"\d{4}-", day := graph.nodes[duty].get("deadline") or "")]
    first = f", hạn sớm nhất {write_day(min(days))}" if days else ""
    return f"{organs or '(không rõ cơ quan)'}: {len(duties)} nhiệm vụ{first}", "; ".join(
        boxes[duty].title for duty in duties[:2]
    ) + "…"


def _name_ends(graph: Graph, boxes: dict[str, Box], duty: str, relation: str) -> str:
    """The organs to which edges of one relation lead from a duty."""
    ends = (organ for _, organ, edge in graph.out_edges(duty, data=True) if edge["relation"] == relation)
    return ", ".join(dict.fromkeys(boxes[organ].title for organ in ends))


def node_of(end: str) -> str:
    return end.partition("\n")[0]


def write_day(day: Any) -> str:
    """ "2026-03-02" as 02/3/2026; other words stay.

    >>> write_day("2026-03-02"), write_day(None)
    ('02/3/2026', '')
    """
    if not isinstance(day, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return str(day or "")
    year, month, number = day.split("-")
    return f"{number}/{month.lstrip('0') if int(month) > 2 else month}/{year}"
