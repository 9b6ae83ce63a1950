"""Where the documents of a file begin: at a heading of their own, or at a title "Ban hành kèm theo" another."""

from __future__ import annotations

import re

from vanban.lexicon.document_types import kind_by_name
from vanban.lexicon.words import load_words
from vanban.notation.code import parse_heading_code
from vanban.notation.date import find_dates
from vanban.segment.pieces import is_motto, match_title
from vanban.segment.rows import Row

_ATTACHED = re.compile(r"^\W*(?:kem theo|ban hanh kem theo|ban hanh theo)\b")
# The agenda of a meeting is an annex of the invitation, whatever its title says.
_AGENDA = re.compile(
    r"^\W*(?:chuong trinh|lich)\s+(?:hoi nghi|hop|cuoc hop|lam viec|le\b|phien|toa dam|hoi thao|tap huan|ky hop"
    r"|dai hoi|buoi|chuyen)"
)
# A number that a hand wrote and a machine misread; a form leaves it blank or sets a note's mark there ("(2)").
_SPOILT_NUMBER = re.compile(r"^\W*s\w\s?[:.;]*\s?(?!\(\d)[^/\s]*[a-z0-9][^/\s]*\s?/")
_ENDING = re.compile(r"^\W*(?:noi nhan\b|noi gui\s?:)")
_SIGNING = re.compile(r"^\W*(?:t/?m|k/?t|t/?l)\s?[./]\s*\w")
_DRAFT = re.compile(r"^\W*(?:ban )?du thao\b")


def split_documents(rows: list[Row]) -> list[tuple[int, int, bool]]:
    """Ranges of rows, one a document, and whether it stands without a heading of its own."""
    starts: list[tuple[int, bool]] = [(0, False)]
    index = 0
    ended = False
    opened = False
    while index < len(rows):
        row = rows[index]
        if _ENDING.match(row.key) or _is_signing(row):
            ended = True
        count = is_motto(rows, index)
        if count:
            begin = _heading_start(rows, index, starts[-1][0])
            if (
                (opened or ended)
                and begin > starts[-1][0] + 6
                and (attached := _is_document(rows, begin, index)) is not None
            ):
                starts.append((begin, attached))
                ended = False
            opened = True
            index += count
            continue
        if ended and _is_attached_title(rows, index):
            starts.append((index, True))
            ended = False
        index += 1
    bounds = [start for start, _ in starts[1:]] + [len(rows)]
    return [(start, end, attached) for (start, attached), end in zip(starts, bounds, strict=True)]


def _is_signing(row: Row) -> bool:
    """A line of a signature: a mark ("TM. …"), or a post alone ("GIÁM ĐỐC")."""
    if not row.upper:
        return False
    words = load_words()
    key = row.key.strip()
    post = next((key[len(lead) + 1 :] for lead in words["post_leads"] if key.startswith(f"{lead} ")), key)
    return _SIGNING.match(row.key) is not None or post in words["posts"]


def _heading_start(rows: list[Row], motto: int, least: int) -> int:
    """The first row of the heading that holds the motto: issuer lines, number and marks may stand above it."""
    begin = motto
    while begin > least and motto - begin < 9:
        row = rows[begin - 1]
        numbered = parse_heading_code(row.text) is not None
        # The left column of a heading: the lines of "V/v …" stand between the issuer and the motto beside it.
        beside = row.line.column == 1 and rows[motto].line.column == 2 and row.line.page == rows[motto].line.page
        if _ENDING.match(row.key) or row.line.column == 2:
            break
        if numbered or row.upper or beside or row.key.startswith("v/v"):
            begin -= 1
            continue
        break
    return begin


def _is_document(rows: list[Row], begin: int, motto: int) -> bool | None:
    """False for a document with a code or a date of its own, or a draft that leaves both open; True for one issued
    under another; None for a form."""
    window = rows[begin : motto + 16]
    title = next((number for number, row in enumerate(window) if match_title(row)), None)
    draft = any(_DRAFT.match(row.key) for row in rows[max(0, begin - 2) : motto + 3])
    for number, row in enumerate(window):
        if title is not None and number > title + 1:
            break
        code = parse_heading_code(row.text)
        if code and (code.number or draft or _SPOILT_NUMBER.match(row.key)):
            return False
        if (
            any(date.month and date.year for date in find_dates(row.text))
            and len(row.text) < 60
            and not _ATTACHED.match(row.key)
        ):
            return False
    for number, row in enumerate(window):
        if title is not None and number > title and _ATTACHED.match(row.key):
            return True
    return None


def _is_attached_title(rows: list[Row], index: int) -> bool:
    """A title of type on a row of its own with "(Ban hành kèm theo …)" within the rows below it."""
    named = match_title(rows[index])
    if named is None or not kind_by_name()[named[0].lower()].issued_under:
        return False
    if _AGENDA.search(" ".join(row.key for row in rows[index : index + 2])):
        return False
    for row in rows[index + 1 : index + 9]:
        if _ATTACHED.match(row.key):
            return True
        title = row.upper or row.line.centred or row.bold
        if not title and (len(row.text) > 120 or row.text.rstrip().endswith((".", ";", ":", ","))):
            return False
    return False
