#!/usr/bin/env bash
# Measures the engine beside its opponents: builds for release, checks that all decide the same, measures, and writes bench/results/.
# About twelve minutes on two cores that have nothing else to do. --quick takes two, measures little and writes below artifacts/ instead.
# --only TITLE measures one section ("memory", "HTTP"), for whoever improves it.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

output=bench/results
for option in "$@"; do
  if [ "$option" = --quick ]; then output=artifacts/bench/quick; fi
done

dotnet build bench/BoneMets.Rules.Bench -c Release -v quiet
# The command line is measured as it is meant to be installed: published for this platform, from native images.
platform=$(dotnet --info | sed -n 's/^ *RID: *//p')
dotnet publish src/BoneMets.Rules.Cli -c Release -v quiet -r "$platform" --no-self-contained -o artifacts/bench/cli
bench=bench/BoneMets.Rules.Bench/bin/Release/net10.0/BoneMets.Rules.Bench.dll
dotnet "$bench" --cli artifacts/bench/cli/bonemets.dll --output "$output" "$@"
case " $* " in *" --only "*) ;; *) dotnet "$bench" --curves --output "$output" "$@" ;; esac
