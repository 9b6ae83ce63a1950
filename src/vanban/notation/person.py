"""Names of persons as they stand in a signature: without titles and ranks, told from posts and organs.

Forms read: "Trần Văn Bình", "TS. Lê Thị Hoa", "Thượng tá Đỗ Văn Cường", "NGUYỄN VĂN AN". Refused: posts and organs
("Phó Giám đốc", "Sở Y tế"), single words, anything with figures.
"""

from __future__ import annotations

import functools
import re
from importlib.resources import files

_TITLE = re.compile(
    r"^(?:(?:GS|PGS|TSKH|TS|ThS|Th\.S|Ths|THS|BS|BSCKI{1,2}|BSCK\s?I{1,2}|CKI{1,2}|CK\d|DS|KS|CN|LS|KTS|NGƯT|NGND|TTND|TTƯT|Bs|Ts|Ks)\b[.\s-]*|"
    r"(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy)\s+|(?:Đồng chí|Ông|Bà|Đ/c)\s+|(?:Tiến sĩ|Thạc sĩ|Bác sĩ|Dược sĩ|Kỹ sư|Luật sư)\s+)+",
)
_TOKEN = r"[^\W\d_](?:[^\W\d_]|['’.-])*"
_NAME = re.compile(rf"^{_TOKEN}(?:\s+{_TOKEN}){{1,6}}$")


@functools.cache
def surnames() -> frozenset[str]:
    """Surnames, *họ*, of Vietnam's peoples, in lower case."""
    lines = files("vanban.lexicon").joinpath("data/surnames.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip().lower() for line in lines if line.strip() and not line.startswith("#"))


def parse_person(text: str) -> str | None:
    """The name in `text` without titles, or None where it is not a person's name.

    >>> parse_person("TS. Lê Thị Hoa"), parse_person("Phó Giám đốc")
    ('Lê Thị Hoa', None)
    """
    name = _TITLE.sub("", text.strip(" .,;:*_()")).strip()
    if not _NAME.match(name):
        return None
    tokens = name.split()
    if not all(token[0].isupper() for token in tokens):
        return None
    if len(tokens) > 5 and tokens[0].lower() not in surnames():
        return None
    return name


def is_surname(token: str) -> bool:
    """Whether a word is a known surname.

    >>> is_surname("Nguyễn"), is_surname("Phòng")
    (True, False)
    """
    return token.lower() in surnames()
