"""The moves of a chain: what can be walked from a node, by which edge, on which proof."""

from __future__ import annotations

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


class Step(msgspec.Struct, frozen=True):
    """One edge of a chain with all sentences of one document that prove it.

    `forward` is False where the edge was walked against its direction (from a cited document to the citing one).
    `transmitted_by` names the offices that passed the order on.
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


class Move(msgspec.Struct, frozen=True):
    """What can be done at a node: where it leads, the step, and the node between that the step begins at."""

    to: str
    step: Step
    through: str | None = None


def list_moves(graph: Graph) -> dict[str, list[Move]]:
    """For each node, the moves from it; parallel edges of one document are one move."""
    groups: dict[tuple[str, str, str, str], list[dict[str, object]]] = {}
    for source, target, data in graph.edges(data=True):
        groups.setdefault((source, target, data["relation"], data["document"]), []).append(data)
    offices = _transmitters(groups)
    ordered: dict[str, set[str]] = {}
    for (_, target, relation, _), edges in groups.items():
        if relation == "instructs":
            for data in edges:
                ordered.setdefault(str(data["duty"]), set()).add(target)
    moves: dict[str, list[Move]] = {}
    for (source, target, relation, document), edges in groups.items():
        if relation in ("instructs", "transmits", "issues"):
            step = _step(graph, (source, target, relation, document), edges, offices, forward=True)
            moves.setdefault(source, []).append(Move(to=target, step=step))
        # The instructor that a document names begins there; who instructs only as `via` of another does not.
        begun = [data for data in edges if source not in ordered.get(str(data["duty"]), set())]
        if relation == "instructs" and begun:
            step = _step(graph, (source, target, relation, document), begun, offices, forward=True)
            moves.setdefault(document, []).append(Move(to=target, step=step, through=source))
        if relation in PASSES_ON:
            step = _step(graph, (source, target, relation, document), edges, offices, forward=False)
            moves.setdefault(target, []).append(Move(to=source, step=step))
        if relation == "member_of":
            step = _step(graph, (source, target, relation, document), edges, offices, forward=False)
            moves.setdefault(target, []).append(Move(to=source, step=step))
    return moves


def _transmitters(groups: dict[tuple[str, str, str, str], list[dict[str, object]]]) -> dict[str, list[str]]:
    """For each duty, the offices that transmit it."""
    offices: dict[str, list[str]] = {}
    for (source, _, relation, _), edges in groups.items():
        for data in edges:
            known = offices.setdefault(str(data["duty"]), [])
            if relation == "transmits" and source not in known:
                known.append(source)
    return offices


def _step(
    graph: Graph,
    edge: tuple[str, str, str, str],
    edges: list[dict[str, object]],
    offices: dict[str, list[str]],
    *,
    forward: bool,
) -> Step:
    source, target, relation, document = edge
    duties = [str(data["duty"]) for data in edges] if relation == "instructs" else []
    names = [office for duty in duties for office in offices.get(duty, ())]
    return Step(
        source=source,
        source_label=graph.nodes[source]["label"],
        relation=relation,
        target=target,
        target_label=graph.nodes[target]["label"],
        document=document,
        document_label=graph.nodes[document]["label"],
        forward=forward,
        proofs=_proofs(edges),
        transmitted_by=[graph.nodes[office]["label"] for office in dict.fromkeys(names)],
    )


def _proofs(edges: list[dict[str, object]]) -> list[Proof]:
    return [
        msgspec.convert({"span": data["span"], "text": data["text"], "duty": data["duty"]}, Proof) for data in edges
    ]
