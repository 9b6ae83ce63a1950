"""What followed an organ that was merged, renamed or whose province was: step by step, with basis and day."""

from __future__ import annotations

from datetime import date, timedelta

from vanban.directory.names import Directory, Found, make_found
from vanban.model.directory import Organ
from vanban.model.document import Successor

_STEPS = 8
"""More would be a circle in the data."""


def list_successors(directory: Directory, found: Found) -> list[Successor]:
    """The organs that took an organ's place, in order of time, each with the day, decree and how sure.

    Of several successors the first is followed; the record's note says what went elsewhere.
    """
    steps: list[Successor] = []
    current = found
    for _ in range(_STEPS):
        ends = [record for record in (current.organ, current.territory) if record and record.valid_to]
        ended = min(ends, key=lambda record: record.valid_to or "", default=None)
        following = _follow(directory, current, ended) if ended else None
        if ended is None or following is None:
            break
        day = (date.fromisoformat(ended.valid_to or "") + timedelta(days=1)).isoformat()
        steps.append(
            Successor(
                organ_id=following.id,
                name=following.name,
                date=max(day, following.organ.valid_from or day),  # there may be years between the two
                basis=ended.basis,
                certainty=ended.certainty,
                note=ended.note,
            )
        )
        current = following
    return steps


def move_territory(directory: Directory, territory: Organ, day: str) -> Organ:
    """The province that stands at `day` where `territory` stood."""
    for _ in range(_STEPS):
        following = [directory.organs.get(f"/{identifier}") for identifier in territory.successors]
        if territory.valid_to is None or territory.valid_to >= day or not following or following[0] is None:
            break
        territory = following[0]
    return territory


def _follow(directory: Directory, found: Found, ended: Organ) -> Found | None:
    """The next organ; None where the directory names none: districts ended without one."""
    if not ended.successors:
        return None
    name = ended.successors[0]
    if ended is found.territory:
        territory = directory.organs.get(f"/{name}")
        return make_found(found.organ, territory, found.place) if territory else None
    organ = directory.organs.get(f"{ended.level}/{name}") or directory.organs.get(f"/{name}")
    if organ is None:
        return directory.find(name)
    return make_found(organ, found.territory if organ.level == ended.level else None, found.place)
