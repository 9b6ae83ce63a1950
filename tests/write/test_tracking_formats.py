"""The same list in every format: all columns, no cell that acts as a formula, nothing that breaks the format."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from datetime import date, timedelta
from pathlib import Path
from shutil import which

import docx
import icalendar
import openpyxl
import pdfplumber
import pytest
import vobject

from vanban.cli.track import FORMS
from vanban.errors import UsageError
from vanban.model.document import Code, Deadline, Document, DocumentType, Duty, Party, Promulgation
from vanban.model.dossier import Dossier
from vanban.write.tracking import track
from vanban.write.tracking.formats import FORMATS, TrackingList, split_ics, write_tracking
from vanban.write.tracking.forms import find_form, list_forms

HEAD = [
    "STT", "Nhiệm vụ", "Văn bản giao (số, ký hiệu, ngày)", "Người giao", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm",
    "Báo cáo về", "Vị trí (Mục, Điều)", "Trạng thái", "Ghi chú",
]  # fmt: skip
FIRST = [
    "1", "=1+1 xây dựng kế hoạch", "Công văn 12/UBND-VX, ngày 19/10/2021", "Chủ tịch UBND tỉnh", "Sở Y tế",
    "Sở Nội vụ; Công an tỉnh", "30/10/2021", "kế hoạch", "UBND tỉnh", "Mục II.1", "chưa hoàn thành (quá hạn)",
    "Văn phòng UBND tỉnh truyền đạt",
]  # fmt: skip


def make_list(width: int | None = None, form: str = "day-du") -> TrackingList:
    duties = [
        Duty(
            id="a", action="=1+1 xây dựng kế hoạch", text="Giao Sở Y tế", assignees=[Party("Sở Y tế")],
            coordinators=[Party("Sở Nội vụ"), Party("Công an tỉnh")], instructed_by=[Party("Chủ tịch UBND tỉnh")],
            transmitted_by=[Party("Văn phòng UBND tỉnh")], report_to=[Party("UBND tỉnh")], deliverable="kế hoạch",
            deadline=Deadline("trước ngày 30/10/2021", date="2021-10-30"), path="II.1",
        ),
        Duty(id="b", action="-2 | <b>họp</b>\x1b[31m", text="họp", assignees=[Party("Các sở", kind="group")]),
    ]  # fmt: skip
    document = Document(
        id="A", text="", document_type=DocumentType("Công văn"), code=Code("12", "UBND-VX", "12/UBND-VX"),
        promulgation=Promulgation("Huế", "2021-10-19"), duties=duties,
    )  # fmt: skip
    dossier = Dossier(documents=[document], links=[])
    day = date(2021, 11, 1)
    return TrackingList(track(dossier, as_of=day), dossier, day, width=width, form=find_form(form))


def test_csv_has_all_columns_and_no_formula() -> None:
    data = write_tracking(make_list(), "csv").decode("utf-8-sig")
    head, first, second = csv.reader(io.StringIO(data))
    assert head == HEAD
    assert first == ["1", "'" + FIRST[1], *FIRST[2:]]
    assert second[1].startswith("'-2")


def test_xlsx_is_set_up_for_work_and_print() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_tracking(make_list(), "xlsx"))).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][0] == "DANH MỤC THEO DÕI NHIỆM VỤ"
    assert rows[1][0] == "(Số liệu tính đến ngày 01/11/2021; tổng số: 2 nhiệm vụ)"
    assert list(rows[2]) == HEAD
    assert list(rows[3]) == [1, *FIRST[1:]]
    assert sheet["B4"].data_type == "s"
    assert sheet["B4"].alignment.wrap_text
    assert sheet.freeze_panes == "C4"
    assert sheet.auto_filter.ref == "A3:L5"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$3:$3"
    assert sheet["K4"].fill.fgColor.rgb != sheet["K5"].fill.fgColor.rgb


def test_docx_is_landscape_with_its_head_on_every_page() -> None:
    document = docx.Document(io.BytesIO(write_tracking(make_list(), "docx")))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert document.paragraphs[0].text == "DANH MỤC THEO DÕI NHIỆM VỤ"
    table = document.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == HEAD
    assert [cell.text for cell in table.rows[1].cells] == FIRST
    assert "w:tblHeader" in table.rows[0]._tr.xml


def test_markdown_cells_stay_in_their_column() -> None:
    lines = write_tracking(make_list(), "md").decode().splitlines()
    rows = [line for line in lines if line.startswith("| ")]
    assert rows[0] == "| " + " | ".join(HEAD) + " |"
    assert rows[2].startswith("| 2 | -2 \\| &#60;b&#62;họp&#60;/b&#62;")


def test_html_escapes_what_documents_say() -> None:
    page = write_tracking(make_list(), "html").decode()
    assert "&lt;b&gt;họp&lt;/b&gt;" in page
    assert "<b>" not in page


def test_ics_has_an_event_for_each_day_and_none_for_no_day() -> None:
    lines = write_tracking(make_list(), "ics").decode().split("\r\n")
    assert lines.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20211030" in lines
    assert "SUMMARY:=1+1 xây dựng kế hoạch" in lines
    assert all(len(line.encode()) <= 75 for line in lines)


def test_json_is_the_rows() -> None:
    first, second = json.loads(write_tracking(make_list(), "json"))
    assert (first["stt"], first["document"], first["status"]) == (1, "12/UBND-VX", "chưa hoàn thành (quá hạn)")
    assert second["concern"] == "class"
    assert {lack["ro"] for lack in second["missing"]} == {"thời gian", "sản phẩm", "thẩm quyền"}


def test_table_has_every_column_in_one_line_where_it_fits() -> None:
    text = write_tracking(make_list(), "table").decode()
    lines = text.splitlines()
    assert lines[0] == "DANH MỤC THEO DÕI NHIỆM VỤ"
    assert len({len(line) for line in lines[3:]}) == 1
    assert "Trạng thái" in lines[4]


def test_table_is_blocks_on_a_narrow_terminal() -> None:
    text = write_tracking(make_list(width=70), "table").decode()
    assert "1. =1+1 xây dựng kế hoạch\n   Văn bản giao: Công văn 12/UBND-VX, ngày 19/10/2021\n" in text
    assert max(map(len, text.splitlines())) <= 70


@pytest.mark.parametrize("name", [name for name, _ in FORMATS])
def test_empty_list_can_be_written(name: str) -> None:
    empty = TrackingList(rows=[], dossier=Dossier(documents=[], links=[]), as_of=date(2021, 11, 1), organ="Sở Y tế")
    assert write_tracking(empty, name)


def test_unknown_format_says_which_there_are() -> None:
    with pytest.raises(UsageError, match="table, json, csv, xlsx, docx, md, ics, html"):
        write_tracking(make_list(), "pdf")


FORM_HEADS = {
    "day-du": HEAD,
    "rut-gon": [
        "STT", "Nội dung nhiệm vụ", "Văn bản giao nhiệm vụ", "Thời hạn hoàn thành", "Cơ quan chủ trì",
        "Cơ quan phối hợp",
    ],
    "phan-cong": ["TT", "Đơn vị thực hiện", "Nội dung nhiệm vụ", "Số liệu cần chuẩn bị", "Thời hạn"],
    "bao-cao": [
        "STT", "Tên nhiệm vụ", "LĐVP chủ trì", "Đơn vị chủ trì", "Đơn vị phối hợp", "Đầu mối thực hiện",
        "Ngày thực hiện", "Ngày hoàn thành (KH)", "Loại nhiệm vụ", "Nguồn gốc", "Trạng thái nhiệm vụ",
        "Kết quả thực hiện", "Mức độ hoàn thành", "Khó khăn", "Đề xuất", "ID nhiệm vụ", "Người giao nhiệm vụ",
        "Lộ trình thực hiện", "Ngày cập nhật", "Ngày hoàn thành thực tế", "Gia hạn - Số lần", "Gia hạn - Mốc cũ",
        "Người phê duyệt - Họ tên", "Người phê duyệt - Email", "Người phê duyệt - Điện thoại",
    ],
    "so-theo-doi": [
        "Số đến", "Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan, tổ chức ban hành văn bản",
        "Đơn vị hoặc người nhận", "Thời hạn giải quyết", "Tiến độ giải quyết", "Số, ký hiệu văn bản trả lời", "Ghi chú",
    ],
}  # fmt: skip


def test_forms_are_those_of_the_command_line() -> None:
    assert tuple(form.name for form in list_forms()) == FORMS == tuple(FORM_HEADS)


@pytest.mark.parametrize(("form", "head"), FORM_HEADS.items())
def test_each_form_has_its_columns_in_every_format(form: str, head: list[str]) -> None:
    tracking = make_list(form=form)
    rows = list(csv.reader(io.StringIO(write_tracking(tracking, "csv").decode("utf-8-sig"))))
    assert rows[0] == head
    assert {len(row) for row in rows} == {len(head)}
    sheet = openpyxl.load_workbook(io.BytesIO(write_tracking(tracking, "xlsx"))).worksheets[0]
    assert [cell.value for cell in sheet[3]] == head
    table = docx.Document(io.BytesIO(write_tracking(tracking, "docx"))).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == head
    for name, _ in FORMATS:
        assert write_tracking(tracking, name)


def test_forms_say_what_the_duty_says() -> None:
    def first(form: str) -> dict[str, str]:
        rows = csv.DictReader(io.StringIO(write_tracking(make_list(form=form), "csv").decode("utf-8-sig")))
        return {name: text for name, text in next(rows).items() if text}

    action, document = "'=1+1 xây dựng kế hoạch", "Công văn 12/UBND-VX, ngày 19/10/2021"
    assert first("rut-gon") == {
        "STT": "1", "Nội dung nhiệm vụ": action, "Văn bản giao nhiệm vụ": document, "Thời hạn hoàn thành": "30/10/2021",
        "Cơ quan chủ trì": "Sở Y tế", "Cơ quan phối hợp": "Sở Nội vụ; Công an tỉnh",
    }  # fmt: skip
    assert first("phan-cong") == {
        "TT": "1", "Đơn vị thực hiện": "Sở Y tế", "Nội dung nhiệm vụ": action, "Số liệu cần chuẩn bị": "kế hoạch",
        "Thời hạn": "30/10/2021",
    }  # fmt: skip
    assert first("bao-cao") == {
        "STT": "1", "Tên nhiệm vụ": action, "Đơn vị chủ trì": "Sở Y tế", "Đơn vị phối hợp": "Sở Nội vụ; Công an tỉnh",
        "Ngày hoàn thành (KH)": "30/10/2021", "Nguồn gốc": document, "Trạng thái nhiệm vụ": "chưa hoàn thành (quá hạn)",
        "Mức độ hoàn thành": "Quá hạn", "ID nhiệm vụ": "a", "Người giao nhiệm vụ": "Chủ tịch UBND tỉnh",
    }  # fmt: skip
    assert first("so-theo-doi") == {
        "Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan, tổ chức ban hành văn bản": document,
        "Đơn vị hoặc người nhận": "Sở Y tế", "Thời hạn giải quyết": "30/10/2021",
        "Tiến độ giải quyết": "chưa hoàn thành (quá hạn)", "Ghi chú": "Mục II.1: =1+1 xây dựng kế hoạch",
    }  # fmt: skip


def test_unknown_form_says_which_there_are() -> None:
    with pytest.raises(UsageError, match="day-du, rut-gon, phan-cong, bao-cao, so-theo-doi"):
        find_form("dài")


def make_many(*assignees: list[str], deadline: Deadline | None = None) -> TrackingList:
    duties = [
        Duty(f"nv-{n}", f"việc {n}", f"việc {n}", [Party(name) for name in names], deadline=deadline)
        for n, names in enumerate(assignees)
    ]
    document = Document(
        id="A", text="", code=Code("1", "KH", "1/KH"), promulgation=Promulgation("Huế", "2026-11-02"), duties=duties
    )
    dossier = Dossier([document], [])
    return TrackingList(track(dossier, as_of=date(2026, 11, 10)), dossier, date(2026, 11, 10))


def test_each_assignee_has_a_sheet_with_a_name_that_excel_takes() -> None:
    long = "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông"
    tracking = make_many(["Sở Y tế"], ["Sở A/B: [x]*?"], [long + " 1", "Sở Y tế"], [long + " 2"], ["'=cmd'"])
    book = openpyxl.load_workbook(io.BytesIO(write_tracking(tracking, "xlsx")))
    assert book.sheetnames == [
        "Danh mục theo dõi", "Sở Y tế", "Sở A B x", "Ban Quản lý dự án đầu tư xây…", "Ban Quản lý dự án đầu tư… (2)",
        "=cmd",
    ]  # fmt: skip
    assert max(map(len, book.sheetnames)) <= 31
    sheet = book["Sở Y tế"]
    assert [row[0] for row in sheet.iter_rows(min_row=5, values_only=True)] == [1, 3]
    assert sheet["A3"].value == "Sở Y tế"
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("C5", "A4:L6", "$4:$4")
    one = make_many(["Sở Y tế"])
    own = TrackingList(one.rows, one.dossier, one.as_of, organ="Sở Y tế")
    assert len(openpyxl.load_workbook(io.BytesIO(write_tracking(own, "xlsx"))).sheetnames) == 1


def test_calendar_is_read_back_by_icalendar() -> None:
    tracking = make_list()
    calendar = icalendar.Calendar.from_ical(write_tracking(tracking, "ics"))
    (event,) = calendar.walk("VEVENT")
    assert event["UID"] == "a@vanban"
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2021, 10, 30), date(2021, 10, 31))
    assert str(event["SUMMARY"]) == "=1+1 xây dựng kế hoạch"
    assert str(event["DESCRIPTION"]) == "12/UBND-VX. Chủ trì: Sở Y tế. Giao Sở Y tế"
    alarms = event.walk("VALARM")
    assert [alarm.decoded("TRIGGER") for alarm in alarms] == [timedelta(days=-days) for days in (7, 3, 1)]
    assert {str(alarm["ACTION"]) for alarm in alarms} == {"DISPLAY"}


def test_calendar_is_read_back_by_vobject() -> None:
    text = write_tracking(make_many(["Sở Y tế"], deadline=Deadline("30/10/2026", "2026-10-30")), "ics").decode()
    event = vobject.readOne(text).vevent
    assert (event.uid.value, event.dtstart.value, event.summary.value) == ("nv-0@vanban", date(2026, 10, 30), "việc 0")
    assert [alarm.trigger.value.days for alarm in event.valarm_list] == [-7, -3, -1]


def test_what_recurs_comes_again_in_the_calendar() -> None:
    deadline = Deadline(
        "định kỳ", recurrence="định kỳ trước ngày 01/6 và 15/11 hằng năm", rrule="FREQ=YEARLY;BYMONTH=6,11"
    )
    calendar = icalendar.Calendar.from_ical(write_tracking(make_many(["Sở Y tế"], deadline=deadline), "ics"))
    found = [(str(e["UID"]), e.decoded("DTSTART"), e["RRULE"].to_ical().decode()) for e in calendar.walk("VEVENT")]
    assert found == [
        ("nv-0-ky1@vanban", date(2027, 6, 1), "FREQ=YEARLY;BYMONTHDAY=1;BYMONTH=6"),
        ("nv-0-ky2@vanban", date(2026, 11, 15), "FREQ=YEARLY;BYMONTHDAY=15;BYMONTH=11"),
    ]


def test_there_is_a_calendar_for_each_organ_and_none_without_a_day() -> None:
    dated = Deadline("30/10/2026", "2026-10-30")
    calendars = split_ics(make_many(["Sở Y tế", "Sở Nội vụ"], ["Sở Y tế"], ["SỞ Y TẾ"], deadline=dated))
    assert list(calendars) == ["so-y-te.ics", "so-noi-vu.ics"]
    assert [data.count(b"BEGIN:VEVENT") for data in calendars.values()] == [3, 1]
    assert "X-WR-CALNAME:Nhiệm vụ - Sở Nội vụ" in calendars["so-noi-vu.ics"].decode()
    assert split_ics(make_many(["Sở Y tế"])) == {}


def test_same_list_gives_the_same_calendar() -> None:
    assert write_tracking(make_list(), "ics") == write_tracking(make_list(), "ics")


@pytest.mark.skipif(not which("soffice"), reason="needs LibreOffice")
def test_workbook_prints_on_a4_with_its_head_on_every_page(tmp_path: Path) -> None:
    tracking = make_many(*[["Sở Y tế"]] * 120)
    (tmp_path / "a.xlsx").write_bytes(write_tracking(tracking, "xlsx"))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/home", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "a.xlsx"], check=True, capture_output=True, timeout=180)
    with pdfplumber.open(tmp_path / "a.pdf") as pdf:
        sizes = {(round(page.width), round(page.height)) for page in pdf.pages}
        heads = ["Trạng thái" in page.extract_text() for page in pdf.pages]
    assert sizes == {(842, 595)}
    assert len(heads) > 2
    assert all(heads)
