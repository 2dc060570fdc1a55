#!/usr/bin/env bash
# Sets everything up, builds, and serves the editor and the API on http://127.0.0.1:5080. Further arguments go to the server.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
./setup.sh
if [ ! -f editor/dist/index.html ] || [ -n "$(find editor/src editor/index.html editor/package-lock.json -newer editor/dist/index.html -print -quit)" ]; then
  (cd editor && npm run --silent build)
fi
dotnet build src/BoneMets.Rules.Server -c Release --nologo -v quiet
exec dotnet run -c Release --no-build --project src/BoneMets.Rules.Server -- --editor editor/dist --import workflows "$@"
