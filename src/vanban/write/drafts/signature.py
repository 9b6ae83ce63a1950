"""The lines over the signer's name, *quyền hạn, chức vụ* (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7)."""

from __future__ import annotations

import re

from vanban.write.drafts.brief import Brief
from vanban.write.drafts.heading import find_system
from vanban.write.drafts.words import NOTHING, Words, leave, rewrite, say, set_words

_MARK = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.?|[TK]/[MTL]", re.IGNORECASE)

_PARTY_MARKS = {"TM.": "T/M", "KT.": "K/T", "TL.": "T/L"}
_STATE_MARKS = {theirs: ours for ours, theirs in _PARTY_MARKS.items()}


def sign_lines(brief: Brief, organ: Words) -> list[Words]:
    """Printed lines of power and post; what is not given stays open.

    The setting `competence` is a mark ("KT.", "TM.", "TL.", "TUQ.", "Q.", the Party's "T/M", "K/T", "T/L") or whole
    lines parted by " / " ("KT. GIÁM ĐỐC"): "KT." with "Phó Giám đốc" is "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC". A mark of the
    one system is written as the other has it.
    """
    competence = brief.list_given("competence") and set_words("competence", brief.settings["competence"])
    post = rewrite(set_words("position", brief.settings["position"]), str.upper) if brief.gives("position") else NOTHING
    if not competence:
        return [post or leave("quyền hạn, chức vụ của người ký")]
    open_post = post or leave("chức vụ của người ký")
    mark = _MARK.fullmatch(competence.text)
    if not mark:
        lines = re.split(r"\s+/\s+|\s*;\s*", competence.text)
        return [*(Words(line.strip().upper(), competence.sources) for line in lines), open_post]
    sign = mark.group().upper()
    sign = sign if "/" in sign or sign.endswith(".") else f"{sign}."
    sign = (_PARTY_MARKS if find_system(organ.text) == "party" else _STATE_MARKS).get(sign, sign)
    given = Words(sign, competence.sources)
    if sign == "Q.":
        return [say("{} {}", given, open_post)]
    if sign in ("TM.", "T/M"):
        return [say("{} {}", given, rewrite(organ, str.upper)), open_post]
    deputy = sign in ("KT.", "K/T") and post.text.startswith("PHÓ ")
    head = rewrite(post, lambda text: text.removeprefix("PHÓ ")) if deputy else leave("chức vụ của người đứng đầu")
    return [say("{} {}", given, head), open_post]
