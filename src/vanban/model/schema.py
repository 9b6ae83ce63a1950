"""The JSON Schemas (Draft 2020-12) of what the commands print and of a site's directory, made from the model.

`python -m vanban.model.schema schemas/` writes them; a test says when those in `schemas/` are stale.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from vanban.model.directory import DirectoryFile
from vanban.model.dossier import SCHEMA_VERSION, Dossier, Finding, ParsedFile, TrackingRow
from vanban.model.form import FormReport
from vanban.model.judgement import Judgement

DRAFT = "https://json-schema.org/draft/2020-12/schema"
BASE = "https://vanban.invalid/schemas/"
"""Identifiers, not addresses: schemas are found by name, nothing is fetched."""


def document_schema() -> dict[str, Any]:
    """What `vanban parse --format json` prints for one file."""
    return _describe(ParsedFile, "document", "A file and the documents in it")


def dossier_schema() -> dict[str, Any]:
    """Documents of several files that were linked with one another, as `Dossier`."""
    return _describe(Dossier, "dossier", "Documents linked with one another")


def tracking_schema() -> dict[str, Any]:
    """What `vanban track --format json` prints."""
    return _describe(list[TrackingRow], "tracking", "The tracking list of a dossier")


def findings_schema() -> dict[str, Any]:
    """What `vanban crosscheck --format json` prints."""
    return _describe(list[Finding], "findings", "What does not agree in a dossier")


def form_schema() -> dict[str, Any]:
    """What `vanban check --format json` prints."""
    return _describe(list[FormReport], "form", "What is found in the form of papers, file by file")


def directory_schema() -> dict[str, Any]:
    """What a site's directory of organs holds, for `--directory`; keys with a default may be left out."""
    return _describe(DirectoryFile, "directory", "A site's directory of organs", complete=False)


def judgement_schema() -> dict[str, Any]:
    """A line of the file of judgements; keys with a default may be left out."""
    return _describe(Judgement, "judgement", "What a person decided about a dossier", complete=False)


def write_schemas(folder: Path) -> None:
    """Write each schema as `<name>.schema.json` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in (
        ("document", document_schema()),
        ("dossier", dossier_schema()),
        ("findings", findings_schema()),
        ("form", form_schema()),
        ("tracking", tracking_schema()),
        ("directory", directory_schema()),
        ("judgement", judgement_schema()),
    ):
        (folder / f"{name}.schema.json").write_text(render_schema(schema), encoding="utf-8")


def render_schema(schema: dict[str, Any]) -> str:
    """The text of a schema's file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _describe(kind: Any, name: str, title: str, *, complete: bool = True) -> dict[str, Any]:
    (shape,), components = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    for component in components.values():
        if complete and "properties" in component:
            component["required"] = list(component["properties"])  # printed JSON holds every key
    head = {"$schema": DRAFT, "$id": f"{BASE}{name}-{SCHEMA_VERSION}.json", "title": title}
    return {**head, **shape, "$defs": components}


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1] if len(sys.argv) > 1 else "schemas"))
