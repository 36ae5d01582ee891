#!/usr/bin/env bash
# Makes the pictures of the documentation from the real window on a real run, light and dark, into resources/help/pictures (or
# the folder given), and the same at 200 % into build/pictures-200, to be looked at. Takes about three minutes.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

ensure_packages "${build_packages[@]}" "${picture_packages[@]}"
build release jts-sim bw_pictures
folder=${1:-"$root/resources/help/pictures"}
ready=$(mktemp)
"$root/build/release/bin/jts-sim" --port 0 >"$ready" &
target=$!
trap 'kill $target 2>/dev/null || true; rm -f "$ready"' EXIT
until url=$(grep -o 'http://[^ ]*' "$ready"); do
    kill -0 "$target" || fail "jts-sim did not start"
    sleep 0.1
done
take() { # scale, folder
    mkdir -p "$2"
    for appearance in light dark; do
        say "Taking pictures: $appearance, ${1}00 %"
        QT_SCALE_FACTOR=$1 xvfb-run -a -s "-screen 0 3000x2000x24" \
            "$root/build/release/tests/bw_pictures" "$url" "$2" "$appearance" 30
    done
}
take 1 "$folder"
take 2 "$root/build/pictures-200"
