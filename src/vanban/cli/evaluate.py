"""`vanban eval`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Unpack

import click

from vanban.cli import command as parts
from vanban.cli.evaluation_words import FIELD_NAMES
from vanban.cli.input import Manner
from vanban.cli.output import check_output, choose_format, strip_control, tell, write_output
from vanban.cli.wording import word
from vanban.errors import UsageError

if TYPE_CHECKING:
    from vanban.evaluation import Report

FORMATS = ("table", "json")


def make_eval(lang: str) -> click.Command:
    """The command `eval`."""

    def run(
        labels: str,
        files: str,
        format_name: str | None,
        output: str | None,
        against: str | None,
        show: tuple[str, ...],
        scans: bool | None,
        **manner: Unpack[Manner],
    ) -> int:
        wanted = choose_format(format_name, output, FORMATS, "table")
        check_output(output, [labels, *([against] if against else [])], wanted, lang)
        fields = choose_fields(show, lang)
        import msgspec

        from vanban.batch import LONGEST, open_room
        from vanban.evaluation import compare, evaluate
        from vanban.evaluation.comparison import read_report
        from vanban.evaluation.labels import read_labels

        earlier = read_report(against) if against else None
        count, jobs = len(read_labels(labels)), manner.get("jobs")
        with open_room(jobs, files=count, seconds=manner.get("timeout", LONGEST), dask=manner.get("dask")) as room:
            report = evaluate(
                labels, files, scans=scans, allow_secret=manner.get("allow_secret", False),
                password=manner.get("password"), directory=manner.get("directory"), room=room,
                follow=_make_follow(lang),
            )  # fmt: skip
        failed = _tell_failures(report, lang)
        if not report.measured:
            if not report.absent:
                tell(lang, word(lang, "no_measure"))
            return 1
        if earlier is not None:
            report = msgspec.structs.replace(report, against=compare(report, earlier))
        write_output(_encode(report, wanted, fields, lang), output, lang)
        return 1 if failed else 0

    options: list[parts.Decorator] = [
        click.argument("labels", metavar=word(lang, "m_labels")),
        click.argument("files", metavar=word(lang, "m_file")),
        parts.format_option(lang, FORMATS),
        parts.output_option(lang),
        click.option("--against", metavar=word(lang, "m_file"), help=word(lang, "against")),
        click.option("--show", multiple=True, metavar=word(lang, "m_field"), help=word(lang, "show_field")),
        click.option("--scans/--no-scans", default=None, help=word(lang, "scans")),
        *parts.reading_options(lang),
    ]
    examples = (
        "vanban eval samples samples --show duty.action",
        "vanban eval samples samples --no-scans -o ket-qua.json",
    )
    return parts.make_command("eval", lang, run, options, examples)


def choose_fields(asked: Sequence[str], lang: str) -> list[str]:
    """The fields that begin as asked ("duty" is all of them), "all" for all; `UsageError` for what is none."""
    fields: dict[str, None] = {}
    for name in asked:
        found = [field for field in FIELD_NAMES if name == "all" or field.startswith(name)]
        if not found or not name:
            raise UsageError(word(lang, "bad_choice", value=name, name="--show", choices=", ".join(FIELD_NAMES)))
        fields.update(dict.fromkeys(found))
    return list(fields)


def _make_follow(lang: str) -> Callable[[Sequence[str]], Iterator[str]]:
    """Shows how far the reading is, on a terminal."""
    from vanban.cli.progress import follow

    return lambda names: follow(names, len(names), word(lang, "reading"))


def _tell_failures(report: Report, lang: str) -> bool:
    for unread in report.unread:
        tell(lang, unread.reason)
    if report.absent:
        few = ", ".join(report.absent[:5]) + (", …" if len(report.absent) > 5 else "")
        tell(lang, word(lang, "absent", count=len(report.absent), name=report.files, files=few))
    return bool(report.unread or report.absent)


def _encode(report: Report, wanted: str, fields: Sequence[str], lang: str) -> bytes:
    if wanted == "json":
        import msgspec

        return msgspec.json.format(msgspec.json.encode(report), indent=1) + b"\n"
    from vanban.cli.evaluation_table import tabulate

    lines = [strip_control(line).rstrip() for line in tabulate(report, fields, lang)]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")
