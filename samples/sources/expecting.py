"""How a sample and its expectations are written down: records like those of a label file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from making import Sheet

Record = dict[str, Any]


@dataclass(frozen=True)
class Sample:
    """One file: `stem` with `suffix` ("docx", "pdf", "txt"), its sheets, and a record for each document in it.

    `text` says how a .txt is written: "columns" or "rows" (pasted from Word) or "crawled" (as law portals give it).
    """

    stem: str
    suffix: Literal["docx", "pdf", "txt"]
    sheets: tuple[Sheet, ...]
    documents: tuple[Record, ...]
    english: str
    vietnamese: str
    text: Literal["columns", "rows", "crawled"] = "columns"
    note: str = ""


def listed(text: str) -> list[str]:
    """Entries of a list written with "|" between them.

    >>> listed("Sở Y tế | Sở Nội vụ")
    ['Sở Y tế', 'Sở Nội vụ']
    """
    return [entry.strip() for entry in text.split("|") if entry.strip()]


def duty(
    assignees: str, action: str, *, co: str = "", by: str | None = None, every: str | None = None, to: str | None = None
) -> Record:
    """A duty: assignees and co-ordinators (`co`) with "|" between them, deadline (`by`, ISO 8601), recurrence
    (`every`), receiver of the report (`to`)."""
    return {
        "assignees": listed(assignees),
        "action": action,
        "coordinators": listed(co),
        "deadline": by,
        "recurrence": every,
        "report_to": to,
    }


def record(
    document_type: str,
    code: str | None = None,
    *,
    date: str | None = None,
    place: str | None = None,
    issuer: str | None = None,
    parent: str | None = None,
    subject: str | None = None,
    priority: str | None = None,
    addressees: str = "",
    recipients: str = "",
    signer: str = "",
    references: str = "",
    duties: tuple[Record, ...] | list[Record] | None = (),
) -> Record:
    """A document: `code` is number and notation with a blank between them ("-" where the number is blank),
    `signer` is name, position and marks of competence with "|" between them."""
    number, notation = code.split(" ", 1) if code else (None, None)
    signers = []
    if signer:
        name, position, competence = ([part.strip() or None for part in signer.split("|")] + [None, None])[:3]
        signers.append({"full_name": name, "position": position, "competence": competence})
    return {
        "document_type": document_type,
        "number": None if number == "-" else number,
        "notation": notation,
        "date": date,
        "place": place,
        "issuer": issuer,
        "issuer_parent": parent,
        "subject": subject,
        "priority": priority,
        "addressees": listed(addressees),
        "recipients": listed(recipients),
        "signers": signers,
        "references": listed(references),
        "duties": None if duties is None else list(duties),
    }
