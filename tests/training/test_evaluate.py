"""The evaluation must reward what is right, and only that."""

import csv
import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from models.training.evaluation.controls import RandomEncoder
from models.training.evaluation.cuts import cut_panorama
from models.training.evaluation.evaluate import evaluate, write_report
from models.training.evaluation.measures import auroc, calibration_error, interval
from models.training.evaluation.mosaic import Mosaic
from models.training.evaluation.pairs import read_pairs
from models.training.evaluation.protocol import Outcome
from plugin.engine.camera import EQUIRECTANGULAR, Camera
from plugin.engine.grid import MetricGrid
from plugin.engine.metadata import PhotoMetadata
from plugin.engine.photo import Photo

QUICK = ([90.0], {"known": 0.0})  # cuts, and what is known of the heading


def test_the_sample_panoramas_are_found(pairs_csv, encoder, tmp_path):
    report, rows = evaluate(read_pairs(pairs_csv), encoder, *QUICK)
    whole = report["settings"]["heading_known"]["whole"]
    assert whole["queries"] == 3
    assert whole["top1_within_10m"]["value"] >= 2 / 3
    assert whole["top1_within_10m"]["chance"] < 0.06
    assert whole["truth_in_best_5pct"]["value"] == 1.0
    assert report["settings"]["heading_known"]["cut_90deg"]["queries"] == 12
    write_report(tmp_path / "out", report, rows)
    assert json.loads((tmp_path / "out" / "report.json").read_text()) == report
    with (tmp_path / "out" / "ranks.csv").open() as file:
        assert len(list(csv.DictReader(file))) == len(rows) == 3 * 5


def test_a_broken_model_scores_at_chance(pairs_csv, encoder):
    report, _ = evaluate(read_pairs(pairs_csv), RandomEncoder(encoder), *QUICK)
    cuts = report["settings"]["heading_known"]["cut_90deg"]
    assert cuts["top1_within_10m"]["value"] <= 0.25
    assert cuts["truth_in_best_1pct"]["value"] <= 0.25
    assert 0.2 <= cuts["not_here_auroc"] <= 0.8


def test_turned_aerial_pictures_are_not_found(pairs_csv, encoder, tmp_path):
    """The control of the field: with north to the east nothing but luck is left."""
    for path in pairs_csv.parent.iterdir():
        if path.suffix == ".png":
            with Image.open(path) as picture:
                picture.transpose(Image.ROTATE_90).save(tmp_path / path.name)
        else:
            (tmp_path / path.name).write_bytes(path.read_bytes())
    turned, _ = evaluate(read_pairs(tmp_path / "index.csv"), encoder, *QUICK)
    straight, _ = evaluate(read_pairs(pairs_csv), encoder, *QUICK)
    right, wrong = (
        report["settings"]["heading_known"]["cut_90deg"]["truth_in_best_1pct"]["value"]
        for report in (straight, turned)
    )
    assert wrong < right
    assert wrong <= 0.25


def test_a_cut_shows_what_the_panorama_shows_there():
    rgb = np.zeros((180, 360, 3), np.uint8)
    rgb[:, :, 0] = np.arange(360) % 256
    rgb[:, :, 1] = np.arange(180)[:, None]
    panorama = Photo("p", "0", rgb, PhotoMetadata())
    camera = Camera(EQUIRECTANGULAR, 360.0, 180.0, 0.5, 2.5)
    cut, narrow = cut_panorama(panorama, camera, 90.0, 40.0)
    assert cut.rgb.shape[1] == 90 and narrow.fov_deg == 90.0
    assert cut.rgb[0, 45, 0] == 180 + 40
    horizon_row = narrow.horizon * cut.rgb.shape[0]
    assert cut.rgb[round(horizon_row), 0, 1] == pytest.approx(90, abs=1)
    assert narrow.vfov_deg == pytest.approx(65, abs=1)


def test_a_cut_across_the_seam():
    rgb = np.zeros((180, 360, 3), np.uint8)
    rgb[:, :, 0] = np.arange(360) // 2
    panorama = Photo("p", "0", rgb, PhotoMetadata())
    cut, _ = cut_panorama(panorama, Camera(EQUIRECTANGULAR, 360.0, 180.0, 0.5, 2.5), 90, 180)
    assert cut.rgb[0, 0, 0] == 315 // 2 and cut.rgb[0, -1, 0] == 44 // 2


def test_mosaic_tiles_lie_where_they_say():
    rng = np.random.default_rng(0)
    pictures = [rng.integers(0, 255, (60, 60, 3), dtype=np.uint8) for _ in range(5)]
    mosaic = Mosaic(pictures, [0.5, 0.5, 1.0, 0.25, 0.5])
    for picture, tile in zip(pictures, mosaic.tiles):
        grid = MetricGrid("EPSG:32631", tile.west_m, tile.north_m, tile.gsd_m, 60, 60)
        window = mosaic.read(grid)
        assert window.covered.all()
        assert (window.rgb == picture).all()
    boxes = [(t.west_m, t.north_m, 60 * t.gsd_m) for t in mosaic.tiles]
    for i, (w, n, s) in enumerate(boxes):
        for w2, n2, s2 in boxes[:i]:
            assert w >= w2 + s2 or w2 >= w + s or n <= n2 - s2 or n2 <= n - s


def outcome(**values):
    good = dict.fromkeys(Outcome.__dataclass_fields__, 0.0)
    return Outcome(**{**good, **values})


def test_intervals_hold_the_value_and_shrink():
    few = interval(np.array([0.0, 1.0] * 5), np.mean, 0.1)
    many = interval(np.array([0.0, 1.0] * 500), np.mean, 0.1)
    assert few["low"] < few["value"] == 0.5 < few["high"]
    assert many["high"] - many["low"] < few["high"] - few["low"]


def test_calibration_error_counts_overconfidence():
    boastful = [outcome(candidate_probability=0.95, error_m=100.0)] * 10
    honest = [outcome(candidate_probability=0.95, error_m=1.0)] * 19
    honest += [outcome(candidate_probability=0.95, error_m=100.0)]
    assert calibration_error(boastful) == pytest.approx(0.95)
    assert calibration_error(honest) == pytest.approx(0.0, abs=1e-6)


def test_auroc_counts_ties_half():
    even = outcome(excess=1.0, absent_excess=1.0)
    assert auroc([even, even]) == 0.5
    assert auroc([replace(even, excess=2.0)] * 3) == 1.0


def test_photos_of_one_place_are_drawn_together(tmp_path):
    path = tmp_path / "index.csv"
    path.write_text(
        "dataset,id,street_image,aerial_image,heading_deg,fov_deg,type,aerial_gsd_m,"
        "camera_in_aerial,lat,lon\n"
        "d,1,a.jpg,b.jpg,0,90,perspective,0.2,centre,52.20512,0.11901\n"
        "d,2,a.jpg,b.jpg,0,90,perspective,0.2,centre,52.20496,0.11896\n"
        "d,3,a.jpg,b.jpg,0,90,perspective,0.2,centre,52.30000,0.11896\n"
        "d,4,a.jpg,b.jpg,0,90,perspective,0.2,centre,,\n"
    )
    places = [pair.place for pair in read_pairs(path)]
    assert places[0] == places[1]
    assert len(set(places)) == 3


def test_an_empty_heading_means_unknown(tmp_path):
    path = tmp_path / "index.csv"
    path.write_text(
        "dataset,id,street_image,aerial_image,heading_deg,fov_deg,type,aerial_gsd_m,"
        "camera_in_aerial\nd,1,a.jpg,b.jpg,,,perspective,,scene seen\n"
    )
    (pair,) = read_pairs(path)
    assert pair.heading_deg is None and pair.fov_deg is None and not pair.centred
