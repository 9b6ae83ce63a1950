"""A report closes a duty only where it cites the document, comes from the assignee, and says so; else it is told."""

from __future__ import annotations

from datetime import date

import pytest

from vanban import assemble, parse
from vanban.model.dossier import Dossier, TrackingRow
from vanban.write.tracking import track
from vanban.write.tracking.formats import TrackingList, lay_out

ORDER = """ỦY BAN NHÂN DÂN
TỈNH BÌNH SƠN

Số: 112/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Bình Sơn, ngày 02 tháng 3 năm 2026

KẾ HOẠCH
Phòng, chống hạn năm 2026

I. TỔ CHỨC THỰC HIỆN

1. Sở Nông nghiệp và Môi trường rà soát danh mục hồ chứa xung yếu trên địa bàn tỉnh trước ngày 20 tháng 3 năm 2026.

2. Sở Nông nghiệp và Môi trường tổ chức tập huấn vận hành hồ chứa cho cán bộ thủy lợi cấp xã.

3. Sở Tài chính thẩm định dự toán kinh phí chống hạn, hoàn thành trước ngày 25 tháng 3 năm 2026.

4. Sở Nông nghiệp và Môi trường, Sở Tài chính kiểm tra việc nạo vét kênh mương nội đồng tại các xã.

5. Sở Tài chính báo cáo kết quả thực hiện Kế hoạch này trước ngày 30 tháng 6 năm 2026.

6. Ủy ban nhân dân các xã kiểm kê số giếng khoan của hộ gia đình.

7. Sở Tài chính công khai dự toán chống hạn định kỳ hằng quý.

Nơi nhận:
- Sở Nông nghiệp và Môi trường;
- Sở Tài chính;
- UBND các xã;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Sáng
"""


def report(
    issuer: str, code: str, day: str, *sentences: str, subject: str = "Tình hình chống hạn", cites: str = "112/KH-UBND"
) -> str:
    lines = "\n\n".join(f"{number}. {sentence}" for number, sentence in enumerate(sentences, start=1))
    return f"""{issuer}

Số: {code}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Bình Sơn, ngày {day}

BÁO CÁO
{subject}

Kính gửi: Ủy ban nhân dân tỉnh Bình Sơn.

Thực hiện Kế hoạch số {cites} ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh, đơn vị báo cáo như sau:

{lines}

Nơi nhận:
- Như trên;
- Lưu: VT.

GIÁM ĐỐC

Hoàng Thị Vân
"""


FARMING = "UBND TỈNH BÌNH SƠN\nSỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"
FINANCE = "UBND TỈNH BÌNH SƠN\nSỞ TÀI CHÍNH"


def dossier_of(*reports: str) -> Dossier:
    papers = [ORDER, *reports]
    read = [parse(f"{number}.txt", text.encode()).documents for number, text in enumerate(papers)]
    return assemble([document for documents in read for document in documents])


def rows_of(*reports: str, as_of: date = date(2026, 7, 15), organ: str | None = None) -> dict[str, TrackingRow]:
    dossier = dossier_of(*reports)
    return {row.duty.path: row for row in track(dossier, as_of=as_of, organ=organ) if row.document == "112/KH-UBND"}


def test_sentence_that_says_so_closes_the_duty() -> None:
    text = report(
        FARMING, "71/BC-SNNMT", "18 tháng 3 năm 2026", "Sở đã rà soát danh mục 35 hồ chứa xung yếu trên địa bàn tỉnh."
    )
    rows = rows_of(text)
    row = rows["I.1"]
    assert row.status == "hoàn thành (đúng hạn)"
    assert row.answer and row.answer.text == "Sở đã rà soát danh mục 35 hồ chứa xung yếu trên địa bàn tỉnh."
    document = dossier_of(text).documents[1]
    assert document.text[slice(*row.answer.span)] == row.answer.text
    # What the report does not speak of stays open, and is told.
    assert rows["I.2"].status == "chưa hoàn thành (không hạn)"
    assert rows["I.2"].answer and not rows["I.2"].answer.closes
    assert rows["I.3"].answer is None


def test_late_report_says_late() -> None:
    text = report(FINANCE, "9/BC-STC", "28 tháng 3 năm 2026", "Sở đã thẩm định dự toán kinh phí chống hạn.")
    row = rows_of(text)["I.3"]
    assert (row.status, row.answer and row.answer.date) == ("hoàn thành (quá hạn)", "2026-03-28")


def test_duty_without_a_day_is_never_late() -> None:
    done = "Đã tổ chức tập huấn vận hành hồ chứa cho 120 cán bộ thủy lợi cấp xã."
    text = report(FARMING, "71/BC-SNNMT", "18 tháng 5 năm 2026", done)
    assert rows_of(text)["I.2"].status == "hoàn thành (đúng hạn)"


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở đang rà soát danh mục hồ chứa xung yếu trên địa bàn tỉnh.",
        "Sở sẽ rà soát danh mục hồ chứa xung yếu trên địa bàn tỉnh.",
        "Sở đã rà soát một phần danh mục hồ chứa xung yếu trên địa bàn tỉnh.",
        "Sở đã rà soát danh mục hồ chứa xung yếu trên địa bàn tỉnh, còn 12 hồ chưa có số liệu.",
        "Sở đã xây dựng kế hoạch rà soát danh mục hồ chứa xung yếu trên địa bàn tỉnh.",
        "Kế hoạch giao Sở rà soát danh mục hồ chứa xung yếu trên địa bàn tỉnh.",
        "Sở đã rà soát nhân sự.",
    ],
)
def test_sentence_that_does_not_say_so_closes_nothing(sentence: str) -> None:
    row = rows_of(report(FARMING, "71/BC-SNNMT", "18 tháng 3 năm 2026", sentence))["I.1"]
    assert row.status == "chưa hoàn thành (quá hạn)"
    assert row.answer and not row.answer.closes


DONE = "Đã rà soát danh mục hồ chứa xung yếu trên địa bàn tỉnh."


@pytest.mark.parametrize(
    "text",
    [
        report(FINANCE, "9/BC-STC", "18 tháng 3 năm 2026", DONE),  # not the assignee
        report(FARMING, "71/BC-SNNMT", "18 tháng 3 năm 2026", DONE, cites="113/KH-UBND"),  # another document
        report(FARMING, "71/BC-SNNMT", "20 tháng 02 năm 2026", DONE),  # before the order
        report(FARMING, "71/BC-SNNMT", "20 tháng 8 năm 2026", DONE),  # after the day of the list
        report(FARMING, "71/TB-SNNMT", "18 tháng 3 năm 2026", DONE).replace("BÁO CÁO\n", "THÔNG BÁO\n"),  # no report
    ],
    ids=["organ", "document", "before", "after", "kind"],
)
def test_paper_that_is_no_answer_changes_nothing(text: str) -> None:
    row = rows_of(text)["I.1"]
    assert (row.status, row.answer) == ("chưa hoàn thành (quá hạn)", None)


def test_of_two_assignees_both_must_have_said_so() -> None:
    done = "Đã kiểm tra việc nạo vét kênh mương nội đồng tại các xã."
    one = report(FARMING, "71/BC-SNNMT", "18 tháng 3 năm 2026", done)
    two = report(FINANCE, "9/BC-STC", "20 tháng 3 năm 2026", done)
    assert rows_of(one)["I.4"].status == "chưa hoàn thành (không hạn)"
    assert rows_of(one, two)["I.4"].status == "hoàn thành (đúng hạn)"
    # In its own list the one that is done is done.
    assert rows_of(one, organ="Sở Nông nghiệp và Môi trường")["I.4"].status == "hoàn thành (đúng hạn)"


def test_duty_to_report_is_closed_by_the_report_of_results() -> None:
    text = report(FINANCE, "9/BC-STC", "26 tháng 6 năm 2026", "Không phát sinh vướng mắc.", subject="Kết quả chống hạn")
    row = rows_of(text)["I.5"]
    assert row.status == "hoàn thành (đúng hạn)"
    assert row.answer and row.answer.text.startswith("Thực hiện Kế hoạch số 112/KH-UBND")
    other = report(FINANCE, "9/BC-STC", "26 tháng 3 năm 2026", "Không phát sinh.", subject="Tình hình giao dự toán")
    assert rows_of(other)["I.5"].status == "chưa hoàn thành (quá hạn)"


def test_class_is_closed_for_the_organ_that_reported_alone() -> None:
    commune = "ỦY BAN NHÂN DÂN\nXÃ NẬM KHÊ"
    text = report(commune, "58/BC-UBND", "27 tháng 3 năm 2026", "Xã đã kiểm kê số giếng khoan của 212 hộ gia đình.")
    assert rows_of(text)["I.6"].status == "chưa hoàn thành (không hạn)"
    assert rows_of(text, organ="UBND xã Nậm Khê")["I.6"].status == "hoàn thành (đúng hạn)"
    assert rows_of(text, organ="UBND xã Pa Khoang")["I.6"].status == "chưa hoàn thành (không hạn)"


def test_what_recurs_is_never_done() -> None:
    text = report(FINANCE, "9/BC-STC", "26 tháng 6 năm 2026", "Đã công khai dự toán chống hạn quý II.")
    row = rows_of(text)["I.7"]
    assert (row.answer, row.next_dates) == (None, ["2026-09-30", "2026-12-31", "2027-03-31"])


def test_stamp_of_arrival_counts_where_no_day_is_given() -> None:
    text = ORDER.replace("trước ngày 20 tháng 3 năm 2026", "trong thời hạn 10 ngày kể từ ngày nhận được Kế hoạch này")
    stamped = "ĐẾN\nSố: 215\nNgày: 05/3/2026\nChuyển: Phòng Kinh tế\n\n" + text
    # 15/3/2026 is a Sunday.
    for paper, received, status in (
        (text, None, "chưa hoàn thành (không hạn)"),
        (stamped, None, "chưa hoàn thành (trong hạn)"),
        (stamped, date(2026, 3, 3), "chưa hoàn thành (quá hạn)"),
    ):
        dossier = assemble(parse("a.txt", paper.encode()).documents)
        rows = track(dossier, as_of=date(2026, 3, 16), received=received)
        assert rows[0].status == status
    cells = lay_out(TrackingList(track(dossier, as_of=date(2026, 3, 16)), dossier, date(2026, 3, 16))).cells
    assert cells[0][6].startswith("16/03/2026 (10 ngày kể từ 2026-03-05")


def test_row_says_how_it_was_counted_from_receipt() -> None:
    text = ORDER.replace("trước ngày 20 tháng 3 năm 2026", "trong thời hạn 10 ngày kể từ ngày nhận được Kế hoạch này")
    dossier = assemble(parse("a.txt", text.encode()).documents)
    (row, *_) = track(dossier, as_of=date(2026, 3, 16), received=date(2026, 3, 5))
    deadline = row.duty.deadline
    assert deadline and deadline.date == "2026-03-16"
    assert deadline.explanation == (
        "10 ngày kể từ ngày nhận văn bản, 05/3/2026, không tính ngày này (BLDS 2015, Điều 147); ngày cuối 15/3/2026 là "
        "ngày nghỉ (Chủ nhật), nên kết thúc vào ngày làm việc tiếp theo, 16/3/2026 (Điều 148 khoản 5)."
    )
    assert "thời gian" not in [lack.ro for lack in row.missing]


def test_notes_quote_the_sentence_with_its_source() -> None:
    dossier = dossier_of(report(FARMING, "71/BC-SNNMT", "18 tháng 3 năm 2026", DONE))
    rows = track(dossier, as_of=date(2026, 7, 15))
    cells = lay_out(TrackingList(rows, dossier, date(2026, 7, 15))).cells
    assert cells[0][11].startswith(f"hoàn thành: “{DONE}” (Báo cáo 71/BC-SNNMT, ngày 18/03/2026)")
