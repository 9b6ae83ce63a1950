"""The plan of an organ for what it was ordered to do, *kế hoạch triển khai*: its tasks, each with its citation."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from vanban.errors import UsageError
from vanban.model.document import Document, Party
from vanban.model.dossier import Dossier
from vanban.notation.date import find_dates, render_date
from vanban.notation.organ import names_same_organ
from vanban.write.capitals import write_out
from vanban.write.grounds import cite_in_full, cite_in_short, collect_spellings, name_issuer
from vanban.write.paper import Block, Paper
from vanban.write.placeholder import clean_text, leave_open
from vanban.write.province import find_parent, find_place, has_parent
from vanban.write.signature import sign_lines
from vanban.write.task_text import describe_task
from vanban.write.tasks import Assignment, count_class_duties, find_assignment

SETTINGS = ("number", "notation", "date", "place", "signer", "position", "competence", "parent", "subject")
_OFFICE = re.compile(
    r"(?:(?:đồng chí|đ/c)\s+)?(?:phó\s+)?(?:giám đốc|chánh văn phòng|thủ trưởng|chủ tịch|trưởng ban|chánh thanh tra|"
    r"tổng biên tập|bí thư|cục trưởng|chi cục trưởng|bộ trưởng|trưởng phòng)\s+",
    re.IGNORECASE,
)
_SPLIT_NAME = re.compile(r"((?:ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN))\s+(.+)")
_PARTY_ORGAN = re.compile(
    r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng)\s+[ủu][ỷy]\b|\b(?:Chi bộ|Đảng bộ|Đảng đoàn|Ban cán sự đảng|Trung ương Đảng)\b|"
    r"^(?:Ban (?:Tuyên giáo|Dân vận|Nội chính|Xây dựng Đảng|Tổ chức)|Ủy ban Kiểm tra|Ban Thường vụ)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"liên quan|chức năng|nêu trên|nói trên|có đủ|khác$", re.IGNORECASE)


def plan_organ(dossier: Dossier, organ: str | None, settings: dict[str, str]) -> Paper:
    """The plan as a paper; raises `UsageError` where the organ is missing or has no task of its own."""
    assignment = _find_tasks(dossier, organ)
    given = {key: clean_text(value) for key, value in settings.items()}
    name = _name_organ(clean_text(organ or ""), assignment.names)
    if _PARTY_ORGAN.search(name):
        raise UsageError(
            f"“{name}” là cơ quan của Đảng, kế hoạch theo thể thức riêng của Đảng mà vanban chưa có mẫu; "
            "hãy chọn một cơ quan nhà nước, hoặc lập danh mục nhiệm vụ bằng lệnh vanban track."
        )
    spelled = collect_spellings(dossier)
    orders = assignment.orders
    subject = given.get("subject") or f"Triển khai thực hiện {cite_in_full(orders[0], spelled)}"
    return Paper(
        parent=_name_parent(dossier, name, given, spelled),
        issuer=_issuer_lines(name),
        number=_number_line(given),
        place_date=_place_date(dossier, name, given, spelled),
        title="KẾ HOẠCH",
        subject=subject,
        body=[
            *_grounds(orders, spelled),
            *_opening(name),
            *_aims(assignment),
            *_duties(name, assignment),
            *_carrying_out(assignment),
        ],
        recipients=_recipients(name, assignment, spelled),
        signature=sign_lines(name, given.get("competence", ""), given.get("position", "")),
        signer=given.get("signer") or leave_open("họ và tên người ký"),
    )


def _find_tasks(dossier: Dossier, organ: str | None) -> Assignment:
    if organ is None or not clean_text(organ):
        raise UsageError("Kế hoạch triển khai phải có tên cơ quan lập kế hoạch; hãy thêm --for “tên cơ quan”.")
    assignment = find_assignment(dossier, organ)
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


def _name_organ(asked: str, parties: list[Party]) -> str:
    """The organ's name as the papers print it, without the office ("Giám đốc Sở Y tế") or the province of a Sở."""
    printed = [clean_text(party.name) for party in parties if party.kind == "organ" and not _OFFICE.match(party.name)]
    name = _OFFICE.sub("", printed[0] if printed else asked, count=1)
    name = write_out(name)
    if name.startswith("Sở "):
        name = re.sub(r"\s+(?:tỉnh|thành phố)\s.*$|\s+(?:tỉnh|thành phố)$", "", name)
    return name[:1].upper() + name[1:]


def _issuer_lines(name: str) -> list[str]:
    """The heading's lines: a committee and its unit stand on two (NĐ 30, Phụ lục III, Mẫu 1.4)."""
    capitals = name.upper()
    match = _SPLIT_NAME.fullmatch(capitals)
    return list(match.groups()) if match else [capitals]


def _name_parent(dossier: Dossier, name: str, given: dict[str, str], spelled: tuple[str, ...]) -> str | None:
    if "parent" in given:
        return given["parent"].upper() or None
    if not has_parent(name):
        return None
    return find_parent(dossier, name, spelled) or leave_open("tên cơ quan chủ quản")


def _number_line(given: dict[str, str]) -> str:
    """The line "Số: 05/KH-SYT": a leading zero below 10 (Phụ lục I, II.3.c); the notation may come with its "KH-"."""
    number = given.get("number") or leave_open("số")
    if re.fullmatch(r"\d", number):
        number = f"0{number}"
    notation = given.get("notation", "").lstrip("/ ")
    notation = re.sub(r"^KH-", "", notation) or leave_open("ký hiệu cơ quan")
    return f"Số: {number}/KH-{notation}"


def _place_date(dossier: Dossier, name: str, given: dict[str, str], spelled: tuple[str, ...]) -> str:
    place = given.get("place") or find_place(dossier, name, spelled) or leave_open("địa danh")
    text = given.get("date", "")
    if not text:
        return f"{place}, ngày {leave_open('ngày')} tháng {leave_open('tháng')} năm {leave_open('năm')}"
    return f"{place}, {render_date(_read_date(text))}"


def _read_date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        found = find_dates(text)
        if len(found) == 1 and found[0].date:
            return found[0].date
        raise UsageError(f"“{text}” không phải là ngày; hãy viết như 2026-01-05 hoặc 05/01/2026.") from None


def _grounds(orders: list[Document], spelled: tuple[str, ...]) -> list[Block]:
    last = len(orders) - 1
    return [
        Block("ground", f"Căn cứ {cite_in_full(order, spelled)}{'.' if i == last else ';'}")
        for i, order in enumerate(orders)
    ]


def _opening(name: str) -> list[Block]:
    return [Block("text", f"{name} ban hành Kế hoạch triển khai thực hiện như sau:")]


def _aims(assignment: Assignment) -> list[Block]:
    """Aims that only restate: where the tasks come from, and that they are to be done as they were set."""
    sources = _join([cite_in_short(order) for order in assignment.orders])
    timed = any(task.duty.deadline for task in assignment.tasks)
    return [
        Block("heading", "I. MỤC ĐÍCH, YÊU CẦU"),
        Block("item", f"1. Mục đích: Tổ chức thực hiện các nhiệm vụ được giao tại {sources}."),
        Block("item", f"2. Yêu cầu: Thực hiện đúng nội dung{', đúng thời hạn' if timed else ''} đã được giao."),
    ]


def _duties(name: str, assignment: Assignment) -> list[Block]:
    blocks = [
        Block("heading", "II. NHIỆM VỤ"),
        Block("text", f"{name} tổ chức thực hiện các nhiệm vụ sau:"),
    ]
    for i, task in enumerate(assignment.tasks, start=1):
        text, labels = describe_task(task.duty, task.document)
        blocks.append(Block("item", f"{i}. {text}"))
        blocks.extend(Block("label", label) for label in labels)
    return blocks


def _carrying_out(assignment: Assignment) -> list[Block]:
    units = leave_open("phòng, đơn vị trực thuộc chủ trì từng nhiệm vụ")
    reports = _join(_unique(party.name for task in assignment.tasks for party in task.duty.report_to))
    reports = reports or leave_open("cơ quan nhận báo cáo và thời hạn báo cáo")
    return [
        Block("heading", "III. TỔ CHỨC THỰC HIỆN"),
        Block("item", f"1. Phân công: {units}."),
        Block("item", f"2. Nơi nhận báo cáo kết quả: {reports}"),
    ]


def _recipients(name: str, assignment: Assignment, spelled: tuple[str, ...]) -> list[str]:
    """Those that ordered and those that hear reports, then those that work along, then the file (Phụ lục I, II.9)."""
    above = _unique(
        [name_issuer(order.issuer, spelled) for order in assignment.orders]
        + [party.name for task in assignment.tasks for party in task.duty.report_to]
    )
    along = _unique(party.name for task in assignment.tasks for party in task.duty.coordinators)
    along = [other for other in along if not any(names_same_organ(other, known) for known in (name, *above))]
    named = [f"{_upper_first(other)} (để báo cáo)" for other in above]
    named += [f"{_upper_first(other)} (để phối hợp)" for other in along if not _VAGUE.search(other)]
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
