"""What the number may be that is unreadable on a scan (*số văn bản gợi ý*): by the file's name, by another's citation.

The field stays empty: a proposal is named in the problem that says so, with where it comes from, for an officer to see.
Read are names as "cv 123-UBND.pdf" and "2243_SYT-NVY (ký).pdf" and citations with the same notation, and the same date
where both have one. Refused is what has two answers, and figures of a name with no part of the notation behind them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

import msgspec

from vanban.model.document import Code, Document
from vanban.notation.folding import fold

UNREADABLE = "number-unreadable"
_NAMED = re.compile(r"(?<![0-9])([0-9]{1,5})[-_ ./]*(?=([a-zđ]{2,}))")


def propose_numbers(documents: Sequence[Document], name: str) -> list[Document]:
    """The documents of one file; where a number is unreadable, its problem also says what the number may be."""
    return [_propose(document, documents, name) for document in documents]


def _propose(document: Document, documents: Sequence[Document], name: str) -> Document:
    code = document.code
    if code is None or code.notation is None or not any(problem.code == UNREADABLE for problem in document.problems):
        return document
    told = []
    named = _find_in_name(code.notation, name)
    if named is not None:
        told.append(f"tên tệp gợi ý số {named}")
    cited = _find_cited(document, code, documents)
    if cited is not None:
        told.append(f"một văn bản khác trong tệp dẫn số {cited}")
    if not told:
        return document
    problems = [
        msgspec.structs.replace(problem, message=f"{problem.message.rstrip('.')} ({'; '.join(told)}).")
        if problem.code == UNREADABLE
        else problem
        for problem in document.problems
    ]
    return msgspec.structs.replace(document, problems=problems)


def _find_in_name(notation: str, name: str) -> str | None:
    """Figures before a part of the notation.

    >>> _find_in_name("UBND-VX", "den/cv 123-UBND.pdf"), _find_in_name("UBND-VX", "scan 123 trang.pdf")
    ('123', None)
    """
    parts = [part for part in re.split(r"[^a-z0-9]+", fold(notation)) if len(part) > 1]
    stem = fold(PurePath(name).stem)
    found = {number for number, behind in _NAMED.findall(stem) if any(behind.startswith(part) for part in parts)}
    return found.pop() if len(found) == 1 else None


def _find_cited(document: Document, code: Code, documents: Sequence[Document]) -> str | None:
    """The one code with this notation, and no other date, that the other documents of the file cite."""
    date = document.promulgation.date if document.promulgation else None
    found = set()
    for other in documents:
        for reference in other.references if other is not document else ():
            cited = reference.code
            if cited is None or cited.number is None or cited.notation != code.notation:
                continue
            if date is None or reference.date is None or date == reference.date:
                found.add(cited.text)
    return found.pop() if len(found) == 1 else None
