"""RDF of a graph as Turtle, written by rdflib (extra `rdf`): for triple stores and SPARQL.

Each edge is a triple, and a statement about it (rdf:Statement) that holds document, place and sentence, for triples
have no room for them.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from vanban.errors import VanbanError
from vanban.graph.nodes import Graph

TERMS = "urn:vanban:terms#"
"""Relations ("instructs"), kinds ("Organ") and keys ("code") of the graph under their own names."""
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def to_turtle(graph: Graph) -> bytes:
    """The graph as Turtle; nodes are `urn:vanban:node:` with their ids."""
    try:
        import rdflib
    except ImportError as error:
        raise VanbanError(
            "Không ghi được Turtle (ttl) vì chưa có gói rdflib; hãy chạy pip install 'vanban[rdf]' "
            "hoặc chọn --format graphml."
        ) from error
    rdf, label, terms = rdflib.RDF, rdflib.RDFS.label, rdflib.Namespace(TERMS)
    triples = rdflib.Graph()
    triples.bind("vb", terms)

    def name(node: str) -> rdflib.URIRef:
        return rdflib.URIRef(f"urn:vanban:node:{quote(_UNWRITABLE.sub('', node), safe='')}")

    def tell(subject: rdflib.term.Node, key: rdflib.URIRef, value: Any) -> None:
        for one in value if isinstance(value, list) else [value]:
            if one is not None and not isinstance(one, list):
                triples.add((subject, key, rdflib.Literal(_UNWRITABLE.sub("", one) if isinstance(one, str) else one)))

    for node, data in graph.nodes(data=True):
        subject = name(node)
        triples.add((subject, rdf.type, terms[data["kind"].capitalize()]))
        for key, value in data.items():
            if key not in ("id", "kind"):
                tell(subject, label if key == "label" else terms[key], value)
    for number, (source, target, data) in enumerate(graph.edges(data=True)):
        triple = (name(source), terms[data["relation"]], name(target))
        triples.add(triple)
        edge = rdflib.URIRef(f"urn:vanban:edge:{number}")
        for key, part in zip((rdf.type, rdf.subject, rdf.predicate, rdf.object), (rdf.Statement, *triple), strict=True):
            triples.add((edge, key, part))
        triples.add((edge, terms.document, name(data["document"])))
        start, end = data["span"] or (None, None)
        for key, value in (("text", data["text"]), ("start", start), ("end", end), ("duty", data["duty"])):
            tell(edge, terms[key], value)
    return triples.serialize(format="turtle").encode()
