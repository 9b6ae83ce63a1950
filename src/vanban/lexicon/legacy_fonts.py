"""Fonts from before Unicode, *phông chữ TCVN3 (ABC) và VNI*: what their codes print, and the way back."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from importlib.resources import files
from typing import NamedTuple

_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]")
"""Letters of Vietnamese that no legacy font has a code for: text that holds them is Unicode already."""


class FontCode(NamedTuple):
    """A code of a legacy font: which fonts have it, which print capitals alone, and its letters both ways."""

    name: str
    fonts: re.Pattern[str]
    capital_fonts: re.Pattern[str] | None
    printed: dict[str, str]
    stored: dict[str, str]
    pattern: re.Pattern[str]


@functools.cache
def font_codes() -> dict[str, FontCode]:
    """The codes of `data/legacy_fonts.toml` by name: "tcvn3" and "vni"."""
    raw = tomllib.loads(files("vanban.lexicon").joinpath("data/legacy_fonts.toml").read_text("utf-8"))
    return {name: _make_code(name, table) for name, table in raw.items()}


def _make_code(name: str, table: dict[str, str]) -> FontCode:
    stored = _pair_up(table["letters"])
    for letter, codes in _pair_up(table.get("pairs", "")).items():
        stored[letter] = codes
        stored[letter.upper()] = codes.upper()
    printed = {codes: letter for letter, codes in stored.items()}
    # Files mix both cases of a pair ("AÛ" printed by "Aû"): the base letter decides.
    printed |= {codes[0] + codes[1].swapcase(): letter for codes, letter in list(printed.items()) if len(codes) > 1}
    printed |= {alias: printed[codes] for alias, codes in _pair_up(table.get("aliases", "")).items()}
    longest_first = sorted(printed, key=len, reverse=True)
    return FontCode(
        name,
        re.compile(table["fonts"], re.IGNORECASE),
        re.compile(table["capital_fonts"], re.IGNORECASE) if "capital_fonts" in table else None,
        printed,
        stored,
        re.compile("|".join(map(re.escape, longest_first))),
    )


def _pair_up(words: str) -> dict[str, str]:
    parts = re.split(r"[ \n]+", words.strip(" \n")) if words.strip(" \n") else []
    return dict(zip(parts[::2], parts[1::2], strict=True))


@functools.lru_cache(maxsize=1024)
def find_font_code(font: str) -> FontCode | None:
    """The code of a font by its name, None for a font of Unicode.

    >>> [code.name if code else None for code in map(find_font_code, (".VnTimeH", "VNI-Times", "Times New Roman"))]
    ['tcvn3', 'vni', None]
    """
    return next((code for code in font_codes().values() if code.fonts.search(font)), None)


def is_capital_font(font: str, code: FontCode) -> bool:
    """True for the fonts that print small letters as capitals (.VnTimeH)."""
    return code.capital_fonts is not None and bool(code.capital_fonts.search(font))


def is_unicode(text: str) -> bool:
    """True for text that holds letters no legacy font has: it stays as it is, whatever its font is called.

    >>> is_unicode("Ủy ban"), is_unicode("Uû ban")
    (True, False)
    """
    return bool(_UNICODE.search(text))


def decode_legacy(text: str, code: str, capitals: bool = False) -> str:
    """What text under a legacy font prints; signs that the font's code does not hold stay.

    >>> decode_legacy("Céng hßa x· héi chñ nghÜa ViÖt Nam", "tcvn3")
    'Cộng hòa xã hội chủ nghĩa Việt Nam'
    >>> decode_legacy("Coäng hoøa xaõ hoäi", "vni")
    'Cộng hòa xã hội'
    >>> decode_legacy("ñy ban", "tcvn3", capitals=True)
    'ỦY BAN'
    """
    known = font_codes()[code]
    decoded = known.pattern.sub(lambda found: known.printed[found[0]], _open_private(text))
    return decoded.upper() if capitals else decoded


def decode_font(text: str, font: str) -> str:
    """What text under the font of this name prints; text under a font of Unicode stays.

    >>> decode_font("ñy ban", ".VnTimeH"), decode_font("xaõ", "VNI-Times"), decode_font("xaõ", "Arial")
    ('ỦY BAN', 'xã', 'xaõ')
    """
    code = find_font_code(font)
    return decode_legacy(text, code.name, is_capital_font(font, code)) if code else text


def _open_private(text: str) -> str:
    """Word stores the codes of a font that it takes for one of symbols at U+F000 on."""
    if not any("\uf020" <= sign <= "\uf0ff" for sign in text):
        return text
    return "".join(chr(ord(sign) - 0xF000) if "\uf020" <= sign <= "\uf0ff" else sign for sign in text)


def encode_legacy(text: str, code: str) -> str:
    """The codes that print `text` under a legacy font: the way back of `decode_legacy`.

    TCVN3 has no codes for capitals with a tone: they are stored small and printed by a font of capitals.

    >>> decode_legacy(encode_legacy("Thủ tướng", "tcvn3"), "tcvn3")
    'Thủ tướng'
    """
    known = font_codes()[code]
    composed = unicodedata.normalize("NFC", text)
    return "".join(known.stored.get(letter) or known.stored.get(letter.lower(), letter) for letter in composed)
