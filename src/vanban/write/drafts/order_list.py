"""Tasks under the organs that got them, *phân công nhiệm vụ*: a khoản for each, a dash for each task."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from vanban.errors import UsageError
from vanban.write.drafts.brief import Brief
from vanban.write.drafts.frame import unique
from vanban.write.drafts.paper import Block
from vanban.write.drafts.shares import Share, share_out
from vanban.write.drafts.tasks import Task
from vanban.write.drafts.words import Words, say


def find_shares(brief: Brief) -> list[Share]:
    """The tasks of the organs of the dossier, or of those alone that the setting `to` names; `UsageError` for none."""
    only = [name.text for name in brief.list_given("to")]
    shares = share_out(brief.dossier, brief.enquire(), only)
    if shares:
        return shares
    whom = f"“{'; '.join(only)}”" if only else "cơ quan, đơn vị nào khác"
    raise UsageError(
        f"Hồ sơ không có nhiệm vụ nào giao cho {whom}; hãy kiểm tra lại tên cơ quan hoặc thêm văn bản giao nhiệm vụ "
        "vào hồ sơ."
    )


def list_shares(shares: Iterable[Share], describe: Callable[[Task], Words]) -> list[Block]:
    """The blocks; `describe` gives the paragraph of a task."""
    blocks = []
    for share in shares:
        blocks.append(Block("title", say("{}:", share.name())))
        blocks += [Block("dash", describe(task)) for task in share.tasks]
    return blocks


def list_organs(shares: Iterable[Share]) -> list[Words]:
    """All organs of the shares, each once."""
    return unique(name for share in shares for name in share.names())


def list_tasks(shares: Iterable[Share]) -> list[Task]:
    """All tasks of the shares, each once."""
    tasks = {task.duty.id: task for share in shares for task in share.tasks}
    return list(tasks.values())
