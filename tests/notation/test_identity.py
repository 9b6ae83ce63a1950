"""One organ by id, by what took its place, else by name."""

from __future__ import annotations

import pytest

from vanban.model.document import Issuer, Party, Successor
from vanban.notation.identity import is_issuer, is_same_organ

OLD = Party(
    "Sở TT&TT", organ_id="binh-son.so-tttt", successors=[Successor("binh-son.so-khcn", "Sở KH&CN", "2025-03-01")]
)
NEW = Party("Sở Khoa học và Công nghệ", organ_id="binh-son.so-khcn")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (OLD, NEW, True),
        (NEW, OLD, True),
        (OLD, Party("Sở Kế hoạch", organ_id="x", successors=OLD.successors), False),
        (Party("Sở Y tế", organ_id="a.so-y-te"), Party("Sở Y tế", organ_id="b.so-y-te"), False),
        (Party("SYT", organ_id="a.so-y-te"), Party("Sở Y tế", organ_id="a.so-y-te"), True),
        (Party("Sở Y tế", organ_id="a.so-y-te"), Party("Sở Y tế tỉnh Bình Sơn"), True),
        (Party("Sở Y tế"), Party("Sở Nội vụ"), False),
        (Party("Các sở", kind="group"), NEW, False),
        (Party("X", full_name="Sở Y tế"), Party("Sở Y tế"), True),
    ],
)
def test_same_organ(left: Party, right: Party, same: bool) -> None:
    assert is_same_organ(left, right) is same


def test_issuer_is_known_by_id_or_name() -> None:
    issuer = Issuer("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "UBND TỈNH BÌNH SƠN", None, "binh-son.so-khcn")
    assert is_issuer(OLD, issuer)
    assert is_issuer(Party("Sở Khoa học và Công nghệ"), issuer)
    assert not is_issuer(Party("Sở KH&CN", organ_id="hai-lang.so-khcn"), issuer)
    assert not is_issuer(OLD, None)
