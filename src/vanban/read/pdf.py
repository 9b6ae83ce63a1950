"""PDF (*tệp PDF*), read with pdfium page by page: the text layer where it is of use, else the page's picture by OCR."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium

from vanban.errors import UnreadableError
from vanban.model.text import Problem, Text
from vanban.read.draft import join_drafts
from vanban.read.pdf_calls import (
    Item,
    count_form_objects,
    count_page_objects,
    get_form_object,
    get_kind,
    get_page_object,
    point_to,
)
from vanban.read.pdf_files import refuse_form
from vanban.read.pdf_flow import draft_pages
from vanban.read.pdf_margins import Margins, part_margins
from vanban.read.pdf_pages import PdfPages
from vanban.read.pdf_rules import DEEPEST_FORM
from vanban.read.pdf_scans import choose_page, find_scanned, keep_stamps
from vanban.read.pdf_words import Page, read_page

_MOST_PAGES = 3000
_MOST_SCANNED = 500
_LONGEST_SIDE = 4400
"""Of a picture in pixels: a page of A3 at 200 dots an inch; larger sheets are drawn smaller."""
_STAMPED = frozenset((pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP))
_NO_LAYER = "PDF không có lớp chữ dùng được (bản quét hoặc ảnh)"


def read_pdf(data: bytes, name: str) -> Text:
    """Read a PDF: one `Line` a visual line, left column before the right, tables cell by cell.

    The number and the day that an office stamps on a signed PDF lie in annotations: they are read at their place.
    Pages that are pictures, or whose text layer is useless (a stamp alone, letters of another language's OCR), go
    through OCR; `reader` is then "pdf+ocr", and a `Problem` says which pages. Refuses broken and encrypted files.
    """
    document = PdfPages(data, name)
    try:
        refuse_form(document.document, name)
        pages = _read_pages(document, name)
        margins = part_margins(pages)
        scanned = find_scanned(pages, margins)
        if scanned:
            pages = _recognise(document, pages, margins, scanned, name)
            margins = part_margins(pages)
    finally:
        document.close()
    recognised = [page.number for page in pages if page.number in scanned and _is_recognised(page)]
    if not any(margin.rows for margin in margins) or (len(scanned) == len(pages) and not recognised):
        raise UnreadableError(
            f"{name}: {_NO_LAYER} và nhận dạng chữ cũng không thấy chữ nào; hãy quét lại rõ hơn, "
            "hoặc gửi bản Word hay PDF gốc."
        )
    text, lines = join_drafts(draft_pages(pages, margins))
    result = Text(text=text, lines=lines, media_type="application/pdf", reader="pdf", pages=len(pages))
    if not scanned:
        return result
    from vanban.read.ocr_repair import repair_text

    repaired, repairs = repair_text(text, lines)
    return msgspec.structs.replace(
        result,
        text=repaired,
        reader="pdf+ocr" if recognised else "pdf",
        problems=(*_tell_pages(scanned, recognised), *repairs),
    )


def _is_recognised(page: Page) -> bool:
    return any(word.confidence is not None for word in page.words)


def _tell_pages(scanned: Sequence[int], recognised: Sequence[int]) -> Iterator[Problem]:
    if recognised:
        sentence = f"Trang {join_numbers(recognised)} là ảnh hoặc có lớp chữ hỏng, được nhận dạng chữ (OCR)."
        yield Problem("ocr-pages", sentence, severity="info")
    silent = sorted(set(scanned) - set(recognised))
    if silent:
        sentence = f"Trang {join_numbers(silent)} không có lớp chữ và nhận dạng chữ (OCR) không thấy chữ nào."
        yield Problem("scanned-page", sentence)


def join_numbers(numbers: Sequence[int]) -> str:
    """Page numbers as one says them.

    >>> join_numbers([1, 2, 3, 5, 7, 8])
    '1-3, 5, 7, 8'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def _recognise(
    document: PdfPages,
    pages: Sequence[Page],
    margins: Sequence[Margins],
    scanned: Sequence[int],
    name: str,
) -> list[Page]:
    """The pages with the scanned ones read by OCR, where that reads better than the text layer they have."""
    from vanban.read.ocr import Sheet, read_sheets

    if len(scanned) > _MOST_SCANNED:
        raise UnreadableError(
            f"{name}: PDF có {len(scanned)} trang ảnh, quá {_MOST_SCANNED} trang; hãy tách thành nhiều tệp."
        )
    stamps = {page.number: keep_stamps(page, margin) for page, margin in zip(pages, margins, strict=True)}
    by_number = {page.number: page for page in pages}

    def draw() -> Iterator[Sheet]:
        for number in scanned:
            page = by_number[number]
            yield Sheet(number, page.width, page.height, _draw(document, page), stamps[number])

    for read in read_sheets(draw(), name, _NO_LAYER):
        by_number[read.number] = choose_page(by_number[read.number], read)
    return [by_number[page.number] for page in pages]


def _draw(document: PdfPages, page: Page) -> object:
    """The picture of a page, turned as its text was found to run; small where the sheet is out of all measure."""
    from vanban.read.ocr import DOTS

    sheet = document.load(page.number - 1)
    try:
        scale = min(DOTS / 72, _LONGEST_SIDE / max(*sheet.get_size(), 1.0))
        picture = sheet.render(scale=scale, may_draw_forms=False).to_pil()
    finally:
        sheet.close()
    if (picture.width > picture.height) != (page.width > page.height):
        picture = picture.rotate(90, expand=True)
    return picture


def _read_pages(document: PdfPages, name: str) -> list[Page]:
    pages = []
    for index in range(min(len(document), _MOST_PAGES)):
        page = _read_number(document, index)
        if page is not None:
            pages.append(page)
    if not pages:
        raise UnreadableError(f"{name}: tệp PDF không có trang nào đọc được; hãy tải lại tệp.")
    return pages


def _read_number(document: PdfPages, index: int) -> Page | None:
    """One page by its index, with its stamps drawn in; None for a page that pdfium cannot load."""
    try:
        page = document.load(index)
        if _has_stamps(page) and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS:
            page.close()
            page = document.load(index)
    except pypdfium2.PdfiumError:
        return None
    try:
        return read_page(page, index + 1)
    finally:
        page.close()


def _has_stamps(page: pypdfium2.PdfPage) -> bool:
    """True for annotations that hold text; pictures of signatures and seals say nothing beside the text of a page."""
    sheet = point_to(page.raw)
    is_written = None
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            if pdfium.FPDFAnnot_GetSubtype(annotation) not in _STAMPED:
                continue
            if is_written is None:
                is_written = _holds_text(get_page_object(sheet, place) for place in range(count_page_objects(sheet)))
            count = pdfium.FPDFAnnot_GetObjectCount(annotation)
            items = (_address_of(pdfium.FPDFAnnot_GetObject(annotation, place)) for place in range(count))
            if not is_written or _holds_text(items):
                return True
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return False


def _address_of(pointer: Any) -> int | None:
    return ctypes.addressof(pointer.contents) if pointer else None


def _holds_text(items: Iterable[int | None], depth: int = 0) -> bool:
    item = Item()
    for address in items:
        item.value = address
        kind = get_kind(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            return True
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
            inner = (get_form_object(item, place) for place in range(count_form_objects(item)))
            if _holds_text(inner, depth + 1):
                return True
    return False
