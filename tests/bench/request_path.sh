#!/bin/sh
# Instructions of our own for one warm request, counted by callgrind: a run of 4,000 requests less one of 2,000, so that start and
# end cancel out. Needs valgrind and built programs: tests/bench/request_path.sh build/release/bin [requests]
set -eu
bin=$1
more=${2:-2000}
folder=$(mktemp -d)
trap 'kill "$target" 2>/dev/null; rm -rf "$folder"' EXIT
"$bin/jts-sim" --port 0 >"$folder/ready" &
target=$!
until grep -q ready "$folder/ready"; do sleep 0.05; done
url=$(sed 's/.* //' "$folder/ready")

# instructions <name> <iterations> <step>
instructions() {
    printf '{"bellwether": 1, "name": "count", "flows": {"f": {"steps": [%s]}}, "scenarios": {"s": {"executor": "per-vu-iterations", "vus": 1, "iterations": %s, "flow": "f"}}}' \
        "$3" "$2" >"$folder/count.plan.json"
    # Valgrind knows no io_uring.
    timeout 300 valgrind --tool=callgrind --callgrind-out-file="$folder/$1" "$bin/bellwether" run "$folder/count.plan.json" \
        --workers 1 --reactor epoll --no-history --quiet >/dev/null 2>"$folder/log" || true
    sed -n 's/.*Collected : \([0-9]*\).*/\1/p' "$folder/log"
}

# perRequest <name> <step>
perRequest() {
    few=$(instructions "$1" "$more" "$2")
    many=$(instructions "$1" $((2 * more)) "$2")
    echo "$1: $(((many - few) / more)) instructions a request"
}

perRequest get "{\"http\": {\"name\": \"get\", \"url\": \"$url/health\", \"checks\": {\"answered\": \"status == 200\"}}}"
perRequest order "{\"http\": {\"name\": \"order\", \"method\": \"POST\", \"url\": \"$url/api/orders\",
    \"json\": {\"symbol\": \"KRW-BTC\", \"side\": \"buy\", \"type\": \"market\", \"quantity\": \"\${randomInt(1, 100)}\"},
    \"extract\": {\"orderId\": \"json('\$.orderId')\"},
    \"checks\": {\"created\": \"status == 201\", \"has an id\": \"json('\$.orderId') != null\", \"filled\": \"json('\$.status') == 'filled'\"}}}"
