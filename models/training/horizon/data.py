"""What the head is fitted on and measured with: tokens of pictures and the truth about them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Iterable, List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from plugin.engine.attitude import letterboxed
from plugin.engine.camera import EQUIRECTANGULAR
from plugin.engine.encoder import Encoder

from ..evaluation.pairs import read_pairs
from .rendered import RenderedPhoto, rendered_photos
from .views import (
    PATCH_PX,
    WINDOW_TOKENS,
    Tilt,
    cut_equirectangular,
    draw_tilt,
    read_places,
    split_streets,
    tilted_views,
)

CUTS_OF_EACH_VIEW = 2
CUTS_OF_EACH_PANORAMA = 16
PHOTOS_OF_EACH_TOWN = 80
CHUNK = 64

Picture = Tuple[Tilt, NDArray[np.uint8]]


@dataclass(frozen=True)
class Examples:
    """Pictures as the head sees them.

    Attributes:
        tokens: (n, 16, 16, 384) float16.
        shown: (n, 16, 16) float32.
        tilts: n, the truth.
    """

    tokens: NDArray[np.float16]
    shown: NDArray[np.float32]
    tilts: List[Tilt]


def encoded(pictures: Iterable[Picture], encoder: Encoder) -> Examples:
    """Run the trunk over pictures, a few at a time."""
    tokens, shown, tilts = [], [], []
    waiting: List[NDArray[np.uint8]] = []

    def flush() -> None:
        if waiting:
            masks = np.stack(shown[-len(waiting) :])
            tokens.append(encoder.tokens(np.stack(waiting), masks).astype(np.float16))
            waiting.clear()

    for tilt, rgb in pictures:
        window, rows, cols = letterboxed(rgb, WINDOW_TOKENS, PATCH_PX)
        mask = np.zeros((WINDOW_TOKENS, WINDOW_TOKENS), np.float32)
        mask[:rows, :cols] = 1.0
        waiting.append(window)
        shown.append(mask)
        tilts.append(tilt._replace(rows=rows, cols=cols))
        if len(waiting) == CHUNK:
            flush()
    flush()
    return Examples(np.concatenate(tokens), np.stack(shown), tilts)


def joined(parts: Sequence[Examples]) -> Examples:
    """Several sets as one."""
    return Examples(
        np.concatenate([part.tokens for part in parts]),
        np.concatenate([part.shown for part in parts]),
        [tilt for part in parts for tilt in part.tilts],
    )


def tilt_of(photo: RenderedPhoto) -> Tilt:
    """Truth about a rendered photo; its tokens are counted when it is letterboxed."""
    camera = photo.camera
    aspect = camera.width_px / camera.height_px
    return Tilt(camera.fov_deg, -camera.pitch_down_deg, camera.roll_deg, 0, 0, aspect)


def rendered(towns: Sequence[int], of_each: int, encoder: Encoder) -> Examples:
    """Photos of simulated towns."""
    photos = (photo for town in towns for photo in rendered_photos(town, of_each))
    return encoded(((tilt_of(photo), photo.rgb) for photo in photos), encoder)


def streets_to_fit_on(shared: Path, encoder: Encoder) -> Examples:
    """Tilted cuts of street views."""
    fitted, _ = split_streets(read_places(shared / "street-cambridge"))
    return encoded(tilted_views(fitted, 0, CUTS_OF_EACH_VIEW), encoder)


def streets_held_out(shared: Path, encoder: Encoder) -> Examples:
    """Tilted cuts of street views of streets that nothing is fitted on."""
    _, held_out = split_streets(read_places(shared / "street-cambridge"))
    return encoded(tilted_views(held_out, 1, 1), encoder)


def panorama_cuts(shared: Path, encoder: Encoder, seed: int = 5) -> Examples:
    """Tilted cuts of the level panoramas of real pairs: another country, another camera."""
    generator = np.random.default_rng(seed)

    def cuts() -> Iterable[Picture]:
        for pair in read_pairs(shared / "real-pairs" / "index.csv"):
            if pair.projection != EQUIRECTANGULAR or (pair.fov_deg or 0.0) < 359.0:
                continue
            rgb = np.asarray(Image.open(pair.street_image).convert("RGB"))
            for _ in range(CUTS_OF_EACH_PANORAMA):
                tilt = draw_tilt(generator)
                yaw_deg = float(generator.uniform(0.0, 360.0))
                yield tilt, cut_equirectangular(rgb, tilt, yaw_deg)

    return encoded(cuts(), encoder)
