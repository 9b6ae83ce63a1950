"""The heading of an organ's own paper: its printed name, the organ above it, number, place and date."""

from __future__ import annotations

import datetime as dt
import re

from vanban.errors import UsageError
from vanban.model.document import Party
from vanban.model.dossier import Dossier
from vanban.notation.capitals import write_out
from vanban.notation.date import find_dates, render_date
from vanban.write.drafts.brief import Brief
from vanban.write.drafts.paper import System
from vanban.write.drafts.placeholder import clean_text
from vanban.write.drafts.province import find_committee, find_parent, find_place, find_unit, has_parent
from vanban.write.drafts.words import NOTHING, Words, leave, rewrite, say, set_words

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


def complete_name(dossier: Dossier, organ: Words, spelled: tuple[str, ...]) -> Words:
    """A committee that the papers call "UBND tỉnh" or "Tỉnh ủy" for short, with the name that the dossier proves."""
    found = NOTHING
    if re.fullmatch(r"(?:Ủy ban nhân dân|Hội đồng nhân dân) (?:tỉnh|thành phố)", organ.text):
        unit = find_unit(dossier, spelled)
        kind = rewrite(organ, lambda text: f"{text.rpartition(' nhân dân ')[0]} nhân dân")
        found = say("{} {}", kind, unit) if unit else NOTHING
    if re.fullmatch(r"(?:Tỉnh|Thành) [ủu][ỷy]", organ.text):
        found = find_committee(dossier, spelled)
    return found or organ


def issuer_lines(organ: Words) -> list[Words]:
    """The heading's lines: a committee and its unit stand on two, an organ of a Party committee without that one.

    >>> [line.text for line in issuer_lines(Words("Ủy ban nhân dân xã Minh Tân"))]
    ['ỦY BAN NHÂN DÂN', 'XÃ MINH TÂN']
    >>> [line.text for line in issuer_lines(Words("Ban Tuyên giáo Tỉnh ủy"))]
    ['BAN TUYÊN GIÁO']
    """
    printed = organ.text.upper()
    match = _TWO_LINES.fullmatch(printed)
    return [Words(line, organ.sources) for line in (match.groups() if match else (_OF_COMMITTEE.sub("", printed),))]


def name_parent(brief: Brief, organ: str, spelled: tuple[str, ...]) -> Words:
    """The line above the issuer, empty where the organ has none, open where the dossier does not prove it."""
    if "parent" in brief.settings:
        return rewrite(set_words("parent", brief.settings["parent"]), str.upper)
    if not has_parent(organ):
        return NOTHING
    if find_system(organ) == "party":
        found = find_committee(brief.dossier, spelled) if _OF_COMMITTEE.search(organ) else NOTHING
    else:
        found = find_parent(brief.dossier, organ, spelled)
    return rewrite(found, str.upper) if found else leave("tên cơ quan chủ quản")


def number_line(brief: Brief, system: System, abbreviation: str) -> Words:
    """The line of number and symbol, with a leading zero below 10 (Phụ lục I, II.3.c): "Số: 05/KH-SYT" of the State,
    "Số: 05/UBND-VX" of its letters, which have no `abbreviation`; "Số 05-KH/BTGTU" of the Party, "CV" its letters.

    The notation may be given with its "KH-" or "KH/".
    """
    number = rewrite(brief.ask("number", "số"), lambda text: f"0{text}" if re.fullmatch(r"\d", text) else text)
    kind = abbreviation or ("CV" if system == "party" else "")
    letter = "" if kind else " và đơn vị soạn thảo"
    notation = brief.ask("notation", f"ký hiệu cơ quan{letter}")
    notation = rewrite(notation, lambda text: re.sub(rf"^/?\s*(?:{kind}[-/])?" if kind else r"^/\s*", "", text))
    if system == "party":
        return say(f"Số {{}}-{kind}/{{}}", number, notation)
    return say(f"Số: {{}}/{kind}-{{}}" if kind else "Số: {}/{}", number, notation)


def place_line(brief: Brief, organ: Words, spelled: tuple[str, ...]) -> Words:
    """Place and date, *địa danh và thời gian*; the date is open unless it is given."""
    found = NOTHING if brief.gives("place") else find_place(brief.dossier, organ, spelled)
    place = found or brief.ask("place", "địa danh")
    if not brief.gives("date"):
        return say("{}, ngày {} tháng {} năm {}", place, *(leave(what) for what in ("ngày", "tháng", "năm")))
    return say("{}, {}", place, rewrite(brief.ask("date", "ngày"), lambda text: render_date(read_date(text))))


def read_date(text: str) -> dt.date:
    """A day that the user gave: "2026-01-05", "05/01/2026"; `UsageError` for anything else."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        found = find_dates(text)
        if len(found) == 1 and found[0].date:
            return found[0].date
        raise UsageError(f"“{text}” không phải là ngày; hãy viết như 2026-01-05 hoặc 05/01/2026.") from None
