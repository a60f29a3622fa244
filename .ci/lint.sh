#!/usr/bin/env bash
# Checks that need no test run. All of them run, so that one call shows every finding.
set -uo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
failed=()

check() { # check <name> <command...>
  local name=$1
  shift
  echo "== $name"
  "$@" || failed+=("$name")
}

# Text of the project, also when it is not committed yet. Pictures and models hold no secrets.
text_files() {
  git ls-files -z --cached --others --exclude-standard |
    grep -zvE '\.(png|jpe?g|tiff?|onnx|npz|gpkg|qm)$|^LICENSE$'
}

# The pack's checksums and self-test codes look like secrets to an entropy check.
secrets() { text_files | xargs -0 "$bin/detect-secrets-hook" --exclude-files 'pack\.json$'; }

# Left out: QGS2, guesses at ignored return values; QGS402, which asks for what QGIS 3.22 lacks;
# QGS105, against handing on the iface that QGIS itself hands to the plugin.
qgis_rules() { "$bin/flake8" --select=QGS --extend-ignore=QGS105,QGS2,QGS402 \
    plugin __init__.py resources; }

check "ruff check" "$bin/ruff" check --output-format=concise .
check "ruff format" "$bin/ruff" format --check --output-format=concise .
check "mypy --strict" "$bin/mypy"
check "bandit" "$bin/bandit" -q -r plugin __init__.py
check "detect-secrets" secrets
check "flake8-qgis" qgis_rules
check "dependency audit" "$bin/python" .ci/audit.py

if [ ${#failed[@]} -gt 0 ]; then
  printf 'Failed: %s\n' "${failed[*]}"
  exit 1
fi
echo "All checks passed."
