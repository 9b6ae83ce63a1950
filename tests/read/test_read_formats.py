"""Formats besides Word, PDF and plain text: told by their bytes, read as lines and cells; files inside files."""

from __future__ import annotations

import base64
import io
import shutil
import zipfile
from email.message import EmailMessage

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from read.packing import make_paragraph, pack_docx, pack_zip
from vanban.errors import UnreadableError, VanbanError
from vanban.model.text import Text
from vanban.read import read_members, read_text
from vanban.read.mail import read_mail

PAGE = """<!DOCTYPE html><html><head><title>Cổng</title><style>p {}</style><script>var a = "<p>x</p>"</script></head>
<body><nav>Trang chủ</nav><table><tr><td>ỦY BAN NHÂN DÂN<br>TỈNH MẪU</td>
<td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></td></tr></table>
<p align="center"><strong>QUYẾT ĐỊNH</strong></p><p>Điều 1. Ban
hành <i>quy định</i>.</p><div style="display:none">ẩn</div>
<table border="1"><tr><th>TT</th><th>Việc</th><th>Cơ quan</th></tr>
<tr><td>1</td><td>Rà soát</td><td rowspan="2">Sở Y tế</td></tr><tr><td>2</td><td>Báo cáo</td></tr></table></body></html>
"""


def show(text: Text) -> list[str]:
    """Each line with its cell or column before it."""
    shown = []
    for line in text.lines:
        place = f"{line.cell.row}.{line.cell.column} " if line.cell else f"|{line.column} " if line.column else ""
        shown.append(place + text.text[line.start : line.end])
    return shown


@pytest.mark.parametrize("name", ["a.html", "a.doc", "a.pdf"])
def test_web_page(name: str) -> None:
    text = read_text(PAGE.encode(), name)
    assert (text.reader, text.media_type) == ("html", "text/html")
    assert show(text) == [
        "|1 ỦY BAN NHÂN DÂN", "|1 TỈNH MẪU", "|2 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "QUYẾT ĐỊNH", "Điều 1. Ban hành quy định.",
        "0.0 TT", "0.1 Việc", "0.2 Cơ quan", "1.0 1", "1.1 Rà soát", "1.2 Sở Y tế", "2.0 2", "2.1 Báo cáo",
    ]  # fmt: skip
    title = text.lines[3]
    assert (title.bold, title.centred) == (True, True)
    assert text.lines[10].cell is not None and text.lines[10].cell.row_span == 2


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>T<img src='rule.gif'>\n\tỈNH BÌNH SƠN</p>", ["TỈNH BÌNH SƠN"]),
        ("<p>Kèm <img src='a.png'> bảng</p>", ["Kèm bảng"]),
        ("<ul>\n<li><p>Rà soát;</p>\n<li>- Báo cáo.\n</ul><p>Hết</p>", ["- Rà soát;", "- Báo cáo.", "Hết"]),
        ("<ol start='3'><li>Rà soát<ol type='a'><li>Hồ sơ<li>Sổ</ol><li>Gửi</ol>",
         ["3. Rà soát", "a. Hồ sơ", "b. Sổ", "4. Gửi"]),
        ("<p>- UBND tỉnh;\t<b>KT. GIÁM ĐỐC</b></p>", ["- UBND tỉnh;\tKT. GIÁM ĐỐC"]),
        ("<p class='MsoNormal'>C\xe9ng h\xdfa</p><p>Số 5</p>", ["Cộng hòa", "Số 5"]),
        ("<p class='MsoNormal'><span class=plain>C\xe9ng</span></p>", ["Céng"]),
    ],
    ids=["image in a word", "image between words", "bullets", "numbers", "tab", "font of a class", "class within"],
)  # fmt: skip
def test_web_page_as_browsers_print_it(body: str, lines: list[str]) -> None:
    sheet = "<style>p.MsoNormal, li.MsoNormal { margin: 0; font-family: '.VnTime' } .plain {font-family: Arial}</style>"
    page = f"<html><head><meta charset=utf-8>{sheet}</head><body>{body}</body></html>"
    text = read_text(page.encode(), "a.html")
    assert [text.text[line.start : line.end] for line in text.lines] == lines


def test_web_page_in_utf16_and_deep_ones() -> None:
    assert "QUYẾT ĐỊNH" in read_text(PAGE.encode("utf-16"), "a.htm").text
    deep = b"<html><body>" + b"<div>" * 200 + "Điều 1".encode() + b"</body></html>"
    assert read_text(deep, "a.html").text == "Điều 1"
    with pytest.raises(UnreadableError):
        read_text(deep.replace(b"<div>", b"<div>" * 20), "a.html")


def make_book() -> bytes:
    import datetime

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["DANH MỤC NHIỆM VỤ"])
    sheet.append(["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"])
    sheet.append([1, "Rà soát\nquy trình", "Sở Y tế", datetime.date(2025, 11, 15)])
    sheet.append([2, "Báo cáo", None, "Quý IV/2025"])
    sheet.merge_cells("C3:C4")
    hidden = book.create_sheet("ẩn")
    hidden.append(["không in"])
    hidden.sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_spreadsheet() -> None:
    text = read_text(make_book(), "a.xlsx")
    assert text.reader == "xlsx"
    assert show(text) == [
        "DANH MỤC NHIỆM VỤ", "1.0 TT", "1.1 Nhiệm vụ", "1.2 Cơ quan chủ trì", "1.3 Thời hạn",
        "2.0 1", "2.1 Rà soát", "2.1 quy trình", "2.2 Sở Y tế", "2.3 15/11/2025",
        "3.0 2", "3.1 Báo cáo", "3.3 Quý IV/2025",
    ]  # fmt: skip
    merged = next(line.cell for line in text.lines if text.text[line.start : line.end] == "Sở Y tế")
    assert merged is not None and merged.row_span == 2


def make_mail() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "vanthu@mau.gov.vn", "soyte@mau.gov.vn", "Công văn số 12"
    mail.set_content("Kính gửi Sở Y tế,\nxin gửi công văn kèm theo.")
    mail.add_attachment(
        pack_docx(make_paragraph("Điều 1.")), maintype="application", subtype="octet-stream", filename="cv 12.docx"
    )
    return mail.as_bytes()


def test_mail_and_its_attachments() -> None:
    text = read_text(make_mail(), "a.eml")
    assert (text.reader, text.media_type) == ("eml", "message/rfc822")
    assert "Tiêu đề: Công văn số 12" in show(text)
    assert "xin gửi công văn kèm theo." in show(text)
    assert [problem.code for problem in text.problems] == ["attachments"]
    ((name, data),) = read_members(make_mail(), "a.eml")
    assert (name, read_text(data, name).text) == ("cv 12.docx", "Điều 1.")


def make_package(namespace: str, end: str = "</AttachmentEncoded></edXML:edXML>") -> bytes:
    content = base64.b64encode("Số: 12/QĐ-UBND".encode()).decode()
    return (
        f'<?xml version="1.0" encoding="utf-8"?><edXML:edXML xmlns:edXML="{namespace}"><edXML:edXMLEnvelope>'
        "<edXML:edXMLHeader><edXML:MessageHeader><edXML:From><edXML:OrganId>H01</edXML:OrganId>"
        "<edXML:OrganName>UBND tỉnh Mẫu</edXML:OrganName></edXML:From><edXML:Code><edXML:CodeNumber>12"
        "</edXML:CodeNumber><edXML:CodeNotation>QĐ-UBND</edXML:CodeNotation></edXML:Code>"
        "<edXML:Subject>Về việc mẫu</edXML:Subject></edXML:MessageHeader></edXML:edXMLHeader></edXML:edXMLEnvelope>"
        "<AttachmentEncoded><Attachment><ContentId>cid:1</ContentId><AttachmentName>qd.txt</AttachmentName>"
        f"<ContentTransferEncoded>{content}</ContentTransferEncoded></Attachment>{end}"
    ).encode()


@pytest.mark.parametrize("namespace", ["http://www.mic.gov.vn/TBT/QCVN_102_2016", "http://www.e-doc.vn/Schema/"])
@pytest.mark.parametrize("end", ["</AttachmentEncoded></edXML:edXML>", ""])
def test_exchange_package_also_a_damaged_one(namespace: str, end: str) -> None:
    data = make_package(namespace, end)
    text = read_text(data, "a.edxml")
    assert text.reader == "edxml"
    assert show(text) == [
        "From/OrganId: H01", "From/OrganName: UBND tỉnh Mẫu", "Code/CodeNumber: 12", "Code/CodeNotation: QĐ-UBND",
        "Subject: Về việc mẫu",
    ]  # fmt: skip
    assert read_members(data, "a.edxml") == [("qd.txt", "Số: 12/QĐ-UBND".encode())]


def test_package_takes_nothing_from_outside() -> None:
    data = make_package("x").replace(
        b"<edXML:edXML ", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><edXML:edXML ', 1
    )
    with pytest.raises(UnreadableError):
        read_text(data, "a.edxml")


def test_files_in_a_zip() -> None:
    data = pack_zip({"thư mục/a.txt": "Số: 1", "b.docx": pack_docx(make_paragraph("Số: 2")), "__MACOSX/._a": "x"})
    members = read_members(data, "a.zip")
    assert [name for name, _ in members] == ["thư mục/a.txt", "b.docx"]
    assert [read_text(content, name).text for name, content in members] == ["Số: 1", "Số: 2"]
    assert read_members(pack_docx(make_paragraph("a")), "a.docx") == []


def test_zip_with_a_lying_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vanban.read.archive.LARGEST_TOTAL", 1000)
    with pytest.raises(UnreadableError, match="quá lớn"):
        read_members(pack_zip({"a": bytes(600), "b": bytes(600)}), "a.zip")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(2100):
            archive.writestr(str(number), "")
    with pytest.raises(UnreadableError, match="hơn 2000"):
        read_members(stream.getvalue(), "a.zip")


RTF = rb"{\rtf1\ansi\ansicpg1252 \u7910?y ban nh\u226?n d\u226?n\par \u272?i\u7873?u 1. Quy \u273?\u7883?nh.\par}"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="soffice")
@pytest.mark.parametrize("name", ["a.rtf", "a.doc"])
def test_rich_text_through_libreoffice(name: str) -> None:
    text = read_text(RTF, name)
    assert text.reader == "rtf"
    assert show(text)[:2] == ["Ủy ban nhân dân", "Điều 1. Quy định."]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (RTF, "libreoffice-writer"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook\0".encode("utf-16-le"), "libreoffice-calc"),
        (b"<?xml version='1.0'?><?mso-application progid=\"Word.Document\"?><a/>", "libreoffice-writer"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"), "antiword"),
        (pack_zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), "libreoffice"),
    ],
)
def test_a_program_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, data: bytes, word: str) -> None:
    monkeypatch.setattr("vanban.read.office.find_program", lambda *names: None)
    with pytest.raises(UnreadableError, match=word) as caught:
        read_text(data, "a.doc")
    assert "hãy cài" in str(caught.value)


STARTS = [
    b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf1 ", b"<html><body>",
    b"\x89PNG\r\n\x1a\n", b"II*\x00\x08\x00\x00\x00", b"\xff\xd8\xff\xe0", b"From: a\nTo: b\nSubject: c\n\n",
    b"<edXML xmlns='x'>", b"\xff\xfe", b"<?xml version='1.0'?><?mso-application progid=\"Word.Document\"?>",
]  # fmt: skip
SUFFIXES = ["", ".doc", ".docx", ".pdf", ".txt", ".png", ".tiff", ".eml", ".zip", ".xlsx", ".html", ".edxml", ".odt"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(STARTS), st.binary(max_size=300), st.sampled_from(SUFFIXES))
def test_any_bytes_under_any_name(monkeypatch: pytest.MonkeyPatch, start: bytes, rest: bytes, suffix: str) -> None:
    monkeypatch.setattr("vanban.read.office.find_program", lambda *names: None)
    monkeypatch.setattr("vanban.read.ocr.recognise", lambda *arguments, **options: "")
    for read in (read_text, read_members):
        try:
            read(start + rest, f"a{suffix}")
        except VanbanError as error:
            assert str(error).startswith(f"a{suffix}: ")
            assert str(error).endswith(".")


@pytest.mark.parametrize("charset", ["x-unknown", "utf\0008", "idna", "ascii"])
def test_mail_in_a_code_that_is_none(charset: str) -> None:
    mail = f'Subject: Cong van\nContent-Type: text/plain; charset="{charset}"\n\nKính gửi Sở Y tế\n'
    assert "Kính gửi Sở Y tế" in read_mail(mail.encode(), "a.eml").text


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([make_book(), make_mail(), make_package("x"), PAGE.encode()]), st.data())
def test_damaged_files_of_these_kinds(good: bytes, data: st.DataObject) -> None:
    damaged = bytearray(good)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    for read in (read_text, read_members):
        try:
            read(bytes(damaged), "a")
        except VanbanError:
            continue
