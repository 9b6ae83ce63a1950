"""Letters wrong on scans made of the samples: at most one in a hundred, three in a thousand outside of signatures.

Each page is drawn at 200 dots an inch, sealed in red and signed in blue over the signature, turned by one degree, with
grain and dust; all chance is seeded. docs/formats.md has the figures of all samples.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from making.forms import FORMS, TesseractMissing
from making.scan import count_wrong, find_signatures, leave_out, scan_pdf
from making.sheet import flatten
from vanban.read import read_text

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "samples"))

import make_samples

MEASURED = ("02", "08", "12", "13", "17")
MOST, MOST_OUTSIDE = 0.01, 0.003


def measure_sample(number: str) -> tuple[int, int, int, int]:
    """Of the scan of a sample: letters wrong and printed, then the same outside of seal and signature."""
    if shutil.which("tesseract") is None:
        raise TesseractMissing("tesseract is not on PATH: install tesseract-ocr and tesseract-ocr-vie")
    sheets = next(sample.sheets for sample in make_samples.SAMPLES if sample.stem.startswith(number))
    pdf = FORMS["pdf"](sheets)
    printed = read_text(pdf, "a.pdf")
    signatures = [(sheet.signature[0], sheet.signer) for sheet in flatten(list(sheets)) if sheet.signature]
    places = find_signatures(printed, signatures)
    read = read_text(scan_pdf(pdf, places, seed=int(number)), "a.pdf")
    outside = count_wrong(leave_out(read, places), leave_out(printed, places))
    return (*count_wrong(read.text, printed.text), *outside)


def test_letters_wrong_on_scans() -> None:
    wrong, letters, wrong_outside, letters_outside = map(sum, zip(*map(measure_sample, MEASURED), strict=True))
    assert wrong <= MOST * letters
    assert wrong_outside <= MOST_OUTSIDE * letters_outside


@pytest.mark.parametrize(("read", "printed", "wrong"), [("một hai", "một  hai", 0), ("mot hai ba", "một hai", 3)])
def test_letters_are_counted_by_words(read: str, printed: str, wrong: int) -> None:
    assert count_wrong(read, printed) == (wrong, 7)
