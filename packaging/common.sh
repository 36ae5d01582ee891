# Shared by the commands beside this file: what to install, and how to say what is being done.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\033[1m==> %s\033[0m\n' "$*" >&2; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

build_packages=(
    clang-19 libclang-rt-19-dev llvm-19 cmake ninja-build ccache mold pkg-config
    qt6-base-dev libqt6sql6-sqlite qt6-charts-dev libqt6opengl6-dev libgl-dev libopengl-dev qt6-svg-dev qt6-websockets-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
    nlohmann-json3-dev libsimdjson-dev libre2-dev libssl-dev libc-ares-dev liburing-dev libnghttp2-dev node-llhttp zlib1g-dev libcli11-dev libboost-dev libqpdf-dev fonts-open-sans
    libgtest-dev libgmock-dev libvalijson-dev
)
test_packages=(clang-format-19 sqlite3 xvfb xauth poppler-utils fonts-noto-cjk dbus-daemon)
picture_packages=(xvfb xauth fonts-inter fonts-noto-cjk)

# Installs the packages that are missing; does nothing, and needs no rights, when all are there.
ensure_packages() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "these packages are missing and neither root nor sudo is at hand: ${missing[*]}"
        as_root=(sudo)
    fi
    say "Installing from Debian: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build <preset> [target...]
build() {
    local preset=$1
    shift
    say "Building ($preset)"
    (cd "$root" && cmake --preset "$preset" >"$root/build/$preset.configure.log" 2>&1) \
        || { cat "$root/build/$preset.configure.log" >&2; fail "the build could not be configured"; }
    cmake --build "$root/build/$preset" ${1:+--target "$@"}
}
mkdir -p "$root/build"
