#!/usr/bin/env bash
# Builds the packages that are installed elsewhere, deb and rpm, with the window and the command line in each.
source "$(dirname "$0")/common.sh"

needs cargo node npm
bash scripts/packages.sh engine window
ui_packages

say "Building as for a release. That takes some minutes."
cargo build --release --package anteroom-cli
triple=$(rustc --print host-tuple)
mkdir -p src-tauri/binaries out/packages
install -m 755 "$target/release/anteroom" "src-tauri/binaries/anteroom-$triple"

bundles=$target/release/bundle
rm -rf "$bundles"
(cd src-tauri && ../ui/node_modules/.bin/tauri build --ci --bundles deb,rpm --config package.conf.json)

rm -f out/packages/*
cp "$bundles"/deb/*.deb "$bundles"/rpm/*.rpm out/packages/
say "" "Built:"
printf '  %s\n' out/packages/*
