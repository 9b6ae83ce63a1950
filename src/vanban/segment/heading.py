"""The heading of a document: issuer, motto, number, place and date, marks, title, subject, addressees.

NĐ 30/2020 Phụ lục I sets it in two columns; files give the columns one after the other, cell by cell, or mixed.
So each row is told by what it says, and only what is left over is told by its place.

Forms read: issuers of one to five lines, two issuers of one rank, a title wrapped or set wide, a bold title in small
letters, number and date inside the title (before 2004), "V/v …" under the number, "Về việc …" under the title, the
author's line of Party documents, the authority's line before the grounds. Passed over: stamps of arrival and of
signatures, marks of drafts and copies, a site's own title over the heading ("Công văn 123/ABC-D").
"""

from __future__ import annotations

import re

import msgspec

from vanban.lexicon.words import load_words
from vanban.model.outline import Zone
from vanban.model.text import Span
from vanban.notation.code import find_codes, parse_code
from vanban.segment.addressees import ADDRESS, SEND, read_addressees, read_telegram
from vanban.segment.pieces import (
    begins_issuer,
    fixed_piece,
    is_motto,
    is_remains,
    is_spoilt_date,
    issuer_heads,
    join_title,
    match_title,
    site_labels,
    skip_stamp,
)
from vanban.segment.rows import Row
from vanban.segment.subject import ABOUT, OPENING, goes_on_spaced, read_subject, subject_zone

__all__ = ["Heading", "is_motto", "match_title", "read_heading"]

HEADING_ROWS = 60
_SITE_TITLE = re.compile(r"^\W*[a-z ]{4,25}(?: so)? \d+[a-z]?[/-]\S+(?:\s.{0,80})?$")
_NO_ISSUER = re.compile(
    r"^\W*(?:du thao|sao y|sao luc|mau so|mau |den |\(|bm\W?\d|phu luc|trang |lan (?!thu)|so\s?[:.]|ngay "
    r"|cong hoa xa hoi chu\b|(?:chu )?nghia viet nam\W*$)"
)


_TERRITORY = re.compile(r"^\W*(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong) (?!uy\b)\w")


class Heading(msgspec.Struct, frozen=True):
    """Zones of the heading and the number of rows that it takes."""

    zones: tuple[Zone, ...]
    length: int
    title: str | None = None


class _Reading:
    """What has been read of a heading so far."""

    def __init__(self) -> None:
        self.zones: list[Zone] = []
        self.issuer: list[Row] = []
        self.about: list[Row] = []
        self.title: str | None = None
        self.numbered = False
        self.opened = False
        self.right = False  # the motto stands in a right column of a page


def read_heading(rows: list[Row], *, attached: bool = False) -> Heading:
    """The heading that `rows` begin with; `attached` where a title alone opens the document ("Ban hành kèm theo")."""
    reading = _Reading()
    zones = reading.zones
    index = _read_pieces(rows, reading)
    if reading.about:
        zones.append(subject_zone(reading.about))
    parts = issuer_parts(_beside_motto(reading))
    if parts:
        zones.append(Zone("issuer", (parts[0][0], parts[-1][1]), tuple(parts)))
    index = read_telegram(rows, index, zones) if reading.title == "Công điện" else read_addressees(rows, index, zones)
    return Heading(tuple(zones), index, reading.title)


def _read_pieces(rows: list[Row], reading: _Reading) -> int:
    """Rows up to the addressees or the body; gives the index of the first that is not taken."""
    index = _skip_frame(rows)
    limit = min(len(rows), index + HEADING_ROWS)
    while index < limit:
        row = rows[index]
        length, zone = fixed_piece(rows, index)
        if zone is not None and not _is_league(rows, index, length, reading):
            reading.zones.append(zone)
            reading.numbered = reading.numbered or zone.kind == "number"
            reading.opened = reading.opened or zone.kind == "motto"
            reading.right = reading.right or (zone.kind == "motto" and row.line.column == 2)
            index += length
            continue
        stamp = skip_stamp(rows, index)
        if stamp:
            index += stamp
            continue
        if reading.right and is_spoilt_date(row) and not any(zone.kind == "place_date" for zone in reading.zones):
            reading.zones.append(Zone("place_date", row.passage.span()))
            index += 1
            continue
        if not reading.numbered and reading.opened and _is_bare_code(row):
            reading.zones.append(Zone("number", row.passage.span()))
            reading.numbered = True
            index += 1
            continue
        if SEND.match(row.key):
            break
        if not reading.zones and _SITE_TITLE.match(row.key) and match_site_title(row):
            reading.issuer.clear()  # a site's name and menu
            index += 1
            continue
        named = join_title(rows, index)
        if named and not _is_issuers(reading, row):
            reading.title = named[0]
            index += named[1]
            last = rows[index]
            begin = row.passage.span()[0]
            reading.zones.append(Zone("title", (begin, last.passage.span(0, named[2])[1])))
            return read_subject(rows, index, named[2], reading.issuer, reading.zones)
        if (
            ABOUT.match(row.key)
            and not reading.about
            and not _is_beside(reading, row)
            and not _continues_issuer(reading, row)
        ):
            index = _read_about(rows, index, limit, reading)
            continue
        if reading.about and _number_below(reading.about[-1], row):
            reading.about.append(row)
            index += 1
            continue
        if row.upper or (not reading.numbered and len(row.text) < 60 and not OPENING.match(row.key)):
            placed = not (reading.numbered and reading.opened) or not reading.issuer
            if (row.upper and placed) or issuer_heads().match(row.key) or _goes_on(reading.issuer):
                reading.issuer.append(row)
            index += 1
            continue
        if reading.numbered and index + 1 < limit and not row.gap and len(row.text) < 60 and reading.about:
            reading.about.append(row)
            index += 1
            continue
        if _is_crumb(rows, index):
            index += 1
            continue
        if not reading.zones and any(is_motto(rows, later) for later in range(index, limit)):
            reading.issuer.clear()  # sentences before the motto are of the site that the text was taken from
            index += 1
            continue
        break
    return index


def _skip_frame(rows: list[Row]) -> int:
    """The rows that a site prints over a heading: its menu, and a table of what it knows of the paper."""
    motto = next((index for index in range(min(len(rows), HEADING_ROWS)) if is_motto(rows, index)), 0)
    last = max((index for index in range(motto) if site_labels().match(rows[index].key)), default=None)
    if last is None:
        return 0
    begin = last + 1
    while begin < motto and not (rows[begin].upper and issuer_heads().match(rows[begin].key)):
        begin += 1
    return begin


def _is_bare_code(row: Row) -> bool:
    """Whether a row under the motto is a number and symbol without "Số" before it ("61/TB-SNV")."""
    code = parse_code(row.text)
    return code is not None and "-" in code.notation


def _is_league(rows: list[Row], index: int, length: int, reading: _Reading) -> bool:
    """Whether the Youth Union's name stands first as the parent of its committee, with a motto below."""
    # Where the right column stands first, the motto has been read already.
    again = any(zone.kind == "motto" for zone in reading.zones) and not reading.numbered
    named = rows[index].key.startswith("doan t") and not reading.issuer and (again or not reading.zones)
    if named and again:
        return index + length < len(rows) and issuer_heads().match(rows[index + length].key) is not None
    return named and any(is_motto(rows, later) for later in range(index + length, min(len(rows), index + length + 8)))


def match_site_title(row: Row) -> bool:
    """Whether a row is the title that a site gives a page: a type and a code, in small letters."""
    return (
        not row.upper
        and bool(find_codes(row.text))
        and match_title(msgspec.structs.replace(row, text=row.text.upper())) is not None
    )


def _is_issuers(reading: _Reading, row: Row) -> bool:
    """Whether a row that looks like a title goes on with an issuer's name ("BAN QUẢN LÝ" / "DỰ ÁN …")."""
    return bool(reading.issuer) and not reading.numbered and _goes_on(reading.issuer)


def _continues_issuer(reading: _Reading, row: Row) -> bool:
    """Whether "VỀ …" in capitals goes on with an issuer's name ("BAN CHỈ ĐẠO TỈNH" / "VỀ CHUYỂN ĐỔI SỐ")."""
    return (
        row.upper and bool(reading.issuer) and not reading.numbered and re.match(r"ve (?!viec\b)", row.key) is not None
    )


def _read_about(rows: list[Row], index: int, limit: int, reading: _Reading) -> int:
    reading.about.append(rows[index])
    index += 1
    while index < limit and _continues_about(reading.about[-1], rows, index):
        reading.about.append(rows[index])
        index += 1
    return index


def _continues_about(last: Row, rows: list[Row], index: int) -> bool:
    """Whether a row goes on with the letter's subject "V/v …" that ended in `last`."""
    row = rows[index]
    if (
        (row.gap and not goes_on_spaced(rows, index) and not _before_send(rows, index))
        or len(row.text) > 90
        or SEND.match(row.key)
        or (fixed_piece(rows, index)[1] is not None and not _cites(last, row))
        or skip_stamp(rows, index)
    ):
        return False
    if row.line.cell != last.line.cell or row.line.column != last.line.column:
        return False
    if row.upper and not last.upper and len(row.text) > 12 and not _cites(last, row):
        return False
    return not OPENING.match(row.key) or row.text[0].islower()


def _before_send(rows: list[Row], index: int) -> bool:
    """Whether a row between "V/v …" and "Kính gửi" or the motto goes on, in a file that sets a blank line between its
    lines."""
    ends = range(index + 1, min(index + 3, len(rows)))
    return rows[index - 1].gap and any(SEND.match(rows[end].key) or is_motto(rows, end) for end in ends)


def _cites(last: Row, row: Row) -> bool:
    """Whether "V/v …" breaks before the number of what it cites: "… Nghị định" / "số 10/2020/NĐ-CP"."""
    return row.text.startswith("số ") and not last.text.rstrip().endswith((".", ";"))


def _number_below(last: Row, row: Row) -> bool:
    """Whether "V/v …" breaks before a number, with the date beside it: "… Công văn số" / "6001/BHXH-TCKT"."""
    return last.key.endswith(" so") and not row.gap and any(code.start == 0 for code in find_codes(row.text))


def _goes_on(issuer: list[Row]) -> bool:
    """Whether the last issuer's name that was read is broken: the next row belongs to it."""
    if not issuer:
        return False
    joined = _joined(issuer)
    return (
        (" " not in joined and begins_issuer(joined))
        or joined in load_words()["issuer_incomplete"]
        or _is_broken(issuer[-1])
    )


def _is_broken(row: Row) -> bool:
    """Whether a row ends inside a name, whatever the next begins with."""
    last = row.key.strip(" .*_|")
    return any(
        last == word or last.endswith((" " + word, word if word in "-&," else " " + word))
        for word in load_words()["issuer_broken"]
    )


def _joined(issuer: list[Row]) -> str:
    """The folded name that the last rows of the issuer make, from the last row on that begins like an organ."""
    start = len(issuer) - 1
    while start > 0 and (not issuer_heads().match(issuer[start].key) or _is_broken(issuer[start - 1])):
        start -= 1
    return " ".join(row.key.strip(" .*_|-") for row in issuer[start:]).strip()


def _is_crumb(rows: list[Row], index: int) -> bool:
    """Whether a few letters of a scan are dust or pen, with a piece of the heading close below."""
    row = rows[index]
    if row.line.confidence is None or len(row.text) > 8:
        return False
    below = range(index + 1, min(index + 4, len(rows)))
    return any(match_title(rows[at]) or SEND.match(rows[at].key) or fixed_piece(rows, at)[1] for at in below)


def _is_beside(reading: _Reading, row: Row) -> bool:
    """Whether a row of a scan stands under the motto in the right column, where no "V/v …" is."""
    return reading.right and row.line.column == 2 and row.line.confidence is not None


def _beside_motto(reading: _Reading) -> list[Row]:
    """The rows that may name the issuer: of a scan with the motto in its right column those of the left one alone,
    none that is a stamp's, a number's or the motto's remains."""
    if not any(row.line.confidence is not None for row in reading.issuer):
        return reading.issuer
    left = [row for row in reading.issuer if row.line.column == 1]
    return [row for row in (left if reading.right and left else reading.issuer) if not is_remains(row)]


def issuer_parts(issuer: list[Row]) -> list[Span]:
    """Printed lines of the heading put together to organs: a line that does not begin like an organ goes on."""
    parts: list[list[Row]] = []
    for row in issuer:
        if not re.search(r"[^\W\d_]{2}", row.key) or _NO_ISSUER.match(row.key) or ADDRESS.match(row.key):
            continue
        begins = issuer_heads().match(row.key) is not None
        if parts and (not begins or _goes_on(parts[-1])):
            parts[-1].append(row)
        else:
            parts.append([row])
    # "THÀNH PHỐ BẾN ĐÁ" over "HỘI ĐỒNG …" is the parent; other lines that begin no organ are none.
    scanned = bool(parts) and parts[0][0].line.confidence is not None
    while len(parts) > (not scanned) and not (
        issuer_heads().match(parts[0][0].key) or _TERRITORY.match(parts[0][0].key)
    ):
        parts.pop(0)
    return [(part[0].passage.span()[0], part[-1].passage.span()[1]) for part in parts]
