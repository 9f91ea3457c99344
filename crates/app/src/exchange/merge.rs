//! What came from others, and what it brought, told as a person reads it.

use std::path::Path;

use anteroom_model::ids::DeviceId;
use anteroom_model::view_exchange::{ClockView, MergeView, RefusedView, WaitsView};
use anteroom_store::{Came, Merged};

use super::is_real;
use super::names::Names;
use crate::changes::Topic;
use crate::consultations::Steps;
use crate::desk::Desk;
use crate::error::AppError;
use crate::messages::{isolated, say};
use crate::withdrawal;

/// Takes in a hand-over file, whole or not at all; and whatever waited for what it brought. `next`: the file that is to be taken
/// in after it, which is read already meanwhile.
///
/// # Errors
/// `illustration-alone`, `torn`, `not-for-this-laptop`, `other_consultation`, …; nothing is changed then.
pub async fn merge(desk: &Desk, file: &Path, next: Option<&Path>, steps: &Steps) -> Result<MergeView, AppError> {
    is_real(desk).await?;
    if !file.is_file() {
        desk.store().nothing_follows().await?;
        let missing = std::io::Error::from(std::io::ErrorKind::NotFound);
        return Err(crate::files::cannot_read(file, &missing));
    }
    let (at, next) = (desk.now(), next.filter(|next| next.is_file()));
    let reports = desk.store().merge_before(next, file, at, steps).await?;
    came(desk);
    withdrawal::follow(desk).await;
    told(desk, reports, at).await
}

/// Whatever is shown may read differently now.
pub(super) fn came(desk: &Desk) {
    desk.structure_changed();
    desk.changed(&Topic::ALL.into());
}

/// Several reports as one: the first is of the file itself, the others of what had waited.
pub(super) async fn told(desk: &Desk, reports: Vec<Merged>, at: i64) -> Result<MergeView, AppError> {
    let names = Names::read(desk).await?;
    let mut reports = reports.into_iter();
    let Some(mut merged) = reports.next() else { return Ok(MergeView::default()) };
    reports.for_each(|later| merged.add(later));
    Ok(view(desk, &names, &Came { at, merged }))
}

/// A report once more, in the language that is spoken now.
///
/// # Errors
/// What the store refuses.
pub async fn told_again(desk: &Desk, report: MergeView) -> Result<MergeView, AppError> {
    let kept = desk.store().reports_of(report.at).await?;
    if kept.is_empty() { Ok(report) } else { told(desk, kept, report.at).await }
}

/// The reports of the newest merges, the newest first.
///
/// # Errors
/// What the store refuses.
pub async fn reports(desk: &Desk, limit: u32) -> Result<Vec<MergeView>, AppError> {
    let names = Names::read(desk).await?;
    Ok(desk.store().reports(limit).await?.iter().map(|came| view(desk, &names, came)).collect())
}

/// As many of them as a screen shows.
///
/// # Errors
/// What the store refuses.
pub async fn newest_reports(desk: &Desk) -> Result<Vec<MergeView>, AppError> {
    reports(desk, 50).await
}

fn view(desk: &Desk, names: &Names, came: &Came) -> MergeView {
    let merged = &came.merged;
    let spoken = |device: &DeviceId| names.spoken(device);
    // What a file says of its sender is believed only where nothing better is known. This laptop goes to no one but the server.
    let is_own = names.known.iter().any(|known| known.is_own && known.device == merged.from);
    let from = match names.known_name(&merged.from) {
        _ if is_own => say(&desk.language(), "the-server", &[]),
        Some(name) => name.to_owned(),
        None if merged.name.is_empty() => spoken(&merged.from),
        None => merged.name.clone(),
    };
    let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    let mut view = MergeView {
        at: came.at,
        from,
        device: merged.from.to_string(),
        made_at: merged.made_at,
        commits: number(merged.commits),
        new: number(merged.new),
        changed: number(merged.changed),
        conflicts: merged.conflicts.iter().map(ToString::to_string).collect(),
        erased: number(merged.erased),
        hidden: number(merged.hidden),
        waiting: merged
            .waiting
            .iter()
            .map(|waits| WaitsView {
                device: waits.device.to_string(),
                name: spoken(&waits.device),
                why: waits.why.clone(),
                commits: number(waits.commits),
                contributions: number(waits.contributions),
            })
            .collect(),
        // On a server they wait by themselves.
        strangers: merged.strangers.iter().filter(|_| !is_own).map(ToString::to_string).collect(),
        refused: merged
            .refused
            .iter()
            .map(|part| RefusedView {
                what: part.what.clone(),
                why: part.why.clone(),
                count: number(part.count),
                name: part.device.as_ref().map(spoken).unwrap_or_default(),
            })
            .collect(),
        lacks_entries: merged.lacks_commits.len() as u32,
        lacks_words: number(merged.lacks_words),
        clocks: [("ahead", &merged.ahead), ("behind", &merged.behind), ("put-back", &merged.put_back)]
            .into_iter()
            .flat_map(|(how, off)| {
                off.iter().map(move |(device, by)| (how, device, number(by.unsigned_abs() / 60_000)))
            })
            .map(|(how, device, minutes)| ClockView { name: spoken(device), how: how.to_owned(), minutes })
            .collect(),
        is_cloned: merged.is_cloned,
        is_news: merged.is_news,
        text: String::new(),
    };
    view.text = text(&view, &desk.language());
    view
}

/// The whole report, a line for each thing.
fn text(view: &MergeView, language: &str) -> String {
    let from = isolated(language, &view.from);
    let mut lines = vec![say(language, "merge-from", &[("name", &from)])];
    let mut line = |name: &str, args: &[(&str, &str)]| lines.push(say(language, name, args));
    let counts = [
        ("merge-new", view.new),
        ("merge-changed", view.changed),
        ("merge-conflicts", view.conflicts.len() as u32),
        ("merge-erased", view.erased),
        ("merge-hidden", view.hidden),
        ("merge-lacks-entries", view.lacks_entries),
        ("merge-lacks-words", view.lacks_words),
    ];
    if !view.is_news && view.strangers.is_empty() {
        line("merge-nothing-new", &[]);
    }
    let are_refused = view.refused.iter().any(|part| part.what == "entries");
    let is_about_contributions =
        counts[..5].iter().any(|(_, count)| *count > 0) || !view.waiting.is_empty() || are_refused;
    if view.is_news && view.commits > 0 && !is_about_contributions {
        line("merge-entries", &[("count", &view.commits.to_string())]);
    }
    for (name, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        line(name, &[("count", &count.to_string())]);
    }
    for _ in &view.strangers {
        line("merge-stranger", &[("name", &from)]);
    }
    for waits in &view.waiting {
        let name = isolated(language, &waits.name);
        line(waits_for(&waits.why), &[("name", &name), ("count", &waits.commits.to_string())]);
    }
    for part in &view.refused {
        let name = isolated(language, &part.name);
        line(not_taken(&part.why), &[("name", &name), ("count", &part.count.to_string())]);
    }
    for clock in &view.clocks {
        let name = isolated(language, &clock.name);
        line(is_off(&clock.how), &[("name", &name), ("minutes", &clock.minutes.to_string())]);
    }
    if view.is_cloned {
        line("merge-cloned", &[]);
    }
    lines.join("\n")
}

/// The sentence for why something waits.
fn waits_for(why: &str) -> &'static str {
    match why {
        "role" => "merge-waits-role",
        "fork" => "merge-waits-fork",
        "gap" => "merge-waits-gap",
        _ => "merge-waits-no-member",
    }
}

/// The sentence for how a clock is off.
fn is_off(how: &str) -> &'static str {
    match how {
        "behind" => "merge-clock-behind",
        "put-back" => "merge-clock-put-back",
        _ => "merge-clock",
    }
}

/// The sentence for why something was not taken in.
fn not_taken(why: &str) -> &'static str {
    match why {
        "refused" => "merge-not-taken-refused",
        "erased" => "merge-not-taken-erased",
        _ => "merge-not-taken-unnamed",
    }
}
