"""Names of organs as strings: their kind, whether two name one organ, whether one belongs to a class of organs."""

from __future__ import annotations

import functools
import re

from vanban.lexicon.classes import load_classes
from vanban.lexicon.parties import party_words
from vanban.notation.folding import match_key

# Written short in most papers; both spellings are one name.
_SHORT = {
    "ubnd": "uỷ ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "ubmttq": "uỷ ban mặt trận tổ quốc",
    "mttqvn": "mặt trận tổ quốc việt nam",
    "vpcp": "văn phòng chính phủ",
    "vp": "văn phòng",
    "cvp": "chánh văn phòng",
    "pcvp": "phó chánh văn phòng",
    "lđvp": "lãnh đạo văn phòng",
    "tp": "thành phố",
    "bhxh": "bảo hiểm xã hội",
    "tand": "toà án nhân dân",
    "vksnd": "viện kiểm sát nhân dân",
    "lđlđ": "liên đoàn lao động",
    "btv": "ban thường vụ",
    "gd&đt": "giáo dục và đào tạo",
    "gdđt": "giáo dục và đào tạo",
    "tt&tt": "thông tin và truyền thông",
    "tttt": "thông tin và truyền thông",
    "kh&cn": "khoa học và công nghệ",
    "khcn": "khoa học và công nghệ",
    "kh&đt": "kế hoạch và đầu tư",
    "tn&mt": "tài nguyên và môi trường",
    "nn&mt": "nông nghiệp và môi trường",
    "nn&ptnt": "nông nghiệp và phát triển nông thôn",
    "vhttdl": "văn hoá thể thao và du lịch",
    "vhtt&dl": "văn hoá thể thao và du lịch",
    "lđtb&xh": "lao động thương binh và xã hội",
    "lđtbxh": "lao động thương binh và xã hội",
    "ptnt": "phát triển nông thôn",
}
_OFFICE = re.compile(
    r"^(?:đồng chí |đ/c )?(?:(?:ct|chủ tịch) (?:và )?(?:các )?(?:pct|phó ct|phó chủ tịch)|"
    r"(?:phó )?(?:chánh (?=văn phòng|thanh tra)|tổng giám đốc|giám đốc|"
    r"chủ tịch|thủ trưởng|bộ trưởng|"
    r"thứ trưởng|chánh văn phòng|chánh thanh tra|cục trưởng|vụ trưởng|"
    r"trưởng ban|trưởng phòng|bí thư|hiệu trưởng|viện trưởng|chi cục trưởng|tổng cục trưởng|"
    r"lãnh đạo|ban giám đốc|ban lãnh đạo|bgđ|blđ|lđ|người đứng đầu|chủ nhiệm|thống đốc|tổ trưởng|trưởng))\b ?"
)
_TERRITORY = re.compile(
    r"^(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu|việt nam|trung ương|tỉnh uỷ|thành uỷ|"
    r"huyện uỷ|đảng uỷ|uỷ ban nhân dân|nhà nước|quốc gia)\b"
)
_PROPER_BASES = re.compile(
    r"^(?:tỉnh uỷ|thành uỷ|huyện uỷ|đảng uỷ|tỉnh đoàn|báo|đài|công an|toà án|"
    r"uỷ ban nhân dân (?:tỉnh|thành phố|huyện|xã|phường|thị xã))"
)

_ANOTHER = re.compile(
    r"(?:và|cục|chi cục|văn phòng|thanh tra|sở|ban|hội|phòng|viện|toà án|liên đoàn|đoàn)\b"
)  # of two who issue together


@functools.cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(party_words()['class_openers'])})\b", re.IGNORECASE)


@functools.cache
def _office_head() -> re.Pattern[str]:
    heads = "|".join(re.escape(head) for head in party_words()["office_heads"])
    return re.compile(rf"(?:{heads})\b", re.IGNORECASE)


@functools.lru_cache(maxsize=16384)
def party_kind(name: str) -> str:
    """ "organ", "office", "person" or "group", told from the name alone.

    >>> [party_kind(name) for name in ("Sở Y tế", "Giám đốc Sở Y tế", "Các sở, ban, ngành", "UBND các huyện")]
    ['organ', 'office', 'group', 'group']
    """
    if _opener().search(name) or re.match(r"(?:cơ quan|đơn vị|địa phương|cấp ủy|cấp uỷ|sở, )", name, re.IGNORECASE):
        return "group"
    if _office_head().match(name):
        return "office"
    return "organ"


@functools.lru_cache(maxsize=16384)
def organ_key(name: str) -> str:
    """The name with its abbreviations written out, in the form that names are compared in.

    >>> organ_key("UBND TP. Đông Hà")
    'uỷ ban nhân dân thành phố đông hà'
    """
    words = [_SHORT.get(word, word) for word in match_key(name).split()]
    return " ".join(words)


def headed_key(name: str) -> str:
    """The key of the organ that an office-holder's name names, of any other name its own key.

    >>> headed_key("Giám đốc Sở Y tế"), headed_key("Chánh Thanh tra tỉnh"), headed_key("Giám đốc")
    ('sở y tế', 'thanh tra tỉnh', 'giám đốc')
    >>> headed_key("BGĐ Sở Y tế"), headed_key("PCVP UBND tỉnh")
    ('sở y tế', 'văn phòng uỷ ban nhân dân tỉnh')
    """
    key = organ_key(name)
    return _OFFICE.sub("", key) or key


_OWN_UNIT = re.compile(r"(?:phòng|bộ phận|văn phòng|tổ|đội)\b")
_OWNER = re.compile(
    r"\b(?:uỷ ban|hội đồng|tỉnh|thành phố|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|đặc khu|uỷ|sở \w|bộ \w|quốc hội|"
    r"chính phủ|trung ương|công ty|đoàn|của|thuộc)\b"
)


def names_own_unit(name: str) -> bool:
    """Whether a name is that of a unit inside an organ and does not say of which: each organ has its own.

    >>> [names_own_unit(name) for name in ("Phòng Nghiệp vụ", "Văn phòng", "Phòng Tài chính Sở Y tế", "VP UBND tỉnh")]
    [True, True, False, False]
    """
    key = headed_key(name)
    return party_kind(name) != "group" and bool(_OWN_UNIT.match(key)) and not _OWNER.search(key)


@functools.lru_cache(maxsize=65536)
def names_same_organ(left: str, right: str) -> bool:
    """Whether two printed names name one organ; an office-holder stands for the organ that he heads.

    A name with its territory left out is the same ("Sở Y tế" / "Sở Y tế tỉnh Kiên Giang"); another territory is not.
    A class is never the same as one organ.

    >>> names_same_organ("UBND tỉnh", "Ủy ban nhân dân tỉnh Bình Sơn"), names_same_organ("Giám đốc Sở Y tế", "Sở Y tế")
    (True, True)
    >>> names_same_organ("Sở Nông nghiệp", "Sở Nông nghiệp và Môi trường")
    False
    """
    if (party_kind(left) == "group") != (party_kind(right) == "group"):
        return False
    first, second = (headed_key(name) for name in (left, right))
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    if not short or not long.startswith(short + " ") or len(short.split()) < 2:
        return False
    rest = long[len(short) + 1 :]
    return bool(_TERRITORY.match(rest)) or bool(_PROPER_BASES.match(short) and not _ANOTHER.match(rest))


def is_short_name(short: str, long: str) -> bool:
    """Whether a key is the beginning of a longer one and names the same ("công đoàn ngành" / "công đoàn ngành giáo
    dục"); not where another organ follows ("công an tỉnh" / "công an tỉnh - cục hải quan", who issue together)."""
    return long.startswith(short + " ") and not _ANOTHER.match(long[len(short) :].lstrip(" -–"))


# Organs without a word that narrows them: not "các đơn vị sự nghiệp", "các cơ quan báo chí".
_ALL_ORGANS = re.compile(
    r"^(?:thủ trưởng |người đứng đầu |lãnh đạo )?(?:tất cả |các |tất cả các |mọi )(?:cơ quan|đơn vị)"
    r"(?: (?:và|các|cơ quan|đơn vị|địa phương|tổ chức|sở|ban|bộ|ngành|huyện|xã|phường|thị trấn|đặc khu|doanh nghiệp|"
    r"đoàn thể))*(?: (?:trên địa bàn|trong|cấp|toàn|ở|tỉnh|thành phố)\b.*)?$"
)
# Committees of a level without "các": "UBND cấp xã", "UBND xã, phường".
_PLAIN_CLASS = re.compile(
    r"uỷ ban nhân dân (?:cấp\b|(?:xã|phường|huyện|quận|thị xã)"
    r"(?: (?:và )?(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố))+$)"
)
_OUTSIDE = re.compile(r"\b(?:của|thuộc|trực thuộc|do|ngoài)\b")
_LEVELS = (
    (re.compile(r"\bcấp tỉnh\b"), "province"),
    (re.compile(r"\bcấp huyện\b"), "district"),
    (re.compile(r"\bcấp (?:huyện (?:cấp )?)?xã\b"), "commune"),
    (re.compile(r"(?<!thuộc )\btrung ương\b"), "central"),
)


@functools.lru_cache(maxsize=65536)
def is_member(organ: str, group: str, kind: str | None = None) -> bool:
    """Whether `organ` belongs to the class that `group` names, told by its kind in the directory
    ("department@province") or, without one, by its name; what is said to be of others is not.

    >>> is_member("Sở Y tế", "Giám đốc các sở"), is_member("Sở Y tế", "UBND các huyện, thành phố")
    (True, False)
    >>> is_member("Sở Y tế", "Cổng thông tin điện tử của cơ quan, đơn vị")
    False
    >>> is_member("Sở Y tế", "Các sở: Nội vụ, Tài chính"), is_member("Sở Y tế", "các đơn vị sự nghiệp")
    (False, False)
    >>> [is_member("UBND xã Nậm Khê", group) for group in ("các sở, xã, phường", "Công an các xã", "hộ dân các xã")]
    [True, False, False]
    >>> [is_member(name, "Sở Y tế các tỉnh") for name in ("Sở Y tế", "Sở Tài chính")]
    [True, False]
    """
    group, colon, listed = group.partition(":")
    if colon and f" {headed_key(organ).split(' ', 1)[-1]} " not in f" {organ_key(listed)} ":
        return False
    key = organ_key(group)
    head = _OUTSIDE.split(key)[0]
    levels = {level for words, level in _LEVELS if words.search(key)}
    if kind and levels and kind.partition("@")[2] not in levels:
        return False
    if party_kind(group) != "group" and not _PLAIN_CLASS.match(headed_key(group)):
        return False
    if _ALL_ORGANS.match(head.strip()):
        return not re.search(r"thuộc|liên quan|chức năng", key)
    name = headed_key(organ)
    if name.startswith("sở ") and re.search(rf"(?<!cơ ){re.escape(name)}\b", head):
        return True  # "Sở Y tế các tỉnh"
    if kind:
        return any(kind in each.kinds and each.words.search(head) for each in load_classes())
    first = next((each for each in load_classes() if each.names and each.names.match(name)), None)
    return bool(first and first.words.search(head))
