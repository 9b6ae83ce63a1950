"""What cannot be read is said in one Vietnamese sentence; no bytes give another exception."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from read.packing import make_paragraph, pack_docx, pack_zip
from read.printing import Piece, print_pdf
from vanban.errors import UnreadableError, VanbanError
from vanban.read import read_text

GOOD_PDF = print_pdf([[(100, 50, 12, "Điều 1.")]])
GOOD_DOCX = pack_docx(make_paragraph("Điều 1."))
ENCRYPTION = b" /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%b> /U <%b> >>"
ENCRYPTED_PDF = GOOD_PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R" + ENCRYPTION % (b"11" * 32, b"22" * 32))
STAMP: list[Piece] = [(300, 40 + 12 * row, 11, "Ký bởi: Ủy ban nhân dân tỉnh Mẫu") for row in range(4)]
# Letters drawn as paths stand for a scan here: both are pages without a text layer.
OUTLINES = [[(85, 100 + row, 500, 100 + row) for row in range(400)]]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)

REFUSED = [
    (b"", "rỗng"),
    (b"\x89PNG\r\n\x1a\n" + bytes(40), "ảnh PNG"),
    (b"\xff\xd8\xff\xe0" + bytes(40), "ảnh JPEG"),
    (b"%PDF-1.7\nrac", "PDF hỏng"),
    (GOOD_PDF[:300], "PDF"),
    (ENCRYPTED_PDF, "mật khẩu"),
    (print_pdf([[]]), "lớp chữ"),
    (print_pdf([STAMP], rules=OUTLINES), "lớp chữ"),
    (OLE, "Word cũ"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    (b"<!DOCTYPE html><html>", "HTML"),
    (GOOD_DOCX[:200], "hỏng"),
    (pack_zip({"a.txt": "a"}), "ZIP"),
    (pack_zip({"xl/workbook.xml": "<a/>"}), "bảng tính"),
    (pack_zip({"ppt/presentation.xml": "<a/>"}), "PowerPoint"),
    (pack_zip({"content.xml": "<a/>"}), "OpenDocument"),
    (pack_zip({"../../etc/passwd": "a"}), "ZIP"),
    (pack_zip({"word/document.xml": "<a>"}), "hỏng"),
    (pack_zip({"word/document.xml": "<a/>"}), "Word"),
    (pack_zip({"word/document.xml": b"<a>" + bytes(1)}), "hỏng"),
]


@pytest.mark.parametrize(("data", "word"), REFUSED)
def test_refusal_says_what_and_what_to_do(data: bytes, word: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_text(data, "bao-cao.docx")
    sentence = str(caught.value)
    assert sentence.startswith("bao-cao.docx: ")
    assert word in sentence
    assert "hãy" in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


DOCTYPE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize(
    "content",
    [
        f"{DOCTYPE}<w:document {W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>",
        f'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document {W}><w:body/></w:document>',
        f"<w:document {W}><w:body>{'<w:sdt>' * 5000}{'</w:sdt>' * 5000}</w:body></w:document>",
    ],
)
def test_document_types_and_deep_nesting_are_refused(content: str) -> None:
    with pytest.raises(UnreadableError):
        read_text(pack_zip({"word/document.xml": content}), "a.docx")


def test_zip_bomb_is_refused() -> None:
    bomb = f"<w:document {W}><w:body>".encode() + b" " * (40 * 1024 * 1024)
    data = pack_zip({"word/document.xml": bomb})
    assert len(data) < 100_000
    with pytest.raises(UnreadableError, match="quá lớn"):
        read_text(data, "a.docx")


def test_more_tags_than_any_document_are_refused() -> None:
    body = "".join(f"<a{number % 9973}/>" for number in range(1_600_000))
    with pytest.raises(UnreadableError, match="quá lớn"):
        read_text(pack_docx(f"<w:p><w:r>{body}</w:r></w:p>"), "a.docx")


def test_nested_tables_within_the_depth_of_the_parser_are_read() -> None:
    body = make_paragraph("Điều 1.")
    for _ in range(60):
        body = f"<w:tbl><w:tr><w:tc>{body}<w:p/></w:tc></w:tr></w:tbl>"
    assert "Điều 1." in read_text(pack_docx(body), "a.docx").text


def check(data: bytes) -> None:
    """Any bytes give a `Text` whose lines lie in it in order, or a `VanbanError`."""
    try:
        text = read_text(data, "a")
    except VanbanError:
        return
    position = 0
    for line in text.lines:
        assert position <= line.start <= line.end <= len(text.text)
        assert "\n" not in text.text[line.start : line.end]
        position = line.end


@settings(deadline=None)  # the first of each kind loads its reader
@given(st.binary(max_size=400))
@example(b"PK\x03\x04")
@example(b"PK\x05\x06" + bytes(18))
@example(b"%PDF-")
def test_any_bytes(data: bytes) -> None:
    check(data)


@given(st.text(max_size=200))
def test_any_text(content: str) -> None:
    check(content.encode("utf-8", errors="surrogatepass"))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([GOOD_PDF, GOOD_DOCX]), st.data())
def test_damaged_files(good: bytes, data: st.DataObject) -> None:
    damaged = bytearray(good)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    check(bytes(damaged))


ATTRIBUTES = st.sampled_from(["-1", "99999999999", "x", "", "1e999", "0", "nan"])


@settings(max_examples=60, deadline=None)
@given(ATTRIBUTES, ATTRIBUTES, ATTRIBUTES)
def test_nonsense_in_attributes(one: str, two: str, three: str) -> None:
    body = (
        f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="{one}"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="{two}"/>'
        f'<w:vMerge w:val="{three}"/></w:tcPr><w:p><w:pPr><w:numPr><w:ilvl w:val="{one}"/><w:numId w:val="1"/>'
        f'</w:numPr></w:pPr><w:r><w:rPr><w:sz w:val="{two}"/></w:rPr><w:sym w:char="{three}"/><w:t>a</w:t></w:r></w:p>'
        "</w:tc></w:tr></w:tbl>"
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="{one}"><w:start w:val="{two}"/><w:lvlText w:val="%1"/>'
        f'<w:lvlRestart w:val="{three}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="{two}"><w:startOverride w:val="{one}"/></w:lvlOverride></w:num>'
    )
    check(pack_docx(body, numbering=numbering))
