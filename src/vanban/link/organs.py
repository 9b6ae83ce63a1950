"""Names of organs to ids of the directory, by issuer and date; what followed a merged organ; what stays ambiguous."""

from __future__ import annotations

import functools
import operator
import re
from collections.abc import Callable, Hashable, Sequence

import msgspec

from vanban.directory import Directory, Found, Resolution, Setting
from vanban.directory.names import Lookup, names_person
from vanban.directory.setting import read_settings
from vanban.directory.succession import list_successors
from vanban.directory.validity import is_begun, is_ended, is_long_ended
from vanban.judgements import Judgements
from vanban.model.document import Document, Duty, Evidence, Issuer, Party, Successor
from vanban.model.text import Problem, Span
from vanban.notation.person import is_surname, parse_person

_Look = Callable[[str], Resolution]
"""A name in the setting of a document."""
AMBIGUOUS, ENDED = "organ-ambiguous", "organ-ended"


def resolve_organs(
    documents: Sequence[Document], directory: Directory, judgements: Judgements | None = None
) -> list[Document]:
    """The documents, each issuer and party with the id of its organ where one remains, and with what followed it.

    What a person decided of a name (`judgements`) goes before what issuer and date tell. A document issued under
    another ("Ban hành kèm theo") is read by the issuer and date of that one.
    """
    lookup = Lookup(directory)
    judged = judgements or Judgements()
    settings = read_settings(lookup, documents)
    readers: dict[Hashable, _Reader] = {}
    resolved = []
    for document in documents:
        setting = _judge_setting(directory, document, settings[document.id], judged)
        reader = readers.setdefault(lookup.sign(setting), _Reader(lookup, setting))
        read = _resolve_document(document, reader, setting)
        resolved.append(_judge_document(directory, read, judged) if judged.given else read)
    return resolved


class _Reader:
    """Reads parties in one setting, each name once."""

    def __init__(self, lookup: Lookup, setting: Setting) -> None:
        self._directory = lookup.directory
        self._look: _Look = functools.partial(lookup.resolve, setting=setting)
        self._setting = setting
        self._organs: dict[tuple[str, str, str | None, str | None], tuple[str | None, list[Successor]]] = {}
        self._doubts: dict[tuple[str, str, str | None], tuple[str, str] | None] = {}

    def resolve(self, party: Party) -> Party:
        """The party with its organ and what followed that."""
        key = (party.kind, party.name, party.full_name, party.same_as)
        known = self._organs.get(key)
        if known is None:
            found = find_organ(self._directory, party, self._setting, self._look)
            following = list_successors(self._directory, found) if found else []
            known = self._organs[key] = (found.id if found else None, following)
        if party.organ_id == known[0] and party.successors == known[1]:
            return party
        return msgspec.structs.replace(party, organ_id=known[0], successors=known[1])

    def doubt(self, party: Party) -> Problem | None:
        """What an assignee's name leaves open."""
        key = (party.kind, party.name, party.full_name)
        if key not in self._doubts:
            self._doubts[key] = _doubt(self._directory, party, self._setting, self._look)
        told = self._doubts[key]
        return Problem(*told, span=party.span) if told else None


def _resolve_document(document: Document, reader: _Reader, setting: Setting) -> Document:
    problems = {problem: None for problem in document.problems if problem.code not in (AMBIGUOUS, ENDED)}
    for duty in document.duties:
        for party in (*duty.assignees, *duty.coordinators):
            if problem := reader.doubt(party):
                problems[problem] = None
    issuer, evidence = _resolve_issuer(document, setting)
    read = msgspec.structs.replace(document, issuer=issuer, evidence=evidence, problems=list(problems))
    return _map_parties(read, reader.resolve)


def _judge_setting(directory: Directory, document: Document, setting: Setting, judgements: Judgements) -> Setting:
    """The setting with the issuer that a person named: its province is then that of the document's names."""
    if document.issuer is None:
        return setting
    name = document.issuer.full_name or document.issuer.name or ""
    chosen, refused = judgements.organ(document.id, name)
    found = directory.find(chosen.is_ or "") if chosen else setting.issuer
    if found is None or found.id in refused:
        return msgspec.structs.replace(setting, issuer=None)
    if chosen is None:
        return setting
    return msgspec.structs.replace(
        setting, issuer=found, province=found.territory, level=found.organ.level, place=found.place
    )


def _judge_document(directory: Directory, document: Document, judgements: Judgements) -> Document:
    """The document with the organs that a person named; what was doubtful of them is settled."""
    settled: set[Span | None] = set()

    def judge(party: Party) -> Party:
        chosen, refused = judgements.organ(document.id, party.name)
        if chosen is None:
            refuses = party.organ_id in refused
            return msgspec.structs.replace(party, organ_id=None, successors=[]) if refuses else party
        settled.add(party.span)
        found = directory.find(chosen.is_ or "")
        following = list_successors(directory, found) if found else []
        return msgspec.structs.replace(party, organ_id=chosen.is_, successors=following)

    judged = _map_parties(document, judge)
    kept = [one for one in judged.problems if one.code not in (AMBIGUOUS, ENDED) or one.span not in settled]
    return msgspec.structs.replace(judged, problems=kept)


def _resolve_issuer(document: Document, setting: Setting) -> tuple[Issuer | None, dict[str, Evidence]]:
    """The issuer with its id, which is proven where its name is."""
    evidence = {path: each for path, each in document.evidence.items() if path != "issuer.organ_id"}
    if document.issuer is None:
        return None, evidence
    found = setting.issuer
    if found and "issuer.name" in evidence:
        evidence["issuer.organ_id"] = evidence["issuer.name"]
    return msgspec.structs.replace(document.issuer, organ_id=found.id if found else None), evidence


def _map_parties(document: Document, read: Callable[[Party], Party]) -> Document:
    """The document with each party as `read` gives it."""
    return msgspec.structs.replace(
        document,
        addressees=_map(document.addressees, read),
        to_places=_map(document.to_places, read),
        duties=[_map_duty(duty, read) for duty in document.duties],
    )


def _map(parties: list[Party], read: Callable[[Party], Party]) -> list[Party]:
    """The parties as `read` gives them; the list itself where nothing is new."""
    mapped = [read(party) for party in parties]
    return parties if all(map(operator.is_, mapped, parties)) else mapped


def _map_duty(duty: Duty, read: Callable[[Party], Party]) -> Duty:
    before = (duty.assignees, duty.coordinators, duty.instructed_by, duty.transmitted_by, duty.report_to)
    after = [_map(parties, read) for parties in before]
    via = read(duty.via) if duty.via else None
    if via is duty.via and all(map(operator.is_, after, before)):
        return duty
    assignees, coordinators, instructed_by, transmitted_by, report_to = after
    return msgspec.structs.replace(
        duty,
        assignees=assignees,
        coordinators=coordinators,
        instructed_by=instructed_by,
        transmitted_by=transmitted_by,
        report_to=report_to,
        via=via,
    )


def find_organ(directory: Directory, party: Party, setting: Setting, look: _Look) -> Found | None:
    """The organ of a party: of an office-holder the one that he heads or sits in; a class has none."""
    if party.kind == "group" or party.same_as:
        return None
    for holder in directory.holders if party.kind in ("person", "office") else ():
        if names_person(holder, party.name) and is_begun(holder, setting.date) and not is_ended(holder, setting.date):
            return directory.find(holder.organ)
    names = [name for name in (party.full_name, party.name) if name]
    names += [cut for name in names if (cut := _without_rest(name, party.kind)) != name]
    if party.kind in ("person", "office"):
        names += [_without_person(name) for name in names]
    founds = (look(name).found for name in names)
    return next((found for found in founds if found), None)


def _without_rest(name: str, kind: str) -> str:
    """A name without what says more of whom in the organ is meant, or what else somebody is.

    >>> _without_rest("VPUB: CVP, PCVP", "organ"), _without_rest("Bộ Công an (qua Cục A03)", "organ")
    ('VPUB', 'Bộ Công an')
    >>> _without_rest("Bộ trưởng Bộ Y tế - Trưởng ban", "office"), _without_rest("Sở: NN&MT, TC", "organ")
    ('Bộ trưởng Bộ Y tế', 'Sở: NN&MT, TC')
    """
    cut = re.split(r"\s+\(|\s+[-–]\s+" if kind in ("person", "office") else r"\s+\(", name)[0]
    head, colon, _ = cut.partition(":")
    # "Sở: …", "TT: …" begin a list; a longer head or an abbreviation of an organ is one organ.
    return head if colon and (" " in head or (head.isupper() and len(head) > 3)) else cut


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


def _doubt(directory: Directory, party: Party, setting: Setting, look: _Look) -> tuple[str, str] | None:
    """A code and what an assignee's name leaves open; without a date nothing, for its lack is told."""
    if party.kind == "group" or setting.date is None:
        return None
    resolution = look(party.name)
    if resolution.status == "ambiguous":
        between = ", ".join(f"“{name}”" for name in resolution.candidates)
        sentence = f"“{party.name}” có thể là {between}; hãy đối chiếu với văn bản gốc."
        return AMBIGUOUS, sentence
    found = find_organ(directory, party, setting, look)
    records = [record for record in (found.organ, found.territory) if record] if found else []
    past = next((record for record in records if is_long_ended(record, setting.date)), None)
    if found is None or past is None:
        return None
    following = list_successors(directory, found)
    now = f"; kế tục là “{following[-1].name}”" if following else ""
    by = f" ({past.basis})" if past.basis else ""
    sentence = f"“{party.name}” không còn từ sau ngày {past.valid_to}{by}{now}; hãy đối chiếu tên cơ quan được giao."
    return ENDED, sentence
