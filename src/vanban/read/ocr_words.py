"""Words that Tesseract read on a page (*từ nhận dạng được*): its table, places in points, what is no text left out."""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from vanban.notation.folding import fold
from vanban.read.pdf_words import Word
from vanban.read.syllables import is_syllable

_TALL = re.compile(r"[A-ZĐbdfhklt0-9]")
_DEEP = re.compile(r"[gpqyjQ,;()ạặậẹệịọộợụựỵẠẶẬẸỆỊỌỘỢỤỰỴ]")
_ASCENT, _DESCENT = 0.891, 0.216
"""Of Times New Roman, in which office papers are set: boxes become those that a PDF would give."""
_USUAL = 13.0
_LARGEST = 20.0
"""Titles are set in 14: what looks larger is a frame or a stroke that was read along."""
_FAR = 22.0
"""Points between words of two columns; blanks of a justified line are narrower."""
_SIGN = re.compile(r"[\W_]+")
_KEPT_SIGNS = re.compile(r"[-–—+•*/&%…]|\.{2,}|[\"“”'’(),.;:]+")
CROWDED = "crowded"
"""The name of lines that stand among strokes of a seal or a signature: one word alone there is a stroke."""
MARK = "mark"
"""The name of lines that are marks of urgency and secrecy: they are known words, however doubtful."""
_OPENINGS = ("Nơi nhận", "Kính gửi")
# "Lưu: VT": the last of the recipients, which tells where they end.
_FILED, _OFFICE = re.compile(r"L[uưúùŨứừủũ]{1,2}[:;.]"), re.compile(r"VT|VP|Văn")
_EDGES = " .,:;'`|\"-_"
# Tesseract sees Đ with an Icelandic letter beside it or instead of it, and two strokes of III as an H.
_DOUBLED = re.compile("ĐÐ|ÐĐ|Ð")
_MISREAD = {"HI.": "III.", "IH.": "III."}
# At the head of a line in capitals, and of a heading.
_ROMAN = re.compile(r"(?=.*[H1l]|.*L$)[IH1l]{1,4}[.,L]?")
# Dust before a word is read as a quote.
_STAINED = re.compile(r"^['`´‘’|~^¬_]+(?=[^\W\d_])|(?<=[^\W\d_])['`´‘’|~^¬_]+$")
# Marks without a letter under them are dust; Python counts some of them among letters.
_LOOSE = re.compile("[ˆ˜ˇ˘˙¨´ˊˋ¬¦]+")
_POINT = re.compile(r"[.,:;'\"’]|[-–—]")
# Of a slash between figures by hand Tesseract makes other strokes.
_SYMBOL = re.compile(r"^S\S{0,3}\s*[:.].*[/⁄;|]\s*[A-ZĐ]{2,}")
_NUMERO = re.compile(r"S[ốóôòỗoồổõỏ][:.;]?")
_WIDEST_NUMBER = 90.0
"""Points between "Số:" and the slash, where a pen writes the number."""
_LETTERS = re.compile(r"[^\W\d_]+")


class Seen(NamedTuple):
    """A word in pixels with Tesseract's confidence (0 to 1) and the line that it counts it to."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    line: tuple[str, str, str]

    @property
    def box(self) -> tuple[int, int, int, int]:
        return self.left, self.top, self.right, self.bottom


def read_table(table: str) -> list[Seen]:
    """The words of Tesseract's tsv output; a row that is cut off is passed over."""
    seen = []
    for row in table.splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) < 12 or fields[0] != "5" or not fields[11].strip():
            continue
        try:
            left, top, width, height = (int(field) for field in fields[6:10])
            confidence = float(fields[10])
        except ValueError:
            continue
        text = _STAINED.sub("", unicodedata.normalize("NFC", fields[11].strip()))
        text = _LOOSE.sub("", _MISREAD.get(text, _DOUBLED.sub("Đ", text)))
        if not text:
            continue
        line = (fields[2], fields[3], fields[4])
        seen.append(Seen(text, left, top, left + width, top + height, min(max(confidence / 100, 0.0), 1.0), line))
    return seen


def join_level(lines: Iterable[Sequence[Seen]]) -> list[list[Seen]]:
    """Lines of one height that lie a blank apart as one: words that stand anywhere Tesseract reads one by one."""
    joined: list[list[Seen]] = []
    for line in sorted(lines, key=lambda line: line[0].left):
        middle, height = (line[0].top + line[0].bottom) / 2, line[0].bottom - line[0].top
        for other in joined:
            last = other[-1]
            if last.top < middle < last.bottom and -5 < line[0].left - last.right < 0.8 * height:
                other += [word._replace(line=last.line) for word in line]
                break
        else:
            joined.append(list(line))
    return sorted(joined, key=lambda line: line[0].top)


def make_words(seen: Sequence[Seen], scale: float, strict: bool = False) -> list[Word]:
    """Words in points (`scale` points a pixel), without what seals, signatures and dust look like.

    `strict` is for a second look at what a first one left: only lines of which Tesseract is sure.
    """
    lines: dict[tuple[str, str, str], list[Seen]] = defaultdict(list)
    for word in seen:
        lines[word.line].append(word)
    words: list[Word] = []
    for line in lines.values():
        for part in _split_far(line, scale):
            kept = _mend_roman(_mend_opening(_drop_junk(part))) if line[0].line[0] != MARK else part
            if kept and (not strict or _is_sure(kept)):
                words += _place_words(kept, scale)
    return words


def _drop_junk(line: Sequence[Seen]) -> list[Seen]:
    """The words of a line that are text: signs that Tesseract doubts go, and whole lines that say nothing."""
    letters = [word for word in line if _LETTERS.search(word.text) or any(sign.isdigit() for sign in word.text)]
    if not letters or (len(line) == 1 and len(letters[0].text) == 1 and letters[0].text.isalpha()):
        return []
    possible = sum(_is_possible(word.text) for word in letters)
    sure = statistics.fmean(word.confidence for word in letters)
    # The line of the number and symbol is kept however hand-written its number is.
    if _SYMBOL.search(" ".join(word.text for word in line)):
        return [word for word in line if not _is_dust(word)]
    line = _drop_points(line)
    if possible * 2 < len(letters) and sure < 0.6:
        return []
    if sure < 0.4 and not any(_is_possible(word.text) and word.confidence > 0.5 for word in letters):
        return []
    return [word for word in line if not _is_dust(word)]


def _drop_points(line: Sequence[Seen]) -> list[Seen]:
    """The line without a full stop, comma or dash that stands alone at its end, or a stop before its first word."""
    kept = list(line)
    while len(kept) > 1 and _POINT.fullmatch(kept[-1].text) and _is_apart(kept[-2], kept[-1]):
        kept.pop()
    while len(kept) > 1 and re.fullmatch(r"[.,:;'\"’]+", kept[0].text) and _is_apart(kept[0], kept[1]):
        kept.pop(0)
    return kept


def _is_apart(word: Seen, other: Seen) -> bool:
    """True where the blank between two words is wider than one before a full stop that was set apart by chance."""
    return other.left - word.right > 0.3 * max(word.bottom - word.top, other.bottom - other.top)


def _mend_opening(line: Sequence[Seen]) -> list[Seen]:
    """ "Nơi nhận:" and "Kính gửi:" as they are printed where one letter is misread: they tell the columns of a page."""
    mended = list(line)
    for index in range(min(len(line) - 1, 2)):
        if _FILED.fullmatch(line[index].text) and _OFFICE.match(line[index + 1].text):
            mended[index] = line[index]._replace(text="Lưu:")
    for index in range(min(len(line) - 1, 2)):  # at the beginning, after a sign at most
        first, second = line[index].text.strip(_EDGES), line[index + 1].text
        read = fold(f"{first} {second.rstrip(_EDGES)}")
        for opening in _OPENINGS:
            known = fold(opening)
            is_near = abs(len(read) - len(known)) <= 1 and SequenceMatcher(None, read, known).ratio() >= 0.85
            is_near = is_near and first[:1].isupper()
            if opening == _OPENINGS[0] and second.startswith("nhận") and len(first) < 5 and not first[:1].isupper():
                # "nh nhận:", "mỹ nhận:" alone or beside a signature: the slanted first word is misread whole.
                is_near = len(line) == index + 2 or line[index + 2].text.isupper()
            if is_near and second.endswith((":", ";")):
                one, other = opening.split()
                mended[index] = line[index]._replace(text=one)
                mended[index + 1] = line[index + 1]._replace(text=f"{other}:")
    return mended


def _mend_roman(line: Sequence[Seen]) -> Sequence[Seen]:
    """ "II." and "III." before a heading in capitals, strokes taken for other letters: "H.", "IHI.", "HIL"."""
    if len(line) < 2 or not _ROMAN.fullmatch(line[0].text) or len(line[1].text) < 2 or not line[1].text.isupper():
        return line
    token = line[0].text
    strokes = sum(2 if sign == "H" else 1 for sign in token if sign in "IH1l")
    if strokes < 2:  # "1." is a number of its own
        return line
    return [line[0]._replace(text="I" * min(strokes, 3) + "."), *line[1:]]


def _is_sure(line: Sequence[Seen]) -> bool:
    told = [word for word in line if _LETTERS.search(word.text) or any(sign.isdigit() for sign in word.text)]
    if line[0].line[0] == MARK:
        return True
    if line[0].line[0] == CROWDED and len(told) < 2:
        return False
    is_long = sum(len(word.text) for word in told) >= 4 or not _LETTERS.search(told[0].text)
    # What is hand-written is a number more often than not, and strokes read as numbers.
    least = 0.55 if _LETTERS.search(told[0].text) else 0.76
    return is_long and all(_is_possible(word.text) and word.confidence > least for word in told)


def _is_possible(text: str) -> bool:
    """True for a syllable of two letters and more, an abbreviation in capitals, or a number."""
    pieces = _LETTERS.findall(text)
    if not pieces:
        return any(sign.isdigit() for sign in text)
    longest = max(pieces, key=len)
    return (len(longest) > 1 and is_syllable(longest)) or (longest.isupper() and longest.isalpha() and len(longest) > 1)


def _is_dust(word: Seen) -> bool:
    if _SIGN.fullmatch(word.text):
        return not _KEPT_SIGNS.fullmatch(word.text) or word.confidence < 0.3
    return word.confidence < 0.05 and len(word.text) < 3 and not any(sign.isdigit() for sign in word.text)


def _split_far(line: Sequence[Seen], scale: float) -> list[list[Seen]]:
    """A line where it crosses from one column to the other: each side has a size and a base line of its own."""
    parts: list[list[Seen]] = []
    for word in sorted(line, key=lambda word: word.left):
        before = parts[-1][-1] if parts else None
        may_be_number = before is not None and bool(_NUMERO.fullmatch(before.text)) and word.text[0] in "/⁄"
        if before is None or (word.left - before.right) * scale > (_WIDEST_NUMBER if may_be_number else _FAR):
            parts.append([])
        parts[-1].append(word)
    return parts


def _place_words(line: Sequence[Seen], scale: float) -> list[Word]:
    """All words of a line on its base line at its size; a word that lies elsewhere keeps its own middle."""
    told = [word for word in line if not _SIGN.fullmatch(word.text)]
    # Boxes of words that were hardly read take in what lies around them.
    told = [word for word in told if word.confidence > 0.7] or told
    size = statistics.median(_guess_size(word) for word in told) if told else _USUAL / scale
    size = min(size, _LARGEST / scale)
    level = [word.bottom for word in told if not _DEEP.search(word.text)]
    base = statistics.median(level or [word.bottom - _DESCENT * size for word in told or line])
    top, bottom = base - _ASCENT * size, base + _DESCENT * size
    points = round(2 * size * scale) / 2
    words = []
    for word in line:
        middle = (word.top + word.bottom) / 2
        is_level = top - 0.3 * size < middle < bottom + 0.3 * size
        upper, lower = (top, bottom) if is_level else (middle - size / 2, middle + size / 2)
        box = (word.left * scale, upper * scale, word.right * scale, lower * scale)
        words.append(Word(word.text, *box, points, False, False, word.confidence))
    return words


def _guess_size(word: Seen) -> float:
    """The size of the font in pixels by the height of a word's ink."""
    bare = unicodedata.normalize("NFD", word.text)
    marks = sum(unicodedata.combining(sign) in (216, 230) for sign in bare)
    above = 0.67 if _TALL.search(bare) or marks else 0.46
    if any(sign.isupper() and unicodedata.normalize("NFD", sign) != sign for sign in word.text):
        above = 0.86
    return (word.bottom - word.top) / (above + (0.21 if _DEEP.search(word.text) else 0.0))


def add_missed(words: Sequence[Word], missed: Sequence[Word]) -> list[Word]:
    """The words of two looks at a page; where both saw something at one place, what the second is surer of.

    Numbers alone count only where the first look saw something too: dust and strokes read as numbers.
    """
    covered = {number for number, word in enumerate(words) if any(_is_over(word, other) for other in missed)}
    added = [
        other
        for other in missed
        if _LETTERS.search(other.text) or any(_is_over(words[number], other) for number in covered)
    ]
    return [word for number, word in enumerate(words) if number not in covered] + added


def _is_over(word: Word, other: Word) -> bool:
    width = min(word.x1, other.x1) - max(word.x0, other.x0)
    middle = (word.top + word.bottom) / 2
    is_same = width > 0.5 * (word.x1 - word.x0) and other.top < middle < other.bottom
    return is_same and (other.confidence or 0.0) > (word.confidence or 0.0)
