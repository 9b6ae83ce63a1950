"""The forms of the tracking list that offices use, *mẫu danh mục*: which columns, how wide, what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from vanban.errors import UsageError
from vanban.lexicon.registers import find_register
from vanban.write.listing import Column
from vanban.write.tracking import cells
from vanban.write.tracking.cells import Entry

Teller = Callable[[Entry], str]


class Form(msgspec.Struct, frozen=True):
    """A form: its name on the command line, the title over the list, its columns with what fills them, and which of
    them tells the state."""

    name: str
    title: str
    columns: Sequence[tuple[str, int, Teller]]
    status: int | None = None
    day_line: str = "Số liệu tính đến ngày {day}; tổng số: {count} nhiệm vụ"
    numbered: bool = False

    def heads(self) -> list[Column]:
        """The columns without what fills them."""
        return [Column(name, width) for name, width, _ in self.columns]


FULL = Form(
    "day-du",
    "DANH MỤC THEO DÕI NHIỆM VỤ",
    (
        ("STT", 5, cells.tell_number),
        ("Nhiệm vụ", 36, cells.tell_action),
        ("Văn bản giao (số, ký hiệu, ngày)", 15, cells.tell_document),
        ("Người giao", 14, cells.tell_instructors),
        ("Chủ trì", 15, cells.tell_assignees),
        ("Phối hợp", 13, cells.tell_coordinators),
        ("Thời hạn", 12, cells.tell_deadline),
        ("Sản phẩm", 11, cells.tell_deliverable),
        ("Báo cáo về", 11, cells.tell_report_to),
        ("Vị trí (Mục, Điều)", 9, cells.tell_place),
        ("Trạng thái", 11, cells.tell_status),
        ("Ghi chú", 20, cells.tell_notes),
    ),
    status=10,
)
"""The columns of the contract."""

SHORT = Form(
    "rut-gon",
    "DANH MỤC NHIỆM VỤ",
    (
        ("STT", 5, cells.tell_number),
        ("Nội dung nhiệm vụ", 52, cells.tell_action),
        ("Văn bản giao nhiệm vụ", 24, cells.tell_document),
        ("Thời hạn hoàn thành", 18, cells.tell_deadline),
        ("Cơ quan chủ trì", 24, cells.tell_assignees),
        ("Cơ quan phối hợp", 24, cells.tell_coordinators),
    ),
)
"""The list that plans have attached."""

ASSIGNMENT = Form(
    "phan-cong",
    "BẢNG PHÂN CÔNG NHIỆM VỤ",
    (
        ("TT", 5, cells.tell_number),
        ("Đơn vị thực hiện", 26, cells.tell_assignees),
        ("Nội dung nhiệm vụ", 62, cells.tell_action),
        ("Số liệu cần chuẩn bị", 28, cells.tell_deliverable),
        ("Thời hạn", 24, cells.tell_deadline),
    ),
)
"""The table of a letter that assigns."""

OFFICE = Form(
    "bao-cao",
    "BÁO CÁO THỰC HIỆN NHIỆM VỤ",
    (
        ("STT", 5, cells.tell_number),
        ("Tên nhiệm vụ", 34, cells.tell_action),
        ("LĐVP chủ trì", 8, cells.tell_nothing),
        ("Đơn vị chủ trì", 14, cells.tell_assignees),
        ("Đơn vị phối hợp", 12, cells.tell_coordinators),
        ("Đầu mối thực hiện", 8, cells.tell_nothing),
        ("Ngày thực hiện", 8, cells.tell_nothing),
        ("Ngày hoàn thành (KH)", 12, cells.tell_due),
        ("Loại nhiệm vụ", 9, cells.tell_kind),
        ("Nguồn gốc", 14, cells.tell_document),
        ("Trạng thái nhiệm vụ", 11, cells.tell_status),
        ("Kết quả thực hiện", 16, cells.tell_result),
        ("Mức độ hoàn thành", 9, cells.tell_progress_of),
        ("Khó khăn", 8, cells.tell_nothing),
        ("Đề xuất", 8, cells.tell_nothing),
        ("ID nhiệm vụ", 20, cells.tell_id),
        ("Người giao nhiệm vụ", 12, cells.tell_instructors),
        ("Lộ trình thực hiện", 8, cells.tell_nothing),
        ("Ngày cập nhật", 10, cells.tell_nothing),
        ("Ngày hoàn thành thực tế", 12, cells.tell_done_day),
        ("Gia hạn - Số lần", 7, cells.tell_nothing),
        ("Gia hạn - Mốc cũ", 8, cells.tell_nothing),
        ("Người phê duyệt - Họ tên", 9, cells.tell_nothing),
        ("Người phê duyệt - Email", 9, cells.tell_nothing),
        ("Người phê duyệt - Điện thoại", 9, cells.tell_nothing),
    ),
    status=12,
    day_line="Ngày chốt dữ liệu báo cáo: {day}; tổng nhiệm vụ: {count}",
)
"""The export of an office's task system, 25 columns; those that no document tells are left to be filled in."""

_REGISTERED: dict[str, Teller] = {
    "arrival_number": cells.tell_nothing,
    "document": cells.tell_document_and_issuer,
    "forwarded_to": cells.tell_assignees,
    "due": cells.tell_deadline,
    "progress": cells.tell_status,
    "answer": cells.tell_answer_code,
    "notes": cells.tell_action_and_place,
}


def _make_register() -> Form:
    register = find_register("theo-doi")
    columns = [(column.name, column.width, _REGISTERED[column.value]) for column in register.columns]
    return Form("so-theo-doi", register.title, columns, status=4, numbered=True)


def list_forms() -> tuple[Form, ...]:
    """All forms; the first is that of the contract."""
    return (FULL, SHORT, ASSIGNMENT, OFFICE, _make_register())


def find_form(name: str) -> Form:
    """A form by its name; `UsageError` for one that there is not."""
    known = {form.name: form for form in list_forms()}
    if name not in known:
        raise UsageError(f"không có mẫu “{name}”; hãy chọn một trong: {', '.join(known)}.")
    return known[name]


def tell_day(form: Form, count: int, as_of: date) -> str:
    """The line that tells the day of a list and how much is in it."""
    return f"({form.day_line.format(day=f'{as_of:%d/%m/%Y}', count=count)})"
