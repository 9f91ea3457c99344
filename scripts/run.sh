#!/usr/bin/env bash
# Builds Anteroom and opens its window on the sample consultation; without a display, does the day in day.sh instead.
source "$(dirname "$0")/common.sh"

needs cargo
export ANTEROOM_HOME=$PWD/out/home
sample=out/sample.anteroom
passphrase="illustration only"
mkdir -p out

if [[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
    say "There is no display here, so this is the same day from the command line."
    bash scripts/packages.sh engine
    say "Building the command line. The first time takes some minutes."
    cargo build --package anteroom-cli
    exec bash scripts/day.sh "$target/debug/anteroom" "$sample" "$passphrase"
fi

needs node npm
bash scripts/packages.sh engine window
ui_packages
ui_build
say "Building. The first time takes some minutes."
cargo build --workspace --bins
if [[ ! -e $sample ]]; then
    ANTEROOM_PASSPHRASE=$passphrase "$target/debug/anteroom" sample "$sample"
fi
say ""
say "The window opens on $sample, which is an illustration: nobody said these things."
say "Its passphrase: $passphrase"
exec "$target/debug/anteroom-window" "$sample"
