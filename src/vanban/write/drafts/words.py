"""Words of a paper that know where they come from: what a draft asserts is read in a document, given by the user, or
left open; what has no source is the wording of the form itself.

`say` puts words together and takes nothing but words beside its own pattern, so that no value can get into a paper
without its source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

import msgspec

from vanban.model.document import Document, Duty, Party
from vanban.model.text import Span
from vanban.write.drafts.placeholder import clean_text, leave_open


class Source(msgspec.Struct, frozen=True):
    """Where words come from: the `field` of a document, a `duty` (`key` is its id), a `setting` of the user, the
    `state` of a duty at a day as the tracking list tells it.

    `text` is what stands there, `span` its place in the text of the document.
    """

    kind: Literal["field", "duty", "setting", "state"]
    key: str
    document: str | None = None
    text: str = ""
    span: Span | None = None


class Words(msgspec.Struct, frozen=True):
    """A text on one line and the sources of all that it asserts."""

    text: str
    sources: tuple[Source, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)


NOTHING = Words("")


def say(pattern: str, *parts: Words) -> Words:
    """The wording of a form with words in its places, "{}".

    >>> say("Căn cứ {};", Words("Kế hoạch số 12-KH/TU")).text
    'Căn cứ Kế hoạch số 12-KH/TU;'
    """
    sources = dict.fromkeys(source for part in parts for source in part.sources)
    return Words(pattern.format(*(part.text for part in parts)), tuple(sources))


def join(parts: Iterable[Words], last: str = ", ") -> Words:
    """Several words as an enumeration.

    >>> join([Words("a"), Words("b"), Words("c")], " và ").text
    'a, b và c'
    """
    listed = list(parts)
    patterns = ["{}"] * len(listed)
    pattern = last.join([", ".join(patterns[:-1]), patterns[-1]]) if len(patterns) > 1 else "".join(patterns)
    return say(pattern, *listed)


def rewrite(words: Words, how: Callable[[str], str]) -> Words:
    """The same words written otherwise: in capitals, without the mark at their end."""
    return Words(how(words.text), words.sources)


def upper_first(words: Words) -> Words:
    """The first letter in upper case."""
    return rewrite(words, lambda text: text[:1].upper() + text[1:])


def leave(what: str) -> Words:
    """A place that stays open for the officer."""
    return Words(leave_open(what))


def set_words(key: str, text: str) -> Words:
    """What the user gave for a setting."""
    clean = clean_text(text)
    return Words(clean, (Source("setting", key, text=clean),))


def name_document(document: Document) -> str:
    """How sources name a document: its code, its id where it has none."""
    return clean_text(document.code.text) if document.code and document.code.number else document.id


def field_words(document: Document, keys: Iterable[str], text: str) -> Words:
    """Words made from fields of a document; `keys` as in its evidence ("code", "promulgation.date")."""
    return Words(text, tuple(_field_source(document, key) for key in keys))


def _field_source(document: Document, key: str) -> Source:
    evidence = document.evidence.get(key)
    span = evidence.span if evidence else None
    return Source("field", key, name_document(document), _quote(document, span), span)


def duty_words(document: Document, duty: Duty, text: str) -> Words:
    """Words made from a duty; the source is its whole sentence."""
    said = _quote(document, duty.span) or clean_text(duty.text)
    return Words(text, (Source("duty", duty.id, name_document(document), said, duty.span),))


def party_words(document: Document, party: Party, key: str) -> Words:
    """The name of a party as printed; `key` is the id of the duty or the field that it stands in."""
    kind: Literal["field", "duty"] = "duty" if any(duty.id == key for duty in document.duties) else "field"
    name = clean_text(party.name)
    said = _quote(document, party.span) or name
    return Words(name, (Source(kind, key, name_document(document), said, party.span),))


def _quote(document: Document, span: Span | None) -> str:
    return clean_text(document.text[slice(*span)]) if span else ""
