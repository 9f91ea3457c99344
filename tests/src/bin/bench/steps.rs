//! The measurements themselves.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anteroom_app::consultations::{self, Days, Steps};
use anteroom_app::contributions::{self, RecordContribution};
use anteroom_app::desk::Desk;
use anteroom_app::model::view::{FindContributions, Sort};
use anteroom_app::programme::NewRound;
use anteroom_app::suggest::{self, SuggestObjectives};
use anteroom_app::{Passphrase, Unlock, imports, programme};

use crate::measured::{Line, Report, Times};
use crate::{Done, MANY, bare, machine, rows};

pub(crate) const PASSPHRASE: &str = "for measuring";

pub(crate) fn say(line: &str) {
    // Where nobody reads it, nobody misses it.
    writeln!(std::io::stdout(), "{line}").ok();
}

pub(crate) fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE.to_owned())
}

fn folded(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| anteroom_app::model::folding::indexed(text)).collect()
}

/// The child: imports, and prints seconds and MiB.
pub(crate) async fn import_alone(folder: &Path, table: &Path) -> Done {
    let desk = consultations::open(folder, &Unlock::Passphrase(passphrase())).await?;
    let began = Instant::now();
    take_in(&desk, table, Some(MANY)).await?;
    let took = began.elapsed();
    consultations::close(desk).await?;
    say(&format!("{} {}", took.as_secs_f64(), machine::peak_memory()));
    Ok(())
}

/// A new consultation with all rows of a table.
pub(crate) async fn fill(file: &Path, table: &Path, rows: usize) -> Done {
    let (desk, _) = consultations::create(file, "gcm", "Measured", Days::default(), &passphrase()).await?;
    take_in(&desk, table, Some(rows)).await?;
    consultations::close(desk).await?;
    Ok(())
}

/// A round that can be opened in the window.
pub(crate) async fn plan_a_round(file: &Path) -> Done {
    let desk = consultations::open(file, &Unlock::Passphrase(passphrase())).await?;
    let programme = programme::show(&desk).await?;
    let session = programme.sessions.first().ok_or("The framework proposes no session.")?.id.clone();
    let round = NewRound { session, name: "Measured".to_owned(), ..NewRound::default() };
    programme::add_round(&desk, round).await?;
    consultations::close(desk).await?;
    Ok(())
}

/// Takes a table in: so many rows, where it is known how many there are.
pub(crate) async fn take_in(desk: &Desk, table: &Path, rows: Option<usize>) -> Done {
    let column = |name: &str| Some(format!("column:{name}"));
    let mapping = imports::Mapping {
        text: Some("words".to_owned()),
        language: column("language"),
        group: column("group"),
        kind: column("kind"),
        node: column("objective"),
        date: column("date"),
        ..imports::Mapping::default()
    };
    let report = imports::import(desk, table, mapping, &Steps::silent()).await?;
    if report.refused.len() + report.already as usize > 0 || rows.is_some_and(|rows| report.recorded as usize != rows) {
        return Err(format!("{} rows were recorded; {:?}", report.recorded, report.refused.first()).into());
    }
    Ok(())
}

/// Says, in seconds, what importing takes.
pub(crate) async fn import(place: &Path, table: &Path, texts: &[String], report: &mut Report) -> Done<f64> {
    let folded = folded(texts);
    let file = place.join("large.anteroom");
    // The best of five turns each, one beside the other: what else the machine does hits all alike.
    let (mut ours, mut bare_all, mut bare_one, mut memory) = (f64::MAX, f64::MAX, f64::MAX, 0);
    for turn in 0..5 {
        let all = bare::insert(&place.join(format!("bare-{turn}.db")), texts, &folded, true).await?.as_secs_f64();
        let one = bare::insert(&place.join(format!("one-{turn}.db")), texts, &folded, false).await?.as_secs_f64();
        std::fs::remove_dir_all(&file).ok();
        let (desk, _) = consultations::create(&file, "gcm", "Measured", Days::default(), &passphrase()).await?;
        consultations::close(desk).await?;
        let child = Command::new(std::env::current_exe()?).arg("import").arg(&file).arg(table).output()?;
        let printed = String::from_utf8_lossy(&child.stdout).into_owned();
        let mut numbers = printed.lines().last().unwrap_or_default().split(' ');
        let (Some(Ok(seconds)), Some(Ok(peak))) =
            (numbers.next().map(str::parse::<f64>), numbers.next().map(str::parse::<u64>))
        else {
            return Err(format!("The import did not come to its end: {printed}").into());
        };
        say(&format!("  import {seconds:.2} s, bare {all:.2} s, one table {one:.2} s, {peak} MiB"));
        (ours, bare_all, bare_one, memory) =
            (ours.min(seconds), bare_all.min(all), bare_one.min(one), memory.max(peak));
    }
    report.line(Line {
        what: "CSV import of 100,000, against a bare batched insert with the same FTS5 and as many indexes",
        reach: "at least 0.5 of its rate",
        seen: format!("{:.2}", bare_all / ours),
        reached: bare_all / ours >= 0.5,
        beside: format!("{ours:.2} s ({:.0} rows a second) against {bare_all:.2} s; {:.2} of the rate into one table with FTS5 and nothing else ({bare_one:.2} s)", MANY as f64 / ours, bare_one / ours),
    });
    report.line(Line {
        what: "its peak memory",
        reach: "under 300 MB",
        seen: format!("{memory} MiB"),
        reached: memory * 1024 * 1024 < 300_000_000,
        beside: "the whole process, the CSV in it".to_owned(),
    });
    Ok(ours)
}

/// How long a wrong passphrase takes: to derive the key, and no more.
pub(crate) async fn key(file: &Path, turns: usize) -> Done<Times> {
    let mut times = Times::default();
    for _ in 0..turns {
        let began = Instant::now();
        let wrong = consultations::open(file, &Unlock::Passphrase(Passphrase::new("wrong".to_owned()))).await;
        times.add(began.elapsed());
        if wrong.is_ok() {
            return Err("A wrong passphrase opened the consultation.".into());
        }
    }
    Ok(times)
}

/// Says, in milliseconds, what deriving the key takes.
pub(crate) async fn open(file: &Path, report: &mut Report) -> Done<f64> {
    let mut whole = Times::default();
    let key = key(file, 7).await?.percentile(50);
    for _ in 0..7 {
        let began = Instant::now();
        let desk = consultations::open(file, &Unlock::Passphrase(passphrase())).await?;
        programme::overview(&desk).await?;
        programme::filters(&desk).await?;
        let found =
            contributions::find(&desk, &FindContributions { limit: 50, ..FindContributions::default() }).await?;
        whole.add(began.elapsed());
        if found.total as usize != MANY {
            return Err(format!("{} contributions were found", found.total).into());
        }
        consultations::close(desk).await?;
    }
    let beyond = whole.percentile(95) - key;
    report.line(Line {
        what: "open a consultation of 100,000 to a usable list",
        reach: "at most 300 ms beyond deriving the key",
        seen: format!("{beyond:.0} ms"),
        reached: beyond <= 300.0,
        beside: format!("p95 of 7: {:.0} ms in all; deriving the key {:.0} ms", whole.percentile(95), key),
    });
    Ok(key)
}

const TEXT: &str = "Seasonal workers in our region report that recruitment fees are taken from their first wages, and that nobody tells them where to complain.";

pub(crate) async fn record(place: &Path, file: &Path, report: &mut Report) -> Done {
    const TIMES: usize = 400;
    let bare = bare::transactions(&place.join("alone.db"), TEXT, TIMES).await?;
    let desk = consultations::open(file, &Unlock::Passphrase(passphrase())).await?;
    let said = || RecordContribution {
        text: TEXT.to_owned(),
        groups: vec!["Trade unions".to_owned()],
        kind: Some("challenge".to_owned()),
        nodes: vec!["6".to_owned()],
        ..RecordContribution::default()
    };
    let began = Instant::now();
    contributions::record(&desk, said()).await?;
    let first = began.elapsed();
    let mut times = Times::default();
    for _ in 0..TIMES {
        let began = Instant::now();
        contributions::record(&desk, said()).await?;
        times.add(began.elapsed());
    }
    consultations::close(desk).await?;
    let ratio = times.percentile(95) / bare.percentile(95);
    report.line(Line {
        what: "record one contribution into a consultation of 100,000, against one bare durable transaction",
        reach: "p95 at most 4 ×",
        seen: format!("{ratio:.2} ×"),
        reached: ratio <= 4.0,
        beside: format!(
            "p95 {:.2} ms against {:.2} ms, median {:.2} ms against {:.2} ms; the first after opening, which reads the journal, {:.0} ms",
            times.percentile(95),
            bare.percentile(95),
            times.percentile(50),
            bare.percentile(50),
            first.as_secs_f64() * 1000.0
        ),
    });
    Ok(())
}

pub(crate) async fn search(file: &Path, report: &mut Report) -> Done {
    let desk = consultations::open(file, &Unlock::Passphrase(passphrase())).await?;
    let mut bare = bare::open(&file.with_file_name("bare-0.db")).await?;
    let (mut ours, mut alone) = (Times::default(), Times::default());
    let (mut slowest, mut slowest_time) = (String::new(), 0.0);
    // The first round warms up.
    for round in 0..4 {
        for typed in rows::TYPED {
            let letters: Vec<char> = typed.chars().collect();
            for end in 1..=letters.len() {
                let words: String = letters[..end].iter().collect();
                let asked = FindContributions {
                    words: words.clone(),
                    sort: Sort::Relevance,
                    limit: 50,
                    ..FindContributions::default()
                };
                let began = Instant::now();
                let found = contributions::find(&desk, &asked).await?;
                let took = began.elapsed();
                std::hint::black_box(found);
                let matching = anteroom_app::model::folding::indexed(&words)
                    .split(' ')
                    .map(|word| format!("\"{word}\""))
                    .collect::<Vec<_>>()
                    .join(" AND ")
                    + " *";
                let bare = bare::matches(&mut bare, &matching).await?;
                if round > 0 {
                    ours.add(took);
                    alone.add(bare);
                    if took.as_secs_f64() > slowest_time {
                        (slowest, slowest_time) = (words, took.as_secs_f64());
                    }
                }
            }
        }
    }
    consultations::close(desk).await?;
    report.line(Line {
        what: "search as you type over 100,000, best match first, the first 50 with highlights, six languages",
        reach: "p95 under 30 ms",
        seen: format!("{:.1} ms", ours.percentile(95)),
        reached: ours.percentile(95) < 30.0,
        beside: format!(
            "median {:.1} ms, slowest “{slowest}” {:.1} ms; FTS5 alone p95 {:.1} ms, median {:.1} ms: {:.1} × its p95",
            ours.percentile(50),
            slowest_time * 1000.0,
            alone.percentile(95),
            alone.percentile(50),
            ours.percentile(95) / alone.percentile(95)
        ),
    });
    Ok(())
}

pub(crate) async fn suggest(file: &Path, texts: &[String], report: &mut Report) -> Done {
    let desk = consultations::open(file, &Unlock::Passphrase(passphrase())).await?;
    let asked = |text: &String| SuggestObjectives { text: text.clone(), language: String::new() };
    let (mut times, mut first) = (Times::default(), 0.0);
    for (turn, text) in texts.iter().take(2000).enumerate() {
        let began = Instant::now();
        let proposed = suggest::suggest(&desk, &asked(text)).await?;
        let took = began.elapsed();
        std::hint::black_box(proposed);
        if turn == 0 {
            first = took.as_secs_f64() * 1000.0;
        } else {
            times.add(took);
        }
    }
    consultations::close(desk).await?;
    report.line(Line {
        what: "propose objectives for one or two sentences, six languages, the language guessed",
        reach: "p95 under 1 ms",
        seen: format!("{:.2} ms", times.percentile(95)),
        reached: times.percentile(95) < 1.0,
        beside: format!("median {:.2} ms; the first, which gets the lists ready, {first:.0} ms", times.percentile(50)),
    });
    Ok(())
}
