"""Which duties concern an organ, in what state they are and what they leave unclear."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from vanban.model.document import Code, Deadline, Document, DocumentType, Duty, Party, Promulgation
from vanban.model.dossier import Dossier, Handover, TrackingRow
from vanban.write.tracking import track
from vanban.write.tracking.calendar import render_ics
from vanban.write.tracking.formats import TrackingList, list_cells

HEALTH = Party(name="Sở Y tế")
VICE = Party(name="Phó Chủ tịch UBND tỉnh", kind="office")
CLASS = Party(name="Các sở", kind="group")
CONCERNED = Party(name="các cơ quan liên quan", kind="group")
AT_TIMES = Deadline("định kỳ", recurrence="định kỳ")
QUARTERLY = Deadline("hằng quý", recurrence="hằng quý")


def make_duty(number: str, *assignees: Party, **more: object) -> Duty:
    return Duty(id=number, action=f"việc {number}", text=f"việc {number}", assignees=list(assignees), **more)  # type: ignore[arg-type]


def make_dossier(*duties: Duty) -> Dossier:
    document = Document(
        id="A", text="", document_type=DocumentType("Công văn"), code=Code("1", "UBND", "1/UBND"),
        promulgation=Promulgation("Bình Sơn", "2021-09-23"), duties=list(duties),
    )  # fmt: skip
    return Dossier(documents=[document], links=[])


@pytest.fixture
def pair() -> Dossier:
    """The letter 6150/VP-KGVX hands on three duties of the plan 47-KH/TU."""
    letter = Document(
        id="L", text="", code=Code("6150", "VP-KGVX", "6150/VP-KGVX"),
        duties=[
            make_duty("L1", Party(name="Giám đốc các sở", kind="group"), instructed_by=[VICE]),
            make_duty("L2", HEALTH, Party(name="Sở Ngoại vụ"), instructed_by=[VICE], inherits=["P1", "P2", "P3", "P4"]),
        ],
    )  # fmt: skip
    plan = Document(
        id="P", text="", code=Code("47", "KH/TU", "47-KH/TU"),
        duties=[
            make_duty("P0", Party(name="Tất cả cơ quan, đơn vị, xã, phường trên địa bàn tỉnh", kind="group")),
            make_duty("P1", HEALTH),
            make_duty("P2", HEALTH),
            make_duty("P3", HEALTH, coordinators=[Party(name="Ban Tuyên giáo Tỉnh ủy")]),
            make_duty("P4", Party(name="Sở Ngoại vụ")),
        ],
    )  # fmt: skip
    return Dossier(documents=[letter, plan], links=[])


def tell(rows: list[TrackingRow]) -> list[tuple[str, str, list[str]]]:
    return [(row.duty.id, row.concern, row.handed_on_by) for row in rows]


def test_handed_on_duties_stand_for_the_duty_that_hands_them_on(pair: Dossier) -> None:
    assert tell(track(pair, organ="Sở Y tế")) == [
        ("L1", "class", []),
        ("P0", "class", []),
        ("P1", "handed_on", ["L2"]),
        ("P2", "handed_on", ["L2"]),
        ("P3", "handed_on", ["L2"]),
    ]


def test_coordinator_is_concerned_directly(pair: Dossier) -> None:
    rows = track(pair, organ="Ban Tuyên giáo Tỉnh ủy")
    assert ("P3", "direct", []) in tell(rows)
    assert next(row.for_ for row in rows if row.duty.id == "P3") == [Party(name="Ban Tuyên giáo Tỉnh ủy")]


def test_duty_that_hands_on_nothing_of_the_organ_is_a_row_itself() -> None:
    dossier = make_dossier(make_duty("a", HEALTH, inherits=["b", "elsewhere"]), make_duty("b", Party(name="Sở Nội vụ")))
    assert tell(track(dossier, organ="Sở Y tế")) == [("a", "direct", [])]


def test_without_an_organ_every_duty_is_a_row_once(pair: Dossier) -> None:
    twice = Dossier(documents=[*pair.documents, pair.documents[1]], links=[])
    rows = track(twice)
    assert [row.duty.id for row in rows] == ["L1", "L2", "P0", "P1", "P2", "P3", "P4"]
    assert [row.stt for row in rows] == [1, 2, 3, 4, 5, 6, 7]
    assert rows[3].handed_on_by == ["L2"]


def test_organ_that_nothing_concerns_has_no_rows(pair: Dossier) -> None:
    assert track(make_dossier(make_duty("a", HEALTH)), organ="Hội Nông dân tỉnh") == []


@pytest.mark.parametrize(
    ("deadline", "received", "status"),
    [
        (None, None, "chưa hoàn thành (không hạn)"),
        (Deadline("trước ngày 01/11/2021", date="2021-11-01"), None, "chưa hoàn thành (trong hạn)"),
        (Deadline("trước ngày 31/10/2021", date="2021-10-31"), None, "chưa hoàn thành (quá hạn)"),
        (Deadline("tháng 10/2021", date="2021-10"), None, "chưa hoàn thành (không hạn)"),
        (Deadline("trong 10 ngày kể từ ngày nhận được văn bản"), None, "chưa hoàn thành (không hạn)"),
        (Deadline("trong 10 ngày kể từ ngày nhận được văn bản"), date(2021, 10, 19), "chưa hoàn thành (quá hạn)"),
        # 30/10 is a Saturday: the period ends on Monday, 01/11.
        (Deadline("trong 10 ngày kể từ ngày nhận được văn bản"), date(2021, 10, 20), "chưa hoàn thành (trong hạn)"),
        (
            Deadline("trong thời hạn 10 (mười) ngày, kể từ khi nhận văn bản"),
            date(2021, 10, 25),
            "chưa hoàn thành (trong hạn)",
        ),
        (Deadline("trong 05 ngày làm việc kể từ ngày nhận"), date(2021, 10, 22), "chưa hoàn thành (quá hạn)"),
        (Deadline("trong 06 ngày làm việc kể từ ngày nhận"), date(2021, 10, 22), "chưa hoàn thành (trong hạn)"),
    ],
)
def test_status_follows_deadline_and_day(deadline: Deadline | None, received: date | None, status: str) -> None:
    dossier = make_dossier(make_duty("a", HEALTH, deadline=deadline))
    (row,) = track(dossier, as_of=date(2021, 11, 1), received=received)
    assert row.status == status


@pytest.mark.parametrize(
    ("duty", "missing"),
    [
        (make_duty("a", HEALTH, instructed_by=[VICE]), ["thời gian", "sản phẩm"]),
        (make_duty("a", instructed_by=[VICE], deliverable="kế hoạch"), ["người", "thời gian"]),
        (make_duty("a", CLASS, CLASS, instructed_by=[VICE], deliverable="kế hoạch"), ["thời gian"]),
        (make_duty("a", CONCERNED, deliverable="x"), ["người", "thời gian", "thẩm quyền"]),
        (
            make_duty(
                "a", HEALTH, Party(name="Sở Nội vụ"), instructed_by=[VICE], deliverable="báo cáo",
                deadline=Deadline("31/12/2021", date="2021-12-31"),
            ),
            ["trách nhiệm"],
        ),
        (
            make_duty("a", HEALTH, instructed_by=[VICE], deliverable="x", deadline=AT_TIMES),
            ["thời gian"],
        ),
        (
            make_duty("a", HEALTH, instructed_by=[VICE], deliverable="x", deadline=QUARTERLY),
            [],
        ),
    ],
)  # fmt: skip
def test_missing_clarity_is_named(duty: Duty, missing: list[str]) -> None:
    (row,) = track(make_dossier(duty))
    assert [lack.ro for lack in row.missing] == missing


def test_question_names_the_duty_and_its_place() -> None:
    duty = make_duty(
        "a", HEALTH, instructed_by=[VICE], deliverable="x", path="IV.3.1", deadline=Deadline("sau khi hết dịch")
    )
    (row,) = track(make_dossier(duty))
    assert row.missing[0].question == (
        "Đề nghị cho biết “sau khi hết dịch” là ngày nào đối với nhiệm vụ “việc a” tại mục IV.3.1, Công văn số 1/UBND."
    )


def test_row_in_json_says_for() -> None:
    (row,) = track(make_dossier(make_duty("a", HEALTH)), organ="Sở Y tế", as_of=date(2021, 11, 1))
    plain = msgspec.to_builtins(row)
    assert plain["for"] == [msgspec.to_builtins(HEALTH)]
    assert plain["document"] == "1/UBND"


def test_sharper_day_of_the_upper_document_counts() -> None:
    upper = make_duty("U", HEALTH, deadline=Deadline("20/10/2021", "2021-10-20"))
    lower = make_duty("L", Party(name="Phòng Nghiệp vụ"), deadline=Deadline("30/10/2021", "2021-10-30"), inherits=["U"])
    plan = Document(id="P", text="", code=Code("47", "KH/UBND", "47/KH-UBND"), duties=[upper])
    letter = Document(id="L", text="", code=Code("9", "SYT", "9/SYT"), duties=[lower])
    handover = Handover("L", "L", "U", "P", ["Phòng Nghiệp vụ"], "action", "2021-10-20")
    dossier = Dossier(documents=[plan, letter], links=[], handovers=[handover])
    rows = track(dossier, as_of=date(2021, 10, 25))
    assert [(row.duty.id, row.sharper, row.sharper_in, row.status) for row in rows] == [
        ("U", None, "", "chưa hoàn thành (quá hạn)"),
        ("L", "2021-10-20", "47/KH-UBND", "chưa hoàn thành (quá hạn)"),
    ]
    cells = list_cells(TrackingList(rows, dossier, date(2021, 10, 25)))
    assert cells[1][6] == "20/10/2021 (theo 47/KH-UBND; văn bản giao: 30/10/2021)"
    assert b"DTSTART;VALUE=DATE:20211020" in render_ics(rows[1:], dossier, date(2021, 10, 25))


def test_sharper_day_of_the_letter_that_hands_on_counts_for_the_organ() -> None:
    upper = make_duty("U", HEALTH, deadline=Deadline("20/10/2021", "2021-10-20"))
    lower = make_duty("L", HEALTH, deadline=Deadline("15/10/2021", "2021-10-15"), inherits=["U"])
    plan = Document(id="P", text="", code=Code("47", "KH/UBND", "47/KH-UBND"), duties=[upper])
    letter = Document(id="L", text="", code=Code("9", "VP", "9/VP"), duties=[lower])
    handover = Handover("L", "L", "U", "P", ["Sở Y tế"], "pinpoint", "2021-10-15")
    dossier = Dossier(documents=[plan, letter], links=[], handovers=[handover])
    (row,) = track(dossier, organ="Sở Y tế", as_of=date(2021, 10, 18))
    assert (row.duty.id, row.sharper, row.sharper_in, row.status) == (
        "U", "2021-10-15", "9/VP", "chưa hoàn thành (quá hạn)",
    )  # fmt: skip


def test_day_for_several_handed_duties_is_none_of_each() -> None:
    uppers = [
        make_duty(n, HEALTH, deadline=Deadline(f"{d}/10/2021", f"2021-10-{d}")) for n, d in (("U", 20), ("V", 25))
    ]
    lower = make_duty("L", HEALTH, deadline=Deadline("30/10/2021", "2021-10-30"), inherits=["U", "V"])
    plan = Document(id="P", text="", code=Code("47", "KH/UBND", "47/KH-UBND"), duties=uppers)
    letter = Document(id="L", text="", duties=[lower])
    handovers = [
        Handover("L", "L", one.id, "P", ["Sở Y tế"], "document", one.deadline.date) for one in uppers if one.deadline
    ]
    rows = track(Dossier(documents=[plan, letter], links=[], handovers=handovers), as_of=date(2021, 10, 18))
    assert [row.sharper for row in rows] == [None, None, None]
