"""Labels: what a reader says that a file holds, one record a file; keys that are left out are not compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import UNSET, UnsetType

from vanban.errors import UnreadableError

_EXPECTED = "*.expect.json"
_HOW = "docs/labels.md"


class SignerLabel(msgspec.Struct, frozen=True):
    """Who signs; a name that the file has lost is None, and the signers of that document are not compared."""

    full_name: str | None
    position: str | UnsetType | None = UNSET
    competence: str | UnsetType | None = UNSET


class DutyLabel(msgspec.Struct, frozen=True):
    """A duty: `action` holds the first words of what is to be done, without the assignee."""

    action: str
    assignees: list[str] | UnsetType = UNSET
    coordinators: list[str] | UnsetType = UNSET
    deadline: str | UnsetType | None = UNSET
    recurrence: str | UnsetType | None = UNSET
    report_to: str | UnsetType | None = UNSET


class DocumentLabel(msgspec.Struct, frozen=True):
    """One document; None is a value that the paper leaves blank, `duties` None where they are not labelled."""

    document_type: str | UnsetType | None = UNSET
    number: str | UnsetType | None = UNSET
    notation: str | UnsetType | None = UNSET
    date: str | UnsetType | None = UNSET
    place: str | UnsetType | None = UNSET
    issuer: str | UnsetType | None = UNSET
    issuer_parent: str | UnsetType | None = UNSET
    subject: str | UnsetType | None = UNSET
    priority: str | UnsetType | None = UNSET
    addressees: list[str] | UnsetType | None = UNSET
    recipients: list[str] | UnsetType | None = UNSET
    signers: list[SignerLabel] | UnsetType | None = UNSET
    references: list[str] | UnsetType | None = UNSET
    duties: list[DutyLabel] | UnsetType | None = UNSET


class Record(msgspec.Struct, frozen=True):
    """One file: `format` is "txt", "docx", "doc", "pdf-text", "pdf-scan" …; without it the suffix says so."""

    file: str
    documents: list[DocumentLabel]
    id: str | None = None
    format: str | None = None

    @property
    def name(self) -> str:
        """The id, else the name of the file."""
        return self.id or self.file


def read_labels(path: str | Path) -> list[Record]:
    """The records of a .jsonl file (one a line), of a .json file (one), or of the *.expect.json in a folder.

    Raises `UnreadableError` with the place of what is wrong.
    """
    records = [_decode(data, place) for data, place in _sources(Path(path))]
    if not records:
        raise UnreadableError(f"{path}: không có nhãn nào; hãy nêu tệp .jsonl hoặc thư mục chứa {_EXPECTED}.")
    return records


def _sources(path: Path) -> Iterator[tuple[bytes, str]]:
    try:
        if path.is_dir():
            for one in sorted(path.glob(_EXPECTED)):
                yield one.read_bytes(), str(one)
        elif path.suffix.lower() == ".json":
            yield path.read_bytes(), str(path)
        else:
            for number, line in enumerate(path.read_bytes().splitlines(), start=1):
                if line.strip(b"\xef\xbb\xbf \t\r"):
                    yield line.removeprefix(b"\xef\xbb\xbf"), f"{path}, dòng {number}"
    except FileNotFoundError as error:
        raise UnreadableError(f"{path}: không có tệp nhãn này; hãy kiểm tra lại đường dẫn.") from error
    except OSError as error:
        raise UnreadableError(
            f"{path}: không mở được tệp nhãn ({error.strerror}); hãy kiểm tra quyền đọc của tệp."
        ) from error


def _decode(data: bytes, place: str) -> Record:
    try:
        return msgspec.json.decode(data, type=Record)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableError(f"{place}: nhãn sai mẫu ({error}); hãy sửa theo {_HOW}.") from error
