"""Forms of export of a graph, one function each, listed in `FORMATS`."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from typing import Any

import networkx as nx

from vanban.errors import UsageError, VanbanError
from vanban.graph.nodes import Graph
from vanban.graph.page import to_html
from vanban.graph.picture import to_dot
from vanban.graph.turtle import to_turtle
from vanban.graph.words import name_relation

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")

_BRACKETS = {"document": ("[/", "/]"), "duty": ("([", "])")}


def export_graph(graph: Graph, name: str) -> bytes:
    """The graph in one of `FORMATS`; `UsageError` for a name that is not there."""
    for known, export in FORMATS:
        if known == name:
            return export(graph)
    names = ", ".join(known for known, _ in FORMATS)
    raise UsageError(f"không có định dạng “{name}”; hãy chọn một trong: {names}.")


def to_json(graph: Graph) -> bytes:
    """networkx's node-link form with edges under "edges"."""
    data = nx.node_link_data(graph, edges="edges")
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def to_graphml(graph: Graph) -> bytes:
    """GraphML, for yEd and Gephi; lists become text, absent values stay out."""
    return _write_xml(nx.write_graphml, graph)


def to_gexf(graph: Graph) -> bytes:
    """GEXF, for Gephi."""
    return _write_xml(nx.write_gexf, graph)


def to_mermaid(graph: Graph) -> bytes:
    """A Mermaid flowchart."""
    numbers = {node: f"n{index}" for index, node in enumerate(graph)}
    lines = ["flowchart LR"]
    for node, data in graph.nodes(data=True):
        left, right = _BRACKETS.get(data["kind"], ("[", "]"))
        lines.append(f"  {numbers[node]}{left}{quote_mermaid(data['label'])}{right}")
    for (source, target, relation), edges in group_edges(graph).items():
        name = name_relation(relation).name
        title = name if len(edges) == 1 else f"{name} ({len(edges)})"
        lines.append(f"  {numbers[source]} -->|{quote_mermaid(title)}| {numbers[target]}")
    return ("\n".join(lines) + "\n").encode()


def to_svg(graph: Graph) -> bytes:
    """A picture through the `dot` program of Graphviz."""
    program = shutil.which("dot")
    if program is None:
        raise VanbanError(
            "Không vẽ được SVG vì máy chưa có chương trình dot; hãy cài Graphviz (ví dụ “apt install graphviz”) "
            "hoặc chọn --format html."
        )
    try:
        done = subprocess.run([program, "-Tsvg"], input=to_dot(graph), capture_output=True, timeout=120, check=False)
    except subprocess.TimeoutExpired as error:
        raise VanbanError("Đồ thị quá lớn để vẽ SVG; hãy thu hẹp bằng --view hoặc --from, --to.") from error
    if done.returncode != 0:
        reason = done.stderr.decode(errors="replace").strip().splitlines()
        raise VanbanError(
            f"Chương trình dot báo lỗi ({reason[0] if reason else done.returncode}); hãy chọn --format html."
        )
    return done.stdout


FORMATS: tuple[tuple[str, Callable[[Graph], bytes]], ...] = (
    ("json", to_json),
    ("graphml", to_graphml),
    ("gexf", to_gexf),
    ("dot", to_dot),
    ("mermaid", to_mermaid),
    ("svg", to_svg),
    ("html", to_html),
    ("ttl", to_turtle),
)
"""Name of a format and the function that gives it."""


def group_edges(graph: Graph) -> dict[tuple[str, str, str], list[dict[str, Any]]]:
    """Parallel edges of one relation together: a picture draws them once, with their number."""
    groups: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for source, target, data in graph.edges(data=True):
        groups.setdefault((source, target, data["relation"]), []).append(data)
    return groups


def quote_mermaid(text: str) -> str:
    """A string of Mermaid: every character with a meaning there or in HTML becomes an entity.

    >>> quote_mermaid('<b>"x"|y')
    '"#lt;b#gt;#quot;x#quot;#124;y"'
    """
    plain = " ".join(_CONTROL.sub("", text).split())
    names = {'"': "quot", "<": "lt", ">": "gt", "&": "amp"}
    return '"' + "".join(f"#{names.get(c, ord(c))};" if c in '"<>&#|`[]{}()\\;' else c for c in plain) + '"'


def _write_xml(write: Callable[[Graph, Any], None], graph: Graph) -> bytes:
    plain: Graph = nx.MultiDiGraph()
    plain.add_nodes_from((_plain(node), _flatten(data)) for node, data in graph.nodes(data=True))
    for number, (source, target, data) in enumerate(graph.edges(data=True)):
        plain.add_edge(_plain(source), _plain(target), key=str(number), **_flatten(data))
    buffer = io.BytesIO()
    write(plain, buffer)
    return buffer.getvalue()


def _flatten(data: dict[str, Any]) -> dict[str, str]:
    """Values that XML can hold; "id" is the node itself there."""
    flat = {}
    for key, value in data.items():
        if value is None or key == "id":
            continue
        flat[key] = _plain(" | ".join(map(str, value)) if isinstance(value, list) else str(value))
    return flat


def _plain(text: str) -> str:
    return _CONTROL.sub("", text)
