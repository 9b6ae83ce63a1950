"""The assignee of a sentence: by an order ("Giao X …"), as its subject ("X chủ trì …"), by a colon."""

from __future__ import annotations

import re

import msgspec

from vanban.duties.details import begins_action, has_action
from vanban.notation.actions import find_action
from vanban.notation.parties import parse_parties, whole_list
from vanban.notation.party_heads import begins_party, heads
from vanban.notation.party_names import FoundParty
from vanban.notation.sought import Sought

# An order: the verb, and what may stand between it and the party.
_ORDER = Sought(
    r"(?<![\w])(?P<verb>[Gg]iao nhiệm vụ cho|[Gg]iao trách nhiệm cho|[Gg]iao cho|[Gg]iao(?! ban\b)|GIAO(?! BAN\b)|"
    r"[Yy]êu cầu|[Kk]ính đề nghị|[Tt]rân trọng đề nghị|[Đđ]ề nghị|Kiến nghị|[Pp]hân công|[Cc]hỉ đạo|"
    r"[Nn]ghiêm cấm|[Ủủ]y quyền cho|[Uu]ỷ quyền cho|[Gg]iao quyền|[Kk]ính mong|[Rr]ất mong|[Ll]ưu ý|[Nn]hắc|"
    r"[Đđ]ôn đốc)"
    r"\s+(?P<address>(?:đồng chí|các đồng chí)\s+(?=[A-ZĐ]))?(?=\S)",
    "iao|GIAO|êu cầu|ề nghị|iến nghị|hân công|hỉ đạo|ghiêm cấm| quyền cho| mong|ưu ý|hắc|ôn đốc",
)
_ASKS = re.compile(r"(?:kính |trân trọng )?đề nghị|yêu cầu", re.IGNORECASE)
REQUEST = re.compile(r"đề nghị|kiến nghị|mong", re.IGNORECASE)
# These are orders only where they open the sentence.
_OPENING_ONLY = frozenset(["chỉ đạo", "lưu ý", "nhắc", "đôn đốc", "phân công", "giao quyền", "kiến nghị"])
# Before a word of order these make it a noun, the past, or part of another word.
_NOT_ORDER = re.compile(
    r"(?:\b(?:bàn|chuyển|được|trao|tham|hiệp|theo|đáp ứng|các|những|mọi|một số|nhu cầu|đúng|với|"
    r"văn bản|công văn|cơ chế|hồ sơ|tờ trình|xét|về|phù hợp|căn cứ|nhiệm vụ|nội dung|mục đích,|mục tiêu,|"
    r"ý kiến|kiến nghị,|đơn|có|không|khi|nếu|trường hợp|mà|người|do|cơ quan|đơn vị|đã|tham mưu|"
    r"tiêu chuẩn,|điều kiện,|thẩm quyền|sự|ban|để|đã có|từ|bảo đảm|đảm bảo|của|là|hoặc|"
    r"nghiên cứu,|báo cáo,|xem xét,|đề xuất,|trình)\s+)$",
    re.IGNORECASE,
)
# "dự toán Bộ Tài chính giao tỉnh": told of a target, by another.
_TARGETS = re.compile(r"(?:dự toán|chỉ tiêu|kế hoạch|vốn|nhiệm vụ)(?:\s[\w]+){1,8}\s$")
_AFTER_PARTY_PAST = re.compile(r"\b(?:đã|đang|vừa|sẽ|bị|buộc|từng|chưa|vẫn|nhận được|đều|cũng)\b")
# What may open a sentence before its subject: "Căn cứ …, các đơn vị …", "Về kiến nghị …: Bộ Tài chính …".
_SUBJECT_LEAD = re.compile(
    r"(?:Đồng thời|đồng thời|Ngoài ra|Đặc biệt|Riêng|riêng|Trong đó|trong đó|Bên cạnh|Trước mắt|Theo|"
    r"Cụ thể|Hằng|Hàng|Định kỳ|Khi|Đối với|Để|Căn cứ|Trên cơ sở|Sau khi|Trong|Trước|Trường hợp|"
    r"Nếu|Thời gian tới|Tùy|Từ|Tại|Thứ|Một là|Hai là|"
    r"Ba là|Bốn là|Năm là|Về|Nhằm|Với|Thông qua|Vì vậy|Do vậy|Do đó|Qua|Cùng với|Ngay|Quá trình|"
    r"Tiếp theo|Xét|Đến|Chậm nhất|Kể từ|Tối thiểu|Ít nhất|Mỗi|Đầu|Cuối|Ngoài|Hết|Nhận được)\b"
)
_REGARDING = re.compile(r"(?:Đối với|Về phía|Với(?= [A-ZĐỦ]))\s+")
_TURN = re.compile(r"(?:Riêng|Đồng thời|Ngoài ra|Trước mắt|Đặc biệt)\s+(?=[A-ZĐỦc])")
_IF_END = re.compile(r"(?:[,:]\s+(?:thì\s+)?|\sthì\s+)(?=\S)")
_LEAD_END = re.compile(r"[,:]\s+(?:thì\s+)?(?=\S)")
_COUNTED = re.compile(r"\b\d+ (?:tỉnh|thành phố|huyện|quận|xã|phường|bộ|sở|cơ quan|đơn vị)$")
_TITLED = re.compile(r"[^:.;,]{4,70}:\s+(?=[A-ZĐỦ]|các\s)")
# "Tiếp nhận, xử lý phản ánh: Văn phòng UBND tỉnh …"
_LISTED_TITLE = re.compile(r"[^:.;]{4,90}:\s+(?=[A-ZĐỦ])")
_NAMED = re.compile(r"[^:.;]{4,70}:\s+(?=\w)")
_THING = re.compile(
    r"(?:Chế độ|Công tác|Nội dung|Thời gian|Kinh phí|Địa điểm|Hình thức|Quy trình|Hồ sơ|Phương (?:pháp|tiện|án)|Lưu ý|"
    r"Yêu cầu|Mục (?:đích|tiêu)|Thông tin|Sản phẩm|Kết quả|Số lượng|Đối tượng|Phạm vi|Tiến độ)\b"
)
_ASIDE = re.compile(r"(?:Thành phần|Địa điểm|Thời gian|Đối tượng|Phạm vi)\b")
_LONGEST_LEAD = 700
RUN_IN = re.compile(r"^(?:\((?:\d{1,2}|[ivx]{1,4})\)\s*|[-+*•]\s*|[a-zđ]\)\s*|\d{1,2}[.)]\s*)")
_MODAL = re.compile(
    r"(?:trực tiếp )?(?:có trách nhiệm|chịu trách nhiệm|phải|có nhiệm vụ|chủ trì|không được|"
    r"được giao(?! quyền| tự chủ| biên chế| dự toán)|là cơ quan|"
    r"là đơn vị|làm đầu mối|là đầu mối|tuyệt đối|nghiêm cấm|nghiêm túc)"
)
_MODAL_LATER = re.compile(
    r"(?:trong phạm vi|theo|căn cứ|trên cơ sở|tùy theo)\b[^.;:]{3,120}?,?\s(?:có trách nhiệm|chịu trách nhiệm|phải)\b"
)
_NO_DUTY_VERB = re.compile(
    r"(?:thông báo (?:để|kết luận|ý kiến)|"
    r"ban hành(?! (?:nghị quyết|kế hoạch|quy chế|chương trình|cơ chế|chính sách|hướng dẫn|quy định|danh mục|tài liệu|"
    r"bộ tiêu chí|mẫu)\b(?! (?:số|này|kèm)))|"
    r"đề nghị|yêu cầu|có ý kiến(?! (?:về|đối với|bằng văn bản|tham gia|góp ý|thẩm định)\b(?! việc này| vấn đề này))|"
    r"thống nhất(?! (?:với [A-ZĐ]|phương án\b|số liệu\b))|ghi nhận|"
    r"đánh giá cao|biểu dương|"
    r"nhận được|trả lời(?! công dân| người dân| cử tri| tổ chức| huyện| địa phương)|đồng ý|chấp thuận|cho biết|"
    r"báo cáo như sau|khen|trân trọng|xin|cho rằng|"
    r"để|nếu|khi|kết luận(?= như sau| chỉ đạo| và|[,:])|giao(?! (?:chỉ tiêu|dự toán|kế hoạch|trách nhiệm)\b)|"
    r"kính|khẳng định|hoan nghênh|phê duyệt)\b"
)


# Under a name, "yêu cầu các hộ ký cam kết" is what the one named does; "giao Sở Y tế …" is an order of the issuer.
_ORDERS_WITHIN = re.compile(r"(?:giao|yêu cầu|đề nghị|kính đề nghị)", re.IGNORECASE)
_ORDERS_ITEM = re.compile(r"[Gg]iao\b|(?:[Yy]êu cầu|[Đđ]ề nghị|[Kk]ính đề nghị)\s+(?=[A-ZĐỦ])")


class Assigned(msgspec.Struct, frozen=True):
    """Parties of a sentence and where what they are to do begins; `mode` is "order", "subject" or "colon".

    `parties` empty where the order names nobody of its own ("Yêu cầu khẩn trương …"); `start` is where its verb stands.
    """

    parties: tuple[FoundParty, ...]
    action: int
    mode: str
    force: str
    modal: bool = False
    verb: str = ""
    start: int = 0


def find_order(text: str, *, within: bool = False, item: bool = False) -> Assigned | None:
    """The first order in a sentence: "Giao Sở Y tế chủ trì …", "… yêu cầu các đơn vị: …".

    `within` a heading that names who acts, what it says to direct or ask is what that party does: there only an
    order that opens the sentence counts, and in an `item` of the list below only one to a named organ.
    An order to nobody by name ("… đề nghị nghiên cứu, góp ý") is given where there is no other.
    """
    unnamed: Assigned | None = None
    for match in _ORDER.finditer(text):
        verb = match["verb"]
        if within and (match.start() > 3 or not (_ORDERS_ITEM if item else _ORDERS_WITHIN).match(text, match.start())):
            continue
        before = text[max(0, match.start() - 20) : match.start()]
        if before and _NOT_ORDER.search(before) and not (verb[0].isupper() and re.search(r"[.;:]\s*$", before)):
            continue
        if verb == "giao" and _TARGETS.search(text[max(0, match.start() - 70) : match.start()]):
            continue
        if verb.lower() in _OPENING_ONLY and match.start() > 3:
            continue
        found = parse_parties(text, match.end())
        if found is None and match["address"]:
            found = parse_parties(text, match.start("address"))  # "giao đồng chí Lê Minh Trực giúp …"
        if found is None:
            if (
                unnamed is None
                and not within
                and _ASKS.fullmatch(verb)
                and find_action(text, match.end()) == match.end()
            ):
                force = "request" if REQUEST.search(verb) else "order"
                unnamed = Assigned((), match.end(), "order", force, verb=verb.lower(), start=match.start())
            continue
        action = found.end
        if found.stop == "colon":
            action += 1
        while action < len(text) and text[action] in " ,:;":
            action += 1
        force = "request" if REQUEST.search(verb) else "order"
        return Assigned(found.parties, action, "order", force, verb=verb.lower(), start=match.start())
    return unnamed


def find_subject(text: str, *, first: bool = True, within: bool = False) -> Assigned | None:
    """Parties that are the subject of a sentence of duty: "Sở Y tế chủ trì …", "Các đơn vị phải …".

    `within` a heading that names who acts, only a subject that opens the sentence counts.
    """
    position = 0
    run_in = RUN_IN.match(text)
    if run_in:
        position = run_in.end()
    assigned = _subject_at(text, position, first)
    if assigned is not None and (assigned.mode != "colon" or _says_what(assigned, text)):
        return assigned
    titled = None if _ASIDE.match(text, position) else _TITLED.match(text, position)
    if titled is None and begins_action(text[position : position + 80]):
        named = _LISTED_TITLE.match(text, position)
        titled = named if named and heads().match(text, named.end()) else None
    post = assigned is not None and assigned.parties[0].kind == "office"  # "Giám đốc Sở: Phó Trưởng ban"
    if titled and not post and not (within and assigned is None):
        # "Giải pháp thực hiện: Văn phòng UBND thị xã chủ trì …"
        assigned = _subject_at(text, titled.end(), text[titled.end()].isupper())
        if assigned is not None and assigned.mode != "colon":
            return assigned
    if regards := _REGARDING.match(text, position):  # "Đối với Sở Y tế: chỉ đạo các trạm …"
        assigned = _subject_at(text, regards.end(), True)
        if assigned is not None and assigned.mode == "colon" and _says_what(assigned, text):
            return assigned
    if turn := _TURN.match(text, position):  # "Riêng | Sở Tài chính tham mưu …"
        assigned = _subject_at(text, turn.end(), False)
        if assigned is not None and assigned.mode != "colon":
            return assigned
    if within or not _SUBJECT_LEAD.match(text, position):
        return None
    ends = _IF_END if text.startswith("Nếu ", position) else _LEAD_END
    for end in ends.finditer(text, position, min(len(text), position + _LONGEST_LEAD)):
        if _COUNTED.search(text, position, end.start()):
            continue  # "tại 33 tỉnh, | thành phố"
        assigned = _subject_at(text, end.end(), False) or _subject_at(text, end.end(), True)
        if (
            assigned is not None
            and assigned.mode != "colon"
            and (assigned.modal or _names_subject(text, end.end(), assigned))
        ):
            return assigned
    return None


def shifted(parties: tuple[FoundParty, ...], offset: int) -> tuple[FoundParty, ...]:
    """Parties found in a part of a text that begins at `offset`."""
    return tuple(
        msgspec.structs.replace(party, start=party.start + offset, end=party.end + offset) for party in parties
    )


def find_named(text: str, *, within: bool = False) -> Assigned | None:
    """Whoever stands before a colon and something to do, by whatever name: "Tổng phụ trách Đội: Chuẩn bị trang trí".

    `within` a heading that names who acts, only a party of known form ("Văn phòng: xe cộ, hậu cần").
    """
    run_in = RUN_IN.match(text)
    start = run_in.end() if run_in else 0
    lead = _NAMED.match(text, start)
    if lead is None or not text[start].isupper():
        return None
    if _THING.match(text, start):
        return None
    known = begins_party(text, start) and len(text[lead.end() :].split()) > 2
    if not known and (within or not begins_action(text[lead.end() :])):
        return None
    if find_action(" " + lead.group().lower()) == 1:
        return None  # "Kiểm tra: Thực hiện ba lần một năm"
    parties = shifted(whole_list(text[start : lead.end()].rstrip(" :")).parties, start)
    return Assigned(parties, lead.end(), "colon", "order", modal=True) if parties else None


def _says_what(assigned: Assigned, text: str) -> bool:
    """Whether something to do follows the colon; behind an office-holder it may come after the post that he gets."""
    said = text[assigned.action :]
    return begins_action(said) or (assigned.parties[0].kind == "office" and has_action(said[:80]))


# A term that the rule defines, in the middle of a sentence ("…, Đơn vị vận hành phối hợp …"); no class.
TERM = re.compile(r"(?:Đơn vị|Cơ quan|Bộ phận) (?!nào|khác|có)")


def _names_subject(text: str, position: int, assigned: Assigned) -> bool:
    """A party that needs no modal verb; a territory in lower case ("tỉnh An Bình") only where it is told to act."""
    if not begins_party(text, position, first=False):
        return TERM.match(text, position) is not None
    return (
        text[position].isupper()
        or text.startswith("các ", position)
        or bool(re.match(r"cần|tiếp tục|khẩn trương|tập trung|chủ trì", text[assigned.action :]))
    )


def _subject_at(text: str, position: int, first: bool) -> Assigned | None:
    found = parse_parties(text, position, first=first)
    if found is None:
        return None
    if found.stop == "colon":
        action = found.end + 1
        while action < len(text) and text[action] in " ,:;-":
            action += 1
        return Assigned(found.parties, action, "colon", "order", modal=True)
    if found.stop != "action":
        return None
    last = found.parties[-1]
    between = text[last.end : found.end]
    if _AFTER_PARTY_PAST.search(between) or between.strip() == "được" or len(between) > 220:
        return None
    if between.endswith("được ") and re.match(r"(?:ủy|uỷ) quyền", text[found.end :]):
        return None  # what one may do for another
    if _NO_DUTY_VERB.match(text, found.end):
        return None
    # "Sở Y tế thực hiện …" is told; "của Sở Y tế" would not begin a sentence.
    modal = _MODAL.match(text, found.end) is not None or _MODAL_LATER.match(text, found.end) is not None
    return Assigned(found.parties, found.end, "subject", "order", modal=modal)
