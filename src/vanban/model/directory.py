"""The nouns of a directory of organs, *danh bạ cơ quan*: what `directory/data` and a site's own file hold.

A CSV file holds the same keys as columns, a record a line: `record` is "organ" (or empty), "holder" or "group", several
values of a key are parted by ";".
"""

from __future__ import annotations

import msgspec


class Organ(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An organ, unit or territory, *cơ quan, đơn vị, đơn vị hành chính*; dates are ISO 8601, both days included.

    `level` is "territory" (a province or city), "central", "province", "district", "commune" or "unit" (one of a site).
    Names of the levels province, district and commune are patterns over territories: {U} is the unit with its name
    ("tỉnh An Giang"), {P} the bare name, {C} "Tỉnh ủy" or "Thành ủy", {Đ} "Tỉnh Đoàn" or "Thành Đoàn", {D} a district,
    {H} its Party committee, {B} its bare name, {X} a commune. `certainty` is "announced" (the day is that of
    the decree) or "estimated"; `source` says what was read, and where it was not. A record with the id of another
    replaces it.
    """

    id: str
    name: str
    level: str = "unit"
    kind: str = "unit"
    other_names: list[str] = msgspec.field(default_factory=list)
    parent: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    successors: list[str] = msgspec.field(default_factory=list)
    basis: str | None = None
    source: str | None = None
    certainty: str = "announced"
    note: str | None = None


class Holder(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who holds a post, *người giữ chức vụ*, from when to when; `organ` is the id of the organ."""

    organ: str
    person: str
    position: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    source: str | None = None


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A class of organs, *nhóm cơ quan*, with its members: ids of the directory as `organ_id` gives them, or names.

    `issuer` is the id of the organ in whose documents the name means these members; None: in all.
    """

    name: str
    members: list[str]
    other_names: list[str] = msgspec.field(default_factory=list)
    issuer: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    source: str | None = None


class DirectoryFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a site's YAML file holds."""

    organs: list[Organ] = msgspec.field(default_factory=list)
    holders: list[Holder] = msgspec.field(default_factory=list)
    groups: list[Group] = msgspec.field(default_factory=list)
