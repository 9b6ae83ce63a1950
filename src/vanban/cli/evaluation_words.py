"""What the table of `vanban eval` says, in Vietnamese and English; nothing but words."""

from __future__ import annotations

from vanban.cli.wording import LANGUAGES

FIELD_NAMES: dict[str, str] = {
    "documents": "Số văn bản trong tệp",
    "document_type": "Tên loại",
    "code.number": "Số",
    "code.notation": "Ký hiệu",
    "date": "Ngày ban hành",
    "place": "Địa danh",
    "issuer": "Cơ quan ban hành",
    "issuer.parent": "Cơ quan chủ quản",
    "subject": "Trích yếu",
    "priority": "Độ khẩn",
    "addressees": "Kính gửi",
    "to_places": "Nơi nhận",
    "signer.name": "Người ký",
    "signer.position": "Chức vụ người ký",
    "signer.competence": "Quyền hạn ký",
    "references": "Văn bản viện dẫn",
    "duty.action": "Nhiệm vụ",
    "duty.assignees": "Cơ quan thực hiện",
    "duty.coordinators": "Cơ quan phối hợp",
    "duty.deadline": "Thời hạn",
    "duty.recurrence": "Định kỳ",
    "duty.report_to": "Báo cáo về",
}

_WORDS: dict[str, tuple[str, str]] = {
    "measured": (
        "{files} tệp, {documents} văn bản; {unread} tệp không đọc được",
        "{files} files, {documents} documents; {unread} files could not be read",
    ),
    "field": ("Yếu tố", "Field"),
    "labelled": ("nhãn", "gold"),
    "given": ("đọc", "given"),
    "right": ("đúng", "right"),
    "precision": ("chính xác", "precision"),
    "recall": ("đầy đủ", "recall"),
    "f1": ("F1", "F1"),
    "strict": ("F1 chặt", "strict F1"),
    "hallucination": ("bịa", "invented"),
    "legend": (
        "đúng: khớp không kể chữ hoa, dấu câu, cách bỏ dấu, viết tắt; F1 chặt: khớp từng chữ; bịa: nhãn không có mà "
        "đọc ra.",
        "right: but for case, punctuation, tone placement, abbreviations; strict: letter for letter; invented: given "
        "where the label has none.",
    ),
    "whole": (
        "Văn bản đúng toàn bộ: thể thức {headings}/{documents}, cả nhiệm vụ {all}/{documents} (khớp chặt: "
        "{strict_headings} và {strict_all})",
        "Documents wholly right: heading {headings}/{documents}, with duties {all}/{documents} (strict: "
        "{strict_headings} and {strict_all})",
    ),
    "by_format": ("F1 theo định dạng", "F1 by format"),
    "by_type": ("Theo tên loại", "By type"),
    "no_type": ("(không ghi)", "(none)"),
    "documents": ("văn bản", "documents"),
    "headings": ("thể thức đúng", "headings right"),
    "all": ("đúng toàn bộ", "wholly right"),
    "duty_f1": ("F1 nhiệm vụ", "F1 duties"),
    "assignee_f1": ("F1 cơ quan", "F1 assignees"),
    "calibration": ("Độ tin cậy và tỷ lệ đúng", "Confidence and share right"),
    "heading": ("thể thức", "heading"),
    "duties": ("nhiệm vụ", "duties"),
    "count": ("giá trị", "values"),
    "share": ("tỷ lệ đúng", "share right"),
    "against": ("So với kết quả trước", "Against the earlier result"),
    "before": ("trước", "before"),
    "now": ("nay", "now"),
    "gain": ("thay đổi", "change"),
    "same": ("Không yếu tố nào thay đổi.", "No field has changed."),
    "won": ("Được thêm", "Won"),
    "lost": ("Mất đi", "Lost"),
    "not_both": (
        "Chỉ đo ở một lần: {names}. F1 hai lần không cùng tệp.",
        "Measured only once: {names}. The two F1 are of different files.",
    ),
    "misses": ("Chưa đúng", "Not right"),
    "wrong": ("sai", "wrong"),
    "missed": ("bỏ sót", "missed"),
    "extra": ("đọc thừa", "extra"),
    "near": ("gần đúng", "near"),
    "label": ("nhãn", "gold"),
    "given_is": ("đọc", "given"),
    "about": ("nhiệm vụ", "duty"),
    "none": ("Không có.", "None."),
}


def say(lang: str, key: str, **values: object) -> str:
    """The words under `key` in `lang`, with `values` filled in."""
    text = _WORDS[key][LANGUAGES.index(lang)]
    return text.format(**values) if values else text


def name_field(lang: str, field: str) -> str:
    """A field as it stands in a table: its name for `--show`, in Vietnamese with its term."""
    return field if lang == "en" else f"{FIELD_NAMES[field]} ({field})"
