"""The photos of the sample scene: where, when and with which camera each is taken."""

from __future__ import annotations

from dataclasses import dataclass

from models.training.simulator.light import Season, Sun
from models.training.simulator.street_camera import EQUIRECTANGULAR, PERSPECTIVE


@dataclass(frozen=True)
class Shot:
    """One photo: the nearest street to a place, beside its centre line, turned from its axis."""

    name: str
    near_m: tuple[float, float]  # east, north in the town's frame
    lateral_m: float  # to the left of the street's direction
    turn_deg: float  # clockwise from the street's direction
    taken: str
    sun: Sun
    cloud_cover: float
    white_balance: tuple[float, float, float]
    focal_35mm: float = 0.0  # 35 mm equivalent; panoramas have none
    pitch_down_deg: float = 0.0
    portrait: bool = False
    gps: bool = False
    projection: str = PERSPECTIVE
    season: Season = Season()


SHOTS: tuple[Shot, ...] = (
    Shot(
        "street_01",
        (150, 262),
        1.5,
        0.0,
        "2023:05:14 10:12:40",
        Sun(120, 42, 0.7),
        0.4,
        (1.03, 1.0, 0.94),
        focal_35mm=25,
        pitch_down_deg=6,
    ),
    Shot(
        "street_02",
        (383, 469),
        -2.2,
        12.0,
        "2021:09:02 16:48:05",
        Sun(248, 28, 0.72),
        0.3,
        (1.06, 1.0, 0.9),
        focal_35mm=20,
        gps=True,
        season=Season((1.2, 1.02, 0.8), (1.15, 1, 0.8)),
    ),
    Shot(
        "street_03",
        (359, 377),
        2.0,
        20.0,
        "2022:07:21 12:30:00",
        Sun(182, 56, 0.55),
        0.8,
        (0.97, 1.0, 1.05),
        focal_35mm=28,
        pitch_down_deg=9,
        portrait=True,
    ),
    Shot(
        "street_04",
        (226, 52),
        0.8,
        178.0,
        "2024:04:03 09:05:31",
        Sun(105, 25, 0.15),
        1.0,
        (0.98, 1.0, 1.04),
        focal_35mm=22,
        pitch_down_deg=3,
        season=Season((0.9, 1.08, 0.9)),
    ),
    Shot(
        "panorama_01",
        (198, 264),
        -1.5,
        0.0,
        "2022:06:11 14:20:10",
        Sun(215, 50, 0.7),
        0.5,
        (1.0, 1.0, 1.0),
        projection=EQUIRECTANGULAR,
    ),
    Shot(
        "panorama_02",
        (352, 214),
        1.4,
        180.0,
        "2020:10:18 11:02:57",
        Sun(168, 26, 0.7),
        0.25,
        (1.05, 1.0, 0.92),
        projection=EQUIRECTANGULAR,
        gps=True,
        season=Season((1.1, 1.0, 0.8), (1.5, 1.05, 0.6)),
    ),
    Shot(
        "panorama_03",
        (291, 424),
        1.2,
        0.0,
        "2024:05:29 08:44:23",
        Sun(95, 35, 0.2),
        0.95,
        (0.97, 1.0, 1.05),
        projection=EQUIRECTANGULAR,
    ),
)
ELSEWHERE = Shot(
    "elsewhere_01",
    (250, 250),
    1.4,
    0.0,
    "2023:08:08 15:15:15",
    Sun(235, 40, 0.7),
    0.45,
    (1.02, 1.0, 0.96),
    focal_35mm=23,
    pitch_down_deg=4,
)
