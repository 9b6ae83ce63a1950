"""What relations and kinds of nodes are called and how they are drawn: one list for dot, Mermaid and the page."""

from __future__ import annotations

from typing import NamedTuple


class Relation(NamedTuple):
    """A relation in Vietnamese; `upward` leads from a lower thing to an upper one, so pictures draw it from behind."""

    name: str
    colour: str
    dashed: bool = False
    upward: bool = False


RELATIONS: dict[str, Relation] = {
    "instructs": Relation("chỉ đạo", "#1d4ed8"),
    "transmits": Relation("truyền đạt", "#7c3aed", dashed=True),
    "member_of": Relation("thuộc", "#9ca3af", dashed=True, upward=True),
    "succeeded_by": Relation("được kế tục bởi", "#b45309", dashed=True),
    "issues": Relation("ban hành", "#6b7280"),
    "signs": Relation("ký", "#6b7280", dashed=True),
    "addressed_to": Relation("gửi", "#0e7490"),
    "copied_to": Relation("nơi nhận", "#a5b4bd", dashed=True),
    "assigns": Relation("giao", "#1d4ed8"),
    "leads": Relation("chủ trì", "#1d4ed8"),
    "coordinates": Relation("phối hợp", "#0891b2", dashed=True),
    "reports_to": Relation("báo cáo về", "#15803d", dashed=True),
    "hands_on": Relation("giao lại", "#c2410c", upward=True),
    "basis": Relation("căn cứ", "#6b7280", upward=True),
    "implements": Relation("thực hiện", "#1d4ed8", upward=True),
    "forwards": Relation("chuyển, gửi kèm", "#7c3aed", upward=True),
    "responds_to": Relation("trả lời", "#15803d", upward=True),
    "amends": Relation("sửa đổi", "#b45309", upward=True),
    "replaces": Relation("thay thế", "#b91c1c", upward=True),
    "repeals": Relation("bãi bỏ", "#b91c1c", dashed=True, upward=True),
    "attached_to": Relation("kèm theo", "#6b7280", dashed=True, upward=True),
    "repeats": Relation("nhắc lại", "#c2410c", upward=True),
    "corrects": Relation("đính chính", "#b45309", dashed=True, upward=True),
    "cites": Relation("viện dẫn", "#9ca3af", dashed=True, upward=True),
}
KINDS: dict[str, tuple[str, str]] = {
    "organ": ("Cơ quan", "#dbeafe"),
    "office": ("Chức danh", "#e0e7ff"),
    "person": ("Cá nhân", "#fef3c7"),
    "document": ("Văn bản", "#dcfce7"),
    "duty": ("Nhiệm vụ", "#f3f4f6"),
}
"""What a kind of nodes is called, and its colour."""


def name_relation(relation: str) -> Relation:
    """The relation of an edge; one that is not listed keeps its name."""
    return RELATIONS.get(relation) or Relation(relation, "#6b7280")


def shorten_organ(name: str) -> str:
    """A name as clerks write it, for boxes.

    >>> shorten_organ("Ủy ban nhân dân tỉnh Bình Sơn"), shorten_organ("ỦY BAN NHÂN DÂN XÃ HÀ LƯƠNG")
    ('UBND tỉnh Bình Sơn', 'UBND XÃ HÀ LƯƠNG')
    """
    for long, short in (
        ("ủy ban nhân dân", "UBND"),
        ("uỷ ban nhân dân", "UBND"),
        ("hội đồng nhân dân", "HĐND"),
        ("mặt trận tổ quốc", "MTTQ"),
    ):
        place = name.lower().find(long)
        if place >= 0:
            name = f"{name[:place]}{short}{name[place + len(long) :]}"
    return name
