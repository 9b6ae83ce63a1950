"""Forms of a paper, *thể thức*: the State's (NĐ 30/2020/NĐ-CP, Phụ lục I and III, Mẫu 1.4) and the Party's
(Hướng dẫn 05-HD/VPTW of 27/5/2026, as it is reported; where reports differ, what 36-HD/VPTW also allows).
"""

from __future__ import annotations

import msgspec

from vanban.write.letter_styles import LetterStyle

PAGE = (210, 297)


class Form(msgspec.Struct, frozen=True):
    """A form: lengths in millimetres, margins as top, bottom, left, right.

    `motto` holds printed lines with their styles, a rule as long as the last follows. `under_issuer` and
    `under_title` are marks that stand in place of a drawn rule; `ground_mark` opens a ground (*căn cứ*).
    """

    margins: tuple[int, int, int, int]
    heading_columns: tuple[int, int]
    signature_columns: tuple[int, int]
    motto: tuple[tuple[str, str], ...]
    under_issuer: str
    under_title: str
    ground_mark: str
    end_mark: str
    styles: tuple[LetterStyle, ...]

    @property
    def text_width(self) -> int:
        """Width between the margins."""
        return PAGE[0] - self.margins[2] - self.margins[3]


def _state_body(name: str, *, bold: bool = False, italic: bool = False, keep_with_next: bool = False) -> LetterStyle:
    """Running text: justified, first line 1.27 cm, 6 pt between paragraphs, lines between single and 1.5 (II.6.e)."""
    return LetterStyle(name, 14, bold, italic, "both", 6, 0, 12.7, 1.1, keep_with_next)


def _party_body(name: str, *, bold: bool = False, keep_with_next: bool = False) -> LetterStyle:
    """Running text: justified, first line 1 cm, 6 pt between paragraphs, lines of exactly 18 pt."""
    return LetterStyle(name, 14, bold, False, "both", 6, 0, 10, 18, keep_with_next)


STATE = Form(
    margins=(25, 20, 35, 20),
    # The issued template's 67.5 + 100 mm hang over the margins; these hold Quốc hiệu at 12 points and do not.
    heading_columns=(65, 90),
    signature_columns=(70, 85),
    motto=(("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quốc hiệu"), ("Độc lập - Tự do - Hạnh phúc", "Tiêu ngữ")),
    under_issuer="",
    under_title="",
    ground_mark="",
    end_mark="./.",
    # Phụ lục I, Phần I, Mục V: the letter table.
    styles=(
        LetterStyle("Quốc hiệu", 12, bold=True),
        LetterStyle("Tiêu ngữ", 13, bold=True),
        LetterStyle("Cơ quan chủ quản", 12),
        LetterStyle("Cơ quan ban hành", 12, bold=True),
        LetterStyle("Số, ký hiệu", 13, before=4),
        LetterStyle("Địa danh, thời gian", 13, italic=True, before=4),
        LetterStyle("Tên loại", 14, bold=True, before=18, keep_with_next=True),
        LetterStyle("Trích yếu", 14, bold=True, keep_with_next=True),
        _state_body("Căn cứ", italic=True),
        _state_body("Nội dung"),
        _state_body("Heading 1", bold=True, keep_with_next=True),
        _state_body("Khoản"),
        LetterStyle("Nơi nhận", 12, bold=True, italic=True, alignment="left"),
        LetterStyle("Danh sách nơi nhận", 11, alignment="left"),
        LetterStyle("Quyền hạn", 14, bold=True, keep_with_next=True),
        LetterStyle("Chức vụ", 14, bold=True, keep_with_next=True),
        LetterStyle("Họ tên người ký", 14, bold=True, before=72),
        LetterStyle("Đường kẻ", 2, before=2, after=6, line_spacing=5, rule=True),
        LetterStyle("Số trang", 14),
    ),
)

PARTY = Form(
    margins=(20, 20, 30, 15),
    heading_columns=(80, 85),
    signature_columns=(80, 85),
    motto=(("ĐẢNG CỘNG SẢN VIỆT NAM", "Tiêu đề"),),
    under_issuer="*",
    under_title="-----",
    ground_mark="- ",
    end_mark=".",
    styles=(
        LetterStyle("Tiêu đề", 15, bold=True),
        LetterStyle("Cơ quan chủ quản", 14),
        LetterStyle("Cơ quan ban hành", 14, bold=True),
        LetterStyle("Số, ký hiệu", 14),
        LetterStyle("Địa danh, thời gian", 14, italic=True),
        LetterStyle("Tên loại", 16, bold=True, before=18, keep_with_next=True),
        LetterStyle("Trích yếu", 14, bold=True, keep_with_next=True),
        _party_body("Căn cứ"),
        _party_body("Nội dung"),
        _party_body("Heading 1", bold=True, keep_with_next=True),
        _party_body("Khoản"),
        LetterStyle("Nơi nhận", 14, alignment="left", underline=True),
        LetterStyle("Danh sách nơi nhận", 12, alignment="left"),
        LetterStyle("Quyền hạn", 14, bold=True, keep_with_next=True),
        LetterStyle("Chức vụ", 14, keep_with_next=True),
        LetterStyle("Họ tên người ký", 14, bold=True, before=72),
        LetterStyle("Đường kẻ", 2, before=2, after=6, line_spacing=5, rule=True),
        LetterStyle("Số trang", 14),
    ),
)
