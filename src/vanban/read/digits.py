"""Digits written by hand (*chữ số viết tay*) between print: a small convolutional net in plain Python.

Tesseract reads print; the number and the day of a letter are mostly written by hand. The net (64,000 weights in
`data/digits.json`, trained as `benchmarks/digits/train.py` does on MNIST's digits between print) reads a strip of a
line 32 pixels high, column by column (connectionist temporal classification), and says how sure it is. A strip takes
some two tenths of a second.
"""

from __future__ import annotations

import base64
import functools
import json
import math
from array import array
from collections.abc import Sequence
from importlib.resources import files
from operator import mul
from typing import NamedTuple

HEIGHT = 32
"""Of a strip in pixels."""
_SIGNS = "0123456789/A"
"""What the net tells apart; "A" stands for any letter behind a number (12B)."""
_BLANK = len(_SIGNS)
_BEAM = 8
_LEAST = 1e-3

Rows = list[list[float]]
"""A map of features: rows from top to bottom, in each the channels of one column after those of another."""


class Reading(NamedTuple):
    """What a strip says, and the probability that the net gives it."""

    text: str
    probability: float


class _Layer(NamedTuple):
    kernel: tuple[int, int]
    stride: tuple[int, int]
    padding: tuple[int, int]
    channels: int
    weights: tuple[list[float], ...]
    biases: list[float]


@functools.cache
def _layers() -> tuple[_Layer, ...]:
    layers = []
    for stored in json.loads(files("vanban.read").joinpath("data/digits.json").read_text("utf-8"))["layers"]:
        numbers = array("b", base64.b64decode(stored["weights"]))
        length = len(numbers) // len(stored["biases"])
        weights = tuple(
            [scale * number for number in numbers[index * length : (index + 1) * length]]
            for index, scale in enumerate(stored["scales"])
        )
        kernel, stride, padding = (tuple(stored[name]) for name in ("kernel", "stride", "padding"))
        layers.append(_Layer(kernel, stride, padding, stored["channels"], weights, stored["biases"]))
    return tuple(layers)


def read_digits(strip: Sequence[Sequence[float]]) -> list[Reading]:
    """The likeliest readings of a strip (rows of ink from 0 to 1, 32 of them), the best first.

    Read are 0 to 9, "/" (what follows a number) and "A" for a letter; print before and after is passed over.
    """
    rows: Rows = [[0.0, 0.0, *row, 0.0, 0.0] for row in strip]
    layers = _layers()
    for layer in layers:
        rows = _convolve(rows, layer, is_last=layer is layers[-1])
    count = len(layers[-1].biases)
    columns = [_share(rows[0][start : start + count]) for start in range(0, len(rows[0]), count)]
    return _search(columns)


def _convolve(rows: Rows, layer: _Layer, *, is_last: bool) -> Rows:
    high, wide = layer.kernel
    down, across = layer.stride
    above, beside = layer.padding
    channels = layer.channels
    margin = [0.0] * (beside * channels)
    empty = [0.0] * (len(rows[0]) + 2 * len(margin))
    padded = [empty] * above + [margin + row + margin for row in rows] + [empty] * above
    kernels = list(zip(layer.weights, layer.biases, strict=True))
    bare = [bias if is_last else max(bias, 0.0) for bias in layer.biases]
    result: Rows = []
    for top in range(0, len(padded) - high + 1, down):
        band = padded[top : top + high]
        row: list[float] = []
        for left in range(0, len(empty) - wide * channels + 1, across * channels):
            patch = [value for line in band for value in line[left : left + wide * channels]]
            if not any(patch):
                row += bare
            elif is_last:
                row += [sum(map(mul, patch, weights)) + bias for weights, bias in kernels]
            else:
                row += [max(sum(map(mul, patch, weights)) + bias, 0.0) for weights, bias in kernels]
        result.append(row)
    return result


def _share(scores: Sequence[float]) -> list[float]:
    highest = max(scores)
    shares = [math.exp(score - highest) for score in scores]
    total = sum(shares)
    return [share / total for share in shares]


def _search(columns: Sequence[Sequence[float]]) -> list[Reading]:
    """Prefix beam search: the probability of a text is that of all ways in which the columns can spell it."""
    beams: dict[str, tuple[float, float]] = {"": (1.0, 0.0)}  # ending in a blank, and not
    for shares in columns:
        grown: dict[str, tuple[float, float]] = {}

        def add(text: str, blank: float, sign: float, grown: dict[str, tuple[float, float]] = grown) -> None:
            before = grown.get(text, (0.0, 0.0))
            grown[text] = (before[0] + blank, before[1] + sign)

        likely = [(index, share) for index, share in enumerate(shares) if share > _LEAST]
        for text, (blank, sign) in beams.items():
            for index, share in likely:
                if index == _BLANK:
                    add(text, (blank + sign) * share, 0.0)
                elif text.endswith(_SIGNS[index]):
                    add(text, 0.0, sign * share)
                    add(text + _SIGNS[index], 0.0, blank * share)
                else:
                    add(text + _SIGNS[index], 0.0, (blank + sign) * share)
        beams = dict(sorted(grown.items(), key=lambda beam: -sum(beam[1]))[:_BEAM])
    return [Reading(text, sum(ways)) for text, ways in beams.items()]
