"""Who has to act against who receives, and against who else leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.crosscheck.proof import name_document, prove_duty, prove_words
from vanban.model.document import Document, Duty, Party
from vanban.model.dossier import Dossier, Finding
from vanban.notation.folding import fold
from vanban.notation.identity import is_issuer, is_same_organ
from vanban.notation.organ import is_member, names_same_organ
from vanban.notation.wording import action_words

_INNER = re.compile(
    r"^(?:van phong|phong|to |ban (?!tuyen giao|to chuc|dan van|noi chinh)|bo phan|trung tam|chi cuc|don vi|cong ty)"
)
# "UBND phường, xã, đặc khu" is a class, however it is read.
_SEVERAL = re.compile(r",\s*(?:trung tam|xa|phuong|huyen|thi|dac khu|benh vien|tram|truong|phong)\b")
# "Mục IV" under Nơi nhận: those who are named there in the body.
_BY_PLACE = re.compile(r"^(?:nhu |(?:muc|phan|dieu|khoan|chuong) [\divx]+\b)")
_WIDE = re.compile(
    r"co quan|don vi|dia phuong|lien quan|to chuc|thanh vien|dieu \d|phan cong|co ten|nganh|doan the|doanh nghiep"
    r"|\b(?:so|bo|ban|huyen|xa|hoi|truong|benh vien|cong ty)\b"
)
_LEADS = re.compile(r"\bchu tri\b")
_SAME = 0.9
_SHORTEST = 8


def find_unserved(dossier: Dossier) -> Iterator[Finding]:
    """`assignee-unserved`: an organ that has to act and stands neither among the addressees nor under Nơi nhận.

    Only organs that are named; a class under Nơi nhận that may hold it ("các cơ quan liên quan"), units of the issuer
    and offices are left in peace.
    """
    for document in dossier.documents:
        served = [*document.addressees, *document.to_places]
        nobody = not document.addressees and any(party.same_as == "addressees" for party in served)
        if not document.to_places or nobody or any(_is_wide(party) for party in served):
            continue
        told: set[str] = set()
        for duty in document.duties:
            for party in duty.assignees:
                name = fold(party.name)
                if party.kind != "organ" or party.name in told or _INNER.match(name) or _SEVERAL.search(name):
                    continue
                if _is_issuer(party, document) or any(_reaches(party, one) for one in served):
                    continue
                told.add(party.name)
                message = f"{party.name} được giao nhiệm vụ nhưng không có ở Kính gửi, Nơi nhận."
                first, last = document.to_places[0].span, document.to_places[-1].span
                places = [prove_duty(document, duty)]
                if first and last:
                    places.append(prove_words(document, (first[0], last[1])))
                yield Finding("assignee-unserved", message, places)


def find_two_leads(dossier: Dossier) -> Iterator[Finding]:
    """`two-leads`: two organs that each lead ("chủ trì") one action, in one sentence or in two of one document."""
    for document in dossier.documents:
        leading = [duty for duty in document.duties if _LEADS.search(fold(duty.text))]
        for duty in leading:
            if (names := _joint_leads(duty)) is not None:
                message = f"{' và '.join(names)} cùng chủ trì một nhiệm vụ."
                yield Finding("two-leads", message, [prove_duty(document, duty)])
        for place, duty in enumerate(leading):
            for other in leading[place + 1 :]:
                if _is_same_action(duty, other) and not _share(duty, other):
                    message = (
                        f"{name_document(document)} giao hai cơ quan chủ trì một nhiệm vụ: "
                        f"{duty.assignees[0].name} và {other.assignees[0].name}."
                    )
                    yield Finding("two-leads", message, [prove_duty(document, duty), prove_duty(document, other)])


def _joint_leads(duty: Duty) -> list[str] | None:
    named = [party.name for party in duty.assignees if party.kind == "organ"]
    if len(named) != 2 or len(duty.assignees) != 2:
        return None
    text = " ".join(duty.text.split())
    both = rf"{re.escape(named[0])}\s*(?:,|và|-)\s*{re.escape(named[1])}\s*,?\s*(?:cùng |đồng )?chủ trì"
    return named if re.search(both, text, re.IGNORECASE) else None


def _is_same_action(left: Duty, right: Duty) -> bool:
    if not left.assignees or not right.assignees or left.id == right.id:
        return False
    first, second = (action_words(duty.action) for duty in (left, right))
    return min(len(first), len(second)) >= _SHORTEST and len(first & second) >= _SAME * len(first | second)


def _share(left: Duty, right: Duty) -> bool:
    return any(
        "group" in (one.kind, other.kind) or is_same_organ(one, other)
        for one in left.assignees
        for other in right.assignees
    )


def _is_wide(party: Party) -> bool:
    """A class or a turn of phrase that may hold any organ: "Như thành phần mời", "Các cơ quan liên quan"."""
    if party.same_as == "addressees":
        return False
    name = fold(party.name)
    return bool(_BY_PLACE.match(name)) or (party.kind == "group" and bool(_WIDE.search(name)))


def _reaches(party: Party, entry: Party) -> bool:
    """Whether an entry of the list is the organ, its head, or a class or list that holds it."""
    names = [name for name in (entry.name, entry.full_name) if name]
    return is_same_organ(party, entry) or any(
        is_member(party.name, name) or fold(party.name) in fold(name) for name in names
    )


def _is_issuer(party: Party, document: Document) -> bool:
    above = document.issuer.parent if document.issuer else None
    return is_issuer(party, document.issuer) or (above is not None and names_same_organ(party.name, above))
