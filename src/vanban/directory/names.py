"""From a printed name, the issuer and the date to one organ, or to the several that it may be.

Names read: in full ("Sở Thông tin và Truyền thông tỉnh An Giang"), without the territory ("Sở TT&TT", "STTTT", by the
issuer's province), office-holders ("Giám đốc Sở Y tế"), "tỉnh", "Thành phố", "Sở", "Bộ" alone, "TT. Tỉnh ủy".
Refused: what is inside an organ ("Phòng Tổ chức Sở Y tế"), a unit word with a name that no territory bears, and every
name whose province is not known: it stays open.
"""

from __future__ import annotations

import bisect
import dataclasses
import functools
import itertools
import re
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path

import msgspec

from vanban.directory.abbreviations import spell_out
from vanban.directory.load import read_built_in, read_site
from vanban.directory.validity import list_turns, pick_valid
from vanban.model.directory import DirectoryFile, Group, Holder, Organ
from vanban.notation.folding import fold, match_key
from vanban.notation.organ import headed_key, organ_key

_SLOT = re.compile(r"\s*\{[UPDXB]\}$")
_VARIANTS = {"{C}": (("Tỉnh ủy", "province"), ("Thành ủy", "city")), "{Đ}": (("Tỉnh Đoàn", "province"),
             ("Thành Đoàn", "city")), "{H}": (("Huyện ủy", "huyện"), ("Quận ủy", "quận"), ("Thị ủy", "thị xã"),
             ("Thành ủy", "thành phố"))}  # fmt: skip
_UNITS = {"province": "tỉnh", "city": "thành phố"}
_HEADED = {"bộ trưởng": "bộ", "thứ trưởng": "bộ", "giám đốc sở": "sở", "phó giám đốc sở": "sở",
           "lãnh đạo văn phòng": "văn phòng", "chánh văn phòng": "văn phòng",
           "phó chánh văn phòng": "văn phòng"}  # fmt: skip
"""Heads whose organ is the issuer, where it is one of that kind."""
_DISTRICTS = ("huyện", "quận", "thị xã", "thành phố")
_COMMUNES = ("xã", "phường", "thị trấn", "đặc khu")


class Found(msgspec.Struct, frozen=True):
    """An organ of the directory; `territory` is its province, `place` its district or commune ("huyện Hà Lương")."""

    id: str
    name: str
    organ: Organ
    territory: Organ | None = None
    place: str | None = None


class Setting(msgspec.Struct, frozen=True):
    """Where a name stands: the issuer, its province, district or commune and level, the date and whose document."""

    date: str | None = None
    system: str = "state"
    province: Organ | None = None
    issuer: Found | None = None
    level: str | None = None
    place: str | None = None


class Resolution(msgspec.Struct, frozen=True):
    """`status` is "resolved", "ambiguous" (between `candidates`), "open" (known, of a province that is not) or
    "unknown"; `level` is that of what was recognised."""

    status: str
    found: Found | None = None
    candidates: tuple[str, ...] = ()
    level: str | None = None


UNKNOWN = Resolution("unknown")


@dataclasses.dataclass(frozen=True)
class Directory:
    """Records by id, and the beginnings of names by which they are found; made by `build_directory`."""

    organs: dict[str, Organ]
    holders: tuple[Holder, ...]
    groups: tuple[Group, ...]
    bases: dict[str, list[tuple[Organ, str | None]]]
    territories: dict[str, list[Organ]]
    turns: tuple[str, ...] = ()
    """The days on which a name can come to mean another organ."""

    def find(self, identifier: str) -> Found | None:
        """The organ of an `organ_id`: "bo-y-te", "an-giang.so-y-te", "an-giang.huyen-ha-luong.ubnd" gives None."""
        province, _, rest = identifier.partition(".")
        organ = self.organs.get(f"province/{rest}" if rest else f"/{identifier}")
        territory = self.organs.get(f"/{province}") if rest else None
        return make_found(organ, territory) if organ and (territory or not rest) else None

    def resolve(self, name: str, setting: Setting) -> Resolution:
        """The organ that `name` names in `setting`."""
        key, meanings = spell_out(organ_key(name))
        if meanings:
            return Resolution("ambiguous", candidates=meanings)
        alone = self._resolve_alone(key, setting)
        if alone is None and headed_key(key) not in (key, "văn phòng"):
            alone = self._resolve_alone(headed_key(key), setting)  # "Lãnh đạo Sở"
        if alone:
            return alone
        for each in dict.fromkeys((key, headed_key(key))):
            found = self._resolve_key(each, name, setting)
            if found.status != "unknown":
                return found
        return UNKNOWN

    def find_territories(self, name: str, date: str | None, kind: str | None = None) -> list[Organ]:
        """The provinces and cities of a bare name at a date; several only where no date tells them apart."""
        known = self.territories.get(organ_key(name), ())
        return pick_valid([territory for territory in known if kind in (None, territory.kind)], date)

    def _resolve_alone(self, key: str, setting: Setting) -> Resolution | None:
        """ "tỉnh", "thành phố", "sở", "bộ", "Bộ trưởng", "Chánh Văn phòng" alone mean what the issuer's are; "tỉnh An
        Giang" in State papers its committee; None for other names."""
        kind = next((kind for kind, unit in _UNITS.items() if key.startswith(f"{unit} ")), None)
        if kind and setting.system == "state":
            named = self.find_territories(key.removeprefix(f"{_UNITS[kind]} "), setting.date, kind)
            found = self.find(f"{named[0].id}.ubnd") if len(named) == 1 else None
            return Resolution("resolved", found, level="province") if found else None
        if key in ("tỉnh", "thành phố") and setting.province:
            own = [self.find(f"{setting.province.id}.{organ}") for organ in ("ubnd", "tinh-uy")]
            founds = [found for found in own if found and key == _UNITS.get(setting.province.kind)]
            if founds and setting.system == "state":
                return Resolution("resolved", founds[0], level="province")
            if founds:
                return Resolution("ambiguous", candidates=tuple(found.name for found in founds))
        own_kind = _HEADED.get(key, key)
        if (
            (own_kind in ("sở", "bộ") or own_kind != key)
            and setting.issuer
            and organ_key(setting.issuer.name).startswith(f"{own_kind} ")
        ):
            return Resolution("resolved", setting.issuer, level=setting.issuer.organ.level)
        return UNKNOWN if own_kind in ("tỉnh", "thành phố", "sở", "bộ") or own_kind != key else None

    def _resolve_key(self, key: str, name: str, setting: Setting) -> Resolution:
        tokens = key.split()
        for length in range(len(tokens), 0, -1):
            entries = self.bases.get(" ".join(tokens[:length]))
            if not entries:
                continue
            levels = {organ.level for organ, _ in entries}
            fits = [fit for entry in entries for fit in self._fit(entry, tokens[length:], name, setting, levels)]
            if fits:
                return _decide(fits, setting)
        return UNKNOWN

    def _fit(
        self, entry: tuple[Organ, str | None], rest: list[str], name: str, setting: Setting, levels: set[str]
    ) -> Iterator[Found | Organ]:
        """What an entry is with the `rest` of a name behind it; the bare record where its territory is not known."""
        organ, variant = entry
        # "UBND" alone is that of the issuer's own level.
        own = setting.level == organ.level or not levels & {"district", "commune"}
        if organ.level in ("central", "unit"):
            if not rest and (organ.level == "central" or _is_near(organ, setting)):
                yield make_found(organ)
        elif organ.level == "province":
            for territory in self._provinces(" ".join(rest), setting) if rest or own else ():
                if territory is None:
                    yield organ
                elif variant in (None, territory.kind):
                    yield make_found(organ, territory)
        elif variant:
            yield from self._fit_place(organ, f"{variant} {' '.join(rest)}".strip(), f"{variant} {name}", setting)
        elif rest or own:
            yield from self._fit_place(organ, " ".join(rest), name, setting)

    def _provinces(self, rest: str, setting: Setting) -> Sequence[Organ | None]:
        """The provinces that the end of a name means; None for one that the issuer would tell."""
        kind = next((kind for kind, unit in _UNITS.items() if rest == unit), None)
        if not rest or kind:
            if setting.province is None:
                return [None]
            return [setting.province] if kind in (None, setting.province.kind) else []
        for kind, unit in _UNITS.items():
            if rest.startswith(f"{unit} "):
                return self.find_territories(rest.removeprefix(f"{unit} "), setting.date, kind)
        return self.find_territories(rest, setting.date)

    def _fit_place(self, organ: Organ, rest: str, name: str, setting: Setting) -> Iterator[Found | Organ]:
        """An organ of a district or commune, by the place that is named or by the issuer's."""
        units = _DISTRICTS if organ.level == "district" else _COMMUNES
        unit = next((unit for unit in units if rest == unit or rest.startswith(f"{unit} ")), None)
        bare = rest[len(unit) + 1 :] if unit else ""
        if rest and (unit is None or len(bare.split()) > 4 or bare.startswith(("và ", "trực thuộc", "thuộc"))):
            return
        if unit == "thành phố" and bare and self.find_territories(bare, setting.date, "city"):
            return
        if bare:
            tail = name.split()[-len(bare.split()) :]
            named = all(word[0].isupper() or word[0].isdigit() for word in tail)
            if not named or set(bare.split()) & {"xã", "phường", "huyện", "quận"}:
                return  # "UBND xã, phường", "UBND huyện nơi có dự án" name no place
            place: str | None = " ".join([unit or "", *(w.capitalize() if w.isupper() else w for w in tail)])
        else:
            own = setting.place if setting.level == organ.level else None
            place = own if own and (not unit or own.startswith(f"{unit} ")) else None
        if place and setting.province:
            yield make_found(organ, setting.province, place)
        else:
            yield organ


class Lookup:
    """Names of many documents in a directory, each looked up once for a setting and a time between two turns."""

    def __init__(self, directory: Directory) -> None:
        """Nothing is looked up yet."""
        self.directory = directory
        self._known: dict[tuple[Hashable, str], Resolution] = {}

    def resolve(self, name: str, setting: Setting) -> Resolution:
        """As `Directory.resolve`."""
        key = (self.sign(setting), name)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self.directory.resolve(name, setting)
        return known

    def sign(self, setting: Setting) -> Hashable:
        """What is the same for settings in which every name means the same."""
        turn = bisect.bisect_right(self.directory.turns, setting.date) if setting.date is not None else None
        province, issuer = setting.province, setting.issuer
        return (
            turn, setting.system, province and province.id, issuer and issuer.id, setting.level, setting.place
        )  # fmt: skip


def make_found(organ: Organ, territory: Organ | None = None, place: str | None = None) -> Found:
    """An organ with its id and its name in full."""
    identifier = organ.id
    if place and territory:
        identifier = f"{territory.id}.{'-'.join(re.findall('[a-z0-9]+', fold(place)))}.{organ.id}"
    elif territory:
        identifier = f"{territory.id}.{organ.id}"
    return Found(identifier, _write_name(organ.name, territory, place), organ, territory, place)


def _write_name(name: str, territory: Organ | None, place: str | None) -> str:
    values = {}
    if territory:
        city = territory.kind == "city"
        # A city that bears a person's name keeps its common noun with a capital (NĐ 30/2020, Phụ lục II).
        unit = "Thành phố" if territory.name == "Hồ Chí Minh" else _UNITS[territory.kind]
        values = {"{U}": f"{unit} {territory.name}", "{P}": territory.name, "{C}": _VARIANTS["{C}"][city][0],
                  "{Đ}": _VARIANTS["{Đ}"][city][0]}  # fmt: skip
    if place:
        unit, bare = next(((u, place[len(u) + 1 :]) for u in _DISTRICTS if place.startswith(f"{u} ")), ("", place))
        committee = next((text for text, of in _VARIANTS["{H}"] if of == unit), "")
        values = {**values, "{D}": place, "{X}": place, "{B}": bare, "{H}": committee}
    for slot, value in values.items():
        name = name.replace(slot, value)
    return name


def _decide(fits: list[Found | Organ], setting: Setting) -> Resolution:
    """One organ where one remains that existed at the date; else what may be meant."""
    founds = {fit.id: fit for fit in fits if isinstance(fit, Found)}
    opened = [fit for fit in fits if isinstance(fit, Organ)]
    valid = pick_valid([found.organ for found in founds.values()], setting.date)
    kept = [found for found in founds.values() if found.organ in valid]
    if len(kept) == 1 and not (opened and not kept[0].territory and kept[0].organ.level != "central"):
        return Resolution("resolved", kept[0], level=kept[0].organ.level)
    if kept:
        return Resolution("ambiguous", candidates=tuple(found.name for found in kept), level=kept[0].organ.level)
    return Resolution("open", level=opened[0].level) if pick_valid(opened, setting.date) else UNKNOWN


def _is_near(organ: Organ, setting: Setting) -> bool:
    """Whether a site's unit can be meant: its parent issued the document, or is the issuer's own parent."""
    issuer = setting.issuer
    return organ.parent is None or (issuer is not None and organ.parent in (issuer.id, issuer.organ.parent))


def build_directory(*records: DirectoryFile) -> Directory:
    """A directory of records; of two with one level and id the later one counts."""
    organs = {_record_key(organ): organ for each in records for organ in each.organs}
    bases: dict[str, list[tuple[Organ, str | None]]] = {}
    territories: dict[str, list[Organ]] = {}
    for organ in organs.values():
        for name in (organ.name, *organ.other_names):
            if organ.level == "territory":
                territories.setdefault(organ_key(name), []).append(organ)
                continue
            slot = next((slot for slot in _VARIANTS if slot in name), None)
            for text, variant in _VARIANTS[slot] if slot else (("", None),):
                written = name.replace(slot, text) if slot else name
                while _SLOT.search(written):
                    written = _SLOT.sub("", written)
                entries = bases.setdefault(organ_key(written), [])
                if (organ, variant) not in entries:
                    entries.append((organ, variant))
            if organ.level == "unit" and organ.parent and (above := _name_of(organs, organ.parent)):
                # With the parent's name behind it a unit is meant wherever it stands.
                bases.setdefault(organ_key(f"{name} {above}"), []).append(
                    (msgspec.structs.replace(organ, parent=None), None)
                )
    return Directory(
        organs=organs,
        holders=tuple(holder for each in records for holder in each.holders),
        groups=tuple(group for each in records for group in each.groups),
        bases=bases,
        territories=territories,
        turns=list_turns(itertools.chain(*(each.organs for each in records), *(each.holders for each in records))),
    )


def _record_key(organ: Organ) -> str:
    """Ids of patterns are their level's own: districts and provinces both have "ubnd"."""
    return f"{organ.level}/{organ.id}" if organ.level in ("province", "district", "commune") else f"/{organ.id}"


def _name_of(organs: dict[str, Organ], identifier: str) -> str | None:
    province, _, rest = identifier.partition(".")
    organ = organs.get(f"province/{rest}" if rest else f"/{identifier}")
    territory = organs.get(f"/{province}") if rest else None
    return make_found(organ, territory).name if organ and (territory or not rest) else None


@functools.lru_cache(maxsize=8)
def load_directory(path: str | Path | None = None) -> Directory:
    """The built-in directory, with the records of a site's file `path` added or put in place of its own.

    >>> load_directory().resolve("Sở TT&TT tỉnh Kiên Giang", Setting(date="2021-10-19")).found.id
    'kien-giang.so-tttt'
    """
    return build_directory(read_built_in(), *([read_site(path)] if path else []))


def names_person(holder: Holder, name: str) -> bool:
    """Whether a printed name is that of a holder of a post: "đồng chí Nguyễn Văn An, Giám đốc Sở Y tế"."""
    return f" {match_key(holder.person)} " in f" {match_key(name)} "
