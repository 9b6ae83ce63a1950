"""What a sentence of duty says besides the action: co-ordinators, report, channel, deliverable, condition."""

from __future__ import annotations

import re

from vanban.notation.actions import find_action, opens_with_action
from vanban.notation.organ import party_kind
from vanban.notation.parties import PartyList, parse_parties
from vanban.notation.party_names import FoundParty
from vanban.notation.sought import Sought

_WITH = Sought(
    r"(?<![\w])(?:(?:[Cc]hủ trì|[Ll]àm đầu mối),? cùng(?: với)?\s+(?=[A-ZĐc])|(?:[Pp]hối hợp|[Pp]hối kết hợp|"
    r"[Pp]hối hợp đồng bộ)\s*(?:,?\s*(?:chặt chẽ|thường xuyên|hiệu quả|tốt|kịp thời|đồng bộ|"
    r"liên thông|chỉ đạo|hỗ trợ)\s*(?:,\s*)?)*(?:(?:và|,)\s*[\w\s]{2,24})?\s*(?:với|cùng với|"
    r"cùng)?\s+(?=\S))",
    "hủ trì|àm đầu mối|hối hợp|hối kết hợp",
)
_LEADS = Sought(r"(?<!\w)(?:chủ trì(?: thực hiện| tham mưu)?|làm đầu mối)\s*[,;]\s*(?:và\s+)?", "chủ trì|làm đầu mối")
_BESIDE = re.compile(r"\s*[Cc]ùng(?: với)?\s+(?=\w)")  # "Sở Tài chính | cùng Sở Xây dựng bố trí …"
# "…, có sự tham gia của Hội Chữ thập đỏ", "với sự phối hợp của Công an xã"
_TAKES_PART = Sought(
    r"(?:có|với) (?:sự )?(?:tham gia|phối hợp|hỗ trợ)(?:,? (?:tham gia|phối hợp|hỗ trợ))?(?: của)\s+(?=\S)",
    "tham gia|phối hợp|hỗ trợ",
)
# ", cùng với Chi hội Nông dân …": those who join whoever is told to act.
_ALONGSIDE = Sought(r",\s(?:cùng với|cùng)\s+(?=[A-ZĐ]|các )", "cùng")
# "…; phối hợp: Ban Tuyên giáo, …", "(phối hợp: Sở Y tế)"
_COLUMN = Sought(r"(?<=[;,(.])\s?(?:[Đđ]ơn vị |[Cc]ơ quan )?[Pp]hối hợp(?: thực hiện)?:\s+(?=\S)", "hối hợp")
_JOINS_IN = re.compile(r"(?:cùng )?phối hợp thực hiện\b")
_NEXT = re.compile(r"[,;]\s+(?=các\s|[A-ZĐỦ])")
_JOINS = re.compile(r"phối hợp(?: thực hiện)?\s*(?:[.;,)]|$)")
# "báo cáo UBND tỉnh", "báo cáo, đề xuất Chủ tịch …", "báo cáo kết quả về Sở X", "gửi về Sở X để tổng hợp".
_REPORT_TO = re.compile(
    r"(?<![\w])[Bb]áo cáo(?:(?:\s*,|\s+và)?\s+(?:đề xuất|kiến nghị|giải trình|tham mưu|"
    r"tham mưu đề xuất))*\s+(?:kết quả (?:(?:thực hiện|kiểm tra|xử lý|giải quyết|triển khai) )?)?"
    r"(?:ngay |kịp thời |với |cho |về |lên )*(?:đồng chí )?(?=(?:các |cấp |"
    r"lãnh đạo )?[A-ZĐỦa-zđ])"
)
_SENT_TO = re.compile(
    r"(?<![\w])(?:[Bb]áo cáo(?! số \d| này| nêu)|[Gg]ửi|[Gg]ởi|[Tt]ổng hợp|[Đđ]ăng ký)\s"
    r"(?:[^;.:()]|\([^;.:()]{0,80}\)){0,140}?(?:về|cho|đến|gửi|với)\s+"
    r"(?=(?:các |cấp |lãnh đạo )?[A-ZĐỦ]|các (?:cơ quan|đơn vị)|cơ quan (?:quản lý )?cấp trên)|"
    r"(?<![\w])[Gg]ửi\s+(?=[A-ZĐỦ]|cơ quan (?:quản lý )?cấp trên)"
)
_NOT_REPORT = re.compile(
    r"(?:\b(?:tại|theo|nghe|xét|trong|của|qua|cùng|dự thảo|các|căn cứ|xem|hội nghị|kèm|nêu tại)\s)$", re.IGNORECASE
)
# "Báo cáo định kỳ hoặc đột xuất theo yêu cầu của Trưởng Ban": who asks for it gets it.
_ON_DEMAND = re.compile(
    r"(?<!\w)[Bb]áo cáo (?:định kỳ|đột xuất|thường xuyên)[^;.:]{0,60}?theo (?:yêu cầu|chế độ) của\s+(?=[A-ZĐỦ])"
)
# "Gửi số liệu … để tổng hợp báo cáo UBND tỉnh": what the receiver does with it.
_PASSED_ON = re.compile(r"\bđể (?:[^\W\d]+ ){0,2}?tổng hợp,?\s(?:và\s)?$")
_ABSENT = re.compile(r"\b(?:vắng mặt|không (?:thể )?(?:tham dự|dự họp|tham gia được|dự được))\b[^.;]{0,40}$")
_MEETS = re.compile(r"\b(?:làm việc|họp|trao đổi|thống nhất|phối hợp|liên hệ)\b[\w\s]{0,20}\svới\s$")
_CHANNEL = re.compile(r"\((?:[^()]{0,60}?)(?:thông qua|qua|về)\s+(?=[A-ZĐa-z])")
_CHANNEL_BARE = re.compile(r",?\s*(?:thông qua|qua)\s+(?=[A-ZĐ])")
_CONDITION = re.compile(r"(?<![\w])(?:[Tt]rường hợp|[Kk]hi|[Nn]ếu|[Ss]au khi)\s[^,;.]{4,200}(?=,)")
# Behind a first "về" that names a matter: "… kế hoạch về Chương trình và gửi về Sở …".
_SENT = re.compile(r"(?<![\w])(?:gửi|báo cáo)\s+(?:kết quả\s+)?(?:về|cho|đến)\s+(?=[A-ZĐỦ])")
_TROUBLES = re.compile(
    r"\s*(?:\([^()]{3,60}\)\s*)?(?:nếu có (?:vấn đề|vướng mắc|khó khăn)|"
    r"(?:(?:chỉ đạo|xem xét|xử lý|giải quyết|để|,)\s?){0,4}"
    r"(?:về |đối với )?(?:những|các)\s[\w\s]{0,30}(?:khó khăn|vướng mắc|vượt (?:quá )?thẩm quyền))"
)
# "gửi Kho bạc thanh toán", "gửi Sở X thẩm định": for another to act on it, no report.
_HANDLES = re.compile(r"\s*(?:để )?(?:thanh toán|thẩm định|phê duyệt|kiểm soát|giải quyết|cấp|đăng tải|niêm yết|ký)\b")
# "tham mưu UBND tỉnh báo cáo Chính phủ": the report is another's.
_OTHERS = re.compile(
    r"\btham mưu (?:cho |giúp )?(?:UBND|[UỦ][ỷy] ban|Chủ tịch|Bộ trưởng|[Ll]ãnh đạo|Ban|Thường trực)"
    r"[^,;.]{0,50}\s$|\b(?:văn bản|báo cáo|công văn) của (?:UBND|[UỦ][ỷy] ban|Bộ|Sở)[^,;.]{0,40}\s$"
)
_NOT_DONE = re.compile(r"\b(?:chưa|không) $")
_IN_CASE = re.compile(r"(?:^|[,.;])\s*(?:trường hợp|nếu)\b[^,.;:]{3,120}?\bthì\s$", re.IGNORECASE)
_REGULARLY = re.compile(r"(?:[Đđ]ịnh kỳ|[Hh][ằà]ng (?:năm|quý|tháng|tuần|ngày))")
_ESCALATION = re.compile(r"(?:khó khăn|vướng mắc|vượt (?:quá )?thẩm quyền|phát sinh|đột xuất|tình huống)")


def find_coordinators(text: str, position: int = 0) -> list[FoundParty]:
    """Those after "phối hợp với/cùng" in `text`, from `position` on.

    >>> [party.name for party in find_coordinators("chủ trì, phối hợp với Sở Tài chính và các địa phương tham mưu")]
    ['Sở Tài chính', 'các địa phương']
    """
    together: dict[str, FoundParty] = {}
    for match in _WITH.finditer(text, position):
        found = parse_parties(text, match.end(), first=True) or _named_in_brackets(text, match.end())
        for party in found.parties if found else ():
            if not re.match(r"(?:người dân|cán bộ|ngành$)", party.name):
                together.setdefault(party.name, party)
    for pattern in (_TAKES_PART, _ALONGSIDE, _COLUMN):
        for match in pattern.finditer(text, position):
            close = text.find(")", match.end()) if "(" in text[max(0, match.start() - 1) : match.start()] else -1
            found = parse_parties(text[:close] if close > 0 else text, match.end(), first=pattern is _COLUMN)
            for party in found.parties if found else ():
                together.setdefault(party.name, party)
    beside = _BESIDE.match(text, position)
    found = parse_parties(text, beside.end()) if beside else None
    for party in found.parties if found and found.stop == "action" else ():
        together.setdefault(party.name, party)
    joining = _JOINS.search(text, position)
    for match in (
        _NEXT.finditer(text, position, joining.start()) if joining else ()
    ):  # "…; các đơn vị liên quan phối hợp"
        found = parse_parties(text, match.end(), first=False)
        for party in found.parties if found and _JOINS.match(text, found.end) else ():
            together.setdefault(party.name, party)
    for match in _LEADS.finditer(text, position):  # "Sở Tư pháp chủ trì, các sở, ngành phối hợp"
        found = parse_parties(text, match.end(), first=False)
        if found is None or not (_JOINS.match(text, found.end) or _JOINS_IN.match(text, found.end)):
            continue
        for party in found.parties:
            together.setdefault(party.name, party)
    return list(together.values())


# "với các nhà mạng (Viễn thông Hà An, Bưu điện Hà An)": a class of no known noun, and its members.
_MEMBERS = re.compile(r"các [^\W\dA-ZĐ][\w ]{2,30}?\s\((?P<names>[A-ZĐ][^()]{3,160})\)")


_NAME = re.compile(r"[A-ZĐ][^,;.]*[^\s,;.]")


def _named_in_brackets(text: str, position: int) -> PartyList | None:
    match = _MEMBERS.match(text, position)
    if match is None or "," not in match["names"]:
        return None
    found = [
        FoundParty(one.start(), one.end(), one.group(), party_kind(one.group()))
        for one in _NAME.finditer(text, *match.span("names"))
    ]
    return PartyList(tuple(found), match.end(), "other")


def find_report(text: str, position: int = 0) -> tuple[list[FoundParty], FoundParty | None]:
    """Where results go ("báo cáo UBND tỉnh (qua Sở X)") and the channel; escalation of difficulties is none."""
    matches = sorted(
        (match for pattern in (_REPORT_TO, _SENT_TO, _SENT) for match in pattern.finditer(text, position)),
        key=lambda match: match.start(),
    )
    for match in matches:
        if _NOT_REPORT.search(text[max(0, match.start() - 14) : match.start()]):
            continue
        clause = max(text.rfind(";", 0, match.start()), text.rfind(". ", 0, match.start()), 0)
        before = text[clause : match.start()]
        if _ESCALATION.search(before) and not _REGULARLY.search(before):
            continue
        found = _receivers(text, match)
        if found and _TROUBLES.match(text, found[-1].end):
            continue
        if _PASSED_ON.search(before) or _ABSENT.search(before) or _MEETS.search(match.group()):
            continue
        if found and match.re is not _REPORT_TO and _HANDLES.match(text, found[-1].end):
            continue
        if _OTHERS.search(before) or _NOT_DONE.search(before) or (_IN_CASE.search(before) and match.re is _REPORT_TO):
            continue
        around = (max(clause, match.start() - 45), found[-1].end + 90) if found else (0, 0)
        if found and (match.re in (_REPORT_TO, _SENT) or _RESULTS.search(text, *around)):
            return found, _channel(text, found[-1].end)
    asked = _ON_DEMAND.search(text, position)
    named = parse_parties(text, asked.end(), first=False) if asked else None
    return (list(named.parties[:1]), None) if named else ([], None)


_RESULTS = re.compile(
    r"[Bb]áo cáo|kết quả|tổng hợp|danh sách|đăng ký|ý kiến|kế hoạch|hồ sơ|văn bản|thông tin|"
    r"số liệu|trước (?:ngày|\d)|theo dõi"
)


_RETURNED = re.compile(
    r"\W*(?:Kết quả|(?:Các )?[Bb]áo cáo|Kế hoạch|Số liệu|Văn bản|Ý kiến|Danh sách|Hồ sơ|Bản đăng ký|Phiếu|"
    r"Nội dung (?:báo cáo|góp ý|tham gia))\b"
    r"[^.;]{0,160}?\b(?:gửi|gởi|báo cáo (?:về|cho|bằng văn bản))\s"
)


# The last demand of a telegram: "Tổ chức trực ban nghiêm túc, báo cáo Bộ … trước 15h00 hằng ngày".
_ON_DUTY = re.compile(r"\W*(?:Tổ chức (?:thường )?trực|Duy trì (?:chế độ )?trực|Trực ban|Thường xuyên báo cáo)\b")


def asks_for_results(sentence: str) -> bool:
    """Whether a sentence that names nobody says where something is to be sent ("Kết quả gửi về Sở Nội vụ …")."""
    return (_RETURNED.match(sentence) or _ON_DUTY.match(sentence)) is not None and bool(find_report(sentence)[0])


def _receivers(text: str, match: re.Match[str]) -> list[FoundParty]:
    """The parties behind a word of reporting; "cấp có thẩm quyền" is one too."""
    authority = re.match(
        r"(?:các )?(?:cấp|cơ quan)(?: có)? thẩm quyền|(?:cơ quan (?:quản lý )?|đơn vị )?cấp trên(?: trực tiếp)?",
        text[match.end() :],
    )
    if authority:
        name = authority.group()
        return [FoundParty(match.end(), match.end() + len(name), name, "group")]
    leaders = re.match(r"lãnh đạo\s+(?=[A-ZĐỦ])", text[match.end() :])
    start = match.end() + (leaders.end() if leaders else 0)
    found = parse_parties(text, start, first=text.startswith(("Cơ quan ", "Đơn vị ", "Nhà trường"), start), limit=260)
    if found is None:
        return []
    first, *others = found.parties
    if leaders:
        first = FoundParty(match.end(), first.end, text[match.end() : first.end], "group")
    return [first, *others]


def _channel(text: str, position: int) -> FoundParty | None:
    match = _CHANNEL.match(text, position + 1) or _CHANNEL.match(text, position) or _CHANNEL_BARE.match(text, position)
    found = parse_parties(text, match.end(), first=False, limit=120) if match else None
    return found.parties[0] if found else None


def find_condition(text: str) -> str | None:
    """The condition that the text puts before the action ("Trường hợp vượt thẩm quyền, …")."""
    match = _CONDITION.match(text)
    return match.group() if match else None


def trim_action(text: str) -> str:
    """The action without blanks, labels and what closes it."""
    return re.sub(r"^[\s:;,.\-–+]+", "", text).rstrip(" ;,:").rstrip()


_OPENS = re.compile(
    r"(?:căn cứ|trên cơ sở|trong|định kỳ|hằng|hàng|sau khi|trước|đối với|ngoài|theo|khi|"
    r"là (?:cơ quan|đơn vị|đầu mối))\b"
)


_IN_THAT_CASE = re.compile(r"^(?:trường hợp|nếu)\s[^,;.:]{3,90},\s(?:thì\s)?")
_IS_STATE = re.compile(r"(?:không (?:có|còn|đủ|thực hiện được)|chưa|đã|các trường hợp)\b")  # how things stand


def begins_action(text: str) -> bool:
    """Whether a text opens with something to do ("Chủ trì …", "Căn cứ …, xây dựng …"), not with a name or a thing."""
    lowered = _IN_THAT_CASE.sub("", trim_action(text)[:160].lower(), count=1)[:80]
    if _IS_STATE.match(lowered) or (lowered.startswith("về ") and ":" not in text):
        return False
    return opens_with_action(lowered) or bool(_OPENS.match(lowered))


def has_action(text: str) -> bool:
    """Whether a text says something to do near its beginning at all."""
    lowered = trim_action(text)[:160].lower()
    return find_action(" " + lowered) is not None or opens_with_action(lowered)
