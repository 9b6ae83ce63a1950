"""Numbers of parts, khoản and dashes as Word counts them, *đánh số tự động*, so that an officer who moves a paragraph
need not count again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.write.drafts.paper import Role

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_OUTLINE, _DASHES = 901, 902
# The list and its level of each role; khoản start anew in each part.
LEVELS: dict[Role, tuple[int, int]] = {
    "heading": (_OUTLINE, 0),
    "title": (_OUTLINE, 1),
    "item": (_OUTLINE, 1),
    "dash": (_DASHES, 0),
}
_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def add_lists(word: WordDocument, part: str, first_line: float) -> None:
    """The outline "I." (as `part` has it), "1." and the list of dashes; labels are followed by a blank and stand
    `first_line` millimetres in, as running text does: a list without an indent of its own takes that of its style in
    Word alone."""
    from docx.oxml import parse_xml

    indent = f'<w:pPr><w:ind w:left="0" w:firstLine="{round(first_line * 1440 / 25.4)}"/></w:pPr>'
    numbering = word.part.numbering_part.element
    lists = (
        (_OUTLINE, (("upperRoman", part), ("decimal", "%2."))),
        (_DASHES, (("bullet", "-"),)),
    )
    position = len(numbering.findall(f"{{{numbering.nsmap['w']}}}abstractNum"))
    for number, levels in lists:
        made = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="space"/>'
            f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/>{indent}</w:lvl>'
            for i, (kind, pattern) in enumerate(levels)
        )
        kind = "multilevel" if len(levels) > 1 else "singleLevel"
        abstract = f'<w:abstractNum {_SPACE} w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>{made}'
        numbering.insert(position, parse_xml(f"{abstract}</w:abstractNum>"))
        position += 1
    for number, _ in lists:
        numbering.append(parse_xml(f'<w:num {_SPACE} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
