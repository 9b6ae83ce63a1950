"""What concerns an organ and why: by its name, as successor, as member of a class by directory and date."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import msgspec
import pytest

from vanban.cli.main import run
from vanban.directory import Directory, load_directory
from vanban.link import resolve_organs
from vanban.model.document import Code, Document, DocumentType, Duty, Issuer, Node, Party, Promulgation
from vanban.model.dossier import Dossier, TrackingRow
from vanban.write.tracking import track

KIEN_GIANG = Issuer("ỦY BAN NHÂN DÂN", "TỈNH KIÊN GIANG", "Ủy ban nhân dân tỉnh Kiên Giang")
LANG_SON = Issuer("ỦY BAN NHÂN DÂN", "TỈNH LẠNG SƠN", "Ủy ban nhân dân tỉnh Lạng Sơn")
MINISTRY = Issuer("BỘ Y TẾ", None, "Bộ Y tế")


def paper(name: str, *, kind: str = "group", day: str = "2021-10-19", issuer: Issuer = KIEN_GIANG) -> Document:
    return Document(
        id="A", text="làm", system="state", document_type=DocumentType("Công văn"), code=Code("1", "UBND", "1/UBND"),
        promulgation=Promulgation(None, day), issuer=issuer, duties=[Duty("d", "làm", "làm", [Party(name, kind=kind)])],
    )  # fmt: skip


def rows(document: Document, organ: str, as_of: date, directory: Directory | None = None) -> list[TrackingRow]:
    known = directory or load_directory()
    dossier = Dossier(documents=resolve_organs([document], known), links=[])
    return track(dossier, organ=organ, as_of=as_of, directory=known)


def tell(document: Document, organ: str, as_of: date = date(2021, 11, 1)) -> list[tuple[str, str]]:
    return [(row.concern, row.why) for row in rows(document, organ, as_of)]


@pytest.mark.parametrize(
    ("group", "organ", "member"),
    [
        ("Các sở, ban, ngành cấp tỉnh", "Sở Y tế", "Sở Y tế tỉnh Kiên Giang"),
        ("Các sở, ban, ngành cấp tỉnh", "SYT", "Sở Y tế tỉnh Kiên Giang"),
        ("Các sở, ban, ngành", "Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh Kiên Giang"),
        ("Các sở, ban, ngành", "Công an tỉnh", "Công an tỉnh Kiên Giang"),
        ("Giám đốc các sở", "Sở TT&TT", "Sở Thông tin và Truyền thông tỉnh Kiên Giang"),
        ("UBND các huyện, thành phố", "UBND huyện Hà Lương", "Ủy ban nhân dân huyện Hà Lương"),
        ("UBND các xã, phường, thị trấn", "UBND xã Bình Thử", "Ủy ban nhân dân xã Bình Thử"),
        ("Thủ trưởng các đơn vị", "Sở Y tế", "Sở Y tế tỉnh Kiên Giang"),
        ("các cơ quan báo chí", "Báo Kiên Giang", "Báo Kiên Giang"),
        ("Các sở: Y tế, Nội vụ", "Sở Y tế", "Sở Y tế tỉnh Kiên Giang"),
    ],
)
def test_member_by_directory(group: str, organ: str, member: str) -> None:
    assert tell(paper(group), organ) == [("class", f"thuộc nhóm “{group}” (theo danh bạ: {member})")]


@pytest.mark.parametrize(
    ("group", "organ"),
    [
        ("các cơ quan, đơn vị liên quan", "Sở Y tế"),
        ("UBND các huyện, thành phố", "Sở Y tế"),
        ("Các sở, ban, ngành", "Bộ Y tế"),
        ("Các sở, ban, ngành", "Sở Y tế tỉnh Lạng Sơn"),
        ("các đơn vị cấp xã", "Sở Y tế"),
        ("các doanh nghiệp", "Sở Y tế"),
        ("Các sở: Nội vụ, Tài chính", "Sở Y tế"),
        ("Thủ trưởng các cơ quan ngang Bộ", "Bộ Y tế"),
        ("các đơn vị sự nghiệp", "Sở Y tế"),
        ("các đơn vị thuộc Sở Y tế", "Sở Nội vụ"),
    ],
)
def test_no_member(group: str, organ: str) -> None:
    assert tell(paper(group), organ) == []


def test_class_of_those_concerned_says_what_it_leaves_open() -> None:
    ((concern, why),) = tell(paper("các sở, ngành liên quan"), "Sở Y tế")
    assert concern == "class"
    assert why.endswith("(theo danh bạ: Sở Y tế tỉnh Kiên Giang; văn bản không nói cơ quan nào có liên quan)")


def test_class_of_districts_has_no_members_after_their_end() -> None:
    group = "UBND các huyện, thành phố"
    assert tell(paper(group, day="2025-06-20", issuer=LANG_SON), "UBND huyện Hà Lương")
    assert tell(paper(group, day="2025-07-20", issuer=LANG_SON), "UBND huyện Hà Lương", date(2025, 8, 1)) == []


@pytest.mark.parametrize("name", ["UBND cấp xã", "UBND xã, phường", "Chủ tịch UBND xã, phường và đặc khu"])
def test_committees_of_a_level_are_a_class(name: str) -> None:
    document = paper(name, kind="organ", day="2025-07-20", issuer=LANG_SON)
    assert tell(document, "UBND xã Bình Thử", date(2025, 8, 1)) == [
        ("class", f"thuộc nhóm “{name}” (theo danh bạ: Ủy ban nhân dân xã Bình Thử)")
    ]
    assert tell(document, "UBND tỉnh Lạng Sơn", date(2025, 8, 1)) == []


def test_ministry_s_class_of_provinces() -> None:
    document = paper("UBND các tỉnh, thành phố trực thuộc Trung ương", issuer=MINISTRY)
    assert [concern for concern, _ in tell(document, "UBND tỉnh Lạng Sơn")] == ["class"]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2025, 6, 30), []),
        (date(2025, 7, 1), [("class", "thuộc nhóm “Các sở” (theo danh bạ: Sở Y tế tỉnh Kiên Giang)")]),
    ],
)
def test_successor_s_province_inherits_membership(as_of: date, expected: list[tuple[str, str]]) -> None:
    assert tell(paper("Các sở"), "Sở Y tế tỉnh An Giang", as_of) == expected


@pytest.mark.parametrize(
    ("organ", "as_of", "why"),
    [
        ("Sở Khoa học và Công nghệ", date(2025, 2, 1), None),
        ("Sở Khoa học và Công nghệ", date(2025, 4, 1),
         "kế tục Sở TT&TT từ 2025-03-01 (Nghị định số 45/2025/NĐ-CP)"),
        ("Sở Khoa học và Công nghệ tỉnh An Giang", date(2025, 8, 1),
         "kế tục Sở TT&TT từ 2025-07-01 (Nghị quyết số 202/2025/QH15)"),
        ("Sở Khoa học và Công nghệ tỉnh Lạng Sơn", date(2025, 8, 1), None),
        ("Sở Thông tin và Truyền thông", date(2025, 8, 1), ""),
        ("STTTT", date(2021, 11, 1), ""),
    ],
)  # fmt: skip
def test_organ_that_took_another_s_place_has_its_duties(organ: str, as_of: date, why: str | None) -> None:
    assert tell(paper("Sở TT&TT", kind="organ"), organ, as_of) == ([] if why is None else [("direct", why)])


def test_site_s_class_has_its_members_and_no_others(tmp_path: Path) -> None:
    path = tmp_path / "danh-ba.yaml"
    path.write_text(
        "groups:\n- {name: các đơn vị sự nghiệp, issuer: lang-son.ubnd, members: [lang-son.so-y-te, Trung tâm Thử]}",
        encoding="utf-8",
    )
    directory = load_directory(path)
    for issuer, organ, expected in (
        (LANG_SON, "Sở Y tế", ["thuộc nhóm “Thủ trưởng các đơn vị sự nghiệp” (danh bạ của đơn vị)"]),
        (LANG_SON, "Trung tâm Thử", ["thuộc nhóm “Thủ trưởng các đơn vị sự nghiệp” (danh bạ của đơn vị)"]),
        (LANG_SON, "Sở Nội vụ", []),
        (MINISTRY, "Trung tâm Thử", []),
    ):
        found = rows(paper("Thủ trưởng các đơn vị sự nghiệp", issuer=issuer), organ, date(2021, 11, 1), directory)
        assert [row.why for row in found] == expected


@pytest.mark.parametrize(("group", "organ", "concerned"), [
    ("các cơ quan như Điều 3", "Sở Tài chính", True), ("các cơ quan như Điều 3", "Sở Y tế", False),
    ("các cơ quan như trên", "Sở Y tế", True), ("các cơ quan như trên", "Sở Tài chính", False),
])  # fmt: skip
def test_class_by_article_and_by_addressees(group: str, organ: str, concerned: bool) -> None:
    text = "Chánh Văn phòng UBND tỉnh, Giám đốc Sở Tài chính chịu trách nhiệm thi hành Quyết định này."
    article = Node("article", "Điều 3", "Điều 3", None, text, (0, 3))
    document = msgspec.structs.replace(paper(group), body=[article], addressees=[Party("Sở Y tế")])
    why = f"có tên ở nơi mà “{group}” chỉ tới"
    assert tell(document, organ) == ([("class", why)] if concerned else [])


def test_command_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample = Path(__file__).resolve().parents[2] / "samples" / "02-cong-van-ky-nang-so.docx"
    path = tmp_path / "danh-ba.yaml"
    path.write_text("organs: [{id: hai-lang, level: territory, kind: province, name: Hải Lăng}]", encoding="utf-8")
    arguments = ["track", str(sample), "--for", "UBND xã Bình Thử", "--format", "json", "--directory", str(path)]
    assert run(arguments) == 0
    found = json.loads(capsys.readouterr().out)
    assert {(row["concern"], row["why"]) for row in found} == {
        ("class", "thuộc nhóm “UBND các xã, phường” (theo danh bạ: Ủy ban nhân dân xã Bình Thử)")
    }
