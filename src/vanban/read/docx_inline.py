"""What stands inside a paragraph of a .docx (*nội dung đoạn*): pieces of text with their look, and text boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from vanban.read.docx_fonts import LegacyFonts
from vanban.read.docx_parts import W
from vanban.read.docx_styles import Look, Style, Styles, combine_looks, read_look

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

# Deleted and moved-away text is gone once the changes are accepted; the rest holds no text that is printed.
_SKIPPED = frozenset(
    W + name
    for name in (
        "del", "moveFrom", "pPr", "rPr", "bookmarkStart", "bookmarkEnd", "proofErr", "delText", "rt",
        "delInstrText", "commentReference", "annotationRef", "footnoteReference", "endnoteReference", "footnoteRef",
        "endnoteRef", "lastRenderedPageBreak", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "pgNum",
    )
)  # fmt: skip
_TEXT = W + "t"
_SIGN = W + "sym"
_SOFT_HYPHEN = "\xad"  # TCVN3 has its ư at this place, and LibreOffice writes it so
_FIXED = {
    W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-",
    W + "softHyphen": _SOFT_HYPHEN,
}  # fmt: skip
_PRINTED = frozenset((_TEXT, _MATH_TEXT, _SIGN, *_FIXED))
_ALTERNATE = MC + "AlternateContent"
_PICTURES = (W + "drawing", W + "pict", W + "object")
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
# Signs of Wingdings and Symbol that official papers use: hands, boxes, arrows, bullets.
_SYMBOLS = {
    0xB7: "•", 0xA7: "▪", 0xA8: "□", 0x6F: "□", 0xFE: "☒", 0xFC: "✓", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0x2D: "-",
    0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xB0: "°",
}  # fmt: skip


_PLAIN = Look()
_UNSTYLED = Style()
# Names of elements and attributes, put together once: the loops below run for every run of a document.
_CHAR_TAG = f"{W}char"
_FLD_CHAR_TAG = f"{W}fldChar"
_FLD_CHAR_TYPE_TAG = f"{W}fldCharType"
_FLD_SIMPLE_TAG = f"{W}fldSimple"
_INSTR_TAG = f"{W}instr"
_INSTR_TEXT_TAG = f"{W}instrText"
_R_TAG = f"{W}r"
_R_PR_TAG = f"{W}rPr"
_R_STYLE_TAG = f"{W}rStyle"
_TXBX_CONTENT_TAG = f"{W}txbxContent"
_VAL_TAG = f"{W}val"


class Piece(NamedTuple):
    """Characters of one look; a line break is a piece "\\n" of its own."""

    text: str
    look: Look


class Paragraph(NamedTuple):
    """The pieces of a paragraph in order, and the contents of the text boxes anchored in it."""

    pieces: list[Piece]
    boxes: list[etree._Element]


class Fields:
    """Which complex fields (*trường*) are open: they may begin and end in different runs and paragraphs."""

    def __init__(self, drops_pages: bool = False) -> None:
        self._open: list[list[str]] = []  # instruction, then "" or "result"
        self._drops_pages = drops_pages

    def mark(self, kind: str | None) -> None:
        if kind == "begin":
            self._open.append(["", ""])
        elif kind == "separate" and self._open:
            self._open[-1][1] = "result"
        elif kind == "end" and self._open:
            self._open.pop()

    def instruct(self, text: str) -> None:
        if self._open:
            self._open[-1][0] += text

    def hides(self) -> bool:
        """True inside an instruction, and inside a page number where those are dropped."""
        if not self._open:
            return False
        return any(not state or (self._drops_pages and is_page_field(instruction)) for instruction, state in self._open)

    def drops(self, instruction: str) -> bool:
        return self._drops_pages and is_page_field(instruction)

    def end_paragraph(self) -> None:
        """An instruction never goes beyond its paragraph: a broken field must not swallow the document."""
        if self._open and not self._open[-1][1]:
            self._open.clear()


def is_page_field(instruction: str) -> bool:
    """True for the fields that print a page number or the number of pages."""
    return bool(_PAGE_FIELD.match(instruction))


def read_paragraph(
    paragraph: etree._Element, style: Style, styles: Styles, fields: Fields, fonts: LegacyFonts
) -> Paragraph:
    """The printed text of one `w:p`: insertions kept, deletions dropped, of fields the result alone."""
    result = Paragraph([], [])
    has_legacy = False
    current: etree._Element | None = None
    look = combine_looks(styles.look, style.look, _PLAIN, _PLAIN)
    for element, properties in _walk(paragraph, fields):
        if element.tag in _PICTURES:
            result.boxes.extend(find_boxes(element))
            continue
        text = _read_character(element)
        if not text:
            continue
        # A run's look is found once, however many pieces it has.
        if properties is not current and properties is not None:
            current = properties
            direct, named = read_look(properties), find_style(properties)
            character = styles.by_id.get(named, _UNSTYLED).look if named else _PLAIN
            look = combine_looks(styles.look, style.look, character, direct)
        if look.hidden or (text == _SOFT_HYPHEN and not look.font):
            continue
        if look.font:
            has_legacy = True
            fonts.collect(text, look.font)
        result.pieces.append(Piece(text.upper() if look.caps and not look.font else text, look))
    fields.end_paragraph()
    return Paragraph(_decode_pieces(result.pieces, fonts), result.boxes) if has_legacy else result


def _decode_pieces(pieces: list[Piece], fonts: LegacyFonts) -> list[Piece]:
    """The pieces as printed; one that a legacy font empties, a mark gone to the letter before, falls out.

    So does a soft hyphen that is no letter of the font.
    """
    decoded = zip(fonts.decode(pieces), pieces, strict=True)
    return [Piece(text.upper() if look.caps else text, look) for text, (_, look) in decoded if text.strip(_SOFT_HYPHEN)]


def find_style(properties: etree._Element) -> str | None:
    """The character style that a `w:rPr` names; it comes first where it is there (ECMA-376 17.3.2.28)."""
    first = next(iter(properties), None)
    return first.get(_VAL_TAG) if first is not None and first.tag == _R_STYLE_TAG else None


def _walk(paragraph: etree._Element, fields: Fields) -> Iterator[tuple[etree._Element, etree._Element | None]]:
    """The elements that print something, in order, each with the properties of its run.

    That is the run itself, which says nothing of its look, where it has none, and None outside of runs.
    """
    stack: list[tuple[etree._Element, etree._Element | None]] = [
        (child, None) for child in reversed(paragraph) if child.tag not in _SKIPPED
    ]
    while stack:
        element, properties = stack.pop()
        tag = element.tag
        if tag in _PRINTED:
            if not fields.hides():
                yield element, properties
        elif tag == _R_TAG:
            children = list(element)
            properties = element
            if children and children[0].tag == _R_PR_TAG:  # it comes first where it is there (ECMA-376 17.3.2.28)
                properties = children.pop(0)
            if len(children) == 1 and children[0].tag == _TEXT:  # nearly every run
                if not fields.hides():
                    yield children[0], properties
                continue
            stack.extend([(child, properties) for child in reversed(children)])
        elif tag == _FLD_CHAR_TAG:
            fields.mark(element.get(_FLD_CHAR_TYPE_TAG))
        elif tag == _INSTR_TEXT_TAG:
            fields.instruct(element.text or "")
        elif tag in _PICTURES:
            yield element, properties
        elif tag == _ALTERNATE:
            stack.extend((child, properties) for child in reversed(list(choose_alternate(element))))
        elif tag == _FLD_SIMPLE_TAG and fields.drops(element.get(_INSTR_TAG, "")):
            continue
        elif tag not in _SKIPPED:
            stack.extend((child, properties) for child in reversed(element))


def _read_character(element: etree._Element) -> str:
    tag = element.tag
    if tag in _FIXED:
        return _FIXED[tag]
    if tag == _SIGN:
        try:
            code = int(element.get(_CHAR_TAG, ""), 16)
        except ValueError:
            return ""
        return _SYMBOLS.get(code & 0xFF if code >= 0xF000 else code, chr(code) if 32 <= code < 0xD800 else "•")
    # A line end inside `w:t` is XML's, not the paragraph's: Word prints a blank.
    return (element.text or "").replace("\r", " ").replace("\n", " ")


def choose_alternate(element: etree._Element) -> Iterator[etree._Element]:
    """The children of the one branch of `mc:AlternateContent` that is printed: both hold the same text."""
    branch = element.find(f"{MC}Choice")
    if branch is None:
        branch = element.find(f"{MC}Fallback")
    return iter(branch if branch is not None else ())


def find_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The `w:txbxContent` of a drawing, each once; boxes inside a box belong to its own paragraphs."""
    stack = [element]
    while stack:
        current = stack.pop()
        if current.tag == _TXBX_CONTENT_TAG:
            yield current
        elif current.tag == _ALTERNATE:
            stack.extend(reversed(list(choose_alternate(current))))
        else:
            stack.extend(reversed(current))


def summarise(pieces: list[Piece]) -> tuple[bool | None, bool | None, float | None]:
    """Bold, italic and size of a line: bold and italic where all that is visible is, the size of most characters."""
    visible = [piece for piece in pieces if piece.text.strip()]
    if not visible:
        return None, None, None
    looks = {piece.look for piece in visible}
    if len(looks) == 1:
        look = visible[0].look
        return bool(look.bold), bool(look.italic), look.size
    sizes: dict[float | None, int] = {}
    for piece in visible:
        sizes[piece.look.size] = sizes.get(piece.look.size, 0) + len(piece.text)
    size = max(sizes, key=lambda known: sizes[known])
    return all(look.bold for look in looks), all(look.italic for look in looks), size
