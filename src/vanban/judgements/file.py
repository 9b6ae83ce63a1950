"""The file of judgements: one JSON object a line, as schemas/judgement.schema.json says; blank lines and lines that
begin with "#" are for people."""

from __future__ import annotations

from pathlib import Path

import msgspec

from vanban.errors import UnreadableError, UsageError
from vanban.model.judgement import Judgement

FILE_NAME = "xac-nhan.jsonl"
"""The name by which the file is found in the folder of a dossier."""
LARGEST = 16 * 1024 * 1024


def read_judgements(path: str | Path) -> list[Judgement]:
    """The judgements of a file, in the order of its lines.

    Raises `UnreadableError` where it cannot be read, `UsageError` where a line is wrong, with its number.
    """
    name = str(path)
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise UnreadableError(
            f"{name}: không mở được tệp xác nhận ({error.strerror}); hãy kiểm tra đường dẫn."
        ) from error
    except UnicodeDecodeError as error:
        raise UnreadableError(f"{name}: tệp xác nhận không phải chữ UTF-8; hãy lưu lại với mã UTF-8.") from error
    if len(data) > LARGEST:
        raise UnreadableError(f"{name}: tệp xác nhận lớn hơn 16 MiB; hãy chia nhỏ hồ sơ.")
    made = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            try:
                judgement = msgspec.json.decode(line, type=Judgement)
            except (msgspec.DecodeError, RecursionError) as error:
                raise UsageError(_wrong(name, number, f"sai ({error})")) from error
            if (fault := find_fault(judgement)) is not None:
                raise UsageError(_wrong(name, number, fault))
            made.append(judgement)
    return made


def write_judgement(judgement: Judgement) -> str:
    """A judgement as the line of a file."""
    return msgspec.json.encode(judgement).decode() + "\n"


def find_fault(judgement: Judgement) -> str | None:
    """What a judgement lacks or says too much of, in words."""
    if not judgement.name.strip():
        return "thiếu “name”"
    if judgement.judgement == "finding":
        return "không cần “is”, “is_not”" if judgement.is_ or judgement.is_not else None
    if bool(judgement.is_) == bool(judgement.is_not):
        return "phải có đúng một trong hai mục “is”, “is_not”"
    if judgement.judgement == "citation" and not judgement.document:
        return "thiếu “document”"
    return None


def _wrong(name: str, number: int, told: str) -> str:
    return f"{name}, dòng {number}: xác nhận {told}; hãy sửa dòng này theo schemas/judgement.schema.json."
