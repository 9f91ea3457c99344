//! Measures what a person waits for, each time beside a bare limit in the same run, and writes docs/benchmarks.md.
//!
//! `bench FILE.md` measures all; `bench window ROWS` the window alone, over so many rows, and `bench exchange EACH LARGE` what
//! goes from laptop to laptop, with so many rows for each laptop and so many in the largest consultation; `bench server ROWS` the shared server. None of them
//! writes anything.
//! `bench import FOLDER TABLE`, `bench start MARK PROGRAM` and `bench laptop WHAT FILE` are the program's own children.

mod bare;
mod exchange;
mod laptop;
mod machine;
mod measured;
mod rows;
mod server;
mod steps;
mod window;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anteroom_tests::laptop::copy_folder;
use measured::Report;

/// How many contributions a large consultation holds.
const MANY: usize = 100_000;

#[tokio::main(worker_threads = 2)]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["import", folder, table] => steps::import_alone(Path::new(folder), Path::new(table)).await,
        ["start", mark, program, ..] => {
            window::become_program(Path::new(mark), Path::new(program), &arguments.iter().skip(3).collect::<Vec<_>>())
        }
        ["laptop", what, file, ..] => {
            let with: Vec<PathBuf> = arguments.iter().skip(3).map(PathBuf::from).collect();
            laptop::does(what, Path::new(file), &with).await
        }
        ["exchange", each, large] => exchange_alone(each, large),
        ["server", rows] => server::measure(rows.parse().unwrap_or(MANY), &mut Report::new(machine::name())).await,
        ["window", rows] => window_alone(rows).await,
        [to] => all(Path::new(to)).await,
        _ => Err("Usage: bench FILE.md, bench window ROWS, bench exchange EACH LARGE, or bench server ROWS".into()),
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

/// Where everything lies that is measured, and with what keys.
fn place() -> Done<(tempfile::TempDir, PathBuf)> {
    let home = std::env::var_os("ANTEROOM_HOME");
    let home = home.ok_or("ANTEROOM_HOME is not set: the keys of what is measured would lie among a person's own.")?;
    let place = std::env::var_os("ANTEROOM_BENCH_PLACE").map_or_else(std::env::temp_dir, PathBuf::from);
    Ok((tempfile::tempdir_in(place)?, PathBuf::from(home)))
}

async fn all(to: &Path) -> Done {
    let (place, home) = place()?;
    steps::say("Writing a table of 100,000 rows in six languages.");
    let table = place.path().join("rows.csv");
    let texts = rows::write(&table, MANY)?;
    let mut report = Report::new(machine::name());
    let import = steps::import(place.path(), &table, &texts, &mut report).await?;
    let file = place.path().join("large.anteroom");
    let key = steps::open(&file, &mut report).await?;
    // A copy: what is recorded in the next step is not in it.
    let shown = place.path().join("shown.anteroom");
    copy_folder(&file, &shown);
    steps::plan_a_round(&shown).await?;
    steps::record(place.path(), &file, &mut report).await?;
    steps::search(&file, &mut report).await?;
    steps::suggest(&file, &texts, &mut report).await?;
    exchange::measure(place.path(), sizes()?, Some(import), &mut report)?;
    server::measure(MANY, &mut report).await?;
    let plan = window::Plan { file: shown, home, rows: MANY, key, starts: 7 };
    window::measure(&plan, &mut report).await?;
    std::fs::write(to, report.page())?;
    steps::say(&report.page());
    Ok(())
}

/// As many as are asked for; where `ANTEROOM_BENCH_LARGE` says so, fewer in the largest consultation.
fn sizes() -> Done<exchange::Sizes> {
    let large = match std::env::var("ANTEROOM_BENCH_LARGE") {
        Ok(large) => large.parse()?,
        Err(_) => exchange::SIZES.large,
    };
    Ok(exchange::Sizes { large, ..exchange::SIZES })
}

fn exchange_alone(each: &str, large: &str) -> Done {
    let (place, _) = place()?;
    let sizes = exchange::Sizes { each: each.parse()?, large: large.parse()?, ..exchange::SIZES };
    exchange::measure(place.path(), sizes, None, &mut Report::new(machine::name()))
}

async fn window_alone(rows: &str) -> Done {
    let (place, home) = place()?;
    let (table, rows) = (place.path().join("rows.csv"), rows.parse()?);
    rows::write(&table, rows)?;
    let file = place.path().join("shown.anteroom");
    steps::fill(&file, &table, rows).await?;
    steps::plan_a_round(&file).await?;
    let key = steps::key(&file, 3).await?.percentile(50);
    let mut report = Report::new(machine::name());
    window::measure(&window::Plan { file, home, rows, key, starts: 2 }, &mut report).await
}
