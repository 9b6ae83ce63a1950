"""A dossier across 1 July 2025: a plan of a province that was merged since, an order of the province that took its
place, a plan of the department that took the place of the one that was ordered."""
# ruff: noqa: E501 -- a paragraph of a document is one line here

from making import Sheet, blocks

PLAN = Sheet(
    issuer="ỦY BAN NHÂN DÂN\nTỈNH HẢI LĂNG",
    number="Số: 88/KH-UBND",
    place_date="Hải Lăng, ngày 14 tháng 10 năm 2024",
    type_title="KẾ HOẠCH",
    subject="Phủ sóng di động các thôn, bản giai đoạn 2024 - 2026",
    body=blocks(
        """
# I. MỤC TIÊU
1. Xóa vùng trắng sóng di động ở 31 thôn, bản.
# II. TỔ CHỨC THỰC HIỆN
# 1. Sở Thông tin và Truyền thông
a) Khảo sát, lập danh sách các thôn, bản chưa có sóng di động và công bố trước ngày 31 tháng 12 năm 2025.
b) Hướng dẫn doanh nghiệp viễn thông dùng chung cột ăng ten.
# 2. Sở Tài chính
a) Bố trí kinh phí hỗ trợ điện cho các trạm phát sóng ở thôn, bản.
"""
    ),
    recipients=("Sở Thông tin và Truyền thông;", "Sở Tài chính;", "Lưu: VT, VX."),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Đặng Hữu Phước",
)

LETTER = Sheet(
    issuer="ỦY BAN NHÂN DÂN\nTỈNH BÌNH LĂNG",
    number="Số: 512/UBND-VX",
    place_date="Bình Lăng, ngày 22 tháng 8 năm 2025",
    subject="V/v tiếp tục thực hiện các kế hoạch của tỉnh Hải Lăng trước sắp xếp",
    addressees=("Sở Khoa học và Công nghệ.",),
    body=blocks(
        """
Tiếp theo Kế hoạch số 88/KH-UBND ngày 14 tháng 10 năm 2024 của Ủy ban nhân dân tỉnh Hải Lăng, Ủy ban nhân dân tỉnh yêu cầu:
1. Sở Khoa học và Công nghệ tiếp tục thực hiện điểm a khoản 1 Mục II Kế hoạch nêu trên trên địa bàn tỉnh Hải Lăng cũ, hoàn thành trước ngày 28 tháng 11 năm 2025.
"""
    ),
    recipients=("Như trên;", "Lưu: VT, VX."),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Lò Văn Sáng",
)

DEPARTMENT = Sheet(
    issuer_parent="UBND TỈNH BÌNH LĂNG",
    issuer="SỞ KHOA HỌC VÀ CÔNG NGHỆ",
    number="Số: 97/KH-SKHCN",
    place_date="Bình Lăng, ngày 05 tháng 9 năm 2025",
    type_title="KẾ HOẠCH",
    subject="Thực hiện Công văn số 512/UBND-VX ngày 22 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh",
    body=blocks(
        """
Thực hiện Công văn số 512/UBND-VX ngày 22 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh, Sở Khoa học và Công nghệ xây dựng kế hoạch như sau:
# I. NHIỆM VỤ
1. Phòng Bưu chính - Viễn thông khảo sát, lập danh sách các thôn, bản chưa có sóng di động, trình Giám đốc Sở trước ngày 10 tháng 11 năm 2025.
2. Văn phòng theo dõi, đôn đốc việc thực hiện Kế hoạch này.
"""
    ),
    recipients=("UBND tỉnh (để b/c);", "Phòng Bưu chính - Viễn thông;", "Lưu: VT, BCVT."),
    signature=("GIÁM ĐỐC",),
    signer="Hoàng Thị Vân",
)

FOLDER = "ho-so-hop-nhat"
SHEETS = {"1-ke-hoach-tinh-cu": PLAN, "2-cong-van-tinh-moi": LETTER, "3-ke-hoach-so": DEPARTMENT}
DIRECTORY = """\
# Hai tỉnh không có thật hợp nhất thành một từ 01/7/2025.
organs:
  - id: hai-lang
    level: territory
    kind: province
    name: Hải Lăng
    valid_to: "2025-06-30"
    successors: [binh-lang]
    basis: Nghị quyết số 1/2025/QH (giả định)
    source: mẫu thử
  - id: binh-son
    level: territory
    kind: province
    name: Bình Sơn
    valid_to: "2025-06-30"
    successors: [binh-lang]
    basis: Nghị quyết số 1/2025/QH (giả định)
    source: mẫu thử
  - id: binh-lang
    level: territory
    kind: province
    name: Bình Lăng
    valid_from: "2025-07-01"
    source: mẫu thử
"""
