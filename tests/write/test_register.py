"""Registers hold a row a document with the columns of Phụ lục IV; what no document tells stays empty."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from vanban import assemble, parse
from vanban.cli.main import run
from vanban.cli.register import FORMATS, KINDS
from vanban.errors import UsageError
from vanban.lexicon.registers import load_registers
from vanban.model.document import Head
from vanban.model.dossier import Dossier
from vanban.write.listing import Listing
from vanban.write.register import VALUES, draw_up_register
from vanban.write.register import formats as writers
from vanban.write.register.formats import write_register

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FOREST = sorted((SAMPLES / "ho-so-chay-rung").glob("*.txt"))
STAMP = "UBND XÃ NẬM KHÊ\nĐẾN\nSố: {number}\nNgày: {day}\nChuyển: {to}\n\n"

LETTER = """ỦY BAN NHÂN DÂN
TỈNH BÌNH SƠN

Số: {number}/UBND-VX

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Bình Sơn, ngày {day} tháng 3 năm 2026

V/v kiểm tra nhà văn hóa thôn, bản

{mark}Kính gửi: Ủy ban nhân dân xã Nậm Khê.

Ủy ban nhân dân tỉnh đề nghị Ủy ban nhân dân xã Nậm Khê kiểm tra nhà văn hóa thôn, bản trước ngày 20/3/2026.

Nơi nhận:
- Như trên;
- Sở Văn hóa, Thể thao và Du lịch;
- Lưu: VT, VX (2).

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lò Văn Sáng
"""

HEADS = {
    "den": [
        "Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu văn bản", "Ngày tháng văn bản",
        "Tên loại và trích yếu nội dung văn bản", "Đơn vị hoặc người nhận", "Ngày chuyển", "Ký nhận", "Ghi chú",
    ],
    "di": [
        "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Người ký",
        "Nơi nhận văn bản", "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ngày chuyển", "Ký nhận", "Ghi chú",
    ],
    "theo-doi": [
        "Số đến", "Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan, tổ chức ban hành văn bản",
        "Đơn vị hoặc người nhận", "Thời hạn giải quyết", "Tiến độ giải quyết", "Số, ký hiệu văn bản trả lời", "Ghi chú",
    ],
}  # fmt: skip


def letter(number: str = "12", day: str = "04", stamp: str = "", mark: str = "") -> str:
    return stamp + LETTER.format(number=number, day=day, mark=mark)


def dossier_of(*papers: str) -> Dossier:
    read = [parse(f"{number}.txt", text.encode()).documents for number, text in enumerate(papers)]
    return assemble([document for documents in read for document in documents])


def forest() -> Dossier:
    return assemble([document for path in FOREST for document in parse(path).documents])


def rows(listing: Listing) -> list[dict[str, str]]:
    names = [column.name for column in listing.columns]
    return [dict(zip(names, row, strict=True)) for row in listing.cells]


def test_every_column_has_its_value() -> None:
    assert {column.value for register in load_registers() for column in register.columns} == set(VALUES)
    assert tuple(register.kind for register in load_registers()) == KINDS
    assert tuple(name for name, _ in writers.FORMATS) == FORMATS


@pytest.mark.parametrize("kind", KINDS)
def test_columns_are_those_of_the_decree_in_every_format(kind: str) -> None:
    listing = draw_up_register(forest(), kind, as_of=date(2026, 4, 1))
    assert [column.name for column in listing.columns] == HEADS[kind]
    assert len(listing.cells) == 5
    lines = list(csv.reader(io.StringIO(write_register(listing, "csv").decode("utf-8-sig"))))
    assert lines[0] == HEADS[kind]
    assert len(lines) == 6
    sheet = openpyxl.load_workbook(io.BytesIO(write_register(listing, "xlsx"))).active
    found = [list(row) for row in sheet.iter_rows(values_only=True)]
    top = found.index(HEADS[kind])
    assert found[top + 1] == [f"({number})" for number in range(1, len(HEADS[kind]) + 1)]
    assert found[1][0] == listing.title
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (
        "landscape",
        9,
        0,
    )
    assert sheet.print_title_rows == f"${top + 1}:${top + 2}"
    document = docx.Document(io.BytesIO(write_register(listing, "docx")))
    table = document.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == HEADS[kind]
    assert len(table.rows) == 7
    assert ["w:tblHeader" in row._tr.xml for row in table.rows[:3]] == [True, True, False]


def test_arrival_is_that_of_the_stamp() -> None:
    stamped = letter(stamp=STAMP.format(number="215", day="05/3/2026", to="Văn phòng HĐND và UBND"), mark="HỎA TỐC\n\n")
    (row,) = rows(draw_up_register(dossier_of(stamped), "den"))
    assert row == {
        "Ngày đến": "05/03/2026", "Số đến": "215", "Tác giả": "Ủy ban nhân dân tỉnh Bình Sơn",
        "Số, ký hiệu văn bản": "12/UBND-VX", "Ngày tháng văn bản": "04/03/2026",
        "Tên loại và trích yếu nội dung văn bản": "Công văn: kiểm tra nhà văn hóa thôn, bản",
        "Đơn vị hoặc người nhận": "Văn phòng HĐND và UBND", "Ngày chuyển": "", "Ký nhận": "", "Ghi chú": "Hỏa tốc",
    }  # fmt: skip


def test_nothing_is_invented() -> None:
    blank = letter(stamp=STAMP.format(number="......", day="......", to=""))
    for paper in (letter(), blank):
        (row,) = rows(draw_up_register(dossier_of(paper), "den"))
        assert [row[name] for name in ("Ngày đến", "Số đến", "Đơn vị hoặc người nhận", "Ngày chuyển", "Ký nhận")] == [
            ""
        ] * 5
    (row,) = rows(draw_up_register(dossier_of(letter()), "den", received=date(2026, 3, 6)))
    assert (row["Ngày đến"], row["Số đến"]) == ("06/03/2026", "")


def test_arrival_of_a_package() -> None:
    import msgspec

    dossier = dossier_of(letter())
    head = Head(text="ArrivalDate: 2026/3/7\nBussiness/ArrivalNumber: 31\n", due_date="2026-03-18")
    with_head = msgspec.structs.replace(dossier, documents=[msgspec.structs.replace(dossier.documents[0], head=head)])
    (row,) = rows(draw_up_register(with_head, "den"))
    assert (row["Ngày đến"], row["Số đến"]) == ("07/03/2026", "31")
    (row,) = rows(draw_up_register(with_head, "theo-doi"))
    assert row["Thời hạn giải quyết"] == "18/03/2026"


def test_order_is_that_of_arrival() -> None:
    def stamp(number: str, day: str) -> str:
        return STAMP.format(number=number, day=day, to="")

    papers = [
        letter("30", "02", stamp("9", "10/3/2026")),
        letter("31", "09", stamp("10", "10/3/2026")),
        letter("32", "05", stamp("8", "09/3/2026")),
        letter("33", "11"),
    ]
    found = rows(draw_up_register(dossier_of(*papers), "den"))
    assert [row["Số đến"] for row in found] == ["8", "9", "10", ""]
    found = rows(draw_up_register(dossier_of(*papers), "di"))
    assert [row["Số, ký hiệu văn bản"] for row in found] == [f"{number}/UBND-VX" for number in (30, 32, 31, 33)]


def test_what_goes_out() -> None:
    listing = draw_up_register(dossier_of(letter()), "di")
    (row,) = rows(listing)
    assert row["Người ký"] == "Lò Văn Sáng"
    assert row["Nơi nhận văn bản"] == "Ủy ban nhân dân xã Nậm Khê; Sở Văn hóa, Thể thao và Du lịch"
    assert (row["Đơn vị, người nhận bản lưu"], row["Số lượng bản"]) == ("VT, VX", "2")
    assert listing.above == ["ỦY BAN NHÂN DÂN TỈNH BÌNH SƠN"]
    assert listing.below[0] == "Năm 2026; từ ngày 04/03/2026 đến ngày 04/03/2026; 1 văn bản"


def test_what_is_to_be_answered() -> None:
    found = rows(draw_up_register(forest(), "theo-doi", organ="UBND xã Nậm Khê", as_of=date(2026, 4, 1)))
    plan = found[0]
    assert plan[HEADS["theo-doi"][1]] == "Kế hoạch 112/KH-UBND ngày 02/03/2026 của Ủy ban nhân dân tỉnh Bình Sơn"
    assert plan["Thời hạn giải quyết"] == "16/03/2026"
    assert (plan["Tiến độ giải quyết"], plan["Số, ký hiệu văn bản trả lời"]) == ("đã có văn bản trả lời", "58/BC-UBND")
    # Its own papers are none that came.
    assert len(found) == 3
    assert not any("45/KH-UBND" in row[HEADS["theo-doi"][1]] for row in found)


def test_register_of_an_organ_holds_what_it_sent_or_got() -> None:
    dossier = forest()
    listing = draw_up_register(dossier, "di", organ="UBND xã Nậm Khê")
    assert [row["Số, ký hiệu văn bản"] for row in rows(listing)] == ["45/KH-UBND", "58/BC-UBND"]
    assert listing.above == ["UBND XÃ NẬM KHÊ"]
    assert len(draw_up_register(dossier, "den", organ="UBND xã Nậm Khê").cells) == 3


def test_same_number_of_the_same_organ_is_told() -> None:
    first, second = rows(draw_up_register(dossier_of(letter(day="04"), letter(day="05")), "den"))
    assert first["Ghi chú"] == ""
    assert second["Ghi chú"] == "trùng số, ký hiệu, cơ quan ban hành với một văn bản khác (12/UBND-VX)"


def test_cells_cannot_act_as_formulas() -> None:
    dossier = dossier_of(letter(stamp=STAMP.format(number="215", day="05/3/2026", to="=HYPERLINK(1)")))
    data = write_register(draw_up_register(dossier, "den"), "csv").decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in data
    sheet = openpyxl.load_workbook(io.BytesIO(write_register(draw_up_register(dossier, "den"), "xlsx"))).active
    assert [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


def test_command_writes_what_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = str(SAMPLES / "ho-so-chay-rung"), tmp_path / "so.xlsx"
    assert run(["register", folder, "--received", "16/3/2026", "-o", str(out)]) == 0
    assert openpyxl.load_workbook(out).active["A2"].value == "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN"
    assert run(["register", folder, "--kind", "di"]) == 0
    assert "58/BC-UBND" in capsys.readouterr().out
    assert run(["register", folder, "--kind", "mật"]) == 2
    assert run(["register", folder, "--received", "hôm qua"]) == 2


def test_unknown_format_says_which_there_are() -> None:
    with pytest.raises(UsageError, match="csv, xlsx, docx"):
        write_register(Listing("x", [], []), "pdf")
