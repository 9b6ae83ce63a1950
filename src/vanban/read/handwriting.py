"""Number and day written by hand (*số và ngày viết tay*) in the heading of a scan, read where two looks agree.

"Số: 123/UBND-VX" and "Hải Lăng, ngày 12 tháng 3 năm 2024" are printed with blanks that a pen fills in. Tesseract tells
where the print stands; what lies between goes through the net for digits, in two sizes or three. A value is given only
where two of them give the same one with enough probability, or where the net confirms what Tesseract read; else the
line keeps what Tesseract read, with a confidence that says it is not to be believed.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from vanban.read.digits import HEIGHT, read_digits
from vanban.read.ocr_ink import all_ink, find_pens, turn_roughly
from vanban.read.pdf_words import Word

_HALF = 0.5
"""Of the page: all that may be a heading, and what a pen wrote above and below it."""
_HEAD, _LEFT, _RIGHT = 0.45, 0.4, 0.3
"""Of the page: below the first stands no heading, right of the second no number begins, left of the third no date."""
_DESCENT = 0.216
_ABOVE, _BELOW = 1.35, 0.55
"""Of the font's size, above and below the base line: hand-written figures are higher than print."""
_NUMERO, _NGAY, _EDGE = 0.75, 1.94, 0.5
"""In sizes of the font: where the colon of "Số:" begins, the width of "ngày", how much print is taken along."""
_WIDTHS = {"-": 0.33, ".": 0.25, "/": 0.28, " ": 0.25}
_SIZES = (1.0, 0.92, 0.85)
_SURE, _PROBABLE, _CONFIRMED = 0.9, 0.5, 0.2
_LEAST, _AGREED, _OUTVOTED = 0.35, 0.55, 0.7
"""Of two looks that agree: the lesser probability, and the mean, where a third look saw something else the higher."""
_BELIEVED, _DOUBTED = 0.85, 0.3
_COLOURED, _FEWEST_COLOURED = 80, 30
"""How much lighter coloured ink is in the page without it, and how many such points a figure has at least."""
_NUMBER = re.compile(r"^\W*S[ốóôòỗoồổõỏ]\s*[:.;]?")
_NOTATION = re.compile(r"[A-ZĐ]{2,}|\d{4}/[A-ZĐ]{2,}")
_DATE = re.compile(r"^.{0,32}?ng\S{1,2}y.{0,12}?th\S{1,3}g.{0,10}?n\S{1,2}m ?\.{0,2}\s?\d{4}", re.IGNORECASE)
_SLASH = re.compile("[/⁄;|]")
_PRINT = ((re.compile(r"ng\S{1,2}y"), "ngày"), (re.compile(r"th\S{1,3}g"), "tháng"), (re.compile(r"n\S{1,2}m"), "năm"))
_DAY, _MONTH, _YEAR = (re.compile(text, re.IGNORECASE) for text in ("ng[aàáăâ]y", "th[aáàăâ]ng", "n[aăâ]m"))


class Blank(NamedTuple):
    """A blank in a printed line that a pen fills in: the words of the line that it takes up, and where it stands.

    `before` and `after` are the print around it, `most` the highest figure, None for a number.
    """

    first: int
    last: int
    left: float
    right: float
    before: str
    after: str
    most: int | None


class Inked:
    """A page with all its ink, from which strips are cut as they stand once it is set straight.

    `image` is the page as it was scanned, `angle` by how many degrees it is turned against the clock. It is turned when
    a first strip is asked for.
    """

    def __init__(self, image: Any, angle: float) -> None:
        self._image = image
        self._angle = angle

    @functools.cached_property
    def head(self) -> Any:
        """The upper half, all inks as dark as print."""
        from PIL import Image

        width, height = self._image.size
        head = all_ink(self._image.crop((0, 0, width, round(_HALF * height))))
        if not self._angle:
            return head
        return head.rotate(self._angle, Image.Resampling.BICUBIC, center=(width / 2, height / 2), fillcolor=255)

    @functools.cached_property
    def _pens(self) -> Any | None:
        pens = find_pens(self._image)
        return turn_roughly(pens, self._angle) if pens is not None else None

    def is_black(self, box: tuple[int, int, int, int]) -> bool:
        """True where no coloured pen wrote; False for a page in grey, where that cannot be told."""
        if self._pens is None:
            return False
        return bool(sum(self._pens.crop(box).histogram()[_COLOURED:]) < _FEWEST_COLOURED)


def read_handwriting(words: Sequence[Word], width: float, height: float, scale: float, page: Inked) -> list[Word]:
    """The words of a page with the number, the day and the month of its heading as they were found.

    `scale` is points a pixel. What Tesseract read clearly where no coloured pen wrote is print: the net is not asked.
    """
    result: list[Word] = []
    figures: list[Word] = []
    for line in _part_lines(words):
        if line[0].top < _HEAD * height and line[0].confidence is not None:
            line = _mend_date(line)
            finders = (_find_number,) if line[0].x0 < _LEFT * width else ()
            if line[0].x0 > _RIGHT * width:
                finders = (*finders, _find_day, _find_month)
            for find in finders:
                blank = find(line)
                if blank is not None and _needs_look(line, blank) and not _is_printed(line, blank, scale, page):
                    filled = _fill(line, blank, scale, page)
                    figures += [word for word in filled if word.text.isdigit() and word not in line]
                    line = filled
        result += line
    # A second look may have read the figures too, as a line of their own.
    return [word for word in result if not any(_lies_on(word, figure) for figure in figures)]


def _lies_on(word: Word, figure: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return word is not figure and figure.x0 < x < figure.x1 and figure.top < y < figure.bottom


def _part_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words in runs of one line, in the order in which they stand."""
    lines: list[list[Word]] = []
    for word in words:
        last = lines[-1][-1] if lines else None
        if last is not None and (last.top, last.bottom) == (word.top, word.bottom):
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _mend_date(line: list[Word]) -> list[Word]:
    """The line of the date with its printed words as they are printed: "nắm" between month and year is "năm"."""
    if line[0].confidence is None or not _DATE.search(" ".join(word.text for word in line)):
        return line
    said = [next((name for shape, name in _PRINT if shape.fullmatch(word.text)), word.text) for word in line]
    return [msgspec.structs.replace(word, text=text) for word, text in zip(line, said, strict=True)]


def _find_number(line: Sequence[Word]) -> Blank | None:
    """From the colon of "Số:" to the first capitals of the notation."""
    text = " ".join(word.text for word in line)
    number = _NUMBER.match(text)
    notation = _NOTATION.search(text, number.end()) if number else None
    if notation is None or not _SLASH.search(text, 0, notation.start()):
        return None
    position = last = 0
    while notation.start() - position >= len(line[last].text):
        position += len(line[last].text) + 1
        last += 1
    word = line[last]
    size, inner = word.size, notation.start() - position
    # Where the slash begins the word its place is known, else by the letters behind it.
    slash = word.x0 if inner < 2 and word.text[0] == "/" else word.x1 - size * (0.28 + _measure(word.text[inner:]))
    left = line[0].x0 + _NUMERO * size
    after = f"/{word.text[inner:]}"
    return Blank(0, last, left, slash + 0.8 * size, "Số:", after, None) if slash - left > 0.6 * size else None


def _measure(text: str) -> float:
    """The width of capitals in sizes of the font."""
    return sum(_WIDTHS.get(sign, 0.68 if sign.isupper() else 0.5) for sign in text)


def _find_day(line: Sequence[Word]) -> Blank | None:
    return _find_between(line, _DAY, _MONTH, _NGAY, 31)


def _find_month(line: Sequence[Word]) -> Blank | None:
    return _find_between(line, _MONTH, _YEAR, 2.35, 12)


def _find_between(
    line: Sequence[Word], begin: re.Pattern[str], end: re.Pattern[str], width: float, most: int
) -> Blank | None:
    """Between two printed words of the date; figures may have been read into them."""
    text = " ".join(word.text for word in line)
    if len(text) > 70 or not _DATE.search(text):
        return None
    before = next(((index, found) for index, word in enumerate(line) if (found := begin.search(word.text))), None)
    after = next(((index, found) for index, word in enumerate(line) if (found := end.search(word.text))), None)
    if before is None or after is None or before[0] >= after[0]:
        return None
    (first, opening), (last, closing) = before, after
    size = line[first].size
    # The box of the printed word may have taken in a figure.
    left = min(line[first].x1, line[first].x0 + (width + 0.6 * opening.start()) * size)
    right = line[last].x0 + _EDGE * size
    head, tail = line[first].text[: opening.end()], line[last].text[closing.start() :]
    return Blank(first, last, left - _EDGE * size, right, head, tail, most)


def _read_before(line: Sequence[Word], blank: Blank) -> str:
    covered = " ".join(word.text for word in line[blank.first : blank.last + 1])
    if blank.most is None:
        covered = _NUMBER.sub("", covered)
    return covered.removeprefix(blank.before).removesuffix(blank.after).strip(" :./,")


def _needs_look(line: Sequence[Word], blank: Blank) -> bool:
    """False for a month that was read well: it is printed nearly always."""
    read = _read_before(line, blank)
    return not (blank.most == 12 and read.isdigit() and _is_possible(read, 12))


def _is_clear(line: Sequence[Word], blank: Blank) -> bool:
    return _read_before(line, blank).isdigit() and min(map(_trust, line[blank.first : blank.last + 1])) > _SURE


def _is_printed(line: Sequence[Word], blank: Blank, scale: float, page: Inked) -> bool:
    """True for figures that were read clearly, where all ink is black."""
    return _is_clear(line, blank) and page.is_black(_place(line[blank.first], blank, scale, _SIZES[0]))


def _fill(line: list[Word], blank: Blank, scale: float, page: Inked) -> list[Word]:
    """The line with the figures in the blank, or with the doubt that they deserve."""
    read = _read_before(line, blank)
    looks = [_look(line[blank.first], blank, scale, page, _SIZES[0])]
    value, probability = looks[0]
    if _is_clear(line, blank):
        # Printed, or as clear as print: only a sure look that sees something else puts it in doubt.
        # A figure that the net passed over says nothing.
        is_other = value != read and len(value) == len(read) and _is_possible(value, blank.most)
        is_other = is_other and probability > _PROBABLE
        return _doubt(line) if is_other else line
    found = value if value == read and _is_possible(read, blank.most) and probability > _CONFIRMED else None
    while found is None and len(looks) < len(_SIZES):
        looks.append(_look(line[blank.first], blank, scale, page, _SIZES[len(looks)]))
        found = _agree(looks, blank.most)
    if found is not None and found == read:
        return [msgspec.structs.replace(word, confidence=max(_trust(word), _BELIEVED)) for word in line]
    if found is not None:
        return [*line[: blank.first], *_write(line, blank, found), *line[blank.last + 1 :]]
    return _doubt(line) if read or blank.most is None else line


def _agree(looks: Sequence[tuple[str, float]], most: int | None) -> str | None:
    """What the last look saw, where one before it saw the same and both are sure enough."""
    value, probability = looks[-1]
    same = [other for text, other in looks[:-1] if text == value]
    if not same or not _is_possible(value, most) or min(probability, *same) < _LEAST:
        return None
    return value if (probability + max(same)) / 2 > (_AGREED if len(looks) == 2 else _OUTVOTED) else None


def _doubt(line: Sequence[Word]) -> list[Word]:
    return [msgspec.structs.replace(word, confidence=min(_trust(word), _DOUBTED)) for word in line]


def _trust(word: Word) -> float:
    return 1.0 if word.confidence is None else word.confidence


def _is_possible(value: str, most: int | None) -> bool:
    """A number of up to five figures; a day or month of one or two that there is."""
    if not value.isdigit():
        return False
    return len(value) < 6 if most is None else len(value) < 3 and 0 < int(value) <= most


def _write(line: Sequence[Word], blank: Blank, value: str) -> list[Word]:
    """The print before, the figures and the print after as words of their own."""
    first, last = line[blank.first], line[blank.last]
    begin = blank.left + _EDGE * first.size
    end = max(blank.right - (0.8 if blank.most is None else _EDGE) * first.size, begin)
    pieces = [(blank.before, first.x0, max(begin, first.x0)), (value, begin, end), (blank.after, end, last.x1)]
    return [
        msgspec.structs.replace(first, text=text, x0=x0, x1=x1, confidence=_BELIEVED) for text, x0, x1 in pieces if text
    ]


def _look(word: Word, blank: Blank, scale: float, page: Inked, size: float) -> tuple[str, float]:
    """What the net reads in the blank, with its probability; a number counts only with the slash behind it."""
    shares: dict[str, float] = {}
    slashed: dict[str, float] = {}
    for text, probability in read_digits(_cut(page.head, _place(word, blank, scale, size))):
        value, slash, _ = text.partition("/")
        shares[value] = shares.get(value, 0.0) + probability
        slashed[value] = slashed.get(value, 0.0) + (probability if slash else 0.0)
    best = max(shares, key=lambda value: shares[value])
    is_cut_off = blank.most is None and slashed[best] < 0.3 * shares[best]
    return best, 0.0 if is_cut_off else shares[best]


def _place(word: Word, blank: Blank, scale: float, size: float) -> tuple[int, int, int, int]:
    """The strip of a blank in pixels, as high as figures by hand are, times `size`."""
    base, high = word.bottom - _DESCENT * word.size, size * word.size
    top, bottom = round((base - _ABOVE * high) / scale), round((base + _BELOW * high) / scale)
    return round(blank.left / scale), top, round(blank.right / scale), bottom


def _cut(ink: Any, box: Sequence[int]) -> list[list[float]]:
    """A strip of the page as ink from 0 to 1, whatever the paper's shade and the pen's."""
    from PIL import Image

    left, top, right, bottom = box
    piece = ink.crop((left, top, max(right, left + 8), max(bottom, top + 8)))
    width = max(round(HEIGHT * piece.width / piece.height), 8)
    piece = piece.resize((width, HEIGHT), Image.Resampling.BOX)
    data = piece.tobytes()
    levels = sorted(data)
    paper, dark = levels[int(0.85 * len(levels))] - 8, levels[int(0.02 * len(levels))]
    reach = max(paper - dark, 60)
    return [
        [min(max((paper - level) / reach, 0.0), 1.0) for level in data[row * width : (row + 1) * width]]
        for row in range(HEIGHT)
    ]
