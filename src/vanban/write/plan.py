"""The plan of an organ for what it was ordered to do, *kế hoạch triển khai*: its tasks, each with its citation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vanban.directory import Directory
from vanban.errors import UsageError
from vanban.model.document import Document
from vanban.model.dossier import Dossier
from vanban.notation.organ import names_same_organ
from vanban.write.grounds import cite_in_full, cite_in_short, collect_spellings, name_issuer
from vanban.write.heading import (
    System,
    complete_name,
    find_system,
    issuer_lines,
    name_organ,
    name_parent,
    number_line,
    place_line,
)
from vanban.write.paper import Block, Paper
from vanban.write.placeholder import clean_text, leave_open
from vanban.write.signature import sign_lines
from vanban.write.task_text import describe_task
from vanban.write.tasks import Assignment, count_class_duties, find_assignment

SETTINGS = ("number", "notation", "date", "place", "signer", "position", "competence", "parent", "subject")
_VAGUE = re.compile(r"liên quan|chức năng|nêu trên|nói trên|có đủ|khác$", re.IGNORECASE)


def plan_organ(
    dossier: Dossier, organ: str | None, settings: dict[str, str], directory: Directory | None = None
) -> Paper:
    """The plan as a paper; raises `UsageError` where the organ is missing or has no task of its own."""
    assignment = _find_tasks(dossier, organ, directory)
    given = {key: clean_text(value) for key, value in settings.items()}
    spelled = collect_spellings(dossier)
    name = complete_name(dossier, name_organ(clean_text(organ or ""), assignment.names), spelled)
    system = find_system(name)
    orders = assignment.orders
    subject = given.get("subject") or f"Triển khai thực hiện {cite_in_full(orders[0], spelled)}"
    return Paper(
        system=system,
        parent=name_parent(dossier, name, given, spelled),
        issuer=issuer_lines(name),
        number=number_line(given, system),
        place_date=place_line(dossier, name, given, spelled),
        title="KẾ HOẠCH",
        subject=subject,
        body=[
            *_grounds(orders, spelled),
            *_opening(name),
            *_aims(assignment, system),
            *_duties(name, assignment, system),
            *_carrying_out(assignment, system),
        ],
        recipients=_recipients(name, assignment, spelled, system),
        signature=sign_lines(name, given.get("competence", ""), given.get("position", "")),
        signer=given.get("signer") or leave_open("họ và tên người ký"),
    )


def _find_tasks(dossier: Dossier, organ: str | None, directory: Directory | None) -> Assignment:
    if organ is None or not clean_text(organ):
        raise UsageError("Kế hoạch triển khai phải có tên cơ quan lập kế hoạch; hãy thêm --for “tên cơ quan”.")
    assignment = find_assignment(dossier, organ, directory)
    if assignment.tasks:
        return assignment
    common = count_class_duties(dossier, organ)
    if common:
        raise UsageError(
            f"Hồ sơ không giao đích danh nhiệm vụ nào cho “{clean_text(organ)}”, chỉ có {common} nhiệm vụ giao "
            "chung cho nhóm cơ quan; hãy xem các nhiệm vụ đó bằng lệnh vanban track, hoặc nêu tên một cơ quan khác."
        )
    raise UsageError(
        f"Hồ sơ không có nhiệm vụ nào giao cho “{clean_text(organ)}”; hãy kiểm tra lại tên cơ quan hoặc thêm văn bản "
        "giao nhiệm vụ vào hồ sơ."
    )


def _grounds(orders: list[Document], spelled: tuple[str, ...]) -> list[Block]:
    last = len(orders) - 1
    return [
        Block("ground", f"Căn cứ {cite_in_full(order, spelled)}{'.' if i == last else ';'}")
        for i, order in enumerate(orders)
    ]


def _opening(name: str) -> list[Block]:
    return [Block("text", f"Kế hoạch triển khai thực hiện của {name} như sau:")]


def _part(numeral: str, title: str, system: System) -> Block:
    """The title of a part, "I. …" with the State, "I- …" with the Party."""
    return Block("heading", f"{numeral}{'-' if system == 'party' else '.'} {title}")


def _aims(assignment: Assignment, system: System) -> list[Block]:
    """Aims that only restate: where the tasks come from, and that they are to be done as they were set."""
    sources = _join([cite_in_short(order) for order in assignment.orders])
    timed = any(task.duty.deadline for task in assignment.tasks)
    return [
        _part("I", "MỤC ĐÍCH, YÊU CẦU", system),
        Block("item", f"1. Mục đích: Tổ chức thực hiện các nhiệm vụ được giao tại {sources}."),
        Block("item", f"2. Yêu cầu: Thực hiện đúng nội dung{', đúng thời hạn' if timed else ''} đã được giao."),
    ]


def _duties(name: str, assignment: Assignment, system: System) -> list[Block]:
    blocks = [
        _part("II", "NHIỆM VỤ", system),
        Block("text", f"{name} thực hiện các nhiệm vụ được giao sau đây:"),
    ]
    for i, task in enumerate(assignment.tasks, start=1):
        blocks.append(Block("item", f"{i}. {describe_task(task.duty, task.document)}"))
    return blocks


def _carrying_out(assignment: Assignment, system: System) -> list[Block]:
    units = leave_open("phòng, đơn vị trực thuộc chủ trì từng nhiệm vụ")
    reports = _join(_unique(party.name for task in assignment.tasks for party in task.duty.report_to))
    reports = reports or leave_open("cơ quan nhận báo cáo và thời hạn báo cáo")
    return [
        _part("III", "TỔ CHỨC THỰC HIỆN", system),
        Block("item", f"1. {units}."),
        Block("item", f"2. Nơi nhận báo cáo kết quả: {reports}"),
    ]


def _recipients(name: str, assignment: Assignment, spelled: tuple[str, ...], system: System) -> list[str]:
    """Those that ordered and those that hear reports, then those that work along, then the file (Phụ lục I, II.9)."""
    above = _unique(
        [name_issuer(order.issuer, spelled) for order in assignment.orders]
        + [party.name for task in assignment.tasks for party in task.duty.report_to]
    )
    along = _unique(party.name for task in assignment.tasks for party in task.duty.coordinators)
    along = [other for other in along if not any(names_same_organ(other, known) for known in (name, *above))]
    named = [f"{_upper_first(other)} (để báo cáo)" for other in above]
    named += [f"{_upper_first(other)} (để phối hợp)" for other in along if not _VAGUE.search(other)]
    if system == "party":
        return [*named, f"Lưu {leave_open('nơi lưu')}"]
    return [*named, f"Lưu: VT, {leave_open('đơn vị soạn thảo')}"]


def _unique(names: Iterable[str]) -> list[str]:
    """Names in order, one for each organ."""
    kept: list[str] = []
    for name in (clean_text(each) for each in names):
        if name and not any(names_same_organ(name, other) for other in kept):
            kept.append(name)
    return kept


def _join(names: list[str]) -> str:
    return " và ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
