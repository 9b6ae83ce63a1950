"""Which documents delegate at all, and which of their parts speak of aims, results or norms."""

from __future__ import annotations

import re

from vanban.duties.context import Context
from vanban.lexicon.document_types import kind_by_name
from vanban.model.document import Document, Node
from vanban.notation.folding import fold

_UPWARD = frozenset(
    {
        "Tờ trình",
        "Phiếu trình",
        "Biên bản",
        "Hợp đồng",
        "Phiếu gửi",
        "Giấy giới thiệu",
        "Giấy nghỉ phép",
        "Lời kêu gọi",
        "Tuyên bố",
        "Thư công",
    }
)
_REGULATION = frozenset({"Quy chế", "Quy định", "Điều lệ", "Nội quy", "Quy trình"})
_GUARDED = re.compile(
    r"^(?:dac diem|khai quat|tong quan|"
    r"(?:ve )?ket qua|muc dich|yeu cau|muc tieu|quan diem|danh gia|ket qua|tinh hinh|thuc trang|nguyen nhan|"
    r"noi dung tuyen truyen|pham vi|doi tuong|hinh thuc|thanh phan|thoi gian(?! (?:gui|nop|bao cao|hoan thanh))|"
    r"dia diem|nguyen tac(?!,? (?:va )?che do)|"
    r"giai thich|dinh nghia|thuat ngu|"
    r"ton tai|han che|uu diem|ve danh gia|boi canh|su can thiet|co so phap ly|can cu|quyen han|"
    r"(?:cac )?chi tieu(?!,? (?:va )?nhiem vu)|quyen loi|quyen cua|"
    r"(?:khen thuong,? (?:va )?)?(?:xu ly vi pham|ky luat)|"
    r"tieu chi|tieu chuan|dieu kien|ho so|trinh tu|thu tuc|quy trinh(?: thuc hien| va|,)|"
    r"(?:cac )?buoc (?:tien hanh|thuc hien))"
)


def report_only(document: Document) -> bool:
    """Whether the type delegates nothing: what goes upwards or only tells."""
    return document.document_type is not None and document.document_type.name in _UPWARD


def is_invitation(document: Document) -> bool:
    """An invitation, *giấy mời*: its labels say when, where and who chairs."""
    return document.document_type is not None and document.document_type.name == "Giấy mời"


def is_normative(document: Document) -> bool:
    """A law, decree or circular: general norms, no duties of a tracking list but the closing article's."""
    if document.document_type is None:
        return False
    kind = kind_by_name().get(document.document_type.name.lower())
    return kind is not None and kind.normative


def is_regulation(document: Document) -> bool:
    """A regulation of an organ (*quy chế, quy định, nội quy …*), which lays down rules besides tasks."""
    return document.document_type is not None and document.document_type.name in _REGULATION


def is_rule_making(document: Document) -> bool:
    """A decision or resolution that lays down norms (VBQPPL: the year stands in its symbol, "20/2025/QĐ-UBND")."""
    notation = document.code.notation if document.code else None
    name = document.document_type.name if document.document_type else ""
    if name not in ("Quyết định", "Nghị quyết"):
        return False
    # Before the law of 2004 every decision bore the year ("1204/1999/QĐ-UB", "321/2001/QĐ-BTM").
    return bool(notation and re.match(r"20(?:0[5-9]|[1-9]\d)/", notation) and not notation.endswith("-UB"))


def _sets_up(document: Document) -> bool:
    """Whether a paper says what an organ is there for: standing functions are no tasks of a tracking list."""
    return re.search(r"\bchuc nang,? (?:va )?nhiem vu\b", fold(document.subject or "")) is not None


def opening_context(document: Document) -> Context:
    """The context of the roots: in regulations and norms only an express obligation makes a duty."""
    name = document.document_type.name if document.document_type else ""
    guideline = name == "Hướng dẫn" and document.system == "party"
    return Context(
        guarded=is_regulation(document) or guideline or is_normative(document),
        # A report or project only tells; what it asks of others ("Đề nghị Sở X …") counts.
        closed=is_normative(document) or is_rule_making(document) or name in _OPENS_IN or _sets_up(document),
    )


# Papers that tell or propose, and the one part of theirs that says who is to do what.
_OPENS_IN = {
    "Báo cáo": re.compile(r"(?:mot so |nhung |cac )?(?:de xuat|kien nghi)\b"),
    "Đề án": re.compile(r"(?:to chuc (?:thuc hien|trien khai)|phan cong(?: nhiem vu| thuc hien)?)$"),
}


def is_asking_part(document: Document, node: Node) -> bool:
    """Whether a heading opens what a report asks ("ĐỀ XUẤT, KIẾN NGHỊ") or who carries a project out."""
    pattern = _OPENS_IN.get(document.document_type.name) if document.document_type else None
    return pattern is not None and pattern.match(fold(node.heading or "").strip(" .:")) is not None


def is_requirement_part(node: Node) -> bool:
    """Whether a heading opens requirements: there plain statements about a named organ count, "cần" does not."""
    return bool(re.match(r"(?:muc dich(?: [-–]|,)? (?:va )?)?yeu cau", fold(node.heading or node.text)[:60]))


def is_guarded_part(node: Node) -> bool:
    """Whether a heading opens a part of aims, requirements, results, norms ("MỤC ĐÍCH, YÊU CẦU", "Đánh giá chung")."""
    title = (node.heading or node.text).rstrip()
    if len(title) > 60 and title.endswith((".", ";")):
        return False  # "Căn cứ chỉ tiêu được giao, UBND các xã triển khai trồng cây."
    return bool(_GUARDED.match(fold(title)[:80]))


_REPORTED = re.compile(
    r"(?:danh gia(?! hieu qua)|(?:ve )?ket qua|tinh hinh|thuc trang|nguyen nhan|ton tai|han che|uu diem|"
    r"boi canh|su can thiet)"
)


def is_reporting_part(node: Node) -> bool:
    """Whether a heading opens how things stand ("THỰC TRẠNG", "Tồn tại, hạn chế"): what must be there is no demand."""
    return bool(_REPORTED.match(fold(node.heading or node.text)[:80]))


def is_enacting_part(node: Node) -> bool:
    """Whether a heading opens who carries the paper out ("TỔ CHỨC THỰC HIỆN"): the end of what is only a rule."""
    return bool(
        re.match(r"(?:to chuc (?:thuc hien|trien khai)|trach nhiem thi hanh)$", fold(node.heading or "").strip(" .:"))
    )


def is_assigning_part(node: Node) -> bool:
    """Whether a heading opens the tasks of each ("PHÂN CÔNG NHIỆM VỤ", "Phân công thực hiện")."""
    return bool(
        re.match(
            r"phan cong(?: (?:nhiem vu|cong viec|thuc hien|to chuc thuc hien|trach nhiem))?\b",
            fold(node.heading or "")[:60],
        )
    )
