"""The report on what was ordered, *báo cáo kết quả*: for each duty what was ordered, its state, what is missing."""

from __future__ import annotations

from vanban.write.drafts.brief import Brief
from vanban.write.drafts.frame import find_writer, list_addressees, list_grounds, list_superiors, make_paper
from vanban.write.drafts.grounds import cite_with_issuer
from vanban.write.drafts.own import find_own_tasks
from vanban.write.drafts.paper import Block, Paper
from vanban.write.drafts.states import State, day_words, find_states
from vanban.write.drafts.task_text import cite_task, name_deadline, quote_action
from vanban.write.drafts.tasks import Task
from vanban.write.drafts.words import Words, say


def write_result_report(brief: Brief) -> Paper:
    """To those that ordered and those that hear reports; results are the officer's to write."""
    assignment = find_own_tasks(brief)
    tasks, orders = assignment.tasks, assignment.orders
    writer = find_writer(brief, assignment.names)
    states = find_states(brief)
    above = list_superiors(orders, tasks, writer.spelled)
    result = brief.ask("result", "kết quả thực hiện")
    # The Party addresses a report under Nơi nhận: "Kính gửi" is for its letters.
    addressed = list_addressees(brief, above, "cơ quan nhận báo cáo") if writer.system == "state" else []
    return make_paper(
        brief,
        writer,
        say("Kết quả thực hiện {}", cite_with_issuer(orders[0], writer.spelled)),
        [
            *list_grounds(orders, writer.spelled),
            Block("text", say("{} báo cáo kết quả thực hiện như sau:", writer.name)),
            Block("heading", say("KẾT QUẢ THỰC HIỆN NHIỆM VỤ ĐƯỢC GIAO")),
            *(block for task in tasks for block in _report_task(task, states[task.duty.id], day_words(brief), result)),
            Block("heading", say("KHÓ KHĂN, VƯỚNG MẮC")),
            Block("text", say("{}.", brief.ask("difficulty", "khó khăn, vướng mắc và nguyên nhân"))),
            Block("heading", say("ĐỀ XUẤT, KIẾN NGHỊ")),
            Block("text", say("{}.", brief.ask("proposal", "đề xuất, kiến nghị"))),
        ],
        [] if addressed else [say("{} (để báo cáo)", name) for name in above],
        title="BÁO CÁO",
        abbreviation="BC",
        addressees=addressed,
    )


def _report_task(task: Task, state: State, day: Words, result: Words) -> list[Block]:
    deadline = name_deadline(task)
    blocks = [
        Block("title", say("Nhiệm vụ tại {}", cite_task(task))),
        Block("point", say("Nội dung được giao: “{}”.", quote_action(task))),
    ]
    if deadline:
        blocks.append(Block("point", say("Thời hạn: {}.", deadline)))
    blocks += [
        Block("point", say("Tình trạng theo hồ sơ đến {}: {}.", day, state.words(state.status))),
        Block("point", say("Kết quả: {}.", result)),
    ]
    if state.missing:
        unclear = say("Văn bản giao chưa nêu rõ: {}.", state.words(", ".join(state.missing)))
        blocks.append(Block("point", unclear))
    return blocks
