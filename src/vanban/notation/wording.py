"""The words of an action that tell it from another, *từ ngữ của nhiệm vụ*: for comparing what two papers say."""

from __future__ import annotations

import re

from vanban.lexicon.words import empty_words
from vanban.notation.folding import fold


def action_words(text: str) -> set[str]:
    """The folded words of an action without figures and without those that stand in any, as those of a deadline do.

    >>> sorted(action_words("Rà soát danh mục vắc xin trước ngày 20 tháng 3 năm 2026"))
    ['danh', 'muc', 'ra', 'soat', 'vac', 'xin']
    """
    return set(re.findall(r"[^\W\d]+", fold(text))) - empty_words()
