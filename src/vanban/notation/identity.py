"""Whether two parties are one organ: by their ids in the directory, else by their printed names.

An organ is also the one that took its place: a duty of "Sở TT&TT" of 2024 is that of "Sở KH&CN" of 2025 that followed
it. Two organs that were merged into one are still two. Of one name with two ids ("Sở Y tế" of two provinces) they are
two, which names alone do not tell.
"""

from __future__ import annotations

from vanban.model.document import Issuer, Party
from vanban.notation.organ import names_same_organ


def is_same_organ(left: Party, right: Party) -> bool:
    """Whether two parties are one organ; an office-holder stands for the organ that he heads, a class is none.

    >>> is_same_organ(Party("Sở Y tế", organ_id="a.so-y-te"), Party("Sở Y tế", organ_id="b.so-y-te"))
    False
    >>> is_same_organ(Party("Sở Y tế", organ_id="a.so-y-te"), Party("Giám đốc Sở Y tế"))
    True
    """
    if left.organ_id and right.organ_id and "group" not in (left.kind, right.kind):
        later = {step.organ_id for step in left.successors}, {step.organ_id for step in right.successors}
        return left.organ_id == right.organ_id or right.organ_id in later[0] or left.organ_id in later[1]
    return any(
        names_same_organ(one, other)
        for one in dict.fromkeys((left.name, left.full_name or left.name))
        for other in dict.fromkeys((right.name, right.full_name or right.name))
    )


def is_issuer(party: Party, issuer: Issuer | None) -> bool:
    """Whether a party is the organ that issued a document, *cơ quan ban hành*."""
    name = issuer and (issuer.full_name or issuer.name)
    if issuer is None or not name:
        return False
    return is_same_organ(party, Party(name, issuer.full_name, issuer.organ_id))
