"""Places opened in the cited document, and places that are not there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossiers import dossier, paper
from making import Paragraph, Table, render_docx
from vanban import assemble, parse
from vanban.model.document import Document
from vanban.notation.pinpoint import find_pinpoints

ARTICLES = """
# Chương I
# QUY ĐỊNH CHUNG
# Điều 1. Phạm vi
1. Quy định này áp dụng trong tỉnh.
2. Quy định này không áp dụng cho doanh nghiệp.
# Điều 2. Nguyên tắc
1. Bảo đảm công khai.
2. Bảo đảm kịp thời:
a) Trong giờ hành chính;
b) Ngoài giờ hành chính.
# Chương II
# TỔ CHỨC THỰC HIỆN
# Điều 3. Sở Y tế
1. Chủ trì kiểm tra.
2. Báo cáo kết quả.
3. Lưu trữ hồ sơ.
"""
ROMANS = """
# I. MỤC ĐÍCH
1. Trồng mới 200 nghìn cây.
# II. NHIỆM VỤ
1. Chuẩn bị cây giống.
2. Tổ chức trồng cây.
3. Chăm sóc sau trồng.
"""


def open_in(body: str, said: str, title: str = "QUY ĐỊNH") -> Document:
    upper = paper("45/QyĐ-UBND", "02 tháng 3 năm 2026", body, title=title)
    text = f"Đề nghị Sở Y tế thực hiện {said} của Quy định số 45/QyĐ-UBND ngày 02/3/2026 của UBND tỉnh."
    lower = paper(
        "9/VP-NN", "09 tháng 3 năm 2026", text,
        issuer="VĂN PHÒNG", parent="UBND TỈNH BÌNH SƠN", title=None, subject="V/v thực hiện", to=["Sở Y tế."],
    )  # fmt: skip
    made = dossier(upper, lower)
    assert made.documents[1].references[0].target == made.documents[0].id
    return made.documents[1]


def opened(document: Document) -> list[str | None]:
    return [point.node for point in document.references[0].pinpoints]


def missing(document: Document) -> list[str]:
    return [document.text[slice(*p.span)] for p in document.problems if p.code == "pinpoint-missing" and p.span]


@pytest.mark.parametrize(
    ("body", "said", "nodes"),
    [
        (ARTICLES, "điểm b khoản 2 Điều 2", ["Điều 2.2.b"]),
        (ARTICLES, "khoản 1, 2 Điều 3", ["Điều 3.1", "Điều 3.2"]),
        (ARTICLES, "khoản 1 và điểm a khoản 2 Điều 2", ["Điều 2.1", "Điều 2.2.a"]),
        (ARTICLES, "từ Điều 1 đến Điều 3", ["Điều 1", "Điều 2", "Điều 3"]),
        (ARTICLES, "Chương II", ["Chương II"]),
        (ROMANS, "khoản 3, Mục II", ["II.3"]),
        (ROMANS, "điểm 1, 2 Mục II", ["II.1", "II.2"]),
        (ROMANS, "khoản 2", ["II.2"]),
        (ROMANS, "khoản 1", [None]),
    ],
)
def test_place_opens_its_part(body: str, said: str, nodes: list[str | None]) -> None:
    document = open_in(body, said)
    assert opened(document) == nodes
    assert missing(document) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [(ARTICLES, "Điều 5"), (ARTICLES, "khoản 4 Điều 3"), (ARTICLES, "điểm c khoản 2 Điều 2"), (ROMANS, "Mục IV")],
)
def test_place_that_is_not_there_is_a_problem(body: str, said: str) -> None:
    document = open_in(body, said)
    assert opened(document) == [None]
    assert missing(document) == [said]


@pytest.mark.parametrize("said", ["khoản 2 Điều 7 Quy chế", "Phụ lục II", "khoản 4 Điều 1"])
def test_body_that_is_not_read_into_parts_proves_nothing(said: str) -> None:
    assert missing(open_in("Việc phối hợp thực hiện theo thỏa thuận giữa các bên.", said)) == []


def test_article_of_what_is_attached_is_looked_for_there() -> None:
    own = "Điều 1. Ban hành kèm theo Quyết định này Quy định này.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký."
    said = "Điều 3 Quy định ban hành kèm theo Quyết định số 45/QĐ-UBND ngày 02/3/2026"
    decision = paper("45/QĐ-UBND", "02 tháng 3 năm 2026", own, title="QUYẾT ĐỊNH")
    lower = paper("9/KH-SYT", "09 tháng 3 năm 2026", f"Thực hiện {said}, Sở Y tế lập kế hoạch.")
    made = dossier(decision, lower)
    assert [(p.path, p.node) for p in made.documents[1].references[0].pinpoints] == [("Điều 3", None)]


def test_own_place_that_is_not_there() -> None:
    body = f"{ARTICLES}4. Trường hợp khác thực hiện theo Điều 9 Quy định này và khoản 1 Điều 2 Quy định này.\n"
    (document,) = dossier(paper("45/QyĐ-UBND", "02 tháng 3 năm 2026", body, title="QUY ĐỊNH")).documents
    assert missing(document) == ["Điều 9"]


def test_row_of_a_table_is_a_place() -> None:
    assert [found.path for found in find_pinpoints("nhiệm vụ tại số thứ tự 5 Phụ lục II")] == ["Phụ lục II.dòng 5"]
    assert [found.path for found in find_pinpoints("dòng 4 của bảng")] == ["dòng 4"]
    assert find_pinpoints("dòng sông, dòng tiền") == []


def test_member_of_a_list_that_is_not_there_is_named() -> None:
    document = open_in(ARTICLES, "khoản 1, 5 Điều 3")
    assert opened(document) == ["Điều 3.1", None]
    assert [p.message.split(" trong ")[0] for p in document.problems if p.code == "pinpoint-missing"] == [
        "Không có “khoản 1, 5 Điều 3” (Điều 3.5)"
    ]


def test_row_of_a_table_opens() -> None:
    rows = (("TT", "Nhiệm vụ", "Cơ quan"), ("1", "Mua cây giống", "Sở Y tế"), ("2", "Trồng cây ven sông", "Sở Y tế"))
    plain = paper("45/QyĐ-UBND", "02 tháng 3 năm 2026", "1. Mục tiêu.", title="QUY ĐỊNH")
    upper = replace(
        plain, body=(Paragraph("I. MỤC ĐÍCH", "heading"), Paragraph("II. NHIỆM VỤ", "heading"), Table(rows))
    )
    said = "Đề nghị Sở Y tế thực hiện nhiệm vụ tại số thứ tự 2 Mục II Quy định số 45/QyĐ-UBND ngày 02/3/2026."
    lower = paper("9/KH-SYT", "09 tháng 3 năm 2026", said)
    read_upper = parse("tren.docx", render_docx([upper])).documents
    made = assemble([*read_upper, *dossier(lower).documents])
    (point,) = made.documents[1].references[0].pinpoints
    rows_of_body = [node for root in made.documents[0].body for node in [root, *root.children] if node.kind == "row"]
    assert (point.path, point.node) == ("II.dòng 2", rows_of_body[1].path)


def test_linking_twice_tells_once() -> None:
    made = dossier(
        paper("45/QyĐ-UBND", "02 tháng 3 năm 2026", f"{ARTICLES}4. Theo Điều 9 Quy định này.", title="QUY ĐỊNH")
    )
    assert missing(assemble(assemble(made.documents).documents).documents[0]) == ["Điều 9"]
