"""Lines that say one set thing (*dòng cố định*) as a machine reads them: motto, title, organ, "Kính gửi", "Lưu".

Forms put right, each where one reading alone remains: "GỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "QUY VẾT ĐỊNH:", "TINH PEU
THỌ" (a letter or two lost, added or misread), "PHÓ CHỦTỊCH", "CHỦ CHỦ TỊCH" (read twice), "bưu: VT", "Kinh gữt".
Refused: lines that several set phrases are as near to ("8Ở NỘI VỤ"), posts that are whole.
"""

from __future__ import annotations

import functools
import re

from vanban.lexicon.set_words import set_words
from vanban.notation.folding import fold
from vanban.notation.person import begins_post

_NO_LETTER = re.compile(r"[\W_]")
FRINGE = re.compile(r"[^\w)]+$")
_ARCHIVE = re.compile(r"^(\W*)(?!Lưu\b)[^\W\d_]{0,2}[uưựứ]u(?: ?[:;,.](?= ?[A-ZĐ])|(?= V(?:T\b|P\b|ăn phòng)))")
_DASHED = re.compile(r"^[=>«»~] ?(?=Lưu\b)")
_SAME = re.compile(r"^(\W*)N?[hH]?[ưuứữừ] ?t[rtu]?[êeéế]n(?=\W*$)")
_SEND = re.compile(r"^K[ií]nh ?g[ửữưủúừự][iịíl1t][:;.,]? (?=\S)")


def mend_set_line(text: str) -> str:
    """The line put right.

    >>> mend_set_line("GỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), mend_set_line("QUY VẾT ĐỊNH:"), mend_set_line("SỞ NỘI VỤ")
    ('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'QUYẾT ĐỊNH:', 'SỞ NỘI VỤ')
    >>> mend_set_line("PHÓỎ CHÁNH VĂN PHÒNG"), mend_set_line("- bưu: VT, TH."), mend_set_line("8Ở NỘI VỤ")
    ('PHÓ CHÁNH VĂN PHÒNG', '- Lưu: VT, TH.', '8Ở NỘI VỤ')
    """
    if not text[:1].strip() or len(text) > 60:
        return text
    text = _DASHED.sub("- ", text)
    text = _SAME.sub(r"\1Như trên", text)
    text = _SEND.sub("Kính gửi: ", _ARCHIVE.sub(r"\1Lưu:", text))
    return mend_phrase(text) if in_capitals(text) else text


def in_capitals(text: str) -> bool:
    """Whether a line is set in capitals, a few letters of it misread."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and sum(map(str.isupper, letters)) >= 0.75 * len(letters)


def mend_phrase(text: str) -> str:
    """A line in capitals as the one set phrase that it nearly is; else as it was, without what was read twice."""
    bare = FRINGE.sub("", text)
    tail = ":" if text[len(bare) :].strip().startswith(":") else ""
    words = bare.split()
    once = " ".join(word for place, word in enumerate(words) if not place or fold(word) != fold(words[place - 1]))
    if once in set_words():
        return once + tail if once != bare else text
    key = letters_of(bare)
    if len(key) < 7 or (begins_post(bare) and not bare.startswith("PHÓ ") and " " in bare):
        return text
    if whole := _whole().get(key):  # the marks are another's to put right
        return text if fold(bare) == fold(whole) else whole + tail
    first = key[:2]  # "BỘ" and "SỞ" before the same name: what tells them must stand
    near = sorted(
        (_distance(key, known, 3) + 2 * (known[:2] != first and len(key) < 25), phrase)
        for known, phrase in _phrases(len(key))
    )
    if not near or near[0][0] > (1 if len(key) < 13 else 2 if len(key) < 21 else 3):
        return text
    if len(near) > 1 and near[1][0] < near[0][0] + 2:
        return text
    return near[0][1] + tail


@functools.cache
def _whole() -> dict[str, str]:
    """Set phrases in capitals by their folded letters."""
    return {letters_of(phrase): phrase for phrase in set_words() if phrase.isupper()}


@functools.cache
def _phrases(length: int) -> tuple[tuple[str, str], ...]:
    """Set phrases in capitals whose letters are about as many, each with its folded letters."""
    return tuple((key, phrase) for key, phrase in _whole().items() if abs(len(key) - length) <= 3)


def letters_of(text: str) -> str:
    """The folded letters of a line, without blanks and signs."""
    return _NO_LETTER.sub("", fold(text))


def _distance(left: str, right: str, most: int) -> int:
    """How many letters are to be put in, taken out or changed (Levenshtein); `most` + 1 where they are more."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    last = list(range(len(right) + 1))
    for row, letter in enumerate(left, start=1):
        line = [row]
        for place, other in enumerate(right, start=1):
            line.append(min(last[place] + 1, line[-1] + 1, last[place - 1] + (letter != other)))
        if min(line) > most:
            return most + 1
        last = line
    return last[-1]
