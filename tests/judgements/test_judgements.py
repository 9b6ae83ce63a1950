"""What a person decided goes before what is found, stays through another parse, and tells when it fits nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from dossiers import paper, read
from making import Sheet, render_text
from vanban import assemble
from vanban.cli.main import run
from vanban.crosscheck import crosscheck
from vanban.directory import load_directory
from vanban.errors import UnreadableError, UsageError
from vanban.graph import build_graph
from vanban.judgements import Judgements, read_judgements, review_judgements, write_judgement
from vanban.model.document import Document, Duty, Issuer, Party, Promulgation
from vanban.model.dossier import Dossier
from vanban.model.judgement import Judgement

Capture = pytest.CaptureFixture[str]
PLAN = paper(
    "45/KH-UBND",
    "02 tháng 3 năm 2026",
    "# II. TỔ CHỨC THỰC HIỆN\n# 1. Sở Y tế\na) Tổ chức tiêm vắc xin cho trẻ em ở xã trước ngày 20 tháng 3 năm 2026.",
)
TWIN = paper("45/KH-UBND", "02 tháng 3 năm 2026", "1. Sở Nội vụ rà soát biên chế.", subject="Biên chế", place="Bình An")
LETTER = paper(
    "7/SYT-NV",
    "09 tháng 3 năm 2026",
    "Thực hiện Kế hoạch số 45/KH-UBND ngày 02/3/2026, Sở Y tế yêu cầu:\n1. Phòng Nghiệp vụ lập danh sách trẻ em.",
    issuer="SỞ Y TẾ",
    parent="UBND TỈNH BÌNH SƠN",
    title=None,
    subject="V/v tiêm vắc xin",
    to=["Phòng Nghiệp vụ."],
)
PLAN_ID = "45/KH-UBND@2026-03-02@uy-ban-nhan-dan-tinh-binh-son"
LETTER_ID = "7/SYT-NV@2026-03-09@so-y-te-ubnd-tinh-binh-son"


def papers(*sheets: Sheet) -> list[Document]:
    return [document for number, sheet in enumerate(sheets) for document in read(sheet, f"{number}.txt")]


def judged(sheets: Sequence[Sheet], *judgements: Judgement) -> Dossier:
    return assemble(papers(*sheets), judgements=judgements)


def target(dossier: Dossier) -> tuple[str, str | None, str]:
    (link,) = [one for one in dossier.links if one.document == LETTER_ID]
    return link.status, link.target, link.reason


def faults(dossier: Dossier) -> list[str | None]:
    findings = {finding.id for finding in crosscheck(dossier, settled=True)}
    return [review.fault for review in review_judgements(dossier, load_directory(), findings)]


def test_citation_is_what_a_person_says() -> None:
    other = paper("46/KH-UBND", "03 tháng 3 năm 2026", "1. Sở Y tế tiêm vắc xin.")
    says = Judgement("citation", "45/KH-UBND", LETTER_ID, is_="46/KH-UBND", by="Nông Thị Hoa", on="2026-04-02")
    made = judged((PLAN, other, LETTER), says)
    named = "46/KH-UBND@2026-03-03@uy-ban-nhan-dan-tinh-binh-son"
    assert target(made) == ("resolved", named, "Theo xác nhận của Nông Thị Hoa ngày 2026-04-02.")
    assert made.documents[2].references[0].target == named
    assert faults(made) == [None]


def test_citation_is_not_what_it_seems() -> None:
    assert target(judged((PLAN, LETTER)))[1] == PLAN_ID
    for name in ("45/KH-UBND", "Kế hoạch số 45/KH-UBND ngày 02/3/2026"):
        made = judged((PLAN, LETTER), Judgement("citation", name, "7/SYT-NV", is_not=PLAN_ID))
        assert target(made)[:2] == ("unknown", None)
        assert faults(made) == [None]


def test_later_line_counts() -> None:
    refuses = Judgement("citation", "45/KH-UBND", LETTER_ID, is_not=PLAN_ID)
    takes = Judgement("citation", "45/KH-UBND", LETTER_ID, is_=PLAN_ID)
    assert target(judged((PLAN, LETTER), refuses, takes))[1] == PLAN_ID
    assert target(judged((PLAN, LETTER), takes, refuses))[1] is None


def test_judgement_outlives_a_parse_that_reads_more() -> None:
    says = Judgement("citation", "45/KH-UBND", "7/SYT-NV@so-y-te", is_not="45/KH-UBND@uy-ban")
    assert target(judged((PLAN, LETTER), says))[1] is None
    # Where two documents bear the number, the shortened id could mean either: it is told.
    later = Sheet(
        **{**{name: getattr(TWIN, name) for name in TWIN.__dataclass_fields__}, "issuer": "UBND TỈNH BÌNH AN"}
    )
    assert faults(judged((PLAN, later, LETTER), says))[0] is not None


def test_name_is_an_organ() -> None:
    plain = judged((LETTER,)).documents[0]
    assert plain.duties[0].assignees[0].organ_id is None
    says = Judgement("organ", "Phòng Nghiệp vụ", "7/SYT-NV", is_="bo-y-te")
    made = judged((LETTER,), says)
    assert made.documents[0].duties[0].assignees[0].organ_id == "bo-y-te"
    assert made.documents[0].addressees[0].organ_id == "bo-y-te"
    assert faults(made) == [None]
    everywhere = judged((LETTER,), Judgement("organ", "phòng nghiệp vụ", is_="bo-y-te"))
    assert everywhere.documents[0].duties[0].assignees[0].organ_id == "bo-y-te"


def order(name: str, *judgements: Judgement) -> Document:
    """A paper of the Ministry of Health that lays a duty on `name`."""
    text = f"{name} lập danh sách trẻ em."
    duty = Duty("nv-1", text, text, [Party(name, span=(0, len(name)))])
    issuer, issued = Issuer("BỘ Y TẾ", None, "Bộ Y tế"), Promulgation("Hà Nội", "2022-03-09")
    document = Document(id="A", text=text, system="state", issuer=issuer, promulgation=issued, duties=[duty])
    return assemble([document], judgements=judgements).documents[0]


def test_name_is_not_the_organ_that_was_found() -> None:
    assert order("Bộ Nội vụ").duties[0].assignees[0].organ_id == "bo-noi-vu"
    refused = order("Bộ Nội vụ", Judgement("organ", "Bộ Nội vụ", is_not="bo-noi-vu"))
    assert refused.duties[0].assignees[0].organ_id is None


def test_doubt_is_settled() -> None:
    assert [problem.code for problem in order("TT").problems] == ["organ-ambiguous"]
    settled = order("TT", Judgement("organ", "TT", is_="bo-noi-vu"))
    assert settled.problems == []
    assert settled.duties[0].assignees[0].organ_id == "bo-noi-vu"


def test_issuer_tells_the_province_of_all_names() -> None:
    letter = paper(
        "1/KH-SYT", "09 tháng 3 năm 2022", "1. Sở Nội vụ rà soát biên chế.", issuer="SỞ Y TẾ", place="Hà Lương"
    )
    assert judged((letter,)).documents[0].duties[0].assignees[0].organ_id is None
    made = judged((letter,), Judgement("organ", "Sở Y tế", is_="lang-son.so-y-te"))
    assert made.documents[0].issuer is not None
    assert made.documents[0].issuer.organ_id == "lang-son.so-y-te"
    assert made.documents[0].duties[0].assignees[0].organ_id == "lang-son.so-noi-vu"


def test_two_names_are_not_one_organ() -> None:
    def nodes(*judgements: Judgement) -> int:
        duties = [Duty(name, "làm", "làm", [Party(name)]) for name in ("Ban Chỉ đạo tỉnh", "Ban Chỉ đạo")]
        dossier = Dossier([Document(id="A", text="làm", duties=duties)], [], judgements=list(judgements))
        return sum(data["kind"] == "organ" for _, data in build_graph(dossier).nodes(data=True))

    assert nodes() == 1
    assert nodes(Judgement("organ", "Ban Chỉ đạo", is_not="Ban Chỉ đạo tỉnh")) == 2


def test_duty_hands_on_what_a_person_says() -> None:
    plain = judged((PLAN, LETTER))
    assert plain.handovers == []
    upper, lower = plain.documents[0].duties[0].id, plain.documents[1].duties[0].id
    says = Judgement("duty", lower, is_=upper)
    made = judged((PLAN, LETTER), says)
    assert [(one.duty, one.upper, one.by, one.deadline) for one in made.handovers] == [
        (lower, upper, "judgement", "2026-03-20")
    ]
    assert made.documents[1].duties[0].inherits == [upper]
    assert judged((PLAN, LETTER), says, Judgement("duty", lower, is_not=upper)).handovers == []


def test_settled_finding_is_not_told_again() -> None:
    sunday = paper("1/KH", "02 tháng 3 năm 2026", "1. Sở Y tế báo cáo trước ngày 15/3/2026.")
    (finding,) = crosscheck(judged((sunday,)))
    made = judged((sunday,), Judgement("finding", finding.id, note="đã hỏi lại"))
    assert crosscheck(made) == []
    assert crosscheck(made, settled=True) == [finding]
    assert faults(made) == [None]


@pytest.mark.parametrize(
    ("judgement", "fault"),
    [
        (Judgement("citation", "45/KH-UBND", "9/XY-Z", is_=PLAN_ID), "không có văn bản “9/XY-Z” trong hồ sơ"),
        (Judgement("citation", "99/KH-UBND", "7/SYT-NV", is_=PLAN_ID), "văn bản không viện dẫn “99/KH-UBND”"),
        (Judgement("citation", "45/KH-UBND", "7/SYT-NV", is_="99/QĐ"), "không có văn bản “99/QĐ” trong hồ sơ"),
        (Judgement("organ", "Sở Xây dựng", is_="bo-y-te"), "không văn bản nào ghi tên “Sở Xây dựng”"),
        (Judgement("organ", "Sở Y tế", is_="so-khong-co"), "danh bạ không có cơ quan “so-khong-co”"),
        (Judgement("duty", "nv-1", is_="nv-2"), "không có nhiệm vụ “nv-1” trong hồ sơ"),
        (Judgement("finding", "pt-1"), "không còn điểm chưa thống nhất này"),
    ],
)
def test_judgement_that_fits_nothing_is_told(judgement: Judgement, fault: str) -> None:
    assert (faults(judged((PLAN, LETTER), judgement))[0] or "").startswith(fault)


def test_file_is_lines_that_a_person_can_read(tmp_path: Path) -> None:
    one = Judgement("citation", "45/KH-UBND", LETTER_ID, is_=PLAN_ID, by="Nông Thị Hoa", on="2026-04-02")
    path = tmp_path / "xac-nhan.jsonl"
    path.write_text(f"\ufeff# của Phòng Văn thư\n\n{write_judgement(one)}", encoding="utf-8")
    assert read_judgements(path) == [one]
    assert '"name":"45/KH-UBND"' in write_judgement(one)
    assert '"by":"Nông Thị Hoa"' in write_judgement(one)
    assert "null" not in write_judgement(one)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "dòng 2: xác nhận sai"),
        ("[" * 100_000, "dòng 2: xác nhận sai"),
        ('{"judgement": "citation", "name": "1/A", "document": "2/B"}', "đúng một trong hai mục"),
        ('{"judgement": "citation", "name": "1/A", "is": "2/B"}', "thiếu “document”"),
        ('{"judgement": "organ", "name": " ", "is": "x"}', "thiếu “name”"),
        ('{"judgement": "finding", "name": "pt-1", "is": "x"}', "không cần “is”"),
        ('{"judgement": "opinion", "name": "x"}', "xác nhận sai"),
        ('{"judgement": "organ", "name": "x", "is": "y", "else": 1}', "xác nhận sai"),
    ],
)
def test_wrong_line_is_told_with_its_number(line: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        read_judgements(path)


def test_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="không mở được tệp xác nhận"):
        read_judgements(tmp_path / "none.jsonl")
    (tmp_path / "x.jsonl").write_bytes(b"\xff\xfe1")
    with pytest.raises(UnreadableError, match="không phải chữ UTF-8"):
        read_judgements(tmp_path / "x.jsonl")


def test_nothing_is_judged_without_judgements() -> None:
    judgements = Judgements()
    assert judgements.organ("A", "Sở Y tế") == (None, set())
    assert not judgements.is_settled("pt-1")
    assert not judgements.are_apart("A", "B")


@pytest.fixture
def folder(tmp_path: Path) -> str:
    path = tmp_path / "ho-so"
    path.mkdir()
    for name, sheet in (("1.txt", PLAN), ("2.txt", LETTER)):
        (path / name).write_text(render_text([sheet]), encoding="utf-8")
    return str(path)


def ask(capsys: Capture, *arguments: str, status: int = 0) -> tuple[str, str]:
    assert run(list(arguments)) == status
    told = capsys.readouterr()
    return told.out, told.err


def show(capsys: Capture, folder: str) -> dict[str, Any]:
    out, _ = ask(capsys, "judge", folder, "--format", "json")
    told: dict[str, Any] = json.loads(out)
    return told


def test_command_adds_lists_and_checks(folder: str, capsys: Capture) -> None:
    says = ("--citation", "45/KH-UBND", "--is-not", "45/KH-UBND", "--by", "Nông Thị Hoa", "--note", "khác cơ quan")
    out, err = ask(capsys, "judge", folder, *says)
    path = Path(folder) / "xac-nhan.jsonl"
    assert json.loads(out) == json.loads(path.read_text(encoding="utf-8"))
    assert json.loads(out)["document"] == LETTER_ID
    assert json.loads(out)["is_not"] == PLAN_ID
    assert err == ""
    (review,) = show(capsys, folder)["judgements"]
    assert review["fault"] is None
    out, _ = ask(capsys, "judge", folder)
    assert f"1. viện dẫn “45/KH-UBND” ({LETTER_ID}) ≠ {PLAN_ID}\n" in out
    out, err = ask(capsys, "graph", folder, "--view", "documents")
    assert err == f"Áp dụng 1 xác nhận từ {path}.\n"
    cited = [edge["target"] for edge in json.loads(out)["edges"] if edge["relation"] == "implements"]
    assert PLAN_ID not in cited


def test_command_keeps_the_lines_before(folder: str, capsys: Capture) -> None:
    path = Path(folder) / "xac-nhan.jsonl"
    path.write_text('# ghi chú\n{"judgement":"organ","name":"Sở Y tế","is_not":"bo-y-te"}', encoding="utf-8")
    ask(capsys, "judge", folder, "--organ", "Phòng Nghiệp vụ", "--is-not", "Phòng Nghiệp vụ Sở Y tế")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# ghi chú"
    assert [json.loads(line)["name"] for line in lines[1:]] == ["Sở Y tế", "Phòng Nghiệp vụ"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--citation", "99/X", "--is", "45/KH-UBND"), "có 0 văn bản viện dẫn “99/X”"),
        (("--citation", "45/KH-UBND", "--is", "99/X"), "không ghi xác nhận này: không có văn bản “99/X”"),
        (("--citation", "45/KH-UBND"), "không ghi xác nhận này: phải có đúng một"),
        (("--organ", "Sở Y tế", "--is", "so-x"), "không ghi xác nhận này: danh bạ không có"),
        (("--organ", "Sở Y tế", "--duty", "nv-1", "--is", "x"), "hãy nêu đúng một trong"),
        (("--is", "x"), "hãy nêu đúng một trong"),
    ],
)
def test_wrong_judgement_is_refused_and_nothing_written(
    options: tuple[str, ...], told: str, folder: str, capsys: Capture
) -> None:
    _, err = ask(capsys, "judge", folder, *options, status=2)
    assert told in err
    assert not (Path(folder) / "xac-nhan.jsonl").exists()


def test_strict_tells_a_judgement_that_fits_nothing(folder: str, capsys: Capture) -> None:
    (Path(folder) / "xac-nhan.jsonl").write_text('{"judgement":"finding","name":"pt-1"}\n', encoding="utf-8")
    out, _ = ask(capsys, "judge", folder, "--strict", status=3)
    assert "   ! không còn điểm chưa thống nhất này\n" in out


def test_without_a_folder_the_file_must_be_named(folder: str, capsys: Capture) -> None:
    _, err = ask(capsys, "judge", f"{folder}/1.txt", "--organ", "Sở Y tế", "--is", "bo-y-te", status=2)
    assert "hãy nêu --judgements xac-nhan.jsonl" in err


def test_example_of_the_docs_is_a_file_of_judgements(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "judgements.md").read_text(encoding="utf-8")
    (tmp_path / "x.jsonl").write_text(page.split("```jsonl\n")[1].split("```")[0], encoding="utf-8")
    assert [one.judgement for one in read_judgements(tmp_path / "x.jsonl")] == [
        "citation", "citation", "organ", "organ", "duty", "finding",
    ]  # fmt: skip
