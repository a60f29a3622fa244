#!/usr/bin/env bash
# Makes the shipped model anew: simulated towns, projection, pack, calibration.
#
#   .ci/train.sh full    35 towns to fit on and 3 held out; writes models/ (about an hour on two cores)
#   .ci/train.sh small   2 towns and 1; writes build/train-small only (about 5 minutes)
#
# Towns that are there already in build/ are used again. The full setting ends with `make model`'s
# work done; measure with: make evaluate PAIRS=… OUT=…
set -euo pipefail
cd "$(dirname "$0")/.."
python=.venv/bin/python

case "${1:-full}" in
  full) data=build/crossview last=1035 held_out=2003 out=models/training ;;
  small) data=build/train-small last=1002 held_out=2001 out=build/train-small ;;
  *) printf 'Which setting? full or small: make train SIZE=small\n' >&2; exit 1 ;;
esac

"$python" -m models.training.crossview.simulated --out "$data" --towns 1000 "$last"
"$python" -m models.training.crossview.simulated --out "$data" --towns 2000 "$held_out"
scatter=$data/scatter.npz
[ "$out" = build/train-small ] || scatter=models/training/crossview/scatter.npz
"$python" -m models.training.crossview.scatter --data "$data" --out "$scatter"
"$python" -m models.training.fit --towns "$scatter" --out "$out/projection.npz"
if [ "$out" = build/train-small ]; then
  "$python" -m models.training.export --projection "$out/projection.npz" --out "$out/pack"
else
  "$python" -m models.training.export
  "$python" -m models.training.calibrate
  "$python" -m models.training.export
fi
