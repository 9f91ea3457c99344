//! The way out: a brief is checked for its audience and only then written.

use std::path::Path;

use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::release::{AUDIENCES, Audience, BriefWords, DraftBrief, Refusal, ReleasedBrief, Stop, check};
use anteroom_model::value::Value;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::brief_of;
use super::opened::Opened;
use crate::desk::Desk;
use crate::error::AppError;
use crate::files;
use crate::messages::{isolated, say};
use crate::structure::Structure;

/// What an export left behind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ExportedBrief {
    pub file: String,
    pub paragraphs: u32,
    pub evidence: u32,
}

/// Writes a brief as DOCX for `audience` (`organisers`, `participants`, `states`, `public`), or refuses with the list of
/// what may not leave, why, and how to repair it. The file is whole or not there.
///
/// # Errors
/// `unknown-brief`, `unknown-audience`, `empty-brief`, `release-refused` with a sentence per refusal, `cannot-write`.
pub async fn export(desk: &Desk, brief: &str, audience: &str, to: &Path) -> Result<ExportedBrief, AppError> {
    let released = released(desk, brief, audience).await?;
    let document = anteroom_documents::brief::docx(&released)
        .map_err(|error| AppError::new("cannot-write", &[("path", &to.display().to_string())]).because(error.code()))?;
    files::write_whole(to, &document)?;
    Ok(ExportedBrief {
        file: to.display().to_string(),
        paragraphs: released.sections().iter().map(|section| section.paragraphs.len() as u32).sum(),
        evidence: released.annex().len() as u32,
    })
}

/// Whether a brief may leave for `audience`: its title.
///
/// # Errors
/// As `export`, but that nothing is written.
pub async fn may_leave(desk: &Desk, brief: &str, audience: &str) -> Result<String, AppError> {
    Ok(released(desk, brief, audience).await?.title().to_owned())
}

async fn released(desk: &Desk, brief: &str, audience: &str) -> Result<ReleasedBrief, AppError> {
    let audience = audience_of(audience)?;
    let opened = Opened::read(desk, brief_of(desk, brief).await?).await?;
    let draft = opened.draft(audience);
    if draft.sections.iter().all(|section| section.statements.is_empty()) {
        return Err(AppError::new("empty-brief", &[]));
    }
    let secret = opened.brief.fields.get(&field::SECRET).and_then(Value::bytes).unwrap_or_default();
    release(draft, secret, audience).map_err(|refusals| refused(&refusals, &desk.language()))
}

pub(crate) fn audience_of(word: &str) -> Result<Audience, AppError> {
    let known = AUDIENCES.map(|(_, known)| known).join(", ");
    let found = AUDIENCES.iter().find(|(_, known)| *known == word).map(|(audience, _)| *audience);
    found.ok_or_else(|| AppError::new("unknown-audience", &[("name", word), ("known", &known)]))
}

fn refused(refusals: &[Refusal], language: &str) -> AppError {
    let details = refusals.iter().map(|refusal| sentence(refusal, language)).collect();
    AppError::new("release-refused", &[("count", &refusals.len().to_string())]).with_details(details)
}

/// What is wrong, and where.
pub(crate) fn sentence(refusal: &Refusal, language: &str) -> String {
    let about = if refusal.about.is_empty() { "…" } else { &refusal.about };
    let name = match refusal.stop {
        Stop::NoEvidence => "stop-no-evidence",
        Stop::NotShared => "stop-not-shared",
        Stop::NotCleared => "stop-not-cleared",
        Stop::NotVerbatim => "stop-not-verbatim",
        Stop::QuotationGone => "stop-quotation-gone",
        Stop::QuotationUnsettled => "stop-quotation-unsettled",
        Stop::ParagraphUnsettled => "stop-paragraph-unsettled",
        Stop::QuotationUnknown => "stop-quotation-unknown",
        Stop::TooFew => "stop-too-few",
        Stop::LanguageNames => "stop-language-names",
        Stop::NameInText => "stop-name-in-text",
        Stop::ReferenceInText => "stop-reference-in-text",
    };
    say(language, name, &[("paragraph", &refusal.paragraph.to_string()), ("about", &isolated(language, about))])
}

/// Passes the draft, or says all that stops it. Its evidence is named after everything that leaves: the same document for
/// the same audience is the same release, byte for byte, and two that differ cannot be laid over each other.
fn release(mut draft: DraftBrief, secret: &[u8], audience: Audience) -> Result<ReleasedBrief, Vec<Refusal>> {
    name_evidence(&mut draft, &References { secret, audience, of: [0; 32] });
    let unnamed = check(&draft, audience)?;
    // `Debug` of a released brief holds all of it, in one spelling.
    name_evidence(&mut draft, &References { secret, audience, of: Sha256::digest(format!("{unnamed:?}")).into() });
    check(&draft, audience)
}

fn name_evidence(draft: &mut DraftBrief, references: &References<'_>) {
    for (id, cited) in &mut draft.cited {
        cited.annex_reference = references.of(cited.one_with.unwrap_or(*id));
    }
}

/// References of one release, which say nothing of the record.
struct References<'a> {
    secret: &'a [u8],
    audience: Audience,
    /// What is released.
    of: [u8; 32],
}

/// Letters and figures that cannot be taken for one another.
const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

impl References<'_> {
    fn of(&self, id: RecordId) -> String {
        let audience = AUDIENCES.iter().find(|(known, _)| *known == self.audience).map_or("", |(_, word)| word);
        // A key of any length makes an HMAC; without one nothing could be told apart, so nothing is.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.secret) else { return String::new() };
        mac.update(b"anteroom/1/annex");
        mac.update(audience.as_bytes());
        mac.update(&self.of);
        mac.update(&id.0);
        let digest = mac.finalize().into_bytes();
        let letters: String = digest.iter().take(6).map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect();
        format!("E-{letters}")
    }
}

pub(crate) fn note(structure: &Structure, language: &str, audience: Audience) -> String {
    let for_whom = match audience {
        Audience::Organisers => "brief-note-organisers",
        Audience::Participants => "brief-note-participants",
        Audience::States => "brief-note-states",
        Audience::Public => "brief-note-public",
    };
    let mut parts = vec![structure.consultation.name.clone(), say(language, for_whom, &[])];
    if !structure.consultation.illustration.is_empty() {
        parts.push(say(language, "brief-illustration", &[]));
    }
    parts.join(" · ")
}

pub(crate) fn words(language: &str) -> BriefWords {
    let word = |name| say(language, name, &[]);
    BriefWords {
        annex: word("brief-annex"),
        annex_note: word("brief-annex-note"),
        reference: word("brief-reference"),
        who: word("brief-who"),
        kind: word("brief-kind"),
        about: word("brief-about"),
        words: word("brief-words"),
        not_quoted: word("brief-not-quoted"),
        unsettled: word("brief-unsettled"),
        a_participant: word("brief-a-participant"),
        evidence: word("brief-evidence"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_evidence_has_another_reference_for_another_audience() {
        let named = |audience, of| References { secret: &[7; 32], audience, of }.of(RecordId([1; 16]));
        assert_eq!(
            named(Audience::Public, [0; 32]),
            named(Audience::Public, [0; 32]),
            "the same release reads the same"
        );
        assert_ne!(named(Audience::Public, [0; 32]), named(Audience::States, [0; 32]));
        assert_ne!(
            named(Audience::Public, [0; 32]),
            named(Audience::Public, [1; 32]),
            "a changed brief is another release"
        );
    }
}
