#!/usr/bin/env bash
# Half an hour of mixed load on two servers while their surroundings fail; says what was found, and writes bench/results/soak.md.
# Everything is in tests/BoneMets.Rules.System.Tests/Soak. --short does one round of it, as ./test.sh does, and writes nothing.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDTERMINALLOGGER=off
case ${1:-} in
  --short) ;;
  "") export BONEMETS_NIGHTLY=1 BONEMETS_WRITE_REPORTS=1 ;;
  *) echo "usage: tests/tools/soak.sh [--short]" >&2; exit 2 ;;
esac
./setup.sh --tests
dotnet build tests/BoneMets.Rules.System.Tests -c Release -v quiet
dotnet test tests/BoneMets.Rules.System.Tests -c Release --no-build --filter "FullyQualifiedName~.Soak." --logger "console;verbosity=detailed"
