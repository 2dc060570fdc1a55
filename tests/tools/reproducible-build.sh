#!/usr/bin/env bash
# Does the same source give the same bytes? Builds what is shipped in two folders of different names and compares all
# files. With --engine: only the library BoneMets.Rules, against the one that is built here already (Release).
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDTERMINALLOGGER=off
options=(-c Release --nologo -v quiet -p:RestoreLockedMode=true)

# What git knows or would add, without anything that was built.
copy() {
  mkdir -p "$1"
  git ls-files -z --cached --others --exclude-standard | xargs -0 -n 200 sh -c 'for f; do [ ! -e "$f" ] || printf "%s\0" "$f"; done' sh | tar --null -T - -cf - | tar -xf - -C "$1"
}

sums() { (cd "$1" && find . -type f -print0 | sort -z | xargs -0 sha256sum); }

compare() {
  local files
  files=$(wc -l <"$1")
  [ "$files" -gt 0 ] || { echo "nothing was built" >&2; exit 1; }
  if diff "$1" "$2"; then echo "$files files, the same bytes in both"; else echo "the build is not reproducible: the files above differ" >&2; exit 1; fi
}

if [ "${1:-}" = --engine ]; then
  here=src/BoneMets.Rules/bin/Release/net10.0
  [ -f "$here/BoneMets.Rules.dll" ] || { echo "build the solution first (Release)" >&2; exit 2; }
  copy "$work/another place"
  # The analyzers say nothing new, and add nothing to what is built.
  (cd "$work/another place" && dotnet build src/BoneMets.Rules "${options[@]}" -p:RunAnalyzers=false)
  sums "$root/$here" >"$work/here.sums"
  sums "$work/another place/$here" >"$work/there.sums"
  compare "$work/here.sums" "$work/there.sums"
  exit
fi
[ $# -eq 0 ] || { echo "usage: $0 [--engine]" >&2; exit 2; }

build() {
  local place=$1 output=$2
  # npm's packages are those of package-lock.json: linked, or copied to another disk.
  cp -al editor/node_modules "$place/editor/node_modules" 2>/dev/null || cp -a editor/node_modules "$place/editor/"
  (
    cd "$place"
    (cd editor && npm run --silent build -- --logLevel warn)
    mkdir -p "$output"
    cp -a editor/dist "$output/editor"
    for project in Server Cli; do dotnet publish "src/BoneMets.Rules.$project" "${options[@]}" -o "$output/$project"; done
    for project in BoneMets.Rules BoneMets.Rules.Client; do dotnet pack "src/$project" "${options[@]}" -o "$output/packages"; done
    # A package is an archive: what differs inside is easier to find than that it differs.
    for package in "$output"/packages/*.nupkg; do mkdir "$package.content" && (cd "$package.content" && unzip -q "$package"); done
  )
}
# Both before anything is built: somebody may be editing.
copy "$work/one"
copy "$work/quite another place"
build "$work/one" "$work/built/one"
build "$work/quite another place" "$work/built/two"
sums "$work/built/one" >"$work/one.sums"
sums "$work/built/two" >"$work/two.sums"
compare "$work/one.sums" "$work/two.sums"
