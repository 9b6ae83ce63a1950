"""What a draft cannot know stands as "[CẦN BỔ SUNG: …]": numbers, dates, signers and units are never invented."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"\[CẦN BỔ SUNG:[^\[\]]*\]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def leave_open(what: str) -> str:
    """The mark of a place that the officer fills.

    >>> leave_open("số")
    '[CẦN BỔ SUNG: số]'
    """
    return f"[CẦN BỔ SUNG: {what}]"


def clean_text(text: str) -> str:
    """Text of a document as one line of a draft: characters that XML forbids dropped, blanks single.

    >>> clean_text("Sở \\x07Y\\n tế")
    'Sở Y tế'
    """
    return " ".join(_FORBIDDEN.sub("", text).split())


def find_placeholders(text: str) -> list[str]:
    """The marks in `text` as they stand, in order."""
    return PLACEHOLDER.findall(text)


def list_open(text: str) -> list[str]:
    """What the marks in `text` ask for.

    >>> list_open("Số: [CẦN BỔ SUNG: số]/KH-[CẦN BỔ SUNG: ký hiệu cơ quan]")
    ['số', 'ký hiệu cơ quan']
    """
    return [mark.removeprefix("[CẦN BỔ SUNG:").removesuffix("]").strip() for mark in PLACEHOLDER.findall(text)]
