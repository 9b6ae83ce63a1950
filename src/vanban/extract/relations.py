"""What a citation is for, *quan hệ với văn bản viện dẫn*: told from the words before it and around it.

Forms read: "Căn cứ …" (basis), "thực hiện …" (implements), "đã nhận … (đính kèm)" (forwards), "theo đề nghị tại …",
"nhận được …" (responds_to), "Quyết định này thay thế …", "Sửa đổi, bổ sung một số điều của …", "V/v đính chính …"
(replaces, amends, corrects), "ban hành kèm theo …" (attached_to); a letter "(Lần 2)" or "V/v đôn đốc …" repeats the
first letter of the same office that it cites.
Refused: what another document replaces or amends ("Nghị định A thay thế Nghị định B"), and what is only to be
replaced ("tham mưu thay thế …").
"""

from __future__ import annotations

import re

import msgspec

from vanban.model.document import Code
from vanban.notation.citation import FoundCitation
from vanban.notation.code import find_codes
from vanban.notation.folding import fold, match_key
from vanban.notation.passage import Passage


class Citing(msgspec.Struct, frozen=True):
    """The document that cites: its code, its type folded, the folded line that says what it is about."""

    code: Code | None
    document_type: str
    about: str


# What a document does to another: only where it is this one that does it.
_ACTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("corrects", re.compile(r"\bdinh chinh\b(?=[^.;]{0,80}$)")),
    ("replaces", re.compile(r"\bthay the(?: cho)?\b(?=[^.;]{0,60}$)")),
    ("repeals", re.compile(r"\b(?:bai bo|het hieu luc)\b(?=[^.;]{0,80}$)")),
    ("amends", re.compile(r"\b(?:sua doi|bo sung)(?:\W+(?:va )?(?:sua doi|bo sung))?\b(?=[^.;]{0,80}$)")),
)
_LABEL = re.compile(r"^\W*(?:v/v|ve viec|ve)?\W*(?:(?:dieu|khoan|muc)\s+)?(?:\d{1,3}|[ivx]{1,4}|[a-z])?\s*[.):-]?\s*")
_FOR: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("attached_to", re.compile(r"(?:ban hanh kem theo|kem theo)\s*$")),
    ("basis", re.compile(r"(?:^|[\"“(\s-])can cu\b[^.;]{0,160}$")),
    (
        "responds_to",
        re.compile(
            r"(?:tra loi|phuc dap|theo de nghi|xet de nghi|xet (?:bao cao|de nghi|noi dung)|theo noi dung|tiep nhan"
            r"|ve viec tra loi)\b[^.;]{0,120}$"
        ),
    ),
    (
        "forwards",
        re.compile(
            r"(?:gui kem|sao gui|(?<!ve viec )chuyen(?! (?:doi|giao|mon|bien|sang|ve)\b)|gui den)\b[^.;)]{0,40}$"
        ),
    ),
    ("received", re.compile(r"(?:da nhan|nhan duoc)\b[^.;)]{0,40}$")),
    ("implements", re.compile(r"(?:thuc hien|trien khai|thi hanh|chap hanh|quan triet)\b[^.;]{0,60}$")),
)
_ATTACHED_AFTER = re.compile(
    r"^[^.;]{0,260}\((?:dinh kem|kem theo|gui kem|sao gui kem)|^[^.;]{0,120}(?:dinh kem|gui kem|kem theo van ban"
    r"|kem theo cong van)"
)
_AGAIN = re.compile(r"\(\s*lan (?:thu )?(?:\d|hai|ba|tu)\s*\)|\blan (?:thu )?(?:[2-9]|hai|ba|tu)\b")
_REMINDER = re.compile(r"^\W*(?:v/v|ve viec)?\s*(?:don doc|nhac)\b")


def find_relation(citation: FoundCitation, passage: Passage, citing: Citing) -> str:
    """The relation of the citing document to the cited one: a name of the contract, "cites" where nothing is said."""
    before = fold(passage.text[max(0, citation.start - 180) : citation.start])
    after = fold(passage.text[citation.end : citation.end + 280])
    act = _find_act(before, passage.text[max(0, citation.start - 180) : citation.start], citing)
    if act is not None:
        return act
    for name, pattern in _FOR:
        if not pattern.search(before):
            continue
        if name in ("implements", "responds_to", "received") and _ATTACHED_AFTER.match(after):
            return "forwards"
        if name in ("responds_to", "received"):
            # what the office itself has written is not what it answers
            return "cites" if _is_of_same_office(citation, citing) else "responds_to"
        return name
    return "forwards" if _ATTACHED_AFTER.match(after) else "cites"


def is_reminder(citing: Citing) -> bool:
    """Whether a document asks again, *đôn đốc, nhắc lại*: by its subject, or by "(Lần 2)"."""
    return bool(_AGAIN.search(citing.about) or _REMINDER.match(citing.about))


def repeats(citation: FoundCitation, citing: Citing) -> bool:
    """Whether a reminder repeats this one: a letter with the office's own symbol and another number."""
    return citation.code is not None and _is_of_same_office(citation, citing)


def _is_of_same_office(citation: FoundCitation, citing: Citing) -> bool:
    own, code = citing.code, citation.code
    if own is None or own.notation is None or code is None or code.notation is None:
        return False
    return match_key(own.notation) == match_key(code.notation) and own.number != code.number


def _find_act(before: str, printed: str, citing: Citing) -> str | None:
    for name, pattern in _ACTS:
        found = list(pattern.finditer(before))
        if not found:
            continue
        sentence = max(before.rfind(mark, 0, found[-1].start()) for mark in (". ", ".\n", ";", ":")) + 1
        lead = before[sentence : found[-1].start()]
        if find_codes(printed[sentence : found[-1].start()]):
            continue
        own = citing.document_type
        if len(_LABEL.sub("", lead, count=1)) < 4 or (
            own and re.search(rf"\b{own} nay\b|\bvan ban nay\b", before[sentence:])
        ):
            return name
    return None
