#!/usr/bin/env bash
# Measures with what a release is built with, and writes docs/benchmarks.md.
source "$(dirname "$0")/common.sh"

needs cargo
bash scripts/packages.sh engine
ANTEROOM_HOME=$(mktemp --directory)
export ANTEROOM_HOME
trap 'rm -rf "$ANTEROOM_HOME"' EXIT
cargo run --release --package anteroom-tests --bin bench -- docs/benchmarks.md
