"""Notations are two-way: what is rendered is read back as it was."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from vanban.notation.code import parse_code, parse_heading_code, render_code
from vanban.notation.date import parse_date, render_date

DATES = st.dates(dt.date(1945, 9, 2), dt.date(2099, 12, 31))
NUMBERS = st.integers(1, 99999).map(lambda number: f"{number:02d}")
TYPES = st.sampled_from(["QĐ", "KH", "TTr", "CTr", "BC", "NQ", "QyĐ", "CV", "HD"])
ORGANS = st.sampled_from(["UBND", "SYT", "TTg", "HĐND", "VPCP", "BCĐ138", "SGDĐT", "TU", "BTGDVTU", "V.I"])


@given(DATES)
def test_date(date: dt.date) -> None:
    assert parse_date(render_date(date)) == date


@given(DATES)
def test_date_in_figures(date: dt.date) -> None:
    assert parse_date(f"{date.day:02d}/{date.month:02d}/{date.year}") == date


@given(NUMBERS, TYPES, ORGANS, st.booleans())
def test_code(number: str, kind: str, organ: str, party: bool) -> None:
    notation = f"{kind}/{organ}" if party else f"{kind}-{organ}"
    code = parse_code(render_code(number, notation, party=party))
    assert code is not None
    assert (code.number, code.notation) == (number, notation)
    assert render_code(code.number, code.notation, party=party) == code.text


@given(NUMBERS | st.none(), TYPES, ORGANS, st.booleans())
def test_code_of_a_heading(number: str | None, kind: str, organ: str, party: bool) -> None:
    notation = f"{kind}/{organ}" if party else f"{kind}-{organ}"
    code = parse_heading_code(f"Số: {render_code(number, notation, party=party)}")
    assert code is not None
    assert (code.number, code.notation) == (number, notation)
