"""The same list in every format: all columns, no cell that acts as a formula, nothing that breaks the format."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import docx
import openpyxl
import pytest

from vanban.errors import UsageError
from vanban.model.document import Code, Deadline, Document, DocumentType, Duty, Party, Promulgation
from vanban.model.dossier import Dossier
from vanban.write.tracking import track
from vanban.write.tracking.formats import FORMATS, TrackingList, write_tracking

HEAD = [
    "STT", "Nhiệm vụ", "Văn bản giao (số, ký hiệu, ngày)", "Người giao", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm",
    "Báo cáo về", "Vị trí (Mục, Điều)", "Trạng thái", "Ghi chú",
]  # fmt: skip
FIRST = [
    "1", "=1+1 xây dựng kế hoạch", "Công văn 12/UBND-VX, ngày 19/10/2021", "Chủ tịch UBND tỉnh", "Sở Y tế",
    "Sở Nội vụ; Công an tỉnh", "30/10/2021", "kế hoạch", "UBND tỉnh", "Mục II.1", "chưa hoàn thành (quá hạn)",
    "Văn phòng UBND tỉnh truyền đạt",
]  # fmt: skip


def make_list(width: int | None = None) -> TrackingList:
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
    return TrackingList(rows=track(dossier, as_of=day), dossier=dossier, as_of=day, width=width)


def test_csv_has_all_columns_and_no_formula() -> None:
    data = write_tracking(make_list(), "csv").decode("utf-8-sig")
    head, first, second = csv.reader(io.StringIO(data))
    assert head == HEAD
    assert first == ["1", "'" + FIRST[1], *FIRST[2:]]
    assert second[1].startswith("'-2")


def test_xlsx_is_set_up_for_work_and_print() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_tracking(make_list(), "xlsx"))).active
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
