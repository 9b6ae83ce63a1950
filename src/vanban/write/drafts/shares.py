"""Who got which duties, *phân công*: the tasks of a dossier by the organs that they are laid on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vanban.directory import Enquiry
from vanban.model.document import Document, Duty, Party
from vanban.model.dossier import Dossier
from vanban.notation.folding import match_key
from vanban.notation.organ import names_same_organ
from vanban.write.drafts.tasks import Task, rank_orders
from vanban.write.drafts.words import Words, join, party_words, upper_first


class Share(NamedTuple):
    """Organs that are named together, and their tasks in the order of the papers."""

    parties: tuple[Party, ...]
    tasks: list[Task]

    def name(self) -> Words:
        """The organs as printed: "Sở Y tế, Sở Nội vụ"."""
        return upper_first(join(self.names()))

    def names(self) -> list[Words]:
        """Each organ as printed."""
        first = self.tasks[0]
        return [party_words(first.document, party, first.duty.id) for party in self.parties]


def share_out(dossier: Dossier, writer: Enquiry, only: Iterable[str] = ()) -> list[Share]:
    """The tasks of all organs but the one that writes; with `only`, of those organs alone.

    A duty that only hands on others is left out for the organs that these name: they have the duties themselves.
    """
    homes = {duty.id: Task(duty, document) for document in dossier.documents for duty in document.duties}
    wanted = list(only)
    shares: dict[tuple[str, ...], Share] = {}
    for task in homes.values():
        parties = tuple(
            party
            for party in task.duty.assignees
            if not writer.names(party, task.document)
            and not _holds_itself(party, task.duty, homes)
            and (not wanted or any(names_same_organ(party.name, name) for name in wanted))
        )
        if parties:
            key = tuple(match_key(party.name) for party in parties)
            shares.setdefault(key, Share(parties, [])).tasks.append(task)
    return list(shares.values())


def _holds_itself(party: Party, duty: Duty, homes: dict[str, Task]) -> bool:
    return any(
        _same(party, other)
        for key in duty.inherits
        if key in homes and not _leads_to(homes[key].duty, duty.id, homes, set())
        for other in homes[key].duty.assignees
    )


def _leads_to(duty: Duty, target: str, homes: dict[str, Task], seen: set[str]) -> bool:
    """Whether a duty is, or hands on through any number of others, the one with the id `target`."""
    if duty.id == target:
        return True
    seen.add(duty.id)
    return any(
        _leads_to(homes[key].duty, target, homes, seen) for key in duty.inherits if key in homes and key not in seen
    )


def _same(party: Party, other: Party) -> bool:
    if party.organ_id and other.organ_id:
        return party.organ_id == other.organ_id
    return names_same_organ(party.name, other.name)


def list_orders_of(dossier: Dossier, tasks: list[Task]) -> list[Document]:
    """The documents that the tasks stand in, the one with most of them first."""
    homes = {task.document.id for task in tasks}
    return rank_orders([document for document in dossier.documents if document.id in homes], tasks)
