"""What a file is by its first bytes (*chữ ký tệp*), where no reader can read it: said in one sentence each."""

from __future__ import annotations

_DOC = (
    "tệp là Word cũ (.doc, dạng OLE), chưa đọc được; "
    "hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx (nếu tệp có mật khẩu, hãy gỡ mật khẩu trước)."
)
_PICTURE = "tệp là ảnh {}, không phải văn bản; hãy nhận dạng chữ (OCR) rồi gửi lại bản .docx, .txt hoặc PDF có lớp chữ."

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _DOC),
    (b"{\\rtf", "tệp là RTF, chưa đọc được; hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx."),
    (b"\x89PNG", _PICTURE.format("PNG")),
    (b"\xff\xd8\xff", _PICTURE.format("JPEG")),
    (b"GIF8", _PICTURE.format("GIF")),
    (b"II*\x00", _PICTURE.format("TIFF")),
    (b"MM\x00*", _PICTURE.format("TIFF")),
    (b"Rar!\x1a\x07", "tệp là tệp nén RAR; hãy giải nén rồi đọc từng tệp bên trong."),
    (b"7z\xbc\xaf\x27\x1c", "tệp là tệp nén 7z; hãy giải nén rồi đọc từng tệp bên trong."),
    (b"\x1f\x8b", "tệp là tệp nén gzip; hãy giải nén rồi đọc từng tệp bên trong."),
)

_ENCRYPTED = "tệp là Word hoặc Excel có mật khẩu; hãy mở tệp bằng mật khẩu rồi lưu lại không có mật khẩu."


def find_obstacle(data: bytes) -> str | None:
    """The sentence that says why bytes of this kind cannot be read, or None where a reader may try."""
    if not data:
        return "tệp rỗng, không có byte nào; hãy chép hoặc tải lại tệp."
    for signature, sentence in _SIGNATURES:
        if data.startswith(signature):
            # An encrypted .docx is an OLE file with a stream of this name (MS-OFFCRYPTO 2.3.4).
            if sentence is _DOC and "EncryptedPackage".encode("utf-16-le") in data:
                return _ENCRYPTED
            return sentence
    if data[:256].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html")):
        return "tệp là trang web HTML, chưa đọc được; hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx."
    return None
