#!/usr/bin/env bash
# Installs the Debian or Ubuntu packages that are missing for what is named: engine, window, tests.
# Asks nothing of the network, and nothing of sudo, where all of them are there.
source "$(dirname "$0")/common.sh"

engine=(
    "build-essential: a C compiler and linker, for Rust and for SQLCipher"
    "perl: configures OpenSSL, which SQLCipher encrypts with"
    "pkg-config: finds system libraries"
)
window=(
    "libwebkit2gtk-4.1-dev: shows the window"
    "libgtk-3-dev: its menus and file dialogs"
    "libdbus-1-dev: its talk with the desktop"
    "librsvg2-dev: its icons"
    "fonts-noto-core: letters of many scripts, Arabic among them"
    "fonts-noto-cjk: Chinese letters"
)
tests=(
    "xvfb: a display nobody sees, for the tests in the real window"
    "xauth: lets them in there"
    "webkit2gtk-driver: drives the window"
    "xdotool: turns the wheel, and answers dialogs of the system"
    "libreoffice-writer: opens the documents that were written"
    "pandoc: reads them back"
    "poppler-utils: looks at their pages"
    "gnome-keyring: a keyring such as a desktop has"
    "dbus: lets programs talk with it"
    "postgresql: a shared server of the tests' own, on a port that only this computer reaches"
    "strace: shows that a commit is on the disk before it is acknowledged"
)

wanted=()
for group; do
    case $group in
        engine) wanted+=("${engine[@]}") ;;
        window) wanted+=("${window[@]}") ;;
        tests) wanted+=("${tests[@]}") ;;
        *) fail "packages.sh knows engine, window and tests, not $group." ;;
    esac
done

if ! command -v dpkg-query >/dev/null; then
    say "This is neither Debian nor Ubuntu. If the build stops, it lacks what these packages hold there:"
    printf '  %s\n' "${wanted[@]}"
    exit 0
fi

is_there() {
    # What is only known of, because another package names it, is "not-installed".
    dpkg-query --show --showformat='${db:Status-Status}\n' "$1" 2>/dev/null | grep --quiet --line-regexp installed
}

missing=()
for entry in "${wanted[@]}"; do
    is_there "${entry%%:*}" || missing+=("$entry")
done
((${#missing[@]})) || exit 0

say "Installing system packages that are missing:"
printf '  %s\n' "${missing[@]}"
as_root=()
if ((EUID != 0)); then
    command -v sudo >/dev/null || fail "That needs an administrator. Please have these installed, then try again: ${missing[*]%%:*}"
    say "sudo may ask for your password for this."
    as_root=(sudo)
fi
"${as_root[@]}" apt-get update --quiet
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends "${missing[@]%%:*}"
