"""Files under a password (*tệp có mật khẩu*): opened to the bytes that they would be without, before they are read.

No password stands in a message; those who read the opened bytes never see it.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from vanban.errors import UnreadableError
from vanban.read.archive import LARGEST_TOTAL, MOST_MEMBERS, open_archive, read_member
from vanban.read.signature import OLE, is_locked_office

_NEEDED = "tệp có mật khẩu; hãy chạy lại với --password."
_WRONG = "mật khẩu không mở được tệp; hãy kiểm tra lại mật khẩu trong --password."
_EXTRA = (
    "mở tệp Word, Excel có mật khẩu cần gói msoffcrypto-tool; hãy chạy pip install 'vanban[password]', hoặc lưu lại "
    "tệp không có mật khẩu."
)


def unlock(data: bytes, name: str, password: str | None) -> bytes:
    """The file without its password; the same bytes where there is none, or where it opens without (PDF).

    Opens PDF, Word and Excel (both before 2007 and after; needs msoffcrypto-tool) and zips in the old encryption.
    Raises `UnreadableError` where a password is needed and not given, or not the right one.
    """
    if data.startswith(OLE):
        return _unlock_office(data, name, password)
    if data.startswith(b"PK\x03\x04"):
        return data if password is None else _unlock_zip(data, name, password)
    if b"%PDF-" in data[:1024] and b"/Encrypt" in data:
        return _unlock_pdf(data, name, password)
    return data


def _unlock_pdf(data: bytes, name: str, password: str | None) -> bytes:
    import pypdfium2
    import pypdfium2.raw as pdfium

    for attempt in (None, password):
        try:
            document = pypdfium2.PdfDocument(data, password=attempt)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) != pdfium.FPDF_ERR_PASSWORD:
                return data  # broken, or locked by a key that is no password: its reader says so
            continue
        try:
            if attempt is None:
                return data
            opened = io.BytesIO()
            document.save(opened, flags=pdfium.FPDF_REMOVE_SECURITY)
            return opened.getvalue()
        except pypdfium2.PdfiumError as error:
            raise UnreadableError(f"{name}: tệp PDF hỏng; hãy tải lại, hoặc mở và in lại thành PDF.") from error
        finally:
            document.close()
    raise UnreadableError(f"{name}: {_NEEDED if password is None else _WRONG}")


def _unlock_office(data: bytes, name: str, password: str | None) -> bytes:
    if password is None:
        if is_locked_office(data):
            raise UnreadableError(f"{name}: {_NEEDED}")
        return data
    try:
        import msoffcrypto
    except ImportError as error:
        if is_locked_office(data):
            raise UnreadableError(f"{name}: {_EXTRA}") from error
        return data
    try:
        office = msoffcrypto.OfficeFile(io.BytesIO(data))
        if not office.is_encrypted():
            return data
    except Exception:  # no office file, or a broken one: its reader says so
        return data
    try:
        checks = {"verify_password": True} if office.format == "ooxml" else {}  # the older formats always check
        office.load_key(password=password, **checks)
        opened = io.BytesIO()
        office.decrypt(opened)
    except Exception as error:  # the library raises what its parts raise, for a wrong password and for broken files
        raise UnreadableError(f"{name}: {_WRONG}") from error
    return opened.getvalue()


def _unlock_zip(data: bytes, name: str, password: str) -> bytes:
    with open_archive(data, name) as archive:
        members = archive.infolist()
        if not any(member.flag_bits & 1 for member in members):
            return data
        archive.setpassword(password.encode())
        opened = io.BytesIO()
        left = LARGEST_TOTAL
        with zipfile.ZipFile(opened, "w") as plain:
            for member in members[: MOST_MEMBERS + 1]:
                try:
                    content = read_member(archive, member, name, largest=left)
                except (RuntimeError, zipfile.BadZipFile, zlib.error) as error:
                    raise UnreadableError(f"{name}: {_WRONG}") from error
                left -= len(content)
                plain.writestr(member.filename, content)
    return opened.getvalue()
