"""Model packs: a folder with `pack.json` and an ONNX file, checked before it is used.

A pack is data: it is read as JSON, its sizes and hashes are verified, and nothing in it is run
except the ONNX graph by onnxruntime.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Mapping, Optional

from .errors import SkymatchError

FORMAT = 1
LARGEST_JSON_BYTES = 1_000_000
LARGEST_MODEL_BYTES = 500_000_000
STRIP_TOKENS = 16  # side of the windows that `strips` cuts into bands

_CODE_KEYS = ("gsd_m", "token_px", "window_tokens", "margin_tokens", "code_bits")


@dataclass(frozen=True)
class Calibration:
    """Numbers that turn votes into probabilities, fitted on photos with known position.

    Attributes:
        sharpness: log-likelihood ratio of a pose = sharpness * sqrt(effective tokens) * z, z the
            raster-wide z-score of its vote.
        not_here_bias, not_here_slope: logit of "not here" = bias - slope * excess, excess the
            z-score of the best vote above what the best of that many positions reaches by chance.
    """

    sharpness: float
    not_here_bias: float
    not_here_slope: float


@dataclass(frozen=True)
class HorizonHead:
    """The small model that reads the horizon off the encoder's tokens, and how far to trust it.

    Attributes:
        file: ONNX, tokens in, latitudes out; see `attitude`.
        pitch_sigma_factor, roll_sigma_factor: from the curvature of the fit to standard deviations.
        fov_sharpness: log-likelihood of a field of view per unit of misfit.
    """

    file: Path
    pitch_sigma_factor: float
    roll_sigma_factor: float
    fov_sharpness: float


@dataclass(frozen=True)
class SurroundingsHead:
    """The small model that tells from what stands around a camera what ground to expect there.

    Attributes:
        file: ONNX, strip of tokens in, expected codes out; see `surroundings`.
        strength: how much it counts, as a share of what the ground in view counts.
    """

    file: Path
    strength: float


@dataclass(frozen=True)
class ModelPack:
    """One model and everything needed to use it.

    Attributes:
        sha256: of everything that decides about codes: the model file and how it is applied.
            Packs that differ in their calibration only can read each other's indexes.
        gsd_m: ground size of a model pixel.
        token_px: pixels per token; token spacing on the ground is gsd_m * token_px.
        window_tokens: side of an encoded window, for aerial windows and bird's-eye views alike.
        margin_tokens: tokens dropped on every side of an aerial window for want of context.
        code_bits: bits per token.
        reach_m: distance at which a photo's token weighs 1/e.
        headings: number of headings tried when the heading is unknown.
        self_test: view to the codes of `encoder.self_test_picture`, as decimal bytes.
        horizon: None in packs that cannot tell the horizon.
        surroundings: None in packs that look at the ground alone.
    """

    folder: Path
    name: str
    version: str
    licence: str
    sha256: str
    encoder_file: Path
    gsd_m: float
    token_px: int
    window_tokens: int
    margin_tokens: int
    code_bits: int
    reach_m: float
    headings: int
    calibration: Calibration
    self_test: Mapping[str, str]
    horizon: Optional[HorizonHead] = None
    surroundings: Optional[SurroundingsHead] = None

    @property
    def token_m(self) -> float:
        """Spacing of tokens and positions on the ground."""
        return self.gsd_m * self.token_px

    @property
    def window_px(self) -> int:
        """Side of an encoded window."""
        return self.window_tokens * self.token_px


def shipped_pack_folder() -> Path:
    """The pack that comes with the plugin."""
    return Path(__file__).resolve().parents[2] / "models" / "skymatch-s"


def load_pack(folder: Path) -> ModelPack:
    """Read and verify a pack. Raises SkymatchError that says what is wrong with it."""
    described = _read_json(folder)
    try:
        pack = _from_json(folder, described)
        heads = [head.file for head in (pack.horizon, pack.surroundings) if head]
        files = [pack.encoder_file, *heads]
        expected = {file: described["files"][file.name] for file in files}
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError) as error:
        raise SkymatchError(
            f"The pack.json of the model in {folder.name} is incomplete or has a wrong value "
            f"({error}). Choose another model folder or install the model again."
        ) from error
    for file, digest in expected.items():
        _check_hash(file, digest)
    return pack


def _read_json(folder: Path) -> Mapping[str, Any]:
    path = folder / "pack.json"
    try:
        if path.stat().st_size > LARGEST_JSON_BYTES:
            raise ValueError("too large")
        described = json.loads(path.read_bytes())
    except OSError as error:
        raise SkymatchError(
            f"There is no model in {folder}. Choose a folder with a pack.json, or leave the "
            "model empty to use the one that comes with the plugin."
        ) from error
    except (ValueError, RecursionError) as error:
        raise SkymatchError(
            f"The pack.json in {folder} cannot be read. "
            "Choose another model folder or install the model again."
        ) from error
    if not isinstance(described, dict) or described.get("format") != FORMAT:
        raise SkymatchError(
            f"The model in {folder} is made for another version of Skymatch. "
            f"Choose a model pack of format {FORMAT}."
        )
    return described


def _from_json(folder: Path, described: Mapping[str, Any]) -> ModelPack:
    calibration = described["calibration"]
    pack = ModelPack(
        folder=folder,
        name=str(described["name"])[:64],
        version=str(described["version"])[:32],
        licence=str(described["licence"])[:64],
        sha256=_code_identity(described),
        encoder_file=_inside(folder, described["encoder"]),
        gsd_m=_between(described, "gsd_m", 0.02, 2.0),
        token_px=int(_between(described, "token_px", 1, 64)),
        window_tokens=int(_between(described, "window_tokens", 4, 64)),
        margin_tokens=int(_between(described, "margin_tokens", 0, 30)),
        code_bits=int(_between(described, "code_bits", 8, 1024)),
        reach_m=_between(described, "reach_m", 0.5, 200.0),
        headings=int(_between(described, "headings", 1, 360)),
        calibration=Calibration(
            sharpness=_between(calibration, "sharpness", 0.0, 100.0),
            not_here_bias=_between(calibration, "not_here_bias", -100.0, 100.0),
            not_here_slope=_between(calibration, "not_here_slope", -100.0, 100.0),
        ),
        self_test={str(key): str(value) for key, value in described["self_test"].items()},
        horizon=_horizon(folder, described.get("horizon")),
        surroundings=_surroundings(folder, described.get("surroundings")),
    )
    if pack.code_bits % 8 or pack.window_tokens % 2:
        raise ValueError("code_bits must be a multiple of 8 and window_tokens even")
    if pack.surroundings and pack.window_tokens != STRIP_TOKENS:
        raise ValueError(f"surroundings are read in windows of {STRIP_TOKENS} tokens")
    if pack.window_tokens - 2 * pack.margin_tokens < 1:
        raise ValueError("margin_tokens leaves nothing of the window")
    return pack


def _horizon(folder: Path, described: Optional[Mapping[str, Any]]) -> Optional[HorizonHead]:
    if described is None:
        return None
    return HorizonHead(
        file=_inside(folder, described["file"]),
        pitch_sigma_factor=_between(described, "pitch_sigma_factor", 1e-3, 1e3),
        roll_sigma_factor=_between(described, "roll_sigma_factor", 1e-3, 1e3),
        fov_sharpness=_between(described, "fov_sharpness", 0.0, 1e3),
    )


def _surroundings(
    folder: Path, described: Optional[Mapping[str, Any]]
) -> Optional[SurroundingsHead]:
    if described is None:
        return None
    return SurroundingsHead(
        file=_inside(folder, described["file"]),
        strength=_between(described, "strength", 0.0, 10.0),
    )


def _inside(folder: Path, name: object) -> Path:
    if not isinstance(name, str) or Path(name).name != name:
        raise ValueError("a model file must be named without a folder")
    return folder / name


def _code_identity(described: Mapping[str, Any]) -> str:
    model = described["files"][described["encoder"]]
    grid = [described[key] for key in _CODE_KEYS]
    return hashlib.sha256(json.dumps([model, *grid]).encode()).hexdigest()


def _between(values: Mapping[str, Any], key: str, low: float, high: float) -> float:
    value = values[key]
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
        raise ValueError(f"{key} must lie between {low:g} and {high:g}")
    return float(value)


def _check_hash(path: Path, expected: object) -> None:
    try:
        if path.stat().st_size > LARGEST_MODEL_BYTES:
            raise SkymatchError(f"{path.name} is too large for a Skymatch model.")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise SkymatchError(
            f"The model file {path.name} is missing. Install the model again."
        ) from error
    if f"sha256:{digest}" != expected:
        raise SkymatchError(
            f"The model file {path.name} is not the one its pack.json describes; it may be "
            "damaged or altered. Install the model again."
        )
