"""Zip files (*tệp nén ZIP*): members taken out within bounds; what they say of their size is not trusted."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from vanban.errors import UnreadableError

LARGEST_MEMBER = 100 * 1024 * 1024
LARGEST_TOTAL = 300 * 1024 * 1024
MOST_MEMBERS = 2000
_UTF8_FLAG = 0x800


@contextmanager
def open_archive(data: bytes, name: str) -> Iterator[zipfile.ZipFile]:
    """The zip, and every way in which it can fail told in one sentence."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, LookupError, struct.error) as error:
        raise UnreadableError(f"{name}: tệp nén ZIP hỏng; hãy tải lại, hoặc nén lại.") from error
    except NotImplementedError as error:
        raise UnreadableError(f"{name}: tệp nén theo cách lạ; hãy giải nén rồi đọc từng tệp bên trong.") from error
    except RuntimeError as error:  # zipfile's word for an encrypted member
        raise UnreadableError(f"{name}: tệp nén có mật khẩu; hãy chạy lại với --password.") from error


def list_names(data: bytes) -> frozenset[str]:
    """The names of a zip's members, none where it cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(member.filename.lstrip("/") for member in archive.infolist()[:20_000])
    except Exception:  # what is wrong with it is said by the reader that takes it
        return frozenset()


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, largest: int = LARGEST_MEMBER) -> bytes:
    """The bytes of one member, refused where there are more than `largest`."""
    with archive.open(member) as stream:
        content = stream.read(largest + 1)
    if len(content) > largest:
        sentence = f"tệp nén giải ra quá lớn ({name_member(member)}); hãy kiểm tra nguồn gốc của tệp."
        raise UnreadableError(f"{name}: {sentence}")
    return content


def unpack(data: bytes, name: str) -> list[tuple[str, bytes]]:
    """All files of a zip in their order with the names that they have in it; folders and Mac's leavings left out."""
    files: list[tuple[str, bytes]] = []
    weight = 0
    with open_archive(data, name) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if len(members) > MOST_MEMBERS:
            raise UnreadableError(f"{name}: tệp nén có hơn {MOST_MEMBERS} tệp; hãy chia nhỏ rồi gửi lại.")
        for member in members:
            path = name_member(member)
            base = path.rpartition("/")[2]
            if path.startswith("__MACOSX/") or base.startswith("._") or base in (".DS_Store", "Thumbs.db", ""):
                continue
            content = read_member(archive, member, name)
            weight += len(content)
            if weight > LARGEST_TOTAL:
                raise UnreadableError(f"{name}: tệp nén giải ra quá lớn; hãy chia nhỏ rồi gửi lại.")
            files.append((path, content))
    return files


def name_member(member: zipfile.ZipInfo) -> str:
    """The name of a member; Windows writes names in UTF-8 without saying so, which zipfile takes for its own code."""
    if member.flag_bits & _UTF8_FLAG:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return member.filename
