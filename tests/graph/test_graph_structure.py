"""The graph restates links and duties, with one node for the names of one organ."""

from __future__ import annotations

import pytest

from vanban.errors import UsageError
from vanban.graph import build_graph, view_graph
from vanban.model.document import Code, Document, Duty, Issuer, Party, Reference
from vanban.model.dossier import Dossier


def edges(graph, relation):  # type: ignore[no-untyped-def]
    return {(s, t) for s, t, data in graph.edges(data=True) if data["relation"] == relation}


def labels(graph, relation):  # type: ignore[no-untyped-def]
    return {(graph.nodes[s]["label"], graph.nodes[t]["label"]) for s, t in edges(graph, relation)}


def test_duty_gives_its_edges(dossier: Dossier) -> None:
    graph = build_graph(dossier)
    assert ("Ban Thường vụ Tỉnh ủy", "Ban cán sự đảng Ủy ban nhân dân tỉnh") in labels(graph, "instructs")
    assert ("Ban cán sự đảng Ủy ban nhân dân tỉnh", "Sở Y tế") in labels(graph, "instructs")
    assert ("Ban Thường vụ Tỉnh ủy", "Sở Y tế") not in labels(graph, "instructs")
    assert ("P", "P1") in edges(graph, "assigns")
    assert ("P3", "organ:ban-tuyên-giáo-tỉnh-uỷ") in edges(graph, "coordinates")
    assert edges(graph, "hands_on") == {("L2", "P1"), ("L2", "P2"), ("L2", "P3")}
    assert ("Văn phòng Ủy ban nhân dân tỉnh Bình Sơn", "Sở Y tế") in labels(graph, "transmits")


def test_edge_carries_document_span_and_sentence(dossier: Dossier) -> None:
    graph = build_graph(dossier)
    (edge,) = graph.get_edge_data("L", "P").values()
    letter = dossier.documents[0]
    assert edge["relation"] == "forwards"
    assert edge["document"] == "L"
    start, end = edge["span"]
    assert " ".join(letter.text[start:end].split()) == edge["text"]
    assert edge["text"].endswith("Kế hoạch số 47-KH/TU ngày 14 tháng 9 năm 2021 của Tỉnh ủy.")


def test_standing_committee_is_member_of_the_issuer(dossier: Dossier) -> None:
    graph = build_graph(dossier)
    assert labels(graph, "member_of") == {
        ("Ban Thường vụ Tỉnh ủy", "Tỉnh ủy Bình Sơn"),
        ("Sở Y tế", "Giám đốc các sở"),
        ("Sở Ngoại vụ", "Giám đốc các sở"),
    }


def test_document_nodes_tell_code_date_and_source(dossier: Dossier) -> None:
    graph = build_graph(dossier)
    assert graph.nodes["P"] == {
        "id": "P", "kind": "document", "label": "Kế hoạch 47-KH/TU", "code": "47-KH/TU", "date": "2021-09-14",
        "source": "letter.txt", "issuer": "Tỉnh ủy Bình Sơn",
    }  # fmt: skip


def test_cited_document_has_no_source_but_an_issuer() -> None:
    text = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;"
    cited = Reference(
        text="Nghị định số 30/2020/NĐ-CP", document_type="Nghị định", code=Code("30", "2020/NĐ-CP", "30/2020/NĐ-CP"),
        date="2020-03-05", issuer="Chính phủ", relation="basis", span=(8, 34),
    )  # fmt: skip
    graph = build_graph(Dossier(documents=[Document(id="A", text=text, references=[cited], source="a.txt")], links=[]))
    node = next(n for n in graph if n.startswith("document:"))
    assert graph.nodes[node]["source"] is None
    assert graph.nodes[node]["code"] == "30/2020/NĐ-CP"
    assert graph.nodes[node]["date"] == "2020-03-05"
    assert edges(graph, "basis") == {("A", node)}
    assert labels(graph, "issues") == {("Chính phủ", "Nghị định 30/2020/NĐ-CP")}


def dossier_of(*names: list[str]) -> Dossier:
    """One document for each list of names; each name is an assignee of a duty there."""
    documents = []
    for number, assignees in enumerate(names):
        duties = [
            Duty(id=f"{number}.{place}", action="làm", text="làm", assignees=[Party(name=name)])
            for place, name in enumerate(assignees)
        ]
        documents.append(Document(id=str(number), text="làm", duties=duties))
    return Dossier(documents=documents, links=[])


def test_names_of_one_organ_are_one_node() -> None:
    graph = build_graph(dossier_of(["UBND tỉnh Bình Sơn", "Ủy ban nhân dân tỉnh", "Uỷ ban nhân dân tỉnh Bình Sơn"]))
    organs = [data for _, data in graph.nodes(data=True) if data["kind"] == "organ"]
    assert [data["label"] for data in organs] == ["UBND tỉnh Bình Sơn"]
    assert organs[0]["names"] == ["UBND tỉnh Bình Sơn", "Ủy ban nhân dân tỉnh", "Uỷ ban nhân dân tỉnh Bình Sơn"]


def test_short_name_goes_to_the_organ_of_its_document() -> None:
    graph = build_graph(dossier_of(["UBND tỉnh An Giang", "UBND tỉnh"], ["UBND tỉnh Bình Sơn", "UBND tỉnh"]))
    assert labels(graph, "leads") == {("làm", "UBND tỉnh An Giang"), ("làm", "UBND tỉnh Bình Sơn")}
    assert ("1.1", "organ:ubnd-tỉnh-bình-sơn") in edges(graph, "leads")


def test_offices_of_one_organ_stay_apart() -> None:
    offices = [Party(name=name, kind="office") for name in ("Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh")]
    duty = Duty(id="d", action="làm", text="làm", assignees=[Party(name="UBND tỉnh")], instructed_by=offices)
    graph = build_graph(Dossier(documents=[Document(id="A", text="làm", duties=[duty])], links=[]))
    assert labels(graph, "member_of") == {
        ("Chủ tịch UBND tỉnh", "UBND tỉnh"), ("Phó Chủ tịch UBND tỉnh", "UBND tỉnh"),
    }  # fmt: skip


def test_capitals_of_the_head_give_way() -> None:
    duty = Duty(id="d", action="làm", text="làm", assignees=[Party(name="Sở Y tế")])
    document = Document(id="A", text="SỞ Y TẾ", issuer=Issuer(name="SỞ Y TẾ"), duties=[duty])
    graph = build_graph(Dossier(documents=[document], links=[]))
    assert graph.nodes["organ:sở-y-tế"]["label"] == "Sở Y tế"


@pytest.mark.parametrize(
    ("view", "relations"),
    [
        ("instructs", {"instructs", "transmits", "member_of"}),
        ("documents", {"issues", "forwards"}),
        ("duties", {"assigns", "leads", "coordinates", "hands_on"}),
    ],
)
def test_view_keeps_its_relations(dossier: Dossier, view: str, relations: set[str]) -> None:
    part = view_graph(build_graph(dossier), view)
    assert {data["relation"] for _, _, data in part.edges(data=True)} == relations


def test_unknown_view_says_which_there_are(dossier: Dossier) -> None:
    with pytest.raises(UsageError, match="instructs, documents, duties, all"):
        view_graph(build_graph(dossier), "people")


def test_issuer_in_capitals_is_called_as_others_call_it() -> None:
    plan = Document(id="P", text="", code=Code("47", "KH/TU", "47-KH/TU"), issuer=Issuer(name="TỈNH ỦY BÌNH SƠN"))
    cited = Reference(text="Kế hoạch số 47-KH/TU", code=plan.code, issuer="Tỉnh ủy", target="P")
    graph = build_graph(Dossier(documents=[Document(id="L", text="", references=[cited]), plan], links=[]))
    assert labels(graph, "issues") == {("Tỉnh ủy Bình Sơn", "Văn bản 47-KH/TU")}


def test_same_number_of_another_year_is_another_document() -> None:
    cited = [
        Reference(text="Kế hoạch số 12/KH-UBND", code=Code("12", "KH-UBND", "12/KH-UBND"), date=date)
        for date in (None, "2021-01-05", "2022-01-07")
    ]
    documents = [Document(id=str(n), text="", references=[each]) for n, each in enumerate(cited)]
    graph = build_graph(Dossier(documents=documents, links=[]))
    dates = {node: data["date"] for node, data in graph.nodes(data=True) if data["code"] == "12/KH-UBND"}
    first, second = dates
    assert dates == {first: "2021-01-05", second: "2022-01-07"}
    assert edges(graph, "cites") == {("0", first), ("1", first), ("2", second)}
