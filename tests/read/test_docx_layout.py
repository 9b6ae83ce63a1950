"""The layout of a .docx beside its lines: inheritance resolved, places of page numbers found, each run where it is."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from vanban.model.layout import Layout, Letters, PageNumber
from vanban.model.text import Text
from vanban.read import read_text
from vanban.read.docx_layout import read_layout

Word = Any


def laid_out(write: Callable[[Word], None]) -> tuple[Text, Layout]:
    word = docx.Document()
    word.styles["Normal"].font.name, word.styles["Normal"].font.size = "Times New Roman", Pt(14)
    write(word)
    buffer = io.BytesIO()
    word.save(buffer)
    text = read_text(buffer.getvalue(), "a.docx")
    layout = read_layout(buffer.getvalue(), "a.docx", text)
    assert layout is not None
    assert len(layout.lines) == len(text.lines)
    return text, layout


def runs(text: Text, layout: Layout) -> list[tuple[str, Letters]]:
    return [
        (text.text[line.start + run.start : line.start + run.end], run.letters)
        for line, look in zip(text.lines, layout.lines, strict=True)
        for run in look.runs
    ]


def test_runs_have_their_own_letters() -> None:
    def write(word: Word) -> None:
        paragraph = word.add_paragraph("Số: ")
        run = paragraph.add_run("15/QĐ")
        run.bold, run.italic, run.underline, run.font.size = True, True, True, Pt(13)
        run.font.name, run.font.color.rgb = "Arial", RGBColor(0xFF, 0, 0)

    assert runs(*laid_out(write)) == [
        ("Số: ", Letters("Times New Roman", 14.0)),
        ("15/QĐ", Letters("Arial", 13.0, True, True, True, "FF0000")),
    ]


def test_styles_are_inherited_and_toggles_cancel() -> None:
    def write(word: Word) -> None:
        outer = word.styles.add_style("Ngoài", 1)
        outer.base_style, outer.font.bold, outer.font.size = word.styles["Normal"], True, Pt(12)
        inner = word.styles.add_style("Trong", 1)
        inner.base_style, inner.paragraph_format.space_before = outer, Pt(6)
        inner.paragraph_format.first_line_indent, inner.paragraph_format.alignment = Mm(10), ALIGN.JUSTIFY
        strong = word.styles.add_style("Đậm", 2)
        strong.font.bold = True
        paragraph = word.add_paragraph("Một ", style="Trong")
        paragraph.add_run("hai", style="Đậm")

    text, layout = laid_out(write)
    assert runs(text, layout) == [
        ("Một ", Letters("Times New Roman", 12.0, True)),
        ("hai", Letters("Times New Roman", 12.0, False)),
    ]
    (look,) = layout.paragraphs.values()
    assert (look.alignment, look.first_line, look.before) == ("both", pytest.approx(10, abs=0.1), 6)


def test_lines_of_one_paragraph_are_told_apart() -> None:
    def write(word: Word) -> None:
        cell = word.add_table(1, 2).cell(0, 0)
        run = cell.paragraphs[0].add_run("UBND TỈNH BÌNH SƠN")
        run.add_break()
        cell.paragraphs[0].add_run("SỞ NỘI VỤ").bold = True

    assert [(words, letters.bold) for words, letters in runs(*laid_out(write))] == [
        ("UBND TỈNH BÌNH SƠN", False),
        ("SỞ NỘI VỤ", True),
    ]


def test_font_of_the_theme_has_its_name() -> None:
    def write(word: Word) -> None:
        run = word.add_paragraph().add_run("chữ")
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:asciiTheme"), "minorHAnsi")
        fonts.set(qn("w:hAnsiTheme"), "minorHAnsi")

    ((_, letters),) = runs(*laid_out(write))
    assert letters.font not in (None, "Times New Roman")
    assert not str(letters.font).startswith("+")


def test_automatic_number_is_a_label() -> None:
    text, layout = laid_out(lambda word: word.add_paragraph("việc", style="List Number"))
    (look,) = layout.paragraphs.values()
    assert text.text[: look.label].strip().startswith("1")
    assert text.text[look.label :] == "việc"


def page_number(write: Callable[[Word], None]) -> PageNumber:
    _, layout = laid_out(write)
    (number,) = layout.sections[0].numbers
    return number


def field(paragraph: Any) -> None:
    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), " PAGE ")
    paragraph._p.append(made)


def test_page_number_by_alignment_and_by_tabs() -> None:
    def centred(word: Word) -> None:
        place = word.sections[0].header.paragraphs[0]
        place.alignment = ALIGN.CENTER
        field(place)

    def tabbed(word: Word) -> None:
        place = word.sections[0].footer.paragraphs[0]
        place.add_run("Trang\t\t")
        field(place)

    assert (page_number(centred).place, page_number(centred).alignment) == ("header", "center")
    number = page_number(tabbed)
    assert (number.place, number.alignment, number.words) == ("footer", "right", "Trang")


def test_page_number_in_a_text_box_stands_where_the_box_does() -> None:
    box = (
        f'<w:r {nsdecls("w", "wp", "a")} xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<w:drawing><wp:anchor><wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
        "<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:p>"
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:txbxContent></wps:txbx></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )

    def write(word: Word) -> None:
        word.sections[0].header.paragraphs[0]._p.append(parse_xml(box))

    assert page_number(write).alignment == "center"


def test_sections_know_paper_margins_and_their_paragraphs() -> None:
    def write(word: Word) -> None:
        first = word.sections[0]
        first.page_width, first.page_height, first.left_margin = Mm(210), Mm(297), Mm(30)
        word.add_paragraph("trang dọc")
        second = word.add_section()
        second.page_width, second.page_height = Mm(297), Mm(210)
        word.add_table(2, 4).cell(0, 0).text = "TT"

    _, layout = laid_out(write)
    upright, lying = layout.sections
    assert (upright.width, upright.height, upright.left, upright.landscape) == (210.0, 297.0, 30.0, False)
    assert (lying.landscape, lying.has_table, upright.has_table) == (True, True, False)
    assert upright.last < lying.first <= lying.last


def test_other_files_have_no_layout() -> None:
    data = "Số: 12/QĐ-UBND".encode()
    assert read_layout(data, "a.txt", read_text(data, "a.txt")) is None
