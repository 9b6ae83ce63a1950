"""The schemas in `schemas/` are those of the model, and what the commands print fits them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from vanban.cli.main import run
from vanban.model.schema import (
    directory_schema,
    document_schema,
    dossier_schema,
    findings_schema,
    form_schema,
    judgement_schema,
    render_schema,
    tracking_schema,
    write_schemas,
)

ROOT = Path(__file__).resolve().parents[1]
MADE = {
    "document": document_schema(),
    "dossier": dossier_schema(),
    "findings": findings_schema(),
    "form": form_schema(),
    "tracking": tracking_schema(),
    "directory": directory_schema(),
    "judgement": judgement_schema(),
}
FILES = sorted(str(path) for path in (ROOT / "samples").iterdir() if path.suffix in (".txt", ".docx", ".pdf"))
Capture = pytest.CaptureFixture[str]


def printed(capsys: Capture, *arguments: str) -> str:
    assert run(list(arguments)) == 0
    return capsys.readouterr().out


def validate(name: str, value: Any) -> None:
    jsonschema.Draft202012Validator(json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text())).validate(value)


@pytest.mark.parametrize("name", sorted(MADE))
def test_schema_is_fresh(name: str) -> None:
    kept = (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert kept == render_schema(MADE[name]), "run `make schemas`"


@pytest.mark.parametrize("name", sorted(MADE))
def test_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(MADE[name])
    assert MADE[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_command_writes_what_is_kept(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in (ROOT / "schemas").iterdir()}


def test_parse_prints_what_the_schema_says(capsys: Capture) -> None:
    lines = printed(capsys, "parse", *FILES, "--format", "jsonl").splitlines()
    assert len(lines) == len(FILES)
    for line in lines:
        validate("document", json.loads(line))
    one, several = (
        json.loads(printed(capsys, "parse", *files, "--format", "json")) for files in (FILES[:1], FILES[:2])
    )
    validate("document", one)
    assert several[0] == one


def test_parse_prints_the_keys_of_the_contract(capsys: Capture) -> None:
    parsed = json.loads(printed(capsys, "parse", FILES[0], "--format", "json"))
    assert set(parsed) >= {"schema_version", "source", "documents"}
    assert set(parsed["source"]) >= {"path", "sha256", "media_type", "pages", "reader"}
    keys = [
        "text",
        "document_type",
        "system",
        "code",
        "promulgation",
        "issuer",
        "subject",
        "priority",
        "secrecy",
        "addressees",
        "to_places",
        "archive",
        "signers",
        "references",
        "body",
        "duties",
        "evidence",
        "problems",
    ]
    duty = [
        "id",
        "action",
        "text",
        "assignees",
        "coordinators",
        "instructed_by",
        "report_to",
        "via",
        "deadline",
        "deliverable",
        "condition",
        "path",
        "references",
        "inherits",
        "confidence",
    ]
    for document in parsed["documents"]:
        assert set(document) >= set(keys)
        assert all(set(given) >= set(duty) for given in document["duties"])


def test_track_prints_what_the_schema_says(capsys: Capture) -> None:
    rows = json.loads(printed(capsys, "track", *FILES, "--format", "json", "--as-of", "2025-11-01"))
    assert len(rows) > 50
    validate("tracking", rows)
    assert set(rows[0]) >= {"stt", "duty", "document", "for", "concern", "status", "missing"}


def test_crosscheck_prints_what_the_schema_says(capsys: Capture) -> None:
    findings = json.loads(printed(capsys, "crosscheck", str(ROOT / "samples" / "ho-so-chay-rung"), "--format", "json"))
    assert findings
    validate("findings", findings)


def test_schema_refuses_what_is_not_printed(capsys: Capture) -> None:
    parsed = json.loads(printed(capsys, "parse", FILES[0], "--format", "json"))
    del parsed["documents"][0]["duties"]
    with pytest.raises(jsonschema.ValidationError, match="'duties' is a required property"):
        validate("document", parsed)
