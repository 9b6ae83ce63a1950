"""The sentences that prove a finding: a duty's own, or the one around a place of the text."""

from __future__ import annotations

import hashlib
import re

import msgspec

from vanban.model.document import Document, Duty
from vanban.model.dossier import Finding, Place
from vanban.model.text import Span
from vanban.notation.folding import match_key
from vanban.notation.passage import clean

_BREAK = re.compile(r"[.;!?]\s+(?=[A-ZÀ-ỸĐ\-–•+(])|\n\s*\n|\n(?=\s*[-–•+*]\s)")
_REACH = 600
"""How far a sentence may run on either side; lists without punctuation must not become one sentence."""


def name_document(document: Document) -> str:
    """How a document is named in a finding: type and code, else what it is about."""
    kind = document.document_type.name if document.document_type else "Văn bản"
    if document.code is not None and document.code.number is not None:
        return f"{kind} {document.code.text}"
    return " ".join(f"{kind} {document.subject or '(không số)'}".split())[:90]


def prove_duty(document: Document, duty: Duty) -> Place:
    """The sentence of a duty."""
    return Place(document.id, name_document(document), " ".join(duty.text.split()), duty.span, document.source)


def prove_span(document: Document, span: Span) -> Place:
    """The sentence around a place, within its paragraph."""
    text = document.text
    start, end = max(0, span[0] - _REACH), min(len(text), span[1] + _REACH)
    for found in _BREAK.finditer(text, start, end):
        if found.end() <= span[0]:
            start = found.end()
        elif found.start() >= span[1]:
            end = found.start() + (1 if text[found.start()] in ".;!?" else 0)
            break
    return prove_words(document, (start, end))


def prove_words(document: Document, span: Span) -> Place:
    """The words of a place alone, wrapped lines joined."""
    passage = clean(document.text, span, document.outside)
    text = passage.text if passage else " ".join(document.text[slice(*span)].split())
    return Place(document.id, name_document(document), text, passage.span() if passage else span, document.source)


def identify(finding: Finding) -> Finding:
    """The finding with its id: a hash of its code, documents and sentences."""
    content = "|".join([finding.code, *(f"{place.document}:{match_key(place.text)}" for place in finding.places)])
    return msgspec.structs.replace(finding, id="pt-" + hashlib.sha256(content.encode()).hexdigest()[:16])


def day(date: str) -> str:
    """An ISO date as it is written in Vietnamese papers.

    >>> day("2026-03-05")
    '05/3/2026'
    """
    year, month, number = date.split("-")
    return f"{number}/{month.lstrip('0') if int(month) > 2 else month}/{year}"
