"""What does not agree in a dossier: each check finds its case, and keeps silent beside it."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from dossiers import codes, findings, paper
from making import Paragraph, Sheet, Table, render_docx
from vanban import assemble, parse
from vanban.cli.crosscheck import _TITLES
from vanban.cli.main import run
from vanban.crosscheck import crosscheck
from vanban.lexicon.holidays import name_day_off
from vanban.model.dossier import Finding

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
UPPER = """
# I. TỔ CHỨC THỰC HIỆN
# 1. Sở Y tế
a) Tổ chức tiêm vắc xin cho toàn bộ trẻ dưới 5 tuổi tại các xã vùng cao, hoàn thành trước ngày 20 tháng 3 năm 2026.
b) Kiểm tra điều kiện bảo quản vắc xin tại các trạm y tế xã.
# 2. Sở Tài chính
a) Bố trí kinh phí mua vắc xin bổ sung.
"""
PLAN = paper("45/KH-UBND", "02 tháng 3 năm 2026", UPPER, subject="Tiêm vắc xin cho trẻ em")


def health(body: str, **more: object) -> Sheet:
    kept = {"issuer": "SỞ Y TẾ", "parent": "UBND TỈNH BÌNH SƠN", "subject": "Tiêm vắc xin cho trẻ em"}
    return paper("7/KH-SYT", "09 tháng 3 năm 2026", body, **{**kept, **more})  # type: ignore[arg-type]


def office(body: str, **more: object) -> Sheet:
    kept = {"issuer": "VĂN PHÒNG", "parent": "UBND TỈNH BÌNH SƠN", "title": None, "subject": "V/v tiêm vắc xin"}
    return paper("9/VP-VX", "09 tháng 3 năm 2026", body, **{"to": ["Sở Y tế."], **kept, **more})  # type: ignore[arg-type]


def texts(found: list[Finding], code: str) -> list[list[str]]:
    return [[place.text for place in finding.places] for finding in found if finding.code == code]


GROUND = "Thực hiện Kế hoạch số 45/KH-UBND ngày 02/3/2026 của UBND tỉnh, Sở Y tế lập kế hoạch:\n"
SAME = "1. Trung tâm Kiểm soát bệnh tật tổ chức tiêm vắc xin cho toàn bộ trẻ dưới 5 tuổi tại các xã vùng cao"


def test_duty_that_nobody_passed_on() -> None:
    found = findings(PLAN, health(f"{GROUND}{SAME}.\n2. Phòng Nghiệp vụ báo cáo tiến độ hằng tuần."))
    (places,) = texts(found, "duty-uncovered")
    assert places[0] == "Kiểm tra điều kiện bảo quản vắc xin tại các trạm y tế xã."
    assert "Kế hoạch số 45/KH-UBND" in places[1]


@pytest.mark.parametrize(
    "body",
    [
        f"{GROUND}{SAME}.\n2. Phòng Nghiệp vụ kiểm tra điều kiện bảo quản vắc xin tại trạm y tế các xã.",
        f"{GROUND}Các đơn vị trực thuộc triển khai thực hiện các nội dung theo Kế hoạch số 45/KH-UBND.",
        "1. Phòng Nghiệp vụ báo cáo tiến độ hằng tuần về Sở.",
    ],
)
def test_duty_that_is_passed_on_or_not_spoken_of(body: str) -> None:
    assert "duty-uncovered" not in codes(PLAN, health(body))


def test_letter_about_one_item_owes_nothing_of_the_others() -> None:
    assert "duty-uncovered" not in codes(PLAN, health(f"{GROUND}{SAME}.", title=None, subject="V/v mua bơm kim tiêm"))


def test_what_another_paper_of_the_organ_says_is_covered() -> None:
    other = health(
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 02/3/2026 của UBND tỉnh, Sở yêu cầu:\n"
        "1. Phòng Nghiệp vụ kiểm tra điều kiện bảo quản vắc xin tại trạm y tế các xã.",
        subject="Kiểm tra kho lạnh",
    )
    renumbered = replace(other, number="Số: 8/KH-SYT")
    assert "duty-uncovered" not in codes(PLAN, health(f"{GROUND}{SAME}."), renumbered)


def test_day_for_making_a_plan_is_not_that_of_the_work() -> None:
    body = "Giao Sở Y tế xây dựng kế hoạch triển khai Kế hoạch số 45/KH-UBND ngày 02/3/2026 trước ngày 27/3/2026."
    assert "deadline-later" not in codes(PLAN, office(body))


def test_letter_that_leaves_out_an_organ_of_the_place_it_names() -> None:
    found = findings(PLAN, office("Giao Sở Y tế thực hiện Mục I Kế hoạch số 45/KH-UBND ngày 02/3/2026."))
    (places,) = texts(found, "duty-uncovered")
    assert places[0] == "Bố trí kinh phí mua vắc xin bổ sung."
    both = office("Giao Sở Y tế, Sở Tài chính thực hiện Mục I Kế hoạch số 45/KH-UBND ngày 02/3/2026.")
    assert "duty-uncovered" not in codes(PLAN, both)


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("hoàn thành trước ngày 27 tháng 3 năm 2026", 1),
        ("hoàn thành trước ngày 18 tháng 3 năm 2026", 0),
        ("báo cáo kết quả về Sở trước ngày 27 tháng 3 năm 2026", 0),  # the report may come after the work
    ],
)
def test_duty_passed_on_with_a_later_deadline(until: str, expected: int) -> None:
    found = texts(findings(PLAN, health(f"{GROUND}{SAME}, {until}.")), "deadline-later")
    assert len(found) == expected
    for lower, upper in found:
        assert "27 tháng 3" in lower
        assert "20 tháng 3" in upper


def test_deadline_before_the_document() -> None:
    found = findings(office("Đề nghị Sở Y tế báo cáo kết quả trước ngày 05 tháng 3 năm 2026."))
    assert [finding.code for finding in found] == ["deadline-past"]
    assert [place.text for place in found[0].places][1] == "ngày 09 tháng 3 năm 2026"
    assert codes(office("Đề nghị Sở Y tế báo cáo kết quả trước ngày 10 tháng 3 năm 2026.")) == []


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        ("2026-03-14", "thứ Bảy"),
        ("2026-03-15", "Chủ nhật"),
        ("2026-11-24", "ngày nghỉ lễ"),
        ("2025-11-24", None),  # Ngày Văn hóa Việt Nam is off from 2026 on
        ("2026-02-18", "ngày nghỉ lễ"),
        ("2026-01-02", "ngày nghỉ lễ"),
        ("2026-01-10", None),  # worked in exchange for 02/01
        ("2026-08-22", None),
        ("2019-09-02", "ngày nghỉ lễ"),  # fixed days of years that are not listed
        ("2027-02-05", None),  # estimated: not yet announced
    ],
)
def test_days_off(day: str, kind: str | None) -> None:
    assert name_day_off(dt.date.fromisoformat(day)) == kind


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("trước ngày 15 tháng 3 năm 2026", ["deadline-day-off"]),
        ("trước ngày 16 tháng 3 năm 2026", []),
        ("trong tháng 5 năm 2026", []),  # its last day is a Sunday, but no day is named
        ("trước ngày 15 hằng tháng", []),
    ],
)
def test_deadline_on_a_day_off(deadline: str, expected: list[str]) -> None:
    assert codes(office(f"Đề nghị Sở Y tế báo cáo kết quả {deadline}.")) == expected


@pytest.mark.parametrize(
    ("recipients", "expected"),
    [
        (["Sở Tài chính;", "Công an tỉnh;", "Lưu: VT."], ["assignee-unserved"]),
        (["Sở Tài chính;", "Sở Y tế;", "Lưu: VT."], []),
        (["Giám đốc Sở Y tế;", "Lưu: VT."], []),
        (["Các sở, ban, ngành;", "Lưu: VT."], []),
        (["Các cơ quan liên quan;", "Lưu: VT."], []),
        (["Như thành phần mời;", "Công an tỉnh;", "Lưu: VT."], []),
        (["Bộ Y tế;", "Mục I;", "Lưu: VT."], []),
        (["CT, các PCT UBND tỉnh;", "Công an tỉnh;", "Lưu: VT."], ["assignee-unserved"]),
    ],
)
def test_assignee_that_receives_nothing(recipients: list[str], expected: list[str]) -> None:
    body = "# I. NHIỆM VỤ\n1. Sở Y tế kiểm tra điều kiện bảo quản vắc xin tại các trạm y tế xã."
    assert codes(paper("45/KH-UBND", "02 tháng 3 năm 2026", body, recipients=recipients)) == expected


def test_two_leads_in_one_sentence() -> None:
    assert codes(office("Giao Sở Y tế và Sở Tài chính chủ trì rà soát danh mục vắc xin.")) == ["two-leads"]
    assert codes(office("Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát danh mục vắc xin.")) == []
    assert codes(office("Giao Sở Y tế, Sở Tài chính rà soát danh mục vắc xin.")) == []


def test_two_leads_in_two_sentences() -> None:
    action = "chủ trì rà soát, cập nhật danh mục vắc xin cần mua bổ sung cho các xã vùng cao"
    found = findings(office(f"1. Giao Sở Y tế {action}.\n2. Giao Sở Tài chính {action}."))
    assert [finding.code for finding in found] == ["two-leads"]
    assert len(found[0].places) == 2


def test_ground_of_a_later_day() -> None:
    said = "Căn cứ Kế hoạch số 45/KH-UBND ngày {} của UBND tỉnh, Văn phòng đề nghị Sở Y tế báo cáo."
    found = findings(office(said.format("12 tháng 3 năm 2026")))
    assert [finding.code for finding in found] == ["basis-later"]
    assert "12 tháng 3 năm 2026" in found[0].places[0].text
    assert codes(office(said.format("09 tháng 3 năm 2026"))) == []


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        (["KT. GIÁM ĐỐC", "GIÁM ĐỐC"], ["chief-by-proxy"]),
        (["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], []),
        (["GIÁM ĐỐC"], []),
        (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "CHỦ TỊCH"], ["chief-by-proxy"]),
        (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], []),
    ],
)
def test_deputy_over_the_title_of_the_chief(signature: list[str], expected: list[str]) -> None:
    assert codes(health("1. Kế hoạch gồm ba phần.", signature=signature)) == expected


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Sở Y tế rà soát danh mục vắc xin cần mua bổ sung cho các xã vùng cao trước ngày 20/3/2026.", ["table-prose"]),
        ("Sở Y tế rà soát danh mục vắc xin cần mua bổ sung cho các xã vùng cao trước ngày 17/3/2026.", []),
        ("Sở Y tế rà soát danh mục vắc xin cần mua bổ sung cho các xã vùng cao.", []),
        ("Sở Tài chính rà soát danh mục vắc xin cần mua bổ sung cho các xã vùng cao.", ["table-prose"]),
        ("Sở Y tế lập danh sách cán bộ tiêm chủng tại các xã biên giới trước ngày 20/3/2026.", []),
    ],
)
def test_table_and_prose(prose: str, expected: list[str]) -> None:
    table = Table(
        (
            ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành"),
            ("1", "Rà soát danh mục vắc xin cần mua bổ sung cho các xã vùng cao", "Sở Y tế", "Trước ngày 17/3/2026"),
        )
    )
    plain = paper("45/KH-UBND", "02 tháng 3 năm 2026", "1. Mục tiêu chung.")
    sheet = replace(plain, body=(Paragraph("I. NHIỆM VỤ", "heading"), table, Paragraph(f"1. {prose}")))
    found = crosscheck(assemble(parse("giay.docx", render_docx([sheet])).documents))
    assert [finding.code for finding in found] == expected


def test_command_prints_the_findings_of_the_sample(capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(SAMPLES / "ho-so-chay-rung")
    assert run(["crosscheck", folder]) == 0
    text = capsys.readouterr().out
    assert "[duty-uncovered]" in text
    assert "27/3/2026 muộn hơn thời hạn 20/3/2026" in text
    assert run(["crosscheck", folder, "--strict", "--format", "json"]) == 3
    told = json.loads(capsys.readouterr().out)
    assert [finding["code"] for finding in told] == ["duty-uncovered", "deadline-later"]
    assert [place["label"] for place in told[1]["places"]] == ["Kế hoạch 340/KH-SNNMT", "Kế hoạch 112/KH-UBND"]


def test_command_says_when_all_agrees(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["crosscheck", str(SAMPLES / "09-giay-moi.pdf"), "--strict"]) == 0
    assert capsys.readouterr().out == "Không thấy điểm nào chưa thống nhất (1 văn bản).\n"
    assert run(["crosscheck", str(SAMPLES / "09-giay-moi.pdf"), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "Nothing was found that does not agree (1 documents).\n"


def test_every_code_has_its_title() -> None:
    assert set(re.findall(r"`([a-z-]+)`", crosscheck.__doc__ or "")) == set(_TITLES)
    page = (SAMPLES.parent / "docs" / "crosscheck.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z-]+)` \| (.+?) \|", page, re.MULTILINE) == [(c, vi) for c, (vi, _) in _TITLES.items()]
