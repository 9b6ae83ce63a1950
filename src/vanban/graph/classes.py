"""Members of classes, *thành viên nhóm cơ quan*: "Sở Y tế" –member_of→ "các sở", "UBND xã Nậm Khê" –member_of→
"UBND các xã, phường" of its province.

A department or a committee of a district or commune that the dossier knows is tied to a class that a duty names where
both are of one province and the directory, a site's list or the name says that it belongs there. Left as they are:
classes that take in whoever there is ("các cơ quan, đơn vị"), those that do not say which ("các sở liên quan"), and
every class whose members nothing tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vanban.directory import Directory
from vanban.directory.membership import tell_membership
from vanban.directory.names import Lookup, Setting
from vanban.directory.setting import list_duty_parties
from vanban.graph.nodes import Graph, Register
from vanban.lexicon.classes import load_classes
from vanban.model.document import Document, Party
from vanban.notation.folding import match_key
from vanban.notation.organ import is_member, organ_key
from vanban.notation.territory import find_territories

_TIED = {"department@province", "office@province", "committee@district", "committee@commune"}
"""Kinds of organs that are tied to their classes; of the others nobody has counted who belongs to which."""
_FOLLOWS = ("implements", "basis", "responds_to", "repeats")
"""What an organ of a province does with the papers of its own province alone."""


def find_provinces(documents: list[Document], settings: dict[str, Setting], directory: Directory) -> dict[str, str]:
    """The province of each document, by its id in the directory, else by its name; a paper whose heading names none
    ("Ủy ban nhân dân xã Nậm Khê") is of the only one whose papers it carries out or answers."""
    told = {one.id: _province_of(one, settings[one.id], directory) for one in documents}
    provinces = {name: province for name, province in told.items() if province}
    for document in documents:
        if document.id not in provinces:
            followed = {
                told.get(reference.target or "") for reference in document.references if reference.relation in _FOLLOWS
            } - {None}
            if len(followed) == 1:
                provinces[document.id] = str(followed.pop())
    return provinces


def _province_of(document: Document, setting: Setting, directory: Directory) -> str | None:
    if setting.province:
        return setting.province.id
    issuer = document.issuer
    names = (issuer.full_name, issuer.name, issuer.parent) if issuer else ()
    return next((name for one in names if one for name in _list_provinces(one, setting.date, directory)), None)


def _list_provinces(organ: str, date: str | None, directory: Directory) -> Iterator[str]:
    """The provinces in an organ's name; a city is one only where the directory says so."""
    for territory in find_territories(organ):
        known = directory.find_territories(territory.name, date) if territory.name else ()
        if len(known) == 1 and territory.level in ("tỉnh", "thành phố"):
            yield known[0].id
        elif territory.level == "tỉnh" and territory.name:
            yield match_key(territory.name)


def find_members(
    register: Register,
    documents: Iterable[Document],
    directory: Directory,
    settings: dict[str, Setting],
    provinces: dict[str, str],
) -> Iterator[tuple[str, str, str, str]]:
    """Organ, class, the document that names the class, and why the organ belongs to it; each pair once.

    No place in the document says so, so the edge has none.
    """
    organs = _by_province(register.graph, register.homes, directory)
    lookup = Lookup(directory)
    asked: set[tuple[object, ...]] = set()
    for document in documents:
        province, setting = provinces.get(document.id), settings[document.id]
        register.begin(document.id, province)
        for party in _list_classes(document):
            key = (lookup.sign(setting), province, party.name, party.full_name)
            if key in asked or province is None:
                continue
            asked.add(key)
            node = register.party(party)
            for organ in organs.get(province, ()):
                name = register.graph.nodes[organ]["names"][0]
                why = tell_membership(directory, name, party, document, setting, None)
                if why and organ != node:
                    yield organ, node, document.id, f"{register.graph.nodes[organ]['label']} {why}"


def _list_classes(document: Document) -> Iterator[Party]:
    """The classes that the duties of a document name and whose members can be told."""
    for duty in document.duties:
        for party in list_duty_parties(duty):
            # A name of nobody at all belongs to classes of whoever there is alone.
            told = "liên quan" not in organ_key(party.name) and not is_member("", party.name)
            if party.kind == "group" and not party.same_as and told:
                yield party


def _is_tied(name: str) -> bool:
    """Whether a name is that of a department, or of a committee with the name of its place."""
    key = organ_key(name)
    if len(key.split()) < 2 or any(not one.name and one.level != "tỉnh" for one in find_territories(name)):
        return False
    first = next((each for each in load_classes() if each.names and each.names.match(key)), None)
    return first is not None and bool(first.kinds & _TIED)


def _by_province(graph: Graph, homes: dict[str, set[str]], directory: Directory) -> dict[str, list[str]]:
    """The organs of each province: by id, else by the province in the name, else by the papers that name them, where
    all of these are of one."""
    organs: dict[str, list[str]] = {}
    for node, data in graph.nodes(data=True):
        if data["kind"] != "organ" or data.get("class") or not any(map(_is_tied, data["names"])):
            continue
        identifier = data.get("organ_id") or ""
        named = {one for name in data["names"] for one in _list_provinces(name, None, directory)}
        found = {identifier.partition(".")[0]} if "." in identifier else named or homes.get(node, set())
        if len(found) == 1 and (not identifier or "." in identifier):
            organs.setdefault(next(iter(found)), []).append(node)
    return organs
