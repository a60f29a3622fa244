#!/usr/bin/env bash
# Adds to .venv what only `make soak` needs: a fuzzer guided by coverage, and a Python with PyQt6.
# Without them it fuzzes with random changes and leaves PyQt6 out, and says so.
set -uo pipefail
cd "$(dirname "$0")/.."

pip=(-m pip install --quiet --disable-pip-version-check)
.venv/bin/python "${pip[@]}" 'atheris==3.0.*' ||
  echo "atheris cannot be installed here; inputs are changed at random instead."
[ -x .venv/pyqt6/bin/python ] || .venv/bin/python -m venv .venv/pyqt6
.venv/pyqt6/bin/python "${pip[@]}" 'PyQt6==6.*' ||
  echo "PyQt6 cannot be installed here; its smoke test is left out."
touch .venv/.ready-soak
