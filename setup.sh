#!/usr/bin/env bash
# Installs what building and running needs, and with --tests what the tests need besides (Chromium, PostgreSQL, Z3, nginx …). Does nothing that is done already.
set -euo pipefail
cd "$(dirname "$0")"

need() { command -v "$1" >/dev/null 2>&1; }

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; elif need sudo; then sudo "$@"; else echo "please install as root: $*" >&2; exit 1; fi; }

apt_install() {
  # Only the programs are needed: nothing that comes with a service is started.
  local quiet=/usr/sbin/policy-rc.d
  if [ ! -e "$quiet" ]; then
    as_root sh -c "printf '#!/bin/sh\nexit 101\n' >$quiet && chmod +x $quiet"
    trap "as_root rm -f $quiet" EXIT
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@" >/dev/null
}

need dotnet || { echo "the .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2; exit 1; }
need node || { echo "Node 20 or later is needed: https://nodejs.org" >&2; exit 1; }
# What the tests use, in one go: a browser, the solver, PostgreSQL's programs (they start one of their own), a clock that can be moved, and what
# docs/operations.md shows, which is run: its proxy, its alerts, its scripts.
if [ "${1:-}" = --tests ]; then
  missing=()
  need chromium || missing+=(chromium fonts-liberation)
  need z3 || missing+=(z3)
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
  ls /usr/lib/*/faketime/libfaketimeMT.so.1 >/dev/null 2>&1 || missing+=(libfaketime)
  need nginx || missing+=(nginx)
  need parallel || missing+=(parallel)
  need promtool || missing+=(prometheus)
  need python3 || missing+=(python3)
  if [ ${#missing[@]} -gt 0 ]; then apt_install "${missing[@]}"; fi
fi

# npm packages, only when the lock file changed since the last time.
npm_install() {
  local folder=$1
  if [ ! -f "$folder/node_modules/.installed" ] || ! cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed"; then
    (cd "$folder" && npm ci --silent --no-audit --no-fund)
    cp "$folder/package-lock.json" "$folder/node_modules/.installed"
  fi
}
npm_install editor
if [ "${1:-}" = --tests ]; then npm_install tests/tools; fi
