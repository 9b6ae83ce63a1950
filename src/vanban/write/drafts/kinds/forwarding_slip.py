"""The slip by which a document goes on to those that it concerns, *phiếu chuyển* (NĐ 30/2020/NĐ-CP, Phụ lục III,
Mẫu 1.4).
"""

from __future__ import annotations

from vanban.write.drafts.brief import Brief
from vanban.write.drafts.frame import find_writer, list_superiors, make_paper, send
from vanban.write.drafts.grounds import cite_in_full, cite_with_issuer
from vanban.write.drafts.incoming import find_incoming
from vanban.write.drafts.order_list import list_organs, list_shares, list_tasks
from vanban.write.drafts.paper import Block, Paper
from vanban.write.drafts.shares import share_out
from vanban.write.drafts.task_text import describe_task
from vanban.write.drafts.words import join, leave, say


def write_forwarding_slip(brief: Brief) -> Paper:
    """To the organs that the dossier gives tasks, or to those that the user names."""
    document = find_incoming(brief)
    writer = find_writer(brief)
    given = brief.list_given("to")
    shares = share_out(brief.dossier, brief.enquire(), [name.text for name in given])
    to = given or list_organs(shares) or [leave("cơ quan, đơn vị nhận")]
    cited = cite_in_full(document, writer.spelled)
    if shares:
        forwards = say(
            "{} chuyển {} đến các cơ quan, đơn vị sau đây để giải quyết theo thẩm quyền:", writer.name, cited
        )
    else:
        forwards = say("{} chuyển {} đến {} để giải quyết theo thẩm quyền.", writer.name, cited, join(to))
    return make_paper(
        brief,
        writer,
        cite_with_issuer(document, writer.spelled),
        [Block("text", forwards), *list_shares(shares, describe_task)],
        [
            *send(to, "để giải quyết"),
            *send(list_superiors([document], list_tasks(shares), writer.spelled), "để báo cáo", [writer.name, *to]),
        ],
        title="PHIẾU CHUYỂN",
        abbreviation="PC",
    )
