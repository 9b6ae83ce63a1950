"""A parsed document with the keys of a label record, so that both can be compared."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from vanban.model.document import Document, Duty


def header(document: Document) -> dict[str, Any]:
    """All labelled keys of a document but its duties."""
    kind, code, issued, issuer = document.document_type, document.code, document.promulgation, document.issuer
    return {
        "document_type": kind and kind.name,
        "number": code and code.number,
        "notation": code and code.notation,
        "date": issued and issued.date,
        "place": issued and issued.place,
        "issuer": issuer and issuer.name,
        "issuer_parent": issuer and issuer.parent,
        "subject": document.subject,
        "priority": document.priority,
        "addressees": [party.name for party in document.addressees],
        "recipients": [party.name for party in document.to_places],
        "signers": [
            {"full_name": s.full_name, "position": s.position, "competence": s.competence} for s in document.signers
        ],
        "references": sorted(r.code.text for r in document.references if r.code),
    }


def expected_header(label: dict[str, Any]) -> dict[str, Any]:
    """The same of a label; the purpose in brackets behind a recipient is not part of its name."""
    kept = {key: value for key, value in label.items() if key != "duties"}
    kept["recipients"] = [re.sub(r"\s*\([^()]*\)\s*$", "", name) or name for name in label["recipients"]]
    kept["references"] = sorted(label["references"])
    return kept


def details(duty: Duty) -> dict[str, Any]:
    """All labelled keys of a duty but its action."""
    return {
        "assignees": [party.name for party in duty.assignees],
        "coordinators": [party.name for party in duty.coordinators],
        "deadline": duty.deadline and duty.deadline.date,
        "recurrence": duty.deadline and duty.deadline.recurrence,
        "report_to": ", ".join(party.name for party in duty.report_to) or None,
    }


def differences(duty: Duty, label: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What was read and what is labelled, for each key in which a duty differs from its label.

    A label's recurrence is the whole phrase, "trước ngày 05-6 hằng năm"; what was read must stand in it.
    """
    found = {key: (value, label[key]) for key, value in details(duty).items() if value != label[key]}
    read, wanted = found.get("recurrence", (None, None))
    if read and wanted and says(wanted, read):
        del found["recurrence"]
    return found


def words(text: str) -> list[str]:
    """The words of a text in lower case, without punctuation and marks of emphasis."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())


def says(text: str, action: str) -> bool:
    """Whether the words of `action` stand in `text` one after the other."""
    return f" {' '.join(words(action))} " in f" {' '.join(words(text))} "
