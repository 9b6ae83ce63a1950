"""Nothing in a draft without its source: kinds put papers together from words of documents, duties and settings, and
from wording that stands in their own code; a trace says which is which.
"""

from __future__ import annotations

import ast
import datetime as dt
import json
from pathlib import Path

import msgspec
import pytest
from test_draft_dossier import make_dossier, make_letter

import vanban.write.drafts.kinds as kinds_module
from vanban.model.dossier import Dossier
from vanban.pipeline import parse
from vanban.write.drafts import KINDS, compose, list_gaps, write_trace
from vanban.write.drafts.paper import list_parts
from vanban.write.drafts.placeholder import find_placeholders

FOLDER = Path(kinds_module.__file__).parent
# Wording that all kinds share stands beside them.
FILES = [*sorted(FOLDER.glob("*.py")), FOLDER.parent / "frame.py"]
DAY = dt.date(2020, 7, 1)


def calls(name: str) -> list[ast.Call]:
    return [
        node
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    ]


def literals(node: ast.expr) -> list[str]:
    """The constants that an expression may be; an f-string is none."""
    if isinstance(node, ast.IfExp):
        return literals(node.body) + literals(node.orelse)
    assert isinstance(node, ast.Constant) and isinstance(node.value, str), ast.unparse(node)
    return [node.value]


def wordings() -> set[str]:
    found = {
        text for call in calls("say") if not isinstance(call.args[0], ast.JoinedStr) for text in literals(call.args[0])
    }
    titles = [word.value for call in calls("make_paper") for word in call.keywords if word.arg == "title"]
    return found | {text for title in titles for text in literals(title)}


def test_kinds_say_nothing_but_words_and_literal_wording() -> None:
    for path in FOLDER.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = [
            node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        ]
        assert "Words" not in names, path
    assert len(wordings()) > 30


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_what_has_no_source_is_wording_or_open(kind: str) -> None:
    paper = compose(kind, make_dossier(), "Sở Nội vụ" if "giao" in kind or "doc" in kind else "Sở Y tế", {}, day=DAY)
    known = wordings()
    for part, words in list_parts(paper):
        if words and not words.sources and not find_placeholders(words.text):
            assert words.text in known, (part, words.text)


def test_trace_names_document_duty_and_sentence() -> None:
    text = "\n".join(
        (
            "UBND TỈNH BÌNH SƠN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Số: 12/UBND-VX                    Độc lập - Tự do - Hạnh phúc",
            "                                  Bình Sơn, ngày 02 tháng 3 năm 2026",
            "V/v trồng cây phân tán",
            "Kính gửi: Sở Y tế.",
            "Giao Sở Y tế rà soát các điểm cấp nước trước ngày 30/6/2026.",
        )
    )
    document = parse("a.txt", text.encode()).documents[0]
    paper = compose("ke-hoach-trien-khai", Dossier([document], []), "Sở Y tế", {"number": "3"})
    trace = json.loads(write_trace(paper, "ke-hoach-trien-khai"))
    task = next(each for each in trace["paragraphs"] if each["text"].startswith("Rà soát các điểm"))
    duty = next(source for source in task["sources"] if source["kind"] == "duty")
    assert (duty["document"], duty["key"]) == ("12/UBND-VX", document.duties[0].id)
    start, end = duty["span"]
    assert document.text[start:end] == duty["text"] == "Giao Sở Y tế rà soát các điểm cấp nước trước ngày 30/6/2026."
    number = next(each for each in trace["paragraphs"] if each["part"] == "number")
    assert number["text"] == "Số: 03/KH-[CẦN BỔ SUNG: ký hiệu cơ quan]"
    assert number["open"] == ["ký hiệu cơ quan"]
    assert [(source["kind"], source["key"], source["text"]) for source in number["sources"]] == [
        ("setting", "number", "3")
    ]


def test_gaps_name_the_key_that_fills_them_or_the_document_that_is_blank() -> None:
    blank = msgspec.structs.replace(make_letter(), subject=None, code=None)
    paper = compose("cong-van-trien-khai", Dossier([blank], []), "Sở Y tế", {})
    gaps = dict(list_gaps(paper))
    assert gaps["họ và tên người ký"] == "signer"
    assert gaps["phòng, đơn vị trực thuộc thực hiện"] == "to"
    assert gaps["trích yếu"] is None and gaps["số, ký hiệu"] is None


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_gap_can_be_filled(kind: str) -> None:
    organ = "Sở Nội vụ" if "giao" in kind or "doc" in kind else "Sở Y tế"
    settings: dict[str, str] = {}
    for _ in range(3):  # one value may open another place: a post that a mark of competence asks for
        gaps = list_gaps(compose(kind, make_dossier(), organ, settings, day=DAY))
        settings |= {key: "2020-07-02" if key == "date" else "Sở Y tế" for _, key in gaps if key}
    assert gaps == []


def test_each_kind_is_shown_in_docs() -> None:
    docs = Path(__file__).parents[2] / "docs"
    page = (docs / "drafts.md").read_text(encoding="utf-8")
    for kind in KINDS:
        assert f"| `{kind.name}` |" in page and f"(drafts/{kind.name}.png)" in page
        assert (docs / "drafts" / f"{kind.name}.png").stat().st_size < 100_000
