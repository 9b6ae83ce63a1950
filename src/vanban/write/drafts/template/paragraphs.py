"""Paragraphs of a Word file laid along the text that was read from it, and changed at their runs."""

from __future__ import annotations

import copy
import unicodedata
from collections.abc import Iterator
from typing import Any

from vanban.model.text import Span

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_XML = "{http://www.w3.org/XML/1998/namespace}"


class Placed:
    """A paragraph, its text, and where that stands in the text as read."""

    def __init__(self, element: Any, text: str, start: int) -> None:
        self.element, self.text, self.start, self.end = element, text, start, start + len(text)

    def holds(self, span: Span) -> bool:
        """Whether the whole of a span stands in the paragraph."""
        return self.start <= span[0] and span[1] <= self.end

    def meets(self, span: Span) -> bool:
        """Whether some of a span does."""
        return self.start < span[1] and span[0] < self.end

    @property
    def bold(self) -> bool:
        """Whether all that is written is set in bold, by runs or by the style's name of a heading."""
        runs = [run for run in self.element.iter(f"{_W}r") if "".join(_write(run)).strip()]
        style = self.element.find(f"{_W}pPr/{_W}pStyle")
        if style is not None and (style.get(f"{_W}val") or "").lower().startswith(("heading", "khonctiu")):
            return True
        return bool(runs) and all(_is_bold(run) for run in runs)


def list_paragraphs(body: Any, text: str) -> list[Placed]:
    """The paragraphs of the file that are found in `text`, in their order; those that are not stay out."""
    placed: list[Placed] = []
    cursor = 0
    for element in body.iter(f"{_W}p"):
        own = unicodedata.normalize("NFC", "".join(_write(element)))
        said = own.strip()
        if not said:
            continue
        at = text.find(said, cursor)
        at = text.find(said) if at < 0 else at
        if at < 0:
            continue
        cursor = at + len(said) if at >= cursor else cursor
        placed.append(Placed(element, own, at - (len(own) - len(own.lstrip()))))
    return placed


def _write(element: Any) -> Iterator[str]:
    for node in element.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
        if node.tag == f"{_W}t":
            yield node.text or ""
        elif node.getparent().tag == f"{_W}r":  # tab stops of the style are none of the text
            yield "\t" if node.tag == f"{_W}tab" else "\n"


def replace(place: Placed, span: Span, field: str) -> None:
    """Put a field where a span stands: the run that it begins in takes it, the other characters go.

    What stands before the span keeps its place, so that several are replaced from the last to the first.
    """
    start, end = span[0] - place.start, span[1] - place.start
    position = 0
    put = False
    for node in list(place.element.iter(f"{_W}t", f"{_W}tab", f"{_W}br")):
        if node.tag != f"{_W}t":
            if node.getparent().tag == f"{_W}r":
                if start <= position < end:
                    node.getparent().remove(node)
                position += 1
            continue
        said = unicodedata.normalize("NFC", node.text or "")
        first, last = max(start - position, 0), min(end - position, len(said))
        if first < last:
            node.text = said[:first] + ("" if put else field) + said[last:]
            node.set(f"{_XML}space", "preserve")
            put = True
        position += len(said)


def clear(place: Placed) -> None:
    """Take a paragraph out; the last one of a cell stays, empty."""
    parent = place.element.getparent()
    if parent is None:
        return
    if parent.tag == f"{_W}tc" and len(parent.findall(f"{_W}p")) == 1:
        _set(place.element, "")
    else:
        parent.remove(place.element)


def loop_over(
    places: list[Placed], name: str, field: str, line: str, plain: Placed | None = None, heading: Placed | None = None
) -> None:
    """Put a loop in the place of paragraphs: its line in the letters of `plain` (the first, unless it is named), that
    of headings in those of `heading`."""
    first = places[0].element
    model = copy.deepcopy((plain or places[0]).element)
    title = copy.deepcopy(heading.element) if heading else None
    body = [(model, line)]
    if title is not None:
        body = [
            (model, f'{{%p if {name}.role == "heading" or {name}.role == "title" %}}'),
            (title, line),
            (model, "{%p else %}"),
            (model, line),
            (model, "{%p endif %}"),
        ]
    body = [(model, f"{{%p for {name} in {field} %}}"), *body, (model, "{%p endfor %}")]
    for element, text in body:
        made = copy.deepcopy(element)
        _set(made, text)
        first.addprevious(made)
    home, tables = _table(first), []
    for place in places:
        table = _table(place.element)
        if table is not None and table is not home:
            tables.append(table)
        else:
            clear(place)
    for table in tables:
        if table.getparent() is not None:
            table.getparent().remove(table)


def _set(paragraph: Any, text: str) -> None:
    """One run with the text, in the letters of the first run that says something; numbers of Word go, as labels are
    part of the fields."""
    runs = [run for run in paragraph.iter(f"{_W}r") if "".join(_write(run)).strip()]
    letters = runs[0].find(f"{_W}rPr") if runs else None
    properties = paragraph.find(f"{_W}pPr")
    for child in list(paragraph):
        if child is not properties:
            paragraph.remove(child)
    if properties is not None:
        for number in properties.findall(f"{_W}numPr"):
            properties.remove(number)
        for section in properties.findall(f"{_W}sectPr"):
            properties.remove(section)
    if not text:
        return
    run = paragraph.makeelement(f"{_W}r", {})
    if letters is not None:
        run.append(copy.deepcopy(letters))
    said = run.makeelement(f"{_W}t", {f"{_XML}space": "preserve"})
    said.text = text
    run.append(said)
    paragraph.append(run)


def _is_bold(run: Any) -> bool:
    mark = run.find(f"{_W}rPr/{_W}b")
    return mark is not None and mark.get(f"{_W}val") not in ("0", "false", "off")


def _table(element: Any) -> Any:
    return next(element.iterancestors(f"{_W}tbl"), None)
