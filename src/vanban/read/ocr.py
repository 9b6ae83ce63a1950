"""Recognition of letters on pictures (*nhận dạng chữ, OCR*) by the program Tesseract with its Vietnamese data."""

from __future__ import annotations

import io
import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple

from vanban.errors import UnreadableError
from vanban.read.handwriting import Inked, read_handwriting
from vanban.read.ocr_columns import find_cells, find_halves, part_columns, put_back
from vanban.read.ocr_ink import (
    erase,
    find_frames,
    find_strokes,
    is_blank,
    is_inside,
    part_inks,
    remove_specks,
    straighten,
    turn_roughly,
)
from vanban.read.ocr_rest import Part, bound_marks, compose_sheet, cut_frames, find_marks, find_parts, place_back
from vanban.read.ocr_signature import cut_block, find_block, keep_signature, put_signature
from vanban.read.ocr_words import Seen, add_missed, make_words, read_table
from vanban.read.pdf_words import Page, Word
from vanban.read.programs import find_program, run_program
from vanban.read.syllables import measure_text

DOTS = 200
"""Dots an inch: 300 reads no more letters and takes half as long again; below 150 marks are lost."""
_SECONDS = 120.0
_POINTS = 72.0
_SPARSE = 11
"""Tesseract's layout for words that stand anywhere, in no order."""
_SURE = 0.3
_HEADING = 0.16
"""Of the page: halves that begin above it are of the heading, which Tesseract tells apart itself."""
_FEWEST, _POOR = 6, 0.45
"""A page with fewer words, or with more that can be Vietnamese, is not tried the other ways round."""
_HINT = "hãy cài Tesseract cùng dữ liệu tiếng Việt (gói tesseract-ocr và tesseract-ocr-vie)"


class Sheet(NamedTuple):
    """A page as a picture: its number, size in points, the image, and words that are known and left out of it."""

    number: int
    width: float
    height: float
    image: Any
    words: tuple[Word, ...] = ()


def find_tesseract(name: str, what: str) -> str:
    """The program's path; where it is missing the message says what to install for `what`."""
    program = find_program("tesseract")
    if program is None:
        raise UnreadableError(f"{name}: {what}; {_HINT} để nhận dạng chữ, hoặc gửi bản Word hay PDF gốc.")
    return program


def read_sheets(sheets: Iterable[Sheet], name: str, what: str) -> Iterator[Page]:
    """Read pages side by side, as many as there are processors and two at most, and give them in their order.

    The next picture is drawn while others are read, and no more are kept than are being read.
    """
    program = find_tesseract(name, what)
    # In a worker of several files the other processors have files of their own.
    is_worker = multiprocessing.parent_process() is not None or "VANBAN_WORKER" in os.environ
    workers = 1 if is_worker else min(2, os.cpu_count() or 1)
    pending: deque[Future[Page]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        try:
            for sheet in sheets:
                pending.append(pool.submit(_read_sheet, sheet, program, name))
                if len(pending) > workers:
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        finally:
            for future in pending:
                future.cancel()


def _read_sheet(sheet: Sheet, program: str, name: str) -> Page:
    """The page as it lies, or turned by a quarter or half where only that gives Vietnamese: sheets are fed anyhow."""
    page = _read_upright(sheet, program, name)
    best = measure_text(" ".join(word.text for word in page.words if word.confidence is not None))
    # Tesseract reads lines that run up the page too, but nothing then stands where it should.
    is_upright = not _runs_upwards(page.words)
    if best.words < _FEWEST or (best.possible > _POOR and is_upright):
        return page
    for angle in (180, 90, 270) if is_upright else (90, 270):
        width, height = (sheet.width, sheet.height) if angle == 180 else (sheet.height, sheet.width)
        turned = Sheet(sheet.number, width, height, sheet.image.rotate(angle, expand=True))
        other = _read_upright(turned, program, name)
        measure = measure_text(" ".join(word.text for word in other.words))
        is_better = not is_upright or measure.possible * measure.words > best.possible * best.words
        if measure.is_vietnamese and is_better and not _runs_upwards(other.words):
            return other
    return page


def _runs_upwards(words: Sequence[Word]) -> bool:
    """True where most words are narrower than half of what their letters need."""
    told = [word for word in words if word.confidence is not None and len(word.text) > 2]
    narrow = [word for word in told if word.x1 - word.x0 < 0.25 * word.size * len(word.text)]
    return len(narrow) * 2 > len(told)


def _read_upright(sheet: Sheet, program: str, name: str) -> Page:
    scale = sheet.width / sheet.image.width
    grey, red = part_inks(sheet.image)
    grey = erase(grey, [_measure_pixels(word, scale) for word in sheet.words])
    if is_blank(grey) and red is None:
        return Page(sheet.number, sheet.width, sheet.height, list(sheet.words), [], 1.0, 0)
    grey, angle = straighten(remove_specks(grey))
    strokes = find_strokes(grey)
    frames = find_frames(strokes, grey.width)
    red = turn_roughly(red, angle) if red is not None else None
    parts = cut_frames(grey, frames) + (find_marks(red) if red is not None else [])
    whole, grey = grey, erase(grey, [*strokes, *frames])
    dots = round(_POINTS / scale)
    halves = [half for half in find_halves(whole) if half[1] > _HEADING * grey.height]
    columns = part_columns(grey, halves, find_cells(strokes))
    seen = put_back(read_table(recognise(columns.image, program, name, dots=dots)), columns)
    words = make_words(seen, scale)
    parts += find_parts(erase(grey, [word.box for word in seen if word.confidence > _SURE]))
    right = [(left * scale, top * scale, end * scale, bottom * scale) for left, top, end, bottom in halves]
    block = find_block(words, sheet.width, sheet.height, right)
    signed = cut_block(block, scale, grey, red) if block is not None else []

    def look_again(*groups: list[Part]) -> Iterator[list[Seen]]:
        """What is on all of these parts in one call, group by group."""
        picture, pieces = compose_sheet([part for group in groups for part in group])
        again = read_table(recognise(picture, program, name, dots=dots, layout=_SPARSE))
        for group in groups:
            yield place_back(again, pieces[: len(group)])
            pieces = pieces[len(group) :]

    signature: list[Seen] = []
    if parts or signed:
        second, signature = look_again(parts, signed)
        words = add_missed(words, make_words(second, scale, strict=True))
        strokes = [stroke for stroke in strokes if not any(is_inside(stroke, frame) for frame in frames)]
        strokes += bound_marks(second)
    words = read_handwriting(words, sheet.width, sheet.height, scale, Inked(sheet.image, angle))
    if block is None and parts:
        # "Nơi nhận" itself may have been among what was left.
        block = find_block(words, sheet.width, sheet.height, right)
        if block is not None:
            (signature,) = look_again(cut_block(block, scale, grey, red))
    if block is not None:
        words = put_signature(words, make_words(keep_signature(signature), scale), block)
    rules = [(x0 * scale, top * scale, x1 * scale, bottom * scale) for x0, top, x1, bottom in strokes]
    return Page(sheet.number, sheet.width, sheet.height, [*sheet.words, *words], rules, 1.0, 0)


def _measure_pixels(word: Word, scale: float) -> tuple[int, int, int, int]:
    left, top, right, bottom = (word.x0 - 1) / scale, (word.top - 1) / scale, word.x1 / scale, word.bottom / scale
    return round(left), round(top), round(right), round(bottom)


def recognise(grey: Any, program: str, name: str, *, dots: int, layout: int = 3) -> str:
    """Tesseract's table of words for one picture; one thread, because more only wait for one another."""
    picture = io.BytesIO()
    grey.save(picture, "PPM")
    arguments = [program, "stdin", "stdout", "-l", "vie", "--psm", str(layout), "--dpi", str(max(dots, 70)), "tsv"]
    try:
        output = run_program(
            arguments, seconds=_SECONDS, data=picture.getvalue(), environment={"OMP_THREAD_LIMIT": "1"}
        )
    except TimeoutError as error:
        raise UnreadableError(
            f"{name}: nhận dạng chữ một trang quá {_SECONDS:.0f} giây nên đã dừng; hãy quét lại trang ấy rõ hơn."
        ) from error
    if output is None:
        raise UnreadableError(f"{name}: Tesseract không nhận dạng được; {_HINT}, hoặc gửi bản Word hay PDF gốc.")
    return output.decode("utf-8", errors="replace")
