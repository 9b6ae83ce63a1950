"""`vanban track`."""

from __future__ import annotations

import os
import re
import shutil
from datetime import date
from typing import Unpack

import click

from vanban.cli import command as parts
from vanban.cli.input import Manner, Reading, has_problems, status
from vanban.cli.output import check_output, choose_format, on_terminal, strip_control, tell, write_output, write_parts
from vanban.cli.wording import word
from vanban.errors import UsageError

FORMATS = ("table", "json", "csv", "xlsx", "docx", "md", "ics", "html")
FORMS = ("day-du", "rut-gon", "phan-cong", "bao-cao", "so-theo-doi")
_DAY = re.compile(
    r"(?:(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<d2>\d{1,2})[/.-](?P<m2>\d{1,2})[/.-](?P<y2>\d{4}))"
)


def make_track(lang: str) -> click.Command:
    """The command `track`."""

    def run(
        files: tuple[str, ...],
        organ: str | None,
        format_name: str | None,
        as_of: str | None,
        received: str | None,
        form: str,
        output: str | None,
        strict: bool,
        **manner: Unpack[Manner],
    ) -> int:
        apart = holds_parts(output)
        wanted = choose_format(format_name, output, FORMATS, "ics" if apart else "table")
        if apart and (wanted != "ics" or organ):
            raise UsageError(word(lang, "apart", name=output))
        check_output(output, files, wanted, lang)
        day = read_day(as_of, lang) or date.today()
        came = read_day(received, lang)
        reading = Reading(files, lang, **manner)
        dossier = reading.dossier()
        if dossier is None:
            return status(reading)
        from vanban.write.tracking import track
        from vanban.write.tracking.formats import TrackingList, split_ics, write_tracking
        from vanban.write.tracking.forms import find_form

        rows = track(dossier, organ=organ, as_of=day, received=came, directory=reading.directory)
        if organ and not rows:
            tell(lang, word(lang, "no_rows", organ=organ), error=False)
        width = shutil.get_terminal_size().columns if on_terminal(output) else None
        tracking = TrackingList(rows, dossier, day, organ, width, find_form(form))
        if apart and output:
            write_parts(split_ics(tracking), output, lang)
            return status(reading, strict=strict and has_problems(dossier.documents))
        data = write_tracking(tracking, wanted)
        if wanted == "table":
            data = strip_control(data.decode()).encode()
        write_output(data, output, lang)
        return status(reading, strict=strict and has_problems(dossier.documents))

    options: list[parts.Decorator] = [
        parts.files_argument(lang),
        click.option("--for", "organ", metavar=word(lang, "m_organ"), help=word(lang, "for")),
        parts.format_option(lang, FORMATS),
        click.option("--form", type=click.Choice(FORMS), default=FORMS[0], help=word(lang, "form")),
        click.option("--as-of", metavar=word(lang, "m_day"), help=word(lang, "as_of")),
        click.option("--received", metavar=word(lang, "m_day"), help=word(lang, "received")),
        parts.output_option(lang),
        parts.strict_option(lang),
        parts.judgements_option(lang),
        *parts.reading_options(lang),
    ]
    examples = (
        "vanban track samples/02-cong-van-ky-nang-so.docx samples/03-ke-hoach-tinh-uy-ky-nang-so.docx "
        '--for "Sở Khoa học và Công nghệ"',
        "vanban track samples/04-ke-hoach-bang-phan-cong.docx -o theo-doi.xlsx",
    )
    return parts.make_command("track", lang, run, options, examples)


def holds_parts(output: str | None) -> bool:
    """Whether a result is to be several files: in a zip, or in a folder that there is or that "/" names."""
    return bool(output) and (
        str(output).lower().endswith(".zip") or str(output).endswith(os.sep) or os.path.isdir(str(output))
    )


def read_day(text: str | None, lang: str) -> date | None:
    """A day as ISO 8601 or as clerks write it, day first; `UsageError` for anything else."""
    if text is None:
        return None
    found = _DAY.fullmatch(text.strip())
    try:
        if found:
            return date(*(int(found[name] or found[name + "2"]) for name in ("y", "m", "d")))
    except ValueError:
        pass
    raise UsageError(word(lang, "bad_date", value=text))
