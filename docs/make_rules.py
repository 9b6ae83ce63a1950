"""The pages of docs/rules/ from the docstrings of the rules of form: `make rules`.

`python docs/make_rules.py docs/rules` writes one page a rule and the list of all; a test says when they are stale.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Mapping
from pathlib import Path

from vanban.form import RULES, Rule

_FORMS = {"state": "cơ quan nhà nước", "party": "Đảng", "normative": "quy phạm pháp luật"}
_SEVERITIES = {"error": "lỗi", "warning": "cảnh báo", "info": "lưu ý"}
_TOPICS = {
    "page": "Khổ giấy, lề trang, số trang",
    "typeface": "Phông chữ, màu chữ",
    "letters": "Phông chữ, cỡ chữ, kiểu chữ của phần đầu",
    "heading": "Quốc hiệu, tên cơ quan, tên loại, trích yếu",
    "code": "Số, ký hiệu",
    "date": "Địa danh, ngày tháng",
    "addressees": "Kính gửi",
    "recipients": "Nơi nhận",
    "signature": "Phần ký",
    "body": "Nội dung",
    "numbering": "Phần, chương, mục, điều, khoản, điểm",
    "annex": "Phụ lục",
    "citation": "Viện dẫn, viết hoa",
    "placeholders": "Chỗ chưa điền",
}
_HEAD = """# Các quy tắc thể thức của `vanban check`

Mỗi quy tắc có mã, mức độ, nguồn và ví dụ đúng, sai. Trang này và các trang theo mã được tạo từ mã nguồn (`make rules`).
"Cần .docx": quy tắc về cách trình bày, chỉ kiểm tra được trên tệp Word.

*The rules of form, one page each, made from the docstrings in `src/vanban/form/`.*
"""


def make_pages() -> Mapping[str, str]:
    """All pages by file name."""
    pages = {f"{rule.code}.md": _make_page(rule) for rule in RULES}
    lines = [_HEAD]
    for module, topic in _TOPICS.items():
        rules = [rule for rule in RULES if rule.check.__module__ == f"vanban.form.{module}"]
        lines += [f"\n## {topic}\n", "| Mã | Quy tắc | Mức độ | Áp dụng | Cần .docx |", "|---|---|---|---|---|"]
        for rule in rules:
            forms = ", ".join(_FORMS[form] for form in rule.articles)
            asks = "x" if rule.layout else ""
            lines.append(
                f"| [{rule.code}]({rule.code}.md) | {rule.title} | {_SEVERITIES[rule.severity]} | {forms} | {asks} |"
            )
    pages["README.md"] = "\n".join(lines) + "\n"
    return pages


def _make_page(rule: Rule) -> str:
    """Title, what is asked, examples, source."""
    text = (inspect.getdoc(rule.check) or "").strip()
    title, _, rest = text.partition("\n")
    told = []
    for paragraph in rest.strip().split("\n\n"):
        examples = [line for line in paragraph.splitlines() if line.startswith(("Đúng:", "Sai:"))]
        if examples:
            told.append("\n".join(f"- **{line.partition(':')[0]}:**{line.partition(':')[2]}" for line in examples))
        else:
            told.append(" ".join(paragraph.split()))
    sources = "\n".join(f"- {_FORMS[form]}: {article}" for form, article in rule.articles.items())
    needs = "\n\nChỉ kiểm tra được trên tệp .docx." if rule.layout else ""
    body = "\n\n".join(told)
    head = f"# {rule.code}: {title.rstrip('.')}\n\nMức độ: {_SEVERITIES[rule.severity]}."
    return f"{head}\n\n{body}\n\nNguồn:\n\n{sources}{needs}\n"


def main(folder: str) -> None:
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    pages = make_pages()
    for old in target.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (target / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
