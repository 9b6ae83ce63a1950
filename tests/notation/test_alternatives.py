"""A pattern of many words finds what the words one beside the other, the longest first, would find."""

from __future__ import annotations

import re

from hypothesis import given, strategies

from vanban.notation.alternatives import any_of
from vanban.notation.citation import find_citations

WORDS = strategies.lists(strategies.text("ab .(", min_size=1, max_size=5), min_size=1, max_size=8)


@given(WORDS, strategies.text("ab .(c", max_size=30), strategies.sampled_from(["", "(?!a)", "(?=b| )"]))
def test_finds_what_the_longest_first_finds(words: list[str], text: str, behind: str) -> None:
    beside = "|".join(re.escape(word) for word in sorted(words, key=lambda word: -len(word)))
    spans = [match.span() for match in re.finditer(rf"(?:{any_of(words)}){behind}", text)]
    assert spans == [match.span() for match in re.finditer(rf"(?:{beside}){behind}", text)]


def test_type_before_a_word_that_points_back_is_the_longest() -> None:
    text = "theo NGHỊ QUYẾT LIÊN TỊCH nêu trên; công văn Nêu Trên và văn bản  này"
    found = find_citations(text, own_type="Kế hoạch")
    assert [text[one.start : one.end] for one in found] == ["NGHỊ QUYẾT LIÊN TỊCH nêu trên", "công văn Nêu Trên"]
