"""Forms of a text that are compared instead of it. The folds here keep the length: offsets stay valid.

Vietnamese papers mix NBSP with blanks, en dashes with hyphens, "hòa" with "hoà": what matches must not depend on it.
"""

from __future__ import annotations

import codecs
import functools
import re
import unicodedata

# One character for one character, so that a span in the folded text is a span in the text.
_SAME_LENGTH = str.maketrans(
    {
        "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\t": " ",
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-", "\u00ad": "-",
        "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
        "\u00d0": "Đ",
    }
)  # fmt: skip


def _bare(character: str) -> str:
    if character in "đĐ\u00d0":
        return "d"
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


class _BareTable(dict[int, str]):
    """Translation table that is filled as characters come; the same character always gives the same."""

    def __missing__(self, code: int) -> str:
        bare = _bare(chr(code).translate(_SAME_LENGTH))
        self[code] = bare
        return bare


_BARE = _BareTable()

# Nearly every text is made of these alone. Python's codecs for bytes go through such a text ten times as fast as
# `translate`: each character becomes its place in this list, each place the bare character.
_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
_USUAL = "".join(
    dict.fromkeys(
        "\0\t\n\r" + "".join(map(chr, range(32, 127))) + f"đ{_VOWELS}Đ{_VOWELS.upper()}"
        "\u00a0\u00ad\u00d0\u2010\u2011\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2022\u00b0\u00b7\u00d7"
    )
).ljust(256, "\ufffe")  # which is no character: codecs take it for a place that is not used
_PLACES = codecs.charmap_build(_USUAL)
_BARES = _USUAL.translate(_BARE)


_MARKS = re.compile(f"[{''.join(map(chr, _SAME_LENGTH))}]")


def unify_marks(text: str) -> str:
    """Blanks, dashes and quotes of all kinds to the plain ones; same length."""
    return text.translate(_SAME_LENGTH) if _MARKS.search(text) else text


def fold(text: str) -> str:
    """Lower case without tone and vowel marks, đ as d, plain blanks, dashes and quotes; same length.

    >>> fold("Độc lập – Tự do")
    'doc lap - tu do'
    """
    try:
        return codecs.charmap_decode(codecs.charmap_encode(text, "strict", _PLACES)[0], "strict", _BARES)[0]
    except UnicodeEncodeError:
        return text.translate(_BARE)


_CAPITALS = bytes(place for place, character in enumerate(_USUAL) if character.isupper())
_SMALL = bytes(place for place, character in enumerate(_USUAL) if character.islower())


def count_letters(text: str) -> tuple[int, int]:
    """How many capitals and how many letters a text has.

    >>> count_letters("Độc lập – TỰ DO")
    (5, 10)
    """
    try:
        places = codecs.charmap_encode(text, "strict", _PLACES)[0]
    except UnicodeEncodeError:
        return sum(map(str.isupper, text)), sum(map(str.isalpha, text))
    others = places.translate(None, _CAPITALS)
    return len(places) - len(others), len(places) - len(others.translate(None, _SMALL))


_TONE = {}
for _plain, _old, _new in (
    ("oa", "òóỏõọ", "àáảãạ"),
    ("oe", "òóỏõọ", "èéẻẽẹ"),
    ("uy", "ùúủũụ", "ỳýỷỹỵ"),
):
    for _o, _n in zip(_old, _new, strict=True):
        _TONE[_o + _plain[1]] = _plain[0] + _n
_TONE_PATTERN = re.compile("|".join(_TONE))


@functools.lru_cache(maxsize=65536)
def match_key(text: str) -> str:
    """Key under which two spellings of a name are equal: NFC, lower case, one tone placement, single blanks.

    Not of the same length as its input.

    >>> match_key("Tỉnh ủy  Hoà Bình") == match_key("Tỉnh uỷ Hòa Bình")
    True
    """
    lowered = unify_marks(unicodedata.normalize("NFC", text)).lower()
    lowered = _TONE_PATTERN.sub(lambda match: _TONE[match.group()], lowered)
    return " ".join(re.findall(r"[\w/&]+", lowered))
