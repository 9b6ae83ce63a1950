"""What stands in a cell of the tracking list: a function for each thing that can be told of a duty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from vanban.model.document import Deadline, Document, Party
from vanban.model.dossier import TrackingRow
from vanban.notation.organ import names_same_organ
from vanban.write.tracking.due import due_date, parse_iso
from vanban.write.tracking.status import tell_progress

_CONCERN = {"class": "giao chung cho nhóm cơ quan", "handed_on": "giao lại"}


class Entry(msgspec.Struct, frozen=True):
    """A row and what it is told with: its document, all documents by their duties' ids, the day of the list."""

    row: TrackingRow
    document: Document
    documents: Mapping[str, Document]
    as_of: date

    @property
    def deadline(self) -> Deadline | None:
        """The deadline of the duty."""
        return self.row.duty.deadline

    @property
    def due(self) -> date | None:
        """The day by which the status is told."""
        return parse_iso(self.row.sharper) if self.row.sharper else due_date(self.row.duty)


def tell_number(entry: Entry) -> str:
    """*STT*."""
    return str(entry.row.stt)


def tell_action(entry: Entry) -> str:
    """*Nhiệm vụ*."""
    return entry.row.duty.action or entry.row.duty.text


def tell_document(entry: Entry) -> str:
    """*Văn bản giao*: type, number and symbol, day."""
    document = entry.document
    day = document.promulgation.date if document.promulgation else None
    kind = f"{document.document_type.name} " if document.document_type and document.code else ""
    return f"{kind}{entry.row.document}" + (f", {_show_day(day)}" if day else "")


def tell_document_and_issuer(entry: Entry) -> str:
    """*Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan ban hành*."""
    issuer = entry.document.issuer
    name = (issuer.full_name or issuer.name) if issuer else None
    return tell_document(entry) + (f" của {name}" if name else "")


def tell_instructors(entry: Entry) -> str:
    """*Người giao*."""
    return _names(entry.row.duty.instructed_by)


def tell_assignees(entry: Entry) -> str:
    """*Chủ trì*, *đơn vị thực hiện*."""
    return _names(entry.row.duty.assignees)


def tell_coordinators(entry: Entry) -> str:
    """*Phối hợp*."""
    return _names(entry.row.duty.coordinators)


def tell_deadline(entry: Entry) -> str:
    """*Thời hạn*: the day and how it was computed, what recurs and its next days, the sharper of two."""
    deadline, row = entry.deadline, entry.row
    if deadline is None:
        return ""
    due = parse_iso(deadline.date) if deadline.date else None
    parts = [f"{due:%d/%m/%Y}" if due else deadline.text]
    if deadline.basis:
        parts.append(f"({deadline.basis})")
    if deadline.recurrence and deadline.recurrence not in parts[0]:
        parts.append(deadline.recurrence)
    if not due and row.next_dates:
        parts.append(f"(kỳ tới: {', '.join(_plain_day(day) for day in row.next_dates)})")
    if row.sharper and (sharper := parse_iso(row.sharper)):
        return f"{sharper:%d/%m/%Y} (theo {row.sharper_in}; văn bản giao: {' '.join(parts)})"
    return " ".join(parts)


def tell_due(entry: Entry) -> str:
    """*Ngày hoàn thành (KH)*: the day alone."""
    return f"{entry.due:%d/%m/%Y}" if entry.due else ""


def tell_deliverable(entry: Entry) -> str:
    """*Sản phẩm*."""
    return entry.row.duty.deliverable or ""


def tell_report_to(entry: Entry) -> str:
    """*Báo cáo về*."""
    return _names(entry.row.duty.report_to)


def tell_place(entry: Entry) -> str:
    """*Vị trí (Mục, Điều)*."""
    path = entry.row.duty.path
    if not path or path.startswith(("Điều", "Mục", "Phụ lục", "Phần", "Chương")):
        return path
    return f"Mục {path}"


def tell_status(entry: Entry) -> str:
    """*Trạng thái*."""
    return entry.row.status


def tell_progress_of(entry: Entry) -> str:
    """*Mức độ hoàn thành*."""
    answer = entry.row.answer
    done = parse_iso(answer.date) if answer and answer.closes else None
    return tell_progress(entry.as_of, entry.due, done)


def tell_kind(entry: Entry) -> str:
    """*Loại nhiệm vụ*: what recurs is told; of the rest nothing is known."""
    deadline = entry.deadline
    return f"định kỳ: {deadline.recurrence}" if deadline and deadline.recurrence else ""


def tell_id(entry: Entry) -> str:
    """*ID nhiệm vụ*."""
    return entry.row.duty.id


def tell_result(entry: Entry) -> str:
    """*Kết quả thực hiện*: the sentence of the report."""
    answer = entry.row.answer
    return f"{answer.text} ({answer.label}, {_show_day(answer.date)})" if answer else ""


def tell_answer_code(entry: Entry) -> str:
    """*Số, ký hiệu văn bản trả lời*."""
    return entry.row.answer.label if entry.row.answer else ""


def tell_done_day(entry: Entry) -> str:
    """*Ngày hoàn thành thực tế*: that of the report; when the work itself ended is not known."""
    answer = entry.row.answer
    return _plain_day(answer.date) if answer and answer.closes else ""


def tell_action_and_place(entry: Entry) -> str:
    """*Ghi chú* of a register, whose columns have no place for the duty itself."""
    place = tell_place(entry)
    return (f"{place}: " if place else "") + tell_action(entry)


def tell_nothing(_entry: Entry) -> str:
    """What no document tells stays empty, for a person to fill."""
    return ""


def tell_notes(entry: Entry) -> str:
    """*Ghi chú*."""
    return "; ".join([*_describe_answer(entry), *_describe(entry), *_warn(entry), *_list_successors(entry)])


def _describe_answer(entry: Entry) -> list[str]:
    answer = entry.row.answer
    if answer is None:
        return []
    source = f"({answer.label}, {_show_day(answer.date)})"
    if answer.closes:
        return [f"hoàn thành: “{answer.text}” {source}"]
    return [f"đã có báo cáo, chưa rõ việc này đã xong: “{answer.text}” {source}"]


def _describe(entry: Entry) -> list[str]:
    row = entry.row
    notes = []
    if row.for_ and row.concern == "direct" and _only_helps(row):
        notes.append("phối hợp")
    if row.concern in _CONCERN and not row.handed_on_by:
        notes.append(_CONCERN[row.concern])
    if row.why:
        notes.append(row.why)
    codes = [entry.documents[number].code for number in row.handed_on_by if number in entry.documents]
    names = list(dict.fromkeys(code.text for code in codes if code))
    if row.handed_on_by:
        notes.append("giao lại" + (f" tại {', '.join(names)}" if names else ""))
    if row.duty.via:
        notes.append(f"qua {row.duty.via.name}")
    offices = _names(row.duty.transmitted_by)
    if offices:
        notes.append(f"{offices} truyền đạt")
    if row.duty.force == "request":
        notes.append("đề nghị")
    if row.duty.condition:
        notes.append(f"điều kiện: {row.duty.condition}")
    if row.missing:
        notes.append("chưa rõ: " + ", ".join(lack.ro for lack in row.missing))
    return notes


def _warn(entry: Entry) -> list[str]:
    warning = entry.deadline.warning if entry.deadline else None
    return [warning.rstrip(".")] if warning else []


def _list_successors(entry: Entry) -> list[str]:
    """For each assignee the last organ that took its place until the day: "Sở A: nay là Sở B (Nghị định …, từ …)"."""
    notes = []
    for party in entry.row.duty.assignees:
        passed = [step for step in party.successors if step.date <= entry.as_of.isoformat()]
        if passed:
            decrees = list(dict.fromkeys(step.basis for step in passed if step.basis))
            last = passed[-1]
            since = f"{'từ' if last.certainty == 'announced' else 'khoảng'} {_show_day(last.date)}"
            notes.append(f"{party.name}: nay là {last.name} ({'; '.join([*decrees, since])})")
    return list(dict.fromkeys(notes))


def _only_helps(row: TrackingRow) -> bool:
    """Whether the organ of the row is a coordinator and no assignee."""
    return all(
        any(names_same_organ(party.name, other.name) for other in row.duty.coordinators)
        and not any(party.name == other.name for other in row.duty.assignees)
        for party in row.for_
    )


def _names(parties: Sequence[Party]) -> str:
    return "; ".join([party.name for party in parties])


def _plain_day(iso: str) -> str:
    day = parse_iso(iso)
    return f"{day:%d/%m/%Y}" if day else iso


def _show_day(iso: str) -> str:
    return f"ngày {_plain_day(iso)}" if parse_iso(iso) else iso
