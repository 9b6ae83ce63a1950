"""Number and symbol of a document, *số, ký hiệu*: find in text, parse, render.

Forms read: "8232/VP-KGVX", "30/2020/NĐ-CP", "144/2002/QĐ/BTC", "33-KH/TU" and "33 -KH/TU" (Party), "01/BTC-CV",
"TTr-CAT(PA05)", "CTPH-LĐLĐ-SVH,TT,DL", "3176B/QĐ-SYT", "11554/VPCP-V.I", "299/TTg", "24 /BC- STTTT", a symbol that
stands without its number ("    /KH-UBND"). Refused: dates ("28/7/2023"), times ("24/7"), units ("10/kg"), and the
numbers of standards ("QCVN 102:2016/BTTTT").
"""

from __future__ import annotations

import re

import msgspec

from vanban.notation.folding import unify_marks

_UPPER = "A-ZĐÂÊÔƠƯĂÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
# A segment of a symbol: "TTg", "QH15", "NVYD", "V.I", "CCHC&VTLT", "CAT(PA05)", "QĐ.BQL".
_SEGMENT = rf"[{_UPPER}][{_UPPER}a-zđâêôơưăA-Z0-9]*(?:[.&][{_UPPER}0-9][{_UPPER}a-zđ0-9]*)*(?:\([A-Z0-9ĐƯ]{{2,8}}\))?"
# Between segments; a blank beside the hyphen only where it stands on one side or the symbol goes on in capitals.
_JOIN = rf"(?:\s?-\s?(?=[{_UPPER}0-9]{{2}}|[{_UPPER}]\d|TTg)|[-/](?=[{_UPPER}0-9])|,(?=[{_UPPER}]{{2}}))"
_SYMBOL = rf"{_SEGMENT}(?:{_JOIN}(?:{_SEGMENT}|\d{{1,3}}(?![\d/])))*"

_STATE = re.compile(
    rf"(?<![\w/:.,-])(?P<number>\d{{1,6}}[A-Za-zĐ]{{0,2}})\.?\s?/\s?(?P<notation>(?:(?:19|20)\d{{2}}\s?/\s?)?{_SYMBOL})"
)
_PARTY = re.compile(rf"(?<![\w/:.,-])(?P<number>\d{{1,5}}[a-zA-Z]?)\s?-\s?(?P<notation>[{_UPPER}][{_UPPER}a-zđ]{{1,5}}\s?/\s?{_SYMBOL})")

# After "Số" in a heading: blanks anywhere, the number possibly missing.
_HEADING = re.compile(
    rf"^s[ốóôo]\s*[:.;]?\s*(?P<number>(?:\d\s?){{1,6}}[A-Za-zĐ]{{0,2}}|[.…_\s]*|[xX]{{2,4}})\s*[.,]?\s*"
    rf"(?P<separator>[/-])\s*(?P<notation>(?:(?:(?:19|20)(?:\d{{2}}|[.…_x\s]{{2,6}})|[.…]{{2,8}})\s?/\s?)?{_SYMBOL}(?:\s?-\s?[{_UPPER}][{_UPPER}a-z0-9]*)*)",
    re.IGNORECASE,
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
    plain = unify_marks(text)
    found: list[FoundCode] = []
    for pattern, separator in ((_PARTY, "-"), (_STATE, "/")):
        for match in pattern.finditer(plain):
            notation = "".join(match["notation"].split()).rstrip(".-,")
            if not _is_symbol(notation) or _is_standard(plain, match.start()):
                continue
            end = match.end() - (len(match["notation"].rstrip()) - len(match["notation"].rstrip(" .-,")))
            number = match["number"]
            found.append(FoundCode(match.start(), end, number, notation, f"{number}{separator}{notation}"))
    found.sort(key=lambda code: code.start)
    kept: list[FoundCode] = []
    for code in found:
        if not kept or code.start >= kept[-1].end:
            kept.append(code)
    return kept


def parse_heading_code(line: str) -> FoundCode | None:
    """The code of a heading line "Số: …"; the number is None where it is blank, dotted or "xxx".

    >>> parse_heading_code("Số:      /KH-UBND")
    FoundCode(start=9, end=17, number=None, notation='KH-UBND', text='/KH-UBND')
    """
    match = _HEADING.match(unify_marks(line))
    if not match:
        return None
    notation = "".join(match["notation"].split()).rstrip(".-,")
    raw = "".join(match["number"].split())
    number = raw if raw[:1].isdigit() else None
    notation = re.sub(r"^[.…]{2,}/|^(\d{2,4})[.…_x]+/", lambda m: f"{m[1]}…/" if m[1] else "", notation)
    if not re.search(rf"[{_UPPER}]", notation):
        return None
    start = match.start("number") if number else match.start("separator")
    return FoundCode(start, match.end("notation"), number, notation, f"{number or ''}{match['separator']}{notation}")


def parse_code(text: str) -> FoundCode | None:
    """The code that `text` is, or None; the inverse of `text` of a found code."""
    found = find_codes(text.strip())
    return found[0] if found and found[0].start == 0 else None


def _is_symbol(notation: str) -> bool:
    capitals = sum(1 for character in notation if character.isupper())
    return capitals >= 2 and not notation.startswith(("H/", "KM"))


def _is_standard(text: str, start: int) -> bool:
    return bool(re.search(r"(?:TCVN|QCVN|ISO|IEC|TCXDVN|TCN)[\s\d:/-]*$", text[max(0, start - 24) : start]))
