"""What an evaluation says: figures of each field, by format and type, how far confidence can be trusted, the misses.

A share of nothing is None. `right` in `tolerant` counts what agrees but for case, punctuation, tone placement and
the usual abbreviations; in `strict` what is the same letter for letter.
"""

from __future__ import annotations

import msgspec

REPORT_VERSION = "1.0"


class Score(msgspec.Struct, frozen=True):
    """Values that are right among those labelled and those given."""

    right: int
    precision: float | None
    recall: float | None
    f1: float | None


class FieldScore(msgspec.Struct, frozen=True):
    """The figures of one field.

    `invented` values were given where the label has none, out of `chances`: the documents whose label is blank for a
    field with one value, the values given for a list. `hallucination` is their share.
    """

    field: str
    labelled: int
    given: int
    tolerant: Score
    strict: Score
    chances: int
    invented: int
    hallucination: float | None


class Whole(msgspec.Struct, frozen=True):
    """Documents in which every labelled field of the heading (`headings`), and of the duties too (`all`), is right
    and nothing is invented."""

    headings: int
    all: int


class Group(msgspec.Struct, frozen=True):
    """The figures of some documents: all of them, those of one format, those of one type."""

    name: str
    files: int
    documents: int
    tolerant: Whole
    strict: Whole
    fields: list[FieldScore]


class Bin(msgspec.Struct, frozen=True):
    """Values given with a confidence from `least` (included) to `most`: how many, and the share that is right."""

    least: float
    most: float
    count: int
    right: int
    share: float | None
    mean_confidence: float | None


class Calibration(msgspec.Struct, frozen=True):
    """How far the confidence of the values of `kind` ("heading" or "duties") can be trusted."""

    kind: str
    bins: list[Bin]


class Unread(msgspec.Struct, frozen=True):
    """A file that could not be read, and why; what its label holds counts as missed."""

    id: str
    file: str
    reason: str


class Miss(msgspec.Struct, frozen=True):
    """A value that is not right.

    `outcome`: "wrong" (another value was given), "missed" (none was), "extra" (the label has none), "near" (right in
    the tolerant match only). `document` counts from 0 in the file; `about` is the labelled action of the duty.
    """

    file: str
    document: int
    field: str
    outcome: str
    label: str | None
    given: str | None
    about: str | None = None


class Change(msgspec.Struct, frozen=True):
    """The tolerant F1 of a field before and now; `gain` is None where one of both is not known."""

    field: str
    before: float | None
    now: float | None
    gain: float | None


class Comparison(msgspec.Struct, frozen=True):
    """Gains and losses against an earlier report; items are compared in files that both have measured."""

    changes: list[Change]
    won: list[Miss]
    lost: list[Miss]
    only_before: list[str]
    only_now: list[str]


class Report(msgspec.Struct, frozen=True):
    """What `vanban eval` gives. `measured` are the ids of the files that count, `absent` those that are not there;
    `against` holds gains and losses where an earlier report was given."""

    labels: str
    files: str
    version: str
    measured: list[str]
    absent: list[str]
    unread: list[Unread]
    whole: Group
    by_format: list[Group]
    by_type: list[Group]
    calibration: list[Calibration]
    misses: list[Miss]
    against: Comparison | None = None
    report_version: str = REPORT_VERSION
