"""Names of organs in ordinary case, *viết hoa* (NĐ 30/2020/NĐ-CP, Phụ lục II): a heading prints "TỈNH ỦY AN GIANG",
a citation writes "Tỉnh ủy An Giang".

Forms written: kinds and fields that `data/capitals.toml` lists, names after the common noun of a unit ("tỉnh An
Giang"), and what the papers themselves spell in ordinary case. An unknown field gets its first capital only, an
unknown proper name a capital at each syllable; abbreviations without a vowel ("THPT") stay.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from vanban.notation.folding import fold, match_key

_TOKEN = re.compile(r"\w+|[^\w\s]+|\s+")
_VOWELS = set("aeiouy")
_KIND, _NAME, _FIELD, _UNIT, _SMALL = "kind", "name", "field", "unit", "small"


@functools.cache
def load_capitals() -> dict[str, Any]:
    """The file `data/capitals.toml`."""
    return tomllib.loads(files("vanban.lexicon").joinpath("data/capitals.toml").read_text("utf-8"))


@functools.cache
def _phrases() -> dict[tuple[str, ...], tuple[str, str]]:
    """Folded words of a phrase to its ordinary form and its role; a whole name wins over its first word."""
    words = load_capitals()["words"]
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    for key, role in (
        ("places", _FIELD),
        ("special", _FIELD),
        ("fields", _FIELD),
        ("kinds", _KIND),
        ("named", _NAME),
        ("units", _UNIT),
        ("small", _SMALL),
    ):
        for phrase in words[key]:
            found.setdefault(_key(phrase), (phrase, role))
    return found


def _key(phrase: str) -> tuple[str, ...]:
    """Words and marks of a phrase, folded, without blanks: "Phòng, chống" is not "Phòng chống"."""
    return tuple(match_key(token) or token for token in _TOKEN.findall(phrase) if not token.isspace())


def write_out(name: str) -> str:
    """Abbreviations that a citation does not carry, written out.

    >>> write_out("Văn phòng UBND tỉnh An Giang")
    'Văn phòng Ủy ban nhân dân tỉnh An Giang'
    """
    full: dict[str, str] = load_capitals()["abbreviations"]
    return re.sub(r"\w+", lambda match: full.get(match.group(), match.group()), name)


def write_ordinary(name: str, spelled: Iterable[str] = (), *, expand: bool = True) -> str:
    """A name in capitals as running text has it; one that is not in capitals only has its abbreviations written out.

    `spelled` are names in ordinary case that the papers themselves hold; they decide where they match. Without
    `expand` abbreviations stay.

    >>> write_ordinary("VĂN PHÒNG UBND TỈNH AN GIANG", expand=False)
    'Văn phòng UBND tỉnh An Giang'
    >>> write_ordinary("UBND TỈNH AN GIANG")
    'Ủy ban nhân dân tỉnh An Giang'
    >>> write_ordinary("TỈNH ỦY BÌNH SƠN")
    'Tỉnh ủy Bình Sơn'
    >>> write_ordinary("SỞ VĂN HOÁ, THỂ THAO VÀ DU LỊCH")
    'Sở Văn hóa, Thể thao và Du lịch'
    >>> write_ordinary("CHI CỤC AN TOÀN BỨC XẠ")
    'Chi cục An toàn bức xạ'
    """
    flat = " ".join(name.split())
    full = write_out(flat) if expand else flat
    if not any(word.isupper() and len(word) > 1 for word in re.findall(r"\w+", full)):
        return full
    known = _phrases() | {_key(other): (other, _FIELD) for other in spelled if _is_ordinary(other)}
    tokens = [token for token in _TOKEN.findall(full) if token]
    written: list[str] = []
    role, run, i = _KIND, 0, 0
    while i < len(tokens):
        match = _match(tokens, i, known)
        if not match and tokens[i] in load_capitals()["abbreviations"]:
            written.append(tokens[i])
            i += 1
            continue
        if match:
            phrase, role, i = match
            if role == _UNIT and i < len(tokens) - 1 and tokens[i + 1].isdigit():
                phrase = phrase[0].upper() + phrase[1:]
            written.append(phrase)
            run = 0
            continue
        token = tokens[i]
        if token == "," or token.isspace() or not token[0].isalpha():
            role, run = (_SMALL, 0) if token == "," else (role, run)
            written.append(token)
        elif len(token) > 1 and not _VOWELS & set(fold(token)):
            written.append(token)
        elif role in (_UNIT, _NAME, _FIELD):
            written.append(token.capitalize())
        else:
            written.append(token.lower() if run else token.capitalize())
            run += 1
        i += 1
    text = "".join(written)
    return text[:1].upper() + text[1:]


def write_sentence(text: str, spelled: Iterable[str] = (), witness: str = "") -> str:
    """A subject that is printed in capitals as a sentence has it, in the spelling of `witness` where that repeats it.

    Otherwise all is small but the first letter, names of provinces and of `spelled`, and abbreviations.

    >>> write_sentence("BAN HÀNH QUY CHẾ QUẢN LÝ RỪNG", witness="Quyết định ban hành Quy chế quản lý rừng như sau")
    'ban hành Quy chế quản lý rừng'
    >>> write_sentence("TĂNG CƯỜNG QUẢN LÝ THUẾ GTGT TRÊN ĐỊA BÀN TỈNH AN GIANG")
    'Tăng cường quản lý thuế GTGT trên địa bàn tỉnh An Giang'
    """
    flat = " ".join(witness.split())
    folded, wanted = flat.lower(), text.lower()
    position = folded.find(wanted) if len(folded) == len(flat) else -1
    while position >= 0:
        found = flat[position : position + len(wanted)]
        if not any(word.isupper() and _VOWELS & set(fold(word)) for word in re.findall(r"\w{2,}", found)):
            return found
        position = folded.find(wanted, position + 1)
    words = load_capitals()["words"]
    names = [*words["places"], *words["special"], *(name for name in spelled if _is_ordinary(name))]
    known = {_key(name): (name, _NAME) for name in names}
    tokens = _TOKEN.findall(text)
    written: list[str] = []
    i = 0
    while i < len(tokens):
        match = _match(tokens, i, known)
        bare = len(tokens[i]) > 1 and not _VOWELS & set(fold(tokens[i]))
        written.append(match[0] if match else tokens[i] if bare else tokens[i].lower())
        i = match[2] if match else i + 1
    sentence = "".join(written)
    return sentence[:1].upper() + sentence[1:]


def _is_ordinary(name: str) -> bool:
    return not any(word.isupper() and len(word) > 1 for word in re.findall(r"\w+", name)) and name[:1].isupper()


def _match(tokens: list[str], i: int, known: dict[tuple[str, ...], tuple[str, str]]) -> tuple[str, str, int] | None:
    """The longest known phrase that begins at token `i`: its form, its role and where it ends."""
    if tokens[i].isspace():
        return None
    key: list[str] = []
    best: tuple[str, str, int] | None = None
    for j in range(i, min(i + 24, len(tokens))):
        if tokens[j].isspace():
            continue
        key.append(match_key(tokens[j]) or tokens[j])
        if tuple(key) in known:
            best = (*known[tuple(key)], j + 1)
    return best
