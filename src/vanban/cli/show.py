"""`vanban show`: what one stage gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

import click

from vanban.cli import command as parts
from vanban.cli.input import Manner, read_input
from vanban.cli.output import check_output, on_terminal, strip_control, write_output
from vanban.cli.wording import word
from vanban.errors import UnreadableError

if TYPE_CHECKING:
    from vanban.directory import Directory
    from vanban.model.dossier import ParsedFile

STAGES = ("text", "clean", "outline", "fields", "links", "duties")
_APART = ("text", "body", "references", "duties")
"""What "fields" leaves out: other stages show it."""


def make_show(lang: str) -> click.Command:
    """The command `show`."""

    def run(stage: str, file: str, output: str | None, **manner: Unpack[Manner]) -> int:
        check_output(output, [file], stage, lang)
        from vanban.batch import LONGEST, SlowError
        from vanban.batch.clock import limit_time
        from vanban.batch.files import tell_slow

        seconds = manner.get("timeout", LONGEST)
        try:
            with limit_time(seconds):
                text = show_stage(stage, file, **manner)
        except SlowError as error:
            raise UnreadableError(tell_slow(file, seconds)) from error
        if on_terminal(output):
            text = strip_control(text)
        write_output(text.encode("utf-8", "replace"), output, lang)
        return 0

    options: list[parts.Decorator] = [
        click.argument("stage", type=click.Choice(STAGES), metavar=word(lang, "m_stage")),
        click.argument("file", metavar=word(lang, "m_file")),
        parts.output_option(lang),
        parts.timeout_option(lang),
        parts.password_option(lang),
        parts.directory_option(lang),
        parts.secret_option(lang),
    ]
    examples = (
        "vanban show text samples/09-giay-moi.pdf",
        "vanban show duties samples/12-chi-thi-an-toan-thuc-pham.docx",
    )
    return parts.make_command("show", lang, run, options, examples)


def show_stage(stage: str, name: str, **manner: Unpack[Manner]) -> str:
    """The text of `text` and `clean`, JSON of the others.

    Unless allowed, the file is parsed first whatever the stage: only then is it known whether it is marked secret.
    """
    import msgspec

    from vanban import pipeline
    from vanban.directory import load_directory
    from vanban.read import read_text
    from vanban.read.locked import unlock
    from vanban.segment import segment_text

    directory = load_directory(manner.get("directory"))
    data = read_input(name)
    content = unlock(pipeline.load_bytes(name) if data is None else data, name, manner.get("password"))
    allow_secret = manner.get("allow_secret", False)
    if stage in ("fields", "links", "duties") or not allow_secret:
        parsed = pipeline.parse(name, content, allow_secret=allow_secret, directory=directory)
    if stage == "text":
        return read_text(content, name).text
    if stage == "clean":
        return pipeline.read_clean(content, name).text
    if stage == "outline":
        value: Any = segment_text(pipeline.read_clean(content, name))
    else:
        value = _pick(stage, parsed, directory)
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"


def _pick(stage: str, parsed: ParsedFile, directory: Directory) -> Any:
    import msgspec

    from vanban.pipeline import assemble

    if stage == "links":
        dossier = assemble(parsed.documents, directory=directory)
        return {
            "links": dossier.links,
            "handovers": dossier.handovers,
            "references": {document.id: document.references for document in dossier.documents},
        }
    if stage == "duties":
        return [duty for document in parsed.documents for duty in document.duties]
    plain = [msgspec.to_builtins(document) for document in parsed.documents]
    return [{key: value for key, value in record.items() if key not in _APART} for record in plain]
