"""What a clerk reads on a terminal: one document as plain lines, each with its role for the eye."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vanban.cli.output import strip_control
from vanban.cli.summary_words import title

if TYPE_CHECKING:
    from vanban.model.document import Document, Duty, Party, Reference
    from vanban.model.dossier import ParsedFile

Line = tuple[str, str]
"""Role ("head", "field", "duty", "proof", "problem", "") and text."""

_MARGIN = 16


def summarise(file: ParsedFile, lang: str, width: int = 100) -> list[Line]:
    """The lines of a file and of each document in it."""
    source = file.source
    pages = f", {source.pages} {title(lang, 'pages')}" if source.pages else ""
    lines: list[Line] = [("head", strip_control(f"{source.path} ({source.reader}{pages})"))]
    for number, document in enumerate(file.documents, start=1):
        lines += [("", ""), *summarise_document(document, number, len(file.documents), lang, width)]
    if not file.documents:
        lines.append(("problem", title(lang, "nothing")))
    return lines


def summarise_document(document: Document, number: int, total: int, lang: str, width: int) -> Iterator[Line]:
    """The lines of one document: fields, references, duties, problems."""
    kind = document.document_type.name if document.document_type else title(lang, "document")
    code = document.code.text if document.code else ""
    place = f"[{number}/{total}] " if total > 1 else ""
    yield "head", strip_control(f"{place}{kind} {code}".strip())
    for name, text in _fields(document, lang):
        yield from _field(name, text, width)
    if document.references:
        yield "field", f"{title(lang, 'references')} ({len(document.references)})"
        for reference in document.references:
            yield from _wrapped("", _reference(reference, lang), width, "  - ", "    ")
    yield "field", f"{title(lang, 'duties')} ({len(document.duties)})"
    for position, duty in enumerate(document.duties, start=1):
        yield from _duty(duty, position, lang, width)
    if document.problems:
        yield "field", f"{title(lang, 'problems')} ({len(document.problems)})"
        for problem in document.problems:
            yield from _wrapped("problem", f"{problem.message} [{problem.code}]", width, "  ! ", "    ")


def _fields(document: Document, lang: str) -> Iterator[tuple[str, str]]:
    issued = document.promulgation
    issuer = document.issuer
    if document.secrecy:
        yield title(lang, "secrecy"), document.secrecy
    if document.priority:
        yield title(lang, "priority"), document.priority
    if issuer:
        printed = " / ".join(part for part in (issuer.parent, issuer.name) if part)
        full = issuer.full_name if issuer.full_name and issuer.full_name != printed else None
        yield title(lang, "issuer"), f"{full} ({printed})" if full and printed else full or printed
    if issued:
        yield title(lang, "issued"), ", ".join(part for part in (issued.place, _day(issued.date)) if part)
    yield title(lang, "subject"), document.subject or ""
    yield (
        title(lang, "signers"),
        "; ".join(
            " ".join(part for part in (signer.competence, signer.position, signer.full_name) if part)
            for signer in document.signers
        ),
    )
    yield title(lang, "addressees"), _parties(document.addressees)
    yield title(lang, "recipients"), _parties(document.to_places)


def _duty(duty: Duty, number: int, lang: str, width: int) -> Iterator[Line]:
    yield from _wrapped("duty", duty.action or duty.text, width, f"  {number:>2}. ", "      ")
    deadline = duty.deadline
    due = ""
    if deadline:
        due = f"{_day(deadline.date)} ({deadline.text})" if deadline.date else deadline.text
        due += f". {deadline.warning}" if deadline.warning else ""
    facts = (
        ("assignees", _parties(duty.assignees)),
        ("coordinators", _parties(duty.coordinators)),
        ("instructed_by", _parties(duty.instructed_by)),
        ("via", duty.via.name if duty.via else ""),
        ("transmitted_by", _parties(duty.transmitted_by)),
        ("deadline", due or title(lang, "no_deadline")),
        ("deliverable", duty.deliverable or ""),
        ("report_to", _parties(duty.report_to)),
        ("condition", duty.condition or ""),
        ("inherits", f"{len(duty.inherits)} {title(lang, 'of_other')}" if duty.inherits else ""),
        ("place", duty.path),
    )
    for key, text in facts:
        if text:
            yield from _wrapped("", text, width, f"      {title(lang, key) + ':':<13} ", " " * 20)
    yield from _wrapped(
        "proof", f"“{' '.join(duty.text.split())}”", width, f"      {title(lang, 'proof') + ':':<13} ", " " * 20
    )


def _reference(reference: Reference, lang: str) -> str:
    code = reference.code.text if reference.code else ""
    named = " ".join(part for part in (reference.document_type, code) if part) or reference.text
    places = ", ".join(pinpoint.path for pinpoint in reference.pinpoints)
    parts = [named, _day(reference.date), reference.issuer, f"{title(lang, 'at')} {places}" if places else ""]
    relation = title(lang, f"relation_{reference.relation}")
    return ", ".join(part for part in parts if part) + f" ({relation})"


def _parties(parties: Sequence[Party]) -> str:
    return "; ".join(f"{party.name} ({party.purpose})" if party.purpose else party.name for party in parties)


def _field(name: str, text: str, width: int) -> Iterator[Line]:
    if text:
        yield from _wrapped("", text, width, f"{name + ':':<{_MARGIN}}", " " * _MARGIN)


def _wrapped(role: str, text: str, width: int, first: str, rest: str) -> Iterator[Line]:
    plain = " ".join(strip_control(text).split())
    for line in textwrap.wrap(
        plain, max(width, 50), initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    ):
        yield role, line


def _day(iso: str | None) -> str:
    """A date as clerks write it; what is no full date stays as it is."""
    parts = (iso or "").split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 else iso or ""
