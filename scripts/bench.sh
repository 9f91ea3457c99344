#!/usr/bin/env bash
# Measures with what a release is built with, and writes docs/benchmarks.md. `bench.sh window ROWS` measures the window
# alone, over so many rows, `bench.sh exchange EACH LARGE` what goes from laptop to laptop, with so many contributions on each
# and so many in the largest consultation, `bench.sh server ROWS` the shared server: none of them writes anything.
# ANTEROOM_BENCH_LARGE says how many contributions the largest consultation has, where a million take too long.
source "$(dirname "$0")/common.sh"

needs cargo node npm
bash scripts/packages.sh engine window tests
ui_packages
ui_build
# A release is always private and cannot be driven: this one can, and differs in nothing else.
cargo build --release --package anteroom-window --package anteroom-tests --features anteroom-window/driven \
    --bin anteroom-window --bin empty-window --bin bench

ANTEROOM_HOME=$(mktemp --directory)
export ANTEROOM_HOME
trap 'rm -rf "$ANTEROOM_HOME"' EXIT
what=("$@")
((${#what[@]})) || what=(docs/benchmarks.md)
xvfb-run --auto-servernum --server-args="-screen 0 1280x1024x24" "$target/release/bench" "${what[@]}"
