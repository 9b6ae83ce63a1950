"""The letter that reminds, *công văn đôn đốc*: what is overdue at a day, to whom, by the document that ordered it."""

from __future__ import annotations

from vanban.errors import UsageError
from vanban.notation.date import render_date
from vanban.write.drafts.brief import Brief
from vanban.write.drafts.frame import find_writer, list_addressees, list_orders, list_superiors, make_paper, send
from vanban.write.drafts.grounds import cite_with_issuer
from vanban.write.drafts.order_list import find_shares, list_organs, list_shares, list_tasks
from vanban.write.drafts.paper import Block, Paper
from vanban.write.drafts.shares import Share, list_orders_of
from vanban.write.drafts.states import day_words, find_states
from vanban.write.drafts.task_text import describe_task
from vanban.write.drafts.tasks import Task
from vanban.write.drafts.words import Words, say


def write_reminder_letter(brief: Brief) -> Paper:
    """A khoản for each organ that is late; raises `UsageError` where none is."""
    states = find_states(brief)
    late = [
        Share(share.parties, tasks)
        for share in find_shares(brief)
        if (tasks := [task for task in share.tasks if states[task.duty.id].overdue])
    ]
    if not late:
        raise UsageError(
            f"Đến {render_date(brief.day)} hồ sơ không có nhiệm vụ nào quá hạn; hãy chọn ngày khác bằng --as-of."
        )
    tasks = list_tasks(late)
    writer = find_writer(brief)
    orders = list_orders_of(brief.dossier, tasks)
    to = list_organs(late)

    def describe(task: Task) -> Words:
        return say("{} Đã quá hạn {}.", describe_task(task), states[task.duty.id].count_late(brief.day))

    return make_paper(
        brief,
        writer,
        say("đôn đốc thực hiện {}", cite_with_issuer(orders[0], writer.spelled)),
        [
            *list_orders(orders, writer.spelled),
            Block(
                "text",
                say(
                    "Đến {}, hồ sơ theo dõi của {} chưa có báo cáo kết quả các nhiệm vụ sau đây của các "
                    "cơ quan, đơn vị:",
                    day_words(brief),
                    writer.name,
                ),
            ),
            *list_shares(late, describe),
            Block(
                "text",
                say(
                    "{} đề nghị các cơ quan, đơn vị có tên trên đây khẩn trương hoàn thành nhiệm vụ, báo cáo kết quả "
                    "về {} trước ngày {}.",
                    writer.name,
                    writer.name,
                    brief.ask("report", "thời hạn báo cáo"),
                ),
            ),
        ],
        send(list_superiors(orders, tasks, writer.spelled), "để báo cáo", [writer.name, *to]),
        addressees=list_addressees(brief, to, "cơ quan, đơn vị nhận"),
    )
