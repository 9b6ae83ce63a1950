"""Down the body: what stands above a sentence decides whose it is."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from vanban.duties.addressed import addressed_by, resolve_addressed
from vanban.duties.assignee import Assigned, find_order, find_subject, find_titled, parse_heading
from vanban.duties.context import Context
from vanban.duties.details import asks_for_results, begins_action, find_coordinators, trim_action
from vanban.duties.due import find_due, find_due_ahead, find_due_elsewhere, read_due, read_due_cell
from vanban.duties.judgement import (
    confidence_of,
    goes_to_those_above,
    is_handed,
    judge_sentence,
    only_tells,
    quotes_law,
)
from vanban.duties.labels import CONTENT, assignee_follows, labels_follow, lift_labels, read_behind, read_label_line
from vanban.duties.pieces import (
    after_label,
    cell_parties,
    divide_cell,
    list_parties,
    make_parties,
    node_passage,
    same_parties,
    shift_assigned,
    shift_parties,
)
from vanban.duties.record import Finding, make_duty
from vanban.duties.refusals import (
    are_persons,
    breaks_off,
    has_head_action,
    is_example,
    is_remark,
    only_announces,
    only_says_with_whom,
    quoted_spans,
)
from vanban.duties.scope import (
    is_assigning_part,
    is_enacting_part,
    is_guarded_part,
    is_invitation,
    is_normative,
    is_reporting_part,
    is_requirement_part,
)
from vanban.duties.sentences import split_sentences
from vanban.duties.setting import Setting, is_own, is_transmitter
from vanban.duties.table import fill_ditto, is_agenda, read_row
from vanban.model.document import Deadline, Duty, Node, Party, TableCell
from vanban.notation.passage import Passage, clean

# The closing article of a norm: "… chịu trách nhiệm thi hành Quyết định này".
_ENFORCES = re.compile(
    r"(?:chịu trách nhiệm|có trách nhiệm)[^.;]{0,60}thi hành|(?:hướng dẫn|tổ chức|chiếu|căn cứ)[^.;]{0,30}thi hành"
)
_ORDERS = re.compile(r"(?:\w+ \d+\. )?(?:Giao|Yêu cầu|Đề nghị|Kính đề nghị|Kiến nghị)\b")
_PERSON = re.compile(r"(?:Các )?(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|Đ/c)\b")
_ORDERED = re.compile(r"giao|yêu cầu|đề nghị|kính đề nghị|phân công")
_DEMANDS = re.compile(r"(?:yêu cầu|chỉ đạo|kết luận|giao|đề nghị|ý kiến|quyết nghị|điện)\b[^:]{0,80}:\s*$")
_ASKS_ALL = re.compile(r"\b(?:yêu cầu|đề nghị)(?: (?:thực hiện|triển khai)[^:]{0,60})?\s*:\s*$")
# "Các bến bãi": a class of no known noun; of things rather than of those who act where one of these follows.
_CLASS = re.compile(
    r"Các (?!giải|nhiệm|nội|biện|hoạt|công|chỉ|mục|vấn|hình|dự|chính|quy|thủ|văn|đề|chương|điều|bước|lĩnh|khu|loại|sản|"
    r"hạng|khoản|mức|chế|trường hợp|sự|lớp|đợt|yêu|việc|tiêu|nguồn|kết|đối|tuyến|vùng|nguyên|hành|quyền|phong|danh|kế|"
    r"kiến|phương|thông|tài|bài|ý|hồ|mặt|khâu|nhóm|cuộc|hội|di|ngày|kỳ|tuyên)[\w ,]{3,60}$"
)
_WORDS = re.compile(r"[^\W\d_]+")
_HEADED = ("arabic", "letter", "roman", "article")
_PARTS = ("chapter", "section", "part")


class _Open(NamedTuple):
    """A duty whose sentences are still being read: `passage.text[start:end]`."""

    assigned: Assigned | None
    start: int
    end: int


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
            if found and (found[0].role not in ("other", CONTENT) or labels or assignee_follows(nodes, number)):
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
        if node.children and is_assigning_part(node):
            inner = msgspec.structs.replace(inner, assigning=True)
        if node.kind in _PARTS or _is_title(node, text):
            return inner
        behind = [] if node.children else read_behind(text)
        if behind:
            labels = {label.role: passage.part(label.value, label.end) for label in reversed(behind)}
            self._add_labelled(node, passage, (0, behind[0].start), labels)
            return inner
        ordered = _ORDERS.match(text) is not None and not is_normative(self.setting.document)
        if context.closed and not ordered and not _ENFORCES.search(text):
            return inner
        return self._read_sentences(node, passage, inner) or inner

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

    def _read_sentences(self, node: Node, passage: Passage, context: Context) -> Context | None:
        """Read the sentences one after the other; those that name nobody go on with the duty before them."""
        text = passage.text
        told = only_tells(self.setting, node, text)
        announced = text.rstrip().endswith(":")
        duties: list[_Open] = []
        stem: Context | None = None
        pieces = split_sentences(text)
        quoted = quoted_spans(text)
        for number, (start, end) in enumerate(pieces):
            sentence = text[start:end]
            told = told or quotes_law(sentence)
            heads = announced and number + 1 == len(pieces)  # the last sentence, over items
            if is_example(sentence):
                break
            if is_remark(sentence) or any(opened < start < closed for opened, closed in quoted):
                continue
            assigned = judge_sentence(
                sentence, context, self.setting, told=told, opens=start == 0, item=node.kind != "paragraph"
            )
            if assigned is not None:
                assigned = shift_assigned(assigned, start)
                if duties and not announced and same_parties(assigned, duties[-1].assigned):
                    duties[-1] = duties[-1]._replace(end=end)
                    continue
                if announced or node.children:
                    stem = self._stem(assigned, sentence, passage, end if announced else start, context)
                if not heads or has_head_action(text[assigned.action : end]):
                    duties.append(_Open(assigned, start, end))
            elif duties and not breaks_off(sentence):
                duties[-1] = duties[-1]._replace(end=end)
            elif heads and not has_head_action(sentence):
                pass  # it only announces the items
            elif goes_to_those_above(node, sentence, context) or (
                not told and not context.guarded and asks_for_results(sentence)
            ):
                duties.append(_Open(None, start, end))
            if heads and stem is None and _DEMANDS.search(sentence):
                asked = () if context.assignees or context.guarded or told else self._asked(sentence)
                stem = msgspec.structs.replace(
                    context, demanded=True, assignees=context.assignees or asked, stem=context.stem or bool(asked)
                )
        for one in duties:
            self._add(node, passage, one, context, alone=len(duties) == 1)
        return stem or (context if context.assignees and announced else None)

    def _stem(self, assigned: Assigned, sentence: str, passage: Passage, end: int, context: Context) -> Context:
        """What a sentence over items says of them: who is to act, and with whom."""
        parties = self._parties(assigned, passage, context)
        handed = is_handed(sentence)
        own = is_own(self.setting, parties) and not handed
        together = find_coordinators(passage.text[assigned.action : end])
        return Context(
            () if own else parties,
            context.via,
            assigned.force,
            demanded=True,
            guarded=context.guarded and own,
            closed=context.closed,
            handed=handed,
            stem=True,
            coordinators=make_parties(shift_parties(together, assigned.action), passage),
        )

    def _asked(self, sentence: str) -> tuple[Party, ...]:
        """The addressees of a letter whose stem asks and names nobody ("Chánh án yêu cầu:")."""
        return addressed_by(self.setting.document) if _ASKS_ALL.search(sentence) else ()

    def _parties(self, assigned: Assigned | None, passage: Passage, context: Context) -> tuple[Party, ...]:
        """Those who are to act; where the order names nobody those above it, else those to whom the letter goes."""
        named = make_parties(assigned.parties, passage) if assigned else ()
        return named or context.assignees or addressed_by(self.setting.document)

    def _add(self, node: Node, passage: Passage, one: _Open, context: Context, *, alone: bool) -> None:
        text = passage.text
        assigned = one.assigned
        start = after_label(text, one.start) if assigned is None else assigned.action
        due = self._due(passage, start if assigned else one.start, one.end)
        if assigned is not None and due is None and assigned.parties:
            due = find_due_ahead(passage, one.start, assigned.parties[0].start, self.setting.issued)
        assignees = self._parties(assigned, passage, context)
        if are_persons([party.name for party in assignees]):
            return
        asked = assigned is not None and (assigned.mode == "order" or node.kind != "paragraph")
        relayed = asked and is_transmitter(self.setting, assignees)
        if not assignees or (is_own(self.setting, assignees) and not context.handed and not relayed):
            return
        said = text[start : one.end]
        action = trim_action(said)
        if len(_WORDS.findall(action)) < 2 or " " not in action or only_announces(action):
            return
        if only_says_with_whom(said) and said.rstrip().endswith((";", ":", ",")):
            return
        together = make_parties(shift_parties(find_coordinators(said), start), passage)
        force = context.force if assigned is None or context.force == "request" else assigned.force
        self._append(
            Finding(
                node=node,
                action=action,
                text=text if alone else text[one.start : one.end],
                span=passage.span() if alone else passage.span(one.start, one.end),
                assignees=resolve_addressed(self.setting.document, assignees),
                coordinators=together or (context.coordinators if assigned is None else ()),
                passage=passage,
                said=(start, one.end),
                via=context.via,
                force=force,
                deadline=due,
                confidence=confidence_of(assigned, context),
            )
        )

    def _due(self, passage: Passage, start: int, end: int) -> Deadline | None:
        document, issued = self.setting.document, self.setting.issued
        due = find_due(passage, start, end, issued)
        return due or find_due_elsewhere(document, passage, start, end, issued)

    def _read_row(self, node: Node, context: Context) -> None:
        """One duty a row of an assignment table."""
        cells = fill_ditto(node.cells, self._above)
        roles = read_row(cells)
        document = self.setting.document
        assignees, together = divide_cell(document, roles.assignee) if roles else ((), ())
        if roles is None or not assignees:
            return
        self._above = cells
        said = clean(document.text, roles.action.span, document.outside) if roles.action.span else None
        self._append(
            Finding(
                node=node,
                action=trim_action(roles.action.text),
                text=node.text,
                span=node.span,
                assignees=assignees,
                coordinators=(cell_parties(document, roles.coordinator) if roles.coordinator else ()) or together,
                passage=said,
                said=(0, len(said.text)) if said else (0, 0),
                via=context.via,
                force=context.force,
                deadline=read_due_cell(document, roles.deadline, self.setting.issued),
                deliverable=roles.deliverable.text.strip() or None if roles.deliverable else None,
            )
        )

    def _read_labelled(
        self, items: list[Node], labels: dict[str, Passage], context: Context, parent: Node | None
    ) -> None:
        """A block of label lines serves each item before it; without items, the heading that they stand under."""
        if "assignee" not in labels:
            known = len(self.duties)
            for item in items:
                self._visit(item, None, context)
            due = read_due(labels["deadline"], self.setting.issued) if "deadline" in labels else None
            self.duties[known:] = [
                msgspec.structs.replace(duty, deadline=duty.deadline or due) for duty in self.duties[known:]
            ]
            return
        invites = is_invitation(self.setting.document)
        if (invites or not items) and _PERSON.match(labels["assignee"].text.strip()):
            return  # "Chủ trì: Bà …" tells who chairs a meeting
        content = labels.get(CONTENT)
        if not items and parent is not None and content is not None and len(content.text.split()) > 5:
            # "1. Truyền thông" / "Nội dung: Phát 200 bộ tài liệu …" / "Đơn vị thực hiện: …"
            document = self.setting.document
            whole = clean(document.text, (parent.span[0], content.span()[1]), document.outside)
            self._add_labelled(parent, whole, (whole.text.rfind(content.text), len(whole.text)), labels)
            return
        for item in items or ([parent] if parent is not None else []):
            passage = node_passage(self.setting.document, item)
            self._add_labelled(item, passage, (after_label(passage.text), len(passage.text)), labels)

    def _add_labelled(self, node: Node, passage: Passage, said: tuple[int, int], labels: dict[str, Passage]) -> None:
        """The duty that an item, `passage.text[said]`, makes with its labels."""
        action = trim_action(passage.text[slice(*said)])
        if len(action.split()) < 2 or breaks_off(action):
            return
        issued, named = self.setting.issued, labels["assignee"]
        together = list_parties(labels["coordinator"]) if "coordinator" in labels else ()
        due = read_due(labels["deadline"], issued) if "deadline" in labels else None
        self._append(
            Finding(
                node=node,
                action=action,
                text=passage.text,
                span=passage.span(),
                assignees=list_parties(named),
                coordinators=together or make_parties(find_coordinators(named.text), named),
                passage=passage,
                said=said,
                deadline=due or find_due(passage, *said, issued) or find_due(named, 0, len(named.text), issued),
                deliverable=labels["deliverable"].text if "deliverable" in labels else None,
            )
        )

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
