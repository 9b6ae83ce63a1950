"""Text, .docx and .pdf of a sheet hold every line once."""

from __future__ import annotations

import io
import re

import pdfplumber
import pytest
from docx import Document

from making import (
    Cell,
    Sheet,
    Table,
    blocks,
    printed_lines,
    read_seed,
    render_crawled,
    render_docx,
    render_pdf,
    render_text,
    split_sheets,
)

LETTER = Sheet(
    issuer_parent="UBND TỈNH BÌNH SƠN",
    issuer="SỞ NỘI VỤ",
    number="Số: 417/SNV-TCBC",
    place_date="Bình Sơn, ngày 06 tháng 8 năm 2025",
    marks=("KHẨN",),
    subject="V/v rà soát hồ sơ cán bộ",
    addressees=("Các sở, ban, ngành;", "UBND các xã, phường."),
    body=(
        *blocks("# I. NỘI DUNG\n**1. Văn phòng Sở** lập danh sách.\n2. Phòng Tổ chức gửi biểu mẫu."),
        Table(
            (
                ("TT", "Nhiệm vụ", Cell("Cơ quan", columns=2), None),
                (Cell("Nhóm việc thứ nhất", columns=4), None, None, None),
                ("1", "Lập kế hoạch kiểm kê", Cell("Văn phòng Sở (chung)", rows=2), "Thanh tra Sở"),
                ("2", "Tổng hợp kết quả kiểm kê", None, "Phòng Cải cách hành chính"),
            ),
            widths=(1, 5, 3, 3),
        ),
    ),
    recipients=("Như trên;", "Lưu: VT, TCBC."),
    signature=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    signer="Lường Đức Khải",
    appendices=(blocks("^ PHỤ LỤC\n^ BIỂU MẪU RÀ SOÁT"),),
    attached=Sheet(
        type_title="QUY ĐỊNH", subject="về lưu hồ sơ", note="(Kèm theo Công văn)", body=blocks("Điều 1. Lưu.")
    ),
)


def _squeeze(text: str) -> str:
    return re.sub(r"[\s|*]+", "", text)


def _lines(sheet: Sheet) -> list[str]:
    found = printed_lines(sheet) + (printed_lines(sheet.attached) if sheet.attached else [])
    return [piece for line in found for piece in line.split("\t")]


def _docx_text(data: bytes) -> str:
    word = Document(io.BytesIO(data))
    seen, found = set(), []
    for part in word.iter_inner_content():
        if hasattr(part, "rows"):
            for row in part.rows:
                for cell in row.cells:
                    if cell._tc not in seen:
                        seen.add(cell._tc)
                        found.append(cell.text)
        else:
            found.append(part.text)
    return "\n".join(found)


def _missing(lines: list[str], text: str) -> list[str]:
    """Lines longer than a number that do not stand in the text exactly once."""
    squeezed = _squeeze(text)
    return [x for x in lines if len(x) > 12 and squeezed.count(_squeeze(x)) != 1]


@pytest.mark.parametrize("order", ["columns", "rows"])
def test_text_holds_every_line_once(order):
    assert _missing(_lines(LETTER), render_text([LETTER], order=order)) == []


def test_crawled_text_holds_every_line_once():
    crawled = _squeeze(render_crawled([LETTER])).casefold()
    assert [x for x in _lines(LETTER) if len(x) > 12 and crawled.count(_squeeze(x).casefold()) != 1] == []


def test_docx_holds_every_line_once():
    assert _missing(_lines(LETTER), _docx_text(render_docx([LETTER]))) == []


def test_docx_is_the_same_twice():
    assert render_docx([LETTER]) == render_docx([LETTER])


def test_pdf_holds_every_word_and_starts_a_page_a_sheet():
    with pdfplumber.open(io.BytesIO(render_pdf(render_docx([LETTER])))) as pdf:
        pages = [page.extract_text() for page in pdf.pages]
    words = " ".join(pages).split()
    assert len(pages) == 3  # the letter, its appendix, what is attached
    assert [w for line in _lines(LETTER) for w in line.split() if w not in words] == []


def test_seed_is_a_letter_and_a_plan():
    letter, plan = split_sheets(read_seed())
    assert (letter.is_letter, letter.system, plan.type_title, plan.system) == (True, "state", "KẾ HOẠCH", "party")
    assert (letter.issuer, bool(letter.issuer_parent), plan.issuer[:8], plan.issuer_parent) == (
        "VĂN PHÒNG",
        True,
        "TỈNH ỦY ",
        "",
    )
    assert (len(letter.addressees), len(letter.recipients), len(plan.recipients)) == (2, 7, 5)
    assert (len(letter.signature), len(plan.signature)) == (2, 2)
    assert read_seed().rstrip().endswith(plan.signer)


def test_seed_loses_nothing():
    seed = read_seed()
    again = render_text(split_sheets(seed))
    assert sorted(re.findall(r"\w+", again)) == sorted(re.findall(r"\w+", seed))


def test_seed_pair_as_docx_and_pdf_keeps_its_words():
    seed, sheets = read_seed(), split_sheets(read_seed())
    words = sorted(re.findall(r"\w+", seed))
    assert sorted(re.findall(r"\w+", " ".join(_docx_text(render_docx([sheet])) for sheet in sheets))) == words
    with pdfplumber.open(io.BytesIO(render_pdf(render_docx(sheets)))) as pdf:
        shown = set(re.findall(r"\w+", " ".join(page.extract_text() for page in pdf.pages)))
    assert [word for word in words if word not in shown] == []
