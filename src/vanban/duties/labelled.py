"""Items and the label lines below them ("Cơ quan chủ trì: …", "Thời gian: …") to duties."""

from __future__ import annotations

import re

from vanban.duties.details import find_coordinators, trim_action
from vanban.duties.due import find_due, read_due
from vanban.duties.labels import CONTENT
from vanban.duties.pieces import after_label, list_parties, make_parties, node_passage
from vanban.duties.record import Finding
from vanban.duties.refusals import breaks_off
from vanban.duties.scope import is_invitation
from vanban.duties.setting import Setting
from vanban.model.document import Node
from vanban.notation.passage import Passage, clean

_PERSON = re.compile(r"(?:Các )?(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|Đ/c)\b")


def read_block(setting: Setting, items: list[Node], labels: dict[str, Passage], parent: Node | None) -> list[Finding]:
    """The duties of a block of label lines that names who acts: it serves each item before it; without items, the
    heading that they stand under."""
    invites = is_invitation(setting.document)
    if (invites or not items) and _PERSON.match(labels["assignee"].text.strip()):
        return []  # "Chủ trì: Bà …" tells who chairs a meeting
    content = labels.get(CONTENT)
    if not items and parent is not None and content is not None and len(content.text.split()) > 5:
        # "1. Truyền thông" / "Nội dung: Phát 200 bộ tài liệu …" / "Đơn vị thực hiện: …"
        document = setting.document
        whole = clean(document.text, (parent.span[0], content.span()[1]), document.outside)
        found = read_labelled(setting, parent, whole, (whole.text.rfind(content.text), len(whole.text)), labels)
        return [found] if found else []
    findings = []
    for item in items or ([parent] if parent is not None else []):
        passage = node_passage(setting.document, item)
        found = read_labelled(setting, item, passage, (after_label(passage.text), len(passage.text)), labels)
        findings += [found] if found else []
    return findings


def read_labelled(
    setting: Setting, node: Node, passage: Passage, said: tuple[int, int], labels: dict[str, Passage]
) -> Finding | None:
    """The duty that an item, `passage.text[said]`, makes with its labels; None where it says nothing to do."""
    action = trim_action(passage.text[slice(*said)])
    if len(action.split()) < 2 or breaks_off(action):
        return None
    issued, named = setting.issued, labels["assignee"]
    together = list_parties(labels["coordinator"]) if "coordinator" in labels else ()
    due = read_due(labels["deadline"], issued) if "deadline" in labels else None
    return Finding(
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
