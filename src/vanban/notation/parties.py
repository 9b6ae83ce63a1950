"""Lists of parties in running text: where they begin, where the action begins, and the names between.

Forms read: "Sở Y tế, Sở Tài chính và UBND các huyện, thành phố chủ trì …" (three), "các Bộ: Quốc phòng, Công an"
("Bộ Quốc phòng", "Bộ Công an"), "Ủy ban nhân dân các tỉnh: Gia Lai, Đắk Lắk" (two), "các sở, ban, ngành" (one class),
"Sở Văn hóa, Thể thao và Du lịch" (one). Refused: what does not begin like a party ("Công tác tuyên truyền …").
"""

from __future__ import annotations

import functools
import re

import msgspec

from vanban.lexicon.parties import action_words, compounds, party_words
from vanban.notation.organ import party_kind

_CAPITAL = "A-ZĐÂÊÔƠƯĂÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"


class FoundParty(msgspec.Struct, frozen=True):
    """A party at `text[start:end]`; `name` is what stands there, or is put together ("Bộ" + "Công an")."""

    start: int
    end: int
    name: str
    kind: str


class PartyList(msgspec.Struct, frozen=True):
    """Parties and where the list ends; `stop` is "action", "colon", "end" or "other" by what stands there."""

    parties: tuple[FoundParty, ...]
    end: int
    stop: str


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@functools.cache
def _heads() -> re.Pattern[str]:
    words = party_words()
    names = _any(words["organ_heads"] + words["office_heads"])
    upper = _any([head.upper() for head in words["organ_heads"] + words["office_heads"] if len(head) > 2])
    refused = _any(words["not_heads"] + [name.upper() for name in words["not_heads"]])
    return re.compile(rf"(?!(?:{refused})(?!\w))(?:{names}|{upper})(?![\w])(?!-)")


@functools.cache
def _openers() -> re.Pattern[str]:
    openers = party_words()["class_openers"]
    return re.compile(rf"(?:{_any(openers + [word.capitalize() for word in openers])})\s+(?=\w)")


@functools.cache
def _class_nouns() -> re.Pattern[str]:
    nouns = party_words()["class_nouns"]
    starts = party_words()["start_heads"]
    refused = party_words()["not_heads"]
    refused = refused + [word[:1].lower() + word[1:] for word in refused if word != "Tổ chức"]
    return re.compile(rf"(?!(?:{_any(refused)})(?!\w))(?:{_any(nouns + starts)})(?![\w])")


@functools.cache
def _actions() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\s,;:)])(?:{_any(list(action_words()))})(?![\w])")


@functools.cache
def _compounds() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{_any(list(compounds()))})$")


@functools.cache
def _distribution() -> re.Pattern[str]:
    heads = _any(party_words()["distributed"])
    return re.compile(
        rf"(?:[Cc]ác)\s+(?P<head>{heads})(?:\s+trực thuộc [Tt]rung ương(?=\s*:))?\s*(?P<colon>:)?\s*(?=[{_CAPITAL}])"
    )


@functools.cache
def _fields() -> re.Pattern[str]:
    return re.compile(_any(party_words()["fields"]), re.IGNORECASE)


# A verb that only looks like one where it is part of a name or a noun. (before, verb, after)
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:các|những|mọi|từng|mỗi|của|cả|hệ thống|công nghệ|an toàn|[Tt]rang|[Cc]ổng|hạ tầng|"
    r"mạng|bộ phận|công tác|lĩnh vực|chức năng|[Nn]hà nước|hoạt động|nhiệm vụ|vụ|việc|nhà thầu|"
    r"chuyên trách|ngành)\s|"
    r"\b(?:[Bb]an|[Đđ]oàn|[Tt]ổ|Ủy ban|Uỷ ban|Hội đồng|Cục|Chi cục|Trung tâm|[Tt]rung tâm|Phòng|"
    r"Vụ|Viện|Văn phòng|Quỹ|[Cc]ơ quan|[Đđ]ơn vị|[Cc]ông ty|[Tt]ổ chức|[Ll]ực lượng|[Cc]ơ sở|"
    r"[Dd]oanh nghiệp|[Nn]gười|[Hh]ộ|[Nn]hóm|Đội|Bộ|Sở|Trường|Chương trình|Báo|Tạp chí|Chỉ đạo|"
    r"Chỉ huy)\s)$"
)
_NOUN_LIKE = frozenset(
    [
        "quản lý",
        "tư vấn",
        "thi công",
        "vận hành",
        "kinh doanh",
        "sản xuất",
        "cung cấp",
        "sử dụng",
        "khai thác",
        "đào tạo",
        "đầu tư",
        "kiểm tra",
        "giám sát",
        "thanh tra",
        "nghiên cứu",
        "bảo vệ",
        "thông tin",
        "truyền thông",
        "phát triển",
        "chỉ đạo",
        "thẩm định",
        "đăng ký",
        "báo cáo",
        "tuyên truyền",
        "kiểm soát",
        "điều hành",
        "cấp",
        "bảo trì",
        "thiết kế",
        "tiếp",
        "tiếp nhận",
        "chăm sóc",
        "ứng phó",
        "hỗ trợ",
        "thu hồi",
        "bồi dưỡng",
        "tuyển dụng",
        "trực",
        "vận động",
        "phòng ngừa",
        "cứu trợ",
        "khám",
        "xét nghiệm",
        "điều trị",
        "thống kê",
        "quy hoạch",
        "kết nối",
        "lãnh đạo",
        "phát hành",
        "lưu trữ",
        "cứu hộ",
        "dự báo",
        "chuyển đổi",
        "thu",
        "tổng hợp",
        "khuyến khích",
        "xúc tiến",
        "sắp xếp",
        "bầu",
        "giải quyết",
        "tham gia",
        "thực hiện",
        "chủ trì",
        "phối hợp",
        "kiểm định",
    ]
)
_NOT_AFTER = re.compile(
    r"(?:trực\s+thuộc|tổ\s+chức\s*(?:,|;|\)|và\b|có liên quan|liên quan|chính trị|đảng|xã hội|"
    r"hành chính|đoàn thể|tín dụng|khác|cá nhân|quốc tế|kinh tế|thành viên|cơ sở|công đoàn|này|"
    r"nêu|thuộc|trong|trực thuộc|bộ máy|Đoàn|Hội|của|khoa học|nghề nghiệp|"
    r"được|tôn giáo|hội|phi|sự nghiệp|nước|thực hiện)|giao\s+thông|dự\s+(?:án|toán)|thu\s+(?:nhập|"
    r"ngân)|không\s+(?:quân|gian)|tự\s+(?:vệ|quản|chủ)|ra\s+quân|phát\s+thanh|trực\s+tuyến|"
    r"đi\s+lại|thông\s+tin\s+(?:điện tử|và\s|cơ sở|đại chúng|liên lạc)|đầu\s+tư\s+(?:xây dựng|"
    r"công|nước)|in\s+(?:ấn|sao)|phối\s+hợp\s*\)|"
    r"đặc\s+biệt\s+(?:khó|là)|phát\s+hành\s+sách|sản\s+xuất\s*[,-]|kinh\s+doanh\s*[,-]|"
    r"tham\s+gia\s+(?:góp vốn)|nhanh\s+chóng\s*,|phải\s+chăng|để\s+(?:b/c|biết|báo cáo)|chống\s|"
    r"theo\s+dõi\s+thi\s+hành)"
)


def begins_party(text: str, position: int = 0, *, first: bool = True) -> bool:
    """Whether a party begins at `position`; `first` where it opens a sentence, heading or list."""
    if _heads().match(text, position):
        if re.match(r"Thường trực (?![A-ZĐỦ]|các|huyện|tỉnh|thành|đảng)", text[position : position + 20]):
            return False  # "Thường trực cấp cứu …": to be on duty
        if re.match(
            r"(?:Viễn thông|Bưu điện|Điện lực|Thuế|Hải quan|Kiểm lâm)(?! (?:[A-ZĐ]|tỉnh|thành phố|các|cơ sở))",
            text[position : position + 20],
        ):
            return False  # the matter, not the organ: "Viễn thông, hoạt động tài chính …"
        return not re.match(
            r"Lãnh đạo(?!\s+(?:[A-ZĐỦ]|các|sở|đơn vị|cơ quan|tỉnh|thành phố|bộ|phòng|ủy ban))",
            text[position : position + 24],
        )
    opener = _openers().match(text, position)
    if opener:
        return bool(_class_nouns().match(text, opener.end()) or _heads().match(text, opener.end()))
    return bool(_TERRITORY.match(text, position)) or (first and bool(_class_nouns().match(text, position)))


def find_action(text: str, position: int = 0, end: int | None = None) -> int | None:
    """Where the first action word stands in `text[position:end]` that is no part of a name."""
    limit = len(text) if end is None else end
    for match in _actions().finditer(text, position, limit):
        word = match.group()
        if _NOT_AFTER.match(text, match.start()) or _compounds().search(
            text[max(0, match.start() - 24) : match.end()].lower()
        ):
            continue
        before = text[max(0, match.start() - 22) : match.start()]
        if word == "lãnh đạo" and re.search(r"(?:,|;|\bvà)\s$", before) and _LEADERS.match(text, match.start()):
            continue
        if not _is_noun(word, before, text, match.start()):
            return match.start()
    return None


# These act even where they follow a common noun: "cơ quan thực hiện nghiêm …".
_ACTING = frozenset(["thực hiện", "chủ trì", "phối hợp", "tham gia", "báo cáo", "giải quyết", "tổng hợp", "hỗ trợ"])


def _is_noun(word: str, before: str, text: str, position: int) -> bool:
    """Whether an action word is part of a name: "các tổ chức", "cơ quan quản lý nhà nước"."""
    if word == "tổ chức":
        plural = re.search(r"\b(?:các|mọi|những|từng|của|cơ quan,|đơn vị,)\s$", before) is not None
        listed = re.search(r"(?:\b(?:và|hoặc|người|cấp)\s|,\s)$", before) is not None
        return plural or (listed and re.match(r"tổ chức\s*[,;:.]", text[position:]) is not None)
    if word not in _NOUN_LIKE or not _NOUN_BEFORE.search(before):
        return False
    return word not in _ACTING or re.search(r"\b(?:các|của)\s$", before) is not None


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
    end, stop = _list_end(text, start, min(len(text), start + limit))
    parties = _split_list(text, start, end)
    return PartyList(tuple(parties), end, stop) if parties else None


def whole_list(text: str) -> PartyList:
    """The parties of a text that holds nothing but their names, whatever verbs stand in them."""
    return PartyList(tuple(_split_list(text, 0, len(text))), len(text), "end")


_CHARGED = re.compile(r"(?:được giao|được phân công)\b[^.;:]{3,160}?(?=(?:có trách nhiệm|chịu trách nhiệm|phải)\b)")


def _list_end(text: str, start: int, limit: int) -> tuple[int, str]:
    """Where the list stops: at an action, a colon that opens no distribution, a full stop."""
    action = find_action(text, start, limit)
    if action is not None and (charged := _CHARGED.match(text, action, limit)):
        action = charged.end()  # "Các cơ quan được phân công chủ trì nhiệm vụ | có trách nhiệm …"
    end, stop = (action, "action") if action is not None else (limit, "end" if limit == len(text) else "other")
    for match in _STOPS.finditer(text, start, end):
        position = match.start()
        mark = match.group().strip()
        if mark in ("trong", "về", ""):
            return position, "action"
        if mark == ":":
            head = text[max(start, position - 64) : position]
            if re.search(
                rf"\b[Cc]ác\s+(?:{_any(party_words()['distributed'])})(?:\s+trực thuộc [Tt]rung ương)?\s*$", head
            ) and re.match(rf"\s*[{_CAPITAL}]", text[position + 1 :]):
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
            if not begins_party(text, after, first=False) and not _LOWER_SPLIT.match(text, after):
                return position, "other"
            continue
        return position, "other"
    return end, stop


# What ends a list besides an action: marks, the past and the future, "trong việc …", a quotation.
_STOPS = re.compile(
    r"[:;.\"“”]|\s[-–]\s(?=(?:cơ quan|đơn vị|là|thường trực|chủ trì)\b)|\s(?:đã|đang(?! hoạt động|"
    r" công tác| sinh sống| làm việc)|vừa|sẽ|nhận được|từng|bị)\s|\slà\s(?!cơ quan|đơn vị|"
    r"đầu mối)|"
    r"\svề\s(?=công tác|việc|tình hình|kết quả|nội dung|kế hoạch)|\s(?=(?:kết quả|tình hình|"
    r"những vấn đề|chậm nhất|trước (?:ngày|khi|\d)|vào (?:ngày|lúc|\d)|(?:hàng|hằng) (?:tuần|"
    r"tháng|quý|năm|ngày)|tại (?:Kỳ|kỳ|phiên|cuộc|Hội nghị)|các (?:giải pháp|nội dung|biện pháp|"
    r"vấn đề)|qua |thông qua |việc (?:thực hiện|triển khai)|chỉ đạo|xem xét))|\strong\s(?!(?:tỉnh|"
    r"toàn|cả nước|hệ thống|ngành|lĩnh vực|phạm vi|nước|và ngoài|khu vực|vùng|Đảng|thành phố|đó|"
    r"các|địa bàn|cùng)\b)"
)
_SEPARATOR = re.compile(r"\s*[,;]\s*(?:và\s+|cùng\s+|hoặc\s+)?|\s+(?:và|cùng|hoặc|&)\s+")
_LOWER_SPLIT = re.compile(
    r"(?:cơ quan|đơn vị|thủ trưởng|lãnh đạo|người đứng đầu|cấp ủy|cấp uỷ|chính quyền|giám đốc|"
    r"chủ tịch|hiệu trưởng|chủ đầu tư|doanh nghiệp|nhà thầu|công an|đảng ủy|đảng uỷ|quý|lực lượng|"
    r"sở, (?:ban|ngành)|bộ, ngành|cán bộ)(?![\w])"
)
_COMMON = frozenset(
    {"Cơ", "Đơn", "Địa", "Cấp", "Thủ", "Doanh", "Cán", "Lãnh", "Tất", "Mỗi", "Toàn", "Nhà", "Người", "Trưởng", "Các"}
)
_TERRITORY = re.compile(rf"(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu) (?=[{_CAPITAL}])")
_LEADERS = re.compile(r"lãnh đạo\s+(?:các|sở|bộ|Sở|Bộ|UBND|Ủy ban|đơn vị|cơ quan|Văn phòng|Ban|Cục|Phòng|phòng)\b")
_JOINT = re.compile(
    r"\b(?:Văn phòng|VP|Đoàn ĐBQH|Đoàn đại biểu Quốc hội|Thường trực|Lãnh đạo|"
    r"TT\.?)\s+(?:[\w.]+\s+){0,4}?(?:HĐND|Hội đồng nhân dân|HĐND[\w ]*|Đoàn đại biểu Quốc hội)$"
)


def _split_list(text: str, start: int, end: int) -> list[FoundParty]:
    """The names in `text[start:end]`."""
    found: list[FoundParty] = []
    position = start
    while position < end:
        spread = _distribution().search(text, position, end)
        stop = _name_end(text, position, end, spread)
        if spread and spread.start() < stop and _is_spread(text, position, spread, end):
            items, position = _distribute(text, position, spread, end)
            found += items
        else:
            found += _party(text, position, stop)
            position = stop
        separator = _SEPARATOR.match(text, position, end)
        if separator is not None:
            position = separator.end()
        elif not (spread and begins_party(text, position, first=False)):
            break
    return found


def _is_spread(text: str, start: int, spread: re.Match[str], end: int) -> bool:
    """Whether a class is followed by its members: always after a colon, else where at least two follow."""
    if spread["colon"]:
        return True
    rest = text[spread.end() : end]
    items = [
        item
        for item in re.split(r",|;|\svà\s", _fields().sub(lambda m: re.sub(r",|\svà\s", " ", m.group()), rest))
        if item.strip()
    ]
    return len(items) > 1 and items[1].strip()[:1].isupper() and not _heads().match(items[1].strip())


def _name_end(text: str, start: int, end: int, spread: re.Match[str] | None) -> int:
    position = start
    for separator in _SEPARATOR.finditer(text, start, end):
        if separator.start() < position:
            continue
        after = separator.end()
        field = next(
            (
                match
                for match in _fields().finditer(text, start, end)
                if match.start() < separator.start() < match.end()
            ),
            None,
        )
        if field:
            position = field.end()
            continue
        name = text[start : separator.start()]
        if _heads().match(text, after):
            if _JOINT.search(name) and re.match(
                r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân)\b", text[after:]
            ):
                continue
            if re.match(r"(?:Đoàn|Hội|Báo|Đài|Tổ|Trường|Quỹ|Khu)\b", text[after:]) and re.search(
                r"\b(?:Hội|Báo|Đài)$", name
            ):
                continue
            return separator.start()
        opener = _openers().match(text, after)
        if opener and begins_party(text, after, first=False):
            return separator.start()
        if ";" in separator.group():
            return separator.start()
        if re.search(r"\b(?:của|(?<!trực )thuộc|tại|trong|do)\b", name):
            continue
        if text.startswith("tổ chức chính trị", after):
            return separator.start()
        classy = (
            re.match(r"(?:các|những|mỗi|từng|tất cả|toàn thể|toàn bộ)\b", name, re.IGNORECASE)
            or name[:1].islower()
            or name.split()[0] in _COMMON
        )
        if not classy and _LOWER_SPLIT.match(text, after):
            return separator.start()
    return end


def _distribute(text: str, start: int, spread: re.Match[str], end: int) -> tuple[list[FoundParty], int]:
    """The members of a class that are listed after it, each with the class noun before it."""
    prefix = text[start : spread.start()]
    head = spread["head"].split(",")[0].strip()
    lead = f"{prefix}{head}".strip() if prefix.strip() else head[0].upper() + head[1:]
    found: list[FoundParty] = []
    position = spread.end()
    while position < end:
        stop = end
        for separator in _SEPARATOR.finditer(text, position, end):
            inside = any(
                match.start() < separator.start() < match.end() for match in _fields().finditer(text, position, end)
            )
            if not inside:
                stop = separator.start()
                break
        item = text[position:stop].strip(" .:")
        alone = (_heads().match(item) and not (head.lower() == "bộ" and item.startswith("Công an"))) or (
            begins_party(item, first=False) and _openers().match(item)
        )
        if alone:
            return found, position
        if item:
            found.append(FoundParty(position, stop, f"{lead} {item}", party_kind(lead)))
        following = _SEPARATOR.match(text, stop, end)
        if following is None or not text[following.end() : following.end() + 1].isupper():
            return found, stop
        position = following.end()
    return found, position


_TRAILING = re.compile(
    r"(?:\s*[,;:.\-–(]+|\s+(?:và|cùng|hoặc|thì|mà|đã|sẽ|đang|vẫn|cũng|đều|chỉ|hãy|được|do|bị|là|"
    r"có|thời|xem|được giao|được phân công|tại))+\s*$"
)


def _party(text: str, start: int, end: int) -> list[FoundParty]:
    """One name, without a remark in brackets and without what hangs on at its end."""
    name = text[start:end]
    comrade = re.match(r"(?:[Cc]ác )?(?:[Đđ]ồng chí|[Đđ]/c)\s+(?=[A-ZĐ])", name)
    if comrade:
        start, name = start + comrade.end(), name[comrade.end() :]
    bracket = re.search(r"\s*\(", name)
    if bracket and bracket.start() >= 2:
        name = name[: bracket.start()]
    trailing = _TRAILING.search(name)
    if trailing:
        name = name[: trailing.start()]
    name = name.rstrip()
    if not re.search(r"\w", name):
        return []
    return [FoundParty(start, start + len(name), name, party_kind(name))]
