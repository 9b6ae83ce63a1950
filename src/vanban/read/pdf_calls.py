"""Questions to pdfium that a page asks by the thousand (*lời gọi pdfium*), with addresses as plain numbers.

pypdfium2's functions make an object of every pointer they give and look at the type of every one they take: that is
half the time of a question about one character. Whoever calls these passes addresses of the right kind, or crashes.
"""

from __future__ import annotations

import ctypes
import functools
import struct
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium


def _call_plainly(function: Any) -> Callable[..., Any]:
    """The same function with numbers for pointers, None for the pointer to nothing."""

    def name_kind(kind: Any) -> Any:
        return ctypes.c_void_p if hasattr(kind, "contents") else kind

    plain = type(function)(ctypes.cast(function, ctypes.c_void_p).value)
    plain.argtypes = [name_kind(kind) for kind in function.argtypes]
    plain.restype = name_kind(function.restype)
    called: Callable[..., Any] = plain
    return called


class Floats:
    """Room for numbers that pdfium writes: `places` are their addresses, `read` gives all of them at one go."""

    def __init__(self, count: int) -> None:
        memory = (ctypes.c_float * count)()
        start, step = ctypes.addressof(memory), ctypes.sizeof(ctypes.c_float)
        self.places = range(start, start + count * step, step)
        self.read = functools.partial(struct.Struct(f"{count}f").unpack_from, memory)


def address_of(pointer: Any) -> int:
    """The address that a pointer of pypdfium2 points to, 0 for nothing."""
    return ctypes.addressof(pointer.contents) if pointer else 0


# Of characters.
get_loose_box = _call_plainly(pdfium.FPDFText_GetLooseCharBox)
get_text_object = _call_plainly(pdfium.FPDFText_GetTextObject)

# Of text objects and their fonts.
get_font_size = _call_plainly(pdfium.FPDFTextObj_GetFontSize)
get_render_mode = _call_plainly(pdfium.FPDFTextObj_GetTextRenderMode)
get_font = _call_plainly(pdfium.FPDFTextObj_GetFont)
get_font_name = _call_plainly(pdfium.FPDFFont_GetBaseFontName)
get_font_flags = _call_plainly(pdfium.FPDFFont_GetFlags)

# Of all objects on a page.
count_page_objects = _call_plainly(pdfium.FPDFPage_CountObjects)
count_form_objects = _call_plainly(pdfium.FPDFFormObj_CountObjects)
get_page_object = _call_plainly(pdfium.FPDFPage_GetObject)
get_form_object = _call_plainly(pdfium.FPDFFormObj_GetObject)
get_kind = _call_plainly(pdfium.FPDFPageObj_GetType)
get_matrix = _call_plainly(pdfium.FPDFPageObj_GetMatrix)
get_bounds = _call_plainly(pdfium.FPDFPageObj_GetBounds)

# Of paths.
get_draw_mode = _call_plainly(pdfium.FPDFPath_GetDrawMode)
count_segments = _call_plainly(pdfium.FPDFPath_CountSegments)
get_segment = _call_plainly(pdfium.FPDFPath_GetPathSegment)
get_segment_kind = _call_plainly(pdfium.FPDFPathSegment_GetType)
get_segment_close = _call_plainly(pdfium.FPDFPathSegment_GetClose)
get_point = _call_plainly(pdfium.FPDFPathSegment_GetPoint)
