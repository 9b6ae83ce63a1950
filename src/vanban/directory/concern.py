"""What of a dossier concerns an organ and why; the one place that tracking list, graph and drafts ask."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import msgspec

from vanban.directory.membership import tell_membership
from vanban.directory.names import Directory, Lookup, Setting
from vanban.directory.setting import read_settings
from vanban.directory.succession import move_territory
from vanban.model.document import Document, Party
from vanban.notation.organ import names_same_organ


@dataclasses.dataclass(frozen=True)
class Enquiry:
    """The question of an organ at a day: `names` says whether a party is it, `membership` why a class takes it in."""

    directory: Directory
    organ: str
    day: str | None
    settings: dict[str, Setting]
    ids: dict[str, frozenset[str]]
    """The ids of the organ in each document: as it was at its date, and as it is at the day of the question."""

    def names(self, party: Party, document: Document) -> bool:
        """Whether a party is the organ, or one whose place it took until the day; by id where both have one."""
        if party.kind == "group":
            return False
        mine = self.ids[document.id]
        if mine and party.organ_id:
            later = [step.organ_id for step in party.successors if self.day is None or step.date <= self.day]
            return bool(mine & {party.organ_id, *later})
        return any(names_same_organ(name, self.organ) for name in (party.full_name, party.name) if name)

    def succession(self, party: Party, document: Document) -> str | None:
        """That the organ took a party's place, by which decree, from when; None where it is the party itself."""
        mine = self.ids[document.id]
        if party.kind == "group" or party.organ_id in mine:
            return None
        step = next((step for step in party.successors if step.organ_id in mine), None)
        if step is None or (self.day is not None and step.date > self.day):
            return None
        return f"kế tục {party.name} từ {step.date}" + (f" ({step.basis})" if step.basis else "")

    def membership(self, party: Party, document: Document) -> str | None:
        """Why the organ belongs to the class that a party names, or None."""
        setting = self.settings[document.id]
        return tell_membership(self.directory, self.organ, party, document, setting, self.day)


def _find_ids(directory: Directory, organ: str, setting: Setting, day: str | None) -> Iterator[str]:
    moments = [setting]
    if day and (setting.date is None or day > setting.date):
        province = setting.province and move_territory(directory, setting.province, day)
        moments.append(msgspec.structs.replace(setting, date=day, province=province))
    for moment in moments:
        found = directory.resolve(organ, moment).found
        if found:
            yield found.id


def ask(directory: Directory, organ: str, documents: list[Document], day: str | None) -> Enquiry:
    """An enquiry of `organ` about documents at a day."""
    settings = read_settings(Lookup(directory), documents)
    ids = {name: frozenset(_find_ids(directory, organ, setting, day)) for name, setting in settings.items()}
    return Enquiry(directory, organ, day, settings, ids)
