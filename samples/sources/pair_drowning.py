"""A provincial office's letter and the Party committee's plan that it forwards, in one text (2024)."""
# ruff: noqa: E501 -- a paragraph of a document is one line here

from making import Sheet, blocks
from sources.expecting import Sample, duty, record

LETTER = Sheet(
    issuer_parent="UBND TỈNH BÌNH SƠN",
    issuer="VĂN PHÒNG",
    number="Số: 2716/VP-VX",
    place_date="Bình Sơn, ngày 16 tháng 5 năm 2024",
    subject="V/v triển khai Kế hoạch của Ban Thường vụ Tỉnh ủy về phòng, chống tai nạn đuối nước ở trẻ em",
    addressees=("Các sở, ban, ngành cấp tỉnh;", "UBND các huyện, thị xã, thành phố."),
    body=blocks(
        """
Văn phòng UBND tỉnh nhận được Kế hoạch số 118-KH/TU ngày 09 tháng 5 năm 2024 của Ban Thường vụ Tỉnh ủy về tăng cường phòng, chống tai nạn đuối nước ở trẻ em giai đoạn 2024 - 2026 (sao gửi kèm theo).
Phó Chủ tịch UBND tỉnh Kiều Thị Thu Nguyệt có ý kiến như sau:
1. Giao Thủ trưởng các sở, ban, ngành cấp tỉnh và Chủ tịch UBND các huyện, thị xã, thành phố căn cứ Kế hoạch số 118-KH/TU, xây dựng kế hoạch của cơ quan, địa phương mình trước ngày 15 tháng 6 năm 2024. Giao Sở Giáo dục và Đào tạo, Sở Lao động - Thương binh và Xã hội, Sở Văn hóa, Thể thao và Du lịch chịu trách nhiệm thực hiện các phần việc nêu tại khoản 2 Mục III của Kế hoạch nói trên.
2. Giao Sở Lao động - Thương binh và Xã hội chủ trì, phối hợp với Công an tỉnh và Tỉnh đoàn rà soát, cắm biển cảnh báo tại các hồ, đập, hố công trình có nguy cơ cao; tổng hợp kết quả, báo cáo UBND tỉnh (qua Văn phòng UBND tỉnh) trước ngày 30 tháng 6 năm 2024.
3. UBND các huyện, thị xã, thành phố không để các hố sâu sau khai thác cát, sỏi tồn tại mà không có rào chắn.
Văn phòng UBND tỉnh thông báo đến quý cơ quan, địa phương biết, thực hiện./.
"""
    ),
    recipients=(
        "Như trên;",
        "TT. Tỉnh ủy; TT. HĐND tỉnh (để b/c);",
        "CT và các PCT UBND tỉnh;",
        "Tỉnh đoàn;",
        "LĐVP; P. VX;",
        "Lưu: VT, ndk.",
    ),
    signature=("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    signer="Lường Đức Khải",
)

PLAN = Sheet(
    issuer="TỈNH ỦY BÌNH SƠN",
    system="party",
    number="Số 118-KH/TU",
    place_date="Bình Sơn, ngày 09 tháng 5 năm 2024",
    type_title="KẾ HOẠCH",
    subject="tăng cường phòng, chống tai nạn đuối nước ở trẻ em\ngiai đoạn 2024 - 2026",
    body=blocks(
        """
Thực hiện Kết luận số 614-KL/TU, ngày 22-4-2024 của Ban Thường vụ Tỉnh ủy về công tác bảo vệ, chăm sóc trẻ em, Ban Thường vụ Tỉnh ủy xây dựng kế hoạch như sau:
# I- MỤC ĐÍCH, YÊU CẦU
1. Nâng cao nhận thức của gia đình, nhà trường và cộng đồng về nguy cơ đuối nước; đến hết năm 2026 giảm ít nhất một phần ba số trẻ em tử vong do đuối nước so với năm 2023.
2. Các giải pháp phải thiết thực, gắn với điều kiện sông, suối, hồ chứa của từng địa bàn, đáp ứng yêu cầu bảo vệ trẻ em trong tình hình mới.
# II- NHIỆM VỤ, GIẢI PHÁP
1. Đổi mới nội dung truyền thông; đưa kiến thức an toàn trong môi trường nước đến từng hộ gia đình vào đầu mùa hè.
2. Mở rộng các lớp dạy bơi, ưu tiên trẻ em ở vùng ven sông và vùng có hồ chứa.
3. Rà soát, khắc phục các điểm nước nguy hiểm ở khu dân cư, công trường, mỏ vật liệu.
# III- TỔ CHỨC THỰC HIỆN
# 1. Các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy
- Lãnh đạo xây dựng kế hoạch thực hiện phù hợp với địa bàn, đơn vị trong quý II/2024.
- Phân công cấp ủy viên phụ trách từng xã, phường, thị trấn; xem xét trách nhiệm người đứng đầu nơi để xảy ra nhiều vụ đuối nước.
# 2. Ban cán sự đảng Ủy ban nhân dân tỉnh
2.1. Chỉ đạo Sở Giáo dục và Đào tạo
- Đưa nội dung dạy bơi và kỹ năng an toàn trong môi trường nước vào hoạt động ngoại khóa của các trường tiểu học, trung học cơ sở từ năm học 2024 - 2025.
- Phối hợp với Tỉnh đoàn, Hội Liên hiệp Phụ nữ tỉnh tổ chức bàn giao học sinh về sinh hoạt hè tại khu dân cư trước ngày 05-6 hằng năm.
2.2. Chỉ đạo Sở Lao động - Thương binh và Xã hội
Chủ trì tham mưu chính sách hỗ trợ kinh phí học bơi cho trẻ em thuộc hộ nghèo, hộ cận nghèo, hoàn thành trong tháng 9-2024.
2.3. Chỉ đạo Sở Văn hóa, Thể thao và Du lịch
- Tập huấn, cấp giấy chứng nhận cho hướng dẫn viên dạy bơi, cứu đuối cấp cơ sở.
- Thường xuyên kiểm tra điều kiện hoạt động của các bể bơi; kiên quyết không để bể bơi không bảo đảm an toàn hoạt động.
# 3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội
Vận động đoàn viên, hội viên ký cam kết quản lý con em trong dịp hè; huy động nguồn lực xã hội xây dựng bể bơi lắp ghép.
# 4. Báo Bình Sơn, Đài Phát thanh và Truyền hình tỉnh
Mở chuyên mục, tăng thời lượng phát sóng về phòng, chống đuối nước trong các tháng 5, 6, 7 hằng năm.
Giao Ban Tuyên giáo Tỉnh ủy theo dõi, đôn đốc việc thực hiện Kế hoạch này, định kỳ 6 tháng báo cáo Ban Thường vụ Tỉnh ủy.
"""
    ),
    recipients=(
        "Ban Bí thư Trung ương Đảng (để báo cáo),",
        "Các đồng chí Tỉnh ủy viên,",
        "Các ban đảng, đảng đoàn, ban cán sự đảng,",
        "Các huyện ủy, thị ủy, thành ủy và đảng ủy trực thuộc,",
        "Lưu Văn phòng Tỉnh ủy.",
    ),
    signature=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC"),
    signer="Tô Hoài Sơn",
)

_LOCAL = "Các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy"
_FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh | các tổ chức chính trị - xã hội"

SAMPLE = Sample(
    stem="01-cong-van-chuyen-ke-hoach-tinh-uy",
    suffix="txt",
    sheets=(LETTER, PLAN),
    english="A provincial office's letter with its deputy chairman's opinion and the Party plan that it forwards",
    vietnamese="Công văn của Văn phòng UBND tỉnh truyền đạt ý kiến chỉ đạo, kèm kế hoạch của Tỉnh ủy",
    documents=(
        record(
            "Công văn",
            "2716 VP-VX",
            date="2024-05-16",
            place="Bình Sơn",
            issuer="VĂN PHÒNG",
            parent="UBND TỈNH BÌNH SƠN",
            subject="triển khai Kế hoạch của Ban Thường vụ Tỉnh ủy về phòng, chống tai nạn đuối nước ở trẻ em",
            addressees="Các sở, ban, ngành cấp tỉnh | UBND các huyện, thị xã, thành phố",
            recipients="Như trên | TT. Tỉnh ủy | TT. HĐND tỉnh (để b/c) | CT và các PCT UBND tỉnh | Tỉnh đoàn | LĐVP | P. VX",
            signer="Lường Đức Khải | PHÓ CHÁNH VĂN PHÒNG | KT.",
            references="118-KH/TU",
            duties=[
                duty(
                    "Thủ trưởng các sở, ban, ngành cấp tỉnh | Chủ tịch UBND các huyện, thị xã, thành phố",
                    "xây dựng kế hoạch của cơ quan, địa phương mình",
                    by="2024-06-15",
                ),
                duty(
                    "Sở Giáo dục và Đào tạo | Sở Lao động - Thương binh và Xã hội | Sở Văn hóa, Thể thao và Du lịch",
                    "chịu trách nhiệm thực hiện các phần việc nêu tại khoản 2 Mục III của Kế hoạch nói trên",
                ),
                duty(
                    "Sở Lao động - Thương binh và Xã hội",
                    "rà soát, cắm biển cảnh báo tại các hồ, đập, hố công trình có nguy cơ cao",
                    co="Công an tỉnh | Tỉnh đoàn",
                    by="2024-06-30",
                    to="UBND tỉnh",
                ),
                duty(
                    "UBND các huyện, thị xã, thành phố",
                    "không để các hố sâu sau khai thác cát, sỏi tồn tại mà không có rào chắn",
                ),
            ],
        ),
        record(
            "Kế hoạch",
            "118 KH/TU",
            date="2024-05-09",
            place="Bình Sơn",
            issuer="TỈNH ỦY BÌNH SƠN",
            subject="tăng cường phòng, chống tai nạn đuối nước ở trẻ em giai đoạn 2024 - 2026",
            recipients="Ban Bí thư Trung ương Đảng (để báo cáo) | Các đồng chí Tỉnh ủy viên"
            " | Các ban đảng, đảng đoàn, ban cán sự đảng | Các huyện ủy, thị ủy, thành ủy và đảng ủy trực thuộc",
            signer="Tô Hoài Sơn | PHÓ BÍ THƯ THƯỜNG TRỰC | T/M",
            references="614-KL/TU",
            duties=[
                duty(
                    _LOCAL,
                    "Lãnh đạo xây dựng kế hoạch thực hiện phù hợp với địa bàn, đơn vị",
                    by="2024-06-30",
                ),
                duty(_LOCAL, "Phân công cấp ủy viên phụ trách từng xã, phường, thị trấn"),
                duty(
                    "Sở Giáo dục và Đào tạo",
                    "Đưa nội dung dạy bơi và kỹ năng an toàn trong môi trường nước vào hoạt động ngoại khóa",
                ),
                duty(
                    "Sở Giáo dục và Đào tạo",
                    "tổ chức bàn giao học sinh về sinh hoạt hè tại khu dân cư",
                    co="Tỉnh đoàn | Hội Liên hiệp Phụ nữ tỉnh",
                    every="trước ngày 05-6 hằng năm",
                ),
                duty(
                    "Sở Lao động - Thương binh và Xã hội",
                    "tham mưu chính sách hỗ trợ kinh phí học bơi cho trẻ em thuộc hộ nghèo, hộ cận nghèo",
                    by="2024-09-30",
                ),
                duty(
                    "Sở Văn hóa, Thể thao và Du lịch",
                    "Tập huấn, cấp giấy chứng nhận cho hướng dẫn viên dạy bơi, cứu đuối cấp cơ sở",
                ),
                duty(
                    "Sở Văn hóa, Thể thao và Du lịch",
                    "Thường xuyên kiểm tra điều kiện hoạt động của các bể bơi",
                ),
                duty(_FRONT, "Vận động đoàn viên, hội viên ký cam kết quản lý con em trong dịp hè"),
                duty(
                    "Báo Bình Sơn | Đài Phát thanh và Truyền hình tỉnh",
                    "Mở chuyên mục, tăng thời lượng phát sóng về phòng, chống đuối nước",
                    every="trong các tháng 5, 6, 7 hằng năm",
                ),
                duty(
                    "Ban Tuyên giáo Tỉnh ủy",
                    "theo dõi, đôn đốc việc thực hiện Kế hoạch này",
                    every="định kỳ 6 tháng",
                    to="Ban Thường vụ Tỉnh ủy",
                ),
            ],
        ),
    ),
)
