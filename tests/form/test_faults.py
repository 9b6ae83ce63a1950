"""Each rule finds the fault that is planted for it into a right paper, and nothing else is found."""

from __future__ import annotations

import pytest

from form.faults import FAULTS
from form.papers import PAPERS, make_paper, plant
from vanban.form import RULES
from vanban.pipeline import check

RIGHT = {name: make_paper(name) for name in PAPERS}


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_is_found_in_a_right_paper(name: str) -> None:
    report = check(f"{name}.docx", RIGHT[name])
    assert [(finding.code, finding.text) for finding in report.findings] == []
    assert report.left_out == []


@pytest.mark.parametrize("code", FAULTS)
def test_fault_is_found_alone(code: str) -> None:
    name, fault = FAULTS[code]
    report = check(f"{name}.docx", plant(RIGHT[name], fault))
    assert [finding.code for finding in report.findings] == [code], [
        (finding.code, finding.message, finding.text) for finding in report.findings
    ]


def test_number_of_a_normative_document_has_its_year() -> None:
    report = check("decision.docx", RIGHT["decision"], form="normative")
    assert [(finding.code, finding.text) for finding in report.findings] == [("VB413", "118/QĐ-UBND")]


def test_every_rule_has_its_fault() -> None:
    assert {rule.code for rule in RULES} == {*FAULTS, "VB413"}
    assert len(RULES) == len({rule.code for rule in RULES})
