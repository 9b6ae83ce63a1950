"""Appendices (*phụ lục*): NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.form.passages import body_span
from vanban.form.rule import INFO, WARNING, Remark, Rule, state
from vanban.form.sheet import Sheet, find_paragraph, replace_words, split_rows, trim
from vanban.form.typeface import check_sizes, check_style
from vanban.model.text import Span
from vanban.notation.folding import fold

_NEAR = 600
_LABEL = re.compile(r"^phu luc\b\s*(?P<number>\S*)")
_ROMAN = re.compile(r"[IVX]+[.:]?")
_ALONE = re.compile(r"^phu luc(?:\s+(?:so\s+)?[ivx\d]+)?[.:]?$")


def _labels(sheet: Sheet) -> list[Span]:
    """The first line of each appendix behind the signature, "Phụ lục I"."""
    found = []
    for node in sheet.outline.body:
        rows = split_rows(sheet, node.span) if node.kind == "appendix" else []
        if rows and _LABEL.match(fold(sheet.text[slice(*rows[0])])) and rows[0][1] - rows[0][0] < 60:
            found.append(rows[0])
    return found


def check_named(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản có phụ lục phải có chỉ dẫn về phụ lục đó.

    Trong nội dung văn bản phải nhắc đến phụ lục kèm theo.

    Đúng: … (chi tiết tại Phụ lục kèm theo)
    Sai: có Phụ lục mà nội dung không nhắc đến
    """
    labels, span = _labels(sheet), body_span(sheet)
    if labels and span and not re.search(r"phu luc|\bpl\b|bieu|danh sach|kem theo", fold(sheet.text[slice(*span)])):
        yield Remark("Nội dung văn bản không có chỉ dẫn về phụ lục này.", labels[0])


def check_numbered(sheet: Sheet) -> Iterator[Remark]:
    """Từ hai phụ lục trở lên phải đánh số La Mã.

    Văn bản có từ hai phụ lục trở lên thì các phụ lục phải được đánh số thứ tự bằng chữ số La Mã.

    Đúng: Phụ lục I, Phụ lục II
    Sai: Phụ lục 1, Phụ lục 2; Phụ lục, Phụ lục
    """
    labels = _labels(sheet)
    for label in labels if len(labels) > 1 else ():
        words = sheet.text[slice(*label)]
        found = _LABEL.match(fold(words))
        number = words[found.start("number") : found.end("number")] if found else ""
        if not _ROMAN.fullmatch(number):
            yield Remark("Phụ lục phải đánh số thứ tự bằng chữ số La Mã.", label)


def check_word(sheet: Sheet) -> Iterator[Remark]:
    """Từ “Phụ lục” in thường.

    Từ “Phụ lục” và số thứ tự trình bày thành một dòng riêng, canh giữa, bằng chữ in thường; tên phụ lục in hoa.

    Đúng: Phụ lục I / DANH SÁCH ĐƠN VỊ
    Sai: PHỤ LỤC I
    """
    for label in _labels(sheet):
        words = sheet.text[slice(*label)]
        if words.startswith(("PHỤ LỤC", "PHỤ LUC")):
            repairs = replace_words(sheet, (label[0], label[0] + 7), "Phụ lục")
            yield Remark("Từ “Phụ lục” trình bày bằng chữ in thường.", label, repairs)


def check_own_line(sheet: Sheet) -> Iterator[Remark]:
    """Từ “Phụ lục” và số thứ tự trình bày thành một dòng riêng.

    Tên phụ lục ở dòng dưới.

    Đúng: Phụ lục I / DANH SÁCH ĐƠN VỊ
    Sai: Phụ lục I. DANH SÁCH ĐƠN VỊ
    """
    for label in _labels(sheet):
        if not _ALONE.match(" ".join(fold(sheet.text[slice(*label)]).split())):
            yield Remark("Từ “Phụ lục” và số thứ tự phải ở một dòng riêng.", label)


def check_attached(sheet: Sheet) -> Iterator[Remark]:
    """Dưới tên phụ lục có thông tin “(Kèm theo …)”.

    Ghi số, ký hiệu, thời gian ban hành văn bản và tên cơ quan ban hành; văn bản điện tử không phải điền số và ngày.

    Đúng: (Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh)
    Sai: dưới tên phụ lục không có dòng này
    """
    for label in _labels(sheet):
        others = [other[0] for other in _labels(sheet) if other[0] > label[0]]
        if "kem theo" not in fold(sheet.text[label[1] : min([label[1] + _NEAR, *others])]):
            yield Remark("Dưới tên phụ lục không có thông tin “(Kèm theo …)”.", label)


def check_size(sheet: Sheet) -> Iterator[Remark]:
    """Từ “Phụ lục” cỡ chữ 14.

    Từ “Phụ lục” và số thứ tự của phụ lục in thường, cỡ chữ 14.

    Đúng: cỡ 14
    Sai: cỡ 12
    """
    yield from check_sizes(sheet, _labels(sheet), "Từ “Phụ lục”", 14, 14)


def check_letters(sheet: Sheet) -> Iterator[Remark]:
    """Từ “Phụ lục” kiểu chữ đứng, đậm.

    Từ “Phụ lục” và số thứ tự trình bày kiểu chữ đứng, đậm.

    Đúng: Phụ lục I (đậm)
    Sai: Phụ lục I (không đậm)
    """
    yield from check_style(sheet, _labels(sheet), "Từ “Phụ lục”", bold=True, italic=False)


def check_centred(sheet: Sheet) -> Iterator[Remark]:
    """Từ “Phụ lục” canh giữa.

    Từ “Phụ lục”, tên phụ lục và thông tin kèm theo canh giữa.

    Đúng: canh giữa
    Sai: canh trái
    """
    for label in _labels(sheet):
        found = find_paragraph(sheet, trim(sheet.text, label))
        if found and found[1].alignment != "center" and not found[1].in_table:
            yield Remark("Từ “Phụ lục” phải canh giữa.", label)


RULES = (
    Rule("VB851", check_named, WARNING, state("Mục III.1.a")),
    Rule("VB852", check_numbered, WARNING, state("Mục III.1.a")),
    Rule("VB853", check_word, WARNING, state("Mục III.1.b")),
    Rule("VB854", check_own_line, WARNING, state("Mục III.1.b")),
    Rule("VB855", check_attached, INFO, state("Mục III.1.c")),
    Rule("VB856", check_size, WARNING, state("Mục III.1.b"), layout=True),
    Rule("VB857", check_letters, WARNING, state("Mục III.1.b"), layout=True),
    Rule("VB858", check_centred, WARNING, state("Mục III.1.b"), layout=True),
)
