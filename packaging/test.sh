#!/usr/bin/env bash
# Passes all tests on a fresh Debian 12: one release tree with every test, then the Qt-free core under the address and
# undefined-behaviour sanitizers with ten seconds of each fuzzer. Stops at the first part that fails.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

ensure_packages "${build_packages[@]}" "${test_packages[@]}"
export QT_QPA_PLATFORM=offscreen

build release
say "Testing (release)"
ctest --test-dir "$root/build/release" --output-on-failure --no-tests=error -j 2

build fuzz
say "Testing the core under the sanitizers, fuzzers for 10 s each"
ctest --test-dir "$root/build/fuzz" --output-on-failure --no-tests=error -j 2
