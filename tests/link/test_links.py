"""Citations between papers of a dossier: number, symbol, day and issuer together decide."""

from __future__ import annotations

import pytest

from dossiers import dossier, paper, read, targets
from making import Sheet
from vanban.graph import build_graph

LETTER = "V/v trồng cây phân tán"
PLAN = paper("45/KH-UBND", "02 tháng 3 năm 2026", "1. Sở Y tế trồng cây trong khuôn viên bệnh viện.")


def letter(body: str, *, code: str = "9/VP-NN", subject: str = LETTER, day: str = "09 tháng 3 năm 2026"):  # type: ignore[no-untyped-def]
    return paper(
        code, day, body, issuer="VĂN PHÒNG", parent="UBND TỈNH BÌNH SƠN", title=None, subject=subject, to=["Sở Y tế."]
    )


def test_two_documents_with_one_number_stay_apart_by_day() -> None:
    older = paper("45/KH-UBND", "03 tháng 3 năm 2025", "1. Sở Y tế báo cáo.")
    made = dossier(
        PLAN,
        older,
        letter(
            "Căn cứ Kế hoạch số 45/KH-UBND ngày 02 tháng 3 năm 2026 của UBND tỉnh; thay cho nội dung đã nêu tại "
            "Kế hoạch số 45/KH-UBND ngày 03 tháng 3 năm 2025 của UBND tỉnh, đề nghị Sở Y tế thực hiện."
        ),
    )
    plan, old, last = made.documents
    assert plan.id != old.id
    assert [reference.target for reference in last.references] == [plan.id, old.id]


def test_two_documents_with_one_number_and_day_stay_apart_by_place() -> None:
    same = "02 tháng 3 năm 2026"
    near = paper("45/KH-UBND", same, "1. Trưởng bản báo cáo.", issuer="ỦY BAN NHÂN DÂN\nXÃ NẬM KHÊ", place="Nậm Khê")
    far = paper("45/KH-UBND", same, "1. Trưởng bản báo cáo.", issuer="ỦY BAN NHÂN DÂN\nXÃ TẢ LỦNG", place="Tả Lủng")
    made = dossier(PLAN, near, far, letter("Xét Kế hoạch số 45/KH-UBND ngày 02/3/2026 của UBND xã Tả Lủng, đề nghị."))
    assert len({document.id for document in made.documents}) == 4
    assert made.documents[3].references[0].target == made.documents[2].id


def test_organs_of_one_name_in_two_provinces_are_two() -> None:
    there = paper(
        "7/KH-SYT",
        "02 tháng 3 năm 2026",
        "1. Bệnh viện báo cáo.",
        issuer="SỞ Y TẾ",
        parent="UBND TỈNH HẢI LĂNG",
        place="Hải Lăng",
    )
    here = paper(
        "7/KH-SYT", "02 tháng 3 năm 2026", "1. Bệnh viện báo cáo.", issuer="SỞ Y TẾ", parent="UBND TỈNH BÌNH SƠN"
    )
    made = dossier(there, here, letter("Thực hiện Kế hoạch số 7/KH-SYT ngày 02/3/2026 của Sở Y tế, đề nghị báo cáo."))
    assert made.documents[0].id != made.documents[1].id
    assert made.documents[2].references[0].target == made.documents[1].id


def test_same_number_of_another_day_is_not_taken() -> None:
    made = dossier(PLAN, letter("Thực hiện Kế hoạch số 45/KH-UBND ngày 05/3/2026 của UBND tỉnh, đề nghị báo cáo."))
    (link,) = made.links
    assert (link.status, link.target) == ("unknown", None)
    assert "khác ngày hoặc cơ quan" in link.reason


def test_number_alone_is_not_taken_from_what_is_written_later() -> None:
    made = dossier(PLAN, letter("Thực hiện Kế hoạch số 45/KH-UBND, đề nghị.", day="01 tháng 3 năm 2026"))
    assert targets(made) == [("9/VP-NN", "45/KH-UBND", None)]


def test_number_alone_of_two_years_is_ambiguous() -> None:
    older = paper("45/KH-UBND", "03 tháng 3 năm 2025", "1. Sở Y tế báo cáo.")
    (link,) = dossier(PLAN, older, letter("Thực hiện Kế hoạch số 45/KH-UBND, đề nghị báo cáo.")).links
    assert (link.status, link.target) == ("ambiguous", None)


def test_leading_zero_is_no_difference() -> None:
    made = dossier(
        paper("05/KH-UBND", "02 tháng 3 năm 2026", "1. Sở Y tế báo cáo."),
        letter("Thực hiện Kế hoạch số 5/KH-UBND ngày 02/3/2026, đề nghị báo cáo."),
    )
    assert targets(made)[0][2] == made.documents[0].id


def test_blank_number_is_found_by_symbol_and_subject() -> None:
    blank = paper("     /KH-UBND", "02 tháng 3 năm 2026", "1. Sở Y tế báo cáo.", subject="Trồng cây phân tán ven sông")
    said = "Thực hiện Kế hoạch số 45/KH-UBND ngày 02/3/2026 của UBND tỉnh {}, đề nghị báo cáo."
    made = dossier(blank, letter(said.format("về trồng cây phân tán ven sông")))
    assert made.links[-1].target == made.documents[0].id
    other = dossier(blank, letter(said.format("về nuôi cá lồng trên hồ chứa nước")))
    assert (other.links[-1].status, other.links[-1].target) == ("ambiguous", None)
    assert other.documents[0].id in other.links[-1].reason


def test_draft_without_number_and_day_is_not_cited() -> None:
    draft = paper(
        "     /KH-UBND", "     tháng 3 năm 2026", "1. Sở Y tế báo cáo.", subject="Trồng cây phân tán ven sông"
    )
    said = "Thực hiện Kế hoạch số 45/KH-UBND ngày 02/3/2026 của UBND tỉnh về trồng cây phân tán ven sông."
    (link,) = dossier(draft, letter(said)).links
    assert (link.status, link.target) == ("unknown", None)


def test_citations_of_one_absent_document_wait_for_one() -> None:
    first = letter("Căn cứ Quyết định số 12/QĐ-UBND ngày 03/02/2026 của UBND tỉnh, đề nghị báo cáo.")
    again = letter("Căn cứ Quyết định số 12/QĐ-UBND của UBND tỉnh Bình Sơn, đề nghị.", code="10/VP-NN")
    other = letter("Căn cứ Quyết định số 12/QĐ-UBND ngày 03/02/2026 của UBND xã Nậm Khê.", code="11/VP-NN")
    made = dossier(first, again, other)
    names = [reference.awaits for document in made.documents for reference in document.references]
    assert names == ["document:12/qđ-ubnd", "document:12/qđ-ubnd", "document:12/qđ-ubnd@2026-02-03@nậm-khê"]
    waiting = [
        data for _, data in build_graph(made).nodes(data=True) if data["kind"] == "document" and not data["source"]
    ]
    assert [(data["id"], data["code"]) for data in waiting] == [
        ("document:12/qđ-ubnd", "12/QĐ-UBND"),
        ("document:12/qđ-ubnd@2026-02-03@nậm-khê", "12/QĐ-UBND"),
    ]


@pytest.mark.parametrize(
    ("body", "subject", "relation", "inverse"),
    [
        ("Phúc đáp Kế hoạch số 45/KH-UBND ngày 02/3/2026, Văn phòng có ý kiến.", LETTER, "responds_to", "answered_by"),
        ("Văn phòng đã nhận Kế hoạch số 45/KH-UBND ngày 02/3/2026 (gửi kèm).", LETTER, "forwards", "forwarded_by"),
        ("Văn bản này thay thế Kế hoạch số 45/KH-UBND ngày 02/3/2026.", LETTER, "replaces", "replaced_by"),
        ("Sửa đổi, bổ sung một số điều của Kế hoạch số 45/KH-UBND ngày 02/3/2026.", LETTER, "amends", "amended_by"),
        ("Nội dung như sau.", "V/v đính chính Kế hoạch số 45/KH-UBND ngày 02/3/2026", "corrects", "corrected_by"),
        ("Văn phòng đề nghị tham mưu thay thế Kế hoạch số 45/KH-UBND ngày 02/3/2026.", LETTER, "cites", "cited_by"),
        ("Nghị định số 3/2026/NĐ-CP thay thế Kế hoạch số 45/KH-UBND ngày 02/3/2026.", LETTER, "cites", "cited_by"),
    ],
)
def test_relation_and_its_other_direction(body: str, subject: str, relation: str, inverse: str) -> None:
    made = dossier(PLAN, letter(body, subject=subject))
    (link,) = [link for link in made.links if link.target == made.documents[0].id]
    assert (link.relation, link.inverse) == (relation, inverse)


def test_reminder_repeats_the_first_letter_of_the_office() -> None:
    first = letter("Đề nghị Sở Y tế báo cáo trước ngày 20/3/2026.", code="9/VP-NN")
    second = letter(
        "Ngày 09/3/2026, Văn phòng có Công văn số 9/VP-NN đề nghị báo cáo; đến nay chưa nhận được.",
        code="31/VP-NN",
        subject="V/v báo cáo trồng cây (lần 2)",
        day="25 tháng 3 năm 2026",
    )
    (link,) = dossier(first, second).links
    assert (link.relation, link.inverse, link.status) == ("repeats", "repeated_by", "resolved")


def test_report_closes_what_it_answers() -> None:
    report = paper(
        "58/BC-SYT", "27 tháng 3 năm 2026", "Phúc đáp Kế hoạch số 45/KH-UBND ngày 02/3/2026, Sở Y tế báo cáo.",
        issuer="SỞ Y TẾ", parent="UBND TỈNH BÌNH SƠN", title="BÁO CÁO", subject="Kết quả trồng cây",
    )  # fmt: skip
    (link,) = dossier(PLAN, report).links
    assert (link.relation, link.inverse) == ("responds_to", "closed_by")


@pytest.mark.parametrize("again", ["Kế hoạch nêu trên", "Kế hoạch này", "văn bản nêu trên", "Kế hoạch 45"])
def test_short_names_and_anaphora_join_what_they_repeat(again: str) -> None:
    body = (
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 02/3/2026 của UBND tỉnh (sau đây gọi tắt là Kế hoạch 45).\n"
        f"Đề nghị Sở Y tế thực hiện khoản 1 {again} trước ngày 20/3/2026."
    )
    (document,) = read(letter(body))
    (reference,) = document.references
    assert again in [mention.text for mention in reference.mentions if mention.anaphor]
    assert [point.path for point in reference.pinpoints] == ["1"]


def test_own_kind_with_nay_is_the_document_itself() -> None:
    (document,) = read(
        paper("8/KH-SYT", "09 tháng 3 năm 2026", "Căn cứ Kế hoạch số 45/KH-UBND.\n1. Thực hiện Kế hoạch này.")
    )
    assert [mention.text for mention in document.references[0].mentions] == ["Kế hoạch số 45/KH-UBND"]


def _unnumbered(addressee: str, day: str = "03 tháng 7 năm 2023") -> Sheet:
    """A letter whose number cannot be read, of an office with a symbol of its own."""
    return paper(
        "        /CLQ-DV", day, "Cục trả lời về kết nối dữ liệu.", issuer="CỤC LIÊN THÔNG QUỐC GIA",
        parent="BỘ KẾT NỐI", title=None, subject="V/v phúc đáp", to=[addressee], recipients=("Như trên;", "Lưu: VT."),
    )  # fmt: skip


_CITING = paper(
    "15/TB-SKN",
    "21 tháng 7 năm 2023",
    "1. Giao Phòng Nghiệp vụ thực hiện Công văn số 934/CLQ-DV ngày 03/7/2023 của Cục Liên thông quốc gia.",
    issuer="TỔ CÔNG TÁC",
    parent="SỞ KẾT NỐI",
    title="THÔNG BÁO",
)


def test_letter_without_number_is_found_where_it_was_sent_to_the_one_who_cites_it() -> None:
    linked = dossier(_unnumbered("Sở Kết nối."), _CITING)
    (link,) = [one for one in linked.links if one.document.startswith("15/TB-SKN")]
    assert (link.status, link.target) == ("resolved", linked.documents[0].id)


@pytest.mark.parametrize(
    "others",
    [
        (_unnumbered("Sở Nội vụ."),),
        (_unnumbered("Sở Kết nối.", "04 tháng 7 năm 2023"),),
        (_unnumbered("Sở Kết nối."), _unnumbered("Sở Nội vụ.")),
    ],
)
def test_letter_without_number_stays_open_where_more_or_less_agrees(others: tuple[Sheet, ...]) -> None:
    linked = dossier(*others, _CITING)
    (link,) = [one for one in linked.links if one.document.startswith("15/TB-SKN")]
    assert link.status != "resolved"
