"""Who acts in a rule where no order and no subject of known form says it: behind "do", or before "có trách nhiệm"."""

from __future__ import annotations

import re

from vanban.duties.assignee import RUN_IN, Assigned, shifted
from vanban.notation.actions import find_action
from vanban.notation.parties import parse_parties, whole_list

_AGENT = re.compile(
    r"(?P<thing>[A-ZĐỦ](?:(?!\b(?:phải|được|gồm|là|có|không|đã|sẽ|nếu|thì|trường hợp|theo|căn cứ|kinh phí|chi phí|"
    r"mức|giá)\b)[^.;:]){4,160}?)\s(?:được )?do\s+(?=(?:các )?[A-ZĐỦ]|phòng |bộ phận |ban |khoa |tổ )"
)
# What only they may do, or did, who are named behind "do".
_BY_OTHERS = re.compile(
    r"(?:xem xét|quyết định|ban hành|phê duyệt|phê chuẩn|giao|bổ nhiệm|quy định|cấp|thành lập|bầu|phân công|tổ chức|"
    r"đầu tư|bảo đảm|đảm bảo|quản lý|làm|tài trợ|hỗ trợ|chủ trì\.?$|thực hiện\.?$|chi trả|công bố)\b"
)
_GOES_ON = re.compile(r"[^.;]{0,200}?\b(?:phải|được(?! gửi)|có|gồm|là|thì|không)\b")


def find_agent(text: str) -> Assigned | None:
    """Whoever stands behind "do" in a rule ("Tài liệu họp do Văn phòng chuẩn bị"); not what one may decide or has done.

    Refused: "Quyết định do Chủ tịch ban hành", "Các dự án do Sở Xây dựng quản lý phải …".
    """
    run_in = RUN_IN.match(text)
    match = _AGENT.match(text, run_in.end() if run_in else 0)
    found = parse_parties(text, match.end(), first=True) if match else None
    if found is None or found.stop != "action":
        return None
    if _BY_OTHERS.match(text, found.end) or _GOES_ON.match(text, found.end):
        return None
    return Assigned(found.parties, found.end, "subject", "order", modal=True)


_OWN_CHARGE = re.compile(
    r"(?P<name>[A-ZĐỦ][^,;:.()]{3,70}?)\s"
    r"(?=(?:có|chịu) trách nhiệm\s(?!về\b|trước\b|pháp lý|hình sự|bồi thường|liên đới)|có nhiệm vụ\s(?!,|và))"
)
_NO_ACTOR = re.compile(
    r"(?:Mọi|Người|Ai|Tổ chức|Cá nhân|Công dân|Học sinh|Sinh viên|Trong|Khi|Nếu|Trường hợp|Theo|Căn cứ|Việc|Ngoài|"
    r"Đối với|Để|Trên|Tùy|Sau|Trước|Hành khách|Khách|Bên|Ngoài ra|Đồng thời|Ngành|Cơ quan|Đơn vị|Các bên)\b"
)


def find_charged(text: str) -> Assigned | None:
    """Whoever a rule says "có trách nhiệm" of, by whatever name ("Bảo vệ có trách nhiệm khóa cổng")."""
    run_in = RUN_IN.match(text)
    match = _OWN_CHARGE.match(text, run_in.end() if run_in else 0)
    if match is None or _NO_ACTOR.match(match["name"]) or find_action(" " + match["name"].lower()) == 1:
        return None
    start, end = match.span("name")
    parties = shifted(whole_list(match["name"]).parties, start)
    return Assigned(parties, end + 1, "subject", "order", modal=True) if parties else None
