"""Repair of what OCR read (*sửa lỗi nhận dạng*): marks of set words, syllables that cannot be; never digits.

Titles, posts and names of organs in capitals are where marks are lost most: they stand high and close to the next line.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Sequence

from vanban.lexicon.set_words import set_words
from vanban.model.text import Line, Problem
from vanban.notation.folding import fold
from vanban.notation.person import surnames
from vanban.read.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_HATS = {"a": "âă", "e": "ê", "o": "ôơ", "u": "ư", "d": "đ", "A": "ÂĂ", "E": "Ê", "O": "ÔƠ", "U": "Ư", "D": "Đ"}
# A line of two to five words that begin with a capital.
_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,4}[.,]?")
# Nine in ten persons have one of these.
_COMMON_SURNAMES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Lý", "Trịnh", "Đinh", "Lưu", "Đoàn", "Trương", "Mai", "Tô", "Hà", "Cao",
)  # fmt: skip
_ARTICLE = re.compile(r"(?<!\w)Đi[êéèẽeẻểễ]u(?= \d)")
_DUST = frozenset(".,;'")
"""What dust behind a title or a name looks like: they stand alone on their lines."""
_POINTED = re.compile(r"(\d{1,2})\. ?\D")
_LOOSE = re.compile(r"(\d{1,2}) (\w)")
_MARKED = re.compile(r"(?P<mark>\S{2,5}) (?P<post>[^\W\d_]+(?: [^\W\d_]+)+)")


@functools.cache
def _set_words() -> tuple[re.Pattern[str], dict[str, str]]:
    """The set words by their folded form, and what finds them in folded text."""
    by_folded = {fold(phrase): phrase for phrase in set_words()}
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, by_folded)) + r")(?!\w)"), by_folded


def repair_line(text: str) -> str:
    """The line with the marks of set words put right, and of impossible syllables that can be one alone.

    The length never changes. A phrase is put right where its letters agree and its marks do not.

    >>> repair_line("KT. GIÁM ĐÓC"), repair_line("SỞ Y TÉ"), repair_line("Công TTĐT tính; thành phó 12")
    ('KT. GIÁM ĐỐC', 'SỞ Y TẾ', 'Cổng TTĐT tính; thành phố 12')
    >>> repair_line("Trân Sỹ Lực"), repair_line("Trân trọng cảm ơn")
    ('Trần Sỹ Lực', 'Trân trọng cảm ơn')
    >>> repair_line("QUYÉT định số 0Đ")
    'QUYẾT định số 0Đ'
    >>> repair_line("QUYẾT ĐỊNH,"), repair_line("Trần Sỹ Lực."), repair_line("Như Điêu 3")
    ('QUYẾT ĐỊNH ', 'Trần Sỹ Lực ', 'Như Điều 3')
    """
    if _NAME.fullmatch(text) and text.istitle():
        text = _repair_surname(text)
    text = _replace_folded(_ARTICLE.sub("Điều", text), *_set_words())
    if text[-1:] in _DUST and text[:-1] in set_words() and text.isupper():
        text = f"{text[:-1]} "
    return _WORD.sub(lambda found: _repair_syllable(found[0]), text)


def _repair_surname(name: str) -> str:
    """A name that stands alone on its line, its surname with the marks of the one surname that has its letters."""
    surname = name.split()[0]
    if surname.lower() in surnames():
        return f"{name[:-1]} " if name[-1] in _DUST and len(name.split()) > 2 else name
    known = [other for other in _COMMON_SURNAMES if fold(other) == fold(surname)]
    return name.replace(surname, known[0], 1) if len(known) == 1 else name


def _replace_folded(text: str, pattern: re.Pattern[str], by_folded: dict[str, str]) -> str:
    folded = fold(text)
    if len(folded) != len(text):
        return text
    pieces, position = [], 0
    for found in pattern.finditer(folded):
        pieces.append(text[position : found.start()])
        pieces.append(_choose_marks(text[found.start() : found.end()], by_folded[found[0]]))
        position = found.end()
    return "".join([*pieces, text[position:]])


def _choose_marks(read: str, known: str) -> str:
    """The known phrase in the case read, words as they were where only the tone's place differs (HOÀ, HÒA)."""
    pieces = [sign.upper() if letter.isupper() else sign.lower() for sign, letter in zip(known, read, strict=True)]
    for found in re.finditer(r"\S+", known):
        word = read[found.start() : found.end()]
        if _letters(word) == _letters(found[0]):
            pieces[found.start() : found.end()] = word
    return "".join(pieces)


def _letters(word: str) -> list[str]:
    """Letters and marks without their order: two spellings with the tone on another vowel have the same."""
    return sorted(unicodedata.normalize("NFD", word.lower()))


@functools.lru_cache(maxsize=4096)
def _repair_syllable(word: str) -> str:
    """A word that is no syllable for want of one hat, where only one letter can bear it: "quyét" is "quyết"."""
    if len(word) < 3 or word.isascii() or is_syllable(word):
        return word
    options = set()
    for place, letter in enumerate(word):
        bare = unicodedata.normalize("NFD", letter)
        base, tones = bare[0], bare[1:]
        for hat in _HATS.get(base, "") if all(tone not in "\u0302\u0306\u031b" for tone in tones) else "":
            option = word[:place] + unicodedata.normalize("NFC", hat + tones) + word[place + 1 :]
            if is_syllable(option):
                options.add(option)
    return options.pop() if len(options) == 1 else word


def _repair_mark(text: str, following: str) -> str:
    """The mark before a post under which its deputy signs is "KT." whatever was read of a hand-written one.

    >>> _repair_mark("V^T. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), _repair_mark("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")
    ('KT.  GIÁM ĐỐC', 'TL. GIÁM ĐỐC')
    """
    found = _MARKED.fullmatch(text.strip())
    if found is None or following.strip() != f"PHÓ {found['post']}" or found["mark"].strip(".") in ("KT", "K/T"):
        return text
    width = len(found["mark"])
    return text.replace(found["mark"], "KT".ljust(width) if width == 2 else "KT.".ljust(width), 1)


def _find_unpointed(text: str, lines: Sequence[Line]) -> set[int]:
    """Where lines begin with a number whose point was lost ("1 Rà soát …"): the last was closed, the next is "2. …"."""
    found: set[int] = set()
    starts: dict[int, int] = {}  # the next number → where the line without a point stands
    closed = True
    for line in lines:
        read = text[line.start : line.end]
        pointed = _POINTED.match(read)
        if pointed:
            if int(pointed[1]) in starts:
                found.add(starts[int(pointed[1])])
            starts.clear()
        loose = _LOOSE.match(read) if closed else None
        if loose and loose[2].isupper():
            starts[int(loose[1]) + 1] = line.start
        closed = read.rstrip().endswith((".", ":", ";"))
    return found


def repair_text(text: str, lines: Sequence[Line]) -> tuple[str, list[Problem]]:
    """The text with the lines that OCR read repaired, and what was changed, each with the letters that were read."""
    pieces, position = [], 0
    problems = []
    unpointed = _find_unpointed(text, lines)
    for line, following in itertools.zip_longest(lines, lines[1:]):
        if line.confidence is None:
            continue
        read = text[line.start : line.end]
        repaired = repair_line(read)
        if line.start in unpointed:
            repaired = repaired.replace(" ", ".", 1)
        if following is not None and following.column == line.column:
            repaired = _repair_mark(repaired, repair_line(text[following.start : following.end]))
        if repaired == read or len(repaired) != len(read):
            continue
        pieces += [text[position : line.start], repaired]
        position = line.end
        sentence = f"Nhận dạng chữ đọc là “{read.strip()}”, đã sửa thành “{repaired.strip()}”."
        problems.append(Problem("ocr-repair", sentence, severity="info", span=(line.start, line.end)))
    return "".join([*pieces, text[position:]]), problems
