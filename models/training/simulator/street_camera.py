"""The pose and projection of a street photo, as exact formulas in both directions.

East, north and up in metres; heading clockwise from north; pixel centres at +0.5, rows downward.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

PERSPECTIVE = "perspective"
EQUIRECTANGULAR = "equirectangular"


@dataclass(frozen=True)
class StreetCamera:
    """Where a camera stands and how it looks.

    `fov_deg` is the horizontal field of view, 360 for a full panorama. Pitch and roll belong to
    perspective cameras; a panorama is level, its rows spaced like its columns, horizon at half
    height. Positive roll turns the camera clockwise as seen from behind it.
    """

    east_m: float
    north_m: float
    height_m: float
    heading_deg: float
    width_px: int
    height_px: int
    fov_deg: float
    projection: str = PERSPECTIVE
    pitch_down_deg: float = 0.0
    roll_deg: float = 0.0

    @property
    def focal_px(self) -> float:
        """Focal length of a perspective camera in pixels."""
        return self.width_px / 2 / math.tan(math.radians(self.fov_deg) / 2)

    @property
    def px_per_radian(self) -> float:
        """Scale of a panorama, and of a perspective picture at its centre."""
        if self.projection == EQUIRECTANGULAR:
            return self.width_px / math.radians(self.fov_deg)
        return self.focal_px

    @property
    def horizon_fraction(self) -> float:
        """Where the level horizon crosses the centre column, as a fraction of the height."""
        if self.projection == EQUIRECTANGULAR:
            return 0.5
        drop_px = self.focal_px * math.tan(math.radians(self.pitch_down_deg))
        return 0.5 - drop_px / math.cos(math.radians(self.roll_deg)) / self.height_px

    def axes(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Unit vectors to the picture's right, its bottom and forward (east, north, up)."""
        heading, pitch, roll = (
            math.radians(v) for v in (self.heading_deg, self.pitch_down_deg, self.roll_deg)
        )
        level = np.array([math.sin(heading), math.cos(heading), 0.0])
        right = np.array([math.cos(heading), -math.sin(heading), 0.0])
        up = np.array([0.0, 0.0, 1.0])
        forward = math.cos(pitch) * level - math.sin(pitch) * up
        down = -math.cos(pitch) * up - math.sin(pitch) * level
        return (
            math.cos(roll) * right + math.sin(roll) * down,
            math.cos(roll) * down - math.sin(roll) * right,
            forward,
        )

    def rays(self, samples: int = 1) -> np.ndarray:
        """Unit vectors (rows * samples, columns * samples, 3), float32, through sample centres."""
        columns = (np.arange(self.width_px * samples) + 0.5) / samples - self.width_px / 2
        rows = (np.arange(self.height_px * samples) + 0.5) / samples - self.height_px / 2
        if self.projection == EQUIRECTANGULAR:
            azimuth = math.radians(self.heading_deg) + columns / self.px_per_radian
            elevation = -rows[:, None] / self.px_per_radian
            flat = np.cos(elevation)
            rays = np.stack(
                [
                    flat * np.sin(azimuth),
                    flat * np.cos(azimuth),
                    np.broadcast_to(np.sin(elevation), (rows.size, columns.size)),
                ],
                axis=2,
            )
            return rays.astype(np.float32)
        right, down, forward = self.axes()
        rays = columns[None, :, None] * right + rows[:, None, None] * down + self.focal_px * forward
        rays /= np.linalg.norm(rays, axis=2, keepdims=True)
        return rays.astype(np.float32)

    def project(self, points_m: np.ndarray) -> np.ndarray:
        """Pixel (x, y) of points (n, 3: east, north, up); NaN behind a perspective camera."""
        offset = np.asarray(points_m, float) - (self.east_m, self.north_m, self.height_m)
        if self.projection == EQUIRECTANGULAR:
            turn = np.degrees(np.arctan2(offset[:, 0], offset[:, 1])) - self.heading_deg
            azimuth = np.radians((turn + 180.0) % 360.0 - 180.0)
            elevation = np.arctan2(offset[:, 2], np.hypot(offset[:, 0], offset[:, 1]))
            plane = np.stack([azimuth, -elevation], axis=1) * self.px_per_radian
        else:
            right, down, forward = self.axes()
            depth = offset @ forward
            depth = np.where(depth > 1e-9, depth, np.nan)
            plane = np.stack([offset @ right, offset @ down], axis=1) / depth[:, None]
            plane *= self.focal_px
        return plane + (self.width_px / 2, self.height_px / 2)
