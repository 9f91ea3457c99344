#!/usr/bin/env bash
# Hostile bytes for each decoder, for so many seconds each: scripts/fuzz.sh 10. Only where cargo fuzz and a nightly compiler are.
source "$(dirname "$0")/common.sh"

if ! cargo fuzz --version >/dev/null 2>&1; then
    say "Skipped: cargo-fuzz is not here (cargo install cargo-fuzz). The property tests of the decoders run everywhere."
    exit
fi
if ! rustup run nightly rustc --version >/dev/null 2>&1; then
    say "Skipped: there is no nightly compiler (rustup toolchain install nightly). The property tests of the decoders run everywhere."
    exit
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
for decoder in commit contents invitation vector; do
    mkdir -p "fuzz/corpus/$decoder"
    # What it finds on the way goes into the first folder; the second is never written to.
    if ! cargo +nightly fuzz run "$decoder" "fuzz/corpus/$decoder" "fuzz/seeds/$decoder" -- -max_total_time="${1:-10}" >"$log" 2>&1; then
        tail -n 60 "$log" >&2
        fail "$decoder: some bytes bring the decoder down; they lie in fuzz/artifacts/$decoder."
    fi
    say "$decoder: $(grep -o 'Done [0-9]* runs in [0-9]* second' "$log" | tail -n 1)s"
done
