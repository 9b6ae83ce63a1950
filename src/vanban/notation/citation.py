"""Citations of documents: type, number and symbol, date, issuer, title; and the words that stand for one.

Forms read: "Kế hoạch số 33-KH/TU ngày 12 tháng 10 năm 2021 của Tỉnh ủy “…”", the Party's "số 192-KL/TW, ngày
19/9/2025", lists that share a noun ("các Công điện số 217/CĐ-TTg, 218/CĐ-TTg"), laws by name and year, anaphora
("Kế hoạch nêu trên", "văn bản trên"). Refused: "Kế hoạch này" (the document itself).
"""

from __future__ import annotations

import datetime as dt
import functools
import re

import msgspec

from vanban.lexicon.document_types import document_kinds
from vanban.notation.code import FoundCode, find_codes
from vanban.notation.date import find_dates


class FoundCitation(msgspec.Struct, frozen=True):
    """A citation at `text[start:end]`; `code` None for laws by name and for anaphora (`anaphor` is True)."""

    start: int
    end: int
    document_type: str | None
    code: FoundCode | None = None
    date: dt.date | None = None
    issuer: str | None = None
    title: str | None = None
    anaphor: bool = False


@functools.cache
def _type_names() -> str:
    names = {kind.name for kind in document_kinds()}
    names |= {"Công văn", "Văn bản", "Tờ trình"}
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


@functools.cache
def _before_code() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?P<type>{_type_names()})(?:\s+[\w\s]{{0,40}}?)?\s+)?(?:[Ss]ố\s*:?\s*)?$", re.IGNORECASE)


@functools.cache
def _anaphor() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w])(?P<type>{_type_names()})\s+(?:nêu trên|trên(?=\s*[,.;)]|\s*$|\s+(?:của|và|đến|để|tại|theo|trước))|nói trên|kể trên|đã nêu|đính kèm|kèm theo)(?![\w])",
        re.IGNORECASE,
    )


_LAW = re.compile(r"(?<![\w])(?P<type>Luật|Bộ luật|Pháp lệnh|Hiến pháp)\s+(?P<name>[A-ZĐ][^,.;:()\"“]{3,110}?)\s+(?:năm\s+(?P<year>\d{4})|(?:được [^,;]{0,60})?(?=ngày\s+\d))")
_AFTER = re.compile(r"\s*,?\s*(?=(?:ngày\s*\d|ngày\s*tháng))")
_ISSUER = re.compile(r"\s*,?\s*của\s+(?P<issuer>[A-ZĐỦ][^,.;:()\"“”*]{2,90}?)(?=\s*(?:[,.;:()\"“”*]|$|\s(?:về|quy định|ban hành|hướng dẫn|sửa đổi|phê duyệt|triển khai|thực hiện|tại|gửi|đề nghị|trên|và|cho|đối với|kèm|có|yêu cầu)\s))")
_TITLE = re.compile(r"\s*,?\s*(?:[“\"]\s*(?P<quoted>[^”\"]{4,400})\s*[”\"]|(?P<plain>(?:về|quy định|ban hành|hướng dẫn|sửa đổi|phê duyệt)\s[^.;:()“”\"]{6,320}?)(?=\s*[.;:()“”\"]|$))")


def find_citations(text: str) -> list[FoundCitation]:
    """All citations and anaphora in order.

    >>> found = find_citations("theo Kế hoạch số 33-KH/TU ngày 12 tháng 10 năm 2021 của Tỉnh ủy; Kế hoạch nêu trên")
    >>> [(one.document_type, one.code.text if one.code else None, str(one.date), one.anaphor) for one in found]
    [('Kế hoạch', '33-KH/TU', '2021-10-12', False), ('Kế hoạch', None, 'None', True)]
    """
    found: list[FoundCitation] = []
    shared: str | None = None
    last_end = -1
    for code in find_codes(text):
        window = text[max(0, code.start - 70, last_end) : code.start]
        before = _before_code().search(window)
        named = before["type"] if before and before["type"] else None
        if named is None and shared is not None and re.fullmatch(r"[\s,;]*(?:và|hoặc|số|ngày[\s\d/tháng năm.-]*|của[^;.]{0,60}|[\s,;])*", text[last_end : code.start]):
            named = shared
        start = code.start - (len(window) - before.start()) if before else code.start
        while start < code.start and text[start].isspace():
            start += 1
        end, date, issuer, title = _describe(text, code.end)
        kind = _canonical(named)
        found.append(FoundCitation(start, end, kind, code, date, issuer, title))
        shared = named
        last_end = code.end
    for match in _LAW.finditer(text):
        if not any(one.start <= match.start() < one.end for one in found):
            dates = [date for date in find_dates(text[match.end() : match.end() + 40]) if date.start < 3]
            name = match["name"].strip()
            end = match.end() + (dates[0].end if dates else 0)
            found.append(FoundCitation(match.start(), end, _canonical(match["type"]), None, dates[0].date if dates else None, None, name))
    for match in _anaphor().finditer(text):
        if not any(one.start <= match.start() < one.end for one in found):
            found.append(FoundCitation(match.start(), match.end(), _canonical(match["type"]), anaphor=True))
    return sorted(found, key=lambda one: one.start)


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
        dates = find_dates(text[lead.end() : lead.end() + 48])
        figures = re.match(r"ngày\s+(?=\d)", text[lead.end() :])
        if dates and dates[0].start <= (figures.end() if figures else 0):
            date = dates[0].date
            position = lead.end() + dates[0].end
    by = _ISSUER.match(text, position)
    if by:
        issuer = by["issuer"].strip()
        position = by.end()
    about = _TITLE.match(text, position)
    if about:
        quoted = about["quoted"]
        title = (quoted or about["plain"] or "").strip(" *")
        position = about.end()
    return position, date, issuer, title or None
