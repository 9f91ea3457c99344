# What the other scripts share: sourced, never run. They all start at the top of the repository.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

target=$(realpath -m "${CARGO_TARGET_DIR:-target}")

# say LINE…
say() {
    printf "%s\n" "$@"
}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# needs rustc cargo …: what a person installs herself, because she will want to choose how.
needs() {
    local tool
    for tool; do
        command -v "$tool" >/dev/null || fail "$tool is needed and was not found. Please install Rust (rustup.rs), Node 20 or newer and make first."
    done
}

# The packages of the web UI, when they are not there yet or another list of them was committed since.
ui_packages() {
    if [[ ! -e ui/node_modules/.package-lock.json || ui/package-lock.json -nt ui/node_modules/.package-lock.json ]]; then
        say "Installing the packages that ui/package-lock.json names into ui/node_modules."
        npm --prefix ui ci --no-audit --no-fund
    fi
}

ui_build() {
    npm --prefix ui run build
}
