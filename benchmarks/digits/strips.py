"""Strips of a line as a scan has them: digits by hand (MNIST's, and drawn strokes) between print, with their text."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

SIZE, HEIGHT, WIDTH = 33.7, 64, 420
"""Of the font and the strip before it is halved: a line of size 13 at 200 dots an inch, 1.35 sizes above its base."""
SLASH, LETTER = 10, 11
_DRAWN = {1: 0.6, 7: 0.5, 4: 0.3, 2: 0.4, 9: 0.15, 0: 0.15, 6: 0.15, 5: 0.15}
"""The share of digits that are drawn: forms that MNIST has few of (long upstrokes, open 4, looped 2, crossed 7)."""
_BEFORE = {
    "number": ("Số:", "Số:", "Số: ", "Số", "Số :"),
    "day": ("ngày", "ngày ", ", ngày", "tháng", "tháng ", "ngay"),
}
_AFTER = {
    "number": ("UBND", "QĐ-", "SYT-", "KH-", "BYT", "VP-", "CT-", "TB-", "BC", "NQ-", "HD", " SYT", "GM", "TTr", "STC"),
    "day": ("tháng", " tháng", "tháng 0", "năm 20"),
}
_ABOVE, _BELOW = (
    ("SỞ Y TẾ", "TỈNH", "NHÂN DÂN", "Tự do", "phúc"),
    ("V/v báo cáo kết quả", "V/v tăng cường", "hiện Đề án"),
)
Points = list[tuple[float, float]]


def load_digits(folder: Path, part: str) -> tuple[Any, Any]:
    """MNIST's pictures and labels ("train" or "t10k") in the files of its authors."""
    pictures = numpy.frombuffer((folder / f"{part}-images-idx3-ubyte").read_bytes(), numpy.uint8, offset=16)
    labels = numpy.frombuffer((folder / f"{part}-labels-idx1-ubyte").read_bytes(), numpy.uint8, offset=8)
    return pictures.reshape(-1, 28, 28), labels


def find_fonts() -> tuple[list[str], list[str]]:
    """Upright and italic fonts with serifs and Vietnamese letters; office papers are set in Times."""
    told = subprocess.run(["fc-list", ":lang=vi", "file"], capture_output=True, text=True, check=True).stdout
    found = [line.rstrip(": ").strip() for line in told.splitlines() if "Serif" in line]
    found += 4 * [path for path in found if "LiberationSerif" in path and "Bold" not in path]
    return [path for path in found if "Italic" not in path], [path for path in found if "Italic" in path]


class Maker:
    """Makes strips without end, the same for the same seed."""

    def __init__(self, folder: Path, part: str, seed: int) -> None:
        self.pictures, labels = load_digits(folder, part)
        self.places = [numpy.flatnonzero(labels == digit) for digit in range(10)]
        self.chance = random.Random(seed)
        self.grain = numpy.random.RandomState(seed)
        self.upright, self.italic = find_fonts()
        self.fonts: dict[tuple[str, int], Any] = {}

    def make(self) -> tuple[Any, list[int]]:
        """A strip (ink from 0 to 1, 32 rows) and what stands in it: digits, the slash behind, a letter."""
        chance = self.chance
        kind = chance.choice(("number", "number", "day"))
        strip = Image.new("L", (WIDTH, HEIGHT), 0)
        draw = ImageDraw.Draw(strip)
        base = int(SIZE * 1.35) + chance.randint(-2, 2)
        path = chance.choice(self.italic if kind == "day" and chance.random() < 0.8 else self.upright)
        font = self._font(path, SIZE * chance.uniform(0.9, 1.08))

        def write(text: str, x: float) -> float:
            draw.text((x, base), text, fill=255, font=font, anchor="ls")
            return x + draw.textlength(text, font=font)

        x = write(chance.choice(_BEFORE[kind]), -chance.randint(0, 60))
        start = max(0.0, x - chance.uniform(0, 55))
        text = self._choose(kind)
        x += chance.uniform(-3, 14)
        x = write("".join(map(str, text)), x) if chance.random() < 0.15 else self._pen(strip, text, x, base)
        if text and kind == "number" and chance.random() < 0.05:
            x = self._add(strip, self._letter(), x, base)
            text = [*text, LETTER]
        x += chance.choice((chance.uniform(-4, 4), chance.uniform(2, 30)))
        if kind == "number":
            slash = x
            write(chance.choice(_AFTER[kind]), write("/", x))
            text, end = [*text, SLASH], slash + chance.uniform(14, 60)
        else:
            after = write(chance.choice(_AFTER[kind]), x)
            end = min(x if chance.random() < 0.8 else after, after - chance.uniform(0, 0.9 * font.getlength("tháng")))
        self._soil(draw, font, start)
        return self._scan(strip, int(start), int(max(min(end, WIDTH), start + 16))), text

    def _choose(self, kind: str) -> list[int]:
        chance = self.chance
        if chance.random() < 0.08:
            return []
        if kind == "day" and chance.random() < 0.7:
            return [int(sign) for sign in chance.choice(("%d", "%02d")) % chance.randint(1, 31)]
        lengths = (1, 2, 2, 3, 3, 4, 4, 4, 5) if kind == "number" else (1, 2, 2, 2)
        return [chance.randrange(10) for _ in range(chance.choice(lengths))]

    def _font(self, path: str, size: float) -> Any:
        key = (path, round(size))
        if key not in self.fonts:
            self.fonts[key] = ImageFont.truetype(*key)
        return self.fonts[key]

    def _pen(self, strip: Any, text: Sequence[int], x: float, base: int) -> float:
        chance = self.chance
        usual, thick = SIZE * chance.uniform(0.62, 1.25), chance.uniform(2, 5.5)
        gap = chance.choice((chance.uniform(-3, 2), chance.uniform(0, 6)))
        for digit in text:
            height = int(usual * chance.uniform(0.85, 1.15))
            figure = self._figure(digit, height, thick)
            sunk = (usual - height) * chance.random() + chance.uniform(-3, 3)
            x = self._add(strip, figure, x, int(base - usual + sunk) + figure.height) + gap + chance.uniform(-1, 2.5)
        return x

    def _add(self, strip: Any, figure: Any, x: float, foot: int) -> float:
        left, top = int(x), foot - figure.height
        under = strip.crop((left, top, left + figure.width, top + figure.height))
        strip.paste(ImageChops.lighter(under, figure), (left, top))
        return x + figure.width

    def _figure(self, digit: int, height: int, thick: float) -> Any:
        chance = self.chance
        if chance.random() < _DRAWN.get(digit, 0.0):
            return self._slant(self._draw(digit, height, thick), chance.uniform(-0.1, 0.35))
        picture = Image.fromarray(self.pictures[self.places[digit][chance.randrange(len(self.places[digit]))]])
        picture = picture.crop(picture.getbbox())
        stretch = 1.0 if digit == 1 else chance.uniform(0.75, 1.15)
        width = max(4, int(picture.width * height / picture.height * stretch))
        slanted = self._slant(picture.resize((width, height), Image.Resampling.BICUBIC), chance.uniform(-0.15, 0.3))
        level = chance.uniform(60, 170)  # a thin or a thick pen
        inked = slanted.filter(ImageFilter.GaussianBlur(0.6)).point(
            lambda ink: max(0, min(255, int((ink - level) * 4)))
        )
        return inked.crop(inked.getbbox() or (0, 0, 4, 4))

    def _slant(self, figure: Any, slant: float) -> Any:
        size = (figure.width + int(abs(slant) * figure.height) + 4, figure.height)
        shift = (1, slant, -max(slant, 0) * figure.height, 0, 1, 0)
        turned = figure.transform(size, Image.Transform.AFFINE, shift, Image.Resampling.BILINEAR)
        return turned.crop(turned.getbbox() or (0, 0, 4, 4))

    def _draw(self, digit: int, height: int, thick: float) -> Any:
        chance, scale = self.chance, 4
        width = int(height * chance.uniform(0.35, 0.75))
        figure = Image.new("L", (scale * (width + 16), scale * (height + 16)), 0)
        draw = ImageDraw.Draw(figure)
        for stroke in self._strokes(digit):
            points = [(x + chance.uniform(-0.05, 0.05), y + chance.uniform(-0.05, 0.05)) for x, y in stroke]
            points = [(scale * (8 + x * width), scale * (8 + y * height)) for x, y in _smooth(points)]
            draw.line(points, fill=255, width=int(thick * scale), joint="curve")
        return figure.reduce(scale)

    def _strokes(self, digit: int) -> list[Points]:
        chance = self.chance
        if digit == 1:
            low, lead = chance.uniform(0.25, 0.85), chance.uniform(0.3, 1.0)
            return [[(0.75 - lead * 0.75, low), (0.5, low * 0.5), (0.8, 0)], [(0.8, 0), (0.75, 0.5), (0.7, 1)]]
        if digit == 2:
            loop, top = chance.uniform(0, 0.3), chance.uniform(0.1, 0.35)
            body = [(0.1, top), (0.15, 0.1), (0.45, 0.0), (0.72, 0.15), (0.6, 0.45), (0.3, 0.75), (0.05, 0.97)]
            if chance.random() < 0.25:
                return [[*body, (0.5, 0.97), (1.05, 0.95)]]
            foot = [(-0.05, 0.9 - loop * 0.3), (0.1, 0.85 - loop), (0.35, 0.9 - loop * 0.3), (0.6, 1.0)]
            return [[*body, *foot, (1.1, chance.uniform(0.8, 1.0))]]
        if digit == 7:
            bar: list[Points] = [[(0.2, 0.5), (1.05, 0.45)]] if chance.random() < 0.7 else []
            return [[(0, 0.12), (0.15, 0.03), (1, 0.05)], [(1, 0.05), (0.7, 0.5), (0.45, 1)], *bar]
        if digit == 4:
            if chance.random() < 0.5:
                return [[(0.3, 0), (0.0, 0.6)], [(0, 0.6), (1, 0.55)], [(0.75, 0.15), (0.65, 1)]]
            return [[(0.7, 0), (0.0, 0.68)], [(0, 0.68), (1.05, 0.64)], [(0.75, 0.0), (0.68, 1)]]
        ring = [(0.5, 0.0), (0.12, 0.15), (0.0, 0.5), (0.12, 0.85), (0.5, 1.0), (0.88, 0.85), (1.0, 0.5), (0.88, 0.15)]
        if digit == 9:
            upper = [(0.8 * x, 0.45 * y) for x, y in [*ring, ring[0]]]
            return [upper, [(0.8, 0.2), (0.78, 0.6), (0.55, 1), (0.3, 1.0)]]
        if digit == 6:
            lower = [(0.85 * x, 0.5 + 0.5 * y) for x, y in [*ring, ring[0]]]
            return [[(0.75, 0), (0.35, 0.3), (0.08, 0.7)], lower]
        if digit == 5:
            return [
                [(0.2, 0.05), (0.12, 0.42), (0.5, 0.38), (0.85, 0.6), (0.75, 0.92), (0.3, 1), (0.0, 0.9)],
                [(0.2, 0.05), (0.95, 0.0)],
            ]
        return [[*ring, ring[0]]]

    def _letter(self) -> Any:
        figure = Image.new("L", (50, 60), 0)
        font = self._font(self.chance.choice(self.italic), SIZE * self.chance.uniform(0.9, 1.3))
        ImageDraw.Draw(figure).text((10, 5), self.chance.choice("ABC"), fill=255, font=font)
        return figure.crop(figure.getbbox())

    def _soil(self, draw: Any, font: Any, start: float) -> None:
        """Dust, and what of the lines above and below reaches into the strip."""
        chance = self.chance
        if chance.random() < 0.2:
            for _ in range(chance.randint(1, 8)):
                x, y, size = chance.uniform(0, WIDTH), chance.uniform(0, HEIGHT), chance.uniform(0.5, 2.2)
                draw.ellipse((x - size, y - size, x + size, y + size), fill=255)
        if chance.random() < 0.15:
            place = (start + chance.uniform(-20, 40), -chance.uniform(8, 16))
            draw.text(place, chance.choice(_ABOVE), fill=255, font=font)
        if chance.random() < 0.15:
            place = (start + chance.uniform(-40, 20), HEIGHT - chance.uniform(4, 10))
            draw.text(place, chance.choice(_BELOW), fill=255, font=font)

    def _scan(self, strip: Any, left: int, right: int) -> Any:
        chance = self.chance
        strip = strip.rotate(chance.uniform(-0.9, 0.9), Image.Resampling.BILINEAR)
        if chance.random() < 0.5:
            strip = strip.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 1.0)))
        if chance.random() < 0.5:  # in black and white alone
            level = chance.uniform(80, 170)
            strip = strip.point(lambda ink: 255 if ink > level else 0)
        strip = strip.crop((left, 0, right, HEIGHT))
        strip = strip.resize((max(8, round(strip.width / 2)), HEIGHT // 2), Image.Resampling.BOX)
        ink = numpy.asarray(strip, numpy.float32) / 255
        ink = ink / max(float(ink.max()), 0.01)
        if chance.random() < 0.4:
            noise = self.grain.randn(*ink.shape).astype(numpy.float32)
            ink = numpy.clip(ink + noise * chance.uniform(0, 0.06), 0, 1)
        return ink


def _smooth(points: Points) -> Points:
    """A curve through the points (Catmull and Rom)."""
    ends = [points[0], *points, points[-1]]
    curve: Points = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(8):
            t = step / 8
            weights = (-t + 2 * t * t - t**3, 2 - 5 * t * t + 3 * t**3, t + 4 * t * t - 3 * t**3, t**3 - t * t)
            near = (a, b, c, d)
            x, y = (sum(w * p[axis] for w, p in zip(weights, near, strict=True)) / 2 for axis in (0, 1))
            curve.append((x, y))
    return [*curve, points[-1]]
