"""The names in a list of parties: where one ends, and classes that are spread over their members."""

from __future__ import annotations

import functools
import re

import msgspec

from vanban.lexicon.parties import party_words
from vanban.notation.alternatives import any_of
from vanban.notation.organ import party_kind
from vanban.notation.party_heads import ADDRESS, CAPITAL, begins_party, heads, openers


class FoundParty(msgspec.Struct, frozen=True, gc=False):
    """A party at `text[start:end]`; `name` is what stands there, or is put together ("Bộ" + "Công an")."""

    start: int
    end: int
    name: str
    kind: str


# "Trưởng phòng: Tổ chức - Hành chính, Tài chính - Kế toán" are the heads of two rooms.
POST_OF = r"(?:Phó )?(?:Trưởng (?:phòng|Phòng|khoa|Khoa|ban|Ban)|Giám đốc (?:Sở|Trung tâm))"


@functools.cache
def distribution() -> re.Pattern[str]:
    heads = any_of(party_words()["distributed"])
    return re.compile(
        rf"(?:(?:[Cc]ác)\s+(?P<head>{heads})(?:\s+trực thuộc [Tt]rung ương(?=\s*:))?|(?P<post>{POST_OF}(?=\s*:)))"
        rf"\s*(?P<colon>:)?\s*(?=[{CAPITAL}])"
    )


@functools.cache
def _fields() -> re.Pattern[str]:
    return re.compile(any_of(party_words()["fields"]), re.IGNORECASE)


# "chính quyền cùng cấp" is one.
_SEPARATOR = re.compile(r"\s*[,;]\s*(?:và\s+|cùng\s+|hoặc\s+)?|\s+(?:và|cùng(?! (?:cấp|ngành|khối|cụm)\b)|hoặc|&)\s+")


@functools.cache
def lower_names() -> re.Pattern[str]:
    """Beginnings of names that stand in lower case in a list: "thủ trưởng", "cấp ủy", "khoa Nội"."""
    words = party_words()
    return re.compile(rf"(?:{any_of(words['lower_names'])}|(?:{any_of(words['lower_units'])})(?= [A-ZĐ]))(?!\w)")


@functools.cache
def _lower_organs() -> re.Pattern[str]:
    """Organs and forces in lower case, which are no class: "công an xã, dân quân tự vệ" are two."""
    return re.compile(rf"(?:{any_of(party_words()['lower_organs'])})(?!\w)")


@functools.cache
def lower_posts() -> re.Pattern[str]:
    """Posts in lower case that begin a name behind another post: "quản đốc phân xưởng"."""
    return re.compile(rf"(?:{any_of(party_words()['lower_posts'])})(?!\w)")


_LEADS = (
    "Trưởng ",
    "Trưởng khoa",
    "Trưởng phòng",
    "Trưởng ban",
    "Thủ trưởng ",
    "Giám đốc ",
    "Hiệu trưởng ",
    "Chủ tịch ",
    "Bí thư ",
    "Chánh ",
)
_DEPUTIES = re.compile(r"đại biểu (?:HĐND|Hội đồng|Quốc hội)|thành viên (?=Ban|Tổ|Hội đồng|Đoàn)")
# "UBND xã Sơn Hà, | xã Sơn Hạ": the second is a committee too.
_COMMITTEE = re.compile(
    r"(?P<lead>(?:(?:Phó )?Chủ tịch |Lãnh đạo |lãnh đạo )?(?:UBND|[ỦU][ỷy] ban nhân dân|Công an|Đảng ủy) )"
    rf"(?:tỉnh|thành phố|huyện|thị xã|quận|thị trấn|xã|phường|đặc khu) [{CAPITAL}]"
)
# "các sở, ban, ngành, | cơ quan, đơn vị liên quan", "các bộ, ngành, | lực lượng chức năng": two classes.
_ALL_ORGANS = re.compile(r"^[Cc]ác (?:[Ss]ở|[Bb]ộ)(?:, ban)?,? ?(?:ngành)(?: cấp tỉnh| tỉnh)?$")
_OTHERS = re.compile(r"cơ quan, đơn vị (?:có )?liên quan|lực lượng chức năng")
_COMMON = frozenset(
    {
        "Cơ",
        "Đơn",
        "Địa",
        "Cấp",
        "Thủ",
        "Doanh",
        "Cán",
        "Lãnh",
        "Tất",
        "Mỗi",
        "Toàn",
        "Nhà",
        "Người",
        "Trưởng",
        "Các",
        "Chỉ",
    }
)
_PERSON = re.compile(rf"(?:ông|bà|đồng chí)\s+[{CAPITAL}]")
# "các ông (bà) có tên …"
_LISTED = re.compile(r"(?:[Cc]ác )?[Ôô]ng\s*(?:/|,|\(|và)?\s*[Bb]à\)?\s+(?:có tên|nêu tại|thuộc)")
# "Đồng chí Trần Văn Minh, Phó Chủ tịch UBND tỉnh, Trưởng ban" is one.
_PERSON_NAMED = re.compile(rf"(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à)\s+(?:[{CAPITAL}]\w*\s){{1,4}}[{CAPITAL}]\w*\s*[,–-]")
_POST_BEHIND = re.compile(r"\s*[,–-]\s*")
_BARE_REST = re.compile(r"\s*(?:[,;]|(?:và|hoặc|thuộc|trực thuộc|có liên quan|liên quan)\b|$)")
_JOINT = re.compile(
    r"\b(?:Văn phòng|VP|Đoàn ĐBQH|Đoàn đại biểu Quốc hội|Thường trực|Lãnh đạo|"
    r"TT\.?)\s+(?:[\w.]+\s+){0,4}?(?:HĐND|Hội đồng nhân dân|HĐND[\w ]*|Đoàn đại biểu Quốc hội|ĐBQH)$"
)


def split_names(text: str, start: int, end: int) -> list[FoundParty]:
    """The names in `text[start:end]`."""
    found: list[FoundParty] = []
    position = start
    while position < end:
        spread = distribution().search(text, position, end)
        stop = _name_end(text, position, end, spread)
        if _PERSON_NAMED.match(text, position, end):
            while stop < end and (post := _POST_BEHIND.match(text, stop, end)) and _is_post(text, post.end()):
                stop = _name_end(text, post.end(), end, None)
        if spread and spread.start() < stop and _is_spread(text, position, spread, end):
            lead = text[position : spread.start()]
            items, position = _distribute(text, position, spread, end)
            found += _shared(found.pop(), items, lead) if found and len(items) > 1 else items
        else:
            level = _COMMITTEE.match(found[-1].name) if found and _OF_A_LEVEL.match(text, position) else None
            for party in _party(text, position, stop):
                name = f"{level['lead']}{party.name}" if level else party.name
                found.append(msgspec.structs.replace(party, name=name))
            position = stop
        separator = _SEPARATOR.match(text, position, end)
        if separator is not None:
            position = separator.end()
        elif not (spread and begins_party(text, position, first=False)):
            break
    return found


def _shared(before: FoundParty, items: list[FoundParty], lead: str) -> list[FoundParty]:
    """Posts that share the members behind the second: "Giám đốc, Thủ trưởng các Sở: …" are directors, "Bí thư Tỉnh ủy
    và Chủ tịch UBND các tỉnh: …" two of each."""
    if before.name in ("Giám đốc", "Trưởng phòng", "Cục trưởng", "Vụ trưởng") and lead.strip() == "Thủ trưởng":
        return [msgspec.structs.replace(one, name=one.name.replace("Thủ trưởng", before.name, 1)) for one in items]
    if _SECRETARY.fullmatch(before.name) and lead.startswith("Chủ tịch"):
        members = [one for one in items if one.name.startswith("Chủ tịch")]
        names = [_LEVEL_BEFORE.sub("", one.name) for one in members]
        secretaries = [
            msgspec.structs.replace(one, name=f"{before.name} {name}") for one, name in zip(members, names, strict=True)
        ]
        return [*secretaries, *items]
    return [before, *items]


_SECRETARY = re.compile(r"Bí thư (?:[Tt]ỉnh|[Tt]hành|[Hh]uyện|[Qq]uận|[Tt]hị|[Đđ]ảng) [ủu][ỷy]?|Bí thư \w+ uỷ")
_LEVEL_BEFORE = re.compile(rf"^Chủ tịch .*?\b(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)\s+(?=[{CAPITAL}])")


def _is_post(text: str, position: int) -> bool:
    found = heads().match(text, position)
    return found is not None and party_kind(found.group()) == "office"


def _is_spread(text: str, start: int, spread: re.Match[str], end: int) -> bool:
    """Whether a class is followed by its members: always after a colon, else where at least two follow."""
    if spread["colon"]:
        return True
    rest = text[spread.end() : end]
    items = [
        item
        for item in re.split(r",|;|\svà\s", _fields().sub(lambda m: re.sub(r",|\svà\s", " ", m.group()), rest))
        if item.strip()
    ]
    return len(items) > 1 and items[1].strip()[:1].isupper() and not heads().match(items[1].strip())


def _name_end(text: str, start: int, end: int, spread: re.Match[str] | None) -> int:
    position = start
    for separator in _SEPARATOR.finditer(text, start, end):
        if separator.start() < position:
            continue
        after = separator.end()
        field = next(
            (
                match
                for match in _fields().finditer(text, start, end)
                if match.start() < separator.start() < match.end()
            ),
            None,
        )
        if field:
            position = field.end()
            continue
        name = text[start : separator.start()]
        head = heads().match(text, after)
        classed = head is not None and openers().match(text, start) and not _is_post(text, after)
        if head and classed and _BARE_REST.match(text[head.end() : end]):
            continue  # "các Cục, Vụ, Viện" are one class
        if head:
            if _JOINT.search(name) and re.match(
                r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân)\b", text[after:]
            ):
                continue
            if re.match(r"(?:Đoàn|Hội|Báo|Đài|Tổ|Trường|Quỹ|Khu)\b", text[after:]) and re.search(
                r"\b(?:Hội|Báo|Đài)$", name
            ):
                continue
            return separator.start()
        if _PERSON.match(text, after) or _LISTED.match(text, after):
            return separator.start()
        opener = openers().match(text, after)
        if opener and begins_party(text, after, first=False):
            return separator.start()
        if ";" in separator.group():
            return separator.start()
        leveled = _COMMITTEE.match(name) or _OF_A_LEVEL.match(name)
        if _DEPUTIES.match(text, after) or (leveled and _OF_A_LEVEL.match(text, after)):
            return separator.start()
        if _ALL_ORGANS.search(name) and _OTHERS.match(text, after):
            return separator.start()
        if re.search(r"\b(?:của|(?<!trực )thuộc|tại|trong|do)\b", name):
            continue
        if text.startswith("tổ chức chính trị", after):
            return separator.start()
        classy = (
            re.match(r"(?:các|những|mỗi|từng|tất cả|toàn thể|toàn bộ)\b", name, re.IGNORECASE)
            or (name[:1].islower() and not _lower_organs().match(name))
            or name.split()[0] in _COMMON
        )
        if not classy and lower_names().match(text, after):
            return separator.start()
        if name.startswith(_LEADS) and lower_posts().match(text, after):
            return separator.start()
    return end


_OF_A_LEVEL = re.compile(rf"(?:tỉnh|thành phố|huyện|thị xã|quận|thị trấn|xã|phường|đặc khu) [{CAPITAL}]")


def _distribute(text: str, start: int, spread: re.Match[str], end: int) -> tuple[list[FoundParty], int]:
    """The members of a class that are listed after it, each with the class noun before it."""
    prefix = text[start : spread.start()]
    head = (spread["head"] or spread["post"]).split(",")[0].strip()
    lead = f"{prefix}{head}".strip() if prefix.strip() else head[0].upper() + head[1:]
    found: list[FoundParty] = []
    position = spread.end()
    while position < end:
        stop = end
        for separator in _SEPARATOR.finditer(text, position, end):
            inside = any(
                match.start() < separator.start() < match.end() for match in _fields().finditer(text, position, end)
            )
            if not inside:
                stop = separator.start()
                break
        item = text[position:stop].strip(" .:")
        if re.search(r"(?:UBND|ban nhân dân)\s+$", prefix) and _OF_A_LEVEL.match(item):
            # "UBND các huyện Hà Trung, Hà Bắc và thành phố Vĩnh Hà"
            found.append(FoundParty(position, stop, f"{prefix}{item}", party_kind(prefix)))
            following = _SEPARATOR.match(text, stop, end)
            if following is None:
                return found, stop
            position = following.end()
            continue
        alone = (heads().match(item) and not _is_member(head, item)) or (
            begins_party(item, first=False) and openers().match(item)
        )
        if alone:
            return found, position
        if item:
            found.append(FoundParty(position, stop, f"{lead} {item}", party_kind(lead)))
        following = _SEPARATOR.match(text, stop, end)
        if following is None or not (
            text[following.end() : following.end() + 1].isupper() or _OF_A_LEVEL.match(text, following.end())
        ):
            return found, stop
        position = following.end()
    return found, position


# Fields that are heads of names too: "các Bộ: Quốc phòng, Công an", "các tập đoàn: Điện lực Việt Nam, Dầu khí …".
_FIELD_HEADS = (
    (re.compile(r"(?:phòng|ban|khoa)$", re.IGNORECASE), re.compile(r"(?:Tài chính|Tư pháp|Địa chính) - ")),
    (re.compile(r"bộ$", re.IGNORECASE), re.compile(r"Công an\b")),
    (re.compile(r"(?:tập đoàn|công ty)$", re.IGNORECASE), re.compile(r"(?:Điện lực|Viễn thông|Bưu điện|Bảo hiểm)\b")),
)


def _is_member(head: str, item: str) -> bool:
    """Whether an item that looks like a name of its own only completes the class noun before the list."""
    return any(of.search(head) and field.match(item) for of, field in _FIELD_HEADS)


_TRAILING = re.compile(
    r"(?:\s*[,;:./\-–(]|(?<!hiết)(?<!huẩn)(?<!rang)\s+bị|"
    r"\s+(?:và|cùng|hoặc|thì|mà|đã|sẽ|đang|chưa|vẫn|cũng|đều|chỉ|hãy|được|do|là|"
    r"có|thời|xem|xong|buộc|theo|được giao|được phân công|tại))+\s*$"
)


# "Kiểm sát viên được phân công | phải …": which of them.
_TASKED = re.compile(r"được (?:giao|phân công)\s*$")
_CLASS_TASKED = re.compile(r"(?:[Cc]ác|[Mm]ỗi) (?:cơ quan|đơn vị|bộ phận|phòng|cá nhân|đồng chí|thành viên)[^,;]*$")
_MUST = re.compile(r"\s*(?:phải|có trách nhiệm|chịu trách nhiệm)\b")


def _party(text: str, start: int, end: int) -> list[FoundParty]:
    """One name, without a remark in brackets and without what hangs on at its end."""
    name = text[start:end]
    comrade = ADDRESS.match(name)
    if comrade:
        start, name = start + comrade.end(), name[comrade.end() :]
    bracket = None if _LISTED.match(name) else re.search(r"\s*\(", name)
    if bracket and bracket.start() >= 2:
        name = name[: bracket.start()]
    charged = _TASKED.search(name) and (_MUST.match(text, end) or _CLASS_TASKED.match(name))
    trailing = None if charged else _TRAILING.search(name)
    if trailing:
        name = name[: trailing.start()]
    name = name.rstrip()
    if not re.search(r"\w", name):
        return []
    return [FoundParty(start, start + len(name), name, party_kind(name))]
