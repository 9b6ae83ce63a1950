"""Duties that a lower paper hands on: by place, by document, by the same action; with the sharper deadline."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dossiers import dossier, paper
from vanban import assemble, parse
from vanban.model.dossier import Dossier

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
sys.path.insert(0, str(SAMPLES))

import make_samples  # noqa: E402

PLAN = paper(
    "45/KH-UBND",
    "02 tháng 3 năm 2026",
    """
# I. MỤC ĐÍCH
1. Trồng mới 200 nghìn cây.
# II. TỔ CHỨC THỰC HIỆN
# 1. Sở Nông nghiệp và Môi trường
a) Chuẩn bị 200 nghìn cây giống keo lai cấp cho các hộ dân ở 12 xã vùng cao, hoàn thành trước ngày 20 tháng 3 năm 2026.
b) Tập huấn kỹ thuật trồng cây cho cán bộ xã.
# 2. Sở Y tế
a) Trồng cây trong khuôn viên các bệnh viện trước ngày 15 tháng 4 năm 2026.
# 3. UBND các xã
a) Bố trí đất trồng cây ven đường giao thông nông thôn.
""",
)


def handed(made: Dossier) -> list[tuple[str, list[str], str, str | None]]:
    paths = {duty.id: duty.path for document in made.documents for duty in document.duties}
    return [(paths[one.upper], one.assignees, one.by, one.deadline) for one in made.handovers]


def letter(body: str, **more: object) -> Dossier:
    kept = {"issuer": "VĂN PHÒNG", "parent": "UBND TỈNH BÌNH SƠN", "title": None, "subject": "V/v trồng cây"}
    return dossier(PLAN, paper("9/VP-NN", "09 tháng 3 năm 2026", body, to=["Sở Y tế."], **{**kept, **more}))  # type: ignore[arg-type]


def test_by_place_each_organ_gets_its_own() -> None:
    made = letter(
        "Giao Sở Nông nghiệp và Môi trường, Sở Y tế thực hiện khoản 1, khoản 2 Mục II Kế hoạch số 45/KH-UBND "
        "ngày 02/3/2026 của UBND tỉnh trước ngày 18 tháng 3 năm 2026."
    )
    assert handed(made) == [
        ("II.1.a", ["Sở Nông nghiệp và Môi trường"], "pinpoint", "2026-03-18"),
        ("II.1.b", ["Sở Nông nghiệp và Môi trường"], "pinpoint", "2026-03-18"),
        ("II.2.a", ["Sở Y tế"], "pinpoint", "2026-03-18"),
    ]
    assert made.documents[1].duties[0].inherits == [one.upper for one in made.handovers]


def test_by_document_only_what_the_organ_was_given() -> None:
    made = letter("Giao Sở Y tế triển khai thực hiện các nội dung theo Kế hoạch số 45/KH-UBND ngày 02/3/2026.")
    assert handed(made) == [("II.2.a", ["Sở Y tế"], "document", "2026-04-15")]


def test_member_of_a_class() -> None:
    made = letter("Giao UBND xã Nậm Khê triển khai thực hiện các nội dung theo Kế hoạch số 45/KH-UBND ngày 02/3/2026.")
    assert handed(made) == [("II.3.a", ["UBND xã Nậm Khê"], "document", None)]


def test_by_document_through_the_organ_that_it_was_given_to() -> None:
    made = letter(
        "Yêu cầu Bệnh viện Đa khoa Bình Sơn triển khai thực hiện các nội dung theo Kế hoạch số 45/KH-UBND.",
        issuer="SỞ Y TẾ",
    )
    assert handed(made) == [("II.2.a", ["Bệnh viện Đa khoa Bình Sơn"], "document", "2026-04-15")]


def test_by_action() -> None:
    made = letter(
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 02/3/2026 của UBND tỉnh, Sở yêu cầu:\n"
        "1. Trung tâm Khuyến nông chuẩn bị 200 nghìn cây giống keo lai cấp cho các hộ dân trước ngày 12/3/2026.\n"
        "2. Phòng Kế hoạch lập dự toán mua vật tư, phân bón, thuê xe vận chuyển.",
        issuer="SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
    )
    assert handed(made) == [("II.1.a", ["Trung tâm Khuyến nông"], "action", "2026-03-12")]


@pytest.mark.parametrize(
    "body",
    [
        "Giao Sở Nội vụ báo cáo kết quả thi đua theo Kế hoạch số 45/KH-UBND ngày 02/3/2026.",
        "Giao Sở Y tế báo cáo số liệu nhân lực theo Kế hoạch số 45/KH-UBND ngày 02/3/2026.",
        "Giao Sở Y tế thực hiện Kế hoạch số 46/KH-UBND ngày 02/3/2026.",
        "Giao Sở Y tế thực hiện Mục I Kế hoạch số 45/KH-UBND ngày 02/3/2026.",
    ],
)
def test_nothing_is_handed_on(body: str) -> None:
    assert handed(letter(body)) == []


@pytest.fixture(scope="module")
def forest() -> Dossier:
    files = sorted((SAMPLES / "ho-so-chay-rung").glob("*.txt"))
    return assemble([document for file in files for document in parse(file).documents])


def test_sample_dossier_is_as_its_source_makes_it() -> None:
    for name, data in make_samples.render_dossier().items():
        assert (SAMPLES / name).read_bytes() == data, "run samples/make_samples.py"


def test_chain_of_five_papers_over_three_levels(forest: Dossier) -> None:
    codes = {document.id: document.code.text for document in forest.documents if document.code}
    assert [(codes[link.document], codes[str(link.target)], link.relation, link.inverse) for link in forest.links] == [
        ("340/KH-SNNMT", "112/KH-UBND", "implements", "implemented_by"),
        ("77/CCKL-BVR", "340/KH-SNNMT", "implements", "implemented_by"),
        ("45/KH-UBND", "112/KH-UBND", "basis", "is_basis_of"),
        ("58/BC-UBND", "112/KH-UBND", "responds_to", "closed_by"),
    ]
    places = {duty.id: (codes[d.id], duty.path) for d in forest.documents for duty in d.duties}
    east, west = "Hạt Kiểm lâm khu vực Đông Sơn", "Hạt Kiểm lâm khu vực Tây Sơn"
    assert [(places[h.duty], places[h.upper], h.assignees, h.by, h.deadline) for h in forest.handovers] == [
        (("340/KH-SNNMT", "I.1.a"), ("112/KH-UBND", "II.1.a"), ["Chi cục Kiểm lâm"], "action", "2026-03-20"),
        (("340/KH-SNNMT", "I.1.b"), ("112/KH-UBND", "II.1.b"), ["Chi cục Kiểm lâm"], "action", "2026-04-08"),
        (("77/CCKL-BVR", "1"), ("340/KH-SNNMT", "I.1.a"), [east, west], "pinpoint", "2026-03-24"),
        (("77/CCKL-BVR", "2"), ("340/KH-SNNMT", "I.1.b"), [west], "pinpoint", "2026-04-02"),
        (("45/KH-UBND", "I.1"), ("112/KH-UBND", "II.2.a"), ["Phòng Kinh tế"], "action", "2026-03-13"),
        (("45/KH-UBND", "I.2"), ("112/KH-UBND", "II.2.b"), ["Trưởng các bản"], "action", None),
    ]
