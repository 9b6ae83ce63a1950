"""The same kind of pair as two files: the provincial office's letter and the Party committee's plan (2025)."""
# ruff: noqa: E501 -- a paragraph of a document is one line here

from making import Sheet, blocks
from sources.expecting import Sample, duty, record

LETTER = Sheet(
    issuer_parent="ỦY BAN NHÂN DÂN\nTỈNH HẢI LĂNG",
    issuer="VĂN PHÒNG",
    number="Số: 905/VP-KGVX",
    place_date="Hải Lăng, ngày 22 tháng 9 năm 2025",
    subject="V/v thực hiện Kế hoạch số 27-KH/TU của Ban Thường vụ Tỉnh ủy về phổ cập kỹ năng số",
    addressees=(
        "Các sở, ban, ngành cấp tỉnh;",
        "Trung tâm Phục vụ hành chính công tỉnh;",
        "UBND các xã, phường.",
    ),
    body=blocks(
        """
Thực hiện Kế hoạch số 27-KH/TU ngày 15 tháng 9 năm 2025 của Ban Thường vụ Tỉnh ủy về phổ cập kỹ năng số cho cán bộ, công chức và Nhân dân giai đoạn 2025 - 2027, đồng chí Mạc Thanh Tùng, Phó Chủ tịch Thường trực UBND tỉnh có ý kiến chỉ đạo như sau:
1. Giao Sở Khoa học và Công nghệ là cơ quan đầu mối, chủ trì, phối hợp với Sở Nội vụ, Sở Tài chính và các cơ quan liên quan tham mưu UBND tỉnh cụ thể hóa Kế hoạch số 27-KH/TU, trình UBND tỉnh trong thời hạn 15 ngày kể từ ngày ký Công văn này.
2. Các sở: Giáo dục và Đào tạo, Y tế, Nông nghiệp và Môi trường và Công an tỉnh triển khai các nhiệm vụ được giao tại điểm 3.2, 3.3 và 3.4 Mục III của Kế hoạch nêu trên; hằng quý (trước ngày 25 của tháng cuối quý) gửi kết quả về Sở Khoa học và Công nghệ để tổng hợp, báo cáo UBND tỉnh.
3. Trung tâm Phục vụ hành chính công tỉnh có trách nhiệm bố trí người hướng dẫn tại quầy, không nhận hồ sơ giấy thay cho người dân đã có tài khoản định danh.
4. UBND các xã, phường:
a) Kiện toàn Tổ công nghệ số cộng đồng ở thôn, tổ dân phố trước ngày 31/10/2025;
b) Mỗi tháng tổ chức ít nhất một buổi hướng dẫn tại nhà văn hóa thôn, tổ dân phố.
Quá trình thực hiện nếu có khó khăn, vướng mắc, các cơ quan, địa phương phản ánh về Sở Khoa học và Công nghệ để được hướng dẫn.
Văn phòng UBND tỉnh thông báo để các cơ quan, địa phương biết, thực hiện./.
"""
    ),
    recipients=(
        "Như trên;",
        "Thường trực Tỉnh ủy (để b/c);",
        "CT, các PCT UBND tỉnh;",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy;",
        "VPUBND tỉnh: CVP, các PCVP; Phòng: KGVX, TH;",
        "Lưu: VT, KGVX (pth).",
    ),
    signature=("CHÁNH VĂN PHÒNG",),
    signer="Đặng Hữu Phước",
)

PLAN = Sheet(
    issuer="TỈNH ỦY HẢI LĂNG",
    system="party",
    number="Số 27-KH/TU",
    place_date="Hải Lăng, ngày 15 tháng 9 năm 2025",
    type_title="KẾ HOẠCH",
    subject="phổ cập kỹ năng số cho cán bộ, công chức và Nhân dân\ngiai đoạn 2025 - 2027",
    body=blocks(
        """
Thực hiện Nghị quyết số 09-NQ/TU, ngày 02/7/2025 của Ban Chấp hành Đảng bộ tỉnh về chuyển đổi số toàn diện, Ban Thường vụ Tỉnh ủy ban hành kế hoạch phổ cập kỹ năng số với những nội dung sau:
# I. MỤC ĐÍCH, YÊU CẦU
1. Giúp cán bộ, công chức và Nhân dân sử dụng thành thạo các dịch vụ số thiết yếu; thu hẹp khoảng cách số giữa các vùng.
2. Việc phổ cập phải “cầm tay chỉ việc”, dễ hiểu, dễ làm. Các cấp ủy phải coi kết quả phổ cập kỹ năng số là một tiêu chí đánh giá, xếp loại tổ chức đảng.
# II. CHỈ TIÊU
1. Đến hết năm 2026, 100% cán bộ, công chức cấp xã hoàn thành chương trình kỹ năng số cơ bản.
2. Đến hết năm 2027, ít nhất 80% người dân trong độ tuổi lao động có tài khoản định danh điện tử và sử dụng dịch vụ công trực tuyến.
# III. TỔ CHỨC THỰC HIỆN
# 1. Các đảng ủy xã, phường
- Lãnh đạo việc thành lập, duy trì hoạt động của Tổ công nghệ số cộng đồng; phân công đảng viên kèm cặp người cao tuổi, hộ nghèo.
- Báo cáo kết quả về Ban Thường vụ Tỉnh ủy (qua Ban Tuyên giáo và Dân vận Tỉnh ủy) trước ngày 10 tháng 12 hằng năm.
# 2. Ban Tuyên giáo và Dân vận Tỉnh ủy
- Chủ trì, phối hợp với Báo và Phát thanh, Truyền hình Hải Lăng mở đợt tuyên truyền cao điểm trong quý IV/2025.
- Hằng tháng đưa kết quả phổ cập kỹ năng số vào nội dung giao ban báo chí.
# 3. Đảng ủy Ủy ban nhân dân tỉnh
3.1. Chỉ đạo Sở Khoa học và Công nghệ
Xây dựng nền tảng học tập trực tuyến mở của tỉnh, đưa vào sử dụng trước ngày 31/12/2025.
3.2. Chỉ đạo Sở Giáo dục và Đào tạo
Đưa nội dung kỹ năng số vào hoạt động trải nghiệm của học sinh trung học.
3.3. Chỉ đạo Sở Y tế, Sở Nông nghiệp và Môi trường
- Sở Y tế hướng dẫn người dân sử dụng sổ sức khỏe điện tử.
- Sở Nông nghiệp và Môi trường hướng dẫn nông dân đưa nông sản lên sàn thương mại điện tử.
3.4. Chỉ đạo Đảng ủy Công an tỉnh
Lãnh đạo công an cấp xã hỗ trợ người dân kích hoạt tài khoản định danh điện tử.
# 4. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh
Phát động phong trào mỗi gia đình có một công dân số; giám sát việc thực hiện Kế hoạch này ở cơ sở.
Giao Văn phòng Tỉnh ủy phối hợp với Ban Tuyên giáo và Dân vận Tỉnh ủy theo dõi, kiểm tra, đôn đốc việc thực hiện Kế hoạch, tham mưu Ban Thường vụ Tỉnh ủy sơ kết vào quý I/2027.
"""
    ),
    recipients=(
        "Văn phòng Trung ương Đảng,",
        "Ban Tuyên giáo và Dân vận Trung ương,",
        "Đảng ủy UBND tỉnh,",
        "Các đảng ủy trực thuộc Tỉnh ủy,",
        "Các đồng chí Ủy viên Ban Chấp hành Đảng bộ tỉnh,",
        "Lưu Văn phòng Tỉnh ủy.",
    ),
    signature=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
    signer="Trịnh Bá Vĩnh",
)

_COMMITTEES = "Các đảng ủy xã, phường"

LETTER_SAMPLE = Sample(
    stem="02-cong-van-ky-nang-so",
    suffix="docx",
    sheets=(LETTER,),
    english="A provincial office's letter that hands a Party plan on to departments (its plan is 03)",
    vietnamese="Công văn của Văn phòng UBND tỉnh giao các sở thực hiện kế hoạch của Tỉnh ủy (kế hoạch: mẫu 03)",
    note="IV.2's report clause goes two hops: to Sở Khoa học và Công nghệ, which reports to UBND tỉnh",
    documents=(
        record(
            "Công văn",
            "905 VP-KGVX",
            date="2025-09-22",
            place="Hải Lăng",
            issuer="VĂN PHÒNG",
            parent="ỦY BAN NHÂN DÂN TỈNH HẢI LĂNG",
            subject="thực hiện Kế hoạch số 27-KH/TU của Ban Thường vụ Tỉnh ủy về phổ cập kỹ năng số",
            addressees="Các sở, ban, ngành cấp tỉnh | Trung tâm Phục vụ hành chính công tỉnh | UBND các xã, phường",
            recipients="Như trên | Thường trực Tỉnh ủy (để b/c) | CT, các PCT UBND tỉnh"
            " | Ban Tuyên giáo và Dân vận Tỉnh ủy | VPUBND tỉnh: CVP, các PCVP; Phòng: KGVX, TH",
            signer="Đặng Hữu Phước | CHÁNH VĂN PHÒNG",
            references="27-KH/TU",
            duties=[
                duty(
                    "Sở Khoa học và Công nghệ",
                    "tham mưu UBND tỉnh cụ thể hóa Kế hoạch số 27-KH/TU",
                    co="Sở Nội vụ | Sở Tài chính | các cơ quan liên quan",
                    by="2025-10-07",
                ),
                duty(
                    "Sở Giáo dục và Đào tạo | Sở Y tế | Sở Nông nghiệp và Môi trường | Công an tỉnh",
                    "triển khai các nhiệm vụ được giao tại điểm 3.2, 3.3 và 3.4 Mục III của Kế hoạch nêu trên",
                    every="hằng quý (trước ngày 25 của tháng cuối quý)",
                    to="Sở Khoa học và Công nghệ",
                ),
                duty(
                    "Trung tâm Phục vụ hành chính công tỉnh",
                    "bố trí người hướng dẫn tại quầy, không nhận hồ sơ giấy thay cho người dân đã có tài khoản định danh",
                ),
                duty(
                    "UBND các xã, phường",
                    "Kiện toàn Tổ công nghệ số cộng đồng ở thôn, tổ dân phố",
                    by="2025-10-31",
                ),
                duty(
                    "UBND các xã, phường",
                    "Mỗi tháng tổ chức ít nhất một buổi hướng dẫn tại nhà văn hóa thôn, tổ dân phố",
                    every="Mỗi tháng",
                ),
            ],
        ),
    ),
)

PLAN_SAMPLE = Sample(
    stem="03-ke-hoach-tinh-uy-ky-nang-so",
    suffix="docx",
    sheets=(PLAN,),
    english="The Party committee's plan that sample 02 hands on",
    vietnamese="Kế hoạch của Tỉnh ủy mà mẫu 02 giao lại",
    note="I.2 names its assignee (Các cấp ủy phải …): a duty; 3.1 to 3.4: the assignee is the organ after “Chỉ đạo”",
    documents=(
        record(
            "Kế hoạch",
            "27 KH/TU",
            date="2025-09-15",
            place="Hải Lăng",
            issuer="TỈNH ỦY HẢI LĂNG",
            subject="phổ cập kỹ năng số cho cán bộ, công chức và Nhân dân giai đoạn 2025 - 2027",
            recipients="Văn phòng Trung ương Đảng | Ban Tuyên giáo và Dân vận Trung ương | Đảng ủy UBND tỉnh"
            " | Các đảng ủy trực thuộc Tỉnh ủy | Các đồng chí Ủy viên Ban Chấp hành Đảng bộ tỉnh",
            signer="Trịnh Bá Vĩnh | PHÓ BÍ THƯ | T/M",
            references="09-NQ/TU",
            duties=[
                duty(
                    "Các cấp ủy",
                    "coi kết quả phổ cập kỹ năng số là một tiêu chí đánh giá, xếp loại tổ chức đảng",
                ),
                duty(_COMMITTEES, "Lãnh đạo việc thành lập, duy trì hoạt động của Tổ công nghệ số cộng đồng"),
                duty(
                    _COMMITTEES,
                    "Báo cáo kết quả về Ban Thường vụ Tỉnh ủy (qua Ban Tuyên giáo và Dân vận Tỉnh ủy)",
                    every="trước ngày 10 tháng 12 hằng năm",
                    to="Ban Thường vụ Tỉnh ủy",
                ),
                duty(
                    "Ban Tuyên giáo và Dân vận Tỉnh ủy",
                    "mở đợt tuyên truyền cao điểm trong quý IV/2025",
                    co="Báo và Phát thanh, Truyền hình Hải Lăng",
                    by="2025-12-31",
                ),
                duty(
                    "Ban Tuyên giáo và Dân vận Tỉnh ủy",
                    "đưa kết quả phổ cập kỹ năng số vào nội dung giao ban báo chí",
                    every="Hằng tháng",
                ),
                duty(
                    "Sở Khoa học và Công nghệ",
                    "Xây dựng nền tảng học tập trực tuyến mở của tỉnh",
                    by="2025-12-31",
                ),
                duty(
                    "Sở Giáo dục và Đào tạo",
                    "Đưa nội dung kỹ năng số vào hoạt động trải nghiệm của học sinh trung học",
                ),
                duty("Sở Y tế", "hướng dẫn người dân sử dụng sổ sức khỏe điện tử"),
                duty("Sở Nông nghiệp và Môi trường", "hướng dẫn nông dân đưa nông sản lên sàn thương mại điện tử"),
                duty(
                    "Đảng ủy Công an tỉnh",
                    "Lãnh đạo công an cấp xã hỗ trợ người dân kích hoạt tài khoản định danh điện tử",
                ),
                duty(
                    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
                    "Phát động phong trào mỗi gia đình có một công dân số",
                ),
                duty(
                    "Văn phòng Tỉnh ủy",
                    "theo dõi, kiểm tra, đôn đốc việc thực hiện Kế hoạch",
                    co="Ban Tuyên giáo và Dân vận Tỉnh ủy",
                    by="2027-03-31",
                ),
            ],
        ),
    ),
)
