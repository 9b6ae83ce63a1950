"""Pieces of a heading that are told by what they say alone: motto, slogan, number, place and date, marks, stamps.

Forms read: the State's, the Party's and the Youth Union's motto, broken over as many as four rows; "Số: …" with its
symbol on the next row; "Hà Nội, ngày … tháng … năm …" broken over as many as four rows, with blanks, by OCR spoilt.
Stamps are told so that they are passed over: "ĐẾN / Số: 123 / Ngày: …" (arrival), "SAO Y …", "Ký bởi: …", "Dự thảo".
"""

from __future__ import annotations

import functools
import re

from vanban.lexicon.document_types import document_kinds
from vanban.lexicon.words import load_words, secrecy_marks, urgency_marks
from vanban.model.outline import Zone
from vanban.notation.alternatives import any_of
from vanban.notation.code import parse_heading_code
from vanban.notation.folding import fold
from vanban.segment.rows import Row

_MOTTOS = (
    "cong hoa xa hoi chu nghia viet nam",
    "dang cong san viet nam",
    "doan tncs ho chi minh",
    "doan thanh nien cong san ho chi minh",
)
_MOTTO_SPOILT = re.compile(r"con[gq] ho[ag] x[ag] h[o0][il] ch[uú] n[gq]h[il]a v[il][ec]t ?(?:nam)?$")
_SLOGAN = re.compile(r"^\W*do[ce] l[aâ]p\s?[-.]{0,2}\s?t[ưu]\s?d[o0]\s?[-.]{0,2}\s?h[aạ]nh\s?phuc\W*$")
_DATED = re.compile(
    r"^(?P<place>(?:…|[^\W\d_])[^\d,]{0,45}?)?\s*[,.]?\s*,?\s*(?P<date>ngay\s*:?\s*[\d.…_\s]{0,14}\s*t?ha?u?ng\s*[\d.…_\s]{0,14}\s*[,.]?\s*na?e?m\s*[\d.…_\s]*)\W*$"
)
# Of a telegram, with the hour: "An Hải, hồi 16 giờ 30 ngày …".
_DATED_HOUR = re.compile(
    r"^[^\W\d_][^\d,:]{1,30}?,\s*(?:(?:vao )?(?:hoi|luc)\s*)?\d{1,2}\s?(?:gio|h|g|:)\s?\d{0,2}(?:\s?phut|')?\s*,?\s*"
    r"ngay\s*\d{1,2}\s*(?:thang\s*\d{1,2}\s*,?\s*nam\s*|[/.-]\s?\d{1,2}\s?[/.-]\s?)\d{4}\W*$"
)
_DATED_FIGURES = re.compile(r"^(?P<place>[^\W\d_][^\d,]{1,30}?),\s*ngay\s*(?:\d{1,2}\s?[-/.]\s?){2}\d{4}\W*$")
_DATED_SPOILT = re.compile(
    r"^(?P<place>[^\W\d_][^\d,]{0,30}?)\s*,\s*[.,]?\s*ngay\W{0,3}\S{1,4}?\s?(?:\S{1,2}\s)?t?hang\s*\S{0,3}\s*,?\s*nam\s*\d{4}\W*$"
)
_ONE_LINE = (_DATED_FIGURES, _DATED_SPOILT, _DATED_HOUR)
_PLACED = re.compile(r"^[^\W\d_]+ [^\d,]+,\s*ngay\b")
_PLACE_BROKEN = re.compile(r"^(?:thanh pho|tp\W*|thi xa|huyen|tinh)\b|,\W*$")
# Rows that hold a date and name no place: a ground, what is carried out, a subject.
_NO_PLACE = re.compile(
    r"^\W*(?:v/v|ve viec|can cu|theo|thuc hien|luat|phap lenh|nghi|quyet dinh|ke hoach|cong van|xet|tai|tu ngay)\b"
)
_DRAFT = re.compile(
    r"^\W*(?:du thao|ban du thao|mat ma|ban chinh|ban so\b|ban sao)\b.{0,40}$|^\W*(?:sao y|sao luc|trich sao"
    r"|sy;)\b.{0,140}$"
)
_STAMP = re.compile(
    r"^\W*(?:(?:page|trang)\s*\d+\W*$|ky boi|nguoi ky|ky so boi|email\b|co quan\s*:|thoi gian ky|ngay ky|ngay gio ky"
    r"|chu ky (?:so|hop le)|signature|digitally signed|signed by|date\s*:|"
    r"cong van den|van ban den|so den|ngay den|gio den|den\s*[:.]|den$|chuyen\s*:|luu ho so|so va ky hieu hs"
    r"|ho so so|tep dinh kem|https?:|www\.|"
    # what a site says of the paper, above it
    r"(?:so hieu|so ky hieu|loai van ban|noi ban hanh|co quan ban hanh|ngay ban hanh|ngay (?:co )?hieu luc"
    r"|ngay cong bao|so cong bao|tinh trang|linh vuc)\s?:)"
)
_ARRIVAL = re.compile(
    r"^\W*(?:so\s*[:.…]*\s*[\d.…]*\s*(?:ngay\b.*)?|ngay\s*[:.…]*\s*[\d/.\s…-]*|gio\s*[:.…]*\s*[\dh:\s]*"
    r"|chuyen\s*:?.{0,50})$"
)
_PLACE_YEAR = re.compile(r"[^\W\d_][^\d,.;]{2,30}[,.;]\s.{3,28}\b(?:19|20)\d\d\W*$")
_REMAINS = re.compile(r"chu nghia viet|xa hoi chu nghia|dang cong san viet")
_HARDLY_READ = 0.4
_NUMBER = re.compile(r"^\W*(?:(?:luat|bo luat|phap lenh|nghi quyet)\sso\s?:|s[o0e6][\s:.;(])")


def is_motto(rows: list[Row], index: int) -> int:
    """The number of rows from `index` that make the State's, the Party's or the Youth Union's motto, 0 if none."""
    if not rows[index].upper:  # in ordinary letters only where the slogan follows, or place and date
        said = rows[index].key.strip(" -.*_|")
        if said not in _MOTTOS[:2] or not rows[index].text[:1].isupper() or index + 1 == len(rows):
            return 0
        below = rows[index + 1]
        return int(is_slogan(below) if said == _MOTTOS[0] else _DATED.match(below.key) is not None)
    joined = ""
    for count in range(1, 5):
        if index + count > len(rows) or not rows[index + count - 1].upper:
            return 0
        joined = f"{joined} {rows[index + count - 1].key}".strip(" -.*_|")
        if joined in _MOTTOS or joined == _MOTTOS[0][:-4] or joined == _MOTTOS[0][:-1] or _MOTTO_SPOILT.match(joined):
            if joined.endswith("viet") and index + count < len(rows) and rows[index + count].key.strip(" *-_") == "nam":
                count += 1
            return count
        if not any(motto.startswith(joined) for motto in _MOTTOS):
            # what a stamp or a machine spoilt still begins like it
            return 1 if count == 1 and joined.startswith("cong hoa xa h") and len(joined) < 60 else 0
    return 0


def is_slogan(*rows: Row) -> bool:
    """Whether rows say "Độc lập - Tự do - Hạnh phúc", broken in a narrow column."""
    key = " ".join(row.key for row in rows)
    return _SLOGAN.match(key) is not None or bool(key.startswith("doc lap") and len(key) < 48 and "phuc" in key)


def is_spoilt_date(row: Row) -> bool:
    """Whether a row of a scan's right column is place and date however they were read: a name, a year at the end."""
    scanned = row.line.confidence is not None and row.line.column == 2
    return scanned and not row.upper and len(row.text) < 60 and _PLACE_YEAR.match(row.text) is not None


def is_remains(row: Row) -> bool:
    """Whether capitals of a scan are what is left of the motto or of a number's symbol, or hardly read at all."""
    sure = row.line.confidence
    spoilt = _REMAINS.search(row.key) is not None or re.search(r"[A-ZĐ]{2}-[A-ZĐ]{2}\S*$", row.text) is not None
    return sure is not None and (sure < _HARDLY_READ or spoilt)


def skip_stamp(rows: list[Row], index: int) -> int:
    """The number of rows from `index` that are a mark of a draft or copy, or a stamp of arrival or signature."""
    row = rows[index]
    if _DRAFT.match(row.key) or (row.text.isascii() and _english_heads().search(row.key)):
        return 1
    count = 1
    if row.upper and index + 1 < len(rows) and re.match(r"^\W*den\W*$", rows[index + 1].key):
        row, count = rows[index + 1], 2  # the stamp of arrival bears the name of the organ that received
    if not _STAMP.match(row.key) or re.match(r"[-+]\s?\w", row.text):
        return 0
    if re.match(r"^\W*(?:den|cong van den|van ban den)\b", row.key):
        while count < 6 and index + count < len(rows) and _ARRIVAL.match(rows[index + count].key):
            if parse_heading_code(rows[index + count].text):
                break
            count += 1
    return count


def fixed_piece(rows: list[Row], index: int) -> tuple[int, Zone | None]:
    """A piece that is told by what it says alone, and the number of its rows."""
    row = rows[index]
    count = is_motto(rows, index)
    if count:
        return count, Zone("motto", (row.start, rows[index + count - 1].end))
    for length in (1, 2):
        if index + length <= len(rows) and is_slogan(row, *rows[index + 1 : index + length]):
            return length, Zone("motto", (row.start, rows[index + length - 1].end))
    key = row.key.strip(" .-*[]()_|!")
    marked = (key in urgency_marks() or key in secrecy_marks()) and "MẶT" not in row.text
    if marked and (row.upper or row.line.part == "box"):
        return 1, Zone("mark", row.passage.span())
    if _NUMBER.match(row.key):
        return _number(rows, index)
    return _dated(rows, index)


def _number(rows: list[Row], index: int) -> tuple[int, Zone | None]:
    row = rows[index]
    for count in (1, 2):
        # "TRUNG TÂM …" / "SỐ 2" over the motto is a name, no number.
        if index + count <= len(rows) and not (count == 2 and is_motto(rows, index + 1)):
            text = " ".join(part.text for part in rows[index : index + count])
            code = parse_heading_code(text)
            if code and count == 1 and text.rstrip().endswith("-") and index + 1 < len(rows):
                longer = parse_heading_code(text + rows[index + 1].text)
                if longer and len(longer.text) > len(code.text) and len(rows[index + 1].text) < 30:
                    return 2, Zone("number", (row.start, rows[index + 1].end))
            if code:
                return count, Zone("number", (row.start, rows[index + count - 1].end))
    if re.fullmatch(r"\W*so[\s:.…_]*", row.key):
        return 1, Zone("number", (row.start, row.end))
    return 0, None


def _dated(rows: list[Row], index: int) -> tuple[int, Zone | None]:
    row = rows[index]
    if (row.upper and "ngay" not in row.key) or _NO_PLACE.match(row.key):
        return 0, None
    blank: tuple[int, Zone | None] = (0, None)
    for count in (1, 2, 3, 4):
        if row.key.startswith("ngay ") and count > 1 and not blank[0]:
            break
        if index + count > len(rows) or len(row.text) > 70:
            break
        last = rows[index + count - 1]
        if count > 1 and (last.upper or (last.gap and not blank[0]) or len(last.text) > 50):
            break
        if count > 1 and "ngay" not in row.key and (not row.text[:1].isupper() or len(row.text.split()) > 5):
            break
        if count == 2 and not _PLACE_BROKEN.search(row.key) and _PLACED.match(last.key):
            break  # the row below names the place by itself
        text = " ".join(part.key for part in rows[index : index + count])
        if _DATED.match(text) or (count == 1 and any(form.match(text) for form in _ONE_LINE)):
            found = count, Zone("place_date", (row.start, last.end))
            if re.search(r"\d\s?\d\s?\d\s?\d\W*$", text):
                return found
            blank = found
    return blank


def match_title(row: Row) -> tuple[str, int] | None:
    """The type of document that a title row names and where its name ends in the row, or None.

    >>> # "THÔNG BÁO KẾT LUẬN CỦA …" names "Thông báo"; "Q U Y Ế T  Đ Ị N H" is set wide; a bold centred row in small
    >>> # letters names one where it begins with it ("Chương trình Hội nghị"), other bold rows where they say no more.
    """
    key = row.key.rstrip(" :.*_|-")
    lead = re.match(r"[\W_]*", key)
    skipped = lead.end() if lead else 0
    key = key[skipped:]
    if not row.upper:
        if not row.bold or not row.text[skipped : skipped + 1].isupper():
            return None
        if key not in type_keys() and not (row.line.centred and len(key) < 70):
            return None
    if re.fullmatch(r"(?:\w\s+){3,}\w", key):
        key = re.sub(r"\s", "", key)
        for folded, name in type_keys().items():
            if folded.replace(" ", "") == key:
                return name, len(row.text)
        return None
    for folded, name in type_keys().items():
        if key == folded or key.startswith((folded + " ", folded + ":")):
            return name, skipped + len(folded)
    return None


def join_title(rows: list[Row], index: int) -> tuple[str, int, int] | None:
    """The type that the title from `rows[index]` names, the number of rows before the last of its name, and the end
    of the name in that row: "QUYẾT" / "ĐỊNH" is broken over two."""
    named = match_title(rows[index])
    if named:
        return named[0], 0, named[1]
    row = rows[index]
    if (
        not row.upper
        or index + 1 >= len(rows)
        or rows[index + 1].gap
        or not rows[index + 1].upper
        or len(row.key.split()) > 2
    ):
        return None
    joined = f"{row.key.strip(' *_')} {rows[index + 1].key}"
    for folded, name in type_keys().items():
        if joined == folded or joined.startswith(folded + " "):
            return name, 1, len(folded) - len(row.key.strip(" *_")) - 1
    return None


@functools.cache
def type_keys() -> dict[str, str]:
    """Types that may be titles, by their folded names, the longest first."""
    return {fold(kind.name): kind.name for kind in document_kinds() if not kind.cited_only}


@functools.cache
def issuer_heads() -> re.Pattern[str]:
    """First words of organs' printed lines."""
    heads, others = (any_of(load_words()[words]) for words in ("issuer_heads", "issuer_false_heads"))
    return re.compile(rf"^\W*(?!(?:{others})\b|so \d)(?:lien )?(?:{heads})\b")


@functools.cache
def site_labels() -> re.Pattern[str]:
    """Rows of a site over a heading: an entry of its menu, a label with or without what it says behind it."""
    words = load_words()
    menu, labels = ("|".join(words[name]) for name in ("site_menu", "site_labels"))
    return re.compile(rf"^\W*(?:(?:{menu})\W*$|(?:{labels})(?:\W*$|\s?[:|]|\s\d))")


@functools.cache
def _english_heads() -> re.Pattern[str]:
    """Words of the English that is printed under the lines of a heading in two languages."""
    return re.compile(r"\b(?:" + "|".join(load_words()["english_heads"]) + r")\b")


def begins_issuer(word: str) -> bool:
    """Whether organs' names begin with a folded word: a row of that word alone is broken from the next."""
    return any(head.split()[0] == word for head in load_words()["issuer_heads"])
