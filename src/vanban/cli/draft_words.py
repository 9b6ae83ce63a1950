"""What `vanban draft` and `vanban template` say, in Vietnamese and English."""

from __future__ import annotations

from vanban.cli.wording import LANGUAGES

_WORDS: dict[str, tuple[str, str]] = {
    "trace": (
        "Ghi vào tệp JSON này nguồn của từng đoạn: văn bản, yếu tố hoặc nhiệm vụ, câu gốc.",
        "Write to this JSON file where each paragraph comes from: document, field or duty, sentence.",
    ),
    "as_of": (
        "Ngày tính nhiệm vụ quá hạn, mặc định hôm nay (2021-11-01 hoặc 01/11/2021).",
        "Day at which duties are overdue, default today.",
    ),
    "template": (
        "Dùng mẫu .docx của cơ quan (docs/templates.md); cần cài thêm gói docxtpl.",
        "Fill the office's own .docx template (docs/templates.md); needs the package docxtpl.",
    ),
    "made_template": (
        "Đã lập mẫu với các trường: {fields}; hãy mở bằng Word để xem lại.",
        "Made a template with the fields {fields}; look it through in Word.",
    ),
    "several": (
        "{file}: tệp có {count} văn bản; mẫu lập theo văn bản thứ nhất.",
        "{file}: holds {count} documents; the template is made of the first.",
    ),
    "secret_package": (
        "Dự thảo có độ mật không gửi bằng gói edXML; hãy ghi ra .docx và gửi theo đường văn bản mật.",
        "A draft with a mark of secrecy does not go as an edXML package; write a .docx and send it the secret way.",
    ),
    "gaps": ("Dự thảo còn {count} chỗ cần bổ sung:", "{count} places of the draft are open:"),
    "gap": ("  [CẦN BỔ SUNG: {what}]  --set {setting}=…", "  [CẦN BỔ SUNG: {what}]  --set {setting}=…"),
    "gap_of_document": (
        "  [CẦN BỔ SUNG: {what}]  văn bản trong hồ sơ để trống",
        "  [CẦN BỔ SUNG: {what}]  left blank in a document of the dossier",
    ),
}


def say_of_draft(lang: str, key: str, /, **values: object) -> str:
    """The words under `key` in `lang`, with `values` filled in."""
    return _WORDS[key][LANGUAGES.index(lang)].format(**values)
