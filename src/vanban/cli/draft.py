"""`vanban draft`."""

from __future__ import annotations

from typing import Unpack

import click

from vanban.cli import command as parts
from vanban.cli.input import Manner, Reading, status
from vanban.cli.output import check_output, write_output
from vanban.cli.wording import word
from vanban.errors import UsageError


def make_draft(lang: str) -> click.Command:
    """The command `draft`."""

    def run(
        kind: str | None,
        files: tuple[str, ...],
        organ: str | None,
        settings: tuple[str, ...],
        listed: bool,
        output: str | None,
        **manner: Unpack[Manner],
    ) -> int:
        from vanban.write.draft import KINDS, draft

        if listed:
            width = max(map(len, KINDS))
            click.echo("\n".join(f"{name:<{width}}  {about}" for name, about in KINDS.items()))
            return 0
        for value, name in ((kind, "LOẠI"), (files, "TỆP"), (output, "-o TỆP")):
            if not value:
                raise UsageError(word(lang, "lacks", name=name, command="vanban draft"))
        if kind not in KINDS:
            raise UsageError(word(lang, "bad_choice", value=kind, name="LOẠI", choices=", ".join(KINDS)))
        given = read_settings(settings, lang)
        check_output(output, files, "docx", lang)
        reading = Reading(files, lang, **manner)
        dossier = reading.dossier()
        if dossier is not None:
            write_output(draft(str(kind), dossier, organ, given, reading.directory), output, lang)
        return status(reading)

    options: list[parts.Decorator] = [
        click.argument("kind", required=False, metavar=word(lang, "m_kind")),
        click.argument("files", nargs=-1, metavar=word(lang, "m_file") + "..."),
        click.option("--for", "organ", metavar=word(lang, "m_organ"), help=word(lang, "for_draft")),
        click.option("--set", "settings", multiple=True, metavar=word(lang, "m_set"), help=word(lang, "set")),
        click.option("--list", "listed", is_flag=True, help=word(lang, "list")),
        parts.output_option(lang),
        parts.judgements_option(lang),
        *parts.reading_options(lang),
    ]
    examples = (
        "vanban draft --list",
        "vanban draft ke-hoach-trien-khai samples/02-cong-van-ky-nang-so.docx "
        'samples/03-ke-hoach-tinh-uy-ky-nang-so.docx --for "Sở Khoa học và Công nghệ" -o ke-hoach.docx',
    )
    return parts.make_command("draft", lang, run, options, examples)


def read_settings(values: tuple[str, ...], lang: str) -> dict[str, str]:
    """ "key=value" to a mapping; the value may hold further equals signs."""
    settings = {}
    for value in values:
        key, equals, text = value.partition("=")
        if not equals or not key.strip():
            raise UsageError(word(lang, "bad_set", value=value))
        settings[key.strip()] = text.strip()
    return settings
