"""Who signs and by whose authority (NĐ 30 Phụ lục I, mục 7; Party: T/M, K/T, T/L)."""

from __future__ import annotations

import re

from vanban.extract.heading import zones_of
from vanban.model.document import Signer
from vanban.model.outline import Outline
from vanban.notation.folding import fold
from vanban.notation.passage import Passage, clean
from vanban.notation.person import is_surname, parse_person

_MARK = re.compile(r"^(T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|TUQ|TM|KT|TL|Q)(?:\s?[.:]\s?|\s+)(?=\S)")
_POST = re.compile(
    r"\b(?:chu tich|bi thu|giam doc|chanh|truong|pho|thu truong|thu tuong|hieu truong|vien truong|thong doc|chu nhiem|bien tap|"
    r"thu ky|uy vien|tong kiem toan|tong thanh tra|chi huy|tu lenh|chinh uy)\b"
)


def read_signers(outline: Outline) -> list[Signer]:
    """The signers in printed order; name or position None where the file has lost them."""
    return [
        signer
        for zone in zones_of(outline, "signature")
        if (signer := _read_signer([clean(outline.text, span) for span in zone.parts])) is not None
    ]


def _read_signer(lines: list[Passage]) -> Signer | None:
    marks: list[str] = []
    behalf: list[str] = []
    posts: list[str] = []
    name: str | None = None
    open_mark = False
    for passage in lines:
        text = passage.text.strip(" *_|")
        person = parse_person(text)
        if person is not None and passage is lines[-1] and (not text.isupper() or is_surname(text.split()[0]) and not _POST.search(fold(text))):
            name = person
            break
        match = _MARK.match(text)
        while match:  # "TM. KT." on one line
            marks.append(_mark(match.group(1)))
            text = text[match.end() :].strip()
            open_mark = True
            match = _MARK.match(text)
            if not match:
                behalf.append(text.rstrip(" ,;"))
        if open_mark and _MARK.match(passage.text.strip(" *_|")):
            open_mark = False
            continue
        if _continues(behalf, posts, text):
            behalf[-1] = f"{behalf[-1].rstrip(' ,')} {text}" if not passage.text.startswith(",") else behalf[-1] + text
        else:
            posts.append(text)
    if not posts and behalf and name is None:
        posts = []
    if not marks and not posts and name is None:
        return None
    position = _position(posts)
    span = (lines[0].span()[0], lines[-1].span()[1])
    return Signer(name, position, " ".join(marks) or None, behalf, span)


def _mark(text: str) -> str:
    joined = re.sub(r"\s", "", text)
    return joined if "/" in joined else f"{joined}."


def _continues(behalf: list[str], posts: list[str], text: str) -> bool:
    """Whether a line goes on with the line "TM. ỦY BAN NHÂN" / "DÂN TỈNH", or with a post broken in two."""
    if posts or not behalf:
        return False
    return not _POST.search(fold(text)) or bool(re.match(r"^(?:va|kiem|chu nhiem)\b", fold(text)) and behalf[-1].endswith(","))


def _position(posts: list[str]) -> str | None:
    """The lowest post line; a line that begins no post goes on from the one above."""
    joined: list[str] = []
    for text in posts:
        begins = re.match(r"(?:pho|chu tich|bi thu|giam doc|tong|chanh|truong|bo truong|thu|cuc truong|vu truong|chi cuc|hieu|vien|thong doc|chu nhiem|uy vien|chi huy|tu lenh|chinh|quyen|q\.)\b", fold(text))
        if joined and not begins:
            joined[-1] = f"{joined[-1]} {text}"
        else:
            joined.append(text)
    return joined[-1].strip(" ,;:.") if joined else None
