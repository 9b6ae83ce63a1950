"""Classes and their members, organs and their successors, duties and those that hand them on: in graph and chains."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dossiers import dossier, paper
from vanban.directory import load_directory
from vanban.graph import build_graph, find_acts, find_chains, find_waits, view_graph
from vanban.graph.boxes import fold_graph
from vanban.graph.nodes import Graph
from vanban.link import resolve_organs
from vanban.model.document import Code, Document, Duty, Issuer, Party, Promulgation, Reference
from vanban.model.dossier import Dossier

PLAN = """
# II. TỔ CHỨC THỰC HIỆN
# 1. Các sở, ban, ngành
a) Tuyên truyền về trồng cây phân tán trong cơ quan trước ngày 20 tháng 3 năm 2026.
# 2. Ủy ban nhân dân các xã, phường
a) Tổ chức cho các hộ nhận cây giống và trồng cây phân tán ven đường liên xã trong tháng 4 năm 2026.
"""
OF_PROVINCE = paper("45/KH-UBND", "02 tháng 3 năm 2026", PLAN)
CITED = "Căn cứ Kế hoạch số 45/KH-UBND ngày 02/3/2026 của Ủy ban nhân dân tỉnh Bình Sơn;\n"
OF_COMMUNE = paper(
    "7/KH-UBND", "09 tháng 3 năm 2026",
    f"{CITED}# I. NHIỆM VỤ\n1. Trưởng các bản tổ chức cho các hộ nhận cây giống, trồng cây phân tán ven đường liên xã.",
    issuer="ỦY BAN NHÂN DÂN\nXÃ NẬM KHÊ", place="Nậm Khê",
)  # fmt: skip


def members(graph: Graph) -> set[tuple[str, str]]:
    return {
        (graph.nodes[s]["label"], graph.nodes[t]["label"])
        for s, t, data in graph.edges(data=True)
        if data["relation"] == "member_of"
    }


def test_commune_that_carries_out_the_plan_of_its_province_is_of_its_class() -> None:
    graph = build_graph(dossier(OF_PROVINCE, OF_COMMUNE))
    assert members(graph) == {("Ủy ban nhân dân xã Nậm Khê", "Ủy ban nhân dân các xã, phường")}
    (why,) = [data for _, _, data in graph.edges(data=True) if data["relation"] == "member_of"]
    assert why["text"].endswith("xã Nậm Khê thuộc nhóm “Ủy ban nhân dân các xã, phường” (theo tên)")
    assert why["span"] is None


def test_commune_of_which_nothing_tells_the_province_stays_outside() -> None:
    alone = paper(
        "7/KH-UBND", "09 tháng 3 năm 2026", "# I. NHIỆM VỤ\n1. Trưởng các bản tổ chức trồng cây phân tán ven đường.",
        issuer="ỦY BAN NHÂN DÂN\nXÃ NẬM KHÊ", place="Nậm Khê",
    )  # fmt: skip
    assert members(build_graph(dossier(OF_PROVINCE, alone))) == set()


def test_chain_goes_through_the_class_and_says_what_is_handed_on() -> None:
    chains = find_chains(build_graph(dossier(OF_PROVINCE, OF_COMMUNE)), "UBND tỉnh Bình Sơn", "Trưởng các bản")
    through = next(chain for chain in chains if chain.steps[0].relation == "instructs")
    assert through.nodes == [
        "Ủy ban nhân dân tỉnh Bình Sơn", "Ủy ban nhân dân các xã, phường", "Ủy ban nhân dân xã Nậm Khê",
        "Trưởng các bản",
    ]  # fmt: skip
    assert [step.relation for step in through.steps] == ["instructs", "member_of", "instructs"]
    (handed,) = through.steps[2].hands_on
    assert handed.document_label == "Kế hoạch 45/KH-UBND"
    assert handed.text.startswith("Tổ chức cho các hộ nhận cây giống")
    assert [proof.text for proof in through.steps[0].proofs] == [handed.text]


def parties(*names: str, kind: str = "organ") -> list[Party]:
    return [Party(name, kind=kind) for name in names]


def letter(
    code: str, province: str, day: str, duties: Sequence[Duty], references: Sequence[Reference] = ()
) -> Document:
    return Document(
        id=code, text="làm", code=Code("1", code, code), promulgation=Promulgation(None, day), system="state",
        issuer=Issuer("ỦY BAN NHÂN DÂN", f"TỈNH {province.upper()}", f"Ủy ban nhân dân tỉnh {province}"),
        duties=list(duties), references=list(references), source=f"{code}.txt",
    )  # fmt: skip


def resolved(*papers: Document) -> Dossier:
    return Dossier(documents=resolve_organs(list(papers), load_directory()), links=[])


def test_classes_of_two_provinces_are_two_with_members_of_their_own() -> None:
    papers = [
        letter(name, name, "2024-05-06", [
            Duty(f"{name} 1", "làm", "làm", parties("Các sở, ban, ngành", kind="group")),
            Duty(f"{name} 2", "làm", "làm", parties(organ)),
        ])
        for name, organ in (("Kiên Giang", "Sở Y tế"), ("Lạng Sơn", "Sở Nội vụ"))
    ]  # fmt: skip
    assert members(build_graph(resolved(*papers))) == {
        ("Sở Y tế", "Các sở, ban, ngành (Kiên Giang)"), ("Sở Nội vụ", "Các sở, ban, ngành (Lạng Sơn)"),
    }  # fmt: skip


def test_offices_of_two_provinces_are_two_each_of_its_own_committee() -> None:
    chairman = Party("Chủ tịch UBND tỉnh", kind="office")
    papers = [
        letter(province, province, "2024-05-06", [
            Duty(province, "làm", "làm", parties("Sở Y tế"), instructed_by=[chairman])
        ])
        for province in ("Kiên Giang", "Lạng Sơn")
    ]  # fmt: skip
    graph = build_graph(resolved(*papers))
    assert members(graph) == {
        (f"Chủ tịch UBND tỉnh ({province})", f"Ủy ban nhân dân tỉnh {province}")
        for province in ("Kiên Giang", "Lạng Sơn")
    }
    assert find_chains(graph, "UBND tỉnh Kiên Giang", "Sở Y tế tỉnh Lạng Sơn") == []


@pytest.mark.parametrize(
    ("group", "organ", "expected"),
    [
        ("UBND các xã, phường", "UBND phường Hà Lương", True),
        ("Các xã, phường", "UBND xã Hà Lương", True),
        ("Chủ tịch UBND các xã", "UBND xã Hà Lương", True),
        ("Các sở, ngành và UBND các xã", "Sở Tài chính", True),
        ("Công an các xã", "UBND xã Hà Lương", False),
        ("Đảng ủy các xã, phường", "UBND xã Hà Lương", False),
        ("Các trường học trên địa bàn các xã", "UBND xã Hà Lương", False),
        ("Các cơ quan, đơn vị", "Sở Tài chính", False),  # whoever there is
        ("Các sở liên quan", "Sở Tài chính", False),  # nobody says which
        ("Các sở, ban, ngành", "Công an tỉnh", False),  # of these nobody has counted who is one
        ("Sở Y tế các tỉnh", "Sở Tài chính", False),
    ],
)
def test_who_is_tied_to_a_class(group: str, organ: str, expected: bool) -> None:
    duties = [Duty("a", "làm", "làm", parties(group, kind="group")), Duty("b", "làm", "làm", parties(organ))]
    assert bool(members(build_graph(resolved(letter("1/X", "An Giang", "2025-09-01", duties))))) is expected


def test_who_is_told_by_name_is_not_looked_for_in_a_class_as_well() -> None:
    duties = [
        Duty("a", "làm", "làm", parties("Các sở", kind="group")),
        Duty("b", "làm", "làm", parties("Sở Tài chính", "Sở Y tế")),
    ]
    graph = build_graph(resolved(letter("1/X", "An Giang", "2025-09-01", duties)))
    assert len(members(graph)) == 2
    (chain,) = find_chains(graph, "UBND tỉnh An Giang", "Sở Y tế")
    assert len(chain.steps) == 1


def test_members_stand_in_the_box_of_their_class() -> None:
    graph = build_graph(dossier(OF_PROVINCE, OF_COMMUNE))
    boxes, arrows, _ = fold_graph(view_graph(graph, "instructs"))
    box = next(box for box in boxes.values() if box.title == "UBND các xã, phường")
    assert box.small == "gồm UBND xã Nậm Khê"
    assert "member_of" not in {arrow.relation for arrow in arrows}


def test_chain_goes_on_at_the_organ_that_took_the_place() -> None:
    old = letter("1/X", "Kiên Giang", "2024-05-06", [Duty("a", "làm", "làm", parties("Sở TT&TT"))])
    new = Document(
        id="N", text="làm", promulgation=Promulgation(None, "2025-09-01"), system="state", source="n.txt",
        issuer=Issuer("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "UBND TỈNH AN GIANG"),
        duties=[Duty("b", "làm", "làm", parties("Trung tâm Chuyển đổi số"))],
    )  # fmt: skip
    graph = build_graph(resolved(old, new))
    (chain,) = find_chains(graph, "UBND tỉnh Kiên Giang", "Trung tâm Chuyển đổi số")
    assert [step.relation for step in chain.steps] == ["instructs", "succeeded_by", "succeeded_by", "instructs"]
    assert chain.steps[2].proofs[0].text.endswith("từ 2025-07-01 (Nghị quyết số 202/2025/QH15)")
    ends = {chain.nodes[-1] for chain in find_chains(graph, "UBND tỉnh Kiên Giang", None)}
    assert len(ends) == 4
    (act,) = [act for act in find_acts(graph) if act.duties == ["a"]]
    assert len(act.successors) == 2


def test_chain_enters_a_duty_that_hands_on_what_its_paper_does_not_cite() -> None:
    upper = letter("1/X", "An Giang", "2025-09-01", [Duty("a", "làm a", "Làm a.", parties("Sở Y tế"))])
    duty = Duty("b", "làm b", "Làm b.", parties("Trung tâm Y tế"), inherits=["a"])
    other = Duty("c", "làm c", "Làm c.", parties("Trung tâm Pháp y"))
    lower = letter("2/Y", "Lạng Sơn", "2025-09-08", [duty, other])
    graph = build_graph(resolved(upper, lower))
    (chain,) = find_chains(graph, "UBND tỉnh An Giang", "Trung tâm Y tế")
    assert [step.relation for step in chain.steps] == ["issues", "hands_on", "instructs"]
    assert [one.duty for one in chain.steps[2].hands_on] == ["a"]
    assert find_chains(graph, "UBND tỉnh An Giang", "Trung tâm Pháp y") == []
    cited = Reference("Kế hoạch", code=Code("1", "X", "1/X"), relation="implements", target="1/X", span=(0, 3))
    graph = build_graph(resolved(upper, letter("2/Y", "Lạng Sơn", "2025-09-08", [duty, other], [cited])))
    (chain,) = find_chains(graph, "UBND tỉnh An Giang", "Trung tâm Y tế")
    assert [step.relation for step in chain.steps] == ["issues", "implements", "instructs"]
    assert [one.text for one in chain.steps[2].hands_on] == ["Làm a."]


def test_report_that_is_owed_says_to_whom_the_work_was_handed_on() -> None:
    upper = letter("1/X", "An Giang", "2025-09-01", [
        Duty("a", "làm a", "Làm a.", parties("Sở Y tế"), report_to=parties("UBND tỉnh"))
    ])  # fmt: skip
    lower = letter("2/Y", "An Giang", "2025-09-08", [
        Duty("b", "làm b", "Làm b.", parties("Trung tâm Y tế"), inherits=["a"]),
        Duty("c", "làm c", "Làm c.", parties("Trạm Y tế"), inherits=["b"]),
    ])  # fmt: skip
    (wait,) = find_waits(build_graph(resolved(upper, lower)))
    assert (wait.awaited, wait.handed_on) == (["Sở Y tế"], ["Trạm Y tế"])
