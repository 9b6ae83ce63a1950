"""`vanban package`."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from vanban.cli import command as parts
from vanban.cli.input import Manner, Reading, status
from vanban.cli.output import check_output, write_output
from vanban.cli.wording import word
from vanban.errors import UsageError


def make_package(lang: str) -> click.Command:
    """The command `package`."""

    def run(files: tuple[str, ...], output: str | None, **manner: Unpack[Manner]) -> int:
        if not output:
            raise UsageError(word(lang, "lacks", name="-o TỆP", command="vanban package"))
        check_output(output, files, "edxml", lang)
        reading = Reading(files[:1], lang, **manner)
        dossier = reading.dossier()
        if dossier is not None:
            from vanban.pipeline import load_bytes
            from vanban.write.exchange import make_head, write_package

            attached = [(Path(name).name, load_bytes(name)) for name in files]
            write_output(write_package(make_head(dossier.documents[0]), attached), output, lang)
        return status(reading)

    options: list[parts.Decorator] = [
        parts.files_argument(lang),
        parts.output_option(lang),
        *parts.reading_options(lang),
    ]
    examples = (
        "vanban package samples/02-cong-van-ky-nang-so.docx -o goi.edxml",
        "vanban package samples/02-cong-van-ky-nang-so.docx samples/03-ke-hoach-tinh-uy-ky-nang-so.docx -o goi.edxml",
    )
    return parts.make_command("package", lang, run, options, examples)
