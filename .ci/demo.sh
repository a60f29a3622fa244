#!/usr/bin/env bash
# The sample scene from raster to project, and the project opened again in a second process.
set -euo pipefail
cd "$(dirname "$0")/.."
demo=build/skymatch/resources/sample/demo.py
out=build/demo

.venv/bin/python "$demo" --out "$out"
.venv/bin/python "$demo" --verify "$out/demo.qgz"
