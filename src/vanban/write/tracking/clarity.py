"""The six "rõ" of an assignment (người, việc, thời gian, trách nhiệm, sản phẩm, thẩm quyền): which are lacking, and
the question to send back. Nothing is filled in."""

from __future__ import annotations

import re

from vanban.model.document import Document, Duty
from vanban.model.dossier import Missing

_VAGUE = re.compile(r"(?:^|\s)(?:liên quan|có liên quan|chức năng|được giao|được phân công)(?:\s|$)", re.IGNORECASE)
_RATE = re.compile(
    r"h[ằà]ng|mỗi|tuần|tháng|quý|năm|\bngày\b|\d|thường xuyên|đột xuất", re.IGNORECASE
)  # "định kỳ" alone says that a report is due again, not when


def find_missing(duty: Duty, document: Document) -> list[Missing]:
    """The "rõ" that `duty` lacks, in their official order, each with a question to the organ that gave it."""
    where = _place(duty, document)
    found: list[Missing] = []

    def ask(ro: str, question: str) -> None:
        found.append(Missing(ro=ro, question=f"Đề nghị cho biết {question} đối với {where}."))

    if not duty.assignees:
        ask("người", "cơ quan, cá nhân nào thực hiện")
    elif all(_VAGUE.search(party.name) for party in duty.assignees):
        names = ", ".join(party.name for party in duty.assignees)
        ask("người", f"“{names}” gồm cụ thể những cơ quan nào")
    if not duty.action.strip():
        ask("việc", "nội dung việc phải làm")
    question = _ask_time(duty)
    if question:
        ask("thời gian", question)
    # Members of a class each do the same at home; several named organs need one that leads.
    named = [party for party in duty.assignees if party.kind != "group"]
    if len(named) > 1:
        ask("trách nhiệm", f"trong {len(named)} nơi được giao, nơi nào chủ trì, nơi nào phối hợp")
    if not duty.deliverable:
        ask("sản phẩm", "sản phẩm phải có khi hoàn thành (kế hoạch, báo cáo, tờ trình…)")
    if not duty.instructed_by:
        ask("thẩm quyền", "người giao và người có thẩm quyền quyết định kết quả")
    return found


def _ask_time(duty: Duty) -> str | None:
    deadline = duty.deadline
    if deadline is None:
        return "thời hạn hoàn thành"
    if deadline.date or deadline.rrule:
        return None
    if deadline.recurrence:
        phrase = deadline.recurrence
        return None if _RATE.search(phrase) else f"“{phrase}” là bao lâu một lần và vào ngày nào"
    return f"“{deadline.text}” là ngày nào"


def _place(duty: Duty, document: Document) -> str:
    kind = document.document_type.name if document.document_type else "văn bản"
    code = f" số {document.code.text}" if document.code and document.code.number else ""
    path = f" tại mục {duty.path}," if duty.path and not duty.path.startswith("Điều") else ""
    path = f" tại {duty.path}," if duty.path.startswith("Điều") else path
    return f"nhiệm vụ “{_shorten(duty.action or duty.text)}”{path or ' của'} {kind}{code}"


def _shorten(text: str, length: int = 80) -> str:
    words = " ".join(text.split())
    return words if len(words) <= length else words[:length].rsplit(" ", 1)[0] + "…"
