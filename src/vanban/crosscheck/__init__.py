"""What does not agree in a dossier, *kiểm tra chéo*: each finding with its code and the sentences that prove it.

Only what the papers themselves say is held against one another; where one of the two sides was not read for certain,
nothing is found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from vanban.crosscheck.chain import find_later_deadlines, find_uncovered
from vanban.crosscheck.days import find_days_off, find_past_deadlines
from vanban.crosscheck.heading import find_chiefs_by_proxy, find_later_grounds
from vanban.crosscheck.parties import find_two_leads, find_unserved
from vanban.crosscheck.proof import identify
from vanban.crosscheck.tables import find_contradictions
from vanban.judgements import Judgements
from vanban.model.dossier import Dossier, Finding

CHECKS: tuple[Callable[[Dossier], Iterable[Finding]], ...] = (
    find_uncovered,
    find_later_deadlines,
    find_past_deadlines,
    find_days_off,
    find_unserved,
    find_two_leads,
    find_later_grounds,
    find_chiefs_by_proxy,
    find_contradictions,
)

__all__ = ["CHECKS", "crosscheck"]


def crosscheck(dossier: Dossier, *, settled: bool = False) -> list[Finding]:
    """All findings of a dossier, check by check, each in the order of the documents; those that a person settled only
    where they are asked for.

    Codes: `duty-uncovered`, `deadline-later`, `deadline-past`, `deadline-day-off`, `assignee-unserved`, `two-leads`,
    `basis-later`, `chief-by-proxy`, `table-prose`.
    """
    judgements = Judgements(dossier.judgements, dossier.documents)
    found = (identify(finding) for check in CHECKS for finding in check(dossier))
    return [finding for finding in found if settled or not judgements.is_settled(finding.id)]
