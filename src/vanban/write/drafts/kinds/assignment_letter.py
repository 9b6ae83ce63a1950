"""The letter that assigns, *công văn giao nhiệm vụ*: to each organ that got a duty, with those that work along and the
deadline (NĐ 30/2020/NĐ-CP, Điều 23.2).
"""

from __future__ import annotations

from vanban.write.drafts.brief import Brief
from vanban.write.drafts.frame import find_writer, list_addressees, list_orders, list_superiors, make_paper, send
from vanban.write.drafts.grounds import cite_with_issuer
from vanban.write.drafts.order_list import find_shares, list_organs, list_shares, list_tasks
from vanban.write.drafts.paper import Block, Paper
from vanban.write.drafts.shares import list_orders_of
from vanban.write.drafts.task_text import describe_task
from vanban.write.drafts.words import say


def write_assignment_letter(brief: Brief) -> Paper:
    """A khoản for each organ; a deadline that no document sets stays open, as the decree wants one."""
    shares = find_shares(brief)
    tasks = list_tasks(shares)
    writer = find_writer(brief)
    orders = list_orders_of(brief.dossier, tasks)
    to = list_organs(shares)
    deadline = brief.ask("deadline", "thời hạn")
    return make_paper(
        brief,
        writer,
        say("giao nhiệm vụ thực hiện {}", cite_with_issuer(orders[0], writer.spelled)),
        [
            *list_orders(orders, writer.spelled),
            Block(
                "text",
                say(
                    "{} giao các cơ quan, đơn vị chủ trì thực hiện các nhiệm vụ sau:",
                    writer.name,
                ),
            ),
            *list_shares(shares, lambda task: describe_task(task, deadline)),
        ],
        send(list_superiors(orders, tasks, writer.spelled), "để báo cáo", [writer.name, *to]),
        addressees=list_addressees(brief, to, "cơ quan, đơn vị nhận"),
    )
