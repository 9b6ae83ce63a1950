"""One self-contained HTML page of a graph: cytoscape.js inside, no network, all text of documents as data."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from vanban.graph.nodes import Graph
from vanban.graph.tiers import find_tier
from vanban.graph.views import VIEWS
from vanban.graph.words import KINDS, RELATIONS, shorten_organ


def to_html(graph: Graph) -> bytes:
    """The page, with search, views, filters by organ and by day, and the proving sentences at a click."""
    data = resources.files("vanban.graph") / "data"
    page = (data / "page.html").read_text(encoding="utf-8")
    library = (data / "cytoscape.min.js").read_text(encoding="utf-8").replace("</script", "<\\/script")
    script = (data / "page.js").read_text(encoding="utf-8")
    style = (data / "page.css").read_text(encoding="utf-8")
    parts = {"STYLE": style, "LIBRARY": library, "SCRIPT": script, "DATA": to_script_json(page_data(graph))}
    before, *rest = page.split("<!--@")
    filled = [before]
    for piece in rest:
        name, after = piece.split("@-->", 1)
        filled += [parts[name], after]
    return "".join(filled).encode()


def page_data(graph: Graph) -> dict[str, Any]:
    """What the page shows: nodes, and edges with parallel ones joined and their proofs listed."""
    edges: dict[tuple[str, str, str], dict[str, Any]] = {}
    for source, target, data in graph.edges(data=True):
        edge = edges.setdefault(
            (source, target, data["relation"]),
            {"source": source, "target": target, "relation": data["relation"], "proofs": []},
        )
        proof = {"document": data["document"], "span": data["span"], "text": data["text"]}
        if proof not in edge["proofs"]:
            edge["proofs"].append(proof)
    keys = ("id", "kind", "label", "names", "code", "date", "source", "path", "issuer", "deadline", "unit_of", "class")
    nodes = [
        {
            **{key: data.get(key) for key in keys},
            "tier": find_tier(data["names"][0]) if data.get("names") else None,
            "short": shorten_organ(data["label"]) if data["kind"] in ("organ", "office") else data["label"],
        }
        for _, data in graph.nodes(data=True)
    ]
    return {
        "nodes": nodes,
        "edges": list(edges.values()),
        "views": {name: list(kept) for name, kept in VIEWS},
        "kinds": KINDS,
        "relations": {name: relation._asdict() for name, relation in RELATIONS.items()},
    }


def to_script_json(value: Any) -> str:
    r"""JSON that can stand in a script element: nothing in it ends the element or opens a comment.

    >>> to_script_json("</script><!--")
    '"\\u003c/script\\u003e\\u003c!--"'
    """
    text = json.dumps(value, ensure_ascii=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    # Lone surrogates cannot be written as UTF-8.
    return text.encode("utf-8", "replace").decode()
