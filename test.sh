#!/usr/bin/env bash
# Every check there is: installs what it needs, builds, checks the format, runs all tests of all kinds.
# The last line is "N passed, N failed". Options: --fast leaves out the browser and the formatter; --nightly runs the long forms too.
set -uo pipefail
cd "$(dirname "$0")"
fast=
nightly=
silence=5m
for option in "$@"; do
  case $option in
    --fast) fast=--fast ;;
    --nightly)
      nightly=--nightly
      silence=60m
      export BONEMETS_NIGHTLY=1
      ;;
    *) echo "usage: ./test.sh [--fast] [--nightly]" >&2; exit 2 ;;
  esac
done
passed=0
failed=0
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT

step() { printf '\n== %s (after %d s)\n' "$1" "$SECONDS"; }

# A step that either works or is one failure.
must() {
  local name=$1
  shift
  step "$name"
  if "$@"; then passed=$((passed + 1)); else echo "FAILED: $name"; failed=$((failed + 1)); return 1; fi
}

finish() {
  printf '\n%d s\n%d passed, %d failed\n' "$SECONDS" "$passed" "$failed"
  [ "$failed" -eq 0 ]
  exit
}

# Starts a test project, all of it or what a filter leaves. A test that says nothing for five minutes (by night for an hour) is named and
# ended, so that a hang is a failure. The output goes through a file: a process that a test leaves behind would keep a pipe open, and this
# script waiting.
declare -A running
start_dotnet_tests() {
  local project=$1 filter=${2:-}
  dotnet test "tests/$project" -c Release --no-build --nologo --blame-hang-timeout "$silence" --blame-hang-dump-type none ${filter:+--filter "$filter"} \
    --results-directory "$log/results-$project" --logger "console;verbosity=minimal" >"$log/$project" 2>&1 </dev/null &
  running[$project]=$!
}

# Shows what a started project says until it ends, and adds its counts.
finish_dotnet_tests() {
  local project=$1
  step "tests: $project"
  tail -n +1 -s 0.2 -f --pid="${running[$project]}" "$log/$project"
  wait "${running[$project]}"
  local status=$?
  local line p f
  line=$(grep -E '(Passed|Failed)! +- +Failed: +[0-9]+' "$log/$project" | tail -n 1)
  f=$(sed -nE 's/.*Failed: +([0-9]+),.*/\1/p' <<<"$line")
  p=$(sed -nE 's/.*Passed: +([0-9]+),.*/\1/p' <<<"$line")
  passed=$((passed + ${p:-0}))
  failed=$((failed + ${f:-0}))
  if [ "$status" -ne 0 ] && [ "${f:-0}" -eq 0 ]; then failed=$((failed + 1)); fi
}

# Runs a command whose last counting line is "N passed, N failed".
counted() {
  local name=$1
  shift
  step "$name"
  "$@" 2>&1 | tee "$log/counted"
  local status=${PIPESTATUS[0]}
  local line p f
  line=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "$log/counted" | tail -n 1)
  p=$(sed -nE 's/^([0-9]+) passed.*/\1/p' <<<"$line")
  f=$(sed -nE 's/.* ([0-9]+) failed.*/\1/p' <<<"$line")
  passed=$((passed + ${p:-0}))
  failed=$((failed + ${f:-0}))
  if [ "$status" -ne 0 ] && [ "${f:-0}" -eq 0 ]; then failed=$((failed + 1)); fi
}

editor_tests() {
  step "tests: editor"
  (cd editor && npx vitest run --maxWorkers=100% --reporter=json --outputFile="$log/vitest.json" && true)
  local status=$?
  local p f
  p=$(node -p "JSON.parse(require('fs').readFileSync('$log/vitest.json')).numPassedTests" 2>/dev/null || echo 0)
  f=$(node -p "JSON.parse(require('fs').readFileSync('$log/vitest.json')).numFailedTests" 2>/dev/null || echo 0)
  # A file that cannot be loaded has no tests that failed, but a message.
  [ "$status" -eq 0 ] || node -e "for (const file of JSON.parse(require('fs').readFileSync('$log/vitest.json')).testResults) { if (file.message) console.log(file.name, file.message); for (const test of file.assertionResults) if (test.status === 'failed') console.log(file.name, test.fullName, ...test.failureMessages); }"
  echo "editor: $p passed, $f failed"
  passed=$((passed + p))
  failed=$((failed + f))
  if [ "$status" -ne 0 ] && [ "$f" -eq 0 ]; then failed=$((failed + 1)); fi
}

# Exactly the packages of the lock files, or none.
restore_locked() {
  dotnet restore BoneMets.Rules.sln --locked-mode --nologo -v quiet && return
  echo "The packages are not those of the lock files. Was a package changed on purpose: dotnet restore --force-evaluate, and look at what git shows. Else see docs/supply-chain.md." >&2
  return 1
}

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDTERMINALLOGGER=off

must "set-up" ./setup.sh --tests || finish
must "editor: types and lint" bash -c 'cd editor && { npm run --silent typecheck & types=$!; npm run --silent lint; lint=$?; wait $types && [ $lint -eq 0 ]; }'
must "editor: API types are those of schemas/openapi.json" bash -c 'cd editor && npm run --silent api-types -- --check'
must "editor: build" bash -c 'cd editor && npm run --silent build' || finish
must "packages are those of the lock files" restore_locked || finish
# The compiler runs for a minute or two: to measure its own code for better code later costs it a quarter more than that gives back.
short_lived=(env DOTNET_TieredPGO=0)
must "build" "${short_lived[@]}" dotnet build BoneMets.Rules.sln -c Release --no-restore --nologo -v minimal || finish
# They take both processors; beside browsers and servers two of them were starved until they failed.
editor_tests
# The system tests mostly wait, for browsers and servers: everything else runs meanwhile. Style and analyzers are part of the build.
# By night the soak runs for half an hour and judges how long things take: it gets the machine for itself, at the end.
[ "$fast" = --fast ] || start_dotnet_tests BoneMets.Rules.System.Tests ${nightly:+"FullyQualifiedName!~.Soak."}
[ "$fast" = --fast ] || must "format" "${short_lived[@]}" dotnet format whitespace BoneMets.Rules.sln --verify-no-changes --no-restore
counted "documents against their JSON Schemas" node tests/tools/validate-schemas.mjs
must "supply chain: the tool's own tests" node --test tests/tools/supply-chain/
counted "supply chain: bill of materials and licences" node tests/tools/supply-chain.mjs --check
[ "$fast" = --fast ] || must "supply chain: the engine is built to the same bytes elsewhere" "${short_lived[@]}" tests/tools/reproducible-build.sh --engine
[ -z "$nightly" ] || must "supply chain: everything is built to the same bytes elsewhere" "${short_lived[@]}" tests/tools/reproducible-build.sh
must "every document checked" dotnet run -c Release --no-build --project src/BoneMets.Rules.Cli -- check --quick
counted "golden cases" dotnet run -c Release --no-build --project src/BoneMets.Rules.Cli -- test --min-coverage rules=100,rows=100,bands=100,conditions=90
must "statements, rules and cases: the table in workflows/README.md" dotnet run -c Release --no-build --project src/BoneMets.Rules.Cli -- trace --check --output workflows/README.md
start_dotnet_tests BoneMets.Rules.Tests
finish_dotnet_tests BoneMets.Rules.Tests
[ "$fast" = --fast ] || finish_dotnet_tests BoneMets.Rules.System.Tests
if [ -z "$fast" ] && [ -n "$nightly" ]; then
  start_dotnet_tests BoneMets.Rules.System.Tests "FullyQualifiedName~.Soak."
  finish_dotnet_tests BoneMets.Rules.System.Tests
fi
finish
