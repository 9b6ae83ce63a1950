"""The heading of an organ's own paper: its printed name, the organ above it, number, place and date."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from vanban.errors import UsageError
from vanban.model.document import Party
from vanban.model.dossier import Dossier
from vanban.notation.capitals import write_out
from vanban.notation.date import find_dates, render_date
from vanban.write.placeholder import clean_text, leave_open
from vanban.write.province import find_committee, find_parent, find_place, find_unit, has_parent

System = Literal["state", "party"]
_OFFICE = re.compile(
    r"(?:(?:đồng chí|đ/c)\s+)?(?:phó\s+)?(?:(?:tổng giám đốc|giám đốc|thủ trưởng|chủ tịch|tổng biên tập|bí thư|"
    r"(?:chi |tổng )?cục trưởng|vụ trưởng|bộ trưởng|viện trưởng|hiệu trưởng)\s+|"
    r"(?:chánh|trưởng)\s+(?=(?:văn phòng|thanh tra|ban|phòng|đoàn)\s))",
    re.IGNORECASE,
)
_TWO_LINES = re.compile(r"(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)\s+(.+)")
_PARTY_ORGAN = re.compile(
    r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng)\s+[ủu][ỷy]\b|\b(?:Chi bộ|Đảng bộ|Đảng đoàn|Ban cán sự đảng|Trung ương Đảng)\b|"
    r"^(?:Ban (?:Tuyên giáo|Dân vận|Nội chính|Xây dựng Đảng|Tổ chức)|Ủy ban Kiểm tra|Ban Thường vụ)\b",
    re.IGNORECASE,
)
_OF_COMMITTEE = re.compile(r"\s+(?:Tỉnh|Thành)\s+[ủu][ỷy](?:\s.*)?$", re.IGNORECASE)


def name_organ(asked: str, parties: list[Party]) -> str:
    """The organ's name at its fullest, without the office ("Giám đốc Sở Y tế") or the province of a Sở."""
    names = [clean_text(party.name) for party in parties if party.kind == "organ" and not _OFFICE.match(party.name)]
    if not names or asked[:1].isupper():
        names.append(_OFFICE.sub("", asked, count=1))
    name = write_out(max(names, key=len))
    if name.startswith("Sở "):
        name = re.sub(r"\s+(?:tỉnh|thành phố)\s.*$|\s+(?:tỉnh|thành phố)$", "", name)
    return name[:1].upper() + name[1:]


def find_system(organ: str) -> System:
    """Whose form the organ's papers have: the Party's or the State's."""
    return "party" if _PARTY_ORGAN.search(organ) else "state"


def complete_name(dossier: Dossier, organ: str, spelled: tuple[str, ...]) -> str:
    """A committee that the papers call "UBND tỉnh" or "Tỉnh ủy" for short, with the name that the dossier proves."""
    if re.fullmatch(r"(?:Ủy ban nhân dân|Hội đồng nhân dân) (?:tỉnh|thành phố)", organ):
        unit = find_unit(dossier, spelled)
        return f"{organ.rpartition(' nhân dân ')[0]} nhân dân {unit}" if unit else organ
    if re.fullmatch(r"(?:Tỉnh|Thành) [ủu][ỷy]", organ):
        return find_committee(dossier, spelled) or organ
    return organ


def issuer_lines(organ: str) -> list[str]:
    """The heading's lines: a committee and its unit stand on two, an organ of a Party committee without that one.

    >>> issuer_lines("Ủy ban nhân dân xã Minh Tân"), issuer_lines("Ban Tuyên giáo Tỉnh ủy")
    (['ỦY BAN NHÂN DÂN', 'XÃ MINH TÂN'], ['BAN TUYÊN GIÁO'])
    """
    match = _TWO_LINES.fullmatch(organ.upper())
    return list(match.groups()) if match else [_OF_COMMITTEE.sub("", organ).upper()]


def name_parent(dossier: Dossier, organ: str, given: dict[str, str], spelled: tuple[str, ...]) -> str | None:
    """The line above the issuer, None where the organ has none, open where the dossier does not prove it."""
    if "parent" in given:
        return given["parent"].upper() or None
    if not has_parent(organ):
        return None
    if find_system(organ) == "party":
        found = find_committee(dossier, spelled) if _OF_COMMITTEE.search(organ) else None
    else:
        found = find_parent(dossier, organ, spelled)
    return found.upper() if found else leave_open("tên cơ quan chủ quản")


def number_line(given: dict[str, str], system: System) -> str:
    """The line "Số: 05/KH-SYT", or "Số 05-KH/BTGTU" of the Party, with a leading zero below 10 (Phụ lục I, II.3.c).

    The notation may be given with its "KH-" or "KH/".
    """
    number = given.get("number") or leave_open("số")
    if re.fullmatch(r"\d", number):
        number = f"0{number}"
    notation = re.sub(r"^/?\s*KH[-/]", "", given.get("notation", "")) or leave_open("ký hiệu cơ quan")
    return f"Số {number}-KH/{notation}" if system == "party" else f"Số: {number}/KH-{notation}"


def place_line(dossier: Dossier, organ: str, given: dict[str, str], spelled: tuple[str, ...]) -> str:
    """Place and date, *địa danh và thời gian*; the date is open unless it is given."""
    place = given.get("place") or find_place(dossier, organ, spelled) or leave_open("địa danh")
    text = given.get("date", "")
    if not text:
        return f"{place}, ngày {leave_open('ngày')} tháng {leave_open('tháng')} năm {leave_open('năm')}"
    return f"{place}, {render_date(_read_date(text))}"


def _read_date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        found = find_dates(text)
        if len(found) == 1 and found[0].date:
            return found[0].date
        raise UsageError(f"“{text}” không phải là ngày; hãy viết như 2026-01-05 hoặc 05/01/2026.") from None
