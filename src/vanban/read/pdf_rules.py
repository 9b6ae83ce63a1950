"""Ruled lines of a PDF page (*đường kẻ*): strokes and thin bars that may bound the cells of a table, and pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from vanban.model.text import Box
from vanban.read.pdf_calls import (
    Item,
    Numbers,
    count_form_objects,
    count_page_objects,
    count_segments,
    get_bounds,
    get_draw_mode,
    get_form_object,
    get_kind,
    get_matrix,
    get_page_object,
    get_point,
    get_segment,
    get_segment_close,
    get_segment_kind,
    point_to,
)
from vanban.read.pdf_frame import Frame

THICKEST_RULE = 3.0
"""Rules of tables are 0.5 to 1.5 points; a thicker bar is a filled area."""
_MOST_OBJECTS = 20_000
"""More paths than this are a drawing, not the rules of tables."""
DEEPEST_FORM = 4

_Matrix = tuple[float, float, float, float, float, float]


def read_rules(page: Any, frame: Frame) -> tuple[list[Box], float, int]:
    """The thin rules of an open page as boxes, the area that its pictures cover, the number of drawings."""
    rules: list[Box] = []
    area = 0.0
    seen = 0
    identity = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    stack: list[tuple[Any, int, _Matrix]] = [(point_to(page.raw), 0, identity)]
    corners, matrix, modes = Numbers(4), Numbers(6), Numbers(2, ctypes.c_int)
    item = Item()
    while stack:
        owner, depth, transform = stack.pop()
        count = count_form_objects(owner) if depth else count_page_objects(owner)
        get_object = get_form_object if depth else get_page_object
        for index in range(min(max(count, 0), _MOST_OBJECTS)):
            item.value = get_object(owner, index)
            kind = get_kind(item)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                continue
            seen += 1
            if seen > _MOST_OBJECTS:
                return rules, area, seen
            if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
                get_matrix(item, matrix.places[0])
                stack.append((Item(item.value), depth + 1, _multiply(matrix.read(), transform)))
            elif kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
                if not get_bounds(item, *corners.places):
                    continue
                bounds = _transform(corners.read(), transform)
                if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                    area += max(bounds[2] - bounds[0], 0) * max(bounds[3] - bounds[1], 0)
                else:
                    rules.extend(_read_rules(item, modes, bounds, transform, frame))
    return rules, area, seen


def _read_rules(item: Item, modes: Numbers, bounds: Box, transform: _Matrix, frame: Frame) -> Iterator[Box]:
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    if min(width, height) <= THICKEST_RULE:
        if max(width, height) > THICKEST_RULE:
            yield frame.turn(*bounds)
        return
    segments = count_segments(item)
    if not 2 <= segments <= _MOST_OBJECTS or not _is_stroked(item, modes):
        return
    # A frame or a whole grid in one path: its straight strokes are the rules.
    matrix, place = Numbers(6), Numbers(2)
    own = matrix.read() if get_matrix(item, matrix.places[0]) else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    whole = _multiply(own, transform)
    previous = opening = None
    segment = Item()
    for index in range(segments):
        segment.value = get_segment(item, index)
        if not get_point(segment, *place.places):
            continue
        point = _move(place.read(), whole)
        kind = get_segment_kind(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            opening = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and previous is not None:
            yield from _make_rule(previous, point, frame)
        if get_segment_close(segment) and opening is not None:
            yield from _make_rule(point, opening, frame)
        previous = point


def _is_stroked(item: Item, modes: Numbers) -> bool:
    return bool(get_draw_mode(item, *modes.places) and modes.read()[1])


def _make_rule(one: tuple[float, float], other: tuple[float, float], frame: Frame) -> Iterator[Box]:
    box = (min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))
    width, height = box[2] - box[0], box[3] - box[1]
    if min(width, height) <= 1.0 and max(width, height) > THICKEST_RULE:
        yield frame.turn(*box)


def _multiply(first: _Matrix, second: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    m, n, o, p, q, r = second
    return (a * m + b * o, a * n + b * p, c * m + d * o, c * n + d * p, e * m + f * o + q, e * n + f * p + r)


def _move(point: tuple[float, float], matrix: _Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f


def _transform(box: Box, matrix: _Matrix) -> Box:
    a, b, c, d, e, f = matrix
    left, bottom, right, top = box
    xs = (a * left + c * bottom + e, a * left + c * top + e, a * right + c * bottom + e, a * right + c * top + e)
    ys = (b * left + d * bottom + f, b * left + d * top + f, b * right + d * bottom + f, b * right + d * top + f)
    return min(xs), min(ys), max(xs), max(ys)
