"""Number and symbol (*số, ký hiệu*): NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.3 and Phụ lục III, Mục I."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.form.rule import ERROR, INFO, NORMATIVE, PARTY, WARNING, Remark, Rule, state
from vanban.form.sheet import Form, Sheet, find_zones, is_blank_heading, replace_words, split_rows
from vanban.lexicon.document_types import kind_by_abbreviation, kind_by_name
from vanban.model.text import Span
from vanban.notation.folding import fold

_LEAD = re.compile(r"(?P<word>s[oố]\b|số\b)(?P<gap>\s*)(?P<colon>[:.;,]?)", re.IGNORECASE)
_ABBREVIATIONS: dict[Form, str] = {
    "state": "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.3.b và Phụ lục III, Mục I"
}
_SPACED = re.compile(r"(?<=[0-9A-Za-zĐđÀ-ỹ])(?:\s+[/\-–—]\s*|\s*[/\-–—]\s+)(?=[0-9A-Za-zĐđÀ-ỹ])")
_HEADING = 1500
_OPEN = re.compile(r"so\s*:?\s*(?:[\[.…/_\d-]|$)")
_SMALL = re.compile(r"(?<![A-Za-zĐđ])[a-zđ]{2,}(?![A-Za-zĐđ])")


def _row(sheet: Sheet) -> Span | None:
    """The line "Số: …"."""
    for zone in find_zones(sheet, "number")[:1]:
        rows = split_rows(sheet, zone.span)
        return rows[0] if rows else None
    return None


def _code(sheet: Sheet) -> Span | None:
    """Number and symbol alone, where both were read on one line."""
    evidence = sheet.document.evidence.get("code")
    if evidence is None or "\n" in sheet.text[slice(*evidence.span)]:
        return None
    return evidence.span


def check_number(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản có số, ký hiệu.

    Số, ký hiệu canh giữa dưới tên cơ quan ban hành; dự thảo để trống số nhưng vẫn ghi ký hiệu.

    Đúng: Số: 15/QĐ-SNV; Số:      /QĐ-SNV
    Sai: phần đầu không có dòng “Số: …”
    """
    rows = split_rows(sheet, (0, min(len(sheet.text), _HEADING)))
    said = any(_OPEN.match(fold(sheet.text[slice(*row)])) for row in rows)
    if sheet.headed and not is_blank_heading(sheet) and sheet.document.code is None and not said:
        yield Remark("Không thấy số, ký hiệu của văn bản.")


def check_colon(sheet: Sheet) -> Iterator[Remark]:
    """Sau từ “Số” có dấu hai chấm.

    Từ “Số” in thường, sau đó có dấu hai chấm (:).

    Đúng: Số: 15/QĐ-SNV
    Sai: Số 15/QĐ-SNV; Số. 15/QĐ-SNV
    """
    row = _row(sheet)
    found = _LEAD.match(sheet.text[slice(*row)]) if row else None
    if row and found and found["colon"] != ":":
        span = (row[0] + found.end("word"), row[0] + found.end())
        yield Remark("Sau từ “Số” phải có dấu hai chấm.", row, replace_words(sheet, span, ":" + found["gap"]))


def check_party_colon(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản của Đảng: sau từ “Số” không có dấu hai chấm.

    Số, ký hiệu văn bản của Đảng ghi liền sau từ “Số”.

    Đúng: Số 63-CV/ĐU
    Sai: Số: 63-CV/ĐU
    """
    row = _row(sheet)
    found = _LEAD.match(sheet.text[slice(*row)]) if row else None
    if row and found and found["colon"]:
        span = (row[0] + found.end("word"), row[0] + found.end())
        yield Remark("Văn bản của Đảng không ghi dấu hai chấm sau từ “Số”.", row, replace_words(sheet, span, ""))


def check_word(sheet: Sheet) -> Iterator[Remark]:
    """Từ “Số” in thường, chữ cái đầu viết hoa.

    Chỉ ký hiệu in hoa; từ “Số” in thường.

    Đúng: Số: 15/QĐ-SNV
    Sai: SỐ: 15/QĐ-SNV
    """
    row = _row(sheet)
    found = _LEAD.match(sheet.text[slice(*row)]) if row else None
    if row and found and found["word"] in ("SỐ", "số", "SO"):
        span = (row[0], row[0] + found.end("word"))
        yield Remark("Từ “Số” phải viết “Số”.", row, replace_words(sheet, span, "Số"))


def check_spaces(sheet: Sheet) -> Iterator[Remark]:
    """Số, ký hiệu viết liền, không cách chữ.

    Giữa số và ký hiệu có dấu gạch chéo (/), giữa các nhóm chữ viết tắt có dấu gạch nối (-), không cách chữ.

    Đúng: Số: 15/QĐ-SNV
    Sai: Số: 15 /QĐ - SNV
    """
    span = _code(sheet) if sheet.spaced else None
    if span is None:
        return
    words = sheet.text[slice(*span)]
    tight = _SPACED.sub(lambda found: "/" if "/" in found[0] else "-", words)
    if tight != words:
        yield Remark("Số, ký hiệu không cách chữ quanh dấu “/” và “-”.", span, replace_words(sheet, span, tight))


def check_dash(sheet: Sheet) -> Iterator[Remark]:
    """Trong ký hiệu dùng dấu gạch nối (-).

    Word hay tự đổi gạch nối thành gạch dài; trong ký hiệu phải là gạch nối ngắn để tìm kiếm, đối chiếu được.

    Đúng: 15/QĐ-SNV
    Sai: 15/QĐ–SNV
    """
    span = _code(sheet)
    if span is None:
        return
    words = sheet.text[slice(*span)]
    plain = re.sub(r"(?<=\w)[–—−](?=\w)", "-", words)
    if plain != words:
        yield Remark("Ký hiệu dùng gạch dài, phải dùng gạch nối (-).", span, replace_words(sheet, span, plain))


def check_zero(sheet: Sheet) -> Iterator[Remark]:
    """Số nhỏ hơn 10 ghi thêm số 0 phía trước.

    Với những số nhỏ hơn 10 phải ghi thêm số 0 phía trước.

    Đúng: Số: 05/QĐ-SNV
    Sai: Số: 5/QĐ-SNV
    """
    code, span = sheet.document.code, _code(sheet)
    if code is not None and span is not None and re.fullmatch(r"[1-9]", code.number or ""):
        words = sheet.text[slice(*span)]
        if words.startswith(str(code.number)):
            repairs = replace_words(sheet, (span[0], span[0] + 1), f"0{code.number}")
            yield Remark(f"Số {code.number} phải ghi 0{code.number}.", span, repairs)


def check_capitals(sheet: Sheet) -> Iterator[Remark]:
    """Ký hiệu in hoa.

    Ký hiệu của văn bản trình bày bằng chữ in hoa, trừ chữ viết tắt quy định có chữ thường (CTr, TTr, QyĐ, TrS, TTg).

    Đúng: 15/TTr-SNV
    Sai: 15/ttr-snv
    """
    row, code = _row(sheet), sheet.document.code
    if row is None:
        return
    words = sheet.text[slice(*row)]
    found = re.search(r"\d\s*[/-]\s*(?P<notation>\S.*)$", words)
    if (found and code is None) or (found and code and _SMALL.search(code.text)):
        small = _SMALL.search(found["notation"])
        if small:
            yield Remark("Ký hiệu phải in hoa.", row)


def _groups(sheet: Sheet) -> list[str]:
    return [group for group in re.split(r"[/\-–—]", sheet.notation) if group and not group.isdigit()]


def check_kind(sheet: Sheet) -> Iterator[Remark]:
    """Chữ viết tắt tên loại trong ký hiệu đúng với tên loại.

    Chữ viết tắt tên loại theo bảng ở Phụ lục III, Mục I: quyết định QĐ, quy định QyĐ, chương trình CTr, tờ trình TTr,
    chỉ thị CT, thông báo TB …

    Đúng: CHƯƠNG TRÌNH có ký hiệu 15/CTr-UBND
    Sai: CHƯƠNG TRÌNH có ký hiệu 15/CT-UBND
    """
    kind, span = kind_by_name().get(sheet.kind), _code(sheet)
    if kind is None or kind.abbreviation is None or span is None or not find_zones(sheet, "title"):
        return
    groups = _groups(sheet)
    other = kind_by_abbreviation("state").get(groups[0]) if groups else None
    if other is not None and other.name != kind.name and kind.abbreviation not in groups:
        yield Remark(
            f"Ký hiệu ghi {groups[0]} ({other.name.lower()}), tên loại là {kind.name.lower()}: chữ viết tắt "
            f"{kind.abbreviation}.",
            span,
        )


def check_kind_absent(sheet: Sheet) -> Iterator[Remark]:
    """Ký hiệu của văn bản có tên loại ghi chữ viết tắt tên loại.

    Ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt tên cơ quan; chỉ công văn không có chữ viết tắt tên loại.

    Đúng: BÁO CÁO có ký hiệu 15/BC-SNV
    Sai: BÁO CÁO có ký hiệu 15/SNV-VP
    """
    kind, span = kind_by_name().get(sheet.kind), _code(sheet)
    if kind is None or kind.abbreviation is None or span is None or not find_zones(sheet, "title"):
        return
    groups = _groups(sheet)
    known = kind_by_abbreviation("state")
    if groups and not any(group in known or group == kind.abbreviation for group in groups):
        message = f"Ký hiệu không có chữ viết tắt tên loại {kind.abbreviation} ({kind.name.lower()})."
        yield Remark(message, span)


def check_letter_kind(sheet: Sheet) -> Iterator[Remark]:
    """Ký hiệu công văn không ghi “CV”.

    Ký hiệu công văn gồm chữ viết tắt tên cơ quan và chữ viết tắt tên đơn vị soạn thảo hoặc lĩnh vực; công văn không có
    chữ viết tắt tên loại.

    Đúng: Số: 12/UBND-VX
    Sai: Số: 12/CV-UBND
    """
    span = _code(sheet)
    if sheet.kind == "công văn" and span is not None and "CV" in _groups(sheet):
        yield Remark("Ký hiệu công văn của cơ quan nhà nước không ghi “CV”.", span)


def check_letter_unit(sheet: Sheet) -> Iterator[Remark]:
    """Ký hiệu công văn có chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực.

    Sau chữ viết tắt tên cơ quan là gạch nối và chữ viết tắt tên đơn vị soạn thảo hoặc lĩnh vực được giải quyết.

    Đúng: Số: 12/UBND-VX
    Sai: Số: 12/UBND
    """
    span = _code(sheet)
    groups = _groups(sheet)
    if sheet.kind == "công văn" and span is not None and len(groups) == 1 and "CV" not in groups:
        yield Remark("Ký hiệu công văn thiếu chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực.", span)


def check_organ(sheet: Sheet) -> Iterator[Remark]:
    """Ký hiệu có chữ viết tắt tên cơ quan ban hành.

    Văn bản của Ủy ban nhân dân ghi UBND, của Hội đồng nhân dân ghi HĐND.

    Đúng: ỦY BAN NHÂN DÂN TỈNH HẢI LĂNG, ký hiệu 12/KH-UBND
    Sai: ỦY BAN NHÂN DÂN TỈNH HẢI LĂNG, ký hiệu 12/KH-HĐND
    """
    issuer, span = sheet.document.issuer, _code(sheet)
    name = " ".join(fold((issuer.name or "") if issuer else "").split())
    if span is None or not name:
        return
    for words, short in (("uy ban nhan dan", "UBND"), ("hoi dong nhan dan", "HĐND")):
        other = "HĐND" if short == "UBND" else "UBND"
        if name.startswith(words) and short not in sheet.notation and _groups(sheet)[-1:] == [other]:
            yield Remark(f"Cơ quan ban hành là {short}, ký hiệu lại ghi {other}.", span)


def check_year(sheet: Sheet) -> Iterator[Remark]:
    """Ký hiệu văn bản quy phạm pháp luật có năm ban hành.

    Số, ký hiệu văn bản quy phạm pháp luật gồm số thứ tự, năm ban hành đủ bốn chữ số, chữ viết tắt.

    Đúng: 18/2026/QĐ-UBND
    Sai: 18/QĐ-UBND; 18/26/QĐ-UBND
    """
    span = _code(sheet)
    if span is None or not sheet.headed or re.match(r"(?:19|20)\d\d[/\-]", sheet.notation):
        return
    if not re.search(r"[.…_x]{2,}", sheet.text[slice(*span)]):
        yield Remark("Số, ký hiệu văn bản quy phạm pháp luật phải có năm ban hành (bốn chữ số).", span)


def check_party_form(sheet: Sheet) -> Iterator[Remark]:
    """Số, ký hiệu văn bản của Đảng: số - tên loại / cơ quan.

    Giữa số và tên loại là gạch nối, giữa tên loại và cơ quan là gạch chéo.

    Đúng: Số 05-NQ/ĐU
    Sai: Số 05/NQ-ĐU
    """
    span = _code(sheet)
    if span is not None and re.match(r"\d+\s*/\s*[A-ZĐ][A-Za-zĐ]*\s*[-–]", sheet.text[slice(*span)]):
        yield Remark("Số, ký hiệu văn bản của Đảng viết “số-tên loại/cơ quan”, như 05-NQ/ĐU.", span)


def check_party_kind(sheet: Sheet) -> Iterator[Remark]:
    """Văn bản của Đảng: chữ viết tắt tên loại đúng với tên loại.

    NQ, QĐ (quyết định, quy định), KL, CT, TB, BC, KH, CTr, TTr, HD, QC, CV …

    Đúng: KẾ HOẠCH có ký hiệu 12-KH/TU
    Sai: KẾ HOẠCH có ký hiệu 12-TB/TU
    """
    kind, span = kind_by_name().get(sheet.kind), _code(sheet)
    if kind is None or kind.party_abbreviation is None or span is None or not find_zones(sheet, "title"):
        return
    groups = _groups(sheet)
    other = kind_by_abbreviation("party").get(groups[0]) if groups else None
    if other is not None and kind.party_abbreviation != groups[0]:
        message = f"Ký hiệu ghi {groups[0]}, tên loại là {kind.name.lower()}: chữ viết tắt {kind.party_abbreviation}."
        yield Remark(message, span)


_BOTH = {**state("Mục II.3.c", normative=True), **PARTY}

RULES = (
    Rule("VB401", check_number, ERROR, {**state("Mục II.3", normative=True), **PARTY}),
    Rule("VB402", check_colon, WARNING, state("Mục II.3.c")),
    Rule("VB403", check_word, WARNING, state("Mục II.3.c")),
    Rule("VB404", check_spaces, WARNING, _BOTH),
    Rule("VB405", check_dash, WARNING, _BOTH),
    Rule("VB406", check_zero, ERROR, _BOTH),
    Rule("VB407", check_capitals, WARNING, state("Mục II.3.c")),
    Rule("VB408", check_kind, ERROR, _ABBREVIATIONS),
    Rule("VB409", check_kind_absent, WARNING, _ABBREVIATIONS),
    Rule("VB410", check_letter_kind, WARNING, _ABBREVIATIONS),
    Rule("VB411", check_letter_unit, INFO, state("Mục II.3.b")),
    Rule("VB412", check_organ, WARNING, state("Mục II.3.b")),
    Rule("VB413", check_year, ERROR, {"normative": NORMATIVE}),
    Rule("VB421", check_party_colon, INFO, PARTY),
    Rule("VB422", check_party_form, WARNING, PARTY),
    Rule("VB423", check_party_kind, WARNING, PARTY),
)
