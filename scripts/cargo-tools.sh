#!/usr/bin/env bash
# Builds the three cargo commands that the checks need, unless they are there.
source "$(dirname "$0")/common.sh"

# tool NAME VERSION WHY
tool() {
    cargo "$1" --version >/dev/null 2>&1 && return
    say "Installing cargo-$1 $2: $3."
    cargo install --locked --quiet "cargo-$1" --version "$2"
}

tool deny 0.20.2 "checks the licences of everything that is built in"
tool machete 0.9.2 "finds dependencies that nothing uses"
tool fuzz 0.13.2 "throws hostile bytes at what reads the journal"
