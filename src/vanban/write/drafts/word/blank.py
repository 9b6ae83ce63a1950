"""The Word file of a form before anything is written: page, styles, lists and page number, made once for each form."""

from __future__ import annotations

import functools
import io
import zipfile
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

from vanban.write.drafts.word.forms import PAGE, Form
from vanban.write.drafts.word.letter_styles import add_styles
from vanban.write.drafts.word.numbering import add_lists

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_MAIN, _CORE = "word/document.xml", "docProps/core.xml"
_TITLE = "TITLE-OF-THE-PAPER"


class Blank(NamedTuple):
    """The parts of the package in order, the ids of the styles by name, what stands before and after the body."""

    parts: tuple[tuple[str, bytes], ...]
    styles: dict[str, str]
    before: str
    after: str

    def fill(self, body: str, title: str) -> bytes:
        """The package with a body; the same body gives the same bytes, as times are fixed."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in self.parts:
                if name == _MAIN:
                    data = f"{self.before}{body}{self.after}".encode()
                elif name == _CORE:
                    data = data.replace(_TITLE.encode(), escape(title).encode())
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                package.writestr(entry, data, zipfile.ZIP_DEFLATED)
        return made.getvalue()


@functools.cache
def make_blank(form: Form, first_line: float) -> Blank:
    """The blank of a form; labels stand `first_line` millimetres in."""
    import docx

    word = docx.Document()
    add_styles(word, form.styles)
    add_lists(word, form.part, first_line)
    _set_page(word, form)
    _set_properties(word)
    saved = io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as package:
        parts = tuple((name, package.read(name)) for name in package.namelist())
    main = dict(parts)[_MAIN].decode()
    body, section = main.index("<w:body>") + len("<w:body>"), main.index("<w:sectPr")
    return Blank(parts, {style.name: style.style_id for style in word.styles}, main[:body], main[section:])


def _set_page(word: WordDocument, form: Form) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    section = word.sections[0]
    section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
    top, bottom, left, right = (Mm(margin) for margin in form.margins)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = top, bottom, left, right
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    place = section.header.paragraphs[0]
    place.style = word.styles["Số trang"]
    for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("result", "2"), ("end", "")):
        run = place.add_run(text if kind == "result" else "")
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif not kind:
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = text
            run._r.append(code)


def _set_properties(word: WordDocument) -> None:
    """Title and language; no author and no time, which the draft does not know."""
    properties = word.core_properties
    properties.title, properties.language = _TITLE, "vi-VN"
    properties.author = properties.comments = properties.last_modified_by = ""
    for child in list(properties._element):
        if child.tag.endswith(("}created", "}modified", "}lastPrinted")):
            properties._element.remove(child)
