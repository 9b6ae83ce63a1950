"""A pattern that is looked for only where a word stands that each of its matches holds (*từ mốc*).

Most sentences hold none of the words, and a look for a word costs a hundredth of the search for a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


class Sought:
    """A pattern and words of which every match of it holds one."""

    __slots__ = ("pattern", "words")

    def __init__(self, pattern: str, words: str) -> None:
        """`words`, with "|" between them, are parts of words where a first letter may be large: "iao" for "[Gg]iao"."""
        self.pattern = re.compile(pattern)
        self.words = words.split("|")

    def finditer(self, text: str, position: int = 0) -> Iterator[re.Match[str]]:
        """The matches in `text` from `position` on.

        >>> order = Sought(r"[Gg]iao\\s+\\w+", "iao")
        >>> [match.group() for match in order.finditer("Giao Sở Y tế; Sở Y tế báo cáo")]
        ['Giao Sở']
        """
        for word in self.words:
            if word in text:
                return self.pattern.finditer(text, position)
        return iter(())
