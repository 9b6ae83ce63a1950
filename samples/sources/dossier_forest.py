"""A dossier of five papers over three levels: plan of the province, plan of the department, letter of its branch, plan of
a commune, report back. The department gives a later day than the province and leaves out one duty."""
# ruff: noqa: E501 -- a paragraph of a document is one line here

from making import Sheet, blocks

PROVINCE = Sheet(
    issuer="ỦY BAN NHÂN DÂN\nTỈNH BÌNH SƠN",
    number="Số: 112/KH-UBND",
    place_date="Bình Sơn, ngày 02 tháng 3 năm 2026",
    type_title="KẾ HOẠCH",
    subject="Phòng cháy, chữa cháy rừng mùa khô năm 2026",
    body=blocks(
        """
# I. MỤC ĐÍCH, YÊU CẦU
1. Giảm số vụ cháy rừng so với năm 2025.
# II. TỔ CHỨC THỰC HIỆN
# 1. Sở Nông nghiệp và Môi trường
a) Rà soát, cập nhật bản đồ vùng trọng điểm cháy rừng của 24 xã có rừng trước ngày 20 tháng 3 năm 2026.
b) Tổ chức diễn tập chữa cháy rừng cấp tỉnh tại khu rừng phòng hộ đầu nguồn Tả Lủng, hoàn thành trước ngày 10 tháng 4 năm 2026.
c) Mua sắm 40 máy thổi gió và cấp phát cho các tổ đội bảo vệ rừng ở thôn, bản.
# 2. Ủy ban nhân dân các xã
a) Kiện toàn ban chỉ huy phòng cháy, chữa cháy rừng của xã trước ngày 16 tháng 3 năm 2026.
b) Tổ chức cho các hộ nhận khoán ký cam kết không đốt nương trong mùa khô.
"""
    ),
    recipients=(
        "Bộ Nông nghiệp và Môi trường (để b/c);",
        "Sở Nông nghiệp và Môi trường;",
        "UBND các xã;",
        "Lưu: VT, NN.",
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Lò Văn Sáng",
)

DEPARTMENT = Sheet(
    issuer_parent="UBND TỈNH BÌNH SƠN",
    issuer="SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
    number="Số: 340/KH-SNNMT",
    place_date="Bình Sơn, ngày 09 tháng 3 năm 2026",
    type_title="KẾ HOẠCH",
    subject="Thực hiện Kế hoạch số 112/KH-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh",
    body=blocks(
        """
Thực hiện Kế hoạch số 112/KH-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh về phòng cháy, chữa cháy rừng mùa khô năm 2026, Sở Nông nghiệp và Môi trường xây dựng kế hoạch như sau:
# I. NHIỆM VỤ
# 1. Chi cục Kiểm lâm
a) Rà soát, cập nhật bản đồ vùng trọng điểm cháy rừng của 24 xã có rừng, hoàn thành trước ngày 27 tháng 3 năm 2026.
b) Tổ chức diễn tập chữa cháy rừng cấp tỉnh tại khu rừng phòng hộ đầu nguồn Tả Lủng, hoàn thành trước ngày 08 tháng 4 năm 2026.
# 2. Văn phòng Sở
a) Theo dõi, đôn đốc việc thực hiện Kế hoạch này.
"""
    ),
    recipients=("UBND tỉnh (để b/c);", "Chi cục Kiểm lâm;", "UBND các xã;", "Lưu: VT, KL."),
    signature=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    signer="Hoàng Thị Vân",
)

BRANCH = Sheet(
    issuer_parent="SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\nTỈNH BÌNH SƠN",
    issuer="CHI CỤC KIỂM LÂM",
    number="Số: 77/CCKL-BVR",
    place_date="Bình Sơn, ngày 12 tháng 3 năm 2026",
    subject="V/v cập nhật bản đồ vùng trọng điểm cháy rừng",
    addressees=("Hạt Kiểm lâm khu vực Đông Sơn;", "Hạt Kiểm lâm khu vực Tây Sơn."),
    body=blocks(
        """
Thực hiện Kế hoạch số 340/KH-SNNMT ngày 09 tháng 3 năm 2026 của Sở Nông nghiệp và Môi trường, Chi cục Kiểm lâm yêu cầu:
1. Hạt Kiểm lâm khu vực Đông Sơn, Hạt Kiểm lâm khu vực Tây Sơn thực hiện điểm a khoản 1 Mục I Kế hoạch nêu trên trong phạm vi địa bàn phụ trách trước ngày 24 tháng 3 năm 2026.
2. Hạt Kiểm lâm khu vực Tây Sơn chuẩn bị hiện trường diễn tập theo điểm b khoản 1 Mục I Kế hoạch nêu trên, báo cáo Chi cục trước ngày 02 tháng 4 năm 2026.
"""
    ),
    recipients=("Như trên;", "Sở Nông nghiệp và Môi trường (để b/c);", "Lưu: VT, BVR."),
    signature=("CHI CỤC TRƯỞNG",),
    signer="Nông Đức Thắng",
)

COMMUNE = Sheet(
    issuer="ỦY BAN NHÂN DÂN\nXÃ NẬM KHÊ",
    number="Số: 45/KH-UBND",
    place_date="Nậm Khê, ngày 13 tháng 3 năm 2026",
    type_title="KẾ HOẠCH",
    subject="Phòng cháy, chữa cháy rừng năm 2026 trên địa bàn xã Nậm Khê",
    body=blocks(
        """
Căn cứ Kế hoạch số 112/KH-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Bình Sơn;
Ủy ban nhân dân xã ban hành kế hoạch như sau:
# I. NHIỆM VỤ
1. Phòng Kinh tế tham mưu kiện toàn ban chỉ huy phòng cháy, chữa cháy rừng của xã trước ngày 13 tháng 3 năm 2026.
2. Trưởng các bản tổ chức cho các hộ nhận khoán ký cam kết không đốt nương trong mùa khô.
"""
    ),
    recipients=("UBND tỉnh (để b/c);", "Phòng Kinh tế;", "Trưởng các bản;", "Lưu: VT."),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Giàng A Páo",
)

REPORT = Sheet(
    issuer="ỦY BAN NHÂN DÂN\nXÃ NẬM KHÊ",
    number="Số: 58/BC-UBND",
    place_date="Nậm Khê, ngày 27 tháng 3 năm 2026",
    type_title="BÁO CÁO",
    subject="Kết quả kiện toàn ban chỉ huy phòng cháy, chữa cháy rừng",
    addressee_head="Kính gửi:",
    addressees=("Ủy ban nhân dân tỉnh Bình Sơn.",),
    body=blocks(
        """
Phúc đáp Kế hoạch số 112/KH-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân xã Nậm Khê báo cáo kết quả như sau:
1. Xã đã kiện toàn ban chỉ huy gồm 15 thành viên.
2. Có 212 hộ đã ký cam kết không đốt nương.
"""
    ),
    recipients=("Như trên;", "Lưu: VT."),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Giàng A Páo",
)

FOLDER = "ho-so-chay-rung"
SHEETS = {
    "1-ke-hoach-tinh": PROVINCE,
    "2-ke-hoach-so": DEPARTMENT,
    "3-cong-van-chi-cuc": BRANCH,
    "4-ke-hoach-xa": COMMUNE,
    "5-bao-cao-xa": REPORT,
}
