"""The announcement of who was given which duties, *thông báo*."""

from __future__ import annotations

from vanban.write.drafts.brief import Brief
from vanban.write.drafts.frame import find_writer, list_orders, list_superiors, make_paper, send
from vanban.write.drafts.grounds import cite_with_issuer
from vanban.write.drafts.order_list import find_shares, list_organs, list_shares, list_tasks
from vanban.write.drafts.paper import Block, Paper
from vanban.write.drafts.shares import list_orders_of
from vanban.write.drafts.task_text import describe_task
from vanban.write.drafts.words import say


def write_announcement(brief: Brief) -> Paper:
    """A khoản for each organ; recipients are those that act, then those that ordered."""
    shares = find_shares(brief)
    tasks = list_tasks(shares)
    writer = find_writer(brief)
    orders = list_orders_of(brief.dossier, tasks)
    to = list_organs(shares)
    return make_paper(
        brief,
        writer,
        say("Nhiệm vụ được giao tại {}", cite_with_issuer(orders[0], writer.spelled)),
        [
            *list_orders(orders, writer.spelled),
            Block(
                "text",
                say(
                    "{} thông báo nhiệm vụ của các cơ quan, đơn vị như sau:",
                    writer.name,
                ),
            ),
            *list_shares(shares, describe_task),
        ],
        [
            *send(to, "để thực hiện"),
            *send(list_superiors(orders, tasks, writer.spelled), "để báo cáo", [writer.name, *to]),
        ],
        title="THÔNG BÁO",
        abbreviation="TB",
    )
