"""The main job on the real pair: a letter that forwards a plan, as text, as two .docx and as one PDF.

The seed file and its labels lie outside the project and are read where they lie; nothing of them is copied here.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from labelled import differences, expected_header, header, says, words
from making import read_seed, render_docx, render_pdf, split_sheets
from making.seed import SEED
from vanban import assemble, parse
from vanban.cli.main import run
from vanban.graph import build_graph, find_chains
from vanban.model.document import Document, Duty
from vanban.model.dossier import Dossier
from vanban.write.drafts import draft
from vanban.write.tracking import track

LABELS = SEED.parents[1] / "bench" / "labels.jsonl"


@pytest.fixture(scope="session", params=["text", "docx", "pdf"])
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The pair in one of its forms."""
    seed = read_seed()
    if request.param == "text":
        return [SEED]
    folder = tmp_path_factory.mktemp("seed")
    sheets = split_sheets(seed)
    if request.param == "docx":
        made = {"cong-van.docx": render_docx(sheets[:1]), "ke-hoach.docx": render_docx(sheets[1:])}
    else:
        made = {"ho-so.pdf": render_pdf(render_docx(sheets))}
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in made]


@pytest.fixture(scope="session")
def dossier(files: list[Path]) -> Dossier:
    return assemble([document for file in files for document in parse(file).documents])


@pytest.fixture(scope="session")
def letter(dossier: Dossier) -> Document:
    return dossier.documents[0]


@pytest.fixture(scope="session")
def plan(dossier: Dossier) -> Document:
    return dossier.documents[1]


@pytest.fixture(scope="session")
def labels() -> list[dict[str, Any]]:
    """The two labelled documents."""
    if not LABELS.exists():
        pytest.skip(f"{LABELS} is absent")
    records = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    return next(record for record in records if record["id"] == "SEED")["documents"]


def names(duties: list[Duty]) -> list[str]:
    return [party.name for duty in duties for party in duty.assignees]


@pytest.mark.parametrize("at", [0, 1], ids=["letter", "plan"])
def test_header_fields_are_as_labelled(dossier: Dossier, labels: list[dict[str, Any]], at: int) -> None:
    assert header(dossier.documents[at]) == expected_header(labels[at])


def test_two_documents(dossier: Dossier) -> None:
    assert [document.system for document in dossier.documents] == ["state", "party"]
    assert [document.secrecy for document in dossier.documents] == [None, None]


@pytest.mark.parametrize(("at", "count"), [(0, 2), (1, 26)], ids=["letter", "plan"])
def test_duties_are_as_labelled_and_no_others(
    dossier: Dossier, labels: list[dict[str, Any]], at: int, count: int
) -> None:
    duties, expected = dossier.documents[at].duties, labels[at]["duties"]
    assert len(expected) == count
    read = zip(duties, expected, strict=True)
    assert {label["action"]: wrong for duty, label in read if (wrong := differences(duty, label))} == {}
    assert [
        label["action"] for duty, label in zip(duties, expected, strict=True) if not says(duty.action, label["action"])
    ] == []


def test_every_duty_stands_where_it_says(dossier: Dossier) -> None:
    for document in dossier.documents:
        for duty in document.duties:
            assert duty.span is not None
            assert set(words(duty.action)) <= set(words(document.text[slice(*duty.span)])), duty.id


def test_letter_names_the_plan_and_the_place_in_it(letter: Document, plan: Document) -> None:
    (reference,) = letter.references
    assert (reference.relation, reference.target) == ("forwards", plan.id)
    assert [(p.text, p.path) for p in reference.pinpoints] == [("khoản 3, Mục IV", "IV.3")]
    (anaphor,) = [mention for mention in reference.mentions if mention.anaphor]
    assert anaphor.text == "Kế hoạch nêu trên"
    assert letter.text[slice(*anaphor.span)] == "Kế hoạch nêu trên"
    (node,) = [node for node in every_node(plan) if node.path == "IV.3"]
    assert node.heading == "Ban cán sự đảng Ủy ban nhân dân tỉnh"


def every_node(document: Document) -> list[Any]:
    """All nodes of the body, from above."""
    found = list(document.body)
    for node in found:
        found.extend(node.children)
    return found


def test_letter_hands_on_to_each_organ_its_own(letter: Document, plan: Document) -> None:
    assert letter.duties[0].inherits == []
    handed = [duty for duty in plan.duties if duty.id in letter.duties[1].inherits]
    assert len(handed) == len(letter.duties[1].inherits) == 12
    assert {duty.path for duty in handed} == {"IV.3.1", "IV.3.2", "IV.3.3", "IV.3.4", "IV.3.5"}
    assert {name: names(handed).count(name) for name in names(letter.duties[1:])} == {
        "Sở Y tế": 3,
        "Sở Thông tin và Truyền thông": 2,
        "Sở Văn hóa và Thể thao": 3,
        "Sở Ngoại vụ": 1,
        "Báo Kiên Giang": 2,
        "Đài Phát thanh và Truyền hình Kiên Giang": 2,
    }
    assert [duty.path for duty in handed if names([duty]) == ["Sở Y tế"]] == ["IV.3.1"] * 3
    last = [duty for duty in handed if duty.path == "IV.3.5"]
    assert ["Báo Kiên Giang" in names([duty]) for duty in last] == [True, True, False]
    assert ["Đài Phát thanh và Truyền hình Kiên Giang" in names([duty]) for duty in last] == [True, False, True]


def test_who_instructs_and_through_whom(letter: Document, plan: Document) -> None:
    for duty in letter.duties:
        assert [p.name for p in duty.instructed_by] == ["Phó Chủ tịch UBND tỉnh Nguyễn Lưu Trung"]
        (office,) = duty.transmitted_by
        assert words(office.full_name or office.name)[:4] == ["văn", "phòng", "ubnd", "tỉnh"]
        assert duty.via is None
    for duty in plan.duties:
        assert [p.name for p in duty.instructed_by] == ["Ban Thường vụ Tỉnh ủy"]
        assert duty.transmitted_by == []
        expected = "Ban cán sự đảng Ủy ban nhân dân tỉnh" if duty.path.startswith("IV.3.") else None
        assert (duty.via and duty.via.name) == expected, duty.action


def test_both_chains_from_the_party_committee(dossier: Dossier) -> None:
    chains = find_chains(build_graph(dossier), "Tỉnh ủy Kiên Giang", "Sở Y tế")
    ways = [chain.nodes for chain in chains]
    assert len([way for way in ways if "Ban cán sự đảng Ủy ban nhân dân tỉnh" in way]) == 1
    assert len([way for way in ways if "Công văn 8232/VP-KGVX" in way]) == 1
    assert len(ways) == 2
    assert all(way[-1] == "Sở Y tế" for way in ways)
    assert {step.document_label for chain in chains for step in chain.steps} == {
        "Kế hoạch 33-KH/TU",
        "Công văn 8232/VP-KGVX",
    }
    assert all(proof.text for chain in chains for step in chain.steps for proof in step.proofs)


def test_graph_command_prints_both_chains(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["graph", *map(str, files), "--from", "Tỉnh ủy Kiên Giang", "--to", "Sở Y tế"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    ways = [line for line in captured.out.splitlines() if re.match(r"\d+\. ", line)]
    assert ["Ban cán sự đảng Ủy ban nhân dân tỉnh → Sở Y tế" in way for way in ways] == [True, False]
    assert ["Kế hoạch 33-KH/TU → Công văn 8232/VP-KGVX → Phó Chủ tịch" in way for way in ways] == [False, True]


def test_track_command_prints_five_rows(
    files: list[Path], letter: Document, plan: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["track", *map(str, files), "--for", "Sở Y tế", "--format", "json", "--as-of", "2021-11-01"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["stt"], row["document"], row["duty"]["path"], row["concern"]) for row in rows] == [
        (1, "8232/VP-KGVX", "", "class"),
        (2, "33-KH/TU", "III.3", "class"),
        (3, "33-KH/TU", "IV.3.1", "handed_on"),
        (4, "33-KH/TU", "IV.3.1", "handed_on"),
        (5, "33-KH/TU", "IV.3.1", "handed_on"),
    ]
    assert [row["handed_on_by"] for row in rows] == [[], [], *[[letter.duties[1].id]] * 3]
    own = [duty.id for duty in plan.duties if duty.path == "IV.3.1"]
    assert [row["duty"]["id"] for row in rows] == [letter.duties[0].id, plan.duties[0].id, *own]
    assert [row["for"][0]["name"] for row in rows] == ["Sở Y tế"] * 5
    assert {row["status"] for row in rows} == {"chưa hoàn thành (không hạn)"}


def test_rows_of_an_organ_that_the_letter_does_not_name(dossier: Dossier, plan: Document) -> None:
    own = [duty.id for duty in plan.duties if names([duty]) == ["Ban Tuyên giáo Tỉnh ủy"]]
    rows = track(dossier, organ="Ban Tuyên giáo Tỉnh ủy")
    assert len(own) == 5
    assert [row.duty.id for row in rows if row.concern == "direct" and row.for_ == row.duty.assignees] == own
    assert [row for row in rows if row.concern == "handed_on"] == []


def reread(dossier: Dossier, settings: dict[str, str], folder: Path) -> Document:
    """The draft of Sở Y tế's plan, parsed again."""
    path = folder / "ke-hoach.docx"
    path.write_bytes(draft("ke-hoach-trien-khai", dossier, "Sở Y tế", settings))
    (document,) = parse(path).documents
    return document


def check_content(drafted: Document, plan: Document) -> None:
    """Heading, citations and duties as in the documents that the draft was made from."""
    assert drafted.document_type is not None
    assert drafted.issuer is not None
    assert (drafted.document_type.name, drafted.system) == ("Kế hoạch", "state")
    assert (drafted.issuer.name, drafted.issuer.parent) == ("SỞ Y TẾ", "UBND TỈNH KIÊN GIANG")
    assert (drafted.subject or "").startswith("Triển khai thực hiện Kế hoạch số 33-KH/TU")
    assert (drafted.subject or "").endswith(plan.subject or "?")
    assert {r.code.text: r.relation for r in drafted.references if r.code} == {
        "33-KH/TU": "basis",
        "8232/VP-KGVX": "basis",
    }
    assert {r.code.text: r.date for r in drafted.references if r.code} == {
        "33-KH/TU": "2021-10-12",
        "8232/VP-KGVX": "2021-10-19",
    }
    own = [duty for duty in plan.duties if duty.path == "IV.3.1"]
    tasks = [node for node in every_node(drafted) if re.fullmatch(r"II\.\d+", node.path)]
    assert [words(task.text)[: len(words(duty.action))] for task, duty in zip(tasks, own, strict=True)] == [
        words(duty.action) for duty in own
    ]
    for duty, given in zip(drafted.duties, own, strict=True):
        assert words(duty.action)[: len(words(given.action))] == words(given.action)
    assert [names([duty]) for duty in drafted.duties] == [["Sở Y tế"]] * 3
    assert [[p.name for p in duty.coordinators] for duty in drafted.duties] == [
        [p.name for p in duty.coordinators] for duty in own
    ]


def test_filled_draft_gives_its_fields_again(dossier: Dossier, plan: Document, tmp_path: Path) -> None:
    settings = {
        "number": "105",
        "notation": "SYT",
        "date": "2021-10-25",
        "position": "Phó Giám đốc",
        "competence": "KT.",
        "signer": "Nguyễn Thị Thử",
    }
    drafted = reread(dossier, settings, tmp_path)
    assert drafted.code is not None
    assert drafted.promulgation is not None
    assert (drafted.code.number, drafted.code.notation, drafted.code.text) == ("105", "KH-SYT", "105/KH-SYT")
    assert (drafted.promulgation.place, drafted.promulgation.date) == ("Kiên Giang", "2021-10-25")
    check_content(drafted, plan)


def test_open_draft_gives_its_fields_again(dossier: Dossier, plan: Document, tmp_path: Path) -> None:
    drafted = reread(dossier, {}, tmp_path)
    assert drafted.code is None or drafted.code.number is None
    assert drafted.promulgation is None or drafted.promulgation.date is None
    assert [signer.full_name for signer in drafted.signers if signer.full_name] == []
    check_content(drafted, plan)
