"""Where the action begins in running text: the first verb, or adverb before it, that is no part of a name."""

from __future__ import annotations

import functools
import re

from vanban.lexicon.parties import action_words, compounds, naming_words, opening_words, party_words
from vanban.notation.alternatives import any_of
from vanban.notation.party_heads import CAPITAL

# A verb that only looks like one: what stands before it, and what it begins.
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:các|những|mọi|từng|mỗi|của|cả|hệ thống|công nghệ|an toàn|[Tt]rang|[Cc]ổng|hạ tầng|"
    r"mạng|bộ phận|công tác|lĩnh vực|chức năng|[Nn]hà nước|hoạt động|nhiệm vụ|vụ|việc|nhà thầu|"
    r"chuyên trách|ngành)\s|"
    r"\b(?:[Bb]an|(?<![Cc]ông )(?<![Hh]uyện )(?<![Tt]ỉnh )(?<![Tt]hành )"
    r"(?<![Tt]hị )(?<![Xx]ã )[Đđ]oàn|[Tt]ổ|[Ủủ]y ban|[Uu]ỷ ban|Hội đồng|Cục|Chi cục|[Tt]rung tâm|Phòng|Quản lý|"
    r"Vụ|Viện|Văn phòng|Quỹ|[Cc]ơ quan|[Đđ]ơn vị|[Cc]ông ty|[Xx]í nghiệp|[Nn]hà máy|[Pp]hân xưởng|Trạm|Chi nhánh|"
    r"(?<![-–] )[Tt]ổ chức|[Ll]ực lượng|(?<!đoàn )(?<!ủy )(?<!uỷ )(?<!bộ )(?<!đảng )(?<![Hh]ội )[Cc]ơ sở|"
    r"[Dd]oanh nghiệp|[Nn]gười|"
    r"(?<!phòng )[Hh]ộ|[Nn]hóm|Đội|Bộ|Sở|Trường|Chương trình|Báo|Tạp chí|Chỉ đạo|[Bb]an chỉ đạo|"
    r"Chỉ huy)\s)(?<!Thanh tra Bộ )(?<!Văn phòng Bộ )(?<!Thanh tra Sở )(?<!Văn phòng Sở )$"
)
_NOT_AFTER = re.compile(
    r"(?:trực\s+thuộc|tổ\s+chức\s*(?:,|;|\)|và\b|có liên quan|liên quan|chính trị|đảng|xã hội|"
    r"hành chính|đoàn thể|tín dụng|khác|cá nhân|quốc tế|kinh tế|thành viên|cơ sở(?! dữ liệu)|công đoàn|này|"
    r"nêu|thuộc|trong|trực thuộc|bộ máy|Đoàn(?! công tác| kiểm tra| thanh tra| giám sát| khảo sát| đi)|"
    r"Hội(?! (?:chợ|nghị|thảo|thi|đàm|trại|diễn|khỏe|khoẻ|họp|xuân|báo)\b)|của|khoa học|nghề nghiệp|"
    r"được|tôn giáo|"
    r"hội(?! (?:chợ|nghị|thảo|thi|đàm|trại|diễn|khỏe|khoẻ|họp|xuân|báo)\b)|phi|"
    r"sự nghiệp|nước)|giao\s+(?:thông|dịch|ban|nhận)|dự\s+(?:án|toán|phòng)|ký\s+túc|thu\s+(?:nhập|"
    r"ngân)|không\s+(?:quân|gian)|tự\s+(?:vệ|quản|chủ)|ra\s+quân|phát\s+thanh(?:,|\s+(?:[-–]|và|viên|truyền))|trực\s+tuyến|"
    r"đi\s+lại|trình\s+độ|thông\s+tin\s+(?:điện tử|và\s|cơ sở|đại chúng|liên lạc)|đầu\s+tư\s+(?:công|nước)|"
    r"in\s+(?:ấn|sao)|phối\s+hợp\s*\)|"
    r"đặc\s+biệt\s+(?:khó|là)|phát\s+hành\s+sách|sản\s+xuất\s*[,-]|kinh\s+doanh\s*[,-]|"
    r"tham\s+gia\s+(?:góp vốn)|nhanh\s+chóng\s*,|phải\s+chăng|để\s+(?:b/c|biết|báo cáo)|chống\s|"
    r"xây\s+dựng\s+[Đđ]ảng\s*(?:[,;:]|(?:và|các|của|cấp|tỉnh|huyện|thành|Tỉnh|Huyện|Thành)\b)|"
    r"tham\s+mưu(?:,?\s+giúp\s+việc|\s+của\s)|hợp\s+tác\s+xã|cùng\s+(?:cấp|ngành|khối|cụm)\b|theo\s+dõi\s+thi\s+hành)"
)

_LEADERS = re.compile(r"lãnh đạo\s+(?:các|sở|bộ|Sở|Bộ|UBND|Ủy ban|đơn vị|cơ quan|Văn phòng|Ban|Cục|Phòng|phòng)\b")
# "các đơn vị nghiên cứu, góp ý", not "các đơn vị nghiên cứu khoa học".
_STUDIES = re.compile(
    r"nghiên cứu kỹ|"
    r"nghiên cứu(?:,| và) (?:góp ý|tham gia|có ý kiến|cho ý kiến|đề xuất|tham mưu|triển khai|thực hiện|báo cáo|"
    r"trả lời|hướng dẫn|giải quyết|xử lý|xem xét|bổ sung|hoàn thiện)"
)
# These act even where they follow a common noun: "cơ quan thực hiện nghiêm …".
_ACTING = frozenset(["thực hiện", "chủ trì", "phối hợp", "tham gia", "báo cáo", "giải quyết", "tổng hợp", "hỗ trợ"])


@functools.cache
def _actions() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\s,;:)])(?:{any_of(action_words())})(?![\w])")


@functools.cache
def _openings() -> re.Pattern[str]:
    # "Cấp tỉnh", "Chi cục", "Nhận thức", "Kể từ": the same letters, and nothing to do.
    noun = r"\s(?:tỉnh|huyện|xã|trung ương|cơ sở|ủy|uỷ|độ|trên|dưới|thức|tiết|phí|cục|nhánh|bộ|lượng|từ|là)\b"
    return re.compile(rf"(?:{any_of(opening_words())})(?![\w:])(?!{noun})")


def opens_with_action(text: str) -> bool:
    """Whether an item, in lower case, opens with something to do of either list ("dựng 30 biển cấm lửa").

    >>> opens_with_action("dựng 30 biển cấm lửa"), opens_with_action("cấp tỉnh có 30 biển")
    (True, False)
    """
    start = find_action(" " + text)
    return (start is not None and start <= 8) or _openings().match(text) is not None


@functools.cache
def _compounds() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{any_of(compounds())})$")


# "Bộ phận đóng dấu và phát hành | kiểm tra …": named by what they do.
_BUREAU = re.compile(r"[Bb]ộ phận (?:[^\W\dA-ZĐ]+ [^\W\dA-ZĐ]+ và )?$")
_OF_ALL = frozenset(["thực hiện", "chủ trì", "phối hợp", "tham gia", "báo cáo"])  # no bureau is named by these
# "Trưởng ban | chỉ đạo chung", not "Trưởng ban chỉ đạo cấp tỉnh".
_HEAD_ACTS = re.compile(r"[Tt]rưởng ban chỉ đạo (?:chung|các|toàn|điều|trực)")


def find_action(text: str, position: int = 0, end: int | None = None) -> int | None:
    """Where the first action word stands in `text[position:end]` that is no part of a name, None where none does.

    >>> text = "Cơ quan quản lý nhà nước rà soát chương trình"
    >>> text[find_action(text) :]
    'rà soát chương trình'
    """
    limit = len(text) if end is None else end
    for match in _actions().finditer(text, position, limit):
        start = match.start()
        if match.group() == "chỉ đạo" and _HEAD_ACTS.search(text, max(0, start - 11), match.end() + 12):
            return start
        compound = _compounds().search(text[max(0, start - 40) : match.end()].lower())
        if _NOT_AFTER.match(text, start) or (compound and len(compound.group()) > len(match.group())):
            continue
        if match.group() not in _OF_ALL and _BUREAU.search(text, max(0, start - 24), start):
            continue
        if _in_field(text, start):
            continue
        if _in_verbal_name(match.group(), text[max(0, start - 80) : start], text[match.end() : match.end() + 40]):
            continue
        if not _is_noun(match.group(), text[max(0, start - 22) : start], text, start):
            return start
    return None


# Verbs that go on with a name which begins with one: "Phòng Quản lý | xây dựng", "Quỹ Đầu tư | phát triển".
_NAMED_AFTER = frozenset(
    ["xây dựng", "phát triển", "đầu tư", "quản lý", "sản xuất", "kinh doanh", "khai thác", "đào tạo", "bảo vệ"]
)


@functools.cache
def _verbal_name() -> re.Pattern[str]:
    verbs = any_of(word[:1].upper() + word[1:] for word in naming_words() | _NAMED_AFTER | {"Chống", "Tiếp nhận"})
    return re.compile(
        r"\b(?P<head>Phòng|Cục|Vụ|Chi cục|Trung tâm|Quỹ|Văn phòng|Đội|Viện|Ban|Cơ quan|Bộ phận|Khu|Trạm|Hội|Hội đồng)"
        rf"\s(?P<verb>{verbs})(?P<more>(?:\s(?![{CAPITAL}])[^\W\d_]+){{0,6}}?)(?P<join>,|\svà)?\s$"
    )


@functools.cache
def _fields() -> re.Pattern[str]:
    return re.compile(any_of(party_words()["fields"]), re.IGNORECASE)


def _in_field(text: str, position: int) -> bool:
    """Whether a word stands inside the field that a name bears ("Phòng Chất lượng, | chế biến và phát triển …")."""
    begin = max(0, position - 60)
    return any(
        match.start() < position < match.end() and text[match.start()].isupper()
        for match in _fields().finditer(text, begin, min(len(text), position + 60))
    )


_ENDS_AT_COLON = re.compile(r"[^,;:.]*:\s")


def _in_verbal_name(word: str, before: str, after: str) -> bool:
    """Whether an action word goes on with a name that begins with a verb: "Phòng Kiểm tra văn bản và | quản lý …",
    "Cơ quan Thanh tra, | giám sát ngân hàng", "Phòng Quản lý | xây dựng công trình", "Ban Hỗ trợ hội viên | phát triển
    nghề: …"."""
    name = _verbal_name().search(before)
    if name is None or word in _FREE:
        return False
    if name["join"] == ",":
        return not name["more"] and word in naming_words() and word not in _ACTING
    if name["join"]:
        return word not in _ACTING and not (name["verb"] in ("Chỉ đạo", "Chỉ huy") and not name["more"])
    if word not in _NAMED_AFTER:
        return False
    if name["more"]:
        return _ENDS_AT_COLON.match(after) is not None
    return name["head"] not in ("Ban", "Cơ quan", "Hội đồng")


# "Các tổ tuần tra | phải …", "Trung tâm Kiểm định | chủ trì …", "Cục Hộ tịch, chứng thực, Vụ trưởng …".
_NAMED_SO = re.compile(r"\s(?:phải|có trách nhiệm|chịu trách nhiệm)\b")
_DONE_BY = frozenset(["kiểm tra", "tuyên truyền", "nghiên cứu", "đăng ký", "vận động", "chỉ đạo", "thống kê"])
_FREE = frozenset(["trực tiếp", "cần", "không", "phải", "đồng thời", "để", "khi", "nếu", "nhằm", "nên", "cũng"])


# "Phòng Kỹ thuật khai thác | lập …": a verb of names is part of one before another verb; these take another verb.
_LEADING = _ACTING | {
    "chỉ đạo",
    "kết luận",
    "kiểm tra",
    "nghiên cứu",
    "giám sát",
    "vận động",
    "khuyến khích",
    "lãnh đạo",
}
_UNIT = re.compile(
    r"\b(?:[Pp]hòng|[Pp]hân xưởng|[Xx]ưởng|[Đđ]ội|[Tt]ổ|[Kk]hoa|[Tt]rạm|[Bb]an|[Tt]rung tâm|[Xx]í nghiệp|"
    r"[Tt]rưởng (?:ca|kíp)|[Nn]hân viên|[Cc]ông nhân|[Kk]ỹ sư|[Cc]án bộ)\s[^,;:.]*$"
)


def _is_followed(text: str, position: int, word: str) -> bool:
    """Whether another action word follows at once."""
    end = position + len(word)
    following = _actions().match(text, end + 1)
    if text[end : end + 1] != " " or following is None or _NOT_AFTER.match(text, end + 1):
        return False
    return following.group() not in naming_words() or following.group() in _LEADING - {"báo cáo"}


def _is_noun(word: str, before: str, text: str, position: int) -> bool:
    """Whether an action word is part of a name: "các tổ chức", "cơ quan quản lý nhà nước", "và lãnh đạo các bộ"."""
    if before.endswith((" có sự ", " về sự ")):
        return True
    if word == "lãnh đạo" and re.search(r"(?:,|;|\bvà)\s$", before) and _LEADERS.match(text, position):
        return True
    if word not in _FREE and _NAMED_SO.match(text, position + len(word)):
        return True
    if word in _DONE_BY and re.search(r"(?:,|\bvà) (?:đơn vị|cơ quan|địa phương|ngành) $", before):
        return False  # "Trưởng các phòng, đơn vị | kiểm tra …"
    if word == "đăng ký" and before.endswith((" đơn vị ", "các đơn vị ", "Các đơn vị ", "các trường ", "Các trường ")):
        return re.match(r"đăng ký (?:kinh doanh|đất|hộ tịch|quyền|phương tiện)", text[position:]) is not None
    if word == "tổ chức":
        plural = re.search(r"\b(?:[Cc]ác|mọi|những|từng|của|cơ quan,|đơn vị,|[Bb]an)\s$", before) is not None
        listed = re.search(r"(?:\b(?:và|hoặc|người|cấp)\s|,\s)$", before) is not None
        return plural or (listed and re.match(r"tổ chức\s*[,;:.]", text[position:]) is not None)
    if word == "nghiên cứu" and _STUDIES.match(text, position):
        return False
    if word == "xây dựng" and before.lower().endswith("đầu tư "):
        return True
    if word == "xây dựng" and before.lower().endswith("ban ") and re.match(r"xây dựng [Đđ]ảng\b", text[position:]):
        return True
    unit = _UNIT.search(text[max(0, position - 60) : position]) if word in naming_words() - _LEADING else None
    if unit and _is_followed(text, position, word):
        return True
    if word not in naming_words() or not _NOUN_BEFORE.search(before):
        return False
    return word not in _ACTING or re.search(r"\b(?:các|của)\s$", before) is not None
