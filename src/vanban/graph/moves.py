"""The moves of a chain: what can be walked from a node, by which edge, on which proof."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

from vanban.graph.nodes import Graph
from vanban.model.text import Span

PASSES_ON = ("forwards", "implements", "basis", "attached_to", "repeats")
"""Relations by which a document carries on what the cited one orders; followed from the cited to the citing one."""


class Proof(msgspec.Struct, frozen=True):
    """A place and its sentence; `duty` is the duty that says so, None for an edge that no duty made."""

    span: Span | None
    text: str
    duty: str | None = None


class HandedOn(Proof, frozen=True):
    """A duty of an upper document that a step hands on, with its sentence there."""

    document: str = ""
    document_label: str = ""


class Step(msgspec.Struct, frozen=True):
    """One edge of a chain with all sentences of one document that prove it.

    `forward` is False where the edge was walked against its direction (from a cited document to the citing one).
    `transmitted_by` names the offices that passed the order on; `hands_on` the orders before it in the chain that this
    one hands on: the proofs are then those of such duties alone.
    """

    source: str
    source_label: str
    relation: str
    target: str
    target_label: str
    document: str
    document_label: str
    forward: bool
    proofs: list[Proof]
    transmitted_by: list[str] = msgspec.field(default_factory=list)
    hands_on: list[HandedOn] = msgspec.field(default_factory=list)


class Move(NamedTuple):
    """What can be done at a node: where it leads, by the edges of one document between two nodes, and the node between
    that the step begins at."""

    to: str
    edge: tuple[str, str, str, str]
    """Source, target, relation, document."""
    forward: bool = True
    through: str | None = None


class Moves:
    """All moves of a graph, read once; steps are made for the moves that a chain takes."""

    def __init__(self, graph: Graph) -> None:
        """`graph` stays as it is."""
        self.graph = graph
        self.instructed: set[str] = set()
        """Nodes that somebody instructs, members of a class and successors of an organ that is instructed included."""
        self._edges: dict[tuple[str, str, str, str], list[dict[str, Any]]] = {}
        self._offices: dict[str, list[str]] = {}
        self._ordered: dict[str, set[str]] = {}
        self._from: dict[str, list[Move]] = {}
        self._before: dict[str, dict[str, None]] = {}
        for source, target, data in graph.edges(data=True):
            self._edges.setdefault((source, target, data["relation"], data["document"]), []).append(data)
        meant: dict[str, list[str]] = {}
        for (source, target, relation, _), edges in self._edges.items():
            if relation in ("instructs", "transmits"):
                self.instructed.add(target)
            elif relation == "succeeded_by":
                meant.setdefault(source, []).append(target)
            elif relation == "member_of" and graph.nodes[target].get("class"):
                meant.setdefault(target, []).append(source)
            for data in edges:
                if relation == "instructs":
                    self._ordered.setdefault(str(data["duty"]), set()).add(target)
                elif relation == "transmits" and source not in (
                    known := self._offices.setdefault(str(data["duty"]), [])
                ):
                    known.append(source)
        waiting = list(self.instructed)
        while waiting:
            new = [node for node in meant.get(waiting.pop(), ()) if node not in self.instructed]
            self.instructed.update(new)
            waiting += new
        for edge in self._edges:
            self._add(edge)
        self._add_handed_on()

    def start(self, node: str) -> list[Move]:
        """The moves from a node."""
        return self._from.get(node, [])

    def before(self, node: str) -> dict[str, None]:
        """The nodes from which a move leads to a node."""
        return self._before.get(node, {})

    def tells(self, move: Move, node: str) -> bool:
        """Whether who orders something in `move` orders `node` to do something in the same document."""
        source, _, relation, document = move.edge
        return (source, node, relation, document) in self._edges

    def step(self, move: Move) -> Step:
        """The step of a move, with its proofs."""
        source, target, relation, document = move.edge
        edges = self._begun(move.edge) if move.through else self._edges[move.edge]
        duties = [str(data["duty"]) for data in edges] if relation == "instructs" else []
        names = [office for duty in duties for office in self._offices.get(duty, ())]
        nodes = self.graph.nodes
        return Step(
            source=source,
            source_label=nodes[source]["label"],
            relation=relation,
            target=target,
            target_label=nodes[target]["label"],
            document=document,
            document_label=nodes[document]["label"],
            forward=move.forward,
            proofs=[prove(data) for data in edges],
            transmitted_by=[nodes[office]["label"] for office in dict.fromkeys(names)],
        )

    def _add(self, edge: tuple[str, str, str, str]) -> None:
        source, target, relation, document = edge
        if relation in ("instructs", "transmits", "issues", "succeeded_by"):
            self._note(source, Move(target, edge))
        if relation == "instructs" and self._begun(edge):
            self._note(document, Move(target, edge, through=source))
        if relation in PASSES_ON or relation == "member_of":
            self._note(target, Move(source, edge, forward=False))

    def _add_handed_on(self) -> None:
        """The moves from a document to a duty elsewhere that hands one of its own on, where nothing else leads there,
        and from that duty to whom it is laid on."""
        handing = [edge for edge in self._edges if edge[2] == "hands_on"]
        homes = {edge[1]: edge[0] for edge in self._edges if edge[2] == "assigns"} if handing else {}
        passed = {edge[:2] for edge in self._edges if edge[2] in PASSES_ON} if handing else set()
        entered: dict[str, None] = {}
        for edge in handing:
            lower, upper, _, document = edge
            home = homes.get(upper)
            if home not in (None, document) and (document, home) not in passed:
                self._note(str(home), Move(lower, edge, forward=False))
                entered[lower] = None
        if not entered:
            return
        for edge, edges in self._edges.items():
            for duty in {str(data["duty"]) for data in edges} & entered.keys() if edge[2] == "instructs" else ():
                if self._begun(edge):
                    self._note(duty, Move(edge[1], edge, through=edge[0]))

    def _begun(self, edge: tuple[str, str, str, str]) -> list[dict[str, Any]]:
        """The orders that begin with their source: who instructs only as `via` of another does not begin there."""
        return [data for data in self._edges[edge] if edge[0] not in self._ordered.get(str(data["duty"]), set())]

    def _note(self, node: str, move: Move) -> None:
        self._from.setdefault(node, []).append(move)
        self._before.setdefault(move.to, {})[node] = None


def prove(data: dict[str, Any]) -> Proof:
    """The proof that the data of an edge hold."""
    return msgspec.convert({"span": data["span"], "text": data["text"], "duty": data["duty"]}, Proof)
