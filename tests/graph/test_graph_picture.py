"""A picture shows sixty papers as a few boxes, and nothing of what they say is lost in them."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from dossiers import dossier, paper
from vanban.graph import build_graph, export_graph, view_graph
from vanban.graph.boxes import fold_graph, group_leaves
from vanban.graph.nodes import Graph
from vanban.graph.tiers import TITLES, find_tier

DOCS = Path(__file__).resolve().parents[2] / "docs"
sys.path.insert(0, str(DOCS))

from make_graph import read_dossier  # noqa: E402

PLAN = paper(
    "45/KH-UBND",
    "02 tháng 3 năm 2026",
    "# II. TỔ CHỨC THỰC HIỆN\n# 1. Sở Y tế\na) Tổ chức tiêm vắc xin cho trẻ em ở xã trước ngày 20 tháng 3 năm 2026.",
)
GROUND = "Thực hiện Kế hoạch số 45/KH-UBND ngày 02/3/2026 của UBND tỉnh, Sở Y tế yêu cầu:\n"


@pytest.fixture(scope="module")
def large() -> Graph:
    return build_graph(read_dossier())


def own(number: int, organ: str) -> object:
    ground = GROUND.replace("Sở Y tế", organ.capitalize())
    body = f"{ground}1. Phòng Nghiệp vụ lập danh sách trẻ em.\n2. Văn phòng theo dõi việc tiêm."
    return paper(f"{number}/KH-S", "09 tháng 3 năm 2026", body, issuer=organ, parent="UBND TỈNH BÌNH SƠN")


def test_sixty_documents_are_few_boxes(large: Graph) -> None:
    assert sum(data["kind"] == "document" for _, data in large.nodes(data=True)) == 60
    for view, most in (("instructs", 25), ("documents", 25), ("duties", 25)):
        boxes, arrows, _ = group_leaves(*fold_graph(view_graph(large, view)))
        assert len(boxes) <= most
        assert len(arrows) <= most


def test_every_document_stands_in_the_picture(large: Graph) -> None:
    picture = export_graph(view_graph(large, "documents"), "dot").decode()
    codes = [data["code"] for _, data in large.nodes(data=True) if data["kind"] == "document"]
    assert [code for code in codes if code not in picture] == []


def test_document_says_issuer_day_and_duties() -> None:
    graph = build_graph(dossier(PLAN))
    boxes, arrows, _ = fold_graph(view_graph(graph, "duties"))
    (box,) = boxes.values()
    assert (box.title, box.small) == ("Kế hoạch 45/KH-UBND", "UBND tỉnh Bình Sơn, 02/3/2026")
    ((_, title, said),) = box.rows
    assert title.startswith("Tổ chức tiêm vắc xin")
    assert said == "Sở Y tế; hạn 20/3/2026"
    assert arrows == Counter()


def test_units_stand_in_the_box_of_their_organ() -> None:
    graph = build_graph(dossier(PLAN, own(1, "SỞ Y TẾ"), own(2, "SỞ NỘI VỤ")))  # type: ignore[arg-type]
    units = [data["label"] for _, data in graph.nodes(data=True) if data["label"].startswith("Phòng Nghiệp vụ")]
    assert len(units) == 2
    boxes, _, _ = fold_graph(view_graph(graph, "instructs"))
    assert {box.title: box.small for box in boxes.values()} == {
        "UBND tỉnh Bình Sơn": "",
        "Sở Y tế": "Phòng Nghiệp vụ, Văn phòng",
        "Sở Nội vụ tỉnh Bình Sơn": "Phòng Nghiệp vụ, Văn phòng",
    }


def test_document_that_is_not_there_is_drawn_with_dashes() -> None:
    letter = paper("1/SYT", "09 tháng 3 năm 2026", GROUND + "1. Phòng Nghiệp vụ lập danh sách.", issuer="SỞ Y TẾ")
    picture = export_graph(view_graph(build_graph(dossier(letter)), "documents"), "dot").decode()
    (line,) = [line for line in picture.splitlines() if "45/KH-UBND" in line and "shape=" in line]
    assert 'style="filled,dashed"' in line
    assert "chưa có trong hồ sơ" in picture


def test_arrows_run_from_upper_to_lower() -> None:
    letter = paper("1/SYT", "09 tháng 3 năm 2026", GROUND + "1. Phòng Nghiệp vụ lập danh sách.", issuer="SỞ Y TẾ")
    picture = export_graph(view_graph(build_graph(dossier(PLAN, letter)), "documents"), "dot").decode()
    (arrow,) = [line for line in picture.splitlines() if " -> " in line]
    assert re.match(r'\s+"45/KH-UBND@.*" -> "1/SYT@.*" \[.*dir=back', arrow)
    assert "tooltip=" in arrow


@pytest.mark.parametrize(
    ("name", "tier"),
    [
        ("Thủ tướng Chính phủ", "Trung ương"),
        ("Ban Tuyên giáo Trung ương", "Trung ương"),
        ("Ban Thường vụ Tỉnh ủy", "Lãnh đạo cấp tỉnh"),
        ("Văn phòng UBND tỉnh Bình Sơn", "Lãnh đạo cấp tỉnh"),
        ("Bộ Chỉ huy Quân sự tỉnh", "Sở, ban, ngành"),
        ("Công an tỉnh", "Sở, ban, ngành"),
        ("UBND huyện Hà Lương", "Cấp huyện"),
        ("Ủy ban nhân dân các xã", "Cấp xã"),
        ("Đảng ủy xã Nậm Khê", "Cấp xã"),
        ("Phòng Kinh tế", "Đơn vị trực thuộc"),
    ],
)
def test_tier_of_an_organ(name: str, tier: str) -> None:
    assert TITLES[find_tier(name)] == tier


def test_more_duties_than_fit_stand_by_organ_with_their_number() -> None:
    organs = ("Sở Y tế", "Sở Tài chính", "Sở Nội vụ")
    tasks = "".join(
        f"# {n}. {organ}\n"
        + "".join(
            f"{letter}) Lập danh sách hộ nghèo tại cụm thôn số {n}{k} trước ngày {10 + k} tháng 4 năm 2026.\n"
            for k, letter in enumerate("abcdeg")
        )
        for n, organ in enumerate(organs, 1)
    )
    graph = build_graph(dossier(paper("45/KH-UBND", "02 tháng 3 năm 2026", f"# II. TỔ CHỨC THỰC HIỆN\n{tasks}")))
    boxes, _, _ = fold_graph(view_graph(graph, "duties"))
    (box,) = boxes.values()
    assert [title for _, title, _ in box.rows] == [f"{organ}: 6 nhiệm vụ, hạn sớm nhất 10/4/2026" for organ in organs]
    assert box.rows[0][2].startswith("Lập danh sách hộ nghèo tại cụm thôn số 10")


def test_what_papers_that_are_alike_all_say_stands_once_at_their_head(large: Graph) -> None:
    boxes, _, _ = group_leaves(*fold_graph(view_graph(large, "duties")))
    alike = [box for box in boxes.values() if box.title.endswith(" kế hoạch")]
    assert [(box.title, box.small) for box in alike] == [
        (f"{number} kế hoạch", "Phòng Văn hóa - Xã hội; hạn 26/02/2026") for number in (8, 7, 7)
    ]
    assert alike[0].rows[0][1:] == ("20/KH-UBND", "UBND xã Nậm Khê, 14/02/2026")


def test_parts_that_do_not_hang_together_stand_side_by_side(large: Graph) -> None:
    assert "packmode=array" in export_graph(view_graph(large, "duties"), "dot").decode()
    assert "packmode" not in export_graph(view_graph(large, "instructs"), "dot").decode()
