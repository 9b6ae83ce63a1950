"""Where the name of a party begins: heads of organs and offices, openers of classes, common nouns."""

from __future__ import annotations

import functools
import re

from vanban.lexicon.parties import party_words
from vanban.notation.alternatives import any_of

# Capitals of Vietnamese; `[A-Z]` alone misses Ủ and Đ.
CAPITAL = "A-ZĐÂÊÔƠƯĂÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"

_TERRITORY = re.compile(rf"(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu) (?=[{CAPITAL}])")
# "Thường trực cấp cứu" is to be on duty, "Viễn thông, hoạt động tài chính" the matter, "Lãnh đạo, chỉ đạo" a verb.
_NOT_HEAD = re.compile(
    r"Thường trực (?![A-ZĐỦ]|các|huyện|tỉnh|thành|đảng)|"
    r"(?:Viễn thông|Bưu điện|Điện lực|Thuế|Hải quan|Kiểm lâm)"
    r"(?! (?:[A-ZĐ]|tỉnh|thành phố|các|cơ sở|địa bàn|viên|khu vực|cửa khẩu))|"
    r"Lãnh đạo(?!\s+(?:[A-ZĐỦ]|các|sở|đơn vị|cơ quan|tỉnh|thành phố|bộ|phòng|ủy ban))"
)

# Before a post or a name: "Đồng chí Bí thư", "Các ông (bà) Chánh Văn phòng".
_LOWER_POST = r"(?:tổ|khối|đội|nhóm) trưởng|trưởng (?:phòng|khoa|ban|các|bộ môn)"
_POST = re.compile(_LOWER_POST)
ADDRESS = re.compile(
    r"(?:[Cc]ác )?(?:[Đđ]ồng chí|[Đđ]/c)\s*:?\s+(?=[A-ZĐ])|"
    rf"(?:[Cc]ác )?[Ôô]ng\s*(?:\(|,|/|và)?\s*[Bb]à\)?\s*:?\s+(?=[A-ZĐ]|{_LOWER_POST})|"
    r"[Cc]ác (?:[Ôô]ng|[Bb]à)\s*:?\s+(?=[A-ZĐ])"
)


@functools.cache
def heads() -> re.Pattern[str]:
    """Heads of organs and offices: with a capital, or in capitals throughout."""
    words = party_words()
    known = words["organ_heads"] + words["office_heads"]
    upper = any_of(head.upper() for head in known if len(head) > 2 or head in ("Sở", "Bộ"))
    refused = any_of(words["not_heads"] + [name.upper() for name in words["not_heads"]])
    return re.compile(rf"(?!(?:{refused})(?!\w))(?:{any_of(known)}|{upper})(?![\w])(?!-)")


@functools.cache
def openers() -> re.Pattern[str]:
    """Words that open a class: "các", "mỗi", "tất cả"."""
    words = party_words()["class_openers"]
    printed = [form for word in words for form in (word, word.capitalize(), word.upper())]
    return re.compile(rf"(?:{any_of(printed)})\s+(?=\w)")


# Classes in a heading of capitals: "CÁC DOANH NGHIỆP VẬN TẢI".
_UPPER_CLASS = re.compile(r"(?:CƠ QUAN|ĐƠN VỊ|ĐỊA PHƯƠNG|DOANH NGHIỆP|CHỦ ĐẦU TƯ|TỔ CHỨC)\b")


@functools.cache
def _class_nouns() -> re.Pattern[str]:
    words = party_words()
    refused = words["not_heads"]
    lowered = [word[:1].lower() + word[1:] for word in refused]
    refused = refused + [word for word in lowered if word not in words["class_nouns"]]
    nouns = any_of(words["class_nouns"] + words["start_heads"])
    return re.compile(rf"(?!(?:{any_of(refused)})(?!\w))(?:{nouns})(?![\w])")


def begins_party(text: str, position: int = 0, *, first: bool = True) -> bool:
    """Whether a party begins at `position`; `first` where it opens a sentence, heading or list.

    >>> begins_party("Sở Y tế"), begins_party("các sở, ngành"), begins_party("Tổ chức hội nghị")
    (True, True, False)
    """
    if heads().match(text, position):
        return not _NOT_HEAD.match(text, position)
    address = ADDRESS.match(text, position)
    if address and (heads().match(text, address.end()) or _POST.match(text, address.end())):
        return True
    opener = openers().match(text, position)
    if opener:
        named = _class_nouns().match(text, opener.end()) or heads().match(text, opener.end())
        return bool(named or _UPPER_CLASS.match(text, opener.end()))
    return bool(_TERRITORY.match(text, position)) or (first and bool(_class_nouns().match(text, position)))
