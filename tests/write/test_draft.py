"""What the draft of a plan says: every sentence from a field or a duty, the rest open; and what is refused."""

from __future__ import annotations

import msgspec
import pytest
from drafted import lines_of
from test_draft_dossier import make_dossier, make_duty, make_letter, make_plan, with_duties

from vanban.errors import UnreadableError, UsageError
from vanban.model.document import DocumentType, Issuer, Party
from vanban.model.dossier import Dossier
from vanban.write.drafts import KINDS, draft, list_placeholders

PLAN = "ke-hoach-trien-khai"
FILLED = {
    "number": "5",
    "notation": "SYT",
    "date": "2020-01-09",
    "signer": "Nguyễn Thị Thử",
    "position": "Phó Giám đốc",
    "competence": "KT.",
}


def write(organ: str | None = "Sở Y tế", dossier: Dossier | None = None, **settings: str) -> list[str]:
    return lines_of(draft(PLAN, dossier or make_dossier(), organ, settings))


def test_plan_of_a_department() -> None:
    assert write() == [
        "UBND TỈNH BÌNH SƠN",
        "SỞ Y TẾ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: [CẦN BỔ SUNG: số]/KH-[CẦN BỔ SUNG: ký hiệu cơ quan]",
        "Bình Sơn, ngày [CẦN BỔ SUNG: ngày] tháng [CẦN BỔ SUNG: tháng] năm [CẦN BỔ SUNG: năm]",
        "KẾ HOẠCH",
        "Triển khai thực hiện Kế hoạch số 12-KH/TU, ngày 05 tháng 01 năm 2020 của Tỉnh ủy Bình Sơn về tăng cường "
        "truyền thông nước sạch nông thôn",
        "Căn cứ Kế hoạch số 12-KH/TU, ngày 05 tháng 01 năm 2020 của Tỉnh ủy Bình Sơn về tăng cường "
        "truyền thông nước sạch nông thôn;",
        "Căn cứ Công văn số 345/VP-VX ngày 19 tháng 3 năm 2020 của Văn phòng Ủy ban nhân dân tỉnh Bình Sơn về việc "
        "thực hiện tăng cường truyền thông nước sạch nông thôn.",
        "Kế hoạch triển khai thực hiện của Sở Y tế như sau:",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích: Tổ chức thực hiện các nhiệm vụ được giao tại Kế hoạch số 12-KH/TU và Công văn số 345/VP-VX.",
        "2. Yêu cầu: Thực hiện đúng nội dung, đúng thời hạn đã được giao.",
        "II. NHIỆM VỤ",
        "Sở Y tế thực hiện các nhiệm vụ được giao sau đây:",
        "1. Bố trí 20 tổ truyền thông lưu động tại các chợ phiên (điểm 3.1 Mục IV Kế hoạch số 12-KH/TU).",
        "2. Tổng hợp kết quả thực hiện Kế hoạch số 12-KH/TU (điểm 3.1 Mục IV Kế hoạch số 12-KH/TU). Phối hợp với Sở "
        "Thông tin và Truyền thông, các cơ quan liên quan. Thời hạn: ngày 15 tháng 02 năm 2020 (trước ngày 15/02). Báo "
        "cáo kết quả về Ban Thường vụ Tỉnh ủy.",
        "3. Phối hợp chặt chẽ với Ban Tuyên giáo Tỉnh ủy soạn tờ rơi trước ngày 30/6/2020 (điểm "
        "3.1 Mục IV Kế hoạch số 12-KH/TU).",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. [CẦN BỔ SUNG: phòng, đơn vị trực thuộc chủ trì từng nhiệm vụ].",
        "2. Nơi nhận báo cáo kết quả: Ban Thường vụ Tỉnh ủy./.",
        "Nơi nhận:",
        "- Tỉnh ủy Bình Sơn (để báo cáo);",
        "- Văn phòng Ủy ban nhân dân tỉnh Bình Sơn (để báo cáo);",
        "- Ban Thường vụ Tỉnh ủy (để báo cáo);",
        "- Sở Thông tin và Truyền thông (để phối hợp);",
        "- Ban Tuyên giáo Tỉnh ủy (để phối hợp);",
        "- Lưu: VT, [CẦN BỔ SUNG: đơn vị soạn thảo].",
        "[CẦN BỔ SUNG: quyền hạn, chức vụ của người ký]",
        "[CẦN BỔ SUNG: họ và tên người ký]",
    ]


def test_settings_fill_what_the_dossier_cannot_know() -> None:
    lines = write(**FILLED)
    assert lines[4:6] == ["Số: 05/KH-SYT", "Bình Sơn, ngày 09 tháng 01 năm 2020"]
    assert lines[-3:] == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Thị Thử"]
    assert list_placeholders(draft(PLAN, make_dossier(), "Sở Y tế", FILLED)) == [
        "[CẦN BỔ SUNG: phòng, đơn vị trực thuộc chủ trì từng nhiệm vụ]",
        "[CẦN BỔ SUNG: đơn vị soạn thảo]",
    ]


def test_settings_of_heading_replace_what_was_found() -> None:
    lines = write(
        parent="UBND tỉnh Bình Hải", place="Bình Hải", subject="Tuyên truyền phòng, chống dịch", notation="KH-SYT"
    )
    assert lines[0] == "UBND TỈNH BÌNH HẢI"
    assert lines[5].startswith("Bình Hải, ngày [CẦN BỔ SUNG: ngày]")
    assert lines[7] == "Tuyên truyền phòng, chống dịch"
    assert lines[4] == "Số: [CẦN BỔ SUNG: số]/KH-SYT"


@pytest.mark.parametrize("date", ["2020-04-02", "02/4/2020", "ngày 2 tháng 4 năm 2020"])
def test_date_is_given_in_any_usual_form(date: str) -> None:
    assert write(date=date)[5] == "Bình Sơn, ngày 02 tháng 4 năm 2020"


def test_placeholders_stand_once_each_in_reading_order() -> None:
    found = list_placeholders(draft(PLAN, make_dossier(), "Sở Y tế", {}))
    assert found[:2] == ["[CẦN BỔ SUNG: số]", "[CẦN BỔ SUNG: ký hiệu cơ quan]"]
    assert found[-1] == "[CẦN BỔ SUNG: họ và tên người ký]"
    assert len(found) == len(set(found)) == 9


def test_parent_and_place_stay_open_without_proof() -> None:
    unnamed = msgspec.structs.replace(make_letter(), issuer=Issuer(name="VĂN PHÒNG", parent="UBND TỈNH"))
    plan = msgspec.structs.replace(make_plan(), issuer=Issuer(name="TỈNH ỦY"))
    lines = write(dossier=Dossier(documents=[unnamed, plan], links=[]))
    assert lines[0] == "[CẦN BỔ SUNG: tên cơ quan chủ quản]"
    assert "[CẦN BỔ SUNG: địa danh], ngày" in lines[5]


def test_two_provinces_prove_none() -> None:
    other = msgspec.structs.replace(make_letter(), id="other", duties=[], issuer=Issuer(name="UBND TỈNH BÌNH HẢI"))
    lines = write(dossier=Dossier(documents=[*make_dossier().documents, other], links=[]))
    assert lines[0] == "[CẦN BỔ SUNG: tên cơ quan chủ quản]"


def test_blank_fields_of_a_citation_stay_open() -> None:
    bare = msgspec.structs.replace(make_plan(), code=None, promulgation=None, issuer=None, subject=None)
    lines = write(dossier=Dossier(documents=[bare], links=[]))
    assert "Căn cứ Kế hoạch số [CẦN BỔ SUNG: số, ký hiệu]" in lines[8]
    assert "[CẦN BỔ SUNG: cơ quan ban hành Kế hoạch] về [CẦN BỔ SUNG: trích yếu]." in lines[8]


@pytest.mark.parametrize(
    ("kind", "subject", "words"),
    [
        ("Công văn", "thực hiện công tác phòng dịch", "về việc thực hiện công tác phòng dịch"),
        ("Chỉ thị", "Về việc tăng cường quản lý", "về việc tăng cường quản lý"),
        ("Kế hoạch", "Triển khai Đề án 06", "về triển khai Đề án 06"),
        ("Thông báo", "“Về việc nghỉ lễ”", "về việc nghỉ lễ"),
        ("Kế hoạch", "Tết Nguyên đán 2026", "về Tết Nguyên đán 2026"),
        ("Kế hoạch", "COVID-19 trong trường học", "về COVID-19 trong trường học"),
        ("Chỉ thị", "tăng cường giải pháp; nâng cao chất lượng", "về “tăng cường giải pháp; nâng cao chất lượng”"),
        ("Quyết định", "TĂNG CƯỜNG QUẢN LÝ RỪNG TỈNH AN GIANG", "về việc tăng cường quản lý rừng tỉnh An Giang"),
        ("Luật", "Đất đai", "Triển khai thực hiện Luật Đất đai"),
    ],
)
def test_subject_joins_in_its_own_words(kind: str, subject: str, words: str) -> None:
    document = msgspec.structs.replace(make_plan(), document_type=DocumentType(kind), subject=subject)
    assert words in write(dossier=Dossier(documents=[document], links=[]))[7]


def test_a_committee_has_no_parent_and_its_own_place() -> None:
    duties = [make_duty("q", "rà soát hộ nghèo", ["UBND xã Minh Tân"], "Điều 2.1.a")]
    lines = write(
        "UBND xã Minh Tân", Dossier(documents=[with_duties(make_letter(), duties)], links=[]), competence="TM."
    )
    assert lines[:2] == ["ỦY BAN NHÂN DÂN", "XÃ MINH TÂN"]
    assert lines[5].startswith("Minh Tân, ngày")
    assert "1. Rà soát hộ nghèo (điểm a khoản 1 Điều 2 Công văn số 345/VP-VX)." in lines
    assert "TM. ỦY BAN NHÂN DÂN XÃ MINH TÂN" in lines


@pytest.mark.parametrize(
    ("named", "asked", "heading"),
    [
        ("UBND tỉnh", "UBND tỉnh", ["ỦY BAN NHÂN DÂN", "TỈNH BÌNH SƠN"]),
        ("UBND tỉnh", "ubnd tỉnh", ["ỦY BAN NHÂN DÂN", "TỈNH BÌNH SƠN"]),
        ("Sở Y tế", "Sở Y tế tỉnh Bình Sơn", ["UBND TỈNH BÌNH SƠN", "SỞ Y TẾ"]),
        ("Báo Bình Sơn", "Báo Bình Sơn", ["[CẦN BỔ SUNG: tên cơ quan chủ quản]", "BÁO BÌNH SƠN"]),
        ("Tỉnh ủy", "Tỉnh ủy", ["TỈNH ỦY BÌNH SƠN", "*"]),
    ],
)
def test_the_heading_names_the_organ_in_full(named: str, asked: str, heading: list[str]) -> None:
    duties = [make_duty("q", "rà soát số liệu", [named], "1")]
    papers = [with_duties(make_letter(), duties), with_duties(make_plan(), [])]
    assert write(asked, Dossier(documents=papers, links=[]))[:2] == heading


def test_an_organ_of_the_party_writes_in_its_form() -> None:
    duties = [make_duty("q", "theo dõi việc thực hiện Kế hoạch này. thuv", ["Ban Tuyên giáo Tỉnh ủy"], "IV/1")]
    lines = write(
        "Ban Tuyên giáo Tỉnh ủy",
        Dossier(documents=[with_duties(make_plan(), duties)], links=[]),
        number="7",
        notation="KH/BTGTU",
        date="2020-02-03",
        competence="K/T",
        position="Phó Trưởng ban",
    )
    assert lines[:6] == [
        "TỈNH ỦY BÌNH SƠN",
        "BAN TUYÊN GIÁO",
        "*",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Số 07-KH/BTGTU",
        "Bình Sơn, ngày 03 tháng 02 năm 2020",
    ]
    assert lines[8] == "-----" and lines[9].startswith("- Căn cứ Kế hoạch số 12-KH/TU, ngày 05 tháng 01 năm 2020")
    assert "II- NHIỆM VỤ" in lines
    assert "1. Theo dõi việc thực hiện Kế hoạch số 12-KH/TU (Mục IV Kế hoạch số 12-KH/TU)." in lines
    assert lines[-5:-2] == ["- Tỉnh ủy Bình Sơn (để báo cáo);", "- Lưu [CẦN BỔ SUNG: nơi lưu].", "K/T TRƯỞNG BAN"]
    assert not [line for line in lines if line.endswith("./.")]


def test_no_place_for_reports_stays_open() -> None:
    duties = [make_duty("q", "rà soát số liệu", ["Giám đốc Sở Y tế"], "1")]
    lines = write(dossier=Dossier(documents=[with_duties(make_letter(), duties)], links=[]))
    assert "2. Nơi nhận báo cáo kết quả: [CẦN BỔ SUNG: cơ quan nhận báo cáo và thời hạn báo cáo]./." in lines
    assert "SỞ Y TẾ" in lines
    assert "1. Rà soát số liệu (khoản 1 Công văn số 345/VP-VX)." in lines


@pytest.mark.parametrize(
    ("office", "organ"),
    [
        ("Giám đốc Sở Y tế", "SỞ Y TẾ"),
        ("Trưởng Ban Dân tộc tỉnh", "BAN DÂN TỘC TỈNH"),
        ("Cục trưởng Cục Thuế tỉnh", "CỤC THUẾ TỈNH"),
    ],
)
def test_an_office_alone_gives_the_name_of_its_organ(office: str, organ: str) -> None:
    duties = [make_duty("q", "rà soát số liệu", [office], "1")]
    dossier = Dossier(documents=[with_duties(make_letter(), duties)], links=[])
    assert write(office, dossier)[1] == organ


def test_text_of_papers_stays_text() -> None:
    duties = [make_duty("q", "nhập </w:t> { PAGE } &amp;\x00\x0b\ud800 =1+1\nvào\tsổ", ["Sở Y tế"], "1")]
    data = draft(PLAN, Dossier(documents=[with_duties(make_letter(), duties)], links=[]), "Sở Y tế", {})
    assert "1. Nhập </w:t> { PAGE } &amp; =1+1 vào sổ (khoản 1 Công văn số 345/VP-VX)." in lines_of(data)


def test_same_dossier_gives_same_bytes() -> None:
    assert draft(PLAN, make_dossier(), "Sở Y tế", {}) == draft(PLAN, make_dossier(), "Sở Y tế", {})


def refusal(kind: str, organ: str | None, **settings: str) -> str:
    with pytest.raises(UsageError) as caught:
        draft(kind, make_dossier(), organ, settings)
    return str(caught.value)


def test_refusals_say_what_to_do() -> None:
    assert refusal("giay-moi", "Sở Y tế") == (
        f"Không có loại dự thảo “giay-moi”; hãy chọn một trong các loại: {', '.join(kind.name for kind in KINDS)}."
    )
    assert refusal(PLAN, None) == "Dự thảo phải có tên cơ quan soạn văn bản; hãy thêm --for “tên cơ quan”."
    assert refusal(PLAN, "Trung tâm Lưu trữ") == (
        "Hồ sơ không có nhiệm vụ nào giao cho “Trung tâm Lưu trữ”; hãy kiểm tra lại tên cơ quan hoặc thêm văn bản giao "
        "nhiệm vụ vào hồ sơ."
    )
    assert refusal(PLAN, "Sở Tư pháp") == (
        "Hồ sơ không giao đích danh nhiệm vụ nào cho “Sở Tư pháp”, chỉ có 1 nhiệm vụ giao chung cho nhóm cơ quan; hãy "
        "xem các nhiệm vụ đó bằng lệnh vanban track, hoặc nêu tên một cơ quan khác."
    )
    assert refusal(PLAN, "Sở Y tế", nguoi_ky="A").startswith("Không có mục “nguoi_ky” để điền vào dự thảo; hãy dùng")
    assert refusal(PLAN, "Sở Y tế", date="hôm nay") == (
        "“hôm nay” không phải là ngày; hãy viết như 2026-01-05 hoặc 05/01/2026."
    )


def test_placeholders_of_something_else() -> None:
    with pytest.raises(UnreadableError, match=r"hãy chọn tệp do vanban draft ghi ra\.$"):
        list_placeholders(b"not a docx")


def test_deliverable_and_condition_are_said_once() -> None:
    duty = make_duty(
        "q", "lập báo cáo tổng kết", ["Sở Y tế"], "1", deliverable="báo cáo tổng kết", condition="khi cần thiết"
    )
    other = make_duty("r", "rà soát", ["Sở Y tế"], "2", deliverable="danh sách", coordinators=[Party("Công an tỉnh")])
    lines = write(dossier=Dossier(documents=[with_duties(make_letter(), [duty, other])], links=[]))
    assert "1. Khi cần thiết, lập báo cáo tổng kết (khoản 1 Công văn số 345/VP-VX)." in lines
    said = "2. Rà soát (khoản 2 Công văn số 345/VP-VX). Phối hợp với Công an tỉnh. Sản phẩm: danh sách."
    assert said in lines


def test_what_rests_on_a_secret_paper_asks_for_its_mark() -> None:
    secret = msgspec.structs.replace(make_plan(), secrecy="Mật")
    dossier = Dossier(documents=[make_letter(), secret], links=[])
    assert "[CẦN BỔ SUNG: độ mật]" in write(dossier=dossier)
    assert "MẬT" in write(dossier=dossier, secrecy="Mật")
    assert not [line for line in write() if "mật" in line.lower()]


@pytest.mark.parametrize("mark", ["K/T", "kt", "KT."])
def test_a_mark_of_the_party_is_written_as_the_state_has_it(mark: str) -> None:
    assert write(competence=mark, position="Phó Giám đốc")[-3:-1] == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]


def test_a_mark_of_the_state_is_written_as_the_party_has_it() -> None:
    duties = [make_duty("q", "theo dõi tình hình", ["Ban Tuyên giáo Tỉnh ủy"], "IV/1")]
    dossier = Dossier(documents=[with_duties(make_plan(), duties)], links=[])
    lines = write("Ban Tuyên giáo Tỉnh ủy", dossier, competence="KT.", position="Phó Trưởng ban")
    assert lines[-3:-1] == ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"]
