//! Where the programs lie that the tests start.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use crate::laptop::Laptop;

/// A program of the workspace, as it was built beside the tests: `target/debug`, or wherever `CARGO_TARGET_DIR` points.
pub fn built(name: &str) -> PathBuf {
    let this = env::current_exe().unwrap();
    let beside = this.ancestors().find(|folder| folder.file_name().is_some_and(|name| name == "deps"));
    let folder = beside.and_then(|deps| deps.parent()).or(this.parent()).unwrap();
    let program = folder.join(format!("{name}{}", env::consts::EXE_SUFFIX));
    assert!(program.exists(), "{} is missing: build the programs first (cargo build --workspace)", program.display());
    program
}

impl Laptop {
    /// The command line on this laptop, with its passphrase read from a pipe.
    pub fn types(&self, passphrase: &str, args: &[&str]) -> Output {
        self.types_with(passphrase, args, |_| {})
    }

    pub fn types_with(&self, passphrase: &str, args: &[&str], set: impl FnOnce(&mut Command)) -> Output {
        use std::io::Write;
        let mut command = Command::new(built("anteroom"));
        command.args(["--passphrase-fd", "0"]).args(args).env("ANTEROOM_HOME", self.home());
        set(&mut command);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // It may have refused already, and hear nothing.
        child.stdin.take().unwrap().write_all(format!("{passphrase}\n").as_bytes()).ok();
        child.wait_with_output().unwrap()
    }
}
