"""Binary codes: signs of projections, packed eight to a byte, compared by Hamming distance."""

import numpy as np
from numpy.typing import NDArray

_ONES_IN_BYTE = np.array([bin(value).count("1") for value in range(256)], np.uint8)


def pack_signs(projections: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Codes of projections: bit 1 where the value is positive.

    Args:
        projections: (..., bits), bits a multiple of 8.

    Returns:
        (..., bits / 8) uint8, first bit in the highest place.
    """
    return np.packbits(projections > 0, axis=-1)


def unpack_signs(codes: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Codes as -1 and +1, the inverse of `pack_signs` up to magnitude.

    The inner product of two of them is bits - 2 * Hamming distance, exactly.
    """
    return np.unpackbits(codes, axis=-1).astype(np.float32) * 2.0 - 1.0


def hamming_distance(a: NDArray[np.uint8], b: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Number of differing bits over the last axis; the other axes broadcast."""
    differing = _ONES_IN_BYTE[np.bitwise_xor(a, b)]
    return np.asarray(differing.sum(axis=-1, dtype=np.int64))
