"""Forms of a paper, *thể thức*: the State's (NĐ 30/2020/NĐ-CP, Phụ lục I and III, Mẫu 1.4) and the Party's
(Hướng dẫn 05-HD/VPTW of 27/5/2026, as it is reported; where reports differ, as `data/party_form.toml` chooses).
"""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files

import msgspec

from vanban.write.drafts.word.letter_styles import LetterStyle

PAGE = (210, 297)


class Form(msgspec.Struct, frozen=True):
    """A form: lengths in millimetres, margins as top, bottom, left, right.

    `motto` holds printed lines with their styles, a rule as long as the last follows. `under_issuer` and
    `under_title` are marks that stand in place of a drawn rule; `ground_mark` opens a ground (*căn cứ*);
    `matter` opens the subject of a letter; `part` is the label of a part, "%1" its numeral.
    """

    margins: tuple[int, int, int, int]
    heading_columns: tuple[int, int]
    signature_columns: tuple[int, int]
    motto: tuple[tuple[str, str], ...]
    under_issuer: str
    under_title: str
    ground_mark: str
    end_mark: str
    matter: str
    part: str
    styles: tuple[LetterStyle, ...]

    @property
    def text_width(self) -> int:
        """Width between the margins."""
        return PAGE[0] - self.margins[2] - self.margins[3]

    def find_style(self, name: str) -> LetterStyle:
        """The letters of a component."""
        return next(style for style in self.styles if style.name == name)


def _state_body(name: str, *, bold: bool = False, italic: bool = False, keep_with_next: bool = False) -> LetterStyle:
    """Running text: justified, first line 1.27 cm, 6 pt between paragraphs, lines between single and 1.5 (II.6.e)."""
    return LetterStyle(name, 14, bold, italic, "both", 6, 0, 12.7, 1.1, keep_with_next)


def _party_body(
    name: str, lines: float, *, bold: bool = False, italic: bool = False, keep_with_next: bool = False
) -> LetterStyle:
    """Running text: justified, first line 1 cm, 6 pt between paragraphs, lines of exactly `lines` points."""
    return LetterStyle(name, 14, bold, italic, "both", 6, 0, 10, lines, keep_with_next)


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
    matter="V/v",
    part="%1.",
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
        LetterStyle("Văn bản đến", 14, keep_with_next=True),
        _state_body("Căn cứ", italic=True),
        _state_body("Nội dung"),
        _state_body("Heading 1", bold=True, keep_with_next=True),
        _state_body("Khoản"),
        _state_body("Khoản có tiêu đề", bold=True, keep_with_next=True),
        _state_body("Điểm"),
        _state_body("Gạch đầu dòng"),
        LetterStyle("Độ mật", 13, bold=True, before=6, boxed=True),
        LetterStyle("Trích yếu công văn", 12, before=6),
        LetterStyle("Kính gửi", 14, before=18, after=6),
        LetterStyle("Danh sách kính gửi", 14, alignment="left"),
        LetterStyle("Nơi nhận", 12, bold=True, italic=True, alignment="left"),
        LetterStyle("Danh sách nơi nhận", 11, alignment="left"),
        LetterStyle("Quyền hạn", 14, bold=True, keep_with_next=True),
        LetterStyle("Chức vụ", 14, bold=True, keep_with_next=True),
        LetterStyle("Họ tên người ký", 14, bold=True, before=72),
        LetterStyle("Đường kẻ", 2, before=2, after=6, line_spacing=5, rule=True),
        LetterStyle("Số trang", 14),
    ),
)


class PartyChoice(msgspec.Struct, frozen=True):
    """What reports of Hướng dẫn 05-HD/VPTW do not agree on (`data/party_form.toml`): lines in points, size of the
    motto, how a letter's subject opens, whether grounds are in italics, whether "ủy" or "uỷ" is written."""

    lines: float
    motto: float
    matter: str
    italic_grounds: bool
    tone: str


@functools.cache
def load_choice() -> PartyChoice:
    """The defaults of the file `data/party_form.toml`."""
    text = files("vanban.write.drafts").joinpath("data/party_form.toml").read_text("utf-8")
    table = {name: entry["value"] for name, entry in tomllib.loads(text).items()}
    return msgspec.convert(table, PartyChoice)


def make_party(choice: PartyChoice) -> Form:
    """The Party's form."""
    lines = choice.lines
    return Form(
        margins=(20, 20, 30, 15),
        heading_columns=(80, 85),
        signature_columns=(80, 85),
        motto=(("ĐẢNG CỘNG SẢN VIỆT NAM", "Tiêu đề"),),
        under_issuer="*",
        under_title="-----",
        ground_mark="- ",
        end_mark=".",
        matter=choice.matter,
        part="%1-",
        styles=(
            LetterStyle("Tiêu đề", choice.motto, bold=True),
            LetterStyle("Cơ quan chủ quản", 14),
            LetterStyle("Cơ quan ban hành", 14, bold=True),
            LetterStyle("Số, ký hiệu", 14),
            LetterStyle("Địa danh, thời gian", 14, italic=True),
            LetterStyle("Tên loại", 16, bold=True, before=18, keep_with_next=True),
            LetterStyle("Trích yếu", 14, bold=True, keep_with_next=True),
            LetterStyle("Văn bản đến", 14, keep_with_next=True),
            _party_body("Căn cứ", lines, italic=choice.italic_grounds),
            _party_body("Nội dung", lines),
            _party_body("Heading 1", lines, bold=True, keep_with_next=True),
            _party_body("Khoản", lines),
            _party_body("Khoản có tiêu đề", lines, bold=True, keep_with_next=True),
            _party_body("Điểm", lines),
            _party_body("Gạch đầu dòng", lines),
            LetterStyle("Độ mật", 13, bold=True, before=6, boxed=True),
            LetterStyle("Trích yếu công văn", 12, italic=True),
            LetterStyle("Kính gửi", 14, before=18, after=6),
            LetterStyle("Danh sách kính gửi", 14, alignment="left"),
            LetterStyle("Nơi nhận", 14, alignment="left", underline=True),
            LetterStyle("Danh sách nơi nhận", 12, alignment="left"),
            LetterStyle("Quyền hạn", 14, bold=True, keep_with_next=True),
            LetterStyle("Chức vụ", 14, keep_with_next=True),
            LetterStyle("Họ tên người ký", 14, bold=True, before=72),
            LetterStyle("Đường kẻ", 2, before=2, after=6, line_spacing=5, rule=True),
            LetterStyle("Số trang", 14),
        ),
    )
