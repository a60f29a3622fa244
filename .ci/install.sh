#!/usr/bin/env bash
# Links build/skymatch into a QGIS profile, so that QGIS loads what `make build` staged last.
#
#   .ci/install.sh [profile]      the profile's name, "default" when left out
#
# Only a link is ever replaced; a folder of that name was put there by someone else and stays.
set -euo pipefail
cd "$(dirname "$0")/.."

staged=$PWD/build/skymatch
plugins=${XDG_DATA_HOME:-$HOME/.local/share}/QGIS/QGIS3/profiles/${1:-default}/python/plugins
target=$plugins/skymatch

if [ -e "$target" ] && [ ! -L "$target" ]; then
  echo "$target is a real folder, perhaps installed from the plugin manager. Remove it in QGIS first; it is left as it is." >&2
  exit 1
fi
if [ -L "$target" ] && [ "$(readlink "$target")" != "$staged" ]; then
  echo "Replacing the link to $(readlink "$target")."
fi
mkdir -p "$plugins"
ln -sfn "$staged" "$target"
echo "Linked $target to $staged."
echo "Start QGIS (or restart it) and tick Skymatch in Plugins, Manage and Install Plugins."
