//! A program may end while a consultation that it had open is still being closed.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod laptop;

use std::env;
use std::path::Path;
use std::process::Command;

use laptop::{Laptop, records};

/// Ends a program slowly: whatever cleans up at the end has done so when this sleeps, and other threads still go on.
const SLOWLY: &str = "
#include <stdlib.h>
#include <unistd.h>
static void last(void) { usleep(300000); }
__attribute__((constructor)) static void first(void) { atexit(last); }
";

fn slowly(at: &Path) {
    let source = at.with_extension("c");
    std::fs::write(&source, SLOWLY).unwrap();
    let built = Command::new("cc").args(["-shared", "-fPIC", "-o"]).arg(at).arg(&source).status();
    assert!(built.expect("a C compiler is there, as for every Rust program").success());
}

#[tokio::test]
async fn what_is_left_open() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    for _ in 0..20 {
        records(&store, "They kept our passports.").await;
    }
}

#[test]
fn a_program_that_ends_with_a_consultation_open_ends_well() {
    let place = tempfile::tempdir().unwrap();
    let library = place.path().join("slowly.so");
    slowly(&library);
    for _ in 0..5 {
        let mut itself = Command::new(env::current_exe().unwrap());
        let ended = itself.args(["--exact", "what_is_left_open"]).env("LD_PRELOAD", &library).output().unwrap();
        assert!(ended.status.success(), "{ended:?}");
    }
}
