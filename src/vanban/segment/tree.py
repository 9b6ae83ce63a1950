"""The body as a tree: paragraphs hung under the labels that they stand below, with paths as lawyers write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vanban.model.document import Node
from vanban.notation.folding import fold
from vanban.notation.party_heads import begins_party
from vanban.segment.labels import Label, parse_label
from vanban.segment.paragraphs import Paragraph

_DEEPEST = 40
_PLAIN_RANK = 30
# Sentences that close a document speak for all of it, not for the last item above them.
_CLOSING = re.compile(
    r"^(?:tren day la|trong qua trinh|qua trinh (?:to chuc|trien khai|thuc hien)|(?:van phong|bo|"
    r"so|ubnd|uy ban nhan dan|tinh uy|ban) [\w\s]{0,60}(?:thong bao|de nghi|yeu cau|tran trong)|"
    r"yeu cau |de nghi |giao |can cu |nhan duoc |noi nhan|cac (?:so|co quan|don vi|dong chi|bo|"
    r"cap uy)[\w\s,]{0,80}(?:can cu|nghiem tuc|khan truong)|tren co so|(?:ke hoach|chi thi|"
    r"thong bao|huong dan|ket luan|quyet dinh|cong dien|quy che|quy dinh|nghi quyet) nay|"
    r"neu co (?:kho khan|vuong mac)|dinh ky|kinh (?:de nghi|bao cao|trinh)|tran trong)"
)


class _Growing:
    """A node while its children are still being found."""

    __slots__ = ("bullets", "cells", "children", "heading", "kind", "label", "paragraph", "path", "rank", "text")

    def __init__(self, kind: str, label: str | None, path: str, rank: int, text: str, paragraph: Paragraph) -> None:
        self.kind, self.label, self.path, self.rank, self.text = kind, label, path, rank, text
        self.paragraph = paragraph
        self.heading: str | None = None
        self.children: list[_Growing] = []
        self.bullets = 0

    def freeze(self) -> Node:
        children = [child.freeze() for child in self.children]
        start, end = self.paragraph.span
        if children:
            end = max(end, max(child.span[1] for child in children))
        heading = self.heading
        if heading is None and children and self.kind not in ("bullet", "paragraph", "row") and len(self.text) < 300:
            heading = self.text
        return Node(
            self.kind, self.label, self.path, heading, self.text, (start, end), children, list(self.paragraph.cells)
        )


def build_tree(paragraphs: Sequence[Paragraph], prefix: str = "") -> tuple[Node, ...]:
    """The roots that `paragraphs` make, in order; `prefix` starts their paths ("Phụ lục I")."""
    root = _Growing("root", None, prefix, -1, "", paragraphs[0]) if paragraphs else None
    if root is None:
        return ()
    stack = [root]
    pending: _Growing | None = None
    labelled = [
        index
        for index, paragraph in enumerate(paragraphs)
        if not paragraph.cells and parse_label(paragraph.passage.text)
    ]
    last_label = labelled[-1] if labelled else -1
    closing = len(paragraphs) - 1
    while closing > 0 and _CLOSING.match(fold(paragraphs[closing].passage.text)):
        closing -= 1
    for index, paragraph in enumerate(paragraphs):
        label = None if paragraph.cells else parse_label(paragraph.passage.text)
        if label is not None and _is_false_label(label, paragraph, stack):
            label = None
        if label is None and pending is not None and _is_title(paragraph, pending):
            pending.heading = (
                f"{pending.heading} {paragraph.passage.text}".strip() if pending.heading else paragraph.passage.text
            )
            continue
        rank = label.rank if label else _PLAIN_RANK
        if label is None and not paragraph.cells:
            _close_list(stack, paragraph, index > last_label, index >= closing)
        while len(stack) > 1 and (stack[-1].rank >= rank or len(stack) > _DEEPEST):
            stack.pop()
        parent = stack[-1]
        node = _make_node(paragraph, label, parent)
        parent.children.append(node)
        pending = node if node.kind in ("part", "chapter", "section") else None
        stack.append(node)
    return tuple(child.freeze() for child in root.children)


def _make_node(paragraph: Paragraph, label: Label | None, parent: _Growing) -> _Growing:
    text = paragraph.passage.text
    if label is None or label.kind == "bullet":
        parent.bullets += 1
        path = f"{parent.path}/{parent.bullets}" if parent.path else f"/{parent.bullets}"
        kind = "row" if paragraph.cells else ("bullet" if label else "paragraph")
        said = text[label.end :] if label else text
        return _Growing(
            kind, label.printed if label else None, path, label.rank if label else _PLAIN_RANK, said, paragraph
        )
    node = _Growing(label.kind, label.printed, _path(label, parent), label.rank, text[label.end :].strip(), paragraph)
    if label.kind in ("part", "chapter", "section") and node.text:
        node.heading = node.text
    return node


def _path(label: Label, parent: _Growing) -> str:
    name = {"part": "Phần ", "chapter": "Chương ", "section": "Mục ", "article": "Điều "}.get(label.kind, "")
    printed = label.printed
    if label.kind == "article":
        return f"Điều {printed}"  # articles are counted through the whole document
    if label.kind == "arabic" and "." in printed and parent.label and printed.startswith(f"{parent.label}."):
        printed = printed[len(parent.label) + 1 :]
    return f"{parent.path}.{name}{printed}" if parent.path else f"{name}{printed}"


def _is_title(paragraph: Paragraph, pending: _Growing) -> bool:
    """Whether a plain paragraph is the title line under "Chương I"."""
    text = paragraph.passage.text
    letters = [character for character in text if character.isalpha()]
    upper = bool(letters) and sum(map(str.isupper, letters)) > 0.75 * len(letters)
    return (
        not paragraph.cells
        and len(text) < 300
        and (upper or (pending.heading is None and (paragraph.bold or paragraph.centred)))
    )


def _close_list(stack: list[_Growing], paragraph: Paragraph, after_labels: bool, last: bool) -> None:
    """Leave the lists above where a plain paragraph closes the document rather than going on with an item."""
    if len(stack) < 2:
        return
    key = fold(paragraph.passage.text)
    if after_labels and _is_name(stack[-1]) and re.match(r"(?:can cu|dinh ky)", key):
        return  # what the one named is to do
    if after_labels and _CLOSING.match(key) and stack[1].kind != "article":
        del stack[1:]
        return
    if last and _is_whole_item(stack):
        stack.pop()
        return
    # After bullets a plain paragraph belongs to the part that the bullets belong to.
    while len(stack) > 1 and stack[-1].kind in ("bullet", "paragraph", "row"):
        stack.pop()


def _is_name(node: _Growing) -> bool:
    """Whether an item without items only names somebody: "3. Hội Phụ nữ Công an tỉnh"."""
    return (
        node.kind in ("arabic", "letter", "roman")
        and not node.children
        and len(node.text) < 120
        and not node.text.rstrip().endswith((".", ";", ","))
        and begins_party(node.text)
    )


def _is_whole_item(stack: list[_Growing]) -> bool:
    """Whether the last item is a sentence like the items before it: what closes the paper is no part of it."""
    last, others = stack[-1], stack[-2].children[:-1]
    alike = [one for one in others if one.kind == last.kind]
    return (
        last.kind in ("arabic", "letter")
        and last.text.rstrip().endswith((".", ";"))
        and bool(alike)
        and not any(one.children for one in [*alike, last])
    )


def _is_false_label(label: Label, paragraph: Paragraph, stack: list[_Growing]) -> bool:
    """A figure or letter that only looks like a label: "12. 5 triệu", a letter out of any list."""
    text = paragraph.passage.text
    if label.kind == "arabic" and "." not in label.printed and int(label.printed) > 60:
        return True
    if label.kind == "roman" and len(label.printed) == 1 and label.printed in "IVX":
        return False
    return label.kind == "capital" and not text[label.end :][:40].isupper()
