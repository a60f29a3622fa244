"""Random changes of a picture that leave its layout: colour, contrast, blur, grain, compression."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter

Picture = NDArray[np.uint8]
GREY = np.array([0.299, 0.587, 0.114], np.float32)


def varied(rgb: Picture, generator: np.random.Generator, most_blur_px: float) -> Picture:
    """One random variation: what sensors, processing chains and archives do to a picture.

    Args:
        rgb: (rows, cols, 3) uint8.
        most_blur_px: standard deviation of the strongest blur.
    """
    light = rgb.astype(np.float32) / 255.0
    light = light ** generator.uniform(0.7, 1.45)
    light *= generator.uniform(0.75, 1.25) * generator.normal(1.0, 0.06, 3).astype(np.float32)
    grey = (light @ GREY)[..., None]
    light = grey + (light - grey) * generator.uniform(0.2, 1.4)
    light = (light - light.mean()) * generator.uniform(0.7, 1.3) + light.mean()
    light += generator.uniform(0.0, 0.12) * (generator.random() < 0.4)
    blur_px = generator.uniform(0.0, most_blur_px)
    if blur_px > 0.2:
        light = gaussian_filter(light, (blur_px, blur_px, 0))
    light += generator.normal(0.0, generator.uniform(0.0, 0.03), light.shape).astype(np.float32)
    pixels = np.rint(np.clip(light, 0.0, 1.0) * 255.0).astype(np.uint8)
    return _compressed(pixels, int(generator.integers(35, 96)))


def _compressed(rgb: Picture, quality: int) -> Picture:
    file = io.BytesIO()
    Image.fromarray(rgb).save(file, "JPEG", quality=quality)
    return np.asarray(Image.open(file).convert("RGB"))
