"""Another date changes what it says and leaves the rest of a town where it was."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("numba", reason="numba is not installed; `make setup-training` installs it")
pytest.importorskip("onnx", reason="onnx is not installed; `make setup-training` installs it")

from models.training.crossview import changes, scene
from models.training.crossview.scene import ColourOnly, Found
from models.training.simulator.light import Sun
from models.training.simulator.street_camera import EQUIRECTANGULAR, StreetCamera
from models.training.simulator.town import TownStyle, build_town
from models.training.simulator.town_maps import ASPHALT, GRASS, PAINT, WATER
from models.training.simulator.town_rebuilt import rebuilt
from models.training.simulator.weather import clouded, rained_on, snowed, without_leaves
from plugin.engine.encoder import AERIAL, GROUND


@pytest.fixture(scope="module")
def town():
    return build_town(5, TownStyle(size_m=120.0, resolution_m=0.2, tree_density=2.0))


def test_snow_lies_on_grass_and_in_part_on_roads_but_not_on_water(town):
    material = town.maps.ground_material.copy()
    material[:100, :100] = WATER
    maps = replace(town.maps, ground_material=material)
    white = (snowed(maps, 1).ground_rgb.min(axis=2) > 200) & (maps.ground_rgb.min(axis=2) <= 200)
    assert white[material == GRASS].mean() > 0.95
    assert 0.3 < white[material == ASPHALT].mean() < 0.6
    assert not white[material == WATER].any()


def test_bare_trees_keep_their_trunks(town):
    bare = without_leaves(town.maps, 1)
    before, after = (maps.crown_top_cm > 0 for maps in (town.maps, bare))
    assert 0 < after.sum() < 0.6 * before.sum()
    assert not (after & ~before).any()
    assert np.array_equal(bare.solid_height_cm, town.maps.solid_height_cm)


def test_clouds_cover_their_share_and_throw_shadows_away_from_the_sun():
    plain = np.full((600, 600, 3), 120, np.uint8)
    sun = Sun(azimuth_deg=90.0, elevation_deg=89.0, direct_share=0.7)
    picture = clouded(plain, 0.5, sun, 1 / 3, 3).astype(int)[..., 0]
    white, dark = picture > 180, picture < 90
    assert 0.2 < white.mean() < 0.4
    assert 0.0 < dark.mean() < 0.2  # the rest of the shadow lies under its cloud
    # With the sun in the east a cloud 900 m up shades the ground 16 m to its west.
    shift = round(900 * np.tan(np.radians(1.0)) / 0.5)
    from_west = [np.roll(white, -shift, axis=1), np.roll(white, shift, axis=1)]
    shaded = [(dark & cloud)[:, shift:-shift].sum() for cloud in from_west]
    assert shaded[0] > 3 * shaded[1]


def test_half_a_town_is_rebuilt_along_the_same_streets(town):
    new = rebuilt(town, 0.5, 7)
    changed = (new.maps.ground_rgb != town.maps.ground_rgb).any(axis=2)
    assert 0.35 < changed.mean() < 0.55
    road = np.isin(town.maps.ground_material, (ASPHALT, PAINT))
    still_road = np.isin(new.maps.ground_material, (ASPHALT, PAINT))
    assert still_road[road].mean() > 0.9
    assert new.roads is town.roads
    spared = rebuilt(town, 0.0, 7).maps.ground_rgb == town.maps.ground_rgb
    assert spared.mean() > 0.999


def test_houses_and_trees_of_both_states_keep_their_own_rows(town):
    new = rebuilt(town, 0.5, 7)
    old_houses, old_trees = len(town.maps.houses), len(town.maps.trees)
    stays = (new.maps.tree_id < old_trees) & (new.maps.crown_top_cm > 0)
    assert np.array_equal(new.maps.tree_id[stays], town.maps.tree_id[stays])
    assert (new.maps.solid_id >= old_houses).any() and (new.maps.tree_id >= old_trees).any()
    assert new.maps.solid_id.max() < len(new.maps.houses)
    assert new.maps.tree_id.max() < len(new.maps.trees)


def test_wet_ground_mirrors_what_stands_above_it():
    camera = StreetCamera(0, 0, 1.6, 0.0, 400, 200, 360.0, EQUIRECTANGULAR)
    rgb = np.full((200, 400, 3), 90, np.uint8)
    rgb[60:100, 100:140] = (250, 30, 30)
    wet = rained_on(rgb, camera, 1).astype(int)
    redness = wet[..., 0] - wet[..., 2]
    near, far = slice(160, 200), slice(102, 112)
    assert np.median(redness[far, 105:135]) > 40
    assert abs(np.median(redness[far, 200:300])) < 5
    assert abs(np.median(redness[near, 105:135])) < 10


def test_colour_only_shows_the_photo_without_its_layout(encoder):
    blind = ColourOnly(encoder)
    rng = np.random.default_rng(0)
    rgb = rng.integers(0, 256, (1, 224, 224, 3), dtype=np.uint8)
    covered = np.ones(rgb.shape[:3], bool)
    turned = np.ascontiguousarray(rgb[:, ::-1])
    assert np.array_equal(blind.encode(rgb, covered, GROUND), blind.encode(turned, covered, GROUND))
    assert np.array_equal(blind.encode(rgb, covered, AERIAL), encoder.encode(rgb, covered, AERIAL))


@pytest.mark.timeout(900)
def test_photos_are_found_in_their_town_and_not_with_their_ground_blanked(encoder, monkeypatch):
    style = TownStyle(size_m=150.0, block_m=(45.0, 70.0))
    monkeypatch.setattr(scene, "random_style", lambda generator: style)
    small = scene.Scene(2199, 8, encoder)
    index = small.above("plain")
    plain, blanked = (
        [found.rank_share for found in small.search(index, small.below(state))]
        for state in ("plain", "ground blanked")
    )
    assert np.median(plain) < 0.05
    assert np.median(blanked) > 0.1


def test_differences_are_paired():
    hit, miss = Found(1.0, 0.0), Found(99.0, 0.5)
    results = {changes.UNCHANGED: [hit, hit, miss, miss], "snow": [hit, miss, miss, miss]}
    table = changes.compared(results, 1000, 2.5)
    assert table["snow"]["within 10 m"]["value"] == 0.25
    assert table["snow"]["within 10 m, difference"]["value"] == -0.25
    assert table["snow"]["within 10 m, difference"]["high"] <= 0.0
    lines = changes.markdown(table)
    assert "| snow | 0.25" in lines[3] and "-0.25" in lines[3]
    assert lines[-1] == "| *chance* | 0.050 | | 0.031 | |"
