"""What reading by machine makes of numbers, symbols and dates (*lỗi nhận dạng trong số, ký hiệu, ngày tháng*).

Forms put right, each where one reading alone remains: "886/S1111-BCVT" (STTTT), "0Đ-UBND" and "QD-UBND" (QĐ), "ND-CP",
"QĐ-TTs" (TTg), "KCB-OLCL" (QLCL), "0BND", "QHI5" and "QH!2", "TT+-" (TTr); "1 18/2025/NĐ-CP" and "43/201 9/NĐ-CP" (a
blank inside), "90/20010NĐ-CP" and "175QĐ-SYT" (the slash lost), "75/2017/NĐ- ngày … của Chính phủ"; "só 12/…";
"ngây 2l thảng 10 năm". Refused: figures that another figure may stand for, symbols that nothing tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_TYPES = "QĐ|KH|TB|BC|TTr|CT|NQ|HD|CV|GM|CĐ"
_YEARLY = r"(?:N[ĐD]-|QĐ-|TT-|TTLT-|NQ-|CT-|CĐ-|QH\d)"  # what stands behind number and year
_BEHIND = r"(?=/(?:(?:19|20)\d\d/)?[A-ZĐ]{2})"  # a number is followed by its symbol

_CLASS = (
    "huyện|thị xã|thành phố|xã|phường|thị trấn|sở|ban|ngành|phòng|đơn vị|cơ quan|địa phương|đoàn thể|cán bộ|công chức"
    "|viên chức|tổ chức|cá nhân"
)

_Right = str | Callable[[re.Match[str]], str]


def _figures(found: re.Match[str]) -> str:
    """Letters that look like the figures 1 and 0."""
    return found[0].translate(str.maketrans("lI|Oo", "11100"))


def _joined(found: re.Match[str]) -> str:
    return found[0].replace(" ", "")


# In order: what one puts right the next may build on. None removes a line end.
_SLIPS: tuple[tuple[re.Pattern[str], _Right], ...] = (
    (re.compile("/?[\u2044\u2215]"), "/"),
    # types
    (re.compile(r"(?<=/)(?:[0OÓỌ][DĐ]|QD)(?=-)"), "QĐ"),
    (re.compile(r"(?<=/)N[DĐ](?=-(?:CP\b| ?\n))"), "NĐ"),
    (re.compile(r"(?<=/)N[DĐ]-C\W{1,2}P\b"), "NĐ-CP"),
    (re.compile(r"(?<=/)N[ĐD]-(?=[ \n]?ngày[^;.]{6,40}của\s+Chính\s+phủ)"), "NĐ-CP"),
    (re.compile(r"(?<=QĐ-|CT-|CĐ-)(?:TT[aceqsz0689]|T[Il1]g)(?![\w-])"), "TTg"),
    (re.compile(r"(?<=/)TT(?:[UI1l]|LU)T(?=-)"), "TTLT"),
    (re.compile(r"(?<=/)(?:TT[+xz]|T[Il1]r)(?=-)"), "TTr"),
    # numbers and years
    (
        re.compile(r"(?<!\w)(?:[sS][ôóòồổỗỏõ6]|sỐ)(?= ?:? ?\d[\d ]{0,5}[A-Za-z]? ?[/-] ?[\dA-ZĐ])"),
        lambda found: f"{found[0][0]}ố",
    ),
    (re.compile(rf"(?<=số )\d \d{{2,4}}{_BEHIND}"), _joined),
    (re.compile(rf"(?<=số )(?=\D?\D?\d)[lIO\d]{{2,4}}{_BEHIND}"), _figures),
    (re.compile(rf"(?<=số )\d{{2,5}}(?=(?:{_TYPES})-[A-ZĐ]{{2}})"), lambda found: f"{found[0]}/"),
    (re.compile(r"(?<=\d/)(?:1 ?9|2 ?0) ?\d ?\d(?=/[A-ZĐ]{2})"), _joined),
    (re.compile(r"(?<=\d/)20(\d) (\1\d)(?=/[A-ZĐ]{2})"), lambda found: f"20{found[2]}"),
    (re.compile(r"(?<=\d/)2 [)(] ?(?=\d\d/[A-ZĐ]{2})"), "20"),
    (re.compile(rf"(?<=\d/)(?:19|20)\d\d[0OIl|]?(?={_YEARLY})"), lambda found: f"{found[0][:4]}/"),
    (re.compile(r"(?<=/QĐ-) ?- ?(?=TTg)"), ""),
    (re.compile(r"(?<=/)C[1Il](?=-(?:UBND|TTg))"), "CT"),
    (re.compile(r"(?<!\w)T[1I](?= (?:HĐND|UBND|Tỉnh ủy|Tỉnh uỷ|Huyện ủy|Huyện uỷ|Thành ủy|Đảng ủy)\b)"), "TT"),
    # organs and their units
    (re.compile(r"(?<=[/-])([SB])(?!TTTT)[T1IiLl|!'Í]{4,5}(?![\wĐ])"), lambda found: f"{found[1]}TTTT"),
    (re.compile(r"(?<=[/-])(?:[0OJ]BND|[0OJ]?UBN[O0]|JUBND|UB[NRMH][ĐO0]|UB[RMH]D)(?![\wĐ])"), "UBND"),
    (re.compile(r"(?<![\wĐ])H[D0O]ND(?![\wĐ])"), "HĐND"),
    (re.compile(r"(?<=[/-])OL(?=[A-ZĐ])|(?<=-B)OL(?=D)"), "QL"),
    (re.compile(r"(?<=[/-]BCH)OS(?![\wĐ])"), "QS"),
    (re.compile(r"(?<=KSTTH|CCTTH)G(?![\wĐ])"), "C"),
    (re.compile(r"(?<=-)N[GO](?=KSTTHC)"), "NC"),
    (re.compile(r"(?<=/)((?:UBTV)?QH)[Il!1]{1,2}(?=[0-6S](?!\w))"), lambda found: f"{found[1]}1"),
    (re.compile(r"(?<=QH1)S(?!\w)"), "5"),
    # commas between those of one class, and behind a place
    (re.compile(rf"\b({_CLASS})\. (?=(?:{_CLASS})\b)"), lambda found: f"{found[1]}, "),
    (re.compile(r"^([^\W\d_a-z]\w+(?: \w+){0,3})[.;](?= ngày\b)"), lambda found: f"{found[1]},"),
    # dates
    (re.compile(r"(?<!\w)([Nn])g(?!ày)[^\W\d_]y(?= \d{1,2}(?:/| tháng))"), lambda found: f"{found[1]}gày"),
    (re.compile(r"(?<=\d )t[hb](?!áng)[^\W\d_]ng(?= \d{1,2} ?n[ăaâ]m)"), "tháng"),
    (re.compile(r"(?<=\d )n(?!ăm)[^\W\d_]m(?= (?:19|20)\d\d\b)"), "năm"),
    (re.compile(r"(?<=ngày )(?:\d[lI|Oo]|[lI|]\d|[lI|]{2})(?= tháng )"), _figures),
    (re.compile(r"(?<=tháng )(?:1[lIOo|]|[lI|][012]|[lI|]{1,2}|[Oo]\d)(?= ?năm )"), _figures),
)


def mend_misread(text: str) -> str:
    """`text` with what was misread in its numbers, symbols and dates put right; its line ends stay.

    >>> mend_misread("Văn bản só 886/S1111-BCVT"), mend_misread("Quyết định số 12/0Đ-UBND")
    ('Văn bản số 886/STTTT-BCVT', 'Quyết định số 12/QĐ-UBND')
    >>> mend_misread("Nghị định số 1 18/2025/ND-CP"), mend_misread("số 90/20010NĐ-CP ngây 23 tháng I1 năm 2001")
    ('Nghị định số 118/2025/NĐ-CP', 'số 90/2001/NĐ-CP ngày 23 tháng 11 năm 2001')
    >>> mend_misread("Nghị định số 75/2017/NĐ- ngày 20 tháng 6 năm 2017 của Chính phủ")
    'Nghị định số 75/2017/NĐ-CP ngày 20 tháng 6 năm 2017 của Chính phủ'
    >>> mend_misread("UBND các huyện. thị xã; các sở. ban, ngành"), mend_misread("Bình Sơn. ngày 5 tháng 3")
    ('UBND các huyện, thị xã; các sở, ban, ngành', 'Bình Sơn, ngày 5 tháng 3')
    >>> mend_misread("số 12/KH-SLĐTBXH, 4/TTr-OCOP, 7/QĐ-TTr")  # nothing tells that these are wrong
    'số 12/KH-SLĐTBXH, 4/TTr-OCOP, 7/QĐ-TTr'
    """
    for pattern, right in _SLIPS:
        text = pattern.sub(right, text)
    return text
