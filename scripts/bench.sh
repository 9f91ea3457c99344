#!/usr/bin/env bash
# Measures with what a release is built with, and writes docs/benchmarks.md.
source "$(dirname "$0")/common.sh"

needs cargo
bash scripts/packages.sh engine
cargo run --release --package anteroom-tests --bin bench -- docs/benchmarks.md
