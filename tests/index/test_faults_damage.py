"""Indexes and models with any bits changed or cut: a sentence, or what was there; nothing else."""

import json
import shutil

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugin.engine.errors import SkymatchError
from plugin.engine.pack import load_pack, shipped_pack_folder
from plugin.index.info import from_meta, stored_meta, to_meta
from plugin.index.reader import read_index
from plugin.index.writer import difference
from tests.soak.tally import tell_fault, tell_inputs, times

ODD_TEXT = st.one_of(
    st.text(max_size=20),
    st.integers().map(str),
    st.floats().map(str),
    st.sampled_from(
        ["", "0", "-1", "1e308", "nan", "inf", "9" * 400, "٣", "1_0", " 7 ", "EPSG:4326"]
    ),
)
ODD_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), ODD_TEXT),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(ODD_TEXT, inner, max_size=3)
    ),
    max_leaves=5,
)


def judge(path, expected):
    """In a word what a changed copy of an index is taken for.

    A model or raster of another name is no failure: both are compared before an index serves.

    Wrong codes, wrong places and wrong models are failures; what is missing must be told.
    """
    try:
        index = read_index(path)
    except SkymatchError as sentence:
        assert str(sentence).rstrip().endswith("."), sentence
        return "refused"
    if difference(expected.info, index.info):
        assert index.info.grid == expected.info.grid
        return "named another model or raster"
    assert index.info.grid == expected.info.grid
    covered = index.tokens.covered
    assert np.array_equal(index.tokens.codes[covered], expected.tokens.codes[covered])
    assert not (covered & ~expected.tokens.covered).any()
    if np.array_equal(covered, expected.tokens.covered):
        return "same"
    assert not index.complete, "blocks have vanished and the index passes for complete"
    return "partial"


def test_flipped_bits(built):
    """Anywhere in the file, one or several."""
    path, _ = built()
    expected, whole = read_index(path), path.read_bytes()
    tried, outcomes = times("FLIPS", 400), {}
    chance = np.random.default_rng(tried)
    for _ in range(tried):
        changed = np.frombuffer(whole, np.uint8).copy()
        for position in chance.integers(0, len(whole), int(chance.integers(1, 4))):
            changed[position] ^= 1 << int(chance.integers(0, 8))
        path.write_bytes(changed.tobytes())
        outcome = judge(path, expected)
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
    assert outcomes["refused"] > tried // 4
    tell_fault("bits of an index flipped at random places", tried, tried, 0, _in_words(outcomes))


def test_every_bit_that_places_an_index(info):
    """A changed figure never becomes another place."""
    meta, tried = stored_meta(info), 0
    for key in (key for key in meta if key.startswith("grid_")):
        for position, letter in enumerate(meta[key]):
            for bit in range(7):
                changed = chr(ord(letter) ^ (1 << bit))
                text = meta[key][:position] + changed + meta[key][position + 1 :]
                with pytest.raises(SkymatchError, match="damaged"):
                    from_meta({**meta, key: text})
                tried += 1
    assert from_meta(meta) == info
    tell_fault("each bit of the figures that place an index on the Earth", tried, tried)


def test_an_index_without_a_checksum_of_its_grid(info):
    """As the first ones were made: it is read."""
    assert from_meta(to_meta(info)) == info


def test_cut_off_anywhere(built):
    """At random lengths, and after every page."""
    path, _ = built()
    expected, whole = read_index(path), path.read_bytes()
    lengths = np.random.default_rng(4).integers(0, len(whole), times("CUTS", 100)).tolist()
    lengths += range(0, len(whole), 4096)
    for length in lengths:
        path.write_bytes(whole[:length])
        assert judge(path, expected) == "refused", length
    tell_fault("an index cut off at a random length", len(lengths), len(lengths))


def test_any_description_of_an_index(info):
    """Random metadata is refused, or it is a sound description."""
    sound = {**to_meta(info), "grid_sha256": None}
    tried = []

    @settings(max_examples=times("INPUTS", 200), deadline=None)
    @given(st.dictionaries(st.sampled_from(sorted(sound)), st.none() | ODD_TEXT, min_size=1))
    def read(changes):
        tried.append(changes)
        meta = {**sound, **changes}
        try:
            found = from_meta({key: value for key, value in meta.items() if value is not None})
        except SkymatchError as sentence:
            assert str(sentence).endswith(".")
            return
        grid = found.grid
        assert np.isfinite([grid.west_m, grid.north_m, grid.spacing_m, found.source_gsd_m]).all()
        assert grid.spacing_m > 0 and min(grid.rows, grid.cols, found.code_bytes) >= 1
        assert grid.rows * grid.cols * found.code_bytes <= 64_000_000_000

    read()
    tell_inputs("metadata of an index (hypothesis)", len(tried))


def test_any_model_description(tmp_path):
    """Random values in pack.json are refused, or make sense; files never lie outside the pack."""
    folder = shutil.copytree(shipped_pack_folder(), tmp_path / "pack")
    sound = json.loads((folder / "pack.json").read_text(encoding="utf-8"))
    places = sorted(sound) + [
        f"{name}/{inner}"
        for name, value in sorted(sound.items())
        if isinstance(value, dict)
        for inner in sorted(value)
    ]
    tried = []

    @settings(max_examples=times("INPUTS", 200), deadline=None)
    @given(st.dictionaries(st.sampled_from(places), ODD_JSON, min_size=1, max_size=3))
    def read(changes):
        tried.append(changes)
        described = json.loads(json.dumps(sound))
        for place, value in changes.items():
            name, _, inner = place.partition("/")
            if not inner:
                described[name] = value
            elif isinstance(described[name], dict):
                described[name][inner] = value
        (folder / "pack.json").write_text(json.dumps(described), encoding="utf-8")
        try:
            pack = load_pack(folder)
        except SkymatchError as sentence:
            assert str(sentence).endswith(".")
            return
        assert pack.encoder_file.parent == folder and 0.02 <= pack.gsd_m <= 2.0
        assert 8 <= pack.code_bits <= 1024 and pack.window_tokens <= 64

    read()
    tell_inputs("pack.json (hypothesis)", len(tried))


def test_any_bytes_as_model_description(tmp_path):
    """Text that is no JSON, or no object."""
    tried = []

    @settings(max_examples=times("INPUTS", 200), deadline=None)
    @given(st.one_of(st.binary(max_size=200), ODD_JSON.map(lambda v: json.dumps(v).encode())))
    def read(content):
        tried.append(content)
        (tmp_path / "pack.json").write_bytes(content)
        with pytest.raises(SkymatchError):
            load_pack(tmp_path)

    read()
    tell_inputs("any bytes as pack.json (hypothesis)", len(tried))


def _in_words(outcomes):
    return ", ".join(f"{count} {word}" for word, count in sorted(outcomes.items()))
