"""Who ultimately has to act, *ai là người làm cuối cùng*, and what waits for whom, *còn chờ ai*: read from the edges
of a graph, nothing is inferred."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from vanban.graph.nodes import Graph

_WAYS = 1_000
"""Steps that are taken from one duty; papers that hand on in a tangle must not take for ever."""


class Act(msgspec.Struct, frozen=True):
    """A duty at the end of its chain: `organs` lead it; `documents` are those that it came through, the one that
    ordered it first, `duties` its ids in them; `deadline` is the earliest day on the way (ISO 8601), else the words;
    `successors` say who took the place of which of the organs since.
    """

    organs: list[str]
    action: str
    documents: list[str]
    duties: list[str]
    deadline: str | None = None
    successors: list[str] = []


class Wait(msgspec.Struct, frozen=True):
    """What somebody waits for: `kind` is "report" (who gets it waits for those who owe it) or "document" (papers that
    cite one that is not at hand wait for it); `deadline` is the day or the words; `handed_on` are those who have to act
    where the duty was handed on, `successors` say who took the place of which of those that are awaited."""

    kind: str
    who: list[str]
    awaited: list[str]
    what: str
    document: str
    deadline: str | None = None
    handed_on: list[str] = []
    successors: list[str] = []


def find_acts(graph: Graph) -> list[Act]:
    """Each duty that nobody hands on further, with its way from the document that ordered it first; a duty that several
    hand on has an end for each."""
    lower = _find_lower(graph)
    handing = {duty for duties in lower.values() for duty in duties}
    acts = []
    for node, data in graph.nodes(data=True):
        if data["kind"] == "duty" and node not in handing:
            for way in _walk(lower, (node,)):
                organs = _list_labels(graph, way[-1], "leads")
                if organs:
                    acts.append(_make(graph, way, organs))
    return acts


def find_waits(graph: Graph) -> list[Wait]:
    """Reports that are owed, duty by duty, then cited documents that are not at hand, each once."""
    homes, lower = _find_homes(graph), _find_lower(graph)
    waits = []
    for node, data in graph.nodes(data=True):
        if data["kind"] == "duty" and (who := _list_labels(graph, node, "reports_to")):
            owed = _list_labels(graph, node, "leads")
            document = graph.nodes[homes[node]]["label"] if node in homes else ""
            ends = (_list_labels(graph, way[-1], "leads") for way in _walk(lower, (node,)) if len(way) > 1)
            acting = list(dict.fromkeys(organ for end in ends for organ in end if organ not in owed))
            since = _list_successors(graph, node)
            waits.append(Wait("report", who, owed, data["label"], document, data.get("deadline"), acting, since))
    for node, data in graph.nodes(data=True):
        citing = [
            graph.nodes[s]["label"] for s, _, edge in graph.in_edges(node, data=True) if edge["relation"] != "issues"
        ]
        if data["kind"] == "document" and data["source"] is None and citing:
            issuer = data.get("issuer")
            waits.append(
                Wait("document", list(dict.fromkeys(citing)), [issuer] if issuer else [], data["label"], data["label"])
            )
    return waits


def _walk(lower: dict[str, list[str]], way: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The ways down from a duty to those that nobody hands on, at most `_WAYS`."""
    ends = [way]
    for _ in range(_WAYS):
        if not ends:
            return
        known = ends.pop()
        further = [duty for duty in lower.get(known[-1], ()) if duty not in known]
        if not further:
            yield known
        ends += [(*known, duty) for duty in reversed(further)]


def _make(graph: Graph, way: tuple[str, ...], organs: list[str]) -> Act:
    homes = [
        source for duty in way for source, _, data in graph.in_edges(duty, data=True) if data["relation"] == "assigns"
    ]
    said = [graph.nodes[duty].get("deadline") for duty in way]
    days = [day for day in said if day and day[:4].isdigit() and len(day) == 10]
    return Act(
        organs=organs,
        action=graph.nodes[way[0]]["label"],
        documents=list(dict.fromkeys(graph.nodes[home]["label"] for home in homes)),
        duties=list(way),
        deadline=min(days, default=None) or next((day for day in reversed(said) if day), None),
        successors=_list_successors(graph, way[-1]),
    )


def _find_lower(graph: Graph) -> dict[str, list[str]]:
    """For each duty that is handed on, those that hand it on."""
    lower: dict[str, list[str]] = {}
    for source, target, data in graph.edges(data=True):
        if data["relation"] == "hands_on":
            lower.setdefault(target, []).append(source)
    return lower


def _list_successors(graph: Graph, duty: str) -> list[str]:
    """What took the place of the organs that lead a duty, step by step, each with its decree and day."""
    waiting = [target for _, target, data in graph.out_edges(duty, data=True) if data["relation"] == "leads"]
    seen = dict.fromkeys(waiting)
    said = []
    for node in waiting:
        for _, target, data in graph.out_edges(node, data=True):
            if data["relation"] == "succeeded_by":
                said.append(data["text"])
                if target not in seen:
                    seen[target] = None
                    waiting.append(target)
    return said


def _find_homes(graph: Graph) -> dict[str, str]:
    return {target: source for source, target, data in graph.edges(data=True) if data["relation"] == "assigns"}


def _list_labels(graph: Graph, duty: str, relation: str) -> list[str]:
    found = [graph.nodes[t]["label"] for _, t, data in graph.out_edges(duty, data=True) if data["relation"] == relation]
    return list(dict.fromkeys(found))
