"""WordprocessingML of a paper's body: a paragraph in a style with its open places marked, a drawn rule, a table without
borders. Text is escaped here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from vanban.write.drafts.placeholder import PLACEHOLDER, clean_text
from vanban.write.drafts.word.letter_styles import OPEN_STYLE
from vanban.write.drafts.word.metrics import measure_text

_RULE_SHARE = 0.4  # of the text over it: one third to one half


class Layout(NamedTuple):
    """What a paragraph has beside its style: the list and level that count it, lengths in millimetres, spaces in
    points."""

    number: tuple[int, int] | None = None
    keep: bool = False
    left: float | None = None
    right: float | None = None
    first: float | None = None
    before: float | None = None
    after: float | None = None


class Markup:
    """Writes paragraphs in the styles of one form; `styles` are their ids by name."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self._styles = {name: quoteattr(key) for name, key in styles.items()}

    def paragraph(self, text: str, style: str, layout: Layout | None = None) -> str:
        """One paragraph."""
        laid = _lay_out(layout) if layout else ""
        head = f"<w:p><w:pPr><w:pStyle w:val={self._styles[style]}/>{laid}</w:pPr>"
        return f"{head}{''.join(self._runs(clean_text(text)))}</w:p>"

    def _runs(self, text: str) -> Iterable[str]:
        position = 0
        for match in PLACEHOLDER.finditer(text):
            if match.start() > position:
                yield _run(text[position : match.start()])
            mark = f"<w:rPr><w:rStyle w:val={self._styles[OPEN_STYLE]}/></w:rPr>"
            yield _run(match.group(), mark)
            position = match.end()
        if position < len(text):
            yield _run(text[position:])

    def rule(self, length: float, width: float) -> str:
        """A drawn line of `length` mm in the middle of `width`: a low empty paragraph; its style draws the border."""
        side = (width - min(length, width)) / 2
        return self.paragraph("", "Đường kẻ", Layout(left=side, right=side))

    def rule_under(self, lines: Iterable[str], width: float, *, size: float) -> str:
        """The rule under bold lines: one third to one half of the longest as it is printed (II.2.b, II.5.b)."""
        length = max(measure_text(line, size, bold=True) for line in lines)
        return self.rule(min(length, width) * _RULE_SHARE, width)


def write_table(rows: Iterable[Iterable[str]], widths: tuple[float, ...]) -> str:
    """A table of cells that hold paragraphs, without borders and without padding, so that its text stands on the
    margins; rows stay whole."""
    columns = [_twips(width) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    written = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, width in zip(row, columns, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"
    )


def _run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _lay_out(layout: Layout) -> str:
    """In the order of the schema: keep, number, spaces, indents."""
    said = "<w:keepNext/>" if layout.keep else ""
    if layout.number:
        number, level = layout.number
        said += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    spaces = (("before", layout.before), ("after", layout.after))
    given = "".join(f' w:{name}="{round(points * 20)}"' for name, points in spaces if points is not None)
    said += f"<w:spacing{given}/>" if given else ""
    first = layout.first or 0
    sides = (
        ("left", layout.left),
        ("right", layout.right),
        ("firstLine", first if first > 0 else None),
        ("hanging", -first if first < 0 else None),
    )
    given = "".join(f' w:{name}="{_twips(length)}"' for name, length in sides if length is not None)
    return said + (f"<w:ind{given}/>" if given else "")


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)
