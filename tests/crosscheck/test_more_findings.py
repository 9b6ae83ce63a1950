"""Checks that no paper at hand has set off: each in several forms, where it fires and where it keeps silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dossiers import codes, findings, paper
from making import Paragraph, Sheet, Table, render_docx
from vanban import assemble, parse
from vanban.crosscheck import crosscheck

BODY = """
# II. TỔ CHỨC THỰC HIỆN
# 1. Sở Giao thông
a) Sửa chữa các ngầm tràn hư hỏng trên tuyến đường tỉnh 107 trước mùa mưa, xong trước ngày 15 tháng 5 năm 2026.
b) Cắm biển cảnh báo tại các điểm sạt lở trên tuyến đường tỉnh 107.
# 2. Công an tỉnh
a) Phân luồng phương tiện qua các đoạn đường bị ngập sâu trong mùa mưa lũ năm 2026.
"""
PLAN = paper("61/KH-UBND", "06 tháng 4 năm 2026", BODY, subject="Phòng, chống thiên tai trên các tuyến đường tỉnh")
CITED = "Kế hoạch số 61/KH-UBND ngày 06/4/2026 của UBND tỉnh"
ROADS = {"issuer": "SỞ GIAO THÔNG", "parent": "UBND TỈNH BÌNH SƠN", "title": "KẾ HOẠCH"}
REPAIR = "Ban Bảo trì đường bộ sửa chữa các ngầm tràn hư hỏng trên tuyến đường tỉnh 107 trước mùa mưa"
SIGNS = "Phòng Hạ tầng cắm biển cảnh báo tại các điểm sạt lở trên tuyến đường tỉnh 107"


def roads(*tasks: str, subject: str = f"Thực hiện {CITED}") -> Sheet:
    listed = "\n".join(f"{number}. {task}." for number, task in enumerate(tasks, 1))
    body = f"Thực hiện {CITED}, Sở Giao thông lập kế hoạch:\n# I. NHIỆM VỤ\n{listed}"
    return paper("15/KH-SGT", "13 tháng 4 năm 2026", body, subject=subject, **ROADS)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tasks", "expected"),
    [
        ((REPAIR,), ["Cắm biển cảnh báo tại các điểm sạt lở trên tuyến đường tỉnh 107."]),
        ((REPAIR, SIGNS), []),
        ((REPAIR, f"Các đơn vị trực thuộc triển khai thực hiện các nội dung theo {CITED}"), []),
    ],
)
def test_duty_of_the_upper_plan_that_the_lower_one_says_or_leaves_out(
    tasks: Sequence[str], expected: list[str]
) -> None:
    found = [one for one in findings(PLAN, roads(*tasks)) if one.code == "duty-uncovered"]
    assert [finding.places[0].text for finding in found] == expected


def test_duty_of_an_organ_whose_papers_are_not_here_is_not_uncovered() -> None:
    assert "duty-uncovered" not in codes(PLAN)
    assert "duty-uncovered" not in codes(PLAN, roads(REPAIR, SIGNS))  # nobody knows what the police wrote


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("xong trước ngày 30 tháng 5 năm 2026", ["deadline-later"]),
        ("hoàn thành chậm nhất ngày 16/5/2026", ["deadline-later"]),
        ("xong trước ngày 15 tháng 5 năm 2026", []),
        ("hoàn thành trong tháng 4 năm 2026", []),
        ("báo cáo Giám đốc Sở trước ngày 29 tháng 5 năm 2026", []),
    ],
)
def test_lower_deadline_against_the_upper_one(until: str, expected: list[str]) -> None:
    found = [code for code in codes(PLAN, roads(f"{REPAIR}, {until}", SIGNS)) if code == "deadline-later"]
    assert found == expected


def letter(body: str, **more: object) -> Sheet:
    kept = {"issuer": "SỞ GIAO THÔNG", "parent": "UBND TỈNH BÌNH SƠN", "title": None, "subject": "V/v kiểm tra cầu"}
    kept |= {"to": ["Ban Quản lý dự án giao thông tỉnh."]}
    return paper("88/SGT-KCHT", "13 tháng 4 năm 2026", body, **{**kept, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("trước ngày 10/4/2026", ["deadline-past"]),
        ("chậm nhất vào ngày 13 tháng 3 năm 2026", ["deadline-past"]),
        ("trong ngày 13 tháng 4 năm 2026", []),
        ("trước ngày 24/4/2026", []),
        ("trước ngày 10 hằng tháng", []),
        ("trong quý I năm 2027", []),
    ],
)
def test_deadline_against_the_day_of_its_paper(until: str, expected: list[str]) -> None:
    body = f"Đề nghị Ban Quản lý dự án giao thông tỉnh báo cáo kết quả kiểm tra cầu yếu {until}."
    assert [code for code in codes(letter(body)) if code == "deadline-past"] == expected


def test_what_was_done_before_the_paper_is_no_deadline() -> None:
    body = (
        "Trước ngày 10/4/2026 Ban Quản lý dự án giao thông tỉnh đã báo cáo 12 cầu yếu. "
        "Đề nghị Ban Quản lý dự án giao thông tỉnh sửa chữa 03 cầu trước ngày 24/4/2026."
    )
    assert codes(letter(body)) == []


@pytest.mark.parametrize(
    ("recipients", "expected"),
    [
        (["Sở Tài chính;", "Lưu: VT."], ["Công an tỉnh", "Sở Giao thông"]),
        (["Sở Tài chính;", "Công an tỉnh;", "Lưu: VT."], ["Sở Giao thông"]),
        (["Giám đốc Công an tỉnh;", "Sở Giao thông tỉnh Bình Sơn;", "Lưu: VT."], []),
        (["Các sở, ban, ngành tỉnh;", "Công an tỉnh;", "Lưu: VT."], []),
        (["Như Mục II;", "Lưu: VT."], []),
        (["Các đơn vị có tên tại Mục II;", "Lưu: VT."], []),
    ],
)
def test_assignees_against_the_list_of_recipients(recipients: list[str], expected: list[str]) -> None:
    found = [one for one in findings(replace(PLAN, recipients=tuple(recipients))) if one.code == "assignee-unserved"]
    assert sorted(one.message.split(" được giao")[0] for one in found) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Căn cứ Nghị định số 66/2026/NĐ-CP ngày 20 tháng 4 năm 2026 của Chính phủ;", ["basis-later"]),
        ("Căn cứ Quyết định số 7/2026/QĐ-UBND ngày 14/4/2026 của Ủy ban nhân dân tỉnh;", ["basis-later"]),
        ("Căn cứ Nghị định số 66/2026/NĐ-CP ngày 13 tháng 4 năm 2026 của Chính phủ;", []),
        ("Căn cứ Nghị định số 66/2026/NĐ-CP ngày 02 tháng 3 năm 2026 của Chính phủ;", []),
        ("Căn cứ Nghị định số 66/2026/NĐ-CP của Chính phủ;", []),
    ],
)
def test_grounds_against_the_day_of_the_paper(said: str, expected: list[str]) -> None:
    assert codes(letter(f"{said}\nĐề nghị Ban Quản lý dự án giao thông tỉnh kiểm tra các cầu yếu.")) == expected


def test_later_paper_that_is_no_ground_is_let_be() -> None:
    body = (
        "Đề nghị Ban Quản lý dự án giao thông tỉnh kiểm tra các cầu yếu. Nội dung tại Công văn số 90/SGT-KCHT ngày "
        "20 tháng 4 năm 2026 sẽ được bổ sung sau."
    )
    assert codes(letter(body)) == []


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        (["KT. HIỆU TRƯỞNG", "HIỆU TRƯỞNG"], ["chief-by-proxy"]),
        (["KT.TRƯỞNG BAN", "TRƯỞNG BAN"], ["chief-by-proxy"]),
        (["K/T CHỦ TỊCH", "CHỦ TỊCH"], ["chief-by-proxy"]),
        (["KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"], []),
        (["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC"], []),
        (["TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"], []),
        (["TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG"], []),
        (["Q. GIÁM ĐỐC"], []),
    ],
)
def test_mark_of_a_deputy_over_the_post(signature: list[str], expected: list[str]) -> None:
    body = "Đề nghị Ban Quản lý dự án giao thông tỉnh kiểm tra các cầu yếu."
    assert codes(letter(body, signature=signature)) == expected


MIRRORS = "lắp đặt gương cầu lồi tại các khúc cua trên đường đèo khau sang"


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        (f"Sở Giao thông {MIRRORS} trước ngày 22/5/2026.", ["table-prose"]),
        (f"Sở Giao thông {MIRRORS} trước ngày 20/5/2026.", []),
        (f"Sở GT {MIRRORS} trước ngày 20/5/2026.", []),
        (f"Công an tỉnh {MIRRORS}.", ["table-prose"]),
        (f"Các đơn vị {MIRRORS}.", []),
        ("Công an tỉnh kiểm tra tải trọng xe tại các khúc cua trên đường đèo Khau Sang.", []),
    ],
)  # fmt: skip
def test_row_of_a_table_against_a_sentence(prose: str, expected: list[str]) -> None:
    table = Table(
        (
            ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời hạn"),
            ("1", MIRRORS.capitalize(), "Sở Giao thông", "Trước ngày 20/5/2026"),
            ("2", "Sơn lại vạch kẻ đường trên các tuyến đường tỉnh", "Công an tỉnh", "Trước ngày 29/5/2026"),
        )
    )
    plain = paper("61/KH-UBND", "06 tháng 4 năm 2026", "1. Mục tiêu chung.")
    sheet = replace(plain, body=(Paragraph("I. NHIỆM VỤ", "heading"), table, Paragraph(f"1. {prose}")))
    found = crosscheck(assemble(parse("giay.docx", render_docx([sheet])).documents))
    assert [finding.code for finding in found if finding.code == "table-prose"] == expected
