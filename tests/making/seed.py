"""The seed file, a real letter with the plan that it forwards, taken apart into sheets.

The file stays where it lies, outside the project: tests that need it are skipped where it is absent.
"""

from __future__ import annotations

import re
import unittest
from pathlib import Path

from making.sheet import PARTY_MOTTO, Paragraph, Sheet

SEED = Path(__file__).resolve().parents[3] / "shared" / "seeds" / "000_998a97e5b5266501.txt"
_MOTTO = re.compile(r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM$|ĐẢNG CỘNG SẢN VIỆT NAM$")
_DATE = re.compile(r"[^,]+, ngày\s.*\btháng\b.*\bnăm\b")
_HEADING = re.compile(r"[IVXL]+\s?[-.]\s|\d+(\.\d+)*\.\s\S.{0,160}[^.;:,]$")


class SeedMissing(unittest.SkipTest):
    """The seed file is not on this machine: a test that meets this is skipped by pytest."""


def read_seed() -> str:
    """The seed file's text as it stands; raises SeedMissing where the file is absent."""
    if not SEED.exists():
        raise SeedMissing(f"{SEED} is absent")
    return SEED.read_text(encoding="utf-8")


def split_sheets(text: str) -> list[Sheet]:
    """The documents of a plain text as sheets: each begins with the lines in capitals above its motto.

    Marks of emphasis are dropped. Paragraphs stand apart by blank lines or line breaks; headings stay paragraphs.
    """
    lines = [_clean(line) for line in text.splitlines()]
    starts = []
    for i, line in enumerate(lines):
        if _MOTTO.match(line):
            first = i
            while first > 0 and (_is_heading_line(lines[first - 1]) or not lines[first - 1]):
                first -= 1
            starts.append(first)
    ends = [*starts[1:], len(lines)]
    return [_read_sheet([x for x in lines[a:b] if x]) for a, b in zip(starts, ends, strict=True)]


def _clean(line: str) -> str:
    line = line.replace("\u00a0", " ").strip()
    return line if set(line) == {"*"} and len(line) != 2 else line.replace("*", "").strip()


def _is_heading_line(line: str) -> bool:
    return bool(line) and (line == line.upper() or line.startswith("Số")) and not line.startswith("-")


def _read_sheet(lines: list[str]) -> Sheet:
    """One sheet out of its lines, none of them empty."""
    motto = next(i for i, line in enumerate(lines) if _MOTTO.match(line))
    party = lines[motto] == PARTY_MOTTO[0]
    number = next((line for line in lines[:motto] if line.startswith("Số")), "")
    issuer = [line for line in lines[:motto] if line != number and line != "*"]
    at = motto + 1
    if not party and at < len(lines) and not _DATE.match(lines[at]):
        at += 1
    motto_lines = tuple(lines[motto:at])
    place_date = ""
    if _DATE.match(lines[at]):
        place_date, at = lines[at], at + 1
    title, subject, at = _read_title(lines, at)
    addressees, at = _read_addressees(lines, at)
    end = next((i for i in range(len(lines) - 1, at, -1) if lines[i].startswith("Nơi nhận")), len(lines))
    recipients = [line for line in lines[end + 1 :] if line.startswith("-")]
    tail = [line for line in lines[end + 1 :] if not line.startswith("-")]
    return Sheet(
        issuer=issuer[-1],
        issuer_parent="\n".join(issuer[:-1]),
        system="party" if party else "state",
        motto=motto_lines,
        number=number,
        place_date=place_date,
        type_title=title,
        subject=subject,
        addressees=addressees,
        body=tuple(Paragraph(x, "heading" if _HEADING.match(x) else "plain") for x in lines[at:end]),
        recipients=tuple(line.lstrip("- ") for line in recipients),
        signature=tuple(tail[:-1]),
        signer=tail[-1] if tail else "",
    )


def _read_title(lines: list[str], at: int) -> tuple[str | None, str, int]:
    """Type title and subject, or the "V/v" of a letter; a subject runs on until a sentence begins."""
    if lines[at].startswith("V/v"):
        return None, lines[at], at + 1
    title, at = lines[at], at + 1
    subject = []
    while len(lines[at]) < 120 and not lines[at].endswith((".", ":")):
        subject.append(lines[at])
        at += 1
    return title, "\n".join(subject), at


def _read_addressees(lines: list[str], at: int) -> tuple[tuple[str, ...], int]:
    if not lines[at].startswith("Kính gửi"):
        return (), at
    found = [rest] if (rest := lines[at].partition(":")[2].strip()) else []
    at += 1
    while lines[at].startswith("-"):
        found.append(lines[at].lstrip("- "))
        at += 1
    return tuple(found), at
