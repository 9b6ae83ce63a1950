"""Files that cannot be read, through the whole program: one sentence each, exit status 1, the others done."""

from __future__ import annotations

import json
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

LETTER = """UBND TỈNH HẢI LĂNG
SỞ Y TẾ

Số: 15/SYT-NVY

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hải Lăng, ngày 03 tháng 02 năm 2025

V/v trực cấp cứu

Kính gửi: Các bệnh viện.

Sở Y tế yêu cầu Bệnh viện Đa khoa tỉnh lập danh sách trực gửi về Sở trước ngày 10/02/2025.

Nơi nhận:
- Như trên;
- Lưu: VT.

GIÁM ĐỐC

Lê Văn Thử
"""


def png() -> bytes:
    """A picture of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = (1).to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    dot = zlib.compress(b"\0\xff\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dot) + chunk(b"IEND", b"")


def missing(folder: Path) -> Path:
    return folder / "không có.txt"


def empty_folder(folder: Path) -> Path:
    path = folder / "trống"
    path.mkdir()
    (path / "ảnh.png").write_bytes(png())
    return path


def empty(folder: Path) -> Path:
    return write(folder / "rỗng.pdf", b"")


def empty_text(folder: Path) -> Path:
    return write(folder / "rỗng.txt", b"")


def blank_text(folder: Path) -> Path:
    return write(folder / "trắng.txt", b" \n\n\t\n")


def picture(folder: Path) -> Path:
    return write(folder / "ảnh.docx", png())


def broken_pdf(folder: Path) -> Path:
    return write(
        folder / "hỏng.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" + b"\0\xff" * 200
    )


def broken_docx(folder: Path) -> Path:
    return write(folder / "hỏng.docx", b"PK\x03\x04" + b"\0" * 100)


def unknown(folder: Path) -> Path:
    return write(folder / "bảng.xlsx", b"PK\x03\x04" + b"\0" * 100)


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


BAD = (missing, empty_folder, empty, empty_text, blank_text, picture, broken_pdf, broken_docx, unknown)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "vanban", *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


def check_sentence(told: str, path: Path) -> None:
    """One line that names the file and ends in what to do."""
    assert told.startswith(f"Lỗi: {path}: ")
    assert told.endswith(".\n")
    assert told.count("\n") == 1
    assert "; hãy " in told or ". Hãy " in told
    for word in ("Traceback", "Error", "Exception", "bất ngờ"):
        assert word not in told


@pytest.mark.parametrize("make", BAD, ids=lambda make: make.__name__)
def test_bad_file_is_one_sentence_and_the_others_are_done(make: Callable[[Path], Path], tmp_path: Path) -> None:
    good = write(tmp_path / "tốt.txt", LETTER.encode())
    bad = make(tmp_path)
    done = run("parse", str(bad), str(good), "--format", "jsonl")
    assert done.returncode == 1
    (line,) = done.stdout.splitlines()
    (document,) = json.loads(line)["documents"]
    assert document["code"]["text"] == "15/SYT-NVY"
    assert document["promulgation"]["date"] == "2025-02-03"
    check_sentence(done.stderr, bad)


COMMANDS = (("track",), ("graph",), ("parse",), ("show", "text"), ("show", "duties"))
ALONE = [(command, make) for command in COMMANDS for make in BAD if (command[0], make) != ("show", empty_folder)]


@pytest.mark.parametrize(("command", "make"), ALONE, ids=lambda value: getattr(value, "__name__", str(value)))
def test_bad_file_alone_gives_nothing_but_its_sentence(
    command: tuple[str, ...], make: Callable[[Path], Path], tmp_path: Path
) -> None:
    bad = make(tmp_path)
    done = run(*command, str(bad))
    assert (done.returncode, done.stdout) == (1, "")
    check_sentence(done.stderr, bad)


def test_draft_of_a_bad_file_writes_nothing(tmp_path: Path) -> None:
    output = tmp_path / "kế hoạch.docx"
    done = run("draft", "ke-hoach-trien-khai", str(picture(tmp_path)), "--for", "Sở Y tế", "-o", str(output))
    assert (done.returncode, done.stdout, output.exists()) == (1, "", False)
    check_sentence(done.stderr, tmp_path / "ảnh.docx")


def test_all_of_them_at_once(tmp_path: Path) -> None:
    good = write(tmp_path / "tốt.txt", LETTER.encode())
    bad = [make(tmp_path) for make in BAD]
    done = run("track", *map(str, [*bad[:4], good, *bad[4:]]), "--format", "json", "--as-of", "2025-02-05")
    assert done.returncode == 1
    (row,) = json.loads(done.stdout)
    assert (row["document"], row["duty"]["deadline"]["date"], row["status"]) == (
        "15/SYT-NVY",
        "2025-02-10",
        "chưa hoàn thành (trong hạn)",
    )
    sentences = done.stderr.splitlines()
    assert len(sentences) == len(bad)
    assert all(any(f"Lỗi: {path}: " in sentence for sentence in sentences) for path in bad)
