"""The sheet of a PDF page (*khung trang*): places as stored become places as seen, origin at the top left."""

from __future__ import annotations

from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from vanban.model.text import Box


class Frame(NamedTuple):
    """Turns a place on the sheet as stored into a place on the sheet as read, origin at the top left."""

    left: float
    bottom: float
    width: float
    height: float
    rotation: int

    def turn(self, left: float, bottom: float, right: float, top: float) -> Box:
        x0, x1 = left - self.left, right - self.left
        y0, y1 = bottom - self.bottom, top - self.bottom
        if self.rotation == 1:
            return y0, x0, y1, x1
        if self.rotation == 2:
            return self.width - x1, y0, self.width - x0, y1
        if self.rotation == 3:
            return self.height - y1, self.width - x1, self.height - y0, self.width - x0
        return x0, self.height - y1, x1, self.height - y0


def read_frame(page: Any) -> Frame:
    """The visible part of an open page and its rotation; a page without size gives an empty frame."""
    bounds = pdfium.FS_RECTF()
    rotation = max(pdfium.FPDFPage_GetRotation(page), 0) % 4
    if not pdfium.FPDF_GetPageBoundingBox(page, bounds):
        return Frame(0, 0, 0, 0, rotation)
    return Frame(bounds.left, bounds.bottom, bounds.right - bounds.left, bounds.top - bounds.bottom, rotation)
