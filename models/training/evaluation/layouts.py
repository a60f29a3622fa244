"""Folders that people have, read as pairs: CVUSA, CVACT, VIGOR, or photos over a GeoTIFF.

`read_any` tells them apart. Scales: the data sets state zoom levels and offsets, not ground sizes
of what their files show; where a number below was fitted instead, its source says so.
"""

import csv
import math
import re
from pathlib import Path
from typing import Dict, List, Optional, Sequence, Tuple

from PIL import Image, UnidentifiedImageError

from plugin.engine.camera import EQUIRECTANGULAR
from plugin.engine.errors import SkymatchError

from .geotagged import geotagged_pairs, is_geotagged
from .pairs import Pair, read_pairs

# Web Mercator at the equator: 156543 m per 256 px tile pixel at zoom 0.
MERCATOR_M = 156_543.034
# Ground sides fitted for a camera 2.5 m high, ../shared/data/README.md: 256 px at 0.22 and 0.165.
CVACT_SIDE_M, CVUSA_SIDE_M = 56.3, 42.2
# Liu and Li (CVPR 2019); Workman et al. (ICCV 2015): CVUSA keeps the middle of its panoramas.
CVUSA_VFOV_DEG, CVUSA_HORIZON = 65.45, 0.53
VIGOR_ZOOM = 20  # gives 0.111 m/px in Chicago as Lentsch et al. (SliceMatch, CVPR 2023) measured
VIGOR_SIDE_PX = 640
VIGOR_LISTS = ("same_area_balanced_test", "pano_label_balanced")
VIGOR_SPLITS = ("splits__corrected", "splits_corrected", "splits")


def read_any(path: Path) -> List[Pair]:
    """Pairs of a list or of a folder in one of the known layouts."""
    if path.is_file():
        return read_pairs(path)
    if not path.is_dir():
        raise SkymatchError(f"There is no {path}. Give a CSV list or a folder.")
    if (path / "index.csv").is_file():
        return read_pairs(path / "index.csv")
    for is_it, read in (
        (_cvusa_list, read_cvusa),
        (_cvact_matrix, read_cvact),
        (_vigor_lists, read_vigor),
        (is_geotagged, geotagged_pairs),
    ):
        if is_it(path):
            found = read(path)
            if not found:
                raise SkymatchError(f"{path} names pictures, but none of them is there.")
            return found
    raise SkymatchError(
        f"{path} is in no known layout. Give a CSV list, or a folder with splits/val-19zl.csv "
        "(CVUSA), ACT_data.mat (CVACT), splits/<city>/same_area_balanced_test.txt (VIGOR), or "
        "geotagged JPEG photos and one GeoTIFF."
    )


def thinned(pairs: Sequence[Pair], most: int) -> List[Pair]:
    """At most so many pairs of every data set, evenly spread, in the order given."""
    groups: Dict[str, List[Pair]] = {}
    for pair in pairs:
        groups.setdefault(pair.dataset, []).append(pair)
    kept = {
        id(group[round(i * (len(group) - 1) / max(most - 1, 1))])
        for group in groups.values()
        for i in range(min(most, len(group)))
        if len(group) > most
    } | {id(pair) for group in groups.values() if len(group) <= most for pair in group}
    return [pair for pair in pairs if id(pair) in kept]


def _panorama(
    dataset: str, name: str, street: Path, aerial: Path, gsd_m: float,
    vfov_deg: Optional[float] = None, horizon: Optional[float] = None,
    offset_m: Tuple[float, float] = (0.0, 0.0),
) -> Pair:  # fmt: skip
    """A full panorama with north in the middle."""
    return Pair(
        dataset=dataset, id=name, street_image=street, aerial_image=aerial, heading_deg=0.0,
        fov_deg=360.0, vfov_deg=vfov_deg, horizon=horizon, camera_height_m=None,
        projection=EQUIRECTANGULAR, aerial_gsd_m=gsd_m, centred=offset_m == (0.0, 0.0),
        camera_east_m=offset_m[0], camera_north_m=offset_m[1],
    )  # fmt: skip


def _width_px(path: Path) -> int:
    try:
        with Image.open(path) as picture:
            return picture.width
    except UnidentifiedImageError as error:
        raise SkymatchError(f"{path} is no picture that can be read.") from error


def _cvusa_list(folder: Path) -> Optional[Path]:
    path = folder / "splits" / "val-19zl.csv"
    return path if path.is_file() else None


def read_cvusa(folder: Path) -> List[Pair]:
    """`splits/val-19zl.csv`: aerial picture, panorama and annotation per line, no header."""
    found = []
    with (folder / "splits" / "val-19zl.csv").open(newline="", encoding="utf-8") as file:
        for line in csv.reader(file):
            if len(line) < 2:
                continue
            aerial, street = folder / line[0].strip(), folder / line[1].strip()
            if aerial.is_file() and street.is_file():
                gsd_m = CVUSA_SIDE_M / _width_px(aerial)
                found.append(
                    _panorama(
                        "CVUSA", aerial.stem, street, aerial, gsd_m, CVUSA_VFOV_DEG, CVUSA_HORIZON
                    )
                )
    return found


def _cvact_matrix(folder: Path) -> Optional[Path]:
    path = folder / "ACT_data.mat"
    return path if path.is_file() else None


def read_cvact(folder: Path) -> List[Pair]:
    """`ACT_data.mat`: the validation part of its panoIds, pictures in one of the usual folders."""
    from scipy.io import loadmat
    from scipy.io.matlab import MatReadError

    try:
        content = loadmat(str(folder / "ACT_data.mat"), simplify_cells=True)
        names = [str(name).strip() for name in content["panoIds"]]
        wanted = content["valSet"]["valInd"]
    except (KeyError, TypeError, ValueError, NotImplementedError, MatReadError) as error:
        raise SkymatchError(
            "ACT_data.mat has no panoIds and valSet.valInd. Take the file that CVACT comes with."
        ) from error
    found = []
    numbers = wanted.ravel().tolist() if hasattr(wanted, "ravel") else [wanted]
    for number in numbers:
        name = names[int(number) - 1]
        for place in (folder, folder / "ANU_data_small", folder / "ANU_data_test"):
            street = place / "streetview" / f"{name}_grdView.jpg"
            aerial = place / "satview_polish" / f"{name}_satView_polish.jpg"
            if street.is_file() and aerial.is_file():
                gsd_m = CVACT_SIDE_M / _width_px(aerial)
                found.append(_panorama("CVACT", name, street, aerial, gsd_m))
                break
    return found


def _vigor_lists(folder: Path) -> List[Path]:
    """The test list of every city; corrected labels first, then the original ones."""
    for splits in VIGOR_SPLITS:
        for name in VIGOR_LISTS:
            found = sorted(folder.glob(f"{splits}/*/{name}*.txt"))
            if found:
                return found
    return []


def read_vigor(folder: Path) -> List[Pair]:
    """Lines of: panorama, then four times aerial picture and the camera's place in it.

    The first aerial picture is the positive one. Its two numbers are how many pixels of 640 the
    camera lies below and left of the centre. The labels first published assume a wrong ground
    size and are off by up to 3 m; corrected ones (SliceMatch) are taken where they are there.
    """
    found = []
    for path in _vigor_lists(folder):
        city = path.parent.name
        for line in path.read_text(encoding="utf-8").splitlines():
            words = line.split()
            if len(words) < 4:
                continue
            street = folder / city / "panorama" / words[0]
            aerial = folder / city / "satellite" / words[1]
            if not (street.is_file() and aerial.is_file()):
                continue
            ground_m = _vigor_gsd_m(aerial)
            gsd_m = ground_m * VIGOR_SIDE_PX / _width_px(aerial)
            below_px, left_px = float(words[2]), float(words[3])
            offset_m = (-left_px * ground_m, -below_px * ground_m)
            found.append(
                _panorama(f"VIGOR {city}", street.stem, street, aerial, gsd_m, offset_m=offset_m)
            )
    return found


def _vigor_gsd_m(aerial: Path) -> float:
    """Ground size of a pixel of 640, from the latitude in `satellite_<lat>_<lon>.png`."""
    match = re.match(r"satellite_(-?\d+\.?\d*)_(-?\d+\.?\d*)", aerial.stem)
    if match is None:
        raise SkymatchError(f"{aerial.name} does not name its latitude as VIGOR's pictures do.")
    lat_deg = float(match.group(1))
    return MERCATOR_M * math.cos(math.radians(lat_deg)) / 2**VIGOR_ZOOM
