"""The results of a long run while it lasts (*phần đang làm dở*): kept aside line by line, so that it can go on.

Beside OUT.jsonl stands OUT.jsonl.partial: a first line with the program's version and the directory's hash, then one
object a file as each is done. When all are done the lines become OUT.jsonl, in the order of the files. A killed run
leaves nothing else, and `--resume` takes it up: what was read of the same path and the same bytes is not read again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

import vanban
from vanban.cli.output import open_output, tell, told
from vanban.cli.wording import word
from vanban.errors import UsageError, VanbanError
from vanban.model.dossier import Source


class _Head(msgspec.Struct):
    """By what the results were read: the version, and the bytes of the site's directory, which name organs."""

    vanban: str
    directory: str | None = None


class _Line(msgspec.Struct):
    source: Source


class _Place(NamedTuple):
    sha256: str
    start: int
    size: int


class Unfinished:
    """The results so far, in a file that grows."""

    def __init__(self, file: BinaryIO, directory: str | None = None) -> None:
        """`load` or `begin` comes next; `directory` is the path of the site's directory of organs."""
        self._file = file
        self._head = _Head(vanban.__version__, _hash(directory) if directory else None)
        self._places: dict[str, _Place] = {}

    def begin(self) -> None:
        """Drop what is there."""
        self._places = {}
        self._file.seek(0)
        self._file.truncate()
        self._file.write(msgspec.json.encode(self._head) + b"\n")
        self._file.flush()

    def load(self) -> bool:
        """Take up what is there; False where another version wrote it, or by another directory."""
        self._file.seek(0)
        try:
            if msgspec.json.decode(self._file.readline(), type=_Head) != self._head:
                return False
            while (line := self._file.readline()).endswith(b"\n"):
                self._note(line, self._file.tell() - len(line))
        except msgspec.DecodeError:
            if not self._places:
                return False
        # The last line was cut off where the run was killed.
        self._file.truncate(max(place.start + place.size for place in self._places.values()) if self._places else 0)
        return bool(self._places)

    def keep(self, paths: Sequence[str]) -> list[str]:
        """The files whose result is here, of the very bytes that they hold now; all else is forgotten."""
        self._places = {path: self._places[path] for path in paths if path in self._places}
        self._places = {path: place for path, place in self._places.items() if place.sha256 == _hash(path)}
        return list(self._places)

    def add(self, line: bytes) -> None:
        """Keep one more result."""
        self._note(line, self._file.seek(0, os.SEEK_END))
        self._file.write(line)
        self._file.flush()

    def read(self, path: str) -> bytes:
        """The line of a file."""
        self._file.seek(self._places[path].start)
        return self._file.read(self._places[path].size)

    def is_empty(self) -> bool:
        """Whether there is no result yet."""
        return not self._places

    def write(self, paths: Sequence[str], output: str, lang: str) -> None:
        """All results in the order of the files, under the name that was asked for; where there are none, nothing."""
        if self._places:
            with open_output(output, lang) as out:
                for path in paths:
                    if path in self._places:
                        out.write(self.read(path))

    def _note(self, line: bytes, start: int) -> None:
        source = msgspec.json.decode(line, type=_Line).source
        self._places[source.path] = _Place(source.sha256, start, len(line))


def check_unfinished(output: str, resume: bool, lang: str) -> None:
    """Refuse to write over what a stopped run has read: hours of work may stand there."""
    kept = _name(output)
    if not resume and os.path.exists(kept):
        raise UsageError(word(lang, "unfinished", name=kept))


@contextlib.contextmanager
def open_unfinished(output: str, resume: bool, lang: str, directory: str | None = None) -> Iterator[Unfinished]:
    """The results so far. Where the body fails or is stopped they stay for `--resume`, and it is told where."""
    path = Path(_name(output))
    with told(str(path), lang), path.open("a+b") as file:
        _lock(file, output, lang)
        unfinished = Unfinished(file, directory)
        is_old = resume and path.stat().st_size > 0
        if not (is_old and unfinished.load()):
            if is_old:
                tell(lang, word(lang, "useless", name=path), error=False)
            unfinished.begin()
        try:
            yield unfinished
        except BaseException:
            if unfinished.is_empty():
                path.unlink(missing_ok=True)
            else:
                tell(lang, word(lang, "kept", name=path), error=False)
            raise
    path.unlink(missing_ok=True)


def _name(output: str) -> str:
    return os.path.realpath(output) + ".partial" if os.path.islink(output) else f"{output}.partial"


def _lock(file: BinaryIO, output: str, lang: str) -> None:
    """Keep a second run away from the same output, where the system can."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise VanbanError(word(lang, "other_run", name=output)) from error


def _hash(path: str) -> str | None:
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
