"""A draft of a plan: number, day and month blank, nobody has signed."""
# ruff: noqa: E501 -- a paragraph of a document is one line here

from making import Paragraph, Sheet, blocks
from sources.expecting import Sample, duty, record

DRAFT = Sheet(
    issuer="ỦY BAN NHÂN DÂN\nTỈNH BÌNH SƠN",
    number="Số:          /KH-UBND",
    place_date="Bình Sơn, ngày      tháng      năm 2026",
    marks=("DỰ THẢO",),
    type_title="KẾ HOẠCH",
    subject="Chỉnh trang hạ tầng giao thông nông thôn tại các xã biên giới năm 2026",
    body=(
        *blocks(
            """
Căn cứ Chương trình công tác năm 2026 của UBND tỉnh, UBND tỉnh ban hành Kế hoạch chỉnh trang hạ tầng giao thông nông thôn tại các xã biên giới như sau:
# I. MỤC ĐÍCH, YÊU CẦU
- Sửa chữa các đoạn đường hư hỏng, bảo đảm giao thông thông suốt trước mùa mưa.
- UBND các xã biên giới phải lấy ý kiến người dân trước khi phê duyệt danh mục công trình.
# II. NỘI DUNG THỰC HIỆN
# 1. Rà soát, lập danh mục công trình
Giao Sở Xây dựng chủ trì, phối hợp với Bộ Chỉ huy Bộ đội Biên phòng tỉnh rà soát, lập danh mục các tuyến đường cần sửa chữa, trình UBND tỉnh trước ngày 31/3/2026.
# 2. Bố trí vốn
Giao Sở Tài chính thẩm định nguồn vốn trong 10 ngày làm việc kể từ ngày nhận đủ hồ sơ của Sở Xây dựng.
# 3. Thi công, bàn giao
Ban Quản lý dự án đầu tư xây dựng tỉnh tổ chức lựa chọn nhà thầu, thi công và bàn giao công trình cho UBND các xã biên giới quản lý trong quý IV/2026. UBND các xã biên giới chịu trách nhiệm giải phóng mặt bằng, không để phát sinh khiếu kiện kéo dài.
# III. TỔ CHỨC THỰC HIỆN
Các cơ quan, đơn vị căn cứ nhiệm vụ được giao tổ chức thực hiện, định kỳ hằng tháng báo cáo tiến độ về Sở Xây dựng trước ngày 25.
"""
        ),
        Paragraph("Trên đây là Kế hoạch của UBND tỉnh về chỉnh trang hạ tầng giao thông nông thôn năm 2026./."),
    ),
    recipients=(
        "TT. Tỉnh ủy (báo cáo);",
        "Các sở: XD, TC, NN&MT;",
        "BCH Bộ đội Biên phòng tỉnh;",
        "UBND các xã biên giới;",
        "Lưu: VT, CN.",
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
)

SAMPLE = Sample(
    stem="18-du-thao-ke-hoach",
    suffix="docx",
    sheets=(DRAFT,),
    english="A draft: number, day and month blank, nobody has signed",
    vietnamese="Dự thảo kế hoạch: số, ngày, tháng và người ký bỏ trống",
    note="no name under the post: full_name is null and the signer is not scored",
    documents=(
        record(
            "Kế hoạch",
            "- KH-UBND",
            place="Bình Sơn",
            issuer="ỦY BAN NHÂN DÂN TỈNH BÌNH SƠN",
            subject="Chỉnh trang hạ tầng giao thông nông thôn tại các xã biên giới năm 2026",
            recipients="TT. Tỉnh ủy (báo cáo) | Các sở: XD, TC, NN&MT | BCH Bộ đội Biên phòng tỉnh | UBND các xã biên giới",
            signer=" | CHỦ TỊCH | TM.",
            duties=[
                duty(
                    "UBND các xã biên giới",
                    "lấy ý kiến người dân trước khi phê duyệt danh mục công trình",
                ),
                duty(
                    "Sở Xây dựng",
                    "rà soát, lập danh mục các tuyến đường cần sửa chữa",
                    co="Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
                    by="2026-03-31",
                ),
                duty("Sở Tài chính", "thẩm định nguồn vốn trong 10 ngày làm việc kể từ ngày nhận đủ hồ sơ"),
                duty(
                    "Ban Quản lý dự án đầu tư xây dựng tỉnh",
                    "tổ chức lựa chọn nhà thầu, thi công và bàn giao công trình cho UBND các xã biên giới quản lý",
                    by="2026-12-31",
                ),
                duty(
                    "UBND các xã biên giới",
                    "chịu trách nhiệm giải phóng mặt bằng, không để phát sinh khiếu kiện kéo dài",
                ),
                duty(
                    "Các cơ quan, đơn vị",
                    "căn cứ nhiệm vụ được giao tổ chức thực hiện, định kỳ hằng tháng báo cáo tiến độ",
                    every="định kỳ hằng tháng",
                    to="Sở Xây dựng",
                ),
            ],
        ),
    ),
)
