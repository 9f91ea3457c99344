//! Commands about other laptops: packs, invitations, hand-over files, members.

use std::path::{Path, PathBuf};

use anteroom_app::exchange::{self as app, Admission, HandOverInput, Suspension};
use anteroom_app::model::view_exchange::{BranchView, MemberView, MembersView, MergeView, Role};
use anteroom_app::withdrawal::{self, Withdrawn};
use anteroom_app::{RecoveryWords, consultations, say};
use serde_json::{Value, json};

use crate::args::{Bundle, Opening};
use crate::consultation::{progress, shown};
use crate::print::{time, to_json};
use crate::{Answer, Refusal, on, passphrase};

pub(crate) async fn pack(opening: Opening, file: &Path, to: &Path) -> Result<Answer, Refusal> {
    on(opening, file, async |desk| {
        let made = app::pack(desk, to, &progress("cli-handing-over")).await?;
        let to = shown(to);
        let told = [("file", &*to), ("words", &made.words), ("check", &made.check_words)];
        let json = json!({ "file": to, "words": made.words, "checkWords": made.check_words });
        Ok(Answer::new(json, say("en", "cli-packed", &told)))
    })
    .await
}

pub(crate) async fn start(
    opening: Opening,
    pack: &Path,
    file: &Path,
    name: &str,
    words_fd: Option<i32>,
) -> Result<Answer, Refusal> {
    let words = passphrase::code(words_fd)?;
    let helps = app::declares_help(pack, &words).await?;
    let passphrase = passphrase::new_declaring(opening, helps)?;
    let desk = app::start(pack, &words, file, name, &passphrase, helps, &progress("cli-merging")).await?;
    let members = app::members(&desk).await;
    consultations::close(desk).await?;
    let members = members?;
    let file = shown(file);
    let told =
        [("file", &*file), ("name", name), ("consultation", &members.consultation_words), ("own", &members.own_words)];
    let json = json!({
        "file": file,
        "name": name,
        "checkWords": members.own_words,
        "consultationWords": members.consultation_words,
        "confirmed": members.is_confirmed,
        "organisersHelp": helps,
    });
    Ok(Answer::new(json, declaring(helps, say("en", "cli-started", &told))))
}

pub(crate) async fn invite(
    opening: Opening,
    file: &Path,
    name: &str,
    roles: &[Role],
    to: &Path,
) -> Result<Answer, Refusal> {
    on(opening, file, async |desk| {
        app::invite(desk, name, roles, to).await?;
        let to = shown(to);
        Ok(Answer::new(json!({ "file": to }), say("en", "cli-invited", &[("file", &to)])))
    })
    .await
}

pub(crate) fn join(opening: Opening, invitation: &Path, name: &str, to: &Path) -> Result<Answer, Refusal> {
    let helps = app::invitation_declares_help(invitation)?;
    let passphrase = passphrase::new_declaring(opening, helps)?;
    let joined = app::join(invitation, name, to, &passphrase, helps)?;
    let to = shown(to);
    let told = [("file", &*to), ("consultation", &joined.consultation_words), ("own", &joined.own_words)];
    let json = json!({
        "file": to,
        "consultation": joined.consultation,
        "device": joined.device,
        "checkWords": joined.own_words,
        "consultationWords": joined.consultation_words,
        "organisersHelp": helps,
    });
    Ok(Answer::new(json, declaring(helps, say("en", "cli-joined", &told))))
}

/// A sentence, and where it is so that organisers can help.
fn declaring(helps: bool, said: String) -> String {
    if helps { format!("{said}\n{}", say("en", "cli-declared-help", &[])) } else { said }
}

pub(crate) async fn admit(opening: Opening, file: &Path, acceptance: &Path) -> Result<Answer, Refusal> {
    on(opening, file, async |desk| {
        let admitted = app::admit(desk, acceptance).await?;
        let text = say("en", "cli-admitted", &[("name", &admitted.name), ("check", &admitted.check_words)]);
        Ok(Answer::new(to_json(&admitted), text))
    })
    .await
}

pub(crate) async fn bundle(opening: Opening, bundle: Bundle) -> Result<Answer, Refusal> {
    let Bundle { file, to, recipients, whole, names } = bundle;
    on(opening, &file, async |desk| {
        let input = HandOverInput { to: recipients, whole, names };
        let handed = app::hand_over(desk, &to, &input, &progress("cli-handing-over")).await?;
        let (to, names, count) = (shown(&to), handed.to.join(", "), handed.contributions.to_string());
        let text = say("en", "cli-handed-over", &[("file", &to), ("names", &names), ("count", &count)]);
        let json = json!({
            "file": to,
            "to": handed.to,
            "commits": handed.commits,
            "contributions": handed.contributions,
            "size": handed.size,
        });
        Ok(Answer::new(json, text))
    })
    .await
}

/// Merges files one after the other: each whole or not at all. What was merged before one that is refused stays.
pub(crate) async fn merge(opening: Opening, file: &Path, bundles: &[PathBuf]) -> Result<Answer, Refusal> {
    let steps = progress("cli-merging");
    let [first, rest @ ..] = bundles else { return Ok(Answer::new(json!({}), "")) };
    let (desk, mut reports) = if file.exists() {
        let desk = consultations::open(file, &passphrase::existing(opening)?).await?;
        match app::merge(&desk, first, rest.first().map(PathBuf::as_path), &steps).await {
            Ok(report) => (desk, vec![report]),
            Err(refusal) => {
                consultations::close(desk).await?;
                return Err(refusal.into());
            }
        }
    } else {
        let (desk, report) = app::begin_invited(first, file, &passphrase::new(opening)?, &steps).await?;
        (desk, vec![report])
    };
    let mut failed = None;
    for (place, bundle) in rest.iter().enumerate() {
        match app::merge(&desk, bundle, rest.get(place + 1).map(PathBuf::as_path), &steps).await {
            Ok(report) => reports.push(report),
            Err(refusal) => {
                failed = Some(format!("{}: {}", shown(bundle), refusal.message));
                break;
            }
        }
    }
    consultations::close(desk).await?;
    let text: Vec<&str> = reports.iter().map(|report| report.text.as_str()).collect();
    Ok(Answer { json: merged(&reports), text: text.join("\n\n"), failed })
}

/// What all files together brought, and each by itself.
pub(crate) fn merged(reports: &[MergeView]) -> Value {
    let sum = |count: fn(&MergeView) -> u32| reports.iter().map(count).sum::<u32>();
    let waits = |report: &MergeView| {
        report.waiting.iter().map(|waits| waits.commits).sum::<u32>() + report.strangers.len() as u32
    };
    let from: Vec<&str> = reports.iter().map(|report| report.from.as_str()).collect();
    let refused = reports.iter().flat_map(|report| &report.refused);
    let refused: Vec<Value> =
        refused.map(|part| json!({ "what": part.what, "why": part.why, "count": part.count })).collect();
    json!({
        "from": from.join(", "),
        "commits": sum(|report| report.commits),
        "new": sum(|report| report.new),
        "changed": sum(|report| report.changed),
        "conflicts": sum(|report| report.conflicts.len() as u32),
        "erased": sum(|report| report.erased),
        "waiting": reports.iter().map(waits).sum::<u32>(),
        "refused": refused,
        "reports": reports,
    })
}

pub(crate) async fn approve(opening: Opening, file: &Path, admission: Admission) -> Result<Answer, Refusal> {
    on(opening, file, async |desk| {
        let members = app::members(desk).await?;
        let is_asked = |device: &str, name: &str| {
            device.starts_with(&admission.device.to_lowercase()) || name.eq_ignore_ascii_case(&admission.device)
        };
        let waits = members.strangers.iter().any(|stranger| is_asked(&stranger.device, &stranger.name));
        let known = members.members.iter().find(|member| is_asked(&member.device, &member.name));
        if let Some(member) =
            known.filter(|member| !waits && member.waiting > 0 && admission.roles.is_empty() && member.is_confirmed)
        {
            return Ok(ruled(app::rule(desk, &member.device, "", true).await?, true));
        }
        let report = if waits { app::approve(desk, &admission).await? } else { app::readmit(desk, &admission).await? };
        let text = format!("{}\n{}", say("en", "cli-approved", &[("name", &admission.device)]), report.text);
        Ok(Answer::new(merged(std::slice::from_ref(&report)), text))
    })
    .await
}

pub(crate) async fn refuse(opening: Opening, file: &Path, devices: &[String]) -> Result<Answer, Refusal> {
    on(opening, file, async |desk| {
        let members = app::members(desk).await?;
        if let [device] = devices
            && members.strangers.iter().all(|it| !it.device.starts_with(&device.to_lowercase()) && it.name != *device)
        {
            return Ok(ruled(app::rule(desk, device, "", false).await?, false));
        }
        app::refuse(desk, devices).await?;
        Ok(Answer::new(json!({ "refused": devices.len() }), say("en", "cli-refused", &[])))
    })
    .await
}

fn ruled(count: u32, approve: bool) -> Answer {
    let json = if approve { json!({ "approved": count }) } else { json!({ "refused": count }) };
    Answer::new(json, say("en", "cli-ruled", &[("count", &count.to_string())]))
}

/// Approves or refuses one branch of a laptop of which two have written under one key.
pub(crate) async fn rule(
    opening: Opening,
    file: &Path,
    device: &str,
    branch: &str,
    approve: bool,
) -> Result<Answer, Refusal> {
    on(opening, file, async |desk| Ok(ruled(app::rule(desk, device, branch, approve).await?, approve))).await
}

pub(crate) async fn give_up(opening: Opening, file: &Path, device: &str) -> Result<Answer, Refusal> {
    on(opening, file, async |desk| {
        let count = app::give_up(desk, device).await?;
        Ok(Answer::new(json!({ "lost": count }), say("en", "cli-given-up", &[("count", &count.to_string())])))
    })
    .await
}

pub(crate) async fn members(opening: Opening, file: &Path) -> Result<Answer, Refusal> {
    on(opening, file, async |desk| {
        let members = app::members(desk).await?;
        let text = lines(&members);
        Ok(Answer::new(to_json(&members), text))
    })
    .await
}

fn lines(members: &MembersView) -> String {
    let role = |member: &MemberView| match (member.is_suspended, member.roles.as_slice()) {
        (true, _) => "suspended".to_owned(),
        (false, []) => "not confirmed".to_owned(),
        (false, roles) => {
            roles.iter().filter_map(|role| to_json(role).as_str().map(str::to_owned)).collect::<Vec<_>>().join(", ")
        }
    };
    let line = |member: &MemberView| {
        let name = if member.name.is_empty() { "–" } else { &member.name };
        let here = if member.is_own { " *" } else { "" };
        format!("{}  {name}  {}  {}{here}", &member.device[..12], role(member), member.contributions)
    };
    let mut lines = Vec::new();
    for member in &members.members {
        lines.push(line(member));
        lines.extend(member.branches.iter().map(branch_line));
    }
    for stranger in &members.strangers {
        let told = [("count", &*stranger.notes.to_string()), ("check", &stranger.check_words)];
        lines.push(format!("{}  {}  {}", &stranger.device[..12], stranger.name, say("en", "cli-member-waits", &told)));
        if stranger.has_rival {
            lines.push(say("en", "cli-member-rival", &[("name", &stranger.name)]));
        }
    }
    lines.join("\n")
}

/// What one of two laptops wrote under one key, below the line of the member.
fn branch_line(branch: &BranchView) -> String {
    let sentence = match branch.is_approved {
        None => "cli-branch-waits",
        Some(true) => "cli-branch-approved",
        Some(false) => "cli-branch-refused",
    };
    let told = [
        ("branch", &branch.first[..12]),
        ("count", &branch.actions.to_string()),
        ("first", &time(branch.begun)),
        ("last", &time(branch.newest)),
    ];
    format!("  {}", say("en", sentence, &told))
}

pub(crate) async fn rename(opening: Opening, file: &Path, member: &str, name: &str) -> Result<Answer, Refusal> {
    on(opening, file, async |desk| {
        app::rename(desk, member, name).await?;
        Ok(Answer::new(json!({ "name": name }), say("en", "cli-renamed", &[("name", name)])))
    })
    .await
}

pub(crate) async fn suspend(
    opening: Opening,
    file: &Path,
    suspension: Suspension,
    sheet: Option<RecoveryWords>,
) -> Result<Answer, Refusal> {
    on(opening, file, async |desk| {
        let members = app::members(desk).await?;
        let fell = app::suspend(desk, &suspension, sheet.as_ref()).await?;
        let named = [("name", &*suspension.device)];
        let mut text = say("en", "cli-suspended", &named);
        let asked = suspension.device.trim().to_lowercase();
        let is_meant = |it: &&MemberView| it.name.to_lowercase() == asked || it.device.starts_with(&asked);
        let goes_on = sheet.is_none() && members.members.iter().find(is_meant).is_some_and(|it| it.stands_before);
        if goes_on {
            text.push(' ');
            text.push_str(&say("en", "cli-suspended-stands-before", &named));
        }
        if !fell.is_empty() {
            text.push(' ');
            text.push_str(&say("en", "cli-suspended-with", &[("names", &fell.join(", "))]));
        }
        Ok(Answer::new(json!({ "suspended": suspension.device, "standsBefore": goes_on, "fell": fell }), text))
    })
    .await
}

pub(crate) async fn recover(opening: Opening, file: &Path, sheet_fd: Option<i32>) -> Result<Answer, Refusal> {
    on(opening, file, async |desk| {
        app::let_in_by_sheet(desk, &passphrase::sheet(sheet_fd)?).await?;
        Ok(Answer::new(json!({ "recovered": true }), say("en", "cli-recovered", &[])))
    })
    .await
}

pub(crate) async fn withdraw(opening: Opening, file: &Path, id: &str) -> Result<Answer, Refusal> {
    on(opening, file, async |desk| {
        let Withdrawn { contributions, waits, left } = withdrawal::withdraw(desk, id).await?;
        let erased = contributions.saturating_sub(waits);
        let mut told = vec![say("en", "cli-withdrawn", &[("count", &erased.to_string())])];
        if waits > 0 {
            told.push(say("en", "cli-withdrawn-waits", &[("count", &waits.to_string())]));
        }
        if !left.is_empty() {
            told.push(say("en", "cli-withdrawn-left", &[("left", &left.join(", "))]));
        }
        if erased == 0 && told.len() > 1 {
            told.remove(0);
        }
        Ok(Answer::new(json!({ "erased": erased, "waits": waits, "left": left }), told.join(" ")))
    })
    .await
}

pub(crate) async fn confirm_erasure(opening: Opening, file: &Path, refuse: bool) -> Result<Answer, Refusal> {
    on(opening, file, async |desk| {
        if refuse {
            let count = app::refuse_erasures(desk).await?;
            let text = say("en", "cli-erasures-refused", &[("count", &count.to_string())]);
            return Ok(Answer::new(json!({ "shown": count }), text));
        }
        let count = app::confirm_erasures(desk).await?;
        Ok(Answer::new(json!({ "erased": count }), say("en", "cli-confirmed", &[("count", &count.to_string())])))
    })
    .await
}
