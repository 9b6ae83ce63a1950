"""From the arguments of a command to documents: folders are read through, what fails is told and passed over."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vanban.cli.output import tell
from vanban.cli.wording import word
from vanban.errors import VanbanError

if TYPE_CHECKING:
    from vanban.model.dossier import Dossier, ParsedFile

SUFFIXES = (
    ".docx",
    ".docm",
    ".dotx",
    ".pdf",
    ".txt",
    ".md",
    ".doc",
    ".rtf",
    ".odt",
    ".html",
    ".htm",
    ".xlsx",
    ".xls",
    ".tif",
    ".tiff",
    ".eml",
    ".edxml",
    ".zip",
)
"""What is taken from a folder; pictures are read where they are named, a folder may hold photographs."""


def find_files(names: Sequence[str], lang: str) -> tuple[list[str], list[str]]:
    """The files that the arguments name, each once, folders read through in order; and what is wrong with the rest."""
    files: dict[str, None] = {}
    wrong: list[str] = []
    for name in names:
        if name != "-" and Path(name).is_dir():
            failed: list[OSError] = []
            found = sorted(_walk(name, failed))
            wrong += [word(lang, "no_read", name=error.filename, error=error.strerror) for error in failed]
            if not found and not failed:
                wrong.append(word(lang, "empty_folder", name=name, suffixes=", ".join(SUFFIXES)))
            files.update(dict.fromkeys(found))
        else:
            files[name] = None
    return list(files), wrong


def _walk(folder: str, failed: list[OSError]) -> Iterator[str]:
    for top, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            # "~$" marks the lock files that Word leaves beside an open document.
            if name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$")):
                yield os.path.join(top, name)


class Reading:
    """Reads the files of a command one by one; `failed` says whether one could not be read."""

    def __init__(self, names: Sequence[str], lang: str, *, allow_secret: bool) -> None:
        """`names` are the arguments as given."""
        self.lang = lang
        self.allow_secret = allow_secret
        self.files, wrong = find_files(names, lang)
        self.failed = bool(wrong)
        for sentence in wrong:
            tell(lang, sentence)

    def parsed(self, *, bar: bool = True) -> Iterator[ParsedFile]:
        """Each file as parsed; what cannot be read is told on standard error. `bar` asks for a progress bar."""
        from vanban.cli.progress import follow
        from vanban.pipeline import parse

        for name in follow(self.files, word(self.lang, "reading")) if bar else self.files:
            try:
                file = parse(name, read_input(name), allow_secret=self.allow_secret)
            except VanbanError as error:
                self.fail(str(error))
            except Exception as error:  # one bad file must not stop the others
                self.fail(describe(error, name, self.lang))
            else:
                for problem in file.problems:
                    self.fail(problem.message)
                yield file

    def fail(self, sentence: str) -> None:
        """Tell what is wrong with a file and go on."""
        self.failed = True
        tell(self.lang, sentence)

    def dossier(self) -> Dossier | None:
        """All documents of all files, linked with one another; None where nothing could be read."""
        from vanban.pipeline import assemble

        contents: set[str] = set()
        documents = []
        for file in self.parsed():
            if file.source.sha256 in contents:
                tell(self.lang, word(self.lang, "twice", name=file.source.path), error=False)
                continue
            contents.add(file.source.sha256)
            documents += file.documents
        return assemble(documents) if contents else None


def read_input(name: str) -> bytes | None:
    """The bytes of standard input for "-"; None for a path, which the pipeline reads itself."""
    return sys.stdin.buffer.read() if name == "-" else None


def describe(error: BaseException, name: str, lang: str) -> str:
    """One sentence for an error that nobody foresaw; with VANBAN_DEBUG the traceback before it."""
    if os.environ.get("VANBAN_DEBUG"):
        traceback.print_exception(error, file=sys.stderr)
    reason = " ".join(f"{type(error).__name__}: {error}".split())
    return word(lang, "unexpected", name=name, error=reason[:200])


def has_problems(documents: Sequence[object]) -> bool:
    """Whether a document has problems, for `--strict`."""
    return any(getattr(document, "problems", None) for document in documents)


def status(reading: Reading, *, strict: bool = False, documents: Sequence[object] = ()) -> int:
    """The exit status: 1 where a file could not be read, 3 where strict and a document has problems, else 0."""
    if reading.failed:
        return 1
    return 3 if strict and has_problems(documents) else 0
