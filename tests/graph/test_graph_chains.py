"""Chains go through orders and through the documents that pass orders on."""

from __future__ import annotations

import pytest

from vanban.errors import UsageError
from vanban.graph import Chains, build_graph, find_chains, select_chains
from vanban.model.document import Document, Duty, Party
from vanban.model.dossier import Dossier


def test_both_chains_of_the_letter_and_the_plan(dossier: Dossier) -> None:
    first, second = find_chains(build_graph(dossier), "Tỉnh ủy Bình Sơn", "Sở Y tế")

    assert first.nodes == ["Ban Thường vụ Tỉnh ủy", "Ban cán sự đảng Ủy ban nhân dân tỉnh", "Sở Y tế"]
    assert [step.relation for step in first.steps] == ["instructs", "instructs"]
    assert [step.document_label for step in first.steps] == ["Kế hoạch 47-KH/TU"] * 2
    assert [proof.text for proof in first.steps[1].proofs] == [
        "Gửi số liệu hằng tuần.", "Chỉ đạo cơ sở y tế.", "Phối hợp với Ban Tuyên giáo Tỉnh ủy.",
    ]  # fmt: skip

    assert second.nodes == [
        "Tỉnh ủy Bình Sơn", "Kế hoạch 47-KH/TU", "Công văn 6150/VP-KGVX",
        "Phó Chủ tịch Ủy ban nhân dân tỉnh Bình Sơn", "Sở Y tế",
    ]  # fmt: skip
    assert [(step.relation, step.forward) for step in second.steps] == [
        ("issues", True), ("forwards", False), ("instructs", True),
    ]  # fmt: skip
    assert second.steps[2].transmitted_by == ["Văn phòng Ủy ban nhân dân tỉnh Bình Sơn"]
    assert second.steps[2].proofs[0].text.startswith("Giao Sở Y tế, Sở Ngoại vụ triển khai")


def test_limit_and_length_bound_the_search(dossier: Dossier) -> None:
    graph = build_graph(dossier)
    assert len(find_chains(graph, "Tỉnh ủy Bình Sơn", "Sở Y tế", limit=1)) == 1
    assert [len(c.steps) for c in find_chains(graph, "Tỉnh ủy Bình Sơn", "Sở Y tế", length=2)] == [2]


def test_only_a_target_begins_with_those_whom_nobody_instructs(dossier: Dossier) -> None:
    chains = find_chains(build_graph(dossier), None, "Sở Ngoại vụ")
    assert {chain.nodes[0] for chain in chains} == {
        "Phó Chủ tịch Ủy ban nhân dân tỉnh Bình Sơn", "Văn phòng Ủy ban nhân dân tỉnh Bình Sơn",
        "Tỉnh ủy Bình Sơn",
    }  # fmt: skip
    assert all(chain.nodes[-1] == "Sở Ngoại vụ" for chain in chains)


def test_only_a_source_gives_one_chain_for_each_end(dossier: Dossier) -> None:
    ends = [chain.nodes[-1] for chain in find_chains(build_graph(dossier), "Ban Thường vụ Tỉnh ủy", None)]
    assert ends == ["Tất cả cơ quan, đơn vị", "Ban cán sự đảng Ủy ban nhân dân tỉnh", "Sở Y tế"]


def test_orders_in_a_circle_end() -> None:
    names = ["Bộ A", "Bộ B", "Bộ C"]
    duties = [
        Duty(id=f"{a}{b}", action="làm", text="làm", assignees=[Party(name=b)], instructed_by=[Party(name=a)])
        for a in names
        for b in names
        if a != b
    ]
    graph = build_graph(Dossier(documents=[Document(id="A", text="làm", duties=duties)], links=[]))
    assert [chain.nodes for chain in find_chains(graph, "Bộ A", "Bộ C")] == [
        ["Bộ A", "Bộ C"], ["Bộ A", "Bộ B", "Bộ C"],
    ]  # fmt: skip


def test_unknown_organ_is_told(dossier: Dossier) -> None:
    with pytest.raises(UsageError, match="không có cơ quan “Sở Nội vụ”"):
        find_chains(build_graph(dossier), "Sở Nội vụ", "Sở Y tế")


def test_graph_of_chains_holds_their_edges_only(dossier: Dossier) -> None:
    graph = build_graph(dossier)
    part = select_chains(graph, find_chains(graph, "Tỉnh ủy Bình Sơn", "Sở Y tế"))
    assert {data["relation"] for _, _, data in part.edges(data=True)} == {"instructs", "issues", "forwards"}
    assert "organ:sở-ngoại-vụ" not in part


def test_order_through_another_keeps_the_proofs_of_its_duties() -> None:
    duties = [
        Duty(
            id=name, action="làm", text=f"Giao {name}", assignees=[Party(name=name)],
            instructed_by=[Party(name="Tỉnh ủy")], via=Party(name="Ban cán sự đảng"),
        )
        for name in ("Sở A", "Sở B")
    ]  # fmt: skip
    graph = build_graph(Dossier(documents=[Document(id="A", text="", duties=duties)], links=[]))
    (chain,) = find_chains(graph, "Tỉnh ủy", "Sở B")
    assert [[proof.text for proof in step.proofs] for step in chain.steps] == [["Giao Sở B"], ["Giao Sở B"]]


def test_chains_made_once_answer_as_each_question_alone(dossier: Dossier) -> None:
    graph = build_graph(dossier)
    chains = Chains(graph)
    for question in (
        ("Tỉnh ủy Bình Sơn", "Sở Y tế"),
        (None, "Sở Ngoại vụ"),
        ("Ban Thường vụ Tỉnh ủy", None),
        (None, None),
    ):
        assert chains.find(*question) == find_chains(graph, *question) != []
