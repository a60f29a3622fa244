#!/usr/bin/env bash
# Walks through the packed plugin on another QGIS, in the Debian that .ci/test-qgis.sh has made.
#
#   make docs-qgis QGIS=3.40   writes docs/walk-3.40.md and its pictures
#
# Needs build/skymatch.zip (make package). The working tree is copied; nothing is shared with tests
# that may run in the same Debian, but for its Python packages.
set -euo pipefail
cd "$(dirname "$0")/.."

qgis=${1:-}
case "$qgis" in
  3.40) suite=trixie ;;
  3.44) suite=sid ;;
  *) printf '%s\n' "Which QGIS? 3.40 or 3.44: .ci/walk-qgis.sh 3.40" >&2; exit 1 ;;
esac
root=${XDG_CACHE_HOME:-$HOME/.cache}/skymatch/roots/$suite
python=/root/skymatch/.venv/bin/python
[ -x "$root$python" ] ||
  { printf '%s\n' "There is no Debian with QGIS $qgis yet. Make it: make test-qgis QGIS=$qgis" >&2; exit 1; }

copy=$root/root/skymatch-walk
rm -rf "$copy"
mkdir -p "$copy/build"
cp -r .ci resources docs "$copy"
cp build/skymatch.zip "$copy/build/"
bwrap --bind "$root" / --proc /proc --dev /dev --perms 1777 --tmpfs /tmp --die-with-parent --unshare-pid \
  --unshare-net --chdir /root/skymatch-walk \
  --clearenv --setenv HOME /root --setenv LANG C.UTF-8 --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin \
  "$python" .ci/walk
rm -rf "docs/walk-$qgis"
cp -r "$copy/docs/walk" "docs/walk-$qgis"
sed -e "s#](walk/#](walk-$qgis/#g" -e 's#Made by `make docs`#Made by `make docs-qgis`#' "$copy/docs/walk.md" >"docs/walk-$qgis.md"
rm -rf "$copy"
