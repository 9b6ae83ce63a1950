"""`vanban parse`."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO, Unpack

import click

from vanban.cli import command as parts
from vanban.cli.input import Manner, Reading, has_problems, status
from vanban.cli.output import check_output, choose_format, is_file, on_terminal, open_output, write_output
from vanban.cli.summary import Line, summarise
from vanban.cli.wording import word
from vanban.errors import UsageError

if TYPE_CHECKING:
    from vanban.model.document import Document
    from vanban.model.dossier import ParsedFile

FORMATS = ("summary", "json", "jsonl", "yaml")
_STYLES = {"head": "bold", "field": "bold cyan", "duty": "bold", "proof": "dim", "problem": "yellow"}


def make_parse(lang: str) -> click.Command:
    """The command `parse`."""

    def run(
        files: tuple[str, ...],
        format_name: str | None,
        output: str | None,
        strict: bool,
        resume: bool,
        **manner: Unpack[Manner],
    ) -> int:
        wanted = choose_format(format_name, output, FORMATS, "summary")
        check_output(output, files, wanted, lang)
        if resume and (wanted != "jsonl" or not is_file(output)):
            raise UsageError(word(lang, "resume_what"))
        if wanted == "jsonl" and is_file(output):
            from vanban.cli.unfinished import check_unfinished

            check_unfinished(str(output), resume, lang)
        reading = Reading(files, lang, **manner)
        if wanted == "jsonl":
            from vanban.cli.lines import write_lines

            doubtful = write_lines(reading, output, resume)
        else:
            doubtful = _write_files(reading, output, wanted)
        return status(reading, strict=strict and doubtful)

    options: list[parts.Decorator] = [
        parts.files_argument(lang),
        parts.format_option(lang, FORMATS),
        parts.output_option(lang),
        parts.strict_option(lang),
        click.option("--resume", is_flag=True, help=word(lang, "resume")),
        *parts.reading_options(lang),
    ]
    examples = (
        "vanban parse samples/01-cong-van-chuyen-ke-hoach-tinh-uy.txt",
        "vanban parse samples/05-ke-hoach-van-hoa-doc.pdf samples/09-giay-moi.pdf --format jsonl",
    )
    return parts.make_command("parse", lang, run, options, examples)


def _write_files(reading: Reading, output: str | None, wanted: str) -> bool:
    """Write a summary of each file as it is done, or json and yaml at the end."""
    documents: list[Document] = []

    def each() -> Iterator[ParsedFile]:
        # What streams to a terminal shows itself how far it is; a bar would stand in its way.
        for file in reading.parsed(bar=not (on_terminal(output) and wanted == "summary")):
            documents.extend(file.documents)
            yield file

    if wanted == "summary":
        _stream(each(), output, reading.lang, _summary_writer(output, reading.lang))
    elif parsed := list(each()):
        write_output(_encode(parsed, wanted, single=len(reading.files) == 1), output, reading.lang)
    return has_problems(documents)


def _encode(parsed: list[ParsedFile], wanted: str, *, single: bool) -> bytes:
    import msgspec

    value = parsed[0] if single else parsed
    if wanted == "json":
        return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
    import yaml

    plain = msgspec.to_builtins(value)
    return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=120).encode("utf-8", "replace")


def _stream(
    parsed: Iterator[ParsedFile], output: str | None, lang: str, write: Callable[[ParsedFile, BinaryIO], None]
) -> None:
    """Write each file as it is done; where none can be read, no output is made."""
    first = next(parsed, None)
    if first is None:
        return
    with open_output(output, lang) as out:
        write(first, out)
        out.flush()
        for file in parsed:
            write(file, out)
            out.flush()


def _summary_writer(output: str | None, lang: str) -> Callable[[ParsedFile, BinaryIO], None]:
    styled = on_terminal(output)
    width = min(shutil.get_terminal_size().columns, 120) if styled else 100

    def write(file: ParsedFile, out: BinaryIO) -> None:
        lines = [*summarise(file, lang, width), ("", "")]
        if styled:
            _print_styled(lines)
        else:
            out.write("".join(f"{text}\n" for _, text in lines).encode("utf-8", "replace"))

    return write


def _print_styled(lines: list[Line]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    for role, text in lines:
        console.print(Text(text, style=_STYLES.get(role, "")))
