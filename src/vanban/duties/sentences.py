"""Sentences of a paragraph, and the clauses of one that give a duty to somebody of their own."""

from __future__ import annotations

import bisect
import itertools
import re

from vanban.notation.actions import find_action
from vanban.notation.parties import parse_parties
from vanban.notation.party_heads import begins_party

_CAPITAL = "A-ZĐÂÊÔƠƯĂÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
_FULL_STOP = re.compile(rf"[.!?…][\"”)*]*\s+(?=[{_CAPITAL}\"“(\d])")
# A full stop that ends no sentence: "TP. Đông Hà", "ThS. Lê", "P. Nội vụ", "1. ", "Điều 5."
_ABBREVIATED = re.compile(
    r"(?:\b(?:TP|Tp|TX|Tx|TT|P|Q|H|X|ThS|TS|GS|PGS|BS|Đ/c|đ/c|KT|TM|TL|St|No|Tr|ĐT|v\.v|VD|vd|Mr|"
    r"Ms)\.|(?:^|Điều |[Kk]hoản |[Mm]ục )\d{1,3}\.|\b[IVX]{1,4}\.)$"
)
_TURN = re.compile(r";\s+(?=(?:Trên cơ sở|Đồng thời|Trong đó|Riêng|Ngoài ra)\b)")
_NEXT = r";\s+(?:(?:và|đồng thời|riêng|trong đó)\s*,?\s+)?"
_PLAIN_CLAUSE = re.compile(_NEXT)
_CLAUSE = re.compile(
    rf"{_NEXT}|(?:\.|;)\s*(?=\((?:\d|i{{1,3}}|iv|v)\)\s)|"
    r"(?:[Gg]iao|[Yy]êu cầu|[Pp]hân công|[Đđ]ề nghị|chỉ đạo|như sau):\s*(?=\((?:1|i)\)\s)"
)
_ORDER = re.compile(r"(?:giao|yêu cầu|đề nghị|phân công)\s+(?:cho\s+)?", re.IGNORECASE)


_ORDERED = re.compile(r"^\W*(?:Giao|Yêu cầu|Đề nghị|Phân công)\s+(?:các )?(?:đồng chí )?")
_LONGEST_CLAUSE = 2000  # letters of a clause in which its first action is looked for


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Ranges of the sentences in `text`; clauses after ";" that name an assignee of their own are sentences too.

    >>> text = "Giao Sở Y tế chủ trì. UBND TP. Đông Hà hỗ trợ; Sở Tài chính bố trí kinh phí."
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['Giao Sở Y tế chủ trì.', 'UBND TP. Đông Hà hỗ trợ;', 'Sở Tài chính bố trí kinh phí.']
    """
    cuts = [0]
    for match in _FULL_STOP.finditer(text):
        stop = match.start() + 1
        if not _ABBREVIATED.search(text[max(0, stop - 16) : stop].rstrip('"”)*')):
            cuts.append(match.end())
    cuts = sorted({*cuts, *(match.end() for match in _TURN.finditer(text))})
    for match in (_CLAUSE if "(" in text else _PLAIN_CLAUSE).finditer(text):
        before = text[cuts[bisect.bisect_right(cuts, match.start()) - 1] : match.start()]
        if (":" in match.group() or _says_something(before)) and _names_assignee(text, match.end()):
            bisect.insort(cuts, match.end())
    bounds = [*sorted(set(cuts)), len(text)]
    ranges = []
    for start, end in itertools.pairwise(bounds):
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            ranges.append((start, end))
    return ranges


def _names_assignee(text: str, position: int) -> bool:
    if text.startswith("mỗi ", position):
        return False  # each of those who were named
    order = _ORDER.match(text, position)
    if order:
        return begins_party(text, order.end())
    run_in = re.match(r"\((?:\d+|[ivx]+)\)\s*", text[position:])
    if run_in:
        position += run_in.end()
    if not begins_party(text, position, first=bool(run_in)):
        return False
    found = parse_parties(text, position, limit=300)
    return found is not None and found.stop == "action"


def _says_something(clause: str) -> bool:
    """Whether a clause is more than the first names of a list that goes on after ";"."""
    clause = _ORDERED.sub("", clause[:_LONGEST_CLAUSE], count=1)
    found = parse_parties(clause.lstrip(" -+"))
    if found is not None and found.stop != "colon":
        return found.stop == "action"
    return find_action(" " + clause[:1].lower() + clause[1:]) is not None
