"""Styles of a .docx (*kiểu định dạng*): what a paragraph and its runs look like once all inheritance is resolved."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from vanban.lexicon.legacy_fonts import find_font_code
from vanban.read.docx_parts import W

_LONGEST_CHAIN = 32
# Names of elements and attributes, put together once: the loops below run for every run of a document.
_ASCII_TAG = f"{W}ascii"
_ASCII_THEME_TAG = f"{W}asciiTheme"
_B_TAG = f"{W}b"
_CAPS_TAG = f"{W}caps"
_COLOR_TAG = f"{W}color"
_DEL_TAG = f"{W}del"
_H_ANSI_TAG = f"{W}hAnsi"
_H_ANSI_THEME_TAG = f"{W}hAnsiTheme"
_I_TAG = f"{W}i"
_ILVL_TAG = f"{W}ilvl"
_JC_TAG = f"{W}jc"
_NUM_ID_TAG = f"{W}numId"
_NUM_PR_TAG = f"{W}numPr"
_P_STYLE_TAG = f"{W}pStyle"
_R_FONTS_TAG = f"{W}rFonts"
_R_PR_TAG = f"{W}rPr"
_SZ_TAG = f"{W}sz"
_U_TAG = f"{W}u"
_VAL_TAG = f"{W}val"
_VANISH_TAG = f"{W}vanish"


class Look(NamedTuple):
    """Properties of a run or of a style's runs; None where it says nothing.

    `font` is the name of a font from before Unicode (.VnTime, VNI-Times), and "" for any other; `face` the name of any
    font, "+major" and "+minor" those of the theme. `colour` is "RRGGBB" or "auto".
    """

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    font: str | None = None
    face: str | None = None
    underline: bool | None = None
    colour: str | None = None


class Style(NamedTuple):
    """A style with what it inherits: the look of its runs, alignment, numbering (id, level) and borders."""

    look: Look = Look()
    alignment: str | None = None
    numbering: tuple[str | None, int | None] = (None, None)
    bordered: bool | None = None


class Styles(NamedTuple):
    """All styles by id, the default paragraph style, and the look of the document's defaults."""

    by_id: Mapping[str, Style]
    default: Style
    look: Look


def read_styles(root: etree._Element | None) -> Styles:
    """Resolve `basedOn` for every style of styles.xml; an absent part gives the bare defaults."""
    if root is None:
        return Styles({}, Style(), Look())
    elements = {element.get(f"{W}styleId", ""): element for element in root.iter(f"{W}style")}
    styles = _Lazy(elements)
    default = next(
        (
            styles[identifier]
            for identifier, element in reversed(elements.items())
            if element.get(f"{W}type") == "paragraph" and is_on(element.get(f"{W}default", "0"))
        ),
        Style(),
    )
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    return Styles(styles, default, read_look(defaults))


class _Lazy(Mapping[str, Style]):
    """Styles that are resolved when asked for: a file declares some 160 and uses five."""

    def __init__(self, elements: Mapping[str, etree._Element]) -> None:
        self._elements = elements
        self._resolved: dict[str, Style] = {}

    def __getitem__(self, identifier: str) -> Style:
        if identifier not in self._elements:
            raise KeyError(identifier)
        return _resolve(identifier, self._elements, self._resolved)

    def __iter__(self) -> Iterator[str]:
        return iter(self._elements)

    def __len__(self) -> int:
        return len(self._elements)


def _resolve(identifier: str, elements: Mapping[str, etree._Element], resolved: dict[str, Style]) -> Style:
    chain: list[str] = []
    while identifier in elements and identifier not in resolved and identifier not in chain:
        if len(chain) == _LONGEST_CHAIN:
            break
        chain.append(identifier)
        identifier = get_value(elements[identifier].find(f"{W}basedOn")) or ""
    style = resolved.get(identifier, Style())
    for inner in reversed(chain):
        style = _inherit(style, elements[inner])
        resolved[inner] = style
    return style


def _inherit(parent: Style, element: etree._Element) -> Style:
    own = read_look(element.find(f"{W}rPr"))
    look = _fill_look(own, parent.look)
    alignment, (number, level) = parent.alignment, parent.numbering
    properties = element.find(f"{W}pPr")
    if properties is not None:
        alignment = get_value(properties.find(f"{W}jc")) or alignment
        own_number, own_level = read_numbering_property(properties)
        number = own_number if own_number is not None else number
        level = own_level if own_level is not None else level
    borders = element.find(f"{W}tblPr/{W}tblBorders")
    bordered = parent.bordered if borders is None else has_visible_border(borders)
    return Style(look, alignment, (number, level), bordered)


def _fill_look(own: Look, above: Look) -> Look:
    return Look._make(one if one is not None else other for one, other in zip(own, above, strict=True))


def find_child(element: etree._Element, tag: str) -> etree._Element | None:
    """The first child with a tag; lxml's own `find`, which takes paths, needs twice the time."""
    return next(element.iterchildren(tag), None)


def get_value(element: etree._Element | None) -> str | None:
    """The `w:val` of an element that may be absent."""
    return None if element is None else element.get(_VAL_TAG)


def is_on(value: str | None) -> bool:
    """A toggle: present without a value means on."""
    return value not in ("0", "false", "off", "none")


def read_look(properties: etree._Element | None) -> Look:
    """What one `w:rPr` says itself."""
    if properties is None:
        return Look()
    bold = italic = caps = hidden = underline = None
    size = font = face = colour = None
    for child in properties:
        tag = child.tag
        if tag == _B_TAG:
            bold = is_on(child.get(_VAL_TAG))
        elif tag == _I_TAG:
            italic = is_on(child.get(_VAL_TAG))
        elif tag == _SZ_TAG:
            half_points = read_int(child.get(_VAL_TAG))
            size = None if half_points is None else half_points / 2
        elif tag == _CAPS_TAG:
            caps = is_on(child.get(_VAL_TAG))
        elif tag == _VANISH_TAG:
            hidden = is_on(child.get(_VAL_TAG))
        elif tag == _R_FONTS_TAG:
            font, face = read_legacy_font(child), read_face(child)
        elif tag == _U_TAG:
            underline = is_on(child.get(_VAL_TAG))
        elif tag == _COLOR_TAG:
            colour = child.get(_VAL_TAG)
    return Look(bold, italic, caps, hidden, size, font, face, underline, colour)


def read_legacy_font(fonts: etree._Element) -> str | None:
    """The font of a `w:rFonts` where it is one from before Unicode, "" where it is another, None where none is said.

    LibreOffice adds the font that it puts in its place: ".VnTime;Courier New".
    """
    if fonts.get(_H_ANSI_THEME_TAG) or fonts.get(_ASCII_THEME_TAG):
        return ""
    name = fonts.get(_H_ANSI_TAG) or fonts.get(_ASCII_TAG)
    if name is None:
        return None
    name = name.partition(";")[0].strip()
    return name if find_font_code(name) else ""


def read_face(fonts: etree._Element) -> str | None:
    """The font that a `w:rFonts` names for Vietnamese letters, "+major" or "+minor" for one of the theme."""
    theme = fonts.get(_H_ANSI_THEME_TAG) or fonts.get(_ASCII_THEME_TAG)
    if theme:
        return f"+{theme[:5]}"
    name = fonts.get(_H_ANSI_TAG) or fonts.get(_ASCII_TAG)
    return name.partition(";")[0].strip() if name else None


@functools.lru_cache(maxsize=1024)
def combine_looks(defaults: Look, paragraph: Look, character: Look, direct: Look) -> Look:
    """The look of a run: direct over styles over defaults; toggles of both styles cancel out (ECMA-376 17.7.3)."""

    def toggle(place: int) -> bool | None:
        own = direct[place]
        if own is not None:
            return bool(own)
        above, below = paragraph[place], character[place]
        if above is not None and below is not None:
            return bool(above) != bool(below)
        value = below if below is not None else above
        return bool(value) if value is not None else bool(defaults[place])

    said = zip(*(look[4:] for look in (direct, character, paragraph, defaults)), strict=True)
    rest = (next((one for one in values if one is not None), None) for values in said)
    return Look._make((toggle(0), toggle(1), toggle(2), toggle(3), *rest))


class Setting(NamedTuple):
    """What a paragraph says of itself: its style, alignment, list (`numId`) and level, and whether its end is deleted.

    Once a deletion is accepted the paragraph runs on into the next.
    """

    style: str | None = None
    alignment: str | None = None
    number: str | None = None
    level: int | None = None
    is_deleted: bool = False


_SILENT = Setting()


def read_setting(properties: etree._Element | None) -> Setting:
    """What one `w:pPr` says itself, in one walk through its children; of two that say the same the first counts."""
    if properties is None:
        return _SILENT
    style = alignment = numbering = mark = None
    for child in properties:
        tag = child.tag
        if tag == _P_STYLE_TAG:
            style = child if style is None else style
        elif tag == _JC_TAG:
            alignment = child if alignment is None else alignment
        elif tag == _NUM_PR_TAG:
            numbering = child if numbering is None else numbering
        elif tag == _R_PR_TAG:
            mark = child if mark is None else mark
    return Setting(
        get_value(style),
        get_value(alignment),
        *_read_numbering(numbering),
        mark is not None and find_child(mark, _DEL_TAG) is not None,
    )


def read_numbering_property(properties: etree._Element) -> tuple[str | None, int | None]:
    """`numId` and `ilvl` of a `w:pPr`, None where it does not say."""
    return _read_numbering(find_child(properties, _NUM_PR_TAG))


def _read_numbering(element: etree._Element | None) -> tuple[str | None, int | None]:
    if element is None:
        return None, None
    return get_value(find_child(element, _NUM_ID_TAG)), read_int(get_value(find_child(element, _ILVL_TAG)))


def has_visible_border(borders: etree._Element) -> bool:
    """Any side of a `w:tblBorders` that is drawn; the outer frame and the inner rules count alike."""
    return any(child.get(f"{W}val") not in ("none", "nil", None) for child in borders)


def read_int(value: str | None) -> int | None:
    """A whole number of an attribute; Word also writes "24.0", and broken files anything."""
    try:
        return int(float(value)) if value else None
    except (ValueError, OverflowError):
        return None
