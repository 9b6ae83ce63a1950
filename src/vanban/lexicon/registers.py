"""The registers of documents, *sổ quản lý văn bản*, with the columns that NĐ 30/2020, Phụ lục IV asks for at least."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files

import msgspec


class RegisterColumn(msgspec.Struct, frozen=True):
    """A column: its head in the decree's words, its width in characters, the name of what is filled in."""

    name: str
    width: int
    value: str


class Register(msgspec.Struct, frozen=True):
    """A register: `kind` names it on the command line, `title` stands over it."""

    kind: str
    title: str
    source: str
    columns: tuple[RegisterColumn, ...]


@functools.cache
def load_registers() -> tuple[Register, ...]:
    """The registers of `data/registers.toml`.

    >>> [(register.kind, len(register.columns)) for register in load_registers()]
    [('den', 10), ('di', 10), ('theo-doi', 7)]
    """
    text = files("vanban.lexicon").joinpath("data/registers.toml").read_text("utf-8")
    return tuple(msgspec.convert(entry, Register) for entry in tomllib.loads(text)["register"])


def find_register(kind: str) -> Register:
    """The register of a kind; `KeyError` for one that there is not."""
    return {register.kind: register for register in load_registers()}[kind]
