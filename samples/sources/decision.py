"""A decision with the regulation that it issues ("Ban hành kèm theo")."""
# ruff: noqa: E501 -- a paragraph of a document is one line here

from making import Sheet, blocks
from sources.expecting import Sample, duty, record

REGULATION = Sheet(
    issuer="",
    type_title="QUY CHẾ",
    subject="Phối hợp quản lý, vận hành hệ thống camera giám sát công cộng\ntrên địa bàn tỉnh Bình Sơn",
    note="(Ban hành kèm theo Quyết định số 1482/QĐ-UBND ngày 27 tháng 8 năm 2025\ncủa Ủy ban nhân dân tỉnh Bình Sơn)",
    body=blocks(
        """
^ Chương I
^ QUY ĐỊNH CHUNG
# Điều 1. Phạm vi điều chỉnh, đối tượng áp dụng
1. Quy chế này quy định nguyên tắc, nội dung và trách nhiệm phối hợp trong quản lý, vận hành hệ thống camera giám sát công cộng (sau đây gọi tắt là hệ thống camera).
2. Quy chế này áp dụng đối với các sở, ban, ngành, UBND các xã, phường và tổ chức, cá nhân có liên quan.
# Điều 2. Giải thích từ ngữ
Trong Quy chế này, dữ liệu hình ảnh là thông tin do hệ thống camera ghi, truyền và lưu trữ.
# Điều 3. Nguyên tắc phối hợp
1. Việc phối hợp trên cơ sở chức năng, nhiệm vụ của từng cơ quan, không làm ảnh hưởng đến hoạt động của nhau.
2. Dữ liệu hình ảnh được bảo vệ theo pháp luật về bảo vệ dữ liệu cá nhân.
^ Chương II
^ TRÁCH NHIỆM PHỐI HỢP
# Điều 4. Trách nhiệm của Công an tỉnh
1. Chủ trì quản lý trung tâm điều hành, phân quyền truy cập cho các cơ quan.
2. Phối hợp với Sở Khoa học và Công nghệ kiểm tra an toàn thông tin của hệ thống camera ít nhất một lần mỗi năm.
3. Báo cáo UBND tỉnh tình hình vận hành hệ thống camera trước ngày 15 tháng 12 hằng năm.
# Điều 5. Sở Khoa học và Công nghệ có trách nhiệm
a) Hướng dẫn tiêu chuẩn kỹ thuật, kết nối, chia sẻ dữ liệu;
b) Thẩm định cấp độ an toàn hệ thống thông tin trong thời hạn 15 ngày kể từ ngày nhận hồ sơ hợp lệ.
# Điều 6. Sở Tài chính
Sở Tài chính có trách nhiệm tham mưu bố trí kinh phí bảo trì hệ thống camera trong dự toán ngân sách tỉnh.
# Điều 7. Ủy ban nhân dân các xã, phường
1. UBND các xã, phường phải bảo vệ thiết bị lắp đặt trên địa bàn; khi có sự cố phải thông báo cho Công an tỉnh trong 24 giờ.
2. UBND các xã, phường không được cung cấp dữ liệu hình ảnh cho tổ chức, cá nhân khi chưa có ý kiến bằng văn bản của Công an tỉnh.
3. UBND các xã, phường được đề nghị trích xuất dữ liệu hình ảnh phục vụ quản lý trật tự đô thị.
^ Chương III
^ ĐIỀU KHOẢN THI HÀNH
# Điều 8. Tổ chức thực hiện
1. Công an tỉnh hướng dẫn, theo dõi việc thực hiện Quy chế này.
2. Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan, đơn vị phản ánh về Công an tỉnh để tổng hợp, báo cáo UBND tỉnh sửa đổi, bổ sung cho phù hợp./.
"""
    ),
)

DECISION = Sheet(
    issuer="ỦY BAN NHÂN DÂN\nTỈNH BÌNH SƠN",
    number="Số: 1482/QĐ-UBND",
    place_date="Bình Sơn, ngày 27 tháng 8 năm 2025",
    type_title="QUYẾT ĐỊNH",
    subject="Về việc ban hành Quy chế phối hợp quản lý, vận hành\nhệ thống camera giám sát công cộng trên địa bàn tỉnh Bình Sơn",
    office="ỦY BAN NHÂN DÂN TỈNH BÌNH SƠN",
    grounds=(
        "Căn cứ Luật Tổ chức chính quyền địa phương năm 2025;",
        "Căn cứ Luật An ninh mạng năm 2018;",
        "Căn cứ Nghị quyết số 17/NQ-HĐND ngày 25 tháng 7 năm 2025 của Hội đồng nhân dân tỉnh về đầu tư hệ thống camera"
        " giám sát công cộng;",
        "Theo đề nghị của Giám đốc Công an tỉnh tại Tờ trình số 2093/TTr-CAT-PV01 ngày 20 tháng 8 năm 2025.",
    ),
    body=blocks(
        """
^ QUYẾT ĐỊNH:
**Điều 1.** Ban hành kèm theo Quyết định này Quy chế phối hợp quản lý, vận hành hệ thống camera giám sát công cộng trên địa bàn tỉnh Bình Sơn.
**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 655/QĐ-UBND ngày 14 tháng 4 năm 2022 của Ủy ban nhân dân tỉnh.
**Điều 3.** Chánh Văn phòng UBND tỉnh; Giám đốc các sở; Giám đốc Công an tỉnh; Chủ tịch UBND các xã, phường và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.
"""
    ),
    recipients=(
        "Như Điều 3;",
        "Bộ Công an (để b/c);",
        "TT. Tỉnh ủy; TT. HĐND tỉnh;",
        "CT, các PCT UBND tỉnh;",
        "Cổng Thông tin điện tử tỉnh;",
        "Lưu: VT, NC.",
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Thái Văn Lực",
    attached=REGULATION,
)

_POLICE, _SCIENCE, _COMMUNES = "Công an tỉnh", "Sở Khoa học và Công nghệ", "UBND các xã, phường"

SAMPLE = Sample(
    stem="08-quyet-dinh-ban-hanh-quy-che",
    suffix="docx",
    sheets=(DECISION,),
    english="A decision and the regulation it issues, with chapters, articles, clauses and points",
    vietnamese="Quyết định kèm quy chế có chương, điều, khoản, điểm",
    note="Điều 7.3 is an article of rights: no duty; the regulation has no code, date or signature of its own",
    documents=(
        record(
            "Quyết định",
            "1482 QĐ-UBND",
            date="2025-08-27",
            place="Bình Sơn",
            issuer="ỦY BAN NHÂN DÂN TỈNH BÌNH SƠN",
            subject="ban hành Quy chế phối hợp quản lý, vận hành hệ thống camera giám sát công cộng"
            " trên địa bàn tỉnh Bình Sơn",
            recipients="Như Điều 3 | Bộ Công an (để b/c) | TT. Tỉnh ủy | TT. HĐND tỉnh | CT, các PCT UBND tỉnh"
            " | Cổng Thông tin điện tử tỉnh",
            signer="Thái Văn Lực | CHỦ TỊCH | TM.",
            references="17/NQ-HĐND | 2093/TTr-CAT-PV01 | 655/QĐ-UBND",
            duties=[
                duty(
                    "Chánh Văn phòng UBND tỉnh | Giám đốc các sở | Giám đốc Công an tỉnh"
                    " | Chủ tịch UBND các xã, phường | các tổ chức, cá nhân có liên quan",
                    "chịu trách nhiệm thi hành Quyết định này",
                )
            ],
        ),
        record(
            "Quy chế",
            subject="Phối hợp quản lý, vận hành hệ thống camera giám sát công cộng trên địa bàn tỉnh Bình Sơn",
            references="1482/QĐ-UBND",
            duties=[
                duty(_POLICE, "quản lý trung tâm điều hành, phân quyền truy cập cho các cơ quan"),
                duty(
                    _POLICE,
                    "kiểm tra an toàn thông tin của hệ thống camera ít nhất một lần mỗi năm",
                    co=_SCIENCE,
                    every="ít nhất một lần mỗi năm",
                ),
                duty(
                    _POLICE,
                    "Báo cáo UBND tỉnh tình hình vận hành hệ thống camera",
                    every="trước ngày 15 tháng 12 hằng năm",
                    to="UBND tỉnh",
                ),
                duty(_SCIENCE, "Hướng dẫn tiêu chuẩn kỹ thuật, kết nối, chia sẻ dữ liệu"),
                duty(_SCIENCE, "Thẩm định cấp độ an toàn hệ thống thông tin"),
                duty(
                    "Sở Tài chính",
                    "tham mưu bố trí kinh phí bảo trì hệ thống camera trong dự toán ngân sách tỉnh",
                ),
                duty(_COMMUNES, "bảo vệ thiết bị lắp đặt trên địa bàn"),
                duty(_COMMUNES, "không được cung cấp dữ liệu hình ảnh cho tổ chức, cá nhân"),
                duty(_POLICE, "hướng dẫn, theo dõi việc thực hiện Quy chế này"),
            ],
        ),
    ),
)
