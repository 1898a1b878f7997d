"""The ornament is what its generator draws, and its strands run on from tile to tile."""

from pathlib import Path

import pytest
from django.conf import settings

from pages.ornament import tilings
from pages.ornament.drawing import DESIGNS, draw_all
from pages.ornament.geometry import cross, rays_of, strands_of

FOLDER = Path(settings.BASE_DIR) / "static" / "ornament"
LIMIT = 6 * 1024  # bytes


def test_committed_files_are_what_the_generator_draws():
    committed = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert committed == draw_all()


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_each_file_is_small(path):
    assert path.stat().st_size < LIMIT


@pytest.mark.parametrize("name", DESIGNS)
def test_every_ray_of_a_tile_belongs_to_one_strand(name):
    design = DESIGNS[name]
    for tile in design.tiling(1):
        if abs(tile.centre) > design.lines:
            continue
        strands = list(strands_of(tile.corners, design.angle_at))
        ends = [(ray.edge, ray.side) for strand in strands for ray in (strand.start, strand.end)]
        rays = {(ray.edge, ray.side) for ray in rays_of(tile.corners, design.angle_at)}
        assert len(ends) == len(set(ends))
        assert set(ends) == rays


@pytest.mark.parametrize("name", DESIGNS)
def test_strands_run_straight_across_the_edge_of_two_tiles(name):
    design = DESIGNS[name]
    crossings: dict[tuple[float, float], list[complex]] = {}
    for tile in design.tiling(1):
        for ray in rays_of(tile.corners, design.angle_at):
            place = (round(ray.origin.real, 6), round(ray.origin.imag, 6))
            crossings.setdefault(place, []).append(ray.direction)
    shared = [directions for directions in crossings.values() if len(directions) == 4]
    assert shared
    for directions in shared:
        for direction in directions:
            in_line = [other for other in directions if abs(cross(direction, other)) < 1e-6]
            assert len(in_line) == 2


def test_tiles_meet_without_gap_around_the_centre():
    for tiling in (tilings.octagons, tilings.hexagons, tilings.decagons, tilings.dodecagons):
        tiles = list(tiling(1))
        centre = next(tile for tile in tiles if abs(tile.centre) < 1e-9)
        middles = [
            round((tile.corners[k] + tile.corners[k - 1]).real / 2, 6)
            + 1j * round((tile.corners[k] + tile.corners[k - 1]).imag / 2, 6)
            for tile in tiles
            for k in range(len(tile.corners))
        ]
        for k, corner in enumerate(centre.corners):
            middle = (corner + centre.corners[k - 1]) / 2
            assert sum(abs(middle - other) < 1e-5 for other in middles) == 2
