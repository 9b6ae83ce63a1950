"""The letter 6150/VP-KGVX and the plan 47-KH/TU that it forwards, built by hand."""

from __future__ import annotations

import pytest

from vanban.model.document import (
    Code,
    Document,
    DocumentType,
    Duty,
    Evidence,
    Issuer,
    Party,
    Promulgation,
    Reference,
    Signer,
)
from vanban.model.dossier import Dossier

LETTER = (
    "VĂN PHÒNG\nỦy ban nhân dân tỉnh đã nhận Kế hoạch số 47-KH/TU ngày 14 tháng 9 năm 2021 của Tỉnh ủy.\n\n"
    "Phó Chủ tịch UBND tỉnh Lê Minh Trực có ý kiến chỉ đạo như sau:\n\n"
    "Giao Giám đốc các sở xây dựng kế hoạch triển khai.\n\n"
    "Giao Sở Y tế, Sở Ngoại vụ triển khai khoản 3, Mục IV của Kế hoạch nêu trên.\n\nPhan Đức Lộc"
)
PLAN = (
    "TỈNH ỦY BÌNH SƠN\nTất cả cơ quan, đơn vị phải treo khẩu hiệu.\n\n3. Ban cán sự đảng Ủy ban nhân dân tỉnh\n"
    "3.1. Chỉ đạo Sở Y tế\n"
    "- Gửi số liệu hằng tuần.\n- Chỉ đạo cơ sở y tế.\n- Phối hợp với Ban Tuyên giáo Tỉnh ủy.\n"
    "Đoàn Thế Bảo"
)


def place(text: str, part: str) -> tuple[int, int]:
    start = text.index(part)
    return (start, start + len(part))


def duty(number: str, text: str, document: str, assignees: list[Party], **more: object) -> Duty:
    return Duty(id=number, action=text, text=text, assignees=assignees, span=place(document, text), **more)  # type: ignore[arg-type]


@pytest.fixture
def dossier() -> Dossier:
    health = Party(name="Sở Y tế")
    vice = Party(name="Phó Chủ tịch UBND tỉnh", full_name="Phó Chủ tịch Ủy ban nhân dân tỉnh Bình Sơn", kind="office")
    office = Party(name="Văn phòng Ủy ban nhân dân tỉnh", full_name="Văn phòng Ủy ban nhân dân tỉnh Bình Sơn")
    standing = Party(name="Ban Thường vụ Tỉnh ủy")
    via = Party(name="Ban cán sự đảng Ủy ban nhân dân tỉnh")
    cited = "Kế hoạch số 47-KH/TU ngày 14 tháng 9 năm 2021"
    letter = Document(
        id="L",
        text=LETTER,
        document_type=DocumentType("Công văn"),
        code=Code("6150", "VP-KGVX", "6150/VP-KGVX"),
        promulgation=Promulgation("Bình Sơn", "2021-09-23"),
        issuer=Issuer("VĂN PHÒNG", "UBND TỈNH BÌNH SƠN", "Văn phòng Ủy ban nhân dân tỉnh Bình Sơn"),
        addressees=[Party(name="Các sở", kind="group", span=place(LETTER, "các sở"))],
        to_places=[Party(name="Như trên", same_as="addressees")],
        signers=[Signer("Phan Đức Lộc", "PHÓ CHÁNH VĂN PHÒNG", "KT.", span=place(LETTER, "Phan Đức Lộc"))],
        references=[
            Reference(
                text=cited, document_type="Kế hoạch", code=Code("47", "KH/TU", "47-KH/TU"), relation="forwards",
                target="P", span=place(LETTER, cited),
            )
        ],
        duties=[
            duty(
                "L1", "Giao Giám đốc các sở xây dựng kế hoạch triển khai.", LETTER,
                [Party(name="Giám đốc các sở", kind="group")], instructed_by=[vice], transmitted_by=[office],
            ),
            duty(
                "L2", "Giao Sở Y tế, Sở Ngoại vụ triển khai khoản 3, Mục IV của Kế hoạch nêu trên.", LETTER,
                [health, Party(name="Sở Ngoại vụ")], instructed_by=[vice], transmitted_by=[office],
                inherits=["P1", "P2", "P3"],
            ),
        ],
        evidence={"issuer": Evidence(place(LETTER, "VĂN PHÒNG"))},
        source="letter.txt",
    )  # fmt: skip
    plan = Document(
        id="P",
        text=PLAN,
        document_type=DocumentType("Kế hoạch", "KH"),
        code=Code("47", "KH/TU", "47-KH/TU"),
        promulgation=Promulgation("Bình Sơn", "2021-09-14"),
        issuer=Issuer("TỈNH ỦY BÌNH SƠN", None, "Tỉnh ủy Bình Sơn"),
        signers=[Signer("Đoàn Thế Bảo", "PHÓ BÍ THƯ", "T/M", span=place(PLAN, "Đoàn Thế Bảo"))],
        duties=[
            duty(
                "P0", "Tất cả cơ quan, đơn vị phải treo khẩu hiệu.", PLAN,
                [Party(name="Tất cả cơ quan, đơn vị", kind="group")], instructed_by=[standing], path="III.3",
            ),
            *(
                duty(number, text, PLAN, [health], instructed_by=[standing], via=via, path="IV.3.1", coordinators=them)
                for number, text, them in (
                    ("P1", "Gửi số liệu hằng tuần.", []),
                    ("P2", "Chỉ đạo cơ sở y tế.", []),
                    ("P3", "Phối hợp với Ban Tuyên giáo Tỉnh ủy.", [Party(name="Ban Tuyên giáo Tỉnh ủy")]),
                )
            ),
        ],
        evidence={"issuer.name": Evidence(place(PLAN, "TỈNH ỦY BÌNH SƠN"))},
        source="letter.txt",
    )  # fmt: skip
    return Dossier(documents=[letter, plan], links=[])
