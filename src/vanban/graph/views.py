"""Parts of the graph that answer one question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx

from vanban.errors import UsageError
from vanban.graph.nodes import Graph

BETWEEN_DOCUMENTS = (
    "basis", "implements", "forwards", "responds_to", "amends", "replaces", "repeals", "attached_to", "repeats",
    "corrects", "cites",
)  # fmt: skip
"""Relations from a document to one that it cites."""

VIEWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("instructs", ("instructs", "transmits", "member_of")),
    ("documents", ("issues", *BETWEEN_DOCUMENTS)),
    ("duties", ("assigns", "leads", "coordinates", "reports_to", "hands_on")),
    ("all", ()),
)
"""Name of a view and the relations that it keeps; "all" keeps everything."""


def view_graph(graph: Graph, view: str = "all") -> Graph:
    """The part of the graph with the relations of `view` and the nodes that they join; documents that were read
    stay in "documents" even when nothing joins them."""
    relations = dict(VIEWS).get(view)
    if relations is None:
        names = ", ".join(name for name, _ in VIEWS)
        raise UsageError(f"không có cách nhìn “{view}”; hãy chọn một trong: {names}.")
    if not relations:
        return graph
    part = keep_edges(graph, lambda source, target, data: data["relation"] in relations)
    if view == "documents":
        part.add_nodes_from((n, data) for n, data in graph.nodes(data=True) if data["kind"] == "document")
    return part


def keep_edges(graph: Graph, wanted: Callable[[str, str, dict[str, Any]], bool]) -> Graph:
    """A graph of the edges that `wanted(source, target, data)` takes and of the nodes that they join, in order."""
    edges = [(s, t, k, data) for s, t, k, data in graph.edges(keys=True, data=True) if wanted(s, t, data)]
    joined = {node for source, target, _, _ in edges for node in (source, target)}
    part: Graph = nx.MultiDiGraph()
    part.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if node in joined)
    for source, target, key, data in edges:
        part.add_edge(source, target, key, **data)
    return part
