"""What was read off a picture: how far each value is to be believed, and numbers that a hand has written.

The shares are those measured on scans (docs/accuracy.md): OCR's own confidence tells a wrong value from a right one
only for figures, so the kind of value decides.
"""

from __future__ import annotations

import re
import unicodedata

import msgspec

from vanban.extract.evidence import Evident
from vanban.lexicon.document_types import kind_by_abbreviation
from vanban.model.document import Code, DocumentType, Promulgation
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

# What no Vietnamese name is written with: figures, signs, other marks than tones, hats and horns.
_FOREIGN = re.compile(r"[^\w\s'.\u0300-\u0303\u0306\u0309\u031b\u0323-]|\d")
_FIRST = re.compile(r"(?P<year>(?:19|20)\d\d/)?(?P<type>[A-ZĐ][A-ZĐa-z]*)(?=-)")

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


def is_written(name: str) -> bool:
    """Whether a place's name has but Vietnamese letters and begins with a capital.

    >>> is_written("Bà Rịa - Vũng Tàu"), is_written("Quảng Äjgãi"), is_written("bình thuận")
    (True, False, False)
    """
    marks = unicodedata.normalize("NFD", name)
    return name[:1].isupper() and _FOREIGN.search(marks) is None


def match_symbol(outline: Outline, code: Evident, document_type: Evident) -> Evident:
    """The code whose symbol begins as the title's type does: "GT-UBND" under "CHỈ THỊ" is "CT-UBND".

    Only where a letter at most was misread or lost, and what was read is no type's abbreviation by itself.
    """
    known: DocumentType | None = document_type.value
    value: Code | None = code.value
    if known is None or not known.abbreviation or value is None or value.notation is None or not document_type.spans:
        return code
    found = _FIRST.match(value.notation)
    if found is None or _confidence(outline, code.spans) is None:
        return code
    read, right = found["type"], known.abbreviation
    if read == right or read in kind_by_abbreviation("state") or not is_near(read, right):
        return code
    notation = f"{found['year'] or ''}{right}{value.notation[found.end() :]}"
    text = f"{value.text.removesuffix(value.notation)}{notation}"
    return msgspec.structs.replace(code, value=Code(value.number, notation, text))


def is_near(left: str, right: str) -> bool:
    """Whether one letter at most was misread, lost or added between two symbols.

    >>> is_near("BC-HHDN-K5", "BC-HHDN-KS5"), is_near("GT", "CT"), is_near("TCKH", "KHTC")
    (True, True, False)
    """
    if len(left) > len(right):
        left, right = right, left
    same = next((place for place, letter in enumerate(left) if letter != right[place]), len(left))
    return left[same + (len(left) == len(right)) :] == right[same + 1 :]


def read_surely(outline: Outline, span: Span) -> float | None:
    """How sure OCR was of the lines at `span`; None where it is no OCR."""
    return _confidence(outline, {"": span})


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
