"""A reminder "(Lần 2)", a commune's letter after 1 July 2025, and a letter as a crawler leaves it."""
# ruff: noqa: E501 -- a paragraph of a document is one line here

from making import Sheet, blocks
from sources.expecting import Sample, duty, record

REMINDER = Sheet(
    issuer_parent="UBND TỈNH BÌNH SƠN",
    issuer="SỞ TÀI CHÍNH",
    number="Số: 2571/STC-QLNS",
    place_date="Bình Sơn, ngày 18 tháng 9 năm 2025",
    marks=("KHẨN",),
    subject="V/v đôn đốc báo cáo kết quả kiểm kê tài sản công sau sắp xếp (Lần 2)",
    addressees=(
        "Sở Xây dựng;",
        "Trường Cao đẳng Nghề Bình Sơn;",
        "UBND các xã: Nậm Khê, Tả Lủng, Bản Vịnh.",
    ),
    body=blocks(
        """
Ngày 11 tháng 8 năm 2025, Sở Tài chính có Công văn số 2204/STC-QLNS đề nghị các cơ quan, đơn vị, địa phương báo cáo kết quả kiểm kê tài sản công sau sắp xếp trước ngày 05 tháng 9 năm 2025. Đến nay, Sở Tài chính đã nhận được báo cáo của 61/66 đơn vị; còn 05 đơn vị có tên ở phần kính gửi chưa gửi báo cáo.
Để kịp tổng hợp, trình UBND tỉnh theo chỉ đạo tại Công văn số 3145/UBND-KT ngày 01 tháng 8 năm 2025, Sở Tài chính đề nghị:
1. Các cơ quan, đơn vị, địa phương có tên nêu trên khẩn trương hoàn thành báo cáo theo mẫu kèm Công văn số 2204/STC-QLNS, gửi về Sở Tài chính trước ngày 26 tháng 9 năm 2025.
2. Sở Xây dựng bổ sung hồ sơ 04 trụ sở dôi dư chưa bàn giao cho Trung tâm Phát triển quỹ đất tỉnh.
3. UBND xã Bản Vịnh rà soát, giải trình số liệu chênh lệch 02 xe ô tô chuyên dùng so với sổ kế toán.
Quá thời hạn trên, Sở Tài chính sẽ báo cáo UBND tỉnh xem xét trách nhiệm của đơn vị không chấp hành.
Đầu mối liên hệ: bà Phùng Mỹ Linh, chuyên viên Phòng Quản lý ngân sách./.
"""
    ),
    recipients=("Như trên;", "UBND tỉnh (để b/c);", "Giám đốc Sở (để b/c);", "Lưu: VT, QLNS (3)."),
    signature=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    signer="Trương Quốc Thụ",
)

REMINDER_SAMPLE = Sample(
    stem="13-cong-van-don-doc-lan-2",
    suffix="txt",
    sheets=(REMINDER,),
    text="rows",
    english="A reminder (Lần 2) with the letter that it repeats and a first deadline that is past",
    vietnamese="Công văn đôn đốc lần 2",
    note="the past deadline (05/9) belongs to the letter reminded of; the assignees of item 1 are copied as printed",
    documents=(
        record(
            "Công văn",
            "2571 STC-QLNS",
            date="2025-09-18",
            place="Bình Sơn",
            issuer="SỞ TÀI CHÍNH",
            parent="UBND TỈNH BÌNH SƠN",
            subject="đôn đốc báo cáo kết quả kiểm kê tài sản công sau sắp xếp (Lần 2)",
            priority="Khẩn",
            addressees="Sở Xây dựng | Trường Cao đẳng Nghề Bình Sơn | UBND các xã: Nậm Khê, Tả Lủng, Bản Vịnh",
            recipients="Như trên | UBND tỉnh (để b/c) | Giám đốc Sở (để b/c)",
            signer="Trương Quốc Thụ | PHÓ GIÁM ĐỐC | KT.",
            references="2204/STC-QLNS | 3145/UBND-KT",
            duties=[
                duty(
                    "Các cơ quan, đơn vị, địa phương có tên nêu trên",
                    "khẩn trương hoàn thành báo cáo theo mẫu kèm Công văn số 2204/STC-QLNS, gửi về Sở Tài chính",
                    by="2025-09-26",
                    to="Sở Tài chính",
                ),
                duty(
                    "Sở Xây dựng",
                    "bổ sung hồ sơ 04 trụ sở dôi dư chưa bàn giao cho Trung tâm Phát triển quỹ đất tỉnh",
                ),
                duty("UBND xã Bản Vịnh", "rà soát, giải trình số liệu chênh lệch 02 xe ô tô chuyên dùng"),
            ],
        ),
    ),
)

COMMUNE = Sheet(
    issuer="ỦY BAN NHÂN DÂN\nXÃ TẢ LỦNG",
    number="Số: 147/UBND-VHXH",
    place_date="Tả Lủng, ngày 11 tháng 8 năm 2025",
    subject="V/v chuẩn bị khai giảng và vận động học sinh ra lớp năm học 2025 - 2026",
    addressees=(
        "Phòng Văn hóa - Xã hội, Phòng Kinh tế xã;",
        "Công an xã; Trạm Y tế xã;",
        "Hiệu trưởng các trường học trên địa bàn xã;",
        "Trưởng các thôn.",
    ),
    body=blocks(
        """
Thực hiện Công văn số 1206/UBND-KGVX ngày 04 tháng 8 năm 2025 của UBND tỉnh Bình Sơn về chuẩn bị năm học mới, UBND xã Tả Lủng yêu cầu các cơ quan, đơn vị, các thôn thực hiện một số nội dung sau:
**1. Phòng Văn hóa - Xã hội**
- Chủ trì, phối hợp với các trường lập danh sách học sinh có nguy cơ bỏ học, báo cáo Chủ tịch UBND xã trước ngày 20/8/2025.
- Tham mưu kịch bản Lễ khai giảng, hoàn thành trước ngày 25 tháng 8.
**2. Phòng Kinh tế**
Kiểm tra, sửa chữa đường vào các điểm trường Lủng Phìn, Sán Trồ; việc giao đất mở rộng điểm trường hoàn thành trong tháng 8.
**3. Công an xã:** bảo đảm an ninh trật tự, an toàn giao thông khu vực cổng trường trong tuần đầu năm học.
**4. Trạm Y tế xã:** khám sức khỏe đầu năm cho trẻ mầm non; phun khử khuẩn các lớp học xong trước ngày 31/8.
**5. Hiệu trưởng các trường** chịu trách nhiệm công khai các khoản thu; nghiêm cấm đặt ra các khoản thu ngoài quy định.
**6. Trưởng các thôn** đến từng hộ vận động 100% trẻ trong độ tuổi ra lớp, hằng ngày thông báo số học sinh vắng mặt cho nhà trường.
Nhận được Công văn này, đề nghị các đơn vị, các thôn nghiêm túc triển khai, báo cáo kết quả về UBND xã (qua Phòng Văn hóa - Xã hội) trước ngày 10/9/2025./.
"""
    ),
    recipients=(
        "Như kính gửi;",
        "Sở Giáo dục và Đào tạo;",
        "TT. Đảng ủy, TT. HĐND xã;",
        "CT, các PCT UBND xã;",
        "Lưu: VT.",
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Giàng Seo Phử",
)

COMMUNE_SAMPLE = Sample(
    stem="17-cong-van-cap-xa",
    suffix="txt",
    sheets=(COMMUNE,),
    english="A commune's letter after 1 July 2025 (two-level local government)",
    vietnamese="Công văn của UBND xã sau ngày 01/7/2025",
    documents=(
        record(
            "Công văn",
            "147 UBND-VHXH",
            date="2025-08-11",
            place="Tả Lủng",
            issuer="ỦY BAN NHÂN DÂN XÃ TẢ LỦNG",
            subject="chuẩn bị khai giảng và vận động học sinh ra lớp năm học 2025 - 2026",
            addressees="Phòng Văn hóa - Xã hội, Phòng Kinh tế xã | Công an xã | Trạm Y tế xã"
            " | Hiệu trưởng các trường học trên địa bàn xã | Trưởng các thôn",
            recipients="Như kính gửi | Sở Giáo dục và Đào tạo | TT. Đảng ủy, TT. HĐND xã | CT, các PCT UBND xã",
            signer="Giàng Seo Phử | PHÓ CHỦ TỊCH | TM. KT.",
            references="1206/UBND-KGVX",
            duties=[
                duty(
                    "Phòng Văn hóa - Xã hội",
                    "lập danh sách học sinh có nguy cơ bỏ học, báo cáo Chủ tịch UBND xã",
                    co="các trường",
                    by="2025-08-20",
                    to="Chủ tịch UBND xã",
                ),
                duty(
                    "Phòng Văn hóa - Xã hội",
                    "Tham mưu kịch bản Lễ khai giảng, hoàn thành trước ngày 25 tháng 8",
                    by="2025-08-25",
                ),
                duty(
                    "Phòng Kinh tế",
                    "Kiểm tra, sửa chữa đường vào các điểm trường Lủng Phìn, Sán Trồ",
                    by="2025-08-31",
                ),
                duty(
                    "Công an xã",
                    "bảo đảm an ninh trật tự, an toàn giao thông khu vực cổng trường trong tuần đầu năm học",
                ),
                duty("Trạm Y tế xã", "khám sức khỏe đầu năm cho trẻ mầm non", by="2025-08-31"),
                duty("Hiệu trưởng các trường", "chịu trách nhiệm công khai các khoản thu"),
                duty(
                    "Trưởng các thôn",
                    "đến từng hộ vận động 100% trẻ trong độ tuổi ra lớp",
                    every="hằng ngày",
                ),
                duty(
                    "các đơn vị|các thôn",
                    "nghiêm túc triển khai, báo cáo kết quả về UBND xã",
                    by="2025-09-10",
                    to="UBND xã",
                ),
            ],
        ),
    ),
)

CRAWLED = Sheet(
    issuer_parent="ỦY BAN NHÂN DÂN TỈNH HẢI LĂNG",
    issuer="SỞ GIÁO DỤC VÀ ĐÀO TẠO",
    number="Số: 1954/SGDĐT-GDTH",
    place_date="Hải Lăng, ngày 16 tháng 10 năm 2025",
    subject="V/v bảo đảm an toàn bữa ăn bán trú trong các cơ sở giáo dục",
    addressees=(
        "Ủy ban nhân dân các xã, phường;",
        "Hiệu trưởng các trường mầm non, tiểu học có tổ chức bán trú.",
    ),
    body=blocks(
        """
Thực hiện Chỉ thị số 58/CT-TTg ngày 29/9/2025 của Thủ tướng Chính phủ và Công văn số 4410/UBND-KGVX ngày 08/10/2025 của Ủy ban nhân dân tỉnh Hải Lăng về bảo đảm an toàn bữa ăn bán trú, Sở Giáo dục và Đào tạo (sau đây gọi tắt là Sở) đề nghị các địa phương, đơn vị thực hiện các nội dung sau:
# 1. Ủy ban nhân dân các xã, phường
- Chỉ đạo Phòng Văn hóa - Xã hội kiểm tra bếp ăn của tất cả các trường có tổ chức bán trú, hoàn thành trước ngày 15/11/2025.
- Bố trí kinh phí sửa chữa bếp ăn xuống cấp từ nguồn ngân sách địa phương.
# 2. Hiệu trưởng các trường mầm non, tiểu học
a) Ký hợp đồng với cơ sở cung cấp thực phẩm có đủ điều kiện; tuyệt đối không sử dụng thực phẩm không rõ nguồn gốc.
b) Thành lập tổ giám sát có đại diện cha mẹ học sinh; hằng tuần công khai thực đơn trên trang thông tin của trường.
c) Lưu mẫu thức ăn đủ 24 giờ; khi có dấu hiệu ngộ độc phải đưa học sinh đến cơ sở y tế gần nhất.
# 3. Các phòng chuyên môn thuộc Sở
Giao Phòng Giáo dục Tiểu học làm đầu mối tổng hợp, tham mưu lãnh đạo Sở thành lập đoàn kiểm tra đột xuất. Giao Văn phòng Sở đăng tải Công văn này trên Cổng thông tin điện tử của ngành.
Các địa phương, đơn vị gửi báo cáo kết quả thực hiện về Sở (qua Phòng Giáo dục Tiểu học) trước ngày 30 tháng 11 năm 2025 để tổng hợp, báo cáo Ủy ban nhân dân tỉnh.
Trong quá trình triển khai, nếu có khó khăn, vướng mắc, đề nghị phản ánh về Sở để được hướng dẫn./.
"""
    ),
    recipients=(
        "Như trên;",
        "Bộ Giáo dục và Đào tạo (để b/c);",
        "Ủy ban nhân dân tỉnh (để b/c);",
        "Sở Y tế (để phối hợp);",
        "Các phòng chuyên môn thuộc Sở (để th/hiện);",
        "Lưu: VT, GDTH (Vy).",
    ),
    signature=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    signer="Ông Thị Hoài Thương",
)

_HEADS = "Hiệu trưởng các trường mầm non, tiểu học"

CRAWLED_SAMPLE = Sample(
    stem="19-cong-van-van-ban-crawl",
    suffix="txt",
    sheets=(CRAWLED,),
    text="crawled",
    english="A letter as a law portal gives it: hard wraps, ** marks, lone | lines between heading cells",
    vietnamese="Công văn lấy từ trang web: ngắt dòng cứng, dấu ** và dòng | đơn",
    documents=(
        record(
            "Công văn",
            "1954 SGDĐT-GDTH",
            date="2025-10-16",
            place="Hải Lăng",
            issuer="SỞ GIÁO DỤC VÀ ĐÀO TẠO",
            parent="ỦY BAN NHÂN DÂN TỈNH HẢI LĂNG",
            subject="bảo đảm an toàn bữa ăn bán trú trong các cơ sở giáo dục",
            addressees="Ủy ban nhân dân các xã, phường | Hiệu trưởng các trường mầm non, tiểu học có tổ chức bán trú",
            recipients="Như trên | Bộ Giáo dục và Đào tạo (để b/c) | Ủy ban nhân dân tỉnh (để b/c)"
            " | Sở Y tế (để phối hợp) | Các phòng chuyên môn thuộc Sở (để th/hiện)",
            signer="Ông Thị Hoài Thương | PHÓ GIÁM ĐỐC | KT.",
            references="58/CT-TTg | 4410/UBND-KGVX",
            duties=[
                duty(
                    "Ủy ban nhân dân các xã, phường",
                    "Chỉ đạo Phòng Văn hóa - Xã hội kiểm tra bếp ăn của tất cả các trường có tổ chức bán trú",
                    by="2025-11-15",
                ),
                duty(
                    "Ủy ban nhân dân các xã, phường",
                    "Bố trí kinh phí sửa chữa bếp ăn xuống cấp từ nguồn ngân sách địa phương",
                ),
                duty(_HEADS, "Ký hợp đồng với cơ sở cung cấp thực phẩm có đủ điều kiện"),
                duty(
                    _HEADS,
                    "Thành lập tổ giám sát có đại diện cha mẹ học sinh; hằng tuần công khai thực đơn",
                    every="hằng tuần",
                ),
                duty(_HEADS, "Lưu mẫu thức ăn đủ 24 giờ"),
                duty(
                    "Phòng Giáo dục Tiểu học",
                    "làm đầu mối tổng hợp, tham mưu lãnh đạo Sở thành lập đoàn kiểm tra đột xuất",
                ),
                duty("Văn phòng Sở", "đăng tải Công văn này trên Cổng thông tin điện tử của ngành"),
                duty(
                    "Các địa phương, đơn vị",
                    "gửi báo cáo kết quả thực hiện về Sở (qua Phòng Giáo dục Tiểu học)",
                    by="2025-11-30",
                    to="Sở",
                ),
            ],
        ),
    ),
)
