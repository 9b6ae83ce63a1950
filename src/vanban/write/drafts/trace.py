"""Where each paragraph of a draft comes from, *nguồn của từng đoạn*: the document, the field or duty, its sentence."""

from __future__ import annotations

from typing import Any

import msgspec

from vanban.write.drafts.paper import Paper, list_parts
from vanban.write.drafts.placeholder import list_open
from vanban.write.drafts.settings import find_key


def trace_paper(paper: Paper, kind: str) -> dict[str, Any]:
    """A trace as plain data: each paragraph with its part, its text, the places that it leaves open, its sources.

    A paragraph without a source and without an open place is the wording of the form and asserts nothing.
    """
    return {
        "kind": kind,
        "system": paper.system,
        "paragraphs": [
            {
                "part": part,
                "text": words.text,
                "open": list_open(words.text),
                "sources": [msgspec.to_builtins(source) for source in words.sources],
            }
            for part, words in list_parts(paper)
            if words
        ],
    }


def write_trace(paper: Paper, kind: str) -> bytes:
    """The trace as JSON."""
    return msgspec.json.format(msgspec.json.encode(trace_paper(paper, kind)), indent=2) + b"\n"


def list_gaps(paper: Paper) -> list[tuple[str, str | None]]:
    """What the paper leaves open, each once in reading order, with the key that fills it; None where a document of
    the dossier leaves it blank."""
    gaps = dict.fromkeys(what for _, words in list_parts(paper) for what in list_open(words.text))
    return [(what, find_key(what)) for what in gaps]
