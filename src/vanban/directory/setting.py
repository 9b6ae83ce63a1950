"""What a document says of itself that names in it are read by: issuer, province, level, date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from vanban.directory.names import Lookup, Resolution, Setting
from vanban.model.directory import Organ
from vanban.model.document import Document, Duty, Party
from vanban.notation.organ import organ_key

_LOCAL = ("province", "district", "commune")


def read_setting(lookup: Lookup, document: Document) -> Setting:
    """The setting of a document: its issuer as printed, with the organ above it; the province from either, from the
    place of issue where a provincial organ prints none, or from the one province that its parties name."""
    promulgation, issuer = document.promulgation, document.issuer
    setting = Setting(date=promulgation.date if promulgation else None, system=document.system)
    if issuer is None:
        return setting
    joined = (f"{issuer.parent} {issuer.name}", f"{issuer.name} {issuer.parent}") if issuer.parent else ()
    own = _first(lookup, setting, (issuer.full_name, *joined, issuer.name))
    above = _first(lookup, setting, (issuer.parent,))
    setting = _place(setting, own, above)
    if setting.province and own.status == "open":
        # "Sở Y tế" under "UBND tỉnh An Giang" is that of An Giang.
        own = _first(lookup, setting, (issuer.full_name, issuer.name))
    if setting.province is None and "open" in (own.status, above.status) and setting.level in _LOCAL:
        province = _printed_place(lookup, document, setting) or _only_province(lookup, document, setting)
        setting = msgspec.structs.replace(setting, province=province)
        own = _first(lookup, setting, (issuer.full_name, *joined, issuer.name))
    found = own.found
    return msgspec.structs.replace(setting, issuer=found, place=found.place if found else setting.place)


def read_settings(lookup: Lookup, documents: Iterable[Document]) -> dict[str, Setting]:
    """The setting of each document by its id; one that is issued under another ("Ban hành kèm theo") has that one's."""
    settings: dict[str, Setting] = {}
    for document in documents:
        under = document.issuer is None and document.issued_by in settings
        settings[document.id] = settings[document.issued_by or ""] if under else read_setting(lookup, document)
    return settings


def list_parties(document: Document) -> Iterator[Party]:
    """All parties of a document, those of its duties included."""
    yield from document.addressees
    yield from document.to_places
    for duty in document.duties:
        yield from list_duty_parties(duty)


def list_duty_parties(duty: Duty) -> Iterator[Party]:
    """All parties of a duty."""
    yield from (*duty.assignees, *duty.coordinators, *duty.instructed_by, *duty.transmitted_by, *duty.report_to)
    if duty.via:
        yield duty.via


def _first(lookup: Lookup, setting: Setting, names: Iterable[str | None]) -> Resolution:
    """The first name that is known, one that is resolved before one that is open."""
    tried = [lookup.resolve(name, setting) for name in names if name]
    known = [each for each in tried if each.status in ("resolved", "open")]
    return min(known, key=lambda each: each.status != "resolved", default=Resolution("unknown"))


def _place(setting: Setting, own: Resolution, above: Resolution) -> Setting:
    """Level and province as the issuer's lines tell them."""
    first = own if own.status != "unknown" else above
    founds = [each.found for each in (own, above) if each.found]
    province = next((found.territory for found in founds if found.territory), None)
    return msgspec.structs.replace(
        setting, province=province, level=first.level, place=next((found.place for found in founds), None)
    )


def _printed_place(lookup: Lookup, document: Document, setting: Setting) -> Organ | None:
    """The province that the place of issue, *địa danh*, bears the name of."""
    place = document.promulgation.place if document.promulgation else None
    if not place or setting.level != "province":
        return None
    bare = organ_key(place).removeprefix("tỉnh ").removeprefix("thành phố ")
    found = lookup.directory.find_territories(bare, setting.date)
    return found[0] if len(found) == 1 else None


def _only_province(lookup: Lookup, document: Document, setting: Setting) -> Organ | None:
    """The one province that the parties name in full."""
    named: dict[str, Organ] = {}
    for party in list_parties(document):
        found = lookup.resolve(party.name, setting).found if party.kind != "group" else None
        if found and found.territory:
            named[found.territory.id] = found.territory
    return next(iter(named.values())) if len(named) == 1 else None
