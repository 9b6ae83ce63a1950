"""A letter of our own with its label, and documents made without the parser."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

LETTER = """UBND TỈNH HẢI LĂNG
SỞ Y TẾ

Số: 15/SYT-NVY

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hải Lăng, ngày 03 tháng 02 năm 2025

V/v trực cấp cứu

Kính gửi: Các bệnh viện.

Sở Y tế yêu cầu Bệnh viện Đa khoa tỉnh lập danh sách trực gửi về Sở trước ngày 10/02/2025.

Nơi nhận:
- Như trên;
- Lưu: VT.

GIÁM ĐỐC

Lê Văn Thử
"""

LABEL: dict[str, Any] = {
    "document_type": "Công văn",
    "number": "15",
    "notation": "SYT-NVY",
    "date": "2025-02-03",
    "place": "Hải Lăng",
    "issuer": "SỞ Y TẾ",
    "issuer_parent": "UBND TỈNH HẢI LĂNG",
    "subject": "trực cấp cứu",
    "priority": None,
    "addressees": ["Các bệnh viện"],
    "recipients": ["Như trên"],
    "signers": [{"full_name": "Lê Văn Thử", "position": "GIÁM ĐỐC", "competence": None}],
    "references": [],
    "duties": [
        {
            "action": "lập danh sách trực gửi về Sở",
            "assignees": ["Bệnh viện Đa khoa tỉnh"],
            "coordinators": [],
            "deadline": "2025-02-10",
            "recurrence": None,
        }
    ],
}

Paper = Callable[..., Path]


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    """Writes a letter and adds its record to labels.jsonl; gives the labels. Changes of the label by name."""

    def write(name: str = "a.txt", text: str | None = LETTER, format: str | None = "txt", **changes: Any) -> Path:
        if text is not None:
            (tmp_path / name).write_text(text, encoding="utf-8")
        record = {"id": Path(name).stem, "file": name, "format": format, "documents": [{**LABEL, **changes}]}
        labels = tmp_path / "labels.jsonl"
        with labels.open("a", encoding="utf-8") as file:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
        return labels

    return write
