#!/usr/bin/env bash
#SBATCH --job-name=bonemets
#SBATCH --cpus-per-task=2
#SBATCH --time=04:00:00
# Decides one part of a large NDJSON file that was split into parts of LINES lines each:
#   split --lines=LINES --numeric-suffixes --suffix-length=6 patients.ndjson FOLDER/part.
# Usage: evaluate-part.sh WORKFLOW FOLDER LINES DATE [NUMBER]; the number is the end of the part's name, without it Slurm says it:
#   sbatch --array=0-99 evaluate-part.sh BoneTargetedAgent /scratch/run 100000 2026-01-31
# Afterwards FOLDER/decided.* in order are what one process would have written. Needed: bonemets, or its command in BONEMETS,
# and the library in ./workflows or in LIBRARY. A part that is there already is not decided again.
set -euo pipefail
workflow=$1 folder=$2 lines=$3 date=$4 number=${5:-${SLURM_ARRAY_TASK_ID:?is missing: give a number or start it by sbatch --array}}
read -ra command <<<"${BONEMETS:-bonemets}"
number=$((10#$number))
name=$(printf '%06d' "$number")
[ ! -f "$folder/decided.$name" ] || exit 0
status=0
"${command[@]}" evaluate "$workflow" --library "${LIBRARY:-workflows}" --input "$folder/part.$name" --output "$folder/decided.$name.partial" \
  --first-line $((number * lines + 1)) --as-of "$date" || status=$?
# 3: some lines were bad. They are error lines of the output, and the rest is decided.
if [ "$status" -ne 0 ] && [ "$status" -ne 3 ]; then exit "$status"; fi
mv "$folder/decided.$name.partial" "$folder/decided.$name"
