"""What the tests of evaluation share: pairs made from the sample scene."""

import csv

import pytest
from PIL import Image

from plugin.engine.camera import EQUIRECTANGULAR

GSD_M, SIDE_PX = 0.2, 240


@pytest.fixture(scope="session")
def pairs_csv(sample_scene, tmp_path_factory):
    """The sample panoramas with the piece of orthophoto around each, in the pairs format."""
    folder = tmp_path_factory.mktemp("pairs")
    with Image.open(sample_scene / "orthophoto.tif") as picture:
        whole = picture.convert("RGB")
    lines = []
    with (sample_scene / "photos" / "truth.csv").open() as file:
        truths = [t for t in csv.DictReader(file) if t["projection"] == EQUIRECTANGULAR]
    for truth in truths:
        col = (float(truth["easting_m"]) - 344_000) / GSD_M
        row = (6_209_500 - float(truth["northing_m"])) / GSD_M
        half = SIDE_PX // 2
        name = truth["photo"].replace(".jpg", ".png")
        box = (round(col) - half, round(row) - half, round(col) + half, round(row) + half)
        whole.crop(box).save(folder / name)
        photo = folder / truth["photo"]
        photo.write_bytes((sample_scene / "photos" / truth["photo"]).read_bytes())
        lines.append(["sample", name, photo.name, name, truth["heading_deg"], 360, "panorama"])
    path = folder / "index.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            "dataset,id,street_image,aerial_image,heading_deg,fov_deg,type,aerial_gsd_m,"
            "camera_in_aerial".split(",")
        )
        writer.writerows([*line, GSD_M, "centre"] for line in lines)
    return path
