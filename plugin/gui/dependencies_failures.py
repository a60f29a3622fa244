"""What pip and the probe say when something goes wrong, as one sentence with the next step."""

import re
from pathlib import Path
from typing import Optional, Tuple

from ..layers.language import tr

# What to look for in the output, the first that fits counts, and the name of the sentence.
_SIGNS: Tuple[Tuple[str, str], ...] = (
    (r"No module named '?(pip|ensurepip)\b", "no_pip"),
    (r"No space left on device|Errno 28|WinError 112|Disk quota exceeded", "disk_full"),
    (r"Permission denied|WinError 5\b|Errno 13|Read-only file system", "not_allowed"),
    (r"CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerificationError", "certificate"),
    (r"407 Proxy|ProxyError|Cannot connect to proxy|proxy authentication", "proxy"),
    (
        r"NewConnectionError|NameResolutionError|Temporary failure in name resolution|"
        r"getaddrinfo failed|ConnectTimeout|ReadTimeout|Connection refused|Network is unreachable|"
        r"Max retries exceeded|Connection reset",
        "no_network",
    ),
    (r"DLL load failed|WinError 126|WinError 1114", "runtime_library"),
    (r"GLIBC_|GLIBCXX_|cannot open shared object|Library not loaded", "system_too_old"),
    (r"numpy\.core\.multiarray failed|compiled using NumPy|_ARRAY_API not found", "numpy"),
    (r"is not a supported wheel|No matching distribution|Could not find a version", "no_wheel"),
    (
        r"is not a valid wheel|invalid wheel|File is not a zip|BadZipFile|has an invalid",
        "bad_wheel",
    ),
    (r"THESE PACKAGES DO NOT MATCH THE HASHES|HashMismatch", "bad_wheel"),
)


def failure_sentence(output: str, python: Path, wheels: Optional[Path] = None) -> str:
    """The sentence for what a failed child process has said.

    Args:
        output: all it wrote.
        python: the program that was called.
        wheels: the folder that was installed from; None for the network.
    """
    for pattern, name in _SIGNS:
        if re.search(pattern, output, re.IGNORECASE):
            return _sentence(name, python, wheels)
    last = [line for line in output.splitlines() if line.strip()][-1:]
    return tr(
        "The installation failed; its last words: {} Copy the command below into a terminal to see "
        "more, or install from a folder of wheels."
    ).format(_as_sentence(last[0] if last else tr("nothing was said")))


def problem_sentence(problem: str, python: Path) -> str:
    """The sentence for what the probe found wrong."""
    if "No module named 'onnxruntime'" in problem:
        return tr("onnxruntime is not installed. Press Install.")
    for pattern, name in _SIGNS:
        if name in ("runtime_library", "system_too_old", "numpy") and re.search(pattern, problem):
            return _sentence(name, python, None)
    return tr("onnxruntime was tried and does not work here: {}").format(_as_sentence(problem))


def _sentence(name: str, python: Path, wheels: Optional[Path]) -> str:
    version = tr("the Python of this QGIS")
    if name == "no_wheel" and wheels is not None:
        return tr(
            "The folder {} has no wheel of onnxruntime that fits {} on this system. Download one "
            "whose name has the right Python (see the command: cp39 for 3.9, cp312 for 3.12) and "
            "system, and choose its folder."
        ).format(wheels, version)
    return {
        "no_pip": tr(
            "This Python has no pip. Run '{} -m ensurepip --user' in a terminal (on Debian and "
            "Ubuntu: 'sudo apt install python3-pip'; on Windows use the OSGeo4W shell), then "
            "install again."
        ).format(python),
        "disk_full": tr(
            "The disk is full. Make room for about 100 MB where your QGIS profile lies, then "
            "install again."
        ),
        "not_allowed": tr(
            "The folder of your QGIS profile may not be written to. Ask who looks after this "
            "computer, or start QGIS with 'qgis --profiles-path' and a folder of your own."
        ),
        "certificate": tr(
            "The certificate of the package index is not trusted; offices that inspect traffic "
            "cause this. Set the variable PIP_CERT to your office's certificate file and start "
            "QGIS again, or install from a folder of wheels."
        ),
        "proxy": tr(
            "The proxy refused the connection. Check it under Settings > Options > Network, or "
            "install from a folder of wheels."
        ),
        "no_network": tr(
            "The package index cannot be reached. Check the network and the proxy (Settings > "
            "Options > Network), or install from a folder of wheels."
        ),
        "runtime_library": tr(
            "onnxruntime is there but a library of Windows is missing. Install the newest "
            "'Microsoft Visual C++ Redistributable' from Microsoft, restart QGIS and try again."
        ),
        "system_too_old": tr(
            "onnxruntime is too new for the libraries of this system. Put an older wheel of it "
            "(1.15 or later) into a folder and install from there."
        ),
        "numpy": tr(
            "onnxruntime does not fit QGIS's numpy. Put another version of onnxruntime into a "
            "folder and install from there; numpy itself must stay as it is."
        ),
        "no_wheel": tr(
            "The package index has no onnxruntime for {} on this system. Put a wheel that fits "
            "into a folder and install from there, or use a newer QGIS."
        ).format(version),
        "bad_wheel": tr("The wheel is damaged. Download it again, then install again."),
    }[name]


def _as_sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else text + "."
