#!/usr/bin/env bash
# Does the main job on a fresh Debian 12: builds Bellwether, starts the simulated trading system on a free loopback
# port, runs the sample plan against it, keeps the run in the history and writes its report. Arguments go to
# `bellwether run` (try --time-scale 0.2). --headless is accepted and changes nothing while there is no window.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

arguments=()
for argument in "$@"; do
    [ "$argument" = --headless ] || arguments+=("$argument")
done

ensure_packages "${build_packages[@]}"
build release bellwether jts-sim

bin="$root/build/release/bin"
reports="$root/build/reports"
mkdir -p "$reports"
report="$reports/sample-$(date +%Y%m%d-%H%M%S).html"
ready=$(mktemp)
target=
stop_target() {
    if [ -n "$target" ]; then
        kill "$target" 2>/dev/null || true
        wait "$target" 2>/dev/null || true
        target=
        say "jts-sim stopped"
    fi
    rm -f "$ready"
}
trap stop_target EXIT

# Both programs get process groups of their own: Ctrl-C then reaches this script alone, which hands it to the run
# (the first ends it gracefully, a second at once) and stops the target when the run has ended.
set -m
"$bin/jts-sim" --port 0 >"$ready" &
target=$!
for _ in $(seq 100); do
    url=$(sed -n 's/.*\(http:\/\/[^ ]*\).*/\1/p' "$ready")
    [ -n "$url" ] && break
    kill -0 "$target" 2>/dev/null || fail "jts-sim did not start: $(cat "$ready")"
    sleep 0.1
done
[ -n "$url" ] || fail "jts-sim did not say that it is ready within 10 s"
say "jts-sim is ready on $url"

say "Running resources/plans/sample.plan.json"
"$bin/bellwether" run "$root/resources/plans/sample.plan.json" -e "baseUrl=$url" --report "$report" "${arguments[@]}" &
run=$!
trap 'kill -INT $run 2>/dev/null || true' INT
trap 'kill -TERM $run 2>/dev/null || true' TERM HUP
# wait returns early when a signal comes; the run is over only when its process is gone.
while :; do
    code=0
    wait "$run" || code=$?
    kill -0 "$run" 2>/dev/null || break
done
[ ! -f "$report" ] || say "Report: $report"
exit "$code"
