"""Where results and messages go: files are written aside and renamed, terminals get no control characters."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from vanban.cli.wording import word
from vanban.errors import UsageError, VanbanError

# C0 but tab and line feed, DEL, C1, and the characters that turn the direction of writing.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BINARY = ("xlsx", "docx")


def strip_control(text: str) -> str:
    """The text without what moves the cursor, changes colours or turns the direction of writing.

    >>> strip_control("a\\x1b[31mb")
    'a[31mb'
    """
    return _CONTROL.sub("", unicodedata.normalize("NFC", text))


def tell(lang: str, sentence: str, *, error: bool = True) -> None:
    """A sentence on standard error."""
    print((word(lang, "error") if error else "") + strip_control(sentence), file=sys.stderr, flush=True)


def choose_format(asked: str | None, output: str | None, names: Sequence[str], default: str) -> str:
    """The format that is asked for, else the one that the suffix of the output names, else `default`."""
    suffix = Path(output).suffix.lower().removeprefix(".") if output else ""
    known = {"yml": "yaml", "mmd": "mermaid", "gv": "dot", "txt": default}
    wanted = known.get(suffix, suffix)
    return asked or (wanted if wanted in names else default)


def check_output(output: str | None, inputs: Sequence[str], format_name: str, lang: str) -> None:
    """Refuse what cannot go well before any work is done."""
    if output in (None, "-"):
        if format_name in _BINARY and on_terminal(output):
            raise UsageError(word(lang, "binary", format=format_name))
        return
    target = os.path.realpath(str(output))
    if any(name != "-" and os.path.realpath(name) == target for name in inputs):
        raise UsageError(word(lang, "over_input", name=output))


def on_terminal(output: str | None) -> bool:
    """Whether the result goes to a terminal."""
    return output in (None, "-") and sys.stdout.isatty()


def is_file(output: str | None) -> bool:
    """Whether the result goes to a file that can be written aside: not to standard output, not to a device."""
    return output not in (None, "-") and (not os.path.exists(str(output)) or os.path.isfile(str(output)))


@contextlib.contextmanager
def open_output(output: str | None, lang: str) -> Iterator[BinaryIO]:
    """Standard output, or a new file beside `output` that takes its name when all is written.

    Whatever goes wrong, Ctrl-C included, `output` is either whole or as it was.
    """
    if output in (None, "-"):
        with told(word(lang, "stdout"), lang):
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    target = Path(os.path.realpath(str(output)))
    if target.exists() and not target.is_file():
        with told(str(output), lang), target.open("wb") as device:
            yield device
        return
    aside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    with told(str(output), lang):
        try:
            with aside.open("xb") as file:
                yield file
            os.replace(aside, target)
        finally:
            aside.unlink(missing_ok=True)


def write_output(data: bytes, output: str | None, lang: str) -> None:
    """Bytes to standard output or to a file."""
    with open_output(output, lang) as file:
        file.write(data)


def write_parts(parts: Mapping[str, bytes], output: str, lang: str) -> None:
    """Files under their names: into one zip, or into a folder, which is made where it is missing."""
    if not output.lower().endswith(".zip") or os.path.isdir(output):
        with told(output, lang):
            os.makedirs(output, exist_ok=True)
        for name, data in parts.items():
            write_output(data, os.path.join(output, name), lang)
        return
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            # The same list gives the same bytes.
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    write_output(buffer.getvalue(), output, lang)


@contextlib.contextmanager
def told(name: str, lang: str) -> Iterator[None]:
    """What goes wrong with writing, as a sentence that names the file."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise VanbanError(word(lang, "no_write", name=name, error=error.strerror)) from error
