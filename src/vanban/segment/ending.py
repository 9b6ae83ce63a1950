"""The end of a document: recipients (*nơi nhận*) and signature, side by side or one after the other.

Forms read: signature before, behind or around the list; marks of authority on lines of their own or several on one
("KT. BỘ TRƯỞNG THỨ TRƯỞNG Đỗ Văn An"); two signers; names in capitals, with titles, broken over two rows; "(Đã ký)" and
stamps of signatures between; lists without dashes, with "~" or "·" for the dash, entries over several rows; "Lưu" lines
of all kinds and a typist's mark behind them; "<post>: <name>" where a form ends so. Refused: capitals in the body.
"""

from __future__ import annotations

import re

import msgspec

from vanban.model.outline import Zone
from vanban.model.text import Span
from vanban.notation.person import begins_post, find_name, is_surname, names_collective, parse_person
from vanban.segment.pieces import is_motto, match_title
from vanban.segment.rows import Row
from vanban.segment.signing_table import find_signing_table

_RECIPIENTS = re.compile(r"^[\W_]*(?:noi nhan|noi gui)[\s_*]*(?:[:.;,]|$)")
COMPETENCE = re.compile(
    r"^(?:T\s?[/.]\s?M|K\s?[/.]\s?T|T\s?[/.]\s?L|TU[QN]|TM|KT|TL|Q)(?:\s?[.:,]\s?|\s+)(?=[A-ZĐÂÊÔƠƯĂỦỤ])"
)
_SIGNED = re.compile(
    r"^\W*(?:da ky|ky ten|ky boi|nguoi ky|ky so|chu ky|thoi gian ky|ngay ky|co quan:|email\b|\(?ky, |\(?ky ten"
    r"|ky va ghi|signature|digitally|\[?daky)"
)
_LAST_LIST = re.compile(r"^[\W_]*luu\b(?! tru (?:quoc gia|lich su))")
_SAME = re.compile(r"\W*nhu (?:tren|kinh gui|dieu \d+)[;,.]")  # an entry by itself, whatever mark ends it
_BULLET = re.compile(r"^[-+•–—~*·⁃−]")
_MIDDLE = 230.0
"""In points: what begins right of it stands in the right half of a sheet."""
_APPENDIX = ("phu luc", "mau so", "bieu mau", "danh sach", "danh muc", "ghi chu")
_FORM_SIGNER = re.compile(
    r"^\W*(?:chuyen vien|nguoi lap|nguoi trinh|can bo|nguoi viet|nguoi bao cao|truong phong"
    r"|chanh van phong)[^:]{0,40}:\s*(?=\S)"
)


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
        if start is None and (signed := find_signing_table(rows)):
            return Ending(tuple(_signature_zones(signed)), len(rows) - len(signed), len(rows))
        if start is None:
            form = _form_signer(rows)
            return Ending((form,) if form else (), len(rows), len(rows))
        zones += _signature_zones(rows[start:end])
        return Ending(tuple(zones), start, end)
    rows, opening = _signature_apart(*_signature_first(rows, opening))
    before = opening
    while before > 0 and _is_signature_row(rows[before - 1], rows, before - 1):
        before -= 1
    signature = rows[before:opening] if _has_authority(rows[before:opening]) else []
    body_end = before if signature else opening
    after = _read_recipients(rows, opening, zones)
    if signature and any(_is_name(row) for row in signature):
        zones += _signature_zones(signature)
        return Ending(tuple(zones), body_end, after)
    beside = bool(signature)  # its name may stand behind the typist's mark
    start = next(
        (
            index
            for index in range(after, min(after + 3, len(rows)))
            if _is_authority(rows[index]) or (beside and _is_signer(rows[index]))
        ),
        after,
    )
    end = start
    while end < len(rows) and end - start < 24 and _is_signature_row(rows[end], rows, end, signature):
        end += 1
        if _signed_off([*signature, *rows[start:end]], rows[end : end + 2]):
            break
    if _has_authority(rows[start:end]) or (signature and any(_is_name(row) for row in rows[start:end])):
        signature = [*signature, *rows[start:end]]
        after = end
    if not signature and after < len(rows) and _is_name_alone(rows[after]):
        signature, after = [rows[after]], after + 1
    if signature:
        zones += _signature_zones(signature)
    return Ending(tuple(zones), body_end, after)


def _signature_first(rows: list[Row], opening: int) -> tuple[list[Row], int]:
    """Rows of a signature that stand in a column beside "Nơi nhận:" and its first entries, put before it, where the
    list goes on under both columns or on the next page. Gives the rows and the place of "Nơi nhận:"."""
    left = opening + 1
    while left < len(rows) and rows[opening].line.column == rows[left].line.column == 1:
        left += 1
    end = left
    while end < len(rows) and rows[end].line.column > rows[opening].line.column and _is_signing(rows[end]):
        end += 1
    beside = rows[opening].line.column == 1 and left < end < len(rows)
    if not beside or rows[end].line.column or not _BULLET.match(rows[end].text):
        return rows, opening
    return [*rows[:opening], *rows[left:end], *rows[opening:left], *rows[end:]], opening + end - left


def _is_signing(row: Row) -> bool:
    """Whether a row is of a signature by itself: authority, post, "(Đã ký)", name."""
    return _is_authority(row) or _SIGNED.match(row.key) is not None or _is_name(row)


def _signature_apart(rows: list[Row], opening: int) -> tuple[list[Row], int]:
    """Authority lines and the name that stand between the entries, where two columns were written line by line, put
    before "Nơi nhận:". Gives the rows and the place of "Nơi nhận:"."""
    end = opening + 1
    while end < len(rows) and (
        _is_authority(rows[end])
        or (not rows[end].line.column and (_BULLET.match(rows[end].text) or _is_signer(rows[end])))
    ):
        end += 1
    while end > opening + 1 and (not _BULLET.match(rows[end - 1].text) or _joins_post(rows, end - 1)):
        end -= 1
    between = [row for row in rows[opening + 1 : end] if not _BULLET.match(row.text)]
    if not between:
        return rows, opening
    entries = [row for row in rows[opening:end] if _BULLET.match(row.text) or row is rows[opening]]
    return [*rows[:opening], *between, *entries, *rows[end:]], opening + len(between)


def _read_recipients(rows: list[Row], opening: int, zones: list[Zone]) -> int:
    """Entries under "Nơi nhận:"; gives the index of the row after them."""
    entries: list[list[Span]] = []
    row = rows[opening]
    match = _RECIPIENTS.match(row.key)
    rest = row.passage.part(match.end() if match else 0, len(row.text))
    scanned = row.line.confidence is not None
    listed = any(_BULLET.match(below.text) for below in rows[opening + 1 : opening + 3])
    if rest and re.search(r"[^\W_]", rest.text) and not (scanned and listed and not _BULLET.match(rest.text)):
        entries.append([rest.span()])
    column = row.line.column
    index = opening + 1
    archived = bool(rest and "luu" in row.key)
    dashed, opened = False, ""  # whether entries have dashes, and the row that opened the last
    while index < len(rows):
        row = rows[index]
        bullet = _BULLET.match(row.text)
        if scanned and not entries and not bullet and listed and len(row.text) < 6:
            index += 1  # a crumb of a seal
            continue
        if (
            bullet
            and not row.line.column
            and (not entries or row.line.page != rows[opening].line.page or _is_aligned(row, rows[index - 1]))
        ):
            column = 0  # the list goes on under both columns, or on the next page
        if column and row.line.column != column and (row.line.column or row.line.box or row.line.paragraph is not None):
            break
        if not bullet and (
            _is_authority(row)
            or match_title(row)
            or row.key.startswith(_APPENDIX)
            or _SIGNED.match(row.key)
            or is_motto(rows, index)
        ):
            break
        if not bullet and entries and _name_below(row, rows, index):
            break
        last = rows[index - 1].text.rstrip()
        if archived and not bullet and _behind_archive(row, last):
            break
        if not bullet and len(row.text) > 130:
            break
        same = not bullet and _SAME.fullmatch(rows[index - 1].key) is not None and not row.text[0].islower()
        apart = last.endswith((";", ".")) and not row.text[0].islower() and row.line.box is None
        if bullet or not entries or same or (apart and not (dashed and ":" in opened and last.endswith(";"))):
            entries.append([row.passage.span()])
            dashed, opened = dashed or bullet is not None, row.text
        else:
            entries[-1].append(row.passage.span())
        archived = archived or bool(_LAST_LIST.match(row.key))
        index += 1
    spans = tuple((entry[0][0], entry[-1][1]) for entry in entries)
    zones.append(Zone("recipients", (rows[opening].start, max(rows[index - 1].end, rows[opening].end)), spans))
    return index


def _is_aligned(row: Row, last: Row) -> bool:
    """Whether a row of a page begins where the one above it does."""
    box, other = row.line.box, last.line.box
    return box is not None and other is not None and abs(box[0] - other[0]) < 3 and box[1] > other[1]


def _behind_archive(row: Row, last: str) -> bool:
    """Whether a row without a dash stands behind the "Lưu" line: a name, a typist's mark, the next part."""
    if row.gap or last.endswith((".", "./")):
        return True
    if parse_person(row.text) and is_surname(row.text.split()[0]) and not last.endswith((",", "(")):
        return True
    return not last.endswith((",", "(", ";")) and len(row.text) > 30


def _is_authority(row: Row) -> bool:
    """A line of the signature that says by whose authority or in which post one signs."""
    text = row.text.strip(" _|'\"`´.,:;")
    if len(text) > 110 or not re.search(r"[A-ZĐ]", text):
        return False
    if COMPETENCE.match(text):
        return True
    if _BULLET.match(text) or not (row.upper or find_name(text)):
        return False
    return begins_post(text) or (row.upper and names_collective(text))  # "THỨ TRƯỞNG Đỗ Văn An"; "BAN THƯỜNG VỤ"


def _is_signature_row(row: Row, rows: list[Row], index: int, before: list[Row] | None = None) -> bool:
    if len(row.text) > 110 or (_BULLET.match(row.text) and not _joins_post(rows, index)):
        return False
    if _is_authority(row) or _SIGNED.match(row.key):
        return True
    above = rows[index - 1] if index else row
    marked = COMPETENCE.match(above.text) or (above.upper and above.key.startswith("dai dien "))
    if begins_post(row.text) and row.text[0].isupper() and marked and len(row.text) < 60:
        return True  # "KT. BỘ TRƯỞNG" / "Thứ trưởng"; "ĐẠI DIỆN BÊN GIAO" / "Giám đốc"
    near = [*(before or [])[-2:], *rows[max(0, index - 6) : index]]
    if (
        row.upper
        and re.search(r"[^\W\d]{2}", row.text)
        and match_title(row) is None
        and not row.key.startswith(("phu luc", "cong hoa"))
    ):
        return any(_is_authority(other) for other in [*near[-3:], *rows[index + 1 : index + 3]])
    if _is_crumb(row, rows, index):
        return True
    return (parse_person(row.text) is not None or _part_of_name(row, rows, index)) and any(
        _is_authority(other) or _SIGNED.match(other.key) for other in near
    )


def _is_crumb(row: Row, rows: list[Row], index: int) -> bool:
    """Whether a few letters of a scan, between a post and a name, are of seal and pen."""
    if row.line.confidence is None or len(row.text) > 8 or not 0 < index < len(rows) - 1:
        return False
    return _is_authority(rows[index - 1]) and _is_signer(rows[index + 1])


def _joins_post(rows: list[Row], index: int) -> bool:
    """Whether capitals behind a dash go on with a post: "TRƯỞNG PHÒNG TUYÊN TRUYỀN" / "- HỖ TRỢ" / a name."""
    inside = 0 < index < len(rows) - 1 and rows[index].upper
    return inside and _is_authority(rows[index - 1]) and _is_name(rows[index + 1])


def _is_name_alone(row: Row) -> bool:
    """A printed name in the right half of a page, below a post that seal and pen have made unreadable."""
    text = row.text.strip(" .,")
    right = row.line.box is not None and row.line.box[0] > _MIDDLE
    return right and parse_person(text) is not None and is_surname(text.split()[0]) and not row.upper


def _part_of_name(row: Row, rows: list[Row], index: int) -> bool:
    """One word of a name that a narrow column broke in two: "Vũ" / "Chí Thành"."""
    if not re.fullmatch(r"[^\W\d_]{1,8}", row.text) or not row.text.istitle():
        return False
    near = [other.text for other in rows[max(0, index - 1) : index + 2] if other is not row]
    return any(parse_person(f"{row.text} {text}") or parse_person(f"{text} {row.text}") for text in near)


def _name_below(row: Row, rows: list[Row], index: int) -> bool:
    """Whether a capital line that is no post that we know stands over a name: "TRƯỞNG THUẾ TỈNH" / "Lê Văn A"."""
    return (
        row.upper
        and len(row.text) > 6
        and not re.match(r"^(?:VT|TH|NC|HC)\b", row.text)
        and any(parse_person(other.text) and not other.upper for other in rows[index + 1 : index + 3])
    )


def _has_authority(rows: list[Row]) -> bool:
    return any(_is_authority(row) for row in rows) or any(_is_name(row) for row in rows)


def _signed_off(signature: list[Row], following: list[Row]) -> bool:
    """Whether the signature is complete: a name, and no further authority follows close by."""
    last = signature[-1]
    if parse_person(last.text) is None or (
        last.upper and (_is_authority(last) or not is_surname(last.text.split()[0]))
    ):
        return False
    if not any(_is_authority(row) for row in signature[:-1]):
        return False
    return not any(_is_authority(row) for row in following)


def _find_signature(rows: list[Row]) -> tuple[int | None, int]:
    """The signature of a document without a list of recipients: the last authority line with a name below it."""
    for index in range(len(rows) - 1, -1, -1):
        if not _is_authority(rows[index]) or rows[index].line.cell is not None:
            continue
        end = index + 1
        while end < len(rows) and end - index < 12 and _is_signature_row(rows[end], rows, end):
            end += 1
        named = any(_is_name(row) for row in rows[index:end]) or _run_in(rows[index].text)
        if not named and not COMPETENCE.match(rows[index].text):
            continue
        start = index
        while start > 0 and _is_signature_row(rows[start - 1], rows, start - 1):
            start -= 1
        return start, end
    return None, len(rows)


def _run_in(text: str) -> bool:
    """Whether a name stands behind a post on one line: "THỨ TRƯỞNG Đỗ Văn An"."""
    return begins_post(text) and find_name(text) is not None


def _form_signer(rows: list[Row]) -> Zone | None:
    """The last "<post>: <name>" of a form without a signature: "Chuyên viên theo dõi: Trần Văn An"."""
    for row in reversed(rows[-40:]):
        match = _FORM_SIGNER.match(row.key)
        if match and parse_person(row.text[match.end() :]):
            post = row.passage.part(0, match.end()).text.rstrip(" :")
            return Zone(
                "signature",
                row.passage.span(),
                (row.passage.span(0, len(post)), row.passage.span(match.end(), len(row.text))),
            )
    return None


def _signature_zones(rows: list[Row]) -> list[Zone]:
    """One zone a signer: authority and post lines, then the name; the name's row closes it."""
    zones: list[Zone] = []
    lines: list[Row] = []
    ordered = _in_columns([row for row in rows if not _is_stamped(row)])
    for index, row in enumerate(ordered):
        # Of two that could be names the one in capitals is the rest of the post ("CỤC GIÁM SÁT" / "QUẢN LÝ THUẾ").
        below = ordered[index + 1] if index + 1 < len(ordered) else None
        named = _is_name(row) and not (row.upper and below is not None and not below.upper and _is_name(below))
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


def _is_stamped(row: Row) -> bool:
    """Whether a row between post and name is neither: "(Đã ký)", what is left of a seal."""
    return (_SIGNED.match(row.key) and not parse_person(row.text)) or not re.search(r"[^\W\d_]{2}", row.text)


def _in_columns(rows: list[Row]) -> list[Row]:
    """Rows of two or three signers side by side in cells or columns: one's after the other's, from the left."""
    columns = {row.line.column for row in rows}
    if columns in ({1, 2}, {1, 2, 3}):
        return sorted(rows, key=lambda row: row.line.column)
    return rows


def _is_name(row: Row) -> bool:
    """A person's name; in capitals only one that begins with a surname ("NHÂN DÂN" is the rest of a line)."""
    if parse_person(row.text) is None or _is_authority(row):
        return False
    return not row.upper or is_surname(row.text.split()[0])


def _is_signer(row: Row) -> bool:
    """A name in small letters with a surname that we know, and nothing else on its line."""
    return _is_name(row) and not row.upper and is_surname(row.text.split()[0])


def _zone(lines: list[Row]) -> Zone:
    parts: list[list[Row]] = []
    for row in lines:
        broken = (
            parts and not row.upper and row.text.istitle() and parts[-1][-1].text.istitle() and not parts[-1][-1].upper
        )
        if broken and parse_person(f"{parts[-1][-1].text} {row.text}"):
            parts[-1].append(row)
        else:
            parts.append([row])
    spans = tuple((part[0].passage.span()[0], part[-1].passage.span()[1]) for part in parts)
    return Zone("signature", (min(span[0] for span in spans), max(span[1] for span in spans)), spans)
