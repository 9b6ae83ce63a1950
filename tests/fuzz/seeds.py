"""Small files of each format to begin from, and words that its reader looks for."""

from __future__ import annotations

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "src")]

from read.locking import lock_pdf, lock_zip  # noqa: E402
from read.packing import make_paragraph, make_table, pack_docx, pack_zip  # noqa: E402
from read.printing import print_pdf  # noqa: E402
from read.test_read_formats import make_book, make_mail, make_package  # noqa: E402

SAMPLES = TESTS.parent / "samples"
LETTER = "Số: 12/SYT-NVY\nKính gửi: Sở Nội vụ.\nGiao Sở Y tế báo cáo trước ngày 10/02/2025.\n"
PASSWORD = "con-do-42"
PAGE = (
    '<html><head><meta charset="utf-8"><style>p{color:red}</style></head><body><table border=1><tr><td rowspan=2>'
    "SỞ Y TẾ<br>Số: 12/SYT-NVY</td><td colspan=2>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr><tr><td>a</table>"
    '<p align=center style="font-family:.VnTime">Kính gửi</p><ol><li>Giao Sở Y tế</ol><!-- x --></body></html>'
)
WORDS: dict[str, tuple[bytes, ...]] = {
    "pdf": (
        b"/Encrypt",
        b"/Rotate -90",
        b"/Kids [2 0 R]",
        b"/MediaBox [0 0 0 0]",
        b"1e38",
        b"Tj",
        b"TJ",
        b"-2147483648",
    ),
    "docx": (b"<w:tbl>", b"</w:tc>", b"<w:p/>", b"<w:altChunk r:id='a'/>", b'w:val="-1"', b"<w:del>", b"<w:sym/>"),
    "xlsx": (
        b"<c r='ZZZ99999'>",
        b'spans="1:9999"',
        b"<mergeCell ref='A1:XFD9'/>",
        b"<v>1e999</v>",
        b't="s"',
        b"<row/>",
    ),
    "html": (
        b"<table>",
        b"</td>",
        b"rowspan=99999",
        b"colspan=-1",
        b"<plaintext>",
        b"&#x110000;",
        b"<br>" * 50,
        b"\x0c",
    ),
    "eml": (
        b"Content-Type: multipart/mixed; boundary=a\n",
        b"=?utf-8?q?=ff?=",
        b"--a--",
        b"charset=x",
        b"base64",
        b"\n\n",
    ),
    "edxml": (b"<Attachment>", b"</Attachment>", b"<!DOCTYPE a>", b"<Content>====</Content>", b"xmlns=''", b"&a;"),
    "zip": (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"../", b"\xff\xff\xff\xff"),
    "txt": (b"\xff\xfe", b"\xef\xbb\xbf", b"\xd0", b"\n|\n", b"\x0c", b"\x00", "Nơi nhận:".encode()),
    "ole": (b"\xec\xa5", "WordDocument".encode("utf-16-le"), b"\xfe\xff\xff\xff", b"\xff" * 8),
    "picture": (b"II*\x00", b"\xff" * 4, b"IDAT"),
}


def make_seeds(kind: str) -> list[bytes]:
    """The files to begin from."""
    pdf = print_pdf([[(100, 50 + 20 * row, 12, line) for row, line in enumerate(LETTER.splitlines())]] * 2)
    docx = pack_docx(make_paragraph(LETTER) + make_table([["STT", "Nhiệm vụ"], ["1", "Giao Sở Y tế"]]))
    made: dict[str, list[bytes]] = {
        "pdf": [pdf, lock_pdf(pdf, PASSWORD)],
        "docx": [docx],
        "xlsx": [make_book()],
        "html": [PAGE.encode()],
        "eml": [make_mail()],
        "edxml": [make_package("http://www.mic.gov.vn/TBT/QCVN_102_2016")],
        "zip": [pack_zip({"a.txt": LETTER, "b/c.docx": docx}), lock_zip("a.txt", LETTER.encode(), PASSWORD)],
        "txt": [LETTER.encode(), LETTER.encode("utf-16"), LETTER.encode("cp1258", "ignore")],
        "ole": [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(600)],
        "picture": [
            b"\x89PNG\r\n\x1a\n" + bytes(60),
            b"\xff\xd8\xff" + bytes(60),
            b"II*\x00\x08\x00\x00\x00" + bytes(60),
        ],
    }
    files = sorted(SAMPLES.glob(f"*.{kind}")) if kind in ("txt", "docx", "pdf") else []
    return made[kind] + [path.read_bytes() for path in files if path.stat().st_size < 100_000]
