"""`vanban check`: the form of papers against the rules, with code, place and article; `--fix` mends a copy."""

from __future__ import annotations

import functools
import os
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Unpack

import click

from vanban.cli import command as parts
from vanban.cli.check_words import say
from vanban.cli.input import Manner, Reading, status
from vanban.cli.output import check_output, choose_format, strip_control, tell, write_output
from vanban.cli.wording import word
from vanban.errors import UsageError

if TYPE_CHECKING:
    from vanban.model.form import FormFinding, FormReport

FORMATS = ("text", "json", "sarif")
FORMS = ("state", "party", "normative")
_WIDTH = 100


def make_check(lang: str) -> click.Command:
    """The command `check`."""

    def run(
        files: tuple[str, ...],
        format_name: str | None,
        output: str | None,
        form: str | None,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        fix: bool,
        listed: bool,
        strict: bool,
        **manner: Unpack[Manner],
    ) -> int:
        from vanban.form import choose_rules

        codes = (split_codes(select), split_codes(ignore))
        rules = choose_rules(*codes)
        if listed:
            click.echo("\n".join(f"{rule.code}  {_severity(rule.severity, lang):<9} {rule.title}" for rule in rules))
            return 0
        if not files:
            raise UsageError(word(lang, "lacks", name=word(lang, "m_file"), command="vanban check"))
        if fix and not output:
            raise UsageError(say(lang, "fix_where"))
        wanted = choose_format(format_name, None if fix else output, FORMATS, "text")
        check_output(output, files, wanted, lang)
        reading = Reading(files, lang, **manner)
        reports = _mend(reading, str(output), form, codes) if fix else _check(reading, form, codes)
        _write(reports, wanted, None if fix else output, lang)
        return status(reading, strict=strict and any(report.findings for report in reports))

    options: list[parts.Decorator] = [
        click.argument("files", nargs=-1, metavar=word(lang, "m_file") + "..."),
        parts.format_option(lang, FORMATS),
        parts.output_option(lang),
        click.option("--as", "form", type=click.Choice(FORMS), help=say(lang, "as_form")),
        click.option("--select", multiple=True, metavar=say(lang, "m_codes"), help=say(lang, "select")),
        click.option("--ignore", multiple=True, metavar=say(lang, "m_codes"), help=say(lang, "ignore")),
        click.option("--fix", is_flag=True, help=say(lang, "fix")),
        click.option("--list", "listed", is_flag=True, help=say(lang, "list_rules")),
        click.option("--strict", is_flag=True, help=say(lang, "strict_form")),
        *parts.reading_options(lang),
    ]
    examples = (
        "vanban check samples/02-cong-van-ky-nang-so.docx",
        "vanban check samples --format sarif -o the-thuc.sarif",
    )
    return parts.make_command("check", lang, run, options, examples)


def split_codes(values: Sequence[str]) -> tuple[str, ...]:
    """Codes given one by one or parted by commas.

    >>> split_codes(["VB1,VB201", "vb5"])
    ('VB1', 'VB201', 'vb5')
    """
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())


_Codes = tuple[tuple[str, ...], tuple[str, ...]]


def _check(reading: Reading, form: str | None, codes: _Codes) -> list[FormReport]:
    import msgspec

    from vanban.batch.checking import check_job
    from vanban.model.form import FormReport

    task = functools.partial(check_job, form=form, select=codes[0], ignore=codes[1])  # type: ignore[arg-type]
    return [msgspec.json.decode(outcome.line, type=FormReport) for outcome in reading.outcomes(task=task)]


def _mend(reading: Reading, output: str, form: str | None, codes: _Codes) -> list[FormReport]:
    """Write mended copies and give what is left to find in them."""
    import msgspec

    from vanban.batch.checking import mend_job
    from vanban.model.form import Mended

    targets = _name_copies(reading, output)
    task = functools.partial(mend_job, form=form, select=codes[0], ignore=codes[1])  # type: ignore[arg-type]
    reports = []
    for outcome in reading.outcomes(task=task):
        mended, target = msgspec.json.decode(outcome.line, type=Mended), targets[outcome.path]
        os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
        write_output(mended.content, target, reading.lang)
        tell(reading.lang, say(reading.lang, "mended", name=target), error=False)
        reports.append(mended.report)
    return reports


def _name_copies(reading: Reading, output: str) -> dict[str, str]:
    """Where the copy of each file goes: `output` itself, or a name in that folder; never over a file that was given,
    nor over another copy."""
    lang = reading.lang
    if len(reading.files) == 1 and not os.path.isdir(output) and not output.endswith(os.sep):
        targets = {reading.files[0]: output}
    else:
        targets = {path: os.path.join(output, os.path.basename(path)) for path in reading.files}
    given = {os.path.realpath(path) for path in reading.files}
    taken: set[str] = set()
    for path, target in targets.items():
        real = os.path.realpath(target)
        if real in given:
            raise UsageError(word(lang, "over_input", name=target))
        if real in taken:
            raise UsageError(say(lang, "same_name", name=path))
        taken.add(real)
    return targets


def _write(reports: Sequence[FormReport], wanted: str, output: str | None, lang: str) -> None:
    import msgspec

    if wanted == "json":
        data = msgspec.json.format(msgspec.json.encode(reports), indent=2) + b"\n"
    elif wanted == "sarif":
        from vanban.form.sarif import make_sarif

        data = msgspec.json.format(msgspec.json.encode(make_sarif(reports)), indent=2) + b"\n"
    else:
        data = strip_control("".join(_tell(report, lang) for report in reports)).encode()
    write_output(data, output, lang)


def _tell(report: FormReport, lang: str) -> str:
    """The findings of one file one after another, then what was left out."""
    lines = [report.path]
    for finding in report.findings:
        severity = _severity(finding.severity, lang)
        mended = f" [{say(lang, 'fixable')}]" if finding.fixable else ""
        head = f"{finding.code} {severity}: {finding.message}{mended}"
        lines += textwrap.wrap(head, _WIDTH, initial_indent="  ", subsequent_indent="      ")
        where = _name_place(finding, lang)
        quoted = f"“{finding.text}”" if finding.text else ""
        lines += textwrap.wrap(" ".join(filter(None, [where, quoted])), _WIDTH, initial_indent="      ",
                               subsequent_indent="      ")  # fmt: skip
        lines += textwrap.wrap(finding.article, _WIDTH, initial_indent="      ", subsequent_indent="      ")
    if not report.findings:
        lines.append("  " + say(lang, "form_right"))
    for problem in report.problems:
        lines.append(f"  {problem}")
    if report.left_out:
        lines.append("  " + say(lang, "left_out", count=len(report.left_out)))
    return "".join(f"{line}\n" for line in lines)


def _severity(severity: str, lang: str) -> str:
    return say(lang, f"severity_{severity}")


def _name_place(finding: FormFinding, lang: str) -> str:
    """Page, paragraph, cell, as far as the file knows them."""
    named = []
    if finding.page is not None:
        named.append(say(lang, "at_page", number=finding.page))
    if finding.paragraph is not None:
        named.append(say(lang, "at_paragraph", number=finding.paragraph))
    if finding.cell is not None:
        cell = finding.cell
        named.append(say(lang, "at_cell", table=cell.table + 1, row=cell.row + 1, column=cell.column + 1))
    return ", ".join(named) + (":" if named else "")
