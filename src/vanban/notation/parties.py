"""Lists of parties in running text: where they begin, where the action begins, and the names between.

Forms read: "Sở Y tế, Sở Tài chính và UBND các huyện, thành phố chủ trì …" (three), "các Bộ: Quốc phòng, Công an"
("Bộ Quốc phòng", "Bộ Công an"), "Ủy ban nhân dân các tỉnh: Gia Lai, Đắk Lắk" (two), "các sở, ban, ngành" (one class),
"Sở Văn hóa, Thể thao và Du lịch" (one). Refused: what does not begin like a party ("Công tác tuyên truyền …").
"""

from __future__ import annotations

import functools
import re

import msgspec

from vanban.lexicon.parties import action_words, party_words
from vanban.notation.actions import find_action
from vanban.notation.alternatives import any_of
from vanban.notation.closed_names import closed_end
from vanban.notation.party_heads import ADDRESS, CAPITAL, begins_party, heads, openers
from vanban.notation.party_names import POST_OF, FoundParty, lower_names, split_names


class PartyList(msgspec.Struct, frozen=True, gc=False):
    """Parties and where the list ends; `stop` is "action", "colon", "end" or "other" by what stands there."""

    parties: tuple[FoundParty, ...]
    end: int
    stop: str


@functools.lru_cache(maxsize=8192)
def parse_parties(text: str, start: int = 0, *, first: bool = True, limit: int = 900) -> PartyList | None:
    """The list of parties that begins at `start`, or None where none begins there.

    >>> [party.name for party in parse_parties("Sở Y tế, Sở Tài chính và UBND các huyện, thị xã chủ trì").parties]
    ['Sở Y tế', 'Sở Tài chính', 'UBND các huyện, thị xã']
    >>> [party.name for party in parse_parties("các Bộ: Quốc phòng, Công an và Văn phòng Chính phủ rà soát").parties]
    ['Bộ Quốc phòng', 'Bộ Công an', 'Văn phòng Chính phủ']
    """
    while start < len(text) and text[start] in " \t":
        start += 1
    if not begins_party(text, start, first=first):
        return None
    if (address := ADDRESS.match(text, start)) and heads().match(text, address.end()):
        start = address.end()
    end, stop = _list_end(text, start, min(len(text), start + limit))
    if stop == "colon" and _NAMED_BELOW.match(text, end + 1):  # "các hội: Hội Nghề cá, Hội Tin học | hoàn thành …"
        named = parse_parties(text, end + 1, first=False, limit=limit)
        if named is not None and named.stop == "action" and len(named.parties) > 1 and openers().match(text, start):
            return named
    parties = split_names(text, start, end)
    return PartyList(tuple(parties), end, stop) if parties else None


def whole_list(text: str) -> PartyList:
    """The parties of a text that holds nothing but their names, whatever verbs stand in them."""
    return PartyList(tuple(split_names(text, 0, len(text))), len(text), "end")


_SAID_OF = re.compile(r"(?:chủ trì|phối hợp|thực hiện|làm đầu mối|phụ trách|tham mưu|triển khai|theo|căn cứ|có)\b")


def parse_names(text: str) -> PartyList | None:
    """The parties of a cell or label, which holds names: a verb or two at its end belong to the last of them.

    >>> [party.name for party in parse_names("Vụ Kế hoạch, Viện Nghiên cứu bảo vệ rừng").parties]
    ['Vụ Kế hoạch', 'Viện Nghiên cứu bảo vệ rừng']
    """
    found = parse_parties(text)
    if found is None or found.stop != "action":
        return found
    rest = text[found.end :].strip(" .;,")
    if len(re.split(r"[,;]", rest)[0].split()) > 4 or _SAID_OF.match(rest):
        return found
    return whole_list(text.rstrip(" .;,"))


_IN_CHARGE = re.compile(
    r"phụ trách (?:các |từng )?(?:lĩnh vực|địa bàn|ngành|khối|đơn vị|"
    r"khu vực)(?:[\w\s]{0,30}phụ trách)?"
)
_PLACES = re.compile(r"\b(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu)\s*$")
_NO_PLACE = re.compile(rf"\s*[{CAPITAL}]\w+ (?![{CAPITAL}])[^\W\d]")  # "UBND các xã: Lập chốt …" names no commune
_THIS = re.compile(r"(?:Công văn|Công điện|Chỉ thị|Kế hoạch|Quyết định|Thông báo|Văn bản|văn bản|công văn) này\b")
# What they lead, behind a class: "Các cơ quan chủ trì Dự án, Tiểu dự án | đẩy nhanh …".
_LEADING = re.compile(
    r"chủ trì (?:thực hiện |quản lý )?(?:các |\d+ )?"
    r"(?:[Dd]ự án|[Tt]iểu dự án|[Đđ]ề án|[Cc]hương trình|[Nn]hiệm vụ|soạn thảo)\b"
)
_IN_BRACKET = re.compile(r"\([^()]{0,60}$")
_IN_CHARGE_OF = re.compile(r"(?:được (?:giao|phân công) )?phụ trách\s")
_CHARGED_WITH = re.compile(r"(?:được )?(?:giao|phân công) (?:giải quyết|thụ lý|theo dõi|quản lý)\s")
_POST = re.compile(
    r"(?:các |mỗi )?(?:thẩm phán|kiểm sát viên|điều tra viên|chấp hành viên|cán bộ|công chức|viên chức|thành viên|"
    r"ủy viên|giáo viên|nhân viên|phó )",
    re.IGNORECASE,
)
_DEFINED = re.compile(r"(?:Đơn vị|Cơ quan|Bộ phận) ")
# A common noun is told apart by what it does, up to what it must: "đơn vị nhận được yêu cầu | phải cử …".
_COMMON_NOUN = re.compile(
    r"(?:các |mỗi )?(?:cơ quan|đơn vị|bộ phận|người|cá nhân|nhân viên|cấp (?:ủy|uỷ)|cán bộ|công chức|viên chức|"
    r"địa phương|chi bộ|thành viên)",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(
    r"(?:(?!\b(?:các|việc|để|nhằm|và|hoặc|khi|nếu|được|không)\b)[^,;:.]){3,60}?\s"
    r"(?=(?:có trách nhiệm|chịu trách nhiệm|phải)\s)"
)
_NAMED_BELOW = re.compile(rf"\s*[{CAPITAL}]")
_CHARGED = re.compile(
    r"(?:được giao làm chủ đầu tư\s+|(?:được giao|"
    r"được phân công)\b[^.;:]{3,160}?(?=(?:có trách nhiệm|chịu trách nhiệm|phải)\b))"
)

# A class without an opener: "Chi ủy, đảng ủy được kiểm tra | chuẩn bị …".
_PASSIVE = re.compile(
    r"(?:Chi|Đảng|Cấp) (?:ủy|uỷ|bộ)\b|Tổ chức đảng\b|Đơn vị\b|Cơ quan\b|Địa phương\b|Đảng viên\b|"
    r"UBND các [^,;.]{1,40} được (?:kiểm tra|giám sát|thanh tra|kiểm toán|khảo sát)\b"
)
# Behind a class only: "Các đơn vị được giao nhiệm vụ | lập dự toán"; "Sở Y tế | được giao nhiệm vụ lập dự toán".
_TASKED = re.compile(
    r"được (?:giao|phân công)(?:(?: chủ trì| thực hiện)? (?:các )?nhiệm vụ)?\s+"
    r"(?=(?:nghiêm túc|thực hiện nghiêm|chủ động|khẩn trương|căn cứ|tổ chức triển khai|"
    r"báo cáo (?:kết quả|tiến độ|định kỳ)|gửi báo cáo)\b)|"
    r"được (?:giao|phân công)(?: chủ trì| thực hiện)? (?:các )?nhiệm vụ\s+(?=\w)"
)


@functools.cache
def _class_before() -> re.Pattern[str]:
    """A class whose members a colon announces: "các Bộ:", "các tỉnh, thành phố trực thuộc Trung ương:"."""
    return re.compile(rf"\b[Cc]ác\s+(?:{any_of(party_words()['distributed'])})(?:\s+trực thuộc [Tt]rung ương)?\s*$")


_POST_BEFORE = re.compile(rf"\b{POST_OF}\s*$")
_LISTED = re.compile(rf"\s*[{CAPITAL}][^.:;,]{{2,60}}?(?:[,;]| và)\s*[{CAPITAL}]")  # not "Trưởng phòng: Chủ trì …"


@functools.cache
def _led() -> re.Pattern[str]:
    """What a defined unit does besides being named by it: "chủ trì | nghiên cứu"."""
    return re.compile(rf"(?:chủ trì|đầu mối|thường trực|phối hợp) (?=(?:{any_of(action_words())})(?!\w))")


def _list_end(text: str, start: int, limit: int) -> tuple[int, str]:
    """Where the list stops: at an action, a colon that opens no distribution, a full stop."""
    action = find_action(text, start + 1, limit)  # a party stands at `start` itself
    closed = closed_end(text, start, limit if action is None else action)
    action = action if closed is None else closed
    if action is not None and (field := _IN_CHARGE.match(text, action, limit)):
        action = find_action(text, field.end(), limit) or action  # "Phó Giám đốc phụ trách lĩnh vực | chỉ đạo …"
    elif action is not None and (
        field := _IN_CHARGE_OF.match(text, action, limit)
        or (_CHARGED_WITH.match(text, action, limit) if _POST.match(text, start) else None)
    ):
        following = find_action(text, field.end(), limit)
        if following is not None and not re.search(r"[,;:.]", text[field.end() : following]):
            action = following  # "Phó Giám đốc phụ trách ngoại viện | làm việc …"
    elif action is not None and text.endswith("nơi ", start, action):
        action = find_action(text, action + 1, limit) or action  # "UBND xã nơi tổ chức lễ hội | bố trí …"
    elif action is not None and _DEFINED.fullmatch(text, start, action) and (led := _led().match(text, action)):
        action = led.end()  # "Đơn vị chủ trì | nghiên cứu …"
    if action is not None and _COMMON_NOUN.fullmatch(text[start:action].strip()):
        qualified = _QUALIFIED.match(text, action, limit)
        if qualified is not None and not heads().search(text, action, qualified.end()):
            return qualified.end(), "action"  # "đơn vị cử cán bộ | có trách nhiệm …"
    charged = None
    if action is not None:
        charged = _CHARGED.match(text, action, limit) or (
            _TASKED.match(text, action, limit) if openers().match(text, start) else None
        )
    if charged is None and action is not None and _PASSIVE.match(text, start):
        action = _after_passive(text, start, action, limit)
    if charged is None and action is not None and openers().match(text, start):
        if text.endswith("chưa ", start, action) and (late := _NOT_YET.match(text, action - 5, limit)):
            return late.end(), "action"
        action = _after_passive(text, start, action, limit)
        if leading := _LEADING.match(text, action, limit):
            following = find_action(text, leading.end(), limit)
            joined = following is None or re.search(r"[.;:]|\bvà $", text[action:following])
            action = action if joined else following
    if charged is not None:
        action = charged.end()  # "Các cơ quan được phân công chủ trì nhiệm vụ | có trách nhiệm …"
    end, stop = (action, "action") if action is not None else (limit, "end" if limit == len(text) else "other")
    for match in _STOPS.finditer(text, start, end):
        position = match.start()
        mark = match.group().strip()
        if mark == "nhận được" and _THIS.match(text, match.end()):
            continue  # "Thủ trưởng các đơn vị nhận được Công văn này"
        if mark == "là" and _IN_BRACKET.search(text, start, position) and ")" in text[position : position + 90]:
            continue  # "Phòng Quản lý đô thị (gọi tắt là Phòng)"
        if mark in ("trong", "về", ""):
            return position, "action"
        if mark == ":":
            head = text[max(start, position - 64) : position]
            if (
                _class_before().search(head)
                and re.match(rf"\s*[{CAPITAL}]", text[position + 1 :])
                and not (_PLACES.search(head) and _NO_PLACE.match(text, position + 1))
            ):
                continue
            if _POST_BEFORE.search(head) and _LISTED.match(text, position + 1):
                continue
            return position, "colon"
        if mark == ".":
            if re.match(r"\.(?=\s|$|[\"”)])", text[position:]) and not re.search(
                r"\b(?:TP|Tp|P|Q|TX|TT|H)$", text[:position]
            ):
                return position, "end"
            continue
        if mark == ";":
            follows = re.match(r"\s*(?:và\s+)?", text[position + 1 :])
            after = position + 1 + (follows.end() if follows else 0)
            if not begins_party(text, after, first=False) and not lower_names().match(text, after):
                return position, "other"
            continue
        return position, "other"
    return end, stop


# What they have not done, behind a class: "Các đơn vị chưa gửi báo cáo | khẩn trương …".
_NOT_YET = re.compile(
    r"chưa\s[^;:.()]{3,80}?\s(?:\([^()]{3,60}\)\s)?(?=(?:khẩn trương|nghiêm túc|phải|có trách nhiệm)\s)"
)


def _after_passive(text: str, start: int, action: int, limit: int) -> int:
    """What a class is told to do, behind what is done to it: "Các chi bộ được kiểm tra, giám sát | chuẩn bị …"."""
    if not text[start:action].endswith("được ") or text.startswith(("đề nghị", "yêu cầu"), action):
        return action
    following = find_action(text, action + 1, limit)
    while following is not None and re.search(r"(?:,|\bvà) $", text[action:following]):
        following = find_action(text, following + 1, limit)
    return action if following is None or re.search(r"[.;:]", text[action:following]) else following


# What ends a list besides an action: marks, the past and the future, "trong việc …", a quotation.
_STOPS = re.compile(
    r"[:;.\"“”]|\scó\s(?=(?:[Cc]ông văn|[Vv]ăn bản|[Tt]ờ trình|[Bb]áo cáo|[Kk]ế hoạch)\s+số)|"
    r"\s[-–]\s(?=(?:cơ quan|đơn vị|là|thường trực|chủ trì)\b)|\s(?:đã|đang(?! hoạt động|"
    r" công tác| sinh sống| làm việc)|vừa|sẽ|nhận được|từng|"
    r"(?<![Tt]hiết )(?<![Cc]huẩn )(?<![Tt]rang )bị|xin|chỉ(?= được))\s|\slà\s(?!cơ quan|đơn vị|"
    r"đầu mối)|"
    r"\scó\s(?=sự |\d)|\svề\s(?=sự |tiến độ|những|các nội dung|công tác|việc|tình hình|kết quả|nội dung|kế hoạch)|"
    r"(?<!và trả)\s(?=(?:kết quả|tình hình|diễn biến|với sự |"
    r"những (?!cơ quan|đơn vị|người|địa phương|tổ chức)|hạn (?:cuối|chót|nộp)|chậm nhất|"
    r"trước (?:ngày|khi|\d)|\d{1,2} (?:giờ|ngày|tháng|lần|buổi)/|theo (?:từng )?(?:tuần|tháng|quý|định kỳ)\b|"
    r"ngoài (?:các |những )?(?:nhiệm vụ|nội dung|trách nhiệm)|"
    r"vào (?:ngày|lúc|tuần|tháng|quý|đầu|giữa|cuối|sáng|chiều|thứ|dịp|\d)|(?:hàng|hằng) (?:tuần|"
    r"tháng|quý|năm|ngày)|tại (?:Kỳ|kỳ|phiên|cuộc|Hội nghị)|các (?:giải pháp|nội dung|biện pháp|"
    r"vấn đề)|qua |thông qua |việc (?:thực hiện|triển khai)|(?<![Bb]an )chỉ đạo|xem xét))|\strong\s(?!(?:tỉnh|"
    r"toàn|cả nước|hệ thống|ngành|lĩnh vực|phạm vi|nước|và ngoài|khu vực|vùng|Đảng|thành phố|đó|"
    r"các|địa bàn|cùng|KCN|KKT|khu)\b)"
)
