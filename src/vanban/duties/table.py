"""Rows of assignment tables (*bảng phân công nhiệm vụ*): one duty a row, by what the heads of the columns say."""

from __future__ import annotations

import re

import msgspec

from vanban.duties.context import Context
from vanban.duties.details import trim_action
from vanban.duties.due import read_due_cell
from vanban.duties.pieces import cell_parties, divide_cell
from vanban.duties.record import Finding
from vanban.duties.setting import Setting
from vanban.model.document import Node, TableCell
from vanban.notation.folding import fold
from vanban.notation.passage import clean


class RowRoles(msgspec.Struct, frozen=True):
    """The cells of a row by what they hold; None where the table has no such column."""

    action: TableCell
    assignee: TableCell
    coordinator: TableCell | None
    deadline: TableCell | None
    deliverable: TableCell | None


_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "deadline",
        re.compile(
            r"thoi (?:gian|han|diem)|tien do|han hoan thanh|ngay hoan thanh|hoan thanh|ket thuc|lo trinh|"
            r"^han\b|^thang (?:trinh|thuc hien)"
        ),
    ),
    ("deliverable", re.compile(r"san pham|ket qua|dau ra|hinh thuc")),
    ("coordinator", re.compile(r"phoi hop|(?:don vi|co quan|bo phan) tham gia|cung thuc hien")),
    (
        "assignee",
        re.compile(
            r"chu tri|(?:co quan|don vi|bo phan|to chuc)[\w ,/]*(?:thuc hien|trien khai|chiu trach nhiem|"
            r"tham muu|bao cao|phu trach|chuan bi|soan thao)|phan cong|"
            r"nguoi thuc hien|^(?:co quan|don vi)$|don vi thuc hien|"
            r"chiu trach nhiem|(?:don vi|co quan|bo phan) dau moi"
        ),
    ),
    (
        "action",
        re.compile(
            r"nhiem vu|noi dung|cong viec|hoat dong|giai phap|muc tieu|chi tieu|ten |dau viec|de an|van ban|viec can"
        ),
    ),
)


# A list of administrative procedures: who handles an application, within how many days, for what fee.
_PROCEDURE = re.compile(r"thu tuc|le phi|\bphi\b|thoi han giai quyet|dia diem thuc hien|can cu phap ly")
_AGENDA = re.compile(r"tuyen bo ly do|khai mac|gioi thieu dai bieu|phat bieu|giai lao|be mac|don tiep dai bieu")


def is_agenda(nodes: list[Node]) -> bool:
    """Whether rows are the programme of a meeting: who speaks when, no tasks."""
    rows = [fold(cell.text) for node in nodes if node.kind == "row" for cell in node.cells]
    return sum(1 for text in rows if _AGENDA.search(text)) >= 2


# "Thời gian / Bắt đầu" and "Thời gian / Kết thúc": when it is to be done stands in the second.
_BEGINS, _ENDS = re.compile(r"bat dau"), re.compile(r"ket thuc|hoan thanh")
_DITTO = re.compile(r"\W*(?:nt|(?:cũng )?như (?:mục )?trên|[\"“”″])\W*", re.IGNORECASE)


def fill_ditto(cells: list[TableCell], above: list[TableCell]) -> list[TableCell]:
    """The cells of a row; for one that says "như trên" or "nt", the cell above it."""
    known = {cell.head: cell for cell in above}
    return [known.get(cell.head, cell) if _DITTO.fullmatch(cell.text) else cell for cell in cells]


def read_row(cells: list[TableCell]) -> RowRoles | None:
    """The roles of a row's cells, None where the table assigns nothing (no action or no assignee column)."""
    if sum(1 for cell in cells if _PROCEDURE.search(fold(cell.head))) > 1:
        return None
    found: dict[str, TableCell] = {}
    for cell in cells:
        key = fold(cell.head)
        if key == fold(cell.text) and key:
            return None  # the head again, over the rows of another page
        if _BEGINS.search(key) and any(_ENDS.search(fold(other.head)) for other in cells):
            continue
        for role, pattern in _ROLES:
            if pattern.search(key):
                found.setdefault(role, cell)
                break
    if "action" not in found or "assignee" not in found:
        return None
    if not found["assignee"].text.strip(" -–.") or found["action"].text == found["assignee"].text:
        return None
    if not re.search(r"[^\W\d_]{2}", found["action"].text):
        return None
    return RowRoles(
        found["action"], found["assignee"], found.get("coordinator"), found.get("deadline"), found.get("deliverable")
    )


def read_row_duty(setting: Setting, node: Node, cells: list[TableCell], context: Context) -> Finding | None:
    """The duty of a row; None where its table assigns nothing or the row names nobody."""
    roles, document = read_row(cells), setting.document
    assignees, together = divide_cell(document, roles.assignee) if roles else ((), ())
    if roles is None or not assignees:
        return None
    said = clean(document.text, roles.action.span, document.outside) if roles.action.span else None
    return Finding(
        node=node,
        action=trim_action(roles.action.text),
        text=node.text,
        span=node.span,
        assignees=assignees,
        coordinators=(cell_parties(document, roles.coordinator) if roles.coordinator else ()) or together,
        passage=said,
        said=(0, len(said.text)) if said else (0, 0),
        via=context.via,
        force=context.force,
        deadline=read_due_cell(document, roles.deadline, setting.issued),
        deliverable=roles.deliverable.text.strip() or None if roles.deliverable else None,
    )
