"""A telegram, a notice of conclusions and a directive of provincial authorities."""
# ruff: noqa: E501 -- a paragraph of a document is one line here

from making import Sheet, blocks
from sources.expecting import Sample, duty, record

TELEGRAM = Sheet(
    issuer="ỦY BAN NHÂN DÂN\nTỈNH BÌNH SƠN",
    number="Số: 09/CĐ-UBND",
    place_date="Bình Sơn, ngày 21 tháng 10 năm 2025",
    marks=("HỎA TỐC",),
    type_title="CÔNG ĐIỆN",
    subject="Về việc ứng phó mưa lũ, sạt lở đất tại vùng núi phía Tây của tỉnh",
    addressee_head="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BÌNH SƠN điện:",
    addressees=(
        "Giám đốc các sở: Nông nghiệp và Môi trường, Xây dựng, Giáo dục và Đào tạo;",
        "Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh; Giám đốc Công an tỉnh;",
        "Chủ tịch UBND các xã, phường;",
        "Giám đốc Công ty Thủy điện Nậm Khê.",
    ),
    body=blocks(
        """
Theo tin dự báo của Đài Khí tượng Thủy văn tỉnh, từ chiều ngày 22 đến hết ngày 24 tháng 10, khu vực phía Tây của tỉnh có mưa to đến rất to, lượng mưa phổ biến từ 180 đến 320 mm; nguy cơ rất cao xảy ra lũ quét, sạt lở đất. Để bảo đảm an toàn tính mạng của Nhân dân, Chủ tịch UBND tỉnh yêu cầu:
1. Chủ tịch UBND các xã, phường:
a) Tổ chức di dời khẩn cấp các hộ dân ra khỏi khu vực có nguy cơ sạt lở, hoàn thành trước 17 giờ ngày 22 tháng 10 năm 2025;
b) Cắt cử lực lượng trực gác tại ngầm, tràn, tuyệt đối không để người, phương tiện qua lại khi nước ngập;
c) Báo cáo nhanh tình hình về Sở Nông nghiệp và Môi trường trước 16 giờ hằng ngày.
2. Giám đốc Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Đài Khí tượng Thủy văn tỉnh theo dõi chặt chẽ diễn biến mưa lũ, thông tin kịp thời đến từng thôn; tổng hợp thiệt hại, báo cáo Chủ tịch UBND tỉnh.
3. Giám đốc Sở Xây dựng chỉ đạo các hạt quản lý đường bộ bố trí máy móc tại các điểm xung yếu, bảo đảm giao thông trên đường tỉnh 516 và đường tỉnh 522.
4. Giám đốc Sở Giáo dục và Đào tạo quyết định việc cho học sinh nghỉ học tại các địa bàn có nguy cơ cao.
5. Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh, Giám đốc Công an tỉnh duy trì lực lượng, phương tiện ứng trực tại các xã Nậm Khê, Tả Lủng, sẵn sàng cứu hộ, cứu nạn.
6. Công ty Thủy điện Nậm Khê vận hành hồ chứa đúng quy trình liên hồ, thông báo cho chính quyền và người dân vùng hạ du ít nhất 04 giờ trước khi xả lũ.
7. Giao Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Công điện này.
Yêu cầu các cơ quan, địa phương khẩn trương thực hiện./.
"""
    ),
    recipients=(
        "Như trên;",
        "Ban Chỉ đạo Phòng thủ dân sự quốc gia (để b/c);",
        "Thường trực Tỉnh ủy; Thường trực HĐND tỉnh (để b/c);",
        "Chủ tịch, các PCT UBND tỉnh;",
        "Báo và Phát thanh, Truyền hình tỉnh (để đưa tin);",
        "Lưu: VT, NN.",
    ),
    signature=("CHỦ TỊCH",),
    signer="Thái Văn Lực",
)

TELEGRAM_SAMPLE = Sample(
    stem="06-cong-dien-mua-lu",
    suffix="pdf",
    sheets=(TELEGRAM,),
    english="An urgent telegram (HỎA TỐC) of a provincial chairman, office-holders as assignees",
    vietnamese="Công điện hỏa tốc của Chủ tịch UBND tỉnh về ứng phó mưa lũ",
    documents=(
        record(
            "Công điện",
            "09 CĐ-UBND",
            date="2025-10-21",
            place="Bình Sơn",
            issuer="ỦY BAN NHÂN DÂN TỈNH BÌNH SƠN",
            subject="ứng phó mưa lũ, sạt lở đất tại vùng núi phía Tây của tỉnh",
            priority="Hỏa tốc",
            addressees="Giám đốc các sở: Nông nghiệp và Môi trường, Xây dựng, Giáo dục và Đào tạo"
            " | Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh | Giám đốc Công an tỉnh"
            " | Chủ tịch UBND các xã, phường | Giám đốc Công ty Thủy điện Nậm Khê",
            recipients="Như trên | Ban Chỉ đạo Phòng thủ dân sự quốc gia (để b/c) | Thường trực Tỉnh ủy"
            " | Thường trực HĐND tỉnh (để b/c) | Chủ tịch, các PCT UBND tỉnh"
            " | Báo và Phát thanh, Truyền hình tỉnh (để đưa tin)",
            signer="Thái Văn Lực | CHỦ TỊCH",
            duties=[
                duty(
                    "Chủ tịch UBND các xã, phường",
                    "Tổ chức di dời khẩn cấp các hộ dân ra khỏi khu vực có nguy cơ sạt lở",
                    by="2025-10-22",
                ),
                duty("Chủ tịch UBND các xã, phường", "Cắt cử lực lượng trực gác tại ngầm, tràn"),
                duty(
                    "Chủ tịch UBND các xã, phường",
                    "Báo cáo nhanh tình hình về Sở Nông nghiệp và Môi trường",
                    every="trước 16 giờ hằng ngày",
                    to="Sở Nông nghiệp và Môi trường",
                ),
                duty(
                    "Giám đốc Sở Nông nghiệp và Môi trường",
                    "theo dõi chặt chẽ diễn biến mưa lũ, thông tin kịp thời đến từng thôn",
                    co="Đài Khí tượng Thủy văn tỉnh",
                    to="Chủ tịch UBND tỉnh",
                ),
                duty(
                    "Giám đốc Sở Xây dựng",
                    "chỉ đạo các hạt quản lý đường bộ bố trí máy móc tại các điểm xung yếu",
                ),
                duty(
                    "Giám đốc Sở Giáo dục và Đào tạo",
                    "quyết định việc cho học sinh nghỉ học tại các địa bàn có nguy cơ cao",
                ),
                duty(
                    "Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh | Giám đốc Công an tỉnh",
                    "duy trì lực lượng, phương tiện ứng trực tại các xã Nậm Khê, Tả Lủng",
                ),
                duty("Công ty Thủy điện Nậm Khê", "vận hành hồ chứa đúng quy trình liên hồ"),
                duty("Văn phòng UBND tỉnh", "theo dõi, đôn đốc việc thực hiện Công điện này"),
                duty("các cơ quan, địa phương", "khẩn trương thực hiện"),
            ],
        ),
    ),
)

NOTICE = Sheet(
    issuer_parent="UBND TỈNH HẢI LĂNG",
    issuer="VĂN PHÒNG",
    number="Số: 338/TB-VP",
    place_date="Hải Lăng, ngày 03 tháng 11 năm 2025",
    type_title="THÔNG BÁO",
    subject="Kết luận của Chủ tịch UBND tỉnh Nông Văn Hiệp tại cuộc họp\nvề tiến độ các dự án nhà ở xã hội",
    body=blocks(
        """
Ngày 30 tháng 10 năm 2025, đồng chí Nông Văn Hiệp, Chủ tịch UBND tỉnh đã chủ trì cuộc họp về tiến độ các dự án nhà ở xã hội trên địa bàn tỉnh. Dự họp có đại diện lãnh đạo các sở: Xây dựng, Tài chính, Nông nghiệp và Môi trường; lãnh đạo UBND phường Đông Thành, UBND xã Cửa Vọng và các chủ đầu tư.
Sau khi nghe Sở Xây dựng báo cáo và ý kiến của các đại biểu, Chủ tịch UBND tỉnh kết luận như sau:
# I. Đánh giá chung
Thời gian qua, các chủ đầu tư đã khởi công 03 dự án với 1.240 căn hộ; công tác giao đất cơ bản đúng tiến độ. Tuy nhiên, việc giải phóng mặt bằng tại phường Đông Thành còn chậm, chưa đáp ứng yêu cầu.
# II. Nhiệm vụ trong thời gian tới
1. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính và các chủ đầu tư rà soát vướng mắc của từng dự án, tham mưu UBND tỉnh hướng tháo gỡ trước ngày 20/11/2025; định kỳ 02 tuần một lần báo cáo Chủ tịch UBND tỉnh.
2. Sở Nông nghiệp và Môi trường đẩy nhanh việc xác định giá đất cụ thể, hoàn thành trong tháng 12/2025.
3. UBND phường Đông Thành tập trung vận động các hộ dân bàn giao mặt bằng; kiểm đếm, chi trả dứt điểm cho 17 hộ còn lại trước ngày 15/12. Đối với các trường hợp cố tình không chấp hành, giao Công an tỉnh hỗ trợ lập phương án bảo vệ cưỡng chế.
4. Về nguồn vốn: Giao Sở Tài chính cân đối phần vốn đối ứng của tỉnh; đề nghị Ngân hàng Chính sách xã hội - Chi nhánh tỉnh ưu tiên vốn vay cho người thu nhập thấp.
5. Các chủ đầu tư công khai danh sách người được mua, thuê mua nhà trên cổng thông tin của Sở Xây dựng; chịu trách nhiệm trước pháp luật về chất lượng công trình.
6. Báo và Phát thanh, Truyền hình Hải Lăng có tin, bài về tiến độ các dự án.
7. Thống nhất chủ trương mở rộng quỹ đất tại xã Cửa Vọng theo đề xuất của Sở Xây dựng.
Văn phòng UBND tỉnh thông báo để các cơ quan, đơn vị liên quan biết, thực hiện./.
"""
    ),
    recipients=(
        "CT, các PCT UBND tỉnh (để b/c);",
        "Các sở: XD, TC, NN&MT;",
        "Công an tỉnh;",
        "UBND: phường Đông Thành, xã Cửa Vọng;",
        "Ngân hàng CSXH - CN tỉnh;",
        "Lưu: VT, CNXD (Hòa).",
    ),
    signature=("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    signer="Hứa Minh Sang",
)

NOTICE_SAMPLE = Sample(
    stem="07-thong-bao-ket-luan",
    suffix="txt",
    sheets=(NOTICE,),
    text="rows",
    english="A notice of a chairman's conclusions: the assignee is the subject of the sentence",
    vietnamese="Thông báo kết luận của Chủ tịch UBND tỉnh",
    note="II.3 and II.4 hold two sentences with assignees of their own: two duties each; II.7 names no assignee",
    documents=(
        record(
            "Thông báo",
            "338 TB-VP",
            date="2025-11-03",
            place="Hải Lăng",
            issuer="VĂN PHÒNG",
            parent="UBND TỈNH HẢI LĂNG",
            subject="Kết luận của Chủ tịch UBND tỉnh Nông Văn Hiệp tại cuộc họp về tiến độ các dự án nhà ở xã hội",
            recipients="CT, các PCT UBND tỉnh (để b/c) | Các sở: XD, TC, NN&MT | Công an tỉnh"
            " | UBND: phường Đông Thành, xã Cửa Vọng | Ngân hàng CSXH - CN tỉnh",
            signer="Hứa Minh Sang | PHÓ CHÁNH VĂN PHÒNG | TL. KT.",
            duties=[
                duty(
                    "Sở Xây dựng",
                    "rà soát vướng mắc của từng dự án, tham mưu UBND tỉnh hướng tháo gỡ",
                    co="Sở Tài chính | các chủ đầu tư",
                    by="2025-11-20",
                    every="định kỳ 02 tuần một lần",
                    to="Chủ tịch UBND tỉnh",
                ),
                duty(
                    "Sở Nông nghiệp và Môi trường",
                    "đẩy nhanh việc xác định giá đất cụ thể",
                    by="2025-12-31",
                ),
                duty(
                    "UBND phường Đông Thành",
                    "tập trung vận động các hộ dân bàn giao mặt bằng",
                    by="2025-12-15",
                ),
                duty("Công an tỉnh", "hỗ trợ lập phương án bảo vệ cưỡng chế"),
                duty("Sở Tài chính", "cân đối phần vốn đối ứng của tỉnh"),
                duty(
                    "Ngân hàng Chính sách xã hội - Chi nhánh tỉnh",
                    "ưu tiên vốn vay cho người thu nhập thấp",
                ),
                duty(
                    "Các chủ đầu tư",
                    "công khai danh sách người được mua, thuê mua nhà trên cổng thông tin của Sở Xây dựng",
                ),
                duty("Báo và Phát thanh, Truyền hình Hải Lăng", "có tin, bài về tiến độ các dự án"),
            ],
        ),
    ),
)

DIRECTIVE = Sheet(
    issuer="ỦY BAN NHÂN DÂN\nTỈNH HẢI LĂNG",
    number="Số: 11/CT-UBND",
    place_date="Hải Lăng, ngày 08 tháng 01 năm 2026",
    type_title="CHỈ THỊ",
    subject="Về việc tăng cường kiểm soát an toàn thực phẩm\ntrong dịp tết Nguyên đán và mùa lễ hội xuân năm 2026",
    body=blocks(
        """
Thời gian qua, công tác bảo đảm an toàn thực phẩm đã được các cấp, các ngành quan tâm; Sở Y tế đã chủ trì thanh tra 214 cơ sở. Tuy nhiên, tình trạng kinh doanh thực phẩm không rõ nguồn gốc tại chợ truyền thống và qua mạng xã hội còn diễn biến phức tạp.
Để người dân đón Tết an toàn, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành, Ủy ban nhân dân các xã, phường thực hiện các nhiệm vụ sau:
# 1. Sở Y tế
a) Chủ trì, phối hợp với Sở Công Thương, Sở Nông nghiệp và Môi trường thành lập 03 đoàn kiểm tra liên ngành, hoạt động từ ngày 15 tháng 01 đến hết ngày 20 tháng 3 năm 2026;
b) Thường trực cấp cứu, sẵn sàng xử lý khi có ngộ độc thực phẩm; không để dịch bệnh truyền qua thực phẩm lan rộng;
c) Tổng hợp kết quả, báo cáo UBND tỉnh trước ngày 25 tháng 3 năm 2026.
# 2. Sở Công Thương
Quản lý chặt chẽ các cơ sở sản xuất rượu, bánh kẹo; kiểm tra việc bán hàng qua thương mại điện tử.
# 3. Sở Nông nghiệp và Môi trường
- Giám sát dư lượng thuốc bảo vệ thực vật, thuốc thú y trên rau, thịt, thủy sản trước khi đưa ra thị trường.
- Kiên quyết đình chỉ các điểm giết mổ không phép, hoàn thành trước ngày 31 tháng 01 năm 2026.
4. Giao Công an tỉnh chỉ đạo Phòng Cảnh sát kinh tế điều tra, xử lý các đường dây vận chuyển thực phẩm nhập lậu.
5. Chi cục Quản lý thị trường tỉnh phải kiểm soát 100% phương tiện vận chuyển thực phẩm đông lạnh dừng, đỗ tại các đầu mối.
6. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh giám sát, vận động Nhân dân không sử dụng thực phẩm không rõ nguồn gốc; đề nghị Hội Liên hiệp Phụ nữ tỉnh nhân rộng mô hình “Chợ an toàn”.
# 7. Ủy ban nhân dân các xã, phường
a) Chịu trách nhiệm toàn diện về an toàn thực phẩm trên địa bàn; công khai số điện thoại đường dây nóng trước ngày 20/01/2026;
b) Yêu cầu các ban quản lý lễ hội ký cam kết với từng hộ kinh doanh ăn uống;
c) Hằng tuần, vào chiều thứ Sáu, báo cáo Sở Y tế kết quả kiểm tra.
Chỉ thị này thay thế Chỉ thị số 23/CT-UBND ngày 17 tháng 12 năm 2024 của UBND tỉnh.
Yêu cầu Giám đốc các sở, Thủ trưởng các ban, ngành và Chủ tịch UBND các xã, phường nghiêm túc triển khai thực hiện; giao Sở Y tế theo dõi, đôn đốc việc thực hiện Chỉ thị này./.
"""
    ),
    recipients=(
        "Bộ Y tế (để b/c);",
        "TT. Tỉnh ủy, TT. HĐND tỉnh;",
        "Ủy ban MTTQ Việt Nam tỉnh;",
        "Các sở, ban, ngành cấp tỉnh;",
        "UBND các xã, phường;",
        "Lưu: VT, KGVX.",
    ),
    signature=("CHỦ TỊCH",),
    signer="Nông Văn Hiệp",
)

_COMMUNES = "Ủy ban nhân dân các xã, phường"

DIRECTIVE_SAMPLE = Sample(
    stem="12-chi-thi-an-toan-thuc-pham",
    suffix="docx",
    sheets=(DIRECTIVE,),
    english="A directive with headings over items and requests toward mass organisations",
    vietnamese="Chỉ thị của UBND tỉnh về an toàn thực phẩm",
    note="the lead-in 'yêu cầu … thực hiện các nhiệm vụ sau:' only announces its items: no duty",
    documents=(
        record(
            "Chỉ thị",
            "11 CT-UBND",
            date="2026-01-08",
            place="Hải Lăng",
            issuer="ỦY BAN NHÂN DÂN TỈNH HẢI LĂNG",
            subject="tăng cường kiểm soát an toàn thực phẩm trong dịp tết Nguyên đán và mùa lễ hội xuân năm 2026",
            recipients="Bộ Y tế (để b/c) | TT. Tỉnh ủy, TT. HĐND tỉnh | Ủy ban MTTQ Việt Nam tỉnh"
            " | Các sở, ban, ngành cấp tỉnh | UBND các xã, phường",
            signer="Nông Văn Hiệp | CHỦ TỊCH",
            references="23/CT-UBND",
            duties=[
                duty(
                    "Sở Y tế",
                    "thành lập 03 đoàn kiểm tra liên ngành, hoạt động từ ngày 15 tháng 01 đến hết ngày 20 tháng 3 năm 2026",
                    co="Sở Công Thương | Sở Nông nghiệp và Môi trường",
                    by="2026-03-20",
                ),
                duty("Sở Y tế", "Thường trực cấp cứu, sẵn sàng xử lý khi có ngộ độc thực phẩm"),
                duty("Sở Y tế", "Tổng hợp kết quả, báo cáo UBND tỉnh", by="2026-03-25", to="UBND tỉnh"),
                duty("Sở Công Thương", "Quản lý chặt chẽ các cơ sở sản xuất rượu, bánh kẹo"),
                duty(
                    "Sở Nông nghiệp và Môi trường",
                    "Giám sát dư lượng thuốc bảo vệ thực vật, thuốc thú y trên rau, thịt, thủy sản",
                ),
                duty(
                    "Sở Nông nghiệp và Môi trường",
                    "Kiên quyết đình chỉ các điểm giết mổ không phép",
                    by="2026-01-31",
                ),
                duty(
                    "Công an tỉnh",
                    "chỉ đạo Phòng Cảnh sát kinh tế điều tra, xử lý các đường dây vận chuyển thực phẩm nhập lậu",
                ),
                duty(
                    "Chi cục Quản lý thị trường tỉnh",
                    "kiểm soát 100% phương tiện vận chuyển thực phẩm đông lạnh dừng, đỗ tại các đầu mối",
                ),
                duty(
                    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
                    "giám sát, vận động Nhân dân không sử dụng thực phẩm không rõ nguồn gốc",
                ),
                duty("Hội Liên hiệp Phụ nữ tỉnh", "nhân rộng mô hình “Chợ an toàn”"),
                duty(
                    _COMMUNES,
                    "Chịu trách nhiệm toàn diện về an toàn thực phẩm trên địa bàn",
                    by="2026-01-20",
                ),
                duty(_COMMUNES, "Yêu cầu các ban quản lý lễ hội ký cam kết với từng hộ kinh doanh ăn uống"),
                duty(_COMMUNES, "báo cáo Sở Y tế kết quả kiểm tra", every="Hằng tuần, vào chiều thứ Sáu", to="Sở Y tế"),
                duty(
                    "Giám đốc các sở | Thủ trưởng các ban, ngành | Chủ tịch UBND các xã, phường",
                    "nghiêm túc triển khai thực hiện",
                ),
                duty("Sở Y tế", "theo dõi, đôn đốc việc thực hiện Chỉ thị này"),
            ],
        ),
    ),
)
