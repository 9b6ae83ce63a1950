"""Documents that are cited and not at hand, *văn bản còn thiếu*: one name for all citations of one document."""

from __future__ import annotations

from vanban.model.document import Reference
from vanban.notation.folding import match_key
from vanban.notation.territory import Territory, are_other_names, find_territories


class _Known:
    """A document that is waited for, as far as its citations tell."""

    def __init__(self, name: str, date: str | None, places: tuple[Territory, ...]) -> None:
        self.name, self.date, self.places = name, date, places

    def may_be(self, date: str | None, places: tuple[Territory, ...]) -> bool:
        if self.date and date and self.date != date:
            return False
        if not self.places or not places:
            return True
        return self.places[0].level == places[0].level and not are_other_names(self.places[0].name, places[0].name)


class Waiting:
    """Gives each citation the name of the document that it waits for; another day or place is another document."""

    def __init__(self) -> None:
        """Nothing is waited for yet."""
        self._known: dict[str, list[_Known]] = {}

    def name(self, reference: Reference, home: tuple[Territory, ...]) -> str | None:
        """The name of what `reference` waits for; None where it says too little: neither a number nor a law's name.

        `home` are the territories of the citing document: "UBND tỉnh" is that of its own province.
        """
        said = reference.code.text if reference.code else f"{reference.document_type} {reference.title}"
        if reference.code is None and not reference.title:
            return None
        key = match_key(said).replace(" ", "-")
        places = find_territories(reference.issuer or "")
        if places and not places[0].name:
            places = tuple(own for own in home if own.level == places[0].level)[:1]
        known = self._known.setdefault(key, [])
        for one in known:
            if one.may_be(reference.date, places):
                one.date, one.places = one.date or reference.date, one.places or places
                return one.name
        parts = [f"document:{key}"]
        if known:
            parts += [part for part in (reference.date, *(place.name.replace(" ", "-") for place in places)) if part]
            parts += [str(len(known) + 1)] if len(parts) == 1 else []
        known.append(_Known("@".join(parts), reference.date, places))
        return known[-1].name
