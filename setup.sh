#!/usr/bin/env bash
# Installs what building and running needs, and with --tests what the tests need besides (Chromium, PostgreSQL, Z3, nginx, GNU parallel, promtool, Python). Does nothing that is done already.
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
if [ "${1:-}" = --tests ] && ! need chromium; then apt_install chromium fonts-liberation; fi
if [ "${1:-}" = --tests ] && ! need z3; then apt_install z3; fi
# The tests start a PostgreSQL of their own: only its programs are needed.
if [ "${1:-}" = --tests ] && ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then apt_install postgresql; fi

# What docs/operations.md shows is run: its proxy, its alerts, its scripts.
if [ "${1:-}" = --tests ] && ! { need nginx && need parallel && need promtool && need python3; }; then apt_install nginx parallel prometheus python3; fi

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
