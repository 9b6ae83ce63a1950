"""Lines of a signature (*khối chữ ký*) as a machine reads them through seal and pen: marks, posts, the name.

Forms put right, each where one reading alone remains: "KÍ. CHỦ TỊCH" and "T. CHỦ TỊCH" (KT.), "-PHÓ TỔNG GIÁM ĐỐC" and
"TP PHÓ THỦ TƯỚNG" (crumbs before a post), "GIÁM ĐỐC" and "Ó. GIÁM ĐỐC" under "KT. GIÁM ĐỐC" (its deputy), "THỦ TRƯỞNG"
under "KT. BỘ TRƯỞNG", "ÁM ĐỐC" and "ƯỞNG PHÒNG CNTT" (a seal over the beginning); below a post "guyễn Văn An", "XX= Bũi
Văn An", "Lê Tuấn Tuân Anh". Refused: names whose surname several could be.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from vanban.lexicon.set_words import set_words
from vanban.notation.folding import fold
from vanban.notation.person import begins_post, is_surname, surnames
from vanban.notation.set_lines import FRINGE, in_capitals, letters_of, mend_phrase

_MARKED = re.compile(r"(?P<mark>[KT][^\s.,:]{0,2}|[ML]) ?[.,:] ?(?=[^\W\d_])")
_MARKS = {
    "kt": "KT.",
    "ki": "KT.",
    "k1": "KT.",
    "t": "KT.",
    "tm": "TM.",
    "m": "TM.",
    "tl": "TL.",
    "ti": "TL.",
    "l": "TL.",
}
_CRUMBS = re.compile(r"^(?:[^\w(]+|\S{1,2} (?=\S{3}))")
_LAST_PIECE = re.compile(r"[^\W\d_]+$")
_NAMES_BELOW = 6  # lines between a post and the name, with what seal and pen leave


def mend_signature(text: str, above: Sequence[str] = (), *, right: bool = False) -> str:
    """The line put right; `above` are the lines over it, the nearest last, `right` that it stands in a right column.

    >>> mend_signature("KÍ.CHÚTỊCH +"), mend_signature("T. CHỦ TỊCH", right=True), mend_signature("TM. ỦY BAN NHÂN DÂN")
    ('KT. CHỦ TỊCH', 'KT. CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN')
    >>> [mend_signature(text, ["KT. GIÁM ĐỐC"], right=True) for text in ("GIÁM ĐỐC", "Ó. GIÁM ĐỐC", "- PHÓ GIÁM ĐỐC")]
    ['PHÓ GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']
    >>> mend_signature("ÁM ĐÓC", right=True), mend_signature("ƯỞNG PHÒNG CNTT", ["TL. GIÁM ĐỐC"], right=True)
    ('GIÁM ĐỐC', 'TRƯỞNG PHÒNG CNTT')
    >>> mend_signature("VĂN PHÒNG", right=True), mend_signature("SP ““ Lê Tô An", ["GIÁM ĐỐC"])
    ('VĂN PHÒNG', 'Lê Tô An')
    >>> mend_signature("THỦ TRƯỞNG", ["KT. BỘ TRƯỞNG"]), mend_signature("XX= Bũi Trọng An", ["PHÓ CHỦ TỊCH"])
    ('THỨ TRƯỞNG', 'Bùi Trọng An')
    >>> mend_signature("guyễn Phước An", ["PHÓ CHỦ TỊCH"]), mend_signature("PHÓ VỤ TRƯỞNG"), mend_signature("âm Văn An")
    ('Nguyễn Phước An', 'PHÓ VỤ TRƯỞNG', 'âm Văn An')
    """
    if not text[:1].strip() or len(text) > 60:
        return text
    if not in_capitals(text):
        return _mend_name(text) if any(_is_post(line) for line in above[-_NAMES_BELOW:]) else text
    marked = _MARKED.match(text)
    mark = _MARKS.get(fold(marked["mark"])) if marked and (right or len(marked["mark"]) > 1) else None
    if marked and mark:
        post = mend_phrase(text[marked.end() :])
        changed = post != text[marked.end() :] or mark != f"{marked['mark']}."
        return f"{mark} {post}" if changed and post in set_words() else text
    return _mend_post(mend_phrase(text), above[-1] if above else "", right=right)


def _mend_post(text: str, over: str, *, right: bool) -> str:
    if over.startswith(("KT.", "K/T")):
        signed_for = FRINGE.sub("", over[3:]).strip(" .")
        if signed_for in set_words() and begins_post(signed_for):
            deputy = "THỨ TRƯỞNG" if signed_for == "BỘ TRƯỞNG" else f"PHÓ {signed_for}"
            if fold(text) == fold(deputy) or _ends(deputy, text) or letters_of(text) == letters_of(signed_for):
                return deputy if fold(text) != fold(deputy) or signed_for == "BỘ TRƯỞNG" else text
            more = len(letters_of(text)) - len(letters_of(signed_for))
            if letters_of(text).endswith(letters_of(signed_for)) and more < 5:
                return deputy
            if right and _ends(signed_for, text):
                return deputy
    if text in set_words() or not right:
        return text
    words = text.split()
    once = " ".join(word for place, word in enumerate(words) if not place or word != words[place - 1])
    if once != text and begins_post(once):
        return once
    bare = _CRUMBS.sub("", text)
    if bare != text and begins_post(bare) and (bare in set_words() or not text[0].isalnum()):
        return bare
    for count in range(len(words), 1, -1):
        head = " ".join(words[:count])
        # inside a word: "VĂN PHÒNG" is an organ, not "CHÁNH VĂN PHÒNG" without its beginning
        cut = [phrase for phrase in _posts() if _ends(phrase, head) and not fold(phrase).endswith(f" {fold(head)}")]
        if len(cut) == 1 and not begins_post(text):
            return " ".join([cut[0], *words[count:]])
    return text


def _ends(phrase: str, text: str) -> bool:
    """Whether a line is a post, or its end behind a seal: at least three in five of its letters."""
    key, whole = letters_of(text), letters_of(phrase)
    return len(key) >= 5 and whole.endswith(key) and len(key) >= 0.6 * len(whole)


@functools.cache
def _posts() -> tuple[str, ...]:
    """Posts of those who sign in their own name, as they are printed."""
    return tuple(
        phrase for phrase in set_words() if phrase.isupper() and begins_post(phrase) and not phrase.startswith("PHÓ ")
    )


def _is_post(text: str) -> bool:
    marked = _MARKED.match(text)
    post = text[marked.end() :] if marked else text
    return post.isupper() and begins_post(post)


def _mend_name(text: str) -> str:
    """A signer's name with the beginning that a seal hid of its surname or its marks, without crumbs before it and
    syllables that were read twice."""
    tokens = text.split()
    while len(tokens) > 2 and (not tokens[0].isalpha() or (len(tokens[0]) < 3 and not is_surname(tokens[0]))):
        behind = _LAST_PIECE.search(tokens[0])
        tokens = [behind[0], *tokens[1:]] if behind and is_surname(behind[0]) else tokens[1:]
    if not 2 <= len(tokens) <= 6 or not all(token.isalpha() for token in tokens) or not tokens[-1][0].isupper():
        return text
    if len(tokens) > 2 and not is_surname(tokens[0]):
        tokens[0] = _whole_surname(tokens[0])
    kept = tokens[:1]
    for token in tokens[1:]:
        last, this = fold(kept[-1]), fold(token)
        if len(tokens) > 4 and len(last) > 2 and this.startswith(last):
            kept[-1] = token if len(this) > len(last) else kept[-1]
        else:
            kept.append(token)
    return " ".join(kept) if is_surname(kept[0]) else text


def _whole_surname(read: str) -> str:
    """The one surname with the letters that were read, or with them at its end behind a seal; else what was read."""
    if not read[0].islower():
        same = [name for name in surnames() if fold(name) == fold(read)]
        return same[0].title() if len(same) == 1 else read
    ends = [name for name in surnames() if fold(name).endswith(fold(read))]
    if len(ends) > 1:
        ends = [name for name in surnames() if name.endswith(read) and name != read]
    return ends[0].title() if len(ends) == 1 and (len(read) > 2 or not read.isascii()) else read
