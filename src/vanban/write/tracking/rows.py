"""The rows of the tracking list: which duties, for whom, in what state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vanban.directory import Directory, Enquiry, ask, load_directory
from vanban.model.document import Document, Duty, Party
from vanban.model.dossier import Dossier, Handover, TrackingRow
from vanban.write.tracking.answers import Answers
from vanban.write.tracking.clarity import find_missing
from vanban.write.tracking.due import count_from_receipt, due_date, find_receipt, list_next, parse_iso
from vanban.write.tracking.status import tell_status


def track(
    dossier: Dossier,
    *,
    organ: str | None = None,
    as_of: date | None = None,
    received: date | None = None,
    directory: Directory | None = None,
) -> list[TrackingRow]:
    """The duties of the dossier, or those that concern `organ`: directly, as member of a class of organs, or handed
    on from another document.

    `as_of` is the day at which the state is told, today by default. `received` is the day on which the document came,
    for deadlines that count from it; without it the stamp "ĐẾN" of the document tells it, or such a deadline stays
    without a date. `directory` is the one that the
    dossier was assembled with. An organ has the duties of those whose place it took until `as_of`. A report of the
    dossier closes the duty that it answers (`answers`).
    """
    day = as_of or date.today()
    enquiry = ask(directory or load_directory(), organ, dossier.documents, day.isoformat()) if organ else None
    concerned = _for_organ(dossier, enquiry) if enquiry else _for_all(dossier)
    answers = Answers(dossier, day, enquiry)
    sharper = _Sharper(dossier)
    receipts = {document.id: find_receipt(document, received) for document in dossier.documents}
    rows = []
    for number, (document, given, parties, concern, handed_on_by, why) in enumerate(concerned, start=1):
        duty = count_from_receipt(given, receipts[document.id])
        own = due_date(duty)
        until, source = sharper.find(duty, handed_on_by, own)
        answer = answers.find(duty, document)
        done = parse_iso(answer.date) if answer and answer.closes else None
        rows.append(
            TrackingRow(
                stt=number,
                duty=duty,
                document=document_name(document),
                for_=parties,
                concern=concern,
                status=tell_status(day, until or own, done),
                missing=find_missing(duty, document),
                handed_on_by=handed_on_by,
                why=why,
                sharper=until.isoformat() if until else None,
                sharper_in=source,
                answer=answer,
                next_dates=[each.isoformat() for each in list_next(duty, day)],
            )
        )
    return rows


class _Sharper:
    """Earlier days for the same work: an upper document's for what hands it on, a lower one's for those it names."""

    def __init__(self, dossier: Dossier) -> None:
        self._documents = {document.id: document for document in dossier.documents}
        self._above: dict[str, list[Handover]] = {}
        self._pairs: dict[tuple[str, str], Handover] = {}
        for handover in dossier.handovers:
            self._above.setdefault(handover.duty, []).append(handover)
            self._pairs[(handover.duty, handover.upper)] = handover

    def find(self, duty: Duty, handed_on_by: list[str], own: date | None) -> tuple[date | None, str]:
        """The earliest day before the duty's `own` and the name of the document that sets it; (None, "") without one.

        `handed_on_by` are the lower duties whose day counts for the one who asks.
        """
        # What hands several duties on has a day for all of them.
        above = self._above.get(duty.id, [])
        known = [(one.deadline, one.upper_document) for one in above] if len(above) == 1 else []
        pairs = [self._pairs.get((lower, duty.id)) for lower in handed_on_by]
        known += [(one.deadline, one.document) for one in pairs if one]
        days = [(day, document) for text, document in known if text and (day := parse_iso(text))]
        day, document = min(days, default=(None, ""))
        if day is None or own is None or day >= own:
            return None, ""
        return day, document_name(self._documents[document])


def document_name(document: Document) -> str:
    """The code of a document, or its type and subject where it has none."""
    if document.code:
        return document.code.text
    kind = document.document_type.name if document.document_type else "Văn bản"
    return f"{kind} {document.subject}" if document.subject else kind


_Concerned = tuple[Document, Duty, list[Party], str, list[str], str]


def _each(dossier: Dossier) -> Iterator[tuple[Document, Duty]]:
    """Every duty once, in the order of the documents; a document that was given twice counts once."""
    seen: set[str] = set()
    for document in dossier.documents:
        for duty in document.duties:
            if duty.id not in seen:
                seen.add(duty.id)
                yield document, duty


def _for_all(dossier: Dossier) -> Iterator[_Concerned]:
    by: dict[str, list[str]] = {}
    for _, duty in _each(dossier):
        for inherited in duty.inherits:
            by.setdefault(inherited, []).append(duty.id)
    for document, duty in _each(dossier):
        named = [party for party in duty.assignees if party.kind != "group"]
        yield document, duty, duty.assignees, "direct" if named else "class", by.get(duty.id, []), ""


def _for_organ(dossier: Dossier, enquiry: Enquiry) -> Iterator[_Concerned]:
    own = {
        duty.id: [party for party in duty.assignees if enquiry.names(party, document)]
        for document, duty in _each(dossier)
    }
    by: dict[str, list[str]] = {}
    replaced: set[str] = set()
    for _, duty in _each(dossier):
        for inherited in duty.inherits if own[duty.id] else ():
            if own.get(inherited) and inherited != duty.id:
                by.setdefault(inherited, []).append(duty.id)
                replaced.add(duty.id)
    for document, duty in _each(dossier):
        named = own[duty.id] or [party for party in duty.coordinators if enquiry.names(party, document)]
        taken_over = next(filter(None, (enquiry.succession(party, document) for party in named)), "")
        if duty.id in by:
            yield document, duty, own[duty.id], "handed_on", by[duty.id], taken_over
        elif duty.id in replaced:
            continue
        elif named:
            yield document, duty, named, "direct", [], taken_over
        elif why := next(filter(None, (enquiry.membership(party, document) for party in duty.assignees)), None):
            yield document, duty, [Party(name=enquiry.organ)], "class", [], why
