"""Questions to pdfium that a page asks by the thousand (*lời gọi pdfium*), with nothing made or looked at on the way.

pypdfium2's functions make an object of every pointer they give and look at the type of every one they take: that is
two thirds of the time of a question about one character. Here pointers come back as numbers, and are passed as what
`point_to`, `Item` and the places of `Numbers` are, made once and used again; a plain number is an int of C. Whoever
passes anything else crashes. No question lasts long enough to let other threads go on meanwhile.
"""

from __future__ import annotations

import ctypes
import functools
import struct
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

Item = ctypes.c_void_p
"""A pointer whose `value` is set anew for every object that is asked about."""


def _call_plainly(function: Any) -> Callable[..., Any]:
    """The same function for pointers that are ready; it gives numbers, None for the pointer to nothing."""
    kind = ctypes.c_void_p if hasattr(function.restype, "contents") else function.restype
    called: Callable[..., Any] = ctypes.PYFUNCTYPE(kind)(ctypes.cast(function, ctypes.c_void_p).value or 0)
    return called


class Numbers:
    """Room for numbers that pdfium writes: `places` are pointers to them, `read` gives all of them at one go."""

    def __init__(self, count: int, kind: Any = ctypes.c_float) -> None:
        memory = (kind * count)()
        self.places = tuple(ctypes.byref(memory, place * ctypes.sizeof(kind)) for place in range(count))
        self.read = functools.partial(struct.Struct(f"{count}{kind._type_}").unpack_from, memory)


def point_to(pointer: Any) -> Any:
    """What is passed for a pointer of pypdfium2 that points to something."""
    return ctypes.byref(pointer.contents)


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
