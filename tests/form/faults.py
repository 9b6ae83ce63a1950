"""One fault for each rule: its code, the right paper that it is planted into, and the change."""

from __future__ import annotations

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from form.papers import Fault, Word, all_of, drop, find, page, say, size, style

MOTTO, SLOGAN = "CỘNG HÒA", "Độc lập"
OPENING = "Thực hiện Kế hoạch"
LONG = (
    "Ủy ban nhân dân tỉnh đề nghị các cơ quan, đơn vị khẩn trương thực hiện, bảo đảm đúng tiến độ và chất lượng. " * 60
)


def number(**marks: object) -> Fault:
    """Change the paragraph of the page number."""

    def change(word: Word) -> None:
        place = word.sections[0].header.paragraphs[0]
        if "alignment" in marks:
            place.alignment = marks["alignment"]
        if "words" in marks:
            place.insert_paragraph_before()
            place._p.insert(1, place.add_run(str(marks["words"]))._r)
        for run in place._p.iter(qn("w:fldSimple")):
            if "size" in marks:
                inner, properties, mark = (OxmlElement(f"w:{name}") for name in ("r", "rPr", "sz"))
                mark.set(qn("w:val"), str(marks["size"]))
                properties.append(mark)
                inner.append(properties)
                run.append(inner)

    return change


def number_below(word: Word) -> None:
    """Move the page number to the foot."""
    field = next(word.sections[0].header._element.iter(qn("w:fldSimple")))
    foot = word.sections[0].footer.paragraphs[0]
    foot.alignment = ALIGN.CENTER
    foot._p.append(field)


def without_number(word: Word) -> None:
    """A long paper without page numbers."""
    field = next(word.sections[0].header._element.iter(qn("w:fldSimple")))
    field.getparent().remove(field)
    run = find(word, "1. Rà soát").runs[0]
    run.text = run.text + " " + LONG.strip()


def number_first(word: Word) -> None:
    """Show the number on page one."""
    word.sections[0].different_first_page_header_footer = False


def lie_down(word: Word) -> None:
    """Turn a page without tables."""
    section = word.sections[0]
    section.page_width, section.page_height = section.page_height, section.page_width


def font(text: str, name: str) -> Fault:
    """Another font for a paragraph."""

    def change(word: Word) -> None:
        for run in find(word, text).runs:
            run.font.name = name

    return change


def colour(word: Word) -> None:
    """Red letters."""
    find(word, "2. Gửi").runs[0].font.color.rgb = RGBColor(0xFF, 0, 0)


def without_rule(word: Word) -> None:
    """No border in the heading."""
    for borders in list(word.element.body.iter(qn("w:pBdr"))):
        borders.getparent().remove(borders)


def shape(starts: tuple[str, ...], **lengths: object) -> Fault:
    """The layout of some paragraphs."""

    def change(word: Word) -> None:
        for text in starts:
            layout = find(word, text).paragraph_format
            for name, value in lengths.items():
                setattr(layout, name, value)

    return change


def text(start: str, words: str) -> Fault:
    """Other words for a whole paragraph, in the look of its first run."""

    def change(word: Word) -> None:
        paragraph = find(word, start)
        for run in paragraph.runs[1:]:
            run._r.getparent().remove(run._r)
        paragraph.runs[0].text = words

    return change


def after(start: str, *lines: str) -> Fault:
    """More paragraphs behind one, in its look."""

    def change(word: Word) -> None:
        from copy import deepcopy

        place = find(word, start)._p
        for line in lines:
            made = deepcopy(place)
            place.addnext(made)
            paragraph = Paragraph(made, word)
            for run in paragraph.runs[1:]:
                run._r.getparent().remove(run._r)
            paragraph.runs[0].text = line
            place = made

    return change


def blank_lines(word: Word) -> None:
    """An empty paragraph behind each of the body."""
    for start in ("Ủy ban nhân dân tỉnh", "I. MỤC", "1. Hoàn", "2. Rà", "II. TỔ", "1. Sở Nội"):
        find(word, start)._p.addnext(OxmlElement("w:p"))


BODY = (OPENING, "1. Rà soát", "2. Gửi")
ONE_SEND = all_of(drop("- Sở Y tế"), drop("- Sở Tài chính"), text("Kính gửi", "Kính gửi: Sở Tài chính"))

FAULTS: dict[str, tuple[str, Fault]] = {
    "VB101": ("letter", page(page_width=216, page_height=279)),
    "VB102": ("letter", lie_down),
    "VB103": ("letter", page(top_margin=28)),
    "VB104": ("letter", page(bottom_margin=15)),
    "VB105": ("letter", page(left_margin=25.4)),
    "VB106": ("letter", page(right_margin=25.4)),
    "VB107": ("party", page(right_margin=25)),
    "VB108": ("letter", without_number),
    "VB109": ("letter", number_below),
    "VB110": ("letter", number(alignment=ALIGN.RIGHT)),
    "VB111": ("letter", number_first),
    "VB112": ("letter", number(size=22)),
    "VB113": ("letter", number(words="Trang ")),
    "VB201": ("letter", font("2. Gửi", "Arial")),
    "VB202": ("letter", colour),
    "VB203": ("letter", size(MOTTO, 14)),
    "VB204": ("letter", style(MOTTO, bold=False)),
    "VB205": ("letter", size(SLOGAN, 12)),
    "VB206": ("letter", style(SLOGAN, italic=True)),
    "VB207": ("letter", size(MOTTO, 13)),
    "VB208": ("letter", size("SỞ NỘI VỤ", 14)),
    "VB209": ("letter", style("SỞ NỘI VỤ", bold=False)),
    "VB210": ("letter", size("UBND TỈNH", 14)),
    "VB211": ("letter", style("UBND TỈNH", bold=True)),
    "VB212": ("letter", size("Số: 15", 14)),
    "VB213": ("letter", style("Số: 15", italic=True)),
    "VB214": ("letter", size("Bình Sơn, ngày", 12)),
    "VB215": ("letter", style("Bình Sơn, ngày", italic=False)),
    "VB216": ("plan", size("KẾ HOẠCH", 16)),
    "VB217": ("plan", style("KẾ HOẠCH", bold=False)),
    "VB218": ("plan", size("Rà soát hồ sơ", 12)),
    "VB219": ("plan", style("Rà soát hồ sơ", italic=True)),
    "VB220": ("letter", size("V/v", 14)),
    "VB221": ("letter", style("V/v", italic=True)),
    "VB231": ("party", style("ĐẢNG ỦY", bold=False)),
    "VB232": ("party", style("Phố Nghĩa, ngày", italic=False)),
    "VB233": ("party", style("KẾ HOẠCH", bold=False)),
    "VB301": ("letter", all_of(drop(MOTTO), drop(SLOGAN))),
    "VB302": ("letter", text(MOTTO, "Cộng hòa xã hội chủ nghĩa Việt Nam")),
    "VB303": ("letter", drop(SLOGAN)),
    "VB304": ("letter", text(SLOGAN, "Độc lập – Tự do – Hạnh phúc")),
    "VB305": ("letter", without_rule),
    "VB306": ("letter", style(SLOGAN, underline=True)),
    "VB307": ("letter", all_of(drop("UBND TỈNH"), drop("SỞ NỘI VỤ"))),
    "VB308": ("letter", text("SỞ NỘI VỤ", "Sở Nội vụ")),
    "VB309": ("plan", text("KẾ HOẠCH", "Kế hoạch")),
    "VB310": ("letter", drop("V/v")),
    "VB311": ("letter", text("V/v", "V/v: rà soát hồ sơ công chức")),
    "VB312": ("plan", text("Rà soát hồ sơ", "Rà soát hồ sơ công chức năm 2026.")),
    "VB313": ("plan", text("Rà soát hồ sơ", "RÀ SOÁT HỒ SƠ CÔNG CHỨC NĂM 2026")),
    "VB314": ("plan", after("Rà soát hồ sơ", "Kính gửi: Sở Nội vụ")),
    "VB315": ("plan", text("Số: 45", "Số: 45-KH/UBND")),
    "VB321": ("party", drop("ĐẢNG CỘNG SẢN")),
    "VB322": ("party", text("ĐẢNG CỘNG SẢN", "Đảng Cộng sản Việt Nam")),
    "VB323": ("party", style("ĐẢNG CỘNG SẢN", bold=False)),
    "VB324": ("party", drop("*")),
    "VB401": ("letter", drop("Số: 15")),
    "VB402": ("letter", text("Số: 15", "Số 15/SNV-VP")),
    "VB403": ("letter", text("Số: 15", "SỐ: 15/SNV-VP")),
    "VB404": ("letter", text("Số: 15", "Số: 15 /SNV-VP")),
    "VB405": ("letter", text("Số: 15", "Số: 15/SNV–VP")),
    "VB406": ("letter", text("Số: 15", "Số: 5/SNV-VP")),
    "VB407": ("plan", text("Số: 45", "Số: 45/KH-ubnd")),
    "VB408": ("plan", text("Số: 45", "Số: 45/TB-UBND")),
    "VB409": ("plan", text("Số: 45", "Số: 45/UBND-NC")),
    "VB410": ("letter", text("Số: 15", "Số: 15/CV-SNV")),
    "VB411": ("letter", text("Số: 15", "Số: 15/SNV")),
    "VB412": ("plan", text("Số: 45", "Số: 45/KH-HĐND")),
    "VB421": ("party", text("Số 12", "Số: 12-KH/ĐU")),
    "VB422": ("party", text("Số 12", "Số 12/KH-ĐU")),
    "VB423": ("party", text("Số 12", "Số 12-TB/ĐU")),
    "VB501": ("letter", drop("Bình Sơn, ngày")),
    "VB502": ("letter", say("ngày 05 tháng 02 năm 2026", "ngày 5 tháng 02 năm 2026")),
    "VB503": ("letter", say("ngày 05 tháng 02 năm 2026", "ngày 05 tháng 2 năm 2026")),
    "VB504": ("decision", text("Bình Sơn, ngày", "Bình Sơn, ngày 12 tháng 06 năm 2026")),
    "VB505": ("letter", text("Bình Sơn, ngày", "Bình Sơn, ngày 05/02/2026")),
    "VB506": ("letter", text("Bình Sơn, ngày", "Bình Sơn, ngày 31 tháng 4 năm 2026")),
    "VB507": ("letter", text("Bình Sơn, ngày", "Bình Sơn ngày 05 tháng 02 năm 2026")),
    "VB508": ("letter", text("Bình Sơn, ngày", "Bình Sơn, ngày 05 Tháng 02 Năm 2026")),
    "VB509": ("letter", text("Bình Sơn, ngày", "BÌNH SƠN, ngày 05 tháng 02 năm 2026")),
    "VB510": ("letter", text("Bình Sơn, ngày", "TP. Bình Sơn, ngày 05 tháng 02 năm 2026")),
    "VB511": ("letter", text("Bình Sơn, ngày", "Ngày 05 tháng 02 năm 2026")),
    "VB601": ("letter", all_of(drop("Kính gửi"), drop("- Sở Tài chính"), drop("- Sở Y tế"), drop("- Như trên"))),
    "VB602": ("letter", all_of(ONE_SEND, text("Kính gửi", "Kính gửi Sở Tài chính"))),
    "VB603": ("letter", drop("- Sở Tài chính")),
    "VB604": ("letter", all_of(ONE_SEND, text("Kính gửi", "Kính gửi: Sở Tài chính;"))),
    "VB605": ("letter", all_of(ONE_SEND, text("Kính gửi", "Kính gửi: Sở Tài chính; Sở Y tế"))),
    "VB606": ("letter", all_of(text("- Sở Tài", "Sở Tài chính;"), text("- Sở Y tế", "Sở Y tế."))),
    "VB607": ("letter", text("- Sở Tài", "- Sở Tài chính,")),
    "VB608": ("letter", size("Kính gửi", 12)),
    "VB609": ("letter", style("Kính gửi", italic=True)),
    "VB610": (
        "party",
        all_of(
            text("Số 12", "Số 12-TTr/ĐU"),
            text("KẾ HOẠCH", "TỜ TRÌNH"),
            after("phát triển đảng viên", "Kính gửi: Ban Thường vụ Tỉnh ủy"),
        ),
    ),
    "VB621": ("letter", all_of(drop("Nơi nhận"), drop("- Như trên"), drop("- UBND tỉnh"), drop("- Lưu"))),
    "VB622": ("letter", text("Nơi nhận", "Nơi nhận")),
    "VB623": ("letter", all_of(drop("- Như trên"), text("Nơi nhận", "Nơi nhận: - Như trên;"))),
    "VB624": ("letter", text("- UBND tỉnh", "UBND tỉnh (để b/c);")),
    "VB625": ("letter", text("- UBND tỉnh", "- UBND tỉnh (để b/c),")),
    "VB626": ("letter", text("- Lưu", "- Lưu: VT, VP")),
    "VB627": ("letter", text("- Lưu", "- Phòng Công chức, viên chức.")),
    "VB628": (
        "letter",
        all_of(text("- UBND tỉnh", "- Lưu: VT, VP;"), text("- Lưu: VT, VP.", "- UBND tỉnh (để b/c).")),
    ),
    "VB629": ("letter", text("- Lưu", "- Lưu VT, VP.")),
    "VB630": ("letter", text("- Lưu", "- Lưu: Văn thư, VP.")),
    "VB631": ("letter", text("- Lưu", "- Lưu: VT.")),
    "VB632": ("letter", drop("- Như trên")),
    "VB633": ("plan", text("- Các sở", "- Như trên;")),
    "VB634": ("decision", text("- Như Điều", "- Như Điều 4;")),
    "VB635": ("letter", size("Nơi nhận", 14)),
    "VB636": ("letter", style("Nơi nhận", italic=False)),
    "VB637": ("letter", size("- UBND tỉnh", 14)),
    "VB638": ("letter", style("- UBND tỉnh", italic=True)),
    "VB641": ("party", text("- Lưu", "- Lưu: Văn phòng Đảng ủy.")),
    "VB642": ("party", style("Nơi nhận", italic=True)),
    "VB701": ("letter", all_of(drop("KT. GIÁM ĐỐC"), drop("PHÓ GIÁM ĐỐC"), drop("Đỗ Quang Minh"))),
    "VB702": ("letter", text("KT. GIÁM ĐỐC", "KT GIÁM ĐỐC")),
    "VB703": ("letter", text("KT. GIÁM ĐỐC", "KT.GIÁM ĐỐC")),
    "VB704": ("letter", drop("KT. GIÁM ĐỐC")),
    "VB705": ("letter", text("PHÓ GIÁM ĐỐC", "GIÁM ĐỐC")),
    "VB706": ("letter", text("PHÓ GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")),
    "VB707": ("letter", all_of(text("KT. GIÁM ĐỐC", "TL. GIÁM ĐỐC"), text("PHÓ GIÁM ĐỐC", "GIÁM ĐỐC"))),
    "VB708": ("letter", text("PHÓ GIÁM ĐỐC", "Phó Giám đốc")),
    "VB709": ("letter", text("Đỗ Quang Minh", "ĐỖ QUANG MINH")),
    "VB710": ("letter", text("Đỗ Quang Minh", "TS. Đỗ Quang Minh")),
    "VB711": ("letter", size("PHÓ GIÁM ĐỐC", 12)),
    "VB712": ("letter", style("PHÓ GIÁM ĐỐC", bold=False)),
    "VB713": ("letter", size("Đỗ Quang Minh", 12)),
    "VB714": ("letter", style("Đỗ Quang Minh", bold=False)),
    "VB721": ("party", text("T/M BAN", "TM. BAN THƯỜNG VỤ")),
    "VB722": ("party", text("T/M BAN", "K/T BÍ THƯ")),
    "VB723": ("party", style("T/M BAN", bold=False)),
    "VB801": ("letter", say("pháp luật./.", "pháp luật.")),
    "VB802": ("letter", say("pháp luật./.", "pháp luật ./.")),
    "VB803": ("decision", say("ngày 16 tháng 6 năm 2025;", "ngày 16 tháng 6 năm 2025.")),
    "VB804": ("decision", style("Căn cứ Luật", italic=False)),
    "VB805": ("letter", size("2. Gửi", 12)),
    "VB806": ("letter", size("2. Gửi", 13)),
    "VB807": ("letter", all_of(style("1. Rà soát", italic=True), style("2. Gửi", italic=True))),
    "VB808": ("letter", shape(BODY, alignment=ALIGN.LEFT)),
    "VB809": ("letter", shape(BODY, first_line_indent=Mm(0))),
    "VB810": ("letter", shape(BODY, space_before=Pt(0), space_after=Pt(0))),
    "VB811": ("letter", shape(BODY, line_spacing=2.0)),
    "VB812": ("plan", blank_lines),
    "VB821": ("party", say("thực hiện Kế hoạch này.", "thực hiện Kế hoạch này./.")),
    "VB822": ("party", size("Thực hiện Nghị quyết", 12)),
    "VB831": ("decision", all_of(say("Điều 3.", "Điều 4."), text("- Như Điều", "- Như Điều 4;"))),
    "VB832": ("letter", say("2. Gửi", "3. Gửi")),
    "VB833": ("decision", say("đ) Kho thuê", "e) Kho thuê")),
    "VB834": ("plan", say("II. TỔ CHỨC", "III. TỔ CHỨC")),
    "VB835": ("decision", say("Điều 2. Nguyên tắc", "Điều 2: Nguyên tắc")),
    "VB836": ("letter", all_of(say("1. Rà", "1) Rà"), say("2. Gửi", "2. Gửi"))),
    "VB837": ("decision", say("c) Kho của", "c. Kho của")),
    "VB838": ("decision", text("Chương II", "Chương 2")),
    "VB839": ("decision", after("QUY ĐỊNH CHUNG", "Mục I", "PHẠM VI")),
    "VB840": ("decision", text("Chương II", "CHƯƠNG II")),
    "VB841": ("decision", text("ĐIỀU KHOẢN THI HÀNH", "Điều khoản thi hành")),
    "VB842": ("plan", text("II. TỔ CHỨC", "II. Tổ chức thực hiện")),
    "VB843": ("decision", style("Điều 2. Nguyên tắc", bold=False)),
    "VB844": ("plan", style("II. TỔ CHỨC", bold=False)),
    "VB845": ("decision", style("Chương II", bold=False)),
    "VB851": ("plan", say(", phân công theo Phụ lục I và Phụ lục II.", ".")),
    "VB852": ("plan", all_of(text("Phụ lục II", "Phụ lục 2"))),
    "VB853": ("plan", text("Phụ lục II", "PHỤ LỤC II")),
    "VB854": ("plan", text("Phụ lục II", "Phụ lục II. Hồ sơ")),
    "VB855": ("plan", drop("(Kèm theo Kế hoạch")),
    "VB856": ("plan", size("Phụ lục II", 12)),
    "VB857": ("plan", style("Phụ lục II", bold=False)),
    "VB858": ("plan", shape(("Phụ lục II",), alignment=ALIGN.LEFT)),
    "VB901": ("letter", say("khoản 2 Điều 10", "Khoản 2 Điều 10")),
    "VB902": ("letter", say("khoản 2 Điều 10", "khoản 2 điều 10")),
    "VB903": ("letter", say("Điều 10 Mục 1", "Điều 10 mục 1")),
    "VB904": ("letter", say("Thực hiện Kế hoạch số", "Thực hiện kế hoạch số")),
    "VB905": ("decision", say(" ngày 25 tháng 3 năm 2026 của Hội", " của Hội")),
    "VB906": ("decision", say("địa phương ngày 16 tháng 6 năm 2025", "địa phương số 72/2025/QH15")),
    "VB911": ("letter", say("báo cáo Ủy ban nhân dân", "báo cáo ủy ban nhân dân")),
    "VB912": ("letter", say("báo cáo Ủy ban nhân dân", "báo cáo Ủy Ban Nhân Dân")),
    "VB913": ("letter", say("về Sở Nội vụ trước", "về sở Nội vụ trước")),
    "VB914": ("letter", say("nhân dân tỉnh Bình Sơn", "nhân dân Tỉnh Bình Sơn")),
    "VB915": ("letter", say("trước ngày 20 tháng 3 năm 2026", "vào sáng thứ hai đầu tháng 3 năm 2026")),
    "VB916": ("letter", say("trước ngày 20 tháng 3 năm 2026", "trước tết nguyên đán năm 2026")),
    "VB921": ("party", say("05-NQ/ĐU, ngày", "05-NQ/ĐU ngày")),
    "VB951": ("letter", say("Đỗ Quang Minh", "[CẦN BỔ SUNG: họ và tên người ký]")),
    "VB952": ("letter", say("lập danh sách", "lập {{ danh_sach }}")),
    "VB953": ("letter", say("trước ngày 20 tháng 3 năm 2026", "trước ngày ………… năm 2026")),
    "VB954": ("letter", text("Số: 15", "Số:      /SNV-VP")),
    "VB955": ("letter", text("Bình Sơn, ngày", "Bình Sơn, ngày      tháng      năm 2026")),
    "VB956": ("letter", after("Số: 15", "DỰ THẢO")),
}
"""The rule of normative documents (VB413) stands in the test: it needs to be told what the paper is."""
