"""Chains of instruction between two organs: through orders, and through the documents that pass orders on.

A chain walks `instructs` and `transmits` from organ to organ, `member_of` from a class to its members, `succeeded_by`
from an organ to the one that took its place, `issues` from an organ to its document, from a cited document to the one
that forwards or implements it, and from there to what its instructor orders. Where an order hands on one before it in
the chain (`hands_on`), the steps tell these duties alone.
"""

from __future__ import annotations

import functools
from collections import deque
from collections.abc import Iterator

import msgspec

from vanban.errors import UsageError
from vanban.graph.handing import Handing, limit
from vanban.graph.moves import Move, Moves, Step
from vanban.graph.names import NameIndex
from vanban.graph.nodes import Graph, is_committee_of, is_same_name, name_without_committee
from vanban.graph.views import keep_edges
from vanban.notation.territory import are_apart

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
    """The answer to one question about a graph, as `Chains.find` gives it; for several make `Chains` once."""
    return Chains(graph).find(source_name, target_name, limit=limit, length=length)


class Chains:
    """Answers questions about the chains of a graph; what they need of it is read once."""

    def __init__(self, graph: Graph) -> None:
        """`graph` stays as it is."""
        self.graph = graph
        self._moves = Moves(graph)
        self._handing = Handing(graph)
        self._index = NameIndex()
        self._first: list[str] = []
        """Those who act and whom nobody instructs."""
        for node, data in graph.nodes(data=True):
            if data["kind"] in _ACTORS:
                if node not in self._moves.instructed and self._moves.start(node):
                    self._first.append(node)
                for name in dict.fromkeys((data["label"], *data["names"])):
                    self._index.add(name, node)
                    if (organ := name_without_committee(name)) is not None:
                        self._index.add(organ, node)
        # Who orders goes before who only passes the order on.
        self._first.sort(key=lambda node: all(move.edge[2] == "transmits" for move in self._moves.start(node)))

    def find(
        self, source_name: str | None, target_name: str | None, *, limit: int = 20, length: int = 8
    ) -> list[Chain]:
        """Simple paths from the organ `source_name` to `target_name`, shortest first, at most `limit` of at most
        `length` steps. Without a source, from those whom nobody instructs; without a target, to all who are
        instructed, the shortest chain for each.
        """
        sources = self.match(source_name) if source_name else self._first
        targets = set(self.match(target_name)) if target_name else self._moves.instructed
        found: list[Chain] = []
        ends: set[str] = set()
        # Names of one organ are one beginning: no chain leads from one of them to another.
        starts = [(node, frozenset(sources if source_name else [node])) for node in sources]
        for path in self._walk(starts, targets, length):
            end = path[-1].to
            if target_name is None and end in ends:
                continue
            ends.add(end)
            found.append(self._chain(path))
            if len(found) >= limit:
                break
        return sorted(found, key=_rank)

    def match(self, name: str) -> list[str]:
        """The organs, offices and persons of the graph that `name` names, standing committees of the organ included.

        Raises `UsageError` where there is none.
        """
        found = [node for node in self._index.find(name) if self._bears(node, name)]
        if not found:
            raise UsageError(
                f"không có cơ quan “{name}” trong các văn bản này; hãy xem tên các cơ quan bằng "
                "“vanban graph TỆP --view instructs”."
            )
        return found

    def _bears(self, node: str, name: str) -> bool:
        """Whether a node has a name that `name` names, and none of another place: "UBND tỉnh" may be of any."""
        known = (self.graph.nodes[node]["label"], *self.graph.nodes[node]["names"])
        named = any(is_same_name(one, name) or is_committee_of(one, name) for one in known)
        return named and not any(are_apart(one, name) for one in known)

    def _walk(
        self, starts: list[tuple[str, frozenset[str]]], targets: set[str], length: int
    ) -> Iterator[tuple[Move, ...]]:
        """All simple paths, shortest first; only nodes from which a target can still be reached are entered."""
        distance = self._to_all if targets is self._moves.instructed else self._distances(targets)
        queue: deque[tuple[str, tuple[Move, ...], frozenset[str]]] = deque(
            (source, (), seen) for source, seen in starts if source in distance
        )
        entered = 0
        while queue and entered < _WIDTH:
            node, path, seen = queue.popleft()
            for move in self._moves.start(node):
                to, through = move.to, move.through
                if move.edge[2] == "succeeded_by" and node in targets and targets is not self._moves.instructed:
                    continue  # who was asked for is reached
                left = distance.get(to, 0)
                goes_on = left and len(path) + 1 + left <= length
                if not goes_on and to not in targets:
                    continue
                if move.edge[2] == "member_of" and path and self._moves.tells(path[-1], to):
                    continue  # who is told by name is not looked for in a class as well
                if to in seen or (through and (through in seen or self._is_own(through, path))):
                    continue
                longer = (*path, move)
                if to in targets:
                    yield longer
                if goes_on:
                    entered += 1
                    queue.append((to, longer, seen | ({to, through} if through else {to})))

    def _is_own(self, instructor: str, path: tuple[Move, ...]) -> bool:
        """Whether the instructor issued the document that the path stands at: then the order itself is the chain."""
        if not path or path[-1].edge[2] != "issues":
            return False
        issuer = path[-1].edge[0]
        joined = self.graph.get_edge_data(instructor, issuer) or {}
        return instructor == issuer or any(data["relation"] == "member_of" for data in joined.values())

    @functools.cached_property
    def _to_all(self) -> dict[str, int]:
        return self._distances(self._moves.instructed)

    def _distances(self, targets: set[str]) -> dict[str, int]:
        """For each node, how many moves the nearest target is away; a target counts by the way to another one."""
        distance: dict[str, int] = {}
        queue = deque((target, 0) for target in targets)
        while queue:
            node, steps = queue.popleft()
            for before in self._moves.before(node):
                if before not in distance:
                    distance[before] = steps + 1
                    queue.append((before, steps + 1))
        return distance

    def _chain(self, path: tuple[Move, ...]) -> Chain:
        nodes: list[str] = []
        for move in path:
            source, target = move.edge[:2]
            for node in (source, target) if move.forward else (target, source):
                label = self.graph.nodes[node]["label"]
                if not nodes or nodes[-1] != label:
                    nodes.append(label)
        steps = [self._moves.step(move) for move in path]
        return Chain(nodes=nodes, steps=self._handing.tie(_of_one_duty(steps)))


def select_chains(graph: Graph, chains: list[Chain]) -> Graph:
    """The part of the graph that the chains walk over, for export; the chains themselves are its attribute
    "chains", which the node-link form shows."""
    wanted = {(s.source, s.target, s.relation, s.document) for chain in chains for s in chain.steps}
    part = keep_edges(graph, lambda s, t, data: (s, t, data["relation"], data["document"]) in wanted)
    part.graph["chains"] = msgspec.to_builtins(chains)
    return part


def _of_one_duty(steps: list[Step]) -> list[Step]:
    """Orders of one document that follow each other ("A instructs B to instruct C") keep the proofs that they share."""
    kept = list(steps)
    for position in range(len(steps) - 1):
        first, second = kept[position], kept[position + 1]
        if first.relation == second.relation == "instructs" and first.document == second.document:
            shared = {proof.duty for proof in first.proofs} & {proof.duty for proof in second.proofs}
            if shared:
                kept[position] = limit(first, shared)
                kept[position + 1] = limit(second, shared)
    return kept


def _rank(chain: Chain) -> tuple[int, int, int]:
    """Shorter chains go first; of the same length those that hand most on, then those that one document tells."""
    handed = sum(bool(step.hands_on) for step in chain.steps)
    return len(chain.steps), -handed, len({step.document for step in chain.steps})
