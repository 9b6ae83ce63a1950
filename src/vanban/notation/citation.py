"""Citations of documents: type, number and symbol, date, issuer, title; and the words that stand for one.

Forms read: "Kế hoạch số 47-KH/TU ngày 14 tháng 9 năm 2021 của Tỉnh ủy “…”", the Party's "số 192-KL/TW, ngày
19/9/2025", lists that share a noun ("các Công điện số 217/CĐ-TTg, 218/CĐ-TTg") or a symbol ("các Công văn số 123,
124/UBND-VX"), laws by name and year, short names ("… (sau đây gọi tắt là Quy định 377)" and then "Quy định 377"),
anaphora ("Kế hoạch nêu trên", "văn bản trên").
"Kế hoạch này" in a letter names the plan that it has cited.
Refused: "Kế hoạch này" in a plan (the document itself), a figure before a code that no list announces ("Điều 12,
Quyết định số 17/QĐ-TTg"), a short name that is no more than a type ("gọi tắt là Kế hoạch").
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable

import msgspec

from vanban.lexicon.document_types import document_kinds
from vanban.lexicon.words import name_halves
from vanban.notation.alternatives import any_of
from vanban.notation.code import FoundCode, find_codes
from vanban.notation.date import find_dates
from vanban.notation.sought import Sought


class FoundCitation(msgspec.Struct, frozen=True):
    """A citation at `text[start:end]`; `code` None for laws by name and for anaphora (`anaphor` is True).

    `short_name` is the name that the text gives it, or by which it is cited again.
    """

    start: int
    end: int
    document_type: str | None
    code: FoundCode | None = None
    date: dt.date | None = None
    issuer: str | None = None
    title: str | None = None
    anaphor: bool = False
    short_name: str | None = None


@functools.cache
def _type_names() -> str:
    names = {kind.name for kind in document_kinds()}
    return any_of(names | {"Công văn", "Văn bản", "Tờ trình"})


@functools.cache
def _before_code() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?P<type>{_type_names()})(?:\s+[\w\s]{{0,40}}?)?\s+)?(?:[Ss]ố\s*:?\s*)?$", re.IGNORECASE)


@functools.cache
def _shared_symbol() -> re.Pattern[str]:
    """Numbers before a code that share its symbol: "các Công văn số 123, 124 và " before "125/UBND-VX"."""
    return re.compile(
        rf"(?:(?<=các )|(?<=những )"
        rf"|(?=\b(?:{_type_names()})\s+số))\b(?P<type>{_type_names()})\s+(?:số\s*:?\s*)?(?P<list>\d{{1,5}}(?:\s*(?:,"
        rf"|và|;)\s*\d{{1,5}}){{0,12}})\s*(?:,|và|;|,\s*và)\s*(?:số\s*)?$",
        re.IGNORECASE,
    )


# Words behind a type that make it an anaphor: fewer than types, and found by their first letters.
_AGAIN = re.compile(
    r"[NnKkĐđTt](?<=\s.)(?i:(?<=n)(?:êu|ói) trên|(?<=k)(?:ể trên|èm theo)|(?<=đ)(?:ã nêu|ính kèm)"
    r"|(?<=t)rên(?=\s*[,.;)]|\s*$|\s+(?:của|và|đến|để|tại|theo|trước)))(?!\w)"
)
_THIS = re.compile(r"[Nn](?<=\s.)(?i:ày)(?!\w)")
_LONGEST_TYPE = 80


@functools.cache
def _type_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_type_names()})(?=\s+$)", re.IGNORECASE)


@functools.cache
def _short() -> re.Pattern[str]:
    return re.compile(
        rf"\(\s*+(?:sau đây\s++)?(?:được\s++)?(?:gọi|viết)\s++(?:(?:tắt"
        rf"|chung)\s*+)?(?:là\s*+)?:?\s*+[“\"]?(?P<name>(?:{_type_names()})\s+[\w/&.-]{{1,20}}(?:\s[\w/&.-]{{1,20}}){{0,5}}?)[”\"]?\s*\)",
        re.IGNORECASE,
    )


_LAW = Sought(
    r"(?<![\w])(?P<type>Luật|Bộ luật|Pháp lệnh"
    r"|Hiến pháp)\s+(?P<name>[A-ZĐ][^,.;:()\"“]{3,110}?)\s++(?:năm\s+(?P<year>\d{4})"
    r"|(?:được [^,;]{0,60})?(?=ngày\s+\d))",
    "Luật|Bộ luật|Pháp lệnh|Hiến pháp",
)
_AFTER = re.compile(r"\s*+,?\s*+(?=(?:ngày\s*\d|ngày\s*tháng))", re.IGNORECASE)


@functools.cache
def _issuer() -> re.Pattern[str]:
    halves = "|".join(re.escape(half) for half in name_halves())
    return re.compile(
        r"\s*+,?\s*+(?:của|CỦA)\s+(?P<issuer>[A-ZĐỦ][^,.;:()\"“”*]{2,90}?)(?=\s*(?:[,.;:()\"“”*]|$|\s(?:về|quy định"
        r"|ban hành|hướng dẫn|sửa đổi|phê duyệt|triển khai|thực hiện|tại|gửi|đề nghị|trên|cho|đối với|kèm|có"
        rf"|yêu cầu|trước|ngày|chậm nhất|theo|để|nhằm|từ|và(?!\s(?:{halves})\b))\s))"
    )


_TITLE = re.compile(
    r"\s*+,?\s*+(?:[“\"]\s*+(?P<quoted>[^”\"]{4,400})[”\"]|(?P<plain>(?:về|quy định|ban hành|hướng dẫn|sửa đổi"
    r"|phê duyệt)\s[^.;:()“”\"]{6,320}?)(?=\s*[.;:()“”\"]|$))"
)
_BETWEEN = re.compile(r"(?>và|hoặc|số|ngày[\s\d/tháng năm.-]{0,40}+|của[^;.]{0,60}+|[\s,;])*+")
_NAMED_AFTER = 320  # letters between a citation and the brackets that name it


def find_citations(text: str, known: Iterable[str] = (), own_type: str | None = None) -> list[FoundCitation]:
    """All citations and anaphora in order; `known` are short names that the document has given before.

    With `own_type`, the type of the citing document, "Kế hoạch này" in a paper of another type is an anaphor.

    >>> found = find_citations("theo Kế hoạch số 47-KH/TU ngày 14 tháng 9 năm 2021 của Tỉnh ủy; Kế hoạch nêu trên")
    >>> [(one.document_type, one.code.text if one.code else None, str(one.date), one.anaphor) for one in found]
    [('Kế hoạch', '47-KH/TU', '2021-09-14', False), ('Kế hoạch', None, 'None', True)]
    """
    found = _by_code(text)
    found += _outside(found, _laws(text))
    found += _outside(found, _anaphora(text))
    if own_type is not None:
        found += _outside(found, _others(text, own_type))
    found.sort(key=lambda one: one.start)
    found, named = _with_short_names(text, found)
    found += _outside(
        found, _by_short_name(text, [*known, *(name for _, name in named)], {name: end for end, name in named})
    )
    return sorted(found, key=lambda one: one.start)


def _by_code(text: str) -> list[FoundCitation]:
    found: list[FoundCitation] = []
    shared: str | None = None
    last_end = -1
    for code in find_codes(text):
        window = text[max(0, code.start - 70, last_end) : code.start]
        before = _find_type(window)
        named = before["type"] if before and before["type"] else None
        if (
            named is None
            and shared is not None
            and code.start - last_end < 160
            and _BETWEEN.fullmatch(text, last_end, code.start)
        ):
            named = shared
        start = code.start - (len(window) - before.start()) if before else code.start
        while start < code.start and text[start].isspace():
            start += 1
        end, date, issuer, title = _describe(text, code.end)
        listed = _shared_symbol().search(window)
        named = named or (listed["type"] if listed else None)
        kind = _canonical(named)
        if listed and code.number and code.number.isdigit():
            separator = code.text[len(code.number)]
            for number in re.finditer(r"\d+", listed["list"]):
                place = code.start - len(window) + listed.start("list") + number.start()
                other = FoundCode(
                    place,
                    place + len(number.group()),
                    number.group(),
                    code.notation,
                    f"{number.group()}{separator}{code.notation}",
                )
                found.append(FoundCitation(place, other.end, kind, other, date, issuer))
            start = code.start
        found.append(FoundCitation(start, end, kind, code, date, issuer, title))
        shared = named
        last_end = code.end
    return found


def _find_type(window: str) -> re.Match[str] | None:
    """The type before a code; of two the nearer, where it is written as a name ("Văn bản này thay thế Kế hoạch số")."""
    found = _before_code().search(window)
    while found and found["type"]:
        nearer = _before_code().search(window, found.end("type"))
        if nearer is None or not nearer["type"] or not nearer["type"][0].isupper():
            break
        found = nearer
    return found


def _laws(text: str) -> list[FoundCitation]:
    laws = []
    for match in _LAW.finditer(text):
        dates = [date for date in find_dates(text[match.end() : match.end() + 40]) if date.start < 3]
        end = match.end() + (dates[0].end if dates else 0)
        date = dates[0].date if dates else None
        laws.append(
            FoundCitation(match.start(), end, _canonical(match["type"]), None, date, None, match["name"].strip())
        )
    return laws


def _anaphora(text: str) -> list[FoundCitation]:
    return _types_before(_AGAIN, text)


def _others(text: str, own_type: str) -> list[FoundCitation]:
    """What "này" points to where it is not the paper itself; a letter or "văn bản này" always may be."""
    own = {own_type, "Công văn", "Văn bản"}
    return [one for one in _types_before(_THIS, text) if one.document_type not in own]


def _types_before(words: re.Pattern[str], text: str) -> list[FoundCitation]:
    """Where a type stands before `words`."""
    found = []
    for word in words.finditer(text):
        named = _type_before().search(text, max(0, word.start() - _LONGEST_TYPE), word.start())
        if named:
            found.append(FoundCitation(named.start(), word.end(), _canonical(named.group()), anaphor=True))
    return found


def _outside(found: list[FoundCitation], others: list[FoundCitation]) -> list[FoundCitation]:
    """Those of `others` that begin inside none of `found`."""
    spans = sorted((one.start, one.end) for one in found)
    kept = []
    place = 0
    reach = -1
    for other in sorted(others, key=lambda one: one.start):
        while place < len(spans) and spans[place][0] <= other.start:
            reach = max(reach, spans[place][1])
            place += 1
        if other.start >= reach:
            kept.append(other)
    return kept


def _with_short_names(text: str, found: list[FoundCitation]) -> tuple[list[FoundCitation], list[tuple[int, str]]]:
    """The citations with the names that brackets behind them give, and each name with the end of its brackets."""
    named: list[tuple[int, str]] = []
    for match in _short().finditer(text):
        before = [number for number, one in enumerate(found) if one.end <= match.start() + 1 and not one.anaphor]
        if (
            before
            and match.start() - found[before[-1]].end < _NAMED_AFTER
            and "." not in text[found[before[-1]].end : match.start()]
        ):
            name = match["name"].strip()
            found[before[-1]] = msgspec.structs.replace(found[before[-1]], short_name=name)
            named.append((match.end(), name))
    return found, named


def _by_short_name(text: str, names: list[str], given: dict[str, int]) -> list[FoundCitation]:
    """Where documents are cited by short names; behind the brackets that give the name, where they stand in `text`."""
    again = []
    for name in names:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w|[/-]\w)", text):
            if match.start() >= given.get(name, 0):
                kind = next(
                    (kind.name for kind in document_kinds() if name.lower().startswith(kind.name.lower() + " ")), None
                )
                again.append(FoundCitation(match.start(), match.end(), kind, anaphor=True, short_name=name))
    return again


def _canonical(name: str | None) -> str | None:
    if name is None:
        return None
    lowered = name.lower()
    return next((kind.name for kind in document_kinds() if kind.name.lower() == lowered), name)


def _describe(text: str, position: int) -> tuple[int, dt.date | None, str | None, str | None]:
    """Date, issuer and title behind a code."""
    date = issuer = title = None
    lead = _AFTER.match(text, position)
    if lead:
        window = text[lead.end() : lead.end() + 48]
        dates = find_dates(window)
        figures = re.match(r"ngày\s+(?=\d)", window, re.IGNORECASE)
        if dates and dates[0].start <= (figures.end() if figures else 0):
            date = dates[0].date
            position = lead.end() + dates[0].end
    by = _issuer().match(text, position)
    if by:
        issuer = by["issuer"].strip()
        position = by.end()
    about = _TITLE.match(text, position)
    if about:
        quoted = about["quoted"]
        title = (quoted or about["plain"] or "").strip(" *")
        position = about.end()
    return position, date, issuer, title or None
