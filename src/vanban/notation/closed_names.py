"""Names that end where their field or territory ends, so that whatever follows in lower case is what they do.

No list of verbs holds all that an organ can be told ("Sở Y tế dự trù …", "UBND xã Hà Lương lắp …"); but a department is
named by its field and a committee by its territory, and both kinds are few.
"""

from __future__ import annotations

import functools
import re

from vanban.lexicon.parties import party_words
from vanban.notation.alternatives import any_of
from vanban.notation.party_heads import CAPITAL

# What goes on with a name, or tells of it, and is nothing to do.
_GOES_ON = (
    r"(?:và|hoặc|cùng|với|thuộc|trực|của|tỉnh|thành|huyện|quận|thị|xã|phường|đặc|các|nước|trên|"
    r"tại|ở|nơi|trong|ngoài|có|"
    r"liên|khu|vùng|miền|số|khác|"
    r"cấp(?! thêm| bù| mới| kinh phí| phát| vốn| hóa chất| đủ| bổ sung| tiền| giấy| thẻ| thuốc| nước)|"
    r"được|bị|do|đã|đang|sẽ|vừa|"
    r"từng|là|về|năm|tháng|quý|tuần|khóa|"
    r"khoá|nhiệm|theo|cho|để|"
    r"khi|sau|trước|từ|đến|tới|đối|trừ|nêu|này|đó|gồm|bao|như|mà|thì|nhưng|chưa|không|thời|lần|hiện|đương|phụ|hoạt|"
    r"cơ|đơn|việc|kết(?! luận)|những|mỗi|qua|vào|hay|rằng|ngày|nay|nói|sở|địa|chức|người|làm|nhận|đặt|nhân|chi|"
    r"ý|tương|nêu|ban|bàn|lên|hàng|hằng|định|kèm|nhất|đại|trung|văn|hợp|a|b)"
)


@functools.cache
def _closed() -> re.Pattern[str]:
    words = party_words()
    field = any_of(words["fields"] + words["plain_fields"])
    room = any_of(words["room_fields"])
    unit = r"(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)"
    proper = rf"[{CAPITAL}]\w*(?:\s[{CAPITAL}]\w*){{0,4}}"
    return re.compile(
        rf"(?<!\w)(?:(?:(?:Sở|Bộ)\s(?:{field})|Phòng\s(?:{room}))(?:\s(?:{unit}\s)?{proper})?"
        rf"|(?:{any_of(words['territorial_heads'])})\s{unit}(?:\s{proper})?"
        rf"|(?:{any_of(words['organ_heads'])})\s[{CAPITAL}]"
        rf"(?:(?!\s(?:tỉnh|huyện|thành phố)(?!\w))[^,;:.()\n]){{1,40}}\s(?:tỉnh|huyện|thành phố)"
        rf"(?!\s(?:ủy|uỷ|đoàn|đội|lộ|lỵ|lị))"
        rf"|[Qq]uý\s(?:[Cc]ơ quan|[Đđ]ơn vị|[Ss]ở|[Bb]an|[Cc]ông ty|[Bb]ộ))"
        rf"\s+(?=(?!{_GOES_ON}(?!\w))(?![{CAPITAL}])[^\W\d_])"
    )


# "… do UBND tỉnh thành lập": what a party is said to have done inside another's name.
_INSIDE = re.compile(r"\b(?:do|theo|được|bởi|từ|với|trình|khi|mà|nơi|cho|để|dự toán|yêu cầu)\s+$")


_AHEAD = 20  # letters behind the end that tell whether the last word goes on with a name ("cấp | bổ sung")


def closed_end(text: str, start: int, end: int) -> int | None:
    """Where the first closed name of `text[start:end]` ends that something to do follows, None where none does.

    >>> text = "Sở Y tế, Sở Tài chính cấp kinh phí"
    >>> text[closed_end(text, 0, len(text)) :]
    'cấp kinh phí'
    """
    for match in _closed().finditer(text, start, min(len(text), end + _AHEAD)):
        if match.end() > end:
            return None
        if not _INSIDE.search(text[max(start, match.start() - 10) : match.start()]):
            return match.end()
    return None
