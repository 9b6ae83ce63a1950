"""`vanban register`."""

from __future__ import annotations

from typing import Unpack

import click

from vanban.cli import command as parts
from vanban.cli.input import Manner, Reading, has_problems, status
from vanban.cli.output import check_output, choose_format, write_output
from vanban.cli.track import read_day
from vanban.cli.wording import word

KINDS = ("den", "di", "theo-doi")
FORMATS = ("csv", "xlsx", "docx")


def make_register(lang: str) -> click.Command:
    """The command `register`."""

    def run(
        files: tuple[str, ...],
        kind: str,
        organ: str | None,
        format_name: str | None,
        received: str | None,
        output: str | None,
        strict: bool,
        **manner: Unpack[Manner],
    ) -> int:
        wanted = choose_format(format_name, output, FORMATS, "csv")
        check_output(output, files, wanted, lang)
        came = read_day(received, lang)
        reading = Reading(files, lang, **manner)
        dossier = reading.dossier()
        if dossier is None:
            return status(reading)
        from vanban.write.register import draw_up_register
        from vanban.write.register.formats import write_register

        listing = draw_up_register(dossier, kind, organ=organ, received=came, directory=reading.directory)
        write_output(write_register(listing, wanted), output, lang)
        return status(reading, strict=strict and has_problems(dossier.documents))

    options: list[parts.Decorator] = [
        parts.files_argument(lang),
        click.option("--kind", type=click.Choice(KINDS), default=KINDS[0], help=word(lang, "register_kind")),
        click.option("--for", "organ", metavar=word(lang, "m_organ"), help=word(lang, "register_for")),
        parts.format_option(lang, FORMATS),
        click.option("--received", metavar=word(lang, "m_day"), help=word(lang, "register_received")),
        parts.output_option(lang),
        parts.strict_option(lang),
        parts.judgements_option(lang),
        *parts.reading_options(lang),
    ]
    examples = (
        "vanban register samples/ho-so-chay-rung --received 2026-03-16 -o so-den.xlsx",
        "vanban register samples/ho-so-chay-rung --kind di --for 'UBND xã Nậm Khê'",
    )
    return parts.make_command("register", lang, run, options, examples)
