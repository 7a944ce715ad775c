#!/usr/bin/env bash
# Measures the published portal against the sandbox, both in Release on this machine, with wrk. Prints the figures of docs/performance.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT

dotnet publish ResidentPortal -c Release -r linux-x64 --no-self-contained -o "$work/portal" --artifacts-path "$work/artifacts" -v q
dotnet publish ResidentPortal.Tests/Sandbox -c Release -o "$work/sandbox" --artifacts-path "$work/artifacts" -v q
mkdir "$work/hello" && cat > "$work/hello/hello.csproj" <<'X'
<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>
X
echo 'var b = WebApplication.CreateSlimBuilder(args); b.Logging.ClearProviders(); var a = b.Build(); a.MapGet("/", () => "hello"); a.Run();' > "$work/hello/Program.cs"
dotnet publish "$work/hello" -c Release -o "$work/hello/out" -v q

export DOTNET_ENVIRONMENT=Production Portal__PublicAddress=http://localhost:8080 Storage__Path="$work/portal.db" Mosip__BaseUrl=http://localhost:8081 Mosip__ClientSecret=measure
export Keys__Lookup__1=$(openssl rand -base64 32) Keys__Wrapping__1=$(openssl rand -base64 32) CardKeys__Signing="$(openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256)" Tracking__NetworkLookUpsPerTenMinutes=1000000
export Otp__SendGapSeconds=1 Contacts__SendsPerDay=100 Contacts__DeviceSendsPerDay=1000 Contacts__NetworkSendsPerTenMinutes=1000000 Contacts__NationalSendsPerMinute=1000000
until_answers() { until curl -sf -o /dev/null "$1"; do sleep 0.02; done; }

(cd "$work/sandbox" && Sandbox__Url=http://localhost:8081 dotnet ResidentPortal.Sandbox.dll > /dev/null) &
until_answers http://localhost:8081/
begin=$(date +%s%N)
(cd "$work/portal" && ASPNETCORE_URLS=http://localhost:8080 dotnet ResidentPortal.dll > "$work/portal.log") &
until_answers http://localhost:8080/
echo "start to first page: $(( ($(date +%s%N) - begin) / 1000000 )) ms"
(cd "$work/hello/out" && ASPNETCORE_URLS=http://localhost:8082 dotnet hello.dll > /dev/null) &
until_answers http://localhost:8082/

page=$(curl -s -c "$work/jar" http://localhost:8080/track)
FORM_TOKEN=$(sed -nE 's/.*name="__RequestVerificationToken" value="([^"]+)".*/\1/p' <<< "$page" | head -n 1)
FORM_COOKIE=$(awk '/__Host-form/ { print $6 "=" $7 }' "$work/jar")
export FORM_TOKEN FORM_COOKIE
rate() { wrk -t1 -c32 -d"${SECONDS_EACH:-6}s" "$@" | awk '/Requests\/sec/ { print $2 } /Non-2xx/ { print "  (with errors: " $0 ")" }'; }
for what in warm-up measured; do
  echo "$what: hello $(rate http://localhost:8082/) · welcome $(rate http://localhost:8080/) · tracking answer $(rate -s docs/performance/tracking.lua http://localhost:8080/track) requests/s"
done
python3 docs/performance/lost-number.py http://localhost:8080 http://localhost:8081
