"""Who signs and by whose authority (NĐ 30 Phụ lục I, mục 7; Party: T/M, K/T, T/L).

Forms read: "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", "TL. BỘ TRƯỞNG / KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN
PHÒNG", "KT. BỘ TRƯỞNG, CHỦ NHIỆM / PHÓ CHỦ NHIỆM", "TL. BỘ TRƯỞNG / CỤC TRƯỞNG CỤC CHUYỂN ĐỔI SỐ QUỐC GIA", "T/M BAN BÍ
THƯ" with a name and no post, a second post over the name ("TRƯỞNG BAN / PHÓ THỦ TƯỚNG"), marks, post and name on one
line. Refused: a post that the file has lost (None).
"""

from __future__ import annotations

import itertools
import re

from vanban.extract.heading import zones_of
from vanban.extract.scanned import is_scanned
from vanban.lexicon.words import load_words
from vanban.model.document import Signer
from vanban.model.outline import Outline
from vanban.notation.folding import fold
from vanban.notation.passage import Passage, clean
from vanban.notation.person import begins_post, find_name, is_surname, names_collective, parse_person

_MARK = re.compile(r"^(T\s?[/.]\s?M|K\s?[/.]\s?T|T\s?[/.]\s?L|TU[QN]|TM|KT|TL|Q)(?:\s?[.:,]\s?|\s+)(?=\S)")
_INNER_MARK = re.compile(r"\s(?=(?:TM|KT|TL|TUQ)\.\s?[A-ZĐ]|[TK]/[MTL]\s[A-ZĐ])")
_SIGNED = re.compile(r"(?<=\w)\s*\(đã ký\)\s*$", re.IGNORECASE)
_FRINGE = " *_|~'\"`´"
_JOINING = re.compile(r"^(?:,|và\b|VÀ\b|kiêm\b|KIÊM\b|-)")


def read_signers(outline: Outline) -> list[Signer]:
    """The signers in printed order; name or position None where the file has lost them."""
    signers = []
    for zone in zones_of(outline, "signature"):
        lines, scanned = _lines(outline, zone.parts), is_scanned(outline, zone.span)
        if scanned:
            lines = _without_seal(lines, outline)
        if signer := _read_signer(lines, scanned=scanned):
            signers.append(signer)
    return signers


def _is_cut(name: str) -> bool:
    """Whether a name of a scan begins with a middle name, its surname under a seal: "Thị Hương Giang", "Ngọc Lễ"."""
    words = fold(name).split()
    return words[0] in ("thi", "van") or (len(words) == 2 and words[0] in load_words()["middle_names"])


def _without_seal(lines: list[Passage], outline: Outline) -> list[Passage]:
    """The lines without what a seal left between post and name: words in small letters, the end of the issuer's name
    ("NỘI VỤ" of "SỞ NỘI VỤ")."""
    issuer = " ".join(fold(clean(outline.text, zone.span).text) for zone in zones_of(outline, "issuer"))
    kept: list[Passage] = []
    for line in lines:
        text = line.text.strip(_FRINGE)
        below = bool(kept) and not begins_post(text) and not _JOINING.match(text)
        person = parse_person(text)
        named = person is not None and is_surname(person.split()[0]) and not _is_cut(person)
        sealed = text.isupper() and not _MARK.match(text) and issuer.endswith(f" {fold(text)}")
        if (
            below
            and any(begins_post(_MARK.sub("", other.text)) for other in kept)
            and not named
            and (sealed or not text.isupper())
        ):
            continue
        kept.append(line)
    return kept


def _lines(outline: Outline, parts: tuple[tuple[int, int], ...]) -> list[Passage]:
    """The lines of a signature; marks, post and name that share a line are lines of their own."""
    lines: list[Passage] = []
    for span in parts:
        passage = clean(outline.text, span)
        passage = passage.part(len(passage.text) - len(passage.text.lstrip(" |")), len(passage.text.rstrip(" |")))
        text = passage.text
        cuts = [match.end() for match in _INNER_MARK.finditer(text)]
        name = find_name(text)
        if name and (_MARK.match(text) or begins_post(text)):
            cuts.append(name)
            # "KT. BỘ TRƯỞNG THỨ TRƯỞNG" holds two posts
            words = [match.start() for match in re.finditer(r"\S+", text[:name])]
            first = max((cut for cut in cuts if cut < name), default=0)
            cuts += [start for start in words if start > first and _second_post(text[first:name], start - first)][:1]
        bounds = [0, *sorted(cuts), len(text)]
        lines += [part for left, right in itertools.pairwise(bounds) if (part := passage.part(left, right))]
    return lines


def _second_post(head: str, start: int) -> bool:
    mark = _MARK.match(head)
    if mark is None or not begins_post(head[start:]):
        return False
    before = head[mark.end() : start].strip()
    return (
        (begins_post(before) or names_collective(before))
        and before.split()[-1] not in ("PHÓ", "TỔNG", "QUYỀN", "CHI")
        and not before.endswith(",")
    )


def _read_signer(lines: list[Passage], *, scanned: bool = False) -> Signer | None:
    """The signer of a signature's lines; of a scan only a name with its surname is one, the rest is seal and pen."""
    marks: list[str] = []
    behalf: list[str] = []
    posts: list[str] = []
    name: str | None = None
    for number, passage in enumerate(lines):
        text = _SIGNED.sub("", passage.text).strip(_FRINGE)
        # "KT. BỘ TRƯỞNG Bộ Tài": a mark with a post, and what a stamp left behind them.
        person = None if _MARK.match(text) else parse_person(text)
        named = person is not None and (is_surname(person.split()[0]) or not (scanned or text.isupper()))
        named = named and not (scanned and person is not None and _is_cut(person))
        if named and number == len(lines) - 1:
            name = person
            break
        match = _MARK.match(text)
        if match:
            while match:  # "TM. KT." on one line
                marks.append(_mark(match.group(1)))
                text = text[match.end() :].strip()
                match = _MARK.match(text)
            # "K/T CHỦ TỊCH - PHÓ CHỦ TỊCH" holds both posts
            signed_for, _, own = text.partition(" - ")
            if begins_post(signed_for) and begins_post(own):
                posts.append(own.strip())
                text = signed_for
            behalf.append(text.rstrip(" ,;") if not text.rstrip().endswith(",") else text)
        elif _continues(behalf, posts, text):
            behalf[-1] = f"{behalf[-1]} {text}" if not text.startswith(",") else behalf[-1] + text
        else:
            posts.append(text)
    if not marks and not posts and name is None:
        return None
    span = (min(line.span()[0] for line in lines), max(line.span()[1] for line in lines))
    return Signer(name, _position(posts), " ".join(marks) or None, [line.rstrip(" ,;") for line in behalf], span)


def _mark(text: str) -> str:
    joined = re.sub(r"\s", "", text)
    return joined if "/" in joined else f"{joined.replace('.', '')}."


def _continues(behalf: list[str], posts: list[str], text: str) -> bool:
    """Whether a line goes on with the line "TM. ỦY BAN NHÂN" / "DÂN TỈNH", or with a post broken in two."""
    if posts or not behalf:
        return False
    return not begins_post(text) or bool(_JOINING.match(text)) or behalf[-1].rstrip().endswith((",", " VÀ", "-"))


def _position(posts: list[str]) -> str | None:
    """The lowest post line; a line that begins no post goes on from the one above."""
    joined: list[str] = []
    for text in posts:
        if joined and (not begins_post(text) or _JOINING.match(text) or joined[-1].rstrip().endswith((",", "-"))):
            joined[-1] = f"{joined[-1]} {text}"
        else:
            joined.append(text)
    return joined[-1].strip(" ,;:.") if joined else None
