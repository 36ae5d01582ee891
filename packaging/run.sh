#!/usr/bin/env bash
# Does the main job on a fresh Debian 12: builds Bellwether, starts the simulated trading system on a free loopback
# port and opens the workbench on the sample plan, one click from a run. Without a display, or with --headless, it runs
# the plan itself, keeps the run in the history and writes its report; other arguments then go to `bellwether run` (try
# --time-scale 0.2). The target stops when the window is closed or the run is over.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

arguments=()
window=yes
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || window=
for argument in "$@"; do
    if [ "$argument" = --headless ]; then window=; else arguments+=("$argument"); fi
done

ensure_packages "${build_packages[@]}"
build release bellwether jts-sim ${window:+bellwether-workbench}

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

plan="$root/resources/plans/sample.plan.json"
if [ -n "$window" ]; then
    say "Opening the workbench; close its window to end"
    "$bin/bellwether-workbench" "$plan" -e "baseUrl=$url" "${arguments[@]}" &
else
    say "Running resources/plans/sample.plan.json"
    "$bin/bellwether" run "$plan" -e "baseUrl=$url" --report "$report" "${arguments[@]}" &
fi
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
