"""The predecessor's hash, rebuilt as a baseline from its published description.

"Hashing for Geo-Localization" (Ren, Tao, Han, Li, IEEE TGRS 61, 2023): polar-transformed aerial
picture, frozen transformer features, one network per view to 512 tanh units, sign at test; loss
0.7 x noise-contrastive estimation against a memory bank + 0.3 x soft margin; position from the
dominant set of the best five. Here: our trunk's pooled features, the memory bank holds all
training pictures, and the fit is cross-validated in `FOLDS` parts of the pairs, so that no photo
is scored by a network that saw its place.
"""

from typing import Dict, List, Mapping, NamedTuple, Tuple

import numpy as np
from numpy.typing import NDArray

from plugin.engine.birdseye import sample_bilinear

from .efficientnet import SIDE_PX
from .pooled import QueryKey, Reader, key_of, pictures_by_dataset
from .protocol import Raster
from .sighting import Sighting

BITS = 512
FOLDS = 5
STEPS = 120
LEARNING_RATE = 1e-3
WEIGHT_DECAY = 1e-3
TEMPERATURE = 0.1
MARGIN_SHARPNESS = 10.0
NCE_SHARE, MARGIN_SHARE = 0.7, 0.3
TOP = 5

FloatArray = NDArray[np.float32]


class Network(NamedTuple):
    """Two layers: (d, 512) with ReLU, (512, 512) with tanh."""

    first: FloatArray
    first_bias: FloatArray
    second: FloatArray
    second_bias: FloatArray


def polar(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Aerial picture by azimuth (columns, north in the middle) and distance (near at the foot).

    The transform of Shi et al. (NeurIPS 2019), which the predecessor uses.
    """
    height, width = rgb.shape[:2]
    azimuth = ((np.arange(SIDE_PX) + 0.5) / SIDE_PX - 0.5) * 2 * np.pi
    distance = (1 - (np.arange(SIDE_PX) + 0.5) / SIDE_PX) * min(height, width) / 2
    col = width / 2 + distance[:, None] * np.sin(azimuth)
    row = height / 2 - distance[:, None] * np.cos(azimuth)
    strip = sample_bilinear(rgb.astype(np.float32), col.astype(np.float32), row.astype(np.float32))
    return np.rint(strip).astype(np.uint8)


def loss_and_slope(similarity: FloatArray, positive: NDArray[np.int64]) -> Tuple[float, FloatArray]:
    """The published loss and its derivative.

    Args:
        similarity: (photos, pictures), -1 to 1.
        positive: (photos,), number of the true picture.
    """
    count, pictures = similarity.shape
    rows = np.arange(count)
    true = similarity[rows, positive][:, None]
    logits = (similarity - similarity.max(axis=1, keepdims=True)) / TEMPERATURE
    share = np.exp(logits)
    share /= share.sum(axis=1, keepdims=True)
    nce = -np.log(np.maximum(share[rows, positive], 1e-12)).mean()
    slope = share.copy()
    slope[rows, positive] -= 1
    slope *= NCE_SHARE / TEMPERATURE / count
    gap = MARGIN_SHARPNESS * (similarity - true)
    pull = MARGIN_SHARE * MARGIN_SHARPNESS / (1 + np.exp(-gap)) / (count * max(pictures - 1, 1))
    pull[rows, positive] = 0
    slope += pull
    slope[rows, positive] -= pull.sum(axis=1)
    margin = np.logaddexp(0, gap)
    margin[rows, positive] = 0
    margin_loss = margin.sum() / (count * max(pictures - 1, 1))
    return float(NCE_SHARE * nce + MARGIN_SHARE * margin_loss), slope


def fit_networks(
    photos: FloatArray, pictures: FloatArray, positive: NDArray[np.int64]
) -> Tuple[Network, Network]:
    """Networks for photos (n, d) and pictures (m, d), by Adam (Kingma and Ba, 2015)."""
    generator = np.random.default_rng(0)
    networks = [_fresh(values.shape[1], generator) for values in (photos, pictures)]
    parameters = [weight for network in networks for weight in network]
    mean = [np.zeros_like(weight) for weight in parameters]
    square = [np.zeros_like(weight) for weight in parameters]
    for step in range(1, STEPS + 1):
        (codes_p, hidden_p), (codes_a, hidden_a) = (
            _forward(network, values) for network, values in zip(networks, (photos, pictures))
        )
        _, slope = loss_and_slope(codes_p @ codes_a.T / BITS, positive)
        slopes = [
            *_backward(networks[0], photos, hidden_p, codes_p, slope @ codes_a / BITS),
            *_backward(networks[1], pictures, hidden_a, codes_a, slope.T @ codes_p / BITS),
        ]
        for number, derivative in enumerate(slopes):
            mean[number] += 0.1 * (derivative - mean[number])
            square[number] += 0.001 * (derivative**2 - square[number])
            change = (mean[number] / (1 - 0.9**step)) / (
                np.sqrt(square[number] / (1 - 0.999**step)) + 1e-8
            )
            parameters[number] -= LEARNING_RATE * (change + WEIGHT_DECAY * parameters[number])
    return networks[0], networks[1]


def _fresh(width: int, generator: np.random.Generator) -> Network:
    def layer(rows: int, scale: float) -> FloatArray:
        return (generator.normal(size=(rows, BITS)) * np.sqrt(scale / rows)).astype(np.float32)

    zero = np.zeros(BITS, np.float32)
    return Network(layer(width, 2.0), zero.copy(), layer(BITS, 1.0), zero.copy())


def _forward(network: Network, values: FloatArray) -> Tuple[FloatArray, FloatArray]:
    hidden = np.maximum(values @ network.first + network.first_bias, 0)
    return np.tanh(hidden @ network.second + network.second_bias), hidden


def _backward(
    network: Network, values: FloatArray, hidden: FloatArray, codes: FloatArray, slope: FloatArray
) -> List[FloatArray]:
    out = slope * (1 - codes**2)
    back = (out @ network.second.T) * (hidden > 0)
    return [values.T @ back, back.sum(axis=0), hidden.T @ out, out.sum(axis=0)]


def dominant_mean(positions_m: FloatArray) -> FloatArray:
    """Mean of the dominant set of positions (n, 2): those that lie close together.

    Replicator dynamics on exp(-distance / mean distance) (Pavan and Pelillo, PAMI 2007).
    """
    distance = np.linalg.norm(positions_m[:, None] - positions_m[None], axis=2)
    affinity = np.exp(-distance / max(float(distance.mean()), 1e-6)) * (1 - np.eye(len(distance)))
    share = np.full(len(distance), 1 / len(distance))
    for _ in range(200):
        grown = share * (affinity @ share)
        if grown.sum() <= 0:
            break
        share = grown / grown.sum()
    chosen = share > 0.5 / len(share)
    return np.asarray(positions_m[chosen].mean(axis=0))


class PredecessorHash:
    """512 bits per picture, compared by Hamming distance."""

    name = "predecessor_hash_512"
    uses_heading = False

    def __init__(self, raster: Raster, photos: Mapping[QueryKey, FloatArray], read: Reader) -> None:
        """Fit on the other folds for every fold and kind of photo.

        Args:
            photos: trunk features of all photos, see `pooled.photo_features`.
            read: what made them.
        """
        self._raster = raster
        self._members = pictures_by_dataset(raster)
        strips = read([polar(tile.rgb) for tile in raster.mosaic.tiles])
        tiles = np.array(raster.tile_numbers)
        self._photo_codes: Dict[QueryKey, NDArray[np.bool_]] = {}
        self._picture_codes: Dict[Tuple[str, int], NDArray[np.bool_]] = {}
        for view in {key[1] for key in photos}:
            keys = [key for key in photos if key[1] == view]
            features = _standard(np.stack([photos[key] for key in keys]))
            pictures = _standard(strips)
            own = tiles[[key[0] for key in keys]]
            for fold in range(FOLDS):
                test = own % FOLDS == fold
                bank = np.unique(own[~test])
                if not test.any() or len(bank) < 2:
                    continue
                positive = np.searchsorted(bank, own[~test])
                for_photo, for_picture = fit_networks(features[~test], pictures[bank], positive)
                self._picture_codes[view, fold] = _forward(for_picture, pictures)[0] > 0
                codes = _forward(for_photo, features)[0] > 0
                self._photo_codes.update(
                    (key, code) for key, code, tested in zip(keys, codes, test) if tested
                )

    def picture_scores(self, sighting: Sighting) -> Mapping[int, float]:
        """See `baselines.Baseline`; negative Hamming distances."""
        query = sighting.query
        members = self._members[self._raster.pairs[query.number].dataset]
        code = self._photo_codes.get(key_of(query))
        if code is None:  # too few pairs to fit anything: all tie, which counts as a miss
            return dict.fromkeys(members, 0.0)
        fold = self._raster.tile_numbers[query.number] % FOLDS
        pictures = self._picture_codes[query.view, fold]
        return {number: -float((pictures[number] != code).sum()) for number in members}

    def position_m(self, scores: Mapping[int, float]) -> Tuple[float, float]:
        """(x, y): mean of the dominant set of the best five pictures' centres."""
        best = sorted(scores, key=lambda number: -scores[number])[:TOP]
        centres = np.array([self._raster.mosaic.tiles[number].centre for number in best])
        x_m, y_m = dominant_mean(centres)
        return float(x_m), float(y_m)


def _standard(values: FloatArray) -> FloatArray:
    centred = values - values.mean(axis=0)
    return np.asarray(centred / (centred.std(axis=0) + 1e-6), dtype=np.float32)
