#!/usr/bin/env bash
# Decides a large NDJSON file by several processes on one machine, or on several by ssh (GNU parallel's options in PARALLEL).
# Usage: evaluate-parallel.sh WORKFLOW INPUT OUTPUT LINES DATE. The output is to the byte what one `bonemets evaluate` writes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
workflow=$1 input=$2 output=$3 lines=$4 date=$5
folder=$(mktemp -d "${TMPDIR:-/tmp}/bonemets.XXXXXX")
trap 'rm -rf "$folder"' EXIT
split --lines="$lines" --numeric-suffixes --suffix-length=6 "$input" "$folder/part."
# One part that cannot be decided ends the others. Each process takes all cores that it sees: DOTNET_PROCESSOR_COUNT says how many.
export DOTNET_PROCESSOR_COUNT=${DOTNET_PROCESSOR_COUNT:-1}
ls "$folder" | sed -n 's/^part\.//p' | parallel --halt now,fail=1 --keep-order "$here/evaluate-part.sh" "$workflow" "$folder" "$lines" "$date" {}
cat "$folder"/decided.* >"$output"
