//! The way out: a brief is checked for its audience and only then written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::release::{
    AUDIENCES, Audience, BriefWords, DraftBrief, DraftPiece, DraftSection, DraftStatement, Refusal, ReleasedBrief,
    Stop, check,
};
use anteroom_model::statement::{Piece, Quotation, StatementType, read_body};
use anteroom_model::value::Value;
use anteroom_store::{Contribution, Record};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::evidence::Register;
use super::{belongs, brief_of, sections};
use crate::desk::Desk;
use crate::error::AppError;
use crate::files;
use crate::messages::say;
use crate::structure::{Structure, is_put_away, number, text};

/// What an export left behind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    let audience = audience_of(audience)?;
    let brief = brief_of(desk, brief).await?;
    let draft = draft(desk, &brief, audience).await?;
    if draft.sections.iter().all(|section| section.statements.is_empty()) {
        return Err(AppError::new("empty-brief", &[]));
    }
    let secret = brief.fields.get(&field::SECRET).and_then(Value::bytes).unwrap_or_default();
    let released = release(draft, secret, audience).map_err(|refusals| refused(&refusals))?;
    let document = anteroom_documents::brief::docx(&released).map_err(|error| {
        AppError::new("cannot-write", &[("path", &to.display().to_string()), ("why", &say("en", error.code(), &[]))])
    })?;
    files::write_whole(to, &document)?;
    Ok(ExportedBrief {
        file: to.display().to_string(),
        paragraphs: released.sections().iter().map(|section| section.paragraphs.len() as u32).sum(),
        evidence: released.annex().len() as u32,
    })
}

fn audience_of(word: &str) -> Result<Audience, AppError> {
    let known = AUDIENCES.map(|(_, known)| known).join(", ");
    let found = AUDIENCES.iter().find(|(_, known)| *known == word).map(|(audience, _)| *audience);
    found.ok_or_else(|| AppError::new("unknown-audience", &[("name", word), ("known", &known)]))
}

fn refused(refusals: &[Refusal]) -> AppError {
    let sentence = |refusal: &Refusal| {
        let name = match refusal.stop {
            Stop::NoEvidence => "stop-no-evidence",
            Stop::NotShared => "stop-not-shared",
            Stop::NotCleared => "stop-not-cleared",
            Stop::NotVerbatim => "stop-not-verbatim",
            Stop::QuotationGone => "stop-quotation-gone",
            Stop::TooFew => "stop-too-few",
            Stop::LanguageNames => "stop-language-names",
            Stop::NameInText => "stop-name-in-text",
            Stop::ReferenceInText => "stop-reference-in-text",
        };
        let about = if refusal.about.is_empty() { "…" } else { &refusal.about };
        say("en", name, &[("paragraph", &refusal.paragraph.to_string()), ("about", about)])
    };
    AppError::new("release-refused", &[("count", &refusals.len().to_string())])
        .with_details(refusals.iter().map(sentence).collect())
}

/// Puts together what the release check reads.
async fn draft(desk: &Desk, brief: &Record, audience: Audience) -> Result<DraftBrief, AppError> {
    let structure = desk.structure().await?;
    let key = text(brief, field::KEY);
    let language = text(brief, field::LANGUAGE);
    let mut statements = desk.store().records(field::STATEMENT).await?;
    statements.retain(|statement| belongs(statement, &key) && !is_put_away(statement));
    statements.sort_by_key(|statement| (number(statement, field::ORDER).unwrap_or(i64::MAX), statement.id));

    let evidence = evidence_of(desk, &statements).await?;
    let register = Register::read(desk, &structure, &evidence).await?;
    let cited = evidence.iter().map(|(id, contribution)| (*id, register.cited(&structure, contribution))).collect();
    let mut laid_out = Vec::new();
    for section in sections(desk, &key).await? {
        let mut drafted = Vec::new();
        for statement in statements.iter().filter(|statement| text(statement, field::PARENT) == section.parent()) {
            drafted.push(drafted_statement(desk, statement, &evidence).await?);
        }
        let chapeau = section.chapeau.in_language(&language).0.to_owned();
        laid_out.push(DraftSection {
            heading: section.heading.in_language(&language).0.to_owned(),
            chapeau: (!chapeau.is_empty()).then_some(chapeau),
            bold: section.bold,
            statements: drafted,
        });
    }
    Ok(DraftBrief {
        title: text(brief, field::TITLES),
        note: note(&structure, &language, audience),
        sections: laid_out,
        cited,
        names: register.names(&structure),
        words: words(&language),
        language,
    })
}

/// Every contribution that a statement cites or quotes and that is still there.
async fn evidence_of(desk: &Desk, statements: &[Record]) -> Result<BTreeMap<RecordId, Contribution>, AppError> {
    let quoted = |statement: &Record| {
        let body = read_body(statement.fields.get(&field::BODY)).into_iter();
        body.filter_map(|piece| if let Piece::Quote(quotation) = piece { Some(quotation.contribution) } else { None })
    };
    let named: BTreeSet<_> = statements.iter().flat_map(|one| citations(one).into_iter().chain(quoted(one))).collect();
    let mut found = BTreeMap::new();
    for id in named {
        found.extend(desk.store().contribution(id).await?.map(|contribution| (id, contribution)));
    }
    Ok(found)
}

fn citations(statement: &Record) -> Vec<RecordId> {
    let cited = statement.fields.get(&field::CITATIONS).and_then(Value::list).unwrap_or_default();
    cited.iter().filter_map(Value::record).collect()
}

async fn drafted_statement(
    desk: &Desk,
    statement: &Record,
    evidence: &BTreeMap<RecordId, Contribution>,
) -> Result<DraftStatement, AppError> {
    let mut pieces = Vec::new();
    for piece in read_body(statement.fields.get(&field::BODY)) {
        pieces.push(match piece {
            Piece::Text(text) => DraftPiece::Text(text),
            Piece::Quote(quotation) => DraftPiece::Quote {
                contribution: quotation.contribution,
                words: words_of(desk, quotation, evidence).await?,
            },
        });
    }
    let statement_type = StatementType::from_word(&text(statement, field::STATEMENT_TYPE)).unwrap_or_default();
    Ok(DraftStatement { statement_type, pieces, citations: citations(statement) })
}

/// The quoted words, where they still stand as they were quoted.
async fn words_of(
    desk: &Desk,
    quotation: Quotation,
    evidence: &BTreeMap<RecordId, Contribution>,
) -> Result<Option<String>, AppError> {
    let Some(contribution) = evidence.get(&quotation.contribution) else { return Ok(None) };
    let current = desk.store().revision_of(contribution.id, field::TEXT).await?;
    let unchanged = current == Some(quotation.revision);
    Ok(unchanged.then(|| quotation.words(&contribution.text).map(str::to_owned)).flatten())
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
        cited.annex_reference = references.of(*id);
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

fn note(structure: &Structure, language: &str, audience: Audience) -> String {
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

fn words(language: &str) -> BriefWords {
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
