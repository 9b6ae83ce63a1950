"""Values with the places where they were read."""

from __future__ import annotations

from typing import Any

import msgspec

from vanban.model.document import Evidence
from vanban.model.outline import Outline
from vanban.model.text import Box, Span


class Evident(msgspec.Struct, frozen=True):
    """A value and the spans of its parts: "" is the value itself, else the name of a part ("date")."""

    value: Any
    spans: dict[str, Span] = {}
    confidence: float = 0.99


NOTHING = Evident(None)


def collect_evidence(outline: Outline, **values: Evident) -> dict[str, Evidence]:
    """The map from the path of a value ("subject", "promulgation.date") to where it stands."""
    found: dict[str, Evidence] = {}
    for name, evident in values.items():
        for part, span in evident.spans.items():
            page, box = locate(outline, span)
            found[f"{name}.{part}" if part else name] = Evidence(span, page, box, evident.confidence)
    return found


def locate(outline: Outline, span: Span) -> tuple[int | None, Box | None]:
    """The page that a span begins on and the box around its lines there."""
    lines = [line for line in outline.lines if line.start < span[1] and line.end > span[0] and line.box is not None]
    if not lines:
        return None, None
    page = lines[0].page
    boxes = [line.box for line in lines if line.page == page and line.box is not None]
    return page, (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
