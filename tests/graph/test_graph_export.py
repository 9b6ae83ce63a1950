"""Forms of export are valid and safe whatever the documents say."""

from __future__ import annotations

import json
import shutil
import sys

import networkx as nx
import pytest
from lxml import etree

from vanban.errors import UsageError, VanbanError
from vanban.graph import FORMATS, build_graph, export_graph
from vanban.graph.export import quote_mermaid
from vanban.graph.page import page_data, to_script_json
from vanban.graph.picture import quote_dot
from vanban.model.document import Document, Duty, Party
from vanban.model.dossier import Dossier

EVIL = 'Sở "X" </script><script>alert(1)</script> <!-- \u2028 \\ ]| & \x1b[31m'


@pytest.fixture
def evil() -> Dossier:
    duty = Duty(
        id="d",
        action=EVIL,
        text=EVIL,
        assignees=[Party(name=EVIL)],
        instructed_by=[Party(name="UBND tỉnh")],
        span=(0, 5),
    )
    return Dossier(documents=[Document(id="A", text=EVIL, duties=[duty], source='a".txt')], links=[])


def test_json_is_node_link_with_edges(dossier: Dossier) -> None:
    data = json.loads(export_graph(build_graph(dossier), "json"))
    assert {node["kind"] for node in data["nodes"]} == {"organ", "office", "person", "document", "duty"}
    edge = next(edge for edge in data["edges"] if edge["relation"] == "forwards")
    assert (edge["source"], edge["target"], edge["document"]) == ("L", "P", "L")
    assert set(edge) >= {"source", "target", "relation", "document", "span", "text"}
    assert nx.node_link_graph(data, edges="edges").number_of_edges() == len(data["edges"])


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_xml_formats_parse_and_keep_all_edges(dossier: Dossier, name: str) -> None:
    graph = build_graph(dossier)
    root = etree.fromstring(export_graph(graph, name))
    assert len(root.findall(".//{*}edge")) == graph.number_of_edges()


@pytest.mark.parametrize("name", [name for name, _ in FORMATS if name not in ("svg", "ttl")])
def test_text_of_documents_is_only_text(evil: Dossier, name: str) -> None:
    data = export_graph(build_graph(evil), name)
    if name in ("graphml", "gexf"):
        etree.fromstring(data)
    if name == "json":
        json.loads(data)
    if name in ("html", "mermaid"):
        assert b"<script>alert" not in data


def test_html_is_one_file_without_network(evil: Dossier) -> None:
    page = export_graph(build_graph(evil), "html").decode()
    data = page.split('<script type="application/json" id="data">')[1].split("</script>")[0]
    assert json.loads(data)["nodes"][1]["label"].startswith('Sở "X" </script>')
    assert "default-src 'none'" in page
    assert 'src="http' not in page and "<link" not in page


def test_json_in_a_script_cannot_end_it() -> None:
    assert to_script_json("</script><!--\u2028") == '"\\u003c/script\\u003e\\u003c!--\\u2028"'


def test_page_joins_parallel_edges_and_keeps_their_proofs(dossier: Dossier) -> None:
    data = page_data(build_graph(dossier))
    (edge,) = [
        edge
        for edge in data["edges"]
        if edge["relation"] == "instructs"
        and edge["source"].startswith("organ:ban-cán-sự")
        and edge["target"] == "organ:sở-y-tế"
    ]
    assert [proof["text"] for proof in edge["proofs"]] == [
        "Gửi số liệu hằng tuần.", "Chỉ đạo cơ sở y tế.", "Phối hợp với Ban Tuyên giáo Tỉnh ủy.",
    ]  # fmt: skip


def test_dot_strings_keep_their_quotes() -> None:
    assert quote_dot('a "b" \\N\nc\x1b') == '"a \\"b\\" \\\\N\\nc"'


def test_mermaid_strings_are_entities() -> None:
    assert quote_mermaid('"<b>"|#') == '"#quot;#lt;b#gt;#quot;#124;#35;"'


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_svg_is_drawn_by_dot(evil: Dossier) -> None:
    root = etree.fromstring(export_graph(build_graph(evil), "svg"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.findall(".//{*}script") == []


def test_svg_without_dot_says_what_to_install(evil: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(VanbanError, match="Graphviz"):
        export_graph(build_graph(evil), "svg")


def test_turtle_holds_all_nodes_and_edges_with_their_proofs(dossier: Dossier, evil: Dossier) -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = build_graph(dossier)
    read = rdflib.Graph().parse(data=export_graph(graph, "ttl"), format="turtle")
    assert len(set(read.subjects(rdflib.RDFS.label))) == len(graph)
    statements = set(read.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    assert len(statements) == graph.number_of_edges()
    terms = rdflib.Namespace("urn:vanban:terms#")
    said = {
        str(read.value(edge, terms.text))
        for edge in statements
        if read.value(edge, rdflib.RDF.predicate) == terms.hands_on
    }
    assert said == {"Giao Sở Y tế, Sở Ngoại vụ triển khai khoản 3, Mục IV của Kế hoạch nêu trên."}
    assert rdflib.Graph().parse(data=export_graph(build_graph(evil), "ttl"), format="turtle")


def test_turtle_without_rdflib_says_what_to_install(evil: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rdflib", None)
    with pytest.raises(VanbanError, match=r"pip install 'vanban\[rdf\]'"):
        export_graph(build_graph(evil), "ttl")


def test_unknown_format_says_which_there_are(evil: Dossier) -> None:
    with pytest.raises(UsageError, match="json, graphml, gexf, dot, mermaid, svg, html"):
        export_graph(build_graph(evil), "png")
