#!/usr/bin/env bash
# make_runs.sh HISTORY [RUNS]: the runs that bench_compare draws from: the sample plan, 18 seconds each, against jts-sim with a
# latency of 5 ms (log-normal, sigma 0.4). Takes about 20 s a run.
set -euo pipefail
bin=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../build/release/bin" && pwd)
plans=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../resources/plans" && pwd)
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
    "$bin/bellwether" run "$plans/sample.plan.json" -e baseUrl="$url" --time-scale 0.4 --history "$history" --quiet >/dev/null || true
done
