"""What OCR read (*văn bản quét*), line by line: numbers, symbols, dates and lines that say one set thing are put right,
each change with a problem that tells it."""

from __future__ import annotations

import msgspec

from vanban.model.text import Line, Problem, Span, Text
from vanban.notation.misread import mend_misread
from vanban.notation.set_lines import mend_set_line
from vanban.notation.signature_lines import mend_signature

_ABOVE = 8  # lines over one that tell of it: a post over a name
_AHEAD = 90
"""Letters of the next lines that tell of the end of one ("NĐ-" / "ngày … của Chính phủ")."""


def mend_scanned(text: Text) -> Text:
    """The text with the lines that OCR read put right; what lies behind a change moves with it."""
    pieces: list[str] = []
    lines: list[Line] = []
    changes: list[Problem] = []
    moves: list[tuple[int, int]] = [(0, 0)]  # from which place on, by how much
    position = length = 0
    above: list[str] = []
    for line in text.lines:
        read = text.text[line.start : line.end]
        right = _mend(text.text, line, read, above) if line.confidence is not None else read
        above = [*above[-_ABOVE:], right.strip()]
        pieces += (text.text[position : line.start], right)
        start = length + line.start - position
        length, position = start + len(right), line.end
        lines.append(msgspec.structs.replace(line, start=start, end=length))
        if right != read:
            sentence = f"Nhận dạng chữ đọc là “{read.strip()}”, đã sửa thành “{right.strip()}”."
            changes.append(Problem("ocr-repair", sentence, severity="info", span=(start, length)))
            moves.append((line.end, length - line.end))
    if not changes:
        return text
    problems = [
        msgspec.structs.replace(problem, span=_moved(problem.span, moves)) if problem.span else problem
        for problem in text.problems
    ]
    whole = "".join([*pieces, text.text[position:]])
    return msgspec.structs.replace(text, text=whole, lines=tuple(lines), problems=(*problems, *changes))


def _mend(text: str, line: Line, read: str, above: list[str]) -> str:
    """The line put right; what stands on the next lines is looked at and left as it is."""
    if "\n" in read:
        return read
    right = mend_misread(f"{read}\n{text[line.end : line.end + _AHEAD].lstrip()}")
    return mend_signature(mend_set_line(right[: right.index("\n")]), above, right=line.column == 2)


def _moved(span: Span, moves: list[tuple[int, int]]) -> Span:
    """The span behind the changes that lie before its ends."""
    start = max(move for move in moves if move[0] <= span[0])[1]
    end = max(move for move in moves if move[0] <= span[1])[1]
    return span[0] + start, span[1] + end
