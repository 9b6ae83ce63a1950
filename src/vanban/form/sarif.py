"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show; lines are those of the text as read."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from vanban.form import RULES
from vanban.model.form import FormFinding, FormReport

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def make_sarif(reports: Sequence[FormReport]) -> dict[str, Any]:
    """One run with all rules and a result for each finding."""
    places = {rule.code: place for place, rule in enumerate(RULES)}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "vanban check",
                        "rules": [
                            {
                                "id": rule.code,
                                "shortDescription": {"text": rule.title},
                                "fullDescription": {"text": inspect.getdoc(rule.check) or rule.title},
                                "help": {"text": "; ".join(dict.fromkeys(rule.articles.values()))},
                                "defaultConfiguration": {"level": _LEVELS[rule.severity]},
                            }
                            for rule in RULES
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    _make_result(report, finding, places[finding.code])
                    for report in reports
                    for finding in report.findings
                ],
            }
        ],
    }


def _make_result(report: FormReport, finding: FormFinding, place: int) -> dict[str, Any]:
    path = Path(report.path)
    region: dict[str, Any] = {}
    if finding.span is not None:
        start, end = finding.span
        region = {"charOffset": start, "charLength": end - start, "snippet": {"text": finding.text}}
    location: dict[str, Any] = {
        "artifactLocation": {"uri": path.as_uri() if path.is_absolute() else quote(path.as_posix())}
    }
    if region:
        location["region"] = region
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": place,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} ({finding.article})"},
        "locations": [{"physicalLocation": location}],
        "properties": {
            key: value
            for key, value in (
                ("document", finding.document),
                ("page", finding.page),
                ("paragraph", finding.paragraph),
                ("fixable", finding.fixable),
            )
            if value is not None
        },
    }
    return result
