"""edXML packages and PDFs with files in them: the letter inside, what the head says beside it, what is damaged."""

from __future__ import annotations

import base64
import io

import pypdfium2
import pytest

from read.printing import print_pdf
from vanban import parse
from vanban.errors import SecretError, UnreadableError
from vanban.model.document import Document
from vanban.model.dossier import ParsedFile

LETTER = """UBND TỈNH BÌNH SƠN
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}/SNV-VP
Bình Sơn, ngày 12 tháng 6 năm 2023
V/v rà soát tài liệu lưu trữ
{mark}
Kính gửi: Sở Tài chính.
Sở Nội vụ đề nghị Sở Tài chính rà soát tài liệu trước ngày 20/6/2023.
GIÁM ĐỐC
Lê Thị Hoa
"""
HEAD = {
    "From/OrganId": "H99.3", "From/OrganName": "Sở Nội vụ tỉnh Bình Sơn", "To/OrganName": "Sở Tài chính",
    "Code/CodeNumber": "87", "Code/CodeNotation": "SNV-VP", "PromulgationInfo/Place": "Bình Sơn",
    "PromulgationInfo/PromulgationDate": "2023/06/12", "Subject": "Về việc rà soát tài liệu lưu trữ",
    "SignerInfo/FullName": "Le Thi Hoa", "SignerInfo/Position": "Giám đốc", "DueDate": "2023/06/20",
}  # fmt: skip


def letter(number: str = "87", mark: str = "") -> bytes:
    return LETTER.format(number=number, mark=mark).encode()


def package(head: dict[str, str], business: str = "0", prefix: str = "", **files: bytes) -> bytes:
    """An edXML package; `files` by name, "_" for the dot."""

    def wrap(path: str, value: str) -> str:
        for name in reversed(path.split("/")):
            value = f"<{prefix}{name}>{value}</{prefix}{name}>"
        return value

    groups: dict[str, str] = {}
    for path, value in head.items():
        group, _, leaf = path.partition("/")
        groups[group] = groups.get(group, "") + (wrap(leaf, value) if leaf else value)
    fields = "".join(wrap(group, inside) for group, inside in groups.items())
    attached = "".join(
        wrap("Attachment", wrap("AttachmentName", name.replace("_", ".")) + wrap("ContentTransferEncoded", content))
        for name, content in ((name, base64.b64encode(data).decode()) for name, data in files.items())
    )
    declared = f' xmlns:{prefix.rstrip(":")}="http://mau.vn/x"' if prefix else ""
    trace = wrap("TraceHeaderList", wrap("Bussiness", wrap("BussinessDocType", business)))
    inside = wrap("edXMLHeader", wrap("MessageHeader", fields) + trace)
    parts = wrap("edXMLEnvelope", inside) + wrap("AttachmentEncoded", attached)
    return f"<{prefix}edXML{declared}>{parts}</{prefix}edXML>".encode()


def only(file: ParsedFile) -> Document:
    (document,) = file.documents
    return document


def told(document: Document) -> list[tuple[str, str]]:
    found = (problem for problem in document.problems if problem.code.startswith(("head", "attach")))
    return [(problem.code, problem.message) for problem in found]


@pytest.mark.parametrize("prefix", ["", "edXML:"])
def test_a_head_that_agrees_stands_beside_the_letter(prefix: str) -> None:
    document = only(parse("a.edxml", package(HEAD, prefix=prefix, cv_txt=letter())))
    assert document.source == "a.edxml/cv.txt"
    assert told(document) == []
    head = document.head
    assert head is not None and head.code is not None and head.issuer is not None and head.promulgation is not None
    assert (head.code.text, head.promulgation.date, head.due_date) == ("87/SNV-VP", "2023-06-12", "2023-06-20")
    assert (head.issuer.name, head.issuer.organ_id) == ("Sở Nội vụ tỉnh Bình Sơn", "H99.3")
    assert [(signer.full_name, signer.position) for signer in head.signers] == [("Le Thi Hoa", "Giám đốc")]
    assert [party.name for party in head.addressees] == ["Sở Tài chính"]
    assert {path: head.text[slice(*at.span)] for path, at in head.evidence.items() if path.startswith("code")} == {
        "code.number": "87",
        "code.notation": "SNV-VP",
    }


def test_a_number_that_the_letter_lacks_is_proposed_and_not_taken() -> None:
    document = only(parse("a.edxml", package(HEAD, cv_txt=letter(number="     "))))
    assert document.code is not None and document.code.number is None
    assert told(document) == [
        (
            "head-proposes",
            "Số: văn bản không ghi hoặc không đọc được, đầu gói edXML ghi “87”; hãy đối chiếu bản giấy rồi nhập.",
        )
    ]


def test_what_differs_is_told_with_its_place_in_the_letter() -> None:
    data = package(HEAD | {"Code/CodeNumber": "78", "SignerInfo/FullName": "Trần Văn Nam"}, cv_txt=letter())
    document = only(parse("a.edxml", data))
    assert document.code is not None and document.code.number == "87"
    assert told(document) == [
        ("head-differs", "Số: văn bản ghi “87”, đầu gói edXML ghi “78”; hãy hỏi lại nơi gửi."),
        (
            "head-differs",
            "Người ký: văn bản ghi “Lê Thị Hoa”, đầu gói edXML ghi “Trần Văn Nam”; hãy hỏi lại nơi gửi.",
        ),
    ]
    first = next(problem for problem in document.problems if problem.code == "head-differs")
    assert first.span is not None and document.text[slice(*first.span)] == "87/SNV-VP"


def test_a_head_of_another_paper_is_told_once() -> None:
    head = {"Code/CodeNumber": "5", "Code/CodeNotation": "KH-UBND", "Subject": "Kế hoạch phòng chống cháy rừng"}
    document = only(parse("a.edxml", package(head, cv_txt=letter())))
    assert [code for code, _ in told(document)] == ["head-other"]


def test_the_head_goes_to_the_paper_that_it_speaks_of() -> None:
    file = parse("a.edxml", package(HEAD, mot_txt=letter("86"), hai_txt=letter("87")))
    assert [document.head is not None for document in file.documents] == [False, True]


def test_a_head_alone_gives_what_it_says() -> None:
    document = only(parse("a.edxml", package(HEAD)))
    assert document.code is not None and document.code.text == "87/SNV-VP"
    assert document.text[slice(*document.evidence["subject"].span)] == "Về việc rà soát tài liệu lưu trữ"
    assert [code for code, _ in told(document)] == ["head-only", "attachments"]


def test_a_package_that_takes_a_paper_back_says_so() -> None:
    document = only(parse("a.edxml", package(HEAD, business="1", cv_txt=letter())))
    assert document.head is not None and document.head.business == "recall"
    assert [code for code, _ in told(document)] == ["head-recall"]


@pytest.mark.parametrize("kept", [0.4, 0.6, 0.8, 0.95])
def test_a_cut_package_is_read_as_far_as_it_goes(kept: float) -> None:
    data = package(HEAD, cv_txt=letter() + "Sở Nội vụ đề nghị Sở Tài chính báo cáo. ".encode() * 40)
    cut = data[: int(len(data) * kept)]
    document = parse("a.edxml", cut).documents[0]
    assert document.head is not None and document.head.code is not None
    assert document.head.code.text == "87/SNV-VP"


def test_a_prefix_that_is_not_declared_is_passed_over() -> None:
    data = package(HEAD, prefix="edXML:", cv_txt=letter()).replace(b' xmlns:edXML="http://mau.vn/x"', b"")
    document = only(parse("a.edxml", data))
    assert document.code is not None and document.head is not None and document.head.subject is not None


def test_a_marked_letter_in_a_package_is_refused_without_a_word_of_it() -> None:
    with pytest.raises(SecretError) as caught:
        parse("a.edxml", package(HEAD, cv_txt=letter(mark="MẬT")))
    assert "117/2025/QH15" in str(caught.value)
    assert "tài liệu" not in str(caught.value)


def carry(files: dict[str, bytes], page: str = "Điều 1. Quy định chung của văn bản.") -> bytes:
    """A PDF of one page with these files in it."""
    document = pypdfium2.PdfDocument(print_pdf([[(85, 100, 13, page)]]))
    for name, content in files.items():
        attachment = document.new_attachment(name)
        attachment.set_data(content)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_files_in_a_pdf_are_read_beside_its_pages() -> None:
    file = parse("a.pdf", carry({"công văn.txt": letter(), "hỏng.docx": b"PK\x03\x04 hong"}))
    assert [document.source for document in file.documents] == ["a.pdf", "a.pdf/công văn.txt"]
    assert file.documents[1].code is not None and file.documents[1].code.text == "87/SNV-VP"
    assert [problem.message.partition(": ")[0] for problem in file.problems] == ["a.pdf/hỏng.docx"]


def test_the_cover_of_a_portfolio_is_left_out() -> None:
    data = carry({"cv.txt": letter()}, page="For the best experience, open this PDF portfolio in Acrobat X")
    data = data.replace(b"/Type/Catalog", b"/Type/Catalog/Collection<</View/D>>", 1)
    assert b"/Collection" in data
    assert [document.source for document in parse("a.pdf", data).documents] == ["a.pdf/cv.txt"]


def test_files_in_a_pdf_that_are_too_large_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vanban.read.pdf_files._LARGEST", 100)
    file = parse("a.pdf", carry({"cv.txt": letter()}))
    assert [document.source for document in file.documents] == ["a.pdf"]
    assert "quá lớn" in file.problems[0].message


def test_a_dynamic_form_is_refused_in_one_sentence() -> None:
    data = print_pdf([[(85, 100, 13, "Please wait...")]])
    form = b"/Type /Catalog /NeedsRendering true /AcroForm << /Fields [] /XFA (a) >>"
    with pytest.raises(UnreadableError, match="XFA"):
        parse("a.pdf", data.replace(b"/Type /Catalog", form, 1))
