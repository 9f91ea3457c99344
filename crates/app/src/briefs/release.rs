//! The release check as a person reads it: what stops a brief for an audience and what mends it, and what to look at.

use anteroom_model::ids::RecordId;
use anteroom_model::permission::{AttributionRule, Consent, Wording};
use anteroom_model::release::{Audience, Cited, DraftBrief, DraftPiece, Naming, Refusal, Stop, check, places_of_name};
use anteroom_model::view_brief::{AskRelease, ReleaseView, Repair, RepairView, StopView, WarningView};

use super::export::sentence;
use super::opened::{Opened, Statement};
use super::paragraphs::sources;
use super::quotes::meant;
use super::repair::GAP;
use super::{Section, brief_of};
use crate::desk::Desk;
use crate::error::AppError;
use crate::messages::{isolated, list, say};

/// What the release check says of a brief for an audience.
///
/// # Errors
/// `unknown-brief`.
pub async fn release(desk: &Desk, input: &AskRelease) -> Result<ReleaseView, AppError> {
    let opened = Opened::read(desk, brief_of(desk, &input.brief).await?).await?;
    let draft = opened.draft(input.audience);
    let mut stops = Vec::new();
    for refusal in check(&draft, input.audience).err().unwrap_or_default() {
        stops.push(stop(desk, &opened, &draft, input.audience, &refusal).await?);
    }
    let cited: std::collections::BTreeSet<RecordId> =
        opened.numbered().flat_map(|statement| statement.citations.iter().copied()).collect();
    Ok(ReleaseView {
        audience: input.audience,
        paragraphs: opened.numbered().count() as u32,
        evidence: cited.iter().filter(|id| opened.evidence.contains_key(id)).count() as u32,
        quotations: opened.numbered().map(|statement| statement.quoted().count() as u32).sum(),
        stops,
        warnings: warnings(&opened, &desk.language()),
    })
}

async fn stop(
    desk: &Desk,
    opened: &Opened,
    draft: &DraftBrief,
    audience: Audience,
    refusal: &Refusal,
) -> Result<StopView, AppError> {
    let place = usize::try_from(refusal.paragraph).unwrap_or_default().saturating_sub(1);
    let Some(statement) = opened.numbered().nth(place) else {
        return Err(AppError::new("no-such-number", &[("number", &refusal.paragraph.to_string()), ("last", "0")]));
    };
    let asked = about_whom(draft, statement, refusal);
    Ok(StopView {
        number: refusal.paragraph,
        paragraph: statement.id.to_string(),
        stop: refusal.stop.word().to_owned(),
        about: refusal.about.clone(),
        contribution: asked.map(|id| id.to_string()).unwrap_or_default(),
        says: sentence(refusal, &desk.language()),
        repairs: repairs(desk, opened, draft, audience, statement, refusal).await?,
    })
}

/// The contribution that a stop is about; of a name, the one whose organisation it is.
pub(crate) fn about_whom(draft: &DraftBrief, statement: &Statement, refusal: &Refusal) -> Option<RecordId> {
    if refusal.stop != Stop::NameInText {
        return refusal.contribution;
    }
    let theirs = |cited: &Cited| {
        cited.organisation.as_deref() == Some(&refusal.about) || cited.person.as_deref() == Some(&refusal.about)
    };
    statement.citations.iter().copied().find(|id| draft.cited.get(id).is_some_and(theirs))
}

async fn repairs(
    desk: &Desk,
    opened: &Opened,
    draft: &DraftBrief,
    audience: Audience,
    statement: &Statement,
    refusal: &Refusal,
) -> Result<Vec<RepairView>, AppError> {
    let asked = about_whom(draft, statement, refusal);
    let cited = asked.and_then(|id| draft.cited.get(&id));
    let nothing = |repair| RepairView { repair, instead: String::new() };
    let mut repairs = Vec::new();
    match refusal.stop {
        Stop::NoEvidence => repairs.push(nothing(Repair::MakeRemark)),
        Stop::NotShared | Stop::TooFew => repairs.push(nothing(Repair::LeaveOut)),
        Stop::NotCleared => {
            if cited.is_some_and(|cited| cited.wording != Wording::Verbatim) {
                repairs.push(nothing(Repair::Unquote));
            }
            repairs.push(nothing(Repair::OwnWords));
            if cited.is_some_and(|cited| cited.permissions.quote.consent == Consent::NotAsked) {
                repairs.push(nothing(Repair::Ask));
            }
        }
        Stop::NotVerbatim => repairs.extend([nothing(Repair::Unquote), nothing(Repair::OwnWords)]),
        // Settled elsewhere: where both stand side by side.
        Stop::ParagraphUnsettled => {}
        Stop::QuotationGone | Stop::QuotationUnsettled | Stop::LanguageNames => repairs.push(nothing(Repair::OwnWords)),
        Stop::QuotationUnknown => {
            let sources = sources(desk, opened, statement).await?;
            match meant(&refusal.about, &sources) {
                Some(words) => {
                    repairs.push(RepairView { repair: Repair::QuoteExactly, instead: words.to_owned() });
                }
                None => repairs.push(nothing(Repair::Unquote)),
            }
            repairs.push(nothing(Repair::OwnWords));
        }
        Stop::NameInText => {
            let names = |piece: &DraftPiece, in_quotes: bool| match piece {
                DraftPiece::Text(text) => !in_quotes && !places_of_name(text, &refusal.about).is_empty(),
                DraftPiece::Quote { words, .. } => {
                    in_quotes && words.as_ref().is_some_and(|words| !places_of_name(words, &refusal.about).is_empty())
                }
            };
            if statement.pieces.iter().any(|piece| names(piece, true)) {
                repairs.push(nothing(Repair::OwnWords));
            } else {
                let instead = group_instead(opened, draft, audience, statement, &refusal.about);
                repairs.push(RepairView { repair: Repair::NameGroup, instead });
                let may_ask = |cited: &Cited| {
                    cited.rule != AttributionRule::ChathamHouse
                        && cited.organisation.as_deref() == Some(&refusal.about)
                        && cited.permissions.share.consent != Consent::Refused
                        && cited.permissions.name_organisation.consent == Consent::NotAsked
                };
                if cited.is_some_and(may_ask) {
                    repairs.push(nothing(Repair::Ask));
                }
            }
        }
        Stop::ReferenceInText => repairs.push(nothing(Repair::DropReference)),
    }
    Ok(repairs)
}

/// What stands instead of a name: as much as may be told of whoever bears it, in the brief's language.
pub(crate) fn group_instead(
    opened: &Opened,
    draft: &DraftBrief,
    audience: Audience,
    statement: &Statement,
    name: &str,
) -> String {
    let nobody = || say(&opened.language, "brief-a-participant", &[]);
    let theirs = statement
        .citations
        .iter()
        .filter_map(|id| draft.cited.get(id))
        .find(|cited| cited.organisation.as_deref() == Some(name) || cited.person.as_deref() == Some(name));
    let Some(cited) = theirs else { return nobody() };
    let is_person = cited.person.as_deref() == Some(name);
    let groups = || cited.groups.iter().map(|(_, label)| label.as_str()).collect::<Vec<_>>().join(", ");
    match (cited.told_to(audience), &cited.organisation) {
        (Ok(Naming::Organisation | Naming::Person), Some(organisation)) if is_person => organisation.clone(),
        (Ok(Naming::Group | Naming::Organisation | Naming::Person), _) if !cited.groups.is_empty() => {
            say(&opened.language, "brief-a-participant-of", &[("group", &groups())])
        }
        _ => nobody(),
    }
}

/// What to look at. None of it stops a release.
fn warnings(opened: &Opened, language: &str) -> Vec<WarningView> {
    let heading = |section: &Section| section.heading.in_language(&opened.language).0.to_owned();
    let mut warnings = Vec::new();
    let is_empty = |section: &&Section| opened.of_section(section).all(Statement::is_empty);
    let empty: Vec<_> = opened.sections.iter().filter(is_empty).map(heading).collect();
    if !empty.is_empty() {
        let args = [("count", empty.len().to_string()), ("sections", list(language, empty.iter().map(String::as_str)))];
        let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
        warnings.push(WarningView {
            warning: "empty-sections".to_owned(),
            says: say(language, "warning-empty-sections", &args),
            ..WarningView::default()
        });
    }
    for section in &opened.sections {
        let words = opened.words_of(section);
        if let Some(budget) = section.budget.filter(|budget| words > *budget) {
            let args = [
                ("section", isolated(language, &heading(section)).into_owned()),
                ("words", words.to_string()),
                ("budget", budget.to_string()),
            ];
            let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
            warnings.push(WarningView {
                warning: "over-budget".to_owned(),
                says: say(language, "warning-over-budget", &args),
                ..WarningView::default()
            });
        }
    }
    for (number, statement) in (1..).zip(opened.numbered()) {
        let mut about = |warning: &str, sentence: &str, what: &str| {
            let args = [("paragraph", number.to_string()), ("about", isolated(language, what).into_owned())];
            let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
            warnings.push(WarningView {
                warning: warning.to_owned(),
                number,
                paragraph: statement.id.to_string(),
                says: say(language, sentence, &args),
            });
        };
        if statement.reads().contains(GAP) {
            about("gap", "warning-gap", "");
        }
        for contribution in statement.citations.iter().filter_map(|id| opened.evidence.get(id)) {
            if !contribution.conflicts.is_empty() {
                about("evidence-conflict", "warning-evidence-conflict", &contribution.reference);
            }
            if contribution.state == "set-aside" {
                about("evidence-set-aside", "warning-evidence-set-aside", &contribution.reference);
            }
        }
    }
    warnings
}
