//! Measures what a person waits for, each time beside a bare limit in the same run, and writes docs/benchmarks.md.
//!
//! `bench FILE.md` measures all; `bench import FOLDER TABLE` is the program's own child, which measures its own memory.

mod bare;
mod machine;
mod measured;
mod rows;
mod steps;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use measured::Report;

/// How many contributions a large consultation holds.
const MANY: usize = 100_000;

#[tokio::main(worker_threads = 2)]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["import", folder, table] => steps::import_alone(Path::new(folder), Path::new(table)).await,
        [to] => all(Path::new(to)).await,
        _ => Err("Usage: bench FILE.md".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            steps::say(&format!("{error}"));
            ExitCode::FAILURE
        }
    }
}

type Done<T = ()> = Result<T, Box<dyn std::error::Error>>;

async fn all(to: &Path) -> Done {
    if std::env::var_os("ANTEROOM_HOME").is_none() {
        return Err("ANTEROOM_HOME is not set: the keys of what is measured would lie among a person's own.".into());
    }
    let place =
        tempfile::tempdir_in(std::env::var_os("ANTEROOM_BENCH_PLACE").map_or_else(std::env::temp_dir, PathBuf::from))?;
    steps::say("Writing a table of 100,000 rows in six languages.");
    let table = place.path().join("rows.csv");
    let texts = rows::write(&table, MANY)?;
    let mut report = Report::new(machine::name());
    steps::import(place.path(), &table, &texts, &mut report).await?;
    let file = place.path().join("large.anteroom");
    steps::open(&file, &mut report).await?;
    steps::record(place.path(), &file, &mut report).await?;
    steps::search(&file, &mut report).await?;
    std::fs::write(to, report.page())?;
    steps::say(&report.page());
    Ok(())
}
