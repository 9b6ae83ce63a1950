"""The lists of a heading and of the end: entries under "Kính gửi" and after "… điện:".

Forms read: one addressee on the row of "Kính gửi:", entries with dashes, entries by commas and semicolons over several
rows, "Đồng kính gửi:", "Kính gửi" / ":" broken by a narrow column, a stray dash inside an entry. Refused: the first
sentence of the letter, a firm's address.
"""

from __future__ import annotations

import re

from vanban.model.outline import Zone
from vanban.model.text import Span
from vanban.notation.parties import parse_parties
from vanban.notation.party_heads import begins_party
from vanban.segment.pieces import fixed_piece, skip_stamp
from vanban.segment.rows import Row

SEND = re.compile(r"^\W*(?:dong\s)?kinh (?:gui|trinh)\b")
ATTACHED = re.compile(r"^\W*(?:kem theo|ban hanh kem theo|ban hanh theo|dinh kem|phu luc kem theo)\b")
TELEGRAM = re.compile(r"\bdien\s?:?$")
OPENING = re.compile(
    r"^\W*(?:can cu|kinh gui|xet |dieu 1\b|chuong i\b|phan (?:i|thu nhat)\b|muc 1\b|[ivx]+\s?[.\-/](?!v)|1\s?[.)]"
    r"|a[.)]|"
    r"ngay \d|thuc hien (?:nghi quyet|chi thi|ke hoach|huong dan|quyet dinh|cong van|thong bao|chuong trinh|ket luan"
    r"|y kien|cong dien|nghi dinh|luat|thong tu|van ban|de an|nhiem vu)|"
    r"sau khi|phuc dap|tra loi|xet|vua qua|hien nay|tren co so|qua |trong |nhan duoc|ngay |tiep theo|theo (?:de nghi"
    r"|chi dao|noi dung|ke hoach|quy dinh|chuong trinh)|nham |"
    r"de (?:trien khai|thuc hien|tiep|bao dam|dam bao|tang cuong|co co so|kip thoi|chuan bi|phuc vu|chu dong)"
    r"|trong thoi gian|thoi gian qua|tiep nhan|duoc su|truoc (?:tinh hinh|het)|hoa chung|nham|"
    r"trien khai (?:nghi|thuc|ke|chi|quyet|cong|chuong|y)|(?:uy ban nhan dan|ubnd|so|bo|van phong|tinh uy|ban|cuc"
    r"|chi cuc) [^;,:]{4,60} (?:nhan duoc|da nhan|co y kien|de nghi|tran trong|thong bao|yeu cau|kinh moi)\b|"
    r"[^\W\d_][^;,:]{4,60} (?:nhan duoc|da nhan|kinh de nghi|tran trong|kinh moi|xin (?:bao cao|thong bao|de nghi)) |"
    r"noi nhan|tran trong|hom nay|i\.)"
)
# Under a firm or a person: where they live, their tax code, how they are called; none of the addressee.
ADDRESS = re.compile(
    r"^\W*(?:\(?dia chi|d/c|mst|ma so (?:thue|dn|doanh nghiep|dvqhns)|dien thoai|sdt|so dien thoai|dt|email|e-mail|fax"
    r"|tel|so cccd|cccd|so dinh danh)\b\s?[:.]?"
)
_BULLET = re.compile(r"^[-+•–—*]\s*\w")
# The Party sets a dash before a ground; "Căn cứ 4 Hải quân" is a unit.
_GROUND = re.compile(r"^\W*can cu\b(?! \d| hai quan)")
_ENTRY_LEAD = re.compile(r"[\s:.\-–—*]*")
_LETTER_ENDS = ("./.", "/.")


_OPEN_END = re.compile(r"(?:[,;&–-]|(?<!\w)(?:và|của|với|giữa|do|cho|tại|về|các|theo|hoặc|từ))$", re.IGNORECASE)


def says_sentence(row: Row, last: Row) -> bool:
    """Whether a row is a sentence of the body and goes on with nothing above it: a party, what it does, a full stop or
    colon ("Bệnh viện thông báo mời các đơn vị báo giá."). A name that holds a verb ends in no full stop."""
    text = row.text.rstrip()
    if row.upper or not text.endswith((".", ":")) or _OPEN_END.search(last.text.rstrip()):
        return False
    parties = parse_parties(text)
    return parties is not None and parties.stop == "action" and len(text) - parties.end > 8


def read_addressees(rows: list[Row], index: int, zones: list[Zone]) -> int:
    """The list under "Kính gửi"; rows end at a blank line, a full stop or where the letter begins to speak."""
    scan = index
    known = {zone.kind for zone in zones}  # "… tại Tờ trình" / "số 318/TTr-SNV ngày …" is of the grounds
    while scan < min(len(rows), index + 8) and not SEND.match(rows[scan].key):
        length, zone = fixed_piece(rows, scan)
        if zone is not None:
            if zone.kind not in known or zone.kind == "mark":
                zones.append(zone)
                known.add(zone.kind)
            scan += length
        elif ATTACHED.match(rows[scan].key) or (scan > index and len(rows[scan].text) > 120):
            return index
        else:
            scan += skip_stamp(rows, scan) or 1
    if scan >= len(rows) or not SEND.match(rows[scan].key):
        return index
    return collect_entries(rows, scan, SEND, "addressees", zones)


def read_telegram(rows: list[Row], index: int, zones: list[Zone]) -> int:
    """In a công điện the addressees stand after "… điện:"."""
    scans = range(index, min(len(rows), index + 5))
    # A subject may end in "điện" too ("… an toàn lưới điện"): the colon tells, then the list below.
    opening = [scan for scan in scans if "dien:" in rows[scan].key.replace(" :", ":")]
    bare = [scan for scan in scans if rows[scan].key.rstrip(" *_").endswith(" dien")]
    listed = [scan for scan in bare if scan + 1 < len(rows) and _BULLET.match(rows[scan + 1].text)]
    for scan in (*opening, *listed, *bare):
        pieces = [fixed_piece(rows, above)[1] for above in range(index, scan)]
        zones += [zone for zone in pieces if zone is not None and zone.kind == "mark"]
        return collect_entries(rows, scan, re.compile(r".*?\bdien\s?:?"), "addressees", zones)
    return read_addressees(rows, index, zones)


def collect_entries(rows: list[Row], index: int, head: re.Pattern[str], kind: str, zones: list[Zone]) -> int:
    """Entries of a list that opens at `rows[index]` with `head`; gives the index of the row after it."""
    opening = rows[index]
    match = head.match(opening.key)
    entries: list[list[Span]] = []
    begin = match.end() if match else 0
    rest = opening.passage.part(begin, len(opening.text))
    lead = _ENTRY_LEAD.match(rest.text)
    rest = rest.part(lead.end() if lead else 0, len(rest.text))
    if rest:
        entries.append([rest.span()])
    last = opening
    dashed = opening.text[begin:].lstrip(" :.").startswith("-")
    index += 1
    while index < len(rows):
        row = rows[index]
        stamp = skip_stamp(rows, index)
        if stamp:
            index += stamp
            continue
        if (zone := fixed_piece(rows, index)[1]) is not None:
            if zone.kind == "mark":
                zones.append(zone)
                index += 1
                continue
            break
        bullet = bool(_BULLET.match(row.text))
        if entries and ADDRESS.match(row.key):
            last, index = row, index + _address_rows(rows, index)
            continue
        if again := SEND.match(row.key):
            piece = row.passage.part(again.end(), len(row.text))
            lead = _ENTRY_LEAD.match(piece.text)
            piece = piece.part(lead.end() if lead else 0, len(piece.text))
            if piece:
                entries.append([piece.span()])
            last, index = row, index + 1
            continue
        if not entries:
            if OPENING.match(row.key) and len(row.text) > 60 and not bullet:
                break
            dashed = bullet
            entries.append([row.passage.span()])
        elif bullet and _GROUND.match(row.key):
            break
        elif bullet and last.text.rstrip().endswith(",") and not begins_party(row.text.lstrip("-+•–—* ")):
            entries[-1].append(row.passage.span())  # a stray dash inside an entry
        elif bullet and (dashed or last.text.rstrip().endswith((";", ",", ":")) or len(entries) == 1):
            if last.text.rstrip().endswith((".", "./.")) and not begins_party(row.text.lstrip("-+•–—* ")):
                break
            dashed = True
            entries.append([row.passage.span()])
        elif _entry_goes_on(last, row, dashed, max(len(other.text) for other in rows[index : index + 6])):
            if last.text.rstrip().endswith(";"):
                entries.append([row.passage.span()])
            else:
                entries[-1].append(row.passage.span())
        else:
            break
        last, index = row, index + 1
        if row.text.rstrip().endswith(_LETTER_ENDS):
            break
    spans = tuple((entry[0][0], entry[-1][1]) for entry in entries)
    if spans:
        zones.append(Zone(kind, (spans[0][0], spans[-1][1]), spans))
    return index


def _address_rows(rows: list[Row], index: int) -> int:
    """The rows that an address takes: in brackets as many as the bracket."""
    if "(" in rows[index].text and ")" not in rows[index].text:
        for count in (2, 3, 4):
            if index + count <= len(rows) and ")" in rows[index + count - 1].text:
                return count
    return 1


def _entry_goes_on(last: Row, row: Row, dashed: bool, width: int) -> bool:
    """Whether a row without a dash belongs to the list of addressees that stands at `last`; `width` is that of the
    lines below, in letters."""
    ended = last.text.rstrip()
    if ended.endswith("."):
        return False
    if row.text.startswith("(") and len(row.text) < 120:
        return not row.gap  # "(qua Sở Xây dựng)"
    if len(row.text) > 160 or OPENING.match(row.key) or (row.line.box is None and says_sentence(row, last)):
        return False
    if row.text[0].islower() and not row.gap and ended[-1:] not in (";", ":"):
        return True
    # A sentence has no comma behind its first word: "… Hội Nuôi ong Tân" / "Hòa, Hội Tin học".
    amid = re.match(r"(?!Nay\b)[^\W\d_]+,", row.text) is not None
    begins = row.text[0].isupper() and len(row.text) > 45 and not begins_party(row.text) and not amid
    if len(row.text) > 45 and row.text.endswith(":"):
        return False
    if ended.endswith((";", ",")):
        return not (row.gap and (dashed or len(row.text) > 90)) and not (dashed and begins and ended.endswith(";"))
    if last.line.box is not None and row.line.box is not None:
        height = last.line.box[3] - last.line.box[1]
        return row.line.box[1] - last.line.box[3] < 0.9 * height and row.line.box[0] >= last.line.box[0] - 40
    if row.gap:
        return row.text[0].islower() and len(row.text) < 60
    if row.line.paragraph is not None and last.line.paragraph is not None and row.line.paragraph != last.line.paragraph:
        return row.line.centred is True and last.line.centred is True
    # What is said next begins where the line above had room for its first word.
    fits = len(last.text) + len(row.text.split(" ", 1)[0]) < 0.9 * width
    return len(last.text) > 35 and len(row.text) <= 1.4 * len(last.text) + 20 and not (begins and fits)
