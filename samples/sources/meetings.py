"""An invitation, a submission and a report: papers that mostly tell, and delegate little or nothing."""
# ruff: noqa: E501 -- a paragraph of a document is one line here

from making import Sheet, Table, blocks
from sources.expecting import Sample, duty, record

INVITATION = Sheet(
    issuer_parent="UBND TỈNH BÌNH SƠN",
    issuer="SỞ Y TẾ",
    number="Số: 74/GM-SYT",
    place_date="Bình Sơn, ngày 04 tháng 11 năm 2025",
    type_title="GIẤY MỜI",
    subject="Dự Hội nghị sơ kết công tác quản lý sức khỏe người cao tuổi năm 2025",
    body=blocks(
        """
Sở Y tế tỉnh Bình Sơn trân trọng kính mời:
- Đại diện lãnh đạo Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh;
- Đại diện lãnh đạo Hội Người cao tuổi tỉnh;
- Giám đốc các bệnh viện, trung tâm y tế khu vực;
- Trạm trưởng trạm y tế các xã, phường.
Tới dự Hội nghị sơ kết công tác quản lý sức khỏe người cao tuổi năm 2025.
# 1. Thời gian, địa điểm
Thời gian: 01 buổi, bắt đầu từ 08 giờ 00 phút, thứ Sáu, ngày 14 tháng 11 năm 2025.
Địa điểm: Hội trường tầng 3, Sở Y tế, số 21 đường Lê Hoàn, phường Phố Nghĩa.
Chủ trì: Bà Sầm Thị Lệ Quyên - Phó Giám đốc Sở Y tế.
# 2. Phân công chuẩn bị
- Giao Phòng Nghiệp vụ Y chuẩn bị báo cáo sơ kết, gửi Văn phòng Sở trước ngày 10 tháng 11 năm 2025.
- Trung tâm Kiểm soát bệnh tật tỉnh chuẩn bị tham luận về tầm soát tăng huyết áp, đái tháo đường tại cộng đồng.
- Văn phòng Sở chuẩn bị hội trường, tài liệu và các điều kiện phục vụ Hội nghị.
- Đề nghị các trung tâm y tế khu vực đăng ký danh sách đại biểu về Phòng Nghiệp vụ Y trước 16 giờ ngày 12/11/2025.
Sự có mặt của quý vị đại biểu góp phần vào thành công của Hội nghị. Trân trọng kính mời./.
"""
    ),
    recipients=(
        "Như thành phần mời;",
        "UBND tỉnh (để b/c);",
        "Giám đốc, các Phó Giám đốc Sở;",
        "Các phòng: VP, NVY;",
        "Lưu: VT, NVY.",
    ),
    signature=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    signer="Sầm Thị Lệ Quyên",
)

INVITATION_SAMPLE = Sample(
    stem="09-giay-moi",
    suffix="pdf",
    sheets=(INVITATION,),
    english="An invitation with tasks of preparation; “Chủ trì:” here is who chairs",
    vietnamese="Giấy mời họp có phân công chuẩn bị",
    note="who is invited stands in the body, without Kính gửi: no addressees",
    documents=(
        record(
            "Giấy mời",
            "74 GM-SYT",
            date="2025-11-04",
            place="Bình Sơn",
            issuer="SỞ Y TẾ",
            parent="UBND TỈNH BÌNH SƠN",
            subject="Dự Hội nghị sơ kết công tác quản lý sức khỏe người cao tuổi năm 2025",
            recipients="Như thành phần mời | UBND tỉnh (để b/c) | Giám đốc, các Phó Giám đốc Sở | Các phòng: VP, NVY",
            signer="Sầm Thị Lệ Quyên | PHÓ GIÁM ĐỐC | KT.",
            duties=[
                duty(
                    "Phòng Nghiệp vụ Y",
                    "chuẩn bị báo cáo sơ kết, gửi Văn phòng Sở trước ngày 10 tháng 11 năm 2025",
                    by="2025-11-10",
                    to="Văn phòng Sở",
                ),
                duty(
                    "Trung tâm Kiểm soát bệnh tật tỉnh",
                    "chuẩn bị tham luận về tầm soát tăng huyết áp, đái tháo đường tại cộng đồng",
                ),
                duty("Văn phòng Sở", "chuẩn bị hội trường, tài liệu và các điều kiện phục vụ Hội nghị"),
                duty(
                    "các trung tâm y tế khu vực",
                    "đăng ký danh sách đại biểu về Phòng Nghiệp vụ Y",
                    by="2025-11-12",
                    to="Phòng Nghiệp vụ Y",
                ),
            ],
        ),
    ),
)

SUBMISSION = Sheet(
    issuer_parent="UBND TỈNH HẢI LĂNG",
    issuer="SỞ NỘI VỤ",
    number="Số: 861/TTr-SNV",
    place_date="Hải Lăng, ngày 19 tháng 11 năm 2025",
    type_title="TỜ TRÌNH",
    subject="Về việc phê duyệt Đề án đào tạo lại đội ngũ công chức cấp xã\ngiai đoạn 2026 - 2028",
    addressees=("Ủy ban nhân dân tỉnh Hải Lăng.",),
    body=blocks(
        """
Thực hiện nhiệm vụ được giao tại Công văn số 3390/UBND-NC ngày 06 tháng 10 năm 2025 của UBND tỉnh, Sở Nội vụ đã chủ trì, phối hợp với các sở, ban, ngành và UBND các xã, phường xây dựng dự thảo Đề án đào tạo lại đội ngũ công chức cấp xã giai đoạn 2026 - 2028. Sở Nội vụ kính trình UBND tỉnh như sau:
# I. SỰ CẦN THIẾT
Sau khi sắp xếp đơn vị hành chính, công chức cấp xã đảm nhận thêm nhiều việc mới. Qua khảo sát 1.086 người, có 41% chưa được bồi dưỡng về lĩnh vực đang phụ trách; nhiều người chưa đáp ứng yêu cầu của chính quyền địa phương hai cấp.
# II. QUÁ TRÌNH XÂY DỰNG
Sở Nội vụ đã giao Phòng Công chức, viên chức soạn thảo; đã gửi lấy ý kiến 14 sở, ngành và toàn bộ UBND các xã, phường; đã tiếp thu, giải trình đầy đủ tại Báo cáo số 2217/BC-SNV ngày 12 tháng 11 năm 2025.
# III. NỘI DUNG CHÍNH CỦA ĐỀ ÁN
1. Mục tiêu: đến hết năm 2028, toàn bộ công chức cấp xã được đào tạo lại theo vị trí việc làm.
2. Kinh phí: 18,6 tỷ đồng, từ nguồn đào tạo, bồi dưỡng của tỉnh.
# IV. KIẾN NGHỊ
Sở Nội vụ kính trình Ủy ban nhân dân tỉnh xem xét, phê duyệt Đề án.
(Gửi kèm: dự thảo Quyết định; dự thảo Đề án; bản tổng hợp ý kiến)./.
"""
    ),
    recipients=(
        "Như trên;",
        "CT, các PCT UBND tỉnh (để b/c);",
        "Sở Tài chính (để ph/h);",
        "Lãnh đạo Sở;",
        "Lưu: VT, CCVC.",
    ),
    signature=("GIÁM ĐỐC",),
    signer="Đinh Thế Quyền",
)

SUBMISSION_SAMPLE = Sample(
    stem="10-to-trinh",
    suffix="txt",
    sheets=(SUBMISSION,),
    english="A submission: it delegates nothing; “đã chủ trì”, “đã giao”, “đáp ứng yêu cầu” are false friends",
    vietnamese="Tờ trình của Sở Nội vụ, không giao nhiệm vụ nào",
    documents=(
        record(
            "Tờ trình",
            "861 TTr-SNV",
            date="2025-11-19",
            place="Hải Lăng",
            issuer="SỞ NỘI VỤ",
            parent="UBND TỈNH HẢI LĂNG",
            subject="phê duyệt Đề án đào tạo lại đội ngũ công chức cấp xã giai đoạn 2026 - 2028",
            addressees="Ủy ban nhân dân tỉnh Hải Lăng",
            recipients="Như trên | CT, các PCT UBND tỉnh (để b/c) | Sở Tài chính (để ph/h) | Lãnh đạo Sở",
            signer="Đinh Thế Quyền | GIÁM ĐỐC",
            references="3390/UBND-NC | 2217/BC-SNV",
        ),
    ),
)

REPORT = Sheet(
    issuer="ỦY BAN NHÂN DÂN\nPHƯỜNG ĐÔNG THÀNH",
    number="Số: 203/BC-UBND",
    place_date="Đông Thành, ngày 28 tháng 11 năm 2025",
    type_title="BÁO CÁO",
    subject="Kết quả rà soát, xử lý các công trình thủy lợi hư hỏng\ntrên địa bàn phường Đông Thành",
    addressees=("Sở Nông nghiệp và Môi trường tỉnh Hải Lăng.",),
    body=(
        *blocks(
            """
Phúc đáp Công văn số 1538/SNNMT-TL ngày 10 tháng 11 năm 2025 của Sở Nông nghiệp và Môi trường về việc rà soát công trình thủy lợi trước vụ Đông Xuân, UBND phường Đông Thành báo cáo như sau:
# I. CÔNG TÁC CHỈ ĐẠO
UBND phường đã ban hành Kế hoạch số 88/KH-UBND ngày 13 tháng 11 năm 2025; giao Phòng Kinh tế, Hạ tầng và Đô thị chủ trì kiểm tra thực địa; các tổ dân phố đã phối hợp cung cấp thông tin kịp thời.
# II. KẾT QUẢ RÀ SOÁT
"""
        ),
        Table(
            widths=(1, 5, 2, 4),
            rows=(
                ("TT", "Công trình", "Số lượng", "Tình trạng"),
                ("1", "Kênh nội đồng", "12", "Sạt mái 340 m, đã gia cố tạm"),
                ("2", "Cống lấy nước", "07", "Hỏng cánh phai 03 cống"),
                ("3", "Trạm bơm Bãi Sậy", "01", "Máy bơm số 2 không vận hành"),
            ),
        ),
        *blocks(
            """
# III. KHÓ KHĂN, VƯỚNG MẮC
Kinh phí duy tu của phường chỉ đáp ứng khoảng 35% nhu cầu; việc bàn giao trạm bơm Bãi Sậy từ Công ty Khai thác công trình thủy lợi chưa hoàn thành thủ tục.
# IV. NHIỆM VỤ THỜI GIAN TỚI
UBND phường tiếp tục huy động Nhân dân nạo vét kênh mương, hoàn thành trước ngày 20 tháng 12 năm 2025.
# V. KIẾN NGHỊ
1. Đề nghị Sở Nông nghiệp và Môi trường hỗ trợ thay thế máy bơm số 2 của trạm bơm Bãi Sậy trước ngày 15 tháng 01 năm 2026.
2. Đề nghị Công ty Khai thác công trình thủy lợi Hải Lăng khẩn trương hoàn thành hồ sơ bàn giao trạm bơm.
Trên đây là báo cáo của UBND phường Đông Thành, kính gửi Sở Nông nghiệp và Môi trường tổng hợp./.
"""
        ),
    ),
    recipients=(
        "Như trên;",
        "TT. Đảng ủy; TT. HĐND phường (b/c);",
        "Chủ tịch, các PCT UBND phường;",
        "Phòng KT,HT&ĐT;",
        "Lưu: VT.",
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Lục Văn Chiến",
)

REPORT_SAMPLE = Sample(
    stem="11-bao-cao-phuc-dap",
    suffix="pdf",
    sheets=(REPORT,),
    english="A ward's report that answers a letter: what is reported as done is no duty, what it asks for is",
    vietnamese="Báo cáo của UBND phường phúc đáp công văn của sở",
    note="IV: the issuer on itself, no duty; the closing 'kính gửi … tổng hợp' is a courtesy",
    documents=(
        record(
            "Báo cáo",
            "203 BC-UBND",
            date="2025-11-28",
            place="Đông Thành",
            issuer="ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG THÀNH",
            subject="Kết quả rà soát, xử lý các công trình thủy lợi hư hỏng trên địa bàn phường Đông Thành",
            addressees="Sở Nông nghiệp và Môi trường tỉnh Hải Lăng",
            recipients="Như trên | TT. Đảng ủy | TT. HĐND phường (b/c) | Chủ tịch, các PCT UBND phường | Phòng KT,HT&ĐT",
            signer="Lục Văn Chiến | PHÓ CHỦ TỊCH | TM. KT.",
            references="1538/SNNMT-TL | 88/KH-UBND",
            duties=[
                duty(
                    "Sở Nông nghiệp và Môi trường",
                    "hỗ trợ thay thế máy bơm số 2 của trạm bơm Bãi Sậy",
                    by="2026-01-15",
                ),
                duty(
                    "Công ty Khai thác công trình thủy lợi Hải Lăng",
                    "khẩn trương hoàn thành hồ sơ bàn giao trạm bơm",
                ),
            ],
        ),
    ),
)
