"""What `vanban draft` and `vanban template` say, in Vietnamese and English."""

from __future__ import annotations

DRAFT_WORDS: dict[str, tuple[str, str]] = {
    "trace": (
        "Ghi vào tệp JSON này nguồn của từng đoạn: văn bản, yếu tố hoặc nhiệm vụ, câu gốc.",
        "Write to this JSON file where each paragraph comes from: document, field or duty, sentence.",
    ),
    "as_of_draft": (
        "Ngày tính nhiệm vụ quá hạn, mặc định hôm nay (2021-11-01 hoặc 01/11/2021).",
        "Day at which duties are overdue, default today.",
    ),
    "template_option": (
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
    "template": (
        "Lập mẫu từ một văn bản .docx của cơ quan: yếu tố nào nhận ra thì thay bằng trường, phần còn lại giữ nguyên.",
        "Turn a .docx letter of the office into a template: what is recognised gives way to fields, the rest stays.",
    ),
    "package": (
        "Đóng gói edXML (QCVN 102:2016) từ một văn bản: đầu gói lấy từ tệp thứ nhất, mọi tệp đều được đính kèm.",
        "Make an edXML package (QCVN 102:2016) of a document: its head is that of the first file, all are attached.",
    ),
    "template_short": ("Lập mẫu văn bản của cơ quan.", "Make a template of the office."),
    "package_short": ("Đóng gói edXML để gửi liên thông.", "Make an edXML package."),
}
