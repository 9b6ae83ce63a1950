"""Table and prose of one document, *bảng phân công và lời văn*: the same action with another day or another lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.crosscheck.proof import day, prove_duty
from vanban.model.document import Document, Duty, Node, Party
from vanban.model.dossier import Dossier, Finding
from vanban.model.text import Span
from vanban.notation.folding import match_key
from vanban.notation.identity import is_same_organ
from vanban.notation.wording import action_words

_SAME = 0.8
_SHORTEST = 6


def find_contradictions(dossier: Dossier) -> Iterator[Finding]:
    """`table-prose`: a row of a table and a sentence that give one action two days, or two leads."""
    attached: dict[str, list[Document]] = {}
    for document in dossier.documents:
        if document.issued_by:
            attached.setdefault(document.issued_by, []).append(document)
    for document in dossier.documents:
        papers = [document, *attached.get(document.id, ())]
        rows: list[tuple[Document, Duty]] = []
        prose: list[tuple[Document, Duty]] = []
        for paper in papers:
            spans = list(_rows(paper.body))
            for duty in paper.duties:
                inside = duty.span is not None and any(s <= duty.span[0] and duty.span[1] <= e for s, e in spans)
                (rows if inside else prose).append((paper, duty))
        if document.issued_by:
            continue
        for paper, row in rows:
            for other_paper, sentence in prose:
                if (message := _differ(row, sentence)) is not None:
                    yield Finding("table-prose", message, [prove_duty(paper, row), prove_duty(other_paper, sentence)])


def _differ(row: Duty, sentence: Duty) -> str | None:
    first, second = (action_words(duty.action) for duty in (row, sentence))
    if min(len(first), len(second)) < _SHORTEST or len(first & second) < _SAME * len(first | second):
        return None
    left, right = (duty.deadline.date if duty.deadline else None for duty in (row, sentence))
    if left and right and left != right:
        return f"Bảng ghi thời hạn {day(left)}, lời văn ghi {day(right)} cho cùng nhiệm vụ."
    leads = [[party for party in duty.assignees if party.kind != "group"] for duty in (row, sentence)]
    if not all(leads) or any(_may_be_same(one, other) for one in leads[0] for other in leads[1]):
        return None
    names = [", ".join(party.name for party in parties) for parties in leads]
    return f"Bảng giao {names[0]}, lời văn giao {names[1]} cho cùng nhiệm vụ."


def _may_be_same(left: Party, right: Party) -> bool:
    """Whether two names are of one organ, or one may stand for the other: "Sở GT", "SGT" for "Sở Giao thông"."""
    short, long = sorted((left.name, right.name), key=len)
    first = "".join(re.findall(r"[^\W\d_]", short.replace("Sở ", "S").replace("Bộ ", "B").replace("Ban ", "B")))
    words = [word for word in re.findall(r"\w+", long) if word.lower() not in ("và", "tỉnh", "thành", "phố")]
    initials = "".join(word[0] for word in words)
    return is_same_organ(left, right) or (first.isupper() and match_key(first) == match_key(initials))


def _rows(nodes: list[Node]) -> Iterator[Span]:
    for node in nodes:
        if node.kind == "row":
            yield node.span
        yield from _rows(node.children)
