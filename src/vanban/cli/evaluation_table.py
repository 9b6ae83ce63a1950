"""The report of `vanban eval` as lines that a clerk reads."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vanban.cli.evaluation_words import name_field, say

if TYPE_CHECKING:
    from vanban.evaluation import Comparison, Report
    from vanban.evaluation.report import Calibration, Group, Miss

_WIDTH = 110
_COLUMNS = ("labelled", "given", "right", "precision", "recall", "f1", "strict", "hallucination")


def tabulate(report: Report, fields: Sequence[str], lang: str) -> Iterator[str]:
    """All lines; `fields` are those whose misses are listed."""
    whole = report.whole
    yield say(lang, "measured", files=whole.files, documents=whole.documents, unread=len(report.unread))
    yield ""
    yield from _lay_out([[say(lang, name) for name in ("field", *_COLUMNS)], *_field_rows(whole, lang)])
    yield from textwrap.wrap(say(lang, "legend"), _WIDTH)
    yield ""
    yield say(
        lang,
        "whole",
        headings=whole.tolerant.headings,
        all=whole.tolerant.all,
        documents=whole.documents,
        strict_headings=whole.strict.headings,
        strict_all=whole.strict.all,
    )
    yield from _section(say(lang, "by_format"), _format_rows(report, lang))
    yield from _section(say(lang, "by_type"), _type_rows(report.by_type, lang))
    yield from _section(say(lang, "calibration"), _calibration_rows(report.calibration, lang))
    if report.against is not None:
        yield from _compare(report.against, lang)
    if fields:
        misses = [miss for miss in report.misses if miss.field in fields]
        yield from ("", f"{say(lang, 'misses')} ({len(misses)})", "")
        yield from _list_misses(misses, lang)


def show_share(share: float | None) -> str:
    """Three places; a dash where there is nothing to share."""
    return "–" if share is None else f"{share:.3f}"


def _field_rows(group: Group, lang: str) -> Iterator[list[str]]:
    for score in group.fields:
        shares = (
            *(score.tolerant.precision, score.tolerant.recall, score.tolerant.f1),
            *(score.strict.f1, score.hallucination),
        )
        counts = (score.labelled, score.given, score.tolerant.right)
        yield [name_field(lang, score.field), *map(str, counts), *map(show_share, shares)]


def _format_rows(report: Report, lang: str) -> list[list[str]]:
    groups = report.by_format
    found = [{score.field: score.tolerant.f1 for score in group.fields} for group in groups]
    rows = [[say(lang, "field"), *(f"{group.name or '?'} ({group.documents})" for group in groups)]]
    for score in report.whole.fields:
        rows.append([name_field(lang, score.field), *(show_share(one.get(score.field)) for one in found)])
    return rows


def _type_rows(groups: Sequence[Group], lang: str) -> list[list[str]]:
    heads = ("documents", "headings", "all", "duty_f1", "assignee_f1")
    rows = [["", *(say(lang, head) for head in heads)]]
    for group in groups:
        f1 = {score.field: score.tolerant.f1 for score in group.fields}
        counts = (group.documents, group.tolerant.headings, group.tolerant.all)
        shares = (f1.get("duty.action"), f1.get("duty.assignees"))
        rows.append([group.name or say(lang, "no_type"), *map(str, counts), *map(show_share, shares)])
    return rows


def _calibration_rows(calibration: Sequence[Calibration], lang: str) -> list[list[str]]:
    rows = [["", say(lang, "count"), say(lang, "right"), say(lang, "share")]]
    for kind in calibration:
        for one in kind.bins:
            if one.count:
                name = f"{say(lang, kind.kind)} {one.least:.2f}–{one.most:.2f}"
                rows.append([name, str(one.count), str(one.right), show_share(one.share)])
    return rows


def _compare(comparison: Comparison, lang: str) -> Iterator[str]:
    changed = [change for change in comparison.changes if change.gain or change.before != change.now]
    rows = [[say(lang, head) for head in ("field", "before", "now", "gain")]]
    for change in changed:
        gain = "–" if change.gain is None else f"{change.gain:+.3f}"
        rows.append([name_field(lang, change.field), show_share(change.before), show_share(change.now), gain])
    if changed:
        yield from _section(say(lang, "against"), rows)
    else:
        yield from ("", say(lang, "against"), "", say(lang, "same"))
    once = [*comparison.only_before, *comparison.only_now]
    if once:
        yield from textwrap.wrap(say(lang, "not_both", names=", ".join(once)), _WIDTH)
    for title, misses in (("won", comparison.won), ("lost", comparison.lost)):
        yield from ("", f"{say(lang, title)} ({len(misses)})", "")
        yield from _list_misses(misses, lang)


def _list_misses(misses: Sequence[Miss], lang: str) -> Iterator[str]:
    if not misses:
        yield say(lang, "none")
    for miss in misses:
        yield f"{miss.file} [{miss.document + 1}] {name_field(lang, miss.field)}: {say(lang, miss.outcome)}"
        for title, text in (("label", miss.label), ("given_is", miss.given), ("about", miss.about)):
            if text:
                yield from textwrap.wrap(
                    f"{say(lang, title)}: {' '.join(text.split())}",
                    _WIDTH,
                    initial_indent="    ",
                    subsequent_indent="      ",
                    break_on_hyphens=False,
                )


def _section(title: str, rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield from ("", title, "")
    yield from _lay_out(rows)


def _lay_out(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows under one another: the first column to the left, figures to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        yield "  ".join(cells)
