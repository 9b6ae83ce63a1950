"""Plans of a provincial People's Committee: with an assignment table (.docx), with label lines and a table (.pdf)."""
# ruff: noqa: E501 -- a paragraph of a document is one line here

from making import Cell, Sheet, Table, blocks
from sources.expecting import Sample, duty, record


def _group(title: str, columns: int = 6) -> tuple[Cell | None, ...]:
    return (Cell(title, columns=columns), *(None,) * (columns - 1))


WASTE_TABLE = Table(
    widths=(1, 5.2, 2.8, 3, 2.2, 2.4),
    rows=(
        ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm"),
        _group("I. HOÀN THIỆN QUY ĐỊNH, HẠ TẦNG"),
        (
            "1",
            "Xây dựng quy định về phân loại, thu gom chất thải rắn sinh hoạt trên địa bàn tỉnh",
            "Sở Nông nghiệp và Môi trường",
            "Sở Tư pháp, Sở Xây dựng",
            "Tháng 3/2026",
            "Quyết định của UBND tỉnh",
        ),
        (
            "2",
            "Lập phương án giá dịch vụ thu gom, vận chuyển chất thải rắn sinh hoạt",
            "Sở Tài chính",
            Cell("UBND các xã, phường", rows=2),
            "Quý II/2026",
            "Tờ trình, dự thảo Quyết định",
        ),
        (
            "3",
            "Bố trí điểm tập kết chất thải cồng kềnh ở từng cụm dân cư",
            "Sở Xây dựng",
            None,
            "Trước ngày 30/9/2026",
            "Danh mục điểm tập kết",
        ),
        _group("II. TRUYỀN THÔNG, KIỂM TRA"),
        (
            "4",
            "Phát hành tài liệu hướng dẫn phân loại chất thải tại nguồn đến hộ gia đình",
            "Sở Văn hóa, Thể thao và Du lịch",
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
            "Hằng năm",
            "Sổ tay, tờ gấp",
        ),
        (
            "5",
            "Kiểm tra việc chấp hành quy định của các cơ sở thu gom, vận chuyển",
            "Công an tỉnh",
            "Sở Nông nghiệp và Môi trường",
            "Thường xuyên",
            "Biên bản, báo cáo",
        ),
    ),
)

WASTE = Sheet(
    issuer="ỦY BAN NHÂN DÂN\nTỈNH HẢI LĂNG",
    number="Số: 214/KH-UBND",
    place_date="Hải Lăng, ngày 12 tháng 12 năm 2025",
    type_title="KẾ HOẠCH",
    subject="Phân loại, thu gom, xử lý chất thải rắn sinh hoạt trên địa bàn\ntỉnh Hải Lăng năm 2026",
    body=(
        *blocks(
            """
Căn cứ Luật Bảo vệ môi trường năm 2020; thực hiện Nghị quyết số 41/2025/NQ-HĐND ngày 05 tháng 12 năm 2025 của Hội đồng nhân dân tỉnh về chính sách hỗ trợ thu gom chất thải, Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau:
# I. MỤC ĐÍCH, YÊU CẦU
1. Hình thành thói quen phân loại chất thải tại nguồn trong Nhân dân; nâng tỷ lệ chất thải rắn sinh hoạt được thu gom ở nông thôn lên 90%.
2. Nhiệm vụ phải rõ người, rõ việc, rõ thời gian, phù hợp với nguồn lực của địa phương.
# II. NHIỆM VỤ CỤ THỂ
Các nhiệm vụ, cơ quan chủ trì, cơ quan phối hợp và thời gian hoàn thành như sau:
"""
        ),
        WASTE_TABLE,
        *blocks(
            """
# III. TỔ CHỨC THỰC HIỆN
1. Giám đốc các sở, Thủ trưởng các ban, ngành và Chủ tịch UBND các xã, phường chịu trách nhiệm trước UBND tỉnh về kết quả thực hiện nhiệm vụ tại cơ quan, địa phương; trước ngày 20 của tháng cuối quý báo cáo UBND tỉnh (qua Sở Nông nghiệp và Môi trường).
2. Sở Nông nghiệp và Môi trường có trách nhiệm theo dõi, đôn đốc việc thực hiện Kế hoạch này; tổng hợp, báo cáo UBND tỉnh trước ngày 15/12/2026.
3. Sở Tài chính cân đối kinh phí sự nghiệp môi trường để thực hiện Kế hoạch, đáp ứng yêu cầu tiến độ.
4. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, Hội Nông dân tỉnh vận động hội viên thu gom bao gói thuốc bảo vệ thực vật trên đồng ruộng.
5. Nghiêm cấm các đơn vị thu gom đổ lẫn chất thải đã được phân loại khi vận chuyển.
Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, địa phương phản ánh về Sở Nông nghiệp và Môi trường để tổng hợp, báo cáo UBND tỉnh xem xét./.
"""
        ),
    ),
    recipients=(
        "Bộ Nông nghiệp và Môi trường (để b/c);",
        "Thường trực Tỉnh ủy, HĐND tỉnh (để b/c);",
        "Chủ tịch, các PCT UBND tỉnh;",
        "Các sở, ban, ngành cấp tỉnh;",
        "UBND các xã, phường;",
        "Lưu: VT, NN (02b).",
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Vi Thị Bích Đào",
)

_FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"

WASTE_SAMPLE = Sample(
    stem="04-ke-hoach-bang-phan-cong",
    suffix="docx",
    sheets=(WASTE,),
    english="A provincial plan with an assignment table: group rows, a merged cell, a row a duty",
    vietnamese="Kế hoạch của UBND tỉnh có bảng phân công nhiệm vụ",
    documents=(
        record(
            "Kế hoạch",
            "214 KH-UBND",
            date="2025-12-12",
            place="Hải Lăng",
            issuer="ỦY BAN NHÂN DÂN TỈNH HẢI LĂNG",
            subject="Phân loại, thu gom, xử lý chất thải rắn sinh hoạt trên địa bàn tỉnh Hải Lăng năm 2026",
            recipients="Bộ Nông nghiệp và Môi trường (để b/c) | Thường trực Tỉnh ủy, HĐND tỉnh (để b/c)"
            " | Chủ tịch, các PCT UBND tỉnh | Các sở, ban, ngành cấp tỉnh | UBND các xã, phường",
            signer="Vi Thị Bích Đào | PHÓ CHỦ TỊCH | TM. KT.",
            references="41/2025/NQ-HĐND",
            duties=[
                duty(
                    "Sở Nông nghiệp và Môi trường",
                    "Xây dựng quy định về phân loại, thu gom chất thải rắn sinh hoạt trên địa bàn tỉnh",
                    co="Sở Tư pháp | Sở Xây dựng",
                    by="2026-03-31",
                ),
                duty(
                    "Sở Tài chính",
                    "Lập phương án giá dịch vụ thu gom, vận chuyển chất thải rắn sinh hoạt",
                    co="UBND các xã, phường",
                    by="2026-06-30",
                ),
                duty(
                    "Sở Xây dựng",
                    "Bố trí điểm tập kết chất thải cồng kềnh ở từng cụm dân cư",
                    co="UBND các xã, phường",
                    by="2026-09-30",
                ),
                duty(
                    "Sở Văn hóa, Thể thao và Du lịch",
                    "Phát hành tài liệu hướng dẫn phân loại chất thải tại nguồn đến hộ gia đình",
                    co=_FRONT,
                    every="Hằng năm",
                ),
                duty(
                    "Công an tỉnh",
                    "Kiểm tra việc chấp hành quy định của các cơ sở thu gom, vận chuyển",
                    co="Sở Nông nghiệp và Môi trường",
                    every="Thường xuyên",
                ),
                duty(
                    "Giám đốc các sở | Thủ trưởng các ban, ngành | Chủ tịch UBND các xã, phường",
                    "chịu trách nhiệm trước UBND tỉnh về kết quả thực hiện nhiệm vụ tại cơ quan, địa phương",
                    every="trước ngày 20 của tháng cuối quý",
                    to="UBND tỉnh",
                ),
                duty(
                    "Sở Nông nghiệp và Môi trường",
                    "theo dõi, đôn đốc việc thực hiện Kế hoạch này",
                    by="2026-12-15",
                    to="UBND tỉnh",
                ),
                duty("Sở Tài chính", "cân đối kinh phí sự nghiệp môi trường để thực hiện Kế hoạch"),
                duty(
                    f"{_FRONT} | Hội Nông dân tỉnh",
                    "vận động hội viên thu gom bao gói thuốc bảo vệ thực vật trên đồng ruộng",
                ),
                duty("các đơn vị thu gom", "đổ lẫn chất thải đã được phân loại khi vận chuyển"),
            ],
        ),
    ),
)

LIBRARY_TABLE = Table(
    widths=(1, 5, 3, 3, 2.4),
    heads=2,
    rows=(
        (Cell("TT", rows=2), Cell("Nội dung công việc", rows=2), Cell("Phân công thực hiện", columns=2), None,
         Cell("Thời hạn", rows=2)),
        (None, None, "Chủ trì", "Phối hợp", None),
        (
            "1",
            "Số hóa tài liệu địa chí tại Thư viện tỉnh",
            "Sở Văn hóa, Thể thao và Du lịch",
            "Sở Khoa học và Công nghệ",
            "2026 - 2027",
        ),
        (
            "2",
            "Luân chuyển sách về thư viện trường học ở các xã miền núi",
            Cell("Sở Giáo dục và Đào tạo", rows=2),
            "Sở Văn hóa, Thể thao và Du lịch",
            "Hằng quý",
        ),
        (
            "3",
            "Tổ chức hội thi kể chuyện theo sách cấp tỉnh",
            None,
            "Tỉnh đoàn",
            "Tháng 4/2026",
        ),
    ),
)  # fmt: skip

LIBRARY = Sheet(
    issuer="ỦY BAN NHÂN DÂN\nTỈNH BÌNH SƠN",
    number="Số: 96/KH-UBND",
    place_date="Phố Nghĩa, ngày 06 tháng 01 năm 2026",
    type_title="KẾ HOẠCH",
    subject="Phát triển văn hóa đọc trong trường học và cộng đồng\ntrên địa bàn tỉnh Bình Sơn năm 2026",
    body=(
        *blocks(
            """
Thực hiện Quyết định số 1877/QĐ-TTg ngày 30 tháng 10 năm 2025 của Thủ tướng Chính phủ về phát triển văn hóa đọc, UBND tỉnh ban hành Kế hoạch như sau:
# I. MỤC TIÊU
Đến hết năm 2026, mỗi trường phổ thông có một không gian đọc mở; 60% nhà văn hóa thôn, tổ dân phố có tủ sách dùng chung.
# II. NHIỆM VỤ TRỌNG TÂM
# 1. Xây dựng không gian đọc mở trong trường phổ thông
- Cơ quan chủ trì: Sở Giáo dục và Đào tạo.
- Cơ quan phối hợp: Sở Tài chính, UBND các xã, phường.
- Thời gian hoàn thành: Trước ngày 15 tháng 8 năm 2026.
# 2. Trang bị tủ sách dùng chung tại nhà văn hóa thôn, tổ dân phố
Cơ quan chủ trì: UBND các xã, phường.
Cơ quan phối hợp: Sở Văn hóa, Thể thao và Du lịch; Hội Khuyến học tỉnh.
Thời gian thực hiện: Quý III/2026.
# 3. Tổ chức Ngày Sách và Văn hóa đọc
a) Chủ trì: Sở Văn hóa, Thể thao và Du lịch;
b) Phối hợp: Báo và Phát thanh, Truyền hình tỉnh;
c) Thời gian: Tháng 4 hằng năm.
# III. PHÂN CÔNG CÔNG VIỆC CHI TIẾT
"""
        ),
        LIBRARY_TABLE,
        *blocks(
            """
# IV. TỔ CHỨC THỰC HIỆN
# 1. Sở Văn hóa, Thể thao và Du lịch
a) Là cơ quan thường trực, hướng dẫn, kiểm tra việc thực hiện Kế hoạch; định kỳ trước ngày 15 tháng 6 và 15 tháng 11 hằng năm báo cáo UBND tỉnh.
b) Chủ trì, phối hợp với Sở Nội vụ đề xuất khen thưởng tập thể, cá nhân có thành tích.
# 2. UBND các xã, phường
Bố trí công chức kiêm nhiệm phụ trách thư viện; không để tủ sách đóng cửa trong giờ sinh hoạt cộng đồng.
3. Các sở, ban, ngành theo chức năng, nhiệm vụ được giao, xây dựng tủ sách cơ quan trong thời hạn 60 ngày kể từ ngày ban hành Kế hoạch này.
Yêu cầu các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện Kế hoạch này./.
"""
        ),
    ),
    recipients=(
        "Bộ Văn hóa, Thể thao và Du lịch;",
        "TT. Tỉnh ủy; TT. HĐND tỉnh;",
        "CT, các PCT UBND tỉnh;",
        "Các sở: GD&ĐT; VH,TT&DL; KH&CN; TC;",
        "UBND các xã, phường;",
        "Lưu: VT, KGVX, hh.",
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Kiều Quang Lộc",
)

_CULTURE, _COMMUNES = "Sở Văn hóa, Thể thao và Du lịch", "UBND các xã, phường"

LIBRARY_SAMPLE = Sample(
    stem="05-ke-hoach-van-hoa-doc",
    suffix="pdf",
    sheets=(LIBRARY,),
    english="A provincial plan with label lines under items and a table with a two-row head",
    vietnamese="Kế hoạch của UBND tỉnh có các dòng “Cơ quan chủ trì:” và bảng hai tầng tiêu đề",
    note="the place is not the province's name; '2026 - 2027' in the time column is 31 December 2027",
    documents=(
        record(
            "Kế hoạch",
            "96 KH-UBND",
            date="2026-01-06",
            place="Phố Nghĩa",
            issuer="ỦY BAN NHÂN DÂN TỈNH BÌNH SƠN",
            subject="Phát triển văn hóa đọc trong trường học và cộng đồng trên địa bàn tỉnh Bình Sơn năm 2026",
            recipients="Bộ Văn hóa, Thể thao và Du lịch | TT. Tỉnh ủy | TT. HĐND tỉnh | CT, các PCT UBND tỉnh"
            " | Các sở: GD&ĐT; VH,TT&DL; KH&CN; TC | UBND các xã, phường",
            signer="Kiều Quang Lộc | PHÓ CHỦ TỊCH | TM. KT.",
            references="1877/QĐ-TTg",
            duties=[
                duty(
                    "Sở Giáo dục và Đào tạo",
                    "Xây dựng không gian đọc mở trong trường phổ thông",
                    co=f"Sở Tài chính | {_COMMUNES}",
                    by="2026-08-15",
                ),
                duty(
                    _COMMUNES,
                    "Trang bị tủ sách dùng chung tại nhà văn hóa thôn, tổ dân phố",
                    co=f"{_CULTURE} | Hội Khuyến học tỉnh",
                    by="2026-09-30",
                ),
                duty(
                    _CULTURE,
                    "Tổ chức Ngày Sách và Văn hóa đọc",
                    co="Báo và Phát thanh, Truyền hình tỉnh",
                    every="Tháng 4 hằng năm",
                ),
                duty(
                    _CULTURE,
                    "Số hóa tài liệu địa chí tại Thư viện tỉnh",
                    co="Sở Khoa học và Công nghệ",
                    by="2027-12-31",
                ),
                duty(
                    "Sở Giáo dục và Đào tạo",
                    "Luân chuyển sách về thư viện trường học ở các xã miền núi",
                    co=_CULTURE,
                    every="Hằng quý",
                ),
                duty(
                    "Sở Giáo dục và Đào tạo",
                    "Tổ chức hội thi kể chuyện theo sách cấp tỉnh",
                    co="Tỉnh đoàn",
                    by="2026-04-30",
                ),
                duty(
                    _CULTURE,
                    "Là cơ quan thường trực, hướng dẫn, kiểm tra việc thực hiện Kế hoạch",
                    every="định kỳ trước ngày 15 tháng 6 và 15 tháng 11 hằng năm",
                    to="UBND tỉnh",
                ),
                duty(_CULTURE, "đề xuất khen thưởng tập thể, cá nhân có thành tích", co="Sở Nội vụ"),
                duty(_COMMUNES, "Bố trí công chức kiêm nhiệm phụ trách thư viện"),
                duty("Các sở, ban, ngành", "xây dựng tủ sách cơ quan", by="2026-03-09"),
                duty(
                    "các cơ quan, đơn vị, địa phương",
                    "nghiêm túc triển khai thực hiện Kế hoạch này",
                ),
            ],
        ),
    ),
)
