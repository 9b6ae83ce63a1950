"""What a draft prints, line by line, with the numbers that Word counts."""

from __future__ import annotations

import io

import docx
from docx.oxml.ns import qn

ROMAN = ["", "I", "II", "III", "IV", "V", "VI"]


def lines_of(data: bytes) -> list[str]:
    word = docx.Document(io.BytesIO(data))
    lists = word.part.numbering_part.element.findall(qn("w:abstractNum"))
    outline = [one for one in lists if one.get(qn("w:abstractNumId")) == "901"]
    part = next(outline[0].iter(qn("w:lvlText"))).get(qn("w:val")) if outline else ""  # a template counts no parts
    lines = []
    counts = [0, 0]
    for paragraph in word.element.body.iter(qn("w:p")):
        text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        number = next(paragraph.iter(qn("w:numPr")), None)
        if number is not None and number.numId.val == 902:
            text = f"- {text}"
        elif number is not None and number.ilvl.val == 0:
            counts = [counts[0] + 1, 0]
            text = f"{part.replace('%1', ROMAN[counts[0]])} {text}"
        elif number is not None:
            counts[1] += 1
            text = f"{counts[1]}. {text}"
        lines.append(text)
    return [line for line in lines if line]
