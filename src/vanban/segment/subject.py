"""The subject of a document, *trích yếu*: under its title, or "V/v …" under the number.

Forms read: the rest of the title's row, bold or capital rows under it, plain rows that a blank line or the first
ground ends, "Về việc …", a subject that begins like a sentence of the body ("Thực hiện Nghị quyết số …"), number and
date inside it ("Số 12/2001/QĐ-TTg ngày … về việc …"), the labelled line of a form ("1. Vấn đề trình: …").
Refused: the line that names who decides, the first ground, "(Ban hành kèm theo …)".
"""

from __future__ import annotations

import re
from itertools import pairwise

from vanban.model.outline import Zone
from vanban.model.text import Span
from vanban.notation.code import parse_heading_code
from vanban.notation.date import find_dates
from vanban.notation.passage import Passage
from vanban.notation.person import begins_post
from vanban.segment.addressees import ATTACHED, SEND, TELEGRAM, says_sentence
from vanban.segment.labels import parse_label
from vanban.segment.pieces import fixed_piece, skip_stamp
from vanban.segment.rows import Row

ABOUT = re.compile(r"^[\W_]*(?:v/[vyw]|v/ v|v /v|v\.v|viv(?= )|v/(?= )|ve viec|vv|ve(?= \w))(?!\w)[:.]?")
OPENING = re.compile(
    r"^\W*(?:can cu|kinh gui|xet |dieu 1\b|chuong i\b|phan (?:i|thu nhat)\b|muc 1\b|[ivx]+\s?[.\-/](?!v)|"
    r"1\s?(?:[.)]|[-–/]\s)|a[.)]|"
    r"ngay \d|thuc hien (?:nghi quyet|chi thi|ke hoach|huong dan|quyet dinh|cong van|thong bao|chuong trinh|ket luan"
    r"|y kien|cong dien|nghi dinh|luat)|"
    r"sau khi|phuc dap|tra loi|xet|vua qua|hien nay|tren co so|qua |trong |nhan duoc|hom nay"
    r"|(?:kinh )?thua (?:toan|quy|cac|dong)"
    r"|ngay (?=\W)|tiep theo|theo de nghi|nham |de (?:trien khai|thuc hien|tiep|bao dam|tang cuong)"
    r"|trong thoi gian|thoi gian qua)"
)
_DECIDER = re.compile(
    r"\W*(?:bo truong|chu tich|thu tuong|giam doc|tong giam doc|uy ban|ubnd|hoi dong|hdnd|chu nhiem|tong (?!ket|hop)"
    r"|cuc|chi cuc|chanh|hieu truong|vien truong|ban (?!hanh)|bo (?!sung|nhiem|tri)|chinh phu|quoc hoi|thong doc"
    r"|so (?!\d|ket)|"
    r"vien |thuong truc|dang (?!ky)|tinh uy|thanh uy|huyen uy|lien doan|doan (?!\d)|bi thu|lien bo|benh vien|trung tam"
    r"|kiem toan truong|ban thuong vu|thong tan|kho bac|bao hiem)"
)
_LABELLED = re.compile(
    r"^\W*(?:\d{1,2}\s?[.)]\s*)?(?:van de trinh|noi dung trinh|trich yeu(?: noi dung)?|noi dung van ban|ve viec)\s*:\s*"
)
_FORMS = re.compile(r"phieu ")
_QUALIFIED = re.compile(
    r"(?P<kind>lien nganh|lien so|bao chi|lien tich|lien bo|phoi hop|hanh dong)|ket luan|cua .{3,70}|"
    r"(?:cong tac|hoat dong|thanh tra|kiem tra|giam sat|kiem tra, giam sat|khao sat"
    r"|tuyen truyen|to chuc|trien khai|thuc hien|phat dong)"
)
# "KẾT LUẬN THANH TRA" / "Việc quản lý …": a type of its own.
_INSPECTED = re.compile(r"\W*(?:thanh tra|kiem tra|giam sat|dieu tra)\W*$")
_BODY_END = re.compile(r"[.;:,!?…]$|/\.?$")


def subject_zone(about: list[Row]) -> Zone:
    """The zone of a letter's subject "V/v …", its rows apart."""
    start = about[0].passage
    match = ABOUT.match(about[0].key)
    begin = start.place(min(match.end() if match else 0, len(start.text) - 1))
    return Zone("subject", (begin, about[-1].passage.span()[1]), tuple(row.passage.span() for row in about))


def read_subject(rows: list[Row], index: int, named: int, issuer: list[Row], zones: list[Zone]) -> int:
    """The subject of a document with a title: what is left of the title's row and the rows under it."""
    subject: list[Span] = []
    first = rows[index]
    rest = first.passage.part(named, len(first.text))
    if rest and re.search(r"\w", rest.text):
        subject.append(rest.span())
    labelled = _labelled(rows, index) if _FORMS.match(first.key) else ()
    if labelled:
        zones.append(Zone("subject", (labelled[0][0], labelled[-1][1]), labelled))
        return index + 1
    opening = index
    index += 1
    # "KẾ HOẠCH LIÊN NGÀNH" names a type, "THÔNG BÁO KẾT LUẬN" and "… CỦA ỦY BAN" only begin the subject: how it is set
    # shows in the row below.
    said = rest.text and _QUALIFIED.fullmatch(first.key[named:].strip(" .:*_"))
    open_below = index < len(rows) and not rows[index].gap and not rows[index].upper
    inspected = named == len("ket luan") and open_below and _INSPECTED.match(first.key[named:]) is not None
    if said and (said["kind"] or inspected):
        subject.clear()
    style: Row | None = first if subject and not (said and open_below) else None
    taken = len(rest.text) if subject else 0
    while index < len(rows) and taken < 900:
        row = rows[index]
        numbered = any(zone.kind == "number" for zone in zones) or any(
            re.search(r"\bso \d+/", row.key) for row in rows[opening:index]
        )
        if _ends_subject(row, style, rows, index, issuer, style is not None, numbered) or _speaks(
            row, rows[index - 1] if style is not None else None, issuer
        ):
            break
        stamp = skip_stamp(rows, index)
        if stamp:
            index += stamp
            continue
        length, zone = fixed_piece(rows, index)
        if zone is not None and zone.kind == "number" and not any(other.kind == "number" for other in zones):
            left = _inside_title(row, zones)
            if left and re.search(r"\w{2}", left.text):
                subject.append(left.span())
                style, taken = style or row, taken + len(left.text)
            index += 1
            continue
        if zone is not None and zone.kind not in ("motto", "number"):
            zones.append(zone)
            index += length
            continue
        # "KẾT LUẬN" / "CỦA BAN THƯỜNG VỤ" names the author: how the subject is set shows below.
        author = not subject and re.fullmatch(r"cua (?!.*\bve )[^.;:]{3,90}", row.key)
        subject.append(row.passage.span())
        style = style if author else style or row
        taken += len(row.text)
        index += 1
    if subject:
        zones.append(Zone("subject", (subject[0][0], subject[-1][1]), tuple(subject)))
    return index


def _inside_title(row: Row, zones: list[Zone]) -> Passage | None:
    """Number and date that stand in a row of the title become zones; what follows them is subject."""
    passage = row.passage
    code = parse_heading_code(passage.text)
    if code is None:
        return None
    end = code.end
    zones.append(Zone("number", passage.span(0, end)))
    dates = [date for date in find_dates(passage.text) if 0 <= date.start - end < 4]
    if dates:
        zones.append(Zone("place_date", passage.span(dates[0].start, dates[0].end)))
        end = dates[0].end
    return passage.part(end, len(passage.text))


def _labelled(rows: list[Row], index: int) -> tuple[Span, ...]:
    """The subject of a form, in a line with a label of its own and the lines that it is broken into."""
    for place in range(index + 1, min(index + 12, len(rows))):
        row = rows[place]
        match = _LABELLED.match(row.key)
        if match and match.end() < len(row.text):
            spans = [row.passage.part(match.end(), len(row.text)).span()]
            for last, following in pairwise(rows[place : place + 4]):
                if last.line.paragraph is not None or _BODY_END.search(last.text) or parse_label(following.text):
                    break
                spans.append(following.passage.span())
            return tuple(spans)
    return ()


def _ends_subject(
    row: Row, style: Row | None, rows: list[Row], index: int, issuer: list[Row], begun: bool, numbered: bool
) -> bool:
    if SEND.match(row.key) or _is_attached(row, begun and numbered) or _wires(rows, index) or row.line.cell is not None:
        return True
    if re.match(r"^\W*ngay\s*[\d.…_\s]*/", row.key):
        return True
    if row.upper and _is_authority(row, rows, index, issuer):
        return True
    plain = row.line.box is None and row.line.bold is None  # the look of the line is not known
    if not begun:
        if plain and not row.upper and row.text.endswith(":"):
            return True
        if len(row.text) > 250 and not (row.bold and row.line.centred) and not row.upper:
            return True
        if row.bold or row.upper or row.line.centred or not OPENING.match(row.key):
            return False
        return not (plain and _stands_alone(rows, index))
    assert style is not None
    if plain:  # rules, blank lines and capitals tell
        is_apart = row.gap and not (style.upper and row.upper) and not (style.bold and row.bold)
        if is_apart and not goes_on_spaced(rows, index):
            return True
        if style.upper and not row.upper:
            return True
        last = rows[index - 1]
        if (
            row.text[0].isupper()
            and not row.upper
            and (row.text.endswith(":") or len(row.text) > max(50, len(last.text) / 0.6))
        ):
            return True
        return bool(OPENING.match(row.key)) and not (row.upper and style.upper) and not row.text[0].islower()
    if style.line.bold and row.line.bold is False:
        return True
    if _is_off_centre(row, style):
        return True
    if style.upper and not row.upper and not row.line.centred:
        return True
    if (
        row.text[0].islower()
        and row.bold == rows[index - 1].bold
        and not _BODY_END.search(rows[index - 1].text.rstrip())
    ):
        return False
    if style.line.centred and row.line.centred is False and not (style.line.bold and row.line.bold):
        return True
    return bool(OPENING.match(row.key)) and not row.line.centred and not row.text[0].islower()


def _speaks(row: Row, last: Row | None, issuer: list[Row]) -> bool:
    """Whether a row is the first sentence of the body: its subject is the issuer ("Sở Y tế thông báo …"), or it is all
    of a sentence below a row of the subject, `last`."""
    if last is not None and row.line.box is None and not row.line.centred and says_sentence(row, last):
        return True
    names = [part.key.strip(" .*_|-") for part in issuer if len(part.key.split()) > 1]
    return not row.upper and len(row.text) > 60 and any(row.key.startswith(f"{name} ") for name in names)


def goes_on_spaced(rows: list[Row], index: int) -> bool:
    """Whether a row goes on behind a blank line, in a file that sets one between all its lines: in small letters."""
    last = rows[index - 1]
    return last.gap and rows[index].text[0].islower() and not _BODY_END.search(last.text.rstrip())


def _wires(rows: list[Row], index: int) -> bool:
    """Whether a row opens the list of a telegram ("… điện:"); a subject may end in the word too."""
    listed = index + 1 < len(rows) and rows[index + 1].text.startswith(("-", "–"))
    return TELEGRAM.search(rows[index].key) is not None and (rows[index].text.rstrip().endswith(":") or listed)


def _is_off_centre(row: Row, style: Row) -> bool:
    """On a scan, where bold is not known: a row that begins anew and has not the middle of the rows above it."""
    box, other = style.line.box, row.line.box
    if row.line.confidence is None or box is None or other is None or row.text[0].islower():
        return False
    return abs(box[0] + box[2] - other[0] - other[2]) > 50 and not row.upper


def _is_attached(row: Row, own: bool) -> bool:
    """Whether a row says under what document this one is issued; of one with a number of its own it is subject."""
    return ATTACHED.match(row.key) is not None and not (own and not row.text.startswith(("(", "[")))


def _stands_alone(rows: list[Row], index: int) -> bool:
    """Whether rows up to a blank line or a rule are a subject: they end in no mark, and the body opens after them."""
    length = 0
    for place in range(index, min(index + 6, len(rows) - 1)):
        row, following = rows[place], rows[place + 1]
        length += len(row.text)
        if length > 400 or _BODY_END.search(row.text.rstrip()):
            return False
        if (
            following.gap
            or (OPENING.match(following.key) and following.text[0].isupper())
            or following.upper != row.upper
        ):
            return bool(OPENING.match(following.key)) or following.upper or len(following.text) > 60
    return False


def _is_authority(row: Row, rows: list[Row], index: int, issuer: list[Row]) -> bool:
    """The line that names who decides, between the title and the grounds ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …")."""
    own = any(row.key.startswith(part.key.strip(" .*_|-")) for part in issuer if len(part.key.split()) > 1)
    said = False
    for following in rows[index + 1 : index + 4]:
        if following.key.lstrip(" -*_").startswith(("can cu", "xet ", "theo de nghi")):
            post = begins_post(row.text) and not row.text.startswith("TRƯỜNG")
            return post or (bool(_DECIDER.match(row.key)) and (own or not said))
        if not following.upper:
            break
        said = said or _DECIDER.match(following.key) is not None  # that one decides, this is subject
    names = " ".join(part.key for part in issuer)
    return bool(issuer) and row.key.rstrip(" :,.") == names
