"""Labels that say who does an item, with whom and when: on lines below it, or in brackets behind it.

Forms read: "Cơ quan chủ trì: Sở Nội vụ." on a line of its own, several labels on one line, "(Chủ trì: Sở Nội vụ; phối
hợp: Sở Tài chính; thời gian: Quý III/2025)" and "(Sở Nội vụ chủ trì)" at the end of the item.
Refused: labels whose value is a sentence with a duty of its own ("Thời gian: Thường xuyên; giao Văn phòng …").
"""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from vanban.duties.assignee import find_order
from vanban.duties.refusals import only_says_with_whom
from vanban.model.document import Node
from vanban.notation.parties import parse_names, parse_parties

CONTENT = "content"  # the role of a line that says what is to be done ("Nội dung thực hiện: …")


class Label(NamedTuple):
    """A label in a text: its role, where it begins, and its value `text[value:end]`."""

    role: str
    start: int
    value: int
    end: int


_ORGAN = r"(?:các )?(?:cơ quan|đơn vị|bộ phận|đầu mối)(?:, (?:cơ quan|đơn vị|tổ chức))?"
# Labels that are read wherever one stands, and those that only a line of their own makes clear.
_ANYWHERE = (
    rf"(?P<coordinator>(?:{_ORGAN}\s*)?phối hợp(?: thực hiện)?)|"
    rf"(?P<assignee>{_ORGAN}\s*(?:chủ trì(?:\s*(?:,|và)?\s*(?:thực hiện|tham mưu|triển khai|soạn thảo|"
    r"xây dựng|trình))?|thực hiện|đầu mối|"
    r"chịu trách nhiệm(?: chính)?|triển khai|tham mưu|phụ trách)(?: chính)?|chủ trì(?: thực hiện)?)|"
    r"(?P<deadline>(?:thời gian|thời hạn|tiến độ|hạn)(?:\s+(?:hoàn thành|thực hiện|triển khai|báo cáo|gửi|trình|"
    r"tổ chức|ban hành))*(?:\s*,\s*(?:hoàn thành|thực hiện))?|"
    r"hoàn thành(?=\s*:\s*(?:trước |trong |ngày |tháng |quý |năm |\d)))|"
    r"(?P<deliverable>(?:sản phẩm|kết quả)(?:\s+[\w\s]{0,30})?)"
)
_ON_A_LINE = (
    r"(?P<assigned>"
    r"Thực hiện|Trách nhiệm|Phân công(?: thực hiện)?|Trách nhiệm thực hiện|Tổ chức thực hiện|Phân công nhiệm vụ)|"
    r"(?P<content>Nội dung(?:\s(?:thực hiện|công việc|nhiệm vụ))?)|"
    r"(?P<other>(?:Nội dung|Mục tiêu|Kinh phí|Nguồn kinh phí|"
    r"Cách thức|Phương thức|Địa điểm|Đối tượng|Số lượng|Hình thức|Phạm vi|"
    r"Thành phần|Lãnh đạo)(?:\s(?:thực hiện|phụ trách|chỉ đạo|dự kiến|tham gia|tham dự))?)"
)
# "… 40 làn điệu Phối hợp: Sở Y tế": lines that a file of plain text has run together.
_RUN_ON = re.compile(rf"(?<=\w\s)(?=[A-ZĐ])(?:(?i:{_ANYWHERE})|(?P<assigned>Thực hiện|Phân công))\s*:\s*")
_CHAINED = re.compile(rf"(?:(?<![^(;.,\s])|(?<=\s[-–+])\s)(?:{_ANYWHERE})\s*:\s*", re.IGNORECASE)
_OPENING = re.compile(rf"(?i:{_ANYWHERE})\s*:\s*|(?:{_ON_A_LINE})\s*:\s*")
_BEFORE_LABEL = re.compile(r"(?:^|[(;.,]|\s[-–+])\s*$")
_BRACKET = re.compile(r"\s\((?P<inner>[^()]{8,300})\)\s*[.;]?\s*$")
_IN_CHARGE = re.compile(
    r"(?:chủ trì|thực hiện|làm đầu mối|phụ trách|tham mưu|triển khai)(?: thực hiện)?(?=\s*(?:[,;]|$))"
)


# Behind who acts: "; các huyện, thành phố phối hợp", "; tháng 11/2023".
_PIECE = re.compile(
    r"\s*[;,]\s*(?:(?P<said>[^;()]{4,120}?)\s(?P<helps>phối hợp)(?: thực hiện)?(?=\s*(?:[;,]|$))|"
    r"(?P<when>(?:hoàn thành |xong )?(?:trước |trong )?(?:ngày|tháng|quý|Quý|năm) [\dIVX][^;()]{0,30})(?=\s*(?:;|$)))"
)


def read_line(text: str, start: int = 0) -> list[Label]:
    """The labels of a line that begins with one at `start`; none where it says a duty of its own.

    >>> text = "Đơn vị phối hợp: Sở Tài chính."
    >>> [(label.role, text[label.value : label.end]) for label in read_line(text)]
    [('coordinator', 'Sở Tài chính')]
    """
    opening = _OPENING.match(text, start)
    if opening is None:
        return []
    labels = _close(text, [opening, *_chained(text, opening.end())])
    return [] if any(_is_sentence(text, label) for label in labels) else labels


def read_label_line(node: Node) -> list[Label]:
    """The labels of a line that holds nothing else."""
    return [] if node.kind == "row" or node.children else read_line(node.text)


def lift_labels(nodes: list[Node]) -> list[Node]:
    """Siblings where label lines under the last of a run of bullets stand beside it: they serve the whole run."""
    lifted: list[Node] = []
    for number, node in enumerate(nodes):
        below, before = node.children, nodes[number - 1] if number else None
        run = before is not None and node.kind == before.kind == "bullet" and not before.children
        found = [read_label_line(child) for child in below] if run else []
        if found and all(found) and any(label.role == "assignee" for labels in found for label in labels):
            lifted += [msgspec.structs.replace(node, children=[], span=(node.span[0], below[0].span[0])), *below]
        else:
            lifted.append(node)
    return lifted


def assignee_follows(nodes: list[Node], number: int) -> bool:
    """Whether a line of labels that names who acts stands below, in the same block."""
    return any(
        any(label.role == "assignee" for label in read_label_line(node)) for node in nodes[number + 1 : number + 6]
    )


def opens_labels(labels: list[Label]) -> bool:
    """Whether a line says who or when; "Kinh phí: …", "Nội dung: …" do so only with such a line beside them."""
    return labels[0].role not in ("other", CONTENT)


def labels_follow(nodes: list[Node], number: int) -> bool:
    """Whether the node is an item (a leaf) of a run that ends in label lines."""
    if nodes[number].children or nodes[number].kind == "row":
        return False
    for place, node in enumerate(nodes[number + 1 : number + 12], number + 1):
        if node.children or node.kind == "row":
            return False
        if found := read_label_line(node):
            return opens_labels(found) or assignee_follows(nodes, place)
        if node.kind != nodes[number].kind:
            return False
    return False


def read_behind(text: str, start: int = 0) -> list[Label]:
    """The labels behind an item in the same paragraph; none where nobody is named there.

    >>> [label.role for label in read_behind("Sửa quy chế trực (Chủ trì: Chi cục Kiểm lâm; thời gian: Quý III/2023).")]
    ['assignee', 'deadline']
    """
    bracket = _BRACKET.search(text, start) if "(" in text else None
    if bracket:
        named = parse_parties(bracket["inner"], 0, first=False)
        if named is not None and named.stop == "action" and _IN_CHARGE.match(bracket["inner"], named.end):
            return _read_bracket(bracket["inner"], named.end, bracket.start(), bracket.start("inner"))
    labels = _close(text, _chained(text, start))
    named_at = next((label for label in labels if label.role == "assignee"), None)
    if named_at is None or any(_is_sentence(text, label) for label in labels):
        return []
    return labels if parse_parties(text[named_at.value : named_at.end]) is not None else []


def _read_bracket(inner: str, acts: int, start: int, offset: int) -> list[Label]:
    """The labels of "(Sở Nội vụ chủ trì; các huyện phối hợp; tháng 11/2023)": who acts, who helps, when.

    What the one who acts does begins at `acts` of `inner`, which stands at `offset` of the text.
    """
    charge = _IN_CHARGE.match(inner, acts)
    pieces = list(_PIECE.finditer(inner, charge.end())) if charge else []
    end = charge.end() if charge and pieces else len(inner)
    labels = [Label("assignee", start, offset, offset + end)]
    for piece in pieces:
        role, place = ("coordinator", piece.span("said")) if piece["helps"] else ("deadline", piece.span("when"))
        labels.append(Label(role, start, offset + place[0], offset + place[1]))
    return labels


def _chained(text: str, start: int) -> list[re.Match[str]]:
    if ":" not in text:
        return []
    found = {
        match.start(): match
        for match in _CHAINED.finditer(text, start)
        if _BEFORE_LABEL.search(text[max(0, match.start() - 4) : match.start()])
    }
    found |= {match.start(): match for match in _RUN_ON.finditer(text, start)}
    return [found[place] for place in sorted(found)]


def _close(text: str, heads: list[re.Match[str]]) -> list[Label]:
    """The labels with where their values end: before the next one, or at the bracket that closes them."""
    labels = []
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        before = text[: head.start()].rstrip()
        start = len(before) - 1 if before.endswith("(") else head.start()
        value = text[head.end() : end].rstrip(" .;,(-–+")
        if value.endswith(")") and value.count(")") > value.count("("):
            value = value[:-1].rstrip(" .;,")
        role = (head.lastgroup or "").replace("assigned", "assignee")
        labels.append(Label(role, start, head.end(), head.end() + len(value)))
    return labels


def _is_sentence(text: str, label: Label) -> bool:
    """Whether a label's value orders something itself ("Cơ quan thực hiện: Sở X tiến hành …")."""
    value = text[label.value : label.end]
    if label.role != "assignee":
        return find_order(value) is not None
    named = parse_names(value)
    if named is None or named.stop != "action":
        return False
    rest = value[named.end :].strip(" .;,")
    return _IN_CHARGE.match(rest) is None and not only_says_with_whom(rest)
