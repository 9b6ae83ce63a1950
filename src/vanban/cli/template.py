"""`vanban template`."""

from __future__ import annotations

from typing import Unpack

import click

from vanban.cli import command as parts
from vanban.cli.input import Manner, Reading, status
from vanban.cli.output import check_output, tell, write_output
from vanban.cli.wording import word
from vanban.errors import UsageError


def make_template(lang: str) -> click.Command:
    """The command `template`."""

    def run(action: str, file: str, output: str | None, **manner: Unpack[Manner]) -> int:
        if not output:
            raise UsageError(word(lang, "lacks", name="-o TỆP", command="vanban template"))
        check_output(output, [file], "docx", lang)
        reading = Reading((file,), lang, **manner)
        dossier = reading.dossier()
        if dossier is None:
            return status(reading)
        from vanban.pipeline import load_bytes
        from vanban.write.drafts.template.learn import learn_template

        if len(dossier.documents) > 1:
            tell(lang, word(lang, "several", file=file, count=len(dossier.documents)), error=False)
        made, fields = learn_template(load_bytes(file), dossier.documents[0], file)
        write_output(made, output, lang)
        tell(lang, word(lang, "made_template", fields=", ".join(fields)), error=False)
        return status(reading)

    options: list[parts.Decorator] = [
        click.argument("action", type=click.Choice(("learn",)), metavar="learn"),
        click.argument("file", metavar=word(lang, "m_file")),
        parts.output_option(lang),
        *parts.reading_options(lang),
    ]
    examples = (
        "vanban template learn samples/02-cong-van-ky-nang-so.docx -o mau-cong-van.docx",
        "vanban template learn samples/14-cong-van-dang-uy.docx -o mau-cong-van-dang.docx",
    )
    return parts.make_command("template", lang, run, options, examples)
