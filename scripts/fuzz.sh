#!/usr/bin/env bash
# Hostile bytes for each decoder, for so many seconds each: scripts/fuzz.sh 5. With a nightly compiler each access to memory is
# checked as well (AddressSanitizer); any other compiler does without.
source "$(dirname "$0")/common.sh"

needs cargo
if ! cargo fuzz --version >/dev/null 2>&1; then
    bash scripts/cargo-tools.sh
fi
fuzz=(cargo fuzz run --sanitizer none)
if rustup run nightly rustc --version >/dev/null 2>&1; then
    fuzz=(cargo +nightly fuzz run)
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
for decoder in acceptance commit contents forgotten head invitation pieces server vector; do
    mkdir -p "fuzz/corpus/$decoder"
    # What it finds on the way goes into the first folder; the second is never written to.
    if ! "${fuzz[@]}" "$decoder" "fuzz/corpus/$decoder" "fuzz/seeds/$decoder" -- -max_total_time="${1:-5}" >"$log" 2>&1; then
        tail -n 60 "$log" >&2
        fail "$decoder: some bytes bring the decoder down; they lie in fuzz/artifacts/$decoder."
    fi
    say "$decoder: $(grep -o 'Done [0-9]* runs in [0-9]* second' "$log" | tail -n 1)s"
done
