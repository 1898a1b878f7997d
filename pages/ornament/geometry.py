"""Rays, strands and interlaced bands inside one tile."""

import cmath
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

EPSILON = 1e-9

AngleAt = Callable[[complex], float]
Polyline = list[complex]


def unit(degrees: float) -> complex:
    """Return the unit vector at ``degrees`` counter-clockwise from the x axis."""
    return cmath.rect(1, math.radians(degrees))


def cross(first: complex, second: complex) -> float:
    """Return the z component of the cross product of two vectors."""
    return (first.conjugate() * second).imag


def dot(first: complex, second: complex) -> float:
    """Return the scalar product of two vectors."""
    return (first.conjugate() * second).real


@dataclass(frozen=True)
class Ray:
    """A half line from the middle of edge number ``edge``; ``side`` tells the pair apart."""

    origin: complex
    direction: complex
    edge: int
    side: int


@dataclass(frozen=True)
class Strand:
    """Two rays that meet in ``bend``; ``start`` passes over its crossing, ``end`` under."""

    start: Ray
    bend: complex
    end: Ray

    @property
    def line(self) -> Polyline:
        """The strand's middle line; two points where it does not bend."""
        points = [self.start.origin, self.bend, self.end.origin]
        straight = abs(cross(self.start.direction, self.end.direction)) < EPSILON
        return points[::2] if straight else points


def rays_of(polygon: Polyline, angle_at: AngleAt) -> list[Ray]:
    """Return both rays of every edge of a counter-clockwise polygon."""
    rays = []
    for edge, corner in enumerate(polygon):
        following = polygon[(edge + 1) % len(polygon)]
        middle = (corner + following) / 2
        along = (following - corner) / abs(following - corner)
        angle = angle_at(middle)
        rays.append(Ray(middle, along * unit(angle), edge, -1))
        rays.append(Ray(middle, along * unit(180 - angle), edge, 1))
    return rays


def meeting(first: Ray, second: Ray) -> tuple[float, complex] | None:
    """Return the summed length of two rays up to the point where they meet, and that point."""
    turn = cross(first.direction, second.direction)
    between = second.origin - first.origin
    if abs(turn) < EPSILON:
        in_line = abs(cross(first.direction, between)) < EPSILON
        if in_line and dot(first.direction, between) > 0 > dot(first.direction, second.direction):
            return abs(between), (first.origin + second.origin) / 2
        return None
    along_first = cross(between, second.direction) / turn
    along_second = cross(between, first.direction) / turn
    if min(along_first, along_second) < EPSILON:
        return None
    return along_first + along_second, first.origin + along_first * first.direction


def strands_of(polygon: Polyline, angle_at: AngleAt) -> Iterator[Strand]:
    """Pair the rays of a polygon, shortest meeting first, and yield the strands."""
    candidates = []
    for first, second in combinations(rays_of(polygon, angle_at), 2):
        if first.edge == second.edge or first.side == second.side:
            continue
        if met := meeting(first, second):
            candidates.append((round(met[0], 6), met[1], first, second))
    taken: set[tuple[int, int]] = set()
    for _, bend, first, second in sorted(candidates, key=lambda candidate: candidate[0]):
        ends = {(first.edge, first.side), (second.edge, second.side)}
        if not ends & taken:
            taken |= ends
            start, end = (first, second) if first.side > 0 else (second, first)
            yield Strand(start, bend, end)


def line_meeting(point: complex, direction: complex, other: complex, heading: complex) -> complex:
    """Return where the line through ``point`` meets the line through ``other``."""
    return point + direction * cross(other - point, heading) / cross(direction, heading)


def band_edges(strand: Strand, over_at_end: complex, half_width: float) -> Iterator[Polyline]:
    """Yield both edges of the band a strand makes when it is interlaced.

    ``over_at_end`` is the direction of the strand that passes over the crossing at the end; the
    edges stop at that band.
    """
    out, back = strand.start.direction, -strand.end.direction
    bends = abs(cross(out, back)) > EPSILON
    side = math.copysign(1, cross(over_at_end, strand.bend - strand.end.origin))
    limit = strand.end.origin + side * half_width * over_at_end * 1j
    for offset in (half_width * 1j, -half_width * 1j):
        first, last = strand.start.origin + offset * out, strand.end.origin + offset * back
        stop = line_meeting(last, back, limit, over_at_end)
        turn = [line_meeting(first, out, last, back)] if bends else []
        yield [first, *turn, stop]
