"""Files under a password: they say what they need, open with it, and never repeat it."""

from __future__ import annotations

import io
import sys

import docx
import pytest

from read.locking import lock_pdf, lock_zip
from read.packing import make_paragraph, pack_docx, pack_zip
from read.printing import print_pdf
from vanban.errors import UnreadableError
from vanban.model.text import Text
from vanban.read.locked import unlock
from vanban.read.members import read_papers

LETTER = "Sở Y tế báo cáo trước ngày 10/02/2025."
PDF = print_pdf([[(100, 50, 12, LETTER)]])
DOCX = pack_docx(make_paragraph(LETTER))
PASSWORD = "con-đò-42"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")


def lock_docx(password: str) -> bytes:
    office = pytest.importorskip("msoffcrypto.format.ooxml")
    plain, locked = io.BytesIO(), io.BytesIO()
    paper = docx.Document()
    paper.add_paragraph(LETTER)
    paper.save(plain)
    office.OOXMLFile(plain).encrypt(password, locked)
    return locked.getvalue()


def read(data: bytes, password: str | None) -> str:
    ((_, text),) = read_papers(data, "a.bin", password)
    if isinstance(text, UnreadableError):
        raise text
    assert isinstance(text, Text)
    return text.text


@pytest.mark.parametrize("form", ["pdf", "zip", "docx"])
def test_locked_file_opens_with_its_password_alone(form: str) -> None:
    if form == "docx":
        data = lock_docx(PASSWORD)
    else:
        data = lock_pdf(PDF, "con-do-42") if form == "pdf" else lock_zip("a.txt", LETTER.encode(), PASSWORD)
    right = "con-do-42" if form == "pdf" else PASSWORD
    assert LETTER in read(data, right)
    with pytest.raises(UnreadableError, match=r"tệp.* có mật khẩu; hãy chạy lại với --password\.$"):
        read(data, None)
    with pytest.raises(UnreadableError, match="mật khẩu không mở được tệp; hãy kiểm tra lại") as caught:
        read(data, "sai-mật-khẩu")
    assert "sai-mật-khẩu" not in str(caught.value)


def test_pdf_that_opens_without_a_password_needs_none() -> None:
    data = lock_pdf(PDF, "")
    assert LETTER in read(data, None)
    assert LETTER in read(data, PASSWORD)


@pytest.mark.parametrize("data", [PDF, DOCX, LETTER.encode(), pack_zip({"a.txt": LETTER}), OLE[:-40], b"%PDF-/Encrypt"])
def test_file_without_a_password_stays_as_it_is(data: bytes) -> None:
    assert unlock(data, "a", None) == data
    assert unlock(data, "a", PASSWORD) == data


def test_locked_file_inside_another_is_opened() -> None:
    package = pack_zip({"thu.pdf": lock_pdf(PDF, "con-do-42"), "b.txt": "Kế hoạch"})
    texts = dict(read_papers(package, "a.zip", "con-do-42"))
    assert [text.text.strip() for text in texts.values() if isinstance(text, Text)] == [LETTER, "Kế hoạch"]
    assert isinstance(dict(read_papers(package, "a.zip"))["a.zip/thu.pdf"], UnreadableError)


def test_package_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "msoffcrypto", None)
    with pytest.raises(UnreadableError, match=r"pip install 'vanban\[password\]', hoặc lưu lại"):
        unlock(OLE, "a.docx", PASSWORD)
    with pytest.raises(UnreadableError, match="--password"):
        unlock(OLE, "a.docx", None)


@pytest.mark.parametrize("size", range(0, 2000, 90))
def test_broken_locked_files_end_in_a_sentence(size: int) -> None:
    for data in (lock_pdf(PDF, "con-do-42"), lock_zip("a.txt", LETTER.encode(), "con-do-42"), OLE):
        damaged = bytearray(data)
        damaged[size % len(damaged)] ^= 0xFF
        for broken in (bytes(damaged), data[:-size] if size else data):
            for password in (None, "con-do-42"):
                for _, text in read_papers(broken, "a", password):
                    assert isinstance(text, Text | UnreadableError)
