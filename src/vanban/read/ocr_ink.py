"""The ink of a scanned page (*mực trên trang quét*): colours taken out, the page set straight, rules found and removed.

Works on Pillow images alone; a page at 200 dpi costs about a tenth of a second, against one for Tesseract.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import Any, NamedTuple

_COLOURED = 40
"""How far red or blue must lead over the other channels to be a seal or a pen; print and paper differ by less."""
_DARKEST_RED = 125
_LEAST_RED = 500
"""Pixels: less red ink is no stamp."""
_MOST_COLOURED = 0.6
"""Where most of the ink is coloured the text itself is: then it stays."""
_DARK = 140
_STEEPEST = 4.0
_LEAST_TURN = 0.3
_SHORTEST_ACROSS, _SHORTEST_DOWN = 0.055, 0.03
"""Of the page's width: no letter has a stroke so long, but the feet of letters run together along a line."""
_THINNEST, _THICKEST = 3, 16
"""Pixels, once every dark point is grown: what is thinner are the feet of bold letters that touch in one row."""


_HALF = 2
_SPECK, _INSIDE, _AROUND, _LINE = 4.3, 1, 2, 5
"""A speck holds less ink than that many black pixels, fits into 3 by 3 cells of the page at half its size and has white
around it: in every direction, or above and below, where the marks of letters have none. A full stop in 11 points holds
more."""
_DUSTY, _SEEN = 250, 6
"""So many specks that lie apart from all letters, each in some six boxes, show that a page is dusty. Of other pages
only these are taken away: marks of small or broken print are no larger than dust."""
_FAINTEST, _PRINT = 0.35, 0.005
"""Of the way from paper to print: less is the grain of the paper. What is darkest on a page is print."""


class Straight(NamedTuple):
    """A page in grey, black on white, and by how many degrees it was turned against the clock."""

    image: Any
    angle: float


Stroke = tuple[int, int, int, int]
"""Left, top, right, bottom of a ruled line in pixels."""


class Inks(NamedTuple):
    """A page in grey without coloured ink, and its red ink alone in black on white, None where there is hardly any."""

    grey: Any
    red: Any | None


def part_inks(image: Any) -> Inks:
    """The page without red seals and stamps, blue pens and blue stamps (black that they cross stays), and what is red
    (stamps of urgency, secrecy and arrival, seals)."""
    from PIL import ImageChops

    if image.mode in ("1", "L"):
        return Inks(image.convert("L"), None)
    red, green, blue = image.convert("RGB").split()
    seal = ImageChops.subtract(red, ImageChops.lighter(green, blue))
    pen = ImageChops.subtract(blue, ImageChops.lighter(red, green))
    grey = image.convert("L")
    if not any(sum(colour.histogram()[_COLOURED + 1 :]) for colour in (seal, pen)):
        return Inks(grey, None)
    ink = seal.point(_above(_COLOURED))
    stamped = ImageChops.invert(ink) if ink.histogram()[255] > _LEAST_RED else None
    # Black that a seal runs over has red edges, which are dark.
    seal = ImageChops.darker(seal, red.point(_above(_DARKEST_RED)))
    coloured = ImageChops.lighter(seal, pen).point(_above(_COLOURED))
    dark = grey.point(lambda level: 255 if level < _DARK else 0)
    inks = dark.histogram()[255]
    is_pale = not coloured.getbbox()
    if is_pale or ImageChops.darker(coloured, dark).histogram()[255] > _MOST_COLOURED * inks:
        return Inks(grey, stamped)
    # The lightest channel shows red and blue ink as light as paper, and fades the edges that no threshold takes.
    lightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    lightest.paste(255, mask=coloured)
    return Inks(lightest, stamped)


def _above(most: int) -> list[int]:
    """What makes every level above `most` white and all others black."""
    return [0] * (most + 1) + [255] * (255 - most)


def all_ink(image: Any) -> Any:
    """The page in grey with the ink of pens and seals as dark as print: the darkest channel."""
    from PIL import ImageChops

    if image.mode in ("1", "L"):
        return image.convert("L")
    red, green, blue = image.convert("RGB").split()
    return ImageChops.darker(ImageChops.darker(red, green), blue)


def find_pens(image: Any) -> Any | None:
    """How coloured each point of a page is; None for a page in grey, where a pen cannot be told from print."""
    from PIL import ImageChops

    if image.mode in ("1", "L"):
        return None
    red, green, blue = image.convert("RGB").split()
    return ImageChops.subtract(ImageChops.lighter(ImageChops.lighter(red, green), blue), all_ink(image))


def remove_specks(grey: Any) -> Any:
    """The page without dust: spots smaller than a full stop that are no mark of a letter.

    Tesseract reads a spot beside a word as a mark or a full stop, and is put off a whole line by one before it.
    Dust is sought on the page at half its size, which takes a quarter of the time.
    """
    from PIL import Image, ImageChops, ImageFilter

    counts = grey.histogram()
    paper = max(range(_DARK, 256), key=lambda level: counts[level])
    darkest = _PRINT * sum(counts)
    black = next(level for level, sofar in enumerate(itertools.accumulate(counts)) if sofar >= darkest)
    faintest = paper - _FAINTEST * (paper - black)
    reach = max(faintest - black, 1)
    ink = grey.point([min(max(round(255 * (faintest - level) / reach), 0), 255) for level in range(256)]).reduce(_HALF)
    inside = ink.filter(ImageFilter.BoxBlur(_INSIDE))
    inner = (2 * _INSIDE + 1) ** 2
    most = _SPECK * 255 / _HALF**2
    small = inside.point([255 if 0 < mean * inner < most else 0 for mean in range(256)])

    def has_white(across: int, down: int) -> Any:
        # What the wider box holds more than the narrow one, but for what rounding does.
        outer = (2 * across + 1) * (2 * down + 1)
        own = inside.point([min(round(mean * inner / outer) + 1, 255) for mean in range(256)])
        beside = ImageChops.subtract(ink.filter(ImageFilter.BoxBlur((across, down))), own)
        return beside.point([255] + [0] * 255)

    alone = ImageChops.darker(small, has_white(_LINE, _LINE))
    if alone.histogram()[255] > _SEEN * _DUSTY:
        alone = ImageChops.darker(ImageChops.darker(small, has_white(_AROUND, _AROUND)), has_white(_INSIDE, _LINE))
    if not alone.getbbox():
        return grey
    spots = alone.filter(ImageFilter.BoxBlur(_INSIDE)).point([0] + [255] * 255)
    spots = spots.resize((spots.width * _HALF, spots.height * _HALF), Image.Resampling.NEAREST)
    cleaned = grey.copy()
    cleaned.paste(paper, (0, 0), spots.crop((0, 0, *grey.size)))
    return cleaned


def is_blank(grey: Any) -> bool:
    """True for a page without ink."""
    return bool(grey.getextrema()[0] > _DARK)


def straighten(grey: Any) -> Straight:
    """Turn a page so that its lines lie level; what is turned by less than a third of a degree stays as it is."""
    angle = _find_skew(grey)
    return Straight(grey, 0.0) if abs(angle) < _LEAST_TURN else Straight(turn(grey, angle), angle)


def turn(grey: Any, angle: float) -> Any:
    """The page turned by some degrees against the clock, white where nothing was."""
    from PIL import Image

    return grey.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255) if angle else grey


def turn_roughly(grey: Any, angle: float) -> Any:
    """The same to a point in a tenth of the time: rows, then columns are slid by whole points.

    Good for stamps and figures by hand; of small print Tesseract reads twice as many letters wrong after it.
    """
    slope = math.tan(math.radians(angle))
    return _slide(_slide(grey, slope, is_row=True), -slope, is_row=False) if angle else grey


def _slide(grey: Any, slope: float, *, is_row: bool) -> Any:
    """Every row, or column, moved along itself by `slope` times how far it lies from the middle."""
    from PIL import Image

    width, height = grey.size
    count = height if is_row else width
    slid = Image.new("L", grey.size, 255)
    for move, places in itertools.groupby(range(count), lambda place: round((place - count / 2) * slope)):
        first, *others = places
        last = others[-1] if others else first
        if is_row:
            slid.paste(grey.crop((0, first, width, last + 1)), (move, first))
        else:
            slid.paste(grey.crop((first, 0, last + 1, height)), (first, move))
    return slid


def _find_skew(grey: Any) -> float:
    """The angle at which the rows of ink and of white between the lines are most distinct."""
    scale = max(grey.width // 500, 1)
    small = grey.reduce(scale).point(lambda level: 255 if level < 170 else 0)
    steps = range(-int(2 * _STEEPEST), int(2 * _STEEPEST) + 1)
    coarse = max((step / 2 for step in steps), key=lambda angle: _measure_rows(small, angle))
    return max((coarse + step / 10 for step in range(-4, 5)), key=lambda angle: _measure_rows(small, angle))


def _measure_rows(small: Any, angle: float) -> float:
    from PIL import Image

    turned = small.rotate(angle, Image.Resampling.NEAREST, fillcolor=0) if angle else small
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return float(sum((after - before) ** 2 for before, after in itertools.pairwise(rows)))


def find_strokes(grey: Any) -> list[Stroke]:
    """Long straight strokes across and down: the rules of tables, frames of stamps, lines under a heading."""
    from PIL import Image

    # Scans break thin rules: a dark point darkens those around it. At half the size letters run together.
    dark = _spread(grey.point(lambda level: 0 if level < _DARK else 255))
    across = _find_runs(dark, int(_SHORTEST_ACROSS * dark.width))
    down = _find_runs(dark.transpose(Image.Transpose.TRANSPOSE), int(_SHORTEST_DOWN * dark.width))
    return across + [(top, left, bottom, right) for left, top, right, bottom in down]


def _spread(dark: Any) -> Any:
    """Every dark point grown by one in all directions; shifting whole pictures is three times as fast as a filter."""
    from PIL import ImageChops

    for across, down in ((1, 0), (0, 1)):
        before, after = ImageChops.offset(dark, across, down), ImageChops.offset(dark, -across, -down)
        dark = ImageChops.darker(dark, ImageChops.darker(before, after))
    return dark


def _find_runs(dark: Any, shortest: int) -> list[Stroke]:
    """Runs of dark points along rows that lie over one another, as one stroke each; thick ones are no rules."""
    from PIL import Image

    # A white column more ends every run with its row: then one search goes through all rows.
    width = dark.width + 1
    data = Image.new("L", (width, dark.height), 255)
    data.paste(dark, (0, 0))
    points, run = data.tobytes(), shortest * b"\x00"
    by_row: dict[int, list[tuple[int, int]]] = {}
    start = points.find(run)
    while start >= 0:
        end = points.index(b"\xff", start)
        row, left = divmod(start, width)
        by_row.setdefault(row, []).append((left, left + end - start))
        start = points.find(run, end)
    strokes: list[Stroke] = []
    open_strokes: list[Stroke] = []
    last = -1
    for row in sorted(by_row):
        if row != last + 1:
            strokes += open_strokes
            open_strokes = []
        going: list[Stroke] = []
        for left, right in by_row[row]:
            top = row
            for stroke in open_strokes:
                if stroke[0] < right and left < stroke[2]:
                    left, right, top = min(left, stroke[0]), max(right, stroke[2]), min(top, stroke[1])
            going.append((left, top, right, row + 1))
        strokes += [stroke for stroke in open_strokes if not any(_covers(other, stroke) for other in going)]
        open_strokes, last = going, row
    strokes += open_strokes
    return [stroke for stroke in strokes if _THINNEST <= stroke[3] - stroke[1] <= _THICKEST]


def _covers(stroke: Stroke, other: Stroke) -> bool:
    return stroke[0] <= other[0] and other[2] <= stroke[2] and stroke[1] <= other[1]


def erase(grey: Any, strokes: Sequence[Stroke]) -> Any:
    """The page without what these boxes hold."""
    from PIL import ImageDraw

    result = grey.copy()
    draw = ImageDraw.Draw(result)
    for left, top, right, bottom in strokes:
        draw.rectangle((left - 1, top, right, bottom - 1), fill=255)
    return result


def find_frames(strokes: Sequence[Stroke], width: int) -> list[Stroke]:
    """Small frames of four strokes with nothing ruled around them: boxed marks (HỎA TỐC, KHẨN), no cells of tables."""
    across = [stroke for stroke in strokes if stroke[2] - stroke[0] > stroke[3] - stroke[1]]
    frames = []
    for upper in across:
        for lower in across:
            height, reach = lower[1] - upper[1], max(upper[2] - upper[0], lower[2] - lower[0])
            if not 0.015 * width < height < 0.1 * width or reach > 0.4 * width:
                continue
            if abs(upper[0] - lower[0]) > 0.2 * reach or abs(upper[2] - lower[2]) > 0.2 * reach:
                continue
            box = (min(upper[0], lower[0]), upper[1], max(upper[2], lower[2]), lower[3])
            near = (box[0] - 10, box[1] - 2 * height, box[2] + 10, box[3] + 2 * height)
            if all(other in (upper, lower) or not _meets(other, near) for other in across):
                frames.append(box)
    return frames


def _meets(stroke: Stroke, box: Stroke) -> bool:
    return stroke[0] < box[2] and box[0] < stroke[2] and stroke[1] < box[3] and box[1] < stroke[3]


def is_inside(stroke: Stroke, box: Stroke) -> bool:
    """True for a stroke whose middle lies in a box, its edges taken along."""
    x, y = (stroke[0] + stroke[2]) / 2, (stroke[1] + stroke[3]) / 2
    return box[0] - 10 <= x <= box[2] + 10 and box[1] - 10 <= y <= box[3] + 10
