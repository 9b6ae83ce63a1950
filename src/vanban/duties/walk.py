"""Down the body: what stands above a sentence decides whose it is."""

from __future__ import annotations

import re

import msgspec

from vanban.duties.assignee import Assigned, find_order, find_subject
from vanban.duties.context import Context
from vanban.duties.details import begins_action
from vanban.duties.due import read_due
from vanban.duties.heading import find_titled, parse_heading
from vanban.duties.labelled import read_block, read_labelled
from vanban.duties.labels import (
    assignee_follows,
    labels_follow,
    lift_labels,
    opens_labels,
    read_behind,
    read_label_line,
)
from vanban.duties.paragraph import read_paragraph
from vanban.duties.pieces import after_label, make_parties, node_passage
from vanban.duties.record import Finding, make_duty
from vanban.duties.scope import (
    is_asking_part,
    is_assigning_part,
    is_enacting_part,
    is_guarded_part,
    is_normative,
    is_reporting_part,
    is_requirement_part,
)
from vanban.duties.setting import Setting, is_own
from vanban.duties.table import fill_ditto, is_agenda, read_row_duty
from vanban.model.document import Duty, Node, TableCell
from vanban.notation.passage import Passage

# The closing article of a norm: "… chịu trách nhiệm thi hành Quyết định này".
_ENFORCES = re.compile(
    r"(?:chịu trách nhiệm|có trách nhiệm)[^.;]{0,60}thi hành|(?:hướng dẫn|tổ chức|chiếu|căn cứ)[^.;]{0,30}thi hành"
)
_ORDERS = re.compile(r"(?:\w+ \d+\. )?(?:Giao|Yêu cầu|Đề nghị|Kính đề nghị|Kiến nghị)\b")
_ORDERED = re.compile(r"giao|yêu cầu|đề nghị|kính đề nghị|phân công")
# "Các bến bãi": a class of no known noun; of things rather than of those who act where one of these follows.
_CLASS = re.compile(
    r"Các (?!giải|nhiệm|nội|biện|hoạt|công|chỉ|mục|vấn|hình|dự|chính|quy|thủ|văn|đề|chương|điều|bước|lĩnh|khu|loại|sản|"
    r"hạng|khoản|mức|chế|trường hợp|sự|lớp|đợt|yêu|việc|tiêu|nguồn|kết|đối|tuyến|vùng|nguyên|hành|quyền|phong|danh|kế|"
    r"kiến|phương|thông|tài|bài|ý|hồ|mặt|khâu|nhóm|cuộc|hội|di|ngày|kỳ|tuyên)[\w ,]{3,60}$"
)
_HEADED = ("arabic", "letter", "roman", "article")
_PARTS = ("chapter", "section", "part")


class Walker:
    """Collects the duties of one document in the order of its text."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.duties: list[Duty] = []
        self._known: set[str] = set()
        self._above: list[TableCell] = []  # the last row of an assignment table

    def walk(self, nodes: list[Node], context: Context, parent: Node | None = None) -> None:
        """Duties of sibling nodes; a paragraph that ends in a colon speaks for the siblings after it."""
        stem: Context | None = None
        items: list[Node] = []
        labels: dict[str, Passage] = {}
        nodes, agenda = lift_labels(nodes), is_agenda(nodes)
        for number, node in enumerate(nodes):
            if agenda and node.kind == "row":
                continue
            found = read_label_line(node)
            if found and (opens_labels(found) or labels or assignee_follows(nodes, number)):
                passage = node_passage(self.setting.document, node)
                begin = max(passage.text.find(node.text), 0)
                for label in found:
                    labels.setdefault(label.role, passage.part(begin + label.value, begin + label.end))
                continue
            if labels:
                self._read_labelled(items, labels, stem or context, parent)
                items, labels = [], {}
            if labels_follow(nodes, number):
                items.append(node)
                continue
            stem = self._visit(node, stem, context)
        if labels:
            self._read_labelled(items, labels, stem or context, parent)

    def _visit(self, node: Node, stem: Context | None, context: Context) -> Context | None:
        """One node and what is under it; gives the stem that holds for the siblings after it."""
        current = stem or context
        ends_open = node.text.rstrip().endswith((":", ";"))
        if node.kind == "paragraph" and stem is not None and not node.children and not ends_open:
            stem, current = None, context
        if node.kind == "row":
            self._read_row(node, current)
            return stem
        if node.kind == "appendix":
            self.walk(node.children, msgspec.structs.replace(current, guarded=True, assignees=()), node)
            return stem
        inner = self._read(node, current)
        if node.children:
            self.walk(node.children, inner or current, node)
            return stem
        return inner if inner is not None and node.text.rstrip().endswith(":") else stem

    def _read(self, node: Node, context: Context) -> Context | None:
        """Duties of a node's own text; gives the context for its children or, after a colon, its siblings."""
        whole = node_passage(self.setting.document, node)
        passage = whole.part(after_label(whole.text), len(whole.text))
        text = passage.text
        if not text:
            return None
        heading = parse_heading(text, titled=bool(node.children))
        titled = context.assigning or _CLASS.match(text) is not None
        if heading is None and titled and node.children and node.kind in _HEADED:
            tasks = all(begins_action(child.text) for child in node.children)
            heading = find_titled(text) if tasks else None
        if heading is not None and (node.children or text.rstrip().endswith(":") or node.kind in _HEADED):
            return self._under_heading(heading, passage, context)
        inner = context
        if node.children and (node.heading or node.kind in (*_PARTS, "roman")) and is_guarded_part(node):
            required = is_requirement_part(node) or (context.requirement and not node.heading)
            inner = msgspec.structs.replace(
                context,
                guarded=True,
                descriptive=True,
                requirement=required,
                reported=context.reported or is_reporting_part(node),
                assignees=(),
            )
        if node.children and context.guarded and not context.descriptive and is_enacting_part(node):
            inner = msgspec.structs.replace(inner, guarded=False)
        if node.children and is_asking_part(self.setting.document, node):
            inner = msgspec.structs.replace(inner, closed=False)
        if node.children and is_assigning_part(node):
            inner = msgspec.structs.replace(inner, assigning=True)
        if node.kind in _PARTS or _is_title(node, text):
            return inner
        behind = [] if node.children else read_behind(text)
        if behind:
            labels = {label.role: passage.part(label.value, label.end) for label in reversed(behind)}
            found = read_labelled(self.setting, node, passage, (0, behind[0].start), labels)
            if found:
                self._append(found)
            return inner
        ordered = _ORDERS.match(text) is not None and not is_normative(self.setting.document)
        if context.closed and not ordered and not _ENFORCES.search(text):
            return inner
        findings, stem = read_paragraph(self.setting, node, passage, inner)
        for one in findings:
            self._append(one)
        return stem or inner

    def _under_heading(self, heading: Assigned, passage: Passage, context: Context) -> Context:
        """The context under a heading that only names parties."""
        if context.descriptive and not _ORDERED.match(heading.verb):
            return context
        parties = make_parties(heading.parties, passage)
        if is_own(self.setting, parties):
            return msgspec.structs.replace(context, assignees=(), guarded=True, via=None)
        via = context.assignees[0] if "chỉ đạo" in heading.verb and context.assignees else context.via
        force = "request" if heading.force == "request" else context.force
        return Context(parties, via, force, demanded=True, closed=context.closed, assigning=context.assigning)

    def _read_row(self, node: Node, context: Context) -> None:
        """One duty a row of an assignment table."""
        cells = fill_ditto(node.cells, self._above)
        found = read_row_duty(self.setting, node, cells, context)
        if found:
            self._above = cells
            self._append(found)

    def _read_labelled(
        self, items: list[Node], labels: dict[str, Passage], context: Context, parent: Node | None
    ) -> None:
        """A block of label lines and the items before it; where none names who acts, the items say so themselves."""
        if "assignee" in labels:
            for found in read_block(self.setting, items, labels, parent):
                self._append(found)
            return
        known = len(self.duties)
        for item in items:
            self._visit(item, None, context)
        due = read_due(labels["deadline"], self.setting.issued) if "deadline" in labels else None
        self.duties[known:] = [
            msgspec.structs.replace(duty, deadline=duty.deadline or due) for duty in self.duties[known:]
        ]

    def _append(self, finding: Finding) -> None:
        duty = make_duty(self.setting, finding)
        if duty.id not in self._known:
            self._known.add(duty.id)
            self.duties.append(duty)


def _is_title(node: Node, text: str) -> bool:
    """A heading over children that says nothing to anybody."""
    if not node.children or node.heading is None or len(text) >= 200 or text.rstrip().endswith((":", ".", ";")):
        return False
    return text.isupper() or (find_order(text) is None and find_subject(text) is None)
