"""The heading of a document: issuer, motto, number, place and date, marks, title, subject, addressees.

NĐ 30/2020 Phụ lục I sets it in two columns; files give the columns one after the other, cell by cell, or mixed.
So each row is told by what it says, and only what is left over is told by its place.
"""

from __future__ import annotations

import functools
import re

import msgspec

from vanban.lexicon.document_types import document_kinds
from vanban.lexicon.words import load_words, secrecy_marks, urgency_marks
from vanban.model.outline import Zone
from vanban.model.text import Span
from vanban.notation.code import parse_heading_code
from vanban.notation.folding import fold
from vanban.notation.parties import begins_party
from vanban.segment.rows import Row

HEADING_ROWS = 60

_MOTTO = re.compile(r"^cong hoa xa hoi chu nghia viet ?n?a?m?$|^dang cong san viet nam$|^doan tncs ho chi minh$")
_MOTTOS = ("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam", "doan tncs ho chi minh")
_SLOGAN = re.compile(r"^doc lap\s?-\s?tu do\s?-\s?hanh phuc\W*$")
_DATED = re.compile(
    r"^(?P<place>(?:…|[^\W\d_])[^\d,]{0,45}?)?\s*,?\s*(?P<date>ngay\s*[\d.…_\s]{0,14}\s*t?hang\s*[\d.…_\s]{0,14}\s*[,.]?\s*nam\s*[\d.…_\s]*)\W*$"
)
_ABOUT = re.compile(r"^(?:v/v|v/ v|v\.v|ve viec|vv|ve(?= \w))\b[:.]?")
_DRAFT = re.compile(r"^\W*(?:du thao|ban du thao|sao y|sao luc|mat ma)\b.{0,30}$")
_SEND = re.compile(r"^(?:dong\s)?kinh (?:gui|trinh)\b")
_TELEGRAM = re.compile(r"\bdien\s?:?$")
_ATTACHED = re.compile(r"^\W*(?:kem theo|ban hanh kem theo|ban hanh theo|dinh kem|phu luc kem theo)\b")
_NUMBER = re.compile(r"^s[o0][\s:.;]")
_OPENING = re.compile(
    r"^(?:can cu|kinh gui|xet |dieu 1\b|chuong i\b|phan (?:i|thu nhat)\b|muc 1\b|[ivx]+\s?[.\-/]|1\s?[.)]|a[.)]|"
    r"ngay \d|thuc hien (?:nghi quyet|chi thi|ke hoach|huong dan|quyet dinh|cong van|thong bao|chuong trinh|ket luan|y kien|cong dien|nghi dinh|luat)|"
    r"sau khi|phuc dap|tra loi|xet|vua qua|hien nay|tren co so|qua |trong |nhan duoc|ngay |tiep theo|theo de nghi|nham |de (?:trien khai|thuc hien|tiep|bao dam|tang cuong)|trong thoi gian|thoi gian qua)"
)


class Heading(msgspec.Struct, frozen=True):
    """Zones of the heading and the number of rows that it takes."""

    zones: tuple[Zone, ...]
    length: int
    title: str | None = None


def is_motto(rows: list[Row], index: int) -> int:
    """The number of rows from `index` that make the State's, the Party's or the Youth Union's motto, 0 if none."""
    if not rows[index].upper:
        return 0
    joined = ""
    for count in range(1, 5):
        if index + count > len(rows) or not rows[index + count - 1].upper:
            return 0
        joined = f"{joined} {rows[index + count - 1].key}".strip(" -.*")
        if _MOTTO.match(joined):
            if joined.endswith("viet") and index + count < len(rows) and rows[index + count].key == "nam":
                count += 1
            return count
        if not any(motto.startswith(joined) for motto in _MOTTOS):
            return 0
    return 0


def match_title(row: Row) -> tuple[str, int] | None:
    """The type of document that a title row names and where its name ends in the row, or None.

    >>> # "THÔNG BÁO KẾT LUẬN CỦA …" names "Thông báo"; "Q U Y Ế T  Đ Ị N H" is set wide.
    """
    if not row.upper and not (row.bold and row.key in _type_keys()):
        return None
    key = row.key.rstrip(" :.*")
    if re.fullmatch(r"(?:\w ){3,}\w", key):
        key = key.replace(" ", "")
        for folded, name in _type_keys().items():
            if folded.replace(" ", "") == key:
                return name, len(row.text)
        return None
    for folded, name in _type_keys().items():
        if key == folded or key.startswith(folded + " "):
            return name, len(folded)
    return None


@functools.cache
def _type_keys() -> dict[str, str]:
    return {fold(kind.name): kind.name for kind in document_kinds() if not kind.cited_only}


def read_heading(rows: list[Row], *, attached: bool = False) -> Heading:
    """The heading that `rows` begin with; `attached` where a title alone opens the document ("Ban hành kèm theo")."""
    zones: list[Zone] = []
    issuer: list[Row] = []
    about: list[Row] = []
    title: str | None = None
    numbered = False
    index = 0
    limit = min(len(rows), HEADING_ROWS)
    while index < limit:
        row = rows[index]
        length, zone = _fixed_piece(rows, index)
        if zone is not None:
            zones.append(zone)
            numbered = numbered or zone.kind == "number"
            index += length
            if about and zone.kind in ("place_date", "number"):
                continue
            continue
        if _DRAFT.match(row.key):
            index += 1
            continue
        if _SEND.match(row.key):
            break
        if title is None and (named := match_title(row)) and not (issuer and not numbered and _goes_on(issuer[-1].key)):
            title = named[0]
            zones.append(Zone("title", row.passage.span(0, named[1])))
            index = _read_subject(rows, index, named[1], issuer, zones)
            break
        if _ABOUT.match(row.key) and not about:
            about.append(row)
            index += 1
            while index < limit and _continues_about(about[-1], rows[index], rows, index):
                about.append(rows[index])
                index += 1
            continue
        if row.upper or (not numbered and len(row.text) < 60 and not _OPENING.match(row.key)):
            issuer.append(row)
            index += 1
            continue
        if numbered and index + 1 < limit and not row.gap and len(row.text) < 60 and about:
            about.append(row)
            index += 1
            continue
        break
    if about:
        zones.append(_about_zone(about))
    parts = _issuer_parts(issuer)
    if parts:
        zones.append(Zone("issuer", (parts[0][0], parts[-1][1]), tuple(parts)))
    index = _read_telegram(rows, index, zones) if title == "Công điện" else _read_addressees(rows, index, zones)
    if title is not None and index < len(rows) and match_title(rows[index]) is None:
        index = _skip_formula(rows, index)
    return Heading(tuple(zones), index, title)


def _fixed_piece(rows: list[Row], index: int) -> tuple[int, Zone | None]:
    """A piece that is told by what it says alone: motto, slogan, number, place and date, mark."""
    row = rows[index]
    count = is_motto(rows, index)
    if count:
        return count, Zone("motto", (row.start, rows[index + count - 1].end))
    if _SLOGAN.match(row.key):
        return 1, Zone("motto", (row.start, row.end))
    key = row.key.strip(" .-*[]()")
    if (key in urgency_marks() or key in secrecy_marks()) and (row.upper or row.line.part == "box"):
        return 1, Zone("mark", row.passage.span())
    if _NUMBER.match(row.key):
        for count in (1, 2):
            if index + count <= len(rows):
                text = " ".join(part.text for part in rows[index : index + count])
                if parse_heading_code(text):
                    return count, Zone("number", (row.start, rows[index + count - 1].end))
        if re.fullmatch(r"so[\s:.…]*", row.key):
            return 1, Zone("number", (row.start, row.end))
    for count in (1, 2, 3, 4):
        if row.upper or row.key.startswith(("can cu", "theo", "thuc hien", "ngay ")) and count > 1:
            break
        if index + count > len(rows) or len(row.text) > 70:
            break
        if count > 1 and (rows[index + count - 1].upper or rows[index + count - 1].gap or len(rows[index + count - 1].text) > 50):
            break
        text = " ".join(part.key for part in rows[index : index + count])
        if _DATED.match(text) and not _ABOUT.match(text):
            return count, Zone("place_date", (row.start, rows[index + count - 1].end))
    return 0, None


def _continues_about(last: Row, row: Row, rows: list[Row], index: int) -> bool:
    """Whether a row goes on with the letter's subject "V/v …" that ended in `last`."""
    if row.gap or len(row.text) > 90 or _SEND.match(row.key) or _fixed_piece(rows, index)[1] is not None:
        return False
    if row.line.cell != last.line.cell or row.line.column != last.line.column:
        return False
    return not _OPENING.match(row.key) or row.text[0].islower()


def _about_zone(about: list[Row]) -> Zone:
    start = about[0].passage
    match = _ABOUT.match(about[0].key)
    begin = start.place(min(match.end() if match else 0, len(start.text) - 1))
    return Zone("subject", (begin, about[-1].passage.span()[1]), tuple(row.passage.span() for row in about))


def _goes_on(key: str) -> bool:
    return " " not in key.strip() or any(key == word or key.endswith(" " + word) for word in load_words()["issuer_broken"])


def _issuer_parts(issuer: list[Row]) -> list[Span]:
    """Printed lines of the heading put together to organs: a line that does not begin like an organ goes on."""
    parts: list[list[Row]] = []
    for row in issuer:
        if not re.search(r"[^\W\d_]{2}", row.key) or row.key.startswith(("du thao", "sao y", "sao luc", "mau so", "den ", "(")):
            continue
        begins = any(re.match(rf"{word}\b", row.key) for word in load_words()["issuer_heads"])
        if parts and (not begins or _goes_on(parts[-1][-1].key.rstrip(" -"))):
            parts[-1].append(row)
        else:
            parts.append([row])
    return [(part[0].passage.span()[0], part[-1].passage.span()[1]) for part in parts]


def _read_subject(rows: list[Row], index: int, named: int, issuer: list[Row], zones: list[Zone]) -> int:
    """The subject of a document with a title: what is left of the title's row and the rows under it."""
    subject: list[Span] = []
    first = rows[index]
    rest = first.passage.part(named, len(first.text))
    if rest and re.search(r"\w", rest.text):
        subject.append(rest.span())
    index += 1
    style: Row | None = first if subject else None
    taken = len(rest.text) if subject else 0
    while index < len(rows) and taken < 900:
        row = rows[index]
        if _ends_subject(row, style, rows, index, issuer, bool(subject)):
            break
        length, zone = _fixed_piece(rows, index)
        if zone is not None and zone.kind != "motto":
            zones.append(zone)
            index += length
            continue
        subject.append(row.passage.span())
        style = style or row
        taken += len(row.text)
        index += 1
    if subject:
        zones.append(Zone("subject", (subject[0][0], subject[-1][1]), tuple(subject)))
    return index


def _ends_subject(row: Row, style: Row | None, rows: list[Row], index: int, issuer: list[Row], begun: bool) -> bool:
    if _SEND.match(row.key) or _ATTACHED.match(row.key) or _TELEGRAM.search(row.key):
        return True
    if row.upper and _is_authority(row, rows, index, issuer):
        return True
    if not begun:
        return (len(row.text) > 250 and not (row.bold and row.line.centred)) or (not row.bold and not row.upper and bool(_OPENING.match(row.key)) and row.line.centred is not True)
    assert style is not None
    if row.line.box is None and row.line.paragraph is None:  # plain text: rules, blank lines and capitals tell
        if row.gap and not (style.upper and row.upper):
            return True
        if style.upper and not row.upper:
            return True
        return bool(_OPENING.match(row.key)) and not row.upper
    if style.line.bold and row.line.bold is False:
        return True
    if style.upper and not row.upper and not row.line.centred:
        return True
    if style.line.centred and row.line.centred is False and not (style.line.bold and row.line.bold):
        return True
    return bool(_OPENING.match(row.key)) and not row.line.centred


def _is_authority(row: Row, rows: list[Row], index: int, issuer: list[Row]) -> bool:
    """The line that names who decides, between the title and the grounds ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …")."""
    for following in rows[index + 1 : index + 4]:
        if following.key.startswith(("can cu", "- can cu")):
            return bool(re.match(r"(?:bo truong|chu tich|thu tuong|giam doc|uy ban|hoi dong|chu nhiem|tong|truong|cuc|chi cuc|chanh|hieu truong|vien truong|ban (?!hanh)|bo (?!sung)|chinh phu|quoc hoi|thong doc|so |vien |thuong truc|dang|tinh uy|lien doan|doan)", row.key))
        if not following.upper:
            break
    names = " ".join(part.key for part in issuer)
    return bool(issuer) and row.key.rstrip(" :,.") == names


def _skip_formula(rows: list[Row], index: int) -> int:
    return index


def _read_addressees(rows: list[Row], index: int, zones: list[Zone]) -> int:
    """The list under "Kính gửi"; rows end at a blank line, a full stop or where the letter begins to speak."""
    scan = index
    while scan < min(len(rows), index + 8) and not _SEND.match(rows[scan].key):
        length, zone = _fixed_piece(rows, scan)
        if zone is not None:
            zones.append(zone)
            scan += length
        elif _ATTACHED.match(rows[scan].key) or (scan > index and len(rows[scan].text) > 120):
            return index
        else:
            scan += 1
    if scan >= len(rows) or not _SEND.match(rows[scan].key):
        return index
    return collect_entries(rows, scan, _SEND, "addressees", zones)


def _read_telegram(rows: list[Row], index: int, zones: list[Zone]) -> int:
    """In a công điện the addressees stand after "… điện:"."""
    for scan in range(index, min(len(rows), index + 4)):
        match = re.search(r"\bdien\s?:?", rows[scan].key)
        if match and (rows[scan].key.rstrip(" *").endswith(("dien", "dien:", "dien :")) or "dien:" in rows[scan].key):
            return collect_entries(rows, scan, re.compile(r".*?\bdien\s?:?"), "addressees", zones)
    return _read_addressees(rows, index, zones)


def collect_entries(rows: list[Row], index: int, head: re.Pattern[str], kind: str, zones: list[Zone]) -> int:
    """Entries of a list that opens at `rows[index]` with `head`; gives the index of the row after it."""
    opening = rows[index]
    match = head.match(opening.key)
    entries: list[list[Span]] = []
    begin = match.end() if match else 0
    rest = opening.passage.part(begin, len(opening.text))
    lead = re.match(r"[\s:.\-*]*", rest.text)
    rest = rest.part(lead.end() if lead else 0, len(rest.text))
    if rest:
        entries.append([rest.span()])
    last = opening
    dashed = rest.text.startswith("-")
    index += 1
    while index < len(rows):
        row = rows[index]
        if (zone := _fixed_piece(rows, index)[1]) is not None:
            if zone.kind == "mark":
                zones.append(zone)
                index += 1
                continue
            break
        bullet = bool(re.match(r"^[-+•–*]\s*\w", row.text))
        if _SEND.match(row.key):
            again = _SEND.match(row.key)
            piece = row.passage.part(again.end() if again else 0, len(row.text))
            lead = re.match(r"[\s:.\-*]*", piece.text)
            piece = piece.part(lead.end() if lead else 0, len(piece.text))
            if piece:
                entries.append([piece.span()])
            last, index = row, index + 1
            continue
        if not entries:
            entries.append([row.passage.span()])
        elif bullet and last.text.rstrip().endswith(",") and not begins_party(row.text.lstrip("-+•–* ")):
            entries[-1].append(row.passage.span())  # a stray dash inside an entry
        elif bullet:
            dashed = True
            entries.append([row.passage.span()])
        elif _entry_goes_on(last, row, dashed):
            if last.text.rstrip().endswith(";"):
                entries.append([row.passage.span()])
            else:
                entries[-1].append(row.passage.span())
        else:
            break
        last, index = row, index + 1
        if row.text.rstrip().endswith(("./.", "/.")):
            break
    spans = tuple((entry[0][0], entry[-1][1]) for entry in entries)
    if spans:
        zones.append(Zone(kind, (spans[0][0], spans[-1][1]), spans))
    return index


def _entry_goes_on(last: Row, row: Row, dashed: bool) -> bool:
    """Whether a row without a dash belongs to the list of addressees that stands at `last`."""
    ended = last.text.rstrip()
    if ended.endswith("."):
        return False
    if len(row.text) > 160 or _OPENING.match(row.key):
        return False
    if ended.endswith((";", ",")):
        return not (row.gap and dashed)
    if last.line.box is not None and row.line.box is not None:
        height = last.line.box[3] - last.line.box[1]
        return row.line.box[1] - last.line.box[3] < 0.9 * height and row.line.box[0] >= last.line.box[0] - 40
    if row.gap:
        return row.text[0].islower() and len(row.text) < 60
    if row.line.paragraph is not None and last.line.paragraph is not None and row.line.paragraph != last.line.paragraph:
        return row.line.centred is True and last.line.centred is True
    return len(last.text) > 35 and len(row.text) <= 1.4 * len(last.text) + 20
