"""Addressees (*kính gửi*), recipients (*nơi nhận*) and the archive line (*lưu*)."""

from __future__ import annotations

import re

from vanban.extract.heading import zones_of
from vanban.model.document import Archive, Party
from vanban.model.outline import Outline
from vanban.model.text import Span
from vanban.notation.folding import fold
from vanban.notation.organ import party_kind
from vanban.notation.party_heads import begins_party
from vanban.notation.passage import Passage, clean

_DASH = re.compile(r"^(?:\d{1,2}[.)]\s+(?=[^\W\d_]{2})|[\s\-–—+•*~·.:_−⁃]+)")
# A list that stands on one line: "- A; - B: c; d; - E: Lưu: VT".
_DASH_INSIDE = re.compile(r"[;,]\s+[-–]\s+(?=\w)|[;:,.]\s+(?=Lưu\s?:)")
_ADDRESS = re.compile(
    r"^\W*(?:ma so thue|mst|ma so dn|dia chi|d/c|dien thoai|sdt|dt\s?:|email|fax|tel)\b|^\W*(?:so \d|thon "
    r"|to dan pho |khu pho )"
)
_ARCHIVE = re.compile(r"^luu\b(?! tru (?:quoc gia|lich su))")
_PURPOSE = re.compile(
    r"\s*\(((?:[đd][eèéẻẽẹêềếểễệ](?=\s)|[bc€]/[cđ€]|[tp]/[hd]|th/h|t/h|t/hiện|th/hiện|p/h|biết|báo cáo|thay b/c"
    r"|thay báo cáo|phối hợp|thực hiện|chỉ đạo|"
    r"kiểm tra|theo dõi|giám sát|đưa tin|đăng|tuyên truyền|công khai|niêm yết|tham mưu|tổng hợp|thi hành|triển khai"
    r"|chuyển)[^()]*)\)\s*$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"[\s;,.]*\(?đã ký\)?\W*$", re.IGNORECASE)  # of the signature beside the list
_MARK = re.compile(r"(?<=\s{3})\(?đã ký\)?[^\S\n]*(?=\n)", re.IGNORECASE)
_SAME = re.compile(r"^nhu\s+(?:tren|(dieu\s+\d+)|kinh gui|mục|phan)", re.IGNORECASE)


def read_addressees(outline: Outline) -> list[Party]:
    """Entries under Kính gửi, or after "… điện:", as printed; organs joined by "," or "và" stay one entry."""
    return [
        party
        for zone in zones_of(outline, "addressees")
        for span in zone.parts
        for party in _entries(clean(outline.text, span))
        if not _ADDRESS.match(fold(party.name))
    ]


def read_recipients(outline: Outline) -> list[Party]:
    """Entries under Nơi nhận without the "Lưu" line; ";" separates organs, but not inside one organ's list."""
    found = []
    for passage in _recipient_lines(outline):
        if not _ARCHIVE.match(fold(_DASH.sub("", passage.text))):
            found += [party for party in _entries(passage) if not _ARCHIVE.match(fold(party.name))]
    return found


def _recipient_lines(outline: Outline) -> list[Passage]:
    """The printed entries, without the lines of a signature that stands beside them."""
    beside = sorted(part for zone in zones_of(outline, "signature") for part in zone.parts)
    return [
        clean(
            outline.text,
            span,
            sorted(part for part in (*beside, *_marks(outline.text, span)) if span[0] < part[0] and part[1] <= span[1]),
        )
        for zone in zones_of(outline, "recipients")
        for span in zone.parts
    ]


def _marks(text: str, span: Span) -> list[Span]:
    """Where "(Đã ký)" of the signature beside the list stands between the lines of an entry."""
    return [(span[0] + match.start(), span[0] + match.end()) for match in _MARK.finditer(text[span[0] : span[1]])]


def _entries(passage: Passage) -> list[Party]:
    return [party for part in _split(passage) if (party := _party(part)) is not None]


def _split(passage: Passage) -> list[Passage]:
    """Cut an entry at ";" where whole organs follow one another: not after a colon that opens a list."""
    text = passage.text
    dashes = [dash for dash in _DASH_INSIDE.finditer(text) if _begins_entry(text, dash)]
    if dashes:
        starts = [0, *(dash.end() for dash in dashes)]
        ends = [*(dash.start() for dash in dashes), len(text)]
        return [part for left, right in zip(starts, ends, strict=True) for part in _split(passage.part(left, right))]
    if ":" in text.split(";", 1)[0]:
        return [passage]
    parts = []
    start = 0
    depth = 0
    for position, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if character == ";" and depth <= 0:
            parts.append(passage.part(start, position))
            start = position + 1
    parts.append(passage.part(start, len(text)))
    return [part for part in parts if part]


def _begins_entry(text: str, dash: re.Match[str]) -> bool:
    """Whether a dash inside a line begins another entry; behind a comma it may stand inside one by mistake."""
    if text[dash.start()] == ";" or text[: dash.start()].endswith(")") or begins_party(text, dash.end()):
        return True
    rest = fold(text[dash.end() : dash.end() + 12])
    return bool(_ARCHIVE.match(rest) or _SAME.match(rest))


def _party(passage: Passage) -> Party | None:
    dash = _DASH.match(passage.text)
    passage = passage.part(dash.end() if dash else 0, len(passage.text))
    signed = _SIGNED.search(passage.text)
    if signed:
        passage = passage.part(0, signed.start())
    name = passage.text.rstrip(" ;,.:/*_|")
    if name.endswith("t") and passage.text.endswith("t."):  # "v.v.t."
        name = passage.text.rstrip(" ;,:")
    if not re.search(r"\w", name):
        return None
    span = passage.span(0, len(name))
    purpose = None
    match = _PURPOSE.search(name)
    if match:
        purpose = match.group(1).strip()
        name = name[: match.start()].rstrip(" ;,.")
        span = passage.span(0, len(name))
    same = _SAME.match(fold(name))
    same_as = None
    if same:
        number = re.search(r"\d+", name)
        same_as = f"Điều {number.group()}" if same.group(1) and number else "addressees"
    return Party(name=name, kind="group" if same_as else party_kind(name), purpose=purpose, same_as=same_as, span=span)


def read_archive(outline: Outline) -> Archive | None:
    """The "Lưu" line: units that keep a copy, the drafters' marks, the number of copies."""
    for passage in _recipient_lines(outline):
        match = re.search(r"(?:^|;)\s*l[ưu]u\s*:?\s*", _DASH.sub("", passage.text), re.IGNORECASE)
        if match:
            return _read_archive(_DASH.sub("", passage.text)[match.end() :].rstrip(" ./"))
    return None


def _read_archive(rest: str) -> Archive:
    copies = re.search(r"\((?:[A-ZĐ]+-)?(\d{1,3})\s*(?:b|bản)?\)", rest)
    units, drafters = [], []
    for piece in re.split(r"[,;]", re.sub(r"\s*\([^()]*\)\.?", ",", rest)):
        name = piece.strip(' "“”.')
        if not name:
            continue
        office = re.fullmatch(r"[A-ZĐÂÊÔƠƯ&.\d\s-]{1,16}", name) and not re.search(r"[\"“]", piece)
        if office or " " in name:
            units.append(name)
        else:
            drafters.append(name)
    return Archive(units, drafters, int(copies.group(1)) if copies else None)
