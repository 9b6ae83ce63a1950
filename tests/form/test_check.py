"""`vanban check` on whole files: samples and drafts are right, other formats say what was left out, secrets stay."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest

import vanban
from form.faults import text
from form.papers import LETTER, make_paper, plant, say
from making import YOUTH_MOTTO, Sheet, blocks, render_docx, render_text
from vanban.errors import SecretError, UnreadableError, UsageError
from vanban.form import RULES
from vanban.model.dossier import Dossier
from vanban.pipeline import assemble, check, mend, parse
from vanban.write.drafts import KINDS, draft

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.docx"))
OPEN = {"VB951", "VB954", "VB955", "VB956"}
"""What a draft leaves open, and that it says so."""


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_are_right(path: Path) -> None:
    found = {finding.code for finding in check(path).findings}
    assert found <= (OPEN if "du-thao" in path.stem else set())


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return assemble([document for path in SAMPLES[:2] for document in parse(path).documents])


@pytest.mark.parametrize("organ", ["Sở Y tế", "Văn phòng Tỉnh ủy"])
@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_drafts_hold_nothing_but_open_places(kind: str, organ: str, dossier: Dossier) -> None:
    report = check("nhap.docx", draft(kind, dossier, organ, {}, day=dt.date(2026, 11, 1)))
    assert {finding.code for finding in report.findings} == {"VB951"}
    assert report.left_out == []


def test_text_alone_is_checked_where_a_file_has_no_layout() -> None:
    data = render_text([LETTER]).replace("ngày 05 tháng 02", "ngày 5 tháng 02").encode()
    report = check("a.txt", data)
    assert [(finding.code, finding.text) for finding in report.findings] == [
        ("VB502", "Bình Sơn, ngày 5 tháng 02 năm 2026")
    ]
    assert report.left_out == [rule.code for rule in RULES if rule.layout and "state" in rule.articles]
    assert not report.findings[0].fixable


def test_finding_says_where_it_is() -> None:
    data = plant(make_paper("letter"), text("Số: 15", "Số: 5/SNV-VP"))
    (finding,) = check("a.docx", data).findings
    assert (finding.code, finding.severity, finding.text) == ("VB406", "error", "5/SNV-VP")
    assert finding.article == "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.3.c"
    assert finding.paragraph is not None
    assert finding.fixable


def test_codes_are_chosen_by_their_beginning() -> None:
    data = plant(make_paper("letter"), text("Số: 15", "Số: 5 /SNV-VP"))
    assert [one.code for one in check("a.docx", data).findings] == ["VB404", "VB406"]
    assert [one.code for one in check("a.docx", data, select=["vb406"]).findings] == ["VB406"]
    assert check("a.docx", data, select=["VB4"], ignore=["VB404", "VB406"]).findings == []
    with pytest.raises(UsageError, match="XX9"):
        check("a.docx", data, select=["XX9"])


def test_form_is_that_of_the_paper_unless_it_is_named() -> None:
    data = make_paper("party")
    assert [one.form for one in check("a.docx", data).documents] == ["party"]
    as_state = {one.code for one in check("a.docx", data, form="state").findings}
    assert {"VB801", "VB402"} <= as_state


def test_youth_union_is_asked_only_for_what_all_rules_ask() -> None:
    sheet = Sheet(
        issuer="TỈNH ĐOÀN BÌNH SƠN",
        issuer_mark="***",
        system="union",
        motto=YOUTH_MOTTO,
        number="Số: 5-CV/TĐTN",
        place_date="Bình Sơn, ngày 05 tháng 02 năm 2026",
        subject="V/v tổ chức tháng thanh niên",
        addressees=("Các huyện đoàn, thành đoàn,", "Đoàn khối các cơ quan."),
        body=blocks("Ban Thường vụ Tỉnh Đoàn đề nghị các đơn vị tổ chức tháng thanh niên trong tháng 3."),
        recipients=("Như trên,", "Lưu VP."),
        signature=("TM. BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
        signer="Bế Thị Xuân Mai",
    )
    data = render_docx([sheet])
    assert [finding.code for finding in check("a.docx", data).findings] == ["VB406"]
    assert {"VB410", "VB629"} <= {finding.code for finding in check("a.docx", data, form="state").findings}


def test_dots_to_write_on_are_left() -> None:
    data = plant(make_paper("decision"), text("- Như Điều", "- Như Điều ......,"))
    content, report = mend("a.docx", data)
    assert [(finding.code, finding.fixable) for finding in report.findings] == [("VB625", False)]
    assert content == data


def test_what_is_issued_under_a_paper_follows_its_rules() -> None:
    data = plant(make_paper("decision"), text("Số: 118", "Số: 118/2026/QĐ-UBND"))
    report = check("a.docx", data)
    assert [one.form for one in report.documents] == ["normative", "normative"]
    assert report.findings == []


def test_secret_paper_is_refused_without_its_text() -> None:
    data = plant(make_paper("letter"), say("Số: 15/SNV-VP", "MẬT"))
    with pytest.raises(SecretError) as caught:
        check("a.docx", data)
    assert "Sở Nội vụ" not in str(caught.value)
    assert check("a.docx", data, allow_secret=True).findings


def test_broken_file_is_refused() -> None:
    with pytest.raises(UnreadableError):
        check("a.docx", b"PK\x03\x04 broken")


def test_library_names() -> None:
    assert vanban.check is check
    assert vanban.check(SAMPLES[0]).findings == []


def test_pages_of_the_rules_are_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    sys.modules.pop("make_rules", None)
    from make_rules import make_pages

    pages = make_pages()
    assert {path.name for path in (ROOT / "docs" / "rules").iterdir()} == set(pages), "run `make rules`"
    stale = [name for name, page in pages.items() if (ROOT / "docs" / "rules" / name).read_text("utf-8") != page]
    assert stale == [], "run `make rules`"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_says_what_it_asks(rule: object) -> None:
    said = rule.check.__doc__ or ""  # type: ignore[attr-defined]
    assert said.splitlines()[0].endswith(".")
    assert "Đúng: " in said and "Sai: " in said


def test_readme_counts_the_rules() -> None:
    assert f"{len(RULES)} rules with code" in (ROOT / "README.md").read_text("utf-8")
