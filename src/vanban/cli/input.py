"""From the arguments of a command to documents: folders are read through, what fails is told and passed over."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from vanban.cli.output import tell
from vanban.cli.wording import word

if TYPE_CHECKING:
    import msgspec

    from vanban.batch import Job, Outcome
    from vanban.model.dossier import Dossier, ParsedFile
    from vanban.model.text import Problem

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


def find_judgements(names: Sequence[str]) -> list[str]:
    """The files of judgements that lie in the folders among the arguments."""
    from vanban.judgements import FILE_NAME

    paths = [os.path.join(name, FILE_NAME) for name in names if name != "-" and os.path.isdir(name)]
    return [path for path in paths if os.path.isfile(path)]


class Manner(TypedDict, total=False):
    """How the files of a command are read: what `command.reading_options` gives."""

    allow_secret: bool
    password: str | None
    jobs: int | None
    timeout: float
    dask: str | None
    directory: str | None
    judgements: str | None


class Reading:
    """Reads the files of a command; `failed` says whether one could not be read."""

    def __init__(self, names: Sequence[str], lang: str, **manner: Unpack[Manner]) -> None:
        """`names` are the arguments as given."""
        from vanban.directory import load_directory
        from vanban.judgements import read_judgements

        self.lang = lang
        self.manner = manner
        # What is wrong with it is told before any file is read.
        self.directory = load_directory(manner.get("directory"))
        given = manner.get("judgements")
        self.judged = {path: read_judgements(path) for path in ([given] if given else find_judgements(names))}
        self.files, wrong = find_files(names, lang)
        self.failed = bool(wrong)
        for sentence in wrong:
            tell(lang, sentence)

    def outcomes(
        self,
        *,
        bar: bool = True,
        besides: Collection[str] = (),
        task: Callable[[Job], msgspec.Struct] | None = None,
    ) -> Iterator[Outcome]:
        """What was read of each file in their order; what cannot be read is told on standard error.

        `bar` asks for a progress bar; files in `besides` are passed over; `task` is done instead of parsing.
        """
        from vanban.batch import LONGEST, Job, open_room
        from vanban.cli.progress import follow

        files = [name for name in self.files if name not in besides]
        allow_secret, password = self.manner.get("allow_secret", False), self.manner.get("password")
        directory = self.manner.get("directory")
        jobs = (Job(name, read_input(name), allow_secret, password, directory, task) for name in files)
        seconds, dask = self.manner.get("timeout", LONGEST), self.manner.get("dask")
        with open_room(self.manner.get("jobs"), files=len(files), seconds=seconds, dask=dask) as read:
            for outcome in follow(read(jobs), len(files), word(self.lang, "reading"), shown=bar):
                if outcome.line:
                    yield outcome
                elif outcome.fault:
                    self.fail(word(self.lang, "unexpected", name=outcome.path, error=outcome.fault))
                else:
                    self.fail(outcome.reason)

    def parsed(self, *, bar: bool = True) -> Iterator[ParsedFile]:
        """Each file as parsed, with what could not be read inside it told."""
        for outcome in self.outcomes(bar=bar):
            file = outcome.file()
            self.tell_members(file.problems)
            yield file

    def tell_members(self, problems: Sequence[Problem]) -> None:
        """Tell which papers inside a file could not be read."""
        for problem in problems:
            self.fail(problem.message)

    def fail(self, sentence: str) -> None:
        """Tell what is wrong with a file and go on."""
        self.failed = True
        tell(self.lang, sentence)

    def dossier(self, *, told: bool = True) -> Dossier | None:
        """All documents of all files, linked with one another and by what people decided, which is told; None where
        nothing could be read."""
        from vanban.pipeline import assemble

        contents: set[str] = set()
        documents = []
        for file in self.parsed():
            if file.source.sha256 in contents:
                tell(self.lang, word(self.lang, "twice", name=file.source.path), error=False)
                continue
            contents.add(file.source.sha256)
            documents += file.documents
        if not contents:
            return None
        judgements = [judgement for each in self.judged.values() for judgement in each]
        for path, each in self.judged.items() if told else ():
            tell(self.lang, word(self.lang, "judged", count=len(each), name=path), error=False)
        return assemble(documents, directory=self.directory, judgements=judgements)


def read_input(name: str) -> bytes | None:
    """The bytes of standard input for "-"; None for a path, which the pipeline reads itself."""
    return sys.stdin.buffer.read() if name == "-" else None


def describe(error: BaseException, name: str, lang: str) -> str:
    """One sentence for an error that nobody foresaw; with VANBAN_DEBUG the traceback before it."""
    from vanban.batch import place_error

    return word(lang, "unexpected", name=name, error=place_error(error))


def has_problems(documents: Sequence[object]) -> bool:
    """Whether a document has problems, for `--strict`."""
    return any(getattr(document, "problems", None) for document in documents)


def status(reading: Reading, *, strict: bool = False) -> int:
    """The exit status: 1 where a file could not be read, 3 where `strict` finds fault with a document, else 0."""
    if reading.failed:
        return 1
    return 3 if strict else 0
