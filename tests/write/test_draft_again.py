"""A draft read by vanban itself says what it was made from: type, issuer, subject, citations, recipients, duties."""

from __future__ import annotations

import pytest
from test_draft_dossier import make_dossier

from making import read_seed
from vanban.model.document import Document
from vanban.model.dossier import Dossier
from vanban.pipeline import assemble, parse
from vanban.write.drafts import draft
from vanban.write.drafts.tasks import find_assignment

PLAN = "ke-hoach-trien-khai"
# Until the parser takes "[CẦN BỔ SUNG: …]" for a blank and a plan's own list of handed tasks for duties.
FILLED = {"number": "5", "notation": "SYT", "date": "2021-11-02", "position": "Giám đốc", "signer": "Nguyễn Thị Thử"}


def read_again(dossier: Dossier, organ: str, settings: dict[str, str]) -> Document:
    (document,) = parse("du-thao.docx", draft(PLAN, dossier, organ, settings)).documents
    return document


def read_seed_pair() -> Dossier:
    return assemble(parse("cong-van.txt", read_seed().encode()).documents)


@pytest.mark.parametrize("settings", [{}, FILLED], ids=["open", "filled"])
def test_fields_of_a_draft(settings: dict[str, str]) -> None:
    again = read_again(make_dossier(), "Sở Y tế", settings)
    assert again.document_type is not None and again.document_type.name == "Kế hoạch"
    assert again.issuer is not None and (again.issuer.name, again.issuer.parent) == ("SỞ Y TẾ", "UBND TỈNH BÌNH SƠN")
    assert again.subject is not None and again.subject.startswith("Triển khai thực hiện Kế hoạch số 12-KH/TU, ngày 05")
    assert [reference.code.text for reference in again.references if reference.code] == ["12-KH/TU", "345/VP-VX"]
    assert [(party.name, party.purpose) for party in again.to_places][:2] == [
        ("Tỉnh ủy Bình Sơn", "để báo cáo"),
        ("Văn phòng Ủy ban nhân dân tỉnh Bình Sơn", "để báo cáo"),
    ]
    assert again.promulgation is not None and again.promulgation.place == "Bình Sơn"
    assert again.promulgation.date == settings.get("date")


@pytest.mark.parametrize("settings", [{}, FILLED], ids=["open", "filled"])
def test_duties_of_a_draft(settings: dict[str, str]) -> None:
    again = read_again(make_dossier(), "Sở Y tế", settings)
    assert [[party.name for party in duty.assignees] for duty in again.duties] == [["Sở Y tế"]] * 3
    second = again.duties[1]
    assert second.deadline is not None and second.deadline.date == "2020-02-15"
    assert [party.name for party in second.coordinators] == ["Sở Thông tin và Truyền thông", "các cơ quan liên quan"]
    assert [party.name for party in second.report_to] == ["Ban Thường vụ Tỉnh ủy"]


@pytest.mark.parametrize("organ", ["Sở Y tế", "Ban Tuyên giáo Tỉnh ủy", "Sở Ngoại vụ"])
def test_drafts_from_the_seed_pair(organ: str) -> None:
    dossier = read_seed_pair()
    again = read_again(dossier, organ, {})
    tasks = find_assignment(dossier, organ).tasks
    assert [[party.name for party in duty.assignees] for duty in again.duties] == [[organ]] * len(tasks)
    for duty, task in zip(again.duties, tasks, strict=True):
        assert duty.action[1:40] == task.duty.action[1:40]
