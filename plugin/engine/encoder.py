"""The vision transformer behind one call: pictures in, token projections out (onnxruntime)."""

from pathlib import Path
from typing import Any, Mapping, Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from .errors import SkymatchError
from .hashing import pack_signs
from .pack import ModelPack
from .runtime import import_onnxruntime, onnxruntime_problem, open_session, session_errors

AERIAL = "aerial"
GROUND = "ground"

LEAST_COVERED = 0.3
BATCH_WINDOWS = 8
SELF_TEST_AGREEMENT = 0.97


class Encoder:
    """Runs the ONNX model of a pack.

    Create it where it is used (in the worker thread or process). Opening runs the pack's
    self-test, so that a model that computes something else on this machine is refused.
    """

    def __init__(self, pack: ModelPack, threads: int = 0) -> None:
        """Open the model.

        Args:
            pack: a verified pack.
            threads: processor threads, 0 for all.

        Raises:
            SkymatchError: onnxruntime is missing, or the file does not load or computes
                something else than its pack says.
        """
        problem = onnxruntime_problem()
        if problem is not None:
            raise SkymatchError(problem)
        self.pack = pack
        self._threads = threads
        self._horizon: Optional[Any] = None
        self._surroundings: Optional[Any] = None
        self._session = _open_session(pack, threads)
        self._self_test()

    def encode(
        self, rgb: NDArray[np.uint8], covered: NDArray[np.bool_], view: str
    ) -> NDArray[np.float32]:
        """Token projections of windows.

        Args:
            rgb: (windows, side, side, 3) uint8.
            covered: (windows, side, side) bool, pixels that show ground. Tokens with less than
                `LEAST_COVERED` of it are hidden from all others.
            view: `AERIAL` or `GROUND`.

        Returns:
            (windows, side / token_px, side / token_px, code_bits) float32; their signs are the
            codes.
        """
        shown = (self.covered_share(covered) >= LEAST_COVERED).astype(np.float32)
        return self._run("projection", rgb, shown, 0 if view == AERIAL else 1)

    def tokens(self, rgb: NDArray[np.uint8], shown: NDArray[np.float32]) -> NDArray[np.float32]:
        """The transformer's own tokens of pictures as they are, not projected to code bits.

        Args:
            rgb: (windows, side, side, 3) uint8.
            shown: (windows, rows, cols) float32, 0 hides a token from all others.

        Returns:
            (windows, rows, cols, width) float32.
        """
        return self._run("tokens", rgb, shown, 0)

    def latitudes(self, rgb: NDArray[np.uint8], shown: NDArray[np.float32]) -> NDArray[np.float32]:
        """Where the patches of pictures lie above the horizon; see `attitude`.

        Args:
            rgb, shown: see `tokens`.

        Returns:
            (windows, rows, cols, 2) float32: sine of the latitude, log of its spread.

        Raises:
            SkymatchError: the model has no such head.
        """
        if self.pack.horizon is None:
            raise SkymatchError(
                f"The model {self.pack.name} cannot tell the horizon. Give it yourself."
            )
        if self._horizon is None:
            self._horizon = _open_session(self.pack, self._threads, self.pack.horizon.file)
        inputs = {"tokens": self.tokens(rgb, shown), "shown": shown}
        return self._told(self._horizon, inputs, (*shown.shape, 2))

    def surroundings(
        self, strip: NDArray[np.float32], shown: NDArray[np.bool_], rings: int
    ) -> NDArray[np.float32]:
        """Which code bits to expect around a camera; see `surroundings`.

        Args:
            strip: (bearings, bands, width) float32, tokens of the level photo, see `strips`.
            shown: (bearings, bands) bool, which of them the photo shows.
            rings: of distance that it tells of.

        Returns:
            (bearings, rings, code_bits) float32.

        Raises:
            SkymatchError: the model has no such head.
        """
        if self.pack.surroundings is None:
            raise SkymatchError(f"The model {self.pack.name} cannot tell what surrounds a camera.")
        if self._surroundings is None:
            file = self.pack.surroundings.file
            self._surroundings = _open_session(self.pack, self._threads, file)
        inputs = {"strip": strip, "shown": shown.astype(np.float32)}
        return self._told(self._surroundings, inputs, (len(strip), rings, self.pack.code_bits))

    def _told(
        self, session: Any, inputs: Mapping[str, NDArray[np.float32]], shape: Tuple[int, ...]
    ) -> NDArray[np.float32]:
        """What a head says, refused when it is not of the shape that the engine needs."""
        try:
            told = np.asarray(session.run(None, inputs)[0], dtype=np.float32)
        except session_errors() as error:
            raise self._unfit() from error
        if told.shape != shape:
            raise self._unfit()
        return told

    def _unfit(self) -> SkymatchError:
        return SkymatchError(
            f"The parts of the model {self.pack.name} do not fit together. "
            "Choose another model folder or install the model again."
        )

    def _run(
        self, output: str, rgb: NDArray[np.uint8], shown: NDArray[np.float32], view: int
    ) -> NDArray[np.float32]:
        batches = [
            self._session.run(
                [output],
                {
                    "rgb": rgb[start : start + BATCH_WINDOWS],
                    "shown": shown[start : start + BATCH_WINDOWS],
                    "view": np.array([view], np.int64),
                },
            )[0]
            for start in range(0, len(rgb), BATCH_WINDOWS)
        ]
        return np.asarray(np.concatenate(batches), dtype=np.float32)

    def covered_share(self, covered: NDArray[np.bool_]) -> NDArray[np.float32]:
        """Share of covered pixels per token: (windows, side, side) to (windows, rows, cols)."""
        size = self.pack.token_px
        windows, height, width = covered.shape
        tokens = covered.reshape(windows, height // size, size, width // size, size)
        return np.asarray(tokens.mean(axis=(2, 4)), dtype=np.float32)

    def _self_test(self) -> None:
        rgb = self_test_picture(self.pack.window_px)
        covered = np.ones(rgb.shape[:3], np.bool_)
        for view in (AERIAL, GROUND):
            codes = pack_signs(self.encode(rgb, covered, view))
            expected = _stored_codes(self.pack.self_test.get(view, ""))
            same = np.unpackbits(codes.ravel() ^ expected) if expected.size == codes.size else None
            if same is None or 1.0 - float(same.mean()) < SELF_TEST_AGREEMENT:
                raise SkymatchError(
                    f"The model {self.pack.name} does not compute what its pack says on this "
                    "machine. Update onnxruntime or choose another model."
                )


def self_test_picture(side_px: int) -> NDArray[np.uint8]:
    """A fixed picture (1, side_px, side_px, 3): smooth colour waves, the same on every machine."""
    rows, cols = np.mgrid[0:side_px, 0:side_px]
    waves = [(rows * 3 + cols * 5) % 256, (rows * cols // 7) % 256, (rows * 2 + cols * 11) % 256]
    return np.asarray(np.stack(waves, axis=-1)[None], dtype=np.uint8)


def _stored_codes(text: str) -> NDArray[np.uint8]:
    """Decimal bytes as codes; nothing when the text is not that."""
    try:
        return np.array([int(number) for number in text.split()], np.uint8)
    except (ValueError, OverflowError):
        return np.zeros(0, np.uint8)


def _open_session(pack: ModelPack, threads: int, file: Optional[Path] = None) -> Any:
    try:
        import_onnxruntime()
    except (ImportError, OSError) as error:
        raise SkymatchError(
            f"onnxruntime is installed but cannot be loaded ({error}). Install it again in "
            "Settings > Options > Skymatch > Installation and diagnostics."
        ) from error
    try:
        return open_session(file or pack.encoder_file, threads)
    except session_errors() as error:
        version = import_onnxruntime().__version__
        raise SkymatchError(
            f"onnxruntime {version} cannot open the model {pack.name}. "
            "Update onnxruntime or choose another model."
        ) from error
