"""The site's ornaments as SVG text.

A field shows how such a pattern is made, read from the edge inwards: the bare tiling, then the
lines drawn over it, then the interlaced bands. Only one sector of it is written out; the rest
turns it about the centre. A mark is the star at the centre alone.
"""

import cmath
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from pages.ornament import tilings
from pages.ornament.geometry import AngleAt, Polyline, band_edges, rays_of, strands_of
from pages.ornament.tilings import Tile

REACH = 9
"""Lattice steps generated each way, enough for every field."""

HALF = 600
"""Half the width of a field in SVG units; its centre is the origin."""


@dataclass(frozen=True)
class Design:
    """What one place's ornament is drawn with.

    ``inner_angle`` and ``outer_angle`` are the contact angles in degrees at the centre and at
    the rim of the lines; ``bands``, ``lines`` and ``grid`` are radii in edges; ``width`` is half
    the width of a band in edges; ``order`` is the order of the tiling's rotation about its
    centre; ``mark_angle`` is the contact angle of the small star.
    """

    tiling: Callable[[int], Iterator[Tile]]
    order: int
    inner_angle: float
    outer_angle: float
    bands: float
    lines: float
    grid: float
    mark_angle: float
    width: float = 0.09

    @property
    def scale(self) -> float:
        """SVG units per edge."""
        return HALF / (self.grid + 1.5)

    @property
    def angle_at(self) -> AngleAt:
        """The contact angle as a function of the place."""

        def angle(point: complex) -> float:
            share = min(1.0, abs(point) / self.lines)
            return self.inner_angle + (self.outer_angle - self.inner_angle) * share

        return angle


DESIGNS = {
    "institution": Design(tilings.octagons, 4, 74, 54, 5.5, 8.7, 12.3, 64),
    "education": Design(tilings.hexagons, 6, 64, 48, 3.2, 5.6, 7.4, 60),
    "culture": Design(tilings.decagons, 2, 54, 54, 5, 7.5, 10, 66, width=0.11),
    "science": Design(tilings.dodecagons, 6, 78, 60, 6.5, 11, 15, 70, width=0.12),
    "human-sciences": Design(tilings.octagons, 4, 56, 48, 5.5, 8.7, 12.3, 52, width=0.12),
}


def path(polyline: Polyline, scale: float, closed: bool = False) -> str:
    """Return SVG path data in whole units, relative after the first point."""
    points = [(round(point.real * scale), round(-point.imag * scale)) for point in polyline]
    parts = [f"M{points[0][0]} {points[0][1]}"]
    for (x, y), (next_x, next_y) in pairwise(points):
        parts.append(f"l{next_x - x} {next_y - y}".replace(" -", "-"))
    return "".join(parts).replace(" -", "-") + ("z" if closed else "")


def in_sector(tile: Tile, order: int) -> bool:
    """Tell whether a tile belongs to the sector that is written out."""
    turn = math.degrees(cmath.phase(tile.centre)) % 360
    return abs(tile.centre) > 0.1 and (turn + 0.01) % 360 < 360 / order


def band_paths(tile: Tile, design: Design) -> Iterator[str]:
    """Yield the edges of the interlaced bands of a tile."""
    rays = rays_of(tile.corners, design.angle_at)
    over = {ray.edge: ray.direction for ray in rays if ray.side > 0}
    for strand in strands_of(tile.corners, design.angle_at):
        for edge in band_edges(strand, over[strand.end.edge], design.width):
            yield path(edge, design.scale)


def layers(tiles: Iterable[Tile], design: Design) -> tuple[str, str]:
    """Return the path data of the pattern and of the bare tiling under it."""
    pattern: list[str] = []
    grid: list[str] = []
    for tile in tiles:
        distance = abs(tile.centre)
        if distance <= design.bands:
            pattern.extend(band_paths(tile, design))
            continue
        grid.append(path(tile.corners, design.scale, closed=True))
        if distance <= design.lines:
            strands = strands_of(tile.corners, design.angle_at)
            pattern.extend(path(strand.line, design.scale) for strand in strands)
    return "".join(pattern), "".join(grid)


def draw_field(design: Design) -> str:
    """Return the large ornament of a place as an SVG document; the drawing's id is ``field``."""
    tiles = [tile for tile in design.tiling(REACH) if abs(tile.centre) <= design.grid]
    pattern, grid = layers((tile for tile in tiles if in_sector(tile, design.order)), design)
    centre, _ = layers((tile for tile in tiles if abs(tile.centre) < 0.1), design)
    turns = "".join(
        f'<use href="#s" transform="rotate({360 * k // design.order})"/>'
        for k in range(1, design.order)
    )
    stroke = 'vector-effect="non-scaling-stroke"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-HALF} {-HALF} {2 * HALF} {2 * HALF}">'
        f'<g id="field" fill="none" stroke="currentColor" stroke-linejoin="round">'
        f'<path {stroke} d="{centre}"/><g id="s"><path {stroke} d="{pattern}"/>'
        f'<path {stroke} stroke-opacity=".4" d="{grid}"/></g>{turns}</g></svg>\n'
    )


def star(design: Design) -> Polyline:
    """Return the outline of the star in the tile at the centre, points at its edges' middles."""
    tile = next(tile for tile in design.tiling(0) if abs(tile.centre) < 0.1)
    strands = strands_of(tile.corners, lambda _: design.mark_angle)
    corners = [point for strand in strands for point in (strand.start.origin, strand.bend)]
    return sorted(corners, key=lambda point: cmath.phase(point) % math.tau)


def draw_mark(design: Design) -> str:
    """Return the small star of a place as an SVG document; the drawing's id is ``mark``."""
    outline = star(design)
    reach = max(abs(point) for point in outline)
    outer = path(outline, 46 / reach, closed=True)
    inner = path(outline, 25 / reach, closed=True)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-48 -48 96 96">'
        f'<path id="mark" fill="currentColor" fill-rule="evenodd" d="{outer}{inner}"/></svg>\n'
    )


def draw_all() -> dict[str, str]:
    """Return every ornament file of the site, file name to SVG text."""
    files = {f"{name}.svg": draw_field(design) for name, design in DESIGNS.items()}
    files |= {f"{name}-mark.svg": draw_mark(design) for name, design in DESIGNS.items()}
    return files
