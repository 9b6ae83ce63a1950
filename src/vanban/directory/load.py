"""Records of the directory from files: the built-in ones, and a site's own in YAML or CSV with the same keys."""

from __future__ import annotations

import csv
import io
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from vanban.errors import UnreadableError, UsageError
from vanban.model.directory import DirectoryFile, Group, Holder, Organ

BUILT_IN = ("territories.csv", "central.csv", "party.csv", "local.csv")
"""Files of `directory/data`, in the order in which they are read."""

LARGEST = 16 * 1024 * 1024
_LISTS = ("other_names", "successors", "members")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_KINDS: dict[str, type[Organ | Holder | Group]] = {"organ": Organ, "holder": Holder, "group": Group}


def read_built_in() -> DirectoryFile:
    """The records that come with vanban."""
    folder = files("vanban.directory").joinpath("data")
    parts = [read_csv(folder.joinpath(name).read_text("utf-8"), name) for name in BUILT_IN]
    return DirectoryFile(organs=[organ for part in parts for organ in part.organs])


def read_site(path: str | Path) -> DirectoryFile:
    """A site's own records: `.csv` as a table, `.yaml` or `.yml` as `schemas/directory.schema.json` says.

    Raises `UnreadableError` where the file cannot be read, `UsageError` where a record is wrong, with its place.
    """
    name = str(path)
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise UnreadableError(f"{name}: không mở được danh bạ ({error.strerror}); hãy kiểm tra đường dẫn.") from error
    except UnicodeDecodeError as error:
        raise UnreadableError(f"{name}: danh bạ không phải chữ UTF-8; hãy lưu lại với mã UTF-8.") from error
    if len(data) > LARGEST:
        raise UnreadableError(f"{name}: danh bạ lớn hơn 16 MiB; hãy chia nhỏ tệp.")
    records = read_csv(text, name) if name.lower().endswith(".csv") else _read_yaml(text, name)
    everything: list[Organ | Holder | Group] = [*records.organs, *records.holders, *records.groups]
    for record in everything:
        _check_days(record, name)
    return records


def read_csv(text: str, name: str) -> DirectoryFile:
    """The records of a table; lists are parted by ";", empty cells are left out."""
    made: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    rows = csv.DictReader(io.StringIO(text))
    try:
        for row in rows:
            kept = {key: value.strip() for key, value in row.items() if key and value and value.strip()}
            kind = kept.pop("record", "organ")
            if kind not in _KINDS:
                raise UsageError(f"{name}, dòng {rows.line_num}: “record” phải là {', '.join(_KINDS)}; hãy sửa ô này.")
            cells = {
                key: [part.strip() for part in value.split(";") if part.strip()] if key in _LISTS else value
                for key, value in kept.items()
            }
            try:
                made[kind].append(msgspec.convert(cells, _KINDS[kind]))
            except msgspec.ValidationError as error:
                raise UsageError(
                    f"{name}, dòng {rows.line_num}: bản ghi sai ({error}); hãy sửa theo schemas/directory.schema.json."
                ) from error
    except csv.Error as error:
        raise UnreadableError(f"{name}: không đọc được bảng ({error}); hãy lưu lại dạng CSV.") from error
    return DirectoryFile(made["organ"], made["holder"], made["group"])


def _read_yaml(text: str, name: str) -> DirectoryFile:
    import yaml

    try:
        # Without timestamps a day stays the text that it is; aliases could blow a small file up.
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text)):
            raise UsageError(f"{name}: danh bạ dùng bí danh YAML (&, *); hãy viết đầy đủ từng mục.")
        value = yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableError(f"{name}: không phải YAML đúng; hãy kiểm tra thụt dòng và dấu hai chấm.") from error
    try:
        return msgspec.convert(value or {}, DirectoryFile)
    except msgspec.ValidationError as error:
        raise UsageError(f"{name}: bản ghi sai ({error}); hãy sửa theo schemas/directory.schema.json.") from error


def _check_days(record: Organ | Holder | Group, name: str) -> None:
    for day in (record.valid_from, record.valid_to):
        if day is not None and not _DAY.fullmatch(day):
            raise UsageError(f"{name}: “{day}” không phải ngày dạng 2025-07-01; hãy sửa lại ngày.")
