"""The end of a document: recipients (*nơi nhận*) and signature, side by side or one after the other."""

from __future__ import annotations

import re

import msgspec

from vanban.model.outline import Zone
from vanban.model.text import Span
from vanban.notation.person import is_surname, parse_person
from vanban.segment.heading import match_title
from vanban.segment.rows import Row

_RECIPIENTS = re.compile(r"^(?:\W*)(?:noi nhan|kinh chuyen|noi gui)\s*(?:[:.]|$)")
COMPETENCE = re.compile(r"^(?:T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|TUQ|TM|KT|TL|Q)(?:\s?[.:]\s?|\s+)(?=[A-ZĐÂÊÔƠƯĂỦỤ])")
_POST = re.compile(
    r"^(?:pho |quyen |q\. ?)?(?:chu tich|bi thu|giam doc|tong giam doc|chanh |truong |bo truong|thu truong|thu tuong|cuc truong|vu truong|tong cuc truong|chi cuc truong|"
    r"hieu truong|vien truong|thong doc|chu nhiem|tong bien tap|tong bi thu|thu ky|cuc pho|uy vien|tong kiem toan|tong thanh tra|vien pho|chi huy|tu lenh|chinh uy|chanh an|"
    r"to truong|doi truong|pho)\b"
)
_COLLECTIVE = re.compile(r"^(?:uy ban|ubnd|ban |hoi dong|bo chinh tri|thuong truc|doan |dang uy|tinh uy|bch|chinh phu|quoc hoi|btv|hdnd)")
_SIGNED = re.compile(r"^\W*(?:da ky|ky ten|ky boi|ky so|chu ky|thoi gian ky|co quan:|\(?ky, )")
_LAST_LIST = re.compile(r"^\W*luu\b")
_NOISE = re.compile(r"^(?:file goc|tai ve|nguon:)")


class Ending(msgspec.Struct, frozen=True):
    """Zones of the end; the body is `rows[:body_end]`, what follows the document `rows[after:]`."""

    zones: tuple[Zone, ...]
    body_end: int
    after: int


def read_ending(rows: list[Row]) -> Ending:
    """The end that stands in `rows`, the rows after the heading."""
    zones: list[Zone] = []
    opening = next((index for index, row in enumerate(rows) if _RECIPIENTS.match(row.key)), None)
    if opening is None:
        start, end = _find_signature(rows)
        if start is None:
            return Ending((), len(rows), len(rows))
        zones += _signature_zones(rows[start:end])
        return Ending(tuple(zones), start, end)
    before = opening
    while before > 0 and _is_signature_row(rows[before - 1], rows, before - 1):
        before -= 1
    signature = rows[before:opening] if _has_authority(rows[before:opening]) else []
    body_end = before if signature else opening
    after = _read_recipients(rows, opening, zones)
    if signature:
        zones += _signature_zones(signature)
    else:
        # A typist's mark may stand between the list and the signature.
        skipped = next((index for index in range(after, min(after + 3, len(rows))) if _is_authority(rows[index])), after)
        after = end = skipped
        while end < len(rows) and end - after < 24 and _is_signature_row(rows[end], rows, end):
            end += 1
            if _signed_off(rows, after, end):
                break
        if _has_authority(rows[after:end]):
            zones += _signature_zones(rows[after:end])
            after = end
    return Ending(tuple(zones), body_end, after)


def _read_recipients(rows: list[Row], opening: int, zones: list[Zone]) -> int:
    """Entries under "Nơi nhận:"; gives the index of the row after them."""
    entries: list[list[Span]] = []
    row = rows[opening]
    match = _RECIPIENTS.match(row.key)
    rest = row.passage.part(match.end() if match else 0, len(row.text))
    if rest and re.search(r"\w", rest.text):
        entries.append([rest.span()])
    column = row.line.column
    index = opening + 1
    archived = bool(rest and "luu" in row.key)
    while index < len(rows):
        row = rows[index]
        bullet = re.match(r"^[-+•–~*·]", row.text)
        if column and row.line.column != column:
            break
        if not bullet and (_is_authority(row) or match_title(row) or row.key.startswith(("phu luc", "mau so", "bieu mau"))):
            break
        if not bullet and entries and _name_below(row, rows, index):
            break
        if archived and not bullet and (row.gap or rows[index - 1].text.rstrip().endswith(".") or not rows[index - 1].text.rstrip().endswith((",", "(", ";")) and len(row.text) > 30):
            break
        if not bullet and len(row.text) > 130:
            break
        if bullet or not entries or (rows[index - 1].text.rstrip().endswith((";", ".")) and not row.text[0].islower() and row.line.box is None):
            entries.append([row.passage.span()])
        else:
            entries[-1].append(row.passage.span())
        archived = archived or bool(_LAST_LIST.match(row.key))
        index += 1
    spans = tuple((entry[0][0], entry[-1][1]) for entry in entries)
    zones.append(Zone("recipients", (rows[opening].start, rows[index - 1].end), spans))
    return index


def _is_authority(row: Row) -> bool:
    """A line of the signature that says by whose authority or in which post one signs."""
    text = row.text.strip()
    if len(text) > 90 or not re.search(r"[A-ZĐ]", text):
        return False
    if COMPETENCE.match(text):
        return True
    return row.upper and bool(_POST.match(row.key) or _COLLECTIVE.match(row.key)) and not row.text.startswith(("-", "+"))


def _is_signature_row(row: Row, rows: list[Row], index: int) -> bool:
    if row.text.startswith(("-", "+")) or len(row.text) > 90:
        return False
    if _is_authority(row) or _SIGNED.match(row.key):
        return True
    if row.upper and re.search(r"[^\W\d]{2}", row.text) and match_title(row) is None and not row.key.startswith(("phu luc", "cong hoa")):
        return any(_is_authority(other) for other in rows[max(0, index - 3) : index + 3])
    return (parse_person(row.text) is not None or _part_of_name(row, rows, index)) and any(
        _is_authority(other) or _SIGNED.match(other.key) for other in rows[max(0, index - 6) : index]
    )


def _part_of_name(row: Row, rows: list[Row], index: int) -> bool:
    """One word of a name that a narrow column broke in two: "Vũ" / "Chí Thành"."""
    if not re.fullmatch(r"[^\W\d_]{1,8}", row.text) or not row.text.istitle():
        return False
    near = [other.text for other in rows[max(0, index - 1) : index + 2] if other is not row]
    return any(parse_person(f"{row.text} {text}") or parse_person(f"{text} {row.text}") for text in near)


def _name_below(row: Row, rows: list[Row], index: int) -> bool:
    """Whether a capital line that is no post that we know stands over a name: "TRƯỞNG THUẾ TỈNH" / "Lê Văn A"."""
    return row.upper and len(row.text) > 6 and not re.match(r"^(?:VT|TH|NC|HC)\b", row.text) and any(
        parse_person(other.text) and not other.upper for other in rows[index + 1 : index + 3]
    )


def _has_authority(rows: list[Row]) -> bool:
    return any(_is_authority(row) for row in rows) or (bool(rows) and any(parse_person(row.text) for row in rows))


def _signed_off(rows: list[Row], start: int, end: int) -> bool:
    """Whether the signature is complete: a name, and no further authority follows close by."""
    if parse_person(rows[end - 1].text) is None or rows[end - 1].upper and _is_authority(rows[end - 1]):
        return False
    if not any(_is_authority(row) for row in rows[start : end - 1]):
        return False
    return not any(_is_authority(row) for row in rows[end : end + 2])


def _find_signature(rows: list[Row]) -> tuple[int | None, int]:
    """The signature of a document without a list of recipients: the last authority line with a name below it."""
    for index in range(len(rows) - 1, -1, -1):
        if not _is_authority(rows[index]) or rows[index].line.cell is not None:
            continue
        end = index + 1
        while end < len(rows) and end - index < 12 and _is_signature_row(rows[end], rows, end):
            end += 1
        named = any(parse_person(row.text) for row in rows[index:end])
        if not named and not COMPETENCE.match(rows[index].text):
            continue
        start = index
        while start > 0 and _is_signature_row(rows[start - 1], rows, start - 1):
            start -= 1
        return start, end
    return None, len(rows)


def _signature_zones(rows: list[Row]) -> list[Zone]:
    """One zone a signer: authority and post lines, then the name; the name's row closes it."""
    zones: list[Zone] = []
    lines: list[Row] = []
    for row in rows:
        if _SIGNED.match(row.key) or not re.search(r"[^\W\d_]{2}", row.text):
            continue
        named = _is_name(row)
        if not named and lines and row.text.istitle() and not _is_authority(row) and parse_person(f"{row.text} X"):
            lines.append(row)
            continue
        lines.append(row)
        if named and any(_is_authority(other) for other in lines[:-1]):
            zones.append(_zone(lines))
            lines = []
    if lines and not (zones and not any(_is_authority(row) for row in lines)):
        zones.append(_zone(lines))
    return zones


def _is_name(row: Row) -> bool:
    """A person's name; in capitals only one that begins with a surname ("NHÂN DÂN" is the rest of a line)."""
    if parse_person(row.text) is None or _is_authority(row) or _POST.match(row.key):
        return False
    return not row.upper or is_surname(row.text.split()[0])


def _zone(lines: list[Row]) -> Zone:
    parts: list[list[Row]] = []
    for row in lines:
        broken = parts and not row.upper and row.text.istitle() and parts[-1][-1].text.istitle() and not parts[-1][-1].upper
        if broken and parse_person(f"{parts[-1][-1].text} {row.text}"):
            parts[-1].append(row)
        else:
            parts.append([row])
    spans = tuple((part[0].passage.span()[0], part[-1].passage.span()[1]) for part in parts)
    return Zone("signature", (spans[0][0], spans[-1][1]), spans)
