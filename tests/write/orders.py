"""Dossiers of any number of duties, written as plain text in true forms and parsed; all names are invented."""

from __future__ import annotations

import dataclasses
from typing import NamedTuple

from hypothesis import strategies as st

from dossiers import dossier, paper
from making import Sheet
from vanban.model.dossier import Dossier

STATE_ORGANS = (
    "Sở Y tế", "Sở Nội vụ", "Sở Tài chính", "Sở Khoa học và Công nghệ", "Công an tỉnh", "Sở Giáo dục và Đào tạo",
    "UBND xã Minh Tân", "UBND các xã, phường", "Trung tâm Phục vụ hành chính công tỉnh", "Chi cục Kiểm lâm",
)  # fmt: skip
PARTY_ORGANS = (
    "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Văn phòng Tỉnh ủy", "Đảng ủy xã Minh Tân", "Ủy ban Kiểm tra Tỉnh ủy",
    "Đảng ủy Công an tỉnh",
)  # fmt: skip
ACTIONS = (
    "rà soát các điểm cấp nước tập trung", "lập danh sách hộ chưa có nước sạch", "bố trí kinh phí sửa chữa trạm bơm",
    "tổ chức 20 lớp hướng dẫn tại thôn, bản", "xây dựng kế hoạch kiểm tra chất lượng nước",
    "cập nhật số liệu lên hệ thống báo cáo", "hướng dẫn nhân dân bảo vệ nguồn nước",
    "tham mưu Ủy ban nhân dân tỉnh ban hành quy chế phối hợp", "kiểm tra việc sử dụng kinh phí được cấp",
    "tuyên truyền trên hệ thống loa truyền thanh", "bàn giao hồ sơ công trình cho đơn vị quản lý",
)  # fmt: skip
DEADLINES = ("", "", "trước ngày 30/6/2026", "trước ngày 15 tháng 9 năm 2026", "trong tháng 8/2026", "hằng quý")


class Made(NamedTuple):
    """The dossier and the organ that writes."""

    dossier: Dossier
    organ: str


@st.composite
def made(draw: st.DrawFn, party: bool) -> Made:
    """A plan with duties of several organs, with or without the letter that passes it on; one of them writes."""
    organs = list(draw(st.permutations(STATE_ORGANS)))[: draw(st.integers(1, 4))]
    fellows = list(draw(st.permutations(PARTY_ORGANS)))[: draw(st.integers(1, 2))]
    writer = draw(st.sampled_from(fellows if party else [name for name in organs if "các" not in name] or ["Sở Y tế"]))
    named = list(dict.fromkeys([*organs, *fellows, writer]))
    actions = iter(draw(st.permutations(ACTIONS)))
    lines = ["II. NHIỆM VỤ CỤ THỂ"]
    for number, organ in enumerate(named, start=1):
        lines.append(f"{number}. {organ}")
        for _ in range(draw(st.integers(1, 2))):
            action = next(actions, None)
            if action is None:
                break
            others = [name for name in STATE_ORGANS[:4] if name != organ]
            along = draw(st.sampled_from(("", *others)))
            head = f"Chủ trì, phối hợp với {along} {action}" if along else action[0].upper() + action[1:]
            deadline = draw(st.sampled_from(DEADLINES))
            lines.append(f"- {head}{' ' if deadline else ''}{deadline}.")
    sheets = [write_plan("\n".join(lines), state=draw(st.booleans()))]
    if draw(st.booleans()):
        sheets.insert(0, write_letter(sheets[0]))
    return Made(dossier(*sheets), writer)


def write_plan(body: str, *, state: bool) -> Sheet:
    subject = "bảo đảm nước sạch nông thôn năm 2026"
    if state:
        return paper("45/KH-UBND", "02 tháng 3 năm 2026", body, subject=subject)
    plan = paper(
        "12-KH/TU", "02 tháng 3 năm 2026", body, issuer="TỈNH ỦY BÌNH SƠN", subject=subject,
        recipients=("Các cấp ủy trực thuộc;", "Lưu Văn phòng Tỉnh ủy."),
    )  # fmt: skip
    return dataclasses.replace(plan, system="party", number="Số 12-KH/TU")


def write_letter(plan: Sheet) -> Sheet:
    code = str(plan.number).removeprefix("Số").lstrip(": ")
    return paper(
        "210/VP-NN", "05 tháng 3 năm 2026",
        f"Thực hiện Kế hoạch số {code}, Văn phòng truyền đạt ý kiến của Chủ tịch UBND tỉnh như sau:\n"
        f"Giao các sở, ban, ngành triển khai thực hiện Kế hoạch số {code} nêu trên.",
        issuer="VĂN PHÒNG", parent="UBND TỈNH BÌNH SƠN", title=None,
        subject="V/v triển khai bảo đảm nước sạch nông thôn", to=("Các sở, ban, ngành.",),
    )  # fmt: skip
