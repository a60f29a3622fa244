"""The horizon as it crosses a picture: a straight line in a photo, a wave in a panorama.

Positions are fractions of width and height from the upper left corner. See `engine.camera` for
horizon and roll; the formulas here are those of its projections for points at infinity.
"""

import math
from dataclasses import dataclass, replace
from typing import List, Optional, Tuple

HIGHEST, LOWEST = -1.0, 2.0
MOST_ROLL_DEG = 60.0
# Where the line is taken to tilt it, to either side of the middle; of a panorama, where it looks
# to the side and tilts most.
HANDLE, PANORAMA_HANDLE = 0.35, 0.25
_PARTS = 48


@dataclass(frozen=True)
class HorizonLine:
    """The horizon of one picture.

    Attributes:
        horizon: height at the middle, as a fraction from the top.
        roll_deg: clockwise turn of the camera; the line then rises to the right.
        aspect: width of the picture over its height.
        panorama_deg: angle across an equirectangular picture; None for a photo.
    """

    horizon: float = 0.5
    roll_deg: float = 0.0
    aspect: float = 1.5
    panorama_deg: Optional[float] = None

    @property
    def handles(self) -> Tuple[float, float]:
        """Left and right handle, across."""
        side = HANDLE if self.panorama_deg is None else PANORAMA_HANDLE
        return 0.5 - side, 0.5 + side

    def down(self, across: float) -> float:
        """Height of the line at a fraction of the width."""
        tilt = math.tan(math.radians(self.roll_deg))
        if self.panorama_deg is None:
            return self.horizon - (across - 0.5) * self.aspect * tilt
        azimuth = math.radians((across - 0.5) * self.panorama_deg)
        below_deg = math.degrees(math.atan(-tilt * math.sin(azimuth)))
        return self.horizon + below_deg / self._height_deg

    def points(self) -> List[Tuple[float, float]]:
        """The line from left to right."""
        parts = 1 if self.panorama_deg is None else _PARTS
        return [(part / parts, self.down(part / parts)) for part in range(parts + 1)]

    def moved_to(self, horizon: float) -> "HorizonLine":
        """The same tilt at another height."""
        return replace(self, horizon=min(max(horizon, HIGHEST), LOWEST))

    def tilted_to(self, roll_deg: float) -> "HorizonLine":
        """The same height with another tilt."""
        return replace(self, roll_deg=min(max(roll_deg, -MOST_ROLL_DEG), MOST_ROLL_DEG))

    def through(self, across: float, down: float) -> "HorizonLine":
        """Tilted about the middle so that it passes a point beside it."""
        if self.panorama_deg is None:
            tilt = (self.horizon - down) / ((across - 0.5) * self.aspect)
        else:
            azimuth = math.radians((across - 0.5) * self.panorama_deg)
            below_deg = min(max((down - self.horizon) * self._height_deg, -80.0), 80.0)
            tilt = -math.tan(math.radians(below_deg)) / math.sin(azimuth)
        return self.tilted_to(math.degrees(math.atan(tilt)))

    @property
    def _height_deg(self) -> float:
        """Angle across the height of a panorama."""
        return min(180.0, (self.panorama_deg or 360.0) / self.aspect)
