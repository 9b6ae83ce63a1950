"""The columns of the tracking list and what stands in them, the same for every format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from vanban.model.document import Document, Duty, Party
from vanban.model.dossier import Dossier, TrackingRow
from vanban.notation.organ import names_same_organ
from vanban.write.tracking.due import count_from_receipt, list_next, parse_iso

TITLE = "DANH MỤC THEO DÕI NHIỆM VỤ"

COLUMNS: tuple[tuple[str, int], ...] = (
    ("STT", 5),
    ("Nhiệm vụ", 36),
    ("Văn bản giao (số, ký hiệu, ngày)", 15),
    ("Người giao", 14),
    ("Chủ trì", 15),
    ("Phối hợp", 13),
    ("Thời hạn", 12),
    ("Sản phẩm", 11),
    ("Báo cáo về", 11),
    ("Vị trí (Mục, Điều)", 9),
    ("Trạng thái", 11),
    ("Ghi chú", 20),
)
"""Head of a column and its width in characters."""

# What neither XML nor a terminal takes; tab and line breaks stay.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_CONCERN = {"class": "giao chung cho nhóm cơ quan", "handed_on": "giao lại"}


def list_cells(
    rows: Sequence[TrackingRow], dossier: Dossier, received: date | None = None, as_of: date | None = None
) -> list[list[str]]:
    """The cells of each row, in the order of `COLUMNS`; what followed a merged organ is told as of the day `as_of`."""
    documents = {duty.id: document for document in reversed(dossier.documents) for duty in document.duties}
    return [[_CONTROL.sub("", text) for text in _cells(row, documents, received, as_of)] for row in rows]


def head_lines(rows: Sequence[TrackingRow], organ: str | None, as_of: date) -> list[str]:
    """The lines over the list: title, organ, day at which it was drawn up, number of duties."""
    lines = [TITLE]
    if organ:
        lines.append(_CONTROL.sub("", f"của {organ}"))
    lines.append(f"(Số liệu tính đến ngày {as_of:%d/%m/%Y}; tổng số: {len(rows)} nhiệm vụ)")
    return lines


def _cells(row: TrackingRow, documents: dict[str, Document], received: date | None, as_of: date | None) -> list[str]:
    duty, document = row.duty, documents[row.duty.id]
    return [
        str(row.stt),
        duty.action or duty.text,
        _given_by(row, document),
        _names(duty.instructed_by),
        _names(duty.assignees),
        _names(duty.coordinators),
        _deadline(row, received, as_of),
        duty.deliverable or "",
        _names(duty.report_to),
        _place(duty.path),
        row.status,
        "; ".join([*_notes(row, documents), *_warnings(row, received), *_successors(duty, as_of)]),
    ]


def _given_by(row: TrackingRow, document: Document) -> str:
    day = document.promulgation.date if document.promulgation else None
    kind = f"{document.document_type.name} " if document.document_type and document.code else ""
    return f"{kind}{row.document}" + (f", {_show_day(day)}" if day else "")


def _deadline(row: TrackingRow, received: date | None, as_of: date | None) -> str:
    deadline = count_from_receipt(row.duty, received)
    if deadline is None:
        return ""
    due = parse_iso(deadline.date) if deadline.date else None
    parts = [f"{due:%d/%m/%Y}" if due else deadline.text]
    if deadline.basis:
        parts.append(f"({deadline.basis})")
    if deadline.recurrence and deadline.recurrence not in parts[0]:
        parts.append(deadline.recurrence)
    if as_of and not due and (following := list_next(row.duty, as_of)):
        parts.append(f"(kỳ tới: {', '.join(f'{day:%d/%m/%Y}' for day in following)})")
    if row.sharper and (sharper := parse_iso(row.sharper)):
        return f"{sharper:%d/%m/%Y} (theo {row.sharper_in}; văn bản giao: {' '.join(parts)})"
    return " ".join(parts)


def _notes(row: TrackingRow, documents: dict[str, Document]) -> list[str]:
    notes = []
    if row.for_ and row.concern == "direct" and _only_helps(row):
        notes.append("phối hợp")
    if row.concern in _CONCERN and not row.handed_on_by:
        notes.append(_CONCERN[row.concern])
    if row.why:
        notes.append(row.why)
    codes = [documents[number].code for number in row.handed_on_by if number in documents]
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


def _warnings(row: TrackingRow, received: date | None) -> list[str]:
    deadline = count_from_receipt(row.duty, received)
    return [deadline.warning.rstrip(".")] if deadline and deadline.warning else []


def _successors(duty: Duty, as_of: date | None) -> list[str]:
    """For each assignee the last organ that took its place until the day: "Sở A: nay là Sở B (Nghị định …, từ …)"."""
    notes = []
    for party in duty.assignees:
        passed = [step for step in party.successors if as_of is None or step.date <= as_of.isoformat()]
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


def _place(path: str) -> str:
    if not path or path.startswith(("Điều", "Mục", "Phụ lục", "Phần", "Chương")):
        return path
    return f"Mục {path}"


def _names(parties: Sequence[Party]) -> str:
    return "; ".join(party.name for party in parties)


def _show_day(iso: str) -> str:
    day = parse_iso(iso)
    return f"ngày {day:%d/%m/%Y}" if day else iso
