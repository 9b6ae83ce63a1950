"""Pages before they are read: dust taken away and marks kept, columns set one under the other, words put back."""

from __future__ import annotations

import random
from typing import Any

from PIL import Image, ImageDraw

from vanban.read.ocr_columns import find_cells, find_halves, part_columns, put_back
from vanban.read.ocr_ink import remove_specks
from vanban.read.ocr_words import Seen

SIZE = (1654, 2339)  # A4 at 200 dots an inch


def draw_page() -> tuple[Any, Any]:
    page = Image.new("L", SIZE, 255)
    return page, ImageDraw.Draw(page)


def write(draw: Any, x: int, y: int, width: int) -> None:
    """A line of print: strokes as high as letters."""
    for left in range(x, x + width, 12):
        draw.rectangle((left, y, left + 4, y + 22), fill=0)


def test_dust_goes_on_a_dusty_page_and_dots_and_stops_stay() -> None:
    page, draw = draw_page()
    for y in range(300, 1500, 48):
        write(draw, 240, y, 1200)
    draw.rectangle((300, 1600, 304, 1620), fill=0)  # an i with its dot, a full stop behind it
    draw.rectangle((300, 1592, 303, 1595), fill=0)
    draw.rectangle((310, 1617, 313, 1620), fill=0)
    chance = random.Random(3)
    for _ in range(500):
        x, y = chance.randrange(20, 1600), chance.choice((chance.randrange(20, 280), chance.randrange(1700, 2300)))
        draw.rectangle((x, y, x + 1, y + 1), fill=60)
    clean = remove_specks(page)
    assert [clean.getpixel(place) for place in ((301, 1593), (311, 1618), (302, 1610))] == [0, 0, 0]
    before, after = (sum(image.crop((0, 1700, *SIZE)).histogram()[:200]) for image in (page, clean))
    assert after < 0.15 * before  # specks that touch one another stay


def test_marks_stay_on_a_page_without_dust() -> None:
    page, draw = draw_page()
    for y in range(300, 1500, 48):
        write(draw, 240, y, 1200)
    draw.rectangle((247, 292, 249, 294), fill=0)  # a broken hook over a blank between two strokes
    assert remove_specks(page).getpixel((248, 293)) == 0


def test_the_right_half_of_the_end_is_found_and_body_lines_are_not_cut() -> None:
    page, draw = draw_page()
    for y in range(300, 1500, 48):
        write(draw, 240, y, 1200)
    for row in range(6):
        write(draw, 240, 1560 + 40 * row, 420)
    for row in range(4):
        write(draw, 900, 1570 + 60 * row, 400)
    ((left, top, right, bottom),) = find_halves(page)
    assert 660 < left <= 900 and right == SIZE[0]
    assert 1500 < top <= 1570 and 1772 <= bottom < 1900


def test_lines_of_one_column_have_no_halves() -> None:
    page, draw = draw_page()
    for y in range(300, 1500, 48):
        write(draw, 240, y, 1200 if y % 96 else 300)
    assert find_halves(page) == []


def test_cells_lie_between_rules_and_merged_rows_stay_whole() -> None:
    across = [(200, y, 1400, y + 3) for y in (500, 600, 660, 800)]
    down = [(200, 500, 203, 800), (270, 500, 273, 600), (270, 660, 273, 800), (800, 500, 803, 600)]
    down += [(800, 660, 803, 800), (1400, 500, 1403, 800)]
    boxes = find_cells([*across, *down])
    # The column of numbers is read with its neighbour; the row of 600 to 660 goes over the whole table.
    assert sorted(boxes, key=lambda box: (box[1], box[0])) == [
        (203, 500, 800, 600), (803, 500, 1400, 600), (203, 600, 1400, 660), (203, 660, 800, 800), (803, 660, 1400, 800),
    ]  # fmt: skip
    assert find_cells(down) == []  # upright strokes alone are no table


def test_words_of_columns_go_back_to_their_places() -> None:
    page, draw = draw_page()
    write(draw, 240, 1000, 300)
    write(draw, 900, 1000, 300)
    sheet = part_columns(page, [(800, 980, SIZE[0], 1100)], [])
    ((box, lowest),) = sheet.columns
    assert box[0] == 800 and lowest > SIZE[1] and sheet.image.height > lowest
    assert sheet.image.crop((800, 990, SIZE[0], 1030)).getextrema() == (255, 255)
    read = [Seen("KT.", 124, lowest + 4, 160, lowest + 26, 0.9, ("1", "1", "1"))]
    (word,) = put_back(read, sheet)
    assert (word.left, word.top, word.right) == (900, box[1] + 4, 936)
    assert word.line != read[0].line
