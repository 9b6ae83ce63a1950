"""Types of documents, *tên loại văn bản*, with their abbreviations (NĐ 30/2020 Phụ lục III, QĐ 399-QĐ/TW, laws)."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files

import msgspec


class DocumentKind(msgspec.Struct, frozen=True):
    """A type of document: `systems` that use it, `abbreviation` in State symbols, `party_abbreviation` in the
    Party's; `normative` for laws, decrees and circulars; `issued_under` where it is issued by another document."""

    name: str
    abbreviation: str | None = None
    party_abbreviation: str | None = None
    normative: bool = False
    issued_under: bool = False
    cited_only: bool = False


@functools.cache
def document_kinds() -> tuple[DocumentKind, ...]:
    """All known types, the longest names first, so that "Quy chế phối hợp" is not read as less than it is."""
    raw = tomllib.loads(files("vanban.lexicon").joinpath("data/document_types.toml").read_text("utf-8"))
    kinds = [msgspec.convert(entry, DocumentKind) for entry in raw["type"]]
    return tuple(sorted(kinds, key=lambda kind: -len(kind.name)))


@functools.cache
def kind_by_name() -> dict[str, DocumentKind]:
    """Types by their name in lower case."""
    return {kind.name.lower(): kind for kind in document_kinds()}


@functools.cache
def kind_by_abbreviation(system: str) -> dict[str, DocumentKind]:
    """Types by the abbreviation in a symbol of `system`; the first that is listed has the right."""
    found: dict[str, DocumentKind] = {}
    raw = tomllib.loads(files("vanban.lexicon").joinpath("data/document_types.toml").read_text("utf-8"))
    for entry in raw["type"]:
        kind = msgspec.convert(entry, DocumentKind)
        short = kind.party_abbreviation if system == "party" else kind.abbreviation
        if short:
            found.setdefault(short, kind)
    return found
