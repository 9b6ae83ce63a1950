"""Ruled tables of a PDF page (*bảng có kẻ*): rules that touch make a grid, cells without a rule between are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vanban.model.text import Box

_TOLERANCE = 3.0
_MOST_RULES = 3000
"""More rules on a page are a chart or hatching; the grid would cost seconds and mean nothing."""

_MOST_FIELDS = 20_000


class GridBox(NamedTuple):
    """A cell of the grid with its place on the page."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


class Grid(NamedTuple):
    """A table: the edges of its columns and rows, and its cells in row order."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridBox, ...]

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


class _Rule(NamedTuple):
    """A rule: where it lies across its direction, from where to where along it."""

    at: float
    start: float
    end: float


def find_grids(rules: Sequence[Box]) -> list[Grid]:
    """The grids on a page from top to bottom; a lone rule (under the motto, under a word) makes none."""
    if not 4 <= len(rules) <= _MOST_RULES:
        return []
    across = _join(_Rule((box[1] + box[3]) / 2, box[0], box[2]) for box in rules if box[2] - box[0] >= box[3] - box[1])
    down = _join(_Rule((box[0] + box[2]) / 2, box[1], box[3]) for box in rules if box[2] - box[0] < box[3] - box[1])
    grids = []
    for horizontals, verticals in _connect(across, down):
        xs, ys = _gather(rule.at for rule in verticals), _gather(rule.at for rule in horizontals)
        if len(xs) >= 2 and len(ys) >= 2 and len(xs) * len(ys) <= _MOST_FIELDS:
            grids.append(Grid(xs, ys, tuple(_find_cells(xs, ys, horizontals, verticals))))
    return sorted(grids, key=lambda grid: grid.ys[0])


def _join(rules: Iterable[_Rule]) -> list[_Rule]:
    """Rules that lie on one line and touch are one: programs draw the border of every cell apart."""
    joined: list[_Rule] = []
    lines: list[list[_Rule]] = []
    for rule in sorted(rules):
        if lines and rule.at - lines[-1][0].at <= _TOLERANCE:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    for line in lines:
        at = sum(rule.at for rule in line) / len(line)
        start, end = None, 0.0
        for rule in sorted(line, key=lambda rule: rule.start):
            if start is None:
                start, end = rule.start, rule.end
            elif rule.start <= end + _TOLERANCE:
                end = max(end, rule.end)
            else:
                joined.append(_Rule(at, start, end))
                start, end = rule.start, rule.end
        if start is not None:
            joined.append(_Rule(at, start, end))
    return joined


def _connect(across: list[_Rule], down: list[_Rule]) -> list[tuple[list[_Rule], list[_Rule]]]:
    """Sets of rules that touch one another."""
    touching: list[list[int]] = [
        [
            index
            for index, vertical in enumerate(down)
            if vertical.start - _TOLERANCE <= horizontal.at <= vertical.end + _TOLERANCE
            and horizontal.start - _TOLERANCE <= vertical.at <= horizontal.end + _TOLERANCE
        ]
        for horizontal in across
    ]
    groups: list[tuple[list[_Rule], list[_Rule]]] = []
    owner = list(range(len(down)))

    def find(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for indices in touching:
        for index in indices[1:]:
            owner[find(index)] = find(indices[0])
    by_root: dict[int, tuple[list[_Rule], list[_Rule]]] = {}
    for horizontal, indices in zip(across, touching, strict=True):
        if indices:
            by_root.setdefault(find(indices[0]), ([], []))[0].append(horizontal)
    for index, vertical in enumerate(down):
        root = find(index)
        if root in by_root:
            by_root[root][1].append(vertical)
    groups.extend(by_root.values())
    return groups


def _gather(values: Iterable[float]) -> tuple[float, ...]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _TOLERANCE:
            edges.append(value)
    return tuple(edges)


def _find_cells(
    xs: Sequence[float], ys: Sequence[float], horizontals: Sequence[_Rule], verticals: Sequence[_Rule]
) -> list[GridBox]:
    """Join the elementary fields of the grid that no rule parts; what is joined is one rectangle."""
    columns, rows = len(xs) - 1, len(ys) - 1
    walls = _lay(verticals, xs, ys)
    floors = _lay(horizontals, ys, xs)
    taken = [[False] * columns for _ in range(rows)]
    cells = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            right = column + 1
            while right < columns and (right, row) not in walls and not taken[row][right]:
                right += 1
            below = row + 1
            while below < rows and all((below, inner) not in floors for inner in range(column, right)):
                if any(taken[below][inner] for inner in range(column, right)):
                    break
                below += 1
            for inner_row in range(row, below):
                for inner in range(column, right):
                    taken[inner_row][inner] = True
            box = (xs[column], ys[row], xs[right], ys[below])
            cells.append(GridBox(row, column, below - row, right - column, box))
    return cells


def _lay(rules: Sequence[_Rule], positions: Sequence[float], steps: Sequence[float]) -> set[tuple[int, int]]:
    """Which pieces of the grid's lines are drawn: (line, step) for every step whose middle a rule covers."""
    drawn = set()
    for rule in rules:
        line = min(range(len(positions)), key=lambda index: abs(positions[index] - rule.at))
        for step in range(len(steps) - 1):
            middle = (steps[step] + steps[step + 1]) / 2
            if rule.start <= middle <= rule.end:
                drawn.add((line, step))
    return drawn


def has_same_columns(one: Grid, other: Grid) -> bool:
    """True where the column edges agree: a table that goes on over a page."""
    return len(one.xs) == len(other.xs) and all(
        abs(left - right) <= _TOLERANCE for left, right in zip(one.xs, other.xs, strict=True)
    )
