"""Part: encoding the sample photos, apart from any search; keeps their codes for other parts."""

import dataclasses
from pathlib import Path

import numpy as np
from common import SAMPLE, Figures, median_seconds, run_as_part

from plugin.engine.encoder import Encoder
from plugin.engine.pack import load_pack, shipped_pack_folder
from plugin.engine.photo import camera_of, read_photo
from plugin.engine.query import PhotoCodes, encode_photo

PHOTOS = {"panorama": "panorama_01.jpg", "photo": "street_02.jpg"}
KNOWN_DEG = 298.0


def load_codes(folder: Path, name: str) -> PhotoCodes:
    """Codes that this part kept: `panorama` or `photo`, with `_known` for one heading."""
    with np.load(folder / f"{name}.npz") as arrays:
        return PhotoCodes(
            **{field.name: arrays[field.name] for field in dataclasses.fields(PhotoCodes)}
        )


def measure(folder: Path) -> Figures:
    """Seconds per photo, with all headings and with a known one."""
    pack = load_pack(shipped_pack_folder())
    encoder = Encoder(pack)
    found: Figures = {"headings": pack.headings, "token_m": pack.token_m}
    for name, file in PHOTOS.items():
        photo = read_photo(SAMPLE / "photos" / file)
        camera = camera_of(photo)
        for label, headings in (
            (name, np.arange(pack.headings) * 360.0 / pack.headings),
            (f"{name}_known", np.array([KNOWN_DEG])),
        ):
            codes = encode_photo(photo, camera, headings, encoder)
            np.savez(folder / f"{label}.npz", **vars(codes))
            found[f"{label}_seconds"] = median_seconds(
                lambda c=camera, p=photo, h=headings: encode_photo(p, c, h, encoder), 5, 10.0
            )
            found[f"{label}_tokens"] = int(codes.codes.shape[1])
    return found


if __name__ == "__main__":
    run_as_part(measure)
