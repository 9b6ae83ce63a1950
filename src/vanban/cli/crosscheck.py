"""`vanban crosscheck`: what does not agree in a dossier, with the sentences that prove it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Unpack

import click

from vanban.cli import command as parts
from vanban.cli.input import Manner, Reading, status
from vanban.cli.output import check_output, choose_format, strip_control, write_output
from vanban.cli.wording import LANGUAGES, word

if TYPE_CHECKING:
    from vanban.model.dossier import Finding

FORMATS = ("text", "json")
_TITLES = {
    "duty-uncovered": ("nhiệm vụ cấp trên giao mà không giao lại", "a duty that nobody passed on"),
    "deadline-later": ("thời hạn muộn hơn cấp trên", "a deadline later than the upper document's"),
    "deadline-past": ("thời hạn trước ngày ban hành", "a deadline before the document's own day"),
    "deadline-day-off": ("thời hạn vào ngày nghỉ", "a deadline on a day off"),
    "assignee-unserved": ("được giao mà không có tên nơi nhận", "an assignee that is not among the recipients"),
    "two-leads": ("hai cơ quan cùng chủ trì", "two organs that lead one action"),
    "basis-later": ("căn cứ ban hành sau văn bản", "a ground of a later day"),
    "chief-by-proxy": ("ký thay mà ghi chức vụ người đứng đầu", "a deputy's mark over the chief's title"),
    "table-prose": ("bảng và lời văn khác nhau", "table and prose that differ"),
}
_WIDTH = 100


def make_crosscheck(lang: str) -> click.Command:
    """The command `crosscheck`."""

    def run(
        files: tuple[str, ...], format_name: str | None, output: str | None, strict: bool, **manner: Unpack[Manner]
    ) -> int:
        wanted = choose_format(format_name, output, FORMATS, "text")
        check_output(output, files, wanted, lang)
        reading = Reading(files, lang, **manner)
        dossier = reading.dossier()
        if dossier is None:
            return status(reading)
        import msgspec

        from vanban.crosscheck import crosscheck

        findings = crosscheck(dossier)
        if wanted == "json":
            data = msgspec.json.format(msgspec.json.encode(findings), indent=2) + b"\n"
        else:
            told = _tell(findings, lang) or word(lang, "agrees", count=len(dossier.documents)) + "\n"
            data = strip_control(told).encode()
        write_output(data, output, lang)
        return status(reading, strict=strict and bool(findings))

    options: list[parts.Decorator] = [
        parts.files_argument(lang),
        parts.format_option(lang, FORMATS),
        parts.output_option(lang),
        click.option("--strict", is_flag=True, help=word(lang, "strict_findings")),
        parts.judgements_option(lang),
        *parts.reading_options(lang),
    ]
    examples = (
        "vanban crosscheck samples/ho-so-chay-rung",
        "vanban crosscheck samples/ho-so-chay-rung samples/12-chi-thi-an-toan-thuc-pham.docx --format json",
    )
    return parts.make_command("crosscheck", lang, run, options, examples)


def _tell(findings: Sequence[Finding], lang: str) -> str:
    """The findings one after another: what it is, what it says, and each sentence under the name of its document."""
    lines: list[str] = []
    for number, finding in enumerate(findings, 1):
        title = _TITLES[finding.code][LANGUAGES.index(lang)]
        lines += textwrap.wrap(f"{number}. {title} [{finding.code}] {finding.id}", _WIDTH)
        lines += textwrap.wrap(finding.message, _WIDTH, initial_indent="   ", subsequent_indent="   ")
        for place in finding.places:
            lines += textwrap.wrap(
                f"{place.label}: “{place.text}”", _WIDTH, initial_indent="   - ", subsequent_indent="     "
            )
    return "".join(f"{line}\n" for line in lines)
