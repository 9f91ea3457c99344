//! A real keyring of the desktop (GNOME's, in a session bus of its own) opens a consultation, together with a PIN.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(target_os = "linux")]

use std::path::Path;
use std::process::{Command, Output};

/// Runs a script in a session bus of its own, with an unlocked keyring in it that keeps its files in `place`.
fn with_a_keyring(place: &Path, script: &str) -> Output {
    let whole = format!(
        "printf 'the keyring’s own' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 || exit 9\n{script}"
    );
    let mut command = Command::new("dbus-run-session");
    command.args(["--", "bash", "-c", &whole]).current_dir(place);
    command.env("HOME", place).env("XDG_DATA_HOME", place.join("data")).env("XDG_RUNTIME_DIR", place);
    command.env("ANTEROOM", env!("CARGO_BIN_EXE_anteroom")).env("ANTEROOM_HOME", place.join("home"));
    command.output().expect("dbus and gnome-keyring are installed by scripts/packages.sh")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_keyring_opens_with_the_right_pin_and_never_without_one() {
    let place = tempfile::tempdir().unwrap();
    let done = with_a_keyring(
        place.path(),
        r#"
        ANTEROOM_PASSPHRASE=correct "$ANTEROOM" new x.anteroom --framework gcm --name Test >/dev/null || exit 1
        ANTEROOM_PASSPHRASE=correct "$ANTEROOM" remember x.anteroom --pin-fd 3 3<<<'12' && exit 2
        ANTEROOM_PASSPHRASE=correct "$ANTEROOM" remember x.anteroom --pin-fd 3 3<<<'4711' || exit 3
        ANTEROOM_PASSPHRASE=4711 "$ANTEROOM" --pin verify x.anteroom || exit 4
        ANTEROOM_PASSPHRASE=4712 "$ANTEROOM" --pin verify x.anteroom && exit 5
        ANTEROOM_PASSPHRASE=4711 "$ANTEROOM" verify x.anteroom && exit 6
        ANTEROOM_PASSPHRASE=correct "$ANTEROOM" verify x.anteroom || exit 7
        "#,
    );
    assert!(done.status.success(), "{:?}: {}", done.status, text(&done.stderr));
    assert!(text(&done.stderr).contains("PIN"), "{}", text(&done.stderr));

    let forgotten = with_a_keyring(
        place.path(),
        r#"
        ANTEROOM_PASSPHRASE=4711 "$ANTEROOM" --pin verify x.anteroom || exit 1
        ANTEROOM_PASSPHRASE=correct "$ANTEROOM" forget x.anteroom || exit 2
        ANTEROOM_PASSPHRASE=4711 "$ANTEROOM" --pin verify x.anteroom && exit 3
        exit 0
        "#,
    );
    assert!(forgotten.status.success(), "{:?}: {}", forgotten.status, text(&forgotten.stderr));
}

#[test]
fn where_a_new_passphrase_cannot_be_kept_the_pin_opens_as_before() {
    let place = tempfile::tempdir().unwrap();
    let done = with_a_keyring(
        place.path(),
        r#"
        ANTEROOM_PASSPHRASE=correct "$ANTEROOM" new x.anteroom --framework gcm --name Test >/dev/null || exit 1
        ANTEROOM_PASSPHRASE=correct "$ANTEROOM" remember x.anteroom --pin-fd 3 3<<<'4711' || exit 2
        mkdir x.anteroom/keys.part
        ANTEROOM_PASSPHRASE=correct "$ANTEROOM" passphrase x.anteroom --new-passphrase-fd 3 3<<<'another one' && exit 3
        rmdir x.anteroom/keys.part
        ANTEROOM_PASSPHRASE=4711 "$ANTEROOM" --pin verify x.anteroom || exit 4
        ANTEROOM_PASSPHRASE=correct "$ANTEROOM" passphrase x.anteroom --new-passphrase-fd 3 3<<<'another one' || exit 5
        ANTEROOM_PASSPHRASE=4711 "$ANTEROOM" --pin verify x.anteroom && exit 6
        ANTEROOM_PASSPHRASE='another one' "$ANTEROOM" verify x.anteroom || exit 7
        "#,
    );
    assert!(done.status.success(), "{:?}: {}", done.status, text(&done.stderr));
}

#[test]
fn where_there_is_no_keyring_it_is_said_and_the_passphrase_still_opens() {
    let place = tempfile::tempdir().unwrap();
    let anteroom = |arguments: &[&str], secret: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_anteroom"));
        command.args(arguments).current_dir(place.path()).env("ANTEROOM_PASSPHRASE", secret);
        command.env("ANTEROOM_HOME", place.path().join("home")).env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
        command.output().unwrap()
    };
    assert!(anteroom(&["new", "x.anteroom", "--framework", "gcm", "--name", "Test"], "correct").status.success());
    let refused = Command::new("bash")
        .args(["-c", r#"exec "$0" remember x.anteroom --pin-fd 3 3<<<4711"#, env!("CARGO_BIN_EXE_anteroom")])
        .current_dir(place.path())
        .env("ANTEROOM_PASSPHRASE", "correct")
        .env("ANTEROOM_HOME", place.path().join("home"))
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
        .output()
        .unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(text(&refused.stderr).lines().count(), 1, "{}", text(&refused.stderr));
    assert!(anteroom(&["verify", "x.anteroom"], "correct").status.success());
}
