"""Widths of text in Times New Roman, so that a rule can be as long as the text over it asks (Phụ lục I, II.1, II.2).

Widths in thousandths of the size, as the font and its metric twins (Liberation Serif) have them.
"""

from __future__ import annotations

import unicodedata

_REGULAR = {
    250: " ,.", 278: "/:;ijlt", 333: "-[]()fIr", 389: "sJ", 444: "acez“”", 500: "bdghknopquvxyđ0123456789",
    556: "FPS", 611: "ELTZ", 667: "BCR", 722: "ADGHKNOQUVXYwĐ", 778: "m", 889: "M", 944: "W",
}  # fmt: skip
_BOLD = {
    250: " ,.", 278: "/il", 333: "-:;[]()fjt", 389: "sI", 444: "cerz", 500: "agovxyJ0123456789“”", 556: "bdhknpquSđ",
    611: "FP", 667: "BELTZ", 722: "ACDNRUVXYwĐ", 778: "GHKOQ", 833: "m", 944: "M", 1000: "W",
}  # fmt: skip
_WIDTHS = [
    {character: width for width, characters in table.items() for character in characters} for table in (_REGULAR, _BOLD)
]


def measure_text(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a line in millimetres; marks over and under a letter add nothing.

    >>> round(measure_text("Độc lập - Tự do - Hạnh phúc", 13, bold=True))
    56
    """
    table = _WIDTHS[bold]
    letters = (character for character in unicodedata.normalize("NFD", text) if not unicodedata.combining(character))
    return sum(table.get(letter, 556) for letter in letters) * size / 1000 / 72 * 25.4
