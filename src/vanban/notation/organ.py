"""Names of organs as strings: whether two name one organ, and whether one belongs to a class of organs."""

from __future__ import annotations


def names_same_organ(left: str, right: str) -> bool:
    """Whether two printed names name one organ ("UBND tỉnh" / "Ủy ban nhân dân tỉnh", "Giám đốc Sở Y tế" / "Sở Y tế")."""
    raise NotImplementedError


def is_member(organ: str, group: str) -> bool:
    """Whether `organ` belongs to the class that `group` names ("Sở Y tế" to "các sở, ban, ngành")."""
    raise NotImplementedError
