"""The tilings the ornament is drawn over, each centred on its largest polygon."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from pages.ornament.geometry import Polyline, unit


@dataclass(frozen=True)
class Tile:
    """A polygon of the tiling, corners counter-clockwise."""

    centre: complex
    corners: Polyline


def regular(sides: int, centre: complex, normal: float = 0) -> Tile:
    """Return a regular polygon of edge 1 with one edge facing ``normal`` degrees."""
    radius = 0.5 / math.sin(math.pi / sides)
    corners = [radius * unit(normal + 360 / sides * (k - 0.5)) for k in range(sides)]
    return Tile(centre, [centre + corner for corner in corners])


def bow_tie(centre: complex, turn: float) -> Tile:
    """Return the concave hexagon that four decagons round a rhombus leave free."""
    wing, waist = math.cos(math.radians(18)), 0.5 - math.sin(math.radians(18))
    corners = [wing - 0.5j, wing + 0.5j, waist * 1j, -wing + 0.5j, -wing - 0.5j, -waist * 1j]
    return Tile(centre, [centre + corner * unit(turn) for corner in corners])


def lattice(first: complex, second: complex, reach: int) -> Iterator[complex]:
    """Yield the points of a lattice out to ``reach`` steps each way."""
    for i, j in product(range(-reach, reach + 1), repeat=2):
        yield i * first + j * second


def octagons(reach: int) -> Iterator[Tile]:
    """Octagons and squares (4.8.8): eight-pointed stars."""
    step = 1 + math.sqrt(2)
    for centre in lattice(step, step * 1j, reach):
        yield regular(8, centre)
        yield regular(4, centre + step * (1 + 1j) / 2, 45)


def hexagons(reach: int) -> Iterator[Tile]:
    """Hexagons, squares and triangles (3.4.6.4): six-pointed stars."""
    step = 1 + math.sqrt(3)
    for centre in lattice(step, step * unit(60), reach):
        yield regular(6, centre)
        for turn in (0, 60, 120):
            yield regular(4, centre + step / 2 * unit(turn), turn)
        for turn in (30, 90):
            yield regular(3, centre + step / math.sqrt(3) * unit(turn), turn)


def decagons(reach: int) -> Iterator[Tile]:
    """Decagons and bow ties: ten-pointed stars."""
    step = 1 / math.tan(math.pi / 10)
    for centre in lattice(step, step * unit(72), reach):
        yield regular(10, centre)
        yield bow_tie(centre + step * (1 + unit(72)) / 2, 36)


def dodecagons(reach: int) -> Iterator[Tile]:
    """Dodecagons, hexagons and squares (4.6.12): twelve-pointed stars."""
    step = 3 + math.sqrt(3)
    for centre in lattice(step, step * unit(60), reach):
        yield regular(12, centre)
        for turn in (0, 60, 120):
            yield regular(4, centre + step / 2 * unit(turn), turn)
        for turn in (30, 90):
            yield regular(6, centre + step / math.sqrt(3) * unit(turn), 30)
