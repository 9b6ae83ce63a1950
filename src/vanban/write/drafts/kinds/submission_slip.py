"""The slip by which an officer lays a document before the head, *phiếu trình*. No rule of the State sets its form: the
organ's own working rules do, and the setting `sections` names the headings that they ask for.
"""

from __future__ import annotations

import msgspec

from vanban.write.drafts.brief import Brief
from vanban.write.drafts.frame import find_writer, list_addressees, make_paper
from vanban.write.drafts.grounds import cite_in_full, cite_with_issuer
from vanban.write.drafts.incoming import find_incoming
from vanban.write.drafts.paper import Block, Paper
from vanban.write.drafts.task_text import describe_task
from vanban.write.drafts.tasks import find_assignment
from vanban.write.drafts.words import NOTHING, leave, say


def write_submission_slip(brief: Brief) -> Paper:
    """What came, what it asks of the organ, and room for proposal and opinion."""
    document = find_incoming(brief)
    assignment = find_assignment(brief.dossier, brief.organ, brief.directory)
    writer = find_writer(brief, assignment.names)
    tasks = [Block("dash", describe_task(task)) for task in assignment.tasks]
    sections = brief.list_given("sections")
    asked = [
        (say("Ý kiến đề xuất"), brief.ask("proposal", "ý kiến đề xuất")),
        (say("Ý kiến của lãnh đạo"), brief.ask("opinion", "ý kiến của lãnh đạo")),
    ]
    if sections:
        asked = [(section, leave(section.text)) for section in sections]
    paper = make_paper(
        brief,
        writer,
        say("Về việc giải quyết {}", cite_with_issuer(document, writer.spelled)),
        [
            Block("title", say("Văn bản trình")),
            Block("text", say("{}.", cite_in_full(document, writer.spelled))),
            *([Block("title", say("Nhiệm vụ của {} theo văn bản", writer.name)), *tasks] if tasks else []),
            *(block for head, text in asked for block in (Block("title", head), Block("text", say("{}.", text)))),
        ],
        [],
        title="PHIẾU TRÌNH",
        addressees=list_addressees(brief, [], "người nhận trình"),
        opening="Kính trình",
    )
    return msgspec.structs.replace(paper, number=NOTHING, recipients=paper.recipients[-1:])
