"""What was read off a picture: how far each value is to be believed, and numbers that a hand has written.

The shares are those measured on scans (docs/accuracy.md): OCR's own confidence tells a wrong value from a right one
only for figures, so the kind of value decides.
"""

from __future__ import annotations

import re

import msgspec

from vanban.extract.evidence import Evident
from vanban.model.document import Code, Promulgation
from vanban.model.outline import Outline
from vanban.model.text import Span

_BELIEF = {
    "document_type": 0.95,
    "code": 0.9,
    "promulgation": 0.85,
    "issuer": 0.9,
    "subject": 0.85,
    "priority": 0.85,
    "secrecy": 0.85,
}
_SURE_FIGURES = 0.8  # OCR's confidence from which on the figures of a number are taken for printed

_DOUBTED_DAY = 0.4  # below it two readings of the day or month disagree


def doubt_scanned(outline: Outline, name: str, value: Evident) -> Evident:
    """The value with the belief that its kind deserves on a scan; unchanged where the text is no OCR."""
    if _confidence(outline, value.spans) is None:
        return value
    return msgspec.structs.replace(value, confidence=min(value.confidence, _BELIEF[name]))


def doubt_number(outline: Outline, code: Evident) -> Evident:
    """The code without a number that OCR was not sure of: a number by hand gives figures that nobody wrote."""
    sure = _confidence(outline, code.spans)
    if sure is None or code.value is None or code.value.number is None:
        return code
    if sure >= _SURE_FIGURES and re.fullmatch(r"\d{1,5}[A-Ca-c]?", code.value.number):
        return code
    spans = {part: span for part, span in code.spans.items() if part != "number"}
    return Evident(Code(None, code.value.notation, code.value.text.removeprefix(code.value.number)), spans)


def doubt_date(outline: Outline, promulgation: Evident) -> Evident:
    """The place without a date that OCR saw one way and the net for hand-written figures another."""
    found: Promulgation | None = promulgation.value
    if found is None or found.date is None or "date" not in promulgation.spans:
        return promulgation
    sure = _confidence(outline, {"": promulgation.spans["date"]})
    if sure is None or sure >= _DOUBTED_DAY:
        return promulgation
    spans = {part: span for part, span in promulgation.spans.items() if part != "date"}
    return Evident(Promulgation(found.place, None), spans, promulgation.confidence)


def is_scanned(outline: Outline, span: Span) -> bool:
    """Whether what stands at `span` was read off a picture."""
    return _confidence(outline, {"": span}) is not None


def _confidence(outline: Outline, spans: dict[str, Span]) -> float | None:
    """The least of OCR's confidence in the lines of a value; None where it is no OCR."""
    found = [
        line.confidence
        for line in outline.lines
        if line.confidence is not None
        for start, end in spans.values()
        if line.start < end and line.end > start
    ]
    return min(found) if found else None
