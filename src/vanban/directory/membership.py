"""Classes of organs (*nhóm cơ quan*): whether an organ belongs to one, by a site's list, the directory and the date.

Classes read: "các sở, ban, ngành cấp tỉnh", "UBND các huyện, thành phố", "Giám đốc các sở", "các cơ quan, đơn vị",
"UBND cấp xã", "các cơ quan như trên" and "như Điều 3" (by the addressees and the article), and what a site lists.
Left as they are: "các cơ quan, đơn vị liên quan" and every class that nothing tells the members of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vanban.directory.names import Directory, Found, Setting
from vanban.directory.succession import list_successors
from vanban.directory.validity import is_begun, is_ended
from vanban.model.directory import Group
from vanban.model.document import Document, Node, Party
from vanban.notation.organ import is_member, names_same_organ, organ_key
from vanban.notation.parties import parse_parties

_ABOVE = re.compile(r"\b(?:như trên|có tên (?:ở )?trên|theo kính gửi)\b")
_ARTICLE = re.compile(r"\b(?:như|tại|ở) (điều \d+)\b")
_SLOT = re.compile(r"\s*\{.*")
_HEADS = ("thủ trưởng ", "lãnh đạo ", "người đứng đầu ", "giám đốc ")


def tell_membership(
    directory: Directory, organ: str, party: Party, document: Document, setting: Setting, day: str | None
) -> str | None:
    """Why `organ` belongs to the class `party` of a document, in words; None where it does not or nobody can tell.

    `setting` is the document's own; `day` is the day of the question, on which the organ may bear another name.
    """
    key = organ_key(party.name)
    listed = [group for group in directory.groups if _means(group, key, setting)]
    if listed:
        members = [member for group in listed for member in group.members]
        found = _at_document(directory, organ, setting, day)
        belongs = any(names_same_organ(member, organ) or (found and member == found.id) for member in members)
        return f"thuộc nhóm “{party.name}” (danh bạ của đơn vị)" if belongs else None
    pointed = list(_pointed(document, key))
    if pointed:
        named = any(
            names_same_organ(each.name, organ) if each.kind != "group" else is_member(organ, each.name)
            for each in pointed
        )
        return f"có tên ở nơi mà “{party.name}” chỉ tới" if named else None
    found = _at_document(directory, organ, setting, day)
    for name in dict.fromkeys(name for name in (party.name, party.full_name) if name):
        if not _belongs(organ, found, name):
            continue
        if found is None:
            return f"thuộc nhóm “{party.name}” (theo tên{_how_far(name)})"
        if not is_ended(found.organ, setting.date) and _is_under(found, setting):
            return f"thuộc nhóm “{party.name}” (theo danh bạ: {found.name}{_how_far(name)})"
    return None


def _belongs(organ: str, found: Found | None, group: str) -> bool:
    """Whether an organ belongs to a class by its kind in the directory, else by its name."""
    if found is None:
        return is_member(organ, group)
    return is_member(_SLOT.sub("", found.organ.name), group, kind=f"{found.organ.kind}@{found.organ.level}")


def _how_far(name: str) -> str:
    """What a class that is cut down to those concerned leaves open."""
    return "; văn bản không nói cơ quan nào có liên quan" if "liên quan" in organ_key(name) else ""


def _at_document(directory: Directory, organ: str, setting: Setting, day: str | None) -> Found | None:
    """The organ as it was at the document's date: one of today may be the successor of one of that province."""
    found = directory.resolve(organ, setting).found
    if found is None and day:
        found = directory.resolve(organ, Setting(date=day, system=setting.system)).found
    if found is None or found.territory is None or setting.province is None or found.territory == setting.province:
        return found
    before = directory.find(f"{setting.province.id}.{found.organ.id}")
    later = directory.resolve(organ, Setting(date=day, system=setting.system)).found
    steps = list_successors(directory, before) if before and later else []
    if any(step.organ_id == later.id and (day is None or step.date <= day) for step in steps if later):
        return before
    return found


def _is_under(found: Found, setting: Setting) -> bool:
    """Whether the issuer's classes reach an organ: those of a province are of that province."""
    return found.territory is None or setting.province is None or found.territory.id == setting.province.id


def _means(group: Group, key: str, setting: Setting) -> bool:
    """Whether a site's class is meant by a name in a document."""
    names = {organ_key(name) for name in (group.name, *group.other_names)}
    bare = {key, *(key.removeprefix(head) for head in _HEADS)}
    issuer = setting.issuer.id if setting.issuer else None
    valid = is_begun(group, setting.date) and not is_ended(group, setting.date)
    return bool(names & bare) and valid and group.issuer in (None, issuer)


def _pointed(document: Document, key: str) -> Iterable[Party]:
    """The parties that a class stands for by its words: the addressees, or those whom an article names."""
    if _ABOVE.search(key):
        return document.addressees
    article = _ARTICLE.search(key)
    return _named_in(document.body, article.group(1)) if article else ()


def _named_in(body: list[Node], article: str) -> Iterator[Party]:
    for node in body:
        if node.label and organ_key(node.label) == article:
            listed = parse_parties(node.text)
            yield from (Party(each.name, kind=each.kind) for each in listed.parties) if listed else ()
        else:
            yield from _named_in(node.children, article)
