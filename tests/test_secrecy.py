"""Marks of secrecy: found wherever a file may print one, refused by every command, with no word of the document."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from read.packing import make_paragraph, make_table, pack_docx
from read.printing import Piece, print_pdf
from vanban import parse
from vanban.cli.main import run
from vanban.errors import SecretError
from vanban.lexicon.legacy_fonts import encode_legacy

HEAD = ["UBND TỈNH MẪU", "SỞ NỘI VỤ", "Số: 15/SNV-VP", "V/v tiếp công dân"]
MOTTO = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Mẫu, ngày 5 tháng 6 năm 2025"]
BODY = ["Kính gửi: Sở Y tế.", "Đề nghị Sở Y tế rà soát hồ sơ tuyệt mật, việc bảo mật và danh sách kèm theo."]


def cell(*lines: str) -> str:
    return "".join(map(make_paragraph, lines))


def letter(left: str = "", above: str = "", below: str = "") -> str:
    """A letter as the body of a .docx: XML in the left cell of its heading, above and below all."""
    heading = make_table([[cell(*HEAD) + left, cell(*MOTTO)]], bordered=False)
    return above + heading + cell(*BODY) + below


def box(mark: str) -> str:
    return f"<w:p><w:r><w:drawing><w:txbxContent>{make_paragraph(mark)}</w:txbxContent></w:drawing></w:r></w:p>"


def head(kind: str) -> str:
    return f'<w:sectPr><w:{kind}Reference w:type="default" r:id="{kind}1"/></w:sectPr>'


PAGE: list[Piece] = [
    *((70, 50 + 16 * row, 12, text) for row, text in enumerate(HEAD)),
    *((270, 50 + 16 * row, 12, text) for row, text in enumerate(MOTTO)),
    *((85, 180 + 20 * row, 12, text) for row, text in enumerate(BODY)),
]
FRAME = [(90, 130, 190, 130), (90, 150, 190, 150), (90, 130, 90, 150), (190, 130, 190, 150)]


def text(mark: str, place: int) -> bytes:
    return "\n".join([*HEAD[:place], mark, *HEAD[place:], *MOTTO, *BODY]).encode()


PLACES = {
    "text box": lambda mark: ("a.docx", pack_docx(letter(above=box(mark)))),
    "text box at the end": lambda mark: ("a.docx", pack_docx(letter(below=box(mark)))),
    "header": lambda mark: ("a.docx", pack_docx(letter(below=head("header")), header1=make_paragraph(mark))),
    "footer": lambda mark: ("a.docx", pack_docx(letter(below=head("footer")), footer1=make_paragraph(mark))),
    "cell of the heading": lambda mark: ("a.docx", pack_docx(letter(left=make_paragraph(mark)))),
    "table in the heading": lambda mark: ("a.docx", pack_docx(letter(left=make_table([[mark]])))),
    "table above": lambda mark: ("a.docx", pack_docx(letter(above=make_table([[mark]])))),
    "first line": lambda mark: ("a.docx", pack_docx(letter(above=make_paragraph(mark)))),
    "text": lambda mark: ("a.txt", text(mark, 3)),
    "top of a text": lambda mark: ("a.txt", text(mark, 0)),
    "web page": lambda mark: ("a.html", f"<html><body><p>{text(mark, 2).decode()}".replace("\n", "<p>").encode()),
    "frame in a PDF": lambda mark: ("a.pdf", print_pdf([[*PAGE, (95, 134, 12, mark)]], [FRAME])),
    "stamp on a PDF": lambda mark: ("a.pdf", print_pdf([PAGE], annotations=[[(95, 134, 12, mark)]])),
    "top of a page": lambda mark: ("a.pdf", print_pdf([PAGE, [(430, 22, 12, mark), (85, 100, 12, "Hết.")]])),
}
MARKS = {
    "MẬT": "Mật", "TỐI MẬT": "Tối mật", "TUYỆT MẬT": "Tuyệt mật", "(MẬT)": "Mật", "T Ố I M Ậ T": "Tối mật",
    "HỎA TỐC - MẬT": "Mật", "Độ mật: Tối mật": "Tối mật", "TÀI LIỆU MẬT": "Mật",
}  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("place", PLACES)
def test_a_mark_is_found_wherever_it_stands(place: str, mark: str) -> None:
    name, data = PLACES[place](mark)
    with pytest.raises(SecretError) as caught:
        parse(name, data)
    assert "117/2025/QH15" in str(caught.value)
    assert "--allow-secret" in str(caught.value)
    document = parse(name, data, allow_secret=True).documents[0]
    assert document.secrecy == MARKS[mark]
    start, end = document.evidence["secrecy"].span
    assert document.text[start:end].strip() == mark


def test_a_mark_in_other_letters() -> None:
    font = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'
    for mark in (make_paragraph(encode_legacy("mật", "tcvn3"), run=font), make_paragraph("m\u1eadt", run="<w:caps/>")):
        with pytest.raises(SecretError):
            parse("a.docx", pack_docx(letter(above=mark)))
    with pytest.raises(SecretError):
        parse("a.docx", pack_docx(unicodedata.normalize("NFD", letter(above=make_paragraph("MẬT")))))


def test_the_highest_mark_counts() -> None:
    data = pack_docx(letter(above=box("MẬT") + box("TUYỆT MẬT")))
    assert parse("a.docx", data, allow_secret=True).documents[0].secrecy == "Tuyệt mật"


def test_the_word_in_the_text_is_no_mark() -> None:
    table = make_table([["TT", "Danh mục", "Độ mật"], ["1", "Kế hoạch", "MẬT"]])
    assert parse("a.docx", pack_docx(letter(below=table))).documents[0].secrecy is None


LABEL = {"id": "1", "file": "a.docx", "format": "docx", "documents": [{"number": "15"}]}


@pytest.mark.parametrize(
    "command",
    [
        ["parse"], ["parse", "-f", "json"], ["parse", "-f", "jsonl"], ["track"], ["track", "-f", "json"], ["graph"],
        ["draft", "ke-hoach-trien-khai", "-o", "ra.docx"], ["show", "text"], ["show", "clean"], ["show", "outline"],
        ["show", "fields"], ["show", "links"], ["show", "duties"], ["eval"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_every_command_refuses_and_says_nothing_of_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.docx").write_bytes(pack_docx(letter(above=box("MẬT"))))
    Path("nhan.jsonl").write_text(json.dumps(LABEL), encoding="utf-8")
    arguments = ["nhan.jsonl", "."] if command == ["eval"] else ["a.docx"]
    place = 2 if command[0] in ("draft", "show") else 1
    status = run([*command[:place], *arguments, *command[place:]])
    out, err = capfd.readouterr()
    assert status == 1
    assert "117/2025/QH15" in err
    assert not any(word in out + err for word in ("rà soát", "tiếp công dân", "Sở Y tế", "15/SNV-VP"))
    assert not Path("ra.docx").exists()
