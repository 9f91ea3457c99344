//! "Who said that?": the evidence of a paragraph, and the one line about it that is safe to say aloud.

use std::collections::BTreeSet;

use anteroom_model::release::{Aloud, Audience, aloud};
use anteroom_model::statement::StatementType;
use anteroom_model::view_brief::{AskWho, WhoView};
use anteroom_store::Contribution;

use super::brief_of;
use super::opened::Opened;
use super::show::evidence;
use crate::contributions::Labels;
use crate::desk::Desk;
use crate::error::AppError;
use crate::messages::{list, say};

/// Who said what stands in the paragraph of this number.
///
/// # Errors
/// `unknown-brief`, `no-such-number`.
pub async fn who_said(desk: &Desk, input: &AskWho) -> Result<WhoView, AppError> {
    let opened = Opened::read(desk, brief_of(desk, &input.brief).await?).await?;
    let draft = opened.draft(Audience::Public);
    let place = usize::try_from(input.number).ok().and_then(|number| number.checked_sub(1));
    let statement = place.and_then(|place| opened.numbered().nth(place));
    let (Some(statement), Some(told)) = (statement, aloud(&draft, input.number)) else {
        let last = opened.numbered().count().to_string();
        return Err(AppError::new("no-such-number", &[("number", &input.number.to_string()), ("last", &last)]));
    };
    let cited: Vec<Contribution> = opened.evidence.values().cloned().collect();
    let labels = Labels::read(desk, &opened.structure, &cited).await?;
    let rests_on_nothing = statement.citations.is_empty() && statement.quoted().next().is_none();
    let aloud = if rests_on_nothing && statement.claims != StatementType::Finding {
        say(&desk.language(), "aloud-own", &[])
    } else {
        line(&told, &desk.language())
    };
    Ok(WhoView {
        number: input.number,
        paragraph: statement.id.to_string(),
        text: statement.reads(),
        aloud,
        unspoken: told.unspoken,
        evidence: evidence(&opened, &labels, statement),
    })
}

/// The line itself, in a language. It knows nothing but what may be told.
fn line(told: &Aloud, language: &str) -> String {
    let list = |names: &BTreeSet<String>| list(language, names.iter().map(String::as_str));
    let count = |number: usize| number.to_string();
    let mut parts = Vec::new();
    if told.organisations > 0 {
        let organisations = told.organisations.to_string();
        parts.push(if told.groups.is_empty() {
            say(language, "aloud-organisations", &[("organisations", &organisations)])
        } else {
            let groups = count(told.groups.len());
            let args = [("organisations", organisations.as_str()), ("count", &groups), ("groups", &list(&told.groups))];
            say(language, "aloud-organisations-of", &args)
        });
    }
    if !told.named.is_empty() {
        let args = [("count", count(told.named.len())), ("names", list(&told.named))];
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        parts.push(say(language, "aloud-named", &args));
    }
    if let Some(masked) = &told.masked {
        let beside = if told.organisations > 0 { "beside" } else { "alone" };
        let mut groups = list(&masked.groups);
        if masked.others && !groups.is_empty() {
            groups = [groups, say(language, "aloud-others", &[])].join(&say(language, "list-comma", &[]));
        }
        let number = masked.organisations.map(|number| number.to_string());
        let args = [("count", number.as_deref().unwrap_or("")), ("groups", groups.as_str()), ("beside", beside)];
        parts.push(match (number.is_some(), groups.is_empty()) {
            (true, true) => say(language, "aloud-masked-counted", &args),
            (true, false) => say(language, "aloud-masked-counted-of", &args),
            (false, true) => say(language, "aloud-masked", &args),
            (false, false) => say(language, "aloud-masked-of", &args),
        });
    }
    if parts.is_empty() {
        return say(language, "aloud-nothing", &[]);
    }
    format!("{}.", parts.join(&say(language, "list-semicolon", &[])))
}

#[cfg(test)]
mod tests {
    use anteroom_model::release::Masked;

    use super::*;

    fn set(words: &[&str]) -> BTreeSet<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn the_line_says_what_may_be_told_and_nothing_else() {
        let open = Aloud {
            organisations: 3,
            groups: set(&["Media", "Trade unions"]),
            named: set(&["Press Room"]),
            ..Aloud::default()
        };
        assert_eq!(
            line(&open, "en"),
            "3 organisations of 2 groups (Media, Trade unions); one of them agrees to be named: Press Room."
        );
        let masked = Masked { organisations: None, groups: set(&["Trade unions"]), others: true };
        let hidden = Aloud { masked: Some(masked), unspoken: 4, ..Aloud::default() };
        let said = line(&hidden, "en");
        assert_eq!(said, "Participants under the Chatham House Rule, from Trade unions, others.");
        assert!(!said.contains('4'), "what may not be told is in no number");
        let arabic = line(&open, "ar");
        assert!(arabic.starts_with("3 منظمات من مجموعتين (") && arabic.contains("؛ إحداها توافق"), "{arabic}");
        assert_eq!(line(&Aloud { unspoken: 2, ..Aloud::default() }, "en"), "Who stands behind this cannot be said.");
    }
}
