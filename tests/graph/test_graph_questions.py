"""Who ultimately has to act, and what waits for whom."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vanban.cli.main import run
from vanban.graph import build_graph, find_acts, find_waits
from vanban.model.document import Code, Deadline, Document, Duty, Party, Reference
from vanban.model.dossier import Dossier

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def duty(name: str, organ: str, *inherits: str, day: str | None = None, **more: object) -> Duty:
    until = Deadline(day, day) if day else None
    return Duty(name, f"việc {name}", "làm", [Party(organ)], inherits=list(inherits), deadline=until, **more)  # type: ignore[arg-type]


def paper(code: str, *duties: Duty, references: list[Reference] | None = None) -> Document:
    return Document(
        id=code,
        text="",
        code=Code("1", code, code),
        duties=list(duties),
        references=references or [],
        source=f"{code}.txt",
    )


def test_last_one_of_a_chain_acts() -> None:
    papers = [
        paper("A", duty("a", "Sở A", day="2026-03-20"), duty("a2", "Sở B")),
        paper("B", duty("b", "Chi cục C", "a", day="2026-03-27")),
        paper("C", duty("c", "Hạt D", "b")),
    ]
    acts = find_acts(build_graph(Dossier(papers, [])))
    assert [(act.organs, act.action, act.duties, act.deadline) for act in acts] == [
        (["Hạt D"], "việc a", ["a", "b", "c"], "2026-03-20"),
        (["Sở B"], "việc a2", ["a2"], None),
    ]
    assert acts[0].documents == ["Văn bản A", "Văn bản B", "Văn bản C"]


def test_duty_that_two_hand_on_has_two_ends() -> None:
    papers = [paper("A", duty("a", "Sở A")), paper("B", duty("b", "Phòng B", "a"), duty("c", "Phòng C", "a"))]
    acts = find_acts(build_graph(Dossier(papers, [])))
    assert [act.organs for act in acts] == [["Phòng B"], ["Phòng C"]]


def test_duties_in_a_circle_and_in_a_tangle_end() -> None:
    circle = [paper("A", duty("a", "Sở A", "b")), paper("B", duty("b", "Sở B", "a"), duty("c", "Sở C", "a"))]
    assert find_acts(build_graph(Dossier(circle, []))) == []
    layers = [
        paper(f"{n}", *(duty(f"{n}{k}", f"Sở {k}", *([f"{n - 1}0", f"{n - 1}1"] if n else [])) for k in (0, 1)))
        for n in range(40)
    ]
    assert len(find_acts(build_graph(Dossier(layers, [])))) <= 2_000


def test_reports_and_missing_documents_are_waited_for() -> None:
    cited = Reference("Kế hoạch số 9/KH-TU", "Kế hoạch", Code("9", "KH-TU", "9/KH-TU"), issuer="Tỉnh ủy", span=(0, 0))
    report = duty("a", "Sở A", day="2026-03-20", report_to=[Party("UBND tỉnh")])
    waits = find_waits(build_graph(Dossier([paper("A", report, references=[cited])], [])))
    assert [(wait.kind, wait.who, wait.awaited, wait.what, wait.deadline) for wait in waits] == [
        ("report", ["UBND tỉnh"], ["Sở A"], "việc a", "2026-03-20"),
        ("document", ["Văn bản A"], ["Tỉnh ủy"], "Kế hoạch 9/KH-TU", None),
    ]


def test_command_asks_and_tells(capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(SAMPLES / "ho-so-chay-rung")
    assert run(["graph", folder, "--ask", "acts"]) == 0
    assert "   [Kế hoạch 112/KH-UBND → Kế hoạch 340/KH-SNNMT → Công văn 77/CCKL-BVR]\n" in capsys.readouterr().out
    assert run(["graph", folder, "--ask", "waits", "--format", "json"]) == 0
    assert [wait["kind"] for wait in json.loads(capsys.readouterr().out)] == ["report"]
    assert run(["graph", folder, "--ask", "waits", "--to", "Sở Y tế"]) == 2
    assert "hãy bỏ bớt tùy chọn" in capsys.readouterr().err
    assert run(["graph", folder, "--ask", "acts", "--format", "svg"]) == 2
