"""Writes docs/accuracy.md from the labelled files beside the project: `python docs/make_accuracy.py [OUT]`.

Measures ../shared/bench as `vanban eval` does, files with text and scans apart. What stands between the marks of the
diary is written by hand and stays.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from vanban.batch import Room, open_room
from vanban.evaluation import Report, evaluate
from vanban.evaluation.report import Calibration, Group

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT.parent / "shared" / "bench"
BEGIN, END = "<!-- diary:begin -->", "<!-- diary:end -->"
HEAD = """# Accuracy on labelled documents

Made by `make accuracy`, which measures real correspondence as `vanban eval` does; the diary at the end is by hand.

- gold: labelled values; given: values read; right: those that agree but for case, punctuation, tone placement and the
  usual abbreviations; P: precision, R: recall; strict: F1 where every letter agrees.
- invented: share of values given where the label has none (of the blank labels for a field with one value, of all
  values given for a list).
- The rules were written with the files marked "dev" at hand: on documents that are new to it vanban does worse.
"""


def main() -> None:
    out = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "docs" / "accuracy.md")
    with open_room(files=sys.maxsize) as room:
        measured = list(measure(room))
    before = out.read_text(encoding="utf-8") if out.exists() else ""
    out.write_text(render(measured, keep_diary(before)), encoding="utf-8")


def measure(room: Room) -> Iterator[tuple[str, Report]]:
    """A report of each set of files that is there."""
    lines = (BENCH / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines if line]
    for split in ("dev", "held"):
        only = {record["id"] for record in records if record["split"] == split}
        for kind, scans in (("Files with text", False), ("Scans", True)):
            report = evaluate(BENCH / "labels.jsonl", BENCH / "files", only=only, scans=scans, room=room)
            if report.measured:
                yield f"{kind}, {split}", report


def render(measured: Sequence[tuple[str, Report]], diary: str) -> str:
    """The whole page."""
    parts = [HEAD]
    for title, report in measured:
        whole = report.whole
        parts += [
            f"## {title}\n",
            f"{whole.files} files, {whole.documents} documents; not read: {_list(one.id for one in report.unread)}; "
            f"absent: {_list(report.absent)}.",
            f"Wholly right: heading {whole.tolerant.headings} of {whole.documents} documents, heading and duties "
            f"{whole.tolerant.all}.\n",
            _table([["field", "gold", "given", "right", "P", "R", "F1", "strict", "invented"], *_rows(whole)]),
        ]
    groups = [group for _, report in measured for group in report.by_format]
    parts += [
        "## By format\n",
        "F1 of each field; in brackets the number of documents.\n",
        _table(_by_format(groups)),
        "## By type\n",
    ]
    for title, report in measured:
        parts += [f"{title}:\n", _table(_by_type(report.by_type))]
    parts += [
        "## Calibration\n",
        "How many of the values that are given with a confidence are right: heading values by `evidence`, duties by "
        "`confidence` (right: the duty is labelled).\n",
    ]
    for title, report in measured:
        parts += [f"{title}:\n", _table(_bins(report.calibration))]
    return "\n".join([*parts, BEGIN, diary, END, ""])


def keep_diary(before: str) -> str:
    """What stands between the marks.

    >>> keep_diary("figures <!-- diary:begin -->\\nread by hand\\n<!-- diary:end -->")
    'read by hand'
    """
    _, _, rest = before.partition(BEGIN)
    diary, _, _ = rest.partition(END)
    return diary.strip()


def _rows(group: Group) -> Iterator[list[str]]:
    for one in group.fields:
        score = one.tolerant
        counts = (one.labelled, one.given, score.right)
        shares = (score.precision, score.recall, score.f1, one.strict.f1, one.hallucination)
        yield [one.field, *map(str, counts), *map(_share, shares)]


def _by_format(groups: Sequence[Group]) -> list[list[str]]:
    found = [{one.field: one.tolerant.f1 for one in group.fields} for group in groups]
    fields = dict.fromkeys(one.field for group in groups for one in group.fields)
    head = ["field", *(f"{group.name} ({group.documents})" for group in groups)]
    return [head, *([field, *(_share(scores.get(field)) for scores in found)] for field in fields)]


def _by_type(groups: Sequence[Group]) -> list[list[str]]:
    rows = [["type", "documents", "heading right", "wholly right", "F1 duty.action", "F1 duty.assignees"]]
    for group in groups:
        f1 = {one.field: one.tolerant.f1 for one in group.fields}
        counts = (group.documents, group.tolerant.headings, group.tolerant.all)
        rows.append([group.name, *map(str, counts), _share(f1.get("duty.action")), _share(f1.get("duty.assignees"))])
    return rows


def _bins(calibration: Sequence[Calibration]) -> list[list[str]]:
    rows = [["values", "confidence", "mean", "given", "right", "share right"]]
    for kind in calibration:
        for one in kind.bins:
            if one.count:
                span = f"{one.least:.2f}–{one.most:.2f}"
                counts = (one.count, one.right)
                rows.append([kind.kind, span, _share(one.mean_confidence), *map(str, counts), _share(one.share)])
    return rows


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"


def _list(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"


def _table(rows: Sequence[Sequence[str]]) -> str:
    body = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([body[0], "|---|" + "--:|" * (len(rows[0]) - 1), *body[1:], ""])


if __name__ == "__main__":
    main()
