"""What looks over and over like the beginning of a value hides no value that follows it, and every grammar ends.

That time grows in proportion to the text is measured by benchmarks/growth.py.
"""

from __future__ import annotations

import pytest
from growth import GRAMMARS, LINES, mixture, read_rows

from vanban.notation.citation import find_citations
from vanban.notation.code import find_codes
from vanban.notation.date import find_dates
from vanban.notation.deadline import find_deadlines
from vanban.notation.parties import parse_parties
from vanban.notation.pinpoint import find_pinpoints

FINDERS = {
    "citation": (find_citations, "Kế hoạch số 45/KH-UBND ngày 02/9/2025 của Ủy ban nhân dân tỉnh"),
    "code": (find_codes, "45/KH-UBND"),
    "date": (find_dates, "02/9/2025"),
    "deadline": (find_deadlines, "trước ngày 02/9/2025"),
    "pinpoint": (find_pinpoints, "khoản 3, Mục IV"),
}
MIXTURE = mixture(1_000_000)


@pytest.mark.parametrize("grammar", GRAMMARS)
def test_ends(grammar: str) -> None:
    GRAMMARS[grammar](MIXTURE)


@pytest.mark.parametrize("finder", FINDERS)
def test_value_after_near_misses_is_found(finder: str) -> None:
    find, value = FINDERS[finder]
    text = f"{MIXTURE}.\nTheo {value}."
    last = find(text)[-1]
    assert text[last.start : last.end] == value


@pytest.mark.parametrize("sign", [",", "-", ".", "/", "–", "("])
def test_run_of_signs_between_names_ends(sign: str) -> None:
    """Found by fuzz: each sign more took twice the time."""
    parse_parties(f"Hiệu trưởng các trường mầm non{sign * 500} tiểu học")


@pytest.mark.parametrize("line", LINES)
def test_every_line_of_a_long_file_is_a_row(line: str) -> None:
    assert len(read_rows(f"{line}\n" * 5_000)) == 5_000
