"""Names and posts of persons as they stand in a signature: without titles and ranks, told from organs.

Names read: "Trần Văn Bình", "TS. Lê Thị Hoa", "PGS.TS. Nguyễn Văn An", "Thượng tá Đỗ Văn Cường", "NGUYỄN VĂN AN",
"Y Thanh Hà Niê Kđăm", "K’sor Phước", "Giàng A Chu", "Đồng chí Lê Văn Tám", "Nguyễn Văn An (đã ký)".
Refused: posts and organs ("Phó Giám đốc", "Sở Y tế"), single words, anything with figures, words in small letters.
Posts read: "CHỦ TỊCH", "PHÓ CHÁNH VĂN PHÒNG", "Q. GIÁM ĐỐC", "QUYỀN CỤC TRƯỞNG"; refused: collectives ("ỦY BAN
NHÂN DÂN").
"""

from __future__ import annotations

import functools
import re
from importlib.resources import files

from vanban.lexicon.words import load_words
from vanban.notation.alternatives import any_of
from vanban.notation.folding import fold
from vanban.notation.party_heads import heads

_RANK = r"(?:Đại|Thượng|Trung|Thiếu|ĐẠI|THƯỢNG|TRUNG|THIẾU)\s+(?:tướng|tá|úy|uý|TƯỚNG|TÁ|ÚY|UÝ)"
_TITLE = re.compile(
    r"^(?:(?:GS|PGS|TSKH|TS|ThS|Th\.\s?S|Ths|THS|BS|BSCKI{1,2}|BSCK\s?I{1,2}|Bs|BsCKI{1,2}|CKI{1,2}|CK\d|DS"
    r"|DSCKI{1,2}|KS|CN|LS|KTS|NGƯT|NGND|NSND|NSƯT|TTND|TTƯT|Ts|Ks|Ds)\b[.,\s-]*|"
    rf"{_RANK}[\s,.-]+|(?:Đồng chí|Ông|Bà|Đ/c|ĐỒNG CHÍ)\s*:?\s+|"
    r"(?:Giáo sư|Phó Giáo sư|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Bác sĩ|Bác sỹ|Dược sĩ|Dược sỹ|Kỹ sư|Luật sư"
    r"|Kiến trúc sư|Cử nhân|Bác sĩ CKI{1,2}|Thẩm phán|Kiểm sát viên)[\s,.-]+)+",
)
_SIGNED = re.compile(r"^\W*\(?\s*(?:đã ký|ký tên|ký)\s*\)?\s*(?=\S)|[\s,;]*\(?\s*(?:đã ký)\s*\)?\W*$", re.IGNORECASE)
_SIGNED_BEFORE = re.compile(r"\(?\s*đã ký\s*\)?\s*$", re.IGNORECASE)  # "GIÁM ĐỐC (Đã ký) Lê Văn Tám"
_ADDRESSED = re.compile(r"^Ông\s+(?P<next>[^\W\d_]+)\s+[^\W\d_]")
_TOKEN = r"[^\W\d_](?:[^\W\d_]|['’`.-])*"
_NAME = re.compile(rf"^{_TOKEN}(?:\s+{_TOKEN}){{1,6}}$")

# Of the second line of a post in capitals, never of a name.
_JOINING = frozenset(("về", "và", "của", "các", "thuộc", "theo"))


@functools.cache
def surnames() -> frozenset[str]:
    """Surnames, *họ*, of Vietnam's peoples, in lower case."""
    lines = files("vanban.lexicon").joinpath("data/surnames.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip().lower() for line in lines if line.strip() and not line.startswith("#"))


def parse_person(text: str) -> str | None:
    """The name in `text` without titles, or None where it is not a person's name.

    >>> parse_person("TS. Lê Thị Hoa"), parse_person("Thiếu tướng Trần Văn Bình"), parse_person("Phó Giám đốc")
    ('Lê Thị Hoa', 'Trần Văn Bình', None)
    """
    name = text.strip(" .,;:*_|")
    if len(name) > 80:
        return None
    name = _SIGNED.sub("", name).strip(" .,;:*_()")
    if not _bears_address(name):
        name = _TITLE.sub("", name).strip(" .,;:*_")
    if not _NAME.match(name):
        return None
    tokens = name.split()
    if not all(token[0].isupper() for token in tokens):
        return None
    if not _JOINING.isdisjoint(token.lower() for token in tokens):
        return None
    if len(tokens) > 5 and (tokens[0].lower() not in surnames() or _are_two(tokens)):
        return None
    return None if begins_post(name) or _names_organ(name) else name


def find_name(line: str) -> int | None:
    """Where a name with its titles begins behind a post in capitals on one line, None where none stands there.

    >>> line = "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Đại tá Lê Văn Tám"
    >>> line[find_name(line):], find_name("THỨ TRƯỞNG")
    ('Đại tá Lê Văn Tám', None)
    """
    words = list(re.finditer(r"\S+", line))
    first = len(words)
    while first and _is_name_word(words[first - 1].group()):
        first -= 1
    if len(words) - first < 2:
        return None
    name = words[first].start()
    titled = [word.start() for word in words[max(first - 4, 0) : first] if _is_title(line[word.start() : name])]
    start = titled[0] if titled else name
    head = _SIGNED_BEFORE.sub("", line[:start]).strip()
    return start if start and head.isupper() and parse_person(line[name:]) else None


def _is_name_word(word: str) -> bool:
    """Whether a word is of a name in ordinary case: "Văn", "A" of "Giàng A Chu", not "TRƯỞNG"."""
    return word[0].isupper() and (not word.isupper() or len(word.rstrip(".'’")) == 1)


def _is_title(text: str) -> bool:
    match = _TITLE.match(text)
    return match is not None and match.end() == len(text)


def _bears_address(name: str) -> bool:
    """Whether "Ông" is the surname: "Ông Thị Hoài Thương", "Ông Thế Phương"; "Ông Trần Văn Bình" is addressed so."""
    match = _ADDRESSED.match(name)
    if match is None:
        return False
    following = match["next"]
    return following in ("Thị", "Văn") or (len(following) > 2 and not is_surname(following))


def _are_two(tokens: list[str]) -> bool:
    """Whether two names stand side by side: "Tống Phước Hiệp La Thị Hằng Nga"."""
    return any(is_surname(tokens[cut]) for cut in range(2, len(tokens) - 1))


def _names_organ(name: str) -> bool:
    """Whether a stamp ("VĂN PHÒNG", "Bộ Tài chính") stands where a name is looked for; "Đoàn Văn An" is a person."""
    match = heads().match(name)
    return match is not None and (match.end() == len(name) or not is_surname(name.split()[0]))


def is_surname(token: str) -> bool:
    """Whether a word is a known surname.

    >>> is_surname("Nguyễn"), is_surname("Phòng")
    (True, False)
    """
    return token.lower() in surnames()


@functools.cache
def _posts() -> re.Pattern[str]:
    words = load_words()
    leads = "|".join(re.escape(lead.strip()) for lead in words["post_leads"])
    posts = any_of(words["posts"])
    return re.compile(rf"^(?:(?:{leads})\s*)*(?:{posts})\b")


@functools.cache
def _collectives() -> re.Pattern[str]:
    return re.compile("^(?:" + "|".join(re.escape(word) for word in load_words()["collectives"]) + ")")


def begins_post(text: str) -> bool:
    """Whether a line begins with the post of one who signs; "Trương" is a surname, "Trưởng" a post.

    >>> [begins_post(text) for text in ("PHÓ CHÁNH VĂN PHÒNG", "Quyền Giám đốc", "ỦY BAN NHÂN DÂN", "TRƯƠNG VĂN AN")]
    [True, True, False, False]
    """
    match = _posts().match(fold(text))
    if match is None:
        return text.startswith("PHÓ ")
    lead = text[: match.end()].lower()
    if lead.startswith("nguyễn"):
        return False  # the surname; "NGUYÊN GIÁM ĐỐC" is a post
    return not match.group().endswith("truong") or not lead.endswith("trương")


def names_collective(text: str) -> bool:
    """Whether a line begins like a collective that signs through one of its members.

    >>> names_collective("ỦY BAN NHÂN DÂN TỈNH"), names_collective("CHỦ TỊCH")
    (True, False)
    """
    return _collectives().match(fold(text)) is not None
