#!/usr/bin/env bash
# Measures what an idle circuit of the home page costs the published portal's process, with the sandbox behind it, both in Release on this machine.
# circuits.sh [COUNT]
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT

dotnet publish ResidentPortal -c Release -r linux-x64 --no-self-contained -o "$work/portal" --artifacts-path "$work/artifacts" -v q
dotnet publish ResidentPortal.Tests/Sandbox -c Release -o "$work/sandbox" --artifacts-path "$work/artifacts" -v q
dotnet build ResidentPortal.Tests/Benchmarks -c Release -o "$work/benchmarks" --artifacts-path "$work/artifacts" -v q

export DOTNET_ENVIRONMENT=Production Portal__PublicAddress=http://localhost:8080 Storage__Path="$work/portal.db" Mosip__BaseUrl=http://localhost:8081 Mosip__ClientSecret=measure
export Keys__Lookup__1=$(openssl rand -base64 32) Keys__Wrapping__1=$(openssl rand -base64 32) CardKeys__Signing="$(openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256)"
export Otp__SendGapSeconds=1 Otp__NetworkSendsPerTenMinutes=1000000 Otp__NationalSendsPerMinute=1000000
until_answers() { until curl -sf -o /dev/null "$1"; do sleep 0.05; done; }

ulimit -n 65536 2>/dev/null || true
(cd "$work/sandbox" && Sandbox__Url=http://localhost:8081 exec dotnet ResidentPortal.Sandbox.dll > /dev/null) &
until_answers http://localhost:8081/
(cd "$work/portal" && ASPNETCORE_URLS=http://localhost:8080 exec dotnet ResidentPortal.dll > "$work/portal.log") &
portal=$!
until_answers http://localhost:8080/
dotnet "$work/benchmarks/ResidentPortal.Benchmarks.dll" circuits http://localhost:8080 http://localhost:8081 "$portal" "${1:-2000}"
