"""Files that carry files: each paper inside is read, what cannot be read is told, the rest is done."""

from __future__ import annotations

import io
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from vanban import parse
from vanban.cli.main import run
from vanban.errors import UnreadableError

LETTER = """UBND TỈNH BÌNH SƠN
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}/SNV-VP
Bình Sơn, ngày 12 tháng 6 năm 2023
V/v rà soát tài liệu lưu trữ
Kính gửi: Sở Tài chính.
Sở Nội vụ đề nghị Sở Tài chính rà soát tài liệu trước ngày 20/6/2023.
GIÁM ĐỐC
Lê Thị Hoa
"""


def letter(number: str) -> bytes:
    return LETTER.format(number=number).encode()


def pack(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return stream.getvalue()


def mail(**attachments: bytes) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@mau.vn", "b@mau.vn", "Gửi văn bản"
    message.set_content("Kính gửi anh, em gửi văn bản.")
    for name, content in attachments.items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name.replace("_", "."))
    return message.as_bytes()


def test_a_zip_gives_the_documents_of_its_files() -> None:
    file = parse("hồ sơ.zip", pack(mot_txt=letter("87"), hai_txt=letter("88")))
    assert [(document.code.text if document.code else None, document.source) for document in file.documents] == [
        ("87/SNV-VP", "hồ sơ.zip/mot.txt"),
        ("88/SNV-VP", "hồ sơ.zip/hai.txt"),
    ]
    assert [len(document.duties) for document in file.documents] == [1, 1]


def test_a_mail_gives_its_attachments_and_not_the_words_around_them() -> None:
    file = parse("thu.eml", mail(goi_zip=pack(mot_txt=letter("87"))))
    assert [document.source for document in file.documents] == ["thu.eml/goi.zip/mot.txt"]


def test_the_same_file_twice_is_read_once() -> None:
    assert len(parse("a.zip", pack(mot_txt=letter("87"), ban_sao_txt=letter("87"))).documents) == 1


def test_what_cannot_be_read_is_told_and_the_rest_is_done() -> None:
    file = parse("a.zip", pack(mot_txt=letter("87"), hong_pdf=b"%PDF-1.4 broken"))
    assert [document.code.text for document in file.documents if document.code] == ["87/SNV-VP"]
    assert [problem.code for problem in file.problems] == ["member-unreadable"]
    assert file.problems[0].message.startswith("a.zip/hong.pdf: ")


def test_a_zip_without_anything_readable_is_refused() -> None:
    with pytest.raises(UnreadableError, match=r"a\.zip/hong\.pdf: "):
        parse("a.zip", pack(hong_pdf=b"%PDF-1.4 broken"))


def test_zips_in_zips_end() -> None:
    data = letter("87")
    for _ in range(6):
        data = pack(trong_zip=data) if data[:2] == b"PK" else pack(mot_txt=data)
    with pytest.raises(UnreadableError, match="hãy giải nén"):
        parse("a.zip", data)


def test_the_command_prints_what_is_readable_and_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(pack(mot_txt=letter("87"), hong_pdf=b"%PDF-1.4 broken"))
    assert run(["parse", str(path), "-f", "json"]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["documents"][0]["code"]["number"] == "87"
    assert "hong.pdf" in err
    assert "Traceback" not in err
