"""Formats of office programs that LibreOffice turns into ours (*Word cũ, RTF, OpenDocument, Excel cũ*)."""

from __future__ import annotations

import msgspec

from vanban.errors import UnreadableError
from vanban.model.text import Problem, Text
from vanban.read.programs import find_program, open_folder, run_program
from vanban.read.signature import is_locked_office

_SECONDS = 90.0
_LARGEST = 64 * 1024 * 1024
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_EXCEL_STREAMS = ("Workbook\0".encode("utf-16-le"), "Book\0".encode("utf-16-le"))
_MAIL_STREAM = "__substg1.0_".encode("utf-16-le")

_PASSWORD = "tệp là Word hoặc Excel có mật khẩu; hãy mở tệp bằng mật khẩu rồi lưu lại không có mật khẩu."
_INSTALL = "hãy cài LibreOffice (gói {package}){antiword} để đọc trực tiếp, hoặc mở bằng Word rồi lưu thành .docx."
_KINDS = {"doc": "Word cũ", "rtf": "RTF", "odt": "OpenDocument", "xls": "Excel cũ", "xml": "XML của Word 2003"}
# No macros, no pictures or data from the network, no questions at the first start.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""


def read_compound(data: bytes, name: str) -> Text:
    """Read an OLE file: Word before 2007 (.doc) by LibreOffice, else by antiword; Excel before 2007 by LibreOffice.

    Refuses what is encrypted and what holds neither (PowerPoint, Outlook messages, installers).
    """
    if is_locked_office(data):
        raise UnreadableError(f"{name}: {_PASSWORD}")
    if _WORD_STREAM in data:
        return _read_word(data, name)
    if any(stream in data for stream in _EXCEL_STREAMS):
        from vanban.read.sheet import read_sheet

        return _rename(read_sheet(_convert(data, name, "xls", "xlsx"), name), "xls", "application/vnd.ms-excel")
    if _MAIL_STREAM in data:
        raise UnreadableError(f"{name}: tệp là thư của Outlook (.msg); hãy mở bằng Outlook rồi lưu thành .eml.")
    raise UnreadableError(
        f"{name}: tệp dạng OLE nhưng không phải Word cũ (.doc) hay Excel cũ, hoặc đã hỏng; "
        "hãy mở bằng chương trình đã tạo ra nó rồi lưu thành .docx hoặc PDF."
    )


def _read_word(data: bytes, name: str) -> Text:
    from vanban.read.docx import read_docx

    antiword = find_program("antiword")
    if find_program("soffice", "libreoffice") or not antiword:
        return _rename(read_docx(_convert(data, name, "doc", "docx"), name), "doc", "application/msword")
    with open_folder(name) as folder:
        path = folder / "input.doc"
        path.write_bytes(data)
        try:
            output = run_program([antiword, "-m", "UTF-8.txt", "-w", "0", str(path)], seconds=_SECONDS)
        except TimeoutError as error:
            raise UnreadableError(_tell_slow(name)) from error
    if not output or not output.strip():
        raise UnreadableError(
            f"{name}: tệp Word cũ (.doc) hỏng, antiword không đọc được; hãy mở bằng Word rồi lưu thành .docx."
        )
    from vanban.read.plain import read_plain

    text = _rename(read_plain(output, name), "doc", "application/msword")
    sentence = "Tệp .doc được đọc bằng antiword: cột, bảng và phông chữ có thể mất; hãy cài LibreOffice để đọc đầy đủ."
    return msgspec.structs.replace(text, problems=(*text.problems, Problem("doc-antiword", sentence)))


def read_rich(data: bytes, name: str) -> Text:
    """Read RTF, whatever its name ends in."""
    from vanban.read.docx import read_docx

    return _rename(read_docx(_convert(data, name, "rtf", "docx"), name), "rtf", "application/rtf")


def read_open_document(data: bytes, name: str) -> Text:
    """Read an OpenDocument text (.odt)."""
    from vanban.read.docx import read_docx

    media_type = "application/vnd.oasis.opendocument.text"
    return _rename(read_docx(_convert(data, name, "odt", "docx"), name), "odt", media_type)


def read_word_xml(data: bytes, name: str) -> Text:
    """Read Word 2003's XML, which offices save under .doc and .xml."""
    from vanban.read.docx import read_docx

    return _rename(read_docx(_convert(data, name, "xml", "docx"), name), "doc", "application/msword")


def _rename(text: Text, reader: str, media_type: str) -> Text:
    return msgspec.structs.replace(text, reader=reader, media_type=media_type)


def _convert(data: bytes, name: str, suffix: str, target: str) -> bytes:
    """The file as LibreOffice saves it anew; its profile lives and dies with the call, nothing of it stays."""
    if len(data) > _LARGEST:
        raise UnreadableError(f"{name}: tệp .{suffix} quá lớn (hơn 64 MB); hãy mở bằng Word, chia nhỏ rồi lưu lại.")
    soffice = find_program("soffice", "libreoffice")
    if soffice is None:
        package = "libreoffice-calc" if suffix == "xls" else "libreoffice-writer"
        install = _INSTALL.format(package=package, antiword=" hoặc antiword" if suffix == "doc" else "")
        raise UnreadableError(f"{name}: tệp {_KINDS[suffix]} (.{suffix}) cần chương trình chuyển đổi; {install}")
    with open_folder(name) as folder:
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        source = folder / f"input.{suffix}"
        source.write_bytes(data)
        arguments = [
            soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault",
            "--convert-to", target, "--outdir", str(folder / "out"), str(source),
        ]  # fmt: skip
        try:
            run_program(arguments, seconds=_SECONDS, environment={"HOME": str(folder), "TMPDIR": str(folder)})
        except TimeoutError as error:
            raise UnreadableError(_tell_slow(name)) from error
        result = folder / "out" / f"input.{target}"
        if result.is_file() and result.stat().st_size <= _LARGEST:
            return result.read_bytes()
    raise UnreadableError(
        f"{name}: LibreOffice không chuyển được tệp {_KINDS[suffix]} (tệp hỏng hoặc có mật khẩu); "
        "hãy mở bằng Word rồi lưu thành .docx."
    )


def _tell_slow(name: str) -> str:
    return f"{name}: chuyển đổi quá {_SECONDS:.0f} giây nên đã dừng; hãy mở bằng Word rồi lưu thành .docx."
