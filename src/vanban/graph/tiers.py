"""The tier of an organ, *cấp*: for the columns of a picture alone; nothing is inferred from it."""

from __future__ import annotations

import re

from vanban.notation.organ import headed_key, names_own_unit

_COMMITTEES = r"(?:ban thường vụ|thường trực|ban chấp hành|ban thường trực|văn phòng|đảng uỷ|ban cán sự đảng)"
_TIERS = (
    (0, re.compile(
        r"(?:thủ tướng|phó thủ tướng|chính phủ|văn phòng (?:chính phủ|trung ương)|bộ (?!chỉ huy|đội)|"
        r"thanh tra chính phủ|"
        r"quốc hội|uỷ ban thường vụ quốc hội|chủ tịch nước|ban bí thư|ngân hàng nhà nước|ban (?:\w+ )+trung ương)\b"
    )),
    (4, re.compile(
        rf"(?:các |tất cả các )?(?:{_COMMITTEES} )?(?:uỷ ban nhân dân |hội đồng nhân dân |đảng uỷ )?(?:các )?"
        r"(?:xã|phường|thị trấn|đặc khu|cấp xã)\b"
    )),
    (3, re.compile(
        rf"(?:{_COMMITTEES} )?(?:huyện uỷ|quận uỷ|thị uỷ|(?:uỷ ban nhân dân|hội đồng nhân dân) (?:các )?"
        r"(?:huyện|quận|thị xã|cấp huyện))\b"
    )),
    (1, re.compile(
        rf"(?:{_COMMITTEES} )*(?:tỉnh uỷ|thành uỷ|(?:uỷ ban nhân dân|hội đồng nhân dân)(?: (?:tỉnh|thành phố)\b|$))"
    )),
)  # fmt: skip
TITLES = ("Trung ương", "Lãnh đạo cấp tỉnh", "Sở, ban, ngành", "Cấp huyện", "Cấp xã", "Đơn vị trực thuộc")


def find_tier(name: str) -> int:
    """The place of an organ's tier in `TITLES`, by its name.

    >>> [TITLES[find_tier(name)] for name in ("Bộ Y tế", "Chủ tịch UBND tỉnh Bình Sơn", "Sở Y tế", "UBND các xã")]
    ['Trung ương', 'Lãnh đạo cấp tỉnh', 'Sở, ban, ngành', 'Cấp xã']
    """
    key = headed_key(name)
    if names_own_unit(name):
        return 5
    return next((tier for tier, words in _TIERS if words.match(key)), 2)
