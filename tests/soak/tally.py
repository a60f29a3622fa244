"""How often the tests of faults try, and what they came to: a line of JSON each for `make soak`."""

import json
import os

TALLY_FILE = "SKYMATCH_TALLY"


def times(name: str, usual: int) -> int:
    """How often to try: SKYMATCH_<name> in the environment, else a number that takes seconds."""
    return int(os.environ.get(f"SKYMATCH_{name}", usual))


def tell_fault(fault: str, tried: int, survived: int, lost: int = 0, note: str = "") -> None:
    """Note a kind of fault.

    Args:
        fault: what was done.
        tried: how often.
        survived: how often it ended in a result or a sentence.
        lost: committed blocks, or other data that had been stored, that were gone afterwards.
        note: a measurement worth reading.
    """
    _append({"fault": fault, "tried": tried, "survived": survived, "lost": lost, "note": note})


def tell_inputs(what: str, inputs: int, note: str = "") -> None:
    """Note how many random inputs something has read; a crash fails its test instead."""
    _append({"fuzzed": what, "inputs": inputs, "note": note})


def _append(entry: "dict[str, object]") -> None:
    target = os.environ.get(TALLY_FILE)
    if target:
        with open(target, "a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")
