"""Down the body: what stands above a sentence decides whose it is."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import re

import msgspec

from vanban.duties.assignee import Assigned, find_order, find_subject, parse_heading
from vanban.duties.context import Context
from vanban.duties.details import begins_action, find_condition, find_coordinators, find_report, trim_action
from vanban.duties.scope import is_guarded_part, is_normative, is_requirement_part
from vanban.duties.sentences import split_sentences
from vanban.duties.table import parse_label_line, read_row
from vanban.model.document import Deadline, Document, Duty, DutyReference, Node, Party, TableCell
from vanban.model.text import Span
from vanban.notation.deadline import FoundDeadline, find_deadlines, parse_due_cell
from vanban.notation.folding import fold, match_key
from vanban.notation.organ import names_same_organ, party_kind
from vanban.notation.parties import FoundParty, parse_parties
from vanban.notation.passage import Passage, clean

_ANNOUNCES = re.compile(r"(?:sau(?: đây)?|như sau|cụ thể|các (?:nội dung|nhiệm vụ|công việc|giải pháp|biện pháp)[\w\s,]*|trong đó[\w\s]*|yêu cầu|có trách nhiệm|nhiệm vụ|chỉ đạo|thực hiện|trách nhiệm)\s*:?\s*$")
_COURTESY = re.compile(
    r"(?:^(?:Kính |Trân trọng )?[Đđ]ề nghị [^.;:]{0,90}\b(?:quan tâm|phối hợp|biết)(?:,? (?:quan tâm|phối hợp|chỉ đạo|thực hiện|triển khai|và|,))*\W*$|thông báo (?:để|đến|tới|cho)?[\w\s,]{0,80}biết|để[\w\s,]{0,40}(?:được biết|biết)(?:,| và)? (?:thực hiện|triển khai)|[Tt]hông báo (?:kết luận|ý kiến|nội dung)[^.]{0,200}\bđể\b|(?:tới|đến|tham) dự[^.;]{0,60}(?:đúng giờ|đầy đủ|đúng thành phần)|bố trí thời gian|trân trọng|liên hệ[^.;]{0,160}(?:hướng dẫn|giải đáp|phối hợp|được biết)|mọi (?:chi tiết|thông tin)|rất mong nhận được)"
)
_DIFFICULTY = re.compile(r"^(?:\W*)(?:(?:trong )?(?:qua trinh|khi)[^.;]{0,120}?,?\s*)?(?:neu|truong hop)?\s*(?:co|phat sinh|gap|co phat sinh)?[^.;]{0,30}(?:kho khan|vuong mac|bat cap)")
_FIRM = re.compile(r"(?:cac |quy )?(?:cong ty|doanh nghiep|ong|ba|ngan hang thuong mai|to chuc, ca nhan|quy ong|quy ba|nguoi nop thue|nha dau tu|doanh nhan)\b")
# What an organ was told to do, listed in its own plan, is not what the issuer says of itself.
_HANDED = re.compile(r"thực hiện các nhiệm vụ được giao sau(?: đây)?\s*:$")
_BARE = re.compile(r"(?:[Cc]ơ quan|[Đđ]ơn vị|[Tt]ổ chức|[Cc]á nhân|[Ll]ãnh đạo|[Nn]gười)(?:(?:,| hoặc| và) (?:cơ quan|đơn vị|tổ chức|cá nhân))*")
_GENERIC = re.compile(r"\W*(?:Cơ quan, đơn vị|Cá nhân|Người|Doanh nghiệp|Lãnh đạo|Trường hợp|Cán bộ|Công chức)\b")
_ADDRESSED = re.compile(r"(?:[Qq]uý (?:cơ quan|đơn vị|[Ss]ở|[Bb]an|[Bb]ộ|[Cc]ục|[Tt]ỉnh|[Cc]ông ty|[Ủủ]y ban)[\w, ]{0,30}|[Cc]ác (?:cơ quan, )?đơn vị)")
_PERSON = re.compile(r"(?:[Cc]ác )?(?:[Nn]gười (?!đứng đầu|phát ngôn)|[Cc]á nhân|[Hh]ộ |[Hh]ọc sinh|[Cc]ông dân|[Nn]hân dân|trường hợp)")
# The closing article of a norm: "… chịu trách nhiệm thi hành Quyết định này".
_ENFORCES = re.compile(r"(?:chịu trách nhiệm|có trách nhiệm)[^.;]{0,60}thi hành|(?:hướng dẫn|tổ chức)[^.;]{0,30}thi hành")
_TELLING = re.compile(r"(?:Sau khi|Ngày|Chiều|Sáng|Từ ngày|Trong (?:các )?ngày|Thực hiện|Căn cứ|Xét|Theo|Tiếp theo|Trả lời|Phúc đáp|Tại|Thời gian|Trong thời gian|Vừa qua|Hiện nay|Qua|Nhằm giúp|Tham dự|Cùng dự)\b")
_LABEL_INLINE = re.compile(r"(?<=[.;])\s+(?=(?:[Cc]ơ quan|[Đđ]ơn vị|Thời gian|Thời hạn|Sản phẩm)\s+[\w\s]{0,24}:\s)")


class Walker:
    """Collects the duties of one document in the order of its text."""

    def __init__(
        self, document: Document, instructors: tuple[Party, ...], transmitters: tuple[Party, ...], issuing: Document
    ) -> None:
        self.document = document
        self.instructors = instructors
        self.transmitters = transmitters
        self.duties: list[Duty] = []
        promulgation = document.promulgation or issuing.promulgation
        date = promulgation.date if promulgation else None
        self.issued = None if date is None else dt.date.fromisoformat(date)
        issuer = document.issuer or issuing.issuer
        own = [issuer.name, issuer.full_name] if issuer else []
        self.introduction = list(itertools.takewhile(lambda node: node.kind == "paragraph", document.body))
        self.own_names = tuple(name for name in [*own, *(party.name for party in instructors)] if name)

    def walk(self, nodes: list[Node], context: Context) -> None:
        """Duties of sibling nodes; a paragraph that ends in a colon speaks for the siblings after it."""
        stem: Context | None = None
        items: list[Node] = []
        labels: dict[str, Passage] = {}
        for number, node in enumerate(nodes):
            label = None if node.kind == "row" else parse_label_line(node.text)
            if label is not None and label[0] == "assignee" and (named := parse_parties(node.text, label[1])) is not None and named.stop == "action":
                label = None  # "Cơ quan thực hiện: Sở X tiến hành …" is a sentence
            if label is not None and not node.children:
                labels.setdefault(label[0], self._value(node, label[1]))
                if number + 1 == len(nodes):
                    self._labelled(items, labels, stem or context, nodes)
                continue
            if labels:
                self._labelled(items, labels, stem or context, nodes)
                items, labels = [], {}
            if _labels_follow(nodes, number):
                items.append(node)
                continue
            stem = self._node(node, stem, context)

    def _node(self, node: Node, stem: Context | None, context: Context) -> Context | None:
        """One node and what is under it; gives the stem that holds for the siblings after it."""
        current = stem or context
        if node.kind == "paragraph" and stem is not None and not node.children and _closes(node):
            stem, current = None, context
        if node.kind == "row":
            self._row(node, current)
            return stem
        if node.kind == "appendix":
            self.walk(node.children, msgspec.structs.replace(current, guarded=True, assignees=()))
            return stem
        inner = self._read(node, current)
        if node.children:
            self.walk(node.children, inner or current)
            return stem
        if inner is not None and node.kind in ("paragraph", "bullet", "letter", "arabic", "article") and node.text.rstrip().endswith(":"):
            return inner
        return stem

    # -- one node -------------------------------------------------------------------------------------------------

    def _read(self, node: Node, context: Context) -> Context | None:
        """Duties of a node's own text; gives the context for its children or, after a colon, its siblings."""
        whole = self._passage(node)
        passage = whole.part(_after_label(whole.text, 0), len(whole.text))
        text = passage.text
        if not text:
            return None
        heading = parse_heading(text, titled=bool(node.children))
        if heading is not None and (node.children or text.rstrip().endswith(":") or node.kind in ("arabic", "letter", "roman", "article")):
            return self._under_heading(heading, passage, context)
        title_only = bool(node.children) and node.heading is not None and not text.rstrip().endswith((":", ".", ";")) and len(text) < 200
        inner = context
        if node.children and (node.heading or node.kind in ("chapter", "section", "roman", "part")) and is_guarded_part(node):
            inner = msgspec.structs.replace(context, guarded=True, descriptive=True, requirement=is_requirement_part(node) or (context.requirement and not node.heading), assignees=())
        elif node.kind == "roman" and title_only and node.children and not is_guarded_part(node):
            inner = msgspec.structs.replace(context, guarded=context.closed or context.guarded)
        if node.kind in ("chapter", "section", "part") or (title_only and (text.isupper() or find_order(text) is None and find_subject(text) is None)):
            return inner
        if context.closed and not _ENFORCES.search(text) and (is_normative(self.document) or not re.match(r"(?:\w+ \d+\. )?(?:Giao|Yêu cầu)\b", text)):
            return inner
        stem = self._sentences(node, passage, inner)
        return stem or inner

    def _under_heading(self, heading: Assigned, passage: Passage, context: Context) -> Context:
        parties = self._parties(heading.parties, passage)
        if context.descriptive:
            return context
        via = context.via
        if "chỉ đạo" in heading.verb and context.assignees:
            via = context.assignees[0]
        if self._is_own(parties):
            return msgspec.structs.replace(context, assignees=(), guarded=True, via=None)
        return Context(parties, via, heading.force if heading.force == "request" else context.force, demanded=True, closed=context.closed)

    def _sentences(self, node: Node, passage: Passage, context: Context) -> Context | None:
        """Read the sentences one after the other; those that name nobody go on with the duty before them."""
        text = passage.text
        pieces = split_sentences(text)
        open_duty: list[tuple[Assigned | None, int, int, Context]] = []
        stem: Context | None = None
        announced = text.rstrip().endswith(":")
        for number, (start, end) in enumerate(pieces):
            sentence = text[start:end]
            if re.fullmatch(r"\(.*\)\W*", sentence) or (len(sentence) < 90 and re.search(r"www\.|https?://", sentence)):
                continue  # a remark: "(Kèm theo Báo cáo số …)"
            assigned = self._assigned(sentence, context, told=self._tells(node, text))
            last = number + 1 == len(pieces)
            if assigned is not None:
                shifted = _shift(assigned, start)
                parties = self._parties(shifted.parties, passage)
                handed = bool(_HANDED.search(sentence))
                own = self._is_own(parties) and not handed
                below = Context(() if own else parties or context.assignees, context.via, shifted.force, demanded=True, guarded=context.guarded and own, closed=context.closed, handed=handed)
                if announced or node.children:
                    together = find_coordinators(text[shifted.action : end]) if announced else []
                    with_whom = self._parties(tuple(_shift_party(party, shifted.action) for party in together), passage)
                    stem = msgspec.structs.replace(below, coordinators=with_whom)
                if last and announced and not _has_head_action(text[shifted.action : end]):
                    continue
                open_duty.append((shifted, start, end, context))
            elif open_duty and not _breaks(sentence):
                first = open_duty[-1]
                open_duty[-1] = (first[0], first[1], end, first[3])
            elif last and announced and not _has_head_action(sentence):
                pass  # it only announces the items
            elif context.assignees and not context.guarded and not _breaks(sentence):
                open_duty.append((None, start, end, context))
            if last and announced and stem is None and re.search(r"(?:yêu cầu|chỉ đạo|kết luận|giao|đề nghị|ý kiến|quyết nghị|điện)\b[^:]{0,80}:\s*$", sentence):
                stem = msgspec.structs.replace(context, demanded=True)
        if context.assignees and announced and stem is None:
            stem = context
        for assigned, start, end, owner in open_duty:
            self._add(node, passage, assigned, start, end, owner, alone=len(open_duty) == 1)
        return stem

    def _tells(self, node: Node, text: str) -> bool:
        """Whether a paragraph of the introduction only tells what happened: there an express order counts alone."""
        return any(node is other for other in self.introduction) and bool(_TELLING.match(text))

    def _assigned(self, sentence: str, context: Context, *, told: bool) -> Assigned | None:
        folded = fold(sentence)
        if _DIFFICULTY.match(folded) and len(folded) < 420:
            return None
        order = find_order(sentence, within=bool(context.assignees))
        subject = None if told else find_subject(sentence, within=bool(context.assignees))
        if subject is not None and order is not None and subject.action <= order.action:
            own = all(self._is_issuer(party.name) or party.kind == "office" for party in subject.parties)
            if not own and subject.mode != "colon":
                order = None
        if order is not None:
            if not self._acts(order, sentence):
                order = None
            else:
                return order
        if subject is None:
            return None
        if subject.mode == "colon" and not begins_action(sentence[subject.action :]):
            return None
        if all(_BARE.fullmatch(party.name) for party in subject.parties):
            return None
        if context.guarded and not subject.modal and not self._is_plain_task(subject, sentence, context):
            return None
        if len(subject.parties) == 1 and self._is_issuer(subject.parties[0].name) and not _HANDED.search(sentence):
            return None
        return subject if self._acts(subject, sentence) else None

    def _is_plain_task(self, subject: Assigned, sentence: str, context: Context) -> bool:
        """A plain statement about named organs that counts where norms are laid down ("Văn phòng tổng hợp báo cáo …")."""
        if context.requirement:
            return not sentence.startswith("cần", subject.action)
        if context.descriptive or subject.parties[0].start > 4:
            return False
        return all(party.name[:1].isupper() for party in subject.parties) and not _GENERIC.match(sentence)

    def _acts(self, assigned: Assigned, sentence: str) -> bool:
        action = sentence[assigned.action :]
        if _COURTESY.search(sentence) and len(sentence) < 420:
            return False
        names = " ".join(fold(party.name) for party in assigned.parties)
        if _FIRM.search(names) and re.search(r"can cu|thuc hien theo|lien he|theo dung quy dinh|nghien cuu", fold(sentence)) and all(_FIRM.match(fold(party.name)) for party in assigned.parties):
            return False
        return bool(re.search(r"\w", action)) or sentence.rstrip().endswith(":")

    # -- a duty ---------------------------------------------------------------------------------------------------

    def _add(self, node: Node, passage: Passage, assigned: Assigned | None, start: int, end: int, context: Context, *, alone: bool) -> None:
        text = passage.text
        if assigned is None:
            assignees = context.assignees
            action_start = _after_label(text, start)
            force = context.force
        else:
            assignees = self._parties(assigned.parties, passage)
            action_start, force = assigned.action, assigned.force
            if force == "order" and context.force == "request":
                force = "request"
        if assigned is not None and all(_PERSON.match(party.name) for party in assignees):
            return
        if not assignees or (self._is_own(assignees) and not context.handed):
            return
        assignees = self._resolve_quy(assignees)
        said = text[action_start:end]
        action = trim_action(said)
        if len(action.split()) < 2 or not re.search(r"\w", action):
            return
        if not _has_head_action(said) and find_coordinators(said) and len(action.split()) < 25 and re.search(r"[;:,]\s*$", said):
            return  # only with whom: what is to be done stands in the items below
        if action.endswith(":") and _ANNOUNCES.search(action) and len(action.split()) < 8:
            return
        span = passage.span() if alone else passage.span(start, end)
        self._append(
            node,
            action=action,
            text=text if alone else text[start:end],
            assignees=assignees,
            coordinators=self._parties(tuple(_shift_party(p, action_start) for p in find_coordinators(said)), passage)
            or (context.coordinators if assigned is None else ()),
            detail=(passage, action_start, end),
            context=context,
            force=force,
            span=span,
            deadline=self._deadline(passage, action_start if assigned is None else start, end),
            confidence=0.95 if assigned is None or assigned.mode == "order" else (0.9 if assigned.modal else 0.8),
        )

    def _append(
        self,
        node: Node,
        *,
        action: str,
        text: str,
        assignees: tuple[Party, ...],
        coordinators: tuple[Party, ...],
        detail: tuple[Passage, int, int] | None,
        context: Context,
        force: str,
        span: Span,
        deadline: Deadline | None,
        deliverable: str | None = None,
        confidence: float,
    ) -> None:
        report: tuple[Party, ...] = ()
        channel: Party | None = None
        condition = None
        if detail is not None:
            passage, start, end = detail
            said = passage.text[start:end]
            found, through = find_report(said)
            report = self._parties(tuple(_shift_party(party, start) for party in found), passage)
            if through is not None:
                channel = self._parties((_shift_party(through, start),), passage)[0]
            condition = find_condition(said)
        names = ";".join(match_key(party.name) for party in assignees)
        path = _citable(node.path)
        content = f"{self.document.id}|{path}|{match_key(action)[:400]}|{names}"
        duty_id = "nv-" + hashlib.sha256(content.encode()).hexdigest()[:16]
        if any(duty.id == duty_id for duty in self.duties):
            return
        self.duties.append(
            Duty(
                id=duty_id,
                action=action,
                text=text,
                assignees=list(assignees),
                coordinators=list(coordinators),
                instructed_by=list(context.instructed_by or self.instructors),
                transmitted_by=list(self.transmitters),
                report_to=list(report),
                via=context.via or channel,
                deadline=deadline,
                deliverable=deliverable,
                condition=condition,
                path=path,
                references=self._references(span),
                force=force,
                confidence=confidence,
                span=span,
            )
        )

    def _row(self, node: Node, context: Context) -> None:
        roles = read_row(node)
        if roles is None or roles.action is None or roles.assignee is None:
            return
        assignees = self._cell_parties(roles.assignee)
        if not assignees:
            return
        due = self._cell_deadline(roles.deadline)
        action = trim_action(roles.action.text)
        self._append(
            node,
            action=action,
            text=node.text,
            assignees=assignees,
            coordinators=self._cell_parties(roles.coordinator) if roles.coordinator else (),
            detail=None,
            context=context,
            force=context.force,
            span=node.span,
            deadline=due,
            deliverable=roles.deliverable.text.strip() or None if roles.deliverable else None,
            confidence=0.9,
        )

    def _labelled(self, items: list[Node], labels: dict[str, Passage], context: Context, nodes: list[Node]) -> None:
        """A block of label lines serves each item before it; without items, the heading that they stand under."""
        if "assignee" not in labels:
            for item in items:
                self._node(item, None, context)
            return
        parent = self._parent_of(nodes) if not items else None
        for item in items or ([parent] if parent is not None else []):
            passage = self._passage(item)
            start = _after_label(passage.text, 0)
            action = trim_action(passage.text[start:])
            if len(action.split()) < 2:
                continue
            due = self._cell_deadline_passage(labels["deadline"]) if "deadline" in labels else None
            self._append(
                item,
                action=action,
                text=passage.text,
                assignees=self._list_parties(labels["assignee"]),
                coordinators=self._list_parties(labels["coordinator"]) if "coordinator" in labels else (),
                detail=(passage, start, len(passage.text)),
                context=msgspec.structs.replace(context, via=None),
                force="order",
                span=passage.span(),
                deadline=due or self._deadline(passage, start, len(passage.text)),
                deliverable=labels["deliverable"].text if "deliverable" in labels else None,
                confidence=0.9,
            )

    # -- pieces ---------------------------------------------------------------------------------------------------

    def _passage(self, node: Node) -> Passage:
        end = node.children[0].span[0] if node.children else node.span[1]
        return clean(self.document.text, (node.span[0], max(end, node.span[0])), self.document.outside)

    def _value(self, node: Node, offset: int) -> Passage:
        passage = self._passage(node)
        begin = passage.text.find(node.text)
        return passage.part(max(begin, 0) + offset, len(passage.text.rstrip(" .;")))

    def _parent_of(self, nodes: list[Node]) -> Node | None:
        def search(candidates: list[Node]) -> Node | None:
            for node in candidates:
                if node.children and node.children[0] is nodes[0]:
                    return node
                found = search(node.children)
                if found is not None:
                    return found
            return None

        return search(self.document.body)

    def _parties(self, found: tuple[FoundParty, ...], passage: Passage) -> tuple[Party, ...]:
        return tuple(Party(name=party.name, kind=party.kind, span=passage.span(party.start, party.end)) for party in found)

    def _list_parties(self, passage: Passage) -> tuple[Party, ...]:
        found = parse_parties(passage.text)
        if found is None:
            parts = [part for part in re.split(r"\s*[;,]\s*", passage.text) if part]
            return tuple(Party(name=part.strip(" ."), kind="organ", span=passage.span()) for part in parts[:1])
        return self._parties(found.parties, passage)

    def _cell_parties(self, cell: TableCell) -> tuple[Party, ...]:
        if cell.span is None or not re.search(r"\w", cell.text):
            return ()
        passage = clean(self.document.text, cell.span, self.document.outside)
        text = re.sub(r"^[\s\-–+•]+", "", passage.text)
        passage = passage.part(len(passage.text) - len(text), len(passage.text))
        parts = [piece for piece in re.split(r"\s+[-–+]\s+(?=[A-ZĐ])", passage.text) if piece]
        found: list[Party] = []
        position = 0
        for piece in parts:
            begin = passage.text.index(piece, position)
            position = begin + len(piece)
            sub = passage.part(begin, position)
            found += self._list_parties(sub)
        return tuple(found)

    def _cell_deadline(self, cell: TableCell | None) -> Deadline | None:
        if cell is None or cell.span is None:
            return None
        return self._cell_deadline_passage(clean(self.document.text, cell.span, self.document.outside))

    def _cell_deadline_passage(self, passage: Passage) -> Deadline | None:
        found = parse_due_cell(passage.text, self.issued)
        return _deadline(found, passage.text, passage.span()) if found else None

    def _deadline(self, passage: Passage, start: int, end: int) -> Deadline | None:
        found = find_deadlines(passage.text[start:end], self.issued)
        dated = sorted((deadline for deadline in found if deadline.date), key=lambda deadline: deadline.basis == "ngày cuối của năm")
        recurrent = [deadline for deadline in found if deadline.recurrence]
        chosen = (dated or recurrent or found or [None])[0]
        if chosen is None:
            return None
        text = passage.text[start + chosen.start : start + chosen.end]
        deadline = _deadline(chosen, text, passage.span(start + chosen.start, start + chosen.end))
        if chosen.date and recurrent:
            deadline = msgspec.structs.replace(deadline, recurrence=recurrent[0].recurrence, rrule=recurrent[0].rrule)
        return deadline

    def _references(self, span: Span) -> list[DutyReference]:
        found = []
        for reference in self.document.references:
            inside = [mention for mention in reference.mentions if span[0] <= mention.span[0] and mention.span[1] <= span[1]]
            if not inside:
                continue
            points = [point for point in reference.pinpoints if point.span and span[0] <= point.span[0] and point.span[1] <= span[1]]
            code = reference.code.text if reference.code else None
            for point in points or [None]:
                found.append(
                    DutyReference(
                        text=point.text if point else inside[0].text,
                        code=code,
                        path=point.path if point else None,
                        target=reference.target,
                        span=point.span if point else inside[0].span,
                    )
                )
        return found

    def _is_own(self, parties: tuple[Party, ...]) -> bool:
        """Whether the only one spoken of is the issuer itself, or the one who orders."""
        return len(parties) == 1 and self._is_issuer(parties[0].name)

    def _is_issuer(self, name: str) -> bool:
        return party_kind(name) != "group" and any(names_same_organ(name, own) and not _office_of(name, own) for own in self.own_names)

    def _resolve_quy(self, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """"quý cơ quan", "các đơn vị" are the addressees, each on its own."""
        if len(parties) != 1 or not _ADDRESSED.fullmatch(parties[0].name) or not self.document.addressees:
            return parties
        found: list[Party] = []
        for party in self.document.addressees:
            listed = parse_parties(party.name)
            for one in listed.parties if listed else ():
                found.append(Party(one.name, kind=one.kind, span=party.span))
            if listed is None:
                found.append(party)
        return tuple(found)


def _deadline(found: FoundDeadline, text: str, span: Span) -> Deadline:
    return Deadline(
        text=text,
        date=found.date.isoformat() if found.date else None,
        recurrence=found.recurrence,
        rrule=found.rrule,
        basis=found.basis,
        span=span,
    )


def _labels_follow(nodes: list[Node], number: int) -> bool:
    """Whether the node is an item (a leaf) of a run that ends in label lines."""
    if nodes[number].children or nodes[number].kind == "row":
        return False
    for node in nodes[number + 1 : number + 12]:
        if node.children or node.kind == "row":
            return False
        label = parse_label_line(node.text)
        if label is not None:
            return label[0] in ("assignee", "coordinator", "deadline", "deliverable")
        if node.kind != nodes[number].kind:
            return False
    return False


def _closes(node: Node) -> bool:
    return not node.text.rstrip().endswith((":", ";"))


def _has_head_action(text: str) -> bool:
    """Whether a head over items has an action of its own and does not only announce them or say with whom."""
    said = text.strip().rstrip(":").strip()
    together = find_coordinators(said)
    if together and not re.search(r"\w", said[together[-1].end :]) and re.match(r"(?:là (?:cơ quan|đơn vị|đầu mối)[^,]*,\s*)?(?:chủ trì|phối hợp)", said):
        return False
    return len(said.split()) >= 7 and not _ANNOUNCES.search(said)


def _breaks(sentence: str) -> bool:
    """A sentence that neither goes on with a duty nor is one: the formula of difficulties, courtesies, explanations."""
    folded = fold(sentence)
    return bool(_DIFFICULTY.match(folded) and re.search(r"phan anh|bao cao|kip thoi|lien he|gui", folded) and len(folded) < 420) or bool(
        _COURTESY.search(sentence) and len(sentence) < 300
    )


def _shift(assigned: Assigned, offset: int) -> Assigned:
    return msgspec.structs.replace(
        assigned, parties=tuple(_shift_party(party, offset) for party in assigned.parties), action=assigned.action + offset
    )


def _shift_party(party: FoundParty, offset: int) -> FoundParty:
    return msgspec.structs.replace(party, start=party.start + offset, end=party.end + offset)


_LABEL = re.compile(r"^(?:\s*(?:Điều\s+\d+[a-zđ]?\s*[.:]|[IVX]{1,5}\s?[.)/-]|\d{1,2}(?:\.\d{1,2})*\s?[.)/:-]?|[a-zđ]\d?\s?[).]|\(\d+\)|\([ivx]+\)|[-–+*•●~])\s*)?")


def _after_label(text: str, start: int) -> int:
    match = _LABEL.match(text[start:])
    return start + (match.end() if match else 0)


def _citable(path: str) -> str:
    """The place as one cites it: without the counts of bullets and paragraphs."""
    return path.split("/", 1)[0]


def _office_of(name: str, own: str) -> bool:
    """An office-holder of the issuer ("Chánh Văn phòng UBND tỉnh") is somebody else than the issuer."""
    return party_kind(name) == "office" and party_kind(own) != "office"

