"""What OCR misread and what is made of it: lines of invented papers as a machine reads them."""

from __future__ import annotations

from vanban.extract import extract_document
from vanban.model.document import Document
from vanban.model.text import Line, Problem, Text
from vanban.normalise import normalise_text
from vanban.segment import segment_text

HEAD = (
    (1, "ỦY BAN NHÂN DÂN"),
    (1, "TỈNH LÂM SƠN"),
    (1, "Số: 12 /UBND-KSTTHG"),
    (1, "V/v rà soát thủ tục"),
    (2, "GỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (2, "Độc lập - Tự do - Hạnh phúc"),
    (2, "Lâm Sơn, ngày 5 tháng 3 năm 2021"),
    (0, "Kính gửi: Sở Y tế"),
)


def scan(*rows: tuple[int, str]) -> Text:
    """A page of OCR: rows with their column, one below the other."""
    lines, position = [], 0
    for number, (column, row) in enumerate(rows):
        left = 320.0 if column == 2 else 60.0
        box = (left, 20.0 * number, left + 200.0, 20.0 * number + 14.0)
        lines.append(Line(position, position + len(row), page=1, box=box, column=column, confidence=0.9))
        position += len(row) + 1
    return Text("\n".join(row for _, row in rows) + "\n", tuple(lines), "application/pdf", "ocr", 1)


def read(*rows: tuple[int, str]) -> Document:
    return extract_document(segment_text(normalise_text(scan(*rows)))[0])


def test_what_was_put_right_is_told_and_what_lies_behind_moves_with_it() -> None:
    told = Problem("ocr-repair", "trước", severity="info", span=(32, 36))
    given = scan((0, "Căn cứ Nghị định số 75/2017/NĐ-"), (0, "ngày 2l tháng 6 năm 2017 của Chính phủ"))
    made = normalise_text(Text(given.text, given.lines, given.media_type, given.reader, 1, (told,)))
    assert made.text == "Căn cứ Nghị định số 75/2017/NĐ-CP\nngày 21 tháng 6 năm 2017 của Chính phủ\n"
    assert [made.text[line.start : line.end] for line in made.lines] == made.text.splitlines()
    first, *others = made.problems
    assert first.span is not None and made.text[slice(*first.span)] == "ngày"
    assert [made.text[slice(*problem.span)] for problem in others if problem.span] == made.text.splitlines()
    assert "“Căn cứ Nghị định số 75/2017/NĐ-”" in others[0].message


def test_what_is_no_ocr_stays() -> None:
    row = "Quyết định só 12/0Đ-UBND"
    text = Text(row, (Line(0, len(row)),), "text/plain", "text")
    assert normalise_text(text) is text


def test_symbols_of_citations() -> None:
    document = read(
        *HEAD,
        (0, "Thực hiện Công văn só 886/S1111-BCVT ngày 12/6/2020, Công văn số 1881/KCB-OLCL ngày 5/1/2021,"),
        (0, "Quyết định số 1 082/0Đ-UBND ngày 1/2/2021, Luật số 117/2025/QHI5, Nghị định số 90/20010NĐ-CP."),
    )
    assert [one.code.text for one in document.references if one.code] == [
        "886/STTTT-BCVT", "1881/KCB-QLCL", "1082/QĐ-UBND", "117/2025/QH15", "90/2001/NĐ-CP",
    ]  # fmt: skip
    assert document.code is not None and document.code.notation == "UBND-KSTTHC"
    assert document.issuer is not None and document.issuer.name == "ỦY BAN NHÂN DÂN TỈNH LÂM SƠN"


def signed(*rows: str) -> list[tuple[str | None, str | None, str | None]]:
    entries = ((1, "Nơi nhận:"), (1, "- Như trên;"), (1, "- bưu: VT."))
    document = read(*HEAD, (0, "Đề nghị Sở Y tế rà soát."), *entries, *((2, row) for row in rows))
    assert [party.name for party in document.to_places] == ["Như trên"]
    return [(signer.competence, signer.position, signer.full_name) for signer in document.signers]


def test_posts_and_names_of_signatures() -> None:
    assert signed("KÍ. CHỦ TỊCH", "PHÓỎ CHỦ TỊCH", "guyễn Phước An") == [("KT.", "PHÓ CHỦ TỊCH", "Nguyễn Phước An")]
    assert signed("KT. CHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG", "Lê Tô An") == [("KT.", "PHÓ CHÁNH VĂN PHÒNG", "Lê Tô An")]
    assert signed("ÁM ĐÓC", "Trần Thị Minh Hiền") == [(None, "GIÁM ĐỐC", "Trần Thị Minh Hiền")]
    assert signed("T. CHỦ TỊCH", "Ó.CHỦ TỊCH", "Lê Tô An") == [("KT.", "PHÓ CHỦ TỊCH", "Lê Tô An")]
    assert signed("KT. BỘ TRƯỞNG", "THỦ TRƯỞNG", "lễ lẻ", "Lê Tô An") == [("KT.", "THỨ TRƯỞNG", "Lê Tô An")]
    assert signed("TL. GIÁM ĐỐC", "ƯỞNG PHÒNG CNTT", "XX= Bũi Tô An") == [("TL.", "TRƯỞNG PHÒNG CNTT", "Bùi Tô An")]
    assert signed("KT. GIÁM ĐỐC", "PHÓ PHÓ GIÁM ĐỐC", "SP ““ Lê Tô An") == [("KT.", "PHÓ GIÁM ĐỐC", "Lê Tô An")]
    assert signed("CHỦ CHỦ TỊCH", "Trịnh Tuấn Tuân Thàn Thành") == [(None, "CHỦ TỊCH", "Trịnh Tuấn Thành")]


def test_what_seal_and_pen_leave_is_no_name() -> None:
    assert signed("GIÁM ĐỐC", "Minh Hiền") == [(None, "GIÁM ĐỐC", None)]
    assert signed("CHỦ TỊCH", "Ngọc Lễ") == [(None, "CHỦ TỊCH", None)]
    assert signed("CHỦ TỊCH", "Lê Lễ") == [(None, "CHỦ TỊCH", "Lê Lễ")]
    assert signed("CHỦ TỊCH", "Thi Hương Giang") == [(None, "CHỦ TỊCH", None)]
    assert signed("KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", "Tiên") == [("KT.", "PHÓ CỤC TRƯỞNG", None)]


def test_heading_of_a_spoilt_page() -> None:
    document = read(
        (0, "TRUNG TÂM CÔNG"),
        (0, "BÁO VÀ TIN HỌC"),
        (1, "ỦY BAN NHÂN DÂN"),
        (1, "TỈNH LÂM SƠN"),
        (1, "Số: 12/GT-UBND"),
        (2, "CỘNG HÒA XÃ Hỡi CHỦ NGHĨA VIỆT NAM"),
        (2, "Độc lập - Tự do - Hạnh phúc"),
        (2, "1% v.v"),
        (2, "Lâm Sơn. ngày J2- tháng 11 năm 2034"),
        (0, "CHỈ THỊ"),
        (0, "Về việc phòng cháy rừng"),
        (0, "Thời gian qua, cháy rừng xảy ra ở nhiều nơi."),
    )
    assert document.issuer is not None and (document.issuer.name, document.issuer.parent) == (
        "ỦY BAN NHÂN DÂN TỈNH LÂM SƠN",
        None,
    )
    assert document.code is not None and document.code.text == "12/CT-UBND"
    assert document.subject == "phòng cháy rừng"
    assert document.promulgation is not None
    assert (document.promulgation.place, document.promulgation.date) == ("Lâm Sơn", None)


def test_an_entry_by_itself_and_a_purpose_that_was_misread() -> None:
    rows = (
        (1, "Nơi nhận:"),
        (1, "Như tên,"),
        (1, "Bộ trưởng (đế b/€);"),
        (1, "T1 HĐND tỉnh;"),
        (1, "=Lưu: VT."),
        (2, "GIÁM ĐỐC"),
    )
    document = read(*HEAD, (0, "Đề nghị Sở Y tế rà soát."), *rows, (2, "Lê Tô An"))
    assert [party.name for party in document.to_places] == ["Như trên", "Bộ trưởng", "TT HĐND tỉnh"]


def test_crumbs_of_a_seal_are_no_recipients() -> None:
    document = read(*HEAD, (0, "Đề nghị Sở Y tế rà soát."), (1, "Nơi nhận: b5 GIÁM v"), (2, "Độc"), (0, "- Như trên;"),
                    (0, "- Lưu: VT."), (0, "PHÓ GIÁM ĐỐC"), (0, "Hà Văn Phú"))  # fmt: skip
    assert [party.name for party in document.to_places] == ["Như trên"]
    assert [(one.position, one.full_name) for one in document.signers] == [("PHÓ GIÁM ĐỐC", "Hà Văn Phú")]


def test_a_citation_that_was_cut_or_misread_is_the_other_of_its_number() -> None:
    document = read(
        *HEAD,
        (0, "Thực hiện Công văn số 886/SNV-CCVC ngày 12/6/2020 và Công văn số 886/SNV của Sở Nội vụ,"),
        (0, "Báo cáo số 01/BC-HHDN-K5 ngày 5/1/2021, Báo cáo số 01/BC-HHDN-KS5,"),
        (0, "Nghị quyết số 15/NQ-CP và Nghị định số 15/NĐ-CP, Nghị định số 4/2020/NĐ-CP, Nghị định số 4/2021/NĐ-CP."),
    )
    assert [one.code.text for one in document.references if one.code] == [
        "886/SNV-CCVC", "01/BC-HHDN-K5", "15/NQ-CP", "15/NĐ-CP", "4/2020/NĐ-CP", "4/2021/NĐ-CP",
    ]  # fmt: skip
