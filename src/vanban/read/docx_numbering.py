"""Automatic numbers of a .docx (*đánh số tự động*), as Word prints them: they are not in the text of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from vanban.lexicon.legacy_fonts import decode_font, is_unicode
from vanban.read.docx_parts import W
from vanban.read.docx_styles import get_value, is_on, read_int, read_look

_LEVELS = 9
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# Bullets stand in the private area of Symbol and Wingdings.
_BULLETS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf02d": "-", "\uf0fc": "✓", "\uf076": "❖", "\uf0a8": "□",
    "\uf06f": "□", "\uf0e8": "➔", "\uf0e0": "→", "\uf02b": "+", "\uf02a": "*", "\uf0be": "–", "\uf0fe": "☒",
}  # fmt: skip
_PRIVATE = re.compile("[\ue000-\uf8ff]")


class Level(NamedTuple):
    """One level of a list: first number, format, pattern ("%1.%2."), what follows, after which level it restarts."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str | None = None


class List(NamedTuple):
    """A `w:num`: the list that it counts in, its levels, and the numbers at which it starts anew."""

    counter: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


def read_lists(root: etree._Element | None) -> Mapping[str, List]:
    """All lists of numbering.xml by `numId`."""
    return {} if root is None else _Lists(root)


class _Lists(Mapping[str, List]):
    """Lists that are read when a paragraph counts in them: a file declares forty, of nine levels each, and uses few."""

    def __init__(self, root: etree._Element) -> None:
        self._abstracts = {element.get(f"{W}abstractNumId", ""): element for element in root.iter(f"{W}abstractNum")}
        # A list by style: the abstract list that names the style stands for the one that is linked to it.
        self._linked = {get_value(element.find(f"{W}styleLink")): key for key, element in self._abstracts.items()}
        self._elements = {element.get(f"{W}numId", ""): element for element in root.iter(f"{W}num")}
        self._known: dict[str, List] = {}

    def __getitem__(self, number: str) -> List:
        if number not in self._known:
            self._known[number] = self._read(self._elements[number])
        return self._known[number]

    def __iter__(self) -> Iterator[str]:
        return iter(self._elements)

    def __len__(self) -> int:
        return len(self._elements)

    def _read(self, element: etree._Element) -> List:
        key = get_value(element.find(f"{W}abstractNumId")) or ""
        levels = self._read_abstract(key)
        if key in self._abstracts and not levels:
            key = self._linked.get(get_value(self._abstracts[key].find(f"{W}numStyleLink")), key)
            levels = self._read_abstract(key)
        starts: dict[int, int] = {}
        for override in element.iter(f"{W}lvlOverride"):
            level = read_int(override.get(f"{W}ilvl")) or 0
            levels.update(_read_levels(override))
            start = read_int(get_value(override.find(f"{W}startOverride")))
            if start is not None:
                starts[level] = start
        return List(key, levels, starts)

    def _read_abstract(self, key: str) -> dict[int, Level]:
        return _read_levels(self._abstracts[key]) if key in self._abstracts else {}


def _read_levels(element: etree._Element) -> dict[int, Level]:
    levels = {}
    for level in element.iterchildren(f"{W}lvl"):
        start = read_int(get_value(level.find(f"{W}start")))
        legal = level.find(f"{W}isLgl")
        levels[read_int(level.get(f"{W}ilvl")) or 0] = Level(
            start=0 if start is None else start,
            form=get_value(level.find(f"{W}numFmt")) or "decimal",
            pattern=_read_pattern(level),
            suffix=get_value(level.find(f"{W}suff")) or "tab",
            restart=read_int(get_value(level.find(f"{W}lvlRestart"))),
            legal=legal is not None and is_on(get_value(legal)),
            style=get_value(level.find(f"{W}pStyle")),
        )
    return levels


def _read_pattern(level: etree._Element) -> str:
    pattern = get_value(level.find(f"{W}lvlText")) or ""
    font = read_look(level.find(f"{W}rPr")).font
    return decode_font(pattern, font) if font and not is_unicode(pattern) else pattern


class Counters:
    """The state of all lists while the paragraphs pass in order."""

    def __init__(self, lists: Mapping[str, List]) -> None:
        self._lists = lists
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def find_level(self, number: str, style: str | None) -> int:
        """The level that a style stands for in a list, where the paragraph does not say."""
        known = self._lists.get(number)
        for index, level in known.levels.items() if known and style else ():
            if level.style == style:
                return index
        return 0

    def count(self, number: str, index: int) -> str:
        """Count one paragraph of list `number` at level `index` and give its label, with what stands after it."""
        known = self._lists.get(number)
        if known is None or index not in known.levels or not 0 <= index < _LEVELS:
            return ""
        level = known.levels[index]
        counts = self._counts.setdefault(known.counter, [None] * _LEVELS)
        current = counts[index]
        if index in known.starts and (number, index) not in self._started:
            counts[index] = known.starts[index]
        else:
            counts[index] = level.start if current is None else current + 1
        self._started.add((number, index))
        for deeper in range(index + 1, _LEVELS):
            restart = known.levels.get(deeper, Level()).restart
            if restart is None or (restart != 0 and index < restart):
                counts[deeper] = None
        label = _render(level, known.levels, counts)
        return label if not label or level.suffix == "nothing" or label[-1].isspace() else f"{label} "


def _render(level: Level, levels: Mapping[int, Level], counts: list[int | None]) -> str:
    if level.form == "none":
        return ""
    if level.form == "bullet":
        return _PRIVATE.sub("•", "".join(_BULLETS.get(sign, sign) for sign in level.pattern))

    def fill(found: re.Match[str]) -> str:
        index = int(found[1]) - 1
        other = levels.get(index, Level())
        count = counts[index]
        form = "decimal" if level.legal else other.form
        return format_number(other.start if count is None else count, form)

    return re.sub(r"%([1-9])", fill, level.pattern)


def format_number(number: int, form: str) -> str:
    """A number in one of Word's formats; a format not known here is printed as decimal.

    >>> [format_number(5, form) for form in ("decimal", "lowerLetter", "upperRoman", "decimalZero")]
    ['5', 'e', 'V', '05']
    >>> format_number(28, "lowerLetter")
    'bb'
    """
    if form in ("lowerLetter", "upperLetter") and 0 < number <= 780:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        roman = ""
        for value, letters in _ROMAN:
            roman += letters * (number // value)
            number %= value
        return roman if form == "lowerRoman" else roman.upper()
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "none":
        return ""
    return str(number)
