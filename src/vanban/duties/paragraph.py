"""A paragraph to its duties: its sentences one after the other, and what the last of them says of the items below."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from vanban.duties.addressed import addressed_by, resolve_addressed
from vanban.duties.assignee import Assigned
from vanban.duties.context import Context
from vanban.duties.details import asks_for_results, find_coordinators, trim_action
from vanban.duties.due import find_due, find_due_ahead, find_due_elsewhere
from vanban.duties.judgement import (
    confidence_of,
    goes_to_those_above,
    is_handed,
    judge_sentence,
    only_tells,
    quotes_law,
)
from vanban.duties.pieces import after_label, make_parties, same_parties, shift_assigned, shift_parties
from vanban.duties.record import Finding
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
from vanban.duties.sentences import split_sentences
from vanban.duties.setting import Setting, is_own, is_transmitter
from vanban.model.document import Deadline, Node, Party
from vanban.notation.passage import Passage

_DEMANDS = re.compile(r"(?:yêu cầu|chỉ đạo|kết luận|giao|đề nghị|ý kiến|quyết nghị|điện)\b[^:]{0,80}:\s*$")
_ASKS_ALL = re.compile(r"\b(?:yêu cầu|đề nghị)(?: (?:thực hiện|triển khai)[^:]{0,60})?\s*:\s*$")
_WORDS = re.compile(r"[^\W\d_]+")


class _Open(NamedTuple):
    """A duty whose sentences are still being read: `passage.text[start:end]`."""

    assigned: Assigned | None
    start: int
    end: int


def read_paragraph(
    setting: Setting, node: Node, passage: Passage, context: Context
) -> tuple[list[Finding], Context | None]:
    """The duties of a node's own text, and the context for what follows where its last sentence ends in a colon.

    Sentences that name nobody go on with the duty before them.
    """
    text = passage.text
    told = only_tells(setting, node, text)
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
            sentence, context, setting, told=told, opens=start == 0, item=node.kind != "paragraph"
        )
        if assigned is not None:
            assigned = shift_assigned(assigned, start)
            if duties and not announced and same_parties(assigned, duties[-1].assigned):
                duties[-1] = duties[-1]._replace(end=end)
                continue
            if announced or node.children:
                stem = _stem(setting, assigned, sentence, passage, end if announced else start, context)
            if not heads or has_head_action(text[assigned.action : end]):
                duties.append(_Open(assigned, start, end))
        elif duties and not breaks_off(sentence):
            duties[-1] = duties[-1]._replace(end=end)
        elif heads and not has_head_action(sentence):
            # It only announces the items, and may say with whom: "Có trách nhiệm phối hợp với X thực hiện:".
            together = find_coordinators(sentence) if context.assignees else []
            if together:
                joined = make_parties(shift_parties(together, start), passage)
                stem = msgspec.structs.replace(context, coordinators=joined)
        elif goes_to_those_above(node, sentence, context) or (
            not told and not context.guarded and asks_for_results(sentence)
        ):
            duties.append(_Open(None, start, end))
        if heads and stem is None and _DEMANDS.search(sentence):
            asked = () if context.assignees or context.guarded or told else _asked(setting, sentence)
            stem = msgspec.structs.replace(
                context, demanded=True, assignees=context.assignees or asked, stem=context.stem or bool(asked)
            )
    alone = len(duties) == 1
    found = [_make_finding(setting, node, passage, one, context, alone=alone) for one in duties]
    return [one for one in found if one], stem or (context if context.assignees and announced else None)


def _stem(setting: Setting, assigned: Assigned, sentence: str, passage: Passage, end: int, context: Context) -> Context:
    """What a sentence over items says of them: who is to act, and with whom."""
    parties = _parties(setting, assigned, passage, context)
    handed = is_handed(sentence)
    own = is_own(setting, parties) and not handed
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


def _asked(setting: Setting, sentence: str) -> tuple[Party, ...]:
    """The addressees of a letter whose stem asks and names nobody ("Chánh án yêu cầu:")."""
    return addressed_by(setting.document) if _ASKS_ALL.search(sentence) else ()


def _parties(setting: Setting, assigned: Assigned | None, passage: Passage, context: Context) -> tuple[Party, ...]:
    """Those who are to act; where the order names nobody those above it, else those to whom the letter goes."""
    named = make_parties(assigned.parties, passage) if assigned else ()
    return named or context.assignees or addressed_by(setting.document)


def _make_finding(
    setting: Setting, node: Node, passage: Passage, one: _Open, context: Context, *, alone: bool
) -> Finding | None:
    """The finding of one duty; None where it is the issuer's own, of people as such, or says nothing to do."""
    text = passage.text
    assigned = one.assigned
    start = after_label(text, one.start) if assigned is None else assigned.action
    due = _due(setting, passage, start if assigned else one.start, one.end)
    if assigned is not None and due is None and assigned.parties:
        due = find_due_ahead(passage, one.start, assigned.parties[0].start, setting.issued)
    assignees = _parties(setting, assigned, passage, context)
    if are_persons([party.name for party in assignees]):
        return None
    asked = assigned is not None and (assigned.mode == "order" or node.kind != "paragraph")
    relayed = asked and is_transmitter(setting, assignees)
    if not assignees or (is_own(setting, assignees) and not context.handed and not relayed):
        return None
    said = text[start : one.end]
    action = trim_action(said)
    if len(_WORDS.findall(action)) < 2 or " " not in action or only_announces(action):
        return None
    if only_says_with_whom(said) and said.rstrip().endswith((";", ":", ",")):
        return None
    together = make_parties(shift_parties(find_coordinators(said), start), passage)
    force = context.force if assigned is None or context.force == "request" else assigned.force
    return Finding(
        node=node,
        action=action,
        text=text if alone else text[one.start : one.end],
        span=passage.span() if alone else passage.span(one.start, one.end),
        assignees=resolve_addressed(setting.document, assignees),
        coordinators=together or (context.coordinators if assigned is None else ()),
        passage=passage,
        said=(start, one.end),
        via=context.via,
        force=force,
        deadline=due,
        confidence=confidence_of(assigned, context),
    )


def _due(setting: Setting, passage: Passage, start: int, end: int) -> Deadline | None:
    due = find_due(passage, start, end, setting.issued)
    return due or find_due_elsewhere(setting.document, passage, start, end, setting.issued)
