"""Where a line holds several pieces of the heading: issuer and motto, number and place, "V/v …", date and title.

Forms read: "UBND TỈNH A   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/BC-SYT Hà Nội, ngày 5 tháng 3 năm 2020",
"Số: 12/BTC-TCHQ V/v …", "Hà Nội, ngày … năm 2014 Kính gửi: …", "… năm 2003 QUYẾT ĐỊNH Về việc …".
Refused: running text, in which a number or a date stands inside a sentence.
"""

from __future__ import annotations

import re

from vanban.notation.code import parse_heading_code
from vanban.notation.party_heads import CAPITAL

AUTHORITY = re.compile(r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\.?\s+[A-ZĐÂÊÔƠƯĂỦỤ]")
_ANCHOR = re.compile(
    r"cong hoa xa hoi|con[gq] hoa xa ho[il]|doc lap|hanh\s?phuc|dang cong san viet|doan t[nh]|\bs\w\s?[:.\d]|so\s?:"
    r"|ngay.{0,14}hang|kinh gui"
)
_MOTTO = re.compile(
    r"(?:cong hoa xa hoi|dang cong san viet nam|doc lap\s?-\s?tu d[oơ]|doan (?:tncs|thanh nien cong san) ho chi minh$)"
)
_SLOGAN_END = re.compile(r"hanh\s?phuc[\s\-*_.]*")
_ABOUT = re.compile(r"\bv\s?/\s?v\b|\(?ve viec\b")
_PLACE_DATE = re.compile(
    r"(?P<place>[^\W\d_][\w.’'-]*(?:[ ][^\W\d_][\w.’'-]*){0,4})"
    r"\s*,\s*[.,]?\s*ngay\s*\S{0,4}(?:\s\S{1,2})?\s*t?hang\s*\S{0,3}\s*,?\s*nam(?:\s*\d[\d\s]{3}|[\s.…]*)"
)
# "Số: 61/TB-SNVHà Lâm, ngày …": a symbol in capitals with the place behind it.
_GLUED_PLACE = re.compile(rf"(?<=[{CAPITAL}]{{2}})[{CAPITAL}](?=[^\W\d_{CAPITAL}]+(?:\s[^\W\d_]+){{0,3}},\s?ngày)")
_SEND = re.compile(r"(?:dong )?kinh gui\s*:")
_GAP = re.compile(r"(?:\s{3,}|\t+|\s+[—|]\s+)")


def heading_cuts(raw: str, folded: str) -> list[int]:
    """Offsets in `raw` at which another piece of the heading begins; `folded` is `raw` folded to the same length."""
    if not _ANCHOR.search(folded):
        return []
    cuts: set[int] = set()
    for motto in _MOTTO.finditer(folded):
        before = raw[: motto.start()].strip(" *|—-_")
        if before and raw[motto.start()].isupper():
            cuts.add(motto.start())
    slogan = _SLOGAN_END.search(folded)
    if (
        slogan
        and "doc lap" in folded[: slogan.start()]
        and slogan.end() < len(raw)
        and raw[slogan.end() :].strip(" *|_-")
    ):
        cuts.add(slogan.end())
    begin = _number_start(raw, folded)
    if begin is not None:
        if begin:
            cuts.add(begin)
        cuts |= _after_number(raw, folded, begin)
    cuts |= _around_date(raw, folded, begin)
    return sorted(cut for cut in cuts if raw[:cut].strip(" |*_>"))


def _number_start(raw: str, folded: str) -> int | None:
    """Where "Số: 12/…" begins: at the start of the line, or behind pieces in capitals or the slogan."""
    for match in re.finditer(r"s[o0e6]\s?[:.]?\s?(?=[\d/…._\s-])", folded):
        start = match.start()
        if start and raw[start - 1].isalnum() and not (raw[start].isupper() and raw[start + 1].islower()):
            continue  # inside a word; "SỞ NỘI VỤSố: …" is glued
        before = raw[:start].strip(" |*_->")
        capitals = before.isupper() and raw[match.start() + 1].islower()
        if before and not capitals and not folded[: match.start()].rstrip(" *_-").endswith("phuc"):
            return None
        code = parse_heading_code(raw[match.start() :].replace("*", " "))
        if code is not None:
            return match.start()
    return None


def _after_number(raw: str, folded: str, begin: int) -> set[int]:
    """Cuts behind the number: at "V/v …"."""
    about = _ABOUT.search(folded, begin)
    if about and parse_heading_code(raw[begin : about.start()].replace("*", " ")):
        return {about.start()}
    return set()


def _around_date(raw: str, folded: str, number: int | None) -> set[int]:
    """Cuts before the place where a number stands on the same line, and behind the year."""
    cuts: set[int] = set()
    slogan = _SLOGAN_END.search(folded)
    for match in _PLACE_DATE.finditer(folded, slogan.end() if slogan else 0):
        start = match.start()
        before = raw[:start].strip(" |*_>")
        if number is not None and number < start:
            gaps = list(_GAP.finditer(raw, raw.find("/", number) + 1 or number, match.end("place")))
            start = gaps[-1].end() if gaps else _after_symbol(raw, number, start)
            cuts.add(start)
        elif before and not _ends_piece(raw[: match.start()], folded[: match.start()]):
            behind = _capitals_end(raw, match)
            if behind is None:
                continue
            cuts.add(behind)
        elif before:
            cuts.add(start)
        rest = folded[match.end() :].lstrip(" .*_|,")
        begin = len(raw) - len(rest)
        if rest and (_SEND.match(rest) or _title_like(raw[begin:])):
            cuts.add(begin)
        break
    send = _SEND.search(folded)
    if (
        send
        and send.start()
        and (send.start() in cuts or (len(raw[: send.start()].strip()) < 60 and raw[send.start()] == "K"))
    ):
        cuts.add(send.start())
    return cuts


def _ends_piece(raw: str, folded: str) -> bool:
    return folded.rstrip(" *_-.|").endswith(("hanh phuc", "hanhphuc")) or raw.strip(" |*_>").isupper()


def _capitals_end(raw: str, match: re.Match[str]) -> int | None:
    """Start of the place behind a name in capitals: "VĂN PHÒNG CHÍNH PHỦ Hà Nội, ngày …"."""
    words = list(re.finditer(r"\S+", raw[: match.end("place")]))
    for number, word in enumerate(words):
        if number and not word.group().isupper() and word.group()[0].isupper():
            before = raw[: word.start()].strip(" |*_>")
            return word.start() if before.isupper() and len(before) > 5 else None
    return None


def _title_like(text: str) -> bool:
    words = text.strip(" *_|").split()[:2]
    return len(words) == 2 and all(word.isupper() and word.isalpha() for word in words)


def _after_symbol(raw: str, number: int, start: int) -> int:
    """Start of the place name that follows a symbol: "Số: 12/LĐTBXH-BHXH Hà Nội, ngày …" cuts before "Hà"."""
    if glued := _GLUED_PLACE.search(raw, number):
        return glued.start()
    code = parse_heading_code(raw[number:].replace("*", " "))
    least = max(start, number + code.end if code else start)
    for word in re.finditer(r"\S+", raw[start:]):
        token = word.group()
        if (
            start + word.start() >= least - 1
            and token[0].isupper()
            and (not token.strip(",.").isupper() or token == "TP.")
            and "/" not in token
        ):
            return start + word.start()
    return start
