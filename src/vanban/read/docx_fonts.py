"""Text of a .docx under fonts from before Unicode (*phông TCVN3, VNI*): which to decode, how pieces change."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from vanban.lexicon.legacy_fonts import decode_font, find_font_code, is_unicode
from vanban.read.docx_styles import Look

_SAMPLE = 4000
_UNICODE_SHARE = 0.1


class LegacyFonts:
    """The legacy fonts that a document uses: a first pass collects samples of them, a second one decodes.

    A font is left alone where what stands under it is Unicode: offices keep the font's name and change the keyboard.
    """

    def __init__(self, decoded: frozenset[str] = frozenset()) -> None:
        self._decoded = decoded
        self._samples: dict[str, str] = {}

    def collect(self, text: str, font: str) -> None:
        known = self._samples.get(font, "")
        if len(known) < _SAMPLE:
            self._samples[font] = f"{known} {text}"

    def choose(self) -> frozenset[str]:
        """The fonts that were seen and hold legacy codes."""
        return frozenset(font for font, sample in self._samples.items() if not _is_unicode_font(sample))

    def decode(self, texts: Sequence[tuple[str, Look]]) -> list[str]:
        """The pieces of a paragraph as printed; a mark of VNI that a run parts from its letter goes back to it."""
        result = [text for text, _ in texts]
        for index, (_, look) in enumerate(texts):
            font = look.font or ""
            if font not in self._decoded or is_unicode(result[index]):
                continue
            code = find_font_code(font)
            if code is None:
                continue
            following = index + 1
            if following < len(texts) and texts[following][1].font == font and result[following]:
                pair = result[index][-1:] + result[following][0]
                if len(pair) == 2 and pair in code.printed:
                    result[index] += result[following][0]
                    result[following] = result[following][1:]
            result[index] = decode_font(result[index], font)
        return result


def _is_unicode_font(sample: str) -> bool:
    foreign = [letter for letter in unicodedata.normalize("NFC", sample) if letter > "\x7f" and letter.isalpha()]
    return sum(map(is_unicode, foreign)) > _UNICODE_SHARE * len(foreign)
