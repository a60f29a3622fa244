"""Pictures whose tilt is known: tilted cuts of level street views, and rendered photos.

A level picture is cut as a camera would see it that is turned, tilted and zoomed from where it was
taken; so real streets come with exactly known pitch, roll and field of view.
"""

import csv
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from plugin.engine.attitude import sight_rays, up_vector
from plugin.engine.birdseye import image_pyramid, sample_bilinear

PATCH_PX = 14
WINDOW_TOKENS = 16
ASPECTS = (1.0, 4 / 3, 3 / 4, 16 / 9, 3 / 2, 9 / 16)
# Wide enough for people who hold a phone carelessly; the head learns no more tilt than this.
PITCH_SIGMA_DEG, ROLL_SIGMA_DEG = 9.0, 3.0
HELD_OUT_SHARE = 0.2
STREET_GAP_M = 60.0
METRES_PER_DEGREE = 111_195.0

FloatArray = NDArray[np.float64]


class Tilt(NamedTuple):
    """Truth about one picture; `rows` and `cols` are the tokens it takes in its window."""

    fov_deg: float
    pitch_deg: float
    roll_deg: float
    rows: int
    cols: int
    aspect: float

    @property
    def sine(self) -> FloatArray:
        """(rows, cols), sine of the latitude of every token's centre."""
        return self.rays @ up_vector(self.pitch_deg, self.roll_deg)

    @property
    def rays(self) -> FloatArray:
        """(rows, cols, 3), unit rays through the tokens' centres."""
        return sight_rays(self.rows, self.cols, self.fov_deg, self.aspect)


@dataclass(frozen=True)
class Place:
    """One place of `street-cambridge`, seen at four headings.

    Attributes:
        files: four views, 90 degrees wide.
        east_m, north_m: from the first place of the list.
        headings_deg: true headings of the views.
    """

    files: Tuple[Path, ...]
    east_m: float
    north_m: float
    headings_deg: Tuple[float, ...]


def read_places(folder: Path) -> List[Place]:
    """All places, in the order of the list, which follows the streets."""
    with (folder / "index.csv").open(newline="") as file:
        lines = list(csv.DictReader(file))
    lat0, lon0 = float(lines[0]["lat"]), float(lines[0]["lon"])
    east_per_degree = METRES_PER_DEGREE * math.cos(math.radians(lat0))
    grouped: dict = {}
    for line in lines:
        grouped.setdefault((line["lat"], line["lon"]), []).append(line)
    return [
        Place(
            tuple(folder / line["image"] for line in views),
            (float(lon) - lon0) * east_per_degree,
            (float(lat) - lat0) * METRES_PER_DEGREE,
            tuple(float(line["heading_deg"]) for line in views),
        )
        for (lat, lon), views in grouped.items()
    ]


def split_streets(places: Sequence[Place]) -> Tuple[List[Place], List[Place]]:
    """Places to fit on and whole streets held out.

    The easternmost part is held out; a belt of `STREET_GAP_M` before it belongs to neither, so that
    no held-out view shows what a fitted one has seen.
    """
    border_m = float(np.quantile([place.east_m for place in places], 1.0 - HELD_OUT_SHARE))
    fitted = [place for place in places if place.east_m < border_m - STREET_GAP_M]
    return fitted, [place for place in places if place.east_m >= border_m]


def token_sides(aspect: float) -> Tuple[int, int]:
    """Rows and columns of tokens of a picture whose longer side takes the whole window."""
    if aspect >= 1.0:
        return max(1, round(WINDOW_TOKENS / aspect)), WINDOW_TOKENS
    return WINDOW_TOKENS, max(1, round(WINDOW_TOKENS * aspect))


def draw_tilt(generator: np.random.Generator) -> Tilt:
    """A random field of view, format and tilt."""
    rows, cols = token_sides(float(generator.choice(ASPECTS)))
    return Tilt(
        float(generator.uniform(40.0, 85.0)),
        float(generator.normal(0.0, PITCH_SIGMA_DEG)),
        float(generator.normal(0.0, ROLL_SIGMA_DEG)),
        rows,
        cols,
        cols / rows,
    )


def level_rays(tilt: Tilt, yaw_deg: float) -> FloatArray:
    """Directions (right, ahead, up) in the level frame of a picture's pixels, token by token.

    Returns:
        (rows * 14, cols * 14, 3) unit vectors.
    """
    rows, cols = tilt.rows * PATCH_PX, tilt.cols * PATCH_PX
    rays = sight_rays(rows, cols, tilt.fov_deg, cols / rows)
    up = up_vector(tilt.pitch_deg, tilt.roll_deg)
    ahead = np.array([0.0, 1.0, 0.0]) - up[1] * up
    ahead /= np.linalg.norm(ahead)
    level = rays @ np.stack([np.cross(ahead, up), ahead, up], axis=1)
    yaw = math.radians(yaw_deg)
    turn = np.array(
        [[math.cos(yaw), -math.sin(yaw), 0.0], [math.sin(yaw), math.cos(yaw), 0.0], [0.0, 0.0, 1.0]]
    )
    return np.asarray(level @ turn)


def cut_perspective(
    rgb: NDArray[np.uint8], fov_deg: float, tilt: Tilt, yaw_deg: float
) -> Optional[NDArray[np.uint8]]:
    """A tilted cut of a level perspective picture; None where it would leave the picture."""
    height, width = rgb.shape[:2]
    rays = level_rays(tilt, yaw_deg)
    focal_px = width / 2.0 / math.tan(math.radians(fov_deg) / 2.0)
    depth = np.maximum(rays[..., 1], 1e-6)
    col = width / 2.0 + focal_px * rays[..., 0] / depth
    row = height / 2.0 - focal_px * rays[..., 2] / depth
    if min(col.min(), row.min()) < 0 or col.max() > width or row.max() > height:
        return None
    return _sample(rgb, col, row)


def cut_equirectangular(rgb: NDArray[np.uint8], tilt: Tilt, yaw_deg: float) -> NDArray[np.uint8]:
    """A tilted cut of a full level panorama."""
    height, width = rgb.shape[:2]
    rays = level_rays(tilt, yaw_deg)
    col = (np.degrees(np.arctan2(rays[..., 0], rays[..., 1])) / 360.0 + 0.5) % 1.0 * width
    row = (0.5 - np.degrees(np.arcsin(np.clip(rays[..., 2], -1.0, 1.0))) / 180.0) * height
    return _sample(rgb, col, row)


def _sample(rgb: NDArray[np.uint8], col: FloatArray, row: FloatArray) -> NDArray[np.uint8]:
    """Pixels at fractional positions, from a halved picture where the cut is coarser than it."""
    step_px = float(np.median(np.hypot(np.gradient(row, axis=0), np.gradient(col, axis=0))))
    pyramid = image_pyramid(rgb)
    level = min(len(pyramid) - 1, max(0, round(math.log2(max(step_px, 1e-3)))))
    scale = pyramid[level].shape[1] / rgb.shape[1]
    at = (col * scale).astype(np.float32), (row * scale).astype(np.float32)
    return np.rint(sample_bilinear(pyramid[level], *at)).astype(np.uint8)


def tilted_views(
    places: Sequence[Place], seed: int, of_each_view: int
) -> Iterator[Tuple[Tilt, NDArray[np.uint8]]]:
    """Cuts of every view of places; every second one is mirrored, which keeps the horizon."""
    generator = np.random.default_rng(seed)
    for place in places:
        for file in place.files:
            rgb = np.asarray(Image.open(file).convert("RGB"))
            for number in range(of_each_view):
                tilt, cut = draw_tilt(generator), None
                while cut is None:
                    tilt = draw_tilt(generator)
                    cut = cut_perspective(rgb, 90.0, tilt, float(generator.uniform(-15.0, 15.0)))
                if number % 2:
                    tilt, cut = tilt._replace(roll_deg=-tilt.roll_deg), cut[:, ::-1]
                yield tilt, np.ascontiguousarray(cut)
