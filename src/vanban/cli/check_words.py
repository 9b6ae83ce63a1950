"""What `vanban check` says beside the findings, in Vietnamese and English; nothing but words."""

from __future__ import annotations

from vanban.cli.wording import LANGUAGES

_WORDS: dict[str, tuple[str, str]] = {
    "form_right": ("Không thấy lỗi thể thức.", "No fault of form was found."),
    "left_out": (
        "Tệp không cho biết cách trình bày: bỏ qua {count} quy tắc về khổ giấy, cỡ chữ, kiểu chữ; hãy dùng bản .docx.",
        "The file does not tell how it is set: {count} rules on paper and letters were left out; use the .docx.",
    ),
    "fix_where": (
        "--fix không sửa vào tệp gốc; hãy thêm -o TỆP-MỚI.docx, hoặc -o THƯ-MỤC khi có nhiều tệp.",
        "--fix never changes the file itself; add -o NEW.docx, or -o FOLDER for several files.",
    ),
    "mended": ("Đã ghi bản sửa: {name}", "Mended copy written: {name}"),
    "same_name": (
        "{name}: có hai tệp cùng tên, bản sửa sẽ ghi đè nhau; hãy sửa riêng từng thư mục.",
        "{name}: two files have this name and their copies would overwrite each other; mend each folder on its own.",
    ),
    "strict_form": ("Kết thúc với mã 3 khi có lỗi thể thức.", "Exit with 3 when something was found."),
    "fixable": ("sửa được", "can be mended"),
    "severity_error": ("lỗi", "error"),
    "severity_warning": ("cảnh báo", "warning"),
    "severity_info": ("lưu ý", "note"),
    "at_page": ("trang {number}", "page {number}"),
    "at_paragraph": ("đoạn {number}", "paragraph {number}"),
    "at_cell": ("bảng {table}, hàng {row}, cột {column}", "table {table}, row {row}, column {column}"),
    "as_form": (
        "Quy định để đối chiếu: cơ quan nhà nước, Đảng, văn bản quy phạm pháp luật; mặc định theo từng văn bản.",
        "The rules to hold papers against: State, Party, normative; by default what each paper is.",
    ),
    "select": (
        "Chỉ kiểm tra các quy tắc có mã (hoặc đầu mã) này, cách nhau bằng dấu phẩy.",
        "Only rules with these codes or beginnings of codes, parted by commas.",
    ),
    "ignore": (
        "Bỏ qua các quy tắc có mã (hoặc đầu mã) này.",
        "Leave out rules with these codes or beginnings of codes.",
    ),
    "fix": (
        "Ghi một bản .docx mới (-o) đã sửa những lỗi sửa được chắc chắn; in ra những điểm còn lại.",
        "Write a new .docx (-o) with what can safely be mended mended; prints what is left.",
    ),
    "list_rules": ("Liệt kê các quy tắc.", "List the rules."),
    "m_codes": ("MÃ", "CODES"),
}


def say(lang: str, key: str, **values: object) -> str:
    """The words under `key` in `lang`, with `values` filled in."""
    text = _WORDS[key][LANGUAGES.index(lang)]
    return text.format(**values) if values else text
