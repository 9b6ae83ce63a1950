"""A printed page as an office scans it: turned, with dust, a red seal, a pen's strokes, stamps, figures by hand."""

from __future__ import annotations

import functools
import io
import math
import random
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFont

from vanban.model.text import Text

DOTS = 200
RED, BLUE = (205, 35, 45), (40, 60, 185)
# Figures as a pen draws them, in a box of one by one: strokes of points that are joined.
_FIGURES = {
    "0": [[(0.5, 0.0), (0.15, 0.2), (0.05, 0.6), (0.3, 1.0), (0.6, 0.95), (0.85, 0.5), (0.75, 0.1), (0.5, 0.0)]],
    "1": [[(0.1, 0.35), (0.5, 0.0), (0.5, 1.0)]],
    "2": [[(0.1, 0.2), (0.4, 0.0), (0.8, 0.15), (0.75, 0.4), (0.1, 1.0), (0.9, 0.95)]],
    "3": [[(0.1, 0.1), (0.5, 0.0), (0.8, 0.2), (0.45, 0.45), (0.85, 0.7), (0.6, 1.0), (0.1, 0.9)]],
    "4": [[(0.5, 0.0), (0.05, 0.6), (0.95, 0.6)], [(0.7, 0.3), (0.65, 1.0)]],
    "5": [[(0.2, 0.0), (0.15, 0.45), (0.6, 0.4), (0.85, 0.7), (0.6, 1.0), (0.1, 0.95)], [(0.2, 0.0), (0.9, 0.0)]],
    "6": [[(0.75, 0.0), (0.25, 0.4), (0.1, 0.8), (0.4, 1.0), (0.8, 0.8), (0.6, 0.55), (0.15, 0.7)]],
    "7": [[(0.05, 0.05), (0.9, 0.0), (0.4, 1.0)]],
    "8": [
        [(0.8, 0.15), (0.45, 0.0), (0.15, 0.2), (0.5, 0.45), (0.85, 0.75), (0.5, 1.0), (0.1, 0.8), (0.5, 0.45)]
    ],
    "9": [[(0.8, 0.2), (0.4, 0.0), (0.1, 0.25), (0.4, 0.5), (0.8, 0.2), (0.75, 0.6), (0.5, 1.0)]],
}  # fmt: skip


@functools.cache
def find_font(size: int) -> Any:
    """A font with Vietnamese letters that this machine has, None where it has none."""
    if shutil.which("fc-match") is None:
        return None
    told = subprocess.run(["fc-match", "-f", "%{file}", "serif:lang=vi"], capture_output=True, text=True, check=False)
    try:
        return ImageFont.truetype(told.stdout, size)
    except OSError:
        return None


def draw_pages(pdf: bytes) -> Iterator[Any]:
    """The pages of a PDF at 200 dots an inch."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        yield page.render(scale=DOTS / 72).to_pil().convert("RGB")


def save_pages(pages: Sequence[Any]) -> bytes:
    """The pages as a PDF of pictures alone."""
    stream = io.BytesIO()
    pages[0].save(stream, "PDF", resolution=DOTS, save_all=True, append_images=pages[1:])
    return stream.getvalue()


def press_seal(page: Any, x: int, y: int, radius: int = 140, ink: tuple[int, int, int] = RED) -> Any:
    """A round seal about (x, y): ink that does not cover black, a ring of letters, a star."""
    layer = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(layer)
    for inset, width in ((0, 7), (46, 4)):
        box = (x - radius + inset, y - radius + inset, x + radius - inset, y + radius - inset)
        draw.ellipse(box, outline=ink, width=width)
    font = find_font(30)
    for number, letter in enumerate("TỈNH HẢI LĂNG ★ SỞ Y TẾ ★ " if font else ""):
        angle = 2 * math.pi * number / 26
        place = (x + (radius - 25) * math.sin(angle), y - (radius - 25) * math.cos(angle))
        draw.text(place, letter, fill=ink, font=font, anchor="mm")
    return ImageChops.multiply(page, layer)


def sign(page: Any, x: int, y: int, width: int = 330, ink: tuple[int, int, int] = BLUE, seed: int = 1) -> Any:
    """A pen's strokes from (x, y) on."""
    chance = random.Random(seed)
    layer = Image.new("RGB", page.size, "white")
    points = [(x + width * step / 14, y + chance.uniform(-60, 60)) for step in range(15)]
    ImageDraw.Draw(layer).line(points, fill=ink, width=5, joint="curve")
    return ImageChops.multiply(page, layer)


def write_figures(page: Any, x: int, y: int, figures: str, height: int = 34, ink: tuple[int, int, int] = BLUE) -> Any:
    """Figures by hand whose feet stand at `y`, from `x` on."""
    chance = random.Random(figures)
    draw = ImageDraw.Draw(page)
    for figure in figures:
        tall, wide = height * chance.uniform(0.9, 1.1), 0.55 * height
        for stroke in _FIGURES[figure]:
            points = [(x + wide * a + 0.1 * tall * (1 - b), y - tall * (1 - b)) for a, b in stroke]
            draw.line(points, fill=ink, width=4, joint="curve")
        x += round(wide + 0.22 * height)
    return page


def stamp(page: Any, x: int, y: int, lines: Sequence[str], ink: tuple[int, int, int] = RED, frame: bool = True) -> Any:
    """A stamp in a frame: "ĐẾN / Số: 512 / Ngày: …", HỎA TỐC, MẬT."""
    font = find_font(34)
    layer = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(layer)
    for row, line in enumerate(lines):
        draw.text((x + 22, y + 14 + 48 * row), line, fill=ink, font=font)
    if frame:
        width = max(round(draw.textlength(line, font=font)) for line in lines)
        draw.rectangle((x, y, x + width + 44, y + 22 + 48 * len(lines)), outline=ink, width=4)
    return ImageChops.multiply(page, layer)


def scan_page(page: Any, turned: float = 1.0, noise: int = 400, seed: int = 1) -> Any:
    """The page turned by some degrees, its paper uneven, with dust."""
    chance = random.Random(seed)
    page = page.rotate(turned, Image.Resampling.BICUBIC, fillcolor="white")
    count = page.width * page.height
    grains = [Image.frombytes("L", page.size, chance.randbytes(count)) for _ in range(2)]
    grain = Image.blend(*grains, 0.5).point(lambda level: min(max(245 - round((level - 127) * 0.23), 0), 255))
    page = ImageChops.multiply(page, grain.convert("RGB"))
    draw = ImageDraw.Draw(page)
    for _ in range(noise):
        x, y, size = chance.randrange(page.width), chance.randrange(page.height), chance.choice((1, 1, 2))
        draw.ellipse((x, y, x + size, y + size), fill=(70, 70, 70))
    return page


class Place(NamedTuple):
    """Where an office signs: its page, from the mark or post to the name, in points."""

    page: int
    middle: float
    top: float
    bottom: float


def find_signatures(text: Text, signatures: Sequence[tuple[str, str]]) -> list[Place]:
    """The places of signatures (first line, name) on the pages of the PDF that was read."""
    places = []
    for first, name in signatures:
        for number, line in enumerate(text.lines):
            if line.box is None or line.page is None or text.text[line.start : line.end].strip() != name:
                continue
            tops = [
                other.box[1]
                for other in text.lines[:number]
                if other.box and other.page == line.page and text.text[other.start : other.end].strip() == first
            ]
            top = tops[-1] if tops else line.box[1] - 90
            places.append(Place(line.page, (line.box[0] + line.box[2]) / 2, top, line.box[3]))
            break
    return places


def scan_pdf(pdf: bytes, places: Sequence[Place], seed: int) -> bytes:
    """The pages of a PDF as a scanner gives them: sealed and signed at these places, turned, with dust."""
    scale = DOTS / 72
    pages = []
    for number, page in enumerate(draw_pages(pdf), start=1):
        for place in places:
            if place.page == number:
                middle = 0.45 * place.top + 0.55 * place.bottom
                page = press_seal(page, round((place.middle - 50) * scale), round(middle * scale))
                page = sign(page, round((place.middle - 60) * scale), round(middle * scale), seed=seed)
        pages.append(scan_page(page, seed=seed + number))
    return save_pages(pages)


def leave_out(text: Text, places: Sequence[Place]) -> str:
    """What was read outside of seals and signatures."""
    kept = []
    for line in text.lines:
        x, y = ((line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2) if line.box else (0.0, 0.0)
        is_signature = any(
            line.page == place.page and x > place.middle - 110 and place.top - 10 < y < place.bottom + 10
            for place in places
        )
        if not is_signature:
            kept.append(text.text[line.start : line.end])
    return " ".join(kept)


def count_errors(read: str, printed: str) -> int:
    """How many letters must be changed, added or left out to make one text of the other (Levenshtein)."""
    row = list(range(len(printed) + 1))
    for number, sign_read in enumerate(read, start=1):
        before, row[0] = row[0], number
        for place, sign_printed in enumerate(printed, start=1):
            change = before + (sign_read != sign_printed)
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, change)
    return row[-1]


def count_wrong(read: str, printed: str) -> tuple[int, int]:
    """Letters that are wrong in a text, and letters printed; blanks count once, words that agree are passed over."""
    words, wanted = read.split(), " ".join(printed.split()).split()
    wrong = 0
    for kind, i, j, k, n in SequenceMatcher(None, words, wanted, autojunk=False).get_opcodes():
        if kind != "equal":
            wrong += count_errors(" ".join(words[i:j]), " ".join(wanted[k:n]))
    return wrong, len(" ".join(wanted))
