"""Names of organs to ids of the directory, by issuer and date; what followed a merged organ; what stays ambiguous."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

import msgspec

from vanban.directory import Directory, Found, Resolution, Setting
from vanban.directory.names import names_person
from vanban.directory.setting import read_settings
from vanban.directory.succession import list_successors
from vanban.directory.validity import is_begun, is_ended, is_long_ended
from vanban.model.document import Document, Duty, Evidence, Issuer, Party
from vanban.model.text import Problem
from vanban.notation.person import is_surname, parse_person

_Look = Callable[[str], Resolution]
"""A name in the setting of one document, each looked up once."""
AMBIGUOUS, ENDED = "organ-ambiguous", "organ-ended"


def resolve_organs(documents: Sequence[Document], directory: Directory) -> list[Document]:
    """The documents, each issuer and party with the id of its organ where one remains, and with what followed it.

    A document issued under another ("Ban hành kèm theo") is read by the issuer and date of that one.
    """
    settings = read_settings(directory, documents)
    return [_resolve_document(directory, document, settings[document.id]) for document in documents]


def _resolve_document(directory: Directory, document: Document, setting: Setting) -> Document:
    known: dict[tuple[str, str, str | None, str | None], Party] = {}
    look = functools.cache(functools.partial(directory.resolve, setting=setting))
    problems = {problem: None for problem in document.problems if problem.code not in (AMBIGUOUS, ENDED)}

    def resolve(party: Party) -> Party:
        key = (party.kind, party.name, party.full_name, party.same_as)
        if key not in known:
            known[key] = _resolve_party(directory, party, setting, look)
        first = known[key]
        if (party.organ_id, party.successors) == (first.organ_id, first.successors):
            return party
        return msgspec.structs.replace(party, organ_id=first.organ_id, successors=first.successors)

    def doubt(party: Party) -> None:
        problem = _doubt(directory, party, setting, look)
        if problem:
            problems[problem] = None

    for duty in document.duties:
        for party in (*duty.assignees, *duty.coordinators):
            doubt(party)
    issuer, evidence = _resolve_issuer(document, setting)
    return msgspec.structs.replace(
        document,
        issuer=issuer,
        evidence=evidence,
        addressees=[resolve(party) for party in document.addressees],
        to_places=[resolve(party) for party in document.to_places],
        duties=[_resolve_duty(duty, resolve) for duty in document.duties],
        problems=list(problems),
    )


def _resolve_issuer(document: Document, setting: Setting) -> tuple[Issuer | None, dict[str, Evidence]]:
    """The issuer with its id, which is proven where its name is."""
    evidence = {path: each for path, each in document.evidence.items() if path != "issuer.organ_id"}
    if document.issuer is None:
        return None, evidence
    found = setting.issuer
    if found and "issuer.name" in evidence:
        evidence["issuer.organ_id"] = evidence["issuer.name"]
    return msgspec.structs.replace(document.issuer, organ_id=found.id if found else None), evidence


def _resolve_duty(duty: Duty, resolve: Callable[[Party], Party]) -> Duty:
    return msgspec.structs.replace(
        duty,
        assignees=[resolve(party) for party in duty.assignees],
        coordinators=[resolve(party) for party in duty.coordinators],
        instructed_by=[resolve(party) for party in duty.instructed_by],
        transmitted_by=[resolve(party) for party in duty.transmitted_by],
        report_to=[resolve(party) for party in duty.report_to],
        via=resolve(duty.via) if duty.via else None,
    )


def _resolve_party(directory: Directory, party: Party, setting: Setting, look: _Look) -> Party:
    found = find_organ(directory, party, setting, look)
    return msgspec.structs.replace(
        party,
        organ_id=found.id if found else None,
        successors=list_successors(directory, found) if found else [],
    )


def find_organ(directory: Directory, party: Party, setting: Setting, look: _Look) -> Found | None:
    """The organ of a party: of an office-holder the one that he heads or sits in; a class has none."""
    if party.kind == "group" or party.same_as:
        return None
    for holder in directory.holders if party.kind in ("person", "office") else ():
        if names_person(holder, party.name) and is_begun(holder, setting.date) and not is_ended(holder, setting.date):
            return directory.find(holder.organ)
    names = [name for name in (party.full_name, party.name) if name]
    if party.kind in ("person", "office"):
        names += [_without_person(name) for name in names]
    founds = (look(name).found for name in names)
    return next((found for found in founds if found), None)


def _without_person(name: str) -> str:
    """An office without the name of the person who holds it.

    >>> _without_person("Phó Chủ tịch UBND tỉnh Nguyễn Văn An"), _without_person("Chủ tịch UBND tỉnh An Giang")
    ('Phó Chủ tịch UBND tỉnh', 'Chủ tịch UBND tỉnh An Giang')
    """
    words = name.split()
    for length in (4, 3, 2):
        tail = words[-length:]
        if len(words) > length + 1 and is_surname(tail[0]) and parse_person(" ".join(tail)):
            return " ".join(words[:-length])
    return name


def _doubt(directory: Directory, party: Party, setting: Setting, look: _Look) -> Problem | None:
    """What an assignee's name leaves open, in a sentence; without a date there is none, for its lack is told."""
    if party.kind == "group" or setting.date is None:
        return None
    resolution = look(party.name)
    if resolution.status == "ambiguous":
        between = ", ".join(f"“{name}”" for name in resolution.candidates)
        sentence = f"“{party.name}” có thể là {between}; hãy đối chiếu với văn bản gốc."
        return Problem(AMBIGUOUS, sentence, span=party.span)
    found = find_organ(directory, party, setting, look)
    records = [record for record in (found.organ, found.territory) if record] if found else []
    past = next((record for record in records if is_long_ended(record, setting.date)), None)
    if found is None or past is None:
        return None
    following = list_successors(directory, found)
    now = f"; kế tục là “{following[-1].name}”" if following else ""
    by = f" ({past.basis})" if past.basis else ""
    sentence = f"“{party.name}” không còn từ sau ngày {past.valid_to}{by}{now}; hãy đối chiếu tên cơ quan được giao."
    return Problem(ENDED, sentence, span=party.span)
