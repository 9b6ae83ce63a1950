"""Chains of instruction between two organs: through orders, and through the documents that pass orders on.

A chain walks `instructs` and `transmits` from organ to organ, `issues` from an organ to its document, from a cited
document to the one that forwards or implements it, and from there to what its instructor orders.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

import msgspec

from vanban.errors import UsageError
from vanban.graph.moves import Move, Step, list_moves
from vanban.graph.nodes import Graph, is_committee_of, is_same_name
from vanban.graph.views import keep_edges

_ACTORS = ("organ", "office", "person")
_WIDTH = 50_000
"""Steps that are tried before the search ends; what was found until then is given."""


class Chain(msgspec.Struct, frozen=True):
    """A way from one organ to another; `nodes` holds the labels in the order in which they are met."""

    nodes: list[str]
    steps: list[Step]


def find_chains(
    graph: Graph, source_name: str | None, target_name: str | None, *, limit: int = 20, length: int = 8
) -> list[Chain]:
    """Simple paths from the organ `source_name` to `target_name`, shortest first, at most `limit` of at most `length`
    steps. Without a source, from those whom nobody instructs; without a target, to all who are instructed, the
    shortest chain for each."""
    moves = list_moves(graph)
    instructed = {t for _, t, data in graph.edges(data=True) if data["relation"] in ("instructs", "transmits")}
    if source_name:
        sources = match_nodes(graph, source_name)
    else:
        actors = (node for node, data in graph.nodes(data=True) if data["kind"] in _ACTORS)
        sources = [node for node in actors if node not in instructed and moves.get(node)]
    targets = set(match_nodes(graph, target_name)) if target_name else instructed
    found: list[Chain] = []
    ends: set[str] = set()
    # Names of one organ are one beginning: no chain leads from one of them to another.
    starts = [(node, frozenset(sources if source_name else [node])) for node in sources]
    for path in _walk(moves, starts, targets, length, graph):
        end = path[-1].to
        if target_name is None and end in ends:
            continue
        ends.add(end)
        found.append(_chain(graph, path))
        if len(found) >= limit:
            break
    # Of the same length, those that one document tells go first.
    return sorted(found, key=lambda chain: (len(chain.steps), len({step.document for step in chain.steps})))


def match_nodes(graph: Graph, name: str) -> list[str]:
    """The organs, offices and persons of the graph that `name` names, standing committees of the organ included.

    Raises `UsageError` where there is none.
    """
    found = [
        node
        for node, data in graph.nodes(data=True)
        if data["kind"] in _ACTORS
        and any(is_same_name(known, name) or is_committee_of(known, name) for known in (data["label"], *data["names"]))
    ]
    if not found:
        raise UsageError(
            f"không có cơ quan “{name}” trong các văn bản này; hãy xem tên các cơ quan bằng "
            "“vanban graph TỆP --view instructs”."
        )
    return found


def select_chains(graph: Graph, chains: list[Chain]) -> Graph:
    """The part of the graph that the chains walk over, for export; the chains themselves are its attribute
    "chains", which the node-link form shows."""
    wanted = {(s.source, s.target, s.relation, s.document) for chain in chains for s in chain.steps}
    part = keep_edges(graph, lambda s, t, data: (s, t, data["relation"], data["document"]) in wanted)
    part.graph["chains"] = msgspec.to_builtins(chains)
    return part


def _walk(
    moves: dict[str, list[Move]],
    starts: list[tuple[str, frozenset[str]]],
    targets: set[str],
    length: int,
    graph: Graph,
) -> Iterator[list[Move]]:
    """All simple paths, shortest first; only nodes from which a target can still be reached are entered."""
    distance = _distances(moves, targets)
    queue: deque[tuple[str, tuple[Move, ...], frozenset[str]]] = deque(
        (source, (), seen) for source, seen in starts if source in distance
    )
    for _ in range(_WIDTH):
        if not queue:
            return
        node, path, seen = queue.popleft()
        for move in moves.get(node, ()):
            if move.to in seen or (move.through and move.through in seen):
                continue
            if move.through and _is_own(graph, move.through, path):
                continue
            longer = (*path, move)
            if move.to in targets:
                yield list(longer)
            if len(longer) + distance.get(move.to, length) <= length and distance.get(move.to):
                seen_now = seen | {move.to} | ({move.through} if move.through else set())
                queue.append((move.to, longer, frozenset(seen_now)))


def _is_own(graph: Graph, instructor: str, path: tuple[Move, ...]) -> bool:
    """Whether the instructor issued the document that the path stands at: then the order itself is the chain."""
    step = path[-1].step if path else None
    return bool(step and step.relation == "issues" and _is_related(graph, instructor, step.source))


def _is_related(graph: Graph, instructor: str, issuer: str) -> bool:
    joined = graph.get_edge_data(instructor, issuer) or {}
    return instructor == issuer or any(data["relation"] == "member_of" for data in joined.values())


def _distances(moves: dict[str, list[Move]], targets: set[str]) -> dict[str, int]:
    """For each node, how many moves the nearest target is away; a target counts by the way to another one."""
    back: dict[str, list[str]] = {}
    for node, out in moves.items():
        for move in out:
            back.setdefault(move.to, []).append(node)
    distance: dict[str, int] = {}
    queue = deque((target, 0) for target in targets)
    while queue:
        node, steps = queue.popleft()
        for before in back.get(node, ()):
            if before not in distance:
                distance[before] = steps + 1
                queue.append((before, steps + 1))
    return distance


def _chain(graph: Graph, path: list[Move]) -> Chain:
    nodes: list[str] = []
    for move in path:
        step = move.step
        begin = step.source if step.forward else step.target
        end = step.target if step.forward else step.source
        for node in (begin, end):
            label = graph.nodes[node]["label"]
            if not nodes or nodes[-1] != label:
                nodes.append(label)
    return Chain(nodes=nodes, steps=_of_one_duty([move.step for move in path]))


def _of_one_duty(steps: list[Step]) -> list[Step]:
    """Orders of one document that follow each other ("A instructs B to instruct C") keep the proofs that they share."""
    kept = list(steps)
    for position in range(len(steps) - 1):
        first, second = kept[position], kept[position + 1]
        if first.relation == second.relation == "instructs" and first.document == second.document:
            shared = {proof.duty for proof in first.proofs} & {proof.duty for proof in second.proofs}
            if shared:
                kept[position] = _limit(first, shared)
                kept[position + 1] = _limit(second, shared)
    return kept


def _limit(step: Step, duties: set[str | None]) -> Step:
    return msgspec.structs.replace(step, proofs=[proof for proof in step.proofs if proof.duty in duties])
