"""The fuzzers themselves: their seeds are sound, and what crashes is seen and kept."""

import pytest

from tests.soak import fuzz, fuzz_targets

WITHOUT_QGIS = [name for name in fuzz_targets.TARGETS if name != "parameters of algorithms"]


@pytest.mark.parametrize("target", WITHOUT_QGIS)
def test_seeds_and_their_damaged_copies(target, tmp_path):
    """A second of each."""
    seeds, read = fuzz_targets.TARGETS[target](tmp_path)
    for seed in seeds:
        read(seed)
    inputs, crashes = fuzz.at_random(target, 1)
    assert inputs and not crashes


def test_a_crash_is_counted_and_kept(tmp_path, monkeypatch, capsys):
    """Every input that raises what is no sentence."""

    def broken(folder):
        def read(content):
            if b"b" not in content:
                raise KeyError("no b")

        return [b"abc"], read

    monkeypatch.setitem(fuzz_targets.TARGETS, "broken", broken)
    monkeypatch.setattr(fuzz, "CRASHES", tmp_path)
    inputs, crashes = fuzz.at_random("broken", 1)
    assert 0 < crashes < inputs
    assert all(b"b" not in file.read_bytes() for file in tmp_path.iterdir())
    assert "KeyError" in capsys.readouterr().err


@pytest.mark.skipif(not fuzz.GUIDED, reason="atheris is not installed")
def test_atheris_reports_a_crash(monkeypatch):
    """A process that ends without its statistics, or not well, counts as one."""
    inputs, crashes, text = fuzz.watched("no such target", 1)
    assert (inputs, crashes) == (0, 1) and "KeyError" in text
