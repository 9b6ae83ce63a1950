"""Gains and losses of a report against an earlier one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec

from vanban.errors import UsageError
from vanban.evaluation.figures import FIELDS
from vanban.evaluation.report import Change, Comparison, Miss, Report


def read_report(path: str | Path) -> Report:
    """A report that `vanban eval --format json` wrote."""
    try:
        return msgspec.json.decode(Path(path).read_bytes(), type=Report)
    except OSError as error:
        raise UsageError(f"{path}: không mở được ({error.strerror}); hãy kiểm tra lại đường dẫn.") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path}: không phải kết quả của “vanban eval”; hãy dùng tệp do “vanban eval … --format json” ghi ra."
        ) from error


def compare(report: Report, earlier: Report) -> Comparison:
    """The tolerant F1 of each field before and now; the items that are right now and were not, and the reverse.

    Items are those of files that both have measured. A value that was wrong in another way is neither won nor lost.
    """
    before = {score.field: score.tolerant.f1 for score in earlier.whole.fields}
    now = {score.field: score.tolerant.f1 for score in report.whole.fields}
    both = set(report.measured) & set(earlier.measured)
    return Comparison(
        changes=[
            Change(field, before.get(field), now.get(field), _gain(before.get(field), now.get(field)))
            for field in FIELDS
            if field in before or field in now
        ],
        won=_subtract(earlier, report, both),
        lost=_subtract(report, earlier, both),
        only_before=[name for name in earlier.measured if name not in both],
        only_now=[name for name in report.measured if name not in both],
    )


def _gain(before: float | None, now: float | None) -> float | None:
    return None if before is None or now is None else round(now - before, 4)


def _subtract(first: Report, second: Report, files: set[str]) -> list[Miss]:
    """The misses of the first report that the second has not; what is right but for its letters is no miss."""
    left = Counter(_key(miss) for miss in second.misses if miss.outcome != "near")
    found = []
    for miss in first.misses:
        if miss.outcome == "near" or miss.file not in files:
            continue
        if left[_key(miss)]:
            left[_key(miss)] -= 1
        else:
            found.append(miss)
    return found


def _key(miss: Miss) -> tuple[str, int, str, str | None, str | None, str | None]:
    """What makes two misses the same: the labelled value, or, where there is none, the one that was given."""
    return (miss.file, miss.document, miss.field, miss.label, miss.about, None if miss.label else miss.given)
