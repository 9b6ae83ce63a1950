"""A dossier in which three documents bear one number: two plans of one province in two years, one of a commune. Letters
cite them with the day, with the organ, and with the number alone."""
# ruff: noqa: E501 -- a paragraph of a document is one line here

from making import Sheet, blocks

PROVINCE = "ỦY BAN NHÂN DÂN\nTỈNH BÌNH SƠN"
SIGNATURE = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")

LAST_YEAR = Sheet(
    issuer=PROVINCE,
    number="Số: 45/KH-UBND",
    place_date="Bình Sơn, ngày 03 tháng 3 năm 2025",
    type_title="KẾ HOẠCH",
    subject="Trồng cây phân tán năm 2025",
    body=blocks(
        "# I. TỔ CHỨC THỰC HIỆN\n# 1. Sở Y tế\na) Trồng 500 cây bóng mát trong khuôn viên các bệnh viện trước ngày 29 tháng 4 năm 2025."
    ),
    recipients=("Sở Y tế;", "Lưu: VT."),
    signature=SIGNATURE,
    signer="Lò Văn Sáng",
)
THIS_YEAR = Sheet(
    issuer=PROVINCE,
    number="Số: 45/KH-UBND",
    place_date="Bình Sơn, ngày 02 tháng 3 năm 2026",
    type_title="KẾ HOẠCH",
    subject="Phòng, chống bệnh dại năm 2026",
    body=blocks(
        "# I. TỔ CHỨC THỰC HIỆN\n# 1. Sở Y tế\na) Bảo đảm vắc xin và huyết thanh kháng dại tại các trung tâm y tế trước ngày 20 tháng 3 năm 2026."
    ),
    recipients=("Sở Y tế;", "Lưu: VT."),
    signature=SIGNATURE,
    signer="Lò Văn Sáng",
)
COMMUNE = Sheet(
    issuer="ỦY BAN NHÂN DÂN\nXÃ NẬM KHÊ",
    number="Số: 45/KH-UBND",
    place_date="Nậm Khê, ngày 12 tháng 3 năm 2026",
    type_title="KẾ HOẠCH",
    subject="Tiêm phòng đàn chó, mèo trên địa bàn xã",
    body=blocks("1. Trưởng các bản lập danh sách hộ nuôi chó, mèo trước ngày 20 tháng 3 năm 2026."),
    recipients=("Trưởng các bản;", "Lưu: VT."),
    signature=SIGNATURE,
    signer="Giàng A Páo",
)


def letter(code: str, day: str, cited: str, task: str) -> Sheet:
    """A letter of the department that cites one of them."""
    return Sheet(
        issuer_parent="UBND TỈNH BÌNH SƠN",
        issuer="SỞ Y TẾ",
        number=f"Số: {code}",
        place_date=f"Bình Sơn, ngày {day}",
        subject="V/v triển khai kế hoạch",
        addressees=("Các trung tâm y tế.",),
        body=blocks(f"Thực hiện {cited}, Sở Y tế yêu cầu:\n1. Phòng Nghiệp vụ Y {task}."),
        recipients=("Như trên;", "Lưu: VT, NVY."),
        signature=("GIÁM ĐỐC",),
        signer="Hoàng Thị Vân",
    )


FOLDER = "ho-so-trung-so"
SHEETS = {
    "1-ke-hoach-2025": LAST_YEAR,
    "2-ke-hoach-2026": THIS_YEAR,
    "3-ke-hoach-xa": COMMUNE,
    "4-cong-van-ghi-ngay": letter("301/SYT-NVY", "09 tháng 3 năm 2026", "Kế hoạch số 45/KH-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh", "tổng hợp nhu cầu vắc xin kháng dại"),
    "5-cong-van-ghi-xa": letter("355/SYT-NVY", "20 tháng 3 năm 2026", "Kế hoạch số 45/KH-UBND của Ủy ban nhân dân xã Nậm Khê", "hỗ trợ xã tiêm phòng cho đàn chó, mèo"),
    "6-cong-van-chi-ghi-so": letter("360/SYT-NVY", "25 tháng 3 năm 2026", "Kế hoạch số 45/KH-UBND", "báo cáo kết quả thực hiện"),
}  # fmt: skip
