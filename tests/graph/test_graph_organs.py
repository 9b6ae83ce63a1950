"""Organs of the graph by their ids in the directory: one node an organ, and what took its place."""

from __future__ import annotations

from vanban.directory import load_directory
from vanban.graph import build_graph
from vanban.graph.nodes import Graph
from vanban.link import resolve_organs
from vanban.model.document import Document, Duty, Issuer, Party, Promulgation
from vanban.model.dossier import Dossier


def graph_of(*papers: tuple[str, str, list[str]]) -> Graph:
    """Papers of a province and day with their assignees."""
    documents = [
        Document(
            id=f"{province} {number}", text="làm", promulgation=Promulgation(None, day), system="state",
            issuer=Issuer("ỦY BAN NHÂN DÂN", f"TỈNH {province.upper()}", f"Ủy ban nhân dân tỉnh {province}"),
            duties=[Duty(f"{number}.{place}", "làm", "làm", [Party(name)]) for place, name in enumerate(names)],
        )
        for number, (province, day, names) in enumerate(papers)
    ]  # fmt: skip
    return build_graph(Dossier(documents=resolve_organs(documents, load_directory()), links=[]))


def leads(graph: Graph) -> dict[str, str]:
    """For each duty, the id of the organ that leads it."""
    edges = graph.edges(data=True)
    return {s: graph.nodes[t]["organ_id"] for s, t, data in edges if data["relation"] == "leads"}


def test_same_name_of_two_provinces_is_two_organs() -> None:
    graph = graph_of(("Kiên Giang", "2021-10-19", ["Sở Y tế"]), ("Lạng Sơn", "2021-10-20", ["Sở Y tế"]))
    assert leads(graph) == {"0.0": "kien-giang.so-y-te", "1.0": "lang-son.so-y-te"}
    assert [n for n in graph if n.startswith("organ:sở-y-tế") and graph.nodes[n]["organ_id"].startswith("lang")]


def test_abbreviation_and_full_name_are_one_organ() -> None:
    graph = graph_of(("Lạng Sơn", "2021-10-19", ["STTTT", "Sở TT&TT", "Sở Thông tin và Truyền thông tỉnh Lạng Sơn"]))
    nodes = [data for _, data in graph.nodes(data=True) if data.get("organ_id") == "lang-son.so-tttt"]
    assert [data["names"] for data in nodes] == [["STTTT", "Sở TT&TT", "Sở Thông tin và Truyền thông tỉnh Lạng Sơn"]]


def test_successor_is_an_edge_with_its_decree() -> None:
    graph = graph_of(("Kiên Giang", "2021-10-19", ["Sở TT&TT"]), ("An Giang", "2025-09-01", ["Sở KH&CN"]))
    steps = [
        (graph.nodes[s]["organ_id"], graph.nodes[t]["organ_id"], data["text"])
        for s, t, data in graph.edges(data=True)
        if data["relation"] == "succeeded_by"
    ]
    assert [(source, target) for source, target, _ in steps] == [
        ("kien-giang.so-tttt", "kien-giang.so-khcn"),
        ("kien-giang.so-khcn", "an-giang-2025.so-khcn"),
    ]
    assert steps[1][2].endswith("từ 2025-07-01 (Nghị quyết số 202/2025/QH15)")
    assert leads(graph)["1.0"] == "an-giang-2025.so-khcn"
    assert len([n for n in graph if graph.nodes[n].get("organ_id") == "an-giang-2025.so-khcn"]) == 1


def test_organs_of_one_name_are_shown_in_full() -> None:
    graph = graph_of(("Kiên Giang", "2021-10-19", ["Sở Y tế"]), ("Lạng Sơn", "2021-10-20", ["Sở Y tế", "Sở Nội vụ"]))
    labels = {data.get("organ_id"): data["label"] for _, data in graph.nodes(data=True) if data["kind"] == "organ"}
    assert labels["kien-giang.so-y-te"] == "Sở Y tế tỉnh Kiên Giang"
    assert labels["lang-son.so-y-te"] == "Sở Y tế tỉnh Lạng Sơn"
    assert labels["lang-son.so-noi-vu"] == "Sở Nội vụ"


def test_name_without_province_is_no_organ_of_another_paper_where_two_could_be_meant() -> None:
    papers = [
        Document(id=str(number), text="làm", duties=[Duty(f"{number}.0", "làm", "làm", [Party(name)])])
        for number, name in enumerate(("Sở Y tế tỉnh Bình Sơn", "Sở Y tế tỉnh Hải Lăng", "Sở Y tế"))
    ]
    graph = build_graph(Dossier(documents=papers, links=[]))
    led = {s: graph.nodes[t]["names"] for s, t, data in graph.edges(data=True) if data["relation"] == "leads"}
    assert led["2.0"] == ["Sở Y tế"]
    graph = build_graph(Dossier(documents=[papers[0], papers[2]], links=[]))
    led = {s: graph.nodes[t]["names"] for s, t, data in graph.edges(data=True) if data["relation"] == "leads"}
    assert led["2.0"] == ["Sở Y tế tỉnh Bình Sơn", "Sở Y tế"]
