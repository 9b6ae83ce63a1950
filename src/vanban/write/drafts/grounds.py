"""Citations of a draft, *viện dẫn* (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6): the first names type, code, date,
issuer and subject, later ones type and code; laws and ordinances go by their name alone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from vanban.model.document import Document, Issuer
from vanban.model.dossier import Dossier
from vanban.notation.capitals import write_ordinary, write_sentence
from vanban.notation.date import render_date
from vanban.notation.folding import fold, match_key
from vanban.write.drafts.placeholder import clean_text, leave_open
from vanban.write.drafts.words import NOTHING, Words, field_words, say

_BY_NAME = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
# Evidence of a citation, in its order.
_CITED = ("document_type", "code", "promulgation.date", "issuer.name", "subject")
_OPENING = re.compile(r"(?:v/v|về việc|về|trích yếu:)\s+", re.IGNORECASE)
_ORDERED = ("Công văn", "Quyết định", "Công điện", "Nghị quyết")
_WHOLE_UNIT = re.compile(r"(?:UBND|HĐND|ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)", re.IGNORECASE)
_PROVINCE = re.compile(r"(?:UBND|Ủy ban nhân dân|Tỉnh ủy|Thành ủy)\s+(?P<unit>(?:tỉnh|thành phố)\s+.+)", re.IGNORECASE)
_COMMITTEE_ABOVE = re.compile(r"(?:Tỉnh|Thành|Huyện|Đảng) ủy")
_OWN_FIELD = re.compile(r"(?:Sở|Ban Dân tộc|Ban Quản lý|Thanh tra)\b")
_ROMAN = re.compile(r"[IVXLC]+|[A-HĐ]")
_PARTY_CODE = re.compile(r"\d+[a-z]?-[^/]+/")  # "12-KH/TU"
_LETTERED = re.compile(r"[a-zđ]{1,2}")
_STEP = re.compile(r"\d+|[a-zđ]{1,2}|[IVXLC]+|[A-HĐ]|(?:Điều|Phần|Chương|Mục|Tiểu mục|Phụ lục)\s+\w+")


def cite_in_full(document: Document, spelled: Iterable[str] = ()) -> Words:
    """The first citation: "Kế hoạch số 12-KH/TU, ngày 05 tháng 01 năm 2020 của Tỉnh ủy An Giang về …".

    What the document leaves blank stays open; the Party sets a comma before "ngày".
    """
    return field_words(document, _CITED, _write_in_full(document, tuple(spelled)))


def _write_in_full(document: Document, spelled: tuple[str, ...]) -> str:
    kind = name_type(document)
    if kind in _BY_NAME:
        name = _OPENING.sub("", clean_text(document.subject or ""), count=1).removeprefix(f"{kind} ")
        return f"{kind} {name or leave_open('tên của văn bản')}"
    code = clean_text(document.code.text) if document.code and document.code.number else leave_open("số, ký hiệu")
    comma = "," if document.system == "party" or _PARTY_CODE.match(code) else ""
    issuer = name_issuer(document.issuer, spelled) or leave_open(f"cơ quan ban hành {kind}")
    return f"{kind} số {code}{comma} {_name_date(document)} của {issuer} {join_subject(document, spelled)}"


def cite_in_short(document: Document) -> Words:
    """A later citation: "Kế hoạch số 12-KH/TU", for want of a code with its date, laws by their name."""
    kind = name_type(document)
    if kind in _BY_NAME:
        return cite_in_full(document)
    if document.code and document.code.number:
        return field_words(document, _CITED[:2], f"{kind} số {clean_text(document.code.text)}")
    return field_words(document, (_CITED[0], _CITED[2]), f"{kind} {_name_date(document)}")


def cite_with_issuer(document: Document, spelled: Iterable[str] = ()) -> Words:
    """A citation for a subject, *trích yếu*: type, code and issuer; the full one stands in the body."""
    issuer = issuer_words(document, spelled)
    return say("{} của {}", cite_in_short(document), issuer) if issuer else cite_in_short(document)


def issuer_words(document: Document, spelled: Iterable[str] = ()) -> Words:
    """The issuing organ of a document in ordinary case, empty where it is not known."""
    name = name_issuer(document.issuer, spelled)
    return field_words(document, _CITED[3:4], name) if name else NOTHING


def name_place(path: str) -> str:
    """A path of the body as a citation names it, from the innermost; parts capital, khoản and điểm small (Phụ lục II,
    V.7). What follows "/" counts bullets, which have no names.

    >>> [name_place(path) for path in ("IV.3", "IV.3.1", "IV.3.1.a", "Điều 3.2.a", "2.a")]
    ['khoản 3 Mục IV', 'điểm 3.1 Mục IV', 'điểm a khoản 3.1 Mục IV', 'điểm a khoản 2 Điều 3', 'điểm a khoản 2']
    >>> [name_place(path) for path in ("2.1", "IV.3/2", "/3", "Phần I.II.1", "II")]
    ['điểm 2.1', 'khoản 3 Mục IV', '', 'khoản 1 Mục II Phần I', 'Mục II']
    """
    steps: list[str] = []
    for step in path.partition("/")[0].split("."):
        if not _STEP.fullmatch(step.strip()):
            break
        steps.append(step.strip())
    heads = [step if " " in step else f"Mục {step}" for step in steps if " " in step or _ROMAN.fullmatch(step)]
    numbers = ".".join(step for step in steps if step.isdigit())
    letters = [f"điểm {step}" for step in steps if _LETTERED.fullmatch(step)]
    khoan = [f"{'điểm' if '.' in numbers and not letters else 'khoản'} {numbers}"] if numbers else []
    return " ".join([*reversed(letters), *khoan, *reversed(heads)])


def name_type(document: Document) -> str:
    """The type, *tên loại*, with its first letter in upper case (Phụ lục II, V.6)."""
    name = clean_text(document.document_type.name) if document.document_type else ""
    return name[:1].upper() + name[1:].lower() if name else leave_open("tên loại văn bản")


def _name_date(document: Document) -> str:
    date = document.promulgation.date if document.promulgation else None
    try:
        return render_date(dt.date.fromisoformat(date or ""))
    except ValueError:
        return f"ngày {leave_open('ngày, tháng, năm ban hành')}"


def join_subject(document: Document, spelled: Iterable[str] = ()) -> str:
    """The subject, *trích yếu*, in its own words after "về" or "về việc"; in quotes where it is more than a phrase."""
    subject = clean_text(document.subject or "").rstrip(" .;,:")
    if not subject:
        return f"về {leave_open('trích yếu')}"
    quoted = subject[0] in '“"«' and subject[-1] in '”"»'
    if quoted:
        subject = subject[1:-1].strip()
    opening = _OPENING.match(subject)
    said = opening.group().strip().lower() if opening else ""
    word = "về việc" if said in ("v/v", "về việc") or (not said and name_type(document) in _ORDERED) else "về"
    core = subject[opening.end() :] if opening else subject
    if fold(core).startswith("viec ") and word == "về việc":
        word = "về"
    if core.isupper():
        core = write_sentence(core, spelled, document.text)
    if re.search(r"[;:]|[.?!]\s", core):
        return f"{word} “{core}”"
    return f"{word} {lower_first(core)}"


def lower_first(text: str) -> str:
    """The first letter small unless it begins a name or an abbreviation ("Tết Nguyên đán", "COVID-19")."""
    words = text.split(" ", 2)
    first = words[0]
    if not first[1:].islower() and len(first) > 1:
        return text
    if len(words) > 1 and words[1][:1].isupper():
        return text
    return text[:1].lower() + text[1:]


def name_issuer(issuer: Issuer | None, spelled: Iterable[str] = ()) -> str:
    """The issuing organ in ordinary case, with the organ above it where its own name does not say whose it is.

    >>> name_issuer(Issuer(name="VĂN PHÒNG", parent="UBND TỈNH AN GIANG"))
    'Văn phòng Ủy ban nhân dân tỉnh An Giang'
    >>> name_issuer(Issuer(name="SỞ Y TẾ", parent="UBND TỈNH AN GIANG", full_name="SỞ Y TẾ UBND TỈNH AN GIANG"))
    'Sở Y tế tỉnh An Giang'
    """
    if issuer is None or not (issuer.full_name or issuer.name):
        return ""
    known = tuple(spelled)
    if issuer.full_name and not (issuer.full_name.isupper() and issuer.name):
        return write_ordinary(clean_text(issuer.full_name), known)
    name = clean_text(issuer.name or "")
    parent = clean_text(issuer.parent or "")
    if parent and _WHOLE_UNIT.fullmatch(parent):
        return write_ordinary(f"{parent} {name}", known)
    own = write_ordinary(name, known)
    above = write_ordinary(parent, known) if parent else ""
    province = _PROVINCE.fullmatch(above)
    nameless = match_key(own) in ("văn phòng", "ban thường vụ")
    if above and (nameless or _COMMITTEE_ABOVE.match(above)):
        return own if own.startswith(("Đảng ủy", "Chi bộ")) else f"{own} {above}"
    if province and _OWN_FIELD.match(own) and match_key(province["unit"]) not in match_key(own):
        return f"{own} {province['unit']}"
    return own


def collect_spellings(dossier: Dossier) -> tuple[str, ...]:
    """Names of places and organs that the papers spell in ordinary case, to decide how a heading is written."""
    found: dict[str, None] = {}
    for document in dossier.documents:
        if document.promulgation and document.promulgation.place:
            place = clean_text(document.promulgation.place)
            found[place if not place.isupper() else place.title()] = None
        for duty in document.duties:
            for party in (*duty.assignees, *duty.coordinators, *duty.report_to):
                found[clean_text(party.name)] = None
        for reference in document.references:
            found[clean_text(reference.issuer or "")] = None
    return tuple(name for name in found if name)
