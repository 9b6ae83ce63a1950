"""The headings of the summary in Vietnamese and English."""

from __future__ import annotations

from vanban.cli.wording import LANGUAGES

_TITLES: dict[str, tuple[str, str]] = {
    "document": ("Văn bản", "Document"),
    "nothing": ("Không thấy văn bản nào trong tệp.", "No document in this file."),
    "pages": ("trang", "pages"),
    "secrecy": ("Độ mật", "Secrecy"),
    "priority": ("Độ khẩn", "Priority"),
    "issuer": ("Cơ quan", "Issuer"),
    "issued": ("Ban hành", "Issued"),
    "subject": ("Trích yếu", "Subject"),
    "signers": ("Người ký", "Signed by"),
    "addressees": ("Kính gửi", "To"),
    "recipients": ("Nơi nhận", "Copies to"),
    "references": ("Văn bản viện dẫn", "References"),
    "at": ("tại", "at"),
    "duties": ("Nhiệm vụ được giao", "Duties"),
    "problems": ("Điểm nghi vấn", "Problems"),
    "assignees": ("Thực hiện", "Assignees"),
    "coordinators": ("Phối hợp", "With"),
    "instructed_by": ("Người giao", "Ordered by"),
    "via": ("Qua", "Through"),
    "transmitted_by": ("Truyền đạt", "Passed on by"),
    "deadline": ("Thời hạn", "Deadline"),
    "no_deadline": ("không ghi", "none given"),
    "deliverable": ("Sản phẩm", "Product"),
    "report_to": ("Báo cáo về", "Reports to"),
    "condition": ("Điều kiện", "Condition"),
    "inherits": ("Giao lại", "Hands on"),
    "of_other": ("nhiệm vụ của văn bản khác", "duties of another document"),
    "place": ("Vị trí", "Place"),
    "proof": ("Căn cứ", "Evidence"),
    "relation_issues": ("ban hành", "issues"),
    "relation_instructs": ("chỉ đạo", "instructs"),
    "relation_transmits": ("truyền đạt", "transmits"),
    "relation_member_of": ("thuộc", "member of"),
    "relation_succeeded_by": ("được kế tục bởi", "succeeded by"),
    "relation_hands_on": ("giao lại", "hands on"),
    "relation_basis": ("căn cứ", "basis"),
    "relation_implements": ("thực hiện", "implements"),
    "relation_forwards": ("chuyển, gửi kèm", "forwards"),
    "relation_responds_to": ("trả lời", "responds to"),
    "relation_amends": ("sửa đổi", "amends"),
    "relation_replaces": ("thay thế", "replaces"),
    "relation_repeals": ("bãi bỏ", "repeals"),
    "relation_attached_to": ("kèm theo", "attached to"),
    "relation_repeats": ("nhắc lại", "repeats"),
    "relation_corrects": ("đính chính", "corrects"),
    "relation_cites": ("viện dẫn", "cites"),
}


def title(lang: str, key: str) -> str:
    """The heading under `key`; a relation that is not listed keeps its name."""
    known = _TITLES.get(key)
    return known[LANGUAGES.index(lang)] if known else key.removeprefix("relation_")
