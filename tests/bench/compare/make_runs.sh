#!/usr/bin/env bash
# make_runs.sh HISTORY [RUNS]: the runs that bench_compare draws from: 400 orders a second, 12 seconds each, against
# jts-sim with a latency of 5 ms (log-normal, sigma 0.4). Takes about 14 s a run; leave the machine alone meanwhile.
set -euo pipefail
bin=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../build/release/bin" && pwd)
plan=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/orders.plan.json
history=${1:?the history file to write}
ready=$(mktemp)
"$bin/jts-sim" --port 0 --fault latency=lognormal:5ms,0.4 >"$ready" &
target=$!
trap 'kill $target 2>/dev/null || true; rm -f "$ready"' EXIT
until url=$(grep -o 'http://[^ ]*' "$ready"); do
    kill -0 "$target" || exit 1
    sleep 0.1
done
for ((run = 0; run < ${2:-44}; ++run)); do
    "$bin/bellwether" run "$plan" -e baseUrl="$url" --history "$history" --quiet >/dev/null || true
done
