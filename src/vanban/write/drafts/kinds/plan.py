"""The plan of an organ for what it was ordered to do, *kế hoạch triển khai*: its tasks, each with its citation."""

from __future__ import annotations

from vanban.write.drafts.brief import Brief
from vanban.write.drafts.frame import find_writer, list_grounds, list_parties, list_superiors, make_paper, send
from vanban.write.drafts.grounds import cite_in_full, cite_in_short
from vanban.write.drafts.own import find_own_tasks
from vanban.write.drafts.paper import Block, Paper
from vanban.write.drafts.task_text import describe_task
from vanban.write.drafts.words import join, say


def write_plan(brief: Brief) -> Paper:
    """Aims that only restate, the tasks, who carries them out and who hears reports."""
    assignment = find_own_tasks(brief)
    tasks, orders = assignment.tasks, assignment.orders
    writer = find_writer(brief, assignment.names)
    above = list_superiors(orders, tasks, writer.spelled)
    reports = join(list_parties(tasks, "report_to"))
    timed = any(task.duty.deadline for task in tasks)
    return make_paper(
        brief,
        writer,
        say("Triển khai thực hiện {}", cite_in_full(orders[0], writer.spelled)),
        [
            *list_grounds(orders, writer.spelled),
            Block("text", say("Kế hoạch triển khai thực hiện của {} như sau:", writer.name)),
            Block("heading", say("MỤC ĐÍCH, YÊU CẦU")),
            Block(
                "item",
                say(
                    "Mục đích: Tổ chức thực hiện các nhiệm vụ được giao tại {}.",
                    join([cite_in_short(order) for order in orders], " và "),
                ),
            ),
            Block(
                "item",
                say(
                    "Yêu cầu: Thực hiện đúng nội dung, đúng thời hạn đã được giao."
                    if timed
                    else "Yêu cầu: Thực hiện đúng nội dung đã được giao."
                ),
            ),
            Block("heading", say("NHIỆM VỤ")),
            Block("text", say("{} thực hiện các nhiệm vụ được giao sau đây:", writer.name)),
            *(Block("item", describe_task(task)) for task in tasks),
            Block("heading", say("TỔ CHỨC THỰC HIỆN")),
            Block("item", say("{}.", brief.ask("units", "phòng, đơn vị trực thuộc chủ trì từng nhiệm vụ"))),
            Block(
                "item",
                say(
                    "Nơi nhận báo cáo kết quả: {}.",
                    reports or brief.ask("report", "cơ quan nhận báo cáo và thời hạn báo cáo"),
                ),
            ),
        ],
        [
            *send(above, "để báo cáo"),
            *send(list_parties(tasks, "coordinators"), "để phối hợp", [writer.name, *above]),
        ],
        title="KẾ HOẠCH",
        abbreviation="KH",
    )
