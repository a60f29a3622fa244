"""Baselines with one feature vector per picture: the raw photo against the raw aerial picture.

They do not project anything to the ground and have no use for the heading. Features are centred
by their mean over all photos of one kind and over all aerial pictures, without labels.
"""

from typing import Callable, Dict, Iterable, List, Mapping, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from plugin.engine.runtime import import_onnxruntime

from ..fit import TokenReader
from .baselines import unit
from .cuts import Query
from .efficientnet import SIDE_PX, load_weights, packaged_file, pooled_model
from .protocol import Raster
from .sighting import Sighting

FloatArray = NDArray[np.float32]
Reader = Callable[[Sequence[NDArray[np.uint8]]], FloatArray]
QueryKey = Tuple[int, str, float]


def key_of(query: Query) -> QueryKey:
    """What tells the queries of one run apart."""
    return query.number, query.view, query.heading_deg or 0.0


def squeezed(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The whole picture in (224, 224, 3), whatever its form."""
    return np.asarray(Image.fromarray(rgb).resize((SIDE_PX, SIDE_PX), Image.LANCZOS))


def trunk_reader() -> Reader:
    """Mean of the tokens of the float trunk that our pack was made from."""
    trunk = TokenReader()

    def read(pictures: Sequence[NDArray[np.uint8]]) -> FloatArray:
        parts = []
        for first in range(0, len(pictures), 32):
            rgb = np.stack([squeezed(picture) for picture in pictures[first : first + 32]])
            tokens, _ = trunk.tokens(rgb, np.ones(rgb.shape[:3], np.bool_))
            parts.append(tokens.mean(axis=(1, 2)))
        return np.concatenate(parts)

    return read


def lite0_reader() -> "Reader | None":
    """Pooled features of EfficientNet-Lite0; None when its package is not installed."""
    path = packaged_file()
    if path is None:
        return None
    content = pooled_model(load_weights(path)).SerializeToString()
    session = import_onnxruntime().InferenceSession(content, providers=["CPUExecutionProvider"])

    def read(pictures: Sequence[NDArray[np.uint8]]) -> FloatArray:
        parts = []
        for first in range(0, len(pictures), 8):
            rgb = np.stack([squeezed(picture) for picture in pictures[first : first + 8]])
            planes = rgb.transpose(0, 3, 1, 2).astype(np.float32)
            parts.append(session.run(None, {"rgb": planes})[0])
        return np.concatenate(parts)

    return read


def photo_features(queries: Iterable[Query], read: Reader) -> Dict[QueryKey, FloatArray]:
    """Features of photos, a few in memory at a time."""
    features = {}
    batch: List[Query] = []
    for query in queries:
        batch.append(query)
        if len(batch) == 16:
            features.update(_read_batch(batch, read))
            batch = []
    if batch:
        features.update(_read_batch(batch, read))
    return features


def _read_batch(batch: List[Query], read: Reader) -> Dict[QueryKey, FloatArray]:
    values = read([query.photo.rgb for query in batch])
    return {key_of(query): value for query, value in zip(batch, values)}


class PooledFeatures:
    """Cosine of centred features."""

    uses_heading = False

    def __init__(
        self, name: str, raster: Raster, photos: Mapping[QueryKey, FloatArray], read: Reader
    ) -> None:
        """Read the aerial pictures.

        Args:
            name: key in the report.
            photos: features of all photos, see `photo_features`.
            read: what made them.
        """
        self.name = name
        self._members = pictures_by_dataset(raster)
        self._datasets = [pair.dataset for pair in raster.pairs]
        aerial = read([tile.rgb for tile in raster.mosaic.tiles])
        self._aerial = unit(aerial - aerial.mean(axis=0))
        self._photos = photos
        views = {key[1] for key in photos}
        self._means = {
            view: np.mean([f for key, f in photos.items() if key[1] == view], axis=0)
            for view in views
        }

    def picture_scores(self, sighting: Sighting) -> Mapping[int, float]:
        """See `baselines.Baseline`."""
        query = sighting.query
        feature = unit(self._photos[key_of(query)] - self._means[query.view])
        members = self._members[self._datasets[query.number]]
        return {number: float(self._aerial[number] @ feature) for number in members}


def pictures_by_dataset(raster: Raster) -> Dict[str, List[int]]:
    """Tile numbers of every data set."""
    found: Dict[str, List[int]] = {}
    for pair, number in zip(raster.pairs, raster.tile_numbers):
        members = found.setdefault(pair.dataset, [])
        if number not in members:
            members.append(number)
    return found
