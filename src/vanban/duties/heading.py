"""Who a heading over tasks names: "2. Sở Y tế", "Trách nhiệm của các sở", "Về trách nhiệm … của X trong việc …:"."""

from __future__ import annotations

import re

import msgspec

from vanban.duties.assignee import REQUEST, Assigned, shifted
from vanban.duties.details import begins_action
from vanban.notation.parties import PartyList, parse_parties, whole_list
from vanban.notation.party_heads import begins_party


def find_titled(text: str) -> Assigned | None:
    """Whoever a title over tasks names, by whatever name ("GVCN khối 12"); none where it says what is done."""
    if len(text.split()) > 12 or begins_action(text) or not text[:1].isupper():
        return None
    found = whole_list(text.rstrip(" .:"))
    return Assigned(found.parties, len(text), "heading", "order") if found.parties else None


_HEADING_LEAD = re.compile(
    r"^(?:(?:Về )?(?:trách nhiệm|nhiệm vụ)(?: (?!của)\w+){0,6} của|(?:Về )?(?:Trách nhiệm|"
    r"Nhiệm vụ|Nhiệm vụ, trách nhiệm|Trách nhiệm, quyền hạn|"
    r"Nhiệm vụ và quyền hạn|Nhiệm vụ, quyền hạn|Nội dung|"
    r"Phân công nhiệm vụ)(?:\s+cụ thể)?(?:\s+(?:của|đối với))?|Đối với|Với|Về phía|Giao|Đề nghị|"
    r"Yêu cầu|Chỉ đạo|Phân công|Giao nhiệm vụ cho|Kính đề nghị|Tại)\s*:?\s+",
    re.IGNORECASE,
)


# Verbs of names: "Cục Quản lý đầu tư xây dựng", "chủ đầu tư kinh doanh hạ tầng".
_NAMING = re.compile(
    r"(?:xây dựng|quản lý|kinh doanh|vận hành|khai thác|đầu tư|sản xuất|cung cấp|sử dụng|trong|"
    r"phụ trách|thi công|tư vấn|phát triển|kiểm soát|xử lý|bảo vệ|thu|phát hành|giám sát|cấp|bảo tồn)\b"
)


_CHARGED = re.compile(
    r"(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ)(?:\s(?:chủ trì|thực hiện|phối hợp|chính|sau|"
    r"sau đây|trong việc thực hiện|tổ chức thực hiện))*$"
)


# The sentence before the items names who speaks, not who is charged: "Ban Thường vụ Tỉnh ủy kết luận như sau:".
_SPEAKS = re.compile(
    r"(?:kết luận|thông báo|hướng dẫn|báo cáo|trả lời|quyết định|có ý kiến)[^.;:]{0,40}như sau\s*:?\s*$"
)
# The line that enacts, or opens a telegram: "HỘI ĐỒNG NHÂN DÂN XÃ … QUYẾT NGHỊ:", "BAN CHỈ ĐẠO … điện:".
_ENACTS = re.compile(r"\b(?:QUYẾT NGHỊ|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|điện|ĐIỆN)\s*:\s*$")
_GIVEN = re.compile(r"\s+được (?:giao|phân công)\b[^:;.]{3,200}(?=\s*:\s*$)")
_BARE_CLASS = re.compile(
    r"CÁC (?:CƠ QUAN|ĐƠN VỊ|TỔ CHỨC|ĐỊA PHƯƠNG)(?:(?:,| VÀ) (?:CƠ QUAN|ĐƠN VỊ|TỔ CHỨC|ĐỊA PHƯƠNG))*"
)
# "Trách nhiệm kiểm tra của Văn phòng | trong việc thực hiện Quy chế:"
_OF_MATTER = re.compile(r"\s*(?:trong việc|trong công tác|trong quá trình|đối với việc|về việc)\s[^.;:]{3,120}:?\s*$")
_ABOUT = re.compile(r"\s(?:trong việc|trong công tác|trong quá trình|đối với việc)\s.*$", re.DOTALL)
_REMARK = re.compile(r"\s*\([^()]{0,160}\)(?=\s*[:.]?\s*$)")  # "Phòng Y tế (đồng chí Trưởng phòng phụ trách)"


_TASKS_OF = re.compile(r"(?:trách nhiệm|nhiệm vụ)\b.*\bcủa\s*:?\s+$", re.IGNORECASE)
_MATTER = re.compile(
    r"(?:mình|này|kế hoạch|đề án|chương trình|dự án|công tác|quy chế|quy định|năm|giai đoạn|nghị quyết|chỉ thị|công ty|"
    r"việc|hệ thống|nhiệm kỳ|phong trào|cuộc)\b",
    re.IGNORECASE,
)


def _is_somebody(name: str) -> bool:
    """Whether what stands behind "Nhiệm vụ của" is one who acts, by whatever name: no matter, no sentence."""
    return not _MATTER.match(name) and len(name.split()) < 12 and not re.search(r"[.;]\s*\w", name)


def _find_whole(rest: str, position: int, end: int) -> Assigned | None:
    """The names that a heading holds from `position` on, of no known form."""
    parties = shifted(whole_list(rest.rstrip(" .:")).parties, position)
    return Assigned(parties, end, "heading", "order") if parties else None


# "Phân công nhiệm vụ thành viên": those below are named each.
_OF_MEMBERS = re.compile(r"Phân công\b[\w ]{0,20}? (?:các |từng )?thành viên\b", re.IGNORECASE)


def parse_heading(text: str, *, titled: bool = False) -> Assigned | None:
    """A heading that only names parties: "2. Sở Y tế", "Chỉ đạo Sở Y tế", "Trách nhiệm của các sở, ngành:".

    `titled` where items stand below: then a name may hold a verb ("Cục Quản lý đầu tư xây dựng").
    """
    if len(text) > 420:
        return None
    lead = _HEADING_LEAD.match(text)
    position = lead.end() if lead else 0
    rest = text[position:]
    if "(" in rest:
        rest = _REMARK.sub("", rest)
    if titled and lead and _TASKS_OF.match(lead.group()) and not begins_party(rest) and _is_somebody(rest):
        rest = _ABOUT.sub("", rest)
        return _find_whole(rest, position, len(text))
    if _SPEAKS.search(rest) or not begins_party(rest) or (lead and _OF_MEMBERS.match(text)):
        return None
    upper = rest.isupper()
    if _ENACTS.search(rest) or _BARE_CLASS.fullmatch(rest.strip(" .:")):
        return None  # "TRÁCH NHIỆM CỦA CÁC CƠ QUAN": those below are named each
    found = parse_parties(rest)
    if (
        found is not None
        and titled
        and found.stop in ("action", "other")
        and _NAMING.match(rest[found.end :].strip())
        and len(rest.split()) < 18
        and not rest.rstrip().endswith((".", ";", ":"))
    ):
        found = whole_list(_ABOUT.sub("", rest) if lead else rest)
    if (
        found is not None
        and lead
        and re.match(r"(?:trách nhiệm|nhiệm vụ)", lead.group(), re.IGNORECASE)
        and found.stop in ("action", "other")
        and not rest.rstrip().endswith((";", ":"))
    ):
        found = whole_list(
            _ABOUT.sub("", rest).rstrip(" .")
        )  # whatever verbs the name holds: "Trách nhiệm của cán bộ tham gia vận hành"
    if found is None:
        return None
    charged = _GIVEN.match(rest, found.parties[0].end) if len(found.parties) == 1 else None
    if charged is not None:
        # "Cán bộ được phân công phụ trách quản lý sổ văn bản mật:"
        name = rest[: charged.end()]
        found = PartyList((msgspec.structs.replace(found.parties[0], name=name, end=len(name)),), len(name), "colon")
    matter = lead is not None and _OF_MATTER.match(rest, found.end) is not None
    if (
        not upper
        and not matter
        and found.stop not in ("end", "colon")
        and not _CHARGED.match(rest[found.end :].strip(" .:;"))
    ):
        return None
    tail = rest[found.end :].strip(" .:;,")
    if (
        tail
        and not matter
        and not re.match(
            r"(?:có trách nhiệm|chịu trách nhiệm|thực hiện|tập trung|tổ chức|triển khai|có nhiệm vụ|cần|"
            r"phải|chủ trì)?[\w\s,]{0,60}$",
            tail,
        )
    ):
        return None
    if found.stop == "colon" and rest[found.end + 1 :].strip():
        return None
    parties = shifted(found.parties, position)
    force = "request" if lead and REQUEST.search(lead.group()) else "order"
    return Assigned(parties, len(text), "heading", force, verb=lead.group().strip().lower() if lead else "")
