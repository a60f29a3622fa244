#!/usr/bin/env bash
# Runs the tests on another QGIS, in a Debian of its own that leaves this machine's as it is.
#
#   .ci/test-qgis.sh 3.40                      on Debian 13 (trixie)
#   .ci/test-qgis.sh 3.44                      on Debian unstable (sid)
#   .ci/test-qgis.sh 3.40 tests/layers -k svg  only these tests (arguments of pytest)
#
# debootstrap makes the Debian once, in ~/.cache/skymatch/roots, and every later run uses it again;
# delete its folder to begin anew. bubblewrap enters it. The working tree is copied into it; all that
# is written here is what a whole run came to, in build/suites. Ends with the status of the tests.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*"; }
refuse() { printf '%s\n' "$*" >&2; exit 1; }

qgis=${1:-}
[ $# = 0 ] || shift
case "$qgis" in
  3.40) suite=trixie ;;
  3.44) suite=sid ;;
  *) refuse "Which QGIS? 3.40 (Debian 13) and 3.44 (Debian unstable) can be tested: make test-qgis QGIS=3.40" ;;
esac

root=${XDG_CACHE_HOME:-$HOME/.cache}/skymatch/roots/$suite
copy=$root/root/skymatch
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}

check_machine() {
  local tool
  for tool in debootstrap bwrap; do
    command -v "$tool" >/dev/null ||
      refuse "$tool is missing. Install it: sudo apt-get install debootstrap bubblewrap"
  done
  [ "$(id -u)" = 0 ] || refuse "debootstrap must be root to make a Debian. Run this with sudo."
}

make_root() {
  [ ! -e "$root/.ready" ] || return 0
  say "Making Debian $suite in $root (a few minutes)"
  rm -rf "$root" # what an interrupted run may have left
  mkdir -p "$root"
  debootstrap --variant=minbase --include=ca-certificates,git,make,python3 "$suite" "$root" "$mirror" \
    >"$root.log" || refuse "debootstrap failed; $root.log and $root/debootstrap tell why."
  # A mirror's snapshot may be older than its Release file allows; its signature still counts.
  echo 'Acquire::Check-Valid-Until "false";' >"$root/etc/apt/apt.conf.d/90skymatch"
  echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/90skymatch" # it can be made again at any time
  touch "$root/.ready"
}

copy_working_tree() {
  say "Copying the working tree to $copy"
  mkdir -p "$copy"
  find "$copy" -mindepth 1 -maxdepth 1 ! -name .venv -exec rm -rf {} +
  git ls-files -z --cached --others --exclude-standard |
    while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done |
    tar --create --null --files-from=- | tar --extract --no-same-owner --directory "$copy"
}

# The network stays reachable, for apt and pip; they need this machine's resolver and certificates.
inside() {
  bwrap --bind "$root" / --proc /proc --dev /dev --perms 1777 --tmpfs /tmp \
    --die-with-parent --unshare-pid \
    --ro-bind-try /etc/resolv.conf /etc/resolv.conf --ro-bind-try /etc/pip.conf /etc/pip.conf \
    --ro-bind-try /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt \
    --ro-bind-try "$PWD/../shared" /root/shared --chdir /root/skymatch \
    --clearenv --setenv HOME /root --setenv LANG C.UTF-8 --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin \
    "$@"
}

check_version() {
  local installed
  installed=$(inside dpkg-query --show --showformat='${Version}' qgis)
  case "$installed" in
    "$qgis".*) ;;
    *) refuse "Debian $suite has QGIS $installed, not $qgis. Delete $root if it is out of date." ;;
  esac
}

run_tests() {
  if [ $# = 0 ]; then
    inside make test
  else
    inside make build && inside .venv/bin/python -m pytest -q "$@"
  fi
}

keep_record() {
  [ ! -d "$copy/build/suites" ] || { mkdir -p build && cp -r "$copy/build/suites" build/; }
}

check_machine
make_root
exec 9>"$root/.lock"
flock --nonblock 9 || refuse "Another run uses $root. Try again when it has ended."
copy_working_tree
inside make setup-training
check_version
status=0
run_tests "$@" || status=$?
keep_record
say "The tests on QGIS $qgis ended with status $status."
exit "$status"
