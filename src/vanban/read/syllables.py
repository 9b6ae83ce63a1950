"""Vietnamese syllables (*âm tiết*): whether text can be Vietnamese, and by which legacy code it reads best."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import NamedTuple

from vanban.lexicon.legacy_fonts import decode_font, decode_legacy, is_unicode

_ONSETS = (
    "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",
    "s", "t", "th", "tr", "v", "x",
)  # fmt: skip
_NARROW = ("k", "gh", "ngh")
# Vowels with the finals that they take; "-" is none.
_RHYMES = """
a - c ch i m n ng nh o p t u y | ă c m n ng p t | â c m n ng p t u y | e - c m n ng o p t | ê - ch m n nh p t u
i - ch m n nh p t u a | o - a c i m n ng p t | oa - c ch i m n ng nh o p t y | oă c m n ng t | oe - n o t | oo c ng
ô - c i m n ng p t | ơ - i m n p t | u - a c i m n ng p t | uâ n ng t y | uê - ch n nh | uô c i m n ng t | uơ -
uy - ch n nh p t u a | uyê n t | ư - a c i m n ng t u | ươ c i m n ng p t u | y - a t ch nh n
yê m n ng t u | iê c m n ng p t u
"""
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_STOPS = ("c", "ch", "p", "t")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 12
"""Fewer words say too little to judge a text by."""


class Measure(NamedTuple):
    """Words of a text, and the shares of them that can be Vietnamese syllables and that bear a mark."""

    words: int
    possible: float
    marked: float

    @property
    def is_vietnamese(self) -> bool:
        return self.possible >= 0.7 and self.marked >= 0.35


@functools.cache
def _rhymes() -> frozenset[str]:
    rhymes = set()
    for entry in _RHYMES.replace("\n", "|").split("|"):
        vowel, *finals = entry.split() or [""]
        rhymes |= {vowel + final.strip("-") for final in finals}
    return frozenset(rhymes)


@functools.cache
def _bases() -> frozenset[str]:
    """All syllables without their tone."""
    bases = set(_rhymes())
    for onset in _ONSETS:
        for rhyme in _rhymes():
            # Before e, ê, i and y stand k, gh and ngh; before all others c, g and ng.
            if (rhyme[0] in "eêiy" and onset in ("c", "g", "ng")) or (rhyme[0] not in "eêiy" and onset in _NARROW):
                continue
            bases.add(onset + rhyme)
            if onset in ("qu", "gi") and rhyme[0] == onset[-1]:
                bases.add(onset + rhyme[1:])  # quy, gì, giếng
    return frozenset(bases)


@functools.lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """True where a word can be one Vietnamese syllable: its onset, rhyme and tone go together.

    >>> [is_syllable(word) for word in ("nghĩa", "Quyết", "gìn", "HOÀ", "hòa", "CQNG", "nghiã", "xac", "bạch")]
    [True, True, True, True, True, False, False, False, True]
    """
    tone = ""
    base = ""
    seen_at = -1
    for letter in unicodedata.normalize("NFD", word.lower()):
        if letter in _TONES:
            if tone:
                return False
            tone, seen_at = letter, len(unicodedata.normalize("NFC", base))
        else:
            base += letter
    base = unicodedata.normalize("NFC", base)
    if base not in _bases():
        return False
    final = next((stop for stop in ("ch", "c", "p", "t") if base.endswith(stop)), "")
    if final and base not in _STOPS:
        return tone in ("\u0301", "\u0323")
    # The tone stands on the vowels, and over "iê", "uô", "ươ", "ia" on the one that is heard.
    is_last = seen_at == len(base) and base.endswith(("ia", "ua", "ưa")) and not base.startswith(("gi", "qu"))
    return not (tone and is_last)


def measure_text(text: str) -> Measure:
    """Count over the words of letters alone; capitals count like small letters.

    >>> measure_text("Số: 12/QĐ-UBND của Ủy ban nhân dân").words
    8
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    if not words:
        return Measure(0, 0.0, 0.0)
    possible = [word for word in words if is_syllable(word)]
    marked = sum(not word.isascii() for word in possible)
    return Measure(len(words), len(possible) / len(words), marked / len(words))


def decode_text(text: str, font: str) -> str:
    """Text under a font by its name; text that is Unicode already stays whatever the font."""
    return decode_font(text, font) if font and not is_unicode(text) else text


def find_legacy_code(text: str) -> str | None:
    """The legacy code ("tcvn3", "vni") by which a whole text reads as Vietnamese where as it stands it does not.

    Text of a few words is never judged: too much reads either way.

    >>> find_legacy_code("Céng hßa x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc. Ñy ban nh©n d©n")
    'tcvn3'
    >>> find_legacy_code("Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc. Ủy ban nhân dân")
    """
    sample = text[:20_000]
    plain = measure_text(sample)
    if plain.words < _ENOUGH or plain.is_vietnamese:
        return None
    if sum(map(is_unicode, sample.split())) * 10 > plain.words:
        return None
    best, score = None, plain.possible + 0.15
    for code in ("tcvn3", "vni"):
        measure = measure_text(decode_legacy(sample, code))
        if measure.is_vietnamese and measure.possible > score:
            best, score = code, measure.possible
    return best
