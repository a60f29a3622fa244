#!/usr/bin/env bash
# Makes the shipped model anew: simulated towns, projection, surroundings, pack, calibration.
#
#   .ci/train.sh full    35 towns to fit on and 3 held out; writes models/ (over an hour on two cores)
#   .ci/train.sh small   2 towns and 1; writes build/train-small only (about 4 minutes)
#
# Towns that are there already in build/ are used again, their panoramas are drawn anew. The full setting ends with `make model`'s
# work done; measure with: make evaluate PAIRS=… OUT=…
set -euo pipefail
cd "$(dirname "$0")/.."
python=.venv/bin/python

case "${1:-full}" in
  full) data=build/crossview panoramas=build/surroundings last=1035 held_out=2003 out=models/training ;;
  small) data=build/train-small panoramas=build/train-small/panoramas last=1002 held_out=2001 out=build/train-small ;;
  *) printf 'Which setting? full or small: make train SIZE=small\n' >&2; exit 1 ;;
esac

"$python" -m models.training.crossview.simulated --out "$data" --towns 1000 "$last"
"$python" -m models.training.crossview.simulated --out "$data" --towns 2000 "$held_out"
scatter=$data/scatter.npz surroundings=$data/surroundings.npz pack=$out/pack
if [ "$out" = models/training ]; then
  scatter=models/training/crossview/scatter.npz
  surroundings=models/training/surroundings/fitted.npz
  pack=models/skymatch-s
fi
"$python" -m models.training.crossview.scatter --data "$data" --out "$scatter"
"$python" -m models.training.fit --towns "$scatter" --out "$out/projection.npz"
"$python" -m models.training.export --projection "$out/projection.npz" --out "$pack" --ground-alone
# What maps show around panoramas is told in the bits of the projection.
rm -rf "$panoramas"
"$python" -m models.training.surroundings.towns --projection "$out/projection.npz" --out "$panoramas" --towns 1000 "$last"
"$python" -m models.training.surroundings.fit --pack "$pack" --data "$panoramas" --out "$surroundings"
"$python" -m models.training.export --projection "$out/projection.npz" --out "$pack" --surroundings "$surroundings"
if [ "$out" = models/training ]; then
  "$python" -m models.training.calibrate
  "$python" -m models.training.export
fi
