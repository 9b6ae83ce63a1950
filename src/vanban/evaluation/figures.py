"""From verdicts to figures: scores of a field, groups of documents, bins of confidence, the misses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from vanban.evaluation.judgement import SINGLE, Verdict
from vanban.evaluation.report import Bin, Calibration, FieldScore, Group, Miss, Score, Whole

FIELDS = (
    "documents", "document_type", "code.number", "code.notation", "date", "place", "issuer", "issuer.parent",
    "subject", "priority", "addressees", "to_places", "signer.name", "signer.position", "signer.competence",
    "references", "duty.action", "duty.assignees", "duty.coordinators", "duty.deadline", "duty.recurrence",
    "duty.report_to",
)  # fmt: skip
"""All fields, in the order of a table."""

_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
_GOOD = {"tolerant": ("right", "near", "blank"), "strict": ("right", "blank")}


class Judged(msgspec.Struct, frozen=True):
    """The verdicts on one labelled document; `document` is its place in the file, -1 for those on the file as such."""

    file: str
    document: int
    format: str
    type: str
    verdicts: list[Verdict]


def sum_group(name: str, judged: Sequence[Judged]) -> Group:
    """The figures of some documents."""
    outcomes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in judged:
        for verdict in one.verdicts:
            outcomes[verdict.field][verdict.outcome] += 1
    documents = [one for one in judged if one.document >= 0]
    return Group(
        name=name,
        files=len({one.file for one in judged}),
        documents=len(documents),
        tolerant=_count_whole(documents, _GOOD["tolerant"]),
        strict=_count_whole(documents, _GOOD["strict"]),
        fields=[score_field(field, outcomes[field]) for field in FIELDS if field in outcomes],
    )


def score_field(field: str, outcomes: Counter[str]) -> FieldScore:
    """The figures of a field from the number of each outcome."""
    agreed = outcomes["right"] + outcomes["near"]
    labelled = agreed + outcomes["wrong"] + outcomes["missed"]
    given = agreed + outcomes["wrong"] + outcomes["extra"]
    chances = outcomes["extra"] + outcomes["blank"] if field in SINGLE else given
    return FieldScore(
        field=field,
        labelled=labelled,
        given=given,
        tolerant=make_score(labelled, given, agreed),
        strict=make_score(labelled, given, outcomes["right"]),
        chances=chances,
        invented=outcomes["extra"],
        hallucination=_share(outcomes["extra"], chances),
    )


def make_score(labelled: int, given: int, right: int) -> Score:
    """Precision, recall and F1.

    >>> make_score(4, 2, 2)
    Score(right=2, precision=1.0, recall=0.5, f1=0.6667)
    """
    return Score(right, _share(right, given), _share(right, labelled), _share(2 * right, labelled + given))


def calibrate(judged: Iterable[Judged]) -> list[Calibration]:
    """The share of right values by the confidence that they were given with, of heading and duties."""
    values: dict[str, list[tuple[float, bool]]] = {"heading": [], "duties": []}
    for one in judged:
        for verdict in one.verdicts:
            if verdict.confidence is not None:
                kind = "duties" if verdict.field == "duty.action" else "heading"
                values[kind].append((verdict.confidence, verdict.outcome in ("right", "near")))
    return [Calibration(kind, _fill_bins(found)) for kind, found in values.items()]


def list_misses(judged: Iterable[Judged]) -> list[Miss]:
    """What is not right in the strict match, in the order of the documents."""
    return [
        Miss(
            one.file, max(one.document, 0), verdict.field, verdict.outcome, verdict.label, verdict.given, verdict.about
        )
        for one in judged
        for verdict in one.verdicts
        if verdict.outcome not in ("right", "blank")
    ]


def _count_whole(documents: Sequence[Judged], good: Sequence[str]) -> Whole:
    headings = whole = 0
    for one in documents:
        wrong = [verdict.field for verdict in one.verdicts if verdict.outcome not in good]
        headings += all(field.startswith("duty.") for field in wrong)
        whole += not wrong
    return Whole(headings, whole)


def _fill_bins(values: Sequence[tuple[float, bool]]) -> list[Bin]:
    bins = []
    for least, most in pairwise(_EDGES):
        inside = [one for one in values if least <= one[0] < most or (most == 1.0 and one[0] >= 1.0)]
        right = sum(agrees for _, agrees in inside)
        mean = round(sum(one for one, _ in inside) / len(inside), 4) if inside else None
        bins.append(Bin(least, most, len(inside), right, _share(right, len(inside)), mean))
    return bins


def _share(part: int, total: int) -> float | None:
    return round(part / total, 4) if total else None
