"""A Party committee's letter and guidance, and a trade union's letter."""
# ruff: noqa: E501 -- a paragraph of a document is one line here

from making import Sheet, blocks
from sources.expecting import Sample, duty, record

PARTY_LETTER = Sheet(
    issuer_parent="ĐẢNG BỘ TỈNH BÌNH SƠN",
    issuer="ĐẢNG ỦY PHƯỜNG PHỐ NGHĨA",
    system="party",
    number="Số 63-CV/ĐU",
    place_date="Phố Nghĩa, ngày 20 tháng 10 năm 2025",
    subject="V/v lãnh đạo công tác phát triển đảng viên quý IV/2025",
    addressees=("Các chi bộ, đảng bộ trực thuộc,", "Ủy ban Kiểm tra Đảng ủy,", "Ban Xây dựng Đảng phường."),
    body=blocks(
        """
Thực hiện Công văn số 512-CV/BTCTU, ngày 06-10-2025 của Ban Tổ chức Tỉnh ủy về phát triển đảng viên, qua rà soát, đến nay toàn Đảng bộ phường mới kết nạp 38/60 đảng viên theo chỉ tiêu. Ban Thường vụ Đảng ủy phường có ý kiến như sau:
1. Các chi bộ, đảng bộ trực thuộc rà soát nguồn quần chúng ưu tú, hoàn chỉnh hồ sơ, gửi về Ban Xây dựng Đảng phường trước ngày 15-11-2025; không kết nạp người chưa đủ điều kiện, tiêu chuẩn.
2. Giao Ban Xây dựng Đảng phường chủ trì, phối hợp với Trung tâm Chính trị khu vực 2 mở 01 lớp bồi dưỡng nhận thức về Đảng trong tháng 11-2025.
3. Giao Ủy ban Kiểm tra Đảng ủy kiểm tra việc thực hiện quy trình kết nạp ở ít nhất 05 chi bộ.
4. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường, Đoàn Thanh niên phường giới thiệu đoàn viên, hội viên ưu tú cho Đảng.
Nhận được Công văn này, yêu cầu các chi bộ, đảng bộ trực thuộc nghiêm túc thực hiện; định kỳ trước ngày 25 hằng tháng báo cáo Ban Thường vụ Đảng ủy (qua Ban Xây dựng Đảng phường).
"""
    ),
    recipients=("Như trên,", "Ban Tổ chức Tỉnh ủy (để báo cáo),", "Lưu Văn phòng Đảng ủy."),
    signature=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC"),
    signer="Bế Thị Xuân Mai",
)

PARTY_LETTER_SAMPLE = Sample(
    stem="14-cong-van-dang-uy",
    suffix="docx",
    sheets=(PARTY_LETTER,),
    english="A ward Party committee's letter (Party motto, “Số 63-CV/ĐU”, T/M)",
    vietnamese="Công văn của Đảng ủy phường",
    documents=(
        record(
            "Công văn",
            "63 CV/ĐU",
            date="2025-10-20",
            place="Phố Nghĩa",
            issuer="ĐẢNG ỦY PHƯỜNG PHỐ NGHĨA",
            parent="ĐẢNG BỘ TỈNH BÌNH SƠN",
            subject="lãnh đạo công tác phát triển đảng viên quý IV/2025",
            addressees="Các chi bộ, đảng bộ trực thuộc | Ủy ban Kiểm tra Đảng ủy | Ban Xây dựng Đảng phường",
            recipients="Như trên | Ban Tổ chức Tỉnh ủy (để báo cáo)",
            signer="Bế Thị Xuân Mai | PHÓ BÍ THƯ THƯỜNG TRỰC | T/M",
            references="512-CV/BTCTU",
            duties=[
                duty(
                    "Các chi bộ, đảng bộ trực thuộc",
                    "rà soát nguồn quần chúng ưu tú, hoàn chỉnh hồ sơ, gửi về Ban Xây dựng Đảng phường",
                    by="2025-11-15",
                    to="Ban Xây dựng Đảng phường",
                ),
                duty(
                    "Ban Xây dựng Đảng phường",
                    "mở 01 lớp bồi dưỡng nhận thức về Đảng trong tháng 11-2025",
                    co="Trung tâm Chính trị khu vực 2",
                    by="2025-11-30",
                ),
                duty(
                    "Ủy ban Kiểm tra Đảng ủy",
                    "kiểm tra việc thực hiện quy trình kết nạp ở ít nhất 05 chi bộ",
                ),
                duty(
                    "Ủy ban Mặt trận Tổ quốc Việt Nam phường | Đoàn Thanh niên phường",
                    "giới thiệu đoàn viên, hội viên ưu tú cho Đảng",
                ),
                duty(
                    "các chi bộ, đảng bộ trực thuộc",
                    "nghiêm túc thực hiện; định kỳ trước ngày 25 hằng tháng báo cáo Ban Thường vụ Đảng ủy",
                    every="định kỳ trước ngày 25 hằng tháng",
                    to="Ban Thường vụ Đảng ủy",
                ),
            ],
        ),
    ),
)

GUIDANCE = Sheet(
    issuer_parent="TỈNH ỦY HẢI LĂNG",
    issuer="BAN TUYÊN GIÁO VÀ DÂN VẬN",
    system="party",
    number="Số 31-HD/BTGDVTU",
    place_date="Hải Lăng, ngày 04 tháng 12 năm 2025",
    type_title="HƯỚNG DẪN",
    subject="tuyên truyền kỷ niệm 35 năm Ngày tái lập tỉnh Hải Lăng",
    body=blocks(
        """
- Căn cứ Kế hoạch số 44-KH/TU, ngày 18/11/2025 của Ban Thường vụ Tỉnh ủy về tổ chức kỷ niệm 35 năm Ngày tái lập tỉnh Hải Lăng,
Ban Tuyên giáo và Dân vận Tỉnh ủy hướng dẫn công tác tuyên truyền như sau:
# I. MỤC ĐÍCH, YÊU CẦU
1. Làm sâu sắc truyền thống lịch sử, văn hóa của quê hương; cổ vũ tinh thần thi đua trong cán bộ, đảng viên và Nhân dân.
2. Việc tuyên truyền phải trang trọng, tiết kiệm, không phô trương hình thức.
# II. NỘI DUNG TUYÊN TRUYỀN
1. Quá trình hình thành, phát triển của tỉnh qua 35 năm.
2. Những thành tựu về kinh tế - xã hội, quốc phòng, an ninh, xây dựng Đảng.
# III. TỔ CHỨC THỰC HIỆN
# 1. Các đảng ủy trực thuộc Tỉnh ủy
- Cụ thể hóa Hướng dẫn này phù hợp với điều kiện của địa phương, đơn vị; hoàn thành đợt sinh hoạt chi bộ chuyên đề trước ngày 31/01/2026.
- Chỉ đạo trang trí khánh tiết, treo cờ Đảng, cờ Tổ quốc trên các trục đường chính từ ngày 20/3/2026.
# 2. Sở Văn hóa, Thể thao và Du lịch
Chủ trì, phối hợp với Hội Văn học - Nghệ thuật tỉnh tổ chức triển lãm ảnh “Hải Lăng - 35 mùa xuân”; hướng dẫn cơ sở dựng cụm pa-nô tuyên truyền.
# 3. Báo và Phát thanh, Truyền hình Hải Lăng
- Mở chuyên trang, chuyên mục từ tháng 01/2026.
- Sản xuất phim tài liệu dài 30 phút, phát sóng trong tháng 3/2026.
4. Đề nghị Liên đoàn Lao động tỉnh, Tỉnh đoàn phát động đợt thi đua trong công nhân, thanh niên.
5. Trường Chính trị tỉnh có trách nhiệm đưa nội dung lịch sử Đảng bộ tỉnh vào chương trình các lớp bồi dưỡng.
Các địa phương, cơ quan, đơn vị báo cáo kết quả về Ban Tuyên giáo và Dân vận Tỉnh ủy (qua Phòng Tuyên truyền) trước ngày 15/4/2026.
"""
    ),
    recipients=(
        "Ban Tuyên giáo và Dân vận Trung ương (để báo cáo),",
        "Thường trực Tỉnh ủy (để báo cáo),",
        "Các đảng ủy trực thuộc Tỉnh ủy,",
        "Sở Văn hóa, Thể thao và Du lịch,",
        "Lưu Ban Tuyên giáo và Dân vận Tỉnh ủy.",
    ),
    signature=("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC"),
    signer="Cao Đức Hạnh",
)

GUIDANCE_SAMPLE = Sample(
    stem="15-huong-dan-tuyen-truyen",
    suffix="pdf",
    sheets=(GUIDANCE,),
    english="Guidance of a Party commission, bullets under headings that name the assignee",
    vietnamese="Hướng dẫn của Ban Tuyên giáo và Dân vận Tỉnh ủy",
    documents=(
        record(
            "Hướng dẫn",
            "31 HD/BTGDVTU",
            date="2025-12-04",
            place="Hải Lăng",
            issuer="BAN TUYÊN GIÁO VÀ DÂN VẬN",
            parent="TỈNH ỦY HẢI LĂNG",
            subject="tuyên truyền kỷ niệm 35 năm Ngày tái lập tỉnh Hải Lăng",
            recipients="Ban Tuyên giáo và Dân vận Trung ương (để báo cáo) | Thường trực Tỉnh ủy (để báo cáo)"
            " | Các đảng ủy trực thuộc Tỉnh ủy | Sở Văn hóa, Thể thao và Du lịch",
            signer="Cao Đức Hạnh | PHÓ TRƯỞNG BAN THƯỜNG TRỰC | K/T",
            references="44-KH/TU",
            duties=[
                duty(
                    "Các đảng ủy trực thuộc Tỉnh ủy",
                    "Cụ thể hóa Hướng dẫn này phù hợp với điều kiện của địa phương, đơn vị",
                    by="2026-01-31",
                ),
                duty(
                    "Các đảng ủy trực thuộc Tỉnh ủy",
                    "Chỉ đạo trang trí khánh tiết, treo cờ Đảng, cờ Tổ quốc trên các trục đường chính",
                ),
                duty(
                    "Sở Văn hóa, Thể thao và Du lịch",
                    "tổ chức triển lãm ảnh “Hải Lăng - 35 mùa xuân”",
                    co="Hội Văn học - Nghệ thuật tỉnh",
                ),
                duty("Báo và Phát thanh, Truyền hình Hải Lăng", "Mở chuyên trang, chuyên mục từ tháng 01/2026"),
                duty(
                    "Báo và Phát thanh, Truyền hình Hải Lăng",
                    "Sản xuất phim tài liệu dài 30 phút, phát sóng trong tháng 3/2026",
                    by="2026-03-31",
                ),
                duty(
                    "Liên đoàn Lao động tỉnh | Tỉnh đoàn",
                    "phát động đợt thi đua trong công nhân, thanh niên",
                ),
                duty(
                    "Trường Chính trị tỉnh",
                    "đưa nội dung lịch sử Đảng bộ tỉnh vào chương trình các lớp bồi dưỡng",
                ),
                duty(
                    "Các địa phương, cơ quan, đơn vị",
                    "báo cáo kết quả về Ban Tuyên giáo và Dân vận Tỉnh ủy",
                    by="2026-04-15",
                    to="Ban Tuyên giáo và Dân vận Tỉnh ủy",
                ),
            ],
        ),
    ),
)

UNION = Sheet(
    issuer_parent="TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
    issuer="LIÊN ĐOÀN LAO ĐỘNG TỈNH BÌNH SƠN",
    system="union",
    number="Số: 428/LĐLĐ-CSPL",
    place_date="Bình Sơn, ngày 24 tháng 12 năm 2025",
    subject="V/v chăm lo Tết Bính Ngọ 2026 cho đoàn viên, người lao động",
    addressees=("Công đoàn các khu công nghiệp tỉnh;", "Công đoàn các xã, phường;", "Công đoàn cơ sở trực thuộc."),
    body=blocks(
        """
Thực hiện Kế hoạch số 139/KH-TLĐ ngày 21 tháng 11 năm 2025 của Tổng Liên đoàn Lao động Việt Nam về chăm lo Tết, Ban Thường vụ Liên đoàn Lao động tỉnh đề nghị các cấp công đoàn:
1. Rà soát đoàn viên, người lao động có hoàn cảnh khó khăn, bị nợ lương, bị tai nạn lao động; lập danh sách gửi về Liên đoàn Lao động tỉnh (qua Ban Chính sách pháp luật) trước ngày 10 tháng 01 năm 2026.
2. Phối hợp với người sử dụng lao động công khai phương án thưởng Tết chậm nhất ngày 15 tháng 01 năm 2026.
3. Công đoàn các khu công nghiệp tỉnh chủ trì, phối hợp với Ban Quản lý các khu công nghiệp tổ chức chương trình “Chuyến xe mùa xuân”; nắm chắc tình hình quan hệ lao động, không để xảy ra đình công tự phát.
4. Giao Ban Tài chính Liên đoàn Lao động tỉnh hướng dẫn mức chi, thủ tục thanh quyết toán trong 05 ngày làm việc kể từ ngày ký Công văn này./.
"""
    ),
    recipients=(
        "Như trên;",
        "Tổng Liên đoàn (để b/c);",
        "TT. Tỉnh ủy (để b/c);",
        "Các đ/c UVBTV LĐLĐ tỉnh;",
        "Lưu: VT, CSPL.",
    ),
    signature=("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH"),
    signer="Quách Thị Diệu Hiền",
)

_UNIONS = "các cấp công đoàn"

UNION_SAMPLE = Sample(
    stem="16-cong-van-lien-doan-lao-dong",
    suffix="txt",
    sheets=(UNION,),
    english="A provincial trade union's letter; a relative deadline in working days",
    vietnamese="Công văn của Liên đoàn Lao động tỉnh",
    note="05 working days from Wednesday 24/12/2025 end on 31/12/2025",
    documents=(
        record(
            "Công văn",
            "428 LĐLĐ-CSPL",
            date="2025-12-24",
            place="Bình Sơn",
            issuer="LIÊN ĐOÀN LAO ĐỘNG TỈNH BÌNH SƠN",
            parent="TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
            subject="chăm lo Tết Bính Ngọ 2026 cho đoàn viên, người lao động",
            addressees="Công đoàn các khu công nghiệp tỉnh | Công đoàn các xã, phường | Công đoàn cơ sở trực thuộc",
            recipients="Như trên | Tổng Liên đoàn (để b/c) | TT. Tỉnh ủy (để b/c) | Các đ/c UVBTV LĐLĐ tỉnh",
            signer="Quách Thị Diệu Hiền | PHÓ CHỦ TỊCH | TM.",
            references="139/KH-TLĐ",
            duties=[
                duty(
                    _UNIONS,
                    "Rà soát đoàn viên, người lao động có hoàn cảnh khó khăn, bị nợ lương, bị tai nạn lao động",
                    by="2026-01-10",
                    to="Liên đoàn Lao động tỉnh",
                ),
                duty(
                    _UNIONS,
                    "công khai phương án thưởng Tết chậm nhất ngày 15 tháng 01 năm 2026",
                    co="người sử dụng lao động",
                    by="2026-01-15",
                ),
                duty(
                    "Công đoàn các khu công nghiệp tỉnh",
                    "tổ chức chương trình “Chuyến xe mùa xuân”",
                    co="Ban Quản lý các khu công nghiệp",
                ),
                duty(
                    "Ban Tài chính Liên đoàn Lao động tỉnh",
                    "hướng dẫn mức chi, thủ tục thanh quyết toán",
                    by="2025-12-31",
                ),
            ],
        ),
    ),
)
