"""The tasks of one organ in a dossier, *nhiệm vụ của cơ quan*: duties laid on it by name, and what stands behind
a duty that only hands others on.

A letter that says "Giao Sở Y tế thực hiện khoản 3 Mục IV của Kế hoạch" hands on the duties of that place: those of
them whose assignee is the organ are its tasks, the sentence of the letter is not one beside them. Where none of the
handed duties names the organ, the sentence itself is the task. Duties of a class ("các sở, ban, ngành") are none.
"""

from __future__ import annotations

import msgspec

from vanban.directory import Directory, Enquiry, ask, load_directory
from vanban.model.document import Document, Duty, Party
from vanban.model.dossier import Dossier
from vanban.notation.organ import is_member
from vanban.write.drafts.grounds import name_issuer


class Task(msgspec.Struct, frozen=True):
    """A duty of the organ and the document that it stands in."""

    duty: Duty
    document: Document


class Assignment(msgspec.Struct, frozen=True):
    """All tasks of an organ, and the documents that order it: the one with most tasks first, then by date.

    `names` are the parties as printed that the organ was recognised by, each with its document and its duty's id.
    """

    tasks: list[Task]
    orders: list[Document]
    names: list[tuple[Document, Party, str]]


def find_assignment(dossier: Dossier, organ: str, directory: Directory | None = None) -> Assignment:
    """The tasks of `organ`, without those that it lays on itself in documents of its own.

    Parties are recognised as for the tracking list: by id in the `directory`, also where the organ took another's
    place since; by name where either has no id.
    """
    enquiry = ask(directory or load_directory(), organ, dossier.documents, None)
    homes = {duty.id: Task(duty, document) for document in dossier.documents for duty in document.duties}
    own = [task for task in homes.values() if _concerns(task, enquiry) and not issued_by(task.document, enquiry)]
    kept: set[str] = set()
    orders: set[str] = set()
    for task in own:
        orders.add(task.document.id)
        for end in _resolve(task, homes, enquiry, frozenset()):
            kept.add(end.duty.id)
            orders.add(end.document.id)
    tasks = [task for key, task in homes.items() if key in kept]
    documents = [document for document in dossier.documents if document.id in orders]
    return Assignment(
        tasks=tasks,
        orders=rank_orders(documents, tasks),
        names=[
            (task.document, party, task.duty.id)
            for task in own
            for party in task.duty.assignees
            if enquiry.names(party, task.document)
        ],
    )


def count_class_duties(dossier: Dossier, organ: str) -> int:
    """How many duties are laid on a class that the organ belongs to."""
    return sum(
        any(is_member(organ, party.name) for party in duty.assignees)
        for document in dossier.documents
        for duty in document.duties
    )


def _concerns(task: Task, enquiry: Enquiry) -> bool:
    return any(enquiry.names(party, task.document) for party in task.duty.assignees)


def issued_by(document: Document, enquiry: Enquiry) -> bool:
    """Whether the document is the organ's own."""
    issuer = document.issuer
    name = name_issuer(issuer)
    return issuer is not None and bool(name) and enquiry.names(Party(name, organ_id=issuer.organ_id), document)


def _resolve(task: Task, homes: dict[str, Task], enquiry: Enquiry, passed: frozenset[str]) -> list[Task]:
    """What stands behind a task: the handed duties of the organ, through any number of documents, or itself."""
    seen = passed | {task.duty.id}
    handed = [
        homes[key] for key in task.duty.inherits if key in homes and key not in seen and _concerns(homes[key], enquiry)
    ]
    return [end for inner in handed for end in _resolve(inner, homes, enquiry, seen)] or [task]


def rank_orders(documents: list[Document], tasks: list[Task]) -> list[Document]:
    """Documents that order tasks: the one with most of them first, then by date."""
    return sorted(documents, key=lambda document: _rank(document, tasks))


def _rank(document: Document, tasks: list[Task]) -> tuple[int, str]:
    count = sum(task.document.id == document.id for task in tasks)
    date = document.promulgation.date if document.promulgation and document.promulgation.date else "9999"
    return (-count, date)
