"""Letters of the components of a paper as Word styles: what a form says of them in `forms.py`, made into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import ParagraphStyle

FONT = "Times New Roman"
OPEN_STYLE = "Cần bổ sung"
Alignment = Literal["left", "center", "both"]


class LetterStyle(msgspec.Struct, frozen=True):
    """A component: size in points, spaces in points, first line in millimetres.

    `line_spacing` counts lines up to 5, above that points exactly. `rule` draws the lower border, `boxed` all four.
    """

    name: str
    size: float
    bold: bool = False
    italic: bool = False
    alignment: Alignment = "center"
    before: float = 0
    after: float = 0
    first_line: float = 0
    line_spacing: float = 1.0
    keep_with_next: bool = False
    underline: bool = False
    rule: bool = False
    boxed: bool = False


def add_styles(word: WordDocument, styles: tuple[LetterStyle, ...]) -> None:
    """Set the default letters and add every style of the table; the mark of open places is a character style."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn

    _set_defaults(word)
    names = {style.name for style in word.styles}
    for letter in styles:
        style = (
            word.styles[letter.name]
            if letter.name in names
            else word.styles.add_style(letter.name, WD_STYLE_TYPE.PARAGRAPH)
        )
        style.base_style = word.styles["Normal"]
        style.quick_style = True
        if letter.name == "Heading 1":
            style.next_paragraph_style = word.styles["Nội dung"]
        _set_letters(style, letter)
    mark = word.styles.add_style(OPEN_STYLE, WD_STYLE_TYPE.CHARACTER)
    shade = mark.element.get_or_add_rPr().makeelement(qn("w:shd"), {})
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", "FFF2CC")):
        shade.set(qn(f"w:{key}"), value)
    mark.element.get_or_add_rPr().append(shade)


def _set_defaults(word: WordDocument) -> None:
    """Times New Roman 14 for all scripts, no theme font, Vietnamese as the language."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    normal = word.styles["Normal"]
    set_font(normal)
    normal.font.size = Pt(14)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    for fonts in word.styles.element.iter(qn("w:rFonts")):
        for key in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[key]
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")


def set_font(style: ParagraphStyle) -> None:
    """Times New Roman for Latin, East Asian and complex scripts alike, in black."""
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for key in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{key}"), FONT)
    style.font.color.rgb = RGBColor(0, 0, 0)


def _set_letters(style: ParagraphStyle, letter: LetterStyle) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    set_font(style)
    style.font.size, style.font.bold, style.font.italic = Pt(letter.size), letter.bold, letter.italic
    style.font.all_caps, style.font.underline = False, letter.underline
    layout = style.paragraph_format
    layout.alignment = {
        "left": WD_ALIGN_PARAGRAPH.LEFT,
        "center": WD_ALIGN_PARAGRAPH.CENTER,
        "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
    }[letter.alignment]
    layout.space_before, layout.space_after = Pt(letter.before), Pt(letter.after)
    layout.first_line_indent = Mm(letter.first_line)
    layout.line_spacing = letter.line_spacing if letter.line_spacing < 5 else Pt(letter.line_spacing)
    layout.keep_with_next = letter.keep_with_next
    layout.keep_together = letter.keep_with_next
    layout.widow_control = True
    sides = ("top", "left", "bottom", "right") if letter.boxed else ("bottom",) if letter.rule else ()
    if sides:
        _draw_border(style, sides)


def _draw_border(style: ParagraphStyle, sides: tuple[str, ...]) -> None:
    """Borders of a paragraph as solid lines of 0.75 point."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:pBdr")
    for side in sides:
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    spacing = style.element.get_or_add_pPr().find(qn("w:spacing"))
    spacing.addprevious(borders)
