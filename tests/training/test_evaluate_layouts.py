"""Folders as people have them must give the same pairs as a hand-written list would."""

import math
import shutil
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from models.training.evaluation.evaluate import evaluate, evaluate_all, usable
from models.training.evaluation.layouts import read_any, thinned
from models.training.evaluation.pairs import read_pairs
from models.training.evaluation.protocol import encode_raster
from models.training.evaluation.report import write_html
from plugin.engine.errors import SkymatchError


def picture(path, width, height, value=90):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.full((height, width, 3), value, np.uint8)).save(path)


def test_cvusa(tmp_path):
    for name in ("0000001", "0000002"):
        picture(tmp_path / f"bingmap/19/{name}.jpg", 750, 750)
        picture(tmp_path / f"streetview/panos/{name}.jpg", 1232, 224)
    (tmp_path / "splits").mkdir()
    lines = [
        f"bingmap/19/{n}.jpg,streetview/panos/{n}.jpg,streetview/annotations/{n}.png"
        for n in ("0000001", "0000002", "0000003")
    ]
    (tmp_path / "splits" / "val-19zl.csv").write_text("\n".join(lines) + "\n")
    pairs = read_any(tmp_path)
    assert [pair.id for pair in pairs] == ["0000001", "0000002"]
    assert pairs[0].dataset == "CVUSA" and pairs[0].heading_deg == 0.0 and usable(pairs[0])
    assert pairs[0].aerial_gsd_m == pytest.approx(42.2 / 750, rel=0.01)
    camera = pairs[0].camera(pairs[0].read_street())
    assert camera.fov_deg == 360 and camera.vfov_deg < 90 and camera.horizon == 0.53


def test_cvact(tmp_path):
    savemat = pytest.importorskip("scipy.io").savemat
    names = np.array(["aaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbb", "cccccccccccccccccccccc"])
    savemat(tmp_path / "ACT_data.mat", {"panoIds": names, "valSet": {"valInd": [[3], [1]]}})
    for name in names:
        picture(tmp_path / f"ANU_data_small/streetview/{name}_grdView.jpg", 832, 416)
        picture(tmp_path / f"ANU_data_small/satview_polish/{name}_satView_polish.jpg", 1200, 1200)
    pairs = read_any(tmp_path)
    assert [pair.id[0] for pair in pairs] == ["c", "a"], "MATLAB counts from 1"
    assert pairs[0].aerial_gsd_m == pytest.approx(0.22 * 256 / 1200, rel=0.01)


def vigor(folder, splits, delta="32.0 -16.0"):
    aerial = "satellite_41.8_-87.6.png"
    picture(folder / "Chicago/panorama/p,41.8,-87.6,.jpg", 2048, 1024)
    picture(folder / "Chicago/satellite" / aerial, 320, 320)
    lists = folder / splits / "Chicago"
    lists.mkdir(parents=True)
    line = f"p,41.8,-87.6,.jpg {aerial} {delta} " + f"{aerial} 0 0 " * 3
    (lists / "same_area_balanced_test.txt").write_text(line.strip() + "\n")


def test_vigor_cameras_stand_off_the_centre(tmp_path):
    vigor(tmp_path, "splits")
    (pair,) = read_any(tmp_path)
    ground_m = 156543.034 * math.cos(math.radians(41.8)) / 2**20
    assert ground_m == pytest.approx(0.111, abs=0.001), "as SliceMatch measured in Chicago"
    assert pair.aerial_gsd_m == pytest.approx(2 * ground_m), "the picture was halved"
    assert pair.offset_m == pytest.approx((16 * ground_m, -32 * ground_m))
    assert not pair.centred and usable(pair)


def test_corrected_vigor_labels_come_first(tmp_path):
    vigor(tmp_path, "splits")
    shutil.copytree(tmp_path / "splits", tmp_path / "splits__corrected")
    path = tmp_path / "splits__corrected/Chicago/same_area_balanced_test.txt"
    path.write_text(path.read_text().replace("32.0", "8.0"))
    (pair,) = read_any(tmp_path)
    assert pair.offset_m[1] == pytest.approx(-8 * 0.1113, rel=0.01)


def test_geotagged_photos_over_a_geotiff(sample_scene, tmp_path):
    pytest.importorskip("osgeo")
    shutil.copy(sample_scene / "orthophoto.tif", tmp_path)
    shutil.copytree(sample_scene / "photos", tmp_path / "photos")
    pairs = read_any(tmp_path)
    with (sample_scene / "photos" / "truth.csv").open() as file:
        names, *lines = [line.rstrip("\n").split(",") for line in file]
    truths = {line[names.index("photo")]: dict(zip(names, line)) for line in lines}
    assert pairs and len({pair.aerial_image for pair in pairs}) == 1
    with Image.open(sample_scene / "orthophoto.tif") as raster:
        width, height = raster.size
    for pair in pairs:
        truth = truths[pair.street_image.name]
        east_m = float(truth["easting_m"]) - 344_000 - width * pair.aerial_gsd_m / 2
        north_m = float(truth["northing_m"]) - 6_209_500 + height * pair.aerial_gsd_m / 2
        assert pair.offset_m == pytest.approx((east_m, north_m), abs=1.0)
        turned = pair.heading_deg - float(truth["heading_deg"])
        assert abs((turned + 180) % 360 - 180) < 3, "grid north against true north"


def test_an_unknown_folder_is_refused_with_the_next_step(tmp_path):
    with pytest.raises(SkymatchError, match="layout"):
        read_any(tmp_path)
    with pytest.raises(SkymatchError, match="There is no"):
        read_any(tmp_path / "nothing")


def test_a_list_without_a_column_is_refused(tmp_path):
    path = tmp_path / "index.csv"
    path.write_text("dataset,id\nd,1\n")
    with pytest.raises(SkymatchError, match="street_image"):
        read_pairs(path)


def test_thinning_keeps_the_ends_of_every_data_set(pairs_csv):
    (pair, *_) = read_pairs(pairs_csv)
    many = [replace(pair, dataset=d, id=str(i)) for d in "ab" for i in range(50)]
    few = thinned(many, 5)
    assert [p.dataset for p in few] == ["a"] * 5 + ["b"] * 5
    assert few[0].id == "0" and few[4].id == "49"
    assert thinned(many, 50) == many


def test_a_camera_off_the_centre_is_found_where_it_stands(pairs_csv, encoder):
    """The list says where the camera stands; the truth moves with it, and the error follows."""
    pairs = read_pairs(pairs_csv)
    moved = [replace(p, centred=False, camera_east_m=12.5, camera_north_m=0.0) for p in pairs]
    _, straight = evaluate(pairs, encoder, [], {"known": 0.0})
    _, wrong = evaluate(moved, encoder, [], {"known": 0.0})
    found = [row for row in straight if row["error_m"] < 5]
    assert len(found) >= 2
    for row in found:
        (same,) = [w for w in wrong if w["id"] == row["id"]]
        assert same["error_m"] == pytest.approx(12.5, abs=5)


def test_pairs_of_one_picture_lie_there_once(pairs_csv, encoder):
    first, second, third = read_pairs(pairs_csv)
    shared = replace(second, aerial_image=first.aerial_image)
    raster = encode_raster([first, shared, third], encoder)
    assert len(raster.mosaic.tiles) == 2
    assert raster.truth(0) == raster.truth(1) != raster.truth(2)


def test_a_photo_of_unknown_heading_is_searched_all_around_only(pairs_csv, encoder):
    pairs = [replace(pair, heading_deg=None) for pair in read_pairs(pairs_csv)]
    report, rows = evaluate(pairs, encoder, [], {"known": 0.0, "unknown": 180.0})
    assert report["settings"]["heading_known"] == {}
    whole = report["settings"]["heading_unknown"]["whole"]
    assert whole["queries"] == 3
    assert whole["direction_within_45deg"]["value"] is None


def test_the_page_loads_nothing(pairs_csv, encoder, tmp_path):
    done = evaluate_all(read_pairs(pairs_csv), encoder, [90.0], {"known": 0.0})
    write_html(tmp_path / "report.html", done.report, done.rows, done.raster, encoder)
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    for word in ("http:", "https:", "<script", "url(", "<link"):
        assert word not in text
    assert text.count("<img") >= 4 * 3
    for heading in ("Baselines", "Controls", "Worst cases", "Predecessor"):
        assert heading in text
    assert ">nan" not in text
