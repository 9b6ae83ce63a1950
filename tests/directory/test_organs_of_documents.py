"""Issuers and parties of documents: ids, successors beside the original, what is ambiguous or has ended."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from vanban.directory import load_directory
from vanban.link import resolve_organs
from vanban.model.document import Code, Document, DocumentType, Duty, Issuer, Party, Promulgation
from vanban.model.dossier import Dossier
from vanban.write.tracking import track
from vanban.write.tracking.formats import TrackingList, list_cells

OFFICE = Issuer("VĂN PHÒNG", "UBND TỈNH KIÊN GIANG", "Văn phòng UBND tỉnh Kiên Giang")


def paper(*names: str, day: str | None = "2021-10-19", issuer: Issuer | None = OFFICE, **more: object) -> Document:
    parties = [Party(name, span=(0, 3)) for name in names]
    return Document(
        id="A", text="làm", system="state", document_type=DocumentType("Công văn"), code=Code("1", "UBND", "1/UBND"),
        promulgation=Promulgation(None, day), issuer=issuer,
        duties=[Duty(id="d", action="làm", text="làm", assignees=parties)], **more,  # type: ignore[arg-type]
    )  # fmt: skip


def resolved(document: Document) -> Document:
    return resolve_organs([document], load_directory())[0]


def assignees(document: Document) -> list[Party]:
    return document.duties[0].assignees


def test_three_names_are_one_organ_and_stay_as_printed() -> None:
    names = ["Sở TT&TT", "STTTT", "Sở Thông tin và Truyền thông tỉnh Kiên Giang"]
    parties = assignees(resolved(paper(*names)))
    assert {party.organ_id for party in parties} == {"kien-giang.so-tttt"}
    assert [party.name for party in parties] == names


def test_department_under_the_committee_that_is_printed_over_it_is_that_of_its_province() -> None:
    document = resolved(paper("Sở Y tế", issuer=Issuer("SỞ TÀI CHÍNH", "UBND TỈNH KIÊN GIANG")))
    assert document.issuer is not None
    assert document.issuer.organ_id == "kien-giang.so-tai-chinh"


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("VPUB: CVP, PCVP, các phòng", "organ", "kien-giang.van-phong-ubnd"),
        ("VP UBND tỉnh (2, 3)", "organ", "kien-giang.van-phong-ubnd"),
        ("Bộ Công an (qua Cục C06)", "organ", "bo-cong-an"),
        ("Phó Thủ tướng Chính phủ Trần Văn Sáng - Trưởng Ban Chỉ đạo", "office", "chinh-phu"),
        ("Sở: TC, NV", "organ", None),  # two of them
        ("TT: An, Bình", "organ", None),
        ("Cục C06 (Bộ Công an)", "organ", None),  # what is inside an organ is not the organ
    ],
)
def test_name_with_what_says_more_of_whom_is_meant(name: str, kind: str, expected: str | None) -> None:
    document = paper()
    duty = Duty(id="d", action="làm", text="làm", assignees=[Party(name, kind=kind)])
    (party,) = assignees(resolved(msgspec.structs.replace(document, duties=[duty])))
    assert party.organ_id == expected


def test_duty_of_a_merged_organ_names_its_successor_with_decree_and_date() -> None:
    (party,) = assignees(resolved(paper("Sở Y tế")))
    assert [(s.name, s.date, s.basis) for s in party.successors] == [
        ("Sở Y tế tỉnh An Giang", "2025-07-01", "Nghị quyết số 202/2025/QH15")
    ]


@pytest.mark.parametrize(
    ("as_of", "note"),
    [
        (date(2025, 6, 30), None),
        (date(2025, 7, 1), "Sở Y tế: nay là Sở Y tế tỉnh An Giang (Nghị quyết số 202/2025/QH15; từ ngày 01/07/2025)"),
    ],
)
def test_tracking_list_names_the_successor_from_its_day_on(as_of: date, note: str | None) -> None:
    dossier = Dossier(documents=[resolved(paper("Sở Y tế"))], links=[])
    ((*_, notes),) = list_cells(TrackingList(track(dossier, as_of=as_of), dossier, as_of))
    assert (note in notes) if note else ("nay là" not in notes)


def test_ambiguous_assignee_is_a_problem_with_its_place() -> None:
    document = resolved(paper("TT", "Sở Y tế"))
    (problem,) = [problem for problem in document.problems if problem.code == "organ-ambiguous"]
    assert problem.message.startswith("“TT” có thể là “Thường trực”, “Thanh tra”, “Trung tâm”, “Thông tư”; hãy ")
    assert problem.span == (0, 3)
    assert [party.organ_id for party in assignees(document)] == [None, "kien-giang.so-y-te"]


def test_assignee_that_had_ended_is_a_problem() -> None:
    issuer = Issuer("ỦY BAN NHÂN DÂN", "TỈNH AN GIANG", "Ủy ban nhân dân tỉnh An Giang")
    document = resolved(paper("Sở Y tế tỉnh Kiên Giang", "Sở Y tế", day="2026-02-03", issuer=issuer))
    (problem,) = [problem for problem in document.problems if problem.code == "organ-ended"]
    assert "“Sở Y tế tỉnh Kiên Giang” không còn từ sau ngày 2025-06-30 (Nghị quyết số 202/2025/QH15)" in problem.message
    assert "kế tục là “Sở Y tế tỉnh An Giang”" in problem.message


def test_estimated_day_is_given_its_slack() -> None:
    an_giang = Issuer("ỦY BAN NHÂN DÂN", "TỈNH AN GIANG", "Ủy ban nhân dân tỉnh An Giang")
    codes = {
        day: [p.code for p in resolved(paper("Sở Tài nguyên và Môi trường", day=day, issuer=an_giang)).problems]
        for day in ("2025-03-20", "2026-03-20")
    }
    assert codes == {"2025-03-20": [], "2026-03-20": ["organ-ended"]}


def test_linking_again_gives_the_same() -> None:
    once = resolved(paper("TT", "Sở TT&TT", "UBND huyện Hà Lương", day="2025-11-03"))
    assert resolved(once) == once


def test_place_of_issue_tells_the_province_of_a_provincial_organ() -> None:
    document = paper("Sở Y tế", issuer=Issuer("SỞ TÀI CHÍNH", None, "Sở Tài chính"))
    placed = Document(**{**{f: getattr(document, f) for f in document.__struct_fields__},
                         "promulgation": Promulgation("Kiên Giang", "2021-10-19")})  # fmt: skip
    assert [party.organ_id for party in assignees(resolved(placed))] == ["kien-giang.so-y-te"]
    assert [party.organ_id for party in assignees(resolved(document))] == [None]


def test_ministry_does_not_lend_its_seat() -> None:
    document = paper("Sở Y tế", "UBND thành phố", issuer=Issuer("BỘ Y TẾ", None, "Bộ Y tế"))
    assert [party.organ_id for party in assignees(resolved(document))] == [None, None]


def test_document_issued_under_another_is_read_by_its_issuer() -> None:
    decision = paper("Sở Y tế")
    plan = Document(id="B", text="làm", issued_by="A", duties=[Duty("e", "làm", "làm", [Party("Sở Nội vụ")])])
    resolved_plan = resolve_organs([decision, plan], load_directory())[1]
    assert resolved_plan.duties[0].assignees[0].organ_id == "kien-giang.so-noi-vu"


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Phó Chủ tịch UBND tỉnh Nguyễn Văn An", "office", "kien-giang.ubnd"),
        ("Các sở, ban, ngành", "group", None),
        ("Nguyễn Văn An", "person", None),
    ],
)
def test_offices_and_classes(name: str, kind: str, expected: str | None) -> None:
    document = paper()
    duty = Duty("d", "làm", "làm", [Party(name, kind=kind)])
    with_duty = Document(**{**{f: getattr(document, f) for f in document.__struct_fields__}, "duties": [duty]})
    assert assignees(resolved(with_duty))[0].organ_id == expected
