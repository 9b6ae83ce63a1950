"""A name, the issuer and the date give one organ, or say between which."""

from __future__ import annotations

import datetime as dt

import pytest

from vanban.directory import Setting, load_directory
from vanban.directory.names import Lookup
from vanban.directory.succession import list_successors

DIRECTORY = load_directory()


def at(day: str | None, issuer: str = "kien-giang.van-phong-ubnd", system: str = "state") -> Setting:
    found = DIRECTORY.find(issuer)
    assert found is not None
    return Setting(date=day, system=system, province=found.territory, issuer=found, level=found.organ.level)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sở TT&TT", "kien-giang.so-tttt"),
        ("STTTT", "kien-giang.so-tttt"),
        ("Sở Thông tin và Truyền thông tỉnh Kiên Giang", "kien-giang.so-tttt"),
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "kien-giang.so-tttt"),
        ("Sở TT&TT tỉnh An Giang", "an-giang.so-tttt"),
        ("Sở VH,TT&DL", "kien-giang.so-vhttdl"),
        ("Giám đốc Sở Y tế", "kien-giang.so-y-te"),
        ("CT, PCT UBND tỉnh", "kien-giang.ubnd"),
        ("CT, các PCT UBND tỉnh", "kien-giang.ubnd"),
        ("Chánh Thanh tra tỉnh", "kien-giang.thanh-tra"),
        ("UBND tỉnh", "kien-giang.ubnd"),
        ("tỉnh", "kien-giang.ubnd"),
        ("CT UBND tỉnh", "kien-giang.ubnd"),
        ("Tỉnh uỷ Kiên Giang", "kien-giang.tinh-uy"),
        ("TT. Tỉnh ủy", "kien-giang.thuong-truc-tinh-uy"),
        ("TTTU", "kien-giang.thuong-truc-tinh-uy"),
        ("Ban Thường vụ Tỉnh ủy", "kien-giang.btv-tinh-uy"),
        ("Báo Kiên Giang", "kien-giang.bao"),
        ("Thành ủy Đà Nẵng", "da-nang.tinh-uy"),
        ("UBND TP. HCM", "ho-chi-minh.ubnd"),
        ("UBND thành phố Hà Lương", "kien-giang.thanh-pho-ha-luong.ubnd"),
        ("Huyện ủy Hà Lương", "kien-giang.huyen-ha-luong.huyen-uy"),
        ("UBND xã Bình Thử", "kien-giang.xa-binh-thu.ubnd"),
        ("Bộ trưởng Bộ Tài chính", "bo-tai-chinh"),
        ("Thống đốc Ngân hàng Nhà nước", "ngan-hang-nha-nuoc"),
        ("Chủ tịch nước", "chu-tich-nuoc"),
        ("Phó Thủ tướng Thường trực Chính phủ", "chinh-phu"),
        ("Phó TTg", "chinh-phu"),
        ("Chủ tịch, Phó CT UBND tỉnh", "kien-giang.ubnd"),
        ("Đoàn Đại biểu Quốc hội tỉnh", "kien-giang.doan-dbqh"),
        ("tỉnh An Giang", "an-giang.ubnd"),
        ("thành phố Đà Nẵng", "da-nang.ubnd"),
        ("BGĐ SYT", "kien-giang.so-y-te"),
        ("PCVP UBND tỉnh", "kien-giang.van-phong-ubnd"),
        ("LĐVP", "kien-giang.van-phong-ubnd"),
        ("Mặt trận Tổ quốc Việt Nam tỉnh", "kien-giang.mttq"),
        ("Ủy ban Giám sát tài chính Quốc gia", "ub-gstcqg"),
        ("Báo Nhân dân", "bao-nhan-dan"),
    ],
)
def test_name_is_one_organ(name: str, expected: str) -> None:
    found = DIRECTORY.resolve(name, at("2021-10-19")).found
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize(
    "name",
    [
        "Sở Y tế dự phòng",
        "Phòng Tổ chức Sở Y tế",
        "UBND tỉnh Hải Lăng",
        "UBND thành phố",
        "Thành phố",
        "Sở",
        "Văn phòng",
        "Sở Nông nghiệp và Môi trường",
        "UBND xã, phường",
        "UBND XÃ, PHƯỜNG",
        "UBND xã, phường và đặc khu",
        "UBND huyện nơi có dự án",
        "Hội Nghề cá",
    ],
)
def test_name_that_tells_too_little_is_none(name: str) -> None:
    assert DIRECTORY.resolve(name, at("2021-10-19")).found is None


def test_department_alone_is_the_issuer() -> None:
    setting = at("2021-10-19", "an-giang.so-y-te")
    assert DIRECTORY.resolve("Sở", setting).found == DIRECTORY.find("an-giang.so-y-te")
    assert DIRECTORY.resolve("Bộ", setting).found is None
    assert DIRECTORY.resolve("Bộ", at("2026-01-05", "bo-y-te")).found == DIRECTORY.find("bo-y-te")


@pytest.mark.parametrize(
    ("name", "system", "between"),
    [
        ("TT", "state", ("Thường trực", "Thanh tra", "Trung tâm", "Thông tư")),
        ("CT", "state", ("Chủ tịch", "Chỉ thị")),
        ("TTCP", "state", ("Thủ tướng Chính phủ", "Thanh tra Chính phủ")),
        ("tỉnh", "party", ("Ủy ban nhân dân tỉnh Kiên Giang", "Tỉnh ủy Kiên Giang")),
    ],
)
def test_ambiguous_name_says_between_which(name: str, system: str, between: tuple[str, ...]) -> None:
    resolution = DIRECTORY.resolve(name, at("2021-10-19", system=system))
    assert (resolution.status, resolution.candidates) == ("ambiguous", between)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2025-06-30", "dong-nai.ubnd"), ("2025-07-01", "dong-nai-2025.ubnd"), ("2026-04-30", None)],
)
def test_one_name_is_another_organ_at_another_day(day: str, expected: str | None) -> None:
    found = DIRECTORY.resolve("UBND tỉnh Đồng Nai", at(day, "bo-y-te")).found
    # From 30/4/2026 it is a city: the name can only mean the province that was.
    assert (found and found.id) == (expected or "dong-nai-2025.ubnd")
    city = DIRECTORY.resolve("UBND thành phố Đồng Nai", at(day, "bo-y-te")).found
    assert (city and city.id) == (None if expected else "dong-nai-2026.ubnd")


def test_without_a_date_a_province_of_two_times_stays_open() -> None:
    assert DIRECTORY.resolve("UBND tỉnh An Giang", at(None, "bo-y-te")).status == "ambiguous"
    assert DIRECTORY.resolve("UBND tỉnh Kiên Giang", at(None, "bo-y-te")).status == "resolved"


def test_successors_step_by_step() -> None:
    found = DIRECTORY.find("kien-giang.so-tttt")
    assert found is not None
    assert [(s.organ_id, s.date, s.basis, s.certainty) for s in list_successors(DIRECTORY, found)] == [
        ("kien-giang.so-khcn", "2025-03-01", "Nghị định số 45/2025/NĐ-CP", "estimated"),
        ("an-giang-2025.so-khcn", "2025-07-01", "Nghị quyết số 202/2025/QH15", "announced"),
    ]


@pytest.mark.parametrize(
    ("name", "last", "basis"),
    [
        ("bo-khdt", "Bộ Tài chính", "Nghị quyết số 176/2025/QH15"),
        ("bo-tnmt", "Bộ Nông nghiệp và Môi trường", "Nghị quyết số 176/2025/QH15"),
        ("ub-dan-toc", "Bộ Dân tộc và Tôn giáo", "Nghị quyết số 176/2025/QH15"),
        ("binh-phuoc.so-y-te", "Sở Y tế thành phố Đồng Nai", "Nghị quyết số 30/2026/QH16"),
        ("ha-noi.cuc-thue", "Thuế thành phố Hà Nội", None),
        ("thua-thien-hue.ubnd", "Ủy ban nhân dân thành phố Huế", "Nghị quyết số 175/2024/QH15"),
    ],
)
def test_last_successor_and_its_decree(name: str, last: str, basis: str | None) -> None:
    found = DIRECTORY.find(name)
    assert found is not None
    step = list_successors(DIRECTORY, found)[-1]
    assert (step.name, step.basis) == (last, basis)


@pytest.mark.parametrize("name", ["ha-noi.so-y-te", "bo-y-te", "an-giang-2025.ubnd"])
def test_lasting_organ_has_no_successor(name: str) -> None:
    found = DIRECTORY.find(name)
    assert found is not None
    assert list_successors(DIRECTORY, found) == []


@pytest.mark.parametrize("name", ["Sở TT&TT", "UBND tỉnh", "Bộ Nội vụ", "Ban Tuyên giáo Tỉnh ủy", "UBND tỉnh An Giang"])
def test_names_looked_up_once_mean_the_same_on_every_day(name: str) -> None:
    lookup = Lookup(DIRECTORY)
    first = dt.date(2024, 12, 1)
    for number in range(0, 600, 3):
        setting = at((first + dt.timedelta(days=number)).isoformat())
        assert lookup.resolve(name, setting) == DIRECTORY.resolve(name, setting)


def test_minister_alone_is_the_ministry_that_issues() -> None:
    assert DIRECTORY.resolve("Bộ trưởng", at("2025-11-21", "bo-noi-vu")).found == DIRECTORY.find("bo-noi-vu")
    assert DIRECTORY.resolve("Giám đốc Sở", at("2021-10-19", "kien-giang.so-y-te")).found == DIRECTORY.find(
        "kien-giang.so-y-te"
    )
    assert DIRECTORY.resolve("Bộ trưởng", at("2021-10-19")).found is None
