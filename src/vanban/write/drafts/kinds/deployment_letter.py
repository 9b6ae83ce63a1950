"""The letter by which an organ passes its tasks to its own units, *công văn triển khai*."""

from __future__ import annotations

from vanban.write.drafts.brief import Brief
from vanban.write.drafts.frame import (
    find_writer,
    list_addressees,
    list_orders,
    list_superiors,
    make_paper,
    send,
)
from vanban.write.drafts.grounds import cite_with_issuer
from vanban.write.drafts.own import find_own_tasks
from vanban.write.drafts.paper import Block, Paper
from vanban.write.drafts.task_text import describe_task
from vanban.write.drafts.words import join, say


def write_deployment_letter(brief: Brief) -> Paper:
    """To the units that the user names, which no dossier knows: what the organ was ordered to do, task by task."""
    assignment = find_own_tasks(brief)
    tasks, orders = assignment.tasks, assignment.orders
    writer = find_writer(brief, assignment.names)
    to = list_addressees(brief, [], "phòng, đơn vị trực thuộc thực hiện")
    return make_paper(
        brief,
        writer,
        say("triển khai thực hiện {}", cite_with_issuer(orders[0], writer.spelled)),
        [
            *list_orders(orders, writer.spelled),
            Block(
                "text",
                say(
                    "{} yêu cầu {} thực hiện các nhiệm vụ sau:",
                    writer.name,
                    join(to),
                ),
            ),
            *(Block("item", describe_task(task)) for task in tasks),
        ],
        send(list_superiors(orders, tasks, writer.spelled), "để báo cáo"),
        addressees=to,
    )
