"""The sentence that proves an edge: the stretch of the document around a span, made readable."""

from __future__ import annotations

import re

from vanban.model.document import Document
from vanban.model.text import Span
from vanban.notation.passage import clean

_BREAK = re.compile(r"[.;!?]\s+(?=[A-ZÀ-ỸĐ\-–•+(])|\n\s*\n|\n(?=\s*[-–•+*]\s)")
_REACH = 600
"""How far a sentence may run on either side; lists without punctuation must not become one sentence."""


def prove_by_sentence(document: Document, span: Span | None) -> tuple[Span | None, str]:
    """The place and the words of the sentence in which `span` stands; (None, "") where the place is unknown."""
    if span is None:
        return None, ""
    text = document.text
    left, right = max(0, span[0] - _REACH), min(len(text), span[1] + _REACH)
    start, end = left, right
    for found in _BREAK.finditer(text, left, right):
        if found.end() <= span[0]:
            start = found.end()
        elif found.start() >= span[1]:
            end = found.start() + (1 if text[found.start()] in ".;!?" else 0)
            break
    return prove_by_words(document, (start, end))


def prove_by_words(document: Document, span: Span | None) -> tuple[Span | None, str]:
    """The place and the words at `span` themselves, wrapped lines joined."""
    if span is None:
        return None, ""
    passage = clean(document.text, span, document.outside)
    return (passage.span(), passage.text) if passage else (span, "")
