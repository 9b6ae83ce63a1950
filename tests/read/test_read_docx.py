"""Word documents, their XML in sight."""

from __future__ import annotations

import pytest

from read.packing import make_paragraph, make_table, pack_docx
from vanban.model.text import Cell, Text
from vanban.read import read_text


def show(text: Text, part: str | None = None) -> list[str]:
    return [text.text[line.start : line.end] for line in text.lines if part in (None, line.part)]


def read_body(body: str, **parts: str) -> Text:
    return read_text(pack_docx(body, **parts), "a.docx")


def test_paragraphs_with_breaks_tabs_and_hyphens() -> None:
    body = (
        "<w:p><w:r><w:t>Số:</w:t><w:tab/><w:t>12/QĐ</w:t><w:noBreakHyphen/><w:t>UBND</w:t><w:br/>"
        "<w:t>V/v tiếp</w:t><w:softHyphen/><w:t> dân</w:t></w:r></w:p><w:p/>" + make_paragraph("Kính gửi:")
    )
    text = read_body(body)
    assert show(text) == ["Số:\t12/QĐ-UBND", "V/v tiếp dân", "", "Kính gửi:"]
    assert [line.paragraph for line in text.lines] == [0, 0, 1, 2]
    assert (text.reader, text.pages) == ("docx", None)


def test_tracked_changes_count_as_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>Giao Sở </w:t></w:r><w:del><w:r><w:delText>Y tế</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>Nội vụ</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> cũ</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Nửa đầu </w:t></w:r></w:p>" + make_paragraph("nửa sau")
    )
    assert show(read_body(body)) == ["Giao Sở Nội vụ", "Nửa đầu nửa sau"]


def test_fields_give_their_result_alone() -> None:
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE \\@ "d"</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>ngày 5</w:t><w:fldChar w:fldCharType="end"/><w:t> tháng 6</w:t>'
        '</w:r><w:fldSimple w:instr="AUTHOR"><w:r><w:t> An</w:t></w:r></w:fldSimple>'
        '<w:hyperlink r:id="x"><w:r><w:t> vanban.vn</w:t></w:r></w:hyperlink></w:p>'
    )
    assert show(read_body(body)) == ["ngày 5 tháng 6 An vanban.vn"]


def test_a_broken_field_does_not_swallow_the_document() -> None:
    body = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + make_paragraph("Điều 1.")
    assert show(read_body(body))[-1] == "Điều 1."


def test_text_box_stands_once() -> None:
    box = "<w:txbxContent>" + make_paragraph("HỎA TỐC") + "</w:txbxContent>"
    body = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t>CÔNG ĐIỆN</w:t></w:r></w:p>"
    )
    text = read_body(body)
    assert show(text) == ["CÔNG ĐIỆN", "HỎA TỐC"]
    assert [line.part for line in text.lines] == ["body", "box"]


def test_hidden_text_is_not_printed_and_capitals_are() -> None:
    body = make_paragraph("ẩn", run="<w:vanish/>") + make_paragraph("Quyết định", run="<w:caps/>")
    assert [line for line in show(read_body(body)) if line] == ["QUYẾT ĐỊNH"]


def test_heading_table_gives_columns_row_by_row() -> None:
    rows = [["UBND TỈNH MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["Số: 1/KH-UBND", "Mẫu, ngày 2 tháng 3"]]
    text = read_body(make_table(rows, bordered=False))
    assert show(text) == [*rows[0], *rows[1]]
    assert [(line.column, line.cell) for line in text.lines] == [(1, None), (2, None), (1, None), (2, None)]


def test_heading_set_by_blanks_and_tabs_gives_columns() -> None:
    body = "<w:p><w:r><w:t>SỞ NỘI VỤ</w:t><w:tab/><w:tab/><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r></w:p>"
    body += make_paragraph("Số: 5/SNV-VP      Mẫu, ngày 5 tháng 6") + make_paragraph("Giao Sở Y tế     chủ trì")
    text = read_body(body)
    assert [(line.column, content) for line, content in zip(text.lines, show(text), strict=True)] == [
        (1, "SỞ NỘI VỤ"),
        (2, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (1, "Số: 5/SNV-VP"),
        (2, "Mẫu, ngày 5 tháng 6"),
        (0, "Giao Sở Y tế     chủ trì"),
    ]


def test_signature_table_with_borders_by_mistake_is_still_layout() -> None:
    text = read_body(make_table([["Nơi nhận:", "CHỦ TỊCH"]], bordered=True))
    assert [line.column for line in text.lines] == [1, 2]


def test_data_table_gives_cells_with_spans() -> None:
    def cell(text: str, properties: str) -> str:
        return f"<w:tcPr>{properties}</w:tcPr>{make_paragraph(text)}"

    rows = [
        [cell("I. Nhóm một", '<w:gridSpan w:val="3"/>')],
        [cell("1", '<w:vMerge w:val="restart"/>'), "Rà soát", "Sở Y tế"],
        [cell("", "<w:vMerge/>"), "Tổng hợp", "Sở Nội vụ"],
    ]
    text = read_body(make_table(rows))
    assert [(show(text)[place], line.cell) for place, line in enumerate(text.lines)] == [
        ("I. Nhóm một", Cell(0, 0, 0, 1, 3)),
        ("1", Cell(0, 1, 0, 2, 1)),
        ("Rà soát", Cell(0, 1, 1)),
        ("Sở Y tế", Cell(0, 1, 2)),
        ("Tổng hợp", Cell(0, 2, 1)),
        ("Sở Nội vụ", Cell(0, 2, 2)),
    ]


def test_nested_table_has_a_number_of_its_own() -> None:
    inner = make_table([["a", "b", "c"], ["d", "e", "f"]])
    text = read_body(make_table([["1", "2", "<w:p/>" + inner + "<w:p/>"]]))
    assert [line.cell and line.cell.table for line in text.lines] == [0, 0, 1, 1, 1, 1, 1, 1]


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2."/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def number(text: str, identifier: int, level: int = 0) -> str:
    return make_paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{identifier}"/></w:numPr>')


def test_automatic_numbers_are_printed() -> None:
    body = (
        number("Mục đích", 1)
        + number("Yêu cầu", 1, 1)
        + number("một", 1, 2)
        + number("hai", 1, 2)
        + number("Nội dung", 1, 1)
        + number("lại", 1, 2)
        + number("Tổ chức", 1)
        + number("gạch", 2)
        + number("Tiếp", 3)
        + number("Sau", 3)
        + number("không", 0)
    )
    assert show(read_body(body, numbering=NUMBERING)) == [
        "I. Mục đích",
        "1.1. Yêu cầu",
        "a) một",
        "b) hai",
        "1.2. Nội dung",
        "a) lại",
        "II. Tổ chức",
        "• gạch",
        "V. Tiếp",
        "VI. Sau",
        "không",
    ]


def test_style_carries_number_and_look() -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"/>'
        '<w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="N"/><w:pPr><w:jc w:val="center"/>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="K"><w:basedOn w:val="H"/>'
        '<w:rPr><w:i/><w:sz w:val="26"/></w:rPr></w:style>'
    )
    body = (
        make_paragraph("Phần", '<w:pStyle w:val="K"/>')
        + make_paragraph("thường")
        + (
            '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>đậm</w:t></w:r>'
            '<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t> nhạt</w:t></w:r></w:p>'
        )
    )
    text = read_body(body, styles=styles, numbering=NUMBERING)
    assert show(text) == ["I. Phần", "thường", "II. đậm nhạt"]
    assert [(line.bold, line.italic, line.centred, line.size) for line in text.lines] == [
        (True, True, True, 13.0),
        (False, False, False, 14.0),
        (False, False, True, 14.0),
    ]


def test_heads_feet_and_notes_stand_around_the_text_once() -> None:
    page = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
    body = (
        make_paragraph("Điều 1.")
        + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        + '<w:footerReference w:type="default" r:id="footer1"/><w:headerReference w:type="first" r:id="header1"/>'
        + "</w:sectPr>"
    )
    text = read_body(
        body,
        header1=page + make_paragraph("Mẫu BM01"),
        footer1=page + make_paragraph("Lưu hành nội bộ"),
        footnotes='<w:footnote w:type="separator"><w:p/></w:footnote>'
        f"<w:footnote>{make_paragraph('Ghi chú')}</w:footnote>",
    )
    assert [(show(text)[place], line.part) for place, line in enumerate(text.lines)] == [
        ("Mẫu BM01", "header"),
        ("Điều 1.", "body"),
        ("Lưu hành nội bộ", "footer"),
        ("Ghi chú", "note"),
    ]


def test_content_controls_and_smart_tags_are_transparent() -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{make_paragraph('Trong khung')}</w:sdtContent></w:sdt>"
        "<w:p><w:smartTag><w:r><w:t>Thẻ</w:t></w:r></w:smartTag><w:sdt><w:sdtContent><w:r><w:t> trong</w:t></w:r>"
        "</w:sdtContent></w:sdt></w:p>"
    )
    assert show(read_body(body)) == ["Trong khung", "Thẻ trong"]


def test_document_without_text_is_a_problem() -> None:
    assert [problem.code for problem in read_body("<w:p/>").problems] == ["no-text"]


@pytest.mark.parametrize("properties", ['<w:numPr><w:numId w:val="x"/></w:numPr>', '<w:pStyle w:val="không có"/>'])
def test_references_to_nothing_are_ignored(properties: str) -> None:
    assert show(read_body(make_paragraph("Điều 1.", properties))) == ["Điều 1."]
