"""The slip that goes with an incoming document, *phiếu giải quyết văn bản đến* (NĐ 30/2020/NĐ-CP, Phụ lục IV,
Mẫu VII): opinions of the head, of the unit, of who handles it.
"""

from __future__ import annotations

import msgspec

from vanban.write.drafts.brief import Brief
from vanban.write.drafts.frame import find_writer, list_parties, make_paper
from vanban.write.drafts.grounds import cite_in_full
from vanban.write.drafts.incoming import find_incoming
from vanban.write.drafts.paper import Block, Paper
from vanban.write.drafts.task_text import describe_task, name_deadline
from vanban.write.drafts.tasks import find_assignment
from vanban.write.drafts.words import NOTHING, join, say, upper_first


def write_handling_slip(brief: Brief) -> Paper:
    """The three opinions; who does what inside the organ is the head's to say, tasks and deadlines are read."""
    document = find_incoming(brief)
    assignment = find_assignment(brief.dossier, brief.organ, brief.directory)
    tasks = assignment.tasks
    writer = find_writer(brief, assignment.names)
    along = join(list_parties(tasks, "coordinators"))
    deadlines = join([deadline for task in tasks if (deadline := name_deadline(task))], "; ")
    day = brief.ask("opinion-date", "ngày, tháng, năm cho ý kiến")
    proposal = brief.ask("proposal", "ý kiến đề xuất")
    described = [Block("dash", say("Nhiệm vụ được giao: {}", describe_task(task))) for task in tasks]
    paper = make_paper(
        brief,
        writer,
        upper_first(cite_in_full(document, writer.spelled)),
        [
            Block("item", say("Ý kiến của lãnh đạo cơ quan, tổ chức")),
            Block("dash", say("Giao chủ trì: {};", brief.ask("units", "đơn vị, cá nhân chủ trì"))),
            Block("dash", say("Giao phối hợp: {};", along or brief.ask("along", "đơn vị, cá nhân phối hợp"))),
            Block("dash", say("Thời hạn giải quyết: {};", deadlines or brief.ask("deadline", "thời hạn"))),
            Block("dash", say("Ngày cho ý kiến: {}.", day)),
            Block("item", say("Ý kiến của lãnh đạo đơn vị")),
            Block("dash", say("Giao: {};", brief.ask("person", "cá nhân được giao và thời hạn"))),
            Block("dash", say("Ngày cho ý kiến: {}.", day)),
            Block("item", say("Ý kiến đề xuất của người giải quyết")),
            *described,
            Block("dash", say("Đề xuất: {};", proposal)),
            Block("dash", say("Ngày đề xuất: {}.", day)),
        ],
        [],
        title="PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN",
    )
    return msgspec.structs.replace(paper, number=NOTHING, recipients=[], signature=[], signer=NOTHING)
