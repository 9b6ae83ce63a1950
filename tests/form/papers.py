"""Right papers for the check of form, and faults planted into them with python-docx."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from making import Sheet, blocks, render_docx
from making.sheet import Paragraph as Block

Word = Any
Fault = Callable[[Word], None]

LETTER = Sheet(
    issuer_parent="UBND TỈNH BÌNH SƠN",
    issuer="SỞ NỘI VỤ",
    number="Số: 15/SNV-VP",
    place_date="Bình Sơn, ngày 05 tháng 02 năm 2026",
    subject="V/v rà soát hồ sơ công chức",
    addressees=("Sở Tài chính;", "Sở Y tế."),
    body=blocks(
        """
Thực hiện Kế hoạch số 45/KH-UBND ngày 12 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Bình Sơn về rà soát hồ sơ công chức, Sở Nội vụ đề nghị các cơ quan thực hiện một số nội dung sau:
1. Rà soát toàn bộ hồ sơ công chức đang quản lý theo quy định tại điểm a khoản 2 Điều 10 Mục 1 Chương II của Nghị định nêu trên, lập danh sách hồ sơ còn thiếu thành phần.
2. Gửi danh sách về Sở Nội vụ trước ngày 20 tháng 3 năm 2026 để tổng hợp, báo cáo Ủy ban nhân dân tỉnh xem xét, quyết định theo thẩm quyền và quy định của pháp luật./.
"""  # noqa: E501
    ),
    recipients=("Như trên;", "UBND tỉnh (để b/c);", "Lưu: VT, VP."),
    signature=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    signer="Đỗ Quang Minh",
)

DECISION = Sheet(
    issuer="ỦY BAN NHÂN DÂN\nTỈNH BÌNH SƠN",
    number="Số: 118/QĐ-UBND",
    place_date="Bình Sơn, ngày 12 tháng 6 năm 2026",
    type_title="QUYẾT ĐỊNH",
    subject="Về việc ban hành Quy chế quản lý kho lưu trữ",
    office="ỦY BAN NHÂN DÂN TỈNH BÌNH SƠN",
    grounds=(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Căn cứ Nghị quyết số 17/NQ-HĐND ngày 25 tháng 3 năm 2026 của Hội đồng nhân dân tỉnh về công tác lưu trữ;",
        "Theo đề nghị của Giám đốc Sở Nội vụ.",
    ),
    body=(
        Block("QUYẾT ĐỊNH:", "centred"),
        Block("**Điều 1.** Ban hành kèm theo Quyết định này Quy chế quản lý kho lưu trữ của tỉnh Bình Sơn."),
        Block("**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký."),
        Block("**Điều 3.** Chánh Văn phòng và Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./."),
    ),
    recipients=("Như Điều 3;", "Thường trực HĐND tỉnh;", "Lưu: VT, NC."),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Thái Văn Lực",
    attached=Sheet(
        type_title="QUY CHẾ",
        subject="Quản lý kho lưu trữ của tỉnh Bình Sơn",
        note="(Ban hành kèm theo Quyết định số 118/QĐ-UBND ngày 12 tháng 6 năm 2026\ncủa Ủy ban nhân dân tỉnh)",
        body=blocks(
            """
^ Chương I
^ QUY ĐỊNH CHUNG
# Điều 1. Phạm vi điều chỉnh
1. Quy chế này quy định việc quản lý kho lưu trữ:
a) Kho lưu trữ lịch sử của tỉnh;
b) Kho lưu trữ hiện hành của các sở;
c) Kho của các đơn vị sự nghiệp;
d) Kho của các xã, phường;
đ) Kho thuê ngoài.
2. Quy chế này áp dụng đối với các cơ quan của tỉnh.
# Điều 2. Nguyên tắc quản lý
1. Bảo đảm an toàn tài liệu.
2. Sử dụng đúng mục đích.
^ Chương II
^ ĐIỀU KHOẢN THI HÀNH
# Điều 3. Tổ chức thực hiện
Sở Nội vụ hướng dẫn, kiểm tra việc thực hiện Quy chế này./.
"""
        ),
    ),
)

PLAN = Sheet(
    issuer="ỦY BAN NHÂN DÂN\nTỈNH BÌNH SƠN",
    number="Số: 45/KH-UBND",
    place_date="Bình Sơn, ngày 12 tháng 01 năm 2026",
    type_title="KẾ HOẠCH",
    subject="Rà soát hồ sơ công chức năm 2026",
    body=blocks(
        """
Ủy ban nhân dân tỉnh ban hành Kế hoạch rà soát hồ sơ công chức năm 2026 như sau:
# I. MỤC ĐÍCH, YÊU CẦU
1. Hoàn thiện hồ sơ công chức, phân công theo Phụ lục I và Phụ lục II.
2. Rà soát đúng thời hạn.
# II. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ chủ trì, phối hợp với các sở thực hiện.
2. Các sở báo cáo kết quả trước ngày 15 tháng 12 năm 2026./.
"""
    ),
    recipients=("Thường trực Tỉnh ủy (để b/c);", "Các sở;", "Lưu: VT, NC."),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Lương Thị Nga",
    appendices=tuple(
        (
            Block(f"Phụ lục {number}", "centred"),
            Block(title, "centred"),
            Block("(Kèm theo Kế hoạch số 45/KH-UBND ngày 12 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh)", "italic"),
            *blocks("1. Sở Tài chính rà soát hồ sơ của mình.\n2. Sở Y tế rà soát hồ sơ của mình."),
        )
        for number, title in (("I", "DANH SÁCH CƠ QUAN"), ("II", "THÀNH PHẦN HỒ SƠ"))
    ),
)

PARTY = Sheet(
    issuer_parent="ĐẢNG BỘ TỈNH BÌNH SƠN",
    issuer="ĐẢNG ỦY PHƯỜNG PHỐ NGHĨA",
    system="party",
    number="Số 12-KH/ĐU",
    place_date="Phố Nghĩa, ngày 20 tháng 10 năm 2026",
    type_title="KẾ HOẠCH",
    subject="phát triển đảng viên quý IV/2026",
    body=blocks(
        """
Thực hiện Nghị quyết số 05-NQ/ĐU, ngày 06/9/2026 của Đảng ủy phường, Ban Thường vụ Đảng ủy ban hành Kế hoạch phát triển đảng viên như sau:
# I- MỤC TIÊU
1. Kết nạp từ 10 đảng viên trở lên.
2. Bồi dưỡng nhận thức về Đảng cho quần chúng ưu tú.
# II- TỔ CHỨC THỰC HIỆN
Các chi bộ nghiêm túc thực hiện Kế hoạch này.
"""  # noqa: E501
    ),
    recipients=("Ban Tổ chức Tỉnh ủy;", "Các chi bộ trực thuộc;", "Lưu Văn phòng Đảng ủy."),
    signature=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
    signer="Bế Thị Xuân Mai",
)

PAPERS = {"letter": LETTER, "decision": DECISION, "plan": PLAN, "party": PARTY}


def make_paper(name: str) -> bytes:
    """One of the right papers as a .docx."""
    return render_docx([PAPERS[name]])


def plant(data: bytes, fault: Fault) -> bytes:
    """The paper with a fault in it."""
    word = docx.Document(io.BytesIO(data))
    fault(word)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def find(word: Word, text: str) -> Paragraph:
    """The paragraph that begins with the text, tables included."""
    found = (Paragraph(element, word) for element in word.element.body.iter(qn("w:p")))
    return next(paragraph for paragraph in found if paragraph.text.startswith(text))


def say(old: str, new: str) -> Fault:
    """Put other words into the run that holds the old ones."""

    def change(word: Word) -> None:
        runs = (run for element in word.element.body.iter(qn("w:p")) for run in Paragraph(element, word).runs)
        run = next(run for run in runs if old in run.text)
        run.text = run.text.replace(old, new)

    return change


def size(text: str, points: float) -> Fault:
    """Set the letters of a paragraph larger or smaller."""

    def change(word: Word) -> None:
        for run in find(word, text).runs:
            run.font.size = Pt(points)

    return change


def style(text: str, **marks: bool) -> Fault:
    """Make a paragraph bold, italic or underlined, or not."""

    def change(word: Word) -> None:
        for run in find(word, text).runs:
            for name, value in marks.items():
                setattr(run, name, value)

    return change


def drop(text: str) -> Fault:
    """Take a paragraph out."""

    def change(word: Word) -> None:
        element = find(word, text)._p
        element.getparent().remove(element)

    return change


def page(**lengths: float) -> Fault:
    """Set margins or paper of every section, in millimetres."""

    def change(word: Word) -> None:
        for section in word.sections:
            for name, value in lengths.items():
                setattr(section, name, Mm(value))

    return change


def all_of(*faults: Fault) -> Fault:
    """Several changes that make one fault."""

    def change(word: Word) -> None:
        for fault in faults:
            fault(word)

    return change
