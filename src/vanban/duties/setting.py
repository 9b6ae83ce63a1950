"""What holds for every sentence of a document: whose it is, when it was issued, who orders and who passes on."""

from __future__ import annotations

import datetime as dt
import itertools
import re

import msgspec

from vanban.duties.scope import is_regulation
from vanban.model.document import Document, Node, Party
from vanban.notation.folding import match_key
from vanban.notation.organ import is_short_name, names_same_organ, organ_key, party_kind
from vanban.notation.party_heads import heads

_BARE = re.compile(
    r"(?:uỷ ban nhân dân|hội đồng nhân dân) (?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\b"
)


class Setting(msgspec.Struct, frozen=True):
    """`issued` is the date that years left out and days to be counted go by, `own_names` those of the issuer and of
    the one who orders, `introduction` the paragraphs before the first part.
    `answers`: a letter that answers voters or citizens, or explains itself to those above: an order alone counts.
    `advises`: a letter to firms or persons alone, where what the law lays on others is told; `rules`: a regulation or a
    guideline."""

    document: Document
    issued: dt.date | None
    own_names: tuple[str, ...]
    instructors: tuple[Party, ...]
    transmitters: tuple[Party, ...]
    introduction: tuple[Node, ...]
    advises: bool = False
    rules: bool = False
    answers: bool = False


def make_setting(
    document: Document, issuing: Document, instructors: tuple[Party, ...], transmitters: tuple[Party, ...]
) -> Setting:
    """The setting of a document; `issuing` is itself, or what it is issued under ("Ban hành kèm theo")."""
    promulgation = document.promulgation or issuing.promulgation
    date = promulgation.date if promulgation else None
    issuer = document.issuer or issuing.issuer
    name = document.document_type.name if document.document_type else ""
    names = [issuer.name, issuer.full_name] if issuer else []
    known = [one for one in (*names, *(party.name for party in instructors)) if one and not _is_joint(one)]
    # "ỦY BAN NHÂN DÂN" over the signature is the issuer's whole name cut short, and would be any other's too.
    keys = [organ_key(one) for one in known]
    known = [one for one in known if not any(key.startswith(organ_key(one) + " ") and _BARE.match(key) for key in keys)]
    introduction = tuple(itertools.takewhile(lambda node: node.kind == "paragraph", document.body))
    return Setting(
        document=document,
        issued=None if date is None else dt.date.fromisoformat(date),
        own_names=tuple(known),
        instructors=instructors,
        transmitters=transmitters,
        advises=name == "Công văn" and bool(document.addressees) and all(map(is_firm, document.addressees)),
        rules=is_regulation(document) or name == "Hướng dẫn",
        answers=name == "Công văn"
        and (_ANSWERS.match(document.subject or "") is not None or any(_explains(node) for node in introduction)),
        introduction=introduction,
    )


def _explains(node: Node) -> bool:
    """Whether a paragraph announces what the issuer has to say for itself ("Phòng Kinh tế giải trình như sau:")."""
    return re.search(r"\b(?:giải trình|phúc đáp|báo cáo)(?: cụ thể)? như sau\s*:?\s*$", node.text.rstrip()) is not None


def _is_joint(name: str) -> bool:
    """Whether a printed line names two organs that issue together ("SỞ TÀI CHÍNH - SỞ Y TẾ"): each is told its part."""
    return any(heads().match(name, dash.end()) for dash in re.finditer(r" [-–] ", name))


_ANSWERS = re.compile(r"(?:trả lời|phúc đáp)\b[\w\s]{0,30}\b(?:cử tri|công dân|chất vấn|đại biểu)\b", re.IGNORECASE)
_FIRM = re.compile(r"(?:quý )?(?:công ty|tổng công ty|doanh nghiệp|ông|bà|ngân hàng tmcp|hợp tác xã)\b", re.IGNORECASE)


def is_firm(party: Party) -> bool:
    """Whether an addressee is one firm or person ("Công ty cổ phần Sao Biển", "Ông Trần Văn Lâm")."""
    return _FIRM.match(party.name) is not None


# The standing board of a Front committee is the committee between its meetings.
_STANDING = re.compile(r"^Ban [Tt]hường trực (?=(?:[ỦU][ỷy] ban |Ủy ban |UB)?MTTQ|(?:[ỦU][ỷy] ban )?Mặt trận)")
_BARE_HEADS = frozenset(["bộ", "sở", "cục", "chi cục", "tổng cục"])
_BELOW = re.compile(r"\b(?:cơ sở|cấp dưới|trực thuộc)\b")  # "Ủy ban Kiểm tra đảng ủy cơ sở": another of the same kind


def _plain_key(name: str) -> str:
    """A name written out, without "Việt Nam", which a paper leaves out of its own ("Ủy ban MTTQ xã")."""
    return organ_key(name).replace(" việt nam", "")


def is_issuer(setting: Setting, name: str) -> bool:
    """Whether a name is the issuer's, or that of the one who orders; an office-holder of the issuer is another."""
    key = match_key(name)
    if party_kind(name) == "group":  # "Ban Quản lý các khu công nghiệp tỉnh" is one all the same
        return any(match_key(own).startswith(key) for own in setting.own_names)
    if _BELOW.search(key):
        return False
    name = _STANDING.sub("", name)
    office = party_kind(name) == "office"
    short = _plain_key(name)
    if (
        not office
        and len(short.split()) > 1
        and any(is_short_name(short, _plain_key(own)) for own in setting.own_names)
    ):
        return True
    bare = key in _BARE_HEADS and name[:1].isupper()
    if bare and any(match_key(own).startswith(f"{key} ") for own in setting.own_names):
        return True  # "Bộ tiếp tục chỉ đạo …" in a letter of a ministry
    deputy = name.startswith("Phó")
    headed = match_key(name.removeprefix("Trưởng ")) if name.startswith(("Trưởng Ban", "Trưởng ban")) else ""
    if headed and any(match_key(own).startswith(headed) for own in setting.own_names):
        return True  # "Trưởng Ban Chỉ đạo" of "Ban Chỉ đạo Nhà nước về …"
    return any(
        names_same_organ(name, own)
        and not (office and (party_kind(own) != "office" or deputy != own.lower().startswith("phó")))
        for own in setting.own_names
    )


def is_own(setting: Setting, parties: tuple[Party, ...]) -> bool:
    """Whether the only one spoken of is the issuer itself: what it says of itself is no duty."""
    return len(parties) == 1 and is_issuer(setting, parties[0].name)


def is_transmitter(setting: Setting, parties: tuple[Party, ...]) -> bool:
    """Whether the only one spoken of is the office that passes the order on: what it is told is no word of its own."""
    return len(parties) == 1 and passes_on(setting, parties[0].name)


def passes_on(setting: Setting, name: str) -> bool:
    """Whether a name is that of the office that passes on another's order."""
    key = match_key(name)
    return any(
        names_same_organ(name, one.name) or is_short_name(key, match_key(one.name)) for one in setting.transmitters
    )
