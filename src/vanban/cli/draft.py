"""`vanban draft`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from vanban.cli import command as parts
from vanban.cli.input import Manner, Reading, status
from vanban.cli.output import check_output, choose_format, tell, write_output
from vanban.cli.track import read_day
from vanban.cli.wording import word
from vanban.errors import SecretError, UnreadableError, UsageError

if TYPE_CHECKING:
    from vanban.write.drafts.paper import Paper

FORMATS = ("docx", "edxml")


def make_draft(lang: str) -> click.Command:
    """The command `draft`."""

    def run(
        kind: str | None,
        files: tuple[str, ...],
        organ: str | None,
        settings: tuple[str, ...],
        listed: bool,
        as_of: str | None,
        format_name: str | None,
        template: str | None,
        trace: str | None,
        output: str | None,
        **manner: Unpack[Manner],
    ) -> int:
        from vanban.write.drafts import KINDS, compose, list_gaps, write_trace

        if listed:
            width = max(len(each.name) for each in KINDS)
            click.echo("\n".join(f"{each.name:<{width}}  {each.about}" for each in KINDS))
            return 0
        for value, name in ((kind, "LOẠI"), (files, "TỆP"), (output, "-o TỆP")):
            if not value:
                raise UsageError(word(lang, "lacks", name=name, command="vanban draft"))
        names = [each.name for each in KINDS]
        if kind not in names:
            raise UsageError(word(lang, "bad_choice", value=kind, name="LOẠI", choices=", ".join(names)))
        given = read_settings(settings, lang)
        day = read_day(as_of, lang)
        for target in (output, trace):
            check_output(target, files, "docx", lang)
        reading = Reading(files, lang, **manner)
        dossier = reading.dossier()
        if dossier is not None:
            paper = compose(str(kind), dossier, organ, given, reading.directory, day=day)
            data = render_in_time(paper, given, template, manner.get("timeout"))
            if choose_format(format_name, output, FORMATS, FORMATS[0]) == "edxml":
                if paper.mark:
                    raise SecretError(word(lang, "secret_package"))
                data = pack_draft(str(kind), data)
            write_output(data, output, lang)
            if trace:
                write_output(write_trace(paper, str(kind)), trace, lang)
            tell_gaps(list_gaps(paper), lang)
        return status(reading)

    options: list[parts.Decorator] = [
        click.argument("kind", required=False, metavar=word(lang, "m_kind")),
        click.argument("files", nargs=-1, metavar=word(lang, "m_file") + "..."),
        click.option("--for", "organ", metavar=word(lang, "m_organ"), help=word(lang, "for_draft")),
        click.option("--set", "settings", multiple=True, metavar=word(lang, "m_set"), help=word(lang, "set")),
        click.option("--list", "listed", is_flag=True, help=word(lang, "list")),
        click.option("--as-of", metavar=word(lang, "m_day"), help=word(lang, "as_of_draft")),
        parts.format_option(lang, FORMATS),
        click.option("--template", metavar=word(lang, "m_file"), help=word(lang, "template_option")),
        click.option("--trace", metavar=word(lang, "m_file"), help=word(lang, "trace")),
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


def render_in_time(paper: Paper, given: dict[str, str], template: str | None, seconds: float | None) -> bytes:
    """The .docx; a template comes from outside and has the time of a file."""
    from vanban.write.drafts import render

    if template is None:
        return render(paper, given)
    from vanban.batch import LONGEST, SlowError
    from vanban.batch.clock import limit_time
    from vanban.batch.files import tell_slow
    from vanban.pipeline import load_bytes

    longest = seconds or LONGEST
    try:
        with limit_time(longest):
            return render(paper, given, load_bytes(template), template)
    except SlowError as error:
        raise UnreadableError(tell_slow(template, longest)) from error


def pack_draft(kind: str, data: bytes) -> bytes:
    """A package whose head is what the draft itself says when it is read; places that it leaves open are left out."""
    from vanban.pipeline import parse
    from vanban.write.exchange import make_head, write_package

    name = f"{kind}.docx"
    return write_package(make_head(parse(name, data).documents[0]), [(name, data)])


def tell_gaps(gaps: list[tuple[str, str | None]], lang: str) -> None:
    """What the draft leaves open, one line for each key that fills it."""
    lines: dict[str, list[str]] = {}
    for what, key in gaps:
        lines.setdefault(key or what, []).append(what)
    told = [
        word(lang, "gap" if dict(gaps)[open_[0]] else "gap_of_document", what=", ".join(open_), setting=key)
        for key, open_ in lines.items()
    ]
    if told:
        tell(lang, "\n".join([word(lang, "gaps", count=len(told)), *told]), error=False)


def read_settings(values: tuple[str, ...], lang: str) -> dict[str, str]:
    """ "key=value" to a mapping; the value may hold further equals signs."""
    settings = {}
    for value in values:
        key, equals, text = value.partition("=")
        if not equals or not key.strip():
            raise UsageError(word(lang, "bad_set", value=value))
        settings[key.strip()] = text.strip()
    return settings
