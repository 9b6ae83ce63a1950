"""A duty as a record: what the sentence says besides, its place, its id."""

from __future__ import annotations

import hashlib

import msgspec

from vanban.duties.details import find_condition, find_report
from vanban.duties.pieces import make_parties, shift_parties
from vanban.duties.setting import Setting
from vanban.model.document import Deadline, Document, Duty, DutyReference, Node, Party
from vanban.model.text import Span
from vanban.notation.folding import match_key
from vanban.notation.passage import Passage


class Finding(msgspec.Struct, frozen=True):
    """What was found of one duty; `passage` and `said` (its range there) where report and condition are looked for."""

    node: Node
    action: str
    text: str
    span: Span
    assignees: tuple[Party, ...]
    coordinators: tuple[Party, ...] = ()
    passage: Passage | None = None
    said: tuple[int, int] = (0, 0)
    via: Party | None = None
    force: str = "order"
    deadline: Deadline | None = None
    deliverable: str | None = None
    confidence: float = 0.95


def make_duty(setting: Setting, finding: Finding) -> Duty:
    """The record of a finding; its id is a hash of document, place, action and assignees."""
    report: tuple[Party, ...] = ()
    channel: Party | None = None
    condition = None
    if finding.passage is not None:
        start, end = finding.said
        said = finding.passage.text[start:end]
        receivers, through = find_report(said)
        report = make_parties(shift_parties(receivers, start), finding.passage)
        if through is not None:
            channel = make_parties(shift_parties([through], start), finding.passage)[0]
        condition = find_condition(said)
    path = finding.node.path.split("/", 1)[0]  # as one cites it: without the counts of bullets and paragraphs
    return Duty(
        id=_identify(setting.document, path, finding),
        action=finding.action,
        text=finding.text,
        assignees=list(finding.assignees),
        coordinators=list(finding.coordinators),
        instructed_by=list(setting.instructors),
        transmitted_by=list(setting.transmitters),
        report_to=list(report),
        via=finding.via or channel,
        deadline=finding.deadline,
        deliverable=finding.deliverable,
        condition=condition,
        path=path,
        references=_references(setting.document, finding.span),
        force=finding.force,
        confidence=finding.confidence,
        span=finding.span,
    )


def _identify(document: Document, path: str, finding: Finding) -> str:
    names = ";".join(match_key(party.name) for party in finding.assignees)
    content = f"{document.id}|{path}|{match_key(finding.action)[:400]}|{names}"
    return "nv-" + hashlib.sha256(content.encode()).hexdigest()[:16]


def _references(document: Document, span: Span) -> list[DutyReference]:
    """The citations that stand in a duty's sentence, each place that they name on its own."""
    found = []
    for reference in document.references:
        inside = [one for one in reference.mentions if span[0] <= one.span[0] and one.span[1] <= span[1]]
        if not inside:
            continue
        code = reference.code.text if reference.code else None
        points = [
            point
            for point in reference.pinpoints
            if point.span and span[0] <= point.span[0] and point.span[1] <= span[1]
        ]
        for point in points:
            found.append(DutyReference(point.text, code, point.path, reference.target, point.span))
        if not points:
            found.append(DutyReference(inside[0].text, code, None, reference.target, inside[0].span))
    return found
