"""Sections of a .docx (*phân đoạn trang*): paper and margins, and the page numbers in running heads and feet."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml import etree

from vanban.model.layout import Address, Letters, PageNumber, Section
from vanban.read.docx_inline import MC, is_page_field
from vanban.read.docx_parts import Parts, R, W
from vanban.read.docx_styles import (
    Look,
    Style,
    combine_looks,
    find_child,
    get_value,
    is_on,
    read_int,
    read_look,
    read_styles,
)

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_Chain = Callable[[etree._Element], list[etree._Element]]
# Word's own running heads have a tab stop in the middle and one on the right.
_BY_TABS = {1: "center", 2: "right"}


def read_section(
    element: etree._Element,
    index: int,
    paragraphs: tuple[int, int],
    numbers: tuple[PageNumber, ...],
    *,
    headed: bool,
    has_table: bool,
) -> Section:
    """One `w:sectPr`; what it does not say is what Word takes for it: Letter paper, margins of an inch."""
    size, margins = element.find(f"{W}pgSz"), element.find(f"{W}pgMar")
    title, form = element.find(f"{W}titlePg"), element.find(f"{W}pgNumType")
    width, height = _length(size, "w", 12240), _length(size, "h", 15840)
    return Section(
        index=index,
        first=paragraphs[0],
        last=paragraphs[1],
        width=width,
        height=height,
        top=_length(margins, "top", 1440),
        bottom=_length(margins, "bottom", 1440),
        left=_length(margins, "left", 1440),
        right=_length(margins, "right", 1440),
        landscape=width > height,
        title_page=title is not None and is_on(get_value(title)),
        number_format=None if form is None else form.get(f"{W}fmt"),
        numbers=numbers,
        headed=headed,
        has_table=has_table,
    )


def _length(element: etree._Element | None, key: str, default: int) -> float:
    """A length in millimetres; a negative margin holds its place against the running head all the same."""
    twips = None if element is None else read_int(element.get(f"{W}{key}"))
    return round(abs(default if twips is None else twips) / 1440 * 25.4, 1)


def find_numbers(
    parts: Parts,
    section: etree._Element,
    heads: dict[tuple[str, str], str],
    addresses: Mapping[etree._Element, Address],
    chain: _Chain,
    fonts: Mapping[str, str],
) -> tuple[tuple[PageNumber, ...], bool]:
    """The page numbers of a section, and whether its running head or foot prints anything else.

    `heads` holds the relation ids of the section before by place and form, and is brought up to this one.
    """
    for place in ("header", "footer"):
        for reference in section.iterchildren(f"{W}{place}Reference"):
            heads[place, reference.get(f"{W}type") or "default"] = reference.get(f"{R}id", "")
    found: list[PageNumber] = []
    headed = False
    for (place, form), identifier in heads.items():
        root = parts.by_id.get(identifier)
        for paragraph in root.iter(f"{W}p") if root is not None else ():
            number = _read_number(parts, paragraph, place, form, addresses, chain, fonts)
            if number is not None:
                found.append(number)
            else:
                headed = headed or any((text.text or "").strip() for text in paragraph.iter(f"{W}t"))
    return tuple(found), headed


def _read_number(
    parts: Parts,
    paragraph: etree._Element,
    place: str,
    form: str,
    addresses: Mapping[etree._Element, Address],
    chain: _Chain,
    fonts: Mapping[str, str],
) -> PageNumber | None:
    """The page number that a paragraph prints, None where it prints none."""
    if paragraph not in addresses or any(True for _ in paragraph.iterancestors(f"{MC}Fallback")):
        return None
    words, tabs, run = "", 0, None
    fields: list[list[str]] = []  # instruction, then "" or "result"
    for element in paragraph.iter():
        if next(element.iterancestors(f"{W}p"), None) is not paragraph:
            continue  # of a text box anchored here
        tag = element.tag
        if tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                fields.append(["", ""])
            elif kind == "separate" and fields:
                fields[-1][1] = "result"
            elif kind == "end" and fields:
                fields.pop()
        elif tag == f"{W}instrText" and fields:
            fields[-1][0] += element.text or ""
            run = element.getparent() if _is_number(fields[-1][0]) else run
        elif tag == f"{W}fldSimple" and _is_number(element.get(f"{W}instr", "")):
            run = find_child(element, f"{W}r") if find_child(element, f"{W}r") is not None else element
        elif tag in (f"{W}tab", f"{W}ptab") and run is None and _is_inside(element, "r"):
            tabs += 1
        elif tag == f"{W}t" and not any(is_page_field(code) for code, _ in fields):
            words += "" if _is_inside(element.getparent(), "fldSimple") else (element.text or "")
    if run is None:
        return None
    properties = chain(paragraph)
    own = next((value for pr in properties if (value := get_value(find_child(pr, f"{W}jc")))), "left")
    frame = next((found for pr in properties if (found := find_child(pr, f"{W}framePr")) is not None), None)
    alignment = frame.get(f"{W}xAlign") or own if frame is not None else own
    if alignment in ("left", "start", "both"):
        alignment = _BY_TABS.get(tabs, "left")
    box = next(paragraph.iterancestors(f"{_DRAWING}anchor"), None)
    if box is not None:
        alignment = box.findtext(f"{_DRAWING}positionH/{_DRAWING}align") or "center"
    part = paragraph.getroottree().getroot()
    others = [
        text for text in part.iter(f"{W}t") if (text.text or "").strip() and paragraph not in text.iterancestors()
    ]
    letters = _read_letters(parts, paragraph, run, fonts)
    return PageNumber(place, form, addresses[paragraph], alignment, letters, words.strip(), not others)


def _is_inside(element: etree._Element | None, name: str) -> bool:
    parent = None if element is None else element.getparent()
    return parent is not None and parent.tag == f"{W}{name}"


def _is_number(instruction: str) -> bool:
    """The number of the page itself; that of all pages is not enough."""
    return instruction.split()[:1] == ["PAGE"]


def _read_letters(parts: Parts, paragraph: etree._Element, run: etree._Element, fonts: Mapping[str, str]) -> Letters:
    styles = read_styles(parts.by_kind.get("styles"))
    own = find_child(paragraph, f"{W}pPr")
    named = None if own is None else get_value(find_child(own, f"{W}pStyle"))
    style = styles.by_id.get(named, styles.default) if named else styles.default
    direct = find_child(run, f"{W}rPr")
    word = None if direct is None else get_value(find_child(direct, f"{W}rStyle"))
    character = styles.by_id.get(word, Style()).look if word else Look()
    return make_letters(combine_looks(styles.look, style.look, character, read_look(direct)), fonts)


def make_letters(look: Look, fonts: Mapping[str, str]) -> Letters:
    """The letters of a run whose look is known; fonts of the theme by their names."""
    face = fonts.get(look.face, None) if look.face and look.face.startswith("+") else look.face
    colour = None if look.colour in (None, "auto", "none") else str(look.colour).upper()
    # "Times New Roman Bold" is a face of its own in files that were made out of PDF.
    name = (face or "").lower()
    bold, italic = bool(look.bold) or "bold" in name, bool(look.italic) or "italic" in name
    return Letters(face, look.size, bold, italic, bool(look.underline), colour)
