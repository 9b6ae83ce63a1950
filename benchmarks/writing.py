"""Writing as ratios within one run, so that the machine does not matter: `python benchmarks/writing.py`.

list   a tracking list of 5,000 duties as .xlsx (rows, cells, the sheet of all and one for each assignee) against
       XlsxWriter alone writing the same cells into the same sheets

Times are of the processor, the least of some rounds that take turns. Exit status 1 where a target is missed.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import time
from collections.abc import Callable, Sequence

import xlsxwriter

from vanban.model.document import Code, Deadline, Document, DocumentType, Duty, Issuer, Party, Promulgation
from vanban.model.dossier import Dossier
from vanban.write.tracking import track
from vanban.write.tracking.formats import TrackingList, lay_out, write_tracking

ROUNDS = 5
DAY = dt.date(2026, 3, 10)
ORGANS = ("Sở Y tế", "Sở Nội vụ", "Sở Tài chính", "Công an tỉnh", *(f"Ủy ban nhân dân xã Bản {n}" for n in range(40)))
WORKS = (
    "rà soát, cập nhật bản đồ vùng trọng điểm cháy rừng của các xã có rừng, lập danh sách hộ nhận khoán",
    "tổ chức diễn tập chữa cháy rừng tại khu rừng phòng hộ đầu nguồn",
    "bố trí kinh phí mua sắm máy thổi gió, vỉ dập lửa cho các tổ, đội bảo vệ rừng ở thôn, bản; báo cáo kết quả",
)

Row = tuple[str, float, float, float]
"""What is compared, both times in seconds, the largest ratio that is allowed."""


def make_duties(count: int) -> Dossier:
    """A dossier of `count` duties, a hundred a document."""
    return Dossier(
        [_make_document(number, min(100, count - first)) for number, first in enumerate(range(0, count, 100))], []
    )


def _make_document(number: int, count: int) -> Document:
    duties = [
        Duty(
            id=f"nv-{number}-{place}",
            action=WORKS[place % len(WORKS)],
            text=f"{ORGANS[(number + place) % len(ORGANS)]} {WORKS[place % len(WORKS)]}.",
            assignees=[Party(ORGANS[(number + place) % len(ORGANS)])],
            coordinators=[Party(ORGANS[(number * 3 + place * 7) % len(ORGANS)])],
            instructed_by=[Party("Chủ tịch UBND tỉnh", kind="office")],
            deadline=Deadline("trước ngày 20/3/2026", date=f"2026-03-{1 + place % 28:02}") if place % 5 else None,
            deliverable="báo cáo" if place % 3 == 0 else None,
            path=f"II.{1 + place // 10}.{1 + place % 10}",
        )
        for place in range(count)
    ]
    return Document(
        id=f"vb-{number}",
        text="",
        document_type=DocumentType("Kế hoạch", "KH"),
        code=Code(str(100 + number), "KH-UBND", f"{100 + number}/KH-UBND"),
        promulgation=Promulgation("Bình Sơn", "2026-03-02"),
        issuer=Issuer("ỦY BAN NHÂN DÂN", "TỈNH BÌNH SƠN", "Ủy ban nhân dân tỉnh Bình Sơn"),
        duties=duties,
    )


def write_bare(sheets: Sequence[Sequence[Sequence[str]]]) -> bytes:
    """The cells alone, with one format."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    edge = book.add_format({"border": 1, "text_wrap": True})
    for cells in sheets:
        sheet = book.add_worksheet()
        for row, texts in enumerate(cells):
            for column, text in enumerate(texts):
                sheet.write_string(row, column, text, edge)
    book.close()
    return buffer.getvalue()


def compare_list() -> Row:
    """A list of 5,000 duties."""
    dossier = make_duties(5_000)
    listing = lay_out(TrackingList(track(dossier, as_of=DAY), dossier, DAY), shared=True)
    sheets = [listing.cells, *([listing.cells[number] for number in numbers] for _, numbers in listing.shares)]

    def write_list() -> bytes:
        return write_tracking(TrackingList(track(dossier, as_of=DAY), dossier, DAY), "xlsx")

    ours, theirs = least(write_list, lambda: write_bare(sheets))
    return f"list of 5,000 duties, {len(sheets)} sheets .xlsx / XlsxWriter alone", ours, theirs, 2.0


def least(*functions: Callable[[], object]) -> list[float]:
    """The least processor time of each, after a first round that loads what they need; they take turns."""
    taken: list[list[float]] = [[] for _ in functions]
    for number in range(ROUNDS + 1):
        for function, known in zip(functions, taken, strict=True):
            start = time.process_time()
            function()
            if number:
                known.append(time.process_time() - start)
    return [min(known) for known in taken]


COMPARISONS: tuple[Callable[[], Row], ...] = (compare_list,)


def main() -> int:
    missed = False
    print(f"{'':60} {'ms':>8} {'against':>8} {'ratio':>7} {'at most':>8}")
    for compare in COMPARISONS:
        what, ours, theirs, most = compare()
        misses = ours / theirs > most
        missed = missed or misses
        print(
            f"{what:60} {ours * 1e3:8.1f} {theirs * 1e3:8.1f} {ours / theirs:7.2f} {most:>8}{'  missed' * misses}",
            flush=True,
        )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
