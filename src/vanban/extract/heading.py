"""Fields of the heading: type, number and symbol, place and date, issuer, subject, marks (NĐ 30 Phụ lục I)."""

from __future__ import annotations

import re

from vanban.extract.evidence import NOTHING, Evident
from vanban.extract.scanned import is_scanned, is_written
from vanban.lexicon.document_types import document_kinds, kind_by_abbreviation, kind_by_name
from vanban.lexicon.words import urgency_marks
from vanban.model.document import Code, DocumentType, Issuer, Promulgation
from vanban.model.outline import Outline, Zone
from vanban.model.text import Span
from vanban.notation.capitals import write_ordinary
from vanban.notation.code import find_codes, parse_code, parse_heading_code
from vanban.notation.date import find_dates
from vanban.notation.folding import fold
from vanban.notation.passage import Passage, clean

_ABOUT = re.compile(r"^[\s(\"]*(?:v/[vyw]|v/ v|v /v|v\.v|viv(?= )|v/(?= )|vv|ve viec)(?!\w)[\s:.\-]*")
# "KẾT LUẬN / CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ / VỀ …": who decides is not what about; nor are number and date there.
_AUTHOR = re.compile(
    r"^cua [^.;:]{3,90}? (?=ve |v/v |quy dinh |ban hanh |sua doi|phe duyet )(?:so .{4,60}? nam \d{4} (?=\w))?"
)
_TITLE_AUTHOR = re.compile(r"^cua (?P<name>[^.;:]{3,70}?)(?=,? (?:so \d|ngay |ve |v/v ))")
# Organs of which two issue together where both print their names one under the other.
_SUPERIOR = re.compile(r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|bo |tinh|thanh|huyen|quan|dang)\b")
_RANK = re.compile(r"(?:bo|so) (?!chi huy|tu lenh)")
# Behind the place: "Bến Đá, ngày 2-9-1999", and the hour of a telegram, "An Hải, hồi 16 giờ 30 ngày …".
_HOUR = re.compile(r",\s*(?:ngày|(?:(?:vào )?(?:hồi|lúc)\s)?\s*\d{1,2}\s?(?:giờ|h|g|:).*)$", re.IGNORECASE)
_BLANK_PLACE = re.compile(r"^\W*$")


def zones_of(outline: Outline, kind: str) -> list[Zone]:
    """The zones of one kind, in order."""
    return [zone for zone in outline.zones if zone.kind == kind]


def read_code(outline: Outline) -> Evident:
    """Number and symbol, *số, ký hiệu*; the number is None where the form leaves it blank."""
    for zone in zones_of(outline, "number"):
        passage = clean(outline.text, zone.span)
        found = parse_heading_code(passage.text) or parse_code(passage.text)
        if found:
            spans = {"": passage.span(found.start, found.end)}
            stamped = _stamped(outline, zone, found.notation) if found.number is None else None
            if stamped:
                number, span = stamped
                return Evident(Code(number, found.notation, f"{number}{found.text}"), {**spans, "number": span}, 0.7)
            return Evident(Code(found.number, found.notation, found.text), spans)
    title = _title_passage(outline)
    if title is not None:  # before 2004 number and date stand inside the title
        before = re.search(r"\bs[ốo]\s*:?\s*", title.text[:160], re.IGNORECASE)
        codes = [code for code in find_codes(title.text[:200]) if before and code.start == before.end()]
        if codes and re.match(r"\s*(?:cua\b.*\s)?so\b", fold(title.text[: codes[0].start])):
            value = Code(codes[0].number, codes[0].notation, codes[0].text)
            return Evident(value, {"": title.span(codes[0].start, codes[0].end)}, 0.8)
    return NOTHING


def _stamped(outline: Outline, zone: Zone, notation: str) -> tuple[str, Span] | None:
    """The number that a stamp sets down beside the blank of "Số:    /…": alone on the next line, or with the symbol
    on any line of its own."""
    lines = [line for line in outline.lines if outline.text[line.start : line.end].strip()]
    for place, line in enumerate(lines):
        text = outline.text[line.start : line.end]
        beside = any(
            zone.span[0] <= other.start and other.end <= zone.span[1] for other in lines[max(0, place - 1) : place + 2]
        )
        if beside and line.column in (0, 1) and (bare := re.fullmatch(r"\s*(\d{2,5})\s*", text)):
            return bare.group(1), (line.start + bare.start(1), line.start + bare.end(1))
        codes = find_codes(text) if notation in text else []
        if (
            len(codes) == 1
            and codes[0].notation == notation
            and text.strip() == text[codes[0].start : codes[0].end]
            and codes[0].number
        ):
            return codes[0].number, (line.start + codes[0].start, line.start + codes[0].end)
    return None


def _title_passage(outline: Outline) -> Passage | None:
    zones = zones_of(outline, "subject")
    return clean(outline.text, zones[0].span) if zones and zones_of(outline, "title") else None


def read_promulgation(outline: Outline) -> Evident:
    """Place and date of issue, *địa danh và thời gian ban hành*; a blank day gives no date."""
    for zone in zones_of(outline, "place_date"):
        passage = clean(outline.text, zone.span)
        text = passage.text
        dates = find_dates(text)
        begin = dates[0].start if dates else fold(text).find("ngay")
        scanned = is_scanned(outline, zone.span)
        if begin <= 0 and scanned:  # "Bình Sơn, mờ. tông 3ăm 2025"
            begin = min(filter(None, map(text.find, ",.;")), default=0)
        place = passage.part(0, max(begin, 0))
        name = _HOUR.sub("", place.text).rstrip(" ,.;:-")
        if scanned and not is_written(name):
            name = ""
        spans = {}
        if name and not _BLANK_PLACE.match(name):
            spans["place"] = place.span(0, len(name))
        date = dates[0].date if dates else None
        if date is not None:
            spans["date"] = passage.span(dates[0].start, dates[0].end)
        return Evident(Promulgation(name or None, date.isoformat() if date else None), spans)
    title = _title_passage(outline)
    if title is not None and read_code(outline).value is not None:
        head = title.text[:200]
        dates = [date for date in find_dates(head) if date.date]
        if dates and find_codes(head[: dates[0].start]):
            date = dates[0].date
            assert date is not None
            return Evident(
                Promulgation(None, date.isoformat()), {"date": title.span(dates[0].start, dates[0].end)}, 0.8
            )
    return NOTHING


def read_document_type(outline: Outline, code: Code | None) -> Evident:
    """Type, *tên loại*: by the title line; a letter has none and is "Công văn"; else by the symbol."""
    titles = zones_of(outline, "title")
    if titles:
        key = fold(clean(outline.text, titles[0].span).text).strip(" :.#")
        squeezed = key.replace(" ", "")
        for kind in document_kinds():
            folded = fold(kind.name)
            if key == folded or squeezed == folded.replace(" ", ""):
                return Evident(DocumentType(kind.name, kind.abbreviation), {"": titles[0].span})
    if code is not None and code.notation:
        first = re.split(r"[-/]", re.sub(r"^\d{4}[-/]", "", code.notation))[0]
        party = re.match(r"\d*-", code.text) is not None
        kind_found = kind_by_abbreviation("party" if party else "state").get(first)
        if kind_found and not zones_of(outline, "addressees") and kind_found.name != "Công văn":
            span = read_code(outline).spans.get("")
            return Evident(DocumentType(kind_found.name, kind_found.abbreviation), {"": span} if span else {}, 0.6)
    if code is not None or zones_of(outline, "addressees"):
        return Evident(DocumentType(kind_by_name()["công văn"].name), {}, 0.95)
    return NOTHING


def read_system(outline: Outline, code: Code | None) -> str:
    """Whose document it is: by the motto first, then by the form of the number."""
    mottos = " ".join(fold(clean(outline.text, zone.span).text) for zone in zones_of(outline, "motto"))
    issuer = " ".join(fold(clean(outline.text, zone.span).text) for zone in zones_of(outline, "issuer"))
    if re.search(
        r"mat tran|lien doan lao dong|cong doan|doan tncs|hoi lien hiep phu nu|hoi nong dan|hoi cuu chien binh"
        r"|tinh doan|thanh doan",
        issuer + " " + mottos,
    ):
        return "union"
    if "dang cong san" in mottos:
        return "party"
    if "cong hoa" in mottos:
        return "state"
    if re.search(r"tinh uy|thanh uy|huyen uy|dang uy|trung uong dang|bo chinh tri|ban bi thu", issuer):
        return "party"
    if code is not None and re.match(r"\d+[A-Za-z]?-", code.text):
        return "party"
    return "state" if code is not None or outline.issued_under else "other"


_PART_OF_PARENT = re.compile(r"(?:van phong|phong|ban|thanh tra|uy ban kiem tra)\b")
_TERRITORY = re.compile(r"(?:TỈNH|THÀNH PHỐ|TP\.?|Tỉnh|tỉnh|Thành phố|thành phố) .+$")


def read_issuer(outline: Outline, system: str) -> Evident:
    """Issuing organ, *cơ quan ban hành*: the last organ printed over the number; the one above is its parent."""
    zones = zones_of(outline, "issuer")
    if not zones:
        return _author(outline)
    others = _others(outline, zones[0])
    parts = [clean(outline.text, part, _with_bars(outline.text, part, others)) for part in zones[0].parts]
    bare = [_without_marks(part) for part in parts]
    kept = [(" ".join(part.text.split()), part) for part in bare if re.search(r"[^\W\d_]{2}", part.text)]
    if not kept:
        return NOTHING
    name, passage = kept[-1]
    spans = {"name": passage.span()}
    parent = None
    if len(kept) > 1 and _issue_together(outline, fold(kept[-2][0]), fold(name)):
        first = kept[-2][1].span()[0]
        name = f"{kept[-2][0]} {name}"
        return Evident(Issuer(name, None, full_name=name), {"name": (first, passage.span()[1])})
    if len(kept) > 1:
        parent = kept[-2][0]
        spans["parent"] = kept[-2][1].span()
    return Evident(Issuer(name, parent, full_name=join_issuer(name, parent)), spans)


def _issue_together(outline: Outline, above: str, name: str) -> bool:
    """Whether two organs that are printed one under the other issue together: by their rank, or as the title says."""
    rank = _RANK.match(name)
    if rank and above.startswith(rank.group()):
        return True
    titles = zones_of(outline, "title")
    joint = bool(titles) and "lien tich" in fold(clean(outline.text, titles[0].span).text)
    return joint and not _SUPERIOR.match(above)


def _with_bars(text: str, part: Span, others: list[Span]) -> list[Span]:
    """What is left out of a name: `others`, and the bars of a Markdown table between its rows."""
    bars = [(bar.start() + part[0], bar.end() + part[0]) for bar in re.finditer(r"\|[|\s]*", text[part[0] : part[1]])]
    return sorted([*others, *bars])


def _without_marks(part: Passage) -> Passage:
    """A printed line without the rules and marks at its ends."""
    begin = len(part.text) - len(part.text.lstrip(" .,:;*-_|"))
    return part.part(begin, len(part.text.rstrip(" .,:;*-_|")))


def _author(outline: Outline) -> Evident:
    """The issuer that only the title names: "Quyết định / của Thủ tướng Chính phủ số …"."""
    title = _title_passage(outline)
    match = _TITLE_AUTHOR.match(fold(title.text)) if title is not None else None
    if title is None or match is None:
        return NOTHING
    part = title.part(match.start("name"), match.end("name"))
    return Evident(Issuer(part.text, None, full_name=part.text), {"name": part.span()}, 0.8)


def join_issuer(name: str, parent: str | None) -> str:
    """The organ's name as running text has it, with the organ or province that it belongs to.

    >>> join_issuer("VĂN PHÒNG", "UBND TỈNH AN GIANG"), join_issuer("SỞ Y TẾ", "UBND TỈNH AN GIANG")
    ('Văn phòng UBND tỉnh An Giang', 'Sở Y tế tỉnh An Giang')
    """
    key = fold(name)
    if parent and _PART_OF_PARENT.match(key) and len(name.split()) < 7:
        return write_ordinary(f"{name} {parent}", expand=False)
    territory = _TERRITORY.search(parent) if parent and key.startswith("so ") else None
    return write_ordinary(f"{name} {territory.group()}" if territory else name, expand=False)


def read_subject(outline: Outline) -> Evident:
    """Subject, *trích yếu*, without "V/v" or "Về việc" before it."""
    zones = zones_of(outline, "subject")
    if not zones:
        return NOTHING
    zone = zones[0]
    passage = clean(outline.text, zone.span, _others(outline, zone))
    author = _AUTHOR.match(fold(passage.text))
    if author:
        passage = passage.part(author.end(), len(passage.text))
    begin = _ABOUT.match(fold(passage.text))
    part = passage.part(begin.end() if begin else 0, len(passage.text))
    kept = part.text.rstrip(" .;,*_-|")
    if kept.endswith(")") and kept.count(")") > kept.count("("):
        kept = kept[:-1].rstrip(" .;,*_-")
    if kept[:1] in ('"', "“", "'") and kept.count(kept[0]) == 1 and "”" not in kept:  # dust of a scan
        part = part.part(1, len(part.text))
        kept = kept[1:].lstrip()
    if not kept:
        return NOTHING
    return Evident(kept, {"": part.span(0, len(kept))})


def _others(outline: Outline, zone: Zone) -> list[tuple[int, int]]:
    """What stands inside a zone and is none of it: the place and date between the lines of "V/v …", a page number."""
    inside = [
        other.span for other in outline.zones if other is not zone and zone.span[0] < other.span[0] < zone.span[1]
    ]
    outside = [span for span in outline.outside if zone.span[0] < span[0] and span[1] <= zone.span[1]]
    return sorted([*inside, *outside])


def read_priority(outline: Outline) -> Evident:
    """The mark of urgency, *độ khẩn*."""
    priority = NOTHING
    for zone in zones_of(outline, "mark"):
        key = fold(clean(outline.text, zone.span).text).strip(" .-*[]()")
        if key in urgency_marks():
            priority = Evident(urgency_marks()[key], {"": zone.span})
    return priority
