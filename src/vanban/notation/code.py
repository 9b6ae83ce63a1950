"""Number and symbol of a document, *số, ký hiệu*: find in text, parse, render.

Forms read: "8232/VP-KGVX", "30/2020/NĐ-CP", "144/2002/QĐ/BTC", "33-KH/TU" and "33 -KH/TU" (Party), "01/BTC-CV",
"66.4/2025/NQ-CP", "TTr-CAT(PA05)", "CTPH-LĐLĐ-SVH,TT,DL", "3176B/QĐ-SYT", "11554/VPCP-V.I", "299/TTg", "24 /BC- STTTT".
After "Số" in a heading also: blanks inside the number ("1 0 9 4 3 /BYT-MT"), a stop after it ("3070. /KH-UBND"), no
number ("     /KH-UBND", "…/2025/TT-BNV", "xxx/2023/QĐ-UBND"), one that OCR has spoilt ("đút /VPCP-KTTH": symbol alone),
a blank for the separator ("1250 QĐ/UB"), "Luật số: 64/2025/QH15".
Refused: dates ("28/7/2023"), times ("24/7"), units ("10/kg"), and the numbers of standards ("QCVN 102:2016/BTTTT").
"""

from __future__ import annotations

import re

import msgspec

from vanban.notation.folding import match_key, unify_marks

_UPPER = "A-ZĐÂÊÔƠƯĂÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
# A segment of a symbol: "TTg", "QH15", "NVYD", "V.I", "CCHC&VTLT", "KD+TTĐ", "CAT(PA05)", "QĐ.BQL".
_SEGMENT = rf"[{_UPPER}][{_UPPER}a-zđâêôơưăA-Z0-9]*(?:[.&+][{_UPPER}0-9][{_UPPER}a-zđ0-9]*)*(?:\([A-Z0-9ĐƯ]{{2,8}}\))?"
# Between segments; a blank beside the hyphen only where it stands on one side or the symbol goes on in capitals.
_JOIN = rf"(?:\s?-\s?(?=[{_UPPER}0-9]{{2}}|[{_UPPER}]\d|TTg)|[-/](?=[{_UPPER}0-9])|,(?=[{_UPPER}]{{2}}))"
_SYMBOL = rf"{_SEGMENT}(?:{_JOIN}(?:{_SEGMENT}|\d{{1,3}}(?![\d/])))*"
_TAIL = r"(?:bis|[A-Za-zĐđ]{1,2})?"

# What may not stand before a number is looked at behind its first figure: figures are found by the hundred at once.
_STATE = re.compile(
    rf"(?P<number>\d(?:(?<![\w/:.,-]\d)|(?<=\d,\d))(?:\d{{0,5}}"
    rf"|\d{{0,2}}\.\d{{1,4}}){_TAIL})[.…]{{0,5}}\s?/\s?(?P<notation>(?:(?:19|2\d)\d{{2,3}}\s?/\s?)?{_SYMBOL})"
)
_PARTY = re.compile(
    rf"(?P<number>\d(?<![\w/:.,-]\d)\d{{0,4}}[a-zA-Z]?)\s?-\s?(?P<notation>[{_UPPER}][{_UPPER}a-zđ]{{1,5}}\s?/\s?{_SYMBOL})"
)

# After "Số" in a heading: blanks anywhere, the number possibly missing.
_LEAD = (
    r"^\W*+(?:(?:luật|bộ luật|pháp lệnh|nghị quyết|lệnh|nghị định|thông tư|quyết định)\s+)?"
    r"s[ốóôoồổộơõòỏọ0éèềẽ6ó](?:\s*\(no\.?\))?\s*+[:.;,]*+\s*+"
)
_YEAR = r"(?:(?:(?:19|20)(?:\d{2,3}|[.…_x\s]{1,6})|[.…]{1,8})\s?/\s?)?"
_NOTATION = rf"(?P<notation>{_YEAR}{_SYMBOL}(?:\s?-\s?[{_UPPER}][{_UPPER}a-z0-9]*)*)"
_HEADING = re.compile(
    rf"{_LEAD}(?P<number>(?:\d{{1,3}}\.\d{{1,2}}|\d(?:\s?\d){{0,5}})(?:\s?bis|[A-Za-zĐđ]{{1,2}})?|[.…_\s]*+"
    rf"|[xX]{{2,4}})\s*+[.,]?\s*+(?P<separator>[/-])\s*+{_NOTATION}",
    re.IGNORECASE,
)
_BLANK_SEPARATOR = re.compile(rf"{_LEAD}(?P<number>\d{{1,5}})(?P<separator>\s++){_NOTATION}(?=\s|$)", re.IGNORECASE)
# A number by hand, as OCR sees it: "Số: Ø #ˆ /CT-UBND", "Số:2/%⁄QĐ-SYT".
_SPOILT = re.compile(
    rf"{_LEAD}(?P<number>[^\n:]{{0,10}}?)\s?(?P<separator>[/⁄])\s*(?:[,.]?\d\s?)?{_NOTATION}", re.IGNORECASE
)
_SPOILT_SIGN = re.compile(
    rf"{_LEAD}(?P<number>\d{{1,4}}\w{{0,2}}[^\w\s/.,-])(?P<separator>)(?P<notation>[A-ZĐ]{{2,}}-[A-ZĐ]{{2,}})",
    re.IGNORECASE,
)
# What reading by machine makes of symbols that are written one way only.
_MENDED = (
    (re.compile(r"QH[Il](?=[0-9S]$)"), "QH1"),
    (re.compile(r"(?<=QH1)S$"), "5"),
    (re.compile(r"(?<![A-ZĐ])(B?)LDTBXH(?![A-ZĐ])"), r"\1LĐTBXH"),
)


class FoundCode(msgspec.Struct, frozen=True):
    """A code at `text[start:end]`: "33-KH/TU" is number "33", notation "KH/TU"; `text` without blanks."""

    start: int
    end: int
    number: str | None
    notation: str
    text: str


def find_codes(text: str) -> list[FoundCode]:
    """All codes in running text, in order; one that overlaps an earlier one is left out.

    >>> [code.text for code in find_codes("Kế hoạch số 33 -KH/TU, Nghị quyết 30/2021/QH15 (28/7/2021)")]
    ['33-KH/TU', '30/2021/QH15']
    """
    if "/" not in text:
        return []
    plain = unify_marks(text)
    found: list[FoundCode] = []
    for pattern, separator in ((_PARTY, "-"), (_STATE, "/")):
        for match in pattern.finditer(plain) if separator in plain else ():
            notation = "".join(match["notation"].split()).rstrip(".-,")
            if not _is_symbol(notation) or _is_standard(plain, match.start()):
                continue
            end = match.end() - (len(match["notation"].rstrip()) - len(match["notation"].rstrip(" .-,")))
            number, notation = match["number"], mend_symbol(notation)
            found.append(FoundCode(match.start(), end, number, notation, f"{number}{separator}{notation}"))
    found.sort(key=lambda code: code.start)
    kept: list[FoundCode] = []
    for code in found:
        if not kept or code.start >= kept[-1].end:
            kept.append(code)
    return kept


def parse_heading_code(line: str) -> FoundCode | None:
    """The code of a heading line "Số: …"; the number is None where it is blank, dotted, spoilt or "xxx".

    >>> parse_heading_code("Số:      /KH-UBND")
    FoundCode(start=9, end=17, number=None, notation='KH-UBND', text='/KH-UBND')
    """
    plain = unify_marks(line)
    match = _HEADING.match(plain) or _BLANK_SEPARATOR.match(plain) or _SPOILT_SIGN.match(plain) or _SPOILT.match(plain)
    if not match:
        return None
    notation = "".join(match["notation"].split()).rstrip(".-,")
    raw = "".join(match["number"].split())
    number = raw if re.fullmatch(rf"[\d.]+{_TAIL}", raw) and raw[0].isdigit() else None
    notation = re.sub(r"^[.…]+/|^(\d{2,4})[.…_x]+/", lambda m: f"{m[1]}…/" if m[1] else "", notation)
    if not re.match(rf"(?:\d{{2,5}}…?/)?[{_UPPER}]", notation) or (
        len(match["separator"].strip()) == 0 and not _is_symbol(notation)
    ):
        return None
    notation = mend_symbol(notation)
    start = (
        match.start("number") if number else match.start("separator") if match["separator"] else match.start("notation")
    )
    return FoundCode(
        start, match.end("notation"), number, notation, f"{number or ''}{match['separator'].strip()}{notation}"
    )


def parse_code(text: str) -> FoundCode | None:
    """The code that `text` is, or None; the inverse of `render_code`.

    >>> parse_code("33-KH/TU").notation, parse_code("một đoạn văn")
    ('KH/TU', None)
    """
    stripped = text.strip()
    found = find_codes(stripped)
    return found[0] if found and found[0].start == 0 and found[0].end == len(stripped) else None


def render_code(number: str | None, notation: str, *, party: bool = False) -> str:
    """The code as it is printed: a hyphen after the number in the Party's documents, else a slash.

    >>> render_code("33", "KH/TU", party=True), render_code(None, "KH-UBND")
    ('33-KH/TU', '/KH-UBND')
    """
    return f"{number or ''}{'-' if party else '/'}{notation}"


def mend_symbol(notation: str) -> str:
    """A symbol without the plain errors of reading by machine.

    >>> mend_symbol("UBTVQHI5"), mend_symbol("TT-BLDTBXH")
    ('UBTVQH15', 'TT-BLĐTBXH')
    """
    for pattern, right in _MENDED:
        notation = pattern.sub(right, notation)
    return notation


def _is_symbol(notation: str) -> bool:
    capitals = sum(1 for character in notation if character.isupper())
    return capitals >= 2 and not notation.startswith(("H/", "KM"))


def _is_standard(text: str, start: int) -> bool:
    return bool(re.search(r"(?:TCVN|QCVN|ISO|IEC|TCXDVN|TCN)[\s\d:/-]*$", text[max(0, start - 24) : start]))


def code_key(text: str) -> str:
    """A code as it is compared: without blanks, case, leading zeros, and whichever separator stands first.

    >>> code_key("05/SYT-NVY") == code_key("5/SYT-NVY"), code_key("47 -KH/TU") == code_key("47-KH/TU")
    (True, True)
    """
    words = match_key(text.replace("/", " ").replace("-", " ")).split()
    return " ".join([words[0].lstrip("0") or "0", *words[1:]]) if words else ""
