#!/usr/bin/env bash
# Every check and every test, quick ones first; stops at the first that fails and names it.
source "$(dirname "$0")/common.sh"

needs cargo rustfmt cargo-clippy node npm

now="getting ready"
counts=$(mktemp)

closing() {
    local status=$?
    rm -f "$counts"
    if ((status != 0)); then
        printf '\nmake test stopped at: %s (after %d min %d s)\n' "$now" $((SECONDS / 60)) $((SECONDS % 60)) >&2
    fi
}
trap closing EXIT

# step WHAT COMMAND…
step() {
    now=$1
    shift
    printf '\n== %s  [%d:%02d]\n' "$now" $((SECONDS / 60)) $((SECONDS % 60))
    "$@"
}

# All tests; each window has a display of its own. What they count goes into the closing line.
run_tests() {
    cargo test --workspace --no-fail-fast 2>&1 | tee "$counts"
}

step "system packages" bash scripts/packages.sh engine window tests
step "cargo deny, machete and fuzz are there" bash scripts/cargo-tools.sh
step "Rust is formatted" cargo fmt --all --check
step "no dependency is unused (machete)" cargo machete
step "licences and bans (deny)" cargo deny --workspace --log-level error check --hide-inclusion-graph licenses bans

step "the numbers in the papers are those of the code" node scripts/papers.mjs

step "web UI: packages" ui_packages
step "web UI: check" npm --prefix ui run check
step "web UI: lint" npm --prefix ui run lint
step "web UI: test" npm --prefix ui test
step "web UI: build" ui_build

step "clippy" cargo clippy --workspace --all-targets -- -D warnings
step "programs" cargo build --workspace
step "tests" run_tests
step "hostile bytes for the decoders" bash scripts/fuzz.sh 5

printf '\nAll checks passed in %d min %d s. Rust tests:\n' $((SECONDS / 60)) $((SECONDS % 60))
awk '/^test result: / {
    for (i = 2; i <= NF; i++) {
        if ($i == "passed;") passed += $(i - 1)
        if ($i == "failed;") failed += $(i - 1)
        if ($i == "ignored;") skipped += $(i - 1)
    }
} END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped; exit passed == 0 }' "$counts"
