"""What a draft is asked for, *yêu cầu soạn thảo*: the dossier, the organ that writes, the day, what the user gave."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from vanban.directory import Directory, Enquiry, ask, load_directory
from vanban.model.dossier import Dossier
from vanban.write.drafts.placeholder import clean_text
from vanban.write.drafts.words import Words, leave, set_words


class Brief(NamedTuple):
    """The request; `organ` is the one that writes, `settings` fill what the dossier cannot know, `day` is the one at
    which the state of a duty is told, `directory` the one that the dossier was assembled with."""

    dossier: Dossier
    organ: str
    settings: dict[str, str]
    day: dt.date
    directory: Directory | None = None

    def gives(self, key: str) -> bool:
        """Whether the user gave a value."""
        return bool(clean_text(self.settings.get(key, "")))

    def ask(self, key: str, what: str) -> Words:
        """What the user gave for `key`, or the place left open that says `what` is wanted."""
        return set_words(key, self.settings[key]) if self.gives(key) else leave(what)

    def list_given(self, key: str) -> list[Words]:
        """What the user gave for `key`, parted by ";"."""
        parts = (clean_text(part) for part in self.settings.get(key, "").split(";"))
        return [set_words(key, part) for part in parts if part]

    def enquire(self) -> Enquiry:
        """The organ as the directory knows it."""
        return ask(self.directory or load_directory(), self.organ, self.dossier.documents, None)
