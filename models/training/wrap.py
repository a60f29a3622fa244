"""Wrap an ONNX network, or one for each view, as a model pack; docs/own-model.md explains it.

    python -m models.training.wrap --aerial a.onnx --ground g.onnx --out folder \\
        --name my-model --licence MIT --gsd-m 0.16

Means and projection are fitted on pictures that the user gives, by default on the sample scene.
"""

import argparse
import hashlib
import json
from pathlib import Path
from typing import Dict, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np
import onnx
from numpy.typing import NDArray
from PIL import Image

from plugin.engine.birdseye import birdseye_view, image_pyramid
from plugin.engine.encoder import AERIAL, GROUND, LEAST_COVERED, self_test_picture
from plugin.engine.errors import SkymatchError
from plugin.engine.grid import MetricGrid
from plugin.engine.hashing import pack_signs
from plugin.engine.pack import FORMAT
from plugin.engine.photo import camera_of, read_photo
from plugin.engine.runtime import import_onnxruntime

from .evaluation.mosaic import Mosaic
from .export import Projection
from .fit import BITS, fit_projection
from .wrap_graph import Form, cut_at, form_of, wrapped

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
SAMPLE_GSD_M = 0.2
IMAGENET_MEAN, IMAGENET_STD = (123.675, 116.28, 103.53), (58.395, 57.12, 57.375)
MOST_WINDOWS, TURNS_OF_A_PHOTO = 150, 8
LEAST_WEIGHT = 0.02
SEED = 0
# Cautious: a sharpness below that of the shipped model, and no opinion on "not here".
UNCALIBRATED = {"sharpness": 0.3, "not_here_bias": 0.0, "not_here_slope": 0.0}

FloatArray = NDArray[np.float32]


class Pictures(NamedTuple):
    """What means and projection are fitted on: aerial pictures of one scale, and street photos."""

    aerial: Sequence[Path]
    aerial_gsd_m: float
    photos: Sequence[Path]


class Scale(NamedTuple):
    """How the network is applied to the ground; see `plugin.engine.pack.ModelPack`."""

    gsd_m: float
    margin_tokens: int = 2
    reach_m: float = 8.0
    headings: int = 24


def sample_pictures() -> Pictures:
    """Those that come with the plugin."""
    photos = sorted((SAMPLE / "photos").glob("*.jpg"))
    return Pictures([SAMPLE / "orthophoto.tif"], SAMPLE_GSD_M, photos)


def fitted(
    networks: Sequence[onnx.ModelProto],
    form: Form,
    scale: Scale,
    pictures: Pictures,
    random_rotation: bool = False,
) -> Projection:
    """Mean token of either view, and the projection to bits: principal components, or random."""
    if form.width < BITS:
        raise SkymatchError(
            f"The network gives {form.width} numbers a token, and codes have {BITS} bits. "
            "Choose an --output that is wider."
        )
    identity = Projection(
        np.eye(form.width, BITS, dtype=np.float32), np.zeros((2, form.width), np.float32)
    )
    content = wrapped(networks, form, identity).SerializeToString()
    aerial, _ = _tokens(content, form, *_aerial_windows(pictures, form, scale), view=0)
    ground, share = _tokens(content, form, *_birdseye_views(pictures, form, scale), view=1)
    along_m = (np.arange(form.rows) + 0.5 - form.rows / 2) * scale.gsd_m * form.token_px
    near = np.exp(-(along_m[:, None] ** 2 + along_m[None] ** 2) / scale.reach_m**2)
    weight = (np.where(share >= LEAST_COVERED, share, 0.0) * near).astype(np.float32)
    kept = weight > LEAST_WEIGHT
    if not kept.any():
        raise SkymatchError("The photos show no ground. Give photos of streets with --photos.")
    projection = fit_projection(aerial.reshape(-1, form.width), ground[kept], weight[kept])
    if not random_rotation:
        return projection
    drawn = np.random.default_rng(SEED).normal(size=(form.width, BITS))
    return projection._replace(matrix=np.linalg.qr(drawn)[0].astype(np.float32))


def write_pack(
    folder: Path,
    networks: Sequence[onnx.ModelProto],
    form: Form,
    scale: Scale,
    projection: Projection,
    words: Dict[str, str],
    calibration: Optional[Dict[str, float]] = None,
) -> None:
    """Write `encoder.onnx` and `pack.json`.

    Args:
        words: name, version, licence and origin.
    """
    content = wrapped(networks, form, projection).SerializeToString(deterministic=True)
    described = {
        "format": FORMAT,
        **words,
        "encoder": "encoder.onnx",
        "files": {"encoder.onnx": f"sha256:{hashlib.sha256(content).hexdigest()}"},
        "gsd_m": scale.gsd_m,
        "token_px": form.token_px,
        "window_tokens": form.rows,
        "margin_tokens": scale.margin_tokens,
        "code_bits": projection.matrix.shape[1],
        "reach_m": scale.reach_m,
        "headings": scale.headings,
        "calibration": calibration or UNCALIBRATED,
        "self_test": _self_test_codes(content, form),
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "encoder.onnx").write_bytes(content)
    (folder / "pack.json").write_text(json.dumps(described, indent=1) + "\n")


def _self_test_codes(content: bytes, form: Form) -> Dict[str, str]:
    rgb = self_test_picture(form.window_px)
    shown = np.ones((1, form.rows, form.rows), np.float32)
    codes = {}
    for number, view in enumerate((AERIAL, GROUND)):
        inputs = {"rgb": rgb, "shown": shown, "view": np.array([number], np.int64)}
        (projection,) = _session(content).run(["projection"], inputs)
        codes[view] = " ".join(map(str, pack_signs(projection).ravel()))
    return codes


def _session(content: bytes):
    runtime = import_onnxruntime()
    return runtime.InferenceSession(content, providers=["CPUExecutionProvider"])


def _tokens(
    content: bytes, form: Form, rgb: NDArray[np.uint8], covered: NDArray[np.bool_], view: int
) -> Tuple[FloatArray, FloatArray]:
    """Tokens of windows and the covered share of each."""
    sides = (len(rgb), form.rows, form.token_px, form.rows, form.token_px)
    share = covered.reshape(sides).mean(axis=(2, 4)).astype(np.float32)
    shown = (share >= LEAST_COVERED).astype(np.float32)
    session, number = _session(content), np.array([view], np.int64)
    parts = [
        session.run(["tokens"], {"rgb": rgb[i : i + 8], "shown": shown[i : i + 8], "view": number})
        for i in range(0, len(rgb), 8)
    ]
    return np.concatenate([part for (part,) in parts]), share


def _aerial_windows(
    pictures: Pictures, form: Form, scale: Scale
) -> Tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Windows at random places of the pictures, wholly covered."""
    rgb = [np.asarray(Image.open(path).convert("RGB")) for path in pictures.aerial]
    mosaic = Mosaic(rgb, [pictures.aerial_gsd_m] * len(rgb))
    whole = mosaic.token_grid(scale.gsd_m)
    generator, side, windows = np.random.default_rng(SEED), form.window_px, []
    for _ in range(4 * MOST_WINDOWS):
        row, col = (int(generator.integers(max(n - side, 1))) for n in (whole.rows, whole.cols))
        west_m, north_m = whole.corner(row, col)
        part = MetricGrid(whole.crs, west_m, north_m, scale.gsd_m, side, side)
        window = mosaic.read(part)
        if window.covered.all():
            windows.append(window)
        if len(windows) == MOST_WINDOWS:
            break
    if not windows:
        raise SkymatchError(
            f"No aerial picture is {side * scale.gsd_m:.0f} m wide and high. Give larger ones."
        )
    return np.stack([w.rgb for w in windows]), np.stack([w.covered for w in windows])


def _birdseye_views(
    pictures: Pictures, form: Form, scale: Scale
) -> Tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Photos from above, turned anyhow."""
    generator, views = np.random.default_rng(SEED), []
    for path in pictures.photos:
        photo = read_photo(path)
        camera, pyramid = camera_of(photo), image_pyramid(photo.rgb)
        for heading_deg in generator.uniform(0.0, 360.0, TURNS_OF_A_PHOTO):
            views.append(birdseye_view(pyramid, camera, heading_deg, scale.gsd_m, form.window_px))
    return np.stack([v.rgb for v in views]), np.stack([v.valid for v in views])


def _parser() -> argparse.ArgumentParser:
    sample = sample_pictures()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--aerial", type=Path, required=True, help="ONNX network")
    parser.add_argument("--ground", type=Path, help="for bird's-eye views, when it is another one")
    parser.add_argument("--out", type=Path, required=True, help="folder of the pack")
    parser.add_argument("--name", required=True)
    parser.add_argument("--version", default="1")
    parser.add_argument("--licence", required=True, help="of the weights, such as Apache-2.0")
    parser.add_argument("--origin", default="", help="where the weights come from")
    parser.add_argument("--gsd-m", type=float, required=True, help="ground size of a pixel")
    parser.add_argument("--window-px", type=int, default=224)
    parser.add_argument("--margin-tokens", type=int, default=2)
    parser.add_argument("--reach-m", type=float, default=8.0)
    parser.add_argument("--mean", type=float, nargs=3, default=IMAGENET_MEAN, help="of 0 to 255")
    parser.add_argument("--std", type=float, nargs=3, default=IMAGENET_STD)
    parser.add_argument("--output", help="inner value to take instead of the first output")
    parser.add_argument("--random", action="store_true", help="rotate at random, fit means only")
    parser.add_argument("--pictures", type=Path, nargs="+", default=sample.aerial, help="aerial")
    parser.add_argument("--picture-gsd-m", type=float, default=SAMPLE_GSD_M)
    parser.add_argument("--photos", type=Path, nargs="+", default=sample.photos)
    parser.add_argument("--calibration", type=Path, help="written by models.training.calibrate")
    return parser


def wrap(options: argparse.Namespace) -> None:
    """What the command line asks for. Raises SkymatchError with a sentence."""
    paths = [options.aerial] + ([options.ground] if options.ground else [])
    networks = [onnx.load(str(path)) for path in paths]
    if options.output:
        networks = [cut_at(network, options.output) for network in networks]
    normal = tuple(options.mean), tuple(options.std)
    forms = {form_of(network, options.window_px, *normal) for network in networks}
    if len(forms) > 1:
        raise SkymatchError("The two networks give features of different size or layout.")
    form = forms.pop()
    scale = Scale(options.gsd_m, options.margin_tokens, options.reach_m)
    pictures = Pictures(options.pictures, options.picture_gsd_m, options.photos)
    projection = fitted(networks, form, scale, pictures, options.random)
    words = {key: getattr(options, key) for key in ("name", "version", "licence", "origin")}
    calibration = None
    if options.calibration:
        calibration = json.loads(options.calibration.read_text())["calibration"]
    write_pack(options.out, networks, form, scale, projection, words, calibration)
    size = (options.out / "encoder.onnx").stat().st_size
    token_m = scale.gsd_m * form.token_px
    print(f"{options.out}: {size:,} bytes, a token of {form.width} numbers every {token_m:.2f} m")


def main(arguments: Optional[List[str]] = None) -> None:
    """Command line."""
    try:
        wrap(_parser().parse_args(arguments))
    except SkymatchError as error:
        raise SystemExit(str(error)) from error


if __name__ == "__main__":
    main()
