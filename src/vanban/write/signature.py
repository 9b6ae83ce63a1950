"""The lines over the signer's name, *quyền hạn, chức vụ* (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7)."""

from __future__ import annotations

import re

from vanban.write.placeholder import leave_open

_MARK = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.?|[TK]/[MTL]", re.IGNORECASE)


def sign_lines(organ: str, competence: str, position: str) -> list[str]:
    """Printed lines of power and post; what is not given stays open.

    `competence` is a mark ("KT.", "TM.", "TL.", "TUQ.", "Q.", the Party's "T/M", "K/T", "T/L") or whole lines parted by
    " / " ("KT. GIÁM ĐỐC").

    >>> sign_lines("Sở Y tế", "KT.", "Phó Giám đốc")
    ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']
    >>> sign_lines("Sở Y tế", "", "")
    ['[CẦN BỔ SUNG: quyền hạn, chức vụ của người ký]']
    """
    post = position.upper()
    mark = _MARK.fullmatch(competence.strip())
    if not competence:
        return [post or leave_open("quyền hạn, chức vụ của người ký")]
    open_post = post or leave_open("chức vụ của người ký")
    if not mark:
        return [*(line.strip().upper() for line in re.split(r"\s+/\s+|\s*;\s*", competence)), open_post]
    sign = mark.group().upper()
    sign = sign if "/" in sign or sign.endswith(".") else f"{sign}."
    if sign == "Q.":
        return [f"{sign} {open_post}"]
    if sign in ("TM.", "T/M"):
        return [f"{sign} {organ.upper()}", open_post]
    head = post.removeprefix("PHÓ ") if sign in ("KT.", "K/T") and post.startswith("PHÓ ") else ""
    return [f"{sign} {head or leave_open('chức vụ của người đứng đầu')}", open_post]
