"""What a rule looks at: one document with its zones and, of a .docx, how its text is set."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from vanban.form.repair import ReplaceWords, SetLetters
from vanban.model.document import Document, Node
from vanban.model.layout import Layout, Letters, LineLook, ParagraphLook, Section
from vanban.model.outline import Outline, Zone
from vanban.model.text import Line, Span
from vanban.notation.folding import fold

Form = Literal["state", "party", "normative"]
_CONTEXT = 40


class Sheet(msgspec.Struct, frozen=True):
    """One document of a file: what it says (`document`), where (`outline`), and how it is set.

    `looks` stand beside the outline's lines, None where the file has no layout; `sections` are those that hold text of
    the document. `headed` says that it has a heading of its own: what is issued under another document has none.
    `apart` says that the paper is of a body that has rules of its own (the Youth Union): only what all rules ask is
    asked of it.
    """

    document: Document
    outline: Outline
    form: Form
    looks: tuple[LineLook, ...] | None = None
    paragraphs: Mapping[int, ParagraphLook] = {}
    sections: tuple[Section, ...] = ()
    headed: bool = True
    first: bool = True
    apart: bool = False

    @property
    def text(self) -> str:
        """The text that all spans count in."""
        return self.outline.text

    @property
    def spaced(self) -> bool:
        """Whether blanks are those that were typed: a PDF has them where words stand apart, a stamped number too."""
        return self.outline.reader != "pdf"

    @property
    def kind(self) -> str:
        """The type in small letters, "" where it is not known."""
        return self.document.document_type.name.lower() if self.document.document_type else ""

    @property
    def notation(self) -> str:
        """The symbol behind the number."""
        return (self.document.code.notation or "") if self.document.code else ""


def make_sheets(
    outlines: list[Outline], documents: list[Document], layout: Layout | None, form: Form | None
) -> list[Sheet]:
    """The sheets of one file; `layout` is that of the text that the outlines were cut from."""
    sheets: list[Sheet] = []
    place = 0
    for number, (outline, document) in enumerate(zip(outlines, documents, strict=True)):
        looks = None
        sections: tuple[Section, ...] = ()
        if layout is not None:
            looks = layout.lines[place : place + len(outline.lines)]
            inside = [look.paragraph for look in looks if look.paragraph is not None]
            sections = tuple(
                one for one in layout.sections if any(one.first <= paragraph <= one.last for paragraph in inside)
            )
        place += len(outline.lines)
        # What is issued under another paper follows its rules.
        above = sheets[-1].form if sheets and outline.issued_under else None
        chosen = form or above or choose_form(document)
        paragraphs = layout.paragraphs if layout is not None else {}
        headed = not outline.issued_under
        apart = form is None and document.system == "union" and not _has_state_motto(outline)
        sheets.append(Sheet(document, outline, chosen, looks, paragraphs, sections, headed, number == 0, apart))
    return sheets


def _has_state_motto(outline: Outline) -> bool:
    mottos = (fold(outline.text[slice(*zone.span)]) for zone in outline.zones if zone.kind == "motto")
    return any("cong hoa" in motto for motto in mottos)


def choose_form(document: Document) -> Form:
    """The rules that a document is held against: the Party's, those of normative documents, else the State's."""
    if document.system == "party":
        return "party"
    notation = document.code.notation if document.code else None
    kind = document.document_type.name if document.document_type else ""
    year = bool(notation) and str(notation)[:4].isdigit()
    if year and kind in ("Nghị quyết", "Quyết định", "Luật", "Pháp lệnh", "Bộ luật", "Thông tư", "Nghị định"):
        return "normative"
    return "normative" if kind in ("Nghị định", "Thông tư", "Thông tư liên tịch", "Luật", "Bộ luật") else "state"


def find_zones(sheet: Sheet, kind: str) -> list[Zone]:
    """The zones of one kind in order."""
    return [zone for zone in sheet.outline.zones if zone.kind == kind]


def trim(text: str, span: Span) -> Span:
    """The span without blanks at its ends, and without the marks of emphasis and cells that copied text has."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in "*_|"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_|"):
        end -= 1
    return start, end


def find_lines(sheet: Sheet, span: Span) -> Iterator[tuple[Line, LineLook | None]]:
    """The lines that a span touches, with their looks."""
    lines = sheet.outline.lines
    place = bisect_left(lines, span[0], key=lambda line: line.end)
    while place < len(lines) and lines[place].start < span[1]:
        if lines[place].end > lines[place].start:
            yield lines[place], sheet.looks[place] if sheet.looks else None
        place += 1


def split_rows(sheet: Sheet, span: Span) -> list[Span]:
    """The lines of a span that say something, each cut to it."""
    cut = [trim(sheet.text, (max(line.start, span[0]), min(line.end, span[1]))) for line, _ in find_lines(sheet, span)]
    return [row for row in cut if row[1] > row[0]]


def find_letters(sheet: Sheet, span: Span) -> list[tuple[Letters, int]]:
    """The letters of a span with how many characters, blanks not counted, are set in them."""
    found = []
    for line, look in find_lines(sheet, span):
        runs = look.runs if look else ()
        if not runs:
            continue
        # Decomposed characters make a line shorter once they are composed.
        scale = (line.end - line.start) / max(runs[-1].end, 1)
        for run in runs:
            start = max(span[0], line.start + round(run.start * scale))
            end = min(span[1], line.start + round(run.end * scale))
            count = len("".join(sheet.text[start:end].split()))
            if count:
                found.append((run.letters, count))
    return found


def measure_size(sheet: Sheet, span: Span) -> float | None:
    """The size of most letters of a span; None where the file does not say."""
    sizes: dict[float, int] = {}
    for letters, count in find_letters(sheet, span):
        # Word's own default is 10 points.
        size = letters.size if letters.size is not None else 10.0
        sizes[size] = sizes.get(size, 0) + count
    return max(sizes, key=lambda size: sizes[size]) if sizes else None


def share_of(sheet: Sheet, span: Span, attribute: Literal["bold", "italic", "underline"]) -> float | None:
    """How much of a span is bold, italic or underlined, 0 to 1; None where the file does not say."""
    letters = find_letters(sheet, span)
    total = sum(count for _, count in letters)
    return sum(count for look, count in letters if getattr(look, attribute)) / total if total else None


def find_paragraph(sheet: Sheet, span: Span) -> tuple[int, ParagraphLook] | None:
    """The paragraph that a span begins in."""
    for _, look in find_lines(sheet, span):
        if look is not None and look.paragraph is not None and look.paragraph in sheet.paragraphs:
            return look.paragraph, sheet.paragraphs[look.paragraph]
        return None
    return None


def replace_words(sheet: Sheet, span: Span, new: str) -> tuple[ReplaceWords, ...]:
    """The repair that puts `new` in the place of a span; with enough around it to be found. Empty where the file
    cannot be mended."""
    found = find_paragraph(sheet, (span[0] if span[1] > span[0] else max(span[0] - 1, 0), max(span[1], span[0] + 1)))
    if found is None or found[1].address is None:
        return ()
    around = (max(span[0] - 1, 0), span[1]) if span[0] == span[1] else span
    line = next((line for line, _ in find_lines(sheet, around)), None)
    if line is None or span[1] > line.end:
        return ()
    start, end = max(line.start + found[1].label, span[0] - _CONTEXT), min(line.end, span[1] + _CONTEXT)
    if start > span[0]:
        return ()
    text = sheet.text
    return (ReplaceWords(found[1].address, text[start:end], text[start : span[0]] + new + text[span[1] : end]),)


def set_letters(
    sheet: Sheet, span: Span, *, size: float | None = None, font: str | None = None
) -> tuple[SetLetters, ...]:
    """The repairs that set the letters of a span, one a line."""
    repairs = []
    for line, look in find_lines(sheet, span):
        paragraph = sheet.paragraphs.get(look.paragraph) if look and look.paragraph is not None else None
        if paragraph is None or paragraph.address is None:
            return ()
        start, end = trim(sheet.text, (max(line.start, span[0]), min(line.end, span[1])))
        start = max(start, line.start + paragraph.label)
        if end > start:
            repairs.append(SetLetters(paragraph.address, sheet.text[start:end], size, font))
    return tuple(repairs)


def walk_nodes(nodes: list[Node] | tuple[Node, ...]) -> Iterator[Node]:
    """All parts of a body, each before what is in it."""
    stack = list(reversed(nodes))
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))


def is_blank_heading(sheet: Sheet) -> bool:
    """Whether nothing of a heading was found: neither number nor motto nor issuer."""
    return not any(zone.kind in ("motto", "number", "issuer") for zone in sheet.outline.zones)


def is_loose(sheet: Sheet) -> bool:
    """Whether the file holds a sheet without a heading that nothing says is issued under another paper: a programme, a
    list, a page of notes. What is read as its title may be none."""
    return is_blank_heading(sheet) and not sheet.outline.issued_under


def folded(sheet: Sheet, span: Span) -> str:
    """The words of a span in small letters without marks, blanks single."""
    return " ".join(fold(sheet.text[slice(*span)]).split())
