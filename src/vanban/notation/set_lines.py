"""Lines that say one set thing (*dòng cố định*), read by machine: motto, title, post, "Kính gửi", "Nơi nhận", a name.

Forms put right, each where one reading alone remains: "GỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "QUY VẾT ĐỊNH:", "TINH PEU
THỌ" (a letter or two lost, added or misread), "PHÓ CHỦTỊCH", "CHỦ CHỦ TỊCH" (read twice), "KÍ. CHỦ TỊCH", "ÁM ĐỐC" (a
seal over the beginning), "KT. GIÁM ĐỐC" / "GIÁM ĐỐC" (a deputy signs for another), "guyễn Văn An" and "Lê Tuấn Tuân
Anh" below a post, "bưu: VT", "Kinh gữt". Refused: lines that several set phrases are as near to, posts that are whole.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from vanban.lexicon.set_words import set_words
from vanban.notation.folding import fold
from vanban.notation.person import begins_post, surnames

_NO_LETTER = re.compile(r"[\W_]")
_FRINGE = re.compile(r"[^\w)]+$")
_MARKED = re.compile(r"(?P<mark>[KT][^\s.,:]{1,2}) ?[.,:] ?(?=[^\W\d_])")
_MARKS = {"kt": "KT.", "ki": "KT.", "k1": "KT.", "tm": "TM.", "tl": "TL.", "ti": "TL."}
_ARCHIVE = re.compile(r"^(\W*)(?!Lưu)[bBIlzZL]{1,2}[uưựứ]u ?[:;,.](?= ?V[TP]\b)")
_SEND = re.compile(r"^K[ií]nh ?g[ửữưủúừự][iịíl1t][:;.,]? (?=\S)")
_NAMES_BELOW = 6  # lines between a post and the name, with what seal and pen leave


def mend_set_line(text: str, above: Sequence[str] = (), *, right: bool = False) -> str:
    """The line put right; `above` are the lines over it, the nearest last, `right` that it stands in a right column.

    >>> mend_set_line("GỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), mend_set_line("QUY VẾT ĐỊNH:"), mend_set_line("SỞ NỘI VỤ")
    ('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'QUYẾT ĐỊNH:', 'SỞ NỘI VỤ')
    >>> mend_set_line("KÍ.CHÚTỊCH +"), mend_set_line("CHỦ CHỦ TỊCH"), mend_set_line("PHÓỎ CHÁNH VĂN PHÒNG")
    ('KT. CHỦ TỊCH', 'CHỦ TỊCH', 'PHÓ CHÁNH VĂN PHÒNG')
    >>> mend_set_line("GIÁM ĐỐC", ["KT. GIÁM ĐỐC"]), mend_set_line("ÁM ĐÓC", ["- Như trên;"], right=True)
    ('PHÓ GIÁM ĐỐC', 'GIÁM ĐỐC')
    >>> mend_set_line("guyễn Phước An", ["PHÓ CHỦ TỊCH"]), mend_set_line("PHÓ VỤ TRƯỞNG"), mend_set_line("8Ở NỘI VỤ")
    ('Nguyễn Phước An', 'PHÓ VỤ TRƯỞNG', '8Ở NỘI VỤ')
    """
    if not text[:1].strip() or len(text) > 60:
        return text
    text = _SEND.sub("Kính gửi: ", _ARCHIVE.sub(r"\1Lưu:", text))
    if not _in_capitals(text):
        return _mend_name(text) if any(_is_post(line) for line in above[-_NAMES_BELOW:]) else text
    over = above[-1] if above else ""
    marked = _MARKED.match(text)
    mark = _MARKS.get(fold(marked["mark"]), "") if marked else ""
    if marked and mark:
        post = _mend_phrase(text[marked.end() :])
        changed = post != text[marked.end() :] or mark != f"{marked['mark']}."
        return f"{mark} {post}" if changed and post in set_words() else text
    post = _mend_phrase(text)
    if over.startswith(("KT.", "K/T")):
        signed_for = _FRINGE.sub("", over[3:]).strip(" .")
        if signed_for in set_words() and not signed_for.startswith("BỘ ") and _ends(signed_for, post):
            return f"PHÓ {signed_for}"
    elif right and post not in set_words() and (cut := [phrase for phrase in _posts() if _ends(phrase, post)]):
        return cut[0] if len(cut) == 1 else post
    return post


def _in_capitals(text: str) -> bool:
    """Whether a line is set in capitals, a few letters of it misread."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and sum(map(str.isupper, letters)) >= 0.75 * len(letters)


def _mend_phrase(text: str) -> str:
    """A line in capitals as the one set phrase that it nearly is; else as it was, without what was read twice."""
    bare = _FRINGE.sub("", text)
    tail = ":" if text[len(bare) :].strip().startswith(":") else ""
    words = bare.split()
    once = " ".join(word for place, word in enumerate(words) if not place or fold(word) != fold(words[place - 1]))
    if once in set_words():
        return once + tail if once != bare else text
    key = _key(bare)
    if len(key) < 7 or (begins_post(bare) and not bare.startswith("PHÓ ") and " " in bare):
        return text
    first = key[:2]  # "BỘ" and "SỞ" before the same name: what tells them must stand
    near = sorted(
        (_distance(key, known, 3) + 2 * (known[:2] != first and len(key) < 25), phrase)
        for known, phrase in _phrases(len(key))
    )
    if not near or near[0][0] > (1 if len(key) < 13 else 2 if len(key) < 21 else 3):
        return text
    if len(near) > 1 and near[1][0] < near[0][0] + 2:
        return text
    if near[0][0] == 0 and fold(bare) == fold(near[0][1]):
        return text  # the marks are another's to put right
    return near[0][1] + tail


def _ends(phrase: str, text: str) -> bool:
    """Whether a line is a post, or its end behind a seal: at least three in five of its letters."""
    key, whole = _key(text), _key(phrase)
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


@functools.cache
def _phrases(length: int) -> tuple[tuple[str, str], ...]:
    """Set phrases in capitals whose letters are about as many, each with its folded letters."""
    keys = ((_key(phrase), phrase) for phrase in set_words() if phrase.isupper())
    return tuple((key, phrase) for key, phrase in keys if abs(len(key) - length) <= 3)


def _key(text: str) -> str:
    return _NO_LETTER.sub("", fold(text))


def _distance(left: str, right: str, most: int) -> int:
    """How many letters are to be put in, taken out or changed (Levenshtein); `most` + 1 where they are more."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    last = list(range(len(right) + 1))
    for row, letter in enumerate(left, start=1):
        line = [row]
        for place, other in enumerate(right, start=1):
            line.append(min(last[place] + 1, line[-1] + 1, last[place - 1] + (letter != other)))
        if min(line) > most:
            return most + 1
        last = line
    return last[-1]


def _mend_name(text: str) -> str:
    """A signer's name with the beginning that a seal hid of its surname, without syllables that were read twice."""
    tokens = text.split()
    if not 2 <= len(tokens) <= 6 or not all(token.isalpha() for token in tokens) or not tokens[-1][0].isupper():
        return text
    if tokens[0].islower() and len(tokens) > 2:
        whole = [name for name in surnames() if fold(name).endswith(fold(tokens[0])) and len(tokens[0]) >= 3]
        if len(whole) == 1:
            tokens[0] = whole[0].title()
    kept = tokens[:1]
    for token in tokens[1:]:
        last, this = fold(kept[-1]), fold(token)
        if len(tokens) > 4 and len(last) > 2 and this.startswith(last):
            kept[-1] = token if len(this) > len(last) else kept[-1]
        else:
            kept.append(token)
    return " ".join(kept) if kept[0].lower() in surnames() else text
