"""The paper that lays a matter before a superior, *tờ trình*."""

from __future__ import annotations

from vanban.write.drafts.brief import Brief
from vanban.write.drafts.frame import find_writer, list_addressees, list_grounds, list_superiors, make_paper
from vanban.write.drafts.grounds import cite_with_issuer
from vanban.write.drafts.own import find_own_tasks
from vanban.write.drafts.paper import Block, Paper
from vanban.write.drafts.task_text import describe_task
from vanban.write.drafts.words import join, say


def write_proposal(brief: Brief) -> Paper:
    """To those that ordered: the tasks that it rests on; what is proposed is the officer's to write."""
    assignment = find_own_tasks(brief)
    tasks, orders = assignment.tasks, assignment.orders
    writer = find_writer(brief, assignment.names)
    to = list_addressees(brief, list_superiors(orders, tasks, writer.spelled), "người nhận trình")
    matter = brief.ask("matter", "nội dung trình")
    return make_paper(
        brief,
        writer,
        say("Về việc thực hiện nhiệm vụ được giao tại {}", cite_with_issuer(orders[0], writer.spelled)),
        [
            *list_grounds(orders, writer.spelled),
            Block("text", say("{} kính trình {} xem xét, quyết định các nội dung sau:", writer.name, join(to))),
            Block("heading", say("NHIỆM VỤ ĐƯỢC GIAO")),
            *(Block("item", describe_task(task)) for task in tasks),
            Block("heading", say("NỘI DUNG TRÌNH")),
            Block("text", say("{}.", matter)),
            Block("heading", say("ĐỀ XUẤT, KIẾN NGHỊ")),
            Block("text", say("{}.", brief.ask("proposal", "đề xuất, kiến nghị"))),
        ],
        [],
        title="TỜ TRÌNH",
        abbreviation="TTr",
        addressees=to,
        # The Party says "Kính trình" in these papers alone (05-HD/VPTW).
        opening="Kính trình" if writer.system == "party" else "Kính gửi",
    )
