"""A dossier made by hand (a plan of a provincial Party committee, the letter that relays it; all names invented), and
which of its duties are tasks of an organ."""

from __future__ import annotations

import msgspec
import pytest

from vanban.model.document import (
    Code,
    Deadline,
    Document,
    DocumentType,
    Duty,
    Issuer,
    Party,
    Promulgation,
    Signer,
)
from vanban.model.dossier import Dossier
from vanban.write.drafts.tasks import find_assignment


def make_duty(key: str, action: str, assignees: list[str], path: str, **more: object) -> Duty:
    return Duty(id=key, action=action, text=action, assignees=[Party(name) for name in assignees], path=path, **more)  # type: ignore[arg-type]


def make_plan() -> Document:
    return Document(
        id="12-KH/TU",
        text="",
        document_type=DocumentType("Kế hoạch", "KH"),
        system="party",
        code=Code("12", "KH/TU", "12-KH/TU"),
        promulgation=Promulgation("Bình Sơn", "2020-01-05"),
        issuer=Issuer(name="TỈNH ỦY BÌNH SƠN"),
        subject="tăng cường truyền thông nước sạch nông thôn",
        signers=[Signer("Lê Văn Mẫu", "PHÓ BÍ THƯ", "T/M", ["BAN THƯỜNG VỤ"])],
        duties=[
            make_duty("p1", "Lãnh đạo xây dựng kế hoạch tuyên truyền", ["Các huyện, thành ủy"], "IV.1/1"),
            make_duty(
                "p2",
                "Bố trí 20 tổ truyền thông lưu động tại các chợ phiên.",
                ["Sở Y tế"],
                "IV.3.1/1",
            ),
            make_duty(
                "p3",
                "tổng hợp kết quả thực hiện Kế hoạch này",
                ["Sở Y tế"],
                "IV.3.1/2",
                coordinators=[Party("Sở Thông tin và Truyền thông"), Party("các cơ quan liên quan", kind="group")],
                deadline=Deadline("trước ngày 15/02", "2020-02-15"),
                report_to=[Party("Ban Thường vụ Tỉnh ủy")],
            ),
            make_duty(
                "p4",
                "Phối hợp chặt chẽ với Ban Tuyên giáo Tỉnh ủy soạn tờ rơi trước ngày 30/6/2020",
                ["Giám đốc Sở Y tế"],
                "IV.3.1/3",
                coordinators=[Party("Ban Tuyên giáo Tỉnh ủy")],
                deadline=Deadline("trước ngày 30/6/2020", "2020-06-30"),
            ),
            make_duty("p5", "Đẩy mạnh ứng dụng công nghệ thông tin", ["Sở Thông tin và Truyền thông"], "IV.3.2/1"),
        ],
    )


def make_letter() -> Document:
    return Document(
        id="345/VP-VX",
        text="",
        document_type=DocumentType("Công văn"),
        system="state",
        code=Code("345", "VP-VX", "345/VP-VX"),
        promulgation=Promulgation("Bình Sơn", "2020-03-19"),
        issuer=Issuer(name="VĂN PHÒNG", parent="UBND TỈNH BÌNH SƠN"),
        subject="thực hiện tăng cường truyền thông nước sạch nông thôn",
        duties=[
            make_duty(
                "l1",
                "khẩn trương chỉ đạo xây dựng kế hoạch triển khai",
                ["Giám đốc các sở", "Thủ trưởng các ban"],
                "/3",
            ),
            make_duty(
                "l2",
                "tổ chức triển khai thực hiện nghiêm các nội dung tại khoản 3, Mục IV của Kế hoạch nêu trên",
                ["Sở Y tế", "Sở Thông tin và Truyền thông", "Báo Bình Sơn"],
                "/3",
                inherits=["p2", "p3", "p4", "p5"],
            ),
        ],
    )


def make_dossier() -> Dossier:
    return Dossier(documents=[make_letter(), make_plan()], links=[])


def with_duties(document: Document, duties: list[Duty]) -> Document:
    return msgspec.structs.replace(document, duties=duties)


def ids(dossier: Dossier, organ: str) -> list[str]:
    return [task.duty.id for task in find_assignment(dossier, organ).tasks]


def test_handed_duties_stand_for_the_sentence_that_hands_them_on() -> None:
    assert ids(make_dossier(), "Sở Y tế") == ["p2", "p3", "p4"]
    assert ids(make_dossier(), "Sở Thông tin và Truyền thông") == ["p5"]


def test_ordering_documents_lead_with_the_one_that_holds_the_tasks() -> None:
    assignment = find_assignment(make_dossier(), "Sở Y tế")
    assert [order.id for order in assignment.orders] == ["12-KH/TU", "345/VP-VX"]


def test_a_sentence_whose_handed_duties_name_others_is_the_task_itself() -> None:
    assert ids(make_dossier(), "Báo Bình Sơn") == ["l2"]


def test_a_letter_without_its_plan_gives_its_own_sentence() -> None:
    assert ids(Dossier(documents=[make_letter()], links=[]), "Sở Y tế") == ["l2"]


def test_duties_that_hand_each_other_on_end() -> None:
    circle = [
        make_duty("a", "làm một", ["Sở Y tế"], "1", inherits=["b"]),
        make_duty("b", "làm hai", ["Sở Y tế"], "2", inherits=["a"]),
    ]
    assert ids(Dossier(documents=[with_duties(make_letter(), circle)], links=[]), "Sở Y tế") == ["a", "b"]


def test_handing_on_goes_through_several_documents() -> None:
    first = with_duties(make_plan(), [make_duty("z", "lập danh sách", ["Sở Y tế"], "1")])
    second = msgspec.structs.replace(
        with_duties(make_plan(), [make_duty("y", "thực hiện", ["Sở Y tế"], "1", inherits=["z"])]), id="second"
    )
    third = with_duties(make_letter(), [make_duty("x", "thực hiện", ["Sở Y tế"], "1", inherits=["y"])])
    dossier = Dossier(documents=[third, second, first], links=[])
    assert ids(dossier, "Sở Y tế") == ["z"]
    assert len(find_assignment(dossier, "Sở Y tế").orders) == 3


@pytest.mark.parametrize("organ", ["Sở Y tế", "sở y tế"])
def test_a_paper_of_the_organ_itself_orders_nothing(organ: str) -> None:
    own = msgspec.structs.replace(
        with_duties(make_plan(), [make_duty("own", "việc tự giao", ["Sở Y tế"], "II.1")]),
        id="own",
        issuer=Issuer(name="SỞ Y TẾ", parent="UBND TỈNH BÌNH SƠN"),
    )
    assert ids(Dossier(documents=[*make_dossier().documents, own], links=[]), organ) == ["p2", "p3", "p4"]
