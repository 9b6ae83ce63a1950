"""Growth as a ratio within one run: twice the text takes at most three times as long: `python benchmarks/growth.py`.

Each grammar is fed near-misses: text that begins over and over like what it looks for, and never ends like it.
Exit status 1 where one grows worse than linearly.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sized

from vanban.duties.assignee import find_order, find_subject
from vanban.duties.details import find_coordinators, find_report
from vanban.duties.sentences import split_sentences
from vanban.notation.actions import find_action
from vanban.notation.citation import find_citations
from vanban.notation.closed_names import closed_end
from vanban.notation.code import find_codes, parse_heading_code
from vanban.notation.date import find_dates
from vanban.notation.deadline import find_deadlines, parse_due_cell
from vanban.notation.parties import parse_parties
from vanban.notation.person import parse_person
from vanban.notation.pinpoint import find_pinpoints
from vanban.notation.recurrence import find_recurrences
from vanban.pipeline import read_clean
from vanban.segment.rows import make_rows

SIZE = 500_000  # letters of the shorter text; the longer one has twice as many: 1 MB

NEAR_MISSES = {
    "blanks": " ",
    "figures": "1 ",
    "dots": "…. ",
    "number and slash": "12/ ",
    "symbol without end": "1/A-A",
    "capitals and hyphens": "QĐ-",
    "day without month": "ngày 1 ",
    "day and month": "ngày 12 tháng 3 ",
    "dates cut short": "12/12/",
    "number of a citation": "Kế hoạch số ",
    "law without year": "Luật Tổ chức Chính phủ của ",
    "brackets of a name": "(sau đây gọi tắt là Kế hoạch ",
    "parties": "Sở Y tế, ",
    "classes": "các sở, ",
    "distributed": "các Bộ: Y tế, ",
    "orders": "giao Sở Y tế ",
    "relays": "phối hợp với Sở Y tế; ",
    "reports": "báo cáo Ủy ban nhân dân tỉnh ",
    "places": "khoản 1, ",
    "ranges": "từ Điều 1 đến ",
    "deadline without day": "trước ngày ",
    "period without unit": "trong thời hạn 10 ",
    "from without day": "10 ngày kể từ ",
    "repetition": "định kỳ hằng ",
    "shared symbols": "các Công văn số 1, 2, ",
    "names": "Nguyễn Văn ",
    "quotation that is left open": "số 1/QĐ-TTg “",
    "quotation of blanks": "số 1/QĐ-TTg “" + " " * 2000,
    "day of blanks": "ngày" + " " * 2000,
    "month of blanks": "ngày 1 tháng" + " " * 2000,
    "period of blanks": "trong thời hạn" + " " * 2000,
    "deadline of blanks": "chậm nhất" + " " * 2000,
    "name of blanks": "(gọi tắt" + " " * 2000,
    "law of blanks": "Luật Đất đai" + " " * 2000,
    "number of blanks": "Số: 12" + " " * 2000,
    "place of blanks": "khoản 1" + " " * 2000,
    "repetition of blanks": "định kỳ" + " " * 2000,
    "quarter of blanks": "trong quý" + " " * 2000,
}
LINES = ["Số: 12/", "Hà Nội, ngày 1 tháng ", "Kính gửi ", "CỘNG HÒA XÃ HỘI ", "- Lưu: VT; KT. "]
GRAMMARS: dict[str, Callable[[str], object]] = {
    "citation": find_citations,
    "code": find_codes,
    "heading code": lambda text: parse_heading_code("Số: " + text),
    "date": find_dates,
    "deadline": find_deadlines,
    "due cell": parse_due_cell,
    "person": parse_person,
    "pinpoint": find_pinpoints,
    "recurrence": find_recurrences,
    "parties": parse_parties,
    "action": find_action,
    "closed name": lambda text: closed_end(text, 0, len(text)),
    "order": find_order,
    "subject": find_subject,
    "sentences": split_sentences,
    "report": find_report,
    "coordinators": find_coordinators,
}


def seconds(grammar: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    grammar(text)
    return time.process_time() - start


def growth(grammar: Callable[[str], object], piece: str, size: int) -> float:
    """The time for twice the text by the time for once; short times are too coarse to compare and count as equal."""
    once = piece * max(size // len(piece), 1)
    ratio = 0.0
    for _ in range(3):  # what else runs on the machine makes one measurement too long, not three
        short = min(seconds(grammar, once) for _ in range(2))
        ratio = seconds(grammar, once + once) / max(short, 0.05)
        if ratio <= 3:
            break
    return ratio


def mixture(size: int) -> str:
    """All near-misses, one after another, with equal shares of `size` letters."""
    share = size // len(NEAR_MISSES)
    return "".join(piece * (share // len(piece)) for piece in NEAR_MISSES.values())


def read_rows(text: str) -> Sized:
    return make_rows(read_clean(text.encode(), "long.txt"))


def measure() -> Iterator[tuple[str, float]]:
    for name, grammar in GRAMMARS.items():
        for near_miss, piece in NEAR_MISSES.items():
            yield f"{name}, {near_miss}", growth(grammar, piece, SIZE // 20)
        yield f"{name}, all near-misses", growth(grammar, mixture(SIZE), SIZE)
    for line in LINES:
        yield f"rows, {line}", growth(read_rows, line + "\n", 100_000)


def main() -> int:
    worse = [(name, ratio) for name, ratio in measure() if ratio > 3]
    for name, ratio in worse:
        print(f"{name}: {ratio:.1f}×")
    print("missed" if worse else "twice the text takes at most three times as long")
    return bool(worse)


if __name__ == "__main__":
    raise SystemExit(main())
