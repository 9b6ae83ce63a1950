"""The layout of a .docx (*kỹ thuật trình bày*): paper, paragraphs and letters beside the lines of `read_docx`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from vanban.model.layout import Address, Layout, LineLook, ParagraphLook, Run, Section
from vanban.model.text import Text
from vanban.read.docx import draft_document
from vanban.read.docx_chunks import Chunks
from vanban.read.docx_inline import Piece
from vanban.read.docx_parts import Parts, W, read_parts
from vanban.read.docx_sections import find_numbers, make_letters, read_section
from vanban.read.docx_styles import find_child, get_value, is_on, read_int
from vanban.read.layout import split_by_blanks

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DRAWINGS = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_LONGEST_CHAIN = 32
_ALIGNMENTS = {"start": "left", "end": "right", "distribute": "both", None: "left"}

_Seen = tuple[etree._Element, list[tuple[int, list[Piece]]]]


def read_layout(data: bytes, name: str, text: Text) -> Layout | None:
    """The layout of a Word document whose `text` was read from the same bytes; None for any other file.

    Raises what `read_docx` raises.
    """
    from vanban.read import is_docx

    if text.reader != "docx" or not is_docx(data):
        return None
    parts = read_parts(data, name)
    # Elements are known by identity, which lxml keeps only as long as somebody holds them.
    addresses = dict(_address_paragraphs(parts))
    seen: dict[int, _Seen] = {}

    def watch(number: int, element: etree._Element, lines: list[tuple[int, list[Piece]]]) -> None:
        seen[number] = (element, lines)

    drafts = draft_document(parts, name, Chunks(parts.chunks, name, None), watch)
    if len(drafts) != len(text.lines):
        return None
    properties = Properties(parts)
    fonts = read_theme_fonts(parts.by_kind.get("theme"))
    paragraphs = {
        number: properties.describe(element, addresses.get(element), lines) for number, (element, lines) in seen.items()
    }
    numbers = {element: number for number, (element, _) in seen.items()}
    return Layout(
        lines=tuple(_look_at_lines(text, seen, fonts)),
        paragraphs=paragraphs,
        sections=tuple(_read_sections(parts, numbers, addresses, properties, fonts)),
    )


def _address_paragraphs(parts: Parts) -> Iterator[tuple[etree._Element, Address]]:
    roots = {"": parts.document, **parts.by_id}
    for identifier, root in roots.items():
        for index, element in enumerate(root.iter(f"{W}p")):
            yield element, Address(parts.paths[identifier], index)


def _look_at_lines(text: Text, seen: Mapping[int, _Seen], fonts: Mapping[str, str]) -> Iterator[LineLook]:
    """The look of each line of the text; the lines of a paragraph come in its own order."""
    waiting: dict[int, Iterator[tuple[Run, ...]]] = {}
    for line in text.lines:
        number = line.paragraph
        if number is None or number not in seen:
            yield LineLook(None)
        elif line.start == line.end or not text.text[line.start : line.end].strip():
            yield LineLook(number)
        else:
            if number not in waiting:
                waiting[number] = _cut_runs(seen[number][1], fonts)
            yield LineLook(number, next(waiting[number], ()))


def _cut_runs(lines: list[tuple[int, list[Piece]]], fonts: Mapping[str, str]) -> Iterator[tuple[Run, ...]]:
    """The runs of each line that is printed; lines that set two columns by blanks are two."""
    for label, pieces in lines:
        runs: list[Run] = []
        position = label
        for piece in pieces:
            letters = make_letters(piece.look, fonts)
            if runs and runs[-1].letters == letters:
                runs[-1] = Run(runs[-1].start, position + len(piece.text), letters)
            else:
                # The automatic number has the look of the first run, near enough.
                runs.append(Run(0 if not runs else position, position + len(piece.text), letters))
            position += len(piece.text)
        content = " " * label + "".join(piece.text for piece in pieces)
        if not content.strip() and not label:
            continue
        for start, end, _ in split_by_blanks(content):
            yield tuple(
                Run(max(run.start, start) - start, min(run.end, end) - start, run.letters)
                for run in runs
                if run.start < end and run.end > start
            )


def read_theme_fonts(root: etree._Element | None) -> dict[str, str]:
    """The fonts of the theme for Latin letters, under "+major" and "+minor"."""
    found = {}
    for key in ("major", "minor") if root is not None else ():
        latin = root.find(f".//{_A}{key}Font/{_A}latin") if root is not None else None
        if latin is not None and latin.get("typeface"):
            found[f"+{key}"] = str(latin.get("typeface"))
    return found


class Properties:
    """What paragraphs inherit: their own `w:pPr`, the styles that it names, the defaults of the document."""

    def __init__(self, parts: Parts) -> None:
        root = parts.by_kind.get("styles")
        self._styles: dict[str, etree._Element] = {}
        self._default: str | None = None
        self._last: list[etree._Element] = []
        for style in root.iter(f"{W}style") if root is not None else ():
            self._styles[style.get(f"{W}styleId", "")] = style
            if style.get(f"{W}type") == "paragraph" and is_on(style.get(f"{W}default", "0")):
                self._default = style.get(f"{W}styleId")
        defaults = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr") if root is not None else None
        if defaults is not None:
            self._last = [defaults]

    def chain(self, paragraph: etree._Element) -> list[etree._Element]:
        """The `w:pPr` that decide about a paragraph, the nearest first."""
        own = find_child(paragraph, f"{W}pPr")
        found = [] if own is None else [own]
        name = None if own is None else get_value(find_child(own, f"{W}pStyle"))
        name = name if name in self._styles else self._default
        for _ in range(_LONGEST_CHAIN):
            if name is None or name not in self._styles:
                break
            properties = find_child(self._styles[name], f"{W}pPr")
            if properties is not None:
                found.append(properties)
            name = get_value(find_child(self._styles[name], f"{W}basedOn"))
        return found + self._last

    def value(self, chain: list[etree._Element], tag: str, *keys: str) -> str | None:
        """The nearest value of one of the attributes of `tag`."""
        for properties in chain:
            element = find_child(properties, f"{W}{tag}")
            for key in keys if element is not None else ():
                value = element.get(f"{W}{key}") if element is not None else None
                if value is not None:
                    return value
        return None

    def describe(
        self,
        paragraph: etree._Element,
        address: Address | None,
        lines: list[tuple[int, list[Piece]]],
    ) -> ParagraphLook:
        """The look of one paragraph."""
        chain = self.chain(paragraph)
        hanging = self.value(chain, "ind", "hanging")
        first = -_mm(hanging) if hanging else _mm(self.value(chain, "ind", "firstLine"))
        alignment = self.value(chain, "jc", "val")
        return ParagraphLook(
            address=address,
            alignment=_ALIGNMENTS.get(alignment, alignment or "left"),
            first_line=first,
            left=_mm(self.value(chain, "ind", "left", "start")),
            before=_points(self.value(chain, "spacing", "before")),
            after=_points(self.value(chain, "spacing", "after")),
            spacing=self._spacing(chain),
            drawn=self._is_drawn(paragraph, chain),
            empty=not any(piece.text.strip() for _, pieces in lines for piece in pieces),
            in_table=any(True for _ in paragraph.iterancestors(f"{W}tc")),
            label=max((label for label, _ in lines), default=0),
        )

    def _spacing(self, chain: list[etree._Element]) -> float:
        line = read_int(self.value(chain, "spacing", "line"))
        if line is None:
            return 1.0
        return -line / 20 if self.value(chain, "spacing", "lineRule") in ("exact", "atLeast") else line / 240

    def _is_drawn(self, paragraph: etree._Element, chain: list[etree._Element]) -> bool:
        if any(element.tag in _DRAWINGS for element in paragraph.iter()):
            return True
        borders = next((found for pr in chain if (found := find_child(pr, f"{W}pBdr")) is not None), None)
        return borders is not None and any(side.get(f"{W}val") not in (None, "none", "nil") for side in borders)


def _mm(twips: str | None) -> float:
    return round((read_int(twips) or 0) / 1440 * 25.4, 2)


def _points(twips: str | None) -> float:
    return (read_int(twips) or 0) / 20


def _read_sections(
    parts: Parts,
    numbers: Mapping[etree._Element, int],
    addresses: Mapping[etree._Element, Address],
    properties: Properties,
    fonts: Mapping[str, str],
) -> Iterator[Section]:
    """The sections in order; a running head goes on from the section before where none is named."""
    body = parts.document.find(f"{W}body")
    if body is None:
        return
    inside = [numbers[element] for element in body.iter(f"{W}p") if element in numbers]
    first, end = min(inside, default=0), max(inside, default=0)
    heads: dict[tuple[str, str], str] = {}
    tables: list[etree._Element] = []
    index = 0
    for child in body:
        tables += list(child.iter(f"{W}tbl"))
        found = child if child.tag == f"{W}sectPr" else child.find(f"{W}pPr/{W}sectPr")
        if found is None:
            continue
        last = numbers.get(child, end) if child.tag == f"{W}p" else end
        page_numbers, headed = find_numbers(parts, found, heads, addresses, properties.chain, fonts)
        has_table = any(len(table.findall(f"{W}tblGrid/{W}gridCol")) > 2 for table in tables)
        yield read_section(found, index, (first, last), page_numbers, headed=headed, has_table=has_table)
        first, index, tables = last + 1, index + 1, []
