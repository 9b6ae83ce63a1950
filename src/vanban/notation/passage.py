"""A stretch of a document made readable: marks of emphasis dropped, wrapped lines joined, with the way back.

Everything that is found in a passage is found in its `text`; `span(i, j)` gives the place in the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from vanban.model.text import Span

# Everything but plain characters and single blanks: "**Nơi nhận**" and "*Hà Nội, ngày …*" carry emphasis, as do tags
# that an export leaves, "\-" is escaped markdown, a "*" alone under the issuer is the Party's mark. The last is dropped
# too: alone it decides nothing. A "*" and a blank before a line of text is the dash of a list.
_SPECIAL = re.compile(
    r"(?=[\s*<\\\[])(?:"  # most characters are none of these, and are passed over at once
    r"\[CẦN BỔ SUNG:[^\[\]]*\]|\*+(?!(?:(?<=\n\*)|(?<=\n  \*)|(?<=\n    \*))[ \t]{1,3}[^\s*]"
    r"(?:[^*\n]|\*\*[^*\n]*\*\*|\*[^\s*][^*\n]*\*)*(?:\n|$))|</?(?:div|p|b|i|u|em|strong|center|span|font)(?:\s[^<>\n]{0,80})?>"
    r"|\\(?=[-.*_#+])|[\s\u00a0\u2000-\u200a\u202f]{2,}|[\n\t\r\f\v\u00a0\u2000-\u200a\u202f]|<br\s?/?>)"
)
# One of these, or two blanks, stands in any text that is not plain; a set of single characters is found ten times
# as fast.
_SUSPECT = re.compile("[*<\\\\\\[\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_SYMBOL_BEFORE = re.compile(r"/[\w&,.]*[-/]$|[A-ZĐ]-$")
_SYMBOL_AFTER = re.compile(r"[A-ZĐ]")
# "Covid-" / "19", "STTTT-" / "BCVT": a line that ends in a word's own hyphen.
_HYPHEN_BEFORE = re.compile(r"\w-$")


class Passage:
    """Readable text and the runs of the document that it was put together from."""

    __slots__ = ("_starts", "_targets", "text")

    def __init__(self, text: str, starts: Sequence[int], targets: Sequence[int]) -> None:
        """`starts` are offsets in `text` where a run begins, `targets` the offsets in the document of those."""
        self.text = text
        self._starts = starts
        self._targets = targets

    def __bool__(self) -> bool:
        return bool(self.text)

    def place(self, offset: int) -> int:
        """The offset in the document of the character at `offset` of `text`."""
        run = bisect_right(self._starts, offset) - 1
        return self._targets[run] + offset - self._starts[run]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The span in the document that `text[start:end]` was read from."""
        last = len(self.text) if end is None else end
        if not self._starts:
            return (0, 0)
        if last <= start:
            place = self.place(min(start, len(self.text) - 1))
            return (place, place)
        return (self.place(start), self.place(last - 1) + 1)

    def part(self, start: int, end: int) -> Passage:
        """The passage of `text[start:end]`, without blanks at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start >= end:
            return Passage("", (), ())
        if start == 0 and end == len(self.text):
            return self
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1)
        starts = [0, *(begin - start for begin in self._starts[first + 1 : last])]
        targets = [self.place(start), *self._targets[first + 1 : last]]
        return Passage(self.text[start:end], starts, targets)


def clean(text: str, span: Span, outside: Sequence[Span] = ()) -> Passage:
    """The passage of `text[span]`: emphasis dropped, runs of blanks and line breaks to one blank, without the
    stretches in `outside` (running heads, page numbers).

    A symbol broken over a line end ("2764/QĐ-" / "TTg") is joined without a blank.
    """
    said = text[span[0] : span[1]]
    kept = kept_spans(span, outside)
    if kept == [span] and "  " not in said and _SUSPECT.search(said) is None:
        return Passage(said, (0,), (span[0],)).part(0, len(said))
    pieces: list[str] = []
    starts: list[int] = []
    targets: list[int] = []
    length = 0

    def add(piece: str, target: int) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
            starts.append(length)
            targets.append(target)
            length += len(piece)

    for left, right in kept:
        position = left
        for special in _SPECIAL.finditer(text, left, right):
            begin, end = special.span()
            add(text[position:begin], position)
            position = end
            sign = text[begin]
            if sign in "*\\<" and not text.startswith("<br", begin):
                continue
            if sign == "[":  # a place that a draft leaves open is a blank
                add("…", begin)
                continue
            if pieces and pieces[-1][-1] != " " and not _inside_symbol(text, begin, end, pieces[-1]):
                add(" ", begin)
        add(text[position:right], position)
        if right != span[1] and pieces and pieces[-1][-1] != " ":
            add(" ", right)
    return Passage("".join(pieces), starts, targets).part(0, length)


def _inside_symbol(text: str, start: int, end: int, before: str) -> bool:
    """Whether the blank `text[start:end]` behind `before` is a line end within a symbol or a hyphenated word."""
    if before[-1] not in "-/" or "\n" not in text[start:end]:
        return False
    if _HYPHEN_BEFORE.search(before[-8:]) and re.match(r"\w", text[end : end + 1]):
        return True
    return _SYMBOL_AFTER.match(text, end) is not None and _SYMBOL_BEFORE.search(before[-24:]) is not None


def kept_spans(span: Span, outside: Sequence[Span]) -> list[Span]:
    """The parts of `span` that no stretch of `outside` (in order) covers."""
    if not outside:
        return [span]
    kept, (position, end) = [], span
    for left, right in outside:
        if left >= end:
            break
        if right <= position:
            continue
        if left > position:
            kept.append((position, left))
        position = max(position, right)
    if position < end:
        kept.append((position, end))
    return kept
