#!/usr/bin/env bash
# Makes the reports in this folder anew from the shipped content, and notes in README.md of which commit they are.
# Needs the .NET SDK and z3. Takes about a minute.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NO_COLOR=1
reports=docs/reports
dotnet build src/BoneMets.Rules.Cli -c Release --nologo -v quiet
command=$PWD/src/BoneMets.Rules.Cli/bin/Release/net10.0/bonemets
aside=$(mktemp -d)
trap 'rm -rf "$aside"' EXIT

"$command" check --verbose >$reports/check.txt 2>&1
"$command" test --min-coverage rules=100,rows=100,bands=100,conditions=90 >$reports/coverage.txt 2>&1
"$command" test --mutation >$reports/mutation.txt 2>&1

# One threshold of one rule: surgery from 8 points on instead of 9.
cp -r workflows "$aside/released"
cp -r workflows "$aside/changed"
rule=$aside/changed/mirels-fracture-risk/workflow.json
sed -i 's/!lesion\.fractured && mirelsScore >= 9/!lesion.fractured \&\& mirelsScore >= 8/' "$rule"
[ "$(diff "$aside/released/mirels-fracture-risk/workflow.json" "$rule" | grep -c '^>')" = 1 ] || { echo "the rule of the example was not found" >&2; exit 1; }
# It ends with 1, because the documents differ.
(cd "$aside" && "$command" diff released changed) >$reports/diff-example.txt 2>&1 || [ $? = 1 ]

commit=$(git rev-parse --short HEAD)
[ -z "$(git status --porcelain -- src workflows)" ] || commit="$commit and later edits"
sed -i "s|^Made .*|Made on $(date -u +%F) from commit $commit.|" $reports/README.md
