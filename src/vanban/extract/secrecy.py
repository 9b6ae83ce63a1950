"""Marks of secrecy (*dấu chỉ độ mật*, Luật Bảo vệ bí mật nhà nước): wherever a file may print one.

Forms read: "MẬT" alone, in brackets or spaced out, beside a mark of urgency ("HỎA TỐC - MẬT"), a number ("Bản số: 02")
or a label ("Độ mật: Tối mật", "TÀI LIỆU MẬT"), before the body, in a running head or foot, a text box or a stamp.
Refused: the word in a sentence, in the body and in the table of a list of secrets.
"""

from __future__ import annotations

import re

from vanban.extract.evidence import NOTHING, Evident
from vanban.lexicon.words import secrecy_labels, secrecy_marks, urgency_marks
from vanban.model.outline import Outline
from vanban.model.text import Line
from vanban.notation.folding import fold

_AROUND = " .,;:-–—*_|[]()\"'"
_PIECES = re.compile(r"\s*[,;/|–—-]\s*|\s{2,}|\t")
_NUMBERED = re.compile(r"(?:ban )?so\s*:?\s*[\d.…]*")
_FACE = re.compile(r"\bm[ặắằ]t\b", re.IGNORECASE)  # folds to the same letters as "mật"
_LONGEST = 60
_TOP = 60.0  # points: the margin above the text of a page


def read_secrecy(outline: Outline) -> Evident:
    """The highest mark of secrecy of a document with its place, nothing where it bears none."""
    body = min((node.span[0] for node in outline.body), default=len(outline.text))
    found: dict[str, Line] = {}
    for line in outline.lines:
        if line.end - line.start > _LONGEST or line.part == "note":
            continue
        is_on_top = line.box is not None and line.box[1] < _TOP
        if line.part == "body" and line.start > body and not is_on_top:
            continue
        mark = _read_mark(outline.text[line.start : line.end], scanned=line.confidence is not None)
        if mark is not None:
            found.setdefault(mark, line)
    for mark in secrecy_marks().values():  # the highest comes first
        if mark in found:
            return Evident(mark, {"": (found[mark].start, found[mark].end)})
    return NOTHING


def _read_mark(text: str, *, scanned: bool = False) -> str | None:
    """The mark that a line is, alone or beside what is printed with marks; on a scan its letters may be spoilt.

    >>> [_read_mark(text) for text in ("(MẬT)", "T Ố I  M Ậ T", "HỎA TỐC - MẬT", "Độ mật: Mật", "Mật ong", "bảo mật")]
    ['Mật', 'Tối mật', 'Mật', 'Mật', None, None]
    >>> [_read_mark(text) for text in ("mặt", "MẶT", "mật")]  # a subject goes on: "… nước" / "mặt", "… bảo" / "mật"
    [None, None, None]
    """
    if text.strip() == "mật" or (_FACE.search(text) and not scanned):
        return None
    said = fold(text).strip(_AROUND)
    if re.fullmatch(r"\w(?:\s+\w)+", said):  # letters set apart
        said = next((mark for mark in secrecy_marks() if mark.replace(" ", "") == re.sub(r"\s+", "", said)), said)
    marks = []
    for piece in _PIECES.split(said):
        kept = _NUMBERED.sub("", piece).strip(_AROUND)
        for label in secrecy_labels():
            kept = kept.removeprefix(label).strip(_AROUND)
        if kept in secrecy_marks():
            marks.append(secrecy_marks()[kept])
        elif kept and kept not in urgency_marks():
            return None
    return marks[0] if marks else None
